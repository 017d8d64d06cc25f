import type { Pack } from '../language/pack.ts';
import type { DateMention, Instrument, Statement } from '../record/reading.ts';
import type { Sentence } from './sentences.ts';
import type { Stage } from './stage.ts';
import type { TalksFound } from './talks.ts';

export function findInstruments(
  _text: string,
  _sentences: readonly Sentence[],
  _statements: readonly Statement[],
  _talks: TalksFound,
  _dates: readonly DateMention[],
  _pack: Pack,
): Stage<Instrument[]> {
  return { value: [], issues: [] };
}
