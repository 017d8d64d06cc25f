/** What of each document goes into the ledgers, kept apart so that a relation of hundreds of readouts is gone through at once. */
import type { Migration } from './migration.ts';

export const extracts: Migration = {
  number: 5,
  sql: `
CREATE TABLE extract (
  document INTEGER PRIMARY KEY REFERENCES document (key),
  data TEXT NOT NULL
) STRICT;
`,
  rederive: true,
};
