import type { Pack } from '../language/pack.ts';
import type { DateMention, Issue } from '../record/reading.ts';
import { type Dates, readDates } from './dates/reader.ts';
import type { Stage } from './stage.ts';

export interface DatesGiven {
  /**
   * EDTF or ISO 8601 of the day (or day and time) that relative words count from: the page's own date. Of a time with a zone
   * the date as written counts. Without it no year is supplied.
   */
  readonly published?: string;
  /** EDTF of the year that the page's title tells, where its own date is not known: days without a year are of it. */
  readonly year?: string;
}

/**
 * Every date, clock time and length of time that the text mentions, in order, none overlapping.
 *
 *   > 先方から、昨年の秋に署名した
 *     　　　　　＾＾＾＾
 *
 * 1 Spans are UTF-16 units of `text`, and `text` of a mention is the words at its span.
 * 2 What is worked out is `inferred`, and names its rule and the date it was counted from (`anchor`).
 * 3 Words that cannot be settled honestly are kept without `edtf`; where that is a doubt and no mere vagueness, an issue says so.
 * 4 Never throws. Time is linear in the length of the text.
 *
 * Source: languages/<code>/dates.yaml; EDTF is ISO 8601-2; eras in time/eras.
 */
export function findDates(text: string, pack: Pack, given: DatesGiven): Stage<DateMention[]> {
  const value: DateMention[] = [];
  const issues: Issue[] = [];
  if (!pack.dates) return { value, issues };
  const found: Dates = { mentions: value, issues };
  readDates(text, pack.dates, pack.code, given, found);
  return { value, issues };
}
