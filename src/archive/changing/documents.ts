/** The rows of documents that every change begins with: which document an id names, and how its newest version was read. */
import type { Reading } from '../../record/reading.ts';
import type { Store } from '../file/store.ts';
import { unpackRecord } from './content.ts';

export interface DocumentKey {
  readonly key: number;
  readonly id: string;
  readonly n: number;
  readonly removed: string | null;
  readonly title: string | null;
}

export function findDocument(store: Store, id: string): DocumentKey | undefined {
  return store.sql('SELECT d.key, d.id, d.n, d.removed, d.title FROM version v JOIN document d ON d.key = v.document WHERE v.id = ?').get(id) as
    | DocumentKey
    | undefined;
}

export function newestReading(store: Store, document: number, n: number): Reading {
  const { record } = store
    .sql('SELECT c.record FROM version v JOIN content c ON c.version = v.key WHERE v.document = ? AND v.n = ?')
    .get(document, n) as {
    record: Uint8Array;
  };
  return unpackRecord(record);
}
