/** Fiscal years, decades, centuries, and times counted from the day of publication (3年前). */
import { addDays, addMonths } from '../../time/calendar.ts';
import { toEdtf, toEdtfMonths } from '../../time/edtf.ts';
import { eraPlace } from '../../time/eras.ts';
import type { Bag } from './bag.ts';
import { type Context, publishedDay } from './context.ts';
import { type Outcome, open } from './outcome.ts';
import { eraYearOf, yearOf } from './years.ts';

/** 2010年度 → `2010-04/2011-03`, 年度末 → its last month. */
export function resolveFiscal(bag: Bag, context: Context, starts: number): Outcome {
  const era = eraYearOf(bag);
  const { published } = context;
  const relative =
    bag.relativeYear ?? (era === undefined && bag.year === undefined && bag.contextYear === undefined && bag.shortYear === undefined ? 0 : undefined);
  if (bag.shortYear !== undefined) return open();
  let year: number;
  let given: Pick<Outcome, 'basis' | 'anchor'> = { basis: 'stated' };
  if (era !== undefined) year = era;
  else if (relative !== undefined) {
    if (published?.month === undefined) return open();
    year = published.year + relative - (published.month < starts ? 1 : 0);
    given = { basis: 'inferred', anchor: published.edtf };
  } else {
    const named = yearOf(bag, context);
    if (!named || named === 'open') return open();
    year = named.value;
    given = { basis: named.basis, ...(named.anchor && { anchor: named.anchor }) };
  }
  const from = (month: number, length: number): string => {
    const first = addMonths({ year, month: starts }, month);
    return length === 1 ? toEdtf(first.year, first.month) : toEdtfMonths(first.year, first.month, length);
  };
  const grain = 'part' as const;
  if (bag.quarter !== undefined) return { ...given, grain, edtf: from((bag.quarter - 1) * 3, 3) };
  if (bag.yearPart === 'first-half') return { ...given, grain, edtf: from(0, 6) };
  if (bag.yearPart === 'second-half') return { ...given, grain, edtf: from(6, 6) };
  if (bag.yearPart === 'start') return { ...given, grain, edtf: from(0, 1) };
  if (bag.yearPart === 'end') return { ...given, grain, edtf: from(11, 1) };
  return { ...given, grain, edtf: from(0, 12) };
}

/**
 * 1990年代 → `199X`, 昭和30年代 → `1955/1964`. The noughts of a century (1900年代) may be its first ten years or all of it, and a
 * decade may go on beyond its era: open.
 */
export function resolveDecade(bag: Bag): Outcome | undefined {
  const { yearPart } = bag;
  const era = bag.era ?? bag.eraSign;
  const first = eraYearOf(bag) ?? bag.year;
  if (first === undefined) return open();
  if ((era ? (bag.eraYear as number) : first) % 10 !== 0) return undefined;
  if (era ? eraPlace(era, first + 9, 1, 1) !== 'in' : first % 100 === 0) return open();
  const given = { basis: 'stated', grain: 'part' } as const;
  if (yearPart === 'first-half') return { ...given, edtf: `${toEdtf(first)}/${toEdtf(first + 4)}` };
  if (yearPart === 'second-half') return { ...given, edtf: `${toEdtf(first + 5)}/${toEdtf(first + 9)}` };
  return { ...given, edtf: era ? `${toEdtf(first)}/${toEdtf(first + 9)}` : `${Math.floor(first / 10)}X` };
}

/** 21世紀 → `2001/2100`; without a number the one of the day of publication. */
export function resolveCentury({ century, yearPart }: Bag, { published }: Context): Outcome {
  const number = century ?? (published && Math.ceil(published.year / 100));
  if (number === undefined || number < 2) return open();
  const first = (number - 1) * 100 + 1;
  const given = century !== undefined ? ({ basis: 'stated' } as const) : ({ basis: 'inferred', anchor: published!.edtf } as const);
  if (yearPart === 'first-half') return { ...given, edtf: `${toEdtf(first)}/${toEdtf(first + 49)}` };
  if (yearPart === 'second-half') return { ...given, edtf: `${toEdtf(first + 50)}/${toEdtf(first + 99)}` };
  return { ...given, edtf: `${toEdtf(first)}/${toEdtf(first + 99)}` };
}

/** 3年前, 2か月後, 10日前: as exact as the unit. Weeks come to about a day. */
export function resolveOffset(bag: Bag, sign: 1 | -1, context: Context): Outcome {
  const { years, months, weeks, days } = bag;
  const at = publishedDay(context);
  const counts = [years, months, weeks, days].filter((count) => count !== undefined);
  if (
    !at ||
    counts.length !== 1 ||
    !counts.every((count) => Number.isInteger(count) && count <= 2000) ||
    bag.half ||
    bag.hours !== undefined ||
    bag.minutes !== undefined
  )
    return open();
  const vague = bag.about || bag.orSo ? ({ approximate: true } as const) : {};
  const qualifier = bag.about || bag.orSo ? '~' : '';
  const given = { basis: 'inferred', anchor: context.published!.edtf, ...vague } as const;
  if (years !== undefined) {
    const year = at.year + sign * years;
    return year > 0 ? { ...given, edtf: toEdtf(year) + qualifier, told: { year }, named: true } : open();
  }
  if (months !== undefined) {
    const { year, month } = addMonths(at, sign * months);
    return year > 0 ? { ...given, edtf: toEdtf(year, month) + qualifier, told: { year, month }, named: true } : open();
  }
  const { year, month, day } = addDays(at, sign * (days ?? (weeks as number) * 7));
  if (year < 1) return open();
  if (weeks !== undefined) return { ...given, edtf: `${toEdtf(year, month, day)}~`, approximate: true };
  return { ...given, edtf: toEdtf(year, month, day) + qualifier, ofDay: true, ...(qualifier ? {} : { told: { year, month, day } }) };
}

/** 年明け: the next January, or the one that has just begun; from April to June it may be either. */
export function resolveTurnOfYear(context: Context): Outcome {
  const { published } = context;
  if (published?.month === undefined || (published.month > 3 && published.month < 7)) return open();
  const year = published.month <= 3 ? published.year : published.year + 1;
  return { basis: 'inferred', anchor: published.edtf, edtf: `${toEdtf(year, 1)}~`, approximate: true };
}
