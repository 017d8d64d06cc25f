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
import type { Correction } from '../record/correction.ts';
import type { Extract } from '../record/extract.ts';
import type { Reading, Topic } from '../record/reading.ts';
import type { Standing } from '../record/standing.ts';
import type { Finding } from './answers/care.ts';
import type { CorrectionDraft, OrphanRow } from './answers/corrections.ts';
import type { DocumentQuery, DocumentRow, Happening, HappeningQuery, Incoming, Kept, SourceBytes, VersionRow } from './answers/documents.ts';
import type { Entity, EntityKind, EntityQuery, EntityRow, Proposal, Totals } from './answers/entities.ts';
import type { Count, Page, Signed } from './answers/paging.ts';
import type { SearchAnswer, SearchQuery, TextAnswer, TextQuery } from './answers/search.ts';
import type {
  CommitmentQuery,
  CommitmentRow,
  DyadRow,
  ExtractQuery,
  StepQuery,
  StepRow,
  TalksQuery,
  TalksRow,
  ToldQuery,
  ToldTalks,
} from './answers/talks.ts';
import type { Fetched } from './answers/watching.ts';

export * from './answers/care.ts';
export * from './answers/corrections.ts';
export * from './answers/documents.ts';
export * from './answers/entities.ts';
export * from './answers/paging.ts';
export * from './answers/search.ts';
export * from './answers/talks.ts';
export * from './answers/watching.ts';

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
