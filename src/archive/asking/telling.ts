/** What was told of a relation or by a publisher, talks by talks: what the ledgers look at. */
import { TOPICS } from '../../record/topics.generated.ts';
import type { Page, Told, ToldQuery, ToldTalks } from '../archive.ts';
import { mergesOf } from '../changing/merging.ts';
import type { Store } from '../file/store.ts';
import { afterOf, pageOf, told as present } from '../paging.ts';
import { dyadFrom, rangeOf } from './listing.ts';

const USUAL = 500;
const MOST = 5_000;

/** Where a page does not say who published it, the first party of its talks did, by the record's rule. */
const PUBLISHER = "coalesce(d.publisher, json_extract(t.parties, '$[0]'))";

interface TalksOf {
  readonly key: number;
  readonly sort: string;
  readonly document: string;
  readonly first: number;
  readonly last: number;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly language: string;
  readonly id: string;
  readonly kind: string;
  readonly level: string | null;
  readonly date: string | null;
  readonly day: string | null;
  readonly place: string | null;
  readonly duration: string | null;
  readonly parties: string;
}

interface StatementOf {
  readonly talks: number;
  readonly id: string;
  readonly path: string;
  readonly heading: string | null;
  readonly quote: string;
  readonly act: string;
  readonly verb: string;
  readonly strength: number;
  readonly side: string;
  readonly speakers: string;
  readonly topics: string;
  readonly withheld: number;
  readonly low: number;
  readonly start: number;
  readonly end: number;
  readonly named: string;
}

export function told(store: Store, query: ToldQuery = {}): Page<ToldTalks> {
  const limit = Math.min(MOST, Math.max(1, Math.floor(query.limit ?? USUAL) || 1));
  const after = afterOf(query);
  const { first, last } = rangeOf(query);
  const down = query.order === 'newest';
  const where: string[] = ['d.removed IS NULL'];
  const values: (string | number)[] = [];
  const must = (words: string, ...of: (string | number)[]) => {
    where.push(words);
    values.push(...of);
  };
  // The key of `talks_dyad` has them in order, so that a page is the work of a page.
  const [from, day, key] =
    query.dyad === undefined ? ['talks t', "coalesce(t.day, '')", 't.key'] : ['talks_dyad y JOIN talks t ON t.key = y.talks', 'y.day', 'y.talks'];
  if (query.dyad !== undefined) must('y.dyad = ?', dyadFrom(query.dyad));
  if (query.publisher !== undefined) must(`${PUBLISHER} = ?`, query.publisher);
  if (first) must(`${day} >= ?`, first);
  if (last) must(`${day} <= ? AND ${day} > ''`, last);
  const topics = query.topic === undefined ? [] : topicsIn(query.topic);
  if (topics.length > 0)
    must(
      `EXISTS (SELECT 1 FROM statement s, json_each(s.topics) o WHERE s.key BETWEEN d.first AND d.first + d.statements - 1 AND s.talks = t.key AND o.value IN (${topics.map(() => '?').join()}))`,
      ...topics,
    );
  if (after) must(`(${day}, ${key}) ${down ? '<' : '>'} (?, ?)`, after[0] ?? '', after[1]);
  const way = down ? 'DESC' : 'ASC';
  const rows = store
    .sql(
      `SELECT t.key, ${day} AS sort, d.id AS document, d.first, d.first + d.statements - 1 AS last, d.title, ${PUBLISHER} AS publisher, d.language,
        t.id, t.kind, t.level, t.date, t.day, t.place, t.duration, t.parties
       FROM ${from} JOIN document d ON d.key = t.document WHERE ${where.join(' AND ')} ORDER BY ${day} ${way}, ${key} ${way} LIMIT ?`,
    )
    .all(...values, limit + 1) as TalksOf[];
  const statements = store.sql(
    `SELECT talks, id, path, heading, quote, act, verb, strength, side, speakers, topics, withheld, low, content_start AS start, content_end AS end, named
     FROM statement WHERE key BETWEEN ? AND ? AND talks = ? ORDER BY key`,
  );
  const wanted = new Set<string>(topics);
  return pageOf(
    rows,
    limit,
    (row): ToldTalks => ({
      document: row.document,
      ...present({
        title: row.title,
        publisher: row.publisher,
        level: row.level,
        date: row.date,
        day: row.day,
        place: row.place,
        duration: row.duration,
      }),
      language: row.language,
      id: row.id,
      kind: row.kind,
      parties: listOf(row.parties),
      statements: (statements.all(row.first, row.last, row.key) as StatementOf[])
        .map(toTold)
        .filter((one) => wanted.size === 0 || one.topics.some((topic) => wanted.has(topic))),
    }),
    (row) => [row.sort, row.key],
  );
}

/** A topic and those within it. */
function topicsIn(topic: string): string[] {
  return [topic, ...Object.entries(TOPICS).flatMap(([code, each]) => ((each as { within?: string }).within === topic ? [code] : []))];
}

function toTold(row: StatementOf): Told {
  return {
    id: row.id,
    path: row.path,
    ...present({ heading: row.heading }),
    quote: row.quote,
    act: row.act as Told['act'],
    verb: row.verb,
    strength: row.strength,
    side: row.side as Told['side'],
    speakers: listOf(row.speakers),
    topics: listOf(row.topics),
    withheld: row.withheld === 1,
    low: row.low === 1,
    content: [row.start, row.end],
    named: listOf(row.named),
  };
}

/** A list out of its column; the same words are parsed once, since most statements share their lists with others. */
function listOf<T>(words: string): readonly T[] {
  if (words === '[]') return NONE;
  const known = lists.get(words);
  if (known) return known as readonly T[];
  const list = JSON.parse(words) as readonly T[];
  if (lists.size >= 4_096) lists.clear();
  lists.set(words, list);
  return list;
}
const NONE: readonly never[] = [];
const lists = new Map<string, readonly unknown[]>();

/**
 * How much is told of a relation, when a document of it was last seen written anew, and which names are one. What is added to
 * other relations changes nothing of it; of a publisher all its documents are looked through.
 */
export function stamp(store: Store, query: Pick<ToldQuery, 'dyad' | 'publisher'> = {}): string {
  const { stamp: now } = store.sql('SELECT stamp FROM state').get() as { stamp: number };
  if (query.dyad === undefined && query.publisher === undefined) return String(now);
  const known = newsOf(store, now);
  if (query.publisher === undefined) {
    const dyad = dyadFrom(query.dyad as string);
    return `${known.sums.get(dyad) ?? ''} ${known.written.get(dyad) ?? known.since} ${mergesOf(store)}`;
  }
  const asked = JSON.stringify([query.dyad, query.publisher]);
  const words = known.others.get(asked) ?? stampAnew(store, query);
  if (known.others.size >= 1_000) known.others.clear();
  known.others.set(asked, words);
  return words;
}

/** What this connection has seen of the archive, up to a state of it. */
interface News {
  readonly stamp: number;
  /** State at which it was looked at first. */
  readonly since: number;
  /** The key behind that of the last statement, and that of what happened last. */
  readonly first: number;
  readonly happening: number;
  /** Relation → the state at which a document of it was seen written anew. */
  readonly written: Map<string, number>;
  /** Relation → how many talks, documents and statements. */
  readonly sums: ReadonlyMap<string, string>;
  readonly others: Map<string, string>;
}

const news = new WeakMap<Store, News>();

/**
 * The keys of statements are given once and never again, so that whatever was written anew begins at another one, and whoever changes a document
 * leaves a line in the diary. What was taken out, or is of this relation no more, is told by the sums: they can only rise by writing.
 */
function newsOf(store: Store, now: number): News {
  const old = news.get(store);
  if (old?.stamp === now) return old;
  const last = store.sql('SELECT (SELECT max(first + statements) FROM document) AS first, (SELECT max(key) FROM happening) AS happening').get() as {
    first: number | null;
    happening: number | null;
  };
  const written = old?.written ?? new Map<string, number>();
  if (old) {
    const dyads = store
      .sql(
        `SELECT DISTINCT y.dyad FROM (SELECT key FROM document WHERE first >= @first UNION SELECT document FROM happening WHERE key > @happening) o
         CROSS JOIN talks t ON t.document = o.key CROSS JOIN talks_dyad y ON y.talks = t.key`,
      )
      .pluck()
      .all({ first: old.first, happening: old.happening }) as string[];
    for (const dyad of dyads) written.set(dyad, now);
  }
  const sums = store
    .sql('SELECT dyad, sum(talks) AS talks, sum(documents) AS documents, sum(statements) AS statements FROM relation GROUP BY dyad')
    .all() as {
    dyad: string;
    talks: number;
    documents: number;
    statements: number;
  }[];
  const found: News = {
    stamp: now,
    since: old?.since ?? now,
    first: last.first ?? 0,
    happening: last.happening ?? 0,
    written,
    sums: new Map(sums.map(({ dyad, talks, documents, statements }) => [dyad, `${talks}.${documents}.${statements}`])),
    others: new Map(),
  };
  news.set(store, found);
  return found;
}

function stampAnew(store: Store, query: Pick<ToldQuery, 'dyad' | 'publisher'>): string {
  const from = query.dyad === undefined ? 'talks t' : 'talks_dyad y JOIN talks t ON t.key = y.talks';
  const where = [...(query.dyad === undefined ? [] : ['y.dyad = ?']), ...(query.publisher === undefined ? [] : [`${PUBLISHER} = ?`])];
  const values = [...(query.dyad === undefined ? [] : [dyadFrom(query.dyad)]), ...(query.publisher === undefined ? [] : [query.publisher])];
  const row = store
    .sql(
      `SELECT count(*) AS n, sum(d.first) AS firsts, max(d.first) AS newest, sum(d.first % 1009 * (d.first % 997)) AS mixed, sum(t.key) AS talks,
        sum(d.corrections) AS corrections, max(d.changed) AS changed
       FROM ${from} JOIN document d ON d.key = t.document WHERE d.removed IS NULL AND ${where.join(' AND ')}`,
    )
    .get(...values) as Record<string, number | string | null>;
  return `${Object.values(row).join('.')} ${mergesOf(store)}`;
}
