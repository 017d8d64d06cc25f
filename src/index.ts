/**
 * Memcon as a library. Nothing here touches files, the network or the clock: it runs in a browser as on Node.
 *
 *   import { read } from 'memcon';
 *   import ja from 'memcon/languages/ja' with { type: 'json' };
 *   const record = read(text, { language: ja, published: '2010-11-13' });
 */
import { readDocument, readDocuments } from './desk/read.ts';
import { detectLanguage } from './language/detect.ts';
import type { Pack } from './language/pack.ts';
import { findDates as find } from './reading/dates.ts';
import type { DateMention, Reading } from './record/reading.ts';
import type { Source } from './text/source.ts';

export { VERSION } from './reading/version.ts';
export type {
  Act,
  Commitment,
  DateMention,
  Instrument,
  Issue,
  Mention,
  OutlineNode,
  Participant,
  Reading,
  Readout,
  Role,
  Speaker,
  Statement,
  Talks,
  Topic,
} from './record/reading.ts';

/** A language as `memcon/languages/<code>` holds it. What is in it is Memcon's own affair. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  readonly name: string;
  readonly version: string;
}

export interface ReadOptions {
  /** The document's language, or several to choose from by what the text is written in. */
  readonly language: Language | readonly Language[];
  /** The day of publication, `YYYY-MM-DD`; it outweighs the page's own. "Last year" is counted from it. */
  readonly published?: string;
  /** `text/html` or `text/plain`; found out from the content where it is not given. */
  readonly mediaType?: string;
  /** The document's address, kept in the record. */
  readonly url?: string;
}

/**
 * One document's record.
 *
 * @param document its text, or its bytes in any encoding (UTF-8, Shift_JIS, EUC-JP, ISO-2022-JP by declaration or by look), or what `openSource` of
 * `memcon/files` made of a file in another format.
 * @returns a record as docs/record.schema.json describes it. No document is refused: what cannot be read becomes an issue.
 * @throws TypeError where `options.language` holds no language.
 */
export function read(document: string | Uint8Array | Source, options: ReadOptions): Reading {
  const languages = [options.language].flat() as readonly Pack[];
  return readDocument(document, { languages, published: options.published, mediaType: options.mediaType, url: options.url });
}

/** A document and what is known of it alone; what it leaves out is as the options of `readAll` say. */
export interface DocumentGiven extends Partial<ReadOptions> {
  readonly document: string | Uint8Array | Source;
}

/**
 * The records of many documents, in their order, each the same as `read` gives. Some thirty are read together and are in memory at once, which takes about
 * two thirds of the time.
 *
 *   for (const record of readAll(pages.map((document) => ({ document })), { language: ja })) …
 *
 * @throws TypeError where no language is given.
 */
export function* readAll(documents: Iterable<DocumentGiven>, options: ReadOptions): Generator<Reading, void, undefined> {
  const { language, ...all } = options;
  const given = function* () {
    for (const { language: own, ...one } of documents) yield own ? { ...one, languages: [own].flat() as readonly Pack[] } : one;
  };
  yield* readDocuments(given(), { ...all, languages: [language].flat() as readonly Pack[] });
}

export interface DatesOptions {
  readonly language: Language | readonly Language[];
  /** EDTF of the day, or day and time, that relative words are counted from. Without it no year is supplied. */
  readonly published?: string;
}

/** Every date, clock time and length of time in a text, in order, none overlapping; spans are UTF-16 units of `text`. */
export function findDates(text: string, options: DatesOptions): DateMention[] {
  const languages = [options.language].flat() as readonly Pack[];
  const pack = languages.length === 1 ? languages[0] : detectLanguage(text, languages);
  return pack ? find(text, pack, options.published ? { published: options.published } : {}).value : [];
}
