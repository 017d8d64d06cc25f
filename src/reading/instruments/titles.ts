/**
 * Documents that are called by a title alone, with no last word that shows what it is.
 *
 *   > 新たな文書として「協力の柱」を採択した
 *     　　　　　　　　　＾＾＾＾
 *   > 「未来への約束」と題する文書に署名した
 *     　＾＾＾＾＾＾
 *
 * The title stands in quotation marks, and right before or behind it what is called so.
 */
import type { Section } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';
import { isQuoteEnd, isQuoteStart } from '../../text/quotes.ts';
import type { Span } from '../../text/span.ts';

/** A title is no longer, in units. */
const TITLE = 80;

export interface TitleWords {
  readonly before: Scanner<true>;
  readonly behind: Scanner<true>;
}

const some = (words: readonly string[]): Scanner<true> => makeScanner(words.map((word): [string, true] => [word, true]));

export function titleWordsOf({ titled }: Section<'instruments'>): TitleWords | undefined {
  return titled && { before: some(titled.before), behind: some(titled.behind) };
}

/** The titles in a sentence, in order, without their marks. Never throws. */
export function findTitles(text: string, [from, to]: Span, { before, behind }: TitleWords): Span[] {
  const result: Span[] = [];
  for (const { end } of before.all(text, from, to)) {
    const close = isQuoteStart(text.charCodeAt(end)) ? closeOf(text, end, to) : undefined;
    if (close !== undefined) result.push([end + 1, close]);
  }
  for (const { start } of behind.all(text, from, to)) {
    const open = isQuoteEnd(text.charCodeAt(start - 1)) ? openOf(text, from, start - 1) : undefined;
    if (open !== undefined && !result.some(([first]) => first === open + 1)) result.push([open + 1, start - 1]);
  }
  return result.sort((a, b) => a[0] - b[0]);
}

function closeOf(text: string, open: number, limit: number): number | undefined {
  for (let i = open + 1; i < limit && i - open < TITLE; i++) if (isQuoteEnd(text.charCodeAt(i))) return i > open + 1 ? i : undefined;
  return undefined;
}

function openOf(text: string, from: number, close: number): number | undefined {
  for (let i = close - 1; i >= from && close - i < TITLE; i--) if (isQuoteStart(text.charCodeAt(i))) return i < close - 1 ? i : undefined;
  return undefined;
}
