import type { meridiems, monthParts, yearParts } from '../../language/knowledge/dates.ts';
import type { Unit } from '../../time/duration.ts';
import type { EraName } from '../../time/eras.ts';

/** What the slots of one match took, by slot. */
export interface Bag extends Readonly<Partial<Record<Unit, number>>> {
  readonly era?: EraName;
  readonly eraSign?: EraName;
  readonly eraYear?: number;
  readonly year?: number;
  readonly endYear?: number;
  readonly shortYear?: number;
  readonly noughtYear?: number;
  readonly ninetiesYear?: number;
  readonly century?: number;
  readonly quarter?: number;
  readonly month?: number;
  readonly endMonth?: number;
  readonly day?: number;
  readonly endDay?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly fullMinute?: number;
  readonly second?: number;
  readonly relativeYear?: number;
  readonly relativeMonth?: number;
  readonly relativeWeek?: number;
  readonly relativeDay?: number;
  readonly contextYear?: number;
  readonly contextMonth?: number;
  readonly contextDay?: number;
  readonly sameDay?: number;
  readonly monthMark?: number;
  readonly yearMark?: number;
  readonly dayMark?: number;
  readonly nextDayMark?: number;
  readonly direction?: -1 | 1;
  readonly weekday?: number;
  readonly season?: number;
  readonly yearPart?: (typeof yearParts)[number];
  readonly monthPart?: (typeof monthParts)[number];
  readonly meridiem?: (typeof meridiems)[number];
  readonly zone?: string;
  readonly about?: 1;
  readonly orSo?: 1;
  readonly around?: 1;
  readonly past?: 1;
  readonly dayPart?: (typeof meridiems)[number];
  readonly hourWord?: number;
  readonly length?: string;
  readonly half?: 1;
  readonly and?: 1;
  readonly to?: 1;
  readonly moreMonths?: number;
  readonly moreMinutes?: number;
}

/** Whether it is counted from what the text told before: 同年, 翌日. */
export function isOfContext({ contextYear, contextMonth, contextDay, monthMark, nextDayMark }: Bag): boolean {
  return (contextYear ?? contextMonth ?? contextDay ?? monthMark ?? nextDayMark) !== undefined;
}
