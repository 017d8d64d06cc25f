/**
 * Where a page goes over into words as they were spoken.
 *
 *   > MINISTER MORI: Good morning.
 *     ^^^^^^^^^^^^^
 */
import type { Mention } from '../../../record/reading.ts';
import { firstFrom, type Span } from '../../../text/span.ts';
import type { Outline } from '../../outline.ts';
import type { TalksWords } from './words.ts';

/** Words before the sign, and how long one is at most that may be small: of, the. */
const SPEAKER = 8;
const TITLED = 14;
const SMALL = 3;
const OPENING = 140;

/** The first passage of spoken words, where there are enough of them: `MINISTER MORI: Good morning.` */
export function spokenFrom(text: string, { passages }: Outline, given: readonly Mention[], { knowledge }: TalksWords): number {
  const turns = passages.filter(({ span, kind }) => kind !== 'title' && isTurn(text, span, given, knowledge.spoken));
  return turns.length >= knowledge.spoken.lines ? (turns[0]?.index ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

function isTurn(text: string, [start, end]: Span, given: readonly Mention[], { signs, not }: TalksWords['knowledge']['spoken']): boolean {
  const opening = text.slice(start, Math.min(end, start + OPENING));
  const at = signs.map((sign) => opening.indexOf(sign)).find((place) => place > 2);
  if (at === undefined || at >= end - start - 1) return false;
  const words = opening.slice(0, at).split(/\s+/);
  if (words.length <= SPEAKER && !not.includes(words.at(-1) as string) && words.every((word) => /^\p{Lu}/u.test(word))) return true;
  // Prime Minister of Norway Ada Lund (through an interpreter): with the office written out
  const first = given[firstFrom(given, start)];
  const bare = opening
    .slice(0, at)
    .replace(/\([^()]*\)/g, '')
    .split(/\s+/)
    .filter(Boolean);
  return (
    first?.kind === 'person' &&
    first.span[0] === start &&
    bare.length <= TITLED &&
    bare.every((word) => /^\p{Lu}/u.test(word) || word.length <= SMALL)
  );
}
