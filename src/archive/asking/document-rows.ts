/** Documents and their talks as lists have them, kept by what was written of each: a list that is asked again reads only what is new in it. */
import { sql } from 'kysely';
import type { DocumentRow, Side, TalksRow } from '../archive.ts';
import { mergesOf } from '../changing/merging.ts';
import { SIGNS } from '../deriving/rows.ts';
import type { Store } from '../file/store.ts';
import type { DocumentTable, TalksTable } from '../file/tables.ts';
import { told } from '../paging.ts';

type Row<T> = { [K in keyof T]: T[K] extends { readonly __select__: infer S } ? S : T[K] };
type DocumentRecord = Row<Omit<DocumentTable, 'key'>> & { key: number };
type TalksRecord = Row<Omit<TalksTable, 'key'>> & { key: number; document_id: string; title: string | null; publisher: string | null };

/** Which writing of a document is meant: `first` is given to each only once. */
export interface Written extends Pick<DocumentRecord, 'key' | 'first' | 'changed' | 'removed'> {}

/** Documents kept. */
const MOST = 3_000;

interface Kept {
  readonly merges: string;
  readonly rows: Map<number, { readonly written: Written; readonly row: DocumentRow }>;
}

const kept = new WeakMap<Store, Kept>();

/** In the order given. */
export function documentsOf(store: Store, all: readonly Written[]): DocumentRow[] {
  const merges = mergesOf(store);
  let of = kept.get(store);
  if (of?.merges !== merges) {
    of = { merges, rows: new Map() };
    kept.set(store, of);
  }
  const { rows } = of;
  if (rows.size + all.length > MOST) rows.clear();
  const fresh = all.filter((written) => !isOf(rows.get(written.key)?.written, written));
  if (fresh.length > 0) {
    const records = store.all(
      store.make
        .selectFrom('document')
        .selectAll()
        .where(
          'key',
          'in',
          fresh.map(({ key }) => key),
        ),
    ) as DocumentRecord[];
    const talks = talksOf(store, records);
    for (const record of records)
      rows.set(record.key, {
        written: { key: record.key, first: record.first, changed: record.changed, removed: record.removed },
        row: toDocument(record, talks.get(record.key) ?? []),
      });
  }
  return all.flatMap(({ key }) => rows.get(key)?.row ?? []);
}

function isOf(one: Written | undefined, { first, changed, removed }: Written): boolean {
  return one !== undefined && one.first === first && one.changed === changed && one.removed === removed;
}

const SIDE_OF = new Map(Object.entries(SIGNS).map(([side, sign]) => [sign, side as Side]));

function toDocument(row: DocumentRecord, talks: readonly TalksRow[]): DocumentRow {
  const {
    id,
    n,
    title,
    kind,
    published,
    language,
    url,
    name,
    added,
    changed,
    removed,
    statements,
    withheld,
    commitments,
    instruments,
    low,
    corrections,
    orphans,
  } = row;
  return {
    ...told({ title, kind, published, url, name, removed }),
    ...(row.publisher_name !== null && { publisher: { ...told({ party: row.publisher }), name: row.publisher_name } }),
    id,
    n,
    language,
    mediaType: row.media_type,
    added,
    changed,
    silent: row.silent === 1,
    talks,
    strip: Array.from(row.strip, (sign) => ({ side: SIDE_OF.get(sign.toLowerCase()) ?? 'unknown', withheld: sign !== sign.toLowerCase() })),
    statements,
    withheld,
    commitments,
    instruments,
    low,
    issues: { errors: row.errors, warnings: row.warnings },
    corrections,
    orphans,
  };
}

/** The talks of documents, by the key of the document. */
function talksOf(
  store: Store,
  documents: readonly { key: number; id: string; title: string | null; publisher: string | null }[],
): Map<number, TalksRow[]> {
  const found = new Map<number, TalksRow[]>();
  if (documents.length === 0) return found;
  const of = new Map(documents.map((one) => [one.key, one]));
  const rows = store.all(
    store.make
      .selectFrom('talks')
      .selectAll()
      .where('document', 'in', [...of.keys()])
      .orderBy('document')
      .orderBy('nth'),
  );
  const people = participantsOf(
    store,
    rows.map(({ key }) => key),
  );
  for (const row of rows) {
    const { id, title, publisher } = of.get(row.document) as { id: string; title: string | null; publisher: string | null };
    const list = found.get(row.document) ?? [];
    list.push(toTalks({ ...row, document_id: id, title, publisher }, people.get(row.key) ?? []));
    found.set(row.document, list);
  }
  return found;
}

function participantsOf(store: Store, talks: readonly number[]): Map<number, TalksRow['participants'][number][]> {
  const found = new Map<number, TalksRow['participants'][number][]>();
  if (talks.length === 0) return found;
  const rows = store.all(
    store.make
      .selectFrom('appearance as a')
      .innerJoin('entity as e', 'e.key', 'a.entity')
      .innerJoin('entity as i', 'i.key', 'e.into_entity')
      .select(['a.talks', 'i.id as person', 'a.name', 'a.party', 'a.office', 'a.role'])
      .where('a.talks', 'in', [...talks])
      .orderBy(sql`a.rowid`),
  );
  for (const { talks: key, person, name, party, office, role } of rows) {
    const list = found.get(key as number) ?? [];
    list.push({ person, name, party: party ?? '', ...told({ office, role }) });
    found.set(key as number, list);
  }
  return found;
}

function toTalks(row: TalksRecord, participants: TalksRow['participants']): TalksRow {
  const { id, kind, level, date, day, start, duration, place, host, occasion, ordinal, title, publisher } = row;
  return {
    ...told({ title, publisher, level, date, day, start, duration, place, host, occasion, ordinal }),
    document: row.document_id,
    id,
    kind,
    parties: JSON.parse(row.parties) as string[],
    statements: row.statements,
    withheld: row.withheld,
    participants,
  };
}
