/** The filters of a question as numbers, and which kinds of statements they let through. */
import { FACETS, type Facet, type SearchQuery } from '../../archive.ts';
import { SIDES } from '../../deriving/derived.ts';
import { FAMILIES, type FacetIndex, PLACES, sizeOf, type Way } from '../../deriving/facets.ts';
import { PARTS, TEXT_KINDS } from '../../deriving/rows.ts';
import { archiveFault } from '../../fault.ts';
import type { Store } from '../../file/store.ts';
import { dyadFrom, rangeOf } from '../listing.ts';

export const LAST_DAY = 99_999_999;

/** The filters as the facets in memory have them. */
export interface Wanted {
  readonly first: number;
  readonly last: number;
  /** Facets that are filtered: by the number of a value, whether it is chosen (1). */
  readonly chosen: ReadonlyMap<Facet, Uint8Array>;
  /** Keys between which the statements of the document stand. */
  readonly from: number;
  readonly to: number;
}

export const CODED: readonly Facet[] = ['dyad', 'act', 'topic', 'level', 'kind', 'language'];

/** Facets of few values, which have their place in a list. */
export const LISTED: Partial<Readonly<Record<Facet, readonly string[]>>> = {
  side: SIDES,
  part: PARTS,
  family: FAMILIES,
  withheld: ['no', 'yes'],
  textKind: TEXT_KINDS,
};

export function makeWanted(store: Store, index: FacetIndex, query: SearchQuery): Wanted {
  const chosen = new Map<Facet, Uint8Array>();
  for (const facet of Object.keys(query.facets ?? {}) as Facet[]) {
    if (!FACETS.includes(facet)) throw archiveFault('bad-facet', { facet: String(facet).slice(0, 60), facets: FACETS.join(', ') });
    const values = query.facets?.[facet] ?? [];
    if (values.length === 0) continue;
    const numbers = new Uint8Array(sizeOf(facet, index));
    for (const value of values) for (const number of numbersOf(store, index, facet, value)) numbers[number] = 1;
    // A value that nothing has finds nothing, rather than everything.
    chosen.set(facet, numbers);
  }
  const { first, last } = rangeOf(query);
  const document =
    query.document === undefined
      ? { first: 0, statements: Number.MAX_SAFE_INTEGER }
      : ((store
          .sql('SELECT first, statements FROM document WHERE removed IS NULL AND key = (SELECT document FROM version WHERE id = ?)')
          .get(query.document) as { first: number; statements: number } | undefined) ?? { first: 0, statements: 0 });
  return {
    // What has no day lies in no range of days.
    first: first !== undefined ? Math.max(1, dayNumber(first)) : last !== undefined ? 1 : 0,
    last: last === undefined ? LAST_DAY : dayNumber(last),
    chosen,
    from: document.first,
    to: document.first + document.statements - 1,
  };
}

/** The numbers of a value: several where persons are one. */
function numbersOf(store: Store, index: FacetIndex, facet: Facet, value: string): number[] {
  if (CODED.includes(facet)) {
    const code = index.codes.get(`${facet}\n${facet === 'dyad' ? dyadFrom(value) : value}`);
    return code === undefined ? [] : [code];
  }
  if (facet === 'person')
    return store.sql('SELECT key FROM entity WHERE into_entity = (SELECT into_entity FROM entity WHERE id = ?)').pluck().all(value) as number[];
  if (facet === 'year') return /^\d{4}$/.test(value) ? [Number(value)] : [];
  const n = LISTED[facet]?.indexOf(value) ?? -1;
  return n < 0 ? [] : [n];
}

/** Whether only days, or a document, are looked at. */
export function isRanged({ first, last, from, to }: Wanted): boolean {
  return first > 0 || last < LAST_DAY || from > 0 || to < Number.MAX_SAFE_INTEGER - 1;
}

function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** For each kind of each way, the filters that it fails: a bit each, by the facet's place in `FACETS`. */
export function failing({ kinds }: FacetIndex, { chosen }: Wanted): Readonly<Record<Way, Uint16Array>> {
  const all = { met: new Uint16Array(kinds.met.size + 1), said: new Uint16Array(kinds.said.size + 1), by: new Uint16Array(kinds.by.size + 1) };
  for (const [facet, numbers] of chosen) {
    const { way, at, rest } = PLACES[facet];
    const { starts, words } = kinds[way];
    const fails = all[way];
    const bit = 1 << FACETS.indexOf(facet);
    for (let kind = 0; kind < fails.length; kind++) {
      let i = (starts[kind] as number) + at;
      const end = rest ? (starts[kind + 1] as number) : Math.min(i + 1, starts[kind + 1] as number);
      while (i < end && numbers[words[i] as number] !== 1) i++;
      if (i >= end) (fails[kind] as number) |= bit;
    }
  }
  return all;
}
