/**
 * The things told in one statement, and how firmly each is promised.
 *
 *   > 専門家を来年派遣すること、次回協議を4月に開催する方向で調整することで一致した
 *     ＾＾＾＾＾＾＾＾＾＾＾　　firm: only closings follow the deed
 *     　　　　　　　　　　　　　＾＾＾＾＾＾＾＾＾＾＾　　aimed: the predicate is 調整
 *
 * 1 a thing is promised only where it is the predicate of what was said, or what that predicate aims at; 2 what was done, what is
 * being done and what is only called important is no promise.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Commitment, DateMention, Mention, Statement, Talks } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isQuoteEnd } from '../../text/quotes.ts';
import { isBlank, type Span } from '../../text/span.ts';
import type { Words } from './words.ts';

/** What may follow a deed is no longer than this, in units. */
const TAIL = 48;
/** How far the end of a bridge may lie inside what was taken for a closing, and how far its aim may stand from it. */
const BRIDGE = 8;
const REACH = 120;
const NEAR = 10;
/** Between a thing and the word for its time, with that: の具体的な日程. */
const TIME = 10;
/** That it comes about is told at most this far behind the thing. */
const REAL = 40;
/** A remark in brackets is no longer than this. */
const ASIDE = 40;
const OPEN = 0x28;
const CLOSE = 0x29;

export interface Item {
  readonly text: string;
  readonly span: Span;
  /** As far as a closing may reach over the end of what was said: することを表明. */
  readonly limit: number;
  readonly statement: Statement;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly talks: Talks;
  readonly words: Words;
  readonly speakers: readonly string[];
  /** What the act alone gives to a thing that is firmly promised. */
  readonly stage: Commitment['stage'];
  /** How what was told was arranged between the sides, whoever tells it. */
  readonly settled?: true;
  /** What is planned, told before something else: only a visit that it names and a meeting are looked for. */
  readonly background?: true;
}

export type Grade = 'firm' | 'aimed' | 'worked';

/** Cuts what was said where it tells several things in a row. */
export function itemsOf(statement: Item): Item[] {
  const { text, span, words } = statement;
  const welcomed = statement.statement.act === 'welcome';
  const cuts = words.items
    .all(text, span[0], welcomed ? Math.max(statement.limit, statement.statement.span[1]) : span[1])
    .filter(({ start, value }) => (value !== 'planned' || welcomed) && start <= span[1])
    .map(({ start, end, value }): [number, number, 'item' | 'settled' | 'background'] => [start, end, value === 'planned' ? 'settled' : value]);
  for (const { span: point } of statement.statement.points ?? [])
    if (point[0] > span[0] && point[0] < span[1]) cuts.push([point[0], point[0], 'item']);
  if (cuts.length === 0) return [statement];
  cuts.sort((a, b) => a[0] - b[0]);
  const result: Item[] = [];
  let from = span[0];
  let m = 0;
  let d = 0;
  for (const [cut, next, how] of [...cuts, [span[1], span[1], 'item'] as const]) {
    if (cut <= from) continue;
    const last = cut === span[1];
    const inside = <T extends { span: Span }>(list: readonly T[], first: number): T[] => {
      const own: T[] = [];
      for (let i = first; i < list.length && (list[i] as T).span[0] < cut; i++) own.push(list[i] as T);
      return own;
    };
    const mentions = inside(statement.mentions, m);
    const dates = inside(statement.dates, d);
    m += mentions.length;
    d += dates.length;
    const item: Item = { ...statement, span: [from, cut], limit: last ? statement.limit : next, mentions, dates };
    if (how === 'settled') result.push({ ...item, speakers: statement.talks.parties, stage: 'agreed', settled: true });
    else result.push(how === 'background' ? { ...item, background: true } : item);
    from = next;
  }
  return result;
}

/** How firmly the item promises the thing whose words end at `at`; undefined where it does not. */
export function gradeOf(item: Item, at: number): Grade | undefined {
  const { text, span, words } = item;
  if (words.ongoing.at(text, at, item.limit)) return undefined;
  const end = closed(item, at);
  if (end >= span[1] || isRow(item, at)) return isArranged(item) ? 'aimed' : 'firm';
  const goesOn = words.suspended.some((word) => end > at - word.length && text.endsWith(word, end));
  // 会長が訪露し、…は有意義であるとの評価で一致した: what was done is thought well of
  const thought = words.views.some((word) => text.startsWith(word, span[1]));
  if (goesOn && !thought && isComma(text.charCodeAt(end)) && isOpen(item)) return 'firm';
  // 訪日し総理に｜紹介したい: the wish that ends it is for both
  if (goesOn && item.statement.act === 'intend' && item.limit > span[1] && words.wishes.has(text, span[1], item.limit)) return 'firm';
  const time = pastTime(item, at);
  if (time !== undefined) return aimAfter(item, time, true, true);
  for (let i = Math.max(at, end - BRIDGE); i <= end; i++) {
    const bridge = words.bridges.at(text, i, span[1]);
    if (!bridge || bridge.end < end) continue;
    const { end: from, value } = bridge;
    // 訪露については、国会の日程を見て検討する
    const far = value === 'strong' || (item.stage === 'deferred' && isComma(text.charCodeAt(from)));
    const aim = aimAfter(item, from, far, words.realising.has(text, at, from)) ?? (value === 'weak' ? realAim(item, from) : undefined);
    if (aim) return aim;
  }
  return undefined;
}

/** 訪日の｜具体的な日程を｜調整する: past the time of the thing, where that is what the predicate is about. */
function pastTime({ text, span, words }: Item, at: number): number | undefined {
  const joint = words.nominal.find((word) => text.startsWith(word, at));
  const time = joint && words.times.all(text, at + joint.length, Math.min(span[1], at + TIME)).at(-1);
  if (!time) return undefined;
  const bridge = words.bridges.at(text, time.end, span[1]);
  return bridge?.value === 'weak' && !words.bridges.has(text, at + joint.length, time.start) ? bridge.end : undefined;
}

/** 来年春に行うことで｜調整することとなった: what is agreed on is the work for it. */
function isArranged({ text, span, words, statement, settled }: Item): boolean {
  if (settled || statement.act !== 'agree' || span[1] > statement.verb.span[1]) return false;
  return words.aims.all(text, span[1], statement.verb.span[1]).some(({ value }) => value === 'aim');
}

/** 対話の早期開催｜及び委員会の年内開催, 対話の設置｜、協議の実施: nothing but nouns follows, and what ends the last is told of each. */
function isRow(item: Item, at: number): boolean {
  const { text, span, words } = item;
  const joint = (from: number): string | undefined => words.joining.find((word) => text.startsWith(word, from));
  const first = joint(at);
  if (!first || (first.length === 1 && !isComma(text.charCodeAt(at))) || !isLetter(text.charCodeAt(at - 1))) return false;
  let i = at + first.length;
  for (let next = ''; i < span[1]; i += Math.max(1, next.length)) {
    // 及び begins with a letter too
    next = joint(i) ?? words.nominal.find((word) => text.startsWith(word, i)) ?? '';
    if (next === '' && !isLetter(text.charCodeAt(i))) break;
  }
  // 供与及び派遣｜を行う: and the verb of both
  return i > at + first.length && (i >= span[1] || (words.cases.at(text, i, span[1]) !== undefined && closed(item, i) >= span[1]));
}

/** 訪日について、双方の都合の良い時期に実現すべく、調整を進める: that it comes about is what is aimed at. */
function realAim(item: Item, from: number): Grade | undefined {
  const { text, span, words } = item;
  for (const { start, end } of words.realising.all(text, from, Math.min(span[1], from + REAL))) {
    // 成果を実現すべく: something else is to come about
    if (words.objects.at(text, start - 1, start)) continue;
    const bridge = words.bridges.at(text, end, span[1]);
    if (bridge?.value === 'strong') return aimAfter(item, bridge.end, true, true);
  }
  return undefined;
}

/**
 * The predicate of the item, where it aims at something: at the end, and not past. After を or について it stands close by; after に向けて,
 * or where an aim is followed by the work for it, anywhere.
 */
function aimAfter(item: Item, from: number, strong: boolean, real: boolean): Grade | undefined {
  const { text, span, words } = item;
  let far = strong;
  for (let i = from; i < span[1] && i < from + (far ? REACH : NEAR); i++) {
    if (!far && isComma(text.charCodeAt(i))) return undefined;
    // 訪日に向け、緊密に調整していく: how the sides deal with one another, no work for the thing
    if (!real && words.manners.at(text, i, span[1])) return undefined;
    const aim = words.aims.at(text, i, span[1]);
    if (!aim) continue;
    const end = closed(item, aim.end);
    // 開催する方向で調整を行い、続けることで一致した: before a clause that ends as what is to come
    const on = end < span[1] && isComma(text.charCodeAt(end)) && words.suspended.some((word) => text.endsWith(word, end)) && isOpen(item);
    if (end >= span[1] || on) return aim.value === 'aim' ? 'aimed' : 'worked';
    if (i === from) far = true;
  }
  return undefined;
}

/** Whether the item ends as what is still to come ends. */
function isOpen(item: Item): boolean {
  const { text, span, words } = item;
  for (let i = Math.max(span[0], span[1] - 3); i < span[1]; i++) {
    const found = words.closings.at(text, i, item.limit);
    if (found && closed(item, i) >= span[1]) return true;
  }
  return false;
}

/** Past what only closes a predicate, and the days and places that stand in it. */
function closed({ text, words, limit, dates, mentions }: Item, at: number): number {
  const stop = Math.min(limit, at + TAIL);
  let i = at;
  while (i < stop) {
    const found = words.closings.at(text, i, limit);
    if (found) {
      i = found.end;
      continue;
    }
    // 訪問したい。」と述べた: a quotation closes behind what was said
    if (closesQuote(text, i)) {
      i++;
      continue;
    }
    const from = i;
    const aside = pastAside(text, i, limit);
    if (aside > i) {
      i = aside;
      continue;
    }
    const inside = dates.find(({ span }) => span[0] === from) ?? mentions.find(({ span, kind }) => span[0] === from && kind === 'place');
    if (!inside || inside.span[1] <= i) break;
    i = inside.span[1];
  }
  return i;
}

/** The mark that closes a quotation, or a stop before it. */
function closesQuote(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isQuoteEnd(unit) || (unit === 0x3002 && isQuoteEnd(text.charCodeAt(at + 1)));
}

/** 方針である(案件概要(PDF))旨: past a remark in brackets. */
export function pastAside(text: string, at: number, limit: number): number {
  if (fold(text.charCodeAt(at)) !== OPEN) return at;
  for (let i = at, depth = 0; i < limit && i - at < ASIDE; i++) {
    const sign = fold(text.charCodeAt(i));
    if (sign === OPEN) depth++;
    if (sign === CLOSE && --depth === 0) return i + 1;
  }
  return at;
}

/** After the last comma before `at` that is in no bracket; a bracket that is open at `at` begins a clause of its own. */
export function clauseStart(text: string, from: number, at: number): number {
  let i = at;
  for (let depth = 0; i > from; i--) {
    const unit = text.charCodeAt(i - 1);
    const sign = fold(unit);
    if (sign === CLOSE) depth++;
    else if (sign === OPEN && --depth < 0) break;
    else if (depth === 0 && ((isComma(unit) && !isInNumber(text, i - 1)) || unit === 0x3002)) break;
  }
  while (i < at && (isBlank(text.charCodeAt(i)) || isComma(text.charCodeAt(i)))) i++;
  return i;
}

/** 1,000万ドル, 4、5年: a comma between two figures parts nothing. */
function isInNumber(text: string, at: number): boolean {
  return isComma(text.charCodeAt(at)) && isFigure(fold(text.charCodeAt(at - 1))) && isFigure(fold(text.charCodeAt(at + 1)));
}

const isFigure = (sign: number): boolean => sign >= 0x30 && sign <= 0x39;

/** The run of letters that ends at `at`: the name of a thing, for telling one from another. */
export function nameBefore(text: string, from: number, at: number): string {
  let i = at;
  while (i > from && at - i < 24 && isLetter(text.charCodeAt(i - 1))) i--;
  return text.slice(i, at);
}

/** Han and katakana letters, Latin letters and digits of any width. */
export function isLetter(unit: number): boolean {
  const plain = fold(unit);
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0x30a1 && unit <= 0x30fc) ||
    unit === 0x3005 ||
    (plain >= 0x30 && plain <= 0x39) ||
    (plain >= 0x41 && plain <= 0x5a) ||
    (plain >= 0x61 && plain <= 0x7a)
  );
}
