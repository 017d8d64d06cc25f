/** Passages as rows: written and taken out whole, a document at a time. */

import type { Store } from '../file/store.ts';
import type { PassagePart } from './passages.ts';

export function writePassages(store: Store, document: number, passages: readonly PassagePart[]): void {
  if (passages.length === 0) return;
  const put = store.sql('INSERT INTO passage (path, page, start, words) VALUES (?, ?, ?, ?)');
  const index = store.sql('INSERT INTO passage_words (rowid, grams) VALUES (?, ?)');
  let first: number | bigint | undefined;
  for (const { path, page, start, words, grams } of passages) {
    const { lastInsertRowid } = put.run(path, page, start, words);
    index.run(lastInsertRowid, grams);
    first ??= lastInsertRowid;
  }
  store.sql('UPDATE document SET passages = ?, passage = ? WHERE key = ?').run(passages.length, first, document);
}

export function dropPassages(store: Store, document: number): void {
  const { passages, passage } = store.sql('SELECT passages, passage FROM document WHERE key = ?').get(document) as {
    passages: number;
    passage: number | null;
  };
  if (passage === null) return;
  const range = [passage, passage + passages - 1];
  store.sql('DELETE FROM passage_words WHERE rowid BETWEEN ? AND ?').run(...range);
  store.sql('DELETE FROM passage WHERE key BETWEEN ? AND ?').run(...range);
  store.sql('UPDATE document SET passages = 0, passage = NULL WHERE key = ?').run(document);
}
