/** Several talks on one page: each has its number, and where the account passes from one to another that is told. */
import type { Voice } from '../language/voice.ts';
import type { Reading, Talks } from '../record/reading.ts';
import { delegationsOf } from './facts.ts';

export interface Meeting {
  /** Its place among the talks of the page, from 1. */
  readonly n: number;
  readonly talks: Talks;
}

/**
 * Statement → the meeting at which it was made, for those that begin another meeting's account than the statement before.
 * Empty for a page of one meeting, where there is nothing to tell apart.
 */
export function meetingsBegun({ talks, statements }: Reading): ReadonlyMap<string, Meeting> {
  const begun = new Map<string, Meeting>();
  if (talks.length < 2) return begun;
  const meetings = new Map(talks.map((each, i): [string, Meeting] => [each.id, { n: i + 1, talks: each }]));
  let before: string | undefined;
  for (const { id, talks: at } of statements) {
    const meeting = meetings.get(at);
    if (meeting && at !== before) begun.set(id, meeting);
    before = at;
  }
  return begun;
}

/** How one of several talks is headed: 会談 2. */
export function meetingName({ n }: Pick<Meeting, 'n'>, voice: Voice): string {
  return voice.label('talksNth', { n });
}

/** Who met, shortly: the first who is named of each side, else the side. */
export function whoMet(talks: Talks, voice: Voice): string {
  return delegationsOf(talks)
    .map(({ party, people: [first] }) => first?.words ?? voice.party(party))
    .join(voice.label('comma'));
}
