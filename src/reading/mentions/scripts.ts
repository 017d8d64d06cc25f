/** Which script a unit of text belongs to, as far as names need it. Units are UTF-16; both halves of a pair count as Han. */
import type { Span } from '../../text/span.ts';

/** Han signs, the repetition mark, the small ke that stands among them, and the selectors that choose a sign's form (辻󠄀: U+E0100 behind it). */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    unit === 0x3005 ||
    unit === 0x30f6 ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xd87f) ||
    unit === 0xdb40 ||
    (unit >= 0xdc00 && unit <= 0xdfff)
  );
}

/** The place, or behind it where it lies within a pair: half of a picture (😀) that stands before a name is no sign of it. */
export function wholeFrom(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

export function isKatakana(unit: number): boolean {
  return (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc || (unit >= 0x31f0 && unit <= 0x31ff) || (unit >= 0xff66 && unit <= 0xff9f);
}

/** Katakana, and the two hiragana that are typed for their likes there: マラ｜ぺ首相. Behind katakana only. */
export function isKatakanaAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isKatakana(unit) || ((unit === 0x3079 || unit === 0x307a) && isKatakana(text.charCodeAt(at - 1)));
}

/** Latin letters, full width too. */
export function isLatin(unit: number): boolean {
  return (
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a) ||
    (unit >= 0xc0 && unit <= 0x24f)
  );
}

export function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** What joins the halves of a double name: the double hyphen, the equals sign. */
export function isDouble(unit: number): boolean {
  return unit === 0x30a0 || unit === 0x3d || unit === 0xff1d;
}

/** What joins the parts of a foreign name: the middle dot, the double hyphen, the equals sign. */
export function isJoint(unit: number): boolean {
  return unit === 0x30fb || unit === 0x30a0 || unit === 0x3d || unit === 0xff1d || unit === 0xff65;
}

/** Whether hiragana stand between: what is one name has none. */
export function hasKana(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3041 && unit <= 0x3096) return true;
  }
  return false;
}

export function hasHan(text: string, [from, to]: Span): boolean {
  for (let i = from; i < to; i++) if (isHan(text.charCodeAt(i))) return true;
  return false;
}
