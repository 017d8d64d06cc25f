/**
 * Clock times that stand before their day.
 *
 *   > from 9:30 a.m. to 10:15 a.m. on April 5
 *     　　 ^^^^^^^^^    ^^^^^^^^^^    ^^^^^^^ the day of both, whatever day was told before
 */
import type { DateMention } from '../../record/reading.ts';
import type { Day } from '../../time/calendar.ts';
import { toEdtf, toEdtfMinute } from '../../time/edtf.ts';

/** A clock time that may yet be told its day. */
export interface Leading {
  readonly mention: DateMention;
  readonly hour: number;
  readonly minute: number;
}

/** Gives the clock times the day that follows them: none where they would run past midnight, or where one is its end. */
export function giveDay(clocks: readonly Leading[], day: Day, stated: boolean): void {
  const late = clocks.some(({ hour, minute }, i) => {
    const before = clocks[i - 1];
    return hour > 23 || (before !== undefined && hour * 60 + minute < before.hour * 60 + before.minute);
  });
  for (const { mention, hour, minute } of clocks) {
    if (late) {
      delete mention.edtf;
      delete mention.anchor;
      mention.basis = 'stated';
      continue;
    }
    mention.edtf = toEdtfMinute(day, hour, minute);
    mention.anchor = toEdtf(day.year, day.month, day.day);
    mention.basis = stated ? 'stated' : 'inferred';
  }
}
