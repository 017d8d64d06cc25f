/** Dates by the years of an era, and its limits. */
import { daysBetween, isDay } from '../../time/calendar.ts';
import { toEdtf } from '../../time/edtf.ts';
import { ERAS, eraOf, eraPlace, FIRST_GREGORIAN_YEAR } from '../../time/eras.ts';
import type { Bag } from './bag.ts';
import { type Context, publishedDay } from './context.ts';
import { grainOf, ofYear } from './known.ts';
import { type Doubt, type Outcome, open } from './outcome.ts';
import { eraYearOf } from './years.ts';

/** A day written without its era (28.12.7) is at most this many days from publication. */
const BARE_REACH = 45;

export const TWO_YEARS = 'The two years told are not the same.';

/** A day without its era, 28.12.7: a date only where the page was published about then by the years of the era. */
export function resolveBareEra({ eraYear, month, day }: Bag, context: Context): Outcome | undefined {
  const at = publishedDay(context);
  const era = at && eraOf(at);
  if (!at || !era || eraYear === undefined || month === undefined || day === undefined) return undefined;
  const date = { year: ERAS[era].first.year + eraYear - 1, month, day };
  if (!isDay(date.year, month, day) || Math.abs(daysBetween(at, date)) > BARE_REACH) return undefined;
  return { edtf: toEdtf(date.year, month, day), basis: 'inferred', anchor: context.published!.edtf, told: date, named: true, grain: 'day' };
}

export function ofEra(bag: Bag): Outcome {
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
