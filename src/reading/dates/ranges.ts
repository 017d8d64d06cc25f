/**
 * Two dates with a word between them that makes them one stretch of time.
 *
 *   > 11月11日から13日まで
 *     ＾＾＾＾＾＾＾＾＾
 */
import { isBlank } from '../../text/span.ts';
import type { Context } from './context.ts';
import { resolveEnd } from './days.ts';
import type { DateKnowledge } from './knowledge.ts';
import { type Match, matchesAt } from './matching.ts';
import { type Outcome, open } from './outcome.ts';

const BLANKS = 2;

export function rangeFrom(
  text: string,
  first: Match,
  outcome: Outcome,
  knowledge: DateKnowledge,
  context: Context,
): { readonly outcome: Outcome; readonly end: number } | undefined {
  if (outcome.grain === undefined || first.bag.endDay !== undefined || first.bag.hour !== undefined) return undefined;
  const at = afterBlanks(text, first.end);
  const to = knowledge.to.at(text, at);
  const from = to ? undefined : knowledge.from.at(text, at);
  const word = to ?? from;
  if (!word) return undefined;
  const next = afterBlanks(text, word.end);
  if (next >= text.length || knowledge.classes[text.charCodeAt(next)] === 0) return undefined;
  for (const match of matchesAt(text, next, knowledge, true)) {
    if ((match.rule.means ?? 'date') !== 'date' || match.bag.hour !== undefined || match.bag.endDay !== undefined) continue;
    if (from && !knowledge.closes.at(text, match.end)) continue;
    const last = resolveEnd(match.bag, outcome, context);
    if (!last || last.grain !== outcome.grain) continue;
    if (!outcome.edtf || !last.edtf) {
      const doubt = outcome.doubt ?? last.doubt;
      return { outcome: open({ ...(outcome.grain === 'day' && { ofDay: true }), ...(doubt && { doubt }) }), end: match.end };
    }
    if (outcome.edtf >= last.edtf) continue;
    const inferred = outcome.basis === 'inferred' || last.basis === 'inferred';
    const anchor = outcome.anchor ?? (last.basis === 'inferred' ? last.anchor : undefined);
    return {
      end: match.end,
      outcome: {
        edtf: `${outcome.edtf}/${last.edtf}`,
        basis: inferred ? 'inferred' : 'stated',
        ...(inferred && anchor !== undefined && { anchor }),
        ...((outcome.approximate || last.approximate) && { approximate: true }),
        ...(outcome.doubt && { doubt: outcome.doubt }),
        ...(last.doubt && { doubt: last.doubt }),
        ...(outcome.way && { way: outcome.way }),
        ...stretchTold(outcome, last),
        ...(outcome.ofDay && { ofDay: true }),
        ...((outcome.named || last.named) && { named: true }),
      },
    };
  }
  return undefined;
}

/** Of a stretch within one month or year, that month or year. */
function stretchTold({ told: a }: Outcome, { told: b }: Outcome): Pick<Outcome, 'told'> {
  if (!a || !b || a.year !== b.year) return {};
  return { told: a.month !== undefined && a.month === b.month ? { year: a.year, month: a.month } : { year: a.year } };
}

function afterBlanks(text: string, at: number): number {
  let end = at;
  while (end - at < BLANKS && text.charCodeAt(end) !== 0x0a && isBlank(text.charCodeAt(end))) end++;
  return end;
}
