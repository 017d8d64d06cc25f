/** Looks at statements one by one: which of them pass the filters, and how many there are of each kind. */
import type { Facet, SearchQuery } from '../archive.ts';
import { type FacetIndex, makeTally, type Tally, tally } from '../facets.ts';
import { BLOCK, LISTS } from '../packing.ts';
import { type Best, openBest } from './best.ts';
import { testsOf, type Wanted } from './wanted.ts';

export interface Found {
  /** The first of the page's order, and what they are sorted by. */
  readonly first: Best;
  readonly total: number;
  readonly exact: boolean;
  readonly counts: Counts;
  readonly atLeast: readonly Facet[];
  /** The question to the index where it has too many answers, for a page of the newest of them. */
  readonly tooMany?: string;
}

/** A tally for each facet: with all filters, or, for one that is filtered itself, with all but its own. */
export type Counts = (facet: Facet) => Tally;

/** Looks at each of the statements, or of all there are. */
export function sift(
  index: FacetIndex,
  keys: readonly number[] | undefined,
  headed: Uint8Array | undefined,
  query: SearchQuery,
  wanted: Wanted,
): Found {
  const { blocks, families } = index;
  const { first, last, from, to, chosen } = wanted;
  const counting = (query.count?.length ?? 0) > 0;
  const fresh = () => makeTally(index.totals.codes.length, index.totals.people.length);
  const all = fresh();
  const best = openBest(query, keys !== undefined && (query.words ?? '') !== '');
  /** A facet that is filtered is counted by those that fail no filter but its own. */
  const failing = new Map<Facet, Tally>();
  if (counting) for (const facet of query.count ?? []) if (chosen.has(facet)) failing.set(facet, fresh());
  const tests = testsOf(index, wanted).map(([facet, passes]) => {
    const own = failing.get(facet);
    return { passes, count: own && counterOf(facet, own, families) };
  });
  const many = tests.length;
  let total = 0;

  const look = (key: number, block: Uint32Array, at: number, underHeading: boolean): void => {
    const day = block[at] as number;
    if (key < from || key > to || day < first || day > last) return;
    let failed = -1;
    for (let i = 0; i < many; i++) {
      if ((tests[i] as (typeof tests)[number]).passes(block, at)) continue;
      if (failed >= 0 || !counting) return;
      failed = i;
    }
    if (failed >= 0) {
      (tests[failed] as (typeof tests)[number]).count?.(block, at);
      return;
    }
    total++;
    best.offer(key, day, (block[at + 1] as number) >>> 16, underHeading);
    if (counting) tally(all, families, block, at, 1);
  };

  if (keys)
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const block = blocks[Math.floor(key / BLOCK)];
      const at = block === undefined ? 0 : (block[key % BLOCK] as number);
      if (at !== 0) look(key, block as Uint32Array, at, headed !== undefined && headed[i] === 1);
    }
  else
    for (let no = 0; no < blocks.length; no++) {
      const block = blocks[no];
      if (!block || (index.lastDays[no] as number) < first || (index.firstDays[no] as number) > last) continue;
      for (let slot = 0; slot < BLOCK; slot++) {
        const at = block[slot] as number;
        if (at !== 0) look(no * BLOCK + slot, block, at, false);
      }
    }
  return {
    first: best,
    total,
    exact: true,
    atLeast: [],
    counts: (facet) => {
      const own = failing.get(facet);
      return own ? added(own, all) : all;
    },
  };
}

/** Two tallies together: those that pass, and those that fail only the facet that is counted. */
function added(one: Tally, other: Tally): Tally {
  const sum = makeTally(one.codes.length, one.people.length);
  sum.total = one.total + other.total;
  for (const key of ['codes', 'sides', 'parts', 'withheld', 'families', 'years', 'people'] as const) {
    const [to, a, b] = [sum[key], one[key], other[key]];
    for (let i = 0; i < to.length; i++) to[i] = (a[i] as number) + (b[i] as number);
  }
  return sum;
}

/** Counts a statement for one facet alone. */
function counterOf(
  facet: Facet,
  { codes, sides, parts, withheld, families, years, people }: Tally,
  familyOf: Uint8Array,
): (block: Uint32Array, at: number) => void {
  const several = (from: (many: number) => number, length: (many: number) => number, into: Uint32Array) => (block: Uint32Array, at: number) => {
    const many = block[at + 5] as number;
    const start = at + LISTS + from(many);
    for (let i = start; i < start + length(many); i++) (into[block[i] as number] as number)++;
  };
  switch (facet) {
    case 'side':
      return (block, at) => (sides[(block[at + 1] as number) & 7] as number)++;
    case 'part':
      return (block, at) => (parts[((block[at + 1] as number) >> 3) & 3] as number)++;
    case 'withheld':
      return (block, at) => (withheld[((block[at + 1] as number) >> 5) & 1] as number)++;
    case 'act':
      return (block, at) => (codes[(block[at + 3] as number) & 0xffff] as number)++;
    case 'level':
      return (block, at) => (codes[(block[at + 3] as number) >>> 16] as number)++;
    case 'kind':
      return (block, at) => (codes[(block[at + 4] as number) & 0xffff] as number)++;
    case 'language':
      return (block, at) => (codes[(block[at + 4] as number) >>> 16] as number)++;
    case 'family':
      return (block, at) => (families[familyOf[(block[at + 3] as number) & 0xffff] as number] as number)++;
    case 'year':
      return (block, at) => (years[((block[at] as number) / 10_000) | 0] as number)++;
    case 'dyad':
      return several(
        () => 0,
        (many) => many & 255,
        codes,
      );
    case 'topic':
      return several(
        (many) => many & 255,
        (many) => (many >> 8) & 255,
        codes,
      );
    case 'person':
      return several(
        (many) => (many & 255) + ((many >> 8) & 255),
        (many) => many >>> 16,
        people,
      );
  }
}
