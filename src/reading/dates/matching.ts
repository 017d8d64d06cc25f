import { isDigit, isHanDigit } from '../../language/abilities/numerals.ts';
import type { DateShape } from '../../language/knowledge/dates.ts';
import { type ShapeMatch, slotsOf } from '../../language/shape.ts';
import { fold } from '../../text/fold.ts';
import { isBlank } from '../../text/span.ts';
import type { Bag } from './bag.ts';
import type { DateKnowledge } from './knowledge.ts';

const LINE_END = 0x0a;
/** The number of an item, a day and a month have no more digits. */
const ITEM = 2;

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly rule: DateShape;
  readonly bag: Bag;
  /** The neighbouring words leave its value open. */
  readonly open: boolean;
}

/** What stands at `at`, the longest first, whatever its neighbours are. */
export function candidatesAt(text: string, at: number, knowledge: DateKnowledge): readonly ShapeMatch[] {
  return isPartOfNumber(text, at, knowledge) ? [] : knowledge.shapes.at(text, at);
}

/**
 * A candidate with what its slots took and its tail; undefined where its neighbours do not allow it.
 * @param endsRange a date stands right before, with から or the like between: words that would leave the value open do not count then.
 */
export function matchOf(text: string, candidate: ShapeMatch, knowledge: DateKnowledge, endsRange = false): Match | undefined {
  const rule = knowledge.rules[candidate.shape] as DateShape;
  if ((rule.onlyEndsRange && !endsRange) || !allowed(text, candidate, rule)) return undefined;
  const bag: Bag = slotsOf(candidate);
  const open = !endsRange && (isOpen(text, candidate, rule) || isStepFromElsewhere(text, candidate.start, bag, knowledge));
  const tail = tailOf(text, candidate.end, bag, rule, knowledge);
  return { start: candidate.start, end: tail?.end ?? candidate.end, rule, bag: tail ? Object.assign(bag, slotsOf(tail)) : bag, open };
}

/** Whether the number at `at` goes on before it, or is one of another kind (第3回). */
function isPartOfNumber(text: string, at: number, knowledge: DateKnowledge): boolean {
  const { numberNotAfter } = knowledge;
  const first = text.charCodeAt(at);
  if (at === 0 || !(isDigit(first) || isHanDigit(first)) || isBehindItem(text, at, knowledge)) return false;
  const before = text.charCodeAt(at - 1);
  return isDigit(before) || isHanDigit(before) || (numberNotAfter.has(text[at - 1] as string) && !endsClock(text, at - 1));
}

/** Whether a day or a month is told right behind the number of an item that begins a line: 1.28日午前. */
export function isBehindItem(text: string, at: number, { numbered }: DateKnowledge): boolean {
  if (fold(text.charCodeAt(at - 1)) !== 0x2e) return false;
  let head = at - 1;
  while (at - head <= ITEM && isDigit(text.charCodeAt(head - 1))) head--;
  if (head === at - 1) return false;
  while (head > 0 && isBlank(text.charCodeAt(head - 1)) && text.charCodeAt(head - 1) !== LINE_END) head--;
  if (head > 0 && text.charCodeAt(head - 1) !== LINE_END) return false;
  let end = at;
  while (end - at < ITEM && isDigit(text.charCodeAt(end))) end++;
  return end > at && numbered.has(text[end] as string);
}

/** 10:00-11:30: what stands before `at` is a clock time, and the sign at `at` leads to another. */
function endsClock(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at - 1)) &&
    isDigit(text.charCodeAt(at - 2)) &&
    fold(text.charCodeAt(at - 3)) === 0x3a &&
    fold(text.charCodeAt(at)) !== 0x3a
  );
}

/**
 * A day of the week, a part of the day, 頃.
 *
 *   > 11月13日(土)午後に   but 午後 is of the clock time in   > 11月13日(土)午後1時に
 *     　　　　　＾＾＾＾＾                                    　　　　　　＾＾＾
 */
function tailOf(text: string, at: number, bag: Bag, rule: DateShape, knowledge: DateKnowledge): ShapeMatch | undefined {
  if (rule.means !== undefined && rule.means !== 'week') return undefined;
  if (bag.hour !== undefined) return undefined;
  const ofDay = bag.day !== undefined || bag.relativeDay !== undefined || bag.contextDay !== undefined;
  let start = at;
  while (start - at < knowledge.section.blanks && fold(text.charCodeAt(start)) === 0x20) start++;
  for (const tail of (ofDay ? knowledge.dayTail : knowledge.dateTail).at(text, start)) {
    if (isNumberAfter(text, tail.end) && 'dayPart' in slotsOf(tail)) continue;
    return tail;
  }
  return undefined;
}

function isNumberAfter(text: string, at: number): boolean {
  let place = at;
  while (place - at < 2 && fold(text.charCodeAt(place)) === 0x20) place++;
  return isDigit(text.charCodeAt(place)) || isHanDigit(text.charCodeAt(place));
}

function allowed(text: string, { start, end }: ShapeMatch, rule: DateShape): boolean {
  if (rule.notAfter && follows(text, start, rule.notAfter)) return false;
  if (rule.notBefore && precedes(text, end, rule.notBefore)) return false;
  if (
    rule.onlyAfter &&
    !rule.onlyAfter.some((word) => (word === '' ? start === 0 || text.charCodeAt(start - 1) === LINE_END : follows(text, start, [word])))
  )
    return false;
  if (rule.onlyBefore && !precedes(text, end, rule.onlyBefore)) return false;
  return !rule.edge || (!touches(text, start - 1) && !touches(text, end));
}

function isOpen(text: string, { start, end }: ShapeMatch, rule: DateShape): boolean {
  return (
    (rule.openAfter !== undefined && follows(text, start, rule.openAfter)) || (rule.openBefore !== undefined && precedes(text, end, rule.openBefore))
  );
}

/**
 * A step is counted from the date told before, but not where something else is named for it.
 *
 *   > 会談の翌日    but > その翌日
 *     　　　＾＾           　　＾＾
 */
function isStepFromElsewhere(text: string, start: number, { contextYear, contextMonth, contextDay }: Bag, { section }: DateKnowledge): boolean {
  if (!(contextYear || contextMonth || contextDay)) return false;
  return follows(text, start, section.stepsFrom.elsewhere) && !follows(text, start, section.stepsFrom.told);
}

function follows(text: string, start: number, words: readonly string[]): boolean {
  for (const word of words) if (start >= word.length && text.startsWith(word, start - word.length)) return true;
  return false;
}

function precedes(text: string, end: number, words: readonly string[]): boolean {
  for (const word of words) if (text.startsWith(word, end)) return true;
  return false;
}

/** Latin letters, digits, `/`, `_`, `:` and a full stop with a digit after it. */
function touches(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = fold(text.charCodeAt(at));
  if (unit === 0x2e) return isDigit(text.charCodeAt(at + 1)) || (at > 0 && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));
  return (unit >= 0x30 && unit <= 0x3a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x2f || unit === 0x5f;
}
