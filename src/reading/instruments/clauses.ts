/**
 * When a step is to follow another, by a number of days, months or years.
 *
 *   > 同条約は、批准書の交換の日の後90日目の日に効力を生ずる
 *     　　　　　＾＾＾＾＾＾　　　　＾＾＾＾　　　＾＾＾＾＾＾　90 days after the exchange, the day of the exchange not counted
 *
 * 1 a step stands before the number and another behind it, both near; 2 whether the first day is itself counted is told by the words, or
 * left open: the count is then held against both days.
 */
import { type Numeral, readInteger } from '../../language/abilities/numerals.ts';
import type { Instrument } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Words } from './words.ts';

type Clause = Omit<NonNullable<Instrument['clauses']>[number], 'rule'>;

/** From the first step to the number, and from the number to the second, there are no more units than these. */
const BEFORE = 24;
const BEHIND = 24;
/** What tells of a notice is no longer than this. */
const LONGEST = 8;
/** Nobody counts further. */
const MOST = 1000;

export function findClauses(text: string, span: Span, words: Words): Clause[] {
  const units = words.clauseUnits.all(text, span[0], span[1]);
  if (units.length === 0) return [];
  const number: Numeral = { end: -1, value: 0, form: 'western', signs: 0 };
  const events = words.events.all(text, span[0], span[1]);
  return units.flatMap(({ start, end, value: unit }): Clause[] => {
    let at = -1;
    for (let i = start - 1; i >= span[0] && i > start - 8; i--) {
      readInteger(text, i, true, number);
      if (number.end === start && number.value > 0 && number.value < MOST) at = i;
    }
    if (at < 0) return [];
    readInteger(text, at, true, number);
    const told = events.findLast((one) => one.end <= at && at - one.end <= BEFORE);
    // その通告のうち遅い方の受領の日の後30日目の日: notices are given to one another, as instruments are
    const notice = told ? undefined : words.clauseNotices.all(text, Math.max(span[0], at - BEFORE - LONGEST), at).at(-1);
    const from = told ? { ...told, event: told.value.event } : notice && { ...notice, event: 'instruments-exchanged' as const };
    const step = events.find((one) => one.start >= end && one.start - end <= BEHIND && one.value.how !== 'open');
    if (!from || !step || from.event === step.value.event) return [];
    const between: Span = [from.end, at];
    const counting = words.clauseIncluding.has(text, ...between)
      ? 'including'
      : unit.after || words.clauseAfter.has(text, ...between)
        ? 'after'
        : 'either';
    return [{ step: step.value.event, count: number.value, unit: unit.unit, from: from.event, counting, span: [from.start, step.end] }];
  });
}
