/** What goes through documents: talks, relations, commitments, steps of instruments, and what was told talks by talks. */
import type { Act, Topic } from '../../record/reading.ts';
import type { Count, Paged } from './paging.ts';

export type Side = 'own' | 'other' | 'joint' | 'each' | 'unknown';

export interface TalksQuery extends Paged {
  readonly dyad?: string;
  readonly party?: string;
  /** Id of a person who took part. */
  readonly person?: string;
  readonly level?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  /** By date; `newest` where it is left out. */
  readonly order?: 'newest' | 'oldest';
}

export interface TalksRow {
  readonly document: string;
  readonly title?: string;
  readonly publisher?: string;
  /** As in the record. */
  readonly id: string;
  readonly kind: string;
  readonly level?: string;
  readonly date?: string;
  readonly day?: string;
  /** Clock time or date-time, EDTF. */
  readonly start?: string;
  /** ISO 8601. */
  readonly duration?: string;
  readonly place?: string;
  readonly host?: string;
  readonly occasion?: string;
  readonly ordinal?: number;
  /** Own side first. */
  readonly parties: readonly string[];
  readonly statements: number;
  readonly withheld: number;
  readonly participants: readonly {
    readonly person: string;
    readonly name: string;
    readonly party: string;
    readonly office?: string;
    readonly role?: string;
  }[];
}

export interface DyadRow {
  readonly dyad: string;
  readonly parties: readonly [string, string];
  readonly talks: number;
  readonly documents: number;
  readonly statements: number;
  /** First days of the oldest and the newest talks. */
  readonly first?: string;
  readonly last?: string;
  /** Year → talks, oldest first. */
  readonly years: readonly Count[];
  /** The newest talks whose day is known. */
  readonly newest?: Pick<TalksRow, 'document' | 'kind' | 'level' | 'date' | 'parties'>;
}

export interface CommitmentQuery extends Paged {
  readonly dyad?: string;
  readonly document?: string;
  readonly kind?: string;
  readonly stage?: string;
  /** EDTF: due on or after, on or before. */
  readonly from?: string;
  readonly to?: string;
  /** `due` (soonest first; those without a date last), `latest` (only those with a date, the latest first), or `told` (newest talks first). */
  readonly order?: 'due' | 'latest' | 'told';
}

/** Of a relation, of an instrument (with those merged into it), or of one document; of all where nothing is said. */
export interface ExtractQuery {
  readonly dyad?: string;
  readonly instrument?: string;
  readonly document?: string;
}

export interface CommitmentRow {
  readonly document: string;
  readonly title?: string;
  readonly id: string;
  readonly kind: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly what: string;
  readonly due?: string;
  readonly stage: string;
  /** First statement that tells it, and its place. */
  readonly statement?: string;
  readonly path?: string;
  /** Date of the talks. */
  readonly told?: string;
}

export interface ToldQuery {
  readonly dyad?: string;
  /** Party of the publisher. */
  readonly publisher?: string;
  /** Only the statements on it or on a topic within it; talks without any are left out. */
  readonly topic?: Topic;
  /** EDTF, inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** The newest talks first. */
  readonly order?: 'oldest' | 'newest';
  /** How many talks a page has: 1 to 5,000; 500 where it is left out. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface ToldTalks {
  readonly document: string;
  readonly title?: string;
  /** Party of the publisher. */
  readonly publisher?: string;
  readonly language: string;
  readonly id: string;
  readonly kind: string;
  readonly level?: string;
  readonly date?: string;
  readonly day?: string;
  readonly place?: string;
  readonly duration?: string;
  readonly parties: readonly string[];
  /** In the order of the text. */
  readonly statements: readonly Told[];
}

export interface Told {
  readonly id: string;
  readonly path: string;
  readonly heading?: string;
  readonly quote: string;
  readonly act: Act;
  readonly verb: string;
  readonly strength: number;
  readonly side: Side;
  readonly speakers: readonly { readonly party: string; readonly person?: string }[];
  readonly topics: readonly Topic[];
  readonly withheld: boolean;
  readonly low: boolean;
  /** What was said without its frame, in UTF-16 units of the quote. */
  readonly content: readonly [start: number, end: number];
  /** Names, dates and amounts in the quote; `changes`: persons, dates, amounts. */
  readonly named: readonly (readonly [start: number, end: number, changes: 0 | 1])[];
}

export interface StepQuery extends Paged {
  /** EDTF, inclusive. */
  readonly from?: string;
  readonly to?: string;
}

export interface StepRow {
  /** Id and name of the instrument. */
  readonly instrument: string;
  readonly name: string;
  readonly event: string;
  readonly date: string;
  readonly document: string;
  readonly statement?: string;
  readonly quote: string;
  /** Of the talks of its document: alphabetical. */
  readonly parties: readonly string[];
  /** Date of the first talks of its document. */
  readonly told?: string;
}
