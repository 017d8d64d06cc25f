/** What kind of text each document is, for lists. */
import type { Migration } from './migration.ts';

export const textKinds: Migration = {
  number: 6,
  sql: `
ALTER TABLE document ADD COLUMN kind TEXT;
CREATE INDEX document_kind ON document (kind) WHERE removed IS NULL;
`,
  rederive: true,
};
