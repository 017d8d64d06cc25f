/** A certain meeting that is to be held, started or kept up. Talking on in general is none. */
import type { Span } from '../../text/span.ts';
import { clauseStart, gradeOf, type Item, nameBefore } from './items.ts';
import { others, type Promised, promised } from './promised.ts';
import type { MeetingDeed } from './words.ts';

/** What is held stands at most this far before its deed, in units. */
const REACH = 80;

export function findMeetings(item: Item): Promised[] {
  const { text, span, words, statement, speakers, talks } = item;
  const result: Promised[] = [];
  let from = span[0];
  for (const deed of words.meetingDeeds.all(text, span[0], span[1])) {
    const grade = gradeOf(item, deed.end);
    if (!grade) continue;
    const noun = heldBefore(item, from, deed.start, deed.value);
    if (!noun) continue;
    const to = statement.mode === 'one' ? others(speakers, talks) : speakers;
    if (to.length === 0) continue;
    result.push(
      promised(item, {
        kind: 'meeting',
        by: speakers,
        to,
        at: [noun[0], deed.end],
        grade,
        matter: nameOf(item, noun),
        rule: `meeting-${deed.value}`,
      }),
    );
    from = deed.end;
  }
  return result;
}

/** The last thing held that stands before its deed as its object or topic, where it is a certain one. */
function heldBefore(item: Item, from: number, deed: number, how: MeetingDeed): Span | undefined {
  const { text, words, dates } = item;
  const found = words.meetings.all(text, Math.max(from, deed - REACH), deed);
  for (let i = found.length - 1; i >= 0; i--) {
    const noun = found[i] as (typeof found)[number];
    const particle = noun.end === deed ? undefined : words.particles.at(text, noun.end, deed);
    if (!particle && noun.end !== deed) continue;
    // another object in between is what the deed is done to
    if (words.objects.all(text, particle?.end ?? noun.end, deed).length > 0) return undefined;
    if (how === 'launching') return [noun.start, noun.end];
    if (how === 'keeping') return noun.value === 'named' ? [noun.start, noun.end] : undefined;
    const start = clauseStart(text, from, noun.start);
    const certain =
      words.certain.all(text, from, deed).length > 0 || dates.some(({ span, duration }) => !duration && span[0] >= from && span[1] <= deed);
    return certain ? [Math.max(start, from), noun.end] : undefined;
  }
  return undefined;
}

/** 次官級の経済対話 → 経済対話: the letters of the name. */
function nameOf({ text, span }: Item, noun: Span): string {
  return nameBefore(text, span[0], noun[1]);
}
