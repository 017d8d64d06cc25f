/** What a record says of talks besides who took part: kind, level, when, where, at what occasion, in what form. */
import { isComma } from '../../language/abilities/head-final.ts';
import type { DateMention, Participant, Talks } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { firstFrom, type Span } from '../../text/span.ts';
import { findDates } from '../dates.ts';
import { isJoint } from '../mentions/scripts.ts';
import type { Account } from './account.ts';
import { dayOnItinerary } from './accounts/itinerary.ts';
import type { Casting } from './casting.ts';
import { datelineOf, placeBeside } from './facts/dateline.ts';
import { occasionInTitle, occasionTold, ordinalCounted, ordinalTold } from './facts/occasion.ts';
import { type Place, placeOfOccasion, placeTold, placeVisited } from './facts/place.ts';
import type { Kind, TalksWords } from './knowledge.ts';
import type { Page } from './page.ts';
import { samePerson } from './parties/cast.ts';
import { findTransit, findVisiting, occasionOf } from './parties/visiting.ts';
import { daysBehind } from './telling/days-behind.ts';
import { afterBrackets, type Encounter, encounterTold, isPlanned } from './telling/encounters.ts';
import { isCountry, levelNamed, levelOf } from './telling/level.ts';
import { isDayTold, isMonthAndDay, isOfDay, isStretch, lengthBehind, onDay, type Times, timesOf, within } from './telling/times.ts';
import { isTelling, metWith, type Told, toldBy } from './telling/told.ts';

/** The word for the level stands within so many signs before the name of the talks. */
const LEVEL = 12;

/** The talks of an account; their id is still to be given. */
export function factsOf(page: Page, account: Account, { parties, participants }: Casting): Talks {
  const { text, words } = page;
  const { title, named, told } = account;
  const kind = kindOf(account, parties, participants, words.standing);
  const called =
    (named && title && levelNamed(text, [title[0], named.span[1]], words, levelFrom(text, title, named, words))) ??
    (told && levelNamed(text, told.encounter.span, words));
  const met = levelOf(participants, parties);
  // 事務レベル says no more than that they were no ministers
  const level = called === 'officials' ? (met ?? called) : (called ?? met);
  const when = whenOf(page, account);
  // 4月11日から14日まで訪日し、…西園総理との会談を行った: days of the stay, of which the programme may know the one
  const vague = !when.date || isStretch(when.date);
  const day = vague && kind !== 'call' ? dayOnItinerary(page, { participants, parties, level: called }) : undefined;
  const { date, ...clock } = when;
  const its = day ? { ...onDay(day), basis: 'inferred' as const, rule: 'talks/day-of-programme' } : date;
  const times: Times = its ? { date: its, ...clock } : clock;
  const occasion =
    (title && occasionInTitle(text, title, words, page.names)) ?? (told && occasionTold(text, [told.span[0], told.encounter.span[0]], words));
  const place = kind === 'call' ? undefined : whereOf(page, account, occasion?.span);
  const ordinal =
    (told && ordinalTold(text, told.span, told.encounter.span[0], words)) ??
    (title && named && ordinalTold(text, title, named.span[0], words)) ??
    countedBelow(page, account);
  const format = formatOf(page, account);
  const visiting = kind === 'call' ? [] : findVisiting(page, account, participants);
  const transit = kind === 'call' ? undefined : findTransit(page, account);
  const facts = { id: '', kind } as Talks;
  if (level) facts.level = level;
  Object.assign(facts, times);
  if (place) facts.place = place;
  if (occasion) facts.occasion = occasionOf(occasion, words);
  if (format.length > 0) facts.format = format;
  if (ordinal) facts.ordinal = ordinal;
  if (visiting.length > 0) facts.visiting = visiting;
  if (transit) facts.transit = transit;
  facts.parties = parties;
  facts.participants = participants;
  return facts;
}

/** Where the level may be told in a title: behind another meeting by which the name calls those who met, 東アジア首脳会議参加国｜外相会議. */
function levelFrom(text: string, title: Span, { span: [at] }: Encounter, words: TalksWords): number {
  const other = words.encounters.all(text, title[0], at).findLast(({ value }) => value !== 'none');
  for (let i = other?.end ?? at; i < at; i++) if (isComma(text.charCodeAt(i)) || isJoint(text.charCodeAt(i))) return at - LEVEL;
  return Math.max(at - LEVEL, other?.end ?? 0);
}

/** Keeps a day and the hours behind it apart: 29日午前、11時02分-11時27分. */
const COMMA = '\u3001';
/** No more parties than this meet as ministers; more make a conference. */
const FEW = 4;

/** The sentence's own word, unless the title says more, or calls a short meeting one all the same. */
function kindOf(
  { named, told, conference }: Account,
  parties: readonly string[],
  participants: readonly Participant[],
  standing: ReadonlySet<string>,
): Kind {
  const a = (told && (told.present.length > 0 || !named) ? told.encounter.kind : named?.kind) ?? 'meeting';
  const b = named?.kind ?? a;
  const kind = a === 'meeting' || (a === 'brief-exchange' && b === 'meeting') ? b : a;
  // 東山大臣とASEAN事務総長との会談: who heads the body's own office is one person
  const met = participants.some(({ role, party }) => role === 'organisation-head' && standing.has(party));
  if (conference || (kind === 'meeting' && !met && parties.some((party) => standing.has(party)))) return kind === 'summit' ? kind : 'multilateral';
  // 日中韓外相会議
  if (parties.length > FEW && (kind === 'meeting' || kind === 'ministerial')) return 'multilateral';
  return kind === 'multilateral' && parties.length <= FEW && parties.length > 1 && parties.every(isCountry) ? 'ministerial' : kind;
}

/** It is given within so many sentences. */
const COUNTED = 6;

/** The number that a later sentence of the passage gives. */
function countedBelow({ text, sentences, words }: Page, { told }: Account): Talks['ordinal'] {
  if (!told) return undefined;
  const first = firstFrom(sentences, told.span[1]);
  for (const { span, passage } of sentences.slice(first, first + COUNTED)) {
    if (passage !== told.passage) return undefined;
    const found = ordinalCounted(text, span, words);
    if (found) return found;
  }
  return undefined;
}

function whenOf(page: Page, { told, form, lede, title, named, first, host }: Account): Times {
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
  const own = behind ? { ...clocked, duration: behind } : clocked;
  if (inForm?.date && (!own.date || own.date.edtf === inForm.date.edtf)) return { ...inForm, ...own };
  const above = own.date || !told ? undefined : dayAbove(page, told.passage.headings);
  if (above && (!title || first === 0)) return { ...above, ...own };
  if (!title || first === 0)
    return told && !own.date
      ? { ...datedAbove(page), ...dayOfOpening(page, told), ...dayBehindAgain(page, told), ...toldAgain(page, told), ...own }
      : own;
  const inTitle = own.date ? {} : timesOf(text, within(dates, title), title[1], words);
  // 2 クウェート(22日から24日): days behind a country are those of the stay
  if (inTitle.date && (named || !isStretch(inTitle.date))) return { ...inTitle, ...own };
  const headed = own.date ?? (lede && timesOf(text, within(dates, lede.span), lede.encounter.reach, words).date);
  // 7月2日から9日にかけ、…諸国を訪問し: the days of a journey are not those of the talks in one country
  const day = headed && isStretch(headed) && !named && !own.date ? undefined : headed;
  return day ? { date: day, ...(!own.start && hourOf(page, title, day)), ...own } : own;
}

/** (9月23日、熱海): the day in a line above the text. */
function datedAbove(page: Page): Times {
  const { date } = datelineOf(page);
  return date ? { date } : {};
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
  const level = levelNamed(text, [told.encounter.span[0] - LEVEL, told.encounter.span[1]], words);
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

function whereOf(page: Page, { told, form, lede, first }: Account, occasion: Span | undefined): Place | undefined {
  const { text, mentions, dates, words } = page;
  // 場所: 某市(22日、二者会談) / 某市(23日、三者会合): each place is of another day
  if (form?.place && !within(dates, form.place).some(isOfDay)) {
    const [start, end] = form.place;
    const party = within(mentions, form.place).find((mention) => mention.party)?.party;
    return { name: text.slice(start, end), ...(party && { party }), basis: 'stated', span: [start, end] };
  }
  if (told) {
    const before: Span = [told.span[0], told.encounter.reach];
    const place =
      placeTold(text, before, told.mentions, words) ?? placeBeside(page, told.span) ?? placeVisited(text, told.mentions, words, page.names);
    if (place) return place;
  }
  if (lede) {
    const place = placeTold(text, [lede.span[0], lede.encounter.reach], lede.mentions, words) ?? placeVisited(text, lede.mentions, words, page.names);
    if (place) return place;
  }
  return (first === 0 ? datelineOf(page).place : undefined) ?? (occasion && placeOfOccasion(text, occasion, page.names));
}

/**
 * Words of form in the title and in the passage that tells the talks; what a sentence there only announces (夕食会に出席予定です) is none, nor
 * what it counts (会談は、テレビ会談を含め、今回で3度目である).
 */
function formatOf({ text, sentences, words }: Page, { title, told, programme }: Account): NonNullable<Talks['format']> {
  const result: NonNullable<Talks['format']> = [];
  // 議連主催昼食会、夕刻に首脳会談: a programme lists other meals
  const telling =
    told && programme !== 'list'
      ? within(sentences, told.passage.span).filter(({ span, passage }) => passage === told.passage && !isPlanned(text, span, words))
      : [];
  const isCounted = (to: number, end: number) =>
    words.knowledge.ordinals.including.some((word) => text.startsWith(word, to)) && words.th.has(text, to, end);
  // 某外相主催晩餐会に出席したほか、某大統領と会談した: the talks begin behind the meal
  const from = (span: Span): Span => (told && span[0] < told.span[0] && told.span[1] === span[1] ? told.span : span);
  for (const span of [...telling.map((sentence) => from(sentence.span)), title])
    for (const found of span ? words.formats.all(text, span[0], span[1]) : [])
      if (!isCounted(found.end, (span as Span)[1]) && !result.some((other) => other.value === found.value))
        result.push({ value: found.value, basis: 'stated', span: [found.start, found.end] });
  return result;
}
