/** Words that terminal and pages say of wording and positions. */
import type { Voice } from '../language/voice.ts';
import type { Note } from '../ledgers/wording.ts';
import { TOPICS } from '../record/topics.generated.ts';
import type { Side } from './sides.ts';

const NOTES: Readonly<Record<Note['code'], string>> = {
  new: 'noteNew',
  'never-missing': 'noteNeverMissing',
  'not-in-points': 'noteNotInPoints',
  'both-sides': 'noteBothSides',
  'dropped-back': 'noteDroppedBack',
  'missing-lately': 'noteMissingLately',
};

export function noteWords(note: Note, voice: Voice): string {
  return voice.label(NOTES[note.code], 'n' in note ? { n: note.n } : {});
}

/** @param sayer `joint`, `each`, a party, or `unknown`. */
export function sayerWords(sayer: string, voice: Voice): string {
  if (sayer === 'joint') return voice.label('sideJoint');
  if (sayer === 'each') return voice.label('sideEach');
  return sayer === 'unknown' ? voice.label('sideUnknown') : voice.party(sayer);
}

/** The mark of a sayer in a relation that is looked at from one side. */
export function sayerSide(sayer: string, own: string): Side {
  if (sayer === 'joint' || sayer === 'each') return sayer;
  return sayer === 'unknown' ? 'none' : sayer === own ? 'own' : 'other';
}

export function topicWords(topic: string, voice: Voice): string {
  return (TOPICS[topic as keyof typeof TOPICS] as Record<string, string> | undefined)?.[voice.code] ?? topic;
}

/** From one day to another, or the one day. */
export function rangeWords(from: string | undefined, until: string | undefined, voice: Voice): string {
  const [first, last] = [from, until].map((date) => (date ? voice.date(date) : '—')) as [string, string];
  return first === last ? first : voice.label('rangeOf', { from: first, until: last });
}
