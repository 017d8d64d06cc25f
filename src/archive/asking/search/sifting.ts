/** Looks at statements one by one: which of them pass the filters, and how many there are of each kind. */
import { FACETS, type Facet, type SearchQuery } from '../../archive.ts';
import { type Columns, type FacetIndex, makeTally, PLACES, WAYS } from '../../deriving/facets.ts';
import { BLOCK } from '../../deriving/packing.ts';
import { type Best, openBest, worth } from './best.ts';
import { failing, isRanged, type Wanted } from './wanted.ts';
import { makeYearTable, type YearTable } from './year-sides.ts';

export interface Found {
  /** The first of the page's order, and what they are sorted by. */
  readonly first: Best;
  readonly total: number;
  readonly counts: Counts;
  /** Where it was asked for; of those that pass all filters but that of years. */
  readonly yearTable?: YearTable;
}

/**
 * For a facet how many statements there are of each kind of its way: of those that pass all filters or, for a facet that is
 * filtered itself, all but its own.
 */
export type Counts = (facet: Facet) => Uint32Array;

/** Which statements are looked at: those of the keys, lowest first, or all there are. */
export interface Looked {
  readonly keys?: Uint32Array;
  /** For each key, whether the words stand only in a heading (1). */
  readonly headed?: Uint8Array;
  /** By key, those that are left out (1). */
  readonly out?: Uint8Array;
}

export function sift(index: FacetIndex, { keys, headed, out }: Looked, query: SearchQuery, wanted: Wanted): Found {
  const { blocks, totals } = index;
  const { first, last, from, to, chosen } = wanted;
  const counting = (query.count?.length ?? 0) > 0;
  const ranged = isRanged(wanted);
  const best = openBest(query, keys !== undefined && (query.words ?? '') !== '');
  const { order } = best;
  const ranked = order === 'rank';
  const fails = failing(index, wanted);
  const { met: metFails, said: saidFails, by: byFails } = fails;
  const passing = makeTally(index);
  const { met: metCounts, said: saidCounts, by: byCounts } = passing;
  // But for a lone filter those that fail only it are all others there are.
  const lone = keys === undefined && out === undefined && !ranged && chosen.size === 1;
  /** A facet that is filtered is counted by those that fail no filter but its own: by its place in `FACETS`. */
  const own = FACETS.map((facet) =>
    chosen.has(facet) && query.count?.includes(facet) && !lone ? new Uint32Array(passing[PLACES[facet].way].length) : undefined,
  );
  const ways = FACETS.map((facet) => WAYS.indexOf(PLACES[facet].way));
  const yearTable = query.yearSides ? makeYearTable(index) : undefined;
  const { rows, columns, cells } = yearTable ?? {};
  const year = FACETS.indexOf('year');
  let total = 0;

  /** Those of a block: the keys from `start` to `end`, or where there are none all its slots. */
  const lookThrough = (no: number, { met: metOf, said: saidOf, by: byOf, days, lengths }: Columns, start: number, end: number): void => {
    const base = no * BLOCK;
    let passed = 0;
    for (let i = start; i < end; i++) {
      const slot = keys === undefined ? i : (keys[i] as number) - base;
      const met = metOf[slot] as number;
      if (met === 0 || (out !== undefined && out[base + slot] === 1)) continue;
      const day = days[slot] as number;
      if (ranged && (day < first || day > last || base + slot < from || base + slot > to)) continue;
      const said = saidOf[slot] as number;
      const by = byOf[slot] as number;
      const failed = (metFails[met] as number) | (saidFails[said] as number) | (byFails[by] as number);
      if (failed === 0) {
        passed++;
        const value = ranked ? worth(order, day, lengths[slot] as number, headed !== undefined && headed[i] === 1) : worth(order, day, 0, false);
        if (value >= best.floor) best.offer(base + slot, value);
        (metCounts[met] as number)++;
        (saidCounts[said] as number)++;
        (byCounts[by] as number)++;
        if (cells !== undefined) (cells[(rows?.[met] as number) + (columns?.[said] as number)] as number)++;
      } else if (counting && (failed & (failed - 1)) === 0) {
        const facet = 31 - Math.clz32(failed);
        if (cells !== undefined && facet === year) (cells[(rows?.[met] as number) + (columns?.[said] as number)] as number)++;
        const counts = own[facet];
        if (counts === undefined) continue;
        const way = ways[facet];
        (counts[way === 0 ? met : way === 1 ? said : by] as number)++;
      }
    }
    total += passed;
  };

  if (keys === undefined)
    for (let no = 0; no < blocks.length; no++) {
      const columns = blocks[no];
      if (!columns || (index.lastDays[no] as number) < first || (index.firstDays[no] as number) > last) continue;
      lookThrough(no, columns, 0, BLOCK);
    }
  else
    for (let start = 0, end = 0; start < keys.length; start = end) {
      const no = Math.floor((keys[start] as number) / BLOCK);
      for (end = start + 1; end < keys.length && (keys[end] as number) < (no + 1) * BLOCK; ) end++;
      const columns = blocks[no];
      if (columns) lookThrough(no, columns, start, end);
    }
  return {
    first: best,
    total,
    ...(yearTable && { yearTable }),
    counts: (facet) => {
      const passed = passing[PLACES[facet].way];
      if (lone && chosen.has(facet)) return totals[PLACES[facet].way];
      const failed = own[FACETS.indexOf(facet)];
      return failed ? failed.map((count, kind) => count + (passed[kind] as number)) : passed;
    },
  };
}
