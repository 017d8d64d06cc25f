/** Which year is meant, where it is written or named. */
import { type Known, toEdtf } from '../../time/edtf.ts';
import { ERAS, eraOf } from '../../time/eras.ts';
import type { Bag } from './bag.ts';
import type { Context } from './context.ts';

/** Digits this near to the year of the era are left open. */
const ERA_NEAR = 5;

export interface Year {
  readonly value: number;
  readonly basis: 'stated' | 'inferred';
  readonly anchor?: string;
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
export function namedYear(bag: Bag, { published, year: told }: Context): Year | 'open' | undefined {
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
