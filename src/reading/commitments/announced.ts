/**
 * The next meeting of a row, told by the page itself and by nobody who speaks.
 *
 *   > 次回協議は、来年春に東京で開催される予定である。
 *     ＾＾＾＾　　　　　　　　　　　＾＾＾＾＾＾＾＾＾ the sides of the talks are to hold it: agreed; with a day fixed, scheduled
 *
 * 1 no statement tells it: its words stand for it; 2 only the next of the row is theirs: what else will be held may be others'; 3 what is
 * still arranged (調整中) or hoped for is not told so.
 */
import { isStop } from '../../language/abilities/head-final.ts';
import type { DateMention, Talks } from '../../record/reading.ts';
import { isBlank, type Span } from '../../text/span.ts';
import { dueOf, isDay } from './due.ts';
import { isLetter, nameBefore } from './items.ts';
import type { Promised } from './promised.ts';
import type { Words } from './words.ts';

/** The name of the meeting is no longer than this, in units. */
const NAME = 40;

/** @param dates those of the sentence. @returns undefined where the sentence announces no next meeting of the talks. Never throws. */
export function findAnnounced(text: string, span: Span, dates: readonly DateMention[], talks: Talks, words: Words): Promised | undefined {
  if (talks.parties.length < 2) return undefined;
  const next = words.nextOnes.all(text, ...span)[0];
  if (!next) return undefined;
  const end = bareEnd(text, span);
  const coming = words.comingOnes.all(text, next.end, end).find((found) => found.end === end);
  if (!coming) return undefined;
  const noun = words.meetings
    .all(text, next.start, Math.min(coming.start, next.start + NAME))
    .findLast((found) => words.topicMarks.at(text, pastBracket(text, found.end, coming.start), end) !== undefined);
  if (!noun) return undefined;
  const at: Span = [next.start, coming.end];
  const due = dueOf(text, dates, at, talks.date?.edtf, words);
  return {
    kind: 'meeting',
    by: talks.parties,
    to: talks.parties,
    stage: 'agreed',
    fixed: isDay(due, words),
    announced: true,
    span: at,
    due,
    matter: nameBefore(text, span[0], noun.end),
    conditions: [],
    rule: 'meeting-announced',
  };
}

/** Before the stop, and what closes with it. */
function bareEnd(text: string, [start, end]: Span): number {
  let at = end;
  while (at > start && (isStop(text.charCodeAt(at - 1)) || isBlank(text.charCodeAt(at - 1)))) at--;
  return at;
}

/** Past another name in brackets, 次回協議(「2+2」)は: to the first letter or mark behind it. */
function pastBracket(text: string, at: number, limit: number): number {
  let i = at;
  let depth = 0;
  while (i < limit && (depth > 0 || !isPlain(text, i))) {
    const unit = text.charCodeAt(i);
    if (unit === 0x28 || unit === 0xff08) depth++;
    else if (unit === 0x29 || unit === 0xff09) depth--;
    else if (depth === 0 && unit !== 0x300d) break;
    i++;
  }
  return i;
}

function isPlain(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isLetter(unit) || (unit >= 0x3041 && unit <= 0x3096);
}
