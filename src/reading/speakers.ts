/**
 * Who speaks in a sentence: the frames that say so (前原大臣から、 両外相は ロシア側も), from left to right.
 *
 *   > これに対し、ラヴロフ外相からは、…の意向が示された。
 *     　　　　　　＾＾＾＾＾＾＾＾＾ the Russian side, a source frame
 *
 * 1 only parties of the talks speak: a name from elsewhere makes a frame without speakers, which keeps those before it from being carried on; 2 a bare country before は is a weak frame,
 * which counts only where no other does: it may belong to what is said.
 */
import { isComma, isStop } from '../language/abilities/head-final.ts';
import type { Pack } from '../language/pack.ts';
import type { Mention, Talks } from '../record/reading.ts';
import { fold } from '../text/fold.ts';
import { isBlank, type Span } from '../text/span.ts';
import { type Frame, plain } from './speakers/frame.ts';
import { afterBrackets, frameOf } from './speakers/framing.ts';
import { type Knowledge, speakersOf } from './speakers/knowledge.ts';
import type { Subject } from './speakers/subject.ts';
import { findSubjects, joined } from './speakers/subjects.ts';

/**
 * @param mentions those of the sentence, in order.
 * @returns the frames of the sentence, in order, none overlapping.
 */
export function findFrames(text: string, span: Span, mentions: readonly Mention[], talks: Talks, pack: Pack): Frame[] {
  const knowledge = speakersOf(pack);
  if (!knowledge) return [];
  const subjects = findSubjects(text, span, mentions, talks, knowledge, pack);
  const result: Frame[] = [];
  let group: Subject[] = [];
  for (let i = 0; i < subjects.length; i++) {
    const subject = subjects[i] as Subject;
    group.push(subject);
    const next = subjects[i + 1];
    if (next && !subject.joint && joined(text, subject.span[1], next.span[0], knowledge)) continue;
    const frame = frameOf(text, span, group, talks, knowledge, beyondBrackets(text, span, subject, subjects, i + 1));
    if (frame) result.push(frame);
    group = [];
  }
  return withUnknown(text, span, result.length > 0 ? unremarked(text, span, unquoted(text, span, result)) : result, knowledge);
}

/** The next subject, but for the short name in brackets behind the last: 島嶼国会議(SIC)から某首相を始めとする. */
function beyondBrackets(text: string, [, limit]: Span, { span: [, end] }: Subject, subjects: readonly Subject[], at: number): Subject | undefined {
  const next = subjects[at];
  return next && next.span[0] < afterBrackets(text, end, limit) ? subjects[at + 1] : next;
}

const OPEN = 0x300c;
const CLOSE = 0x300d;

/** Without those inside a quotation that the sentence goes on behind: 「両国は…である」と述べた is nobody's of 両国; a play's mark stays. */
function unquoted(text: string, [start, end]: Span, frames: Frame[]): Frame[] {
  // no further than the sentence: a page has thousands
  let open = start;
  while (open < end && text.charCodeAt(open) !== OPEN) open++;
  if (open >= end) return frames;
  const quotations: Span[] = [];
  let from = -1;
  for (let i = open, depth = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === OPEN && depth++ === 0) from = i;
    else if (unit === CLOSE && depth > 0 && --depth === 0 && !(from === start && isStop(text.charCodeAt(i + 1)))) quotations.push([from, i]);
  }
  if (quotations.at(-1)?.[1] === end - 1 && quotations.at(-1)?.[0] === start) return frames;
  return frames.filter(({ mark, span }) => mark || !quotations.some(([a, b]) => a < span[0] && span[1] <= b));
}

/** Without those in a remark in brackets with which a sentence begins, where another speaks behind it: (東山大臣より…と述べたことを受け)先方より、. */
function unremarked(text: string, [start, end]: Span, frames: Frame[]): Frame[] {
  const close = remarkEnd(text, start, end);
  const spoken = close > start && frames.some(({ span, weak }) => !weak && span[0] >= close);
  return spoken ? frames.filter(({ mark, span }) => mark || span[0] >= close) : frames;
}

/** Behind the brackets with which a sentence begins; where it begins, where none do. */
export function remarkEnd(text: string, start: number, end: number): number {
  let open = start;
  while (open < end && isBlank(text.charCodeAt(open))) open++;
  if (fold(text.charCodeAt(open)) !== 0x28) return start;
  for (let i = open + 1, depth = 1; i < end; i++) {
    const unit = fold(text.charCodeAt(i));
    if (unit === 0x28) depth++;
    else if (unit === 0x29 && --depth === 0) return i + 1 - open > REMARK && i + 1 < end ? i + 1 : start;
  }
  return start;
}

/** The number of an item in brackets is no longer. */
const REMARK = 6;

/** A frame without speakers for each source that ends in a title and that no mention accounts for: （名の知れない）仮議長から、, and for one of several: 外交官の一人は、. */
function withUnknown(text: string, [start, end]: Span, frames: Frame[], knowledge: Knowledge): Frame[] {
  let result = frames;
  for (let at = start; at < end; at++) {
    if (!isComma(text.charCodeAt(at))) continue;
    const name = titledBefore(text, start, at, knowledge);
    if (name < 0 || isCovered(frames, name, at)) continue;
    if (result === frames) result = [...frames];
    result.push(plain('source', [name - 1, at], [], false, false));
  }
  return result === frames ? frames : result.sort((a, b) => a.span[0] - b.span[0]);
}

/** Where the title ends whose source ends at `at`; -1 where there is none. */
function titledBefore(text: string, start: number, at: number, { sources, titles, topics, someone }: Knowledge): number {
  // 外交官の一人は、: nobody knows which
  for (const topic of topics) {
    const name = at - topic.length;
    if (name > start && text.endsWith(topic, at) && someone.some((word) => text.endsWith(word, name))) return name;
  }
  for (const source of sources) {
    const name = at - source.length;
    if (name > start && text.endsWith(source, at)) return titles.some((word) => text.endsWith(word, name)) ? name : -1;
  }
  return -1;
}

function isCovered(frames: readonly Frame[], start: number, end: number): boolean {
  return frames.some(({ span }) => span[0] < end && span[1] >= start);
}
