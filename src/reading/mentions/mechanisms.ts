/**
 * Standing bodies and rounds of talks, by the shape of their names: what stands before 委員会, フォーラム, 対話 …
 *
 *   > 日ロ投資フォーラムや貿易経済政府間委員会
 *     ＾＾＾＾＾＾＾＾＾　＾＾＾＾＾＾＾＾＾＾
 */
import type { Names } from './knowledge.ts';
import { isDigit, isHan, isJoint, isKatakana, isLatin } from './scripts.ts';

const LONGEST = 30;

/**
 * @param suffix where the last word begins, @param floor nothing before it belongs to the name.
 * @returns where the name begins; -1 where nothing but plain words stand before it.
 */
export function mechanismStart(text: string, suffix: number, floor: number, names: Names): number {
  let start = suffix;
  const low = Math.max(floor, suffix - LONGEST);
  while (start > low) {
    const unit = text.charCodeAt(start - 1);
    if (!isHan(unit) && !isKatakana(unit) && !isLatin(unit) && !isDigit(unit) && !(isJoint(unit) && start < suffix) && unit !== 0x2b) break;
    start--;
  }
  if (start === low && low > floor) return -1;
  for (let i = start; i < suffix; i++) {
    const cut = names.cuts.at(text, i, suffix);
    if (cut) {
      start = cut.end;
      i = cut.end - 1;
    }
  }
  while (start < suffix && (isJoint(text.charCodeAt(start)) || isDigit(text.charCodeAt(start)))) start++;
  return plain(text, start, suffix, names) ? -1 : start;
}

/** Whether nothing but plain words and names of parties stand there. */
function plain(text: string, start: number, end: number, names: Names): boolean {
  let rest = 0;
  for (let i = start; i < end; ) {
    const found = names.plain.at(text, i, end);
    if (found) i = found.end;
    else {
      if (!isJoint(text.charCodeAt(i)) && !isDigit(text.charCodeAt(i))) rest++;
      i++;
    }
  }
  return rest < 2;
}
