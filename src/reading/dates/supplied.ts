/** What the day of publication, or the text so far, supplies: days without their month, months without their year. */
import { addMonths, type Day, daysBetween, isDay } from '../../time/calendar.ts';
import { toEdtf } from '../../time/edtf.ts';
import type { Bag } from './bag.ts';
import { type Context, publishedAbout, publishedDay } from './context.ts';
import { dayFrom, grainOf, inMonth, ofMonth, ofYear } from './known.ts';
import { AT_HAND, dayNear, doubtOf, NO_SUCH_DAY, nearMonth, nearYear, whichYear } from './near.ts';
import { type Doubt, type Outcome, open } from './outcome.ts';

const WHICH_MONTH: Doubt = { code: 'dates/which-month', severity: 'info', message: 'The text does not tell the month of this day.' };

export function withoutYear(bag: Bag, context: Context): Outcome | undefined {
  const { month, day, relativeMonth } = bag;
  const contextMonth = bag.contextMonth ?? bag.monthMark;
  if (relativeMonth !== undefined) {
    const { published } = context;
    if (published?.month === undefined) return open(grainOf(bag));
    return inMonth(addMonths({ year: published.year, month: published.month }, relativeMonth), bag, published.edtf, true);
  }
  if (contextMonth !== undefined) {
    const told = context.month;
    if (!told || (contextMonth !== 0 && context.sentence - told.sentence > 1)) return open(day !== undefined ? { grain: 'day' } : { grain: 'month' });
    return inMonth(addMonths(told.value, contextMonth), bag, toEdtf(told.value.year, told.value.month), true);
  }
  if (month !== undefined) return monthWithoutYear(bag, month, day, context);
  if (day !== undefined) return dayAlone(bag, day, context);
  if (bag.monthPart !== undefined || bag.yearPart !== undefined) return partOfNow(bag, context);
  return open(grainOf(bag));
}

/** 年内, 年末, 月末: of the year and month of publication; an end of the year that may be either is left open. */
function partOfNow(bag: Bag, { published }: Context): Outcome {
  const month = published?.month;
  if (!published || month === undefined) return open();
  const given = { basis: 'inferred', anchor: published.edtf } as const;
  if (bag.monthPart !== undefined) return { ...given, named: true, ...ofMonth(published.year, month, undefined, bag) };
  if ((bag.yearPart === 'end' && month < 3) || (bag.yearPart === 'start' && month > 9)) return open();
  return ofYear(bag, { value: published.year, basis: 'inferred', anchor: published.edtf });
}

function monthWithoutYear(bag: Bag, month: number, day: number | undefined, context: Context): Outcome {
  if (month < 1 || month > 12 || (day !== undefined && !isDay(2000, month, day))) return open({ ...grainOf(bag), doubt: NO_SUCH_DAY });
  const { published, namedYear } = context;
  const at = publishedAbout(context);
  if (bag.direction !== undefined) return at ? directed(bag, month, day, at, published!.edtf) : open(grainOf(bag));
  if (!published) return soonAfter(bag, month, day, context) ?? open(grainOf(bag));
  if (!at && !context.ofYear) return open(grainOf(bag));
  if (!at) {
    const doubt = day === undefined ? undefined : doubtOf(published.year, month, day, bag.weekday);
    if (doubt) return open({ ...grainOf(bag), doubt });
    return { basis: 'inferred', anchor: published.edtf, way: 'of-year', ...ofMonth(published.year, month, day, bag) };
  }
  const chosen = nearYear(at, month, day ?? undefined, day === undefined ? undefined : bag.weekday);
  if ('doubt' in chosen) return open({ ...grainOf(bag), doubt: chosen.doubt });
  const atHand = day !== undefined && Math.abs(daysBetween(at, { year: chosen.value, month, day })) <= AT_HAND;
  if (namedYear && namedYear.sentence === context.sentence && namedYear.value !== chosen.value && !atHand && bag.weekday === undefined)
    return open({ ...grainOf(bag), doubt: whichYear(Math.min(namedYear.value, chosen.value), Math.max(namedYear.value, chosen.value)) });
  const { value: year, way } = chosen;
  return Object.assign({ basis: 'inferred' as const, anchor: published.edtf, way }, ofMonth(year, month, day, bag));
}

/** So many sentences behind a day the next one is told, and so many days later it is at most. */
const SENTENCES = 3;
const SOON = 14;

/** 2014年8月30日、…を出迎え…。9月1日、会談を行った: on a page of no date, soon after the day told before. */
function soonAfter(bag: Bag, month: number, day: number | undefined, { day: told, sentence }: Context): Outcome | undefined {
  if (!told || day === undefined || sentence - told.sentence > SENTENCES) return undefined;
  const { value } = told;
  const year = month < value.month ? value.year + 1 : value.year;
  if (!isDay(year, month, day) || doubtOf(year, month, day, bag.weekday)) return undefined;
  const later = daysBetween(value, { year, month, day });
  return later >= 0 && later <= SOON ? dayFrom({ year, month, day }, toEdtf(value.year, value.month, value.day), bag) : undefined;
}

/** 来る2月11日, 去る5月: the next such day or month after publication, or the last one before it. */
function directed(bag: Bag, month: number, day: number | undefined, at: Day, anchor: string): Outcome {
  const ahead = bag.direction === 1;
  for (const year of ahead ? [at.year, at.year + 1] : [at.year, at.year - 1]) {
    if (day !== undefined && !isDay(year, month, day)) continue;
    const distance = day === undefined ? (year - at.year) * 12 + month - at.month : daysBetween(at, { year, month, day });
    if (ahead ? distance < 0 : distance > 0) continue;
    return { basis: 'inferred', anchor, ...ofMonth(year, month, day, bag) };
  }
  return open(grainOf(bag));
}

/**
 * A day with neither month nor year: of the month of publication, unless the sentence itself tells of another month.
 *
 *   > 2月11日に訪日し、13日に離日した
 *     　　　　　　　　　＾＾＾
 */
function dayAlone(bag: Bag, day: number, context: Context): Outcome | undefined {
  const { published } = context;
  const at = publishedDay(context);
  const zoned = context.zone?.day ?? context.day;
  const here = zoned && zoned.sentence === context.sentence ? zoned : undefined;
  const ends = context.ends?.sentence === context.sentence ? context.ends.value : undefined;
  const within = ends && dayFollowing(ends[0], day);
  if (within && daysBetween(within, ends[1]) >= 0) return dayFrom(within, toEdtf(ends[0].year, ends[0].month, ends[0].day), bag);
  const told = here?.value ?? ends?.[1];
  if (context.zone && told) {
    const near = dayNear(told, day, 1);
    return near ? dayFrom(near, toEdtf(told.year, told.month, told.day), bag) : open({ grain: 'day' });
  }
  if (bag.direction !== undefined) return at ? directedDay(bag, day, at, published!.edtf) : open({ grain: 'day' });
  const following = told && dayFollowing(told, day);
  if (!at) {
    if (told && here?.stated && day > told.day && isDay(told.year, told.month, day))
      return dayFrom({ ...told, day }, toEdtf(told.year, told.month, told.day), bag);
    return open({ grain: 'day' });
  }
  const stay = told ? undefined : inStretch(bag, day, at, context);
  if (stay) return stay;
  const chosen = nearMonth(at, day);
  const near = 'doubt' in chosen ? undefined : chosen.value;
  const month = context.month?.sentence === context.sentence ? context.month.value : undefined;
  const candidates = told ? [following, isDay(told.year, told.month, day) ? { ...told, day } : undefined] : [];
  if (told && (!near || !candidates.some((one) => one && daysBetween(one, near) === 0))) {
    const doubtful = near && Math.abs(daysBetween(at, near)) <= 3;
    if (doubtful || !following) return open({ grain: 'day', doubt: WHICH_MONTH });
    return dayFrom(following, toEdtf(told.year, told.month, told.day), bag);
  }
  // 30日に訪中し、2日に帰国: the month after the day told, rather than of publication, unless that day is at hand
  if (following && near && daysBetween(near, following) > 0 && daysBetween(told, following) <= AT_HAND && Math.abs(daysBetween(at, near)) > AT_HAND)
    return open({ grain: 'day', doubt: WHICH_MONTH });
  if (!near) return open({ grain: 'day', doubt: (chosen as { doubt: Doubt }).doubt });
  if (!told && month && (month.year !== near.year || month.month !== near.month) && Math.abs(daysBetween(at, near)) > AT_HAND)
    return open({ grain: 'day', doubt: WHICH_MONTH });
  const way = 'doubt' in chosen ? undefined : chosen.way;
  const outcome = dayFrom(near, published!.edtf, bag);
  return way ? { ...outcome, way } : outcome;
}

/**
 * 1月28日から2月4日まで訪問した。…29日、…と会談した: the day of a journey told before, which ended before the page was published, rather than one that
 * the month of publication does not have, or has later; one that it has earlier leaves the month in doubt.
 */
function inStretch(bag: Bag, day: number, at: Day, { stretches }: Context): Outcome | undefined {
  for (const [first, last] of stretches.toReversed()) {
    const within = dayFollowing(first, day);
    if (!within || daysBetween(within, last) < 0 || daysBetween(last, at) < 0 || daysBetween(last, at) > RECENT) continue;
    const here = isDay(at.year, at.month, day) ? { ...at, day } : undefined;
    if (!here || daysBetween(here, at) < 0) return dayFrom(within, toEdtf(first.year, first.month, first.day), bag);
    return daysBetween(here, within) === 0 ? undefined : open({ grain: 'day', doubt: WHICH_MONTH });
  }
  return undefined;
}

/** A page tells of a journey that ended no longer before. */
const RECENT = 45;

/** The first day with that number from `told` on, in its month or the next. */
export function dayFollowing(told: Day, day: number): Day | undefined {
  const { year, month } = day >= told.day ? told : addMonths(told, 1);
  return isDay(year, month, day) ? { year, month, day } : undefined;
}

function directedDay(bag: Bag, day: number, at: Day, anchor: string): Outcome {
  const ahead = bag.direction === 1;
  for (const months of ahead ? [0, 1] : [0, -1]) {
    const { year, month } = addMonths(at, months);
    if (!isDay(year, month, day)) continue;
    const distance = daysBetween(at, { year, month, day });
    if (ahead ? distance >= 0 : distance <= 0) return dayFrom({ year, month, day }, anchor, bag);
  }
  return open({ grain: 'day' });
}
