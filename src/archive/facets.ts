/** The facets of all statements in memory, kept up with the file by the number of its last writing transaction. */
import { ACTS, type Act } from '../record/acts.generated.ts';
import { BLOCK, fromBlob } from './packing.ts';
import type { Store } from './store.ts';

export interface FacetIndex {
  readonly stamp: number;
  readonly blocks: readonly (Uint32Array | undefined)[];
  /** Code → value, of all facets. */
  readonly values: readonly string[];
  /** `facet\nvalue` → code. */
  readonly codes: ReadonlyMap<string, number>;
  /** Code of an act → number of its family in `FAMILIES`. */
  readonly families: Uint8Array;
  /** Person → the person it was merged into, where it was. */
  readonly merged: ReadonlyMap<number, number>;
}

export const FAMILIES = [...new Set(Object.values(ACTS).map(({ family }) => family))];

interface Cache {
  stamp: number;
  blocks: (Uint32Array | undefined)[];
  values: string[];
  codes: Map<string, number>;
  families: Uint8Array;
  merged: Map<number, number>;
}

const caches = new WeakMap<Store, Cache>();

/** To be called inside a read, so that it is of the same moment as the rest. */
export function facetIndex(store: Store): FacetIndex {
  let cache = caches.get(store);
  if (!cache) {
    cache = { stamp: -1, blocks: [], values: [], codes: new Map(), families: new Uint8Array(), merged: new Map() };
    caches.set(store, cache);
  }
  const { stamp } = store.sql('SELECT stamp FROM state').get() as { stamp: number };
  if (stamp === cache.stamp) return cache;
  for (const row of store.sql('SELECT no, data FROM facet_block WHERE stamp > ?').iterate(cache.stamp)) {
    const { no, data } = row as { no: number; data: Uint8Array };
    cache.blocks[no] = fromBlob(data);
  }
  for (const row of store.sql('SELECT code, facet, value FROM facet_value WHERE code >= ?').all(cache.values.length)) {
    const { code, facet, value } = row as { code: number; facet: string; value: string };
    cache.values[code] = value;
    cache.codes.set(`${facet}\n${value}`, code);
  }
  cache.families = Uint8Array.from(cache.values, (value) => FAMILIES.indexOf(ACTS[value as Act]?.family));
  cache.merged = new Map(
    (store.sql('SELECT key, into_entity AS into_key FROM entity WHERE into_entity <> key').all() as { key: number; into_key: number }[]).map(
      (row) => [row.key, row.into_key],
    ),
  );
  cache.stamp = stamp;
  return cache;
}

/** Calls back for every statement there is: its key, its block and where in it its facets begin. */
export function everyStatement({ blocks }: FacetIndex, each: (key: number, block: Uint32Array, at: number) => void): void {
  for (let no = 0; no < blocks.length; no++) {
    const block = blocks[no];
    if (!block) continue;
    for (let slot = 0; slot < BLOCK; slot++) {
      const at = block[slot] as number;
      if (at !== 0) each(no * BLOCK + slot, block, at);
    }
  }
}
