/**
 * The automatic numbers of a Word document, counted as Word counts them.
 *
 * Source: ISO/IEC 29500-1, 17.9 (numbering definitions) and 17.18.59 (forms of numbers).
 */
import { all, at, attributeOf, type Xml } from './xml.ts';

export interface Numbering {
  /** The number or mark before the next paragraph of a list; undefined where the list says none. */
  next(list: string, level: number): string | undefined;
}

interface Level {
  readonly start: number;
  readonly form: string;
  /** `%1` is the number of the first level: `(%2)`. */
  readonly words: string;
}

export function numberingOf(xml: readonly Xml[]): Numbering {
  const kinds = new Map(all(xml, 'w:abstractNum').map((kind) => [attributeOf(kind, 'w:abstractNumId') ?? '', levelsOf(kind)]));
  const lists = new Map<string, { levels: ReadonlyMap<number, Level>; counts: number[] }>();
  /** Lists of one kind count on together. */
  const counts = new Map<string, number[]>();
  for (const list of all(xml, 'w:num')) {
    const kind = attributeOf(at(list, 'w:abstractNumId'), 'w:val') ?? '';
    const levels = new Map(kinds.get(kind));
    const overrides = all([list], 'w:lvlOverride');
    for (const one of overrides) {
      const level = Number(attributeOf(one, 'w:ilvl'));
      const start = attributeOf(at(one, 'w:startOverride'), 'w:val');
      const was = levels.get(level);
      if (start !== undefined && was) levels.set(level, { ...was, start: Number(start) });
    }
    const shared = counts.get(kind) ?? [];
    counts.set(kind, shared);
    lists.set(attributeOf(list, 'w:numId') ?? '', { levels, counts: overrides.length > 0 ? [] : shared });
  }
  return {
    next(id, level) {
      const list = lists.get(id);
      const of = list?.levels.get(level);
      if (!list || !of || level > 8) return undefined;
      list.counts[level] = (list.counts[level] ?? of.start - 1) + 1;
      list.counts.length = level + 1;
      if (of.form === 'bullet') return '•';
      if (of.form === 'none') return undefined;
      let known = true;
      const words = of.words.replace(/%([1-9])/g, (_, n: string) => {
        const one = list.levels.get(Number(n) - 1);
        const number = one && written(list.counts[Number(n) - 1] ?? one.start, one.form);
        known &&= number !== undefined;
        return number ?? '';
      });
      return words.trim() === '' ? undefined : known ? words : '•';
    },
  };
}

function levelsOf(kind: Xml): ReadonlyMap<number, Level> {
  return new Map(
    all([kind], 'w:lvl').map((level) => [
      Number(attributeOf(level, 'w:ilvl') ?? 0),
      {
        start: Number(attributeOf(at(level, 'w:start'), 'w:val') ?? 1),
        form: attributeOf(at(level, 'w:numFmt'), 'w:val') ?? 'decimal',
        words: attributeOf(at(level, 'w:lvlText'), 'w:val') ?? '',
      },
    ]),
  );
}

/** First sign of a row that counts in the order of Unicode, and how many there are. */
const ROWS: Readonly<Record<string, readonly [first: number, count: number]>> = {
  upperLetter: [0x41, 26],
  lowerLetter: [0x61, 26],
  decimalEnclosedCircle: [0x2460, 20],
  decimalEnclosedParen: [0x2474, 20],
  decimalEnclosedFullstop: [0x2488, 20],
  ideographEnclosedCircle: [0x3280, 10],
};
/** Half-width kana in the order of the dictionary; wide ones follow from them. */
const SYLLABLES = [...Array.from({ length: 44 }, (_, i) => 0xff71 + i), 0xff66, 0xff9d].map((point) => String.fromCharCode(point));
/** Code points of the digits of counting by characters: zero to nine, ten. */
const DIGITS = [0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d];
const TEN = 0x5341;

/** Undefined for a form that is not known: a mark that says no number is better than a number nobody saw. */
function written(n: number, form: string): string | undefined {
  const row = ROWS[form];
  if (row && n >= 1 && n <= row[1]) return String.fromCodePoint(row[0] + n - 1);
  if (form === 'lowerRoman' || form === 'upperRoman') return roman(n, form === 'upperRoman');
  if (form === 'decimalFullWidth' || form === 'decimalFullWidth2')
    return String(n).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  if (form === 'aiueoFullWidth') return SYLLABLES[n - 1]?.normalize('NFKC');
  if (form === 'aiueo') return SYLLABLES[n - 1];
  if (/^(?:japaneseCounting|ideographDigital|chineseCounting|chineseCountingThousand|japaneseDigitalTenThousand)$/.test(form)) return counted(n);
  if (form === 'decimalZero') return String(n).padStart(2, '0');
  return form === 'decimal' || form === 'decimalHalfWidth' || form === 'ordinal' ? String(n) : undefined;
}

/** 1 to 99 in characters. */
function counted(n: number): string {
  if (n < 1 || n > 99) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return String.fromCodePoint(
    ...(tens > 1 ? [DIGITS[tens] as number] : []),
    ...(tens > 0 ? [TEN] : []),
    ...(ones > 0 ? [DIGITS[ones] as number] : []),
  );
}

function roman(n: number, upper: boolean): string {
  if (n < 1 || n > 3999) return String(n);
  const signs = ['m', 'cm', 'd', 'cd', 'c', 'xc', 'l', 'xl', 'x', 'ix', 'v', 'iv', 'i'];
  const worths = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  let rest = n;
  let letters = '';
  worths.forEach((worth, i) => {
    for (; rest >= worth; rest -= worth) letters += signs[i];
  });
  return upper ? letters.toUpperCase() : letters;
}
