/**
 * The archive: readouts, their versions, what was read in them, what people corrected, and who and what goes through them.
 *
 * How to build on it
 * - Doors do not open it themselves: `openArchive` of `desk/archive.ts` gives one, with faults in the user's language.
 *   A test makes one in a folder of its own with `openSqlite(path)` of `archive/sqlite.ts` (`:memory:` will do).
 * - All methods are asynchronous, because a store may be on another machine; each is one consistent view. `keep`, `correct`,
 *   `remove`, `restore` and `replace` are one transaction each, on disk when they resolve.
 * - A *document* is a page over time: its *versions* have different bytes. Its id is that of its first version (`d-` and
 *   16 hexadecimal signs of the SHA-256 of the bytes); any version's id finds it. A statement is cited as
 *   document id + statement id (`d-…`, `s-…`); the id survives corrections.
 * - Lists, search and counts go by what *stands*: the machine's reading with people's corrections laid over, of the newest
 *   version, of documents that are not removed. `standing(id)` gives it whole, `reading(id, n)` what the machine read.
 * - A *dyad* is two codes in alphabetical order: `JP-RU`. Talks of three parties belong to three dyads.
 * - *Sides* are seen from the publisher: `own`, `other`, `joint` (together), `each` (each for itself), `unknown`.
 * - *Passages* are the words of texts that are no accounts of talks, a paragraph each: they are searched apart from statements.
 * - Dates are EDTF strings as the record has them; `day` beside one is its first day, `YYYY-MM-DD`, for sorting only.
 * - A `Page` has `items` and, where there is more, `next`: an opaque cursor for the same query.
 * - What is not there is `undefined`; misuse and trouble with the file are a `Fault` (`archive/…`), whose words the doors say.
 */
import type { Anchor, Change, Correction, Subject } from '../record/correction.ts';
import type { Extract } from '../record/extract.ts';
import type { Act, Reading, Topic } from '../record/reading.ts';
import type { Orphan, Standing } from '../record/standing.ts';

export interface Archive {
  /** Path of the file, or address of the store, for people. */
  readonly place: string;
  readonly writable: boolean;
  /** `stamp` of the whole archive, as a number, after the last thing that was written through this one; 0 where nothing was. What others wrote since is beyond it. */
  readonly written: number;

  // ── Documents
  /** Keeps documents with their readings: all of the batch or, where it throws, none. In the order given. */
  keep(batch: readonly Incoming[]): Promise<Kept[]>;
  list(query?: DocumentQuery): Promise<Page<DocumentRow>>;
  /** @param id of the document or of any of its versions. Removed ones are found too, and say so. */
  document(id: string): Promise<DocumentRow | undefined>;
  /** Which of these ids are versions of documents that are not removed. */
  known(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Ids of documents (as `document` takes them) that begin so, at most 10: for people who type. */
  beginning(id: string): Promise<string[]>;
  /** Oldest first. */
  versions(id: string): Promise<VersionRow[]>;
  /** What the machine read. @param n number of the version, from 1; the newest where it is left out. */
  reading(id: string, n?: number): Promise<Reading | undefined>;
  /** What stands: the machine's reading with corrections laid over. */
  standing(id: string, n?: number): Promise<Standing | undefined>;
  /** The bytes as they came. */
  source(id: string, n?: number): Promise<SourceBytes | undefined>;
  /** Puts a newer reading of the same bytes in the place of an older one. @returns false where it is the same, byte for byte. */
  replace(id: string, n: number, reading: Reading, signed: Signed): Promise<boolean>;
  /** Out of lists and search, restorable. @returns how many were there to remove. */
  remove(ids: readonly string[], signed: Signed): Promise<number>;
  restore(ids: readonly string[], signed: Signed): Promise<number>;
  /** What happened, newest first. */
  happenings(query?: HappeningQuery): Promise<Page<Happening>>;

  // ── Corrections
  /** @throws Fault `archive/no-such-document`, `archive/no-such-words` (it would be an orphan at once), `archive/no-such-correction`. */
  correct(draft: CorrectionDraft): Promise<Correction>;
  /** Oldest first; undone ones and undoings among them. */
  corrections(query?: { readonly document?: string; readonly who?: string }): Promise<Correction[]>;
  /** How names are read aloud, where a person said so: id of the name → reading. */
  readings(): Promise<ReadonlyMap<string, string>>;
  /** Those that no longer find their words. */
  orphans(query?: { readonly document?: string }): Promise<OrphanRow[]>;

  // ── Across documents
  talks(query?: TalksQuery): Promise<Page<TalksRow>>;
  /** Every relation, that with the newest talks first. */
  dyads(): Promise<DyadRow[]>;
  commitments(query?: CommitmentQuery): Promise<Page<CommitmentRow>>;
  /** Steps of instruments (signed, in force …) whose date is told, soonest first; what several readouts tell is told several times. */
  steps(query?: StepQuery): Promise<Page<StepRow>>;
  /** What documents tell for the ledgers, oldest talks first, with the ids of persons and instruments across documents. */
  extracts(query?: ExtractQuery): Promise<readonly Extract[]>;
  /** Persons, instruments, mechanisms: those most often met first. */
  entities(query: EntityQuery): Promise<Page<EntityRow>>;
  /** @param id its own, or that of one merged into it. */
  entity(id: string): Promise<Entity | undefined>;
  /** How those are spelled in one language, the longest spelling first; those that are not are left out. */
  spelled(ids: readonly string[], language: string): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Pairs that may be one: proposed, never done without a person (`correct` with `same` or `different`). */
  proposals(query?: { readonly kind?: EntityKind; readonly limit?: number }): Promise<Proposal[]>;
  topics(query?: { readonly dyad?: string }): Promise<readonly Count<Topic>[]>;
  /** What was told, talks by talks, oldest first, with all statements of each: what the ledgers look at. Talks without a day come first. */
  told(query?: ToldQuery): Promise<Page<ToldTalks>>;
  /** A word that is another one as soon as anything told of a relation or by a publisher is another; without either, of the archive. */
  stamp(query?: Pick<ToldQuery, 'dyad' | 'publisher'>): Promise<string>;
  /** What kinds of texts there are, the most frequent first; documents of no kind are left out. */
  textKinds(): Promise<readonly Count[]>;
  totals(): Promise<Totals>;

  // ── Search
  search(query: SearchQuery): Promise<SearchAnswer>;
  /** Words in texts that are no accounts of talks, and in joint statements beside what was read in them. */
  searchTexts(query: TextQuery): Promise<TextAnswer>;

  // ── Watching
  /** What is known of an address that was fetched before. */
  fetched(address: string): Promise<Fetched | undefined>;
  /** Keeps it for the next time; of one address the newest counts. */
  remember(fetched: readonly Fetched[]): Promise<void>;

  // ── Care
  /** Everything that must hold: the file, spans and quotes of every record, and that the index says what the records say. */
  verify(progress?: (done: number, all: number) => void): Promise<Finding[]>;
  /** A whole copy at a path, also while others read and write. @throws Fault `archive/copy-exists`. */
  backup(to: string, progress?: (done: number, all: number) => void): Promise<void>;
  close(): Promise<void>;
}

/** Who does it and when (ISO 8601, UTC). The archive has no clock. */
export interface Signed {
  readonly who: string;
  readonly when: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface Paged {
  /** 1 to 500; 50 where it is left out. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Count<V extends string = string> {
  readonly value: V;
  readonly count: number;
}

// ── Documents ──────────────────────────────────────────────────────────────

export interface Incoming {
  readonly bytes: Uint8Array;
  readonly reading: Reading;
  /** Where it came from: the absolute path of a file, an address, or nothing (standard input, pasted). Finds the page it is a version of. */
  readonly from?: string;
  /** What a person called it: the file's name. */
  readonly name?: string;
  /** What the reader was told besides the bytes; a later reading is told it again. */
  readonly given?: GivenToReader;
  readonly signed: Signed;
}

export interface GivenToReader {
  readonly published?: string;
  readonly language?: string;
  readonly mediaType?: string;
  readonly url?: string;
}

export interface Kept {
  /** Of the document, not of the version. */
  readonly id: string;
  readonly n: number;
  readonly how: 'added' | 'version' | 'same' | 'restored';
  /** For a version: the page's text changed while its own date did not. */
  readonly silent?: boolean;
  /** For a version: what it changed. */
  readonly difference?: Difference;
  readonly title?: string;
}

export interface DocumentQuery extends Paged {
  readonly dyad?: string;
  readonly party?: string;
  readonly language?: string;
  /** EDTF, inclusive: talks on or after, on or before. */
  readonly from?: string;
  readonly to?: string;
  /** Only those whose title or file name holds these words (widths and variants folded). */
  readonly words?: string;
  /** Only texts of these kinds: `readout`, `press-conference`. */
  readonly kinds?: readonly string[];
  /** With low confidence, errors, or orphans. */
  readonly needsLook?: boolean;
  /** `removed`: only those; `all`: both. */
  readonly removed?: 'removed' | 'all';
  /** `talks` (newest talks first; default), `added` (newest in the archive first), `title`. */
  readonly order?: 'talks' | 'added' | 'title';
}

export interface DocumentRow {
  readonly id: string;
  /** Number of the newest version, which all else here describes. */
  readonly n: number;
  readonly title?: string;
  /** What kind of text it is: `readout`, `press-conference`; absent where nobody knows. */
  readonly kind?: string;
  readonly publisher?: { readonly party?: string; readonly name: string };
  readonly published?: string;
  readonly language: string;
  readonly mediaType: string;
  readonly url?: string;
  readonly name?: string;
  /** Instants at which the first and the newest version came. */
  readonly added: string;
  readonly changed: string;
  readonly removed?: string;
  /** The newest version came without a new date of its own. */
  readonly silent: boolean;
  readonly talks: readonly TalksRow[];
  /** A sign a statement, in the order of the text: who spoke and whether the content was withheld. */
  readonly strip: readonly { readonly side: Side; readonly withheld: boolean }[];
  readonly statements: number;
  readonly withheld: number;
  readonly commitments: number;
  readonly instruments: number;
  /** Statements of low confidence. */
  readonly low: number;
  readonly issues: { readonly errors: number; readonly warnings: number };
  readonly corrections: number;
  readonly orphans: number;
}

export interface VersionRow {
  /** `d-` and the first signs of its own bytes' SHA-256. */
  readonly id: string;
  readonly n: number;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly added: string;
  readonly who: string;
  readonly published?: string;
  readonly silent: boolean;
  readonly reader: string;
  readonly statements: number;
  /** Against the version before; absent for the first. */
  readonly difference?: Difference;
}

/** By the ids of statements, which derive from words and place, and by lines of the text. */
export interface Difference {
  readonly gone: readonly string[];
  readonly come: readonly string[];
  readonly lines: { readonly gone: number; readonly come: number };
}

export interface SourceBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name?: string;
  readonly sha256: string;
  readonly given: GivenToReader;
}

export interface HappeningQuery extends Paged {
  readonly document?: string;
  readonly kinds?: readonly Happening['kind'][];
}

export interface Happening {
  readonly kind: 'added' | 'version' | 'removed' | 'restored' | 'corrected' | 'undone' | 'reread' | 'merged';
  readonly when: string;
  readonly who: string;
  readonly document?: string;
  readonly title?: string;
  /** Number of the version that came or was read again. */
  readonly n?: number;
  readonly silent?: boolean;
  readonly difference?: Difference;
  readonly correction?: string;
}

// ── Corrections ────────────────────────────────────────────────────────────

/** What a person says; the archive gives it its id. `subjectOfStatement` and its kin (`record/subject.ts`) make `on` from the standing reading. */
export interface CorrectionDraft {
  readonly document?: string;
  readonly on: Subject;
  readonly change: Change;
  readonly who: string;
  readonly when: string;
  readonly why: string;
}

export interface OrphanRow {
  readonly document: string;
  readonly title?: string;
  readonly correction: Correction;
  readonly reason: Orphan['reason'];
  readonly anchor?: Anchor;
}

// ── Across documents ───────────────────────────────────────────────────────

export type Side = 'own' | 'other' | 'joint' | 'each' | 'unknown';

export interface TalksQuery extends Paged {
  readonly dyad?: string;
  readonly party?: string;
  /** Id of a person who took part. */
  readonly person?: string;
  readonly level?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  /** By date; `newest` where it is left out. */
  readonly order?: 'newest' | 'oldest';
}

export interface TalksRow {
  readonly document: string;
  readonly title?: string;
  readonly publisher?: string;
  /** As in the record. */
  readonly id: string;
  readonly kind: string;
  readonly level?: string;
  readonly date?: string;
  readonly day?: string;
  /** Clock time or date-time, EDTF. */
  readonly start?: string;
  /** ISO 8601. */
  readonly duration?: string;
  readonly place?: string;
  readonly host?: string;
  readonly occasion?: string;
  readonly ordinal?: number;
  /** Own side first. */
  readonly parties: readonly string[];
  readonly statements: number;
  readonly withheld: number;
  readonly participants: readonly {
    readonly person: string;
    readonly name: string;
    readonly party: string;
    readonly office?: string;
    readonly role?: string;
  }[];
}

export interface DyadRow {
  readonly dyad: string;
  readonly parties: readonly [string, string];
  readonly talks: number;
  readonly documents: number;
  readonly statements: number;
  /** First days of the oldest and the newest talks. */
  readonly first?: string;
  readonly last?: string;
  /** Year → talks, oldest first. */
  readonly years: readonly Count[];
  /** The newest talks whose day is known. */
  readonly newest?: Pick<TalksRow, 'document' | 'kind' | 'level' | 'date' | 'parties'>;
}

export interface CommitmentQuery extends Paged {
  readonly dyad?: string;
  readonly document?: string;
  readonly kind?: string;
  readonly stage?: string;
  /** EDTF: due on or after, on or before. */
  readonly from?: string;
  readonly to?: string;
  /** `due` (soonest first; those without a date last), `latest` (only those with a date, the latest first), or `told` (newest talks first). */
  readonly order?: 'due' | 'latest' | 'told';
}

/** Of a relation, of an instrument (with those merged into it), or of one document; of all where nothing is said. */
export interface ExtractQuery {
  readonly dyad?: string;
  readonly instrument?: string;
  readonly document?: string;
}

export interface CommitmentRow {
  readonly document: string;
  readonly title?: string;
  readonly id: string;
  readonly kind: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly what: string;
  readonly due?: string;
  readonly stage: string;
  /** First statement that tells it, and its place. */
  readonly statement?: string;
  readonly path?: string;
  /** Date of the talks. */
  readonly told?: string;
}

export interface ToldQuery {
  readonly dyad?: string;
  /** Party of the publisher. */
  readonly publisher?: string;
  /** Only the statements on it or on a topic within it; talks without any are left out. */
  readonly topic?: Topic;
  /** EDTF, inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** The newest talks first. */
  readonly order?: 'oldest' | 'newest';
  /** How many talks a page has: 1 to 5,000; 500 where it is left out. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface ToldTalks {
  readonly document: string;
  readonly title?: string;
  /** Party of the publisher. */
  readonly publisher?: string;
  readonly language: string;
  readonly id: string;
  readonly kind: string;
  readonly level?: string;
  readonly date?: string;
  readonly day?: string;
  readonly place?: string;
  readonly duration?: string;
  readonly parties: readonly string[];
  /** In the order of the text. */
  readonly statements: readonly Told[];
}

export interface Told {
  readonly id: string;
  readonly path: string;
  readonly heading?: string;
  readonly quote: string;
  readonly act: Act;
  readonly verb: string;
  readonly strength: number;
  readonly side: Side;
  readonly speakers: readonly { readonly party: string; readonly person?: string }[];
  readonly topics: readonly Topic[];
  readonly withheld: boolean;
  readonly low: boolean;
  /** What was said without its frame, in UTF-16 units of the quote. */
  readonly content: readonly [start: number, end: number];
  /** Names, dates and amounts in the quote; `changes`: persons, dates, amounts. */
  readonly named: readonly (readonly [start: number, end: number, changes: 0 | 1])[];
}

export interface StepQuery extends Paged {
  /** EDTF, inclusive. */
  readonly from?: string;
  readonly to?: string;
}

export interface StepRow {
  /** Id and name of the instrument. */
  readonly instrument: string;
  readonly name: string;
  readonly event: string;
  readonly date: string;
  readonly document: string;
  readonly statement?: string;
  readonly quote: string;
  /** Of the talks of its document: alphabetical. */
  readonly parties: readonly string[];
  /** Date of the first talks of its document. */
  readonly told?: string;
}

export type EntityKind = 'person' | 'instrument' | 'mechanism';

export interface EntityQuery extends Paged {
  readonly kind: EntityKind;
  readonly dyad?: string;
  readonly party?: string;
  readonly words?: string;
}

export interface EntityRow {
  readonly id: string;
  readonly kind: EntityKind;
  /** The spelling met most often. */
  readonly name: string;
  readonly party?: string;
  readonly documents: number;
  readonly statements: number;
  readonly first?: string;
  readonly last?: string;
  /** The newest office of a person, as written. */
  readonly office?: string;
  readonly role?: string;
}

export interface Entity extends EntityRow {
  /** How it is read aloud, where a person said so. */
  readonly reading?: string;
  readonly spellings: readonly { readonly name: string; readonly language: string; readonly documents: number }[];
  /** Of a person: as written, with the days between which it is told; newest first. */
  readonly offices: readonly {
    readonly office: string;
    readonly role?: string;
    readonly party?: string;
    readonly first?: string;
    readonly last?: string;
    readonly documents: number;
  }[];
  /** Of an instrument, oldest first. */
  readonly events: readonly {
    readonly event: string;
    readonly date?: string;
    readonly document: string;
    readonly statement?: string;
    readonly quote: string;
  }[];
  readonly parties: readonly string[];
  /** Ids that were merged into this one. */
  readonly merged: readonly string[];
  readonly proposals: readonly Proposal[];
}

export interface Proposal {
  readonly kind: EntityKind;
  readonly one: EntityRow;
  readonly other: EntityRow;
  /** Codes: `same-name-other-office`, `same-name-other-time`, `same-office-same-time` and `sounds-alike` (in two scripts), `name-in-name`. */
  readonly reasons: readonly string[];
}

export interface Totals {
  readonly documents: number;
  readonly versions: number;
  readonly talks: number;
  readonly statements: number;
  readonly corrections: number;
  readonly orphans: number;
  readonly removed: number;
  readonly needsLook: number;
  /** Bytes of the file, or as near as the store can tell. */
  readonly size: number;
}

// ── Search ─────────────────────────────────────────────────────────────────

export const FACETS = [
  'dyad',
  'side',
  'family',
  'act',
  'topic',
  'person',
  'level',
  'kind',
  'textKind',
  'language',
  'year',
  'withheld',
  'part',
] as const;
export type Facet = (typeof FACETS)[number];

export interface SearchQuery extends Paged {
  /** As typed: words that must all be there, `"phrases"`, `-word` or `-"phrase"` for what must not. May be empty: then all. */
  readonly words?: string;
  /** Words together in one statement (default), or anywhere in the talks. */
  readonly within?: 'statement' | 'talks';
  /** Any value of one facet, all facets together. `kind` is that of the talks, `textKind` that of the document. `person` takes ids, `withheld` yes/no, `part` points/body, `year` YYYY. */
  readonly facets?: Partial<Readonly<Record<Facet, readonly string[]>>>;
  readonly document?: string;
  /** EDTF, inclusive, of the talks' date. */
  readonly from?: string;
  readonly to?: string;
  /** `rank`: best first, where there are words; `newest` and `oldest` by the date of the talks. */
  readonly order?: 'rank' | 'newest' | 'oldest';
  /** Facets to count; none where it is left out. */
  readonly count?: readonly Facet[];
  /** Also count by years who said it. */
  readonly yearSides?: boolean;
  /** Where nothing is found, say how many there are without each part of the query. */
  readonly lacking?: boolean;
  /** Spellings not to search along (as `SearchAnswer.along` names them). */
  readonly without?: readonly string[];
}

/** Of one year, how many statements each side made. */
export interface YearSides {
  readonly value: string;
  readonly sides: Readonly<Partial<Record<Side, number>>>;
}

export interface SearchAnswer extends Page<Hit> {
  readonly total: number;
  /** Of each facet asked for, most frequent first; its own selection is left out of account, so that one can choose further values. */
  readonly facets: Partial<Readonly<Record<Facet, readonly FacetCount[]>>>;
  /** Where it was asked for: years, oldest first; a selection of years is left out of account, as in their facet. */
  readonly yearSides?: readonly YearSides[];
  /** Other spellings of a name that were searched with it. */
  readonly along: readonly {
    readonly word: string;
    readonly also: readonly string[];
    /** Of those, the ones that nobody said are the same name: they sound like it, in another script. */
    readonly bySound?: readonly string[];
  }[];
  /** Where nothing was found and it was asked for: how many there are without each part of the query (`words`, a facet, `date`). */
  readonly lacking?: readonly { readonly without: string; readonly total: number }[];
}

export interface FacetCount extends Count {
  /** For persons: the name. */
  readonly name?: string;
  readonly chosen: boolean;
}

export interface Hit {
  readonly document: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly language: string;
  readonly talks: Pick<TalksRow, 'id' | 'kind' | 'level' | 'date' | 'parties'>;
  /** As in the record. */
  readonly id: string;
  readonly path: string;
  readonly act: Act;
  readonly verb: string;
  readonly side: Side;
  readonly speakers: readonly { readonly party: string; readonly person?: string }[];
  readonly withheld: boolean;
  readonly topics: readonly Topic[];
  readonly quote: string;
  /** Found words, in UTF-16 units of `quote`, in order, none overlapping. */
  readonly marks: readonly (readonly [number, number])[];
  /** Not the statement's own words but the heading above it was found. */
  readonly byHeading?: string;
  readonly low: boolean;
  readonly corrected: boolean;
}

/** A question to texts. They have no sides, acts or topics: where a facet of statements is chosen nothing is found in them. */
export type TextQuery = Pick<SearchQuery, 'words' | 'within' | 'facets' | 'document' | 'from' | 'to' | 'order' | 'without' | 'limit' | 'cursor'>;

/** A page of texts, those first of which the largest share was found; or by their days. */
export interface TextAnswer extends Page<TextHit> {
  /** How many passages were found, and in how many texts. */
  readonly total: number;
  readonly documents: number;
  /** Passages by the kind of their text, the most frequent first; a chosen kind is left out of account, so that one can choose another. */
  readonly kinds: readonly FacetCount[];
}

export interface TextHit {
  readonly document: string;
  readonly title?: string;
  /** What kind of text it is; absent where nobody knows. */
  readonly kind?: string;
  /** Party of the publisher. */
  readonly publisher?: string;
  readonly published?: string;
  readonly language: string;
  /** How many of its passages were found; the first of them follow. */
  readonly found: number;
  readonly passages: readonly Passage[];
}

/** A paragraph, an item or a heading; of a long one the words around what was found. */
export interface Passage {
  readonly path: string;
  /** From 1; of texts that have pages. */
  readonly page?: number;
  /** In UTF-16 units of the document's text: exactly the words of the quote. */
  readonly span: readonly [number, number];
  readonly quote: string;
  /** Found words, in units of the quote. */
  readonly marks: readonly (readonly [number, number])[];
  /** Whether the passage goes on before and after the quote. */
  readonly more: readonly [before: boolean, after: boolean];
}

// ── Watching ───────────────────────────────────────────────────────────────

export interface Fetched {
  readonly address: string;
  /** As the server sent them, for asking whether the page changed. */
  readonly etag?: string;
  readonly modified?: string;
  /** What the feed said of its last change, in its own words. */
  readonly stamp?: string;
  /** When it was asked for, ISO 8601 in UTC. */
  readonly checked: string;
}

// ── Care ───────────────────────────────────────────────────────────────────

export interface Finding {
  /** `file`, `bytes`, `record`, `span`, `quote`, `index`, `reference`. */
  readonly what: string;
  readonly document?: string;
  readonly detail: string;
}
