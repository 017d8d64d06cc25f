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

/** @param mentions those of the sentence, in order. */
export function partnerAt(text: string, span: Span, mentions: readonly Mention[], { parties }: Talks, { apart }: Knowledge): string | undefined {
  const [start, end] = trimmed(text, span);
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
