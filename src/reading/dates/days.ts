/** Years, months and days: what the slots of one match come to in the context told so far. */
import { addDays, addMonths, type Day, daysBetween, daysInMonth, isDay, type Month, weekdayOf } from '../../time/calendar.ts';
import { type Known, toEdtf, toEdtfDays, toEdtfMonths, toEdtfSeason } from '../../time/edtf.ts';
import { ERAS, eraOf, eraPlace, FIRST_GREGORIAN_YEAR } from '../../time/eras.ts';
import type { Bag } from './bag.ts';
import { type Context, publishedAbout, publishedDay } from './context.ts';
import { AT_HAND, dayNear, doubtOf, NO_SUCH_DAY, nearMonth, nearYear, WRONG_WEEKDAY, whichYear } from './near.ts';
import { type Doubt, type Outcome, open } from './outcome.ts';

const WHICH_MONTH: Doubt = { code: 'dates/which-month', severity: 'info', message: 'The text does not tell the month of this day.' };
const TWO_DIGITS: Doubt = { code: 'dates/two-digit-year', severity: 'info', message: 'A year of two digits names no century.' };
/** A day written without its era (28.12.7) is at most this many days from publication. */
const BARE_REACH = 45;
/** Digits this near to the year of the era are left open. */
const ERA_NEAR = 5;
const TWO_YEARS = 'The two years told are not the same.';

/** A winter lies in two years; only the one that comes in autumn is named without doubt. */
const WINTER = 24;

interface Year {
  readonly value: number;
  readonly basis: 'stated' | 'inferred';
  readonly anchor?: string;
}

/** Undefined where the numbers make no date at all, so that the words are none. */
export function resolveDay(bag: Bag, context: Context): Outcome | undefined {
  const { month, day } = bag;
  if (month !== undefined && month > 12 && day === undefined) return undefined;
  if (day !== undefined && day > 31 && month === undefined) return undefined;
  const outcome = settle(bag, context);
  if (!outcome) return undefined;
  const ofDay = day !== undefined || bag.relativeDay !== undefined || bag.contextDay !== undefined;
  const checked = ofDay ? Object.assign({}, withWeekday(outcome, bag.weekday), { ofDay }) : outcome;
  if (!bag.around || !checked.edtf) return checked;
  return { ...checked, approximate: true, edtf: /^[\d-]+$/.test(checked.edtf) ? `${checked.edtf}~` : checked.edtf };
}

function settle(bag: Bag, context: Context): Outcome | undefined {
  if (bag.shortYear !== undefined) return open({ ...grainOf(bag), doubt: TWO_DIGITS });
  if (bag.relativeDay !== undefined && bag.month === undefined) return fromPublished(bag.relativeDay, context);
  if (bag.contextDay !== undefined) return fromContext(bag.contextDay, context);
  if (bag.dayMark !== undefined) return marked(bag.dayMark, bag.day as number, context);
  if (bag.nextDayMark !== undefined)
    return bag.day === undefined ? nextMonth(bag.nextDayMark, bag.month as number, context) : nextMarked(bag.nextDayMark, bag, context);
  if (bag.relativeWeek !== undefined) return week(bag.relativeWeek, bag.weekday, context);
  const era = bag.era ?? bag.eraSign;
  if (era !== undefined) return ofEra(bag);
  if (bag.yearMark !== undefined && bag.season === WINTER && !(bag.yearMark === 0 && (context.published?.month ?? 0) >= 9)) return open();
  const year = yearOf(bag, context);
  if (year === 'open') return open(grainOf(bag));
  if (!year) return withoutYear(bag, context);
  const named = bag.year === undefined ? undefined : namedYear(bag, context);
  if (named && named !== 'open' && named.value !== year.value)
    return open({ ...grainOf(bag), doubt: { code: 'dates/year-mismatch', severity: 'warning', message: TWO_YEARS } });
  return ofYear(bag, year);
}

/** The year of an era; undefined where the match names none. */
export function eraYearOf(bag: Bag): number | undefined {
  const era = bag.era ?? bag.eraSign;
  return era && ERAS[era].first.year + (bag.eraYear as number) - 1;
}

/** A year that is written or named; nothing is supplied here. */
export function yearOf(bag: Bag, context: Context): Year | 'open' | undefined {
  return bag.year === undefined ? namedYear(bag, context) : { value: bag.year, basis: 'stated' };
}

/** 昨年, 同年. */
function namedYear(bag: Bag, { published, year: told }: Context): Year | 'open' | undefined {
  const offset = bag.relativeYear ?? bag.yearMark;
  const two = bag.noughtYear ?? bag.ninetiesYear;
  if (two !== undefined)
    return published && !mayBeOfEra(two, published)
      ? { value: nearestCentury(two, published.year), basis: 'inferred', anchor: published.edtf }
      : 'open';
  if (offset !== undefined) return published ? { value: published.year + offset, basis: 'inferred', anchor: published.edtf } : 'open';
  // 来年1月の会合、同4月の会合
  if (bag.monthMark !== undefined && bag.month !== undefined)
    return told ? { value: told.value, basis: 'inferred', anchor: toEdtf(told.value) } : 'open';
  if (bag.contextYear !== undefined) return told ? { value: told.value + bag.contextYear, basis: 'inferred', anchor: toEdtf(told.value) } : 'open';
  return undefined;
}

/** 09年, 96年: the year with these digits that is nearest to publication. */
function nearestCentury(two: number, year: number): number {
  const here = Math.floor(year / 100) * 100 + two;
  return here - year > 50 ? here - 100 : year - here > 50 ? here + 100 : here;
}

/** Whether the digits may as well count the years of the era that lasted about then. */
function mayBeOfEra(two: number, { year }: Known): boolean {
  const era = eraOf({ year, month: 12, day: 31 });
  return era !== undefined && Math.abs(year - ERAS[era].first.year + 1 - two) <= ERA_NEAR;
}

/** A day without its era, 28.12.7: a date only where the page was published about then by the years of the era. */
export function resolveBareEra({ eraYear, month, day }: Bag, context: Context): Outcome | undefined {
  const at = publishedDay(context);
  const era = at && eraOf(at);
  if (!at || !era || eraYear === undefined || month === undefined || day === undefined) return undefined;
  const date = { year: ERAS[era].first.year + eraYear - 1, month, day };
  if (!isDay(date.year, month, day) || Math.abs(daysBetween(at, date)) > BARE_REACH) return undefined;
  return { edtf: toEdtf(date.year, month, day), basis: 'inferred', anchor: context.published!.edtf, told: date, named: true, grain: 'day' };
}

function grainOf(bag: Bag): Partial<Outcome> {
  if (bag.day !== undefined) return { grain: 'day' };
  return { grain: bag.month !== undefined ? 'month' : bag.season !== undefined ? 'season' : 'year' };
}

function ofEra(bag: Bag): Outcome {
  const era = (bag.era ?? bag.eraSign) as keyof typeof ERAS;
  const { month, day } = bag;
  const value = eraYearOf(bag) as number;
  const values = { era, year: `${bag.eraYear}` };
  if (bag.year !== undefined && bag.year !== value)
    return open({
      ...grainOf(bag),
      doubt: { code: 'dates/era-mismatch', severity: 'warning', message: TWO_YEARS, values },
    });
  const place = eraPlace(era, value, month, day);
  if (place !== 'in') {
    const code = place === 'before' ? 'dates/before-era' : 'dates/outside-era';
    const message = place === 'before' ? 'The era had not begun then.' : 'The era had ended by then.';
    return open({ ...grainOf(bag), doubt: { code, severity: 'warning', message, values } });
  }
  if (value < FIRST_GREGORIAN_YEAR) {
    const lunar: Doubt = {
      code: 'dates/lunar-calendar',
      severity: 'info',
      message: 'Months were counted by the moon until the end of 1872.',
      values,
    };
    if (month !== undefined || bag.season !== undefined) return open({ ...grainOf(bag), doubt: lunar });
    return { edtf: `${toEdtf(value)}~`, basis: 'stated', approximate: true, told: { year: value }, named: true, grain: 'year' };
  }
  return ofYear(bag, { value, basis: 'stated' });
}

/** A date whose year is known. */
function ofYear(bag: Bag, { value: year, basis, anchor }: Year): Outcome {
  const given: Outcome = { basis, named: true, anchor };
  const { month, day, season, quarter, yearPart } = bag;
  if (month !== undefined) {
    if (month < 1 || month > 12 || (day !== undefined && !isDay(year, month, day)))
      return open({ told: { year }, named: true, ...grainOf(bag), doubt: NO_SUCH_DAY });
    return Object.assign(given, ofMonth(year, month, day, bag));
  }
  if (bag.endYear !== undefined) {
    const era = bag.era ?? bag.eraSign;
    const end = era ? year - (bag.eraYear as number) + bag.endYear : bag.endYear < 100 ? Math.floor(year / 100) * 100 + bag.endYear : bag.endYear;
    return end > year && (!era || eraPlace(era, end) === 'in') ? { ...given, edtf: `${toEdtf(year)}/${toEdtf(end)}`, told: { year: end } } : open();
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

/** A month that is known, a day of it or a part. The day is in the calendar. */
function ofMonth(year: number, month: number, day: number | undefined, bag: Bag): Partial<Outcome> & { edtf?: string } {
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

function withoutYear(bag: Bag, context: Context): Outcome | undefined {
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

function inMonth({ year, month }: Month, bag: Bag, anchor: string, named: boolean): Outcome {
  const { day } = bag;
  if (day !== undefined && !isDay(year, month, day)) return open({ told: { year, month }, grain: 'day', doubt: NO_SUCH_DAY });
  return Object.assign({ basis: 'inferred' as const, anchor, named }, ofMonth(year, month, day, bag));
}

function monthWithoutYear(bag: Bag, month: number, day: number | undefined, context: Context): Outcome {
  if (month < 1 || month > 12 || (day !== undefined && !isDay(2000, month, day))) return open({ ...grainOf(bag), doubt: NO_SUCH_DAY });
  const { published, namedYear } = context;
  const at = publishedAbout(context);
  if (bag.direction !== undefined) return at ? directed(bag, month, day, at, published!.edtf) : open(grainOf(bag));
  if (!published) return open(grainOf(bag));
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

function dayFrom({ year, month, day }: Day, anchor: string, bag: Bag): Outcome {
  return { basis: 'inferred', anchor, ...ofMonth(year, month, day, bag) };
}

/** The first day with that number from `told` on, in its month or the next. */
function dayFollowing(told: Day, day: number): Day | undefined {
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

function fromPublished(offset: number, context: Context): Outcome {
  const at = publishedDay(context);
  if (!at) return open({ grain: 'day' });
  const { year, month, day } = addDays(at, offset);
  return { edtf: toEdtf(year, month, day), basis: 'inferred', anchor: context.published!.edtf, told: { year, month, day }, grain: 'day' };
}

/** 同日, 翌日, 前日: counted from the last day told; a step away from it only while that day is still at hand. */
function fromContext(offset: number, context: Context): Outcome {
  const told = context.zone?.day ?? context.day;
  if (!told || (offset !== 0 && context.sentence - told.sentence > 1)) return open({ grain: 'day' });
  const { year, month, day } = addDays(told.value, offset);
  return {
    edtf: toEdtf(year, month, day),
    basis: 'inferred',
    anchor: toEdtf(told.value.year, told.value.month, told.value.day),
    told: { year, month, day },
    grain: 'day',
  };
}

/** 本28日: the day of publication by its number, or one up to a week before or after it (a page put out later). */
function marked(mark: number, day: number, context: Context): Outcome {
  const at = publishedDay(context);
  if (!at) return open({ grain: 'day' });
  const anchor = context.published!.edtf;
  const target = addDays(at, mark);
  const values = { day: `${day}`, published: anchor };
  if (target.day === day) return { edtf: toEdtf(target.year, target.month, day), basis: 'inferred', anchor, told: target, grain: 'day' };
  const near = dayNear(target, day, AT_HAND);
  const message = 'The number of the day is not the one that the day of publication gives.';
  if (!near) return open({ grain: 'day', doubt: { code: 'dates/other-day', severity: 'warning', message, values } });
  return {
    edtf: toEdtf(near.year, near.month, near.day),
    basis: 'inferred',
    anchor,
    told: near,
    grain: 'day',
    way: 'other-day',
    doubt: { code: 'dates/other-day', severity: 'info', message, values },
  };
}

/** 翌14日, 翌5月1日: the day after the one told, if its number agrees. */
function nextMarked(mark: number, bag: Bag, context: Context): Outcome {
  const told = context.zone?.day ?? context.day;
  if (!told || context.sentence - told.sentence > 1) return open({ grain: 'day' });
  const target = addDays(told.value, mark);
  const anchor = toEdtf(told.value.year, told.value.month, told.value.day);
  if (target.day !== bag.day || (bag.month !== undefined && target.month !== bag.month))
    return open({
      grain: 'day',
      doubt: { code: 'dates/other-day', severity: 'warning', message: 'The number of the day is not the one that follows.' },
    });
  return { edtf: toEdtf(target.year, target.month, target.day), basis: 'inferred', anchor, told: target, grain: 'day' };
}

/** 2009年9月に就任し、翌10月に: the month after the one told, if it is that one. */
function nextMonth(mark: number, month: number, context: Context): Outcome {
  const told = context.month;
  if (!told || context.sentence - told.sentence > 1) return open({ grain: 'month' });
  const target = addMonths(told.value, mark);
  if (target.month !== month) return open({ grain: 'month' });
  const anchor = toEdtf(told.value.year, told.value.month);
  return { edtf: toEdtf(target.year, month), basis: 'inferred', anchor, told: target, named: true, grain: 'month' };
}

/** Monday to Sunday. On a Sunday, and for a Sunday, weeks that begin on Sunday would give another day: then nothing is said. */
function week(offset: number, weekday: number | undefined, context: Context): Outcome {
  const at = publishedDay(context);
  if (!at) return open(weekday === undefined ? {} : { grain: 'day' });
  const today = weekdayOf(at);
  if (today === 7 || weekday === 7) return open(weekday === undefined ? {} : { grain: 'day' });
  const monday = addDays(at, 1 - today + 7 * offset);
  const anchor = context.published!.edtf;
  if (weekday === undefined) {
    const sunday = addDays(monday, 6);
    return {
      edtf: `${toEdtf(monday.year, monday.month, monday.day)}/${toEdtf(sunday.year, sunday.month, sunday.day)}`,
      basis: 'inferred',
      anchor,
    };
  }
  const told = addDays(monday, weekday - 1);
  return { edtf: toEdtf(told.year, told.month, told.day), basis: 'inferred', anchor, told, grain: 'day', ofDay: true };
}

/**
 * A day of the week by itself: a readout tells of what was held, so it is the last one up to the day of publication. Of what
 * is still to come it is the next one, within a week.
 */
export function resolveWeekday({ weekday, direction }: Bag, ahead: boolean, context: Context): Outcome {
  const at = publishedDay(context);
  if (!at || weekday === undefined || (direction === 1 && !ahead)) return open({ grain: 'day', ofDay: true });
  const back = (weekdayOf(at) - weekday + 7) % 7;
  const on = (weekday - weekdayOf(at) + 7) % 7;
  // on the day itself "last" and "next" may be that day or one a week away
  if (direction !== undefined && back === 0) return open({ grain: 'day', ofDay: true });
  const told = addDays(at, ahead ? on : -back);
  return {
    edtf: toEdtf(told.year, told.month, told.day),
    basis: 'inferred',
    anchor: context.published!.edtf,
    told,
    grain: 'day',
    ofDay: true,
    ...(ahead && { way: 'ahead' }),
  };
}

/** A stated day keeps its value and gets the doubt; one that was worked out loses it. */
function withWeekday(outcome: Outcome, weekday: number | undefined): Outcome {
  const { told } = outcome;
  if (weekday === undefined || !outcome.edtf || told?.month === undefined || told.day === undefined) return outcome;
  if (weekdayOf(told as Day) === weekday) return outcome;
  if (outcome.basis === 'stated') return { ...outcome, doubt: WRONG_WEEKDAY };
  return open({ grain: 'day', doubt: WRONG_WEEKDAY });
}

/**
 * The end of a range, which takes from its beginning what it does not tell.
 *
 *   > 12月28日から1月3日まで
 *     　　　　　　＾＾＾＾
 */
export function resolveEnd(bag: Bag, first: Outcome, context: Context): Outcome | undefined {
  const { told } = first;
  const { month, day, season } = bag;
  if (
    bag.contextYear !== undefined ||
    bag.contextMonth !== undefined ||
    bag.contextDay !== undefined ||
    bag.monthMark !== undefined ||
    bag.nextDayMark !== undefined
  )
    return resolveDay(bag, afterFirst(told, context));
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
