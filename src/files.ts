/**
 * Files of all formats for users of the library: what `memcon read` makes of the bytes of a PDF, DOCX, mail or saved page, for `read`. Nothing here
 * touches files, the network or the clock: it runs in a browser. Node gets `files-guarded.ts` under the same name. What is large is loaded only for
 * the format in hand.
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
   * `memcon/letter-tables/UniJIS-UCS2-H`. Without them those letters are an issue. On Node the package finds its own.
   */
  readonly letterTables?: LetterTables;
  /**
   * On Node, where files in formats of others are taken apart in a process of their own: what it may take before it is ended, and the file is an issue
   * (`intake/too-slow`, `intake/too-much-memory`). Unless said otherwise 60 seconds and ten more a megabyte, a gigabyte of objects, and
   * two by which it may grow. A browser has no such guard: call this in a Worker that can be terminated.
   */
  readonly limits?: {
    readonly milliseconds?: number;
    /** Milliseconds besides, for each megabyte of the file. */
    readonly perMegabyte?: number;
    /** Megabytes of objects in that process, and by which it may grow meanwhile. */
    readonly objects?: number;
    readonly growth?: number;
  };
}

/**
 * @param bytes a file: text, HTML, PDF, DOCX, .eml, .msg or .mhtml. Of a ZIP, and of what came with a mail, only that they are there is told.
 * @returns its text with what the layout says, for `read`. Never throws for what is in the file: what cannot be read is an issue.
 */
export async function openSource(bytes: Uint8Array, options: OpenOptions = {}): Promise<Source> {
  return open(bytes, options);
}
