/** The act of a predicate, and the content that it closes. */
import { isComma, isLetter, isStop } from '../../language/abilities/head-final.ts';
import { ACTS } from '../../record/acts.generated.ts';
import { isQuoteEnd } from '../../text/quotes.ts';
import { isLatin } from '../mentions/scripts.ts';
import type { Clause } from './clause.ts';
import { type Draft, NEAR, quotes, REPORTED } from './draft.ts';
import type { Closer, Knowledge, Tail } from './knowledge.ts';

export function settle(text: string, from: number, draft: Draft, knowledge: Knowledge): Clause | undefined {
  const entry = draft.predicate.value.predicate;
  if (!entry || !draft.act) return undefined;
  if (entry.idle?.some((word) => text.endsWith(word, draft.start)) && !draft.settled) return undefined;
  if (entry.behind && !entry.behind.some((word) => text.endsWith(word, draft.predicate.start))) return undefined;
  if (entry.needs && !draft.settled && !entry.needs.some((word) => segment(text, Math.max(from, draft.start - NEAR), draft.start).includes(word)))
    return undefined;
  // …との考えであり: a background clause without an act of its own
  if (entry.form === 'noun' && draft.neutral && draft.predicate.bend === 'continuing') return undefined;
  let { act, rule, contentEnd } = { act: draft.act, rule: draft.rule, contentEnd: draft.contentEnd };
  if (draft.bend === 'negative' && !draft.settled) {
    if (!entry.refused) return undefined;
    act = entry.refused;
  }
  if (draft.bend === 'desire' && !draft.settled && entry.desired) act = entry.desired;
  // 議論を行いたい、協力を続けたい旨: what is wished for has not come about
  if (draft.bend === 'desire' && (ACTS[act].family === 'outcome' || entry.intends)) act = 'intend';
  let start = draft.start;
  let { reports, closing } = draft;
  let plain = false;
  if (!draft.settled) {
    const closed = closerOf(text, from, draft, knowledge) ?? (draft.neutral ? trailed(text, from, draft.start, knowledge) : undefined);
    if (closed) {
      reports = true;
      closing = closed.word;
      contentEnd = closed.at;
      if (quotes(draft) && knowledge.quoting.has(closed.word)) draft.neutral = true;
    }
    // …しているとした上で: the word closes the content itself
    if (draft.neutral && (entry.form === 'fixed' || closed?.word === '')) reports = true;
    if (entry.reported && !closed) return undefined;
    if (draft.neutral) {
      const own = !closed && draft.bend === 'present' ? knowledge.tails(text, from, draft.end) : undefined;
      const closer = closed && closerAt(text, closed, knowledge);
      // 進めよう｜との: what closes the content may end its predicate
      const stop = closed ? unquoted(text, from, closed.at, knowledge) : 0;
      const tail =
        closed &&
        !knowledge.naming.has(closed.word) &&
        (knowledge.tails(text, from, stop) ?? (closer ? undefined : endingIn(text, from, closed, knowledge)));
      if (closer) {
        act = closer.act;
        rule = `acts/${closer.id}+${rule.slice(5)}`;
      } else if (tail) {
        act = tail.act;
        rule = `acts/${tail.id}+${rule.slice(5)}`;
        start = (tail.over === undefined ? stop : closed.at + tail.over) - tail.length;
      } else if (own) {
        act = own.act;
        rule = `acts/${own.id}`;
      } else plain = entry.act === 'state';
    }
  }
  // 実施していく｜考えを示した: the end of the verb is content
  if (entry.noun && contentEnd === draft.start) start = contentEnd = draft.predicate.stem - entry.noun.length;
  if (draft.settled && !draft.reports) {
    // …したいとの｜意向を伝達: the content ends before the complementiser
    const closed = closedBefore(text, from, draft.start, knowledge);
    if (closed && closed.at + closed.word.length === draft.start) contentEnd = closed.at;
  }
  if (!draft.settled || entry.after) {
    for (const { act: other, words } of entry.after ?? []) {
      const near = segment(text, Math.max(from, draft.start - NEAR), draft.start);
      // …したいとの｜メッセージを: one's own words; …に感謝するとの｜某主席の｜メッセージを: those of someone else
      const behind = text.slice(contentEnd + closing.length, draft.predicate.start);
      const own = draft.neutral && closing !== '' && words.some((word) => behind.startsWith(word));
      if (!own && words.some((word) => near.includes(word) || (draft.reports && behind.includes(word)))) {
        act = other;
        rule = `${rule}/${other}`;
        plain = false;
        break;
      }
    }
  }
  return {
    verb: [start, draft.end],
    contentEnd,
    reports,
    closing,
    act,
    rule,
    neutral: draft.neutral,
    plain,
    passive: draft.passive,
    inverse: draft.inverse,
    answers: draft.answers,
    weak:
      entry.weak === true &&
      !((draft.bend === 'suspended' || draft.bend === 'continuing') && entry.firm?.some((word) => text.endsWith(word, draft.start))),
    impersonal: entry.impersonal ?? false,
    alone: entry.alone,
    comes: entry.comes,
    bend: draft.bend,
    link: draft.link,
    next: draft.next,
    by: draft.by,
  };
}

/** What closes the content: where the predicate begins with the word that does, its own beginning. 対話を続けることが重要である｜とした. */
function closerOf(text: string, from: number, draft: Draft, knowledge: Knowledge): { at: number; word: string } | undefined {
  const { start, predicate } = draft;
  const itself = predicate.value.predicate?.behind && start === predicate.start && knowledge.quoting.has(text.slice(start, start + 1));
  return itself ? { at: start, word: '' } : closedBefore(text, from, start, knowledge);
}

function closerAt(text: string, { at, word }: { at: number; word: string }, { closers }: Knowledge): Closer | undefined {
  const closer = closers.get(word);
  return closer?.except.some((stem) => text.endsWith(stem, at)) ? undefined : closer;
}

function endingIn(text: string, from: number, { at, word }: { at: number; word: string }, { tails }: Knowledge): Tail | undefined {
  for (let over = 1; over < Math.min(word.length, 4); over++) {
    const tail = tails(text, from, at + over);
    if (tail && tail.length > over) return { ...tail, over };
  }
  return undefined;
}

/** Before the bracket and the stop that end a quotation, and before what trails it: 「…したい。｜」と, …したい｜等と. */
function unquoted(text: string, from: number, at: number, { trailing }: Knowledge): number {
  let end = at;
  while (end > from && isStop(text.charCodeAt(end - 1)) && text.charCodeAt(end - 1) !== 0x0a) end--;
  const trail = trailing.find((word) => end - word.length > from && text.endsWith(word, end));
  return trail === undefined ? end : end - trail.length;
}

/** The last complementiser shortly before `at`, and where it begins: …進めること｜で改めて 一致. A short one must stand right there. */
export function closedBefore(text: string, from: number, at: number, knowledge: Knowledge): { at: number; word: string } | undefined {
  const { closing, partners } = knowledge;
  let last: { at: number; word: string } | undefined;
  for (let i = Math.max(from, at - REPORTED); i < at; ) {
    const found = closing.at(text, i, at);
    if (!found) {
      if (isComma(text.charCodeAt(i)) && i + 1 < at && last && last.at + last.word.length !== i) last = undefined;
      i++;
      continue;
    }
    const closes = found.end === at || (!isRole(text, i, found, knowledge) && !isBeside(text, from, i, found.value, knowledge));
    if (closes && !partners.at(text, i, at) && (found.end - found.start > 1 || found.end === at || !last)) last = { at: i, word: found.value };
    i = found.end;
  }
  return last;
}

/** 議長国として、, 首相としての訪日, 鉄道をはじめとする計画: what one is or what a thing is taken for, unless a predicate ends there (重要として、). */
function isRole(text: string, at: number, { value }: { value: string }, { roles, finite }: Knowledge): boolean {
  const before = text.charCodeAt(at - 1);
  const named = isLetter(before) || isLatin(before) || isQuoteEnd(before) || isTaken(text, at);
  return roles.has(value) && named && (isTaken(text, at) || !finite(text, 0, at) || isCompound(text, at));
}

/** 協力方針として、: a noun of more words, of which the last alone might end what is said (支援する方針として、). */
function isCompound(text: string, at: number): boolean {
  for (let i = 1; i <= COMPOUND; i++) if (!isLetter(text.charCodeAt(at - i))) return false;
  return true;
}

/** A noun of more words has so many signs at least. */
const COMPOUND = 4;

/** What a thing is taken for has no more signs: を｜はじめ, を｜きっかけ. */
const TAKEN = 5;

function isTaken(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= TAKEN; i--) if (text.charCodeAt(i) === WO) return true;
  return false;
}

/** を */
const WO = 0x3092;

/** 地域の平和と発展を求めた: between two nouns, a word that may close content joins them. */
function isBeside(text: string, from: number, at: number, word: string, { beside, finite }: Knowledge): boolean {
  return beside.has(word) && isLetter(text.charCodeAt(at - 1)) && !finite(text, from, at);
}

/** What closes content only right before its verb, or before a comma there: …を果たしてきた等、発言. */
export function trailed(text: string, from: number, at: number, { trailing }: Knowledge): { at: number; word: string } | undefined {
  const end = isComma(text.charCodeAt(at - 1)) ? at - 1 : at;
  const word = trailing.find((one) => end - one.length > from && text.endsWith(one, end));
  return word === undefined ? undefined : { at: end - word.length, word };
}

/** The words after the last comma: 断固たる姿勢が必要であるとして、協力を求めた is no demand. */
export function segment(text: string, start: number, end: number): string {
  let at = end;
  while (at > start && !isComma(text.charCodeAt(at - 1))) at--;
  return text.slice(at, end);
}
