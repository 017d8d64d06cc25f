/** Days, weeks and months counted from another day: of publication (昨日, 本28日, 来週) or the one told before (翌日). */
import { addDays, addMonths, weekdayOf } from '../../time/calendar.ts';
import { toEdtf } from '../../time/edtf.ts';
import type { Bag } from './bag.ts';
import { type Context, publishedDay } from './context.ts';
import { AT_HAND, dayNear } from './near.ts';
import { type Outcome, open } from './outcome.ts';

export function fromPublished(offset: number, context: Context): Outcome {
  const at = publishedDay(context);
  if (!at) return open({ grain: 'day' });
  const { year, month, day } = addDays(at, offset);
  return { edtf: toEdtf(year, month, day), basis: 'inferred', anchor: context.published!.edtf, told: { year, month, day }, grain: 'day' };
}

/** 同日, 翌日, 前日: counted from the last day told; a step away from it only while that day is still at hand. */
export function fromContext(offset: number, context: Context): Outcome {
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
export function marked(mark: number, day: number, context: Context): Outcome {
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
export function nextMarked(mark: number, bag: Bag, context: Context): Outcome {
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
export function nextMonth(mark: number, month: number, context: Context): Outcome {
  const told = context.month;
  if (!told || context.sentence - told.sentence > 1) return open({ grain: 'month' });
  const target = addMonths(told.value, mark);
  if (target.month !== month) return open({ grain: 'month' });
  const anchor = toEdtf(told.value.year, told.value.month);
  return { edtf: toEdtf(target.year, month), basis: 'inferred', anchor, told: target, named: true, grain: 'month' };
}

/** Monday to Sunday. On a Sunday, and for a Sunday, weeks that begin on Sunday would give another day: then nothing is said. */
export function week(offset: number, weekday: number | undefined, context: Context): Outcome {
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
