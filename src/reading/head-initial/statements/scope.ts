/**
 * Of more than two sides, the two whose talks a passage tells.
 *
 *   > At the meeting with Ambassador Soto, the sides discussed copper.     > Calls with Norway and Chile … The Secretary thanked Minister Soto. They …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^                                                                                       ^^^^
 *     with whom                            she and the host                 told apart: of the passage, the one other side that it names
 *
 * 1 the publisher's own side is one of the two; 2 where a passage names nobody or several of the others, it is of all.
 */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { Mention, Talks } from '../../../record/reading.ts';
import type { ClausesWords } from '../clauses/words.ts';
import type { TalksWords } from '../talks/words.ts';

/** Words at the head of a sentence within which the talks are named, and behind them with whom. */
const HEAD = 5;
const WITH = 4;

export interface Scope {
  readonly passage: number;
  /** Sides besides the own of which persons were named in the passage. */
  readonly named: readonly string[];
  /** With whom, where a sentence says so; until another does. */
  readonly with: string | undefined;
}

export const NO_SCOPE: Scope = { passage: -1, named: [], with: undefined };

/** The scope behind a sentence. @param mentions those of the sentence. */
export function scopeAfter(
  before: Scope,
  passage: number,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  talks: Talks,
  words: TalksWords,
  clauses: ClausesWords,
): Scope {
  if (talks.parties.length < 3) return NO_SCOPE;
  const sides = (of: readonly Mention[]) =>
    of.flatMap(({ kind, party }) => (kind !== 'place' && kind !== 'party' && party && talks.parties.slice(1).includes(party) ? [party] : []));
  const earlier = before.passage === passage ? before.named : [];
  return { passage, named: [...new Set([...earlier, ...sides(mentions)])], with: sides(adjunct())[0] ?? before.with };

  /** At the meeting with Ambassador Soto: those named right behind the talks at the head of the sentence. */
  function adjunct(): readonly Mention[] {
    if (!clauses.openings.has(tokens[0]?.key ?? '')) return [];
    for (let i = 1; i < HEAD; i++) {
      const noun = words.meet.at(tokens, i);
      const joint = noun ? tokens.findIndex(({ key }, k) => k >= noun.end && k < noun.end + WITH && words.with.has(key)) : -1;
      const next = joint < 0 ? undefined : mentions.find(({ span }) => span[0] === tokens[joint + 1]?.start || span[0] === tokens[joint + 2]?.start);
      if (noun) return next ? [next] : [];
    }
    return [];
  }
}

/** The talks as a passage tells them. @param apart whether the page tells them as several. */
export function scoped(talks: Talks, { named, with: other }: Scope, apart: boolean): Talks {
  const [own] = talks.parties;
  const one = other && named.every((party) => party === other) ? other : apart && named.length === 1 ? named[0] : undefined;
  return own && one ? { ...talks, parties: [own, one] } : talks;
}

/** Whether the head of a page tells talks as several: calls, separately. */
export function areApart(sentences: readonly (readonly Token[])[], words: TalksWords): boolean {
  return sentences.some((tokens) => tokens.some((_, i) => words.apart.at(tokens, i) !== undefined));
}
