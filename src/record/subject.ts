/** What a correction is about, as one makes it from a record: the words are looked up, so that the anchor is right. */
import type { Span } from '../text/span.ts';
import type { Subject } from './correction.ts';
import { anchorAt } from './place.ts';
import type { Reading } from './reading.ts';

/** Undefined where the record has no such statement. */
export function subjectOfStatement(reading: Reading, id: string): Subject | undefined {
  const one = reading.statements.find((each) => each.id === id);
  return one && { of: 'statement', id, anchor: anchorAt(reading, one.span), verb: one.verb.text };
}

export function subjectOfTalks(reading: Reading, id: string): Subject | undefined {
  const nth = reading.talks.findIndex((each) => each.id === id);
  const one = reading.talks[nth];
  if (!one) return undefined;
  const words = one.date?.span ?? one.place?.span ?? one.participants[0]?.spans[0];
  return { of: 'talks', id, ...(words && words[1] > words[0] && { anchor: anchorAt(reading, words) }), nth, count: reading.talks.length };
}

export function subjectOfCommitment(reading: Reading, id: string): Subject | undefined {
  const one = reading.commitments.find((each) => each.id === id);
  return one && { of: 'commitment', id, anchor: anchorAt(reading, one.span) };
}

/** A date by its place in the text. Undefined where no date of the record stands there. */
export function subjectOfDate(reading: Reading, span: Span): Subject | undefined {
  const all = [
    ...reading.dates,
    ...reading.talks.flatMap(({ date }) => (date ? [date] : [])),
    ...(reading.document.published ? [reading.document.published] : []),
  ];
  return all.some((one) => one.span[0] === span[0] && one.span[1] === span[1]) ? { of: 'date', anchor: anchorAt(reading, span) } : undefined;
}

/** Words of the text on which a statement is missing. Undefined for an empty span or one outside the text. */
export function subjectOfWords(reading: Reading, span: Span): Subject | undefined {
  const [start, end] = span;
  if (!(start >= 0 && start < end && end <= reading.document.text.length)) return undefined;
  return { of: 'words', anchor: anchorAt(reading, span) };
}
