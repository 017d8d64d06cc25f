/** The days between the steps of an instrument, and what in them contradicts itself. */
import type { Instrument, Issue } from '../../record/reading.ts';

type Event = Instrument['events'][number];

/** The order in which the steps of an instrument can be taken. */
const ORDER: readonly Event['event'][] = ['negotiation-agreed', 'negotiated', 'signed', 'approved', 'ratified', 'instruments-exchanged', 'entered-into-force', 'terminated'];

/** Whole days between two steps that follow each other, where both are known to the day. */
export function intervalsOf(events: readonly Event[]): { from: Event['event']; to: Event['event']; days: number }[] {
  const dated = inOrder(events).flatMap((event) => {
    const day = dayNumber(event.date.edtf);
    return day === undefined ? [] : [{ event: event.event, day }];
  });
  return dated.slice(1).map(({ event, day }, i) => {
    const before = dated[i] as { event: Event['event']; day: number };
    return { from: before.event, to: event, days: day - before.day };
  });
}

/** A step told on two days, or before the one that it rests on. */
export function contradictions(instrument: Instrument): Issue[] {
  const issues: Issue[] = [];
  const ordered = inOrder(instrument.events);
  ordered.forEach((event, i) => {
    const before = ordered[i - 1];
    if (!before?.date.edtf || !event.date.edtf) return;
    const values = { instrument: instrument.name, event: event.event, date: event.date.edtf, before: before.event, beforeDate: before.date.edtf };
    if (before.event === event.event && !event.date.edtf.startsWith(before.date.edtf) && !before.date.edtf.startsWith(event.date.edtf))
      issues.push({
        code: 'instruments/two-days',
        severity: 'warning',
        message: `${instrument.name}: ${event.event} is told of ${before.date.edtf} and of ${event.date.edtf}.`,
        span: event.span,
        values,
      });
    else if (earlier(event.date.edtf, before.date.edtf))
      issues.push({
        code: 'instruments/out-of-order',
        severity: 'warning',
        message: `${instrument.name}: ${event.event} (${event.date.edtf}) is told before ${before.event} (${before.date.edtf}).`,
        span: event.span,
        values,
      });
  });
  return issues;
}

function inOrder(events: readonly Event[]): Event[] {
  const known = events.filter(({ event }) => ORDER.includes(event));
  return known.sort((a, b) => ORDER.indexOf(a.event) - ORDER.indexOf(b.event) || String(a.date.edtf).localeCompare(String(b.date.edtf), 'en'));
}

/** Whether one date is certainly before another: compared as far as both are known. */
function earlier(a: string, b: string): boolean {
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
