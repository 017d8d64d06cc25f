/** How many statements of each year, drawn on one scale from zero; the years between are there although nothing was said. */
import type { FacetCount } from '../../desk/held.ts';
import type { View } from './view.ts';

const WIDTH = 232;
const TALL = 40;
/** Beyond so many years a bar would be too thin to be seen. */
const MOST_YEARS = 60;

/** Nothing where there are no two years to compare. What is chosen stands in ink. */
export function Years({ view, counts }: { view: View; counts: readonly FacetCount[] }) {
  const known = counts.map((each) => ({ ...each, year: Number(each.value) })).filter(({ year }) => year > 0);
  if (known.length < 2) return null;
  const last = Math.max(...known.map(({ year }) => year));
  const first = Math.max(last - MOST_YEARS + 1, Math.min(...known.map(({ year }) => year)));
  const of = new Map(known.map((each) => [each.year, each]));
  const most = Math.max(...known.map(({ count }) => count));
  const step = WIDTH / (last - first + 1);
  const words = known
    .sort((a, b) => a.year - b.year)
    .map(({ value, count }) => `${value}: ${count}`)
    .join(view.voice.label('comma'));
  return (
    <svg class="years" viewBox={`0 0 ${WIDTH} ${TALL + 18}`} width={WIDTH} height={TALL + 18} role="img" aria-label={words}>
      {Array.from({ length: last - first + 1 }, (_, i) => {
        const one = of.get(first + i);
        const height = one ? Math.max(2, (one.count / most) * TALL) : 0;
        return (
          one && (
            <rect
              x={(i * step + Math.min(1.5, step * 0.1)).toFixed(1)}
              y={(TALL - height).toFixed(1)}
              width={Math.max(1, step - Math.min(3, step * 0.2)).toFixed(1)}
              height={height.toFixed(1)}
              class={one.chosen ? 'chosen' : undefined}
            >
              <title>{`${one.value}: ${one.count}`}</title>
            </rect>
          )
        );
      })}
      <path d={`M0 ${TALL + 0.5}H${WIDTH}`} />
      <text x="0" y={TALL + 15}>
        {first}
      </text>
      <text x={WIDTH} y={TALL + 15} text-anchor="end">
        {last}
      </text>
    </svg>
  );
}
