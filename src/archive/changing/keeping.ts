/** Documents and their versions coming in: the same bytes are one document, a page that changed is a new version of it. */
import type { Reading } from '../../record/reading.ts';
import { type Standing, standing } from '../../record/standing.ts';
import type { Difference, GivenToReader, Incoming, Kept, Signed } from '../archive.ts';
import { beginDraft, type Draft, dropDerived, endDraft, writeDerived } from '../deriving/derived.ts';
import { type DocumentRows, makeRows } from '../deriving/rows.ts';
import { differenceOf, likeness } from '../difference.ts';
import type { Store } from '../file/store.ts';
import { pack, packRecord, unpackRecord } from './content.ts';
import { correctionsOf } from './corrections.ts';
import { type DocumentKey, newestReading } from './documents.ts';
import { happened } from './happenings.ts';
import { columnsOf, writeStanding } from './rederiving.ts';
import { putBack } from './removing.ts';
import { readerOf } from './replacing.ts';

/** Below this share of common lines two pages of one address are two documents, where title and date differ too. */
const UNLIKE = 0.2;
/** From this share on, two pages of one title, date and publisher are versions of one. */
const LIKE = 0.5;

/** A document made ready for keeping: all that needs no store, so that it may be done in another thread and handed over cheaply. */
export interface Ready {
  /** Of this version: `d-` and the first signs of the hash. */
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  /** Deflated. */
  readonly bytes: Uint8Array;
  readonly record: Uint8Array;
  readonly rows: DocumentRows;
  readonly mediaType: string;
  readonly url?: string;
  readonly reader: string;
  readonly from?: string;
  readonly name?: string;
  readonly given: GivenToReader;
  readonly signed: Signed;
}

export function makeReady({ bytes, reading, from, name, given = {}, signed }: Incoming): Ready {
  const { document } = reading;
  const sha256 = document.source?.sha256;
  if (!sha256) throw new TypeError('keep: the reading does not say of which bytes it is (document.source.sha256)');
  return {
    id: document.id,
    sha256,
    size: bytes.length,
    bytes: pack(bytes),
    record: packRecord(reading),
    rows: makeRows({ reading, corrected: new Map(), struck: [], orphans: [] }),
    mediaType: document.source?.mediaType ?? 'text/plain',
    ...(document.source?.url !== undefined && { url: document.source.url }),
    reader: readerOf(reading),
    ...(from !== undefined && { from }),
    ...(name !== undefined && { name }),
    given,
    signed,
  };
}

export function keepAll(store: Store, batch: readonly Ready[]): Kept[] {
  return store.write((stamp) => {
    const draft = beginDraft(store, stamp);
    const kept = batch.map((ready) => keepOne(draft, ready));
    endDraft(draft);
    return kept;
  });
}

function keepOne(draft: Draft, ready: Ready): Kept {
  const { store } = draft;
  const { from, signed } = ready;
  const known = store
    .sql('SELECT d.key, d.id, d.n, d.removed, d.title FROM version v JOIN document d ON d.key = v.document WHERE v.sha256 = ?')
    .get(ready.sha256) as DocumentKey | undefined;
  if (known) {
    if (from) setPlace(store, from, known.key);
    const titled = known.title === null ? {} : { title: known.title };
    if (known.removed === null) return { id: known.id, n: known.n, how: 'same', ...titled };
    putBack(draft, known.key, signed);
    return { id: known.id, n: known.n, how: 'restored', ...titled };
  }
  const earlier = findPage(store, ready);
  const titled = ready.rows.document.title === null ? {} : { title: ready.rows.document.title };
  if (!earlier) {
    const { id } = ready;
    const key = insertDocument(draft, ready);
    insertVersion(store, key, 1, ready, false, undefined);
    if (from) setPlace(store, from, key);
    happened(store, { kind: 'added', signed, document: key, n: 1 });
    return { id, n: 1, how: 'added', ...titled };
  }
  const { document, before } = earlier;
  const reading = unpackRecord(ready.record);
  const n = document.n + 1;
  const difference = differenceOf(before, reading);
  const published = reading.document.published?.edtf;
  const changed = before.document.text !== reading.document.text;
  const silent = changed && published !== undefined && published === before.document.published?.edtf;
  insertVersion(store, document.key, n, ready, silent, difference);
  if (from) setPlace(store, from, document.key);
  if (document.removed === null) dropDerived(draft, document.key);
  const corrections = correctionsOf(store, document.key);
  const stands = corrections.length > 0 ? standing(reading, corrections) : undefined;
  writeDocument(draft, document.key, ready, n, silent, stands);
  happened(store, { kind: 'version', signed, document: document.key, n, silent, difference });
  return { id: document.id, n, how: 'version', silent, difference, ...titled };
}

/** The document that these bytes are a newer version of. */
function findPage(store: Store, { record, rows, from, url }: Ready): { document: DocumentKey; before: Reading } | undefined {
  const { title, published, publisher } = rows.document;
  const places = [from, url].filter((one) => one !== undefined);
  const unlike = (before: Reading, less: number) => likeness(before, unpackRecord(record)) < less;
  for (const place of places) {
    const document = store
      .sql('SELECT d.key, d.id, d.n, d.removed, d.title FROM place p JOIN document d ON d.key = p.document WHERE p.place = ?')
      .get(place) as DocumentKey | undefined;
    if (!document) continue;
    const before = newestReading(store, document.key, document.n);
    const samePage = document.title === title || (before.document.published?.edtf ?? null) === published;
    if (samePage || !unlike(before, UNLIKE)) return { document, before };
  }
  if (title === null || published === null) return undefined;
  const alike = store
    .sql('SELECT key, id, n, removed, title FROM document WHERE title = ? AND published = ? AND publisher IS ? AND language = ? LIMIT 20')
    .all(title, published, publisher, rows.document.language) as DocumentKey[];
  for (const document of alike) {
    const before = newestReading(store, document.key, document.n);
    // Two sessions of one day have one title; only a text that is mostly the same is the same page.
    if (!unlike(before, LIKE)) return { document, before };
  }
  return undefined;
}

function setPlace(store: Store, place: string, document: number): void {
  store.sql('INSERT INTO place (place, document) VALUES (?, ?) ON CONFLICT (place) DO UPDATE SET document = excluded.document').run(place, document);
}

function insertDocument(draft: Draft, { id, rows, name, signed, mediaType, url }: Ready): number {
  const { store } = draft;
  const { language } = rows.document;
  const columns = {
    id,
    n: 1,
    added: signed.when,
    changed: signed.when,
    media_type: mediaType,
    url: url ?? null,
    name: name ?? null,
    silent: 0,
    orphans: 0,
    ...columnsOf(rows, name, draft.next),
  };
  const names = Object.keys(columns);
  const { lastInsertRowid } = store
    .sql(`INSERT INTO document (${names.join(', ')}) VALUES (${names.map((column) => `@${column}`).join(', ')})`)
    .run(columns);
  const key = Number(lastInsertRowid);
  writeDerived(draft, key, language, rows);
  return key;
}

function insertVersion(store: Store, document: number, n: number, ready: Ready, silent: boolean, difference: Difference | undefined): void {
  const { rows, name, signed } = ready;
  const { lastInsertRowid } = store
    .sql(
      'INSERT INTO version (document, n, id, sha256, size, media_type, name, added, who, published, silent, reader, given, statements, difference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      document,
      n,
      ready.id,
      ready.sha256,
      ready.size,
      ready.mediaType,
      name ?? null,
      signed.when,
      signed.who,
      rows.document.published,
      silent ? 1 : 0,
      ready.reader,
      JSON.stringify(ready.given),
      rows.statements.length,
      difference ? JSON.stringify(difference) : null,
    );
  store.sql('INSERT INTO content (version, bytes, record) VALUES (?, ?, ?)').run(lastInsertRowid, ready.bytes, ready.record);
}

/** Puts the newest reading, with corrections laid over, into lists, facets and search; the old must be out. */
function writeDocument(draft: Draft, key: number, ready: Ready, n: number, silent: boolean, stands: Standing | undefined): void {
  const { store } = draft;
  const { name, signed, mediaType, url } = ready;
  const rows = stands ? makeRows(stands) : ready.rows;
  store
    .sql(
      'UPDATE document SET n = ?, changed = ?, removed = NULL, silent = ?, media_type = ?, url = coalesce(?, url), name = coalesce(?, name) WHERE key = ?',
    )
    .run(n, signed.when, silent ? 1 : 0, mediaType, url ?? null, name ?? null, key);
  writeStanding(draft, key, rows, stands);
}
