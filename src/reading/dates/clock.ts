/** Clock times, and the day they belong to. */
import { addDays, type Day } from '../../time/calendar.ts';
import { toEdtf, toEdtfMinute } from '../../time/edtf.ts';
import type { Bag } from './bag.ts';
import type { Context } from './context.ts';
import { type Outcome, open } from './outcome.ts';

/** How far a clock time stands from the day told before it. */
export type Place = 'attached' | 'in-sentence' | 'apart';

export interface ClockGiven {
  readonly context: Context;
  readonly place: Place;
  /** It ends a range of clock times (午後1時から3時). */
  readonly ends: boolean;
}

/** Without 午前 or 午後 an hour up to this one, away from a day, may be of the morning or the afternoon. */
const AMBIGUOUS = 6;

export function resolveClock(bag: Bag, { context, place, ends }: ClockGiven): Outcome | undefined {
  const minute = bag.minute ?? bag.fullMinute ?? (bag.half ? 30 : 0);
  const before = ends ? context.clock : undefined;
  if (bag.hour === undefined && bag.hourWord === undefined) return sameHour(minute, context);
  const told = (bag.hour ?? bag.hourWord) as number;
  const toldDay = context.zone?.day ?? context.day;
  const part = place === 'apart' || ends || bag.sameDay !== undefined ? undefined : toldDay?.part;
  // 13日夜、大使公邸で8時から: of the evening, unless something else has come in between
  if (bag.meridiem === undefined && bag.hourWord === undefined && part && place !== 'attached' && told <= 12) return open();
  const word = bag.hourWord === undefined ? (bag.meridiem ?? (told <= 12 ? part : undefined)) : undefined;
  const own = word && halfOf(word, told);
  if (own === 'open') return open();
  const meridiem = own ?? (bag.hourWord === undefined && before?.meridiem ? laterHalf(before.meridiem, before.value.hour, told) : undefined);
  const hour = hourOf(
    told,
    minute,
    meridiem,
    bag.minute !== undefined || bag.fullMinute !== undefined || bag.half !== undefined || bag.hourWord !== undefined,
  );
  if (hour === undefined) return bag.meridiem ? open({ doubt: CLOCK }) : undefined;
  if (hour === 'open') return open();
  if (meridiem === undefined && !ends && place !== 'attached' && bag.sameDay === undefined && hour > 0 && hour <= AMBIGUOUS) return open();
  const zoned = context.zone !== undefined && context.zone.day === undefined;
  // 22時(日本時間6時): the other zone has another day, and the text does not say so
  if (zoned && context.clock && context.clock.sentence === context.sentence && bag.sameDay === undefined && hour < context.clock.value.hour)
    return open();
  const counted = place === 'apart' && bag.sameDay === undefined ? undefined : toldDay;
  // 29日、…会談した。…(11時02分から): the one day that the text tells of
  const only = place === 'apart' && bag.sameDay === undefined && !context.zone && context.only !== 'several' ? context.only : undefined;
  let day: Day | undefined = before ? before.day : (counted?.value ?? only);
  if (before && day && bag.meridiem && hour < before.value.hour) day = addDays(day, 1);
  const stated = before ? before.stated : place === 'attached' && bag.sameDay === undefined && counted?.stated === true;
  if (!day) return open({ clock: { hour, minute } });
  const at = hour === 24 ? addDays(day, 1) : day;
  return {
    edtf: toEdtfMinute(at, hour % 24, minute),
    basis: stated ? 'stated' : 'inferred',
    anchor: toEdtf(day.year, day.month, day.day),
    clock: { hour, minute, day },
    ...(!before && only && { way: 'only-day' }),
    ...((bag.around || bag.past) && { approximate: true }),
  };
}

/** 午後3時10分から同45分まで: of the hour told last in the sentence, and later in it. */
function sameHour(minute: number, { clock, sentence }: Context): Outcome {
  if (!clock?.day || clock.sentence !== sentence || minute <= clock.value.minute) return open();
  const { day, value } = clock;
  return {
    edtf: toEdtfMinute(day, value.hour, minute),
    basis: 'inferred',
    anchor: toEdtf(day.year, day.month, day.day),
    clock: { hour: value.hour, minute, day },
  };
}

const CLOCK = { code: 'dates/no-such-time', severity: 'warning', message: 'There is no such time of day.' } as const;

/** The half of the day that a word before the hour means: 夕方5時 is of the afternoon, 夜1時 may be of the next day. */
function halfOf(word: NonNullable<Bag['meridiem']>, hour: number): 'am' | 'pm' | 'open' | undefined {
  if (word === 'am' || word === 'pm') return word;
  if (hour > 12) return undefined;
  if (word === 'night') return hour >= 5 && hour < 12 ? 'pm' : 'open';
  if (hour === 12) return undefined;
  return hour <= 4 && hour > 0 ? 'pm' : hour >= 10 ? 'am' : 'open';
}

/** 午前11時から1時: one o'clock is of the afternoon. */
function laterHalf(meridiem: 'am' | 'pm', before: number, hour: number): 'am' | 'pm' | undefined {
  if (hour > 12) return undefined;
  if (meridiem === 'am') return hour % 12 < before % 12 || hour === 12 ? 'pm' : 'am';
  return hour % 12 < before % 12 ? undefined : 'pm';
}

/**
 * 0–24. 午後12時15分 is a quarter past noon, as readouts write it; 午前12時 and 午後12時 by themselves are noon to one writer and
 * midnight to another.
 */
function hourOf(hour: number, minute: number, meridiem: 'am' | 'pm' | undefined, exact: boolean): number | 'open' | undefined {
  if (hour > 24 || (hour === 24 && minute > 0)) return undefined;
  if (meridiem === undefined) return hour;
  if (hour === 12) return meridiem === 'pm' && exact && minute > 0 ? 12 : 'open';
  if (meridiem === 'am') return hour < 12 ? hour : undefined;
  return hour < 12 ? hour + 12 : hour < 24 ? hour : undefined;
}
