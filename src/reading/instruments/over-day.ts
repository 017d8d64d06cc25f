/**
 * Steps whose words stand on both sides of their day.
 *
 *   > 外交上の公文を10月20日に交換した
 *     　　　　＾＾＾　　　　　　＾＾＾＾ exchanged on the day between
 *
 * Read as if the day were not there: nothing but its particle or a comma may stand with it.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { DateMention } from '../../record/reading.ts';
import type { Sheet } from './sheet.ts';
import type { Told } from './words.ts';

/** The words of a step begin at most this far before the day, and end at most so far behind it, in units. */
const BEFORE = 10;
const BEHIND = 16;
/** A particle before the day: を, が. */
const PARTICLE = 1;

export interface OverDay {
  readonly start: number;
  readonly end: number;
  readonly value: Told;
  readonly day: DateMention;
}

/** In the order of the text. Never throws. */
export function findOverDays({ text, span, dates, words }: Sheet): OverDay[] {
  return dates.flatMap((day): OverDay[] => {
    const [at, to] = day.span;
    const from = isComma(text.charCodeAt(at - 1)) ? at - 1 : at;
    if (day.duration || from - PARTICLE <= span[0] || !words.apartDay.at(text, from - PARTICLE, from)) return [];
    const after = pastMark(text, to, words.dayMarks);
    const low = Math.max(span[0], from - BEFORE);
    const around = text.slice(low, from) + text.slice(after, Math.min(span[1], after + BEHIND));
    const over = words.events
      .all(around, 0, around.length)
      .find(({ start, end, value }) => low + start < from && low + end > from && (value.how === 'done' || value.how === 'joined'));
    return over ? [{ start: low + over.start, end: over.end - (from - low) + after, value: over.value, day }] : [];
  });
}

/** Past に, or a comma, behind the day. */
export function pastMark(text: string, at: number, marks: readonly string[]): number {
  const mark = marks.find((word) => text.startsWith(word, at));
  const end = at + (mark?.length ?? 0);
  return isComma(text.charCodeAt(end)) ? end + 1 : end;
}
