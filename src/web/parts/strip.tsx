/** Small pictures of rows: who spoke, in the order of the text; talks over the years. One scale for all rows of a list. */
import type { DocumentRow, DyadRow, Side } from '../../desk/held.ts';
import { drawn } from './side.tsx';

const STEP = 7;
const HEIGHT = 22;
const MOST = 60;

/** One piece a statement: own side below, other above, jointly the whole height. Beyond 60 it is cut, with a mark. */
export function RowStrip({ strip }: { strip: DocumentRow['strip'] }) {
  const shown = strip.slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <svg class="strip" width={shown.length * STEP} height={HEIGHT} aria-hidden="true" focusable="false">
      {shown.map(({ side, withheld }, i) =>
        bars(side).map(([y, height, paint]) => (
          <rect x={i * STEP} y={y} width={STEP} height={height} class={`b b-${withheld ? 'hatch-' : ''}${paint}`} />
        )),
      )}
    </svg>
  );
}

function bars(side: Side): [y: number, height: number, paint: string][] {
  const half = HEIGHT / 2;
  switch (drawn(side)) {
    case 'own':
      return [[half, half, 'own']];
    case 'other':
      return [[0, half, 'other']];
    case 'each':
      return [
        [0, half, 'other'],
        [half, half, 'own'],
      ];
    case 'joint':
      return [[0, HEIGHT, 'joint']];
    case 'none':
      return [[half / 2, half, 'none']];
  }
}

const BAR = 5;
const TALL = 24;

/** Talks a year. @param most the highest of all rows. The last year stands in ink, with its figure. */
export function Spark({ years, from, until, most, words }: { years: DyadRow['years']; from: number; until: number; most: number; words: string }) {
  const counts = new Map(years.map(({ value, count }) => [Number(value), count]));
  const all = Array.from({ length: until - from + 1 }, (_, i) => counts.get(from + i) ?? 0);
  const last = all.at(-1) ?? 0;
  const width = all.length * (BAR + 2);
  return (
    <svg class="spark" width={width + 26} height={TALL + 2} role="img" aria-label={words}>
      <path class="base" d={`M0 ${TALL + 0.5}H${width}`} />
      {all.map((count, i) => {
        const height = count === 0 ? 0 : Math.max(2, (count / most) * TALL);
        return <rect x={i * (BAR + 2)} y={TALL - height} width={BAR} height={height} class={i === all.length - 1 ? 'now' : undefined} />;
      })}
      <text x={width + 3} y={TALL}>
        {last}
      </text>
    </svg>
  );
}
