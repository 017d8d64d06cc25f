import { toDuration, type Unit, units } from '../../time/duration.ts';
import type { Bag } from './bag.ts';
import { type Outcome, open } from './outcome.ts';

/** 約2時間半 → `PT2H30M`, approximate. A number that is not told (数年) leaves the length open. */
export function resolveLength(bag: Bag): Outcome | undefined {
  if (bag.years !== undefined && isYear(bag.years)) return undefined;
  if (bag.length !== undefined) {
    if (bag.moreMinutes !== undefined && !bag.length.endsWith('H')) return open();
    const duration = bag.moreMinutes === undefined ? bag.length : `${bag.length}${bag.moreMinutes}M`;
    return { basis: 'stated', duration, ...((bag.about || bag.orSo) && { approximate: true }) };
  }
  const told: Partial<Record<Unit, number>> = {};
  let least: Unit | undefined;
  for (const unit of units) {
    const value = bag[unit];
    if (value === undefined) continue;
    told[unit] = value;
    least = unit;
  }
  if (bag.moreMonths !== undefined) told.months = (told.months ?? 0) + bag.moreMonths;
  if (bag.moreMinutes !== undefined) told.minutes = (told.minutes ?? 0) + bag.moreMinutes;
  if (bag.half && least) told[least] = (told[least] as number) + 0.5;
  const duration = toDuration(told);
  if (duration === undefined) return open();
  return { basis: 'stated', duration, ...((bag.about || bag.orSo) && { approximate: true }) };
}

/** 1972年以来 is no length: such a number is the name of a year. 2000年にわたる交流 is one. */
function isYear(years: number): boolean {
  return Number.isInteger(years) && years >= 1500 && years < 2200 && years % 100 !== 0;
}
