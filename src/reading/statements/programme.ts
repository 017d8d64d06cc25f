/**
 * The programme of a visit: what stood on it is nothing that was said.
 *
 *   > 1 主な日程 / 9月5日 首相表敬、議長と意見交換
 *     　　　＾＾ heading        no sentence: it ends without a stop
 */
import { isStop } from '../../language/abilities/head-final.ts';
import { fold } from '../../text/fold.ts';
import { isBlank, type Span } from '../../text/span.ts';

/** Closes a heading: 【日程】, 日程:, 日程(9月4日から5日). */
const CLOSES: ReadonlySet<number> = new Set(Array.from('】]:〉》', (sign) => sign.charCodeAt(0)));
const OPENED = 0x28;
const CLOSED = 0x29;

/** @param headings those above the passage; @param programmes words in which the heading of a programme ends. */
export function isOfProgramme(
  text: string,
  { span, headings }: { readonly span: Span; readonly headings: readonly Span[] },
  programmes: readonly string[],
): boolean {
  return headings.length > 0 && !endsInStop(text, span) && isUnderOne(text, headings, programmes);
}

/** 1 訪問の目的 / …について意見交換を行うこと。: why somebody travelled is nothing that was said either. */
export function isOfPurpose(
  text: string,
  { span, headings }: { readonly span: Span; readonly headings: readonly Span[] },
  purposes: { readonly headings: readonly string[]; readonly ends: readonly string[] },
): boolean {
  if (headings.length === 0 || !isUnderOne(text, headings, purposes.headings)) return false;
  const end = bare(text, span);
  const at = isStop(text.charCodeAt(end - 1)) ? end - 1 : end;
  return purposes.ends.some((word) => text.endsWith(word, at));
}

/** Whether one of the headings above ends in one of these words. */
function isUnderOne(text: string, headings: readonly Span[], words: readonly string[]): boolean {
  return headings.some((heading) => {
    const end = bare(text, heading);
    return words.some((word) => end - word.length >= heading[0] && text.endsWith(word, end));
  });
}

function endsInStop(text: string, [start, end]: Span): boolean {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return isStop(text.charCodeAt(at - 1));
}

/** Where a heading ends without what closes it and without a remark in brackets. */
function bare(text: string, [start, end]: Span): number {
  let at = end;
  while (at > start && (isBlank(text.charCodeAt(at - 1)) || CLOSES.has(fold(text.charCodeAt(at - 1))))) at--;
  if (fold(text.charCodeAt(at - 1)) !== CLOSED) return at;
  for (let i = at - 1; i > start; i--) if (fold(text.charCodeAt(i)) === OPENED) return i;
  return at;
}
