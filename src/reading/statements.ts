import type { Pack } from '../language/pack.ts';
import type { DateMention, Mention, Statement } from '../record/reading.ts';
import type { Outline } from './outline.ts';
import type { Sentence } from './sentences.ts';
import type { Stage } from './stage.ts';
import type { TalksFound } from './talks.ts';

export interface Told {
  readonly text: string;
  readonly outline: Outline;
  readonly sentences: readonly Sentence[];
  readonly dates: readonly DateMention[];
  readonly mentions: readonly Mention[];
  readonly talks: TalksFound;
}

export function findStatements(_told: Told, _pack: Pack): Stage<Statement[]> {
  return { value: [], issues: [] };
}
