/**
 * With whom of several one did what is told, where each was met apart.
 *
 *   > ハリス長官とは、半導体について議論を行いました。     none: 東山大臣はハリス長官との間で、… (the subject says it)
 *     ＾＾＾＾＾＾
 *
 * It goes on to the end of the passage, or to the next.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Mention, Talks } from '../../record/reading.ts';
import { type Span, trimmed } from '../../text/span.ts';
import type { Knowledge } from '../speakers/knowledge.ts';

/** Whoever it was is named within the first signs of a sentence. */
const OPENING = 60;
/** A name of talks stands within so many signs of the head, behind なお、, and is no longer. */
const HEAD = 6;
const NAME = 18;

/** @param mentions those of the sentence, in order. */
export function partnerAt(
  text: string,
  span: Span,
  mentions: readonly Mention[],
  { parties }: Talks,
  { apart, pairs }: Knowledge,
): string | undefined {
  const [start, end] = trimmed(text, span);
  const [first, second, third] = mentions.filter(({ kind }) => kind === 'party');
  // 日中環境大臣会談の場において: of the three the two, and no third beside them
  if (first?.party === parties[0] && second?.party && parties.includes(second.party) && first !== undefined && first.span[0] - start <= HEAD) {
    const to = Math.min(end, second.span[1] + NAME);
    const beside = second.span[0] - first.span[1] <= 1 && (third === undefined || third.span[0] - second.span[1] > 1);
    if (beside && pairs.has(text, second.span[1], to)) return second.party;
  }
  for (const { kind, party, span: at } of mentions) {
    if (at[0] - start > OPENING) return undefined;
    if (kind !== 'person' && kind !== 'party') continue;
    const found = apart.at(text, at[1], end);
    if (found && party && isComma(text.charCodeAt(found.end))) return party !== parties[0] && parties.includes(party) ? party : undefined;
  }
  return undefined;
}

/** The talks with that one alone. */
export function withPartner(talks: Talks, partner: string | undefined): Talks {
  return partner && talks.parties.length > 2 ? { ...talks, parties: talks.parties.filter((party, i) => i === 0 || party === partner) } : talks;
}
