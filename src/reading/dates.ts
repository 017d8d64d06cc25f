import type { Pack } from '../language/pack.ts';
import type { DateMention } from '../record/reading.ts';
import type { Stage } from './stage.ts';

export interface DatesGiven {
  /** EDTF of the day (or day and time) that relative words count from: the page's own date. Without it no year is supplied. */
  readonly published?: string;
}

/** Every date, clock time and length of time that the text mentions, in order, none overlapping. Never throws. */
export function findDates(_text: string, _pack: Pack, _given: DatesGiven): Stage<DateMention[]> {
  return { value: [], issues: [] };
}
