/** A frame: who is named with the particle that makes him the speaker. */
import type { Speaker } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';

export type FrameKind = 'source' | 'topic' | 'subject' | 'stance' | 'between';

export interface Frame {
  readonly kind: FrameKind;
  /** Subjects and particle. */
  readonly span: Span;
  readonly speakers: readonly Speaker[];
  /** Told of both sides in one word or one frame. */
  readonly joint: boolean;
  readonly weak: boolean;
  /** Countries by their bare names, or both in one word for countries: such a frame may belong to what someone says. */
  readonly lands: boolean;
  /** A mark before the words, like in a play: the speaker has the floor. */
  readonly mark: boolean;
  /** A person whom nothing on the page ties to a side or a country. */
  readonly nobody: boolean;
  /** Said of two among more than two parties, who they are depends on who spoke: 両長官. */
  readonly rest: boolean;
  /** Said of all who met, where what is told of them ends in what all agreed. */
  readonly all: boolean;
}

/** A frame of which no more is told than who is in it: all frames have one form, so that what reads them meets the same object every time. */
export function plain(
  kind: FrameKind,
  span: Span,
  speakers: readonly Speaker[],
  joint: boolean,
  weak: boolean,
): { -readonly [K in keyof Frame]: Frame[K] } {
  return { kind, span, speakers, joint, weak, lands: false, mark: false, nobody: false, rest: false, all: false };
}
