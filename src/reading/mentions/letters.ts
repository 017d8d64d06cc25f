/**
 * Bodies of a country that the page calls by letters once it has told them in brackets.
 *
 *   > アメリカ沿岸警備隊(USCG) … USCGのフェイガン長官     none: 国際機関(OECD), whose country nothing tells
 *     ＾＾＾＾　　　　　＾＾＾＾　　＾＾＾＾ US
 *
 * Mentions stay in their order; only persons whose country is not told get one, inferred.
 */
import type { Mention } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import type { Names } from './knowledge.ts';
import { isHan, isKatakana, isLatin } from './scripts.ts';

/** The name of a body has no more signs, nor have its letters. */
const BODY = 24;
const LETTERS = 12;
const OPEN = 0x28;
const CLOSE = 0x29;

export function addBodiesByLetters(text: string, mentions: Mention[], names: Names): void {
  const bodies = new Map<string, string | undefined>();
  for (const { kind, party, span } of mentions) {
    if (kind !== 'party' || !party) continue;
    const letters = lettersBehind(text, span[1]);
    // two countries have a body of these letters
    if (letters) bodies.set(letters, bodies.has(letters) && bodies.get(letters) !== party ? undefined : party);
  }
  if (bodies.size === 0) return;
  for (const mention of mentions) {
    if (mention.kind !== 'person' || mention.party) continue;
    const [start] = mention.span;
    if (!names.countryJoints.has(text.charCodeAt(start - 1))) continue;
    let from = start - 1;
    while (from > 0 && start - from <= LETTERS && isLatin(text.charCodeAt(from - 1))) from--;
    const party = bodies.get(text.slice(from, start - 1));
    if (party) Object.assign(mention, { party, basis: 'inferred', rule: 'mentions/body-by-letters' });
  }
}

/** 沿岸警備隊(USCG): the letters in brackets behind the rest of a body's name. */
function lettersBehind(text: string, from: number): string | undefined {
  let at = from;
  while (at - from < BODY && (isHan(text.charCodeAt(at)) || isKatakana(text.charCodeAt(at)))) at++;
  if (at === from || fold(text.charCodeAt(at)) !== OPEN) return undefined;
  const start = at + 1;
  let end = start;
  while (end - start < LETTERS && isLatin(text.charCodeAt(end))) end++;
  return end - start > 1 && fold(text.charCodeAt(end)) === CLOSE ? text.slice(start, end) : undefined;
}
