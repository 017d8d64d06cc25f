/**
 * Statements cut into units that phrases are made of: a sign of Han, kana or hangul, a word of other scripts. Only what was
 * said is cut, without the frame around it; ends of sentences, persons, dates and amounts part runs, which no phrase crosses.
 *
 *   > 両外相は、双方にとって受入れ可能な解決策を探っていくことで一致した
 *     　　　　　双方にとって受入れ可能な解決策を探っていく
 */
import { searchForm } from '../text/search-form.ts';
import type { StatementTold } from './told.ts';

/** All statements of a series, unit after unit; every array has one entry a unit. */
export interface Units {
  readonly size: number;
  /** Number of the sign or the word. */
  readonly sign: Int32Array;
  /** How many units follow in its run, itself included. */
  readonly rest: Int32Array;
  /** Where it stands in its statement's quote, in UTF-16 units. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index of its statement; statement → index of its talks. */
  readonly statement: Int32Array;
  readonly talksOf: Int32Array;
  /** Statement → its first unit; one more at the end. */
  readonly first: Int32Array;
  readonly statements: readonly StatementTold[];
}

export const KINDS = { part: 0, han: 1, hiragana: 2, katakana: 3, hangul: 4, word: 5, silent: 6, comma: 7 } as const;
export type Kind = (typeof KINDS)[keyof typeof KINDS];
/** Words have numbers beyond all signs. */
const WORDS = 0x110000;
const COMMA = 0x2c;

const words = new Map<string, number>();
const kinds = new Uint8Array(0x10000).fill(255);

/** What a sign is in a phrase. @param unit of a text in search form. */
export function kindOf(unit: number): Kind {
  const known = kinds[unit] as number;
  if (known !== 255) return known as Kind;
  const kind = kindOfSign(String.fromCharCode(unit), unit);
  kinds[unit] = kind;
  return kind;
}

function kindOfSign(sign: string, unit: number): Kind {
  if (/[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\ud840-\udfff]/.test(sign)) return KINDS.han;
  if (unit >= 0x3041 && unit <= 0x309e) return KINDS.hiragana;
  if ((unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc || unit === 0x30fd || unit === 0x30fe) return KINDS.katakana;
  if ((unit >= 0xac00 && unit <= 0xd7af) || (unit >= 0x3131 && unit <= 0x318e)) return KINDS.hangul;
  if (/[\p{L}\p{N}\p{M}'\u2019\u2010-]/u.test(sign)) return KINDS.word;
  if (/[,\u3001\u060c]/.test(sign)) return KINDS.comma;
  // Brackets and quotation marks, spaces and middle dots make no other phrase.
  if (/[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}"\u30fb\u00b7]/u.test(sign)) return KINDS.silent;
  return KINDS.part;
}

/** @param statements with the index of their talks, in the order of the talks. */
export function toUnits(statements: readonly { readonly of: StatementTold; readonly talks: number }[]): Units {
  const sign: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const statement: number[] = [];
  const rest: number[] = [];
  const first: number[] = [];
  for (const [i, { of }] of statements.entries()) {
    first.push(sign.length);
    const begins = sign.length;
    let run = begins;
    const part = () => {
      for (let k = run; k < sign.length; k++) rest.push(sign.length - k);
      run = sign.length;
    };
    cut(of, (number, from, to) => {
      if (number < 0) return part();
      sign.push(number);
      start.push(from);
      end.push(to);
      statement.push(i);
    });
    part();
  }
  first.push(sign.length);
  return {
    size: sign.length,
    sign: Int32Array.from(sign),
    rest: Int32Array.from(rest),
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    statement: Int32Array.from(statement),
    talksOf: Int32Array.from(statements, ({ talks }) => talks),
    first: Int32Array.from(first),
    statements: statements.map(({ of }) => of),
  };
}

/** The units of a phrase that a person typed. */
export function unitsOf(phrase: string): number[] {
  const found: number[] = [];
  cut({ quote: phrase, content: [0, phrase.length], named: [] }, (number) => {
    if (number >= 0) found.push(number);
  });
  return found;
}

type Take = (number: number, start: number, end: number) => void;

/** @param take gets each unit, and -1 where a run ends. */
function cut({ quote, content, named }: Pick<StatementTold, 'quote' | 'content' | 'named'>, take: Take): void {
  const { form, at } = searchForm(quote);
  const place = (i: number) => (at ? (at[i] as number) : i);
  const changing = named.filter(([, , changes]) => changes === 1);
  let next = 0;
  for (let i = 0; i < form.length; ) {
    const from = place(i);
    if (from < content[0]) {
      i++;
      continue;
    }
    if (from >= content[1]) break;
    while (next < changing.length && (changing[next] as (typeof changing)[number])[1] <= from) next++;
    const mask = changing[next];
    if (mask && from >= mask[0]) {
      take(-1, from, from);
      while (i < form.length && place(i) < mask[1]) i++;
      continue;
    }
    const unit = form.charCodeAt(i);
    const kind = kindOf(unit);
    if (kind === KINDS.word) {
      let j = i + 1;
      // A stop inside a word is of the word: U.S.
      while (j < form.length && (kindOf(form.charCodeAt(j)) === KINDS.word || (form[j] === '.' && kindOf(form.charCodeAt(j + 1)) === KINDS.word)))
        j++;
      take(numberOf(form.slice(i, j)), from, place(j));
      i = j;
      continue;
    }
    if (kind === KINDS.part) take(-1, from, from);
    else if (kind === KINDS.comma) take(COMMA, from, place(i + 1));
    else if (kind !== KINDS.silent) take(unit, from, place(i + 1));
    i++;
  }
}

function numberOf(word: string): number {
  let number = words.get(word);
  if (number === undefined) {
    number = WORDS + words.size;
    words.set(word, number);
  }
  return number;
}

export function isWord(number: number): boolean {
  return number >= WORDS;
}

export function isComma(number: number): boolean {
  return number === COMMA;
}

/** How much a unit says: signs of meaning 1, kana between them less, a word 2, a short word next to nothing. */
export function weightOf(number: number, start: number, end: number): number {
  if (number >= WORDS) return end - start > 3 ? 2 : 0.3;
  if (number === COMMA) return 0.1;
  return kindOf(number) === KINDS.hiragana ? 0.3 : 1;
}
