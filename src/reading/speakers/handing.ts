/**
 * Where one who is named hands over to another before a clause that is known, because how he spoke is not.
 *
 *   > 東山大臣より、支援する旨付言し、先方は謝意を表した。     > 先方から、打診があり、東山大臣から、検討したい旨述べた。
 *     　　　　　　　　　　　　　　　　＾＾＾ from here                              ＾＾＾＾＾
 *
 * 1 only behind a comma that ends a part of the sentence, and only to somebody who comes to speak; 2 in what is reported countries and sides do
 * things too: there the part before must end in what was said, or the other be introduced as a source with a comma.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import { firstFrom } from '../../text/span.ts';
import type { Frame } from './frame.ts';
import { beforeComma } from './framing.ts';

export interface Handing {
  /** Ends of a part of a sentence. */
  readonly ends: readonly string[];
  /** What closes content before a word of saying: 旨. */
  readonly reporting: readonly string[];
  /** What closes any content. */
  readonly closers: readonly string[];
  /** With these somebody answers: これに対し. */
  readonly replies: readonly string[];
}

/** From what closes content to the comma behind its verb there are no more signs. */
const SAID = 8;

/**
 * @param from where the words of the clause may begin; @param contentEnd where what it reports ends, or its predicate begins.
 * @returns where the words begin of the one who speaks.
 */
export function handedOver(text: string, frames: readonly Frame[], from: number, contentEnd: number, reports: boolean, words: Handing): number {
  let start = from;
  let speaker: Frame | undefined;
  for (let i = firstFrom(frames, from); i < frames.length; i++) {
    const frame = frames[i] as Frame;
    if (frame.weak || frame.lands) continue;
    if (frame.span[1] > contentEnd) break;
    if (speaker && isOther(speaker, frame) && handsOver(text, speaker, frame, contentEnd, reports, words)) [start] = frame.span;
    speaker = start === from ? (speaker ?? frame) : frame;
  }
  return start;
}

function isOther({ speakers: [one, ...more] }: Frame, { speakers, joint }: Frame): boolean {
  return one !== undefined && more.length === 0 && !joint && speakers.length === 1 && speakers[0]?.party !== one.party;
}

function handsOver(
  text: string,
  before: Frame,
  next: Frame,
  contentEnd: number,
  reports: boolean,
  { ends, reporting, closers, replies }: Handing,
): boolean {
  if (next.kind !== 'source' && next.kind !== 'topic') return false;
  let [end] = next.span;
  if (!isComma(text.charCodeAt(end - 1))) return false;
  end = beforeComma(text, before.span[1], end);
  // …したい旨、これに対し、先方より、…: the verb behind is that of both
  const reply = replies.find((word) => text.endsWith(word, end));
  if (reply !== undefined) end = beforeComma(text, before.span[1], end - reply.length);
  if (end <= before.span[1] || !ends.some((word) => text.endsWith(word, end))) return false;
  const part = text.slice(before.span[1], end);
  if (reporting.some((word) => part.slice(-SAID).includes(word))) return true;
  if (next.kind === 'source') return isComma(text.charCodeAt(next.span[1]));
  const rest = text.slice(next.span[1], contentEnd);
  return !reports && !closers.some((word) => rest.includes(word)) && !closers.some((word) => part.endsWith(word));
}
