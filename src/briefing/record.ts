/** What a brief is made of: what was told of one relation, as the archive and the ledgers hand it over. All dates EDTF. */
import type { Act, Topic } from '../record/reading.ts';
import type { Side } from './brief.ts';

export interface BriefRecord {
  /** `JP-RU` */
  readonly dyad: string;
  /** The party seen as one's own, and the other. */
  readonly own: string;
  readonly other: string;
  /** YYYY-MM-DD: the day of the brief. Nothing told on it or later is here. */
  readonly asOf: string;
  /** Newest first. */
  readonly talks: readonly BriefTalks[];
  readonly owed: readonly Owed[];
  readonly treaties: readonly Treaty[];
  readonly formulas: readonly Formula[];
  /** By id. */
  readonly documents: ReadonlyMap<string, BriefDocument>;
}

export interface BriefDocument {
  readonly id: string;
  readonly n: number;
  readonly title?: string;
  readonly name?: string;
  readonly publisher?: { readonly party?: string; readonly name: string };
  readonly published?: string;
  readonly language: string;
  readonly url?: string;
}

/** Where words stand. */
export interface Ref {
  readonly document: string;
  /** Absent where the document as a whole is meant: its title. */
  readonly statement?: string;
  readonly path: string;
  readonly quote: string;
}

export interface BriefTalks {
  readonly document: string;
  readonly id: string;
  readonly kind: string;
  readonly level?: string;
  readonly date?: string;
  readonly day?: string;
  readonly place?: string;
  readonly duration?: string;
  readonly parties: readonly string[];
  readonly participants: readonly { readonly name: string; readonly party: string; readonly role?: string }[];
  /** The words that tell who met where. */
  readonly words?: Ref;
  /** In the order of the text. */
  readonly statements: readonly BriefStatement[];
}

export interface BriefStatement {
  readonly id: string;
  readonly path: string;
  readonly quote: string;
  /** What was said without its frame, in UTF-16 units of the quote. */
  readonly content: readonly [start: number, end: number];
  readonly act: Act;
  readonly strength: number;
  /** Seen from the publisher. */
  readonly side: Side;
  readonly speakers: readonly { readonly party: string; readonly person?: string }[];
  readonly topics: readonly Topic[];
  readonly withheld: boolean;
  readonly low: boolean;
}

/** One thing promised, over all documents that tell it. */
export interface Owed {
  readonly kind: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly due?: string;
  /** `open`: dated ahead or not dated; `past`: its date went by and nothing tells that it was done; the rest as told. */
  readonly state: 'open' | 'past' | 'done' | 'declined' | 'deferred' | 'lapsed';
  /** As told last. */
  readonly stage: string;
  /** Every telling, newest first; never empty. */
  readonly told: readonly (Ref & { readonly what: string; readonly date?: string })[];
}

export interface Treaty {
  readonly name: string;
  readonly language: string;
  readonly steps: readonly TreatyStep[];
}

export interface TreatyStep {
  readonly event: string;
  readonly date?: string;
  /** Words that tell it; empty for a step that nothing tells. */
  readonly refs: readonly Ref[];
  /** Days after the step before, where both days are known. */
  readonly days?: number;
}

/** A recurring phrase. */
export interface Formula {
  readonly words: string;
  readonly language: string;
  readonly first: Ref;
  readonly last: Ref;
  readonly meetings: number;
  /** `missing`: its topic was raised at the last talks, its words were not said. */
  readonly state: 'kept' | 'new' | 'missing';
  /** The last talks, where the words are missing. */
  readonly at?: Ref;
}
