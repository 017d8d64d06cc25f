/** What ledgers of wording and positions look at: meetings, oldest first, each with its statements; one told by both sides holds those of both. */
import { ACTS, type Act } from '../record/acts.generated.ts';
import type { Topic } from '../record/reading.ts';
import { TOPICS } from '../record/topics.generated.ts';

export interface TalksTold {
  readonly document: string;
  /** As in the record of the document. */
  readonly id: string;
  readonly language: string;
  /** The other telling of the same meeting. */
  readonly also?: { readonly document: string; readonly language: string };
  readonly kind: string;
  readonly level?: string;
  /** EDTF. */
  readonly date?: string;
  /** Its first day, YYYY-MM-DD. */
  readonly day?: string;
  readonly parties: readonly string[];
  readonly statements: readonly StatementTold[];
}

export interface StatementTold {
  readonly id: string;
  /** Where it stands, where that is another readout than that of the talks. */
  readonly document?: string;
  readonly language?: string;
  readonly path: string;
  readonly quote: string;
  readonly act: Act;
  readonly verb: string;
  readonly strength: number;
  readonly side: 'own' | 'other' | 'joint' | 'each' | 'unknown';
  readonly speakers: readonly { readonly party: string; readonly person?: string }[];
  readonly topics: readonly Topic[];
  readonly withheld: boolean;
  /** What was said without its frame, in UTF-16 units of the quote. */
  readonly content: readonly [start: number, end: number];
  /** Names in the quote; `changes` 1: persons, dates and amounts, which are others in other talks. */
  readonly named: readonly (readonly [start: number, end: number, changes: 0 | 1])[];
}

/** The language in which it is told. */
export function languageOf({ language }: StatementTold, talks: TalksTold): string {
  return language ?? talks.language;
}

/** The languages in which a meeting is told. */
export function languagesOf({ language, also }: TalksTold): readonly string[] {
  return also === undefined || also.language === language ? [language] : [language, also.language];
}

/** Who says it, whoever published: both together, each for itself, a party, or nobody who is named. */
export function sayerOf({ side, speakers }: Pick<StatementTold, 'side' | 'speakers'>): string {
  return side === 'joint' || side === 'each' ? side : (speakers[0]?.party ?? 'unknown');
}

/** Whether it tells what came out of the talks. */
export function isOutcome({ act, side }: Pick<StatementTold, 'act' | 'side'>): boolean {
  return ACTS[act].family === 'outcome' && ACTS[act].binds === 'speakers' && (side === 'joint' || side === 'each');
}

/** Whether a statement on some topics raises one: it, or one within it. */
export function raises(topics: readonly Topic[], topic: Topic): boolean {
  return topics.some((each) => each === topic || widerOf(each) === topic);
}

/** The wider topic of which one is a part. */
export function widerOf(topic: Topic): Topic | undefined {
  return (TOPICS[topic] as { readonly within?: Topic }).within;
}
