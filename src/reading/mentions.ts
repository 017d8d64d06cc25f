import type { Pack } from '../language/pack.ts';
import type { Mention } from '../record/reading.ts';
import type { Sentence } from './sentences.ts';
import type { Stage } from './stage.ts';

/** Persons with their offices, offices alone, parties, places, organisations, mechanisms and amounts, in the order of the text. */
export function findMentions(_text: string, _sentences: readonly Sentence[], _pack: Pack): Stage<Mention[]> {
  return { value: [], issues: [] };
}
