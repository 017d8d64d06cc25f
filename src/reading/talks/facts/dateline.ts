/**
 * Where the talks took place, and when, as a line above the text says.
 *
 *   > 日・ベルギー外相会談 / (於ブルネイ)     > 日韓首脳会談 / (9月23日、熱海)
 *     　　　　　　　　　　　　＾＾＾＾　　　　　　　　　　　　　＾＾＾＾＾　＾＾
 *   > (6月28日15時過ぎから約1時間半、於:ロシア外務省)
 */
import { isComma } from '../../../language/abilities/head-final.ts';
import type { DateMention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { isBlank, type Span, trimmed } from '../../../text/span.ts';
import { isHan, isJoint, isKatakana } from '../../mentions/scripts.ts';
import type { Page } from '../page.ts';
import { isDayTold, isMonthAndDay, isOfDay, onDay, type Times, timesOf, within } from '../telling/times.ts';
import { isTelling } from '../telling/told.ts';
import type { Place } from './place.ts';

/** So many lines may stand above the text, none of them longer. */
const LINES = 12;
const LINE = 40;

export interface Dateline {
  readonly place?: Place;
  readonly times?: Times;
}

export function datelineOf(page: Page): Dateline {
  const { outline } = page;
  for (const passage of outline.passages.slice(0, LINES)) {
    if (passage.kind === 'furniture') continue;
    const line = trimmed(page.text, passage.span);
    if (line[1] - line[0] > LINE) {
      if (isTelling(passage)) break;
      continue;
    }
    const found = marked(page, line) ?? bracketed(page, line);
    if (found) return found;
  }
  return {};
}

/** (於ブルネイ), 9月14日、於:ハノイ: behind the word for it. */
function marked(page: Page, line: Span): Dateline | undefined {
  const { text, dates, mentions, words } = page;
  for (const word of words.knowledge.places.head ?? []) {
    const at = text.slice(...line).indexOf(word);
    if (at < 0) continue;
    let start = line[0] + at + word.length;
    while (start < line[1] && isBlank(text.charCodeAt(start))) start++;
    let end = start;
    while (end < line[1] && isNameSign(text.charCodeAt(end))) end++;
    if (end - start < 2) return undefined;
    const party = within(mentions, [start, end]).find((one) => one.party && (one.kind === 'place' || one.kind === 'party'))?.party;
    const place: Place = { name: text.slice(start, end), ...(party && { party }), basis: 'stated', span: [start, end] };
    // (9月14日、於ハノイ): the brackets hold the day too
    const times = isBracketed(text, line) && dayIn(page, line) ? timesOf(text, within(dates, line), line[1], words) : undefined;
    return { place, ...(times && { times }) };
  }
  return undefined;
}

/** (平成12年9月23日、熱海): a day and a known place, and nothing else. */
function bracketed(page: Page, line: Span): Dateline | undefined {
  const { text, mentions } = page;
  if (!isBracketed(text, line)) return undefined;
  const day = dayIn(page, line);
  const where = within(mentions, line).find((one) => one.kind === 'place' || one.kind === 'party');
  if (!day || !where?.party || !isComma(text.charCodeAt(day.span[1])) || where.span[1] !== line[1] - 1) return undefined;
  if (trimmed(text, [day.span[1] + 1, where.span[1]])[0] !== where.span[0]) return undefined;
  return { place: { name: where.text, party: where.party, basis: 'stated', span: [...where.span] }, times: { date: onDay(day) } };
}

/** The day that a line tells, with its month. */
function dayIn({ dates }: Page, line: Span): DateMention | undefined {
  return within(dates, line).find((date) => isOfDay(date) && (isDayTold(date) || isMonthAndDay(date)));
}

/** 某首相と会談したところ(於総理官邸): a place in brackets in the sentence that tells the talks. */
export function placeBeside(page: Page, [start, end]: Span): Place | undefined {
  const { text, words } = page;
  for (const word of words.knowledge.places.head ?? [])
    for (const open of ['(', '（']) {
      const at = text.slice(start, end).indexOf(open + word);
      if (at >= 0) return marked(page, [start + at, end])?.place;
    }
  return undefined;
}

function isBracketed(text: string, [start, end]: Span): boolean {
  return fold(text.charCodeAt(start)) === 0x28 && fold(text.charCodeAt(end - 1)) === 0x29;
}

function isNameSign(unit: number): boolean {
  return isHan(unit) || isKatakana(unit) || isJoint(unit);
}
