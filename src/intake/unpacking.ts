/** What each packed format gives of a file, and what it says where there is nothing to give. */
import type { SourceIssue } from '../text/source.ts';
import type { Made } from './blocks.ts';
import type { Packed } from './formats.ts';

/** @returns one of the tables by which PDF files without their own say which code is which letter: `UniJIS-UTF16-H`, packed (`.bcmap`). */
export type LetterTables = (name: string) => Promise<Uint8Array>;

/** What a format gives of a file: its text and blocks, and what is to be said of it. */
export type Unpacking = Made & {
  readonly issues: readonly SourceIssue[];
  readonly mediaType?: string;
  readonly encoding?: string;
  readonly url?: string;
};

/** A whole file comes to no more text than this; what is beyond is left out, with an issue. */
export const LONGEST = 20_000_000;

/** A file of which nothing can be read. */
export function nothingOf(...issues: readonly SourceIssue[]): Unpacking {
  return { text: '', blocks: [], issues };
}

const NAMES: Readonly<Record<Packed, string>> = { pdf: 'PDF', docx: 'DOCX', mail: 'MIME', zip: 'ZIP' };

export function brokenIssue(format: Packed, error: unknown): SourceIssue {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 200);
  return {
    code: 'intake/broken',
    severity: 'error',
    message: `The ${NAMES[format]} file is damaged: ${reason}`,
    values: { format: NAMES[format], reason },
  };
}
