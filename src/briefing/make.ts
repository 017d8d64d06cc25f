/** A brief, made whole out of the record of a relation, in the language of its reader. Pure: the day is in the record, there is no clock. */
import type { Voice } from '../language/voice.ts';
import type { Topic } from '../record/reading.ts';
import type { Brief, Section } from './brief.ts';
import { byTopic } from './by-topic.ts';
import { clocks } from './clocks.ts';
import { type Context, type Keep, SECTIONS, type SectionId, titleOf } from './context.ts';
import { glance } from './glance.ts';
import { lastTalks } from './last-talks.ts';
import { moved } from './moved.ts';
import { ahead, owed } from './owed.ts';
import { line, mark, own } from './phrase.ts';
import { questions } from './questions.ts';
import type { BriefRecord } from './record.ts';
import { makeRegister } from './register.ts';
import { findPlays, type Play } from './state-of-play.ts';

export interface Wanted {
  /** Only these topics, all of them whatever the length, */
  readonly topics?: readonly Topic[];
  /** but for this: some of them, where they are too many for the pages. */
  readonly cut?: true;
  /** How a place of the outline is named. */
  placeOf(path: string): string;
}

export const EVERYTHING: Keep = Object.fromEntries(SECTIONS.map((section) => [section, Number.POSITIVE_INFINITY])) as Keep;

/** Makes briefs of one record at several lengths: what is looked for is found once. */
export function briefOf(record: BriefRecord, voice: Voice, wanted: Wanted): (keep: Keep) => Brief {
  const plays = findPlays(record, wanted.topics);
  return (keep) => makeBrief(record, plays, voice, wanted, keep);
}

function makeBrief(record: BriefRecord, plays: readonly Play[], voice: Voice, wanted: Wanted, keep: Keep): Brief {
  const register = makeRegister(record, voice, wanted.placeOf);
  const context: Context = { record, voice, register, keep };
  const title = voice.parties([record.own, record.other]);
  const first = record.talks.findLast(({ date }) => date !== undefined)?.date;
  // In the order of the page, so that numbers rise.
  const makers: Readonly<Record<SectionId, () => Section>> = {
    glance: () => glance(plays, context),
    talks: () => lastTalks(context),
    topics: () => byTopic(plays, context, wanted.topics !== undefined && !wanted.cut),
    clocks: () => clocks(context),
    owed: () => owed(context),
    ahead: () => ahead(context),
    moved: () => moved(plays, context),
    questions: () => questions(plays, context),
  };
  const sections = SECTIONS.filter((id) => keep[id] > 0 && (id !== 'topics' || plays.length > 0)).map((id) => makers[id]());
  const gone = SECTIONS.filter((id) => keep[id] === 0);
  return {
    language: voice.code,
    dyad: record.dyad,
    asOf: record.asOf,
    kicker: voice.label('briefKicker'),
    title,
    facts: [
      voice.label('briefAsOf', { date: voice.date(record.asOf, { weekday: true }) }),
      first === undefined
        ? voice.label('readoutsCount', { n: record.talks.length })
        : voice.label('briefSourced', {
            n: new Set(record.talks.flatMap(({ document, also }) => (also ? [document, also.document] : [document]))).size,
            from: voice.date(first),
          }),
      ...(gone.length > 0 ? [voice.label('briefGone', { sections: gone.map((id) => titleOf(id, voice)).join(voice.label('comma')) })] : []),
    ],
    key: [
      line(mark('own'), own(voice.party(record.own))),
      line(mark('other'), own(voice.party(record.other))),
      line(mark('joint'), own(voice.label('jointly'))),
      line({ kind: 'hatch' }, own(voice.label('briefWithheld'))),
    ],
    keyNote: voice.label('briefMincho'),
    sections,
    sources: register.sources,
    documents: register.documents,
    sourcesTitle: voice.label('briefSources'),
    documentsTitle: voice.label('briefDocuments'),
    foot: ['Memcon', title, voice.date(record.asOf)].join(' · '),
  };
}
