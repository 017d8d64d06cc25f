/**
 * Who spoke on a topic, talks by talks, on one time: own side at the base, jointly in the middle, the other side on top; a bar is as
 * high as it has statements, hatched where a content was withheld. The line of each side runs from its first to its last time.
 */
import { html, type Markup } from './markup.ts';
import type { Side } from './sides.ts';

export interface PositionsPicture {
  /** Oldest first; `day` is YYYY-MM-DD. */
  readonly talks: readonly PictureTalks[];
  /** The days between which it is drawn. */
  readonly from: string;
  readonly until: string;
  readonly width: number;
  /** Room at the left for the names of lanes; 0 puts them above their line. */
  readonly left: number;
  readonly lanes: readonly { readonly side: 'other' | 'joint' | 'own'; readonly name: string }[];
  /** What the picture is of, for readers. */
  readonly title: string;
}

export interface PictureTalks {
  readonly day: string;
  readonly link: string;
  readonly words: string;
  /** Statements of each side; `each` counts for both. */
  readonly counts: Readonly<Partial<Record<Side, { readonly n: number; readonly withheld: number }>>>;
}

const TOP = 24;
const TALL = 40;
const UNIT = 7;
const WIDE = 8;

export function drawPositions({ talks, from, until, width, left, lanes, title }: PositionsPicture): Markup {
  const begin = Date.parse(`${from}T00:00:00Z`);
  const end = Math.max(begin + 86_400_000, Date.parse(`${until}T00:00:00Z`));
  const x = (day: string) => left + 8 + ((Date.parse(`${day}T00:00:00Z`) - begin) / (end - begin)) * (width - left - 24);
  const step = TALL + (left === 0 ? 22 : 10);
  const height = TOP + lanes.length * step + 6;
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) if (`${year}-01-01` >= from) years.push(year);
  const sparse = Math.ceil(years.length / Math.max(1, Math.floor((width - left) / 48)));
  return html`<svg class="timeline" width="${width}" height="${height}"><title>${title}</title>${years.map((year, i) => {
    const at = x(`${year}-01-01`).toFixed(1);
    return html`<path class="tick" d="M${at} ${TOP - 6}V${height - 4}"/>${i % sparse === 0 && html`<text class="year" x="${Number(at) + 4}" y="14">${year}</text>`}`;
  })}${lanes.map(({ side, name }, i) => {
    const base = TOP + (i + 1) * step - 4;
    const said = talks.flatMap((one) => {
      const own = one.counts[side];
      const each = side === 'joint' ? undefined : one.counts.each;
      const n = (own?.n ?? 0) + (each?.n ?? 0);
      return n > 0 ? [{ ...one, n, withheld: (own?.withheld ?? 0) + (each?.withheld ?? 0) }] : [];
    });
    const first = said[0];
    const last = said.at(-1);
    return html`<g><text class="lane" x="0" y="${left === 0 ? base - TALL - 2 : base - 2}">${name}</text><path class="base" d="M${left} ${base + 0.5}H${width - 8}"/>${
      first && last && html`<path class="life l-${side}" d="M${x(first.day).toFixed(1)} ${base + 0.5}H${x(last.day).toFixed(1)}"/>`
    }${said.map(({ day, link, words, n, withheld }) => {
      const told = Math.min(TALL, (n - withheld) * UNIT);
      const kept = Math.min(TALL - told, withheld * UNIT);
      const at = (x(day) - WIDE / 2).toFixed(1);
      return html`<a href="${link}" aria-label="${words}"><title>${words}</title><rect class="target" x="${(x(day) - 12).toFixed(1)}" y="${base - TALL}" width="24" height="${TALL}"/>${
        told > 0 && html`<rect class="b b-${side}" x="${at}" y="${base - told}" width="${WIDE}" height="${told}"/>`
      }${kept > 0 && html`<rect class="b b-hatch-${side}" x="${at}" y="${base - told - kept}" width="${WIDE}" height="${kept}"/>`}</a>`;
    })}</g>`;
  })}</svg>`;
}
