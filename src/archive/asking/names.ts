/** Persons, instruments and mechanisms as one asks for them, and which of them may be one. */
import type { Topic } from '../../record/reading.ts';
import { inForce } from '../../record/standing.ts';
import { treatyIn } from '../../record/treaties.ts';
import { searchForm } from '../../text/search-form.ts';
import { type Sounds, soundAlike, soundsOf } from '../../text/sound.ts';
import type { Count, Entity, EntityKind, EntityQuery, EntityRow, Page, Proposal } from '../archive.ts';
import { corrections } from '../changing/corrections.ts';
import type { Store } from '../file/store.ts';
import { afterOf, limitOf, pageOf, told } from '../paging.ts';
import { dyadFrom } from './listing.ts';
import { search } from './search.ts';
import { partsOf } from './spellings.ts';

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

/** Persons, instruments or mechanisms: a list of all goes by the counts that are kept, one of a relation by what appears in its documents. */
export function entities(store: Store, query: EntityQuery): Page<EntityRow> {
  const limit = limitOf(query);
  const after = afterOf(query);
  const words = query.words === undefined ? [] : searchForm(query.words).form.split(/\s+/).filter(Boolean);
  const values: Record<string, string | number> = { kind: query.kind, limit: limit + 1 };
  const where = ['i.kind = @kind'];
  if (query.party !== undefined) {
    where.push('i.party = @party');
    values.party = query.party;
  }
  for (const [n, word] of words.entries()) {
    where.push(
      `EXISTS (SELECT 1 FROM entity m WHERE m.into_entity = i.key AND (instr(m.folded, @word${n}) > 0
         OR EXISTS (SELECT 1 FROM spelling p WHERE p.entity = m.key AND p.n > 0 AND instr(p.words, @word${n}) > 0)))`,
    );
    values[`word${n}`] = word;
  }
  const having = after ? 'HAVING (-documents, i.key) > (@after, @key)' : '';
  if (after) Object.assign(values, { after: Number(after[0]), key: after[1] });
  let from = `sum(e.documents) AS documents, sum(e.statements) AS statements, min(e.first) AS first, max(e.last) AS last
    FROM entity i JOIN entity e ON e.into_entity = i.key AND e.documents > 0`;
  if (query.dyad !== undefined) {
    values.dyad = dyadFrom(query.dyad);
    from = `count(DISTINCT a.document) AS documents, sum(a.statements) AS statements, min(a.day) AS first, max(a.day) AS last
      FROM (SELECT DISTINCT t.document FROM talks_dyad y CROSS JOIN talks t ON t.key = y.talks WHERE y.dyad = @dyad) o
      CROSS JOIN appearance a ON a.document = o.document CROSS JOIN entity e ON e.key = a.entity CROSS JOIN entity i ON i.key = e.into_entity`;
  }
  const rows = store
    .sql(
      `SELECT i.key, i.id, i.kind, i.party, count(DISTINCT e.key) AS members, ${from} WHERE ${where.join(' AND ')} GROUP BY i.key ${having}
       ORDER BY documents DESC, i.key LIMIT @limit`,
    )
    .all(values) as (Row & { members: number })[];
  return pageOf(
    rows,
    limit,
    (row) => toRow(store, row),
    (row) => [-row.documents, row.key],
  );
}

function toRow(store: Store, row: Row): EntityRow {
  const { key, id, kind, party, documents, statements, first, last } = row;
  const members = membersOf(store, key);
  const office =
    kind === 'person' ? members.map((member) => officeOf(store, member)).sort((a, b) => ((a?.day ?? '') < (b?.day ?? '') ? 1 : -1))[0] : undefined;
  return {
    id,
    kind: kind as EntityKind,
    name: nameOf(store, members),
    documents,
    statements,
    ...told({ party, first, last }),
    ...(office && told({ office: office.office, role: office.role })),
  };
}

/** Keys of an entity and of those that were merged into it. */
function membersOf(store: Store, key: number): number[] {
  return store.sql('SELECT key FROM entity WHERE into_entity = ? ORDER BY key').pluck().all(key) as number[];
}

/** The spelling met most often; of equally frequent ones the longer. */
function nameOf(store: Store, members: readonly number[]): string {
  return (
    (store
      .sql(
        'SELECT name FROM spelling WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY name ORDER BY sum(n) DESC, length(name) DESC, name LIMIT 1',
      )
      .pluck()
      .get(JSON.stringify(members)) as string | undefined) ?? ''
  );
}

function officeOf(store: Store, member: number): { office: string; role: string | null; day: string | null } | undefined {
  return store.sql('SELECT office, role, day FROM appearance WHERE entity = ? AND office IS NOT NULL ORDER BY day DESC LIMIT 1').get(member) as
    | { office: string; role: string | null; day: string | null }
    | undefined;
}

/** The row of an entity by its key or that of one merged into it. */
function rowOf(store: Store, key: number): EntityRow | undefined {
  const root = store.sql('SELECT key, id, kind, party FROM entity WHERE key = (SELECT into_entity FROM entity WHERE key = ?)').get(key) as
    | Pick<Row, 'key' | 'id' | 'kind' | 'party'>
    | undefined;
  if (!root) return undefined;
  const members = JSON.stringify(membersOf(store, root.key));
  const sums = store
    .sql(
      `SELECT count(DISTINCT document) AS documents, coalesce(sum(statements), 0) AS statements, min(day) AS first, max(day) AS last
       FROM appearance WHERE entity IN (SELECT value FROM json_each(?))`,
    )
    .get(members) as Pick<Row, 'documents' | 'statements' | 'first' | 'last'>;
  return toRow(store, { ...root, ...sums });
}

export function spelled(store: Store, ids: readonly string[], language: string): Map<string, string[]> {
  const rows = store
    .sql(
      `SELECT DISTINCT one.id, s.name FROM json_each(?) o CROSS JOIN entity one ON one.id = o.value JOIN entity same ON same.into_entity = one.into_entity
       JOIN spelling s ON s.entity = same.key WHERE s.n > 0 AND s.language = ? ORDER BY length(s.name) DESC, s.name`,
    )
    .all(JSON.stringify(ids), language) as { id: string; name: string }[];
  const found = new Map<string, string[]>();
  for (const { id, name } of rows) found.set(id, [...(found.get(id) ?? []), name]);
  return found;
}

export function entity(store: Store, id: string): Entity | undefined {
  const found = store.sql('SELECT into_entity AS key FROM entity WHERE id = ?').get(id) as { key: number } | undefined;
  const row = found && rowOf(store, found.key);
  if (!found || !row) return undefined;
  const { key } = found;
  const merged = store.sql('SELECT id FROM entity WHERE into_entity = ? AND key <> ? ORDER BY key').pluck().all(key, key) as string[];
  const reading = readings(store).get(row.id);
  return {
    ...row,
    ...(reading !== undefined && { reading }),
    spellings: store
      .sql(
        'SELECT name, language, sum(n) AS documents FROM spelling WHERE n > 0 AND entity IN (SELECT key FROM entity WHERE into_entity = ?) GROUP BY 1, 2 ORDER BY 3 DESC, 1',
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
  const values = { kinds: JSON.stringify(kind ? [kind] : ['person', 'instrument', 'mechanism']), key: key ?? 0 };
  // Of one entity, it is asked for its members beside all others; else each pair once.
  const which = key === undefined ? 'b.key > a.key' : 'a.into_entity = @key';
  const pairs = (where: string, reason: string): Pair[] =>
    (
      store
        .sql(
          `SELECT a.key AS one, b.key AS other FROM entity a JOIN entity b ON b.kind = a.kind AND b.into_entity <> a.into_entity AND ${where}
           WHERE ${which} AND a.documents > 0 AND b.documents > 0 AND a.kind IN (SELECT value FROM json_each(@kinds)) LIMIT ${PAIRS}`,
        )
        .all(which.includes('@key') ? values : { kinds: values.kinds }) as { one: number; other: number }[]
    ).map((pair) => ({ ...pair, reason }));
  const inTime = 'a.first <= b.last AND b.first <= a.last';
  const within =
    '(substr(b.folded, 1, length(a.folded)) = a.folded OR substr(a.folded, 1, length(b.folded)) = b.folded OR substr(b.folded, -length(a.folded)) = a.folded OR substr(a.folded, -length(b.folded)) = b.folded)';
  const folded = store.sql('SELECT folded FROM entity WHERE key = ?').pluck();
  const found = [
    ...pairs("a.kind = 'person' AND b.folded = a.folded AND b.party IS a.party AND b.role IS NOT a.role", 'same-name-other-office'),
    ...pairs("a.kind = 'person' AND b.folded = a.folded AND b.party IS a.party AND b.role IS a.role", 'same-name-other-time'),
    // One country has one foreign minister at a time: two names of that office in one span of years, in two scripts, may be one person.
    ...pairs(
      `a.kind = 'person' AND b.party = a.party AND b.role = a.role AND a.role IN ('head-of-state', 'head-of-government', 'foreign-minister') AND b.folded <> a.folded AND ${inTime}`,
      'same-office-same-time',
    ).filter(({ one, other }) => scriptOf(folded.get(one) as string) !== scriptOf(folded.get(other) as string)),
    ...pairs(`a.kind = 'person' AND b.party = a.party AND b.role IS a.role AND b.folded <> a.folded AND ${inTime} AND ${within}`, 'name-in-name'),
    ...pairs(
      "a.kind = 'instrument' AND b.party IS a.party AND b.folded <> a.folded AND (instr(b.folded, a.folded) > 0 OR instr(a.folded, b.folded) > 0)",
      'name-in-name',
    ),
  ];
  if (kind === undefined || kind === 'person') found.push(...soundingPairs(store, key));
  if (kind === undefined || kind === 'instrument') found.push(...pairsOfOneKind(store, key));
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
      return a && b ? [{ kind: a.kind, one: a, other: b, reasons }] : [];
    });
}

interface Spelled {
  readonly key: number;
  readonly into: number;
  readonly party: string;
  readonly name: string;
}

/** Persons of one party whose names sound alike in two scripts. Of two whole names, two parts must; a name of one part may be in the other. */
function soundingPairs(store: Store, root: number | undefined): Pair[] {
  const spelled = store
    .sql(
      `SELECT e.key, e.into_entity AS "into", e.party, s.name FROM entity e JOIN spelling s ON s.entity = e.key
       WHERE e.kind = 'person' AND e.documents > 0 AND s.n > 0 AND e.party IS NOT NULL
         AND (@root IS NULL OR e.party IN (SELECT party FROM entity WHERE into_entity = @root)) ORDER BY e.key`,
    )
    .all({ root: root ?? null }) as Spelled[];
  const heard = spelled.map((one) => ({ ...one, parts: partsOf(one.name).map(soundsOf) }));
  const groups = new Map<string, (typeof heard)[number][]>();
  for (const one of heard)
    for (const consonants of new Set(one.parts.flatMap((part) => part?.ways.map((way) => way.consonants) ?? []))) {
      const name = `${one.party} ${consonants}`;
      const group = groups.get(name);
      if (group) group.push(one);
      else groups.set(name, [one]);
    }
  const found = new Map<string, Pair>();
  for (const group of groups.values())
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) {
        if (found.size >= PAIRS) return [...found.values()];
        if (one.into === other.into || (root !== undefined && one.into !== root && other.into !== root)) continue;
        const name = `${one.key}+${other.key}`;
        if (!found.has(name) && partsAgree(one.parts, other.parts)) found.set(name, { one: one.key, other: other.key, reason: 'sounds-alike' });
      }
  return [...found.values()];
}

type Parts = readonly (Sounds | undefined)[];

function partsAgree(one: Parts, other: Parts): boolean {
  const agreeing = one.filter((part) => part && other.some((also) => also && soundAlike(part, also))).length;
  return agreeing >= Math.min(2, one.length, other.length);
}

/** Instruments of two parties in whose names one kind of treaty stands, with more beside it: an amended one, or another name for it. */
function pairsOfOneKind(store: Store, key: number | undefined): Pair[] {
  const rows = store
    .sql(
      `SELECT key, into_entity AS root, folded, party FROM entity WHERE kind = 'instrument' AND documents > 0 AND party GLOB '*-*' AND party NOT GLOB '*-*-*'
       AND (@key = 0 OR party IN (SELECT party FROM entity WHERE into_entity = @key)) ORDER BY key`,
    )
    .all({ key: key ?? 0 }) as { key: number; root: number; folded: string; party: string }[];
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const treaty = treatyIn(row.folded);
    if (treaty === undefined) continue;
    const name = `${row.party} ${treaty}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const pairs: Pair[] = [];
  for (const group of groups.values())
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1))
        if (pairs.length < PAIRS && one.root !== other.root && (key === undefined || one.root === key || other.root === key))
          pairs.push({ one: one.key, other: other.key, reason: 'one-kind-of-treaty' });
  return pairs;
}

function scriptOf(name: string): string {
  return ['Latin', 'Cyrillic', 'Hangul'].find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)) ?? 'Han';
}

/** How names are read aloud, as people said: the newest decision on a name or on one that was merged into it. */
export function readings(store: Store): Map<string, string> {
  const root = store.sql('SELECT r.id FROM entity e JOIN entity r ON r.key = e.into_entity WHERE e.id = ?').pluck();
  const all = new Map<string, string>();
  for (const { change } of inForce(corrections(store).filter(({ document }) => document === undefined))) {
    if (change.set !== 'reading') continue;
    const id = root.get(change.name) as string | undefined;
    if (id === undefined) continue;
    if (change.reading === null) all.delete(id);
    else all.set(id, change.reading);
  }
  return all;
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
  const { facets } = search(store, { count: ['topic'], limit: 1, ...(query.dyad !== undefined && { facets: { dyad: [query.dyad] } }) });
  return (facets.topic ?? []).map(({ value, count }) => ({ value: value as Topic, count }));
}
