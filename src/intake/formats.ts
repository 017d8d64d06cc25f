/** Formats that are no text, by the bytes with which their files begin: what comes out of them as text is noise, and that is said. */
import type { SourceIssue } from '../text/source.ts';

const BEGINNINGS: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP (DOCX, XLSX, ODT)', [0x50, 0x4b, 0x03, 0x04]],
  ['Word or Excel 97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['gzip', [0x1f, 0x8b]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
];

/** @returns the issue of a file in a format that is not read; none for text and HTML. */
export function otherFormat(bytes: Uint8Array): SourceIssue[] {
  const format = BEGINNINGS.find(([, beginning]) => beginning.every((byte, i) => bytes[i] === byte))?.[0];
  if (!format) return [];
  return [
    { code: 'intake/other-format', severity: 'error', message: `This is a file of the format ${format}, which is not read.`, values: { format } },
  ];
}
