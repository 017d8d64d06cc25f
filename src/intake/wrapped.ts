/**
 * Lines that a program broke at its right edge, as mails and old text files have them, are joined again: a sentence is not cut where a
 * window ended. By the lengths of the lines alone, as a page is read by its places.
 *
 *   > …両大臣は、緊密に連携していくことで一致しまし⏎た。        joined: た would not have fitted
 *     …港湾の協力を進めたい。⏎ワレシ大臣は…                      as it is: the sentence had ended
 *
 * 1 nothing but line breaks, and blanks beside them, is taken out; between words of scripts with blanks one blank stays;
 * 2 a text that was not plainly broken so comes back as it is.
 */
import { eastAsianWidth } from 'get-east-asian-width';
import type { SourceIssue } from '../text/source.ts';

export interface Unwrapped {
  readonly text: string;
  /** The width at which its lines were broken; absent where none was. */
  readonly columns?: number;
}

/** Edges at which programs break lines lie between these, in columns. */
const [NARROWEST, WIDEST] = [40, 100];
/** So many breaks within sentences show an edge, and no more than a quarter as many lines may end short of it within one. */
const TORN = 2;
const LOOSE = 4;

export function unwrapped(text: string): Unwrapped {
  const lines = text.split('\n');
  const widths: number[] = [];
  for (const line of lines) {
    const width = line.length > 2 * WIDEST ? line.length : widthOf(line.trimEnd());
    // an address is broken nowhere
    if (width > WIDEST && (/\S\s+\S/.test(line.slice(0, 1000)) || !/^[\x21-\x7e]+$/.test(line.trim()))) return { text };
    widths.push(width > WIDEST ? 0 : width);
  }
  // only a line with another right below it may have been broken
  const goesOn = lines.map((line, i) => line.trim() !== '' && (lines[i + 1] ?? '').trim() !== '' && !MARKED.test(lines[i + 1] as string));
  const columns = widths.reduce((most, width, i) => (goesOn[i] ? Math.max(most, width) : most), 0);
  if (columns < NARROWEST) return { text };
  let torn = 0;
  let loose = 0;
  const joins = lines.map((line, i) => {
    if (!goesOn[i]) return false;
    const next = lines[i + 1] as string;
    const full = (widths[i] as number) + fits(line, next) > columns;
    const stopped = STOPPED.test(line.trimEnd());
    if (!stopped && full) torn++;
    else if (!stopped && (widths[i] as number) > columns / 2) loose++;
    // a stop within a script with blanks may belong to a word: Mr.
    return full && (!stopped || isSpaced(line.trimEnd(), next.trimStart()));
  });
  if (torn < TORN || loose * LOOSE > torn) return { text };
  const pieces: string[] = [];
  lines.forEach((line, i) => {
    const behind = joins[i] ? line.trimEnd() : line;
    const piece = joins[i - 1] ? behind.trimStart() : behind;
    if (i > 0) pieces.push(joins[i - 1] ? glue(pieces.at(-1) as string, piece) : '\n');
    pieces.push(piece);
  });
  return { text: pieces.join(''), columns };
}

/** Numbers and bullets begin a line of their own, and so does whoever is asked after: (1), 1., 一, ・, From: */
const MARKED = /^\s*(?:[(（]?[\d０-９]{1,3}[)）.．、 \u3000]|[(（][^)）\s]{1,4}[)）]|[①-⑳]|[・●○◆◇■□※►•*]|[-–—] |[<＜【[])/u;
const STOPPED = /[.!?:;。．！？：]["'”’」』)）]*$/u;

/** The width of what would have had to fit behind a line: the first word of the next, or its first sign with those that may not be parted from it. */
function fits(line: string, next: string): number {
  const words = next.trimStart();
  const first = /^[\u0021-\u024f\u0370-\u1fff\u2010-\u2027\uac00-\ud7af]+|^\p{Ps}*.[\p{Pe}\p{Po}\p{Lm}]*/u.exec(words)?.[0] ?? '';
  return widthOf(first) + (isSpaced(line.trimEnd(), words) ? 1 : 0);
}

function glue(before: string, after: string): string {
  if (!isSpaced(before, after)) return '';
  // broken behind a hyphen: long-term
  return /[\p{L}\p{N}]-$/u.test(before.slice(-3)) ? '' : ' ';
}

/** Whether a blank stands between two words: not beside a sign of a script that sets none. */
function isSpaced(before: string, after: string): boolean {
  return !UNSPACED.test(before.slice(-2)) && !UNSPACED_FIRST.test(after);
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff01-\uff60]$/u;
const UNSPACED_FIRST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff01-\uff60]/u;

function widthOf(words: string): number {
  let width = 0;
  for (const sign of words) width += sign >= ' ' && sign <= '~' ? 1 : eastAsianWidth(sign.codePointAt(0) as number);
  return width;
}

export const joinedLines = (columns: number): SourceIssue => ({
  code: 'intake/joined-lines',
  severity: 'info',
  message: `Lines that were broken at ${columns} columns were joined.`,
  values: { columns: String(columns) },
});
