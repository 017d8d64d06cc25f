/** Which statements hold the words, asked of the index; where it has too many, the filters are asked of it too. */
import type { Facet, SearchQuery } from '../archive.ts';
import { inHeading, inWords } from '../asking.ts';
import type { FacetIndex, Tally } from '../facets.ts';
import { BLOCK } from '../packing.ts';
import { MARK } from '../rows.ts';
import type { Store } from '../store.ts';
import { firstOfAll } from './best.ts';
import { type Found, sift } from './sifting.ts';
import { anywhere, phrasesOf, type Spelled } from './terms.ts';
import { LAST_DAY, type Wanted } from './wanted.ts';

export function find(store: Store, index: FacetIndex, terms: readonly Spelled[], query: SearchQuery, wanted: Wanted): Found {
  const asked = terms.filter(({ not }) => !not);
  const excluded = terms.filter(({ not }) => not);
  if (asked.length === 0) return excluded.length === 0 ? findAll(store, index, query, wanted) : findRest(store, index, excluded, query, wanted);
  const not = excluded.length === 0 ? '' : ` NOT (${excluded.map(anywhere).join(' OR ')})`;
  if (query.within === 'talks' && asked.length > 1) return findTogether(store, index, asked, not, query, wanted);
  // Most words stand in no heading; then only the statements' own words are asked for.
  const headed = hits(store, asked.map((term) => inHeading(phrasesOf(term))).join(' OR '), 1).length > 0;
  const own = `(${asked.map((term) => inWords(phrasesOf(term))).join(' AND ')})${not}`;
  const match = headed ? `(${asked.map(anywhere).join(' AND ')})${not}` : own;
  const keys = hits(store, match, wanted.limits.most + 1);
  const underHeading = (of: readonly number[], narrow: string) =>
    headed ? lacking(of, hitsFrom(store, `(${own})${narrow}`, of.at(-1) ?? 0)) : undefined;
  if (keys.length <= wanted.limits.most) return sift(index, keys, underHeading(keys, ''), query, wanted);
  return findMany(store, index, match, keys, underHeading, query, wanted);
}

/** For each of the keys, whether it is not among the others (1). Both go down. */
export function lacking(keys: readonly number[], others: readonly number[]): Uint8Array {
  const lacks = new Uint8Array(keys.length);
  let o = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    while (o < others.length && (others[o] as number) > key) o++;
    if (others[o] !== key) lacks[i] = 1;
  }
  return lacks;
}

/** Keys of statements that the index gives, highest first. @param most -1 for all. */
export function hits(store: Store, match: string, most: number): number[] {
  return store.sql('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?').pluck().all(match, most) as number[];
}

/** The same down to a key. */
function hitsFrom(store: Store, match: string, lowest: number): number[] {
  return store.sql('SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? ORDER BY rowid DESC').pluck().all(match, lowest) as number[];
}

/** The question to the index with the filters of some facets; undefined where there is nothing to ask. */
function narrowed(match: string | undefined, { selective }: Pick<Wanted, 'selective'>, but?: Facet): string | undefined {
  const marks = [...selective].flatMap(([facet, values]) => (facet === but ? [] : [`(${values.map((value) => `"${MARK}${value}"`).join(' OR ')})`]));
  const all = match === undefined ? marks : [`(${match})`, ...marks];
  return all.length === 0 ? undefined : all.join(' AND ');
}

/** More hits than are looked at: the filters are asked of the index, and of each filtered facet without its own. */
function findMany(
  store: Store,
  index: FacetIndex,
  match: string,
  some: readonly number[],
  underHeading: (keys: readonly number[], narrow: string) => Uint8Array | undefined,
  query: SearchQuery,
  wanted: Wanted,
): Found {
  const all = narrowed(match, wanted) as string;
  const keys = wanted.selective.size === 0 ? some : hits(store, all, wanted.limits.most + 1);
  const exact = keys.length <= wanted.limits.most;
  const looked = keys.slice(0, wanted.limits.most);
  const marks = narrowed(undefined, wanted);
  const main = sift(index, looked, underHeading(looked, marks === undefined ? '' : ` AND ${marks}`), query, wanted);
  const atLeast: Facet[] = exact ? [] : [...(query.count ?? [])];
  const own = new Map<Facet, Tally>();
  for (const facet of query.count ?? []) {
    if (!wanted.selective.has(facet)) continue;
    const others = wanted.selective.size === 1 ? some : hits(store, narrowed(match, wanted, facet) as string, wanted.limits.most + 1);
    if (others.length > wanted.limits.most && !atLeast.includes(facet)) atLeast.push(facet);
    own.set(facet, sift(index, others.slice(0, wanted.limits.most), undefined, { ...query, limit: 1, count: [facet] }, wanted).counts(facet));
  }
  return { ...main, exact, atLeast, counts: (facet) => own.get(facet) ?? main.counts(facet), ...(!exact && { tooMany: all }) };
}

/** Filters without words. */
function findAll(store: Store, index: FacetIndex, query: SearchQuery, wanted: Wanted): Found {
  if (wanted.to < wanted.from) return sift(index, [], undefined, query, wanted);
  const everything = wanted.chosen.size === 0 && wanted.first === 0 && wanted.last === LAST_DAY && wanted.from === 0;
  if (everything) return { first: firstOfAll(index, query), total: index.totals.total, exact: true, atLeast: [], counts: () => index.totals };
  if (wanted.from > 0) return sift(index, range(wanted), undefined, query, wanted);
  // Few of a kind: the index knows them, and those of each facet without its own filter.
  const all = narrowed(undefined, wanted);
  const keys = all === undefined ? undefined : hits(store, all, wanted.limits.filtered + 1);
  if (keys && keys.length <= wanted.limits.filtered && wanted.first === 0 && wanted.last === LAST_DAY) {
    const main = sift(index, keys, undefined, query, wanted);
    const own = new Map<Facet, Tally>();
    for (const facet of query.count ?? []) {
      if (!wanted.selective.has(facet)) continue;
      const but = narrowed(undefined, wanted, facet);
      if (but === undefined && wanted.chosen.size === 1) {
        own.set(facet, index.totals);
        continue;
      }
      const others = but === undefined ? undefined : hits(store, but, wanted.limits.filtered + 1);
      const looked = others && others.length <= wanted.limits.filtered ? others : undefined;
      own.set(facet, sift(index, looked, undefined, { ...query, limit: 1, count: [facet] }, wanted).counts(facet));
    }
    return { ...main, counts: (facet) => own.get(facet) ?? main.counts(facet) };
  }
  return sift(index, undefined, undefined, query, wanted);
}

export function range({ from, to }: Wanted): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => to - i);
}

/** All statements but those that hold what is excluded. */
function findRest(store: Store, index: FacetIndex, excluded: readonly Spelled[], query: SearchQuery, wanted: Wanted): Found {
  const out = new Set(hits(store, excluded.map(anywhere).join(' OR '), -1));
  const keys: number[] = [];
  for (const [no, block] of index.blocks.entries())
    if (block) for (let slot = 0; slot < BLOCK; slot++) if (block[slot] !== 0 && !out.has(no * BLOCK + slot)) keys.push(no * BLOCK + slot);
  return sift(index, keys, undefined, query, wanted);
}

/** All words somewhere in the same talks: the statements of those talks that hold one of them. */
function findTogether(store: Store, index: FacetIndex, asked: readonly Spelled[], not: string, query: SearchQuery, wanted: Wanted): Found {
  let groups: Set<number> | undefined;
  const all = new Set<number>();
  let exact = true;
  for (const term of asked) {
    const keys = hits(store, `${anywhere(term)}${not}`, wanted.limits.most + 1);
    if (keys.length > wanted.limits.most) exact = false;
    const here = new Set<number>();
    for (const key of keys) {
      const group = groupOf(index, key);
      if (groups && !groups.has(group)) continue;
      here.add(group);
      all.add(key);
    }
    groups = here;
  }
  const keys = [...all].filter((key) => groups?.has(groupOf(index, key)));
  return { ...sift(index, keys, undefined, query, wanted), exact, atLeast: exact ? [] : [...(query.count ?? [])] };
}

function groupOf({ blocks }: FacetIndex, key: number): number {
  const block = blocks[Math.floor(key / BLOCK)];
  const at = block?.[key % BLOCK] ?? 0;
  // Statements of no talks are a group of their own each.
  return (at !== 0 && block?.[at + 2]) || -key;
}
