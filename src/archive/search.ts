/**
 * Search over statements. The index (FTS5 over grams made by us, see text/grams.ts) says which statements hold the words;
 * the facets in memory say which of them pass the filters and how many there are of each kind.
 *
 * 1 What is typed never reaches the syntax of the index: grams are letters and digits, facets are numbers.
 * 2 Up to `MOST` hits everything is exact. Beyond, the filters are asked of the index too; where there are still more,
 *   counts are of `MOST` hits and say so (`exact: false`); the newest are still the newest.
 * 3 Pages do not move: a cursor names the last statement shown, not a number of statements.
 */
import type { Act, Topic } from '../record/reading.ts';
import { searchForm } from '../text/search-form.ts';
import { FACETS, type Facet, type FacetCount, type Hit, type SearchAnswer, type SearchQuery, type Side } from './archive.ts';
import { ftsTerm, occurrencesOf, readTerms, type Term } from './asking.ts';
import { SIDES } from './derived.ts';
import { everyStatement, FAMILIES, type FacetIndex, facetIndex } from './facets.ts';
import { archiveFault } from './fault.ts';
import { dyadFrom, rangeOf } from './listing.ts';
import { BLOCK, LISTS } from './packing.ts';
import { afterOf, cursorOf, limitOf, told } from './paging.ts';
import { PARTS } from './rows.ts';
import { spellingsOf } from './spellings.ts';
import type { Store } from './store.ts';

/** Hits that are looked at one by one. */
const MOST = 40_000;
/** Values of one facet that are told. */
const MOST_VALUES = 100;

export function search(store: Store, query: SearchQuery): SearchAnswer {
  const index = facetIndex(store);
  const { wanted, terms, found, sheet } = ask(store, index, query);
  const { items, next } = page(store, index, sheet, terms, query, found);
  const counts = query.count ? countsOf(store, index, query, wanted, sheet) : {};
  const lacking = sheet.total > 0 ? undefined : lackingOf(store, index, query);
  return {
    items,
    ...(next !== undefined && { next }),
    total: sheet.total,
    exact: found.exact,
    facets: counts,
    along: terms.flatMap(({ words, also }) => (also.length > 0 ? [{ word: words, also: also.map(({ words: spelled }) => spelled) }] : [])),
    ...(lacking && { lacking }),
  };
}

function ask(store: Store, index: FacetIndex, query: SearchQuery) {
  const wanted = makeWanted(store, index, query);
  const terms = readTerms(query.words ?? '').map((term) => withSpellings(store, term, query.without));
  const found = find(store, index, terms, query, wanted);
  return { wanted, terms, found, sheet: makeSheet(index, query, wanted, found) };
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
  /** Facets that are filtered, and what the index calls their values. */
  readonly chosen: ReadonlyMap<Facet, readonly string[]>;
  /** Keys between which the statements of the document stand. */
  readonly from: number;
  readonly to: number;
}

const CODED: readonly Facet[] = ['dyad', 'act', 'topic', 'level', 'kind', 'language'];

function makeWanted(store: Store, index: FacetIndex, query: SearchQuery): Wanted {
  const codes = new Uint8Array(index.values.length + 1);
  const chosen = new Map<Facet, string[]>();
  const bits = { side: 0, part: 0, withheld: 0, family: 0 };
  const years = new Set<number>();
  const people = new Set<number>();
  for (const facet of Object.keys(query.facets ?? {}) as Facet[]) {
    if (!FACETS.includes(facet)) throw archiveFault('bad-facet', { facet: String(facet).slice(0, 60), facets: FACETS.join(', ') });
    const values = query.facets?.[facet] ?? [];
    if (values.length === 0) continue;
    const marks: string[] = [];
    for (const value of values) {
      if (CODED.includes(facet)) {
        const code = index.codes.get(`${facet}\n${facet === 'dyad' ? dyadFrom(value) : value}`);
        if (code === undefined) continue;
        codes[code] = 1;
        marks.push(`f${code}`);
      } else if (facet === 'person') {
        const row = store.sql('SELECT into_entity AS key FROM entity WHERE id = ?').get(value) as { key: number } | undefined;
        if (!row) continue;
        people.add(row.key);
        for (const { key } of store.sql('SELECT key FROM entity WHERE into_entity = ?').all(row.key) as { key: number }[]) marks.push(`p${key}`);
      } else if (facet === 'year') {
        if (!/^\d{4}$/.test(value)) continue;
        years.add(Number(value));
        marks.push(`y${Number(value)}`);
      } else {
        const names: readonly string[] = facet === 'side' ? SIDES : facet === 'part' ? PARTS : facet === 'family' ? FAMILIES : ['no', 'yes'];
        const n = names.indexOf(value);
        if (n < 0) continue;
        bits[facet as keyof typeof bits] |= 1 << n;
        if (facet === 'family') {
          for (const [code, family] of index.families.entries()) if (family === n) marks.push(`f${code}`);
        } else marks.push(`${facet === 'side' ? 's' : facet === 'part' ? 'b' : 'w'}${n}`);
      }
    }
    // A value that nothing has finds nothing, rather than everything.
    chosen.set(facet, marks.length > 0 ? marks : ['none']);
  }
  const { first, last } = rangeOf(query);
  const document =
    query.document === undefined
      ? { first: 0, statements: Number.MAX_SAFE_INTEGER }
      : ((store
          .sql('SELECT first, statements FROM document WHERE removed IS NULL AND key = (SELECT document FROM version WHERE id = ?)')
          .get(query.document) as { first: number; statements: number } | undefined) ?? { first: 0, statements: 0 });
  return {
    first: first === undefined ? 0 : Math.max(1, dayNumber(first)),
    last: last === undefined ? 99_999_999 : dayNumber(last),
    codes,
    sides: bits.side,
    parts: bits.part,
    withheld: bits.withheld,
    families: bits.family,
    years,
    people,
    chosen,
    from: document.first,
    to: document.first + document.statements - 1,
  };
}

function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

// ── Which statements hold the words ────────────────────────────────────────

interface Found {
  /** Keys, highest first; undefined: all there are. */
  readonly keys: readonly number[] | undefined;
  /** Keys of those in which a heading was found and not the words themselves. */
  readonly byHeading: ReadonlySet<number>;
  readonly exact: boolean;
  /** Whether any word asked for something. */
  readonly any: boolean;
  /** The question to the index, for a page of the newest of too many. */
  readonly match?: string;
}

const BOTH = '{own heading}';

function find(store: Store, index: FacetIndex, terms: readonly Spelled[], query: SearchQuery, wanted: Wanted): Found {
  const asked = terms.filter(({ not }) => !not);
  const excluded = terms.filter(({ not }) => not);
  if (asked.length === 0) {
    const out = excluded.length === 0 ? undefined : new Set(hits(store, excluded.map((term) => `(${expression(term, BOTH)})`).join(' OR '), -1));
    const keys: number[] = [];
    if (out) everyStatement(index, (key) => !out.has(key) && keys.push(key));
    return { keys: out ? keys.reverse() : undefined, byHeading: new Set(), exact: true, any: false };
  }
  const not = excluded.length === 0 ? '' : ` NOT (${excluded.map((term) => `(${expression(term, BOTH)})`).join(' OR ')})`;
  if (query.within === 'talks' && asked.length > 1) return findTogether(store, index, asked, not);
  const match = `(${asked.map((term) => `(${expression(term, BOTH)})`).join(' AND ')})${not}`;
  let keys = hits(store, match, MOST + 1);
  let exact = true;
  let narrowed = match;
  if (keys.length > MOST) {
    narrowed = narrow(match, wanted);
    if (narrowed !== match) keys = hits(store, narrowed, MOST + 1);
    // The facets that are filtered are counted without their own filter, which the narrowed question does not tell.
    exact = keys.length <= MOST && wanted.chosen.size === 0;
    if (keys.length > MOST) keys.length = MOST;
  }
  return { keys, byHeading: headingOnly(store, asked, not, keys), exact, any: true, match: narrowed };
}

function expression({ phrase, also }: Spelled, columns: string): string {
  return ftsTerm([phrase, ...also.map((one) => one.phrase)], columns);
}

/** Keys of statements that the index gives, highest first. @param most -1 for all. */
function hits(store: Store, match: string, most: number): number[] {
  return store.sql('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?').pluck().all(match, most) as number[];
}

/** The question with the filters that the index knows. */
function narrow(match: string, { chosen }: Wanted): string {
  const marks = [...chosen.values()].map((values) => `(marks : (${values.map((value) => `"${value}"`).join(' OR ')}))`);
  return marks.length === 0 ? match : `(${match}) AND ${marks.join(' AND ')}`;
}

/** Which of the hits are only under a heading that holds a word. */
function headingOnly(store: Store, asked: readonly Spelled[], not: string, keys: readonly number[]): ReadonlySet<number> {
  const heading = `(${asked.map((term) => `(${expression(term, 'heading')})`).join(' OR ')})${not}`;
  const [some] = hits(store, heading, 1);
  if (some === undefined) return new Set();
  const own = new Set(hits(store, `(${asked.map((term) => `(${expression(term, 'own')})`).join(' AND ')})${not}`, MOST + 1));
  return new Set(keys.filter((key) => !own.has(key)));
}

/** All words somewhere in the same talks: the statements of those talks that hold one of them. */
function findTogether(store: Store, index: FacetIndex, asked: readonly Spelled[], not: string): Found {
  let groups: Set<number> | undefined;
  const all = new Set<number>();
  let exact = true;
  for (const term of asked) {
    const keys = hits(store, `(${expression(term, BOTH)})${not}`, MOST + 1);
    if (keys.length > MOST) exact = false;
    const here = new Set<number>();
    for (const key of keys) {
      const group = groupOf(index, key);
      if (groups && !groups.has(group)) continue;
      here.add(group);
      all.add(key);
    }
    groups = here;
  }
  const keys = [...all].filter((key) => groups?.has(groupOf(index, key))).sort((a, b) => b - a);
  return { keys, byHeading: new Set(), exact, any: true };
}

function groupOf({ blocks }: FacetIndex, key: number): number {
  const block = blocks[Math.floor(key / BLOCK)];
  const at = block?.[key % BLOCK] ?? 0;
  // Statements of no talks are a group of their own each.
  return (at !== 0 && block?.[at + 2]) || -key;
}

// ── Which of them pass, and how many there are of each kind ────────────────

interface Sheet {
  total: number;
  readonly codes: Uint32Array;
  readonly sides: Uint32Array;
  readonly parts: Uint32Array;
  readonly withheld: Uint32Array;
  readonly families: Uint32Array;
  readonly years: Uint32Array;
  readonly people: Map<number, number>;
  /** Those that pass, with what they are sorted by. */
  readonly keys: number[];
  readonly values: number[];
}

const N = Object.fromEntries(FACETS.map((facet, i) => [facet, i])) as Readonly<Record<Facet, number>>;

function makeSheet(index: FacetIndex, query: SearchQuery, wanted: Wanted, found: Found): Sheet {
  const sheet: Sheet = {
    total: 0,
    codes: new Uint32Array(index.values.length + 1),
    sides: new Uint32Array(SIDES.length),
    parts: new Uint32Array(PARTS.length),
    withheld: new Uint32Array(2),
    families: new Uint32Array(FAMILIES.length + 1),
    years: new Uint32Array(10_000),
    people: new Map(),
    keys: [],
    values: [],
  };
  const { codes, sides, parts, withheld, families, years, people, chosen, first, last, from, to } = wanted;
  const filtered = (facet: Facet) => chosen.has(facet);
  const [byAct, byLevel, byKind, byLanguage, byDyad, byTopic] = (['act', 'level', 'kind', 'language', 'dyad', 'topic'] as const).map(filtered) as [
    boolean,
    boolean,
    boolean,
    boolean,
    boolean,
    boolean,
  ];
  const [bySide, byPart, byWithheld, byFamily, byYear, byPerson] = (['side', 'part', 'withheld', 'family', 'year', 'person'] as const).map(
    filtered,
  ) as [boolean, boolean, boolean, boolean, boolean, boolean];
  const counting = new Set(query.count ?? []);
  const counted = FACETS.map((facet) => counting.has(facet));
  const sort = sorter(query, found);
  const { families: familyOf, merged } = index;

  const look = (key: number, block: Uint32Array, at: number): void => {
    if (key < from || key > to) return;
    const day = block[at] as number;
    if (day < first || day > last) return;
    const flags = block[at + 1] as number;
    const act = (block[at + 3] as number) & 0xffff;
    const level = (block[at + 3] as number) >>> 16;
    const kind = (block[at + 4] as number) & 0xffff;
    const language = (block[at + 4] as number) >>> 16;
    const many = block[at + 5] as number;
    const dyadsEnd = at + LISTS + (many & 255);
    const topicsEnd = dyadsEnd + ((many >> 8) & 255);
    const peopleEnd = topicsEnd + (many >>> 16);
    const side = flags & 7;
    const part = (flags >> 3) & 3;
    const held = (flags >> 5) & 1;
    const family = familyOf[act] as number;
    const year = Math.floor(day / 10_000);
    let fails = 0;
    let failed = -1;
    if (byAct && codes[act] === 0) {
      fails++;
      failed = N.act;
    }
    if (bySide && (sides & (1 << side)) === 0) {
      fails++;
      failed = N.side;
    }
    if (byFamily && (families & (1 << family)) === 0) {
      fails++;
      failed = N.family;
    }
    if (byWithheld && (withheld & (1 << held)) === 0) {
      fails++;
      failed = N.withheld;
    }
    if (byPart && (parts & (1 << part)) === 0) {
      fails++;
      failed = N.part;
    }
    if (byLevel && codes[level] === 0) {
      fails++;
      failed = N.level;
    }
    if (byKind && codes[kind] === 0) {
      fails++;
      failed = N.kind;
    }
    if (byLanguage && codes[language] === 0) {
      fails++;
      failed = N.language;
    }
    if (byYear && !years.has(year)) {
      fails++;
      failed = N.year;
    }
    if (fails > 1) return;
    if (byDyad && !anyOf(codes, block, at + LISTS, dyadsEnd)) {
      fails++;
      failed = N.dyad;
    }
    if (byTopic && !anyOf(codes, block, dyadsEnd, topicsEnd)) {
      fails++;
      failed = N.topic;
    }
    if (byPerson && !anyPerson(people, merged, block, topicsEnd, peopleEnd)) {
      fails++;
      failed = N.person;
    }
    if (fails > 1) return;
    const all = fails === 0;
    if (all) {
      sheet.total++;
      sort(key, day, flags >>> 16, sheet);
    }
    if ((all && counted[N.act]) || failed === N.act) (sheet.codes[act] as number)++;
    if ((all && counted[N.level]) || failed === N.level) (sheet.codes[level] as number)++;
    if ((all && counted[N.kind]) || failed === N.kind) (sheet.codes[kind] as number)++;
    if ((all && counted[N.language]) || failed === N.language) (sheet.codes[language] as number)++;
    if ((all && counted[N.side]) || failed === N.side) (sheet.sides[side] as number)++;
    if ((all && counted[N.part]) || failed === N.part) (sheet.parts[part] as number)++;
    if ((all && counted[N.withheld]) || failed === N.withheld) (sheet.withheld[held] as number)++;
    if ((all && counted[N.family]) || failed === N.family) (sheet.families[Math.min(family, FAMILIES.length)] as number)++;
    if ((all && counted[N.year]) || failed === N.year) (sheet.years[year] as number)++;
    if ((all && counted[N.dyad]) || failed === N.dyad) for (let i = at + LISTS; i < dyadsEnd; i++) (sheet.codes[block[i] as number] as number)++;
    if ((all && counted[N.topic]) || failed === N.topic) for (let i = dyadsEnd; i < topicsEnd; i++) (sheet.codes[block[i] as number] as number)++;
    if ((all && counted[N.person]) || failed === N.person)
      for (let i = topicsEnd; i < peopleEnd; i++) {
        const person = merged.get(block[i] as number) ?? (block[i] as number);
        sheet.people.set(person, (sheet.people.get(person) ?? 0) + 1);
      }
  };

  if (found.keys === undefined) everyStatement(index, look);
  else
    for (const key of found.keys) {
      const block = index.blocks[Math.floor(key / BLOCK)];
      const at = block?.[key % BLOCK] ?? 0;
      if (block && at !== 0) look(key, block, at);
    }
  return sheet;
}

function anyOf(codes: Uint8Array, block: Uint32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (codes[block[i] as number] === 1) return true;
  return false;
}

function anyPerson(people: ReadonlySet<number>, merged: ReadonlyMap<number, number>, block: Uint32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const key = block[i] as number;
    if (people.has(merged.get(key) ?? key)) return true;
  }
  return false;
}

// ── In order ───────────────────────────────────────────────────────────────

/**
 * Keeps the first of the page's order among those that pass. Ranked: own words before headings, then the larger share of
 * the statement that the words are (what bm25 comes to where every word must be there once), then the newest.
 */
function sorter(query: SearchQuery, { byHeading, any }: Found): (key: number, day: number, length: number, sheet: Sheet) => void {
  const most = limitOf(query) + 1;
  const after = afterOf(query);
  const [last, lastKey] = after ? [Number(after[0]), after[1]] : [Number.POSITIVE_INFINITY, -1];
  const order = query.order ?? (any ? 'rank' : 'newest');
  const worthOf =
    order === 'newest'
      ? (_key: number, day: number) => day
      : order === 'oldest' || !any
        ? (_key: number, day: number) => -(day || 99_999_999)
        : (key: number, day: number, length: number) =>
            ((byHeading.has(key) ? 0 : 1_000_000) + Math.round(100_000 / (4 + length))) * 100_000_000 + day;
  return (key, day, length, { keys, values }) => {
    const value = worthOf(key, day, length);
    if (value > last || (value === last && key <= lastKey)) return;
    const n = keys.length;
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
  };
}

/** Greater values first; of equal ones, in the order of the text. */
function precedes(value: number, key: number, otherValue: number, otherKey: number): boolean {
  return value > otherValue || (value === otherValue && key < otherKey);
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

function page(
  store: Store,
  index: FacetIndex,
  sheet: Sheet,
  terms: readonly Spelled[],
  query: SearchQuery,
  found: Found,
): { items: Hit[]; next?: string } {
  const limit = limitOf(query);
  let { keys, values } = sheet;
  if (!found.exact && found.match && query.order !== undefined && query.order !== 'rank' && sheet.total >= MOST / 2)
    ({ keys, values } = byYears(store, index, query, found.match));
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
function byYears(store: Store, index: FacetIndex, query: SearchQuery, match: string): Pick<Sheet, 'keys' | 'values'> {
  const { low, high } = store.sql("SELECT min(day) AS low, max(day) AS high FROM talks WHERE day > ''").get() as {
    low: string | null;
    high: string | null;
  };
  const years: number[] = [];
  for (let year = Number(low?.slice(0, 4) ?? 0); year <= Number(high?.slice(0, 4) ?? -1); year++) years.push(year);
  if (query.order === 'newest') years.reverse();
  years.push(0);
  const wanted = makeWanted(store, index, query);
  const keys: number[] = [];
  const values: number[] = [];
  for (const year of years) {
    const found: Found = { keys: hits(store, `(${match}) AND (marks : "y${year}")`, -1), byHeading: new Set(), exact: true, any: true };
    const sheet = makeSheet(index, { ...query, count: [] }, wanted, found);
    keys.push(...sheet.keys);
    values.push(...sheet.values);
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

function countsOf(store: Store, index: FacetIndex, query: SearchQuery, wanted: Wanted, sheet: Sheet): SearchAnswer['facets'] {
  const result: Partial<Record<Facet, readonly FacetCount[]>> = {};
  for (const facet of query.count ?? []) {
    if (!FACETS.includes(facet)) throw archiveFault('bad-facet', { facet: String(facet).slice(0, 60), facets: FACETS.join(', ') });
    const values = new Set((query.facets?.[facet] ?? []).map((value) => (facet === 'dyad' ? dyadFrom(value) : value)));
    let counts: { value: string; count: number; name?: string }[] = [];
    if (CODED.includes(facet)) {
      for (const [name, code] of index.codes) {
        if (!name.startsWith(`${facet}\n`)) continue;
        const count = sheet.codes[code] as number;
        if (count > 0 || wanted.codes[code]) counts.push({ value: index.values[code] as string, count });
      }
    } else if (facet === 'person') {
      const top = [...sheet.people].sort((a, b) => b[1] - a[1]).filter(([key], i) => i < MOST_VALUES || wanted.people.has(key));
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

function personOf(store: Store, key: number): { id: string; name: string } | undefined {
  return store
    .sql(
      'SELECT i.id, (SELECT p.name FROM spelling p JOIN entity e ON e.key = p.entity WHERE e.into_entity = i.key ORDER BY p.n DESC, p.name LIMIT 1) AS name FROM entity i WHERE i.key = ?',
    )
    .get(key) as { id: string; name: string } | undefined;
}

/** What each part of a question that finds nothing keeps out. */
function lackingOf(store: Store, index: FacetIndex, query: SearchQuery): SearchAnswer['lacking'] {
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
  return parts.map(({ without, query: less }) => ({ without, total: ask(store, index, { ...less, limit: 1 }).sheet.total }));
}
