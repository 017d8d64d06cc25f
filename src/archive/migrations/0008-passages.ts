/** The words of texts that are no accounts of talks can be found. What tells of talks stays as it is. */
import type { Migration } from './migration.ts';

export const passages: Migration = {
  number: 8,
  sql: `
CREATE TABLE passage (
  key INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  page INTEGER,
  start INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE passage_words USING fts5 (grams, content = '', contentless_delete = 1, tokenize = 'ascii');
ALTER TABLE document ADD COLUMN passages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN passage INTEGER;
CREATE INDEX document_passages ON document (passage, passages, day, kind, language) WHERE passages > 0;
`,
  rederive: "SELECT key FROM document WHERE removed IS NULL AND (kind IS NOT 'readout' OR statements = 0) ORDER BY key",
};
