/** The level of talks: by the words of the title, else by the offices of those who met. */

import { OFFICES } from '../../record/offices.generated.ts';
import type { Participant } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Level, TalksWords } from './knowledge.ts';

const ORDER: readonly Level[] = ['leaders', 'foreign-ministers', 'ministers', 'vice-ministers', 'directors', 'officials', 'parliament', 'other'];

export function levelNamed(text: string, span: Span, words: TalksWords): Level | undefined {
  const [found] = words.levels.all(text, span[0], span[1]);
  return found?.value;
}

/** The lower of the levels of the first two sides: a courtesy call on a minister by a vice-minister is one of vice-ministers. */
export function levelOf(participants: readonly Participant[], parties: readonly string[]): Level | undefined {
  const levels: Level[] = [];
  for (const party of parties.slice(0, 2)) {
    const head = participants.find((participant) => participant.party === party);
    if (head?.role) levels.push(OFFICES[head.role].level as Level);
  }
  if (levels.length < 2 && parties.length >= 2) return undefined;
  return levels.sort((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0];
}
