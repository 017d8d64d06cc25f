/** For tests: mails and saved pages of our own, written down as mailers write them. */
import Encoding from 'encoding-japanese';

const latin = (bytes: Iterable<number>) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (words: string, charset: 'utf-8' | 'shift_jis' | 'iso-2022-jp') =>
  charset === 'utf-8'
    ? [...new TextEncoder().encode(words)]
    : Encoding.convert(Encoding.stringToCode(words), { to: charset === 'shift_jis' ? 'SJIS' : 'JIS', from: 'UNICODE' });

/** Each unit of the result is a byte. */
export const eightBit = (words: string, charset: 'utf-8' | 'shift_jis' = 'utf-8') => latin(bytesOf(words, charset));
export const jis = (words: string) => latin(bytesOf(words, 'iso-2022-jp'));
export const base64 = (words: string) => (btoa(eightBit(words)).match(/.{1,76}/g) ?? []).join('\r\n');

/** RFC 2045, 6.7: lines of 76 signs at most, a soft break at the end of each that goes on. */
export function quotedPrintable(words: string, charset: 'utf-8' | 'shift_jis' = 'utf-8'): string {
  return words
    .split('\n')
    .map((line) => {
      const signs = bytesOf(line, charset).map((byte) =>
        byte >= 0x20 && byte < 0x7f && byte !== 0x3d ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      );
      let [out, width] = ['', 0];
      for (const sign of signs) {
        if (width + sign.length > 75) {
          out += '=\r\n';
          width = 0;
        }
        out += sign;
        width += sign.length;
      }
      return out;
    })
    .join('\r\n');
}

/** RFC 2047: `=?ISO-2022-JP?B?…?=`. */
export const encodedWord = (words: string, charset: 'utf-8' | 'shift_jis' | 'iso-2022-jp' = 'iso-2022-jp') =>
  `=?${charset.toUpperCase()}?B?${btoa(latin(bytesOf(words, charset)))}?=`;

/** @param lines whose units are bytes; each may hold several, ended as in mails. */
export const makeMail = (lines: readonly string[]): Uint8Array =>
  Uint8Array.from(lines.join('\r\n').replace(/\r?\n/g, '\r\n'), (unit) => unit.charCodeAt(0));
