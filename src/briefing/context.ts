/** What every section of a brief is made with. */
import type { Voice } from '../language/voice.ts';
import type { Talks, Topic } from '../record/reading.ts';
import { TOPICS } from '../record/topics.generated.ts';
import type { Line, Run, Side } from './brief.ts';
import { line, mark, own, quote } from './phrase.ts';
import type { BriefRecord, BriefStatement, BriefTalks, Ref } from './record.ts';
import { type Register, refOf } from './register.ts';
import { sideIn } from './state-of-play.ts';

export interface Context {
  readonly record: BriefRecord;
  readonly voice: Voice;
  readonly register: Register;
  /** How many entries each section may show. */
  readonly keep: Keep;
}

export const SECTIONS = ['glance', 'talks', 'topics', 'clocks', 'owed', 'ahead', 'moved', 'questions'] as const;
export type SectionId = (typeof SECTIONS)[number];
/** None of a section: it is left out whole. */
export type Keep = Readonly<Record<SectionId, number>>;

const TITLES = {
  glance: 'briefGlance',
  talks: 'lastTalks',
  topics: 'topicByTopic',
  clocks: 'briefClock',
  owed: 'briefOwed',
  ahead: 'datesAhead',
  moved: 'briefMoved',
  questions: 'briefQuestions',
} as const satisfies Record<SectionId, string>;

export function titleOf(section: SectionId, voice: Voice): string {
  return voice.label(TITLES[section]);
}

/** Signs of a quote in a table, and in a line of prose. */
export const IN_TABLE = 96;
export const IN_LINE = 48;

export function sideName(side: Side, { record, voice }: Context): string {
  switch (side) {
    case 'own':
      return voice.party(record.own);
    case 'other':
      return voice.party(record.other);
    case 'joint':
      return voice.label('jointly');
    case 'each':
      return voice.label('each');
    case 'unknown':
      return voice.label('unknownSpeaker');
  }
}

/** Mark and word of who spoke. */
export function sideLine(statement: BriefStatement, context: Context): Line {
  const side = sideIn(statement, context.record);
  return line(mark(side), own(sideName(side, context)));
}

/** The act in a word, with the strength of its verb where it is more than plain. */
export function actWords({ act, strength }: Pick<BriefStatement, 'act' | 'strength'>, { voice }: Context): string {
  const how = strength === 0 ? undefined : voice.phrases.strengths[String(strength) as '2'];
  return how ? voice.label('briefActStrength', { act: voice.phrases.acts[act], strength: how }) : voice.phrases.acts[act];
}

/** What was said, in the source's words, with where it stands; withheld content is said to be so. */
export function contentRuns(talks: BriefTalks, statement: BriefStatement, context: Context, most = IN_TABLE): Run[] {
  const { register, voice } = context;
  const ref = refOf(talks, statement);
  const [start, end] = statement.content;
  const content = statement.quote.slice(start, end).trim();
  // Without its frame nothing may be left of what was withheld.
  const words = statement.withheld || content === '' ? statement.quote : content;
  return [
    ...(statement.withheld ? ([{ kind: 'hatch' }, own(`${voice.label('briefWithheld')} `)] as Run[]) : []),
    quote(words, register.languageOf(ref), most),
    register.cite(ref),
  ];
}

export function quoteOf(ref: Ref, context: Context, words = ref.quote, most = IN_LINE): Run {
  return quote(words, context.register.languageOf(ref), most);
}

/** The name of a topic in the language of the brief. */
export function topicWords(topic: Topic, voice: Voice): string {
  return (TOPICS[topic] as Record<string, string>)[voice.code] ?? topic;
}

export function talksWords({ kind, level }: BriefTalks, voice: Voice): string {
  return voice.talks({ kind, level } as Talks);
}

/** A date of the record; that none is on record, where there is none. */
export function dateRun(edtf: string | undefined, voice: Voice, look: { readonly strong?: true; readonly small?: true } = {}): Run {
  return { kind: 'own', words: edtf === undefined ? voice.label('noDate') : voice.date(edtf), whole: true, ...look };
}

/** When talks were held; where the page does not say it, when it was published, and as that. */
export function whenMet(
  talks: BriefTalks,
  { record, voice }: Pick<Context, 'record' | 'voice'>,
  look: { readonly strong?: true; readonly small?: true } = {},
): Run {
  const published = talks.date === undefined ? record.documents.get(talks.document)?.published : undefined;
  if (published === undefined) return dateRun(talks.date, voice, look);
  return { kind: 'own', words: voice.label('published', { date: voice.date(published) }), whole: true, ...look };
}

/** Whole days from one day to another, both YYYY-MM-DD. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** `briefing` says of every list how much of it the length left out. */
export function leftOut(all: number, shown: number, voice: Voice): string {
  return all > shown ? voice.label('briefLeftOut', { shown, all }) : '';
}

/** A day, and only a day: `2010-11-13`. */
export function isDay(edtf: string | undefined): edtf is string {
  return edtf !== undefined && /^\d{4}-\d\d-\d\d$/.test(edtf);
}
