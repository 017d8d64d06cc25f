/** How many statements of each year, and whose, drawn on one scale from zero; the years between are there although nothing was said. */
import type { SearchAnswer } from '../../desk/held.ts';
import type { View } from './view.ts';

type YearSides = NonNullable<SearchAnswer['yearSides']>[number];

const WIDTH = 232;
const TALL = 40;
/** Beyond so many years a bar would be too thin to be seen. */
const MOST_YEARS = 60;
/** From the base up. */
const SIDES = ['own', 'each', 'joint', 'other', 'unknown'] as const;

/** Nothing where there are no two years to compare. @param chosen years that are searched alone: they stand on ink. */
export function Years({ view, years, chosen }: { view: View; years: readonly YearSides[]; chosen: readonly string[] }) {
  if (years.length < 2) return null;
  const totals = years.map((each) => ({ ...each, year: Number(each.value), count: totalOf(each) }));
  const last = Math.max(...totals.map(({ year }) => year));
  const first = Math.max(last - MOST_YEARS + 1, Math.min(...totals.map(({ year }) => year)));
  const most = Math.max(...totals.map(({ count }) => count));
  const step = WIDTH / (last - first + 1);
  const width = Math.max(1, step - Math.min(3, step * 0.2));
  return (
    <svg
      class="years"
      viewBox={`0 0 ${WIDTH} ${TALL + 20}`}
      width={WIDTH}
      height={TALL + 20}
      role="img"
      aria-label={totals.map((each) => words(each, view)).join(view.voice.label('comma'))}
    >
      {totals
        .filter(({ year }) => year >= first)
        .map((each) => {
          const x = (each.year - first) * step + Math.min(1.5, step * 0.1);
          return (
            <g>
              <title>{words(each, view)}</title>
              <Bar sides={each.sides} x={x} width={width} scale={TALL / most} />
              {chosen.includes(each.value) && <rect class="chosen" x={x.toFixed(1)} y={TALL + 1} width={width.toFixed(1)} height="3" />}
            </g>
          );
        })}
      <path d={`M0 ${TALL + 0.5}H${WIDTH}`} />
      <text x="0" y={TALL + 17}>
        {first}
      </text>
      <text x={WIDTH} y={TALL + 17} text-anchor="end">
        {last}
      </text>
    </svg>
  );
}

/** Sides upon one another; what each said for itself is half of the one and half of the other. */
function Bar({ sides, x, width, scale }: { sides: YearSides['sides']; x: number; width: number; scale: number }) {
  let y = TALL;
  return (
    <>
      {SIDES.flatMap((side) => {
        const height = (sides[side] ?? 0) * scale;
        if (height === 0) return [];
        y -= height;
        const part = (from: number, share: number, fill: string) => (
          <rect x={(x + from).toFixed(1)} y={y.toFixed(1)} width={(width * share).toFixed(1)} height={height.toFixed(1)} class={fill} />
        );
        return side === 'each' ? [part(0, 0.5, 'own'), part(width / 2, 0.5, 'other')] : [part(0, 1, side)];
      })}
    </>
  );
}

function totalOf({ sides }: YearSides): number {
  return Object.values(sides).reduce((sum, count) => sum + count, 0);
}

function words({ value, sides }: YearSides, { voice }: View): string {
  const told = SIDES.flatMap((side) => (sides[side] ? [`${voice.label(`side${side[0]?.toUpperCase()}${side.slice(1)}`)} ${sides[side]}`] : []));
  return `${value}: ${totalOf({ value, sides })} (${told.join(' · ')})`;
}
