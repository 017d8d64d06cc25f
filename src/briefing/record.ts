/** What a brief is made of: what was told of one relation, as the archive and the ledgers hand it over. All dates EDTF. */
import type { Line as Promised } from '../ledgers/commitments.ts';
import type { Clock } from '../ledgers/instruments.ts';
import type { Act, Topic } from '../record/reading.ts';
import type { Side } from './brief.ts';

export type { Clock, Promised };

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
  /** Of the day of the brief. */
  readonly owed: readonly Promised[];
  /** That which matters most first. */
  readonly treaties: readonly Clock[];
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
  /** The other telling of the meeting, where both sides tell it. */
  readonly also?: { readonly document: string; readonly words?: Ref };
  /** In the order of the text; those of the other telling before those of this one, so that this one has the last word. */
  readonly statements: readonly BriefStatement[];
}

export interface BriefStatement {
  readonly id: string;
  /** Where it stands, where that is another readout than that of the talks. */
  readonly document?: string;
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

/** A phrase that talks repeat, and what is to be noted of it. */
export interface Formula {
  readonly words: string;
  readonly language: string;
  /** Where it was said first and last, among the talks looked at. */
  readonly first: Ref;
  readonly last: Ref;
  /** In how many talks it stands, of how many that were looked at. */
  readonly talks: number;
  readonly of: number;
  /** `missing`: not said at the last `n` talks that raised its topic; `new`: said for the first time; `back`: said again after it was missing. */
  readonly state: 'missing' | 'new' | 'back';
  readonly n?: number;
  /** The last talks that raised its topic without it. */
  readonly without?: Ref;
}
