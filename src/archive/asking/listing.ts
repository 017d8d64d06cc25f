/** Lists: documents, versions, what happened, talks, relations, commitments. */
import { sql } from 'kysely';
import { searchForm } from '../../text/search-form.ts';
import { extentOf } from '../../time/extent.ts';
import type {
  CommitmentQuery,
  CommitmentRow,
  Count,
  Difference,
  DocumentQuery,
  DocumentRow,
  DyadRow,
  Happening,
  HappeningQuery,
  Page,
  StepQuery,
  StepRow,
  TalksQuery,
  TalksRow,
  Totals,
  VersionRow,
} from '../archive.ts';
import { facetIndex } from '../deriving/facets.ts';
import { archiveFault } from '../fault.ts';
import type { Store } from '../file/store.ts';
import { afterOf, limitOf, pageOf, told } from '../paging.ts';
import { readDyad } from '../sides.ts';
import { documentsOf, type Written } from './document-rows.ts';

// ── Documents ──────────────────────────────────────────────────────────────

export function list(store: Store, query: DocumentQuery = {}): Page<DocumentRow> {
  const limit = limitOf(query);
  const after = afterOf(query);
  const order = query.order ?? 'talks';
  const column = order === 'talks' ? ('day' as const) : order === 'added' ? ('changed' as const) : ('title' as const);
  const down = order !== 'title';
  let q = store.make.selectFrom('document').select(['key', 'first', 'changed', 'removed', `${column} as sort`]);
  if (query.removed === 'removed') q = q.where('removed', 'is not', null);
  else if (query.removed !== 'all') q = q.where('removed', 'is', null);
  if (query.language !== undefined) q = q.where('language', '=', query.language);
  if (query.kinds !== undefined) q = q.where('kind', 'in', [...query.kinds]);
  if (query.needsLook) q = q.where((e) => e.or([e('low', '>', 0), e('errors', '>', 0), e('orphans', '>', 0)]));
  for (const word of wordsOf(query.words)) q = q.where(sql<boolean>`instr(folded, ${word}) > 0`);
  const { first, last } = rangeOf(query);
  if (first) q = q.where('day', '>=', first);
  if (last) q = q.where('day', '<=', last);
  if (query.dyad !== undefined) {
    const dyad = dyadFrom(query.dyad);
    q = q.where('key', 'in', (e) =>
      e.selectFrom('talks_dyad').innerJoin('talks', 'talks.key', 'talks_dyad.talks').select('talks.document').where('dyad', '=', dyad),
    );
  }
  if (query.party !== undefined) {
    const party = `%"${query.party.replace(/[^A-Za-z0-9]/g, '')}"%`;
    q = q.where('key', 'in', (e) => e.selectFrom('talks').select('document').where('parties', 'like', party));
  }
  if (after) {
    const [value, key] = after;
    // Rows without the sort key come last when the order goes down, first when it goes up, as SQLite has it.
    q =
      value === null
        ? down
          ? q.where((e) => e.and([e(column, 'is', null), e('key', '<', key)]))
          : q.where((e) => e.or([e(column, 'is not', null), e('key', '>', key)]))
        : down
          ? q.where((e) =>
              e.or([e(column, '<', value as string), e(column, 'is', null), e.and([e(column, '=', value as string), e('key', '<', key)])]),
            )
          : q.where((e) => e.or([e(column, '>', value as string), e.and([e(column, '=', value as string), e('key', '>', key)])]));
  }
  const rows = store.all(
    q
      .orderBy(column, down ? 'desc' : 'asc')
      .orderBy('key', down ? 'desc' : 'asc')
      .limit(limit + 1),
  );
  const documents = new Map(documentsOf(store, rows.slice(0, limit)).map((row, i) => [rows[i]?.key, row]));
  return pageOf(
    rows,
    limit,
    ({ key }) => documents.get(key) as DocumentRow,
    (row) => [row.sort, row.key],
  );
}

export function document(store: Store, id: string): DocumentRow | undefined {
  const row = store.sql('SELECT key, first, changed, removed FROM document WHERE key = (SELECT document FROM version WHERE id = ?)').get(id) as
    | Written
    | undefined;
  return row && documentsOf(store, [row])[0];
}

export function known(store: Store, ids: readonly string[]): Set<string> {
  const find = store.sql('SELECT 1 FROM version v JOIN document d ON d.key = v.document WHERE v.id = ? AND d.removed IS NULL');
  return new Set(ids.filter((id) => find.get(id) !== undefined));
}

export function beginning(store: Store, id: string): string[] {
  if (!/^[a-z0-9-]+$/.test(id)) return [];
  return store.sql('SELECT id FROM version WHERE id >= ? AND id < ? ORDER BY id LIMIT 10').pluck().all(id, `${id}~`) as string[];
}

/** Words to look for in titles and names, in search form. */
function wordsOf(words: string | undefined): string[] {
  return words === undefined ? [] : searchForm(words).form.split(/\s+/).filter(Boolean);
}

export function rangeOf({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): { first?: string; last?: string } {
  const extent = (edtf: string) => {
    const found = extentOf(edtf);
    if (!found) throw archiveFault('bad-date', { date: edtf.slice(0, 60) });
    return found;
  };
  return { ...(from && { first: extent(from).first }), ...(to && { last: extent(to).last }) };
}

export function dyadFrom(words: string): string {
  const dyad = readDyad(words);
  if (!dyad) throw archiveFault('bad-dyad', { dyad: words.slice(0, 60) });
  return dyad;
}

/** Kinds of texts with how many documents are of each, the most first. */
export function textKinds(store: Store): Count[] {
  return store
    .sql(
      'SELECT kind AS value, count(*) AS count FROM document WHERE removed IS NULL AND kind IS NOT NULL GROUP BY kind ORDER BY count(*) DESC, kind',
    )
    .all() as Count[];
}

export function versions(store: Store, id: string): VersionRow[] {
  const rows = store
    .sql(
      'SELECT id, n, sha256, size, media_type, added, who, published, silent, reader, statements, difference FROM version WHERE document = (SELECT document FROM version WHERE id = ?) ORDER BY n',
    )
    .all(id) as (Omit<VersionRow, 'silent' | 'mediaType' | 'difference' | 'published'> & {
    media_type: string;
    silent: number;
    published: string | null;
    difference: string | null;
  })[];
  return rows.map(({ media_type, silent, published, difference, ...row }) => ({
    ...row,
    ...told({ published }),
    mediaType: media_type,
    silent: silent === 1,
    ...(difference !== null && { difference: JSON.parse(difference) as Difference }),
  }));
}

// ── What happened ──────────────────────────────────────────────────────────

export function happenings(store: Store, query: HappeningQuery = {}): Page<Happening> {
  const limit = limitOf(query);
  const after = afterOf(query);
  let q = store.make
    .selectFrom('happening as h')
    .leftJoin('document as d', 'd.key', 'h.document')
    .select(['h.key', 'h.kind', 'h.at', 'h.who', 'd.id as document', 'd.title', 'h.n', 'h.silent', 'h.difference', 'h.correction']);
  if (query.document !== undefined) {
    const of = query.document;
    q = q.where('h.document', '=', (e) => e.selectFrom('version').select('document').where('id', '=', of));
  }
  if (query.kinds) q = q.where('h.kind', 'in', [...query.kinds]);
  if (after) q = q.where('h.key', '<', after[1]);
  const rows = store.all(q.orderBy('h.key', 'desc').limit(limit + 1));
  return pageOf(
    rows,
    limit,
    ({ kind, at, who, document, title, n, silent, difference, correction }): Happening => ({
      kind: kind as Happening['kind'],
      when: at,
      who,
      ...told({ document, title, n, correction }),
      ...(silent === 1 && { silent: true }),
      ...(difference !== null && { difference: JSON.parse(difference) as Difference }),
    }),
    (row) => [null, row.key],
  );
}

// ── Talks ──────────────────────────────────────────────────────────────────

export function talks(store: Store, query: TalksQuery = {}): Page<TalksRow> {
  const limit = limitOf(query);
  const after = afterOf(query);
  const down = query.order !== 'oldest';
  let q = store.make
    .selectFrom('talks as t')
    .innerJoin('document as d', 'd.key', 't.document')
    .select(['t.key', 't.day', 't.nth', 'd.key as document', 'd.first', 'd.changed', 'd.removed']);
  // The key of `talks_dyad` has them in order, so that a page of a relation is the work of a page.
  let order = { day: sql`t.day`, key: sql`t.key` };
  if (query.dyad !== undefined) {
    const dyad = dyadFrom(query.dyad);
    q = q.innerJoin('talks_dyad as y', 'y.talks', 't.key').where('y.dyad', '=', dyad) as typeof q;
    order = { day: sql`y.day`, key: sql`y.talks` };
  }
  if (query.party !== undefined) q = q.where('t.parties', 'like', `%"${query.party.replace(/[^A-Za-z0-9]/g, '')}"%`);
  if (query.level !== undefined) q = q.where('t.level', '=', query.level);
  if (query.kind !== undefined) q = q.where('t.kind', '=', query.kind);
  if (query.person !== undefined) {
    const person = query.person;
    q = q.where(
      't.key',
      'in',
      (e) =>
        e
          .selectFrom('appearance as a')
          .innerJoin('entity as e', 'e.key', 'a.entity')
          .select('a.talks')
          .where('a.talks', 'is not', null)
          .where('e.into_entity', '=', (f) => f.selectFrom('entity').select('into_entity').where('id', '=', person)) as never,
    );
  }
  const { first, last } = rangeOf(query);
  if (first) q = q.where('t.day', '>=', first);
  if (last) q = q.where('t.day', '<=', last);
  if (after) {
    const [value, key] = after;
    if (value === null)
      q = down
        ? q.where((e) => e.and([e('t.day', 'is', null), e('t.key', '<', key)]))
        : q.where((e) => e.or([e('t.day', 'is not', null), e('t.key', '>', key)]));
    else if (down)
      q = q.where((e) =>
        e.or([e('t.day', '<', value as string), e('t.day', 'is', null), e.and([e('t.day', '=', value as string), e('t.key', '<', key)])]),
      );
    else q = q.where((e) => e.or([e('t.day', '>', value as string), e.and([e('t.day', '=', value as string), e('t.key', '>', key)])]));
  }
  const rows = store.all(
    q
      .orderBy(order.day, down ? 'desc' : 'asc')
      .orderBy(order.key, down ? 'desc' : 'asc')
      .limit(limit + 1),
  );
  const shown = rows.slice(0, limit);
  const documents = documentsOf(
    store,
    shown.map(({ document: key, first: written, changed, removed }) => ({ key, first: written, changed, removed })),
  );
  const talksOf = new Map(shown.map(({ key, nth }, i) => [key, documents[i]?.talks[nth]]));
  return pageOf(
    rows,
    limit,
    ({ key }) => talksOf.get(key) as TalksRow,
    (row) => [row.day, row.key],
  );
}

/** Kept by the number of the last transaction: every page that leads to relations asks for all of them. */
const relations = new WeakMap<Store, { readonly stamp: number; readonly rows: readonly DyadRow[] }>();

export function dyads(store: Store): DyadRow[] {
  const { stamp } = store.sql('SELECT stamp FROM state').get() as { stamp: number };
  let kept = relations.get(store);
  if (kept?.stamp !== stamp) {
    kept = { stamp, rows: countDyads(store) };
    relations.set(store, kept);
  }
  return [...kept.rows];
}

function countDyads(store: Store): DyadRow[] {
  const rows = store.sql('SELECT dyad, year, talks, documents, statements FROM relation WHERE talks > 0 ORDER BY dyad, year').all() as {
    dyad: string;
    year: string;
    talks: number;
    documents: number;
    statements: number;
  }[];
  const first = store.sql("SELECT day FROM talks_dyad WHERE dyad = ? AND day > '' ORDER BY day LIMIT 1").pluck();
  const last = store.sql(
    `SELECT d.id AS document, t.kind, t.level, t.date, t.day, t.parties FROM talks_dyad y JOIN talks t ON t.key = y.talks JOIN document d ON d.key = t.document
     WHERE y.dyad = ? AND y.day > '' ORDER BY y.day DESC, y.talks DESC LIMIT 1`,
  );
  const all = new Map<string, { -readonly [K in keyof DyadRow]: DyadRow[K] } & { years: { value: string; count: number }[] }>();
  for (const row of rows) {
    let one = all.get(row.dyad);
    if (!one) {
      const newest = last.get(row.dyad) as
        | { document: string; kind: string; level: string | null; date: string | null; day: string; parties: string }
        | undefined;
      one = {
        dyad: row.dyad,
        parties: row.dyad.split('-') as [string, string],
        talks: 0,
        documents: 0,
        statements: 0,
        ...told({ first: (first.get(row.dyad) as string | undefined) ?? null, last: newest?.day ?? null }),
        years: [],
        ...(newest && {
          newest: {
            document: newest.document,
            kind: newest.kind,
            ...told({ level: newest.level, date: newest.date }),
            parties: JSON.parse(newest.parties) as string[],
          },
        }),
      };
      all.set(row.dyad, one);
    }
    one.talks += row.talks;
    one.documents += row.documents;
    one.statements += row.statements;
    if (row.year !== '') one.years.push({ value: row.year, count: row.talks });
  }
  return [...all.values()].sort((a, b) => ((a.last ?? '') < (b.last ?? '') ? 1 : (a.last ?? '') > (b.last ?? '') ? -1 : a.dyad < b.dyad ? -1 : 1));
}

// ── Commitments ────────────────────────────────────────────────────────────

export function commitments(store: Store, query: CommitmentQuery = {}): Page<CommitmentRow> {
  const limit = limitOf(query);
  const after = afterOf(query);
  const order = query.order ?? 'due';
  const byDue = order !== 'told';
  const down = order !== 'due';
  // A number of its own for each commitment: that of its document, then its place in it.
  const key = sql<number>`c.document * 100000 + c.nth`;
  const { first, last } = rangeOf(query);
  // Within a range of days all have one, and the index gives them in order.
  const due = first || last || order === 'latest' ? sql<string>`c.due_day` : sql<string>`coalesce(c.due_day, '9999-99-99')`;
  const sort = byDue ? due : sql<string>`coalesce(t.day, '')`;
  let q = store.make
    .selectFrom('commitment as c')
    .innerJoin('document as d', 'd.key', 'c.document')
    .leftJoin('talks as t', 't.key', 'c.talks')
    .select([
      'd.id as document',
      'd.title',
      'c.id',
      'c.kind',
      'c.by_parties',
      'c.to_parties',
      'c.what',
      'c.due',
      'c.stage',
      'c.statement',
      'c.path',
      't.date as told',
      key.as('key'),
      sort.as('sort'),
    ]);
  if (query.document !== undefined) {
    const of = query.document;
    q = q.where('c.document', '=', (e) => e.selectFrom('version').select('document').where('id', '=', of));
  }
  if (query.dyad !== undefined) {
    const dyad = dyadFrom(query.dyad);
    q = q.where('c.talks', 'in', (e) => e.selectFrom('talks_dyad').select('talks').where('dyad', '=', dyad));
  }
  if (query.kind !== undefined) q = q.where('c.kind', '=', query.kind);
  if (query.stage !== undefined) q = q.where('c.stage', '=', query.stage);
  if (order === 'latest') q = q.where('c.due_day', 'is not', null);
  if (first) q = q.where('c.due_day', '>=', first);
  if (last) q = q.where('c.due_day', '<=', last);
  if (after) {
    const [value, at] = after;
    q = down ? q.where(sql<boolean>`(${sort}, ${key}) < (${value}, ${at})`) : q.where(sql<boolean>`(${sort}, ${key}) > (${value}, ${at})`);
  }
  const rows = store.all(
    q
      .orderBy('sort', down ? 'desc' : 'asc')
      .orderBy('key', down ? 'desc' : 'asc')
      .limit(limit + 1),
  );
  return pageOf(
    rows,
    limit,
    ({ document, title, id, kind, by_parties, to_parties, what, due, stage, statement, path, told: day }): CommitmentRow => ({
      document,
      id,
      kind,
      by: JSON.parse(by_parties) as string[],
      to: JSON.parse(to_parties) as string[],
      what,
      stage,
      ...told({ title, due, statement, path, told: day }),
    }),
    (row) => [row.sort, row.key],
  );
}

/** Of instruments that were merged the one that stays is named. */
export function steps(store: Store, query: StepQuery = {}): Page<StepRow> {
  const limit = limitOf(query);
  const after = afterOf(query);
  const key = sql<number>`s.rowid`;
  let q = store.make
    .selectFrom('instrument_event as s')
    .innerJoin('document as d', 'd.key', 's.document')
    .innerJoin('entity as e', 'e.key', 's.entity')
    .innerJoin('entity as i', 'i.key', 'e.into_entity')
    .select([
      'i.id as instrument',
      sql<string>`(SELECT name FROM spelling WHERE entity = i.key ORDER BY n DESC, name LIMIT 1)`.as('name'),
      's.event',
      's.date',
      's.day',
      's.statement',
      's.quote',
      'd.id as document',
      sql<string>`coalesce((SELECT parties FROM talks WHERE document = d.key ORDER BY nth LIMIT 1), '[]')`.as('parties'),
      sql<string | null>`(SELECT date FROM talks WHERE document = d.key ORDER BY nth LIMIT 1)`.as('told'),
      key.as('key'),
    ])
    .where('s.day', 'is not', null);
  const { first, last } = rangeOf(query);
  if (first) q = q.where('s.day', '>=', first);
  if (last) q = q.where('s.day', '<=', last);
  if (after) q = q.where(sql<boolean>`(s.day, ${key}) > (${after[0]}, ${after[1]})`);
  const rows = store.all(
    q
      .orderBy('s.day')
      .orderBy('key')
      .limit(limit + 1),
  );
  return pageOf(
    rows,
    limit,
    ({ instrument, name, event, date, statement, quote, document, parties, told: day }): StepRow => ({
      instrument,
      name,
      event,
      date: date as string,
      document,
      quote,
      parties: (JSON.parse(parties) as string[]).sort(),
      ...told({ statement, told: day }),
    }),
    (row) => [row.day, row.key],
  );
}

// ── Sums ───────────────────────────────────────────────────────────────────

/** Kept by the number of the last transaction, since every count goes through all rows. */
const summed = new WeakMap<Store, { readonly stamp: number; readonly sums: Omit<Totals, 'size' | 'statements'> }>();

export function totals(store: Store): Totals {
  const { stamp } = store.sql('SELECT stamp FROM state').get() as { stamp: number };
  let kept = summed.get(store);
  if (kept?.stamp !== stamp) {
    kept = { stamp, sums: count(store) };
    summed.set(store, kept);
  }
  const pages = store.db.pragma('page_count', { simple: true }) as number;
  return { ...kept.sums, statements: facetIndex(store).totals.total, size: pages * (store.db.pragma('page_size', { simple: true }) as number) };
}

function count(store: Store): Omit<Totals, 'size' | 'statements'> {
  return store
    .sql(
      `SELECT (SELECT count(*) FROM document WHERE removed IS NULL) AS documents, (SELECT count(*) FROM version) AS versions, (SELECT count(*) FROM talks) AS talks,
        (SELECT count(*) FROM correction) AS corrections,
        (SELECT count(*) FROM orphan) AS orphans, (SELECT count(*) FROM document WHERE removed IS NOT NULL) AS removed,
        (SELECT count(*) FROM document WHERE removed IS NULL AND (low > 0 OR errors > 0 OR orphans > 0)) AS needsLook`,
    )
    .get() as Omit<Totals, 'size' | 'statements'>;
}
