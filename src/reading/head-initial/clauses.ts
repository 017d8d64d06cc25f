/**
 * The clauses of a sentence that carry an act, where the subject stands before its verb and what is said behind it.
 *
 *   > The Secretary thanked Norway for its help and underscored …, while encouraging …
 *     ^^^^^^^^^^^^^ ^^^^^^^                         ^^^^^^^^^^^        ^^^^^^^^^^^
 *     subject       a past form behind it           joined by "and"    a form in -ing
 *
 * 1 clauses come in the order of the text, none overlapping; 2 a verb counts where its subject is no part of what is said.
 */
import type { Token } from '../../language/abilities/spaced-words.ts';
import { bounded, type Clause, type Found } from './clauses/bounds.ts';
import { matterFrom, objectFrom } from './clauses/objects.ts';
import type { ClausesWords, Entry, Tense } from './clauses/words.ts';
import type { Subject } from './subjects.ts';

export type { Clause } from './clauses/bounds.ts';

const QUOTES: ReadonlySet<string> = new Set(['"', '\u201c', '\u201e', '\u00ab']);
/** A subject that we do not know has no more words. */
const UNKNOWN = 9;
/** Words behind a verb of saying within which "that" opens what is said. */
const OPENS = 12;
/** Words set off by commas between a subject and its verb. */
const ASIDE = 8;
const APPOSED = 16;
const LONG_ASIDE = 40;
/** Words within which the subject of a passive stands. */
const OPENING = 4;
/** No words between a subject and its verb are more. */
const SERIAL = 5;
/** Words in which what is asked follows whom it is asked of. */
const ASKED = 24;

/** @param met the word where the talks are told, in a sentence that tells them: what they met "to discuss" was discussed. */
export function findClauses(tokens: readonly Token[], subjects: readonly Subject[], words: ClausesWords, met: number): Clause[] {
  const found: Found[] = [];
  const byEnd = new Map<number, Subject>();
  /** Who stands at the head of the sentence. */
  const first = subjects.find(({ start, kind }) => start === 0 && kind !== 'stranger' && kind !== 'we');
  for (const subject of subjects) byEnd.set(subject.end, subject);
  for (let i = 0; i < tokens.length; i++) {
    let verb = words.verbs.at(tokens, i);
    // spoke on the phone: "on" belongs to the phone
    if (verb && verb.end - i > 1 && words.besides.at(tokens, verb.end - 1)) verb = words.verbs.at(tokens, i, verb.end - 1);
    if (!verb) continue;
    const one = clauseAt(i, verb.end, verb.value.entry, verb.value.tense);
    if (one) {
      found.push(one);
      i = verb.end - 1;
    }
  }
  return bounded(tokens, found, words);

  function clauseAt(i: number, end: number, entry: Entry, form: Tense): Found | undefined {
    const next = tokens[end];
    // did express: it was expressed
    const tense = form === 'base' && words.auxiliaries.has(tokens[i - 1]?.key ?? '') ? 'past' : form;
    const done = entry.done !== undefined && words.passive.has(tokens[behindAdverbs(i) ?? -1]?.key ?? '') && isOf(entry.done);
    if (entry.needs && !done && !entry.needs.includes(next?.key ?? '')) return undefined;
    if (entry.not?.includes(next?.key ?? '')) return undefined;
    if (entry.asks && !tokens.slice(end, end + ASKED).some((token, k) => words.infinitive.has(token.key) && !tokens[end + k + 1]?.cap))
      return undefined;
    let from = end;
    if (entry.object) {
      const noun = objectFrom(tokens, end, entry.object, words);
      if (noun < 0) return undefined;
      from = noun;
    }
    if (entry.matter) {
      from = matterFrom(tokens, from, words);
      if (from < 0) return undefined;
    }
    if (entry.leads) {
      const subject = i === 0 ? subjects.find(({ start, kind }) => start === end && kind !== 'stranger') : undefined;
      return subject && { verb: [i, end], start: 0, begin: 0, from: subject.end, entry, tense, subject, passive: false };
    }
    if (entry.inverted)
      return i === tokens.findIndex(({ kind }) => kind !== 'mark')
        ? { verb: [i, end], start: i, begin: i, from: end, entry, tense: 'past', subject: undefined, passive: true }
        : undefined;
    if (entry.exists) return i === 0 ? { verb: [i, end], start: 0, begin: 0, from, entry, tense, subject: undefined, passive: true } : undefined;
    if (entry.purpose)
      return met >= 0 && met < i ? { verb: [i, end], start: i, begin: i, from, entry, tense: 'base', subject: undefined, passive: false } : undefined;
    const nearest = behindAdverbs(i);
    if (nearest === undefined) return undefined;
    const before = andBeforeAside(nearest) ?? nearest;
    const previous = tokens[before];
    const base = { verb: [i, end] as const, from, entry, tense };
    if (tense === 'past') {
      const last = found.at(-1);
      if (previous && words.passive.has(previous.key)) return passive(before, base);
      // the missile, launched by Norway: what was done to it
      if (!entry.matter && words.agent.has(next?.key ?? '')) return undefined;
      // said that A was good and had added B: what is said goes on
      if (last && before < i - 1 && perfect(before, i) && saysThat(last, i)) return undefined;
      const subject = subjectAt(before);
      if (subject) return main(subject, before, base);
      // …, said Minister Moe
      const behind = entry.neutral && previous?.kind === 'mark' && found.length === 0 ? subjects.find(({ start }) => start === end) : undefined;
      if (behind && behind.kind !== 'stranger' && (closes(behind.end) || words.openings.has(tokens[behind.end]?.key ?? '')))
        return { ...base, start: 0, begin: 0, subject: behind, passive: false, ahead: before };
      if (previous === undefined || entry.talks || closesAside(before)) return undefined;
      // spoke today with … and congratulated him
      const told =
        !last &&
        next !== undefined &&
        next.kind !== 'mark' &&
        ((met >= 0 && met < before) || (first !== undefined && previous.key !== ',' && takesObject(next)));
      if ((words.and.has(previous.key) || words.series.has(previous.key)) && (told || (last && goesOn(last, base, previous, next))))
        return { ...base, start: before + 1, begin: before + 1, subject: last || met >= 0 ? undefined : first, passive: false };
      if (!last && before < UNKNOWN && tokens[0]?.cap && words.side.has(previous.key) && plainSubject(before)) {
        const several = previous.key.endsWith(words.plural) && !previous.key.endsWith(words.plural.repeat(2));
        return { ...base, start: 0, begin: 0, subject: undefined, passive: false, unknown: several ? 'several' : 'one' };
      }
      return undefined;
    }
    // went on to condemn, concluded by thanking
    const serial = tense === 'base' || tense === 'ing' ? serialBefore(i) : -1;
    if (serial >= 0) {
      const subject = subjectAt(behindAdverbs(serial) ?? -1);
      if (subject) return main(subject, behindAdverbs(serial) ?? -1, { ...base, verb: [i, end] });
      const last = found.at(-1);
      const joiner = tokens[serial - 1]?.key ?? '';
      if (last && (words.and.has(joiner) || words.series.has(joiner)))
        return { ...base, start: serial, begin: serial, subject: undefined, passive: false };
    }
    // , with the Minister noting
    const doer = tense === 'ing' ? subjectAt(before) : undefined;
    if (doer && doer.kind !== 'stranger' && !doer.bare && words.absolutes.has(tokens[doer.start - 1]?.key ?? ''))
      return { ...base, start: doer.start, begin: doer.start - 1, subject: doer, passive: false };
    if (tense === 'ing') {
      if (previous === undefined && entry.act === 'exchange') return undefined;
      if (previous === undefined) return { ...base, start: 0, begin: 0, subject: undefined, passive: false };
      // The two, noting that …, agreed: set off behind the subject, before its verb
      const set = previous.key === ',' ? byEnd.get(before) : undefined;
      if (set && set.kind !== 'stranger' && found.length === 0 && closesOff(i))
        return { ...base, start: before + 1, begin: before + 1, subject: set, passive: false };
      const last = found.at(-1);
      // conveyed a message from the King inviting him: what the message does
      if (entry.act === 'invite' && last && previous.key !== ',' && givesLetter(last, i))
        return { ...base, start: i, begin: i, subject: undefined, passive: false };
      // They concluded the call by expressing: who does it stands at the head
      const head = !last && words.serialBy.has(previous.key) ? subjects.find(({ start, kind }) => start === 0 && kind !== 'stranger') : undefined;
      if (head) return { ...base, start: before + 1, begin: before + 1, subject: head, passive: false };
      // While raising this, the Secretary noted
      const opening = before === tokens.findIndex(({ kind }) => kind !== 'mark');
      if (!last && met < 0 && !opening) return undefined;
      if (
        previous.key === ',' ||
        (words.gerunds.has(previous.key) && !words.and.has(previous.key) && words.joins.has(previous.key)) ||
        (words.and.has(previous.key) && last?.tense === 'ing' && !inLetter())
      )
        return { ...base, start: before + 1, begin: before + 1, subject: undefined, passive: false };
      return undefined;
    }
    if (tense === 'present') {
      const subject = subjectAt(before);
      return subject && found.length === 0 && opens(subject) ? main(subject, before, base) : undefined;
    }
    if (previous === undefined) return undefined;
    const last = found.at(-1);
    if (
      words.infinitive.has(previous.key) &&
      met >= 0 &&
      met < i &&
      (!last ||
        (last.entry.asks && last.verb[0] === met && isCalledOn(last)) ||
        ((last.tense === 'base' || last.entry.matter) && words.and.has(tokens[before - 1]?.key ?? '')))
    )
      return { ...base, start: before + 1, begin: before + 1, subject: undefined, passive: false };
    if (words.and.has(previous.key) && last?.tense === 'base')
      return { ...base, start: before + 1, begin: before + 1, subject: undefined, passive: false };
    // "Norway and Chile support": of several, the present has no ending
    const subject = subjectAt(before);
    return (subject?.joint || subject?.kind === 'we') && found.length === 0 && opens(subject) ? main(subject, before, base) : undefined;
  }

  /** called on the President to discuss: somebody, and not a country of whom something is asked. */
  function isCalledOn({ verb: [, end] }: Found): boolean {
    return subjects.some(({ start, bare }) => start === end && !bare);
  }

  /** Whether a verb gives a message: the first noun of an act behind it. */
  function givesLetter({ verb, entry }: Found, limit: number): boolean {
    if (!entry.neutral && !entry.giving && entry.act !== 'convey') return false;
    for (let k = verb[1]; k < limit; k++) {
      const noun = words.nouns.at(tokens, k);
      if (noun) return noun.value.act === 'convey';
    }
    return false;
  }

  /** Whether the last clause is what a message does: inviting him and thanking for … */
  function inLetter(): boolean {
    const [letter, last] = [found.at(-2), found.at(-1)];
    return letter !== undefined && last?.entry.act === 'invite' && givesLetter(letter, last.verb[0]);
  }

  /** The "and" before what is set off by commas: and, in that regard, urged. */
  function andBeforeAside(at: number): number | undefined {
    if (tokens[at]?.key !== ',') return undefined;
    for (let i = at - 1; i > 0 && i > at - ASIDE; i--)
      if (tokens[i]?.key === ',') return words.and.has((tokens[i - 1] as Token).key) && tokens[i - 1]?.kind === 'word' ? i - 1 : undefined;
    return undefined;
  }

  /** Whether a sentence opens with one of these words: Views on the matter. */
  function isOf(nouns: readonly string[]): boolean {
    return tokens.slice(0, OPENING).some(({ key }) => nouns.includes(key));
  }

  /** Whether a comma and a verb of what was told stand behind what is set off. */
  function closesOff(at: number): boolean {
    for (let i = at; i < Math.min(tokens.length - 1, at + LONG_ASIDE); i++)
      if (tokens[i]?.key === ',' && words.verbs.at(tokens, i + 1)?.value.tense === 'past') return true;
    return false;
  }

  /** Whether nothing but marks follows. */
  function closes(at: number): boolean {
    return tokens.slice(at, at + 4).every(({ kind }) => kind === 'mark') && at + 4 >= tokens.length;
  }

  /** Where words begin that stand between a subject and what it does: went on to; -1 where none end at a place. */
  function serialBefore(at: number): number {
    for (let length = SERIAL; length > 0; length--) if (words.serial.at(tokens, at - length, at)?.end === at) return at - length;
    return -1;
  }

  /** Whether an auxiliary of what was over stands between: had also added. */
  function perfect(before: number, i: number): boolean {
    return tokens.slice(before + 1, i).some(({ key }) => words.auxiliaries.has(key));
  }

  /** Whether what a verb says opens with "that" before a place. */
  function saysThat({ verb }: Found, limit: number): boolean {
    return tokens.slice(verb[0], Math.min(limit, verb[1] + OPENS)).some(({ key }) => words.that.has(key));
  }

  /** The word before adverbs and auxiliaries; undefined where one of them says that it was not so, or is still to come. */
  function behindAdverbs(i: number): number | undefined {
    let at = i - 1;
    for (; at >= 0; at--) {
      const token = tokens[at] as Token;
      if (words.negations.has(token.key)) return undefined;
      if (words.auxiliaries.has(token.key)) continue;
      // The ministers “held talks on …”
      if (QUOTES.has(token.key)) continue;
      if (words.ahead.has(token.key) && !words.infinitive.has(token.key)) return undefined;
      const step = [3, 2, 1].find((length) => at - length + 1 >= 0 && words.adverbs.at(tokens, at - length + 1)?.end === at + 1);
      // "both" may be the subject
      if (step === undefined || byEnd.get(at + 1)) break;
      at -= step - 1;
    }
    return at;
  }

  /** The subject that ends right before a place, or before something set off by commas: Minister Moe, for her part, noted. */
  function subjectAt(before: number): Subject | undefined {
    const direct = byEnd.get(before + 1);
    if (direct) return direct;
    if (tokens[before]?.key === ')') {
      for (let i = before - 1; i > before - 5 && i > 0; i--) if (tokens[i]?.key === '(') return byEnd.get(i);
    }
    if (tokens[before]?.key !== ',') return undefined;
    // Secretary Lund, together with Minister Moe, denounced
    const set = byEnd.get(before);
    if (set?.several && tokens.slice(set.start, set.end).some(({ key }) => key === ',')) return set;
    for (let i = before - 1; i >= 0 && i > before - LONG_ASIDE; i--) {
      if (tokens[i]?.key !== ',') continue;
      // a longer aside tells what they did the while: , both calling the moment significant,
      // or when and where: , as was agreed at the last meeting,
      const doing = [1, 2].some((step) => tokens[i + step]?.key.endsWith(words.participle)) || words.openings.has(tokens[i + 1]?.key ?? '');
      // , the first minister of her country,
      const apposed = before - i < APPOSED && words.determiners.has(tokens[i + 1]?.key ?? '');
      if (before - i < ASIDE || doing || apposed) return byEnd.get(i);
      return undefined;
    }
    return undefined;
  }

  /** that the summit, attended by both, reaffirmed: what is set off belongs to what is said, and so does the verb behind it. */
  function closesAside(at: number): boolean {
    if (tokens[at]?.key !== ',') return false;
    for (let i = at - 1; i > 0 && i > at - LONG_ASIDE; i--)
      if (tokens[i]?.key === ',') return words.agent.has(tokens[i + 2]?.key ?? '') && tokens[i + 1]?.cap === false;
    return false;
  }

  function main(subject: Subject, before: number, base: Omit<Found, 'start' | 'begin' | 'subject' | 'passive'>): Found | undefined {
    if (base.entry.talks && subject.kind !== 'talks') return undefined;
    const at = subject.start - 1;
    const previous = tokens[at];
    const clause: Found = { ...base, start: subject.start, begin: subject.start, subject, passive: false };
    // … had grown worse, the Prime Minister added
    if (previous?.key === ',' && base.entry.neutral && found.length === 0 && closes(base.verb[1]))
      return { ...clause, start: 0, begin: 0, ahead: at };
    if (previous === undefined) return { ...clause, begin: 0 };
    // the spokesman stated that the two warned: what is said there is what they said
    const reported = words.that.has(previous.key) || words.verbs.at(tokens, at, at + 1)?.value.entry.neutral === true;
    const voiced = reported && found.every((one) => one.subject?.kind === 'stranger') && tokens.slice(0, at).some(({ key }) => words.voices.has(key));
    if (voiced && subject.kind !== 'stranger') return clause;
    if (words.that.has(previous.key)) return undefined;
    // explained that, on the Monday before, he met: goes on with what is explained
    const last = found.at(-1);
    const opener = tokens[(last?.subject?.start ?? 0) - 1]?.key ?? '';
    // while she said that A, she explained B
    const aside = words.joins.has(opener) && !words.and.has(opener);
    if (last && subject.kind === 'he' && previous.key === ',' && saysThat(last, at) && !aside) return undefined;
    // , during which the two discussed
    // handed over a letter, in which he called for: what the letter says
    const letter = found.at(-1)?.entry.act === 'convey';
    if (found.length === 0 || (!letter && !words.relative.has(previous.key))) {
      const wherein = whereinBefore(subject.start);
      if (wherein >= 0 && subject.kind !== 'stranger') return { ...clause, begin: wherein };
    }
    const joins = words.and.has(previous.key) || words.joins.has(previous.key) || previous.kind === 'mark';
    if (!joins && !(found.length === 0 && opens(subject))) return undefined;
    // "in Oslo, the two": an opening stands before it
    if (found.length === 0) return words.and.has(previous.key) && previous.key !== ',' ? clause : { ...clause, start: 0 };
    if (subject.kind === 'stranger' && !words.joins.has(previous.key)) return undefined;
    // what is said goes on: noted that Norway welcomed A and Chile supported B
    if (subject.bare && before >= 0 && !words.joins.has(previous.key)) return undefined;
    return clause;
  }

  function whereinBefore(at: number): number {
    for (let length = 1; length <= SERIAL; length++) if (words.wherein.at(tokens, at - length, at)?.end === at) return at - length;
    return -1;
  }

  /** Whether nothing but an opening stands before a subject: In Oslo, they; Noting this, they. */
  function opens(subject: Subject): boolean {
    // a quotation mark before it is no opening
    const head = tokens.findIndex(({ kind }) => kind !== 'mark');
    if (subject.start <= head) return true;
    const first = tokens[head] as Token;
    const comma = tokens[subject.start - 1]?.key === ',';
    // Discussing fish they agreed
    if (subject.kind === 'they' && first.key.endsWith(words.participle) && words.verbs.at(tokens, head)) return true;
    return comma || words.openings.has(first.key) || words.adverbs.at(tokens, head) !== undefined;
  }

  function passive(before: number, base: Omit<Found, 'start' | 'begin' | 'subject' | 'passive'>): Found | undefined {
    let at = before;
    while (at > 0 && (words.passive.has(tokens[at - 1]?.key ?? '') || words.auxiliaries.has(tokens[at - 1]?.key ?? ''))) at--;
    const subject = tokens[at - 1];
    if (!subject || words.relative.has(subject.key) || words.that.has(subject.key) || words.ahead.has(subject.key)) return undefined;
    const verb = [at, base.verb[1]] as const;
    const last = found.at(-1);
    if (!last) return { ...base, verb, start: 0, begin: 0, subject: undefined, passive: true };
    // A was discussed and the need for B was underscored
    const and = last.passive ? tokens.findIndex(({ key }, k) => k >= last.verb[1] && k < at && words.and.has(key) && key !== ',') : -1;
    return and < 0 ? undefined : { ...base, verb, start: and + 1, begin: and + 1, subject: undefined, passive: true };
  }

  /** Whether a past form behind "and" or a comma is a further verb, and no adjective: shared values. */
  function goesOn(last: Found, { entry, verb }: Pick<Found, 'entry' | 'verb'>, previous: Token, next: Token | undefined): boolean {
    if (last.passive || last.tense === 'base') return false;
    if (!next) return false;
    // were pleased to meet and agreed they had
    if (words.subjects.at(tokens, verb[1]) || (!entry.noun && words.nouns.at(tokens, verb[1]))) return true;
    return takesObject(next) || (previous.key !== ',' && entry.noun !== true);
  }

  function takesObject(next: Token): boolean {
    return (
      words.determiners.has(next.key) ||
      words.that.has(next.key) ||
      words.dummies.has(next.key) ||
      next.cap ||
      words.relative.has(next.key) ||
      next.kind === 'number'
    );
  }

  /** Words that a sentence begins with and that name nobody we know: The delegations. */
  function plainSubject(before: number): boolean {
    for (let i = 0; i <= before; i++) {
      const token = tokens[i] as Token;
      if (token.kind === 'mark' || (words.relative.has(token.key) && i > 0 && token.key.length > 3) || words.verbs.at(tokens, i)) return false;
      if (i === 0 && words.openings.has(token.key)) return false;
    }
    return true;
  }
}
