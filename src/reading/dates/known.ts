/** A date whose year, or year and month, is known: the day, the part, the stretch that the other slots make of it. */
import { type Day, daysInMonth, isDay, type Month } from '../../time/calendar.ts';
import { toEdtf, toEdtfDays, toEdtfMonths, toEdtfSeason } from '../../time/edtf.ts';
import { eraPlace } from '../../time/eras.ts';
import type { Bag } from './bag.ts';
import { NO_SUCH_DAY } from './near.ts';
import { type Outcome, open } from './outcome.ts';
import type { Year } from './years.ts';

export function grainOf(bag: Bag): Partial<Outcome> {
  if (bag.day !== undefined) return { grain: 'day' };
  return { grain: bag.month !== undefined ? 'month' : bag.season !== undefined ? 'season' : 'year' };
}

/** A date whose year is known. */
export function ofYear(bag: Bag, { value: year, basis, anchor }: Year): Outcome {
  const given: Outcome = { basis, named: true, anchor };
  const { month, day, season, quarter, yearPart } = bag;
  if (month !== undefined) {
    if (month < 1 || month > 12 || (day !== undefined && !isDay(year, month, day)))
      return open({ told: { year }, named: true, ...grainOf(bag), doubt: NO_SUCH_DAY });
    return Object.assign(given, ofMonth(year, month, day, bag));
  }
  if (bag.endYear !== undefined) {
    const era = bag.era ?? bag.eraSign;
    const end = era ? year - (bag.eraYear as number) + bag.endYear : endYearOf(year, bag.endYear);
    return end > year && (!bag.and || end === year + 1) && (!era || eraPlace(era, end) === 'in')
      ? { ...given, edtf: `${toEdtf(year)}/${toEdtf(end)}`, told: { year: end } }
      : open();
  }
  const told = { year };
  if (season !== undefined) return { ...given, edtf: toEdtfSeason(year, season), told, grain: 'season' };
  if (quarter !== undefined) return { ...given, edtf: toEdtfMonths(year, quarter * 3 - 2, 3), told, grain: 'part' };
  if (yearPart === undefined) return { ...given, edtf: toEdtf(year), told, grain: 'year' };
  if (yearPart === 'first-half') return { ...given, edtf: toEdtfMonths(year, 1, 6), told, grain: 'part' };
  if (yearPart === 'second-half') return { ...given, edtf: toEdtfMonths(year, 7, 6), told, grain: 'part' };
  if (yearPart === 'start') return { ...given, edtf: `${toEdtf(year, 1)}~`, told, grain: 'part', approximate: true };
  if (yearPart === 'end') return { ...given, edtf: `${toEdtf(year, 12)}~`, told, grain: 'part', approximate: true };
  return { ...given, edtf: toEdtf(year), told };
}

/** 2007、8年; 2007~10年: of the same ten or hundred years. */
function endYearOf(year: number, end: number): number {
  const stretch = end < 10 ? 10 : end < 100 ? 100 : 0;
  return stretch === 0 ? end : Math.floor(year / stretch) * stretch + end;
}

/** A month that is known, a day of it or a part. The day is in the calendar. */
export function ofMonth(year: number, month: number, day: number | undefined, bag: Bag): Partial<Outcome> & { edtf?: string } {
  if (day !== undefined) {
    if (bag.endDay !== undefined) return daysOf(year, month, day, bag);
    return { edtf: toEdtf(year, month, day), told: { year, month, day }, grain: 'day' };
  }
  const told = { year, month };
  if (bag.endMonth !== undefined) {
    const length = bag.endMonth - month + 1;
    return length > 1 ? { edtf: toEdtfMonths(year, month, length), told: { year } } : {};
  }
  const part = (first: number, last: number): Partial<Outcome> & { edtf: string } => ({
    edtf: toEdtfDays(year, month, first, last),
    told,
    grain: 'part',
  });
  switch (bag.monthPart) {
    case 'first-third':
      return part(1, 10);
    case 'second-third':
      return part(11, 20);
    case 'last-third':
      return part(21, 31);
    case 'first-half':
      return part(1, 15);
    case 'second-half':
      return part(16, 31);
    case 'last-day': {
      const last = daysInMonth(year, month);
      return { edtf: toEdtf(year, month, last), told: { year, month, day: last }, grain: 'day' };
    }
    case undefined:
      return { edtf: toEdtf(year, month), told, grain: 'month' };
    default:
      return { edtf: toEdtf(year, month), told, grain: 'part' };
  }
}

/** 11〜13日 is a stretch; 11、13日 are two days, and an interval only where they follow each other. */
function daysOf(year: number, month: number, day: number, bag: Bag): Partial<Outcome> & { edtf?: string } {
  const end = bag.endDay as number;
  if (end <= day || end > daysInMonth(year, month)) return {};
  const first = toEdtf(year, month, day);
  const last = toEdtf(year, month, end);
  return { edtf: bag.and && end > day + 1 ? `{${first},${last}}` : `${first}/${last}`, told: { year, month } };
}

export function inMonth({ year, month }: Month, bag: Bag, anchor: string, named: boolean): Outcome {
  const { day } = bag;
  if (day !== undefined && !isDay(year, month, day)) return open({ told: { year, month }, grain: 'day', doubt: NO_SUCH_DAY });
  return Object.assign({ basis: 'inferred' as const, anchor, named }, ofMonth(year, month, day, bag));
}

export function dayFrom({ year, month, day }: Day, anchor: string, bag: Bag): Outcome {
  return { basis: 'inferred', anchor, ...ofMonth(year, month, day, bag) };
}
