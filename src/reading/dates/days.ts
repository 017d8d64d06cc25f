/** Years, months and days: what the slots of one match come to in the context told so far. */
import { type Day, weekdayOf } from '../../time/calendar.ts';
import type { Bag } from './bag.ts';
import type { Context } from './context.ts';
import { ofEra, TWO_YEARS } from './eras.ts';
import { grainOf, ofYear } from './known.ts';
import { WRONG_WEEKDAY } from './near.ts';
import { type Doubt, type Outcome, open } from './outcome.ts';
import { fromContext, fromPublished, marked, nextMarked, nextMonth, week } from './steps.ts';
import { withoutYear } from './supplied.ts';
import { namedYear, yearOf } from './years.ts';

const TWO_DIGITS: Doubt = { code: 'dates/two-digit-year', severity: 'info', message: 'A year of two digits names no century.' };

/** A winter lies in two years; only the one that comes in autumn is named without doubt. */
const WINTER = 24;

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

/** A stated day keeps its value and gets the doubt; one that was worked out loses it. */
export function withWeekday(outcome: Outcome, weekday: number | undefined): Outcome {
  const { told } = outcome;
  if (weekday === undefined || !outcome.edtf || told?.month === undefined || told.day === undefined) return outcome;
  if (weekdayOf(told as Day) === weekday) return outcome;
  if (outcome.basis === 'stated') return { ...outcome, doubt: WRONG_WEEKDAY };
  return open({ grain: 'day', doubt: WRONG_WEEKDAY });
}
