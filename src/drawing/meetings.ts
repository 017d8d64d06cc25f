/** Several talks on one page: each has its number, and where the account passes from one to another that is told. */
import type { Voice } from '../language/voice.ts';
import type { Reading, Talks } from '../record/reading.ts';
import { delegationsOf } from './facts.ts';

export interface Meeting {
  /** Its place among the talks of the page, from 1; absent for the only one. */
  readonly n?: number | undefined;
  readonly talks: Talks;
}

/** The talks of a page in its order, numbered where there are several. */
export function meetingsOf({ talks }: Reading): Meeting[] {
  return talks.map((each, i) => (talks.length > 1 ? { n: i + 1, talks: each } : { talks: each }));
}

/**
 * Statement → the meeting at which it was made, for those that begin another meeting's account than the statement before.
 * Empty for a page of one meeting, where there is nothing to tell apart.
 */
export function meetingsBegun(reading: Reading): ReadonlyMap<string, Meeting> {
  const begun = new Map<string, Meeting>();
  if (reading.talks.length < 2) return begun;
  const meetings = new Map(meetingsOf(reading).map((each) => [each.talks.id, each]));
  let before: string | undefined;
  for (const { id, talks: at } of reading.statements) {
    const meeting = meetings.get(at);
    if (meeting && at !== before) begun.set(id, meeting);
    before = at;
  }
  return begun;
}

/** How talks are headed: 会談 2, 会談. */
export function meetingName({ n }: Pick<Meeting, 'n'>, voice: Voice): string {
  return n === undefined ? voice.label('talks') : voice.label('talksNth', { n });
}

/** Who met, shortly: the first who is named of each side, else the side. */
export function whoMet(talks: Talks, voice: Voice): string {
  return delegationsOf(talks)
    .map(({ party, people: [first] }) => first?.words ?? voice.party(party))
    .join(voice.label('comma'));
}
