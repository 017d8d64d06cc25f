/**
 * Bytes to text: by byte order mark, by declaration, by look. Japanese encodings are decoded by tables of our own dependency,
 * not by the platform, so that every machine reads the same letters.
 *
 * Source: WHATWG Encoding (labels), HTML Living Standard (prescan for a declaration), RFC 1468 (ISO-2022-JP).
 */
import Encoding from 'encoding-japanese';
import sniff from 'html-encoding-sniffer';
import type { SourceIssue } from '../text/source.ts';

export interface Decoded {
  readonly text: string;
  /** The WHATWG name of the encoding that was used. */
  readonly encoding: string;
  readonly issues: readonly SourceIssue[];
}

/** WHATWG names, and what encoding-japanese calls them. */
const JAPANESE: Readonly<Record<string, 'SJIS' | 'EUCJP' | 'JIS'>> = { Shift_JIS: 'SJIS', 'EUC-JP': 'EUCJP', 'ISO-2022-JP': 'JIS' };
const BY_LOOK: Readonly<Record<string, string>> = { SJIS: 'Shift_JIS', EUCJP: 'EUC-JP', JIS: 'ISO-2022-JP' };
/** Detection looks at this many bytes. */
const LOOKED_AT = 200_000;

export function decode(bytes: Uint8Array, label?: string, mediaType?: string): Decoded {
  const mark = byMark(bytes);
  if (mark) return mark;
  const declared = declaration(bytes, label, mediaType);
  const utf8 = isUtf8(bytes);
  if (declared && declared in JAPANESE && !(utf8 === 'utf-8')) return japanese(bytes, declared, []);
  if (utf8 && !escapes(bytes)) {
    const issues = declared && declared !== 'UTF-8' && utf8 === 'utf-8' ? [wrong(declared, 'UTF-8')] : [];
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding: 'UTF-8', issues };
  }
  const found = Encoding.detect(bytes.subarray(0, LOOKED_AT), ['JIS', 'EUCJP', 'SJIS']);
  const name = typeof found === 'string' ? BY_LOOK[found] : undefined;
  if (name) return japanese(bytes, name, declared && declared !== name ? [wrong(declared, name)] : []);
  const other = declared && declared !== 'UTF-8' ? platform(bytes, declared) : undefined;
  if (other) return other;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { text, encoding: 'UTF-8', issues: undecodable(text) };
}

function byMark(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(3));
    return { text, encoding: 'UTF-8', issues: undecodable(text) };
  }
  const name = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  if (!name) return undefined;
  const text = new TextDecoder(name, { ignoreBOM: true }).decode(bytes.subarray(2));
  return { text, encoding: name === 'utf-16le' ? 'UTF-16LE' : 'UTF-16BE', issues: undecodable(text) };
}

function declaration(bytes: Uint8Array, label: string | undefined, mediaType: string | undefined): string | undefined {
  const none = 'x-user-defined';
  const html = mediaType === undefined || mediaType.includes('html');
  const name = sniff(html ? bytes : new Uint8Array(0), { ...(label && { transportLayerEncodingLabel: label }), defaultEncoding: none });
  return name === none || name === null ? undefined : name;
}

function japanese(bytes: Uint8Array, name: string, issues: readonly SourceIssue[]): Decoded {
  const text = Encoding.convert(bytes, { to: 'UNICODE', from: JAPANESE[name] as 'SJIS', type: 'string' });
  return { text, encoding: name, issues: [...issues, ...undecodable(text)] };
}

/** Encodings that are not Japanese: the platform knows them. */
function platform(bytes: Uint8Array, name: string): Decoded | undefined {
  try {
    const text = new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
    return { text, encoding: name, issues: undecodable(text) };
  } catch {
    return undefined;
  }
}

function wrong(declared: string, used: string): SourceIssue {
  return {
    code: 'intake/wrong-declaration',
    severity: 'warning',
    message: `The page says ${declared}, but its bytes are ${used}; it was read as ${used}.`,
    values: { declared, used },
  };
}

function undecodable(text: string): SourceIssue[] {
  let count = 0;
  let first = -1;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    if (first < 0) first = at;
    count++;
  }
  if (count === 0) return [];
  return [
    {
      code: 'intake/undecodable',
      severity: 'warning',
      message: `${count} places could not be decoded; they stand as U+FFFD.`,
      values: { count: String(count) },
    },
  ];
}

/** Whether the bytes hold an escape sequence of ISO-2022-JP: ESC $ or ESC (. */
function escapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const next = bytes[at + 1];
    if (next === 0x24 || next === 0x28) return true;
  }
  return false;
}

/** `ascii` where all bytes are, `utf-8` where they are well-formed UTF-8 with more than ASCII, else false. */
function isUtf8(bytes: Uint8Array): 'ascii' | 'utf-8' | false {
  let ascii = true;
  for (const byte of bytes)
    if (byte >= 0x80) {
      ascii = false;
      break;
    }
  if (ascii) return 'ascii';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return false;
  }
}
