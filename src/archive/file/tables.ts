/** The tables as kysely knows them. What they hold is derived from `version` and `correction`, which are never changed. */
import type { Generated } from 'kysely';

export interface Tables {
  document: DocumentTable;
  version: VersionTable;
  content: ContentTable;
  place: PlaceTable;
  talks: TalksTable;
  talks_dyad: TalksDyadTable;
  relation: RelationTable;
  statement: StatementTable;
  passage: PassageTable;
  commitment: CommitmentTable;
  extract: ExtractTable;
  entity: EntityTable;
  spelling: SpellingTable;
  appearance: AppearanceTable;
  instrument_event: InstrumentEventTable;
  correction: CorrectionTable;
  orphan: OrphanTable;
  happening: HappeningTable;
  facet_value: FacetValueTable;
  facet_block: FacetBlockTable;
  state: StateTable;
}

/** Booleans are 0 and 1; lists are JSON; instants ISO 8601 in UTC; days `YYYY-MM-DD`. */
export interface DocumentTable {
  key: Generated<number>;
  id: string;
  n: number;
  added: string;
  changed: string;
  removed: string | null;
  title: string | null;
  /** What kind of text it is; null where nobody knows. */
  kind: string | null;
  /** Title and file name, folded for looking words up. */
  folded: string;
  publisher: string | null;
  publisher_name: string | null;
  published: string | null;
  language: string;
  media_type: string;
  url: string | null;
  name: string | null;
  /** First day of its newest talks, else of its publication. */
  day: string | null;
  silent: number;
  strip: string;
  /** Its statements are those with keys from here on. */
  first: number;
  statements: number;
  withheld: number;
  commitments: number;
  instruments: number;
  low: number;
  errors: number;
  warnings: number;
  corrections: number;
  orphans: number;
  /** Its passages are so many with keys from here on; null where it has none. */
  passages: number;
  passage: number | null;
}

export interface VersionTable {
  key: Generated<number>;
  document: number;
  n: number;
  id: string;
  sha256: string;
  size: number;
  media_type: string;
  name: string | null;
  added: string;
  who: string;
  published: string | null;
  silent: number;
  /** Version of the reader, then of its languages. */
  reader: string;
  /** What the reader was told besides the bytes, JSON. */
  given: string;
  statements: number;
  difference: string | null;
}

/** Apart from `version`, so that lists do not go through them. Both are deflated. */
export interface ContentTable {
  version: number;
  bytes: Uint8Array;
  record: Uint8Array;
}

export interface PlaceTable {
  place: string;
  document: number;
}

export interface TalksTable {
  key: Generated<number>;
  document: number;
  nth: number;
  id: string;
  kind: string;
  level: string | null;
  date: string | null;
  day: string | null;
  start: string | null;
  duration: string | null;
  place: string | null;
  host: string | null;
  occasion: string | null;
  ordinal: number | null;
  parties: string;
  statements: number;
  withheld: number;
}

export interface TalksDyadTable {
  dyad: string;
  day: string;
  talks: number;
}

/** Counted as documents come and go; `year` is empty where a day is not known. */
export interface RelationTable {
  dyad: string;
  year: string;
  talks: number;
  documents: number;
  statements: number;
}

export interface StatementTable {
  key: number;
  document: number;
  talks: number | null;
  id: string;
  path: string;
  heading: string | null;
  quote: string;
  act: string;
  verb: string;
  side: string;
  speakers: string;
  topics: string;
  withheld: number;
  low: number;
  corrected: number;
  /** That of the verb, 0 for plain. */
  strength: number;
  /** What was said without its frame, in units of the quote. */
  content_start: number;
  content_end: number;
  /** JSON: [start, end, whether it changes from talks to talks (1: a person, a date, an amount)] of the names in the quote. */
  named: string;
}

/** The words of texts that are no accounts of talks, a paragraph each. */
export interface PassageTable {
  key: Generated<number>;
  path: string;
  /** From 1; null where the text has no pages. */
  page: number | null;
  /** Where its words begin, in units of the document's text. */
  start: number;
  words: string;
}

export interface CommitmentTable {
  document: number;
  nth: number;
  id: string;
  talks: number | null;
  kind: string;
  by_parties: string;
  to_parties: string;
  what: string;
  due: string | null;
  due_day: string | null;
  stage: string;
  statement: string | null;
  path: string | null;
}

/** What of a document goes into the ledgers, JSON; its ids of names are put in when it is read. */
export interface ExtractTable {
  document: number;
  data: string;
}

export interface EntityTable {
  key: Generated<number>;
  id: string;
  kind: string;
  party: string | null;
  /** The name folded: widths, variants, case. */
  folded: string;
  role: string | null;
  first: string | null;
  last: string | null;
  /** In how many documents it appears, and how many statements are a person's. */
  documents: number;
  statements: number;
  /** The entity that it was merged into; itself where it stands alone. */
  into_entity: number;
}

export interface SpellingTable {
  entity: number;
  name: string;
  language: string;
  /** In search form, a space at either end and between its parts. */
  words: string;
  /** In how many documents. */
  n: number;
}

export interface AppearanceTable {
  entity: number;
  document: number;
  talks: number | null;
  /** participant, mentioned, instrument, mechanism */
  way: string;
  name: string;
  office: string | null;
  role: string | null;
  party: string | null;
  language: string;
  day: string | null;
  statements: number;
}

export interface InstrumentEventTable {
  entity: number;
  document: number;
  event: string;
  date: string | null;
  day: string | null;
  statement: string | null;
  quote: string;
}

export interface CorrectionTable {
  key: Generated<number>;
  id: string;
  document: number | null;
  subject: string;
  change: string;
  who: string;
  at: string;
  why: string;
}

export interface OrphanTable {
  document: number;
  correction: number;
  reason: string;
}

export interface HappeningTable {
  key: Generated<number>;
  kind: string;
  at: string;
  who: string;
  document: number | null;
  n: number | null;
  silent: number;
  difference: string | null;
  correction: string | null;
}

/** Values of facets have numbers, so that an index may hold them. */
export interface FacetValueTable {
  code: number;
  facet: string;
  value: string;
}

/** One row: the number of the last writing transaction, and the next key of a statement. */
export interface StateTable {
  one: number;
  stamp: number;
  next: number;
}

/** The facets of 1,024 statements, packed; `stamp` is that of the transaction that wrote it last. */
export interface FacetBlockTable {
  no: number;
  stamp: number;
  data: Uint8Array;
}
