/**
 * Where a page goes over into words as they were spoken.
 *
 *   > MINISTER MORI: Good morning.
 *     ^^^^^^^^^^^^^
 */
import type { Span } from '../../../text/span.ts';
import type { Outline } from '../../outline.ts';
import type { TalksWords } from './words.ts';

/** The first passage of spoken words, where there are enough of them: `MINISTER MORI: Good morning.` */
export function spokenFrom(text: string, { passages }: Outline, { knowledge }: TalksWords): number {
  const turns = passages.filter(({ span, kind }) => kind !== 'title' && isTurn(text, span, knowledge.spoken));
  return turns.length >= knowledge.spoken.lines ? (turns[0]?.index ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

function isTurn(text: string, [start, end]: Span, { signs, not }: TalksWords['knowledge']['spoken']): boolean {
  const opening = text.slice(start, Math.min(end, start + 80));
  const at = signs.map((sign) => opening.indexOf(sign)).find((place) => place > 2);
  if (at === undefined) return false;
  const words = opening.slice(0, at).split(/\s+/);
  return words.length <= 8 && !not.includes(words.at(-1) as string) && words.every((word) => /^\p{Lu}/u.test(word)) && at < end - start - 1;
}
