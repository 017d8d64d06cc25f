/**
 * What the talks took place at the side of, and which of a series they were.
 *
 *   > 横浜APECの際の日露外相会談     > 通算9回目の会談     > 第3回日露戦略対話
 *     ＾＾＾＾＾＾                   　　＾                 ＾
 */

import { isHanDigit, type Numeral, readInteger } from '../../../language/abilities/numerals.ts';
import type { Known } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import type { Span } from '../../../text/span.ts';
import { isBlank } from '../../../text/span.ts';
import type { Names } from '../../mentions/knowledge.ts';
import { hasKana, isDigit, isHan, isJoint, isKatakana, isLatin } from '../../mentions/scripts.ts';
import type { TalksWords } from '../knowledge.ts';

const LONGEST = 50;
/** A name in short, with its brackets. */
const SHORT = 16;

/** @param names those by which a place is told from an occasion: 沖縄における日露外相会談. */
export function occasionInTitle(text: string, span: Span, words: TalksWords, names: Names): Known<string> | undefined {
  for (let i = span[0] + 1; i < span[1]; i++) {
    const found = words.occasionsInTitle.at(text, i, span[1]);
    if (!found) continue;
    let start = span[0];
    for (let j = i - 1; j >= span[0]; j--)
      if (isBlank(text.charCodeAt(j))) {
        start = j + 1;
        break;
      }
    const place = names.terms.at(text, start, i);
    if (place?.end === i && (place.value.place || place.value.country)) return undefined;
    // 農業分野での連携強化を確認: a field, and no event
    if (words.knowledge.occasions.fields?.some((word) => text.endsWith(word, i))) return undefined;
    return i - start >= 2 && i - start <= LONGEST ? { value: text.slice(start, i), basis: 'stated', span: [start, i] } : undefined;
  }
  return undefined;
}

/** In the sentence of the talks, before the word for them. */
export function occasionTold(text: string, span: Span, words: TalksWords): Known<string> | undefined {
  for (let i = span[0] + 1; i < span[1]; i++) {
    if (!words.occasions.at(text, i, span[1])) continue;
    let start = i;
    while (start > span[0] && i - start < LONGEST) {
      if (ends(text, start - 1, words)) {
        const quoted = quotedBefore(text, start, span[0]);
        if (quoted >= 0) {
          start = quoted;
          break;
        }
        const related = relatedBefore(text, start, span[0], words);
        if (related >= 0) {
          start = related;
          continue;
        }
        const open = shortBefore(text, start, span[0]);
        if (open <= span[0] || ends(text, open - 1, words)) break;
        start = open;
      } else start--;
    }
    start += words.knowledge.occasions.leads.find((word) => text.startsWith(word, start))?.length ?? 0;
    if (i - start < 2 || i - start >= LONGEST) continue;
    return { value: text.slice(start, i), basis: 'stated', span: [start, i] };
  }
  return undefined;
}

/** Where the quotation before `at` opens, as names of conferences begin with one: 「海と山」｜対話. -1 where none does. */
function quotedBefore(text: string, at: number, least: number): number {
  if (text.charCodeAt(at - 1) !== 0x300d) return -1;
  for (let i = at - 2; i >= Math.max(least, at - LONGEST); i--) if (text.charCodeAt(i) === 0x300c) return i < at - 2 ? i : -1;
  return -1;
}

/** Where the words for what a conference is about begin, with what it is about before them: アフガニスタン｜に関する東京会合. -1 where there are none. */
function relatedBefore(text: string, at: number, least: number, { knowledge }: TalksWords): number {
  const word = knowledge.occasions.relates.find((one) => at - one.length > least && text.endsWith(one, at));
  return word === undefined ? -1 : at - word.length;
}

/** Where the bracket before `at` opens, if it holds a name in short, or the name of which one in short stands before it: 開発会議(TICAD)｜閣僚会合, ASEM(某会合)｜首脳会合. -1 where none does. */
function shortBefore(text: string, at: number, least: number): number {
  if (fold(text.charCodeAt(at - 1)) !== 0x29) return -1;
  let short = true;
  for (let i = at - 2; i >= least && at - i < SHORT; i--) {
    const unit = text.charCodeAt(i);
    if (fold(unit) === 0x28) return i < at - 2 && (short || isLatin(text.charCodeAt(i - 1))) ? i : -1;
    if (fold(unit) === 0x29) return -1;
    // 拡大国防相会議(ADMMプラス)
    const added = isKatakana(unit) || unit === 0x2b || unit === 0xff0b;
    short &&=
      isLatin(unit) ||
      isDigit(unit) ||
      isBlank(unit) ||
      unit === 0x2d ||
      (added && isLatin(text.charCodeAt(i - 1))) ||
      (added && isKatakana(text.charCodeAt(i - 1)));
  }
  return -1;
}

/** Whether the unit cannot belong to the name of an occasion: a comma, a blank, kana other than the particle between nouns. */
function ends(text: string, at: number, words: TalksWords): boolean {
  const unit = text.charCodeAt(at);
  if (isHan(unit) || isKatakana(unit) || isLatin(unit) || isDigit(unit) || isJoint(unit) || unit === 0x2b) return false;
  // 故安倍元総理の国葬儀
  return !(
    words.occasionJoins.has(unit) &&
    at > 0 &&
    (isHan(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at - 1))) &&
    (isHan(text.charCodeAt(at + 1)) || isKatakana(text.charCodeAt(at + 1)))
  );
}

/**
 * @param span where to look; the number must stand before the word for the talks, not far.
 * @param end where that word begins.
 */
export function ordinalTold(text: string, span: Span, end: number, words: TalksWords): Known<number> | undefined {
  const number: Numeral = { end: -1, value: 0, form: 'western', signs: 0 };
  for (let i = span[0]; i < end; i++) {
    const before = words.ordinalBefore.at(text, i, end);
    const from = before ? before.end : i;
    if (!before && i > span[0] && isNumber(text.charCodeAt(i - 1))) continue;
    readInteger(text, from, true, number);
    if (number.end < 0 || number.end > end || number.value <= 0 || number.value > 999) continue;
    const counter = words.counters.at(text, number.end, end);
    if (!counter) continue;
    const th = words.th.at(text, counter.end, end);
    if (!before && !th) continue;
    const to = th ? th.end : counter.end;
    // 第63回国連総会議長と会談: the number of something else
    const next = words.ordinalBetween.at(text, to, end)?.end ?? to;
    if (end - to > 24 || hasKana(text, next, end)) continue;
    return { value: number.value, basis: 'stated', span: [i, to] };
  }
  return undefined;
}

/** 両首脳の会談は通算4回目です。: the number in a sentence below the one that tells the talks. */
export function ordinalCounted(text: string, [start, end]: Span, words: TalksWords): Known<number> | undefined {
  const { counted } = words.knowledge.ordinals;
  const found = words.encounters.all(text, start, end).find((one) => counted.some((word) => text.startsWith(word, one.end)));
  if (!found) return undefined;
  const number: Numeral = { end: -1, value: 0, form: 'western', signs: 0 };
  for (let i = found.end; i < end; i++) {
    const before = words.ordinalBefore.at(text, i, end);
    if (!before) continue;
    readInteger(text, before.end, true, number);
    const counter = number.value > 0 && number.value <= 999 ? words.counters.at(text, number.end, end) : undefined;
    const th = counter && words.th.at(text, counter.end, end);
    if (th) return { value: number.value, basis: 'stated', span: [i, th.end] };
  }
  return undefined;
}

function isNumber(unit: number): boolean {
  return isDigit(unit) || isHanDigit(unit);
}
