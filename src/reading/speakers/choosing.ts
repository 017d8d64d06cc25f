/** Which frame of a sentence a clause is told in. */
import { isComma } from '../../language/abilities/head-final.ts';
import { firstFrom } from '../../text/span.ts';
import type { Frame } from './frame.ts';
import { beforeComma } from './framing.ts';

/**
 * The frame that a clause stands under: the first strong one of its stretch, else a weak one that nothing reported could hold.
 *
 * @param apart whether with whom something was done belongs to what is reported: 東山大臣は、先方との間で…できたことに触れた.
 */
export function frameFor(
  text: string,
  frames: readonly Frame[],
  from: number,
  contentEnd: number,
  reports: boolean,
  replying: readonly string[] = [],
  apart = false,
): Frame | undefined {
  let weak: Frame | undefined;
  for (let i = firstFrom(frames, from); i < frames.length; i++) {
    const frame = frames[i] as Frame;
    if (frame.span[1] > contentEnd) break;
    if (!frame.weak && answered(text, frames[i + 1], contentEnd, replying)) continue;
    if (!frame.weak) return frame.joint || frame.kind !== 'topic' || apart ? frame : (together(frames, i + 1, contentEnd) ?? frame);
    if (!weak && (!reports || frame.kind !== 'subject' || isComma(text.charCodeAt(frame.span[1])))) weak = frame;
  }
  return weak;
}

/** …であることを双方が指摘した: the frame between what was said and its verb. */
export function frameBeside(frames: readonly Frame[], contentEnd: number, verb: number): Frame | undefined {
  let found: Frame | undefined;
  for (let i = firstFrom(frames, contentEnd); i < frames.length && (frames[i] as Frame).span[1] <= verb; i++) found = frames[i];
  return found;
}

/** 先方より挨拶があったのに対し、東山大臣から…: the one who answers speaks. */
function answered(text: string, next: Frame | undefined, contentEnd: number, replying: readonly string[]): boolean {
  if (!next || next.weak || next.kind !== 'source' || next.span[1] > contentEnd) return false;
  const end = beforeComma(text, 0, next.span[0]);
  return replying.some((word) => text.endsWith(word, end));
}

/** 東山大臣は、オルロフ外相との間で…: the frame that joins the other side to the one just named; 日露間で belongs to what is said. */
function together(frames: readonly Frame[], at: number, contentEnd: number): Frame | undefined {
  const next = frames[at];
  return next?.kind === 'between' && !next.lands && next.span[1] <= contentEnd ? next : undefined;
}

/** The first strong frame that begins at `from` or after it. */
export function frameAfter(frames: readonly Frame[], from: number): Frame | undefined {
  let i = firstFrom(frames, from);
  while (i < frames.length && (frames[i] as Frame).weak) i++;
  return frames[i];
}
