/**
 * The facets of all statements in memory, kept up with the file by the number of its last writing transaction.
 *
 * Statements that are alike share a number: one for what their talks are, one for what is said, one for who says it. A
 * question asks each kind once whether it passes; a statement is then three numbers to look up and three to count.
 */
import { ACTS, type Act } from '../../record/acts.generated.ts';
import type { Facet } from '../archive.ts';
import type { Store } from '../file/store.ts';
import { type Alike, makeAlike } from './alike.ts';
import { BLOCK, fromBlob, LISTS } from './packing.ts';

/** In three ways statements are alike: `met` of their talks, `said` of their own, `by` those who speak. */
export const WAYS = ['met', 'said', 'by'] as const;
export type Way = (typeof WAYS)[number];

/** Where the values of a facet stand in the list of a kind: at one place, or from there to its end. */
export const PLACES: Readonly<Record<Facet, { readonly way: Way; readonly at: number; readonly rest?: true }>> = {
  year: { way: 'met', at: 0 },
  level: { way: 'met', at: 1 },
  kind: { way: 'met', at: 2 },
  language: { way: 'met', at: 3 },
  textKind: { way: 'met', at: 4 },
  dyad: { way: 'met', at: 5, rest: true },
  side: { way: 'said', at: 0 },
  part: { way: 'said', at: 1 },
  withheld: { way: 'said', at: 2 },
  act: { way: 'said', at: 3 },
  family: { way: 'said', at: 4 },
  topic: { way: 'said', at: 5, rest: true },
  person: { way: 'by', at: 0, rest: true },
};

/** 1,024 neighbours, each thing of all of them together. */
export interface Columns {
  /** Numbers of kinds; `met` is 0 where there is no statement. */
  readonly met: Uint32Array;
  readonly said: Uint32Array;
  readonly by: Uint32Array;
  /** YYYYMMDD, 0 where it is not known. */
  readonly days: Uint32Array;
  /** Units of the quote. */
  readonly lengths: Uint16Array;
  /** Keys of talks, 0 for none. */
  readonly talks: Uint32Array;
}

/** How many there are, by the numbers of kinds. */
export interface Tally {
  total: number;
  met: Uint32Array;
  said: Uint32Array;
  by: Uint32Array;
}

export interface FacetIndex {
  readonly stamp: number;
  readonly blocks: readonly (Columns | undefined)[];
  /** First and last known day in each block, as YYYYMMDD. */
  readonly firstDays: readonly number[];
  readonly lastDays: readonly number[];
  readonly kinds: Readonly<Record<Way, Alike>>;
  /** Code → value, of all facets. */
  readonly values: readonly string[];
  /** `facet\nvalue` → code. */
  readonly codes: ReadonlyMap<string, number>;
  /** Code of an act → number of its family in `FAMILIES`. */
  readonly families: Uint8Array;
  /** Key of a person → key of the person it was merged into; its own where it stands alone. */
  readonly roots: Uint32Array;
  /** How many there are of each, in the whole archive. */
  readonly totals: Tally;
  /** Names of persons that were told, by key. */
  readonly names: Map<number, { readonly id: string; readonly name: string } | undefined>;
}

export const FAMILIES = [...new Set(Object.values(ACTS).map(({ family }) => family))];

export function makeTally({ kinds: { met, said, by } }: Pick<FacetIndex, 'kinds'>): Tally {
  return { total: 0, met: new Uint32Array(met.size + 1), said: new Uint32Array(said.size + 1), by: new Uint32Array(by.size + 1) };
}

/** Values that a facet can have, as numbers from 0 up to here: codes, keys of persons, years, places in a list. */
export function sizeOf(facet: Facet, { values, roots }: Pick<FacetIndex, 'values' | 'roots'>): number {
  return facet === 'person' ? roots.length : facet === 'year' ? 10_000 : Math.max(256, values.length + 1);
}

/** How many there are of each value of a facet, by its number. @param counts by the kinds of the facet's way. */
export function spread(index: FacetIndex, facet: Facet, counts: Uint32Array): Uint32Array {
  const { way, at, rest } = PLACES[facet];
  const { starts, words } = index.kinds[way];
  const all = new Uint32Array(sizeOf(facet, index));
  if (facet === 'person') {
    spreadPeople(index, counts, all);
    return all;
  }
  for (let kind = 1; kind < counts.length; kind++) {
    const count = counts[kind] as number;
    if (count === 0) continue;
    const from = (starts[kind] as number) + at;
    const end = rest ? (starts[kind + 1] as number) : from + 1;
    for (let i = from; i < end; i++) (all[words[i] as number] as number) += count;
  }
  return all;
}

/** Of persons that are one, only one speaks. */
function spreadPeople({ kinds, roots }: FacetIndex, counts: Uint32Array, all: Uint32Array): void {
  const { starts, words } = kinds.by;
  for (let kind = 1; kind < counts.length; kind++) {
    const count = counts[kind] as number;
    if (count === 0) continue;
    const from = starts[kind] as number;
    const end = starts[kind + 1] as number;
    for (let i = from; i < end; i++) {
      const root = roots[words[i] as number] as number;
      let before = from;
      while (before < i && roots[words[before] as number] !== root) before++;
      if (before === i) (all[root] as number) += count;
    }
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Cache extends Mutable<FacetIndex> {
  blocks: (Columns | undefined)[];
  firstDays: number[];
  lastDays: number[];
  values: string[];
  codes: Map<string, number>;
}

const caches = new WeakMap<Store, Cache>();

function openCache(): Cache {
  const kinds = { met: makeAlike(), said: makeAlike(), by: makeAlike() };
  return {
    stamp: -1,
    blocks: [],
    firstDays: [],
    lastDays: [],
    kinds,
    values: [],
    codes: new Map(),
    families: new Uint8Array(),
    roots: new Uint32Array(),
    totals: makeTally({ kinds }),
    names: new Map(),
  };
}

/** To be called inside a read, so that it is of the same moment as the rest. */
export function facetIndex(store: Store): FacetIndex {
  let cache = caches.get(store);
  if (!cache) {
    cache = openCache();
    caches.set(store, cache);
  }
  const { stamp } = store.sql('SELECT stamp FROM state').get() as { stamp: number };
  if (stamp === cache.stamp) return cache;
  for (const row of store.sql('SELECT code, facet, value FROM facet_value WHERE code >= ?').all(cache.values.length)) {
    const { code, facet, value } = row as { code: number; facet: string; value: string };
    cache.values[code] = value;
    cache.codes.set(`${facet}\n${value}`, code);
  }
  cache.families = Uint8Array.from({ length: cache.values.length + 1 }, (_, code) => FAMILIES.indexOf(ACTS[cache?.values[code] as Act]?.family));
  for (const row of store.sql('SELECT no, data FROM facet_block WHERE stamp > ?').iterate(cache.stamp)) {
    const { no, data } = row as { no: number; data: Uint8Array };
    setBlock(cache, no, fromBlob(data));
  }
  const people = (store.sql('SELECT coalesce(max(key), 0) + 1 AS n FROM entity').get() as { n: number }).n;
  cache.roots = Uint32Array.from({ length: people }, (_, key) => key);
  for (const row of store.sql('SELECT key, into_entity AS root FROM entity WHERE into_entity <> key').iterate()) {
    const { key, root } = row as { key: number; root: number };
    cache.roots[key] = root;
  }
  cache.names.clear();
  cache.stamp = stamp;
  return cache;
}

function grown(array: Uint32Array, length: number): Uint32Array {
  if (array.length >= length) return array;
  // With room, so that it does not grow with each new kind.
  const longer = new Uint32Array(length + (length >> 2) + 256);
  longer.set(array);
  return longer;
}

function setBlock(cache: Cache, no: number, packed: Uint32Array): void {
  const old = cache.blocks[no];
  if (old) count(cache.totals, old, -1);
  const columns = unpacked(cache, packed);
  const { totals, kinds } = cache;
  for (const way of WAYS) totals[way] = grown(totals[way], kinds[way].size + 1);
  count(totals, columns, 1);
  let first = 99_999_999;
  let last = 0;
  for (let slot = 0; slot < BLOCK; slot++) {
    if (columns.met[slot] === 0) continue;
    const day = columns.days[slot] as number;
    if (day > 0 && day < first) first = day;
    if (day > last) last = day;
  }
  cache.blocks[no] = columns;
  cache.firstDays[no] = first;
  cache.lastDays[no] = last;
}

function count(totals: Tally, { met, said, by }: Columns, times: 1 | -1): void {
  for (let slot = 0; slot < BLOCK; slot++) {
    if (met[slot] === 0) continue;
    totals.total += times;
    (totals.met[met[slot] as number] as number) += times;
    (totals.said[said[slot] as number] as number) += times;
    (totals.by[by[slot] as number] as number) += times;
  }
}

/** More values than a packed statement can have. */
const scratch = new Uint32Array(65_536 + 512);

function unpacked({ kinds, families }: Cache, packed: Uint32Array): Columns {
  const columns: Columns = {
    met: new Uint32Array(BLOCK),
    said: new Uint32Array(BLOCK),
    by: new Uint32Array(BLOCK),
    days: new Uint32Array(BLOCK),
    lengths: new Uint16Array(BLOCK),
    talks: new Uint32Array(BLOCK),
  };
  let talks = 0;
  let met = 0;
  for (let slot = 0; slot < BLOCK; slot++) {
    const at = packed[slot] as number;
    if (at === 0) continue;
    const [day, flags, group, actLevel, kindLanguage, many] = [
      packed[at] as number,
      packed[at + 1] as number,
      packed[at + 2] as number,
      packed[at + 3] as number,
      packed[at + 4] as number,
      packed[at + 5] as number,
    ];
    const dyads = at + LISTS;
    const topics = dyads + (many & 255);
    const people = topics + ((many >> 8) & 255);
    const end = people + (many >>> 16);
    // Of the same talks all that is told of talks is the same.
    if (group === 0 || group !== talks) {
      scratch[0] = (day / 10_000) | 0;
      scratch[1] = actLevel >>> 16;
      scratch[2] = kindLanguage & 0xffff;
      scratch[3] = kindLanguage >>> 16;
      scratch[4] = (flags >> 8) & 15;
      for (let i = dyads; i < topics; i++) scratch[5 + i - dyads] = packed[i] as number;
      met = kinds.met.numberOf(scratch, 5 + topics - dyads);
      talks = group;
    }
    scratch[0] = flags & 7;
    scratch[1] = (flags >> 3) & 3;
    scratch[2] = (flags >> 5) & 1;
    scratch[3] = actLevel & 0xffff;
    scratch[4] = families[actLevel & 0xffff] as number;
    for (let i = topics; i < people; i++) scratch[5 + i - topics] = packed[i] as number;
    columns.met[slot] = met;
    columns.said[slot] = kinds.said.numberOf(scratch, 5 + people - topics);
    for (let i = people; i < end; i++) scratch[i - people] = packed[i] as number;
    columns.by[slot] = kinds.by.numberOf(scratch, end - people);
    columns.days[slot] = day;
    columns.lengths[slot] = flags >>> 16;
    columns.talks[slot] = group;
  }
  return columns;
}
