/** The days that stand in brackets behind those who were met: A大臣(4日)、B大臣(5日)と会談を行った. */
import type { DateMention, Mention } from '../../../record/reading.ts';
import type { Page } from '../page.ts';
import { afterBrackets } from './encounters.ts';
import { isDayTold, isOfDay, isStretch, within } from './times.ts';
import type { Told } from './told.ts';

export interface DayBehind {
  /** Index of who was met into the mentions of the sentence. */
  readonly i: number;
  readonly day: DateMention;
  /** Where the bracket ends. */
  readonly close: number;
}

/** Of those who were met, each behind whom one day stands. */
export function daysBehind({ text, dates }: Page, { present, mentions, encounter }: Told): DayBehind[] {
  return present.flatMap((i) => {
    const [, end] = (mentions[i] as Mention).span;
    const close = afterBrackets(text, end, encounter.span[0]);
    const [day, ...others] = close > end ? within(dates, [end, close]).filter((date) => isOfDay(date) || isDayTold(date)) : [];
    return day && others.length === 0 && !isStretch(day) ? [{ i, day, close }] : [];
  });
}
