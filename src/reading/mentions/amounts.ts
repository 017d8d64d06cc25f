/**
 * Sums and numbers of things: figures or numerals with a unit. Dates, ordinals and lengths of time are none.
 *
 *   > 約1億2千万ユーロの支援を、50名に
 *     ＾＾＾＾＾＾＾＾＾　　　　　＾＾＾
 */
import type { Names } from './knowledge.ts';
import { isDigit, isLatin } from './scripts.ts';

const LONGEST = 40;

/** The end of the amount whose figures begin at `at`, or -1. */
export function amountEnd(text: string, at: number, limit: number, { amounts }: Names): number {
  const stop = Math.min(limit, at + LONGEST);
  let i = at;
  let figures = false;
  while (i < stop) {
    const unit = text.charCodeAt(i);
    if (isDigit(unit)) {
      figures = true;
      i++;
    } else if (amounts.numerals.has(unit)) i++;
    else if (i > at && separates(unit) && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) i++;
    else break;
  }
  if (i === at) return -1;
  const unit = amounts.units.at(text, i, limit);
  if (!unit || unit.value === 'none' || (unit.value === 'strict' && !figures)) return -1;
  if (isLatin(text.charCodeAt(unit.end - 1)) && isLatin(text.charCodeAt(unit.end))) return -1;
  return amounts.after.at(text, unit.end, limit)?.end ?? unit.end;
}

function separates(unit: number): boolean {
  return unit === 0x2c || unit === 0x2e || unit === 0xff0c || unit === 0xff0e;
}
