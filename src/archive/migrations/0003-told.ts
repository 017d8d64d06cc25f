/** A statement tells where its content and the names in it stand, and how strong its verb is, so that ledgers need not open records. */
import type { Migration } from './migration.ts';

export const told: Migration = {
  number: 3,
  sql: `
ALTER TABLE statement ADD COLUMN strength INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement ADD COLUMN content_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement ADD COLUMN content_end INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement ADD COLUMN named TEXT NOT NULL DEFAULT '[]';
`,
  rederive: true,
};
