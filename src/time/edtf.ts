/** EDTF (ISO 8601-2) strings of the parts that are known, and back. Years are 1–9999. */
import { addMonths, type Day, daysInMonth, isDay } from './calendar.ts';

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const four = (value: number): string => `${value}`.padStart(4, '0');

/** `2010`, `2010-11`, `2010-11-13`: as far as parts are given. */
export function toEdtf(year: number, month?: number, day?: number): string {
  if (month === undefined) return four(year);
  if (day === undefined) return `${four(year)}-${two(month)}`;
  return `${four(year)}-${two(month)}-${two(day)}`;
}

/** Local time to the minute: `2010-11-13T13:00`. */
export function toEdtfMinute({ year, month, day }: Day, hour: number, minute: number): string {
  return `${toEdtf(year, month, day)}T${two(hour)}:${two(minute)}`;
}

/** Season 21–24 of a year. */
export function toEdtfSeason(year: number, season: number): string {
  return `${four(year)}-${season}`;
}

/** Whole months from `first` to the `length`-th: `2010-04/2011-03`. */
export function toEdtfMonths(year: number, month: number, length: number): string {
  const last = addMonths({ year, month }, length - 1);
  return `${toEdtf(year, month)}/${toEdtf(last.year, last.month)}`;
}

/** Days of one month, the last of them cut to the month: `2011-02-21/2011-02-28`. */
export function toEdtfDays(year: number, month: number, first: number, last: number): string {
  return `${toEdtf(year, month, first)}/${toEdtf(year, month, Math.min(last, daysInMonth(year, month)))}`;
}

/** Where a stretch begins, in a form that an interval may begin with. */
export function startOf(edtf: string): string {
  return end(edtf, 0);
}

/** Where a stretch ends, in a form that an interval may end with. */
export function endOf(edtf: string): string {
  return end(edtf, 1);
}

function end(edtf: string, side: 0 | 1): string {
  const own = edtf.split('/').at(side) ?? edtf;
  return own.endsWith('X') ? own.replaceAll('X', side === 0 ? '0' : '9') : own;
}

/** What is known of a date: a part that nothing supports is absent. */
export interface Known {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * The year, month and day at the head of an EDTF or ISO 8601 string; a time, a zone, a qualifier and the end of an interval are
 * passed over, as is a season. Undefined where no year stands there or the day is in no calendar.
 */
export function fromEdtf(edtf: string): Known | undefined {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dX])/.exec(edtf);
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year === 0) return undefined;
  if (month === undefined || (month > 20 && month < 42)) return { year };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { year, month };
  return isDay(year, month, day) ? { year, month, day } : undefined;
}
