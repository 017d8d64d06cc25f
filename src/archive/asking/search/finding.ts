/** Which statements hold the words, asked of the index, and which of them pass the filters. */
import type { SearchQuery } from '../../archive.ts';
import { type FacetIndex, PLACES } from '../../deriving/facets.ts';
import { BLOCK } from '../../deriving/packing.ts';
import type { Store } from '../../file/store.ts';
import { inHeading, inWords } from '../asking.ts';
import { firstOfAll } from './best.ts';
import { anyHit, hits, merged } from './hits.ts';
import { type Found, type Looked, sift } from './sifting.ts';
import { anywhere, phrasesOf, type Spelled } from './terms.ts';
import { isRanged, type Wanted } from './wanted.ts';

export function find(store: Store, index: FacetIndex, terms: readonly Spelled[], query: SearchQuery, wanted: Wanted): Found {
  const asked = terms.filter(({ not }) => !not);
  const excluded = terms.filter(({ not }) => not);
  if (asked.length === 0) return excluded.length === 0 ? findAll(index, query, wanted) : findRest(store, index, excluded, query, wanted);
  const not = excluded.length === 0 ? '' : ` NOT (${excluded.map(anywhere).join(' OR ')})`;
  return sift(
    index,
    query.within === 'talks' && asked.length > 1 ? together(store, index, asked, not) : holding(store, index, asked, not),
    query,
    wanted,
  );
}

/** Statements that hold all the words, or stand under a heading that does. */
function holding(store: Store, index: FacetIndex, asked: readonly Spelled[], not: string): Looked {
  const own = hits(store, index, `(${asked.map((term) => inWords(phrasesOf(term))).join(' AND ')})${not}`);
  // Most words stand in no heading; then only the statements' own words are asked for.
  const headings = asked.map((term) => inHeading(phrasesOf(term))).join(' OR ');
  if (!anyHit(store, headings)) return { keys: own };
  // One word stands in the statement or above it; of several each may stand elsewhere.
  return merged(own, hits(store, index, `(${asked.length === 1 ? headings : asked.map(anywhere).join(' AND ')})${not}`));
}

/** All words somewhere in the same talks: the statements of those talks that hold one of them. */
function together(store: Store, index: FacetIndex, asked: readonly Spelled[], not: string): Looked {
  let groups: Set<number> | undefined;
  let all = new Uint32Array();
  for (const term of asked) {
    const keys = hits(store, index, `${anywhere(term)}${not}`);
    const here = new Set<number>();
    for (const key of keys) {
      const group = groupOf(index, key);
      if (!groups || groups.has(group)) here.add(group);
    }
    all = Uint32Array.from(merged(all, keys).keys);
    groups = here;
  }
  return { keys: all.filter((key) => groups?.has(groupOf(index, key))) };
}

function groupOf({ blocks }: FacetIndex, key: number): number {
  // Statements of no talks are a group of their own each.
  return blocks[Math.floor(key / BLOCK)]?.talks[key % BLOCK] || -key;
}

/** Filters without words. */
function findAll(index: FacetIndex, query: SearchQuery, wanted: Wanted): Found {
  if (wanted.to < wanted.from) return sift(index, { keys: new Uint32Array() }, query, wanted);
  const { totals } = index;
  if (!isRanged(wanted) && wanted.chosen.size === 0)
    return { first: firstOfAll(index, query), total: totals.total, counts: (facet) => totals[PLACES[facet].way] };
  return sift(index, wanted.from > 0 ? { keys: range(wanted) } : {}, query, wanted);
}

function range({ from, to }: Wanted): Uint32Array {
  return Uint32Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** All statements but those that hold what is excluded. */
function findRest(store: Store, index: FacetIndex, excluded: readonly Spelled[], query: SearchQuery, wanted: Wanted): Found {
  const out = new Uint8Array(index.blocks.length * BLOCK);
  for (const key of hits(store, index, excluded.map(anywhere).join(' OR '))) out[key] = 1;
  return sift(index, { out }, query, wanted);
}
