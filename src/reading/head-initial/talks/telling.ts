/**
 * The sentence that tells talks.
 *
 *   > Secretary of State Ada Lund met today with Norwegian Foreign Minister Kari Moe in Oslo to discuss …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *     who                         told           with whom
 */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { Pack } from '../../../language/pack.ts';
import type { Mention } from '../../../record/reading.ts';
import type { Sentence } from '../../sentences.ts';
import { type ClausesWords, clausesWordsOf } from '../clauses/words.ts';
import { wordsOf } from '../words.ts';
import { mentionsIn } from './within.ts';
import type { Kind, TalksWords } from './words.ts';

/** Words between the verb and "with", and between the noun and it. */
const REACH = 30;
const NOUN = 4;
/** Words between such a verb as "held" and the noun, and what is set off by commas between them. */
const OBJECT = 12;
const ASIDE = 20;

/** No dateline has more words. */
const LINE = 10;
/** The noun that a sentence opens with stands within so many words. */
const OPENS = 4;

const isPerson = ({ kind }: Mention): boolean => kind === 'person' || kind === 'office';

export interface Telling {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly kind: Kind;
  /** Words: where the verb begins, where what they met about begins. */
  readonly verb: number;
  readonly stop: number;
  readonly before: Mention[];
  readonly behind: Mention[];
  /** The sentence opens with the talks, between both sides. */
  readonly opens?: boolean;
}

/** The sentence as one that tells talks; undefined where it tells none. */
export function tellingOf(text: string, sentence: Sentence, mentions: readonly Mention[], words: TalksWords, pack: Pack): Telling | undefined {
  const tokens = wordsOf(text, sentence, pack);
  const inside = mentionsIn(mentions, sentence.span);
  const small = clausesWordsOf(pack);
  const matters = small?.stops;
  for (let i = 0; i < tokens.length; i++) {
    const told = words.verbs.at(tokens, i);
    const verb = told?.value.person && !personAt(told.end) ? undefined : told;
    let kind = verb?.value.kind;
    let end = verb?.end ?? 0;
    let from = -1;
    if (verb?.value.with) {
      for (let j = verb.end; j < Math.min(tokens.length, verb.end + REACH); j++)
        if (verb.value.with.has((tokens[j] as Token).key) && mentionSoon(j + 1, tokens, inside)) {
          from = j + 1;
          break;
        }
    }
    // met the Foreign Minister, hosted the Foreign Minister
    if (verb && from < 0 && mentionSoon(verb.end, tokens, inside, verb.value.with ? 1 : 6)) from = verb.end;
    const hold = words.hold.at(tokens, i);
    // received a courtesy call from: the noun tells more than the verb
    const noun = hold && (!verb || verb.end <= hold.end) && [0, 1, 2].some((step) => words.meet.at(tokens, hold.end + step));
    if (noun) from = -1;
    if (hold && from < 0) {
      for (let j = hold.end, limit = j + OBJECT; j < Math.min(tokens.length, limit); j++) {
        const noun = words.meet.at(tokens, j);
        if (!noun) {
          // had today, on the margins of the forum in Oslo, a meeting
          const aside = tokens[j]?.key === ',' ? tokens.findIndex(({ key }, k) => k > j && k < j + ASIDE && key === ',') : -1;
          if (aside > 0) {
            limit += aside - j;
            j = aside;
          }
          continue;
        }
        kind = noun.value;
        end = noun.end;
        for (let k = noun.end; k < Math.min(tokens.length, noun.end + REACH); k++)
          if (words.with.has((tokens[k] as Token).key) && mentionSoon(k + 1, tokens, inside)) {
            from = k + 1;
            break;
          }
        break;
      }
    }
    // The consultations between Norway and Chile were held
    const held = words.passive.at(tokens, i) ? nounBefore(i) : undefined;
    if (held && !kind) {
      kind = held.kind;
      end = words.passive.at(tokens, i)?.end ?? i;
      from = held.from;
    }
    if (!kind || (!verb && end === 0)) continue;
    const before = inside.filter(({ span }) => span[1] <= (tokens[i] as Token).start);
    if (
      verb?.value.both &&
      (from < 0 || !before.some(isPerson) || !inside.some((one) => isPerson(one) && one.span[0] >= (tokens[from] as Token).start))
    )
      continue;
    const first = from >= 0 ? groupFrom(from, tokens, inside, words, small) : { mentions: [], end };
    const some = first.mentions.some(({ name }) => name) ? undefined : someOf(Math.max(from, end));
    const group = some ? { mentions: [...first.mentions, ...some.mentions], end: some.end } : first;
    // two of different sides met
    const named = before.filter(({ kind: of }) => of === 'person' || of === 'office' || of === 'party' || of === 'organisation');
    const sides = new Set(named.flatMap(({ party }) => party ?? []));
    if (group.mentions.length === 0 && sides.size < 2 && !(named.filter(({ kind: of }) => of === 'person' || of === 'office').length > 1)) {
      if (!(verb?.value.with && from < 0 && hasWith(tokens, end, words) && named.length > 0)) continue;
    }
    if (named.length === 0 && group.mentions.length < 1) continue;
    const persons = named.filter(isPerson);
    const free = (persons.length > 0 ? persons : named).filter((mention) => !isPossessive(text, mention));
    // Norway’s Foreign Ministry hosted: the side
    const subject = free.length > 0 ? free : named.filter(({ kind: of }) => of === 'party');
    let stop = group.end;
    while (stop < tokens.length) {
      const token = tokens[stop] as Token;
      if (
        matters?.has(token.key) &&
        !(tokens[stop + 1]?.kind === 'number') &&
        !words.occasions.at(tokens, stop) &&
        !small?.besides.at(tokens, stop) &&
        !isDated(token, tokens[stop + 1])
      )
        break;
      stop++;
    }
    return { sentence, tokens, kind, verb: i, stop, before: subject, behind: group.mentions };
  }
  return together() ?? nounFirst() ?? within();

  /** The talks between Norway and Chile focused on …: the noun opens the sentence, both sides follow it. */
  function nounFirst(): Telling | undefined {
    for (let i = 0; i < OPENS; i++) {
      const noun = words.meet.at(tokens, i);
      if (!noun) continue;
      for (let j = noun.end; j < noun.end + NOUN; j++) {
        if (!small?.between.has(tokens[j]?.key ?? '') || !mentionSoon(j + 1, tokens, inside, 1)) continue;
        const { mentions: both, end } = groupFrom(j + 1, tokens, inside, words, small);
        const ahead = small?.ahead.has(tokens[end]?.key ?? '');
        if (both.length < 2 || ahead || (both.length !== both.filter(isPerson).length && both.some(isPerson))) return undefined;
        return { sentence, tokens, kind: noun.value, verb: i, stop: end, before: [], behind: both, opens: true };
      }
      return undefined;
    }
    return undefined;
  }

  /** Minister Moe thanked Chile during a telephone conversation with Minister Soto: told in passing, of somebody who did something there. */
  function within(): Telling | undefined {
    for (let i = 0; i < tokens.length; i++) {
      if (!words.inside.has((tokens[i] as Token).key)) continue;
      const noun = [1, 2, 3, 4].map((step) => words.meet.at(tokens, i + step)).find((found) => found !== undefined);
      if (!noun || !(small?.determiners.has(tokens[i + 1]?.key ?? '') || words.meet.at(tokens, i + 1))) continue;
      const joint = tokens.findIndex(
        ({ key }, k) => k >= noun.end && k < noun.end + NOUN && words.with.has(key) && mentionSoon(k + 1, tokens, inside, 1),
      );
      if (joint < 0) continue;
      const { mentions: group, end } = groupFrom(joint + 1, tokens, inside, words, small);
      const opening = i === 0 ? end + 1 : behindDateline(tokens, words) + 1;
      const leads = ({ span: [start] }: Mention) => start <= (tokens[opening]?.start ?? 0) && start >= (tokens[opening - 1]?.start ?? 0);
      // …, Minister Moe said in talks with Minister Soto
      const said = ({ span: [, to] }: Mention) => i > 1 && to === tokens[i - 2]?.end && small?.verbs.at(tokens, i - 1) !== undefined;
      const doer = inside.find((one) => isPerson(one) && (leads(one) || said(one)));
      if (doer && group.some(isPerson) && !group.includes(doer))
        return { sentence, tokens, kind: noun.value, verb: i, stop: end, before: [doer], behind: group };
    }
    return undefined;
  }

  /** Ada Lund and Norwegian Foreign Minister Kari Moe discussed … in a meeting on Monday: persons of two sides, and that they met. */
  function together(): Telling | undefined {
    const { mentions: both, end } = groupFrom(0, tokens, inside, words, small);
    const persons = both.filter(isPerson);
    if (inside[0]?.span[0] !== tokens[0]?.start || persons.length < 2 || new Set(persons.map(({ party }) => party)).size < 2) return undefined;
    if (tokens.some((_, i) => words.byPhone.at(tokens, i)))
      return { sentence, tokens, kind: 'call', verb: end, stop: tokens.length, before: both, behind: [] };
    for (let i = end; i < tokens.length; i++) {
      if (!words.inside.has((tokens[i] as Token).key)) continue;
      const noun = [2, 3].map((step) => words.meet.at(tokens, i + step)).find((found) => found !== undefined);
      if (noun && small?.determiners.has(tokens[i + 1]?.key ?? ''))
        return { sentence, tokens, kind: noun.value, verb: end, stop: tokens.length, before: both, behind: [] };
    }
    return undefined;
  }

  /** with the heads of the agencies today in Oslo, including Director Ada Lund: who is named of those who are not. */
  function someOf(at: number): { mentions: Mention[]; end: number } | undefined {
    for (let k = at; k < Math.min(tokens.length, at + REACH); k++) {
      const { key } = tokens[k] as Token;
      if (words.including.has(key)) {
        const group = groupFrom(k + 1, tokens, inside, words, small);
        return group.mentions.some(({ name }) => name) ? group : undefined;
      }
      if (matters?.has(key)) return undefined;
    }
    return undefined;
  }

  /** The noun of talks before a word, and those behind "between". */
  function nounBefore(at: number): { kind: Kind; from: number } | undefined {
    for (let j = at - 1; j >= Math.max(0, at - REACH); j--) {
      if (!words.with.has((tokens[j] as Token).key) || !mentionSoon(j + 1, tokens, inside)) continue;
      for (let k = j - 1; k >= Math.max(0, j - NOUN); k--) {
        const noun = words.meet.at(tokens, k);
        if (noun) return { kind: noun.value, from: j + 1 };
      }
    }
    return undefined;
  }

  function personAt(at: number): boolean {
    const start = tokens[at]?.start;
    const next = tokens[at + 1]?.start;
    return inside.some(({ kind, span }) => (kind === 'person' || kind === 'office') && (span[0] === start || (span[0] === next && !tokens[at]?.cap)));
  }
}

/** OSLO, June 3 – Minister Moe met: where the sentence itself begins. */
function behindDateline(tokens: readonly Token[], { knowledge: { dashes } }: TalksWords): number {
  for (let i = 1; i < Math.min(tokens.length, LINE); i++) if (tokens[i]?.kind === 'mark' && dashes.includes((tokens[i] as Token).key)) return i + 1;
  return 0;
}

/** on Monday, on June 3: no matter. */
function isDated(_token: Token, next: Token | undefined): boolean {
  return next?.kind === 'word' && next.cap;
}

function hasWith(tokens: readonly Token[], from: number, words: TalksWords): boolean {
  for (let j = from; j < Math.min(tokens.length, from + REACH); j++) if (words.with.has((tokens[j] as Token).key)) return true;
  return false;
}

function mentionSoon(at: number, tokens: readonly Token[], inside: readonly Mention[], reach = 6): boolean {
  const first = tokens[at];
  const last = tokens[Math.min(tokens.length - 1, at + reach)];
  return first !== undefined && inside.some(({ span, kind }) => kind !== 'place' && span[0] >= first.start && span[0] <= (last as Token).start);
}

/** Those who are named from a word on, joined by commas and "and", up to what is no name. */
function groupFrom(
  from: number,
  tokens: readonly Token[],
  inside: readonly Mention[],
  talks: TalksWords,
  words: ClausesWords | undefined,
): { mentions: Mention[]; end: number } {
  const found: Mention[] = [];
  let at = from;
  let gap = 0;
  for (let m = 0; at < tokens.length && gap <= 6; ) {
    const token = tokens[at] as Token;
    while (m < inside.length && (inside[m] as Mention).span[0] < token.start) m++;
    const mention = inside[m];
    if (mention && mention.span[0] === token.start && mention.kind !== 'place') {
      let end = at;
      while (end < tokens.length && (tokens[end] as Token).start < mention.span[1]) end++;
      if (tokens[end]?.kind === 'possessive') {
        // with Japan’s Foreign Minister: the country of the one who follows
        // with President Moe's delegation: his side, without him
        if (mention.kind !== 'party' && mention.party)
          found.push({ kind: 'party', text: mention.text, span: mention.span, party: mention.party, basis: 'stated' });
        if (mention.kind !== 'party') return { mentions: found, end };
        at = end + 1;
        continue;
      }
      found.push(mention);
      at = end;
      gap = 0;
      continue;
    }
    // Deputy Minister Moe representing the council, and: what is set off behind a name
    if (found.length > 0 && gap === 0 && words && token.kind === 'word' && token.key.endsWith(words.participle)) {
      const comma = tokens.findIndex(({ key }, k) => k > at && k < at + NOUN + OBJECT && key === ',');
      if (comma > 0 && words.and.has(tokens[comma + 1]?.key ?? '')) {
        at = comma;
        continue;
      }
    }
    if (found.length > 0 && gap === 0 && !words?.and.has(token.key) && token.key !== '(' && token.key !== '/' && !words?.subjectAnd.at(tokens, at))
      break;
    // , at the summit in Norway, on the margins of the forum: where it was
    if (found.length > 0 && (talks.places.has(token.key) || talks.occasions.at(tokens, at))) break;
    at++;
    gap++;
  }
  let end = from;
  const last = found.at(-1);
  if (last) while (end < tokens.length && (tokens[end] as Token).start < last.span[1]) end++;
  return { mentions: found, end };
}

function isPossessive(text: string, { span, kind }: Mention): boolean {
  return kind === 'party' && /^['\u2019]/.test(text.slice(span[1], span[1] + 1));
}
