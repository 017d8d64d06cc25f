/** Words, headings and facets of a statement are in one column of the index, told apart by a sign; relations are counted as documents come and go. */
import type { Migration } from './migration.ts';

export const grams: Migration = {
  number: 2,
  sql: `
CREATE TABLE relation (
  dyad TEXT NOT NULL,
  year TEXT NOT NULL,
  talks INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  PRIMARY KEY (dyad, year)
) STRICT, WITHOUT ROWID;
INSERT INTO relation
  SELECT y.dyad, substr(y.day, 1, 4), count(*), count(DISTINCT t.document), sum(t.statements)
  FROM talks_dyad y JOIN talks t ON t.key = y.talks GROUP BY 1, 2;
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (grams, content = '', contentless_delete = 1, tokenize = 'ascii');
`,
  rederive: true,
};
