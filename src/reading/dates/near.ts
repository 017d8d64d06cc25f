/**
 * The year or month that a date leaves out. A readout tells of a meeting just held: a day without its month is of the month of
 * publication, a month without its year of that year — but for the turn of a month or year, where the nearer one counts if it
 * has just passed, and where both are possible nothing is chosen.
 */
import { addMonths, type Day, daysBetween, isDay, weekdayOf } from '../../time/calendar.ts';
import type { Doubt } from './outcome.ts';

export type Chosen<V> = { readonly value: V; readonly way?: string } | { readonly doubt: Doubt };

/** With a day of the week told, a year counts whose day is this near. */
const WEEKDAY_REACH = 300;

export const NO_SUCH_DAY: Doubt = { code: 'dates/no-such-day', severity: 'warning', message: 'There is no such day in the calendar.' };
export const WRONG_WEEKDAY: Doubt = { code: 'dates/weekday', severity: 'warning', message: 'The day of the week does not belong to that day.' };

/** A date of the other year that is this near to the day of publication, and past, is meant. */
const JUST_PAST = 45;
/** One that is this near leaves the year in doubt. */
const NEAR = 92;
/** Within these days of publication nothing else in the sentence makes the year doubtful. */
export const AT_HAND = 7;

/**
 * @param month 1–12; `day` absent where only a month is told.
 * @param weekday 1–7, where the text gives one: only years that agree with it are taken.
 */
export function nearYear(published: Day, month: number, day?: number, weekday?: number): Chosen<number> {
  const near = [published.year, published.year - 1, published.year + 1];
  const years = day === undefined ? near : near.filter((year) => isDay(year, month, day));
  const away = (year: number): number => (day === undefined ? monthsAway(published, year, month) * 30 : daysBetween(published, { year, month, day }));
  const least = (some: readonly number[]): number => some.reduce((best, year) => (Math.abs(away(year)) < Math.abs(away(best)) ? year : best));
  if (!years.includes(published.year) && day !== undefined && !isDay(2000, month, day)) return { doubt: NO_SUCH_DAY };
  if (weekday !== undefined && day !== undefined) {
    const agreeing = years.filter((year) => weekdayOf({ year, month, day }) === weekday && Math.abs(away(year)) <= WEEKDAY_REACH);
    if (agreeing.length === 0) return { doubt: WRONG_WEEKDAY };
    const year = least(agreeing);
    return year === published.year ? { value: year } : { value: year, way: 'by-weekday' };
  }
  if (!years.includes(published.year)) return { doubt: NO_SUCH_DAY };
  const nearest = least(years);
  const distance = away(nearest);
  if (nearest === published.year) return { value: nearest };
  if (day !== undefined && distance < 0 && -distance <= JUST_PAST) return { value: nearest, way: 'year-before' };
  if (Math.abs(distance) <= NEAR) return { doubt: whichYear(Math.min(nearest, published.year), Math.max(nearest, published.year)) };
  return { value: published.year };
}

/** What speaks against a day of a year that is the only one told: no calendar has it, or it is of another weekday. */
export function doubtOf(year: number, month: number, day: number, weekday: number | undefined): Doubt | undefined {
  if (!isDay(year, month, day)) return NO_SUCH_DAY;
  return weekday !== undefined && weekdayOf({ year, month, day }) !== weekday ? WRONG_WEEKDAY : undefined;
}

function monthsAway(published: Day, year: number, month: number): number {
  return (year - published.year) * 12 + month - published.month;
}

export function whichYear(first: number, second: number): Doubt {
  return {
    code: 'dates/which-year',
    severity: 'info',
    message: `The text does not tell whether ${first} or ${second} is meant.`,
    values: { first: `${first}`, second: `${second}` },
  };
}

/** A day of the other month that is this near leaves the month in doubt, or is meant where it has just passed. */
const TURN = 5;

/** The nearest day with that number, by the month of publication. Undefined where no near month has such a day. */
export function nearMonth(published: Day, day: number): Chosen<Day> {
  const inMonth = (months: number): Day | undefined => {
    const { year, month } = addMonths(published, months);
    return isDay(year, month, day) ? { year, month, day } : undefined;
  };
  const before = inMonth(-1);
  const here = inMonth(0);
  const after = inMonth(1);
  if (here && Math.abs(daysBetween(published, here)) <= TURN) return { value: here };
  if (before && -daysBetween(published, before) <= TURN) return { value: before, way: 'month-before' };
  if (after && daysBetween(published, after) <= TURN)
    return { doubt: { code: 'dates/which-month', severity: 'info', message: 'The text does not tell whether this month or the next is meant.' } };
  if (here) return { value: here };
  return { doubt: { code: 'dates/no-such-day', severity: 'warning', message: 'The month of publication has no such day.' } };
}

/** The day with that number that is at most `reach` days from `from`. */
export function dayNear(from: Day, day: number, reach: number): Day | undefined {
  let best: Day | undefined;
  for (const months of [-1, 0, 1]) {
    const { year, month } = addMonths(from, months);
    if (!isDay(year, month, day)) continue;
    const candidate = { year, month, day };
    const distance = Math.abs(daysBetween(from, candidate));
    if (distance <= reach && (!best || distance < Math.abs(daysBetween(from, best)))) best = candidate;
  }
  return best;
}
