/**
 * A thing whose verb is told once only, of the next.
 *
 *   > 本年4月に経済連携協定が、また8月に投資協定が発効した
 *     　＾＾＾　＾＾＾＾＾＾　　　　　　　　　　　＾＾　　the step and the day of the first
 *
 * Nothing stands between the two but the marks of a thing and the day of the next; the first has a day of its own.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { DateMention } from '../../record/reading.ts';
import type { Draft } from './drafts.ts';
import { BESIDE, dateBefore, dateFrom, pastBracket, type Sheet } from './sheet.ts';

/** @param n the place of the later name among those of the sentence. Never throws. */
export function beforeGap(sheet: Sheet, n: number): { draft: Draft; date: DateMention } | undefined {
  const { text, here, words } = sheet;
  const [first, next] = [here[n - 1], here[n]];
  if (!first?.draft || !next) return undefined;
  const marks = words.gapMarks.at(text, pastBracket(text, first.name.span[1], next.name.span[0]), next.name.span[0]);
  if (!marks) return undefined;
  const also = words.gapAlso.at(text, marks.end)?.end ?? marks.end;
  const day = dateFrom(sheet, isComma(text.charCodeAt(also)) ? also + 1 : also, 0);
  if (!day || next.name.span[0] - day.span[1] > BESIDE) return undefined;
  const date = dateBefore(sheet, first.name.span[0]);
  return date?.edtf && !date.duration && first.name.span[0] - date.span[1] <= BESIDE ? { draft: first.draft, date } : undefined;
}
