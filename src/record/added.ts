/** What a person adds to a reading on words of its text: a statement that was missed, or a promise. */
import { digest } from '../text/digest.ts';
import type { Change } from './correction.ts';
import { smallest } from './place.ts';
import type { Commitment, DateMention, Reading, Speaker, Statement } from './reading.ts';

export function spoken(one: { party: string; person?: string | undefined }, span: [number, number], rule: string): Speaker {
  return { party: one.party, ...(one.person !== undefined && { person: one.person }), basis: 'inferred', span, rule };
}

/** The id of the statement that now stands on the words; undefined where the predicate is not among them. */
export function addStatement(
  reading: Reading,
  span: [number, number],
  path: string,
  change: Extract<Change, { set: 'added' }>,
  rule: string,
): string | undefined {
  const quote = reading.document.text.slice(...span);
  const at = quote.lastIndexOf(change.verb);
  if (at < 0) return undefined;
  const verb: Statement['verb'] = { text: change.verb, span: [span[0] + at, span[0] + at + change.verb.length] };
  const values = {
    act: change.act,
    verb,
    speakers: change.speakers.map((one) => spoken(one, span, rule)),
    mode: change.mode,
    addressees: [...change.addressees],
    topics: [...change.topics],
    ...(change.withheld && { withheld: true }),
    rule,
    confidence: 'high' as const,
  };
  // What was missing may be read by now: the person's values hold over the machine's, and there are not two.
  const read = reading.statements.find(
    (one) => one.span[0] === span[0] && one.span[1] === span[1] && (one.act === change.act || one.verb.text === change.verb),
  );
  if (read) {
    Object.assign(read, values);
    return read.id;
  }
  const within = (mention: { span: [number, number] }) => mention.span[0] >= span[0] && mention.span[1] <= span[1];
  const next = reading.statements.findIndex((one) => one.span[0] > span[0]);
  const before = reading.statements[next < 0 ? reading.statements.length - 1 : Math.max(0, next - 1)];
  const added: Statement = {
    id: `s-${digest(path, change.act, quote, rule)}`,
    talks: before?.talks ?? reading.talks[0]?.id ?? '',
    path: smallest(reading.document.outline, span)?.path ?? path,
    span,
    quote,
    ...values,
    dates: reading.dates.flatMap((one, i) => (within(one) ? [i] : [])),
    mentions: reading.mentions.flatMap((one, i) => (within(one) ? [i] : [])),
  };
  reading.statements.splice(next < 0 ? reading.statements.length : next, 0, added);
  return added.id;
}

/**
 * The id of the promise that now stands on the words. A promise of that kind between the same sides that is read there by now takes the
 * person's values, so that there are not two; statements on the words tell it.
 */
export function addCommitment(
  reading: Reading,
  span: [number, number],
  path: string,
  change: Extract<Change, { set: 'promised' }>,
  rule: string,
): string {
  const { kind, stage, by, to, due } = change;
  const what = reading.document.text.slice(...span);
  const values = { kind, stage, by: [...by], to: [...to], ...(due && { due: dated(undefined, due, { text: what, span }, rule) }), rule };
  const over = (other: readonly [number, number]) => other[0] < span[1] && span[0] < other[1];
  const read = reading.commitments.find((one) => over(one.span) && one.kind === kind && one.by.join() === by.join() && one.to.join() === to.join());
  if (read) {
    Object.assign(read, values);
    return read.id;
  }
  const added: Commitment = {
    id: `c-${digest(path, kind, what, rule)}`,
    what,
    span,
    ...values,
    statements: reading.statements.filter((one) => over(one.span)).map(({ id }) => id),
  };
  const next = reading.commitments.findIndex((one) => one.span[0] > span[0]);
  reading.commitments.splice(next < 0 ? reading.commitments.length : next, 0, added);
  return added.id;
}

/** A date that a person gave where the words give none rests on the words that name the talks. */
export function dated(
  old: DateMention | undefined,
  value: string,
  rests: { text: string; span: [number, number] },
  rule: string,
  duration = false,
): DateMention {
  const { text, span } = old ?? rests;
  return { ...(duration ? { duration: value } : { edtf: value }), text, span, basis: 'inferred', rule };
}
