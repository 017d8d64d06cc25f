/** The facets of all statements in memory, kept up with the file by the number of its last writing transaction. */
import { ACTS, type Act } from '../record/acts.generated.ts';
import { BLOCK, fromBlob, LISTS } from './packing.ts';
import type { Store } from './store.ts';

export interface FacetIndex {
  readonly stamp: number;
  readonly blocks: readonly (Uint32Array | undefined)[];
  /** First and last known day in each block, as YYYYMMDD. */
  readonly firstDays: readonly number[];
  readonly lastDays: readonly number[];
  /** Code → value, of all facets. */
  readonly values: readonly string[];
  /** `facet\nvalue` → code. */
  readonly codes: ReadonlyMap<string, number>;
  /** Code of an act → number of its family in `FAMILIES`. */
  readonly families: Uint8Array;
  /** Person → the person it was merged into, where it was. */
  readonly merged: ReadonlyMap<number, number>;
  /** How many there are of each, in the whole archive. */
  readonly totals: Tally;
}

export const FAMILIES = [...new Set(Object.values(ACTS).map(({ family }) => family))];

/** Counts by facet. Persons are those of the index, before merging. */
export interface Tally {
  total: number;
  codes: Uint32Array;
  readonly sides: Int32Array;
  readonly parts: Int32Array;
  readonly withheld: Int32Array;
  readonly families: Int32Array;
  readonly years: Int32Array;
  people: Uint32Array;
}

export function makeTally(codes: number, people: number): Tally {
  return {
    total: 0,
    codes: new Uint32Array(codes),
    sides: new Int32Array(8),
    parts: new Int32Array(4),
    withheld: new Int32Array(2),
    families: new Int32Array(256),
    years: new Int32Array(10_000),
    people: new Uint32Array(people),
  };
}

/** Adds one statement to a tally, or takes it off. The arrays are long enough, as `makeTally` made them. */
export function tally(into: Tally, families: Uint8Array, block: Uint32Array, at: number, by: 1 | -1): void {
  const flags = block[at + 1] as number;
  const actLevel = block[at + 3] as number;
  const kindLanguage = block[at + 4] as number;
  const many = block[at + 5] as number;
  const { codes, people } = into;
  const act = actLevel & 0xffff;
  into.total += by;
  (codes[act] as number) += by;
  (codes[actLevel >>> 16] as number) += by;
  (codes[kindLanguage & 0xffff] as number) += by;
  (codes[kindLanguage >>> 16] as number) += by;
  (into.sides[flags & 7] as number) += by;
  (into.parts[(flags >> 3) & 3] as number) += by;
  (into.withheld[(flags >> 5) & 1] as number) += by;
  (into.families[families[act] as number] as number) += by;
  (into.years[((block[at] as number) / 10_000) | 0] as number) += by;
  let i = at + LISTS;
  const codesEnd = i + (many & 255) + ((many >> 8) & 255);
  for (; i < codesEnd; i++) (codes[block[i] as number] as number) += by;
  const peopleEnd = codesEnd + (many >>> 16);
  for (; i < peopleEnd; i++) (people[block[i] as number] as number) += by;
}

interface Cache {
  stamp: number;
  blocks: (Uint32Array | undefined)[];
  firstDays: number[];
  lastDays: number[];
  values: string[];
  codes: Map<string, number>;
  families: Uint8Array;
  merged: Map<number, number>;
  totals: Tally;
}

const caches = new WeakMap<Store, Cache>();

/** To be called inside a read, so that it is of the same moment as the rest. */
export function facetIndex(store: Store): FacetIndex {
  let cache = caches.get(store);
  if (!cache) {
    cache = {
      stamp: -1,
      blocks: [],
      firstDays: [],
      lastDays: [],
      values: [],
      codes: new Map(),
      families: new Uint8Array(),
      merged: new Map(),
      totals: makeTally(0, 0),
    };
    caches.set(store, cache);
  }
  const { stamp } = store.sql('SELECT stamp FROM state').get() as { stamp: number };
  if (stamp === cache.stamp) return cache;
  for (const row of store.sql('SELECT code, facet, value FROM facet_value WHERE code >= ?').all(cache.values.length)) {
    const { code, facet, value } = row as { code: number; facet: string; value: string };
    cache.values[code] = value;
    cache.codes.set(`${facet}\n${value}`, code);
  }
  cache.families = Uint8Array.from({ length: cache.values.length }, (_, code) => FAMILIES.indexOf(ACTS[cache?.values[code] as Act]?.family));
  const people = (store.sql('SELECT coalesce(max(key), 0) + 1 AS n FROM entity').get() as { n: number }).n;
  cache.totals.codes = grown(cache.totals.codes, cache.values.length + 1);
  cache.totals.people = grown(cache.totals.people, people);
  for (const row of store.sql('SELECT no, data FROM facet_block WHERE stamp > ?').iterate(cache.stamp)) {
    const { no, data } = row as { no: number; data: Uint8Array };
    setBlock(cache, no, fromBlob(data));
  }
  cache.merged = new Map(
    (store.sql('SELECT key, into_entity AS root FROM entity WHERE into_entity <> key').all() as { key: number; root: number }[]).map((row) => [
      row.key,
      row.root,
    ]),
  );
  cache.stamp = stamp;
  return cache;
}

function grown(array: Uint32Array, length: number): Uint32Array {
  if (array.length >= length) return array;
  // With room, so that it does not grow with each new name.
  const longer = new Uint32Array(length + 1024);
  longer.set(array);
  return longer;
}

function setBlock(cache: Cache, no: number, block: Uint32Array): void {
  const old = cache.blocks[no];
  if (old) for (let slot = 0; slot < BLOCK; slot++) if (old[slot] !== 0) tally(cache.totals, cache.families, old, old[slot] as number, -1);
  let first = 99_999_999;
  let last = 0;
  for (let slot = 0; slot < BLOCK; slot++) {
    const at = block[slot] as number;
    if (at === 0) continue;
    tally(cache.totals, cache.families, block, at, 1);
    const day = block[at] as number;
    if (day > 0 && day < first) first = day;
    if (day > last) last = day;
  }
  cache.blocks[no] = block;
  cache.firstDays[no] = first;
  cache.lastDays[no] = last;
}
