/**
 * In what two tellings of one thing differ: act, speaker, dates, numbers, strength, what was withheld, stage and condition of a promise.
 *
 * 1 what only one of them says is no difference; 2 each difference names the words of both that it rests on; 3 acts on one rung of a
 * ladder are not told differently, and dates differ only where they have no day in common.
 */
import type { DateMention, Reading, Statement } from '../record/reading.ts';
import type { Span } from '../text/span.ts';
import type { Claim } from './claims.ts';
import { comparable, compatible } from './dates.ts';
import { stepBetween } from './ladder.ts';

export interface Difference {
  readonly what: 'act' | 'speaker' | 'date' | 'number' | 'strength' | 'withheld' | 'stage' | 'condition';
  /** The words of each account that it rests on. */
  readonly first: Span;
  readonly other: Span;
  /** What each says: acts, parties, EDTF, numbers, marks of strength, stages. */
  readonly says: readonly [first: string, other: string];
  /** A speaker that no words name, in one account or both. */
  readonly inferred?: true;
}

/** In what two claims of one matter differ. */
export function differencesOf(first: Claim, other: Claim, one: Reading, two: Reading): Difference[] {
  const [a, b] = [first.lead, other.lead];
  return [
    ...speakerOf(a, b),
    ...actOf(a, b),
    ...(one.document.language === two.document.language ? strengthOf(a, b) : []),
    ...withheldOf(a, b),
    ...datesOf(a, b, one, two),
    ...numbersOf(a, b, one, two),
    ...promiseOf(first, other),
  ];
}

function speakerOf(a: Statement, b: Statement): Difference[] {
  const parties = (of: Statement) => [...new Set(of.speakers.map(({ party }) => party))].sort();
  const [left, right] = [parties(a), parties(b)];
  if (left.length === 0 || right.length === 0 || left.join() === right.join()) return [];
  const inferred = [a, b].some(({ speakers }) => speakers.some(({ basis }) => basis === 'inferred'));
  const words = (of: Statement): Span => of.speakers.find(({ span }) => span)?.span ?? of.verb.span;
  return [
    { what: 'speaker', first: words(a), other: words(b), says: [left.join('+'), right.join('+')], ...(inferred && { inferred: true as const }) },
  ];
}

/** Acts on one rung of a ladder (said, explained, brought up) are not told differently. */
function actOf(a: Statement, b: Statement): Difference[] {
  if (a.act === b.act) return [];
  const step = stepBetween(a.act, b.act);
  if (step && step.was === step.now) return [];
  return [{ what: 'act', first: a.verb.span, other: b.verb.span, says: [a.act, b.act] }];
}

/** Strong against plain, or softened against anything else; a word of renewal more or less is none. Across languages nobody can weigh it. */
function strengthOf(a: Statement, b: Statement): Difference[] {
  const [left, right] = [a.verb.strength ?? 0, b.verb.strength ?? 0];
  if (Math.abs(left - right) < 2 && Math.min(left, right) >= 0) return [];
  return left === right ? [] : [{ what: 'strength', first: a.verb.span, other: b.verb.span, says: [String(left), String(right)] }];
}

function withheldOf(a: Statement, b: Statement): Difference[] {
  if (Boolean(a.withheld) === Boolean(b.withheld)) return [];
  return [{ what: 'withheld', first: a.verb.span, other: b.verb.span, says: [a.withheld ? 'yes' : 'no', b.withheld ? 'yes' : 'no'] }];
}

/** Dates that say the same thing of the same matter and cannot be one: the only one of each, or those before the same words. */
function datesOf(a: Statement, b: Statement, one: Reading, two: Reading): Difference[] {
  const dates = (of: Statement, { dates: all }: Reading) =>
    of.dates.flatMap((index) => (all[index]?.edtf ? [all[index] as DateMention & { edtf: string }] : []));
  return counterparts(dates(a, one), dates(b, two), one, two).flatMap(([x, y]): Difference[] =>
    !comparable(x.edtf, y.edtf) || compatible(x.edtf, y.edtf) ? [] : [{ what: 'date', first: x.span, other: y.span, says: [x.edtf, y.edtf] }],
  );
}

/** Amounts of one unit that differ: the only one of each, or those before the same words. Units are compared in one language only. */
function numbersOf(a: Statement, b: Statement, one: Reading, two: Reading): Difference[] {
  if (one.document.language !== two.document.language) return [];
  return counterparts(amountsOf(a, one), amountsOf(b, two), one, two).flatMap(([x, y]): Difference[] =>
    x.unit !== y.unit || x.value === y.value ? [] : [{ what: 'number', first: x.span, other: y.span, says: [x.value, y.value] }],
  );
}

/** How many signs behind a value show what it is said of. */
const BEHIND = 4;

function counterparts<T extends { readonly span: Span }>(left: readonly T[], right: readonly T[], one: Reading, two: Reading): [T, T][] {
  const [x, y] = [left[0], right[0]];
  if (left.length === 1 && right.length === 1 && x && y) return [[x, y]];
  if (one.document.language !== two.document.language) return [];
  const behind = ({ span }: T, { document }: Reading) => document.text.slice(span[1], span[1] + BEHIND).normalize('NFKC');
  return left.flatMap((each): [T, T][] => {
    const words = behind(each, one);
    const same = right.filter((other) => behind(other, two) === words);
    const alone = left.filter((other) => behind(other, one) === words).length === 1;
    return alone && same.length === 1 && same[0] ? [[each, same[0]]] : [];
  });
}

interface Amount {
  readonly value: string;
  /** What follows the number, to the end of the words of the amount. */
  readonly unit: string;
  readonly span: Span;
}

/** The amounts that a statement names: mentions of the record. */
export function amountsOf(statement: Statement, reading: Reading): Amount[] {
  return statement.mentions.flatMap((index): Amount[] => {
    const mention = reading.mentions[index];
    if (mention?.kind !== 'amount') return [];
    const words = mention.text.normalize('NFKC');
    const value = /\d[\d,.]*/.exec(words)?.[0];
    if (value === undefined) return [];
    return [{ value: value.replaceAll(',', ''), unit: words.slice(words.indexOf(value) + value.length).trim(), span: mention.span }];
  });
}

/** One promise in two stages (intended against accepted), or on a condition in one account only. */
function promiseOf(first: Claim, other: Claim): Difference[] {
  const said = { first: first.lead.verb.span, other: other.lead.verb.span };
  for (const a of first.commitments)
    for (const b of other.commitments) {
      if (a.kind !== b.kind || a.by.join() !== b.by.join()) continue;
      // A stage is that of the whole page: only where these very statements differ in act do they differ in it.
      if (a.stage !== b.stage && first.lead.act !== other.lead.act) return [{ what: 'stage', ...said, says: [a.stage, b.stage] }];
      const [x, y] = [a.conditions?.[0], b.conditions?.[0]];
      if (Boolean(x) !== Boolean(y))
        return [{ what: 'condition', first: x?.span ?? said.first, other: y?.span ?? said.other, says: [x?.value ?? '', y?.value ?? ''] }];
    }
  return [];
}
