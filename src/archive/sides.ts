import type { Reading, Statement, Talks } from '../record/reading.ts';
import type { Side } from './archive.ts';

/** The publisher's party; where the page does not say, the first of the talks, which is the publisher's by the record's rule. */
export function ownParty(reading: Reading): string | undefined {
  return reading.document.publisher?.party ?? reading.talks[0]?.parties[0];
}

export function sideOf(statement: Statement, own: string | undefined): Side {
  if (statement.speakers.length === 0) return 'unknown';
  if (statement.mode === 'joint') return 'joint';
  if (statement.mode === 'each') return 'each';
  return statement.speakers.some(({ party }) => party === own) ? 'own' : 'other';
}

/** The relations that talks belong to, each as two codes in alphabetical order. Of large gatherings, those of the first party. */
export function dyadsOf(talks: Pick<Talks, 'parties'>): string[] {
  const parties = [...new Set(talks.parties)];
  const all = new Set<string>();
  const from = parties.length > 5 ? parties.slice(0, 1) : parties;
  for (const one of from) for (const other of parties) if (one !== other) all.add(dyadOf(one, other));
  return [...all].sort();
}

export function dyadOf(one: string, other: string): string {
  return one < other ? `${one}-${other}` : `${other}-${one}`;
}

/** A dyad as a person writes it, in either order; undefined where it is none. */
export function readDyad(words: string): string | undefined {
  const match = /^([A-Z][A-Z0-9]{1,8})-([A-Z][A-Z0-9]{1,8})$/.exec(words.trim().toUpperCase());
  return match && match[1] !== match[2] ? dyadOf(match[1] as string, match[2] as string) : undefined;
}
