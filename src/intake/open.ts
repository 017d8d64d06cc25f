/**
 * Any file to a source. Text and HTML are read at once by `intake`; what is packed is unpacked first, by libraries that are
 * loaded only then. Pure like `intake`: tables that stand in files of their own are handed in.
 */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { Source } from '../text/source.ts';
import { isReadable } from './endings.ts';
import { MEDIA_TYPES, type Packed, packedFormat } from './formats.ts';
import { type IntakeOptions, intake } from './intake.ts';
import { brokenIssue, type LetterTables, nothingOf, type Unpacking } from './unpacking.ts';

export interface OpenOptions extends IntakeOptions {
  readonly letterTables?: LetterTables | undefined;
}

/** @returns the source of any file. Never throws for what is in it: what cannot be read is an issue. */
export async function openSource(bytes: Uint8Array, options: OpenOptions = {}): Promise<Source> {
  const format = packedFormat(bytes, options.mediaType);
  if (!format) return intake(bytes, options);
  let unpacking: Unpacking;
  try {
    unpacking = await FORMATS[format](bytes, options);
  } catch (error) {
    unpacking = nothingOf(brokenIssue(format, error));
  }
  const { text, blocks, pages, issues, mediaType, encoding } = unpacking;
  const url = options.url ?? unpacking.url;
  return {
    text,
    blocks,
    ...(pages && { pages }),
    issues,
    sha256: bytesToHex(sha256(bytes)),
    mediaType: mediaType ?? MEDIA_TYPES[format],
    ...(encoding && { encoding }),
    ...(url && { url }),
  };
}

const FORMATS: Readonly<Record<Packed, (bytes: Uint8Array, options: OpenOptions) => Promise<Unpacking>>> = {
  pdf: async (bytes, { letterTables }) => (await import('./pdf.ts')).fromPdf(bytes, letterTables),
  docx: async (bytes) => (await import('./docx.ts')).fromDocx(bytes),
  mail: async (bytes) => (await import('./mail.ts')).fromMail(bytes),
  zip: async (bytes) => nothingOf(...(await import('./zip.ts')).closedIssues(bytes, isReadable)),
};
