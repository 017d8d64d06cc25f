/**
 * Files of all formats for users of the library: what `memcon read` makes of the bytes of a PDF, DOCX, mail or saved page, for `read`. Nothing here
 * touches files, the network or the clock: it runs in a browser as on Node. What is large is loaded only for the format in hand.
 *
 *   import { read } from 'memcon';
 *   import { openSource } from 'memcon/files';
 *   const record = read(await openSource(bytes), { language: ja });
 */
import { openSource as open } from './intake/open.ts';
import type { LetterTables } from './intake/unpacking.ts';
import type { Source } from './text/source.ts';

export type { LetterTables } from './intake/unpacking.ts';
export type { Block, Source, SourceIssue } from './text/source.ts';

export interface OpenOptions {
  /** As it was declared; the bytes tell better, and outweigh it. */
  readonly mediaType?: string;
  /** The document's address, kept in the record. */
  readonly url?: string;
  /**
   * The tables by which some Japanese PDF files say which code is which letter: given `UniJIS-UCS2-H`, the bytes of
   * `memcon/letter-tables/UniJIS-UCS2-H`. Without them those letters are an issue.
   */
  readonly letterTables?: LetterTables;
}

/**
 * @param bytes a file: text, HTML, PDF, DOCX, .eml or .mhtml. Of a ZIP, and of what came with a mail, only that they are there is told.
 * @returns its text with what the layout says, for `read`. Never throws for what is in the file: what cannot be read is an issue. No limit of time is
 * kept here: whoever opens files of strangers does so where it can be ended.
 */
export async function openSource(bytes: Uint8Array, options: OpenOptions = {}): Promise<Source> {
  return open(bytes, options);
}
