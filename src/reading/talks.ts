import type { Pack } from '../language/pack.ts';
import type { DateMention, Mention, Talks } from '../record/reading.ts';
import type { Outline } from './outline.ts';
import type { Sentence } from './sentences.ts';
import type { Stage } from './stage.ts';

export interface TalksFound {
  readonly talks: Talks[];
  /** For each passage of the outline, the talks it tells of (index into `talks`), or -1. */
  readonly ofPassage: readonly number[];
  /** The side that publishes, where it can be told. */
  /** The mentions again, in the same order, with parties worked out from the cast of the talks where the text does not write them. */
  readonly mentions: readonly Mention[];
  readonly publisher?: { readonly party?: string; readonly name: string };
}

export function findTalks(
  _text: string,
  outline: Outline,
  _sentences: readonly Sentence[],
  mentions: readonly Mention[],
  _dates: readonly DateMention[],
  _pack: Pack,
): Stage<TalksFound> {
  return { value: { talks: [], ofPassage: outline.passages.map(() => -1), mentions }, issues: [] };
}
