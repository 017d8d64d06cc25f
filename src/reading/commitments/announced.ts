/**
 * The next meeting of a row, and a visit between the sides, told by the page itself and by nobody who speaks.
 *
 *   > 次回協議は、来年春に東京で開催される予定である。
 *     ＾＾＾＾　　　　　　　　　　　＾＾＾＾＾＾＾＾＾ the sides of the talks are to hold it: agreed; with a day fixed, scheduled
 *   > 来年2月には大統領が訪日する予定であり、
 *     　　　　　　　　　＾＾＾＾＾＾＾ only with its time
 *
 * 1 no statement tells it: its words stand for it; 2 only the next of the row (第2回会合 too) is theirs: what else will be held may be others'; 3 what is
 * still arranged (調整中) or hoped for is not told so.
 */
import { isStop } from '../../language/abilities/head-final.ts';
import type { DateMention, Mention, Statement, Talks } from '../../record/reading.ts';
import { isBlank, type Span } from '../../text/span.ts';
import { dueOf, isDay } from './due.ts';
import { clauseStart, type Item, isLetter, nameBefore } from './items.ts';
import type { Promised } from './promised.ts';
import { findNamedVisits } from './visits.ts';
import type { Words } from './words.ts';

/** The name of the meeting is no longer than this, in units. */
const NAME = 40;
/** A day and who comes may be set off by a comma, and stand no further before its clause: 2月には、大統領が. */
const REACH = 40;

/** @param dates those of the sentence. @returns undefined where the sentence announces no next meeting of the talks. Never throws. */
export function findAnnounced(text: string, span: Span, dates: readonly DateMention[], talks: Talks, words: Words): Promised | undefined {
  if (talks.parties.length < 2) return undefined;
  const next = words.nextOnes.all(text, ...span)[0] ?? numbered(text, span, words);
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

/** なお、第2回会合は: of the row that the page is about, which nothing else calls. */
function numbered(text: string, [start, end]: Span, words: Words): { start: number; end: number } | undefined {
  return words.numberedOnes.all(text, start, end).find((one) => {
    const noun = words.meetings.at(text, one.end, end);
    return clauseStart(text, start, one.start) === one.start && noun && words.topicMarks.at(text, noun.end, end) !== undefined;
  });
}

/** 2月には大統領が訪日する｜予定であり、: a visit to come, of which no statement tells. Never throws. */
export function findComingVisits(
  text: string,
  span: Span,
  dates: readonly DateMention[],
  mentions: readonly Mention[],
  talks: Talks,
  words: Words,
): Promised[] {
  if (talks.parties.length !== 2 || dates.length === 0) return [];
  return words.comingVisits.all(text, ...span).flatMap(({ start, end }) => {
    const from = clauseStart(text, span[0], start);
    const item: Item = {
      text,
      span: [Math.max(span[0], from - REACH), start],
      limit: end,
      statement: toldBy(talks, [from, end]),
      mentions: mentions.filter((one) => one.span[1] <= end),
      dates: dates.filter((one) => one.span[1] <= end),
      talks,
      words,
      speakers: talks.parties,
      stage: 'agreed',
    };
    return findNamedVisits(item).flatMap((visit) => (visit.due && visit.stage === 'agreed' ? [{ ...visit, rule: 'visit-announced' }] : []));
  });
}

/** What the page tells, as if both sides had. */
function toldBy({ id, parties }: Talks, span: [number, number]): Statement {
  return {
    id: '',
    talks: id,
    path: '',
    span,
    quote: '',
    act: 'confirm',
    verb: { text: '', span: [span[1], span[1]] },
    speakers: parties.map((party) => ({ party, basis: 'inferred' })),
    mode: 'joint',
    addressees: [],
    topics: [],
    dates: [],
    mentions: [],
    rule: '',
    confidence: 'high',
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
