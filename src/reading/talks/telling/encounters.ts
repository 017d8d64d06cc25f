/**
 * Where a text tells that talks took place.
 *
 *   > ラヴロフ・ロシア外務大臣と会談したところ     > 会談を行った大臣は     > 会談を行う予定
 *     　　　　　　　　　　　　　＾＾               none: relative clause    none: still to come
 */
import { isComma } from '../../../language/abilities/head-final.ts';
import { type Numeral, readInteger } from '../../../language/abilities/numerals.ts';
import type { Span } from '../../../text/span.ts';
import { isBlank } from '../../../text/span.ts';
import { isHan, isKatakana } from '../../mentions/scripts.ts';
import type { Kind, TalksWords } from '../knowledge.ts';

export interface Encounter {
  readonly kind: Kind;
  /** The word that names it. */
  readonly span: Span;
  /** What is told before it belongs to the talks: where the word begins, or what tells behind it that they took place. */
  readonly reach: number;
}

const REMARK = 60;
const TAIL = 14;
/** From the word to what tells that it took place there are no more signs than this. */
const HELD = 60;
/** From the head of a list to what tells that all of it was done. */
const LIST = 120;

/** The word by which a heading or title names talks; the last one counts. */
export function encounterNamed(text: string, span: Span, words: TalksWords): Encounter | undefined {
  let result: Encounter | undefined;
  for (const found of words.encounters.all(text, span[0], span[1]))
    if (found.value !== 'none') result = { kind: found.value, span: [found.start, found.end], reach: found.start };
  return result;
}

/** The talks that a sentence tells as having taken place, the first of them. */
export function encounterTold(text: string, span: Span, words: TalksWords): Encounter | undefined {
  let i = span[0];
  while (i < span[1]) {
    const found = words.encounters.at(text, i, span[1]);
    if (!found) {
      i++;
      continue;
    }
    const { start, end, value } = found;
    // 首脳会談等を行いました
    const past = words.more.at(text, end, span[1])?.end ?? end;
    const reach =
      value === 'none'
        ? -1
        : isDone(text, past, span[1], words) || isBare(text, found, span, words) || isGapped(text, past, span[1], words)
          ? start
          : heldAt(text, past, span[1], words);
    if (value !== 'none' && reach >= 0) {
      if (isPlanned(text, span, words)) return undefined;
      return { kind: value === 'meeting' && byPhone(text, start, span[0], words) ? 'call' : value, span: [start, end], reach };
    }
    i = end;
  }
  return undefined;
}

/**
 * Told as a noun that ends its sentence (5日、某国外相と会談。), or as the first of several things that were done (会談、署名式を行った).
 * Before it stands with whom or what about, so that a heading is none.
 */
function isBare(text: string, { start, end }: { readonly start: number; readonly end: number }, [from, limit]: Span, words: TalksWords): boolean {
  const { before, ends, stop } = words.bare;
  if (!before.some((word) => start - word.length >= from && text.startsWith(word, start - word.length))) return false;
  const at = ends.at(text, end, limit)?.end ?? end;
  if (stop.has(text.charCodeAt(at))) return true;
  // 某首相を表敬、某外相と会談し: the verb is told with the second
  if (isComma(text.charCodeAt(at)) && isNextDone(text, at + 1, limit, words)) return true;
  return words.lists.at(text, end, limit) !== undefined && isListDone(text, end, Math.min(limit, end + HELD), words);
}

/** 某部長と会談を、某省とは協議を行い: the verb is told with the second. */
function isGapped(text: string, at: number, limit: number, words: TalksWords): boolean {
  const particle = words.heldBetween.at(text, at, limit);
  if (particle?.value !== 'object' || !isComma(text.charCodeAt(particle.end))) return false;
  return isNextDone(text, particle.end, limit, words);
}

/** Whether the next talks that are named took place. */
function isNextDone(text: string, at: number, limit: number, words: TalksWords): boolean {
  const next = words.encounters.all(text, at, Math.min(limit, at + HELD)).find(({ value }) => value !== 'none');
  return next !== undefined && isDone(text, words.more.at(text, next.end, limit)?.end ?? next.end, limit, words);
}

/** 某大統領との首脳会談、覚書への署名等の行事の他、献花等を行った: talks with somebody at the head of a list of all that was done. */
export function encounterListed(text: string, span: Span, words: TalksWords): Encounter | undefined {
  for (const { start, end, value } of words.encounters.all(text, ...span)) {
    if (value === 'none' || !words.knowledge.passing.before.some((word) => text.endsWith(word, start))) continue;
    return isOfListDone(text, end, span[1], words) ? { kind: value, span: [start, end], reach: start } : undefined;
  }
  return undefined;
}

/** Whether talks that end here stand in a list of what was done: 日・某国首脳会談｜、視察等を行った. */
export function isOfListDone(text: string, end: number, limit: number, words: TalksWords): boolean {
  return words.lists.at(text, end, limit) !== undefined && isListDone(text, end, Math.min(limit, end + LIST), words);
}

/** Whether the first object or goal behind the head of a list is what was done: 会談、昼食会及び署名式を行い. */
function isListDone(text: string, at: number, limit: number, { done, after, heldBetween, bare: { stop } }: TalksWords): boolean {
  for (let i = at; i < limit; i++) {
    if (stop.has(text.charCodeAt(i))) return false;
    const found = done.at(text, i, limit);
    if (found) return found.end >= limit || after.at(text, found.end, limit) !== undefined;
    if (heldBetween.at(text, i, limit)) return false;
  }
  return false;
}

/** 会談し｜協力を確認した: the sentence goes on without a comma. */
function goesOn(text: string, at: number, { knowledge: { onward } }: TalksWords): boolean {
  return isHan(text.charCodeAt(at)) && onward.ends.some((word) => text.endsWith(word, at)) && !onward.not.includes(text[at] as string);
}

function isDone(text: string, at: number, limit: number, words: TalksWords): boolean {
  let pos = at;
  for (let n = 0; n < 4; n++) {
    const done = words.done.at(text, pos, limit);
    if (done) {
      const { end } = done;
      if (end >= limit || isBlank(text.charCodeAt(end)) || words.after.at(text, end, limit) || goesOn(text, end, words)) return true;
      return false;
    }
    const next = words.between.at(text, pos, limit);
    const to = next?.end ?? ordinalAt(text, pos, limit, words) ?? afterBrackets(text, pos, limit);
    if (to === pos) return false;
    pos = to;
  }
  return false;
}

/**
 * Where it is told, behind the day and the place, that it took place: 対話が、5日、東京において開催され; -1 where it is not.
 * Another word in the same part of the sentence ends the search: 会談が円滑に進み、合意が行われた.
 */
export function heldAt(text: string, at: number, limit: number, words: TalksWords): number {
  // 「日韓財務対話」が25日、…で開かれた
  const behind = text.charCodeAt(at) === 0x300d ? at + 1 : at;
  const session = ordinalAt(text, behind, limit, words);
  const from = session === undefined ? behind : (words.between.at(text, session, limit)?.end ?? session);
  const particle = words.heldBetween.at(text, afterBrackets(text, from, limit), limit);
  if (!particle) return -1;
  const to = Math.min(limit, particle.end + HELD);
  for (let i = particle.end; i < to; i++) {
    if (text.charCodeAt(i) === 0x300c || words.heldBetween.at(text, i, to)?.value === particle.value) return -1;
    const done = words.held.at(text, i, limit);
    if (!done) continue;
    const { end, value } = done;
    const told = value === particle.value && (end >= limit || isBlank(text.charCodeAt(end)) || words.after.at(text, end, limit) !== undefined);
    return told ? i : -1;
  }
  return -1;
}

/** Behind the number of a session: 協議第2回会議. */
export function ordinalAt(text: string, at: number, limit: number, words: TalksWords): number | undefined {
  const before = words.ordinalBefore.at(text, at, limit);
  if (!before) return undefined;
  const number: Numeral = { end: -1, value: 0, form: 'western', signs: 0 };
  readInteger(text, before.end, true, number);
  return number.end > 0 && number.end <= limit ? words.counters.at(text, number.end, limit)?.end : undefined;
}

/** Behind a bracketed remark that begins at `at`; `at` where there is none. */
export function afterBrackets(text: string, at: number, limit: number): number {
  const open = text.charCodeAt(at);
  if (open !== 0x28 && open !== 0xff08 && open !== 0x300c) return at;
  const close = open === 0x300c ? 0x300d : 0x29;
  let depth = 0;
  for (let i = at; i < limit && i < at + REMARK * 5; i++) {
    const unit = text.charCodeAt(i);
    if (unit === open || (close === 0x29 && (unit === 0x28 || unit === 0xff08))) depth++;
    else if (unit === close || (close === 0x29 && unit === 0xff09)) {
      depth--;
      if (depth === 0) return i + 1;
    }
  }
  return at;
}

/** Whether the sentence ends in words of what is still to come. */
export function isPlanned(text: string, span: Span, words: TalksWords): boolean {
  let { 1: end } = span;
  while (end > span[0] && !isHan(text.charCodeAt(end - 1)) && !isKana(text.charCodeAt(end - 1))) end--;
  for (let i = Math.max(span[0], end - TAIL); i < end; i++) {
    const found = words.planned.at(text, i, span[1]);
    if (found && found.end === end) return !words.knowledge.toldDone?.some((word) => text.endsWith(word, end));
  }
  return false;
}

function isKana(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x3096) || isKatakana(unit);
}

function byPhone(text: string, at: number, start: number, words: TalksWords): boolean {
  for (let i = Math.max(start, at - 24); i < at; i++) if (words.byPhone.at(text, i, at)) return true;
  return false;
}
