/**
 * Shift_JIS, EUC-JP and ISO-2022-JP to text, by the tables of encoding-japanese.
 *
 * 1 every byte that stands for no sign becomes one U+FFFD; 2 an ASCII byte after a broken sign is kept, so that no tag is lost;
 * 3 a broken sign of EUC-JP breaks none of those after it.
 *
 * Source: RFC 1468 (ISO-2022-JP); WHATWG Encoding (what a broken sign takes with it).
 */
import Encoding from 'encoding-japanese';
import { brokenEuc, isEucHalf, isShiftJisLead, isShiftJisTrail } from './likeness.ts';

export type Japanese = 'Shift_JIS' | 'EUC-JP' | 'ISO-2022-JP';

const QUESTION = 0x3f;

/** The tables write `?` for what they lack; so the page's own question marks and its broken signs travel as two unused controls. */
export function decodeJapanese(bytes: Uint8Array, name: Japanese): string {
  const plain = name === 'ISO-2022-JP' ? toEuc(bytes) : bytes;
  const [question, broken] = unused(plain);
  const sound = name === 'Shift_JIS' ? soundShiftJis(plain, question, broken) : soundEuc(plain, question, broken);
  const text = Encoding.convert(sound, { to: 'UNICODE', from: name === 'Shift_JIS' ? 'SJIS' : 'EUCJP', type: 'string' });
  if (text.includes('?') || sound.includes(question) || sound.includes(broken))
    return text.replaceAll('?', '\ufffd').replaceAll(String.fromCharCode(broken), '\ufffd').replaceAll(String.fromCharCode(question), '?');
  return text;
}

/** Two control signs that do not occur. */
function unused(bytes: Uint8Array): [number, number] {
  const found: number[] = [];
  for (let control = 0x1a; found.length < 2 && control > 0; control--)
    if (control !== 0x09 && control !== 0x0a && control !== 0x0d && control !== 0x0c && !bytes.includes(control)) found.push(control);
  return [found[0] ?? 0x1a, found[1] ?? 0x19];
}

function soundShiftJis(bytes: Uint8Array, question: number, broken: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) out[length++] = byte === QUESTION ? question : byte;
    else if (byte >= 0xa1 && byte <= 0xdf) out[length++] = byte;
    else {
      const trail = bytes[i + 1] ?? 0;
      if (isShiftJisLead(byte) && isShiftJisTrail(trail)) {
        out[length++] = byte;
        out[length++] = trail;
        i++;
      } else out[length++] = broken;
    }
  }
  return out.subarray(0, length);
}

function soundEuc(bytes: Uint8Array, question: number, broken: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) {
      out[length++] = byte === QUESTION ? question : byte;
      continue;
    }
    const more = byte === 0x8f ? 2 : byte === 0x8e || (byte >= 0xa1 && byte <= 0xfe) ? 1 : 0;
    let sound = more > 0;
    for (let k = 1; k <= more; k++) if (!isEucHalf(bytes[i + k])) sound = false;
    if (!sound) {
      const taken = more > 0 ? 1 : brokenEuc(bytes, i);
      for (let k = 0; k < taken; k++) out[length++] = broken;
      i += taken - 1;
      continue;
    }
    for (let k = 0; k <= more; k++) out[length++] = bytes[i + k] as number;
    i += more;
  }
  return out.subarray(0, length);
}

const ESC = 0x1b;

/** ISO-2022-JP as EUC-JP: its escapes choose the set that the bytes after them are of. */
function toEuc(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let length = 0;
  let set: 'one' | 'kana' | 'two' | 'more' = 'one';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === ESC) {
      const [next, then, last] = [bytes[i + 1], bytes[i + 2], bytes[i + 3]];
      const found = chosen(next, then, last);
      if (found) {
        set = found.set;
        i += found.length - 1;
        continue;
      }
    }
    if (byte === 0x0a || byte === 0x0d) set = 'one'; // a line ends in ASCII
    if (set === 'one' || byte <= 0x20 || byte === 0x7f) {
      out[length++] = byte;
      continue;
    }
    if (set === 'kana') {
      out[length++] = 0x8e;
      out[length++] = byte | 0x80;
      continue;
    }
    const trail = bytes[i + 1] ?? 0;
    if (byte >= 0x80 || trail <= 0x20 || trail >= 0x7f) {
      out[length++] = 0x80; // half a sign; its other half goes with it, so that the pairs after it stay pairs
      if (trail > 0x20) i++;
      continue;
    }
    if (set === 'more') out[length++] = 0x8f;
    out[length++] = byte | 0x80;
    out[length++] = trail | 0x80;
    i++;
  }
  return out.subarray(0, length);
}

function chosen(next?: number, then?: number, last?: number): { set: 'one' | 'kana' | 'two' | 'more'; length: number } | undefined {
  if (next === 0x28 && (then === 0x42 || then === 0x4a)) return { set: 'one', length: 3 };
  if (next === 0x28 && then === 0x49) return { set: 'kana', length: 3 };
  if (next === 0x24 && (then === 0x40 || then === 0x42)) return { set: 'two', length: 3 };
  if (next === 0x24 && then === 0x28 && last === 0x44) return { set: 'more', length: 4 };
  return undefined;
}
