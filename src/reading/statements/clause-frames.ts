/**
 * Which of the frames of its sentence a clause has.
 *
 *   > 据え置くとの約束が先方からなされた。     > 東山大臣は、先方と立ち話を行い、双方は、協力を確認した。
 *     　　　　　　　　　＾＾＾＾ within its verb 　　　　　　　　　　　　　　　　＾＾＾＾ those of what both did
 *
 * 1 a frame that is only spoken of in what is said is none; 2 who is named as having come has said nothing by that.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Pack } from '../../language/pack.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Speaker } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Clause } from '../clauses.ts';
import { frameBeside, frameFor } from '../speakers/choosing.ts';
import type { Frame } from '../speakers/frame.ts';
import { blank } from '../speakers/framing.ts';
import type { Knowledge } from './knowledge.ts';
import type { Place, Said } from './sheet.ts';
import { isSource, isSpokenOf } from './spoken-of.ts';

interface Given {
  /** Where the clause begins. */
  readonly from: number;
  readonly clause: Clause;
  /** Whether it is the first of its sentence. */
  readonly first: boolean;
  /** Who speaks in the sentence so far, and who did before it. */
  readonly current: Said | undefined;
  readonly carried: Said | undefined;
  /** Whether it goes on behind a finite clause: …に感謝したい、両国は友人である旨述べた. */
  readonly within: boolean;
}

export interface Chosen {
  readonly frame: Frame | undefined;
  /** The frame stands between what is said and its verb. */
  readonly beside: boolean;
  /** There is one, and it is only spoken of. */
  readonly spokenOf: boolean;
}

export function frameOfClause(text: string, { frames, sentence }: Place, given: Given, knowledge: Knowledge, pack: Pack): Chosen {
  const { from, clause, current, carried, within } = given;
  const [start] = sentence.span;
  const { jointly } = ACTS[clause.act];
  const beside = clause.reports ? frameBeside(frames, clause.contentEnd, clause.verb[0]) : sourceWithin(frames, clause);
  const before = frameFor(text, frames, from, clause.contentEnd, clause.reports, knowledge.apart, !jointly);
  const opener = before || !given.first || !clause.reports ? undefined : headSubject(text, frames, start, clause);
  const found = opener ?? beside ?? (jointly ? (jointAfter(text, frames, before, clause.contentEnd) ?? before) : before);
  if (!found) return { frame: undefined, beside: false, spokenOf: false };
  const spokenOf =
    found.kind === 'source'
      ? // 日本から某次官、先方から某次官が出席し、意見交換を行った: who came did so together
        (jointly && attends(text, [found.span[1], clause.verb[0]], knowledge)) ||
        isSource({ text, frame: found, clause, current, carried }, knowledge)
      : within || (!isHead(text, found, start) && isSpokenOf({ text, frame: found, clause, current, carried }, knowledge, pack));
  return { frame: spokenOf ? undefined : found, beside: !spokenOf && found === beside, spokenOf };
}

/** 方針を説明し、｜先方は…: the side, by a word for it and no name, that comes to speak behind the first clause of a sentence, before which nobody does. */
export function speaksNext(frames: readonly Frame[], { verb }: Clause): string | undefined {
  const [first] = frames;
  if (!first || first.span[0] < verb[1] || first.weak || first.lands || first.joint || first.speakers.length !== 1) return undefined;
  const [{ party, person }] = first.speakers as [Speaker];
  return (first.kind === 'source' || first.kind === 'topic') && person === undefined ? party : undefined;
}

/** 据え置くとの約束が｜先方から｜なされた: who gives, between what is given and its verb. */
function sourceWithin(frames: readonly Frame[], { passive, verb }: Clause): Frame | undefined {
  if (!passive) return undefined;
  return frames.find(
    ({ kind, weak, speakers, span }) => kind === 'source' && !weak && speakers.length > 0 && span[0] > verb[0] && span[1] <= verb[1],
  );
}

/** 日本側と中国側は賛同した: the word between two who speak closes nothing that is said. */
export function unlisted(clause: Clause, frames: readonly Frame[]): Clause {
  const { contentEnd, verb } = clause;
  const listed = clause.reports && frames.some(({ span }) => span[0] < contentEnd && span[1] > contentEnd && span[1] <= verb[0]);
  return listed ? { ...clause, contentEnd: verb[0], reports: false, closing: '' } : clause;
}

/** 東山大臣は、先方と立ち話を行い、双方は、…を確認した: both come to speak behind the one with whom the sentence begins. */
function jointAfter(text: string, frames: readonly Frame[], first: Frame | undefined, end: number): Frame | undefined {
  if (first?.kind !== 'topic' || first.joint) return undefined;
  return frames.find(
    ({ kind, joint, lands, weak, span }) =>
      kind === 'topic' && joint && !lands && !weak && span[0] >= first.span[1] && span[1] <= end && isComma(text.charCodeAt(span[0] - 1)),
  );
}

/** オルロフ外相が賛同した: who stands at the head of the sentence speaks in it. */
function isHead(text: string, { kind, span, lands }: Frame, start: number): boolean {
  return kind === 'subject' && !lands && blank(text, start, span[0]);
}

/** 東山大臣が｜「…」と述べ, 東山大臣が…と述べ、先方は…: who stands at the head with が, where a quotation follows or another answers, is no part of what is said. */
function headSubject(text: string, frames: readonly Frame[], start: number, { verb }: Clause): Frame | undefined {
  const [first, second] = frames;
  if (!first || first.joint || first.speakers.length === 0) return undefined;
  // 某大統領との会談では、東山大臣が｜「…」と述べ
  const opens = isHead(text, first, start) || (first.kind === 'subject' && isComma(text.charCodeAt(first.span[0] - 1)));
  if (opens && text.charCodeAt(first.span[1]) === QUOTE) return first;
  if (!isHead(text, first, start)) return undefined;
  const answers = second !== undefined && !second.weak && !second.joint && second.span[0] >= verb[1];
  return answers && second.speakers.every(({ party }) => party !== first.speakers[0]?.party) ? first : undefined;
}

/** 「 */
const QUOTE = 0x300c;

/** 日本側から某次官、先方から某次官が出席し、協議が開催された: who is named came, and said nothing. */
export function attends(text: string, [start, end]: Span, { attended }: Knowledge): boolean {
  if (attended(text, start, end)) return true;
  for (let i = start; i < end; i++) if (isComma(text.charCodeAt(i)) && attended(text, start, i)) return true;
  return false;
}

/** 某大臣が出席し、｜会合後、共同声明が発出された: behind what tells who came, where it is no subject of what follows. */
export function behindAttendance(text: string, [start, end]: Span, { attended }: Knowledge): number {
  for (let i = end - 1; i > start; i--) if (isComma(text.charCodeAt(i)) && attended(text, start, i)) return i + 1;
  return start;
}
