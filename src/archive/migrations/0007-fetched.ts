/** What was fetched, and by what its server tells whether it changed: so that watching asks no more than it must. */
import type { Migration } from './migration.ts';

export const fetched: Migration = {
  number: 7,
  sql: `
CREATE TABLE fetched (
  address TEXT PRIMARY KEY,
  etag TEXT,
  modified TEXT,
  stamp TEXT,
  checked TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
