/**
 * When the talks took place and how long they lasted, out of the dates of the sentence that tells them.
 *
 *   > 現地時間9月21日午後6時14分(日本時間22日午前7時14分)から約20分間、
 *     　　　　＾＾＾＾＾＾＾＾＾＾ date and start            ＾＾＾＾ duration
 */
import type { DateMention } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';

export interface Times {
  readonly date?: DateMention;
  readonly start?: DateMention;
  readonly end?: DateMention;
  readonly duration?: DateMention;
}

const DAY = /^\d{4}-\d\d-\d\d/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const LENGTH = /^PT\d/;

/** @param dates those of the sentence, in order; @param end where the talks are named: dates behind it are of something else. */
export function timesOf(dates: readonly DateMention[], end: number): Times {
  const before = dates.filter((date) => date.span[1] <= end);
  const first = before.find((date) => date.edtf && DAY.test(date.edtf));
  const duration = before.find((date) => date.duration && LENGTH.test(date.duration));
  const moment = before.find((date) => date.edtf && MOMENT.test(date.edtf) && (!first || dayOf(date) === dayOf(first)));
  const [from, to] = moment?.edtf ? moment.edtf.split('/') : [];
  return {
    ...(first && { date: onDay(first) }),
    ...(moment && from && { start: to ? { ...moment, edtf: from } : moment }),
    ...(moment && to && MOMENT.test(to) && { end: { ...moment, edtf: to } }),
    ...(duration && { duration }),
  };
}

function dayOf(date: DateMention): string {
  return (date.edtf as string).slice(0, 10);
}

/** The day of a moment: its words are those of the moment. */
function onDay(date: DateMention): DateMention {
  const day = dayOf(date);
  if (date.edtf === day) return date;
  const { duration: _, zone: __, ...rest } = date;
  return { ...rest, edtf: day, basis: 'inferred', rule: 'talks/day-of-start' };
}

/** The mentions whose span lies in `span`; the list must be in order. */
export function within<T extends { readonly span: [number, number] }>(list: readonly T[], span: Span): T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as T).span[0] < span[0]) low = middle + 1;
    else high = middle;
  }
  const result: T[] = [];
  for (let i = low; i < list.length; i++) {
    const item = list[i] as T;
    if (item.span[0] >= span[1]) break;
    if (item.span[1] <= span[1]) result.push(item);
  }
  return result;
}
