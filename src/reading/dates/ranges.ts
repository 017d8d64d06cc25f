/**
 * Two dates with a word between them that makes them one stretch of time.
 *
 *   > 11月11日から13日まで
 *     ＾＾＾＾＾＾＾＾＾
 */
import { fold } from '../../text/fold.ts';
import { isBlank } from '../../text/span.ts';
import type { Day } from '../../time/calendar.ts';
import { endOf, startOf } from '../../time/edtf.ts';
import type { Bag } from './bag.ts';
import type { Context } from './context.ts';
import { resolveDay } from './days.ts';
import { resolveEnd } from './ends.ts';
import type { DateKnowledge } from './knowledge.ts';
import { candidatesAt, type Match, matchOf } from './matching.ts';
import { type Outcome, open } from './outcome.ts';
import { resolveDecade, resolveFiscal } from './stretches.ts';

const BLANKS = 2;
/** A remark in brackets behind a range is no longer, in units. */
const REMARK = 12;

export function rangeFrom(
  text: string,
  first: Match,
  found: Outcome,
  knowledge: DateKnowledge,
  context: Context,
): { readonly outcome: Outcome; readonly end: number } | undefined {
  if (found.grain === undefined || first.bag.endDay !== undefined || first.bag.hour !== undefined) return undefined;
  const at = afterBlanks(text, first.end);
  const to = knowledge.to.at(text, at);
  const from = to ? undefined : knowledge.from.at(text, at);
  const word = to ?? from;
  if (!word) return undefined;
  const next = afterBlanks(text, word.end);
  if (next >= text.length || knowledge.classes[text.charCodeAt(next)] === 0) return undefined;
  for (const candidate of candidatesAt(text, next, knowledge)) {
    const match = matchOf(text, candidate, knowledge, true);
    if (!match || meansOf(match) !== meansOf(first) || match.bag.hour !== undefined || match.bag.endDay !== undefined) continue;
    // 7月上旬から中旬: two parts of a month need no word that closes them
    const parts = first.bag.monthPart !== undefined && match.bag.monthPart !== undefined;
    if (from && !parts && !knowledge.closes.at(text, pastRemark(text, match.end))) continue;
    const outcome = (knowledge.section.ranges.yearAtEnd && yearFromEnd(first.bag, match.bag, context)) || found;
    const last = endOutcome(match, first, outcome, knowledge, context);
    if (!last || outcome.grain === undefined || !joins(outcome.grain, last.grain)) continue;
    if (!outcome.edtf || !last.edtf) {
      const doubt = outcome.doubt ?? last.doubt;
      return { outcome: open({ ...(outcome.grain === 'day' && { ofDay: true }), ...(doubt && { doubt }) }), end: match.end };
    }
    const [begin, until] = [startOf(outcome.edtf), endOf(last.edtf)];
    if (begin >= until) continue;
    const inferred = outcome.basis === 'inferred' || last.basis === 'inferred';
    const anchor = outcome.anchor ?? (last.basis === 'inferred' ? last.anchor : undefined);
    return {
      end: match.end,
      outcome: {
        edtf: `${begin}/${until}`,
        basis: inferred ? 'inferred' : 'stated',
        ...(inferred && anchor !== undefined && { anchor }),
        ...((outcome.approximate || last.approximate) && { approximate: true }),
        ...(outcome.doubt && { doubt: outcome.doubt }),
        ...(last.doubt && { doubt: last.doubt }),
        ...(outcome.way && { way: outcome.way }),
        ...stretchTold(outcome, last),
        ...endsTold(outcome, last),
        ...(outcome.ofDay && { ofDay: true }),
        ...((outcome.named || last.named) && { named: true }),
      },
    };
  }
  return undefined;
}

const meansOf = ({ rule }: Match): string => rule.means ?? 'date';

function joins(first: Outcome['grain'], last: Outcome['grain']): boolean {
  return first === last || (first === 'month' && last === 'part') || (first === 'part' && last === 'month');
}

function endOutcome({ bag, rule }: Match, first: Match, outcome: Outcome, knowledge: DateKnowledge, context: Context): Outcome | undefined {
  switch (rule.means ?? 'date') {
    case 'date':
      return resolveEnd(withEra(bag, first.bag), outcome, context);
    case 'fiscal':
      return resolveFiscal(withEra(bag, first.bag), context, knowledge.section.fiscalYearStarts);
    case 'decade':
      return resolveDecade(bag);
    default:
      return undefined;
  }
}

/** 平成22年度から24年度まで: a short year at the end is of the era of the beginning. */
function withEra(bag: Bag, first: Bag): Bag {
  const era = first.era ?? first.eraSign;
  if (bag.shortYear === undefined || era === undefined) return bag;
  const { shortYear: eraYear, ...rest } = bag;
  return { ...rest, era, eraYear };
}

/** July 12 to July 15, 2021: the beginning is of the year that the end tells, or of the one before. */
function yearFromEnd(first: Bag, last: Bag, context: Context): Outcome | undefined {
  if (first.month === undefined || first.year !== undefined || last.year === undefined || last.month === undefined) return undefined;
  if (first.relativeYear !== undefined || first.yearMark !== undefined || first.direction !== undefined) return undefined;
  const later = first.month > last.month || (first.month === last.month && (first.day ?? 0) > (last.day ?? 31));
  return resolveDay({ ...first, year: later ? last.year - 1 : last.year }, context);
}

/** Of a stretch within one month or year, that month or year. */
function stretchTold({ told: a }: Outcome, { told: b }: Outcome): Pick<Outcome, 'told'> {
  if (!a || !b || a.year !== b.year) return {};
  return { told: a.month !== undefined && a.month === b.month ? { year: a.year, month: a.month } : { year: a.year } };
}

function endsTold({ told: a }: Outcome, { told: b }: Outcome): Pick<Outcome, 'ends'> {
  return a?.day !== undefined && b?.day !== undefined ? { ends: [a as Day, b as Day] } : {};
}

/** 4月17日から19日(現地時間)まで: past a short remark in brackets. */
function pastRemark(text: string, at: number): number {
  if (fold(text.charCodeAt(at)) !== 0x28) return at;
  for (let i = at + 1; i - at < REMARK; i++) if (fold(text.charCodeAt(i)) === 0x29) return i + 1;
  return at;
}

function afterBlanks(text: string, at: number): number {
  let end = at;
  while (end - at < BLANKS && text.charCodeAt(end) !== 0x0a && isBlank(text.charCodeAt(end))) end++;
  return end;
}
