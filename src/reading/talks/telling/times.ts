/**
 * When the talks took place and how long they lasted, out of the dates of the sentence that tells them.
 *
 *   > 現地時間9月21日午後6時14分(日本時間22日午前7時14分)から約20分間、
 *     　　　　＾＾＾＾＾＾＾＾＾＾ date and start            ＾＾＾＾ duration
 */
import { isComma } from '../../../language/abilities/head-final.ts';
import { type Numeral, readInteger } from '../../../language/abilities/numerals.ts';
import type { Pack } from '../../../language/pack.ts';
import type { DateMention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { firstFrom, isBlank, type Span } from '../../../text/span.ts';
import { toDuration } from '../../../time/duration.ts';
import { findDates } from '../../dates.ts';
import { isInBrackets } from '../../publication.ts';
import type { Format, TalksWords } from '../knowledge.ts';
import { afterBrackets } from './encounters.ts';

export interface Times {
  readonly date?: DateMention;
  readonly start?: DateMention;
  readonly end?: DateMention;
  readonly duration?: DateMention;
}

const DAY = /^\d{4}-\d\d-\d\d/;
/** A day, and no hour of it. */
const WHOLE = /^\d{4}-\d\d-\d\d$/;
/** From the page's date to the day that its first sentence tells: a blank, and whose time it is. */
const GLUED = 12;
/** In milliseconds. */
const DAY_LENGTH = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY_LENGTH;
const DAYS = /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const LENGTH = /^PT\d/;
const LINE_END = 0x0a;

/** Two sessions with their lengths stand within so many signs; from a length to the word for its session there are no more than these. */
const SESSIONS = 60;
const SESSION = 20;
/** What is eaten together. */
const MEALS: ReadonlySet<Format> = new Set(['working-lunch', 'working-dinner', 'working-breakfast', 'lunch', 'dinner', 'breakfast']);
/** Between the beginning and the end stand no more signs than this: から, -, 頃から. */
const APART = 6;
/** What else was held in that time is told at most this far behind the end. */
const TOLD = 160;
/** A remark in brackets behind the end is no longer. */
const REMARK = 16;

/** @param dates those of the sentence, in order; @param end where the talks are named: dates behind it are of something else. */
export function timesOf(text: string, dates: readonly DateMention[], end: number, words: TalksWords): Times {
  const told = dates.filter((date) => date.span[1] <= end);
  const before = isOfPage(text, told) ? told.slice(1) : told;
  const first = ofTwoDays(text, before, words) ?? (isOfDaysApart(text, before, words) ? undefined : dayTold(before));
  const duration = sumOfSessions(text, dates, words) ?? before.find((date) => date.duration && LENGTH.test(date.duration));
  const at = before.findIndex((date) => date.edtf && MOMENT.test(date.edtf) && (!first || dayOf(date) === dayOf(first)));
  const moment = before[at];
  const [from, to] = moment?.edtf ? moment.edtf.split('/') : [];
  const next = before[at + 1];
  const until = moment && !to && next?.edtf && MOMENT.test(next.edtf) && isUntil(text, moment, next, words) ? next : undefined;
  // 16時から17時20分まで(うち冒頭20分は一対一): a length behind the end is of a part
  const whole = until && moment && between(text, moment, until, words);
  const part = duration && until && duration.span[0] >= until.span[1];
  const length = (part ? whole : undefined) ?? duration ?? whole ?? (moment && !to ? upToMinute(text, moment, words) : undefined);
  return {
    ...(first && { date: onDay(first) }),
    ...(moment && from && { start: to ? { ...moment, edtf: from } : moment }),
    ...(moment && to && MOMENT.test(to) && { end: { ...moment, edtf: to } }),
    ...(until && { end: until }),
    ...(length && { duration: length }),
  };
}

/** 平成14年8月2日 8月1日、東山大臣は: the page's own date, in one line with the sentence that tells another day. */
function isOfPage(text: string, [first, second]: readonly DateMention[]): boolean {
  if (!first?.edtf || !WHOLE.test(first.edtf)) return false;
  const from = first.span[0];
  // 【2022年8月5日(金)1面】: whatever day is told behind it
  if (isInBrackets(text, first)) return from === 1 || text.charCodeAt(from - 2) === 0x0a;
  if (!second || !(isOfDay(second) || isDayTold(second))) return false;
  const alone = from === 0 || text.charCodeAt(from - 1) === 0x0a;
  const near = second.span[0] - first.span[1] <= GLUED || isJustBefore(second.edtf, first.edtf);
  return alone && isBlank(text.charCodeAt(first.span[1])) && near;
}

/** Whether a day is one of the week that ends with another. */
function isJustBefore(day: string | undefined, end: string): boolean {
  // nothing settles its month: it is not the page's day all the same
  if (!day) return true;
  if (DAYS.test(day) || day.slice(0, 10) > end) return false;
  return Date.parse(end) - Date.parse(day.slice(0, 10)) < WEEK;
}

/** 10:00~10:40: how long it lasted, worked out; undefined where the end is not later on the same day. */
function between(text: string, from: DateMention, to: DateMention, { followedBy }: TalksWords): DateMention | undefined {
  const [a, b] = [minuteOf(from), minuteOf(to)];
  if (a === undefined || b === undefined || b <= a || dayOf(from) !== dayOf(to)) return undefined;
  // 6時から8時まで会談を行い、引き続き夕食会を行った
  const stop = text.indexOf('\u3002', to.span[1]);
  const limit = Math.min(stop < 0 ? text.length : stop, to.span[1] + TOLD);
  if (followedBy.has(text, to.span[1], limit)) return undefined;
  const minutes = b - a;
  const span: [number, number] = [from.span[0], to.span[1]];
  const duration = toDuration(minutes % 60 === 0 ? { hours: minutes / 60 } : { minutes });
  if (!duration) return undefined;
  const approximate = from.approximate || to.approximate;
  return { text: text.slice(...span), span, duration, basis: 'inferred', rule: 'talks/from-start-to-end', ...(approximate && { approximate }) };
}

/** 午後6時25分から50分まで: the end has no more than its minutes, of the hour of the beginning. */
function upToMinute(text: string, from: DateMention, { minutes, until }: TalksWords): DateMention | undefined {
  const start = minuteOf(from);
  const limit = Math.min(text.length, from.span[1] + UP_TO);
  const particle = start === undefined ? undefined : minutes.from.at(text, from.span[1], limit);
  if (start === undefined || !particle) return undefined;
  const number: Numeral = { end: -1, value: 0, form: 'western', signs: 0 };
  readInteger(text, particle.end, true, number);
  const unit = number.end > 0 && number.value < 60 ? minutes.unit.at(text, number.end, limit) : undefined;
  const length = number.value - (start % 60);
  if (!unit || length <= 0 || !until.at(text, unit.end, limit)) return undefined;
  const span: [number, number] = [from.span[0], unit.end];
  const duration = toDuration({ minutes: length });
  return duration ? { text: text.slice(...span), span, duration, basis: 'inferred', rule: 'talks/from-start-to-end' } : undefined;
}

/** From the beginning to the end of such words there are no more signs. */
const UP_TO = 14;

/** Minutes since midnight. */
function minuteOf({ edtf = '' }: DateMention): number | undefined {
  const at = /T(\d\d):(\d\d)$/.exec(edtf);
  return at ? Number(at[1]) * 60 + Number(at[2]) : undefined;
}

/**
 * Sessions that one sentence tells one after the other, each with its length: what they come to.
 *
 *   > 約30分間少人数会合を、続いて約1時間全体会合を行った     > 約2時間会談(うち約30分は一対一の会談)を行った
 *     ＾＾＾＾　　　　　　　　　　＾＾＾＾ PT1H30M               none: one holds the other
 */
function sumOfSessions(text: string, dates: readonly DateMention[], words: TalksWords): DateMention | undefined {
  const lengths = dates.filter(({ duration, edtf }) => duration !== undefined && edtf === undefined && LENGTH.test(duration));
  const [first] = lengths;
  const last = lengths.at(-1);
  if (!first || !last || lengths.length < 2 || last.span[1] - first.span[0] > SESSIONS) return undefined;
  const end = Math.min(text.length, last.span[1] + SESSION);
  const named = lengths.every(({ span }, i) => {
    const until = lengths[i + 1]?.span[0] ?? end;
    return (
      until - span[1] <= SESSIONS && words.encounters.all(text, span[1], Math.min(until, span[1] + SESSION)).some(({ value }) => value !== 'none')
    );
  });
  // 約60分間(少人数会合30分間、拡大会合30分間): the brackets hold its parts
  const parts = fold(text.charCodeAt(first.span[1])) === 0x28 && last.span[1] <= afterBrackets(text, first.span[1], end);
  if (!named || parts || words.ofWhich.has(text, first.span[0], end)) return undefined;
  return together(text, lengths);
}

/**
 * The length in brackets right behind the word for the talks, and those of the meals that follow it.
 *
 *   > 日・ラトビア外相会談(約45分間)及びワーキング・ディナー(約80分間)を行った
 *     　　　　　　　　　　　＾＾＾＾＾　　　　　　　　　　　　　＾＾＾＾＾ PT125M
 */
export function lengthBehind(text: string, dates: readonly DateMention[], end: number, words: TalksWords): DateMention | undefined {
  const lengths: DateMention[] = [];
  for (let at = end; fold(text.charCodeAt(at)) === 0x28; ) {
    const length = dates.find(({ span, duration, edtf }) => span[0] === at + 1 && duration !== undefined && edtf === undefined);
    if (!length || fold(text.charCodeAt(length.span[1])) !== 0x29) break;
    lengths.push(length);
    const after = length.span[1] + 1;
    const meal = words.formats.all(text, after, Math.min(text.length, after + SESSION))[0];
    if (!meal || !MEALS.has(meal.value)) break;
    at = meal.end;
  }
  return lengths.length > 1 ? together(text, lengths) : lengths[0];
}

/** Several lengths as one, from the first to the last. */
function together(text: string, lengths: readonly DateMention[]): DateMention | undefined {
  const duration = sumOf(lengths.map((one) => one.duration as string));
  if (!duration) return undefined;
  const approximate = lengths.some((one) => one.approximate);
  const span: [number, number] = [(lengths[0] as DateMention).span[0], (lengths.at(-1) as DateMention).span[1]];
  return { text: text.slice(...span), span, duration, basis: 'inferred', rule: 'talks/sum-of-sessions', ...(approximate && { approximate }) };
}

/** Hours and minutes together: PT30M and PT1H are PT90M. */
function sumOf(durations: readonly string[]): string | undefined {
  let minutes = 0;
  for (const duration of durations) {
    const parts = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?$/.exec(duration);
    if (!parts) return undefined;
    minutes += Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0);
  }
  return toDuration(minutes % 60 === 0 ? { hours: minutes / 60 } : { minutes });
}

/** 5月22日及び23日: a day and the next, of both of which the talks are. */
function ofTwoDays(text: string, dates: readonly DateMention[], words: TalksWords): DateMention | undefined {
  const at = dates.findIndex(isOfDay);
  const [first, second] = [dates[at], dates[at + 1]];
  if (!first?.edtf || !second?.edtf || !WHOLE.test(first.edtf) || !WHOLE.test(second.edtf)) return undefined;
  if (Date.parse(second.edtf) - Date.parse(first.edtf) !== DAY_LENGTH) return undefined;
  if (!isJoined(text, first, second, words)) return undefined;
  const span: [number, number] = [first.span[0], second.span[1]];
  return { ...first, text: text.slice(...span), span, edtf: `${first.edtf}/${second.edtf}`, basis: 'inferred', rule: 'talks/two-days' };
}

/** 4月29日及び5月1日: two days of which neither is the day of the talks. */
function isOfDaysApart(text: string, dates: readonly DateMention[], words: TalksWords): boolean {
  const [first, second] = dates.filter(isOfDay);
  if (!first?.edtf || !second?.edtf || !WHOLE.test(first.edtf) || !WHOLE.test(second.edtf)) return false;
  return first.edtf !== second.edtf && isJoined(text, first, second, words);
}

/** Whether nothing stands between two days but what joins a list, and a remark in brackets. */
function isJoined(text: string, first: DateMention, second: DateMention, words: TalksWords): boolean {
  const end = afterBrackets(text, first.span[1], second.span[0]);
  return words.lists.at(text, end, second.span[0])?.end === second.span[0];
}

/** The first day told, but of days with one of them behind it that one: 3月31日から4月1日まで開催中の会議に出席するため…、1日16時から. */
function dayTold(dates: readonly DateMention[]): DateMention | undefined {
  const first = dates.find((date) => date.edtf && DAY.test(date.edtf));
  if (!first || !DAYS.test(first.edtf as string)) return first;
  const [from, to] = (first.edtf as string).split('/') as [string, string];
  const inside = ({ edtf, span }: DateMention): boolean =>
    span[0] >= first.span[1] && edtf !== undefined && DAY.test(edtf) && !DAYS.test(edtf) && edtf.slice(0, 10) >= from && edtf.slice(0, 10) <= to;
  return dates.find(inside) ?? first;
}

function isUntil(text: string, from: DateMention, to: DateMention, { until, minutes }: TalksWords): boolean {
  // 10時25分から10時45分(現地時間)まで
  const end = afterBrackets(text, to.span[1], Math.min(text.length, to.span[1] + REMARK));
  const limit = Math.min(text.length, end + APART);
  const [start] = to.span;
  const gap = start - from.span[1];
  if (gap > APART) return false;
  if (until.at(text, end, limit) !== undefined || (gap === 1 && fold(text.charCodeAt(from.span[1])) !== 0x28)) return true;
  // 日時 14時から14時40分: with nothing behind it
  const unit = text.charCodeAt(end);
  return minutes.from.at(text, from.span[1], start)?.end === start && (end >= text.length || unit === LINE_END || isComma(unit));
}

/** Whether a date tells a day, or days. */
export function isOfDay({ edtf }: DateMention): boolean {
  return edtf !== undefined && DAY.test(edtf);
}

/** A day without its year, or without its month, that is one of a stretch of days; undefined where it is none. */
export function dayWithin(pack: Pack, bare: DateMention, { edtf = '' }: DateMention): DateMention | undefined {
  const [from = '', to = ''] = edtf.split('/');
  const [day] = findDates(bare.text, pack, { published: to }).value;
  const found = day?.edtf?.slice(0, 10) ?? '';
  return WHOLE.test(found) && from <= found && found <= to
    ? { ...bare, edtf: found, basis: 'inferred', rule: 'talks/day-of-journey', anchor: edtf }
    : undefined;
}

/** A day as it is told: 16日午前 is one, although nothing on the page may settle its month. */
export function isDayTold(date: DateMention): boolean {
  return isOfDay(date) ? date.basis === 'stated' : !date.edtf && date.rule?.includes('day') === true;
}

/** A day told with its month, whose year the page has: 11月20日. */
export function isMonthAndDay(date: DateMention): boolean {
  return isOfDay(date) && date.rule?.endsWith('/month-day') === true;
}

/** Whether a date tells several days. */
export function isStretch({ edtf }: DateMention): boolean {
  return edtf !== undefined && DAYS.test(edtf);
}

function dayOf(date: DateMention): string {
  return (date.edtf as string).slice(0, 10);
}

/** The day of a moment: its words are those of the moment. Talks over several days keep them all. */
export function onDay(date: DateMention): DateMention {
  const day = dayOf(date);
  if (date.edtf === day || DAYS.test(date.edtf as string)) return date;
  const { duration: _, zone: __, ...rest } = date;
  return { ...rest, edtf: day, basis: 'inferred', rule: 'talks/day-of-start' };
}

/** The mentions whose span lies in `span`; the list must be in order. */
export function within<T extends { readonly span: Span }>(list: readonly T[], span: Span): T[] {
  const result: T[] = [];
  for (let i = firstFrom(list, span[0]); i < list.length; i++) {
    const item = list[i] as T;
    if (item.span[0] >= span[1]) break;
    if (item.span[1] <= span[1]) result.push(item);
  }
  return result;
}
