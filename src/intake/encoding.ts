/**
 * Bytes to text: by byte order mark, by declaration, by look. Japanese encodings are decoded by tables of our own dependency,
 * not by the platform, so that every machine reads the same letters.
 *
 * 1 no bytes are refused: what stands for no sign is U+FFFD, counted in an issue;
 * 2 a declaration counts unless the bytes plainly contradict it, and then an issue says so.
 *
 * Source: WHATWG Encoding (labels), HTML Living Standard (prescan for a declaration), RFC 1468 (ISO-2022-JP).
 */
import sniff from 'html-encoding-sniffer';
import type { SourceIssue } from '../text/source.ts';
import { decodeJapanese, type Japanese } from './japanese.ts';
import { firstHigh, type Likeness, likeness } from './likeness.ts';

export interface Decoded {
  readonly text: string;
  /** The WHATWG name of the encoding that was used. */
  readonly encoding: string;
  readonly issues: readonly SourceIssue[];
}

const CANDIDATES = ['UTF-8', 'EUC-JP', 'Shift_JIS'] as const;
/** A declared candidate is left for another one only where that one looks this much better. */
const CLEARLY_BETTER = 1.2;

/** @param label the name of an encoding that is known from outside, as of an HTTP header. */
export function decode(bytes: Uint8Array, label?: string, mediaType?: string): Decoded {
  const mark = byMark(bytes);
  if (mark) return decoded(bytes.subarray(mark.length), mark.encoding, []);
  const declared = declaration(bytes, label, mediaType);
  const ascii = firstHigh(bytes) < 0;
  const utf8 = ascii ? undefined : wellFormed(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8', issues: declared && declared !== 'UTF-8' ? [wrong(declared, 'UTF-8')] : [] };
  const used = ascii ? ofAscii(bytes, declared) : byLook(bytes, declared);
  return decoded(bytes, used, declared && declared !== used && !ascii ? [wrong(declared, used)] : []);
}

/** The text of well-formed UTF-8; undefined for all else. */
function wellFormed(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function ofAscii(bytes: Uint8Array, declared: string | undefined): string {
  if (escapes(bytes)) return 'ISO-2022-JP';
  return declared === undefined || declared === 'ISO-2022-JP' ? 'UTF-8' : declared;
}

function byMark([a, b, c]: Uint8Array): { encoding: string; length: number } | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'UTF-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'UTF-16LE', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'UTF-16BE', length: 2 };
  return undefined;
}

function declaration(bytes: Uint8Array, label: string | undefined, mediaType: string | undefined): string | undefined {
  const none = 'x-user-defined';
  const html = mediaType === undefined || mediaType.includes('html');
  const name = sniff(html ? bytes : new Uint8Array(0), { ...(label && { transportLayerEncodingLabel: label }), defaultEncoding: none });
  return name === none || name === null ? undefined : name;
}

/** The encoding to read by: the declared one, or the one that the bytes plainly are. */
function byLook(bytes: Uint8Array, declared: string | undefined): string {
  const looks = CANDIDATES.map((name) => ({ name, look: likeness(bytes, name) }));
  const best = looks.reduce((one, other) => (other.look.score > one.look.score ? other : one));
  const own = looks.find(({ name }) => name === declared);
  if (own) return best.look.score > 4 && best.look.score > own.look.score * CLEARLY_BETTER ? best.name : own.name;
  if (escapes(bytes) && !plainly(best.look)) return 'ISO-2022-JP';
  if (declared && declared !== 'ISO-2022-JP') return plainly(best.look) ? best.name : declared;
  return plainly(best.look) || (best.look.score > 0 && best.look.signs < 40) ? best.name : 'UTF-8';
}

/** Whether bytes that are declared otherwise, or not at all, must be of that encoding: kana in number, hardly an error. */
function plainly({ signs, kana, errors }: Likeness): boolean {
  return kana >= 4 && kana * 10 >= signs && errors * 20 <= signs;
}

function decoded(bytes: Uint8Array, encoding: string, issues: readonly SourceIssue[]): Decoded {
  const japanese = encoding === 'Shift_JIS' || encoding === 'EUC-JP' || encoding === 'ISO-2022-JP';
  const text = japanese ? decodeJapanese(bytes, encoding as Japanese) : platform(bytes, encoding);
  if (text === undefined) return decoded(bytes, 'UTF-8', [...issues, wrong(encoding, 'UTF-8')]);
  return { text, encoding, issues: [...issues, ...undecodable(text)] };
}

/** Encodings that are not Japanese: the platform knows them, or gives undefined. */
function platform(bytes: Uint8Array, name: string): string | undefined {
  try {
    return new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
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

export function undecodable(text: string): SourceIssue[] {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
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
