/**
 * A day or a month whose year the text leaves open, told of what is still to come: the next such one after the talks.
 *
 *   > 12月20日に会談し、次官級協議を1月15日に開催することで一致した: the 15th of January that follows
 *
 * 1 only where the words promise or announce it: elsewhere the year stays open; 2 a day further off than a writer would leave without its year is
 * not chosen.
 */
import type { Pack } from '../../language/pack.ts';
import type { DateMention } from '../../record/reading.ts';
import { daysBetween } from '../../time/calendar.ts';
import { findDates } from '../dates.ts';

/** Days up to which a day of the next year may stand without it. */
const NEAR = 92;
/** And so many months. */
const MONTHS = 3;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** @param held EDTF of the talks. @returns the date itself where it has a value, is no day, or stays in doubt. Never throws. */
export function comingDay(date: DateMention, held: string | undefined, pack: Pack): DateMention {
  const from = DAY.exec(held?.slice(0, 10) ?? '');
  if (date.edtf !== undefined || date.duration !== undefined || !from) return date;
  const year = Number(from[1]);
  for (const next of [year, year + 1]) {
    // from the middle of a year none of its days is in doubt
    const told = findDates(date.text, pack, { published: `${next}-07-01` }).value[0]?.edtf ?? '';
    const month = MONTH.exec(told);
    if (month) {
      const later = 12 * (Number(month[1]) - year) + Number(month[2]) - Number(from[2]);
      if (later <= 0 && next === year) continue;
      return later > MONTHS ? date : { ...date, edtf: told, basis: 'inferred', rule: 'dates/next-such-month', anchor: from[0] };
    }
    const found = DAY.exec(told);
    if (!found || Number(found[1]) !== next) return date;
    const away = daysBetween(dayOf(from), dayOf(found));
    if (away < 0) continue;
    return away > NEAR ? date : { ...date, edtf: found[0], basis: 'inferred', rule: 'dates/next-such-day', anchor: from[0] };
  }
  return date;
}

function dayOf([, year, month, day]: RegExpExecArray): { year: number; month: number; day: number } {
  return { year: Number(year), month: Number(month), day: Number(day) };
}
