/**
 * Search over statements. The index (FTS5 over grams made by us, see text/grams.ts) says which statements hold the words;
 * the facets in memory say which of them pass the filters and how many there are of each kind.
 *
 * 1 What is typed never reaches the syntax of the index: grams are letters and digits, facets are numbers.
 * 2 Up to `most` hits everything is exact. Where words alone have more, the filters are asked of the index too; where there
 *   are still more, the total is a lower bound and says so (`exact: false`, `atLeast`); the newest are still the newest.
 *   Filters without words are always exact.
 * 3 Pages do not move: a cursor names the last statement shown, not a number of statements.
 */
import type { Act, Topic } from '../record/reading.ts';
import type { Phrase } from '../text/grams.ts';
import { searchForm } from '../text/search-form.ts';
import { FACETS, type Facet, type FacetCount, type Hit, type SearchAnswer, type SearchQuery, type Side } from './archive.ts';
import { inHeading, inWords, occurrencesOf, readTerms, type Term } from './asking.ts';
import { SIDES } from './derived.ts';
import { FAMILIES, type FacetIndex, facetIndex, makeTally, type Tally, tally } from './facets.ts';
import { archiveFault } from './fault.ts';
import { dyadFrom, rangeOf } from './listing.ts';
import { BLOCK, LISTS } from './packing.ts';
import { afterOf, cursorOf, limitOf, told } from './paging.ts';
import { MARK, PARTS } from './rows.ts';
import { spellingsOf } from './spellings.ts';
import type { Store } from './store.ts';

export interface Limits {
  /** Hits of words that are looked at one by one. */
  readonly most: number;
  /** The same without words; beyond, all statements are looked at, which takes longer and is exact too. */
  readonly filtered: number;
}
export const LIMITS: Limits = { most: 20_000, filtered: 100_000 };
/** A filter that lets through a larger share of all statements is not asked of the index: it would save nothing there. */
const SELECTIVE = 0.2;
/** Values of one facet that are told. */
const MOST_VALUES = 100;
const LAST_DAY = 99_999_999;

export function search(store: Store, query: SearchQuery, limits: Limits = LIMITS): SearchAnswer {
  const index = facetIndex(store);
  const asked = ask(store, index, query, limits);
  const { terms, found } = asked;
  const { items, next } = page(store, index, asked, query);
  const lacking = found.total > 0 || !query.lacking ? undefined : lackingOf(store, index, query, limits);
  return {
    items,
    ...(next !== undefined && { next }),
    total: found.total,
    exact: found.exact,
    facets: query.count ? countsOf(store, index, query, asked.wanted, found) : {},
    ...(found.atLeast.length > 0 && { atLeast: found.atLeast }),
    along: terms.flatMap(({ words, also }) => (also.length > 0 ? [{ word: words, also: also.map(({ words: spelled }) => spelled) }] : [])),
    ...(lacking && { lacking }),
  };
}

interface Asked {
  readonly wanted: Wanted;
  readonly terms: readonly Spelled[];
  readonly found: Found;
}

function ask(store: Store, index: FacetIndex, query: SearchQuery, limits: Limits): Asked {
  const wanted = makeWanted(store, index, query, limits);
  const terms = readTerms(query.words ?? '').map((term) => withSpellings(store, term, query.without));
  return { wanted, terms, found: find(store, index, terms, query, wanted) };
}

// ── What is wanted ─────────────────────────────────────────────────────────

interface Spelled extends Term {
  /** Other spellings of a name that count as it. */
  readonly also: readonly Term[];
}

function withSpellings(store: Store, term: Term, without: readonly string[] = []): Spelled {
  const also = term.not
    ? []
    : spellingsOf(store, term).flatMap((spelled) => (without.includes(spelled) ? [] : readTerms(`"${spelled.replaceAll('"', '')}"`)));
  return { ...term, also };
}

/** The filters as the facets in memory have them. */
interface Wanted {
  readonly limits: Limits;
  readonly first: number;
  readonly last: number;
  /** By code: whether a value of act, level, kind, language, dyad or topic is chosen. */
  readonly codes: Uint8Array;
  readonly sides: number;
  readonly parts: number;
  readonly withheld: number;
  readonly families: number;
  readonly years: ReadonlySet<number>;
  readonly people: ReadonlySet<number>;
  /** Facets that are filtered. */
  readonly chosen: ReadonlySet<Facet>;
  /** Those of them that let through little, and what the index calls their values. */
  readonly selective: ReadonlyMap<Facet, readonly string[]>;
  /** Keys between which the statements of the document stand. */
  readonly from: number;
  readonly to: number;
}

const CODED: readonly Facet[] = ['dyad', 'act', 'topic', 'level', 'kind', 'language'];

function makeWanted(store: Store, index: FacetIndex, query: SearchQuery, limits: Limits): Wanted {
  const codes = new Uint8Array(index.values.length + 1);
  const chosen = new Set<Facet>();
  const selective = new Map<Facet, string[]>();
  const bits = { side: 0, part: 0, withheld: 0, family: 0 };
  const years = new Set<number>();
  const people = new Set<number>();
  for (const facet of Object.keys(query.facets ?? {}) as Facet[]) {
    if (!FACETS.includes(facet)) throw archiveFault('bad-facet', { facet: String(facet).slice(0, 60), facets: FACETS.join(', ') });
    const values = query.facets?.[facet] ?? [];
    if (values.length === 0) continue;
    const marks: string[] = [];
    let through = 0;
    const { totals } = index;
    for (const value of values) {
      if (CODED.includes(facet)) {
        const code = index.codes.get(`${facet}\n${facet === 'dyad' ? dyadFrom(value) : value}`);
        if (code === undefined) continue;
        codes[code] = 1;
        marks.push(`f${code}`);
        through += totals.codes[code] as number;
      } else if (facet === 'person') {
        const row = store.sql('SELECT into_entity AS key FROM entity WHERE id = ?').get(value) as { key: number } | undefined;
        if (!row) continue;
        people.add(row.key);
        for (const { key } of store.sql('SELECT key FROM entity WHERE into_entity = ?').all(row.key) as { key: number }[]) {
          marks.push(`p${key}`);
          through += totals.people[key] as number;
        }
      } else if (facet === 'year') {
        if (!/^\d{4}$/.test(value)) continue;
        years.add(Number(value));
        marks.push(`y${Number(value)}`);
        through += totals.years[Number(value)] as number;
      } else {
        const names: readonly string[] = facet === 'side' ? SIDES : facet === 'part' ? PARTS : facet === 'family' ? FAMILIES : ['no', 'yes'];
        const n = names.indexOf(value);
        if (n < 0) continue;
        bits[facet as keyof typeof bits] |= 1 << n;
        if (facet === 'family') {
          for (const [code, family] of index.families.entries()) if (family === n) marks.push(`f${code}`);
          through += totals.families[n] as number;
        } else {
          marks.push(`${facet === 'side' ? 's' : facet === 'part' ? 'b' : 'w'}${n}`);
          through += (facet === 'side' ? totals.sides : facet === 'part' ? totals.parts : totals.withheld)[n] as number;
        }
      }
    }
    chosen.add(facet);
    // A value that nothing has finds nothing, rather than everything.
    if (through <= totals.total * SELECTIVE) selective.set(facet, marks.length > 0 ? marks : ['none']);
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
    codes,
    sides: bits.side,
    parts: bits.part,
    withheld: bits.withheld,
    families: bits.family,
    years,
    people,
    chosen,
    selective,
    limits,
    from: document.first,
    to: document.first + document.statements - 1,
  };
}

function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

// ── Which statements hold the words ────────────────────────────────────────

interface Found {
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
type Counts = (facet: Facet) => Tally;

function find(store: Store, index: FacetIndex, terms: readonly Spelled[], query: SearchQuery, wanted: Wanted): Found {
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

function phrasesOf({ phrase, also }: Spelled): Phrase[] {
  return [phrase, ...also.map((one) => one.phrase)];
}

/** In the words of a statement or in a heading above it. */
function anywhere(term: Spelled): string {
  return `(${inWords(phrasesOf(term))} OR ${inHeading(phrasesOf(term))})`;
}

/** For each of the keys, whether it is not among the others (1). Both go down. */
function lacking(keys: readonly number[], others: readonly number[]): Uint8Array {
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
function hits(store: Store, match: string, most: number): number[] {
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

function range({ from, to }: Wanted): number[] {
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

// ── Which of them pass, and how many there are of each kind ────────────────

/** Looks at each of the statements, or of all there are. */
function sift(index: FacetIndex, keys: readonly number[] | undefined, headed: Uint8Array | undefined, query: SearchQuery, wanted: Wanted): Found {
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

type Passes = (block: Uint32Array, at: number) => boolean;

/** A test for each facet that is filtered, the cheap ones first. */
function testsOf({ families: familyOf, merged }: FacetIndex, wanted: Wanted): [Facet, Passes][] {
  const { codes, sides, parts, withheld, families, years, people, chosen } = wanted;
  const all: [Facet, Passes][] = [
    ['side', (block, at) => (sides & (1 << ((block[at + 1] as number) & 7))) !== 0],
    ['part', (block, at) => (parts & (1 << (((block[at + 1] as number) >> 3) & 3))) !== 0],
    ['withheld', (block, at) => (withheld & (1 << (((block[at + 1] as number) >> 5) & 1))) !== 0],
    ['act', (block, at) => codes[(block[at + 3] as number) & 0xffff] === 1],
    ['level', (block, at) => codes[(block[at + 3] as number) >>> 16] === 1],
    ['kind', (block, at) => codes[(block[at + 4] as number) & 0xffff] === 1],
    ['language', (block, at) => codes[(block[at + 4] as number) >>> 16] === 1],
    ['family', (block, at) => (families & (1 << (familyOf[(block[at + 3] as number) & 0xffff] as number))) !== 0],
    ['year', (block, at) => years.has(Math.floor((block[at] as number) / 10_000))],
    ['dyad', (block, at) => anyOf(codes, block, at + LISTS, at + LISTS + ((block[at + 5] as number) & 255))],
    [
      'topic',
      (block, at) => {
        const many = block[at + 5] as number;
        const start = at + LISTS + (many & 255);
        return anyOf(codes, block, start, start + ((many >> 8) & 255));
      },
    ],
    [
      'person',
      (block, at) => {
        const many = block[at + 5] as number;
        const start = at + LISTS + (many & 255) + ((many >> 8) & 255);
        for (let i = start; i < start + (many >>> 16); i++) if (people.has(merged.get(block[i] as number) ?? (block[i] as number))) return true;
        return false;
      },
    ],
  ];
  return all.filter(([facet]) => chosen.has(facet));
}

function anyOf(codes: Uint8Array, block: Uint32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (codes[block[i] as number] === 1) return true;
  return false;
}

// ── In order ───────────────────────────────────────────────────────────────

/** The first of the page's order, and one more, so that one knows whether there is a next page. */
interface Best {
  readonly keys: number[];
  readonly values: number[];
  offer(key: number, day: number, length: number, underHeading: boolean): void;
  /** Whether a statement of that day or later (earlier, for the oldest) could still be among them. */
  wants(day: number): boolean;
}

/**
 * Ranked: own words before headings, then the larger share of the statement that the words are (what bm25 comes to where
 * every word must be there once), then the newest.
 */
function openBest(query: SearchQuery, ranked: boolean): Best {
  const most = limitOf(query) + 1;
  const after = afterOf(query);
  const last = after ? Number(after[0]) : Number.POSITIVE_INFINITY;
  const lastKey = after ? after[1] : -1;
  const order = orderOf(query, ranked);
  const keys: number[] = [];
  const values: number[] = [];
  const worth = (day: number, length: number, underHeading: boolean): number =>
    order === 'newest'
      ? day
      : order === 'oldest'
        ? -(day || LAST_DAY)
        : ((underHeading ? 0 : 1_000_000) + Math.round(100_000 / (4 + length))) * 100_000_000 + day;
  return {
    keys,
    values,
    wants: (day) => {
      const value = order === 'oldest' ? -(day || LAST_DAY) : day;
      return keys.length < most || value >= (values[keys.length - 1] as number);
    },
    offer(key, day, length, underHeading) {
      const value = worth(day, length, underHeading);
      const n = keys.length;
      if (n === most && value < (values[n - 1] as number)) return;
      if (value > last || (value === last && key <= lastKey)) return;
      if (n === most && !precedes(value, key, values[n - 1] as number, keys[n - 1] as number)) return;
      let low = 0;
      let high = n;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (precedes(values[middle] as number, keys[middle] as number, value, key)) low = middle + 1;
        else high = middle;
      }
      keys.splice(low, 0, key);
      values.splice(low, 0, value);
      if (keys.length > most) {
        keys.pop();
        values.pop();
      }
    },
  };
}

function orderOf({ order }: SearchQuery, ranked: boolean): 'rank' | 'newest' | 'oldest' {
  return order === undefined || order === 'rank' ? (ranked ? 'rank' : 'newest') : order;
}

/** Greater values first; of equal ones, in the order of the text. */
function precedes(value: number, key: number, otherValue: number, otherKey: number): boolean {
  return value > otherValue || (value === otherValue && key < otherKey);
}

/** The newest, or oldest, of all there are: block by block, until none that is left can hold one. */
function firstOfAll(index: FacetIndex, query: SearchQuery): Best {
  const best = openBest(query, false);
  const oldest = orderOf(query, false) === 'oldest';
  const days = oldest ? index.firstDays : index.lastDays;
  const order = [...index.blocks.keys()]
    .filter((no) => index.blocks[no])
    .sort((a, b) => (oldest ? (days[a] as number) - (days[b] as number) : (days[b] as number) - (days[a] as number)));
  for (const no of order) {
    if (!best.wants(days[no] as number)) break;
    const block = index.blocks[no] as Uint32Array;
    for (let slot = 0; slot < BLOCK; slot++) {
      const at = block[slot] as number;
      if (at !== 0) best.offer(no * BLOCK + slot, block[at] as number, 0, false);
    }
  }
  return best;
}

// ── The page ───────────────────────────────────────────────────────────────

interface Row {
  readonly key: number;
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly language: string;
  readonly talks: string | null;
  readonly kind: string | null;
  readonly level: string | null;
  readonly date: string | null;
  readonly parties: string | null;
  readonly id: string;
  readonly path: string;
  readonly heading: string | null;
  readonly quote: string;
  readonly act: string;
  readonly verb: string;
  readonly side: string;
  readonly speakers: string;
  readonly topics: string;
  readonly withheld: number;
  readonly low: number;
  readonly corrected: number;
}

function page(store: Store, index: FacetIndex, { wanted, terms, found }: Asked, query: SearchQuery): { items: Hit[]; next?: string } {
  const limit = limitOf(query);
  const { keys, values } =
    found.tooMany !== undefined && orderOf(query, true) !== 'rank' ? byYears(store, index, query, wanted, found.tooMany) : found.first;
  const shown = keys.slice(0, limit);
  const rows = new Map(
    shown.map((key) => [
      key,
      store
        .sql(
          `SELECT s.key, d.id AS document, d.title, d.publisher, d.language, t.id AS talks, t.kind, t.level, t.date, t.parties, s.id, s.path, s.heading, s.quote, s.act, s.verb, s.side,
            s.speakers, s.topics, s.withheld, s.low, s.corrected
           FROM statement s JOIN document d ON d.key = s.document LEFT JOIN talks t ON t.key = s.talks WHERE s.key = ?`,
        )
        .get(key) as Row | undefined,
    ]),
  );
  const asked = terms.filter(({ not }) => !not);
  const items = shown.flatMap((key) => {
    const row = rows.get(key);
    return row ? [toHit(row, asked)] : [];
  });
  const end = shown.length - 1;
  return { items, ...(keys.length > limit && { next: cursorOf([values[end] as number, shown[end] as number]) }) };
}

/** The newest, or oldest, of more hits than are looked at: year by year until the page is full. */
function byYears(store: Store, index: FacetIndex, query: SearchQuery, wanted: Wanted, match: string): Pick<Best, 'keys' | 'values'> {
  const years = [...index.totals.years.keys()].filter((year) => (index.totals.years[year] as number) > 0 && year > 0);
  if (query.order === 'newest') years.reverse();
  // Statements of no known day come last.
  years.push(0);
  const keys: number[] = [];
  const values: number[] = [];
  for (const year of years) {
    const { first } = sift(index, hits(store, `(${match}) AND "${MARK}y${year}"`, -1), undefined, { ...query, count: [] }, wanted);
    keys.push(...first.keys);
    values.push(...first.values);
    if (keys.length > limitOf(query)) break;
  }
  return { keys, values };
}

function toHit(row: Row, asked: readonly Spelled[]): Hit {
  const marks = marksIn(row.quote, asked);
  const byHeading = asked.some((term) => marksIn(row.quote, [term]).length === 0) ? row.heading : null;
  return {
    document: row.document,
    ...told({ title: row.title, publisher: row.publisher }),
    language: row.language,
    talks: {
      id: row.talks ?? '',
      kind: row.kind ?? '',
      ...told({ level: row.level, date: row.date }),
      parties: row.parties === null ? [] : (JSON.parse(row.parties) as string[]),
    },
    id: row.id,
    path: row.path,
    act: row.act as Act,
    verb: row.verb,
    side: row.side as Side,
    speakers: JSON.parse(row.speakers) as Hit['speakers'],
    withheld: row.withheld === 1,
    topics: JSON.parse(row.topics) as Topic[],
    quote: row.quote,
    marks,
    ...(byHeading !== null && { byHeading }),
    low: row.low === 1,
    corrected: row.corrected === 1,
  };
}

/** Where the words stand in a quote, in units of the quote. */
export function marksIn(quote: string, asked: readonly Spelled[]): [number, number][] {
  const { form, at } = searchForm(quote);
  const spans = asked
    .flatMap((term) => [term, ...term.also].flatMap((one) => occurrencesOf(one.form, form)))
    .map(([start, end]): [number, number] => (at ? [at[start] as number, at[end] as number] : [start, end]))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const marks: [number, number][] = [];
  for (const span of spans) {
    const last = marks.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else marks.push(span);
  }
  return marks;
}

// ── Counts ─────────────────────────────────────────────────────────────────

function countsOf(store: Store, index: FacetIndex, query: SearchQuery, wanted: Wanted, found: Found): SearchAnswer['facets'] {
  const result: Partial<Record<Facet, readonly FacetCount[]>> = {};
  for (const facet of query.count ?? []) {
    if (!FACETS.includes(facet)) throw archiveFault('bad-facet', { facet: String(facet).slice(0, 60), facets: FACETS.join(', ') });
    const values = new Set((query.facets?.[facet] ?? []).map((value) => (facet === 'dyad' ? dyadFrom(value) : value)));
    const sheet = found.counts(facet);
    let counts: { value: string; count: number; name?: string }[] = [];
    if (CODED.includes(facet)) {
      for (const [name, code] of index.codes) {
        if (!name.startsWith(`${facet}\n`)) continue;
        const count = sheet.codes[code] as number;
        if (count > 0 || wanted.codes[code]) counts.push({ value: index.values[code] as string, count });
      }
    } else if (facet === 'person') {
      const top = peopleOf(index, sheet).filter(([key], i) => i < MOST_VALUES || wanted.people.has(key));
      counts = top.flatMap(([key, count]) => {
        const row = personOf(store, key);
        return row ? [{ value: row.id, count, name: row.name }] : [];
      });
    } else if (facet === 'year')
      counts = [...sheet.years.entries()].flatMap(([year, count]) =>
        count > 0 && year > 0 ? [{ value: String(year).padStart(4, '0'), count }] : [],
      );
    else {
      const [names, numbers] =
        facet === 'side'
          ? [SIDES, sheet.sides]
          : facet === 'part'
            ? [PARTS, sheet.parts]
            : facet === 'family'
              ? [FAMILIES, sheet.families]
              : [['no', 'yes'], sheet.withheld];
      counts = (names as readonly string[]).flatMap((value, i) => (numbers[i] ? [{ value, count: numbers[i] as number }] : []));
    }
    for (const value of values) if (facet !== 'person' && !counts.some((one) => one.value === value)) counts.push({ value, count: 0 });
    const chosen = (one: { value: string }) => values.has(one.value);
    result[facet] = counts
      .sort((a, b) => (facet === 'year' ? (a.value < b.value ? 1 : -1) : b.count - a.count || (a.value < b.value ? -1 : 1)))
      .filter((one, i) => i < MOST_VALUES || chosen(one))
      .map((one) => ({ ...one, chosen: chosen(one) }));
  }
  return result;
}

/** Persons by how often they speak, those that are one counted together. */
function peopleOf({ merged }: FacetIndex, { people }: Tally): [key: number, count: number][] {
  const counts = new Map<number, number>();
  for (let key = 0; key < people.length; key++) {
    const count = people[key] as number;
    if (count === 0) continue;
    const root = merged.get(key) ?? key;
    counts.set(root, (counts.get(root) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function personOf(store: Store, key: number): { id: string; name: string } | undefined {
  return store
    .sql(
      'SELECT i.id, (SELECT p.name FROM spelling p JOIN entity e ON e.key = p.entity WHERE e.into_entity = i.key ORDER BY p.n DESC, p.name LIMIT 1) AS name FROM entity i WHERE i.key = ?',
    )
    .get(key) as { id: string; name: string } | undefined;
}

/** What each part of a question that finds nothing keeps out. */
function lackingOf(store: Store, index: FacetIndex, query: SearchQuery, limits: Limits): SearchAnswer['lacking'] {
  const { words, facets = {}, from, to, within, document } = query;
  const parts: { without: string; query: SearchQuery }[] = [];
  const base: SearchQuery = {
    facets,
    ...(words !== undefined && { words }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(within && { within }),
    ...(document !== undefined && { document }),
  };
  const filled = (Object.keys(facets) as Facet[]).filter((facet) => (facets[facet]?.length ?? 0) > 0);
  const n = filled.length + (words?.trim() ? 1 : 0) + (from !== undefined || to !== undefined ? 1 : 0);
  // One part alone has nothing beside it that could find more.
  if (n < 2) return undefined;
  if (words?.trim()) parts.push({ without: 'words', query: { ...base, words: '' } });
  if (from !== undefined || to !== undefined) {
    const { from: _from, to: _to, ...rest } = base;
    parts.push({ without: 'date', query: rest });
  }
  for (const facet of filled) parts.push({ without: facet, query: { ...base, facets: { ...facets, [facet]: [] } } });
  return parts.map(({ without, query: less }) => ({ without, total: ask(store, index, { ...less, limit: 1 }, limits).found.total }));
}
