/**
 * 1 a sentence lies in one passage; 2 sentences of a passage, and the white space between them, are the whole passage.
 */
import type { Pack } from '../language/pack.ts';
import type { Span } from '../text/span.ts';
import type { Passage } from './outline.ts';

export interface Sentence {
  readonly span: Span;
  readonly passage: Passage;
}

export function findSentences(_text: string, _passages: readonly Passage[], _pack: Pack): Sentence[] {
  return [];
}
