/**
 * Who led the sides of talks that are told without names.
 *
 *   > The Norwegian side was led by Director General Kari Moe and the Chilean side by Ambassador Ana Soto.
 *                            ^^^^^^                                            ^^^^^^^
 *
 * 1 somebody leads where a word for leading stands right before the name, or between the name and the side; 2 the side is the one the name tells, or the last named before.
 */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { Pack } from '../../../language/pack.ts';
import type { Mention } from '../../../record/reading.ts';
import type { Sentence } from '../../sentences.ts';
import { wordsOf } from '../words.ts';
import { mentionsIn } from './within.ts';
import type { TalksWords } from './words.ts';

/** Words between the word for leading and the name: a title. */
const NEAR = 2;

/** @param sentences the first of the body. @returns persons with their party, in the order of the text. */
export function delegatesOf(text: string, sentences: readonly Sentence[], given: readonly Mention[], words: TalksWords, pack: Pack): Mention[] {
  const found: Mention[] = [];
  for (const sentence of sentences) {
    const tokens = wordsOf(text, sentence, pack);
    const inside = mentionsIn(given, sentence.span);
    for (let i = 0; i < tokens.length; i++) {
      const leader = leading(tokens, i);
      if (leader) found.push(leader);
      const led = words.leads.at(tokens, i);
      const from = led && tokens[led.end]?.start;
      const last = led && tokens[Math.min(tokens.length - 1, led.end + NEAR)]?.start;
      if (from === undefined || last === undefined) continue;
      const person = inside.find(({ kind, name, span }) => kind === 'person' && name && span[0] >= from && span[0] <= last);
      const side = inside.findLast(({ kind, party, span }) => kind === 'party' && party && span[1] <= from);
      const party = person?.party ?? side?.party;
      if (person && party) found.push({ ...person, party });
    }

    /** Minister Moe chaired the Norwegian side. */
    function leading(of: readonly Token[], i: number): Mention | undefined {
      const verb = words.leading.at(of, i);
      const before = verb && of[i - 1];
      const behind = verb && of[verb.end + 1];
      if (!before || !behind) return undefined;
      const person = inside.find(({ kind, name, span }) => kind === 'person' && name && span[1] === before.end);
      const side = inside.find(({ kind, party, span }) => kind === 'party' && party && span[0] === behind.start);
      return person && side?.party ? { ...person, party: person.party ?? side.party } : undefined;
    }
  }
  return found;
}
