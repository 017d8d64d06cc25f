/** How many statements each side made in each year: a table that is kept while statements are sifted. */
import type { YearSides } from '../../archive.ts';
import { SIDES } from '../../deriving/derived.ts';
import { type FacetIndex, PLACES } from '../../deriving/facets.ts';

export interface YearTable {
  /** By the number of a kind of talks, where its year begins in `cells`; by the number of what is said, the place of its side there. */
  readonly rows: Uint32Array;
  readonly columns: Uint8Array;
  readonly cells: Uint32Array;
  readonly years: readonly number[];
}

export function makeYearTable({ kinds: { met, said } }: FacetIndex): YearTable {
  const places = new Map<number, number>();
  const rows = new Uint32Array(met.size + 1);
  for (let kind = 1; kind <= met.size; kind++) {
    const year = met.words[(met.starts[kind] as number) + PLACES.year.at] as number;
    const place = places.get(year) ?? places.size;
    places.set(year, place);
    rows[kind] = place * SIDES.length;
  }
  const columns = new Uint8Array(said.size + 1);
  for (let kind = 1; kind <= said.size; kind++) columns[kind] = said.words[(said.starts[kind] as number) + PLACES.side.at] as number;
  return { rows, columns, cells: new Uint32Array(places.size * SIDES.length), years: [...places.keys()] };
}

/** Oldest first; years of which nothing was found, and statements without a year, are not told. */
export function yearSidesOf({ cells, years }: YearTable): YearSides[] {
  return years
    .map((year, row) => ({
      year,
      sides: Object.fromEntries(
        SIDES.flatMap((side, i) => {
          const count = cells[row * SIDES.length + i] as number;
          return count > 0 ? [[side, count]] : [];
        }),
      ) as YearSides['sides'],
    }))
    .filter(({ year, sides }) => year > 0 && Object.keys(sides).length > 0)
    .sort((a, b) => a.year - b.year)
    .map(({ year, sides }) => ({ value: String(year).padStart(4, '0'), sides }));
}
