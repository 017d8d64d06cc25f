/**
 * The class that what is said gives to a verb of saying.
 *
 *   > expressed deep concern          noted that she looked forward to the summit
 *                    ^^^^^^^                         ^^^^^^^^^^^^^^
 *                    a noun of an act            an own verb of the speaker, behind "that"
 *
 * 1 a noun counts right behind its determiners and adjectives; 2 behind "that" only what the speakers themselves do counts.
 */
import type { Token } from '../../language/abilities/spaced-words.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Act, Mention, Speaker } from '../../record/reading.ts';
import type { ClausesWords } from './clauses/words.ts';
import type { Clause } from './clauses.ts';

/** Words between a verb of saying and the noun of an act that it gives. */
const GIVEN = 9;
/** Words between "that" and the verb behind it. */
export const WITHIN = 8;

export interface Classed {
  readonly act: Act;
  readonly id: string;
  /** The word behind the noun, where a noun made the class. */
  readonly noun?: number;
  /** The words behind the subject of what is said that made it. */
  readonly tail?: readonly [number, number];
}

/** The class that what is said gives to a verb of saying: expressed deep concern, noted that she looked forward to. */
export function classOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  clause: Clause,
  speakers: readonly Speaker[],
  words: ClausesWords,
  nouns = false,
): Classed | undefined {
  const [from, to] = clause.content;
  const noun = nounFrom(tokens, mentions, from, to, words);
  if (nouns && !noun) return undefined;
  if (noun) return { act: noun.act, id: noun.id, noun: noun.end };
  // told the Foreign Minister that, stressed to him that
  let that = -1;
  for (let i = from; i < Math.min(to, from + WITHIN); i++) {
    const token = tokens[i] as Token;
    if (words.that.has(token.key)) {
      that = i;
      break;
    }
    if (i > from + 1 && !token.cap && !words.determiners.has(token.key) && !words.infinitive.has(token.key)) break;
  }
  // reiterated the United States stands ready: "that" is left out; said he hoped that: it belongs to what is hoped
  const said = words.subjects.at(tokens, from);
  if (that < 0 || (that > from && said && words.tails.at(tokens, said.end))) that = from - 1;
  const parties = new Set(speakers.map(({ party }) => party));
  let at = that + 1;
  let own = false;
  for (; at < Math.min(to, that + 1 + WITHIN); at++) {
    const token = tokens[at] as Token;
    const subject = words.subjects.at(tokens, at);
    if (subject && at === that + 1) {
      own = subject.value !== 'talks';
      at = subject.end - 1;
      continue;
    }
    const mention = mentions.find(({ span }) => span[0] === token.start);
    if (mention) {
      if (own && at > that + 3) break;
      own = mention.party !== undefined && parties.has(mention.party);
      while (at + 1 < to && (tokens[at + 1] as Token).start < mention.span[1]) at++;
      continue;
    }
    if (own) {
      const tail = words.tails.at(tokens, at, to);
      if (tail) return { act: tail.value.act, id: tail.value.id, tail: [at, tail.end] };
      if (words.adverbs.at(tokens, at) || words.auxiliaries.has(token.key)) continue;
      if (words.side.has(token.key)) continue;
      return undefined;
    }
    // that her government would
    if (at === that + 1 && words.owns.has(token.key) && words.side.has(tokens[at + 1]?.key ?? '')) {
      own = true;
      at++;
      continue;
    }
    if (words.determiners.has(token.key)) continue;
    return undefined;
  }
  return undefined;
}

/** A noun of an act behind determiners, adjectives and names. */
function nounFrom(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  from: number,
  to: number,
  words: ClausesWords,
): { act: Act; id: string; end: number } | undefined {
  for (let i = from; i < Math.min(to, from + GIVEN); i++) {
    const token = tokens[i] as Token;
    // Concern was voiced: at the head of a sentence
    const found = token.cap && i > 0 ? undefined : words.nouns.at(tokens, i, to);
    if (found) {
      const next = tokens[found.end];
      if (!found.value.ends || (next && found.value.ends.has(next.key))) return { act: found.value.act, id: found.value.id, end: found.end };
      return undefined;
    }
    if (words.that.has(token.key)) return undefined;
    if (token.cap || token.kind === 'possessive' || words.determiners.has(token.key) || token.key === '-') continue;
    // conveyed to the Prime Minister a message
    if (words.infinitive.has(token.key) && (tokens[i + 1]?.cap || words.determiners.has(tokens[i + 1]?.key ?? ''))) continue;
    // their strong and unwavering support
    if (i > from && (words.and.has(token.key) || token.key === ',') && words.determiners.has(tokens[i - 1]?.key ?? '')) continue;
    if (mentions.some(({ span }) => span[0] <= token.start && token.end <= span[1])) continue;
    return undefined;
  }
  return undefined;
}

/** Where further propositions open behind the first: each "that" behind a comma, with or without "and". */
export function thatsFrom(tokens: readonly Token[], [from, to]: readonly [number, number], words: ClausesWords): number[] {
  const result: number[] = [];
  let first = -1;
  for (let i = from; i < to; i++) {
    if (!words.that.has((tokens[i] as Token).key)) continue;
    if (first < 0) {
      first = i;
      continue;
    }
    const joined = words.and.has(tokens[i - 1]?.key ?? '') && tokens[i - 1]?.kind === 'word';
    if (joined && tokens[i - 2]?.key === ',') result.push(i);
  }
  return first >= from && first < from + WITHIN ? result : [];
}

/** Further nouns of acts under one verb: expressed concern about A and hope that B. */
export function furtherNouns(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  { end }: Clause,
  from: number,
  words: ClausesWords,
): { at: number; noun: number; act: Act; id: string }[] {
  const result: { at: number; noun: number; act: Act; id: string }[] = [];
  for (let i = from; i < end - 1; i++) {
    if (!words.and.has((tokens[i] as Token).key) || (tokens[i] as Token).key === ',') continue;
    const noun = nounFrom(tokens, mentions, i + 1, Math.min(end, i + 6), words);
    const next = noun && tokens[noun.end];
    // gratitude and support for A: its own; …, and support to B: of what was said before
    // for Norway's help and strong support: Norway's, unless a word says whose
    const whose = tokens.slice(from, i).some(({ kind }) => kind === 'possessive') && !words.owns.has(tokens[i + 1]?.key ?? '');
    if (whose && noun && ACTS[noun.act].family === 'regard') continue;
    const own = i === from || words.determiners.has(tokens[i + 1]?.key ?? '') || (noun && ACTS[noun.act].family !== 'regard');
    if (noun && own && next && noun.end < end && (words.that.has(next.key) || words.relative.has(next.key))) {
      result.push({ at: i + 1, noun: noun.end - 1, act: noun.act, id: noun.id });
      i = noun.end;
    }
  }
  return result;
}
