/**
 * What a verb needs behind it to tell an act: a noun, and what was talked about.
 *
 *   > They held a useful exchange on fisheries.
 *                     ^^^^^^^^ ^^ ^^^^^^^^^
 *                     noun     before the matter
 */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { ClausesWords } from './words.ts';

/** Words between a verb and the noun it needs. */
const OBJECT = 6;

/** Behind the noun that a verb needs, with small words and names before it: had a useful and frank exchange, Norway's commitment. */
export function objectFrom(tokens: readonly Token[], from: number, nouns: readonly string[], words: ClausesWords): number {
  for (let i = from; i < Math.min(tokens.length, from + OBJECT); i++) {
    const token = tokens[i] as Token;
    if (nouns.includes(token.key)) return i + 1;
    if (token.kind === 'possessive') continue;
    if (token.kind !== 'word' || words.infinitive.has(token.key) || words.matters.has(token.key) || words.auxiliaries.has(token.key)) return -1;
  }
  return -1;
}

/** Behind the word before what is talked about; -1 where none stands before the next verb. */
export function matterFrom(tokens: readonly Token[], from: number, words: ClausesWords): number {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    // to discuss: what follows is a verb of its own
    if (words.infinitive.has(token.key) && next && !next.cap && !words.determiners.has(next.key)) return -1;
    const verb = i > from ? words.verbs.at(tokens, i) : undefined;
    if (verb?.value.tense === 'past' && words.and.has(tokens[i - 1]?.key ?? '')) return -1;
    // , continuing their consultations: no more of what was told
    if (token.key === ',' && next && !next.cap && next.key.endsWith(words.participle)) return -1;
    // , who is on a visit; , where the two signed: of the one before the comma
    if (token.key === ',' && next && words.relative.has(next.key) && !words.matters.has(next.key) && !words.openings.has(next.key)) return -1;
    const besides = words.besides.at(tokens, i);
    if (besides) {
      i = besides.end - 1;
      continue;
    }
    if (!words.matters.has(token.key)) continue;
    if (next?.kind === 'number') continue;
    // on Monday, on the margins of: no matter, unless it follows what is about one
    if (token.key.length === 2 && next?.cap) continue;
    return i + 1;
  }
  return -1;
}
