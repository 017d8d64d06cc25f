import type { Pack } from '../language/pack.ts';
import type { Commitment, DateMention, Mention, Statement, Talks } from '../record/reading.ts';
import type { Stage } from './stage.ts';

export function findCommitments(
  _text: string,
  _statements: readonly Statement[],
  _talks: readonly Talks[],
  _dates: readonly DateMention[],
  _mentions: readonly Mention[],
  _pack: Pack,
): Stage<Commitment[]> {
  return { value: [], issues: [] };
}
