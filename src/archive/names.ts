/** Persons, instruments and mechanisms as one asks for them, and which of them may be one. */
import { sql } from 'kysely';
import type { Topic } from '../record/reading.ts';
import { inForce } from '../record/standing.ts';
import { searchForm } from '../text/search-form.ts';
import type { Count, Entity, EntityKind, EntityQuery, EntityRow, Page, Proposal } from './archive.ts';
import { corrections } from './correcting.ts';
import { dyadFrom } from './listing.ts';
import { afterOf, limitOf, pageOf, told } from './paging.ts';
import type { Store } from './store.ts';

interface Row {
  readonly key: number;
  readonly id: string;
  readonly kind: string;
  readonly party: string | null;
  readonly documents: number;
  readonly statements: number;
  readonly first: string | null;
  readonly last: string | null;
}

export function entities(store: Store, query: EntityQuery): Page<EntityRow> {
  const limit = limitOf(query);
  const after = afterOf(query);
  let q = store.make
    .selectFrom('entity as i')
    .innerJoin('entity as e', 'e.into_entity', 'i.key')
    .innerJoin('appearance as a', 'a.entity', 'e.key')
    .select(['i.key', 'i.id', 'i.kind', 'i.party'])
    .select((f) => [
      f.fn.count<number>('a.document').distinct().as('documents'),
      f.fn.sum<number>('a.statements').as('statements'),
      f.fn.min('a.day').as('first'),
      f.fn.max('a.day').as('last'),
    ])
    .where('i.kind', '=', query.kind)
    .groupBy('i.key');
  if (query.party !== undefined) q = q.where('i.party', '=', query.party);
  for (const word of query.words === undefined ? [] : searchForm(query.words).form.split(/\s+/).filter(Boolean))
    q = q.where(sql<boolean>`instr(e.folded, ${word}) > 0`);
  if (query.dyad !== undefined) {
    const dyad = dyadFrom(query.dyad);
    q = q.where('a.document', 'in', (f) =>
      f.selectFrom('talks_dyad as y').innerJoin('talks as t', 't.key', 'y.talks').select('t.document').where('y.dyad', '=', dyad),
    );
  }
  if (after) q = q.having(sql<boolean>`(-count(DISTINCT a.document), i.key) > (${after[0]}, ${after[1]})`);
  const rows = store.all(
    q
      .orderBy('documents', 'desc')
      .orderBy('i.key')
      .limit(limit + 1),
  ) as Row[];
  return pageOf(
    rows,
    limit,
    (row) => toRow(store, row),
    (row) => [-row.documents, row.key],
  );
}

function toRow(store: Store, row: Row): EntityRow {
  const { key, id, kind, party, documents, statements, first, last } = row;
  const name = store
    .sql(
      'SELECT a.name FROM appearance a JOIN entity e ON e.key = a.entity WHERE e.into_entity = ? GROUP BY a.name ORDER BY count(*) DESC, length(a.name) DESC, a.name LIMIT 1',
    )
    .pluck()
    .get(key) as string | undefined;
  const office =
    kind === 'person'
      ? (store
          .sql(
            'SELECT a.office, a.role FROM appearance a JOIN entity e ON e.key = a.entity WHERE e.into_entity = ? AND a.office IS NOT NULL ORDER BY a.day DESC, a.rowid DESC LIMIT 1',
          )
          .get(key) as { office: string; role: string | null } | undefined)
      : undefined;
  return { id, kind: kind as EntityKind, name: name ?? '', documents, statements, ...told({ party, first, last }), ...(office && told(office)) };
}

/** The row of an entity by its key or that of one merged into it. */
function rowOf(store: Store, key: number): EntityRow | undefined {
  const row = store
    .sql(
      `SELECT i.key, i.id, i.kind, i.party, count(DISTINCT a.document) AS documents, coalesce(sum(a.statements), 0) AS statements, min(a.day) AS first, max(a.day) AS last
       FROM entity i JOIN entity e ON e.into_entity = i.key LEFT JOIN appearance a ON a.entity = e.key
       WHERE i.key = (SELECT into_entity FROM entity WHERE key = ?) GROUP BY i.key`,
    )
    .get(key) as Row | undefined;
  return row && toRow(store, row);
}

export function entity(store: Store, id: string): Entity | undefined {
  const found = store.sql('SELECT into_entity AS key FROM entity WHERE id = ?').get(id) as { key: number } | undefined;
  const row = found && rowOf(store, found.key);
  if (!found || !row) return undefined;
  const { key } = found;
  const merged = store.sql('SELECT id FROM entity WHERE into_entity = ? AND key <> ? ORDER BY key').pluck().all(key, key) as string[];
  return {
    ...row,
    spellings: store
      .sql(
        'SELECT a.name, a.language, count(DISTINCT a.document) AS documents FROM appearance a JOIN entity e ON e.key = a.entity WHERE e.into_entity = ? GROUP BY 1, 2 ORDER BY 3 DESC, 1',
      )
      .all(key) as Entity['spellings'][number][],
    offices: (
      store
        .sql(
          `SELECT a.office, a.role, a.party, min(a.day) AS first, max(a.day) AS last, count(DISTINCT a.document) AS documents
           FROM appearance a JOIN entity e ON e.key = a.entity WHERE e.into_entity = ? AND a.office IS NOT NULL GROUP BY 1, 2, 3 ORDER BY last DESC, first DESC`,
        )
        .all(key) as { office: string; role: string | null; party: string | null; first: string | null; last: string | null; documents: number }[]
    ).map(({ office, documents, ...rest }) => ({ office, documents, ...told(rest) })),
    events: (
      store
        .sql(
          `SELECT v.event, v.date, d.id AS document, v.statement, v.quote FROM instrument_event v JOIN entity e ON e.key = v.entity JOIN document d ON d.key = v.document
           WHERE e.into_entity = ? ORDER BY v.day IS NULL, v.day, v.rowid`,
        )
        .all(key) as { event: string; date: string | null; document: string; statement: string | null; quote: string }[]
    ).map(({ event, document, quote, ...rest }) => ({ event, document, quote, ...told(rest) })),
    parties:
      row.kind === 'mechanism'
        ? (store
            .sql(
              `SELECT DISTINCT p.value FROM appearance a JOIN entity e ON e.key = a.entity JOIN talks t ON t.document = a.document, json_each(t.parties) p WHERE e.into_entity = ? ORDER BY 1`,
            )
            .pluck()
            .all(key) as string[])
        : (row.party?.split('-') ?? []),
    merged,
    proposals: propose(store, { key, limit: 20 }),
  };
}

// ── Proposals ──────────────────────────────────────────────────────────────

/** How many pairs of one reason are looked at; more would be no list for a person. */
const PAIRS = 500;

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly reason: string;
}

export function proposals(store: Store, query: { readonly kind?: EntityKind; readonly limit?: number } = {}): Proposal[] {
  return propose(store, { kind: query.kind, limit: Math.min(query.limit ?? 100, PAIRS) });
}

function propose(store: Store, { kind, key, limit }: { kind?: EntityKind | undefined; key?: number; limit: number }): Proposal[] {
  const of = key === undefined ? '' : 'AND @key IN (a.into_entity, b.into_entity)';
  const pairs = (where: string, reason: string): Pair[] =>
    (
      store
        .sql(
          `SELECT a.key AS one, b.key AS other FROM entity a JOIN entity b ON b.kind = a.kind AND b.key > a.key AND b.into_entity <> a.into_entity AND ${where}
           WHERE a.kind IN (SELECT value FROM json_each(@kinds)) ${of} LIMIT ${PAIRS}`,
        )
        .all({ ...(key !== undefined && { key }), kinds: JSON.stringify(kind ? [kind] : ['person', 'instrument', 'mechanism']) }) as {
        one: number;
        other: number;
      }[]
    ).map((pair) => ({ ...pair, reason }));
  const inTime = 'a.first <= b.last AND b.first <= a.last';
  const folded = store.sql('SELECT folded FROM entity WHERE key = ?').pluck();
  const found = [
    ...pairs("a.kind = 'person' AND b.folded = a.folded AND b.party IS a.party AND b.role IS NOT a.role", 'same-name-other-office'),
    ...pairs("a.kind = 'person' AND b.folded = a.folded AND b.party IS a.party AND b.role IS a.role", 'same-name-other-time'),
    // One country has one foreign minister at a time: two names of that office in one span of years, in two scripts, may be one person.
    ...pairs(
      `a.kind = 'person' AND b.party = a.party AND b.role = a.role AND a.role IN ('head-of-state', 'head-of-government', 'foreign-minister') AND b.folded <> a.folded AND ${inTime}`,
      'same-office-same-time',
    ).filter(({ one, other }) => scriptOf(folded.get(one) as string) !== scriptOf(folded.get(other) as string)),
    ...pairs(
      "a.kind = 'person' AND b.party IS a.party AND b.folded <> a.folded AND (substr(b.folded, 1, length(a.folded)) = a.folded OR substr(a.folded, 1, length(b.folded)) = b.folded OR substr(b.folded, -length(a.folded)) = a.folded OR substr(a.folded, -length(b.folded)) = b.folded)",
      'name-in-name',
    ),
    ...pairs(
      "a.kind = 'instrument' AND b.party IS a.party AND b.folded <> a.folded AND (instr(b.folded, a.folded) > 0 OR instr(a.folded, b.folded) > 0)",
      'name-in-name',
    ),
  ];
  const into = store.sql('SELECT into_entity FROM entity WHERE key = ?').pluck();
  const refused = refusedPairs(store);
  const all = new Map<string, { one: number; other: number; reasons: string[] }>();
  for (const { one, other, reason } of found) {
    const roots = [into.get(one) as number, into.get(other) as number].sort((a, b) => a - b) as [number, number];
    const name = roots.join('+');
    if (refused.has(name)) continue;
    const known = all.get(name);
    if (!known) all.set(name, { one: roots[0], other: roots[1], reasons: [reason] });
    else if (!known.reasons.includes(reason)) known.reasons.push(reason);
  }
  return [...all.values()]
    .sort((a, b) => b.reasons.length - a.reasons.length)
    .slice(0, limit)
    .flatMap(({ one, other, reasons }): Proposal[] => {
      const [a, b] = [rowOf(store, one), rowOf(store, other)];
      return a && b && a.documents > 0 && b.documents > 0 ? [{ kind: a.kind, one: a, other: b, reasons }] : [];
    });
}

function scriptOf(name: string): string {
  return ['Latin', 'Cyrillic', 'Hangul'].find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)) ?? 'Han';
}

/** Pairs of which somebody said that they are two. */
function refusedPairs(store: Store): Set<string> {
  const into = store.sql('SELECT into_entity FROM entity WHERE id = ?').pluck();
  const refused = new Set<string>();
  for (const { change } of inForce(corrections(store).filter(({ document }) => document === undefined))) {
    if (change.set !== 'different') continue;
    const roots = change.names.map((id) => into.get(id) as number).sort((a, b) => a - b);
    refused.add(roots.join('+'));
  }
  return refused;
}

export function topics(store: Store, query: { readonly dyad?: string } = {}): Count<Topic>[] {
  const dyad = query.dyad === undefined ? null : dyadFrom(query.dyad);
  return store
    .sql(
      `SELECT p.value, count(*) AS count FROM statement s, json_each(s.topics) p
       WHERE @dyad IS NULL OR s.talks IN (SELECT talks FROM talks_dyad WHERE dyad = @dyad) GROUP BY 1 ORDER BY 2 DESC, 1`,
    )
    .all({ dyad }) as Count<Topic>[];
}
