/** Who speaks, as every picture and page tells it: own (the publisher's side), other, jointly, each for itself, or nobody named. */
import type { Voice } from '../language/voice.ts';
import type { Reading, Statement } from '../record/reading.ts';

export type Side = 'own' | 'other' | 'joint' | 'each' | 'none';

export interface Told {
  readonly side: Side;
  /** The side in words: 日本, ロシア, 双方, 各自. */
  readonly words: string;
  /** Whether no subject is written and the side was worked out. */
  readonly inferred: boolean;
}

/** The party whose account this is: the publisher's, else the first of the talks. */
export function ownParty(reading: Reading, talks?: string): string | undefined {
  return reading.document.publisher?.party ?? (reading.talks.find((each) => each.id === talks) ?? reading.talks[0])?.parties[0];
}

export function told(reading: Reading, statement: Statement, voice: Voice): Told {
  const parties = [...new Set(statement.speakers.map((speaker) => speaker.party))];
  const inferred = statement.speakers.length > 0 && statement.speakers.every((speaker) => speaker.basis === 'inferred' && !byPerson(speaker.rule));
  const side = sideOf(statement, parties, ownParty(reading, statement.talks));
  return { side, words: words(side, parties, statement, reading, voice), inferred };
}

function sideOf(statement: Statement, parties: readonly string[], own: string | undefined): Side {
  if (parties.length === 0) return statement.mode === 'joint' ? 'joint' : statement.mode === 'each' ? 'each' : 'none';
  if (statement.mode === 'each') return 'each';
  if (statement.mode === 'joint' || parties.length > 1) return 'joint';
  return parties[0] === own ? 'own' : 'other';
}

function words(side: Side, parties: readonly string[], statement: Statement, reading: Reading, voice: Voice): string {
  if (side === 'none') return voice.label('unknownSpeaker');
  const all = reading.talks.find((each) => each.id === statement.talks)?.parties ?? parties;
  const everyone = parties.length === 0 || parties.length >= all.length;
  if (side === 'joint' && everyone) return voice.label('jointly');
  if (side === 'each' && everyone) return voice.label('each');
  return voice.parties(parties);
}

/** Marks of a side in plain letters, for terminals and Markdown. */
export const MARKS: Readonly<Record<Side, string>> = { own: '●', other: '◆', joint: '◈', each: '●◆', none: '○' };
export const INFERRED_MARKS: Readonly<Record<Side, string>> = { own: '○', other: '◇', joint: '◇', each: '○◇', none: '○' };

/** How a place of the outline is named: `lede` and `points/3` in words, the rest as the author numbered it. */
export function placeName(path: string, voice: Voice): string {
  if (path === 'lede') return voice.label('lede');
  if (path === 'points') return voice.label('points');
  if (path === 'title') return voice.label('placeTitle');
  const point = /^points\/(\d+)$/.exec(path);
  return point ? voice.label('pointNumber', { n: point[1] as string }) : path;
}

/** True of a value that a person decided, which nobody worked out: its rule names the correction. */
export function byPerson(rule: string | undefined): boolean {
  return rule?.startsWith('correction/') ?? false;
}
