import type { Day } from '../../time/calendar.ts';
import type { Known } from '../../time/edtf.ts';

export interface Doubt {
  readonly code: string;
  readonly severity: 'warning' | 'info';
  readonly message: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** What one expression comes to. Without `edtf` and `duration` its words are kept and nothing is said of them. */
export interface Outcome {
  readonly edtf?: string;
  readonly duration?: string;
  readonly basis: 'stated' | 'inferred';
  /** EDTF of what it was counted from. */
  readonly anchor?: string | undefined;
  readonly approximate?: boolean;
  /** How the value was chosen, where the shape leaves a choice: appended to the rule. */
  readonly way?: string | undefined;
  readonly doubt?: Doubt;
  /** The year, month and day that later words may lean on. */
  readonly told?: Known;
  /** First and last day of a stretch of days. */
  readonly ends?: readonly [first: Day, last: Day];
  /** The year was written or named, not supplied. */
  readonly named?: boolean;
  /** It speaks of a day, settled or not. */
  readonly ofDay?: boolean;
  /** Of a year, a month, a day, a season, or of a part of a year or month: a range may join two of the same, a month and a part too. */
  readonly grain?: 'year' | 'month' | 'day' | 'season' | 'part';
  readonly clock?: { readonly hour: number; readonly minute: number; readonly day?: Day };
}

export const open = (rest: Partial<Outcome> = {}): Outcome => Object.assign({ basis: 'stated' as const }, rest);
