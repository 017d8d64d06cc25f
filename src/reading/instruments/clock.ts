/** The days between the steps of an instrument, and what in them contradicts itself. */
import type { Instrument, Issue } from '../../record/reading.ts';
import { STEP_ORDER, STEPS_BEFORE } from '../../record/steps.ts';

type Event = Instrument['events'][number];

/** Whole days between two steps that follow each other, where both are known to the day. */
export function intervalsOf(events: readonly Event[]): { from: Event['event']; to: Event['event']; days: number }[] {
  const dated = inOrder(events).flatMap((event) => {
    const day = dayNumber(event.date.edtf);
    return day === undefined ? [] : [{ event: event.event, day }];
  });
  return dated.slice(1).map(({ event, day }, i) => {
    const earlier = dated[i] as { event: Event['event']; day: number };
    return { from: earlier.event, to: event, days: day - earlier.day };
  });
}

/** A step told on two days, or before one that it rests on. Each step is named once. */
export function contradictions(instrument: Instrument): Issue[] {
  const issues: Issue[] = [];
  const ordered = inOrder(instrument.events).filter(({ date }) => date.edtf !== undefined);
  ordered.forEach((event, i) => {
    const date = event.date.edtf as string;
    const earlier = ordered.slice(Math.max(0, i - 16), i);
    const twice = earlier.find((one) => one.event === event.event && !one.date.edtf?.startsWith(date) && !date.startsWith(one.date.edtf as string));
    const wrong = earlier.find((one) => STEPS_BEFORE.get(event.event)?.has(one.event) && isEarlier(date, one.date.edtf as string));
    const other = twice ?? wrong;
    if (!other) return;
    const values = { instrument: instrument.name, event: event.event, date, before: other.event, beforeDate: other.date.edtf as string };
    issues.push({
      code: twice ? 'instruments/two-days' : 'instruments/out-of-order',
      severity: 'warning',
      message: twice
        ? `${instrument.name}: ${event.event} is told of ${other.date.edtf} and of ${date}.`
        : `${instrument.name}: ${event.event} (${date}) is told before ${other.event} (${other.date.edtf}).`,
      span: event.span,
      values,
    });
  });
  return issues;
}

/** In the order of the steps, then of their days. */
export function inOrder(events: readonly Event[]): Event[] {
  return [...events].sort(
    (a, b) => STEP_ORDER.indexOf(a.event) - STEP_ORDER.indexOf(b.event) || (a.date.edtf ?? '').localeCompare(b.date.edtf ?? '', 'en'),
  );
}

/** Whether one date is certainly before another: compared as far as both are known. */
function isEarlier(a: string, b: string): boolean {
  const [day, other] = [known(a), known(b)];
  if (!day || !other) return false;
  const length = Math.min(day.length, other.length);
  return day.slice(0, length) < other.slice(0, length);
}

/** Year, month, day as far as they stand; seasons count by their year. */
function known(edtf: string): string | undefined {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?/.exec(edtf)?.[0];
}

/** Days since 1970-01-01 of a full date. */
function dayNumber(edtf: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(edtf ?? '');
  if (!match) return undefined;
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000;
}
