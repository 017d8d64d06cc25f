/**
 * Bytes to a source: what a reader of the page sees, furniture included, and how it stood there. Pure: the same bytes give the
 * same source on Node and in a browser.
 *
 * 1 every visible sign of the page is in `text`; 2 no bytes are refused: what cannot be decoded is an issue and U+FFFD.
 */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { Source, SourceIssue } from '../text/source.ts';
import { decode } from './encoding.ts';
import { isOtherFormat, otherFormat } from './formats.ts';
import { fromHtml } from './html.ts';
import { LONGEST } from './unpacking.ts';
import { joinedLines, unwrapped } from './wrapped.ts';

export interface IntakeOptions {
  /** `text/html` or `text/plain`; found out from the content where it is not given. */
  readonly mediaType?: string | undefined;
  readonly url?: string | undefined;
  /** The label of an encoding that is known from outside, as of an HTTP header. */
  readonly encoding?: string | undefined;
}

/** @param bytes the document as it was published: HTML or plain text in any encoding that Japanese pages use. */
export function intake(bytes: Uint8Array, options: IntakeOptions = {}): Source {
  if (isOtherFormat(bytes)) return nothing(bytes, options);
  const decoded = decode(bytes, options.encoding, options.mediaType);
  const other = otherFormat(bytes);
  if (other.length > 0 && !holdsWords(decoded.text)) return nothing(bytes, options);
  const issues = [...other, ...decoded.issues];
  const mediaType = options.mediaType ?? mediaTypeOf(decoded.text);
  const plain = mediaType === 'text/plain' ? unwrapped(decoded.text) : { text: decoded.text };
  if (plain.columns !== undefined) issues.push(joinedLines(plain.columns));
  const source = upTo(LONGEST, made(plain.text, bytesToHex(sha256(bytes)), { ...options, mediaType }, issues, decoded.encoding));
  return source.text.trim() === '' && issues.length === 0 ? { ...source, issues: [...source.issues, empty] } : source;
}

const empty: SourceIssue = { code: 'intake/empty', severity: 'error', message: 'There is no word in it.' };

/** Of what is in another format no sign is text. */
function nothing(bytes: Uint8Array, { mediaType = 'application/octet-stream', url }: IntakeOptions): Source {
  return { text: '', blocks: [], issues: otherFormat(bytes), sha256: bytesToHex(sha256(bytes)), mediaType, ...(url && { url }) };
}

/** Whether what was decoded of bytes that look like no text is one all the same: a text into which some zeros got. */
function holdsWords(text: string): boolean {
  const length = Math.min(text.length, LOOKED_AT);
  let none = 0;
  for (let i = 0; i < length; i++) if (standsForNone(text.charCodeAt(i))) none++;
  return none * 8 < length;
}

const LOOKED_AT = 4096;

/** A sign that could not be decoded, or one that steers a machine. */
function standsForNone(unit: number): boolean {
  return unit === 0xfffd || unit === 0x7f || (unit < 0x20 && (unit < 0x09 || unit > 0x0d));
}

function upTo(most: number, source: Source): Source {
  if (source.text.length <= most) return source;
  // No sign is parted.
  const end = /[\ud800-\udbff]/.test(source.text.charAt(most - 1)) ? most - 1 : most;
  const message = `Only ${end} signs were read.`;
  return {
    ...source,
    text: source.text.slice(0, end),
    blocks: source.blocks.filter(({ span }) => span[1] <= end),
    issues: [...source.issues, { code: 'intake/too-long', severity: 'error', message, values: { limit: String(end) } }],
  };
}

/** A text that is already decoded, as it is, line by line; its `sha256` is that of its UTF-8 bytes. */
export function fromText(text: string, options: IntakeOptions = {}): Source {
  return made(text, bytesToHex(sha256(new TextEncoder().encode(text))), options, []);
}

function made(text: string, hash: string, options: IntakeOptions, issues: readonly SourceIssue[], encoding?: string): Source {
  const mediaType = options.mediaType ?? mediaTypeOf(text);
  const about = { sha256: hash, mediaType, ...(encoding && { encoding }), ...(options.url && { url: options.url }) };
  if (mediaType !== 'text/html' && mediaType !== 'application/xhtml+xml') return { text, blocks: [], issues, ...about };
  const page = fromHtml(text);
  return { text: page.text, blocks: page.blocks, issues: [...issues, ...page.issues], ...about };
}

const mediaTypeOf = (text: string) => (looksLikeHtml(text) ? 'text/html' : 'text/plain');

const OPENS_HTML =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|h[1-6]|ul|ol|center|font)[\s>]/i;

/** Whether a text opens as an HTML page does. */
export function looksLikeHtml(text: string): boolean {
  return OPENS_HTML.test(text.slice(0, 3000));
}
