/** What the text has told so far: what 同日, 翌年 and a day without its month are counted from. */
import type { DateMention } from '../../record/reading.ts';
import type { Day, Month } from '../../time/calendar.ts';
import { fromEdtf, type Known } from '../../time/edtf.ts';
import type { Bag } from './bag.ts';
import type { Leading } from './leading.ts';

const NONE: readonly Leading[] = [];

export interface Published extends Known {
  readonly edtf: string;
}

export interface Told<V> {
  readonly value: V;
  /** Number of the sentence it was told in. */
  readonly sentence: number;
  readonly end: number;
}

export interface ToldDay extends Told<Day> {
  readonly stated: boolean;
  /** The part of the day that was named with it. */
  readonly part: Bag['dayPart'];
}

export interface ToldClock extends Told<{ readonly hour: number; readonly minute: number }> {
  readonly meridiem: 'am' | 'pm' | undefined;
  readonly day: Day | undefined;
  readonly stated: boolean;
  /** Its zone is that of the end of its range, where only that one tells it. */
  readonly mention: DateMention;
  readonly zoned: boolean;
}

export interface Context {
  readonly published: Published | undefined;
  /** Not when it was published is known, but the year of which the text tells. */
  readonly ofYear: boolean;
  /** Sentences are counted as their ends are passed. */
  sentence: number;
  sentenceStart: number;
  /** The last year, month and day told; undefined also where the last one could not be settled. */
  year: Told<number> | undefined;
  month: Told<Month> | undefined;
  day: ToldDay | undefined;
  /** First and last day of a stretch, where that was told last. */
  ends: Told<readonly [first: Day, last: Day]> | undefined;
  /** The first stretch of days told and the last one: a journey, and the stay in one country of it. */
  stretches: readonly (readonly [first: Day, last: Day])[];
  /** The last year that was written or named (昨年), not supplied. */
  namedYear: Told<number> | undefined;
  /** The day that the text tells of, where it tells of one only; a page's own date at its head counts for none. */
  only: Day | 'several' | undefined;
  /** End of the last mention of a day, settled or not. */
  dayEnd: number;
  clock: ToldClock | undefined;
  /** The clock time told last, or both ends of their range, whose day may stand behind them. */
  leading: readonly Leading[];
  /** A zone that was named, and how far what follows it belongs to it. `told`: something was told under it; `day`: a day, inside brackets. */
  zone: { readonly name: string; readonly bracket: boolean; end: number; told: boolean; day: ToldDay | undefined } | undefined;
}

/** @param published EDTF or ISO 8601; of a date with a time and a zone the date as written counts. */
export function makeContext(published: string | undefined, ofYear = false): Context {
  const known = published === undefined ? undefined : fromEdtf(published);
  return {
    published: known && { ...known, edtf: published!.slice(0, known.day !== undefined ? 10 : known.month !== undefined ? 7 : 4) },
    ofYear,
    sentence: 0,
    sentenceStart: 0,
    year: undefined,
    month: undefined,
    day: undefined,
    ends: undefined,
    stretches: [],
    namedYear: undefined,
    only: undefined,
    dayEnd: -1,
    clock: undefined,
    leading: NONE,
    zone: undefined,
  };
}

/** The day of publication, where it is known to the day. */
export function publishedDay({ published }: Context): Day | undefined {
  return published?.month !== undefined && published.day !== undefined
    ? { year: published.year, month: published.month, day: published.day }
    : undefined;
}

/** The day of publication, or the middle of its month where no more is known. */
export function publishedAbout({ published }: Context): Day | undefined {
  return published?.month === undefined ? undefined : { year: published.year, month: published.month, day: published.day ?? 15 };
}
