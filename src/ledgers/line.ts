/** One line of a ledger: a promise over all its tellings, how far it has come, and by what evidence. Dates are EDTF, days `YYYY-MM-DD`. */
import type { Decided, DueExtract, PromiseExtract } from '../record/extract.ts';
import type { Visitor, WhyNot } from './visitor.ts';

export type Stage = PromiseExtract['stage'];
/**
 * open: nothing says that it is past; no-evidence: its time is past and the archive holds nothing later to look in, or no date was told
 * for so long; lapsed: its time is past, and what the archive holds of later was looked through in vain.
 */
export const STATES = ['open', 'no-evidence', 'lapsed', 'deferred', 'declined', 'done'] as const;
export type State = (typeof STATES)[number];
/** What needs doing: past its date, dated ahead, only a year or a season, no date told, put off; done or declined. */
export const GROUPS = ['past', 'ahead', 'vague', 'undated', 'put-off', 'closed'] as const;
export type Group = (typeof GROUPS)[number];

/** Where a line, or a step of it, is told: enough for a citation. */
export interface Cited {
  readonly document: string;
  readonly title?: string;
  readonly language: string;
  readonly publisher?: string;
  /** EDTF of the talks. */
  readonly date?: string;
  readonly statement?: string;
  readonly path: string;
  readonly quote: string;
}

export const REASONS = [
  'told',
  'told-again',
  'date-told',
  'date-moved',
  'visit-by-person',
  'visit-by-level',
  'attendance',
  'visit-told',
  'step-told',
  'step-ahead',
  'met-by-level',
  'decided',
] as const;
export type Reason = (typeof REASONS)[number];

export interface Step {
  readonly stage: Stage;
  /** Day of the talks at which it was reached; of a deed of a person, the day of the decision. */
  readonly day?: string;
  /** Parties that moved it. */
  readonly by: readonly string[];
  readonly reason: Reason;
  readonly cited: readonly Cited[];
}

/** Talks that could have been the evidence and are not, with the reason. */
export interface Looked {
  readonly why: WhyNot;
  readonly cited: Cited;
}

export interface Searched {
  readonly from: string;
  /** The last day looked at. */
  readonly until: string;
  /** How many talks of the relation lie between. */
  readonly talks: number;
  readonly looked: readonly Looked[];
}

export interface Line {
  /** Of the document and commitment that first tell it: the same as long as these are there. */
  readonly id: string;
  readonly kind: PromiseExtract['kind'];
  /** Debtor and creditor parties. */
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly visitor?: Visitor;
  /** The words of the undertaking; those of the newest telling that promises most. */
  readonly what: Cited;
  readonly stage: Stage;
  readonly state: State;
  readonly group: Group;
  readonly due?: DueExtract;
  /** Days from the day of the ledger to the due day; negative when past. Absent where no day or month is told. */
  readonly days?: number;
  readonly conditions: readonly string[];
  readonly steps: readonly Step[];
  /** Every place that tells it, oldest first. */
  readonly tellings: readonly Cited[];
  readonly searched?: Searched;
  /** A person overruled the machine. */
  readonly decided?: Decided;
  /** Commitments of the record that are in this line: `document` and `commitment`, to correct one. */
  readonly of: readonly { readonly document: string; readonly commitment: string }[];
  /** Of a declined or lapsed one that was promised again: the line before. */
  readonly after?: string;
}

export interface Ledger {
  readonly asOf: string;
  readonly lines: readonly Line[];
  /** What the ledger was made of. */
  readonly talks: number;
  /** Day of the newest talks among them. */
  readonly until?: string;
}

/** From the least to the furthest; accepted and agreed are one step. */
export const LADDER: Readonly<Record<Stage, number>> = {
  declined: -2,
  deferred: -1,
  invited: 0,
  intended: 1,
  accepted: 2,
  agreed: 2,
  scheduled: 3,
  done: 4,
};
