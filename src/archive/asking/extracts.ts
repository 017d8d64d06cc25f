/** What the documents of a relation, or those that name an instrument, tell for the ledgers: oldest talks first. */
import type { Extract, InstrumentExtract, MetExtract, PromiseExtract, VisitExtract } from '../../record/extract.ts';
import { instrumentForm } from '../../record/treaties.ts';
import type { ExtractQuery } from '../archive.ts';
import { mergesOf } from '../changing/merging.ts';
import type { Store } from '../file/store.ts';
import { dyadFrom } from './listing.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function extracts(store: Store, query: ExtractQuery): Extract[] {
  const { where, values } = whichOf(query);
  const rows = store
    .sql(
      `SELECT d.key, d.id, d.first, d.changed FROM (${where}) o CROSS JOIN document d ON d.key = o.document WHERE d.removed IS NULL ORDER BY d.day, d.key`,
    )
    .all(values) as Row[];
  // All of them are not kept: whoever asks for them goes through them once.
  if (query.dyad === undefined && query.instrument === undefined) return read(store, rows);
  const known = keptOf(store);
  if (known.size + rows.length > MOST_KEPT) known.clear();
  const fresh = rows.filter(({ key, first, changed }) => known.get(key)?.first !== first || known.get(key)?.changed !== changed);
  for (const [i, extract] of read(store, fresh).entries()) {
    const { key, first, changed } = fresh[i] as Row;
    known.set(key, { first, changed, extract });
  }
  return rows.map(({ key }) => (known.get(key) as Kept).extract);
}

function read(store: Store, rows: readonly Row[]): Extract[] {
  const data = store.sql('SELECT data FROM extract WHERE document = ?').pluck();
  const all: Extract[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const names = namesOf(store, JSON.stringify(some.map(({ key }) => key)));
    for (const { key, id, changed } of some)
      all.push(named({ ...(JSON.parse(data.get(key) as string) as Extract), document: id, added: changed }, names.get(key) ?? NONE));
  }
  return all;
}

/** Documents whose names are asked for together. */
const AT_ONCE = 1_000;

interface Row {
  readonly key: number;
  readonly id: string;
  /** Key of its first statement, which is given once: it says which writing of the document this is. */
  readonly first: number;
  readonly changed: string;
}

/** Documents whose extracts are kept: what a new document adds to a relation is then its own, and the rest is not read again. */
const MOST_KEPT = 8_000;

interface Kept extends Pick<Row, 'first' | 'changed'> {
  readonly extract: Extract;
}

const kept = new WeakMap<Store, { readonly merges: string; readonly documents: Map<number, Kept> }>();

/** They hold as long as the document is not written anew and no names are made one or parted. */
function keptOf(store: Store): Map<number, Kept> {
  const merges = mergesOf(store);
  let of = kept.get(store);
  if (of?.merges !== merges) {
    of = { merges, documents: new Map() };
    kept.set(store, of);
  }
  return of.documents;
}

const NO_VISITS: readonly VisitExtract[] = [];
const NONE: ReadonlyMap<string, string> = new Map();

function whichOf({ dyad, instrument, document }: ExtractQuery): { where: string; values: Record<string, string> } {
  if (document !== undefined) return { where: 'SELECT document FROM version WHERE id = @document', values: { document } };
  if (instrument !== undefined)
    return {
      where: `SELECT DISTINCT a.document FROM appearance a JOIN entity e ON e.key = a.entity
              WHERE e.into_entity = (SELECT into_entity FROM entity WHERE id = @instrument)`,
      values: { instrument },
    };
  if (dyad !== undefined)
    return {
      where: 'SELECT DISTINCT t.document FROM talks_dyad y JOIN talks t ON t.key = y.talks WHERE y.dyad = @dyad',
      values: { dyad: dyadFrom(dyad) },
    };
  return { where: 'SELECT key AS document FROM document', values: {} };
}

/** Document → kind, party and name (of instruments as it is compared) → the id that this name has across documents. @param documents their keys, JSON. */
function namesOf(store: Store, documents: string): Map<number, Map<string, string>> {
  const rows = store
    .sql(
      `SELECT a.document, e.kind, CASE e.kind WHEN 'instrument' THEN e.folded ELSE a.name END AS name, a.party, i.id FROM json_each(?) o CROSS JOIN appearance a ON a.document = o.value
       JOIN entity e ON e.key = a.entity JOIN entity i ON i.key = e.into_entity WHERE a.way IN ('participant', 'mentioned', 'instrument')`,
    )
    .all(documents) as { document: number; kind: string; name: string; party: string | null; id: string }[];
  const found = new Map<number, Map<string, string>>();
  for (const { document, kind, name, party, id } of rows) {
    let own = found.get(document);
    if (!own) {
      own = new Map();
      found.set(document, own);
    }
    own.set(keyOf(kind, party ?? '', name), id);
  }
  return found;
}

function keyOf(kind: string, party: string, name: string): string {
  return `${kind}\n${party}\n${name}`;
}

/** Puts the ids of persons and instruments in. */
function named(extract: Extract, names: ReadonlyMap<string, string>): Extract {
  if (names.size === 0) return extract;
  for (const talks of extract.talks as readonly Mutable<MetExtract>[])
    for (const one of talks.participants as readonly Mutable<MetExtract['participants'][number]>[]) {
      const id = names.get(keyOf('person', one.party, one.name));
      if (id !== undefined) one.person = id;
    }
  for (const promise of extract.commitments as readonly Mutable<PromiseExtract>[]) {
    const { visitor, kind, by, to } = promise;
    if (visitor?.name === undefined) continue;
    const [party] = kind === 'invitation' ? to : by;
    const id = names.get(keyOf('person', party ?? '', visitor.name));
    if (id !== undefined) promise.visitor = { ...visitor, person: id };
  }
  for (const visit of (extract.visits ?? NO_VISITS) as readonly Mutable<VisitExtract>[]) {
    const { visitor, by } = visit;
    const id = visitor.name === undefined ? undefined : names.get(keyOf('person', by ?? '', visitor.name));
    if (id !== undefined) visit.visitor = { ...visitor, person: id };
  }
  for (const one of extract.instruments as readonly Mutable<InstrumentExtract>[]) {
    const id = names.get(keyOf('instrument', [...one.parties].sort().join('-'), instrumentForm(one.subject ?? one.name, one.parties)));
    if (id !== undefined) one.entity = id;
  }
  return extract;
}
