/** The first form of the archive. */
import type { Migration } from './migration.ts';

export const first: Migration = {
  number: 1,
  sql: `
CREATE TABLE document (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  n INTEGER NOT NULL,
  added TEXT NOT NULL,
  changed TEXT NOT NULL,
  removed TEXT,
  title TEXT,
  folded TEXT NOT NULL,
  publisher TEXT,
  publisher_name TEXT,
  published TEXT,
  language TEXT NOT NULL,
  media_type TEXT NOT NULL,
  url TEXT,
  name TEXT,
  day TEXT,
  silent INTEGER NOT NULL,
  strip TEXT NOT NULL,
  first INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  withheld INTEGER NOT NULL,
  commitments INTEGER NOT NULL,
  instruments INTEGER NOT NULL,
  low INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  corrections INTEGER NOT NULL,
  orphans INTEGER NOT NULL
) STRICT;
CREATE INDEX document_by_day ON document (day DESC, key DESC) WHERE removed IS NULL;
CREATE INDEX document_by_changed ON document (changed DESC, key DESC) WHERE removed IS NULL;
CREATE INDEX document_by_title ON document (title, published, key);
CREATE INDEX document_needing_look ON document (day DESC, key DESC) WHERE removed IS NULL AND (low > 0 OR errors > 0 OR orphans > 0);
CREATE INDEX document_removed ON document (removed) WHERE removed IS NOT NULL;

CREATE TABLE version (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (key),
  n INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  name TEXT,
  added TEXT NOT NULL,
  who TEXT NOT NULL,
  published TEXT,
  silent INTEGER NOT NULL,
  reader TEXT NOT NULL,
  given TEXT NOT NULL,
  statements INTEGER NOT NULL,
  difference TEXT,
  UNIQUE (document, n)
) STRICT;
CREATE TABLE content (
  version INTEGER PRIMARY KEY REFERENCES version (key),
  bytes BLOB NOT NULL,
  record BLOB NOT NULL
) STRICT;
CREATE TABLE place (
  place TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (key)
) STRICT, WITHOUT ROWID;

CREATE TABLE talks (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (key),
  nth INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  level TEXT,
  date TEXT,
  day TEXT,
  start TEXT,
  duration TEXT,
  place TEXT,
  host TEXT,
  occasion TEXT,
  ordinal INTEGER,
  parties TEXT NOT NULL,
  statements INTEGER NOT NULL,
  withheld INTEGER NOT NULL
) STRICT;
CREATE INDEX talks_of_document ON talks (document, nth);
CREATE INDEX talks_by_day ON talks (day, key);
CREATE TABLE talks_dyad (
  dyad TEXT NOT NULL,
  day TEXT NOT NULL,
  talks INTEGER NOT NULL REFERENCES talks (key),
  PRIMARY KEY (dyad, day, talks)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyads_of_talks ON talks_dyad (talks);

CREATE TABLE statement (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (key),
  talks INTEGER,
  id TEXT NOT NULL,
  path TEXT NOT NULL,
  heading TEXT,
  quote TEXT NOT NULL,
  act TEXT NOT NULL,
  verb TEXT NOT NULL,
  side TEXT NOT NULL,
  speakers TEXT NOT NULL,
  topics TEXT NOT NULL,
  withheld INTEGER NOT NULL,
  low INTEGER NOT NULL,
  corrected INTEGER NOT NULL
) STRICT;

CREATE TABLE commitment (
  document INTEGER NOT NULL REFERENCES document (key),
  nth INTEGER NOT NULL,
  id TEXT NOT NULL,
  talks INTEGER REFERENCES talks (key),
  kind TEXT NOT NULL,
  by_parties TEXT NOT NULL,
  to_parties TEXT NOT NULL,
  what TEXT NOT NULL,
  due TEXT,
  due_day TEXT,
  stage TEXT NOT NULL,
  statement TEXT,
  path TEXT,
  PRIMARY KEY (document, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_by_due ON commitment (due_day) WHERE due_day IS NOT NULL;
CREATE INDEX commitment_of_talks ON commitment (talks);

CREATE TABLE entity (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  party TEXT,
  folded TEXT NOT NULL,
  role TEXT,
  first TEXT,
  last TEXT,
  documents INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  into_entity INTEGER NOT NULL REFERENCES entity (key)
) STRICT;
CREATE INDEX entity_by_name ON entity (kind, folded, party);
CREATE INDEX entity_into ON entity (into_entity);
CREATE INDEX entity_by_office ON entity (kind, party, role);

CREATE TABLE spelling (
  entity INTEGER NOT NULL REFERENCES entity (key),
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  words TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (entity, name, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE appearance (
  entity INTEGER NOT NULL REFERENCES entity (key),
  document INTEGER NOT NULL REFERENCES document (key),
  talks INTEGER REFERENCES talks (key),
  way TEXT NOT NULL,
  name TEXT NOT NULL,
  office TEXT,
  role TEXT,
  party TEXT,
  language TEXT NOT NULL,
  day TEXT,
  statements INTEGER NOT NULL
) STRICT;
CREATE INDEX appearance_of_entity ON appearance (entity, day);
CREATE INDEX appearance_in_document ON appearance (document);
CREATE INDEX appearance_in_talks ON appearance (talks) WHERE talks IS NOT NULL;

CREATE TABLE instrument_event (
  entity INTEGER NOT NULL REFERENCES entity (key),
  document INTEGER NOT NULL REFERENCES document (key),
  event TEXT NOT NULL,
  date TEXT,
  day TEXT,
  statement TEXT,
  quote TEXT NOT NULL
) STRICT;
CREATE INDEX event_of_instrument ON instrument_event (entity, day);
CREATE INDEX event_in_document ON instrument_event (document);

CREATE TABLE correction (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  document INTEGER REFERENCES document (key),
  subject TEXT NOT NULL,
  change TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX correction_of_document ON correction (document, key);
CREATE TRIGGER correction_never_changed BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are only added'); END;
CREATE TRIGGER correction_never_deleted BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are only added'); END;
CREATE TABLE orphan (
  document INTEGER NOT NULL REFERENCES document (key),
  correction INTEGER NOT NULL REFERENCES correction (key),
  reason TEXT NOT NULL,
  PRIMARY KEY (document, correction)
) STRICT, WITHOUT ROWID;

CREATE TABLE happening (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  document INTEGER REFERENCES document (key),
  n INTEGER,
  silent INTEGER NOT NULL,
  difference TEXT,
  correction TEXT
) STRICT;
CREATE INDEX happening_to_document ON happening (document, key);

CREATE VIRTUAL TABLE words USING fts5 (own, heading, marks, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE facet_value (
  code INTEGER PRIMARY KEY,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (facet, value)
) STRICT;
CREATE TABLE facet_block (
  no INTEGER PRIMARY KEY,
  stamp INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT;
CREATE TABLE state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  stamp INTEGER NOT NULL,
  next INTEGER NOT NULL
) STRICT;
INSERT INTO state VALUES (1, 0, 1);
`,
};
