/** The end of a range. */
import { type Day, isDay, type Month } from '../../time/calendar.ts';
import { toEdtf, toEdtfSeason } from '../../time/edtf.ts';
import { type Bag, isOfContext } from './bag.ts';
import type { Context } from './context.ts';
import { resolveDay, withWeekday } from './days.ts';
import { ofMonth } from './known.ts';
import { NO_SUCH_DAY } from './near.ts';
import { type Outcome, open } from './outcome.ts';
import { dayFollowing } from './supplied.ts';

/**
 * The end of a range, which takes from its beginning what it does not tell.
 *
 *   > 12月28日から1月3日まで
 *     　　　　　　＾＾＾＾
 */
export function resolveEnd(bag: Bag, first: Outcome, context: Context): Outcome | undefined {
  const { told } = first;
  const { month, day, season } = bag;
  if (isOfContext(bag)) return resolveDay(bag, afterFirst(told, context));
  const own = bag.year ?? bag.era ?? bag.eraSign ?? bag.relativeYear ?? bag.relativeMonth ?? bag.relativeDay ?? bag.yearMark ?? bag.dayMark;
  if (own !== undefined) return resolveDay(bag, context);
  if (!told || !first.edtf)
    return open({ grain: day !== undefined ? 'day' : month !== undefined ? 'month' : season !== undefined ? 'season' : 'year' });
  const anchor = first.edtf.slice(0, 10);
  const given = { basis: first.basis, anchor };
  if (bag.shortYear !== undefined) return endingYear(bag.shortYear, told.year, given);
  if (season !== undefined) return { ...given, edtf: toEdtfSeason(told.year, season), told: { year: told.year }, grain: 'season' };
  if (month !== undefined) {
    if (month > 12 || told.month === undefined) return undefined;
    const earlier = month < told.month || (month === told.month && day !== undefined && told.day !== undefined && day < told.day);
    const year = earlier ? told.year + 1 : told.year;
    if (day !== undefined && !isDay(year, month, day)) return open({ grain: 'day', doubt: NO_SUCH_DAY });
    return withWeekday({ ...given, ...ofMonth(year, month, day, bag.monthPart ? { monthPart: bag.monthPart } : {}) }, bag.weekday);
  }
  // 7月上旬から中旬
  if (bag.monthPart !== undefined && first.grain === 'part' && told.month !== undefined)
    return { ...given, ...ofMonth(told.year, told.month, undefined, { monthPart: bag.monthPart }) };
  if (day === undefined || told.month === undefined || told.day === undefined) return undefined;
  const end = dayFollowing(told as Day, day);
  return end ? withWeekday({ ...given, ...ofMonth(end.year, end.month, end.day, {}) }, bag.weekday) : open({ grain: 'day', doubt: NO_SUCH_DAY });
}

/** 2008年から10年まで: of the same century. */
function endingYear(shortYear: number, first: number, given: Pick<Outcome, 'basis' | 'anchor'>): Outcome {
  const year = Math.floor(first / 100) * 100 + shortYear;
  return { ...given, edtf: toEdtf(year), told: { year }, grain: 'year' };
}

/** What 翌年3月 at the end of a range is counted from: the beginning of the range. */
function afterFirst(told: Outcome['told'], context: Context): Context {
  const { sentence } = context;
  const at = { sentence, end: context.dayEnd };
  const ofDay = told?.month !== undefined && told.day !== undefined;
  return {
    ...context,
    year: told && { value: told.year, ...at },
    month: told?.month === undefined ? undefined : { value: told as Month, ...at },
    day: ofDay ? { value: told as Day, stated: false, part: undefined, ...at } : undefined,
  };
}
