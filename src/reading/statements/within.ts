/** What each sentence of talks holds, whatever was said before it: who is mentioned, its clauses, who is named to speak. */
import type { Pack } from '../../language/pack.ts';
import type { Mention, Talks } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Stages } from '../abreast.ts';
import { type Clause, findClauses } from '../clauses.ts';
import type { Sentence } from '../sentences.ts';
import type { Frame } from '../speakers/frame.ts';
import { findFrames } from '../speakers.ts';

export interface Within {
  readonly mentions: Mention[];
  readonly clauses: readonly Clause[];
  /** With these talks, or with a part of their parties. */
  frames(talks: Talks): Frame[];
}

/**
 * @param heldIn the talks in which a sentence stands; none where nothing is said in it.
 * @returns one for each sentence that has talks, undefined for the others.
 */
export function* sentencesWithin(
  text: string,
  sentences: readonly Sentence[],
  given: readonly Mention[],
  heldIn: (sentence: Sentence) => Talks | undefined,
  pack: Pack,
): Stages<(Within | undefined)[]> {
  const mentionsOf = mentionsIn(given);
  const clauses = sentences.map((sentence) => (heldIn(sentence) ? findClauses(text, sentence.span, pack) : undefined));
  yield;
  return sentences.map((sentence, i): Within | undefined => {
    const talks = heldIn(sentence);
    if (!talks) return undefined;
    const mentions = mentionsOf(sentence.span);
    const frames = findFrames(text, sentence.span, mentions, talks, pack);
    return {
      mentions,
      clauses: clauses[i] as Clause[],
      frames: (of) => (of === talks ? frames : findFrames(text, sentence.span, mentions, of, pack)),
    };
  });
}

/** Mentions inside a span, for spans asked in the order of the text. */
function mentionsIn(mentions: readonly Mention[]): (span: Span) => Mention[] {
  let first = 0;
  return ([start, end]) => {
    while (first < mentions.length && (mentions[first] as Mention).span[0] < start) first++;
    let last = first;
    while (last < mentions.length && (mentions[last] as Mention).span[1] <= end) last++;
    return mentions.slice(first, last);
  };
}
