/**
 * Given names that are written in kana behind a surname of Han signs, or stand apart from it. Kana before an office are mostly words of
 * the sentence, and what stands before a blank mostly another word, so the page itself must call the person by the surname somewhere:
 *
 *   > 水野かおる外務大臣政務官は…。水野政務官から、   > 日本から中島 俊久環境大臣が出席した。中島大臣から、
 *     ＾＾＾＾＾                   ＾＾                      ＾＾＾＾＾                        ＾＾
 */
import type { Mention } from '../../record/reading.ts';
import { isBlank } from '../../text/span.ts';
import { isHan, isKatakana, wholeFrom } from './scripts.ts';

/** No such given name has fewer signs or more, and no surname before it has more. */
const SHORTEST = 2;
const GIVEN = 6;
const SURNAME = 4;

/** Gives offices, and persons of a given name only, the name that stands before them; `mentions` are changed in place and keep their order. */
export function addGivenNames(text: string, mentions: Mention[]): void {
  let surnames: Set<string> | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i] as Mention;
    const start = beginningOf(text, mention);
    if (start < 0 || start < (mentions[i - 1]?.span[1] ?? 0)) continue;
    surnames ??= surnamesOf(mentions);
    if (!surnames.has(hanBefore(text, surnameEnd(text, givenStart(text, mention))))) continue;
    const end = mention.name === undefined ? mention.span[0] : mention.span[0] + mention.name.length;
    mentions[i] = {
      ...mention,
      kind: 'person',
      text: text.slice(start, mention.span[1]),
      span: [start, mention.span[1]],
      name: text.slice(start, end),
    };
  }
}

/** Where surname and given name would begin; -1 where nothing of that form stands before the office. */
function beginningOf(text: string, mention: Mention): number {
  const given = givenStart(text, mention);
  if (given < 0) return -1;
  const end = surnameEnd(text, given);
  const length = hanBefore(text, end).length;
  return length > 0 && length <= SURNAME ? end - length : -1;
}

/** Before the blank that may part the two names. */
function surnameEnd(text: string, given: number): number {
  const apart = given > 0 && isHan(text.charCodeAt(given)) && isBlank(text.charCodeAt(given - 1)) && text.charCodeAt(given - 1) !== 0x0a;
  return apart ? given - 1 : given;
}

/** Where kana begin that end right before an office, or kana or a name behind a blank with which a person's mention begins; -1 where none do. */
function givenStart(text: string, { kind, name, span: [start], text: words }: Mention): number {
  if (kind === 'office' && name === undefined) {
    let at = start;
    while (at > 0 && isHiragana(text.charCodeAt(at - 1))) at--;
    return start - at >= SHORTEST && start - at <= GIVEN ? at : -1;
  }
  if (kind !== 'person' || name === undefined || !words.startsWith(name)) return -1;
  const first = name.charCodeAt(0);
  const apart = isHan(first) && name.length <= GIVEN && isBlank(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(start - 2));
  return apart || (isKatakana(first) && isHan(text.charCodeAt(start - 1))) ? start : -1;
}

function hanBefore(text: string, end: number): string {
  let at = end;
  while (at > 0 && end - at <= SURNAME && isHan(text.charCodeAt(at - 1))) at--;
  return text.slice(wholeFrom(text, at), end);
}

/** The names of persons that are Han signs only, and few. */
function surnamesOf(mentions: readonly Mention[]): Set<string> {
  const result = new Set<string>();
  for (const { kind, name } of mentions) if (kind === 'person' && name !== undefined && name.length <= SURNAME && isHanOnly(name)) result.add(name);
  return result;
}

function isHanOnly(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (!isHan(name.charCodeAt(i))) return false;
  return true;
}

function isHiragana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x3096;
}
