/** Whether a step was taken on another day than that of the talks, so that it is told and was not taken there. */
import { isComma } from '../../language/abilities/head-final.ts';
import type { DateMention, Talks } from '../../record/reading.ts';
import { firstFrom, type Span } from '../../text/span.ts';
import type { Clause } from '../clauses.ts';
import type { Knowledge } from './knowledge.ts';

/** Between the beginning of the clause, or its subject, and the day there are no more signs. */
const BEFORE = 16;
/** The name of a meeting on that day has no more. */
const NAME = 24;
const DAY = /^\d{4}(?:-\d{2}){0,2}$/;

/**
 *   > 両国は2012年1月に協議を立ち上げ     > 昨年12月の首脳会議では計画を発出し     none: 昨年に署名した協定の批准書を交換した
 *     　　　＾＾＾＾＾＾＾＾               ＾＾＾＾＾＾　　　　　＾＾
 */
export function isEarlier(
  text: string,
  from: number,
  { act, verb }: Clause,
  dates: readonly DateMention[],
  { date }: Talks,
  { day: { at, meeting }, past }: Knowledge,
): boolean {
  const held = date?.edtf?.slice(0, 10);
  if (act !== 'conclude' || !held) return false;
  const told = dates[firstFrom(dates, from)];
  if (!told?.edtf || told.span[1] > verb[0] || told.span[0] - from > BEFORE || !DAY.test(told.edtf)) return false;
  if (told.edtf >= held.slice(0, told.edtf.length)) return false;
  const end = told.span[1];
  // what was done that day is said of a thing
  if (past.some((word) => text.slice(end, verb[0]).includes(word))) return false;
  return at.some((word) => text.startsWith(word, end)) || isMeeting(text, [end, Math.min(verb[0], end + NAME)], meeting);
}

/** の首脳会議では: what was done at a meeting of that day. */
function isMeeting(text: string, [start, end]: Span, words: readonly string[]): boolean {
  for (let i = start; i < end && !isComma(text.charCodeAt(i)); i++) if (words.some((word) => text.startsWith(word, i))) return true;
  return false;
}
