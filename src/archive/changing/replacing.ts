/** A newer reader's record in the place of the older one. */
import type { Reading } from '../../record/reading.ts';
import type { Signed } from '../archive.ts';
import { beginDraft, endDraft } from '../deriving/derived.ts';
import { differenceOf } from '../difference.ts';
import type { Store } from '../file/store.ts';
import { packRecord } from './content.ts';
import { correctionsOf } from './corrections.ts';
import { findDocument, newestReading } from './documents.ts';
import { happened } from './happenings.ts';
import { rederive } from './rederiving.ts';

/** `0.1.0 ja 0.1.0`: what made a reading. */
export function readerOf({ reader }: Reading): string {
  return [reader.version, ...Object.entries(reader.languages).flat()].join(' ');
}

/** @returns false where the reading is the same, byte for byte. */
export function replaceReading(store: Store, id: string, n: number, reading: Reading, signed: Signed): boolean {
  return store.write((stamp) => {
    const document = findDocument(store, id);
    const version =
      document &&
      (store.sql('SELECT key, sha256 FROM version WHERE document = ? AND n = ?').get(document.key, n) as { key: number; sha256: string } | undefined);
    if (!document || !version || reading.document.source?.sha256 !== version.sha256) throw new TypeError('replace: the reading is of other bytes');
    const before = newestReading(store, document.key, n);
    if (JSON.stringify(before) === JSON.stringify(reading)) return false;
    store
      .sql('UPDATE version SET reader = ?, statements = ?, published = ? WHERE key = ?')
      .run(readerOf(reading), reading.statements.length, reading.document.published?.edtf ?? null, version.key);
    store.sql('UPDATE content SET record = ? WHERE version = ?').run(packRecord(reading), version.key);
    if (n === document.n && document.removed === null) {
      const draft = beginDraft(store, stamp);
      rederive(draft, document.key, correctionsOf(store, document.key));
      endDraft(draft);
    }
    happened(store, { kind: 'reread', signed, document: document.key, n, difference: differenceOf(before, reading) });
    return true;
  });
}
