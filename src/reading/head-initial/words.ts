/** The words of a sentence, made once and kept as long as the sentence is. */
import { type Token, wordsIn } from '../../language/abilities/spaced-words.ts';
import { compiled, type Pack } from '../../language/pack.ts';
import type { Sentence } from '../sentences.ts';

const shortOf = compiled((pack: Pack) => new Set((pack.sentences?.capitals?.short ?? []).map((word) => word.toLowerCase())));
const made = new WeakMap<Sentence, Token[]>();

export function wordsOf(text: string, sentence: Sentence, pack: Pack): readonly Token[] {
  let tokens = made.get(sentence);
  if (!tokens) {
    tokens = wordsIn(text, sentence.span[0], sentence.span[1], shortOf(pack));
    made.set(sentence, tokens);
  }
  return tokens;
}
