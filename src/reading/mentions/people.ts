/**
 * The name that stands right before an office (or before the country of the office).
 *
 *   > は、ラヴロフ・ロシア外務大臣と     > 尹錫悦(ユン・ソンニョル)大統領     > 本日前原外務大臣
 *     　　＾＾＾＾                      ＾＾＾                            　　＾＾
 */
import { isHanDigit } from '../../language/abilities/numerals.ts';
import { fold } from '../../text/fold.ts';
import { isBlank, type Span } from '../../text/span.ts';
import type { Names } from './knowledge.ts';
import { isDouble, isHan, isJoint, isKatakana, isKatakanaAt, isLatin, wholeFrom } from './scripts.ts';

export interface NameFound {
  /** Where the mention begins. */
  readonly start: number;
  readonly name: Span;
  /** The country written as one of its parts: ロシア・ラヴロフ外相. */
  readonly party?: string;
}

/** A name has no more signs than this; nor has its reading in brackets. */
const LONGEST = 60;
const HAN = 5;
const HYPHENS: ReadonlySet<number> = new Set([0x2d, 0xff0d, 0x2212, 0x2010]);
/** A country that is glued to a name has at least so many signs: タイ and マリ may be its end. */
const GLUED = 4;

/**
 * @param end where the name would end.
 * @param floor no name begins before it: the end of what was read already.
 * @param country a country follows, which a joint may set off: 李伯年・中国外交部長.
 */
export function nameBefore(text: string, end: number, floor: number, names: Names, country = false): NameFound | undefined {
  let at = end;
  if (at > floor && isJoint(text.charCodeAt(at - 1))) at--;
  const unit = text.charCodeAt(at - 1);
  let bracketed = false;
  if (at === end && names.close.has(unit)) {
    bracketed = true;
    const open = openBefore(text, at - 1, floor, names);
    if (open < 0 || !(isReading(text, open + 1, at - 1) || isInSigns(text, open, at - 1, names))) return undefined;
    at = open;
    // マンスール (Mr. MANSOUR)
    while (at > floor && isBlank(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) !== 0x0a) at--;
  }
  if (at <= floor) return undefined;
  const last = text.charCodeAt(at - 1);
  // 楊潔チ: one sign of a name is written in katakana.
  const mixed = isKatakana(last) && at - 2 > floor && isHan(text.charCodeAt(at - 2)) && !isHan(text.charCodeAt(at));
  const kana = mixed ? 1 : kanaOfHan(text, at, floor, names);
  if (kana > 0) {
    let start = at - kana;
    while (start > floor && at - start <= HAN && isHan(text.charCodeAt(start - 1))) start--;
    start = wholeFrom(text, start);
    return withSurname(text, { start, name: [start, at] }, floor, bracketed, names);
  }
  if (isKatakanaAt(text, at - 1) || rulerBefore(text, at, floor, names) < at)
    return inverted(text, foreignName(text, at, floor, names), floor, country, names);
  if (isHan(last)) {
    const found = hanName(text, at, floor, names);
    // 外務・防衛大臣: what a joint sets off from an office is a field, unless it begins like a name
    if (at < end && !country && !names.close.has(unit) && !(found && isFullName(text, found.name, names))) return undefined;
    return found && withSurname(text, found, floor, bracketed, names);
  }
  return undefined;
}

/** ユン・ソギョル(尹錫悦): a name by its sound, and in brackets its signs. */
function isInSigns(text: string, open: number, close: number, names: Names): boolean {
  if (!isKatakana(text.charCodeAt(open - 1)) || close - open < 3 || close - open > FULL + 2) return false;
  for (let i = open + 1; i < close; i++) if (!isHan(text.charCodeAt(i))) return false;
  return names.surnames.has(text[open + 1] as string);
}

/** A full name of Han signs with a surname of one sign has no more. */
const FULL = 3;

/** 周文海・環境部長, 王毅・外交部長: a surname of one sign and one or two more, which are no field of an office. */
function isFullName(text: string, [start, end]: Span, names: Names): boolean {
  if (end - start < 2 || end - start > FULL || !names.surnames.has(text[start] as string)) return false;
  return !names.terms.at(text, start, end) && !names.offices.at(text, start, end);
}

/** 唐家セン外交部長: how many katakana stand for the one sign of a Han name that could not be typed; 0 where they are a word of their own. */
function kanaOfHan(text: string, at: number, floor: number, names: Names): number {
  const from = at - 2;
  if (from - 2 < floor || !isKatakana(text.charCodeAt(from)) || !isKatakana(text.charCodeAt(at - 1)) || names.terms.at(text, from, at)?.end === at)
    return 0;
  return isHan(text.charCodeAt(from - 1)) && isHan(text.charCodeAt(from - 2)) && !names.notAfter.has(text.charCodeAt(from - 1)) ? 2 : 0;
}

/** 楊 潔チ(よう・けつち): before a name whose reading is told, the surname may stand apart. */
function withSurname(text: string, found: NameFound, floor: number, bracketed: boolean, names: Names): NameFound {
  const [start, end] = found.name;
  if (!bracketed || start - 2 < floor || !isBlank(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 0x0a) return found;
  const surname = hanName(text, start - 1, floor, names);
  return surname && surname.name[1] - surname.name[0] <= 2 ? { start: surname.start, name: [surname.name[0], end] } : found;
}

function openBefore(text: string, close: number, floor: number, names: Names): number {
  for (let i = close - 1; i >= floor && i >= close - LONGEST; i--) if (names.open.has(text.charCodeAt(i))) return i;
  return -1;
}

/** In names of Latin letters: full stop, hyphen, apostrophes. */
const MARKS: ReadonlySet<number> = new Set([0x2e, 0x2d, 0x27, 0x2019]);

/** A reading is written in kana or Latin letters, with joints and blanks. */
function isReading(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kana = unit >= 0x3041 && unit <= 0x3096;
    if (!kana && !isKatakana(unit) && !isJoint(unit) && !isLatin(unit) && !isBlank(unit) && !MARKS.has(unit)) return false;
  }
  return end > start;
}

/** ラヴロフ、セルゲイ・ヴィクトロヴィチ・ロシア連邦外務大臣: the surname first, set off by a comma. */
function inverted(text: string, found: NameFound | undefined, floor: number, country: boolean, names: Names): NameFound | undefined {
  if (!found || !country || found.party) return found;
  const [start, end] = found.name;
  const comma = text.charCodeAt(start - 1);
  if ((comma !== 0x3001 && comma !== 0x2c && comma !== 0xff0c) || !text.slice(start, end).includes('\u30fb')) return found;
  let from = start - 1;
  while (from > floor && isKatakana(text.charCodeAt(from - 1))) from--;
  const term = names.terms.at(text, from, start - 1);
  if (start - 1 - from < 2 || isJoint(text.charCodeAt(from - 1)) || term?.end === start - 1) return found;
  return { start: from, name: [from, end] };
}

/** Katakana, joined by dots; single Latin letters may stand among the parts. */
function foreignName(text: string, end: number, floor: number, names: Names): NameFound | undefined {
  let start = end;
  const low = Math.max(floor, end - LONGEST);
  while (start > low) {
    const ruler = rulerBefore(text, start, low, names);
    if (ruler < start) {
      start = ruler;
      continue;
    }
    const unit = text.charCodeAt(start - 1);
    const initial = (isLatin(unit) || unit === 0x2e || unit === 0xff0e) && start < end;
    // マハディ-ル: a hyphen for the long sound
    const long = HYPHENS.has(unit) && start < end && isKatakana(text.charCodeAt(start)) && isKatakana(text.charCodeAt(start - 2));
    if (!isKatakanaAt(text, start - 1) && !isJoint(unit) && !initial && !long) break;
    start--;
  }
  while (start < end && !isKatakana(text.charCodeAt(start)) && !isLatin(text.charCodeAt(start))) start++;
  const from = start;
  const first = names.terms.at(text, start, end);
  let party: string | undefined;
  const given = first && (names.given.has(text.slice(start, first.end)) || isGivenName(text, start, first.end, names));
  if (first?.value.country && first.end < end && isJoint(text.charCodeAt(first.end)) && !given) {
    party = first.value.country;
    start = first.end + 1;
  }
  if (!party) {
    // パスクアルフィリピン貿易産業大臣: the country is glued to the name.
    for (let i = start + 2; i <= end - GLUED; i++) {
      const glued = names.terms.at(text, i, end);
      // バル=イラン次官: the half of a double name
      if (!glued?.value.country || glued.end !== end || isDouble(text.charCodeAt(i - 1))) continue;
      return { start: from, name: [start, i], party: glued.value.country };
    }
  }
  if (end - start < 2 || names.notNames.has(text.slice(start, end))) return undefined;
  const whole = names.terms.at(text, start, end);
  if (whole?.end === end && (whole.value.country || whole.value.office || whole.value.site || whole.value.stop || whole.value.organisation))
    return undefined;
  return party ? { start: from, name: [start, end], party } : { start: from, name: [start, end] };
}

/** 開発銀行(ABC)の｜イラン｜・ベッカー総裁: behind the letters of a body what is a country else is a given name. */
export function isGivenName(text: string, start: number, end: number, { countryJoints }: Names): boolean {
  const behind = countryJoints.has(text.charCodeAt(start - 1)) && fold(text.charCodeAt(start - 2)) === 0x29 && isLatin(text.charCodeAt(start - 3));
  return behind && isJoint(text.charCodeAt(end)) && isKatakana(text.charCodeAt(end + 1));
}

/** Before the number and the word of a ruler that end at `at`, フェリペ6世, ムスワティ三世: where the name itself ends; `at` where none does. */
function rulerBefore(text: string, at: number, floor: number, { generations }: Names): number {
  if (!generations.has(text.charCodeAt(at - 1))) return at;
  let i = at - 1;
  while (i > floor && at - i < 4 && (isNumber(text.charCodeAt(i - 1)) || isHanDigit(text.charCodeAt(i - 1)))) i--;
  return i < at - 1 && i > floor && isKatakana(text.charCodeAt(i - 1)) ? i : at;
}

/** 三ツ矢: a sign of another script between two Han signs of a name. */
function isInside(text: string, at: number, { insideNames }: Names): boolean {
  return insideNames.has(text.charCodeAt(at)) && isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
}

function isNumber(unit: number): boolean {
  const plain = fold(unit);
  return plain >= 0x30 && plain <= 0x39;
}

function hanName(text: string, end: number, floor: number, names: Names): NameFound | undefined {
  let start = end;
  const low = Math.max(floor, end - HAN - 1);
  // 公明党｜山口代表: a name begins behind a body
  const isOf = (at: number) => !names.houses.has(text.charCodeAt(at)) && (isHan(text.charCodeAt(at)) || isInside(text, at, names));
  while (start > low && isOf(start - 1)) start--;
  start = wholeFrom(text, start);
  if (start >= end) return undefined;
  let from = start;
  if (end - start > 2 && names.late.has(text[start] as string)) start++;
  // 2018年｜西園総理: behind the figure of a year or a day
  if (end - start > 2 && isNumber(text.charCodeAt(start - 1)) && names.counted.has(text.charCodeAt(start))) from = ++start;
  // 梅田同部長: of the body of the one before; 北沢英子両副代表: two hold it
  if (end - start > 2 && (names.same.has(text[end - 1] as string) || names.both.has(text.charCodeAt(end - 1)))) end--;
  if (end - start > HAN) return undefined;
  const word = text.slice(start, end);
  if (names.all.has(word) || names.same.has(word) || names.notNames.has(word)) return undefined;
  // 国際関係・協力大臣: a field of the office, as another stands before the joint.
  if (start > floor + 1 && isJoint(text.charCodeAt(from - 1)) && isHan(text.charCodeAt(from - 2))) return undefined;
  if (word.length === 1) return names.surnames.has(word) ? { start: from, name: [start, end] } : undefined;
  return { start: from, name: [start, end] };
}
