/** When talks were held: by the sentence that tells them, else by what stands above it, or again below. */
import { OFFICES } from '../../../record/offices.generated.ts';
import type { DateMention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { firstFrom, type Span } from '../../../text/span.ts';
import { findDates } from '../../dates.ts';
import type { Account } from '../account.ts';
import { hostOfJourney } from '../accounts/journeys.ts';
import { isHeading } from '../accounts/sections.ts';
import type { Page } from '../page.ts';
import { samePerson } from '../parties/cast.ts';
import { daysBehind } from '../telling/days-behind.ts';
import { afterBrackets, type Encounter, encounterNamed, encounterTold } from '../telling/encounters.ts';
import { levelNamed } from '../telling/level.ts';
import { dayWithin, isDayTold, isMonthAndDay, isOfDay, isStretch, lengthBehind, onDay, type Times, timesOf, within } from '../telling/times.ts';
import { isTelling, metWith, type Told, toldBy } from '../telling/told.ts';
import { datelineOf } from './dateline.ts';

/** The word for the level stands within so many signs before the name of the talks. */
const LEVEL = 12;
/** Keeps a day and the hours behind it apart: 29日午前、11時02分-11時27分. */
const COMMA = '\u3001';

export function whenOf(page: Page, account: Account): Times {
  const times = timesTold(page, account);
  const { told, traveller, conference } = account;
  if (conference || (times.date && !isStretch(times.date))) return times;
  const called = told && dayCalled(page, told);
  if (times.date) return called && isIn(called, times.date) ? { ...times, date: called } : times;
  const date = called ?? (told && dayBefore(page, told)) ?? (traveller === page.own ? dayOfVisit(page) : undefined);
  return date ? { date, ...times } : times;
}

/** Whether a day is one of a stretch of days. */
function isIn({ edtf: day = '' }: DateMention, { edtf = '' }: DateMention): boolean {
  const [from = '', to = ''] = edtf.split('/');
  return from <= day && day <= to;
}

/** 8日、…に出席した。続いて、某大臣と会談した: the day of the sentence that this one goes on with, in the same passage. */
function dayBefore({ text, dates, sentences, words }: Page, { span, passage }: Told): DateMention | undefined {
  const before = sentences[firstFrom(sentences, span[0]) - 1];
  if (!before || before.passage !== passage || !words.followedBy.at(text, span[0], span[1])) return undefined;
  const [day, ...others] = within(dates, before.span).filter((date) => isDayTold(date) || isOfDay(date));
  if (!day || !isOfDay(day) || isStretch(day) || others.length > 0) return undefined;
  return { ...onDay(day), basis: 'inferred', rule: 'talks/day-before' };
}

/** 4日の某首相への表敬では、: the day with which a later sentence calls the talks with whoever was met. */
function dayCalled({ text, dates, mentions, sentences, words, own }: Page, told: Told): DateMention | undefined {
  const met = told.present.flatMap((i) => (told.mentions[i]?.party === own ? [] : (told.mentions[i]?.name ?? [])));
  const from = firstFrom(sentences, told.encounter.span[1]);
  for (const { span, passage } of met.length > 0 ? sentences.slice(from, from + NAMED_AGAIN) : []) {
    if (!isTelling(passage)) continue;
    const start: Span = [span[0], Math.min(span[1], span[0] + OPENS)];
    const one = within(mentions, start).find(({ kind }) => kind === 'person');
    const [day] = within(dates, [span[0], one?.span[0] ?? span[0]]);
    if (!one?.name || !day || !isOfDay(day) || isStretch(day) || !met.some((name) => samePerson(name, one.name as string))) continue;
    const joined = words.knowledge.visits.joins.includes(text.slice(day.span[1], one.span[0]));
    const named = words.encounters.all(text, one.span[1], start[1]).find(({ value }) => value !== 'none');
    if (joined && named && words.inside.at(text, named.end, span[1])) return { ...onDay(day), basis: 'inferred', rule: 'talks/day-called' };
  }
  return undefined;
}

/** 1 訪問日程 / 3月20日、東山大臣は、某国を訪問。: the day of a visit of one day, where the page tells no other besides its own. */
function dayOfVisit(page: Page): DateMention | undefined {
  const known = visits.get(page.outline);
  if (known) return known.day;
  const day = onlyDay(page);
  visits.set(page.outline, { day });
  return day;
}

/** Asked for each of a page's talks. */
const visits = new WeakMap<Page['outline'], { readonly day: DateMention | undefined }>();

function onlyDay(page: Page): DateMention | undefined {
  const { text, outline, dates, sentences, words } = page;
  const line = outline.passages.find(({ kind }) => kind === 'dateline')?.span;
  const days = dates.filter((date) => isOfDay(date) && !(line && line[0] <= date.span[0] && date.span[1] <= line[1]));
  const [day] = days;
  if (!day || isStretch(day) || days.some(({ edtf = '' }) => edtf.slice(0, 10) !== day.edtf?.slice(0, 10) || edtf.includes('/'))) return undefined;
  const sentence = sentences[firstFrom(sentences, day.span[0] + 1) - 1];
  const visited = sentence && isTelling(sentence.passage) && words.hosts.has(text, day.span[1], sentence.span[1]);
  const only = visited && !isBracketed(text, day.span[0], sentence.span[0]) && hostOfJourney(page) !== undefined;
  return only ? { ...onDay(day), basis: 'inferred', rule: 'talks/day-of-visit' } : undefined;
}

function timesTold(page: Page, { told, form, lede, title, named, first, host, conference, beside }: Account): Times {
  const { text, dates, words } = page;
  const dated = told ? daysBehind(page, told) : [];
  const [met] = dated;
  // A大臣(4日)、B大臣(5日)と会談を行った: talks of several days, of which the page tells no one day
  if (met) return new Set(dated.map(({ day }) => day.edtf ?? day.text)).size > 1 || !isOfDay(met.day) ? {} : { date: onDay(met.day) };
  const inForm = form?.time && timesOf(text, within(dates, form.time), form.time[1], words);
  const ofTold = told ? within(dates, [told.span[0], told.span[1]]) : [];
  // ヨルダンにおいては、夕食会(8月10日)に出席するほか、…と会談を行った: the day of the dinner
  const its = host && told ? ofTold.filter(({ span: [at] }) => at > told.encounter.span[1] || !isBracketed(text, at, told.span[0])) : ofTold;
  const before = told ? timesOf(text, its, told.encounter.reach, words) : {};
  const after = told && dayAfter(page, told);
  const clocked: Times = after ? { ...before, date: onDay(after) } : told?.day && !before.date ? { date: onDay(told.day), ...before } : before;
  const behind = told && !before.duration ? lengthBehind(text, its, told.encounter.span[1], words) : undefined;
  const timed = behind ? { ...clocked, duration: behind } : clocked;
  const own = told && timed.date && isOfJourney(page, told, timed.date) ? withoutDay(timed) : timed;
  if (inForm?.date && (!own.date || own.date.edtf === inForm.date.edtf)) return { ...inForm, ...own };
  const above = own.date || !told ? undefined : dayAbove(page, told.passage.headings);
  if (above && (!title || first === 0)) return { ...above, ...own };
  if (!title || first === 0) {
    // 15日、某国を訪問した。/ 首相表敬を行うとともに、｜外相と会談した: the day with which the section opens is that of both
    const opens = beside && lede && told && !own.date && isWithin(told, lede);
    const opening = opens ? timesOf(text, within(dates, lede.span), lede.encounter.reach, words).date : undefined;
    if (opening && !isStretch(opening)) return { date: onDay(opening), ...own };
    const inHeading = own.date && isStretch(own.date) ? timesOfHeading(page, own.date) : undefined;
    if (inHeading) return { ...own, ...inHeading };
    return own.date
      ? own
      : { ...datedAbove(page), ...(told && { ...dayOfOpening(page, told), ...dayBehindAgain(page, told), ...toldAgain(page, told) }), ...own };
  }
  const inTitle = own.date ? {} : timesOf(text, within(dates, title), title[1], words);
  // 2 クウェート(22日から24日): days behind a country are those of the stay
  if (inTitle.date && (named || !isStretch(inTitle.date))) return { ...inTitle, ...own };
  const stay = own.date ?? (lede && timesOf(text, within(dates, lede.span), lede.encounter.reach, words).date);
  // 5月6日、…意見交換を行った, below 2022年5月6日から11日にかけて: a day of its own, whose year the journey has
  const bare = told && stay && stay !== own.date && isStretch(stay) ? its.find((one) => isDayTold(one) && !one.edtf) : undefined;
  const headed = bare && stay ? dayWithin(page.pack, bare, stay) : stay;
  // 7月2日から9日にかけ、…諸国を訪問し: the days of a journey are not those of the talks in one country
  const day = headed && isStretch(headed) && (!named || conference) && !own.date ? undefined : headed;
  return day ? { date: day, ...(!own.start && hourOf(page, title, day)), ...own } : own;
}

/** 5日から9日まで、某国に出張し、大臣会合に出席した: the days of a journey, told before what was attended there, are not those of a meeting of many. */
function isOfJourney({ text, words }: Page, { encounter }: Told, date: DateMention): boolean {
  return (
    OF_MANY.has(encounter.kind) && isStretch(date) && date.span[1] <= encounter.span[0] && words.visited.has(text, date.span[1], encounter.span[0])
  );
}

const OF_MANY: ReadonlySet<Encounter['kind']> = new Set(['ministerial', 'multilateral', 'summit']);

function withoutDay({ date: _, ...times }: Times): Times {
  return times;
}

/** Whether talks are told in the section that others open. */
function isWithin({ passage: { headings } }: Told, opening: Told): boolean {
  const [top, of] = [headings[0], opening.passage.headings[0]];
  return top !== undefined && of !== undefined && top[0] === of[0];
}

/** (9月23日、熱海): the day in a line above the text. */
function datedAbove(page: Page): Times {
  return datelineOf(page).times ?? {};
}

/** Talks are told again within so many sentences. */
const AGAIN = 3;

/**
 * The day that news gives where it tells the same talks again, behind a summary without one.
 *
 *   > 東山首相は、某大統領と会談し、協力を求めました。/ 東山首相は28日、某大統領と会談しました。
 *                                                  ＾＾＾
 */
function toldAgain(page: Page, told: Told): Times | undefined {
  const { text, sentences, dates, words } = page;
  const met = told.present.map((i) => told.mentions[i]?.name ?? '');
  if (met.length < 2) return undefined;
  const from = firstFrom(sentences, told.span[1]);
  for (const sentence of sentences.slice(from, from + AGAIN)) {
    const again = isTelling(sentence.passage) ? (toldBy(page, sentence) ?? metWith(page, sentence)) : undefined;
    const names = again?.present.map((i) => again.mentions[i]?.name ?? '') ?? [];
    if (!again || names.length !== met.length || !names.every((name) => met.some((one) => samePerson(one, name)))) continue;
    const times = timesOf(text, within(dates, again.span), again.encounter.reach, words);
    if (times.date) return times;
  }
  return undefined;
}

/** Between the word for the talks and the bracket behind them stand no more signs: 会談した｜(3日). */
const VERB = 6;

/** 某大統領と会談した(3日)。: the day in brackets right behind. */
function dayAfter({ text, dates }: Page, { span, encounter }: Told): DateMention | undefined {
  for (let i = encounter.span[1]; i <= Math.min(span[1], encounter.span[1] + VERB); i++) {
    if (fold(text.charCodeAt(i)) !== 0x28) continue;
    const days = within(dates, [i, afterBrackets(text, i, text.length)]).filter(isOfDay);
    return days.length === 1 && !isStretch(days[0] as DateMention) ? days[0] : undefined;
  }
  return undefined;
}

/** What was said at talks told before begins within so many sentences, and names them within so many signs. */
const NAMED_AGAIN = 6;
const OPENS = 40;

/** …首脳会談に出席したほか、… / 西園総理との首脳会談及び昼食会(22日)では、: the day behind the name with which what was said there begins. */
function dayBehindAgain({ text, sentences, dates, words }: Page, told: Told): Times {
  const role = told.present.map((i) => told.mentions[i]?.role).find((one) => one === 'foreign-minister' || one === 'head-of-government');
  // 某大臣は、東山外務大臣と会談した。/ 日・某国外相会談(3日)においては
  const level = levelNamed(text, [told.encounter.span[0] - LEVEL, told.encounter.span[1]], words) ?? (role && OFFICES[role].level);
  const from = firstFrom(sentences, told.span[1]);
  for (const { span, passage } of level ? sentences.slice(from, from + NAMED_AGAIN) : []) {
    if (!isTelling(passage)) continue;
    const end = Math.min(span[1], span[0] + OPENS);
    const named = words.encounters.all(text, span[0], end).filter(({ value }) => value !== 'none');
    if (!named.some((one) => levelNamed(text, [one.start, one.end], words) === level)) continue;
    for (const { end: at } of named) {
      const close = afterBrackets(text, at, span[1]);
      const days = within(dates, [at, close]).filter((day) => isOfDay(day) && !isStretch(day));
      if (days.length === 1 && words.inside.at(text, close, span[1])) return { date: onDay(days[0] as DateMention) };
    }
  }
  return {};
}

/** Signs before a place in which a bracket is looked for. */
const BRACKET = 40;

/** Whether a place stands in brackets that open behind `from`. */
function isBracketed(text: string, at: number, from: number): boolean {
  for (let i = at - 1; i >= from && at - i < BRACKET; i--) {
    const unit = fold(text.charCodeAt(i));
    if (unit === 0x29) return false;
    if (unit === 0x28) return true;
  }
  return false;
}

/** 1 19日午後: the day of the nearest heading that tells one. */
function dayAbove({ text, dates, words }: Page, headings: readonly Span[]): Times | undefined {
  const days = headings.map((heading) => timesOf(text, within(dates, heading), heading[1], words).date);
  const date = days.findLast((day) => day !== undefined && !isStretch(day));
  return date && { date };
}

/** The date that opens a page begins within so many signs of it. */
const OPENING = 2;

/**
 * The day with which the page opens, where no other stands before the talks are told, nor a heading.
 *
 *   > 5月9日、総理は、首脳会談に出席しました。総理は、午前、迎賓館で大統領と会談しました。
 *     ＾＾＾＾
 */
function dayOfOpening({ text, dates, sentences, words }: Page, told: Told): Times {
  const opening = sentences.find(({ passage }) => isTelling(passage));
  if (!opening || opening.span[0] >= told.span[0] || told.passage.headings.length > 0) return {};
  const [day, ...others] = within(dates, [opening.span[0], told.encounter.reach]).filter((date) => isDayTold(date) || isOfDay(date));
  // 11月18日、…を訪問しました。/ …と会談しました: a day with its month, where it is not that of other talks
  const known = day && (isDayTold(day) || (isMonthAndDay(day) && !encounterTold(text, opening.span, words)));
  if (!day || !known || isStretch(day) || day.span[0] - opening.span[0] > OPENING || day.span[1] > opening.span[1]) return {};
  // 9日、総理は…到着しました。同日夜(10日深夜)、…: another day on the way may be that of the talks
  if (others.some((other) => isDayTold(other) || other.edtf?.slice(0, 10) !== day.edtf?.slice(0, 10))) return {};
  return { date: { ...day, basis: 'inferred', rule: 'talks/day-of-opening' } };
}

/**
 * The hour in a heading, of the day at the head of the page.
 *
 *   > 日・エジプト外相会談(14時00分から約30分間)
 *     　　　　　　　　　　　＾＾＾＾＾＾　＾＾＾＾
 */
function hourOf({ text, dates, words, pack }: Page, title: Span, day: DateMention): Times {
  const clock = within(dates, title).find((date) => date.zone === 'local' || date.edtf?.includes('T'));
  if (!clock)
    return timesOf(
      text,
      within(dates, title).filter((date) => date.duration),
      title[1],
      words,
    );
  const before = `${day.text}${COMMA}`;
  const shift = clock.span[0] - before.length;
  const found = findDates(before + text.slice(clock.span[0], title[1]), pack, { published: day.edtf as string }).value.flatMap(
    (date): DateMention[] => {
      if (date.span[0] < before.length) return [];
      return [{ ...date, span: [date.span[0] + shift, date.span[1] + shift], basis: 'inferred', rule: 'talks/hour-of-heading' }];
    },
  );
  const { start, end, duration } = timesOf(text, found, title[1], words);
  return { ...(start && { start }), ...(end && { end }), ...(duration && { duration }) };
}

/**
 * The day and the hour in the only heading of the page that names talks, where the page tells no more than the days of the journey.
 *
 *   > 1 日・ペルー外相会談(1月7日20時30分から約2時間)
 *     　　　　　　　　　　　＾＾＾＾＾＾＾＾＾＾　＾＾＾
 */
function timesOfHeading(page: Page, { edtf: days = '' }: DateMention): Times | undefined {
  const times = known.get(page.outline) ?? onlyHeading(page);
  known.set(page.outline, times);
  const day = times.date?.edtf ?? '';
  const [from = '', to = ''] = days.split('/');
  return WHOLE.test(day) && from <= day && day <= to ? times : undefined;
}

/** Asked for each of a page's talks. */
const known = new WeakMap<Page['outline'], Times>();

function onlyHeading({ text, outline, dates, words }: Page): Times {
  let only: Span | undefined;
  for (const passage of outline.passages) {
    if (passage.kind !== 'heading' || !isHeading(text, passage) || !encounterNamed(text, passage.span, words)) continue;
    if (only) return {};
    only = passage.span;
  }
  return only ? timesOf(text, within(dates, only), only[1], words) : {};
}

/** A day, and no more than one. */
const WHOLE = /^\d{4}-\d\d-\d\d$/;
