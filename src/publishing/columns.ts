/** Words laid out by the width they take on a terminal: two columns for a full-width sign, one for others, none for marks. */
import { eastAsianWidth } from 'get-east-asian-width';

export function width(words: string): number {
  let columns = 0;
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    if (unit >= 0x20 && unit < 0x7f) columns++;
    else if (isWide(unit)) columns += 2;
    else if (isLone(unit)) columns += widthOfSign(words[i] as string);
    else return signsOf(words).reduce((sum, sign) => sum + widthOfSign(sign), 0);
  }
  return columns;
}

/** Of what a reader sees as one sign: pictures of several code points take two columns, marks none beside their letter. */
function widthOfSign(sign: string): number {
  if (/^\p{Emoji_Presentation}|^\p{Regional_Indicator}{2}|^\p{Emoji}\ufe0f/u.test(sign)) return 2;
  let columns = 0;
  for (const seen of sign.replace(unseen, '')) columns += eastAsianWidth(seen.codePointAt(0) as number);
  return columns;
}

/** Kana, kanji, full-width forms and their punctuation: each stands alone and takes two columns. Combining marks are not among them. */
function isWide(unit: number): boolean {
  return (
    (unit >= 0x3000 && unit <= 0x3029) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x309d && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff && !(unit >= 0x4dc0 && unit <= 0x4dff)) ||
    (unit >= 0xff01 && unit <= 0xff60)
  );
}

/** Letters of Latin and Cyrillic, dashes and quotes, arrows, numbers in circles, lines and shapes: each stands alone, as long as nothing follows that joins it. */
function isLone(unit: number): boolean {
  return (
    (unit >= 0xa1 && unit <= 0x2ff && unit !== 0xad) ||
    (unit >= 0x400 && unit <= 0x4ff && !(unit >= 0x483 && unit <= 0x489)) ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x2030 && unit <= 0x205e) ||
    (unit >= 0x2190 && unit <= 0x21ff) ||
    (unit >= 0x2460 && unit <= 0x25ff)
  );
}

function isSimple(words: string): boolean {
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    if (!(unit >= 0x20 && unit < 0x7f) && !isWide(unit) && !isLone(unit)) return false;
  }
  return true;
}

/** What a reader sees as single signs. */
function signsOf(words: string): string[] {
  return isSimple(words) ? words.split('') : Array.from(segmenter().segment(words), (each) => each.segment);
}

/**
 * Words that are safe to print: controls (which could move the cursor, colour or rename the terminal) and signs that turn
 * the direction of writing are shown as �; line ends stay.
 */
export function printable(words: string): string {
  return words.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (sign) => (sign === '\n' ? sign : sign === '\t' ? ' ' : '\ufffd'));
}

/** The words with spaces to fill `columns`; longer words stay as they are. */
export function padded(words: string, columns: number): string {
  return words + ' '.repeat(Math.max(0, columns - width(words)));
}

/** Signs that do not begin a line (行頭禁則), and those that do not end one. */
export const NEVER_FIRST: ReadonlySet<string> = new Set(
  '、。,.，．・:;：；?!？！゛゜ヽヾゝゞ々ー’”)）〕]］｝}〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥%％',
);
export const NEVER_LAST: ReadonlySet<string> = new Set('‘“(（〔[［｛{〈《「『【');

/**
 * Lines of at most `columns` columns. Breaks stand between full-width signs, or at spaces in words of half-width signs;
 * a word longer than a line is cut. Line ends in the words end a line.
 */
export function wrapped(words: string, columns: number): string[] {
  return words.split(/\r\n|\r|\n/).flatMap((line) => wrapLine(line, Math.max(4, columns)));
}

function wrapLine(line: string, columns: number): string[] {
  const units = toUnits(line);
  const lines: string[] = [];
  let current: string[] = [];
  let used = 0;
  for (const unit of units) {
    const w = width(unit);
    if (used + w > columns && current.length > 0) {
      const carried = carriedDown(current, unit);
      lines.push(current.join('').trimEnd());
      current = carried;
      used = width(carried.join(''));
      if (unit === ' ' && current.length === 0) continue;
    }
    current.push(unit);
    used += w;
  }
  if (current.length > 0 || lines.length === 0) lines.push(current.join('').trimEnd());
  return lines;
}

/** What goes down to the next line with `next`, so that no line begins or ends with a sign that must not. At most four signs. */
function carriedDown(current: string[], next: string): string[] {
  const carried: string[] = [];
  let first = next;
  while (current.length > 1 && carried.length < 4 && (NEVER_FIRST.has(first[0] as string) || NEVER_LAST.has(current.at(-1) as string))) {
    first = current.pop() as string;
    carried.unshift(first);
  }
  return carried;
}

/** Full-width signs stand alone; half-width ones cling together between spaces, in pieces of at most 24. */
function toUnits(line: string): string[] {
  const units: string[] = [];
  for (const segment of signsOf(line)) {
    const last = units.at(-1);
    const joins = clings.test(segment) && !NEVER_LAST.has(segment) && !NEVER_FIRST.has(segment);
    if (last !== undefined && last.length < 24 && joins && clings.test(last) && !NEVER_FIRST.has(last)) units[units.length - 1] = last + segment;
    else units.push(segment);
  }
  return units;
}

const clings = /^[!-~\u00c0-\u024f\u0400-\u04ff]+$/;

/** Signs that take no column. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}]+/gu;

/** Made where it is first wanted: it takes as long as a page to read. */
const segmenter = (): Intl.Segmenter => {
  made ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return made;
};
let made: Intl.Segmenter | undefined;

/** The words cut to `columns`, with … for what is left out at the end. */
export function cut(words: string, columns: number): string {
  if (width(words) <= columns) return words;
  let out = '';
  let used = 1;
  for (const segment of signsOf(words)) {
    const w = width(segment);
    if (used + w > columns) break;
    out += segment;
    used += w;
  }
  const inside = clings.test(out.at(-1) ?? '') && clings.test(words[out.length] ?? '');
  const space = out.lastIndexOf(' ');
  return `${(inside && space > 0 && out.length - space <= WORD ? out.slice(0, space) : out).trimEnd()}…`;
}

/** Words that are written with spaces are left out whole, up to so many signs. */
const WORD = 20;

/** The end of the words, at most `columns` wide. */
export function tail(words: string, columns: number): string {
  const signs = signsOf(words);
  let used = 0;
  let at = signs.length;
  while (at > 0) {
    used += width(signs[at - 1] as string);
    if (used > columns) break;
    at--;
  }
  if (at > 0 && clings.test(signs[at - 1] as string) && clings.test(signs[at] ?? '')) {
    const space = signs.indexOf(' ', at);
    if (space > 0 && space - at <= WORD) at = space;
  }
  while (at < signs.length && NEVER_FIRST.has(signs[at] as string)) at++;
  return signs.slice(at).join('').trim();
}
