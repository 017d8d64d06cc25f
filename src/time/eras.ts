/**
 * The eras of Japan since 1868, with their first and last days. A day on which the era changed with the emperor belongs to
 * both: 1912-07-30 and 1926-12-25. Source: the era ordinances; Meiji by its proclamation, which counts from the start of its year.
 */
import { type Day, toDayNumber } from './calendar.ts';

export interface Era {
  readonly first: Day;
  /** Absent for the era that lasts. */
  readonly last?: Day;
}

export const ERAS = {
  meiji: { first: { year: 1868, month: 1, day: 25 }, last: { year: 1912, month: 7, day: 30 } },
  taisho: { first: { year: 1912, month: 7, day: 30 }, last: { year: 1926, month: 12, day: 25 } },
  showa: { first: { year: 1926, month: 12, day: 25 }, last: { year: 1989, month: 1, day: 7 } },
  heisei: { first: { year: 1989, month: 1, day: 8 }, last: { year: 2019, month: 4, day: 30 } },
  reiwa: { first: { year: 2019, month: 5, day: 1 } },
} as const satisfies Record<string, Era>;

export type EraName = keyof typeof ERAS;

/** Japan counted months by the moon until 1872-12-31 (Meiji 5.12.2): earlier months and days have no Gregorian name of their own. */
export const FIRST_GREGORIAN_YEAR = 1873;

/**
 * Where a year, month or day stands to its era: in it, before its first day or after its last. A year or a month that the
 * era shares with another is in both.
 */
export function eraPlace(name: EraName, year: number, month?: number, day?: number): 'in' | 'before' | 'after' {
  const { first, last }: Era = ERAS[name];
  const from = ordinal(year, month ?? 1, day ?? 1);
  const to = ordinal(year, month ?? 12, day ?? 31);
  if (to < ordinal(first.year, first.month, first.day)) return 'before';
  if (last && from > ordinal(last.year, last.month, last.day)) return 'after';
  return 'in';
}

/** The era that a day is in; of a day that two share, the later. Undefined before the first. */
export function eraOf({ year, month, day }: Day): EraName | undefined {
  return (Object.keys(ERAS) as EraName[]).findLast((name) => eraPlace(name, year, month, day) === 'in');
}

/** Orders days that need not exist (a 31st of any month). */
function ordinal(year: number, month: number, day: number): number {
  return (year * 16 + month) * 32 + day;
}

/** Whether a day was already counted in the Gregorian way in Japan. */
export function isGregorianInJapan(day: Day): boolean {
  return toDayNumber(day) >= toDayNumber({ year: FIRST_GREGORIAN_YEAR, month: 1, day: 1 });
}
