/** What a file is, by the bytes with which it begins, whatever its name says. What is no text and not read is named, and that is said. */
import type { SourceIssue } from '../text/source.ts';
import { isOutlookMail } from './outlook.ts';
import { entriesOf } from './zip.ts';

/** Formats that are read by a file of this folder each; a ZIP is read by reading what is in it. */
export const PACKED = ['pdf', 'docx', 'mail', 'zip'] as const;
export type Packed = (typeof PACKED)[number];

/** The media types of what is read, the usual one of each format first. */
export const MEDIA_TYPES: Readonly<Record<Packed, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  mail: 'message/rfc822',
  zip: 'application/zip',
};

const BEGINNINGS: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP (DOCX, XLSX, ODT)', [0x50, 0x4b, 0x03, 0x04]],
  ['Word, Excel or Outlook (.doc, .xls, .msg)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['Outlook (winmail.dat)', [0x78, 0x9f, 0x3e, 0x22]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['EXE', [0x4d, 0x5a, 0x90, 0x00]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72]],
  ['MP3', [0x49, 0x44, 0x33, 0x02]],
  ['MP3', [0x49, 0x44, 0x33, 0x03]],
  ['MP3', [0x49, 0x44, 0x33, 0x04]],
];

/**
 * Which of the packed formats a file is of; undefined for text, HTML, and what is not read at all.
 *
 * @param mediaType as it was given: what is declared to be a text or a page is not taken for a mail, since only its words would say so.
 */
export function packedFormat(bytes: Uint8Array, mediaType?: string): Packed | undefined {
  if (begins(bytes, BEGINNINGS[0]?.[1] as readonly number[]) || laterPdf(bytes)) return 'pdf';
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06])) return inZip(bytes);
  if (isOutlookMail(bytes)) return 'mail';
  const text = mediaType !== undefined && /^(?:text\/(?:plain|html)|application\/xhtml)/.test(mediaType);
  return !text && looksLikeMail(bytes) ? 'mail' : undefined;
}

/** A PDF may begin within its first kilobyte (ISO 32000, annex H, note 13), if it is otherwise no text. */
function laterPdf(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, 1024));
  return /^[\s\u00ef\u00bb\u00bf]{1,1000}%PDF-\d/.test(head);
}

/** Office formats are archives too; those that are not read stay without a format here and are named by `otherFormat`. */
function inZip(bytes: Uint8Array): Packed | undefined {
  const entries = entriesOf(bytes);
  if (!entries) return latin(bytes.subarray(0, 4096)).includes('[Content_Types].xml') ? 'docx' : 'zip';
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('word/document.xml') || (names.has('[Content_Types].xml') && [...names].some((name) => name.startsWith('word/')))) return 'docx';
  if (names.has('[Content_Types].xml') || names.has('mimetype') || names.has('META-INF/MANIFEST.MF')) return undefined;
  return 'zip';
}

/** Names of the fields that begin a mail or a saved page (RFC 5322, RFC 2557). */
const FIELDS =
  /^(?:from|to|cc|subject|date|message-id|mime-version|content-type|content-transfer-encoding|received|return-path|delivered-to|reply-to|sender|snapshot-content-location|dkim-signature|x-[a-z0-9-]{1,40})$/i;

/** A head of fields, among them who wrote it or the version of MIME, and one more that only mails have. */
function looksLikeMail(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, 16_384)).replace(/^From [^\n]{1,200}\n/, '');
  const found = new Set<string>();
  for (const line of head.split(/\r?\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && found.size > 0) continue;
    const name = /^([A-Za-z][A-Za-z0-9-]{0,60}):/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    if (FIELDS.test(name)) found.add(name.startsWith('x-') ? 'x-' : name);
  }
  const of = (...names: string[]) => names.some((name) => found.has(name));
  return (of('from') && of('message-id', 'mime-version', 'received', 'date')) || (of('mime-version') && of('content-type'));
}

/** Whether a file is plainly of a format in which no text can be looked for. */
export function isOtherFormat(bytes: Uint8Array): boolean {
  return BEGINNINGS.some(([, beginning]) => begins(bytes, beginning));
}

/** @returns the issue of a file in a format that is not read; none for text, HTML and what `packedFormat` knows. */
export function otherFormat(bytes: Uint8Array): SourceIssue[] {
  const format = BEGINNINGS.find(([, beginning]) => begins(bytes, beginning))?.[0] ?? (isBinary(bytes) ? 'binary' : undefined);
  if (!format) return [];
  return [
    { code: 'intake/other-format', severity: 'error', message: `This is a file of the format ${format}, which is not read.`, values: { format } },
  ];
}

/** Bytes of zero among the first, in no pattern of UTF-16 or UTF-32. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  return even > 4 && odd > 4;
}

function begins(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, i) => bytes[i] === byte);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
