/** Days between which a promise is to be kept, as wide as its words are and no wider. Days are `YYYY-MM-DD` and compare as strings. */
import type { DueExtract } from '../record/extract.ts';
import { addMonths, type Day, daysInMonth, toDay, toDayNumber } from '../time/calendar.ts';
import { extentOf } from '../time/extent.ts';

/** A visit that is told for a day may begin the day before, over a date line, and talks may take place some days into it. */
const BEFORE_A_DAY = 1;
const AFTER_A_DAY = 6;
/** A stretch of days no longer than this is a visit's own days, not a season to look through. */
const TOGETHER = 7;
/** How long something is looked for of which no date was told. Longer, and another visit would be taken for the one that was meant. */
export const MONTHS_WITHOUT_DATE = 12;

export interface Window {
  readonly first: string;
  readonly last: string;
  /** No date was told: looked for so long after the last telling. */
  readonly open?: true;
}

/** @param told day of the last telling. */
export function windowOf(due: DueExtract | undefined, told: string): Window {
  const extent = due && extentOf(due.edtf);
  if (!due || !extent) return { first: told, last: monthsAfter(told, MONTHS_WITHOUT_DATE), open: true };
  if (due.deadline) return { first: told, last: extent.last };
  if (extent.last === '9999-12-31') return { first: extent.first, last: monthsAfter(told, MONTHS_WITHOUT_DATE), open: true };
  return isDays(extent) ? { first: shifted(extent.first, -BEFORE_A_DAY), last: shifted(extent.last, AFTER_A_DAY) } : extent;
}

/** Whether the words fix the days themselves, and no month or season. */
export function isDays({ first, last }: { readonly first: string; readonly last: string }): boolean {
  return daysFrom(first, last) < TOGETHER;
}

/** Whether two dates can be of one thing: told for times that share a day, or one of them not told. */
export function mayBeOne(one: DueExtract | undefined, other: DueExtract | undefined): boolean {
  const [a, b] = [one && extentOf(one.edtf), other && extentOf(other.edtf)];
  if (!a || !b) return true;
  return a.first <= b.last && b.first <= a.last;
}

/** Of two dates of one thing, the one that says more; of equal ones the later telling. */
export function narrower(old: DueExtract | undefined, told: DueExtract | undefined): DueExtract | undefined {
  const [a, b] = [old && extentOf(old.edtf), told && extentOf(told.edtf)];
  if (!a || !b) return b ? told : old;
  return daysFrom(b.first, b.last) <= daysFrom(a.first, a.last) ? told : old;
}

/** First day of an EDTF date. */
export function firstDay(edtf: string | undefined): string | undefined {
  return edtf === undefined ? undefined : extentOf(edtf)?.first;
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysFrom(first: string, last: string): number {
  return toDayNumber(dayOf(last)) - toDayNumber(dayOf(first));
}

export function shifted(day: string, days: number): string {
  return words(toDay(toDayNumber(dayOf(day)) + days));
}

/** The same day so many months later, the last of the month where it has fewer days. */
export function monthsAfter(day: string, months: number): string {
  const from = dayOf(day);
  const { year, month } = addMonths(from, months);
  return words({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}

export function dayOf(day: string): Day {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

function words({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
