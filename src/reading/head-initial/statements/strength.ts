/** How strongly a verb says what it says, by the words beside it. */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { ClausesWords } from '../clauses/words.ts';

/** Words before a verb, and behind it, that mark its strength. */
const MARKING = 3;

export function strengthOf(tokens: readonly Token[], [start, end]: readonly [number, number], { strength }: ClausesWords): -1 | 0 | 1 | 2 {
  let found = 0 as -1 | 0 | 1 | 2;
  for (let i = Math.max(0, start - MARKING); i < Math.min(tokens.length, end + MARKING); i++) {
    const one = strength.at(tokens, i);
    if (one && found !== 2) found = one.value;
  }
  return found;
}
