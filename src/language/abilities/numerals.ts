/**
 * Numbers as they are written: `2010`, `２０１０`, `1,300`, `1.5` (western), `二〇一〇`, `二千十`, `二十一` (han). Why this is code:
 * 二十一 is arithmetic. Each reader looks at one place and goes as far as the number does.
 */
import { fold } from '../../text/fold.ts';

export interface Numeral {
  /** -1 where no number stands there. */
  end: number;
  value: number;
  form: 'western' | 'han';
  /** How many signs it has. */
  signs: number;
}

const NONE = -1;
/** Digit 0–9, or 10, 100, 1000, 10000 for a place word; -1 for all else. */
const HAN = new Int16Array(65536).fill(NONE);
[...'〇一二三四五六七八九'].forEach((sign, value) => {
  HAN[sign.charCodeAt(0)] = value;
});
HAN['零'.charCodeAt(0)] = 0;
HAN['十'.charCodeAt(0)] = 10;
HAN['百'.charCodeAt(0)] = 100;
HAN['千'.charCodeAt(0)] = 1000;
HAN['万'.charCodeAt(0)] = 10000;
/** No date or length of time has more signs; the rest of a longer run is passed over with it. */
const LONGEST = 12;

export function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Also asked of the place after the last sign, where there is no unit. */
export function isHanDigit(unit: number): boolean {
  return (HAN[unit] as number) > NONE;
}

/**
 * A whole number without separators. The result object is the caller's: `into` is filled and `into.end` says whether one was there.
 * @param oneHan only one sign of han numerals is taken, whatever follows it (第一四半期 is the first).
 */
export function readInteger(text: string, at: number, han: boolean, into: Numeral, oneHan = false): void {
  const first = text.charCodeAt(at);
  into.end = NONE;
  if (isDigit(first)) readWestern(text, at, into);
  else if (han && HAN[first] !== NONE) readHan(text, at, into, oneHan ? 1 : LONGEST);
}

/** A number that counts: thousands may be set off by commas, and it may have decimals. */
export function readCount(text: string, at: number, han: boolean, into: Numeral): void {
  readInteger(text, at, han, into);
  if (into.end < 0 || into.form === 'han') return;
  let end = into.end;
  let value = into.value;
  while (into.signs <= 3 && fold(text.charCodeAt(end)) === 0x2c && threeDigits(text, end + 1)) {
    value = value * 1000 + Number(narrow(text, end + 1, end + 4));
    end += 4;
    if (end - at > LONGEST) break;
  }
  const point = fold(text.charCodeAt(end));
  if ((point === 0x2e || text.charCodeAt(end) === 0x30fb) && isDigit(text.charCodeAt(end + 1)) && !isDigit(text.charCodeAt(end + 2))) {
    if (point === 0x2e) {
      value += Number(narrow(text, end + 1, end + 2)) / 10;
      end += 2;
    }
  }
  into.end = end;
  into.value = value;
}

function readWestern(text: string, at: number, into: Numeral): void {
  let end = at;
  let value = 0;
  while (end - at < LONGEST && isDigit(text.charCodeAt(end))) {
    value = value * 10 + fold(text.charCodeAt(end)) - 0x30;
    end++;
  }
  if (isDigit(text.charCodeAt(end))) return;
  into.end = end;
  into.value = value;
  into.form = 'western';
  into.signs = end - at;
}

function readHan(text: string, at: number, into: Numeral, most: number): void {
  let end = at;
  let total = 0;
  let below = 0;
  let digits = 0;
  let pending = 0;
  let places = false;
  for (; end - at < most; end++) {
    const sign = HAN[text.charCodeAt(end)] as number;
    if (sign === NONE) break;
    if (sign < 10) {
      pending = pending * 10 + sign;
      digits++;
      continue;
    }
    places = true;
    if (sign === 10000) {
      total += (below + pending || 1) * sign;
      below = 0;
    } else below += (digits === 0 ? 1 : pending) * sign;
    pending = 0;
    digits = 0;
  }
  if (most > 1 && HAN[text.charCodeAt(end)] !== NONE && end < text.length) return;
  // 二十〇 and 十二三 are no numbers that a date could have
  if (places && digits > 1) return;
  into.end = end;
  into.value = total + below + pending;
  into.form = 'han';
  into.signs = end - at;
}

function threeDigits(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && !isDigit(text.charCodeAt(at + 3));
}

function narrow(text: string, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i++) out += String.fromCharCode(fold(text.charCodeAt(i)));
  return out;
}
