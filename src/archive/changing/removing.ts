/** Taking documents out of sight and putting them back. Nothing is deleted. */
import type { Signed } from '../archive.ts';
import { beginDraft, type Draft, dropDerived, endDraft } from '../deriving/derived.ts';
import type { Store } from '../file/store.ts';
import { correctionsOf } from './corrections.ts';
import { findDocument } from './documents.ts';
import { happened } from './happenings.ts';
import { rederive } from './rederiving.ts';

export function removeAll(store: Store, ids: readonly string[], signed: Signed): number {
  return store.write((stamp) => {
    const draft = beginDraft(store, stamp);
    let n = 0;
    for (const id of ids) {
      const document = findDocument(store, id);
      if (!document || document.removed !== null) continue;
      dropDerived(draft, document.key);
      store.sql('UPDATE document SET removed = ?, orphans = 0 WHERE key = ?').run(signed.when, document.key);
      happened(store, { kind: 'removed', signed, document: document.key });
      n++;
    }
    endDraft(draft);
    return n;
  });
}

export function restoreAll(store: Store, ids: readonly string[], signed: Signed): number {
  return store.write((stamp) => {
    const draft = beginDraft(store, stamp);
    let n = 0;
    for (const id of ids) {
      const document = findDocument(store, id);
      if (!document || document.removed === null) continue;
      putBack(draft, document.key, signed);
      n++;
    }
    endDraft(draft);
    return n;
  });
}

export function putBack(draft: Draft, key: number, signed: Signed): void {
  const { store } = draft;
  rederive(draft, key, correctionsOf(store, key));
  store.sql('UPDATE document SET removed = NULL WHERE key = ?').run(key);
  happened(store, { kind: 'restored', signed, document: key });
}
