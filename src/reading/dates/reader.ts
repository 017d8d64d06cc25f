/** One way through the text: at each place that may start a date, the longest shape that holds is taken and settled at once. */
import { isDigit, isHanDigit } from '../../language/abilities/numerals.ts';
import type { Section } from '../../language/pack.ts';
import { slotsOf } from '../../language/shape.ts';
import type { DateMention, Issue } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isBlank } from '../../text/span.ts';
import { type Day, daysBetween, type Month } from '../../time/calendar.ts';
import { type Bag, isOfContext } from './bag.ts';
import { type Place, resolveClock } from './clock.ts';
import { type Context, makeContext, publishedDay, type ToldClock, type ToldDay } from './context.ts';
import { resolveDay } from './days.ts';
import { resolveBareEra } from './eras.ts';
import { type DateKnowledge, dateKnowledge, END, START } from './knowledge.ts';
import { giveDay, type Leading } from './leading.ts';
import { resolveLength } from './lengths.ts';
import { candidatesAt, isBehindItem, type Match, matchOf } from './matching.ts';
import { type Doubt, type Outcome, open } from './outcome.ts';
import { rangeFrom } from './ranges.ts';
import { resolveWeekday } from './steps.ts';
import { resolveCentury, resolveDecade, resolveFiscal, resolveOffset, resolveTurnOfYear } from './stretches.ts';

export interface Dates {
  readonly mentions: DateMention[];
  readonly issues: Issue[];
}

/** What may stand between a day and its clock time is no longer than this. */
const ATTACHED = 16;
/** How far back words of what is still to come are looked for. */
const SENTENCE = 160;

export function readDates(
  text: string,
  section: Section<'dates'>,
  code: string,
  { published, year }: { readonly published?: string; readonly year?: string },
  into: Dates,
): void {
  const knowledge = dateKnowledge(section);
  const { classes, byWords } = knowledge;
  const context = makeContext(published ?? year, published === undefined && year !== undefined);
  const length = text.length;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit] as number;
    if (kind === 0) {
      at++;
      continue;
    }
    if ((kind & END) !== 0 && (!byWords || unit === LINE_END || isBlank(text.charCodeAt(at + 1))) && !isBracketed(text, at)) {
      context.sentence++;
      context.sentenceStart = at + 1;
      context.zone = undefined;
    }
    if ((kind & START) === 0 || (byWords && at > 0 && isWord(text.charCodeAt(at - 1)))) {
      at++;
      continue;
    }
    const end = readAt(text, at, knowledge, code, context, into);
    if (end > at) at = end;
    else at = isDigit(unit) || isHanDigit(unit) ? afterNumber(text, at, knowledge) : at + 1;
  }
}

const LINE_END = 0x0a;
/** A remark in brackets before a stop inside them is no longer. */
const REMARK = 16;

/** 14日16時30分(現地時間。日本時間23時30分): a stop inside brackets ends no sentence. */
function isBracketed(text: string, at: number): boolean {
  if (text.charCodeAt(at) === LINE_END) return false;
  for (let i = at - 1; i >= 0 && at - i <= REMARK; i--) {
    const unit = fold(text.charCodeAt(i));
    if (unit === 0x28) return true;
    if (unit === 0x29 || unit === LINE_END) return false;
  }
  return false;
}

/** A letter or a digit: no word begins behind it. Signs of punctuation stand from 2000 to 206F. */
function isWord(unit: number): boolean {
  if (unit < 0xc0) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || isDigit(unit);
  return unit < 0x2000 || unit > 0x206f;
}

/** The end of what was read at this place; -1 where nothing was. */
function readAt(text: string, at: number, knowledge: DateKnowledge, code: string, context: Context, into: Dates): number {
  for (const candidate of candidatesAt(text, at, knowledge)) {
    const match = matchOf(text, candidate, knowledge);
    if (!match) continue;
    const { rule, bag } = match;
    const means = rule.means ?? 'date';
    if (means === 'none') return match.end;
    if (means === 'zone') {
      const bracket = isBracketed(text, at);
      context.zone = { name: bag.zone as string, bracket, end: match.end, told: false, day: undefined };
      return match.end;
    }
    // no month has such a day: the words may be a length
    if (match.open && bag.day !== undefined && bag.day > 31) continue;
    leaveZone(text, at, context);
    const outcome = match.open
      ? open(bag.day !== undefined || bag.contextDay !== undefined ? { ofDay: true } : undefined)
      : resolve(text, match, knowledge, context);
    if (!outcome) continue;
    const range = match.open ? undefined : rangeFrom(text, match, outcome, knowledge, context);
    const last = range?.outcome ?? outcome;
    const end = range?.end ?? match.end;
    const isClock = means === 'clock' || bag.hour !== undefined;
    const zone = bag.zone ?? (isClock ? zoneBehind(text, end, knowledge) : undefined);
    if (zone && context.clock && !context.clock.zoned && endsRange(text, match, knowledge, context)) context.clock.mention.zone = zone;
    const leads = knowledge.leads && isClock && endsRange(text, match, knowledge, context) ? context.leading : [];
    const behind = context.clock?.end ?? at;
    const mention = note(text, at, end, range ? 'range' : flavour(bag) + rule.id, last, knowledge, code, context, into, isClock, zone);
    keep(last, bag, end, context, { mention, zoned: zone !== undefined || context.zone !== undefined });
    if (knowledge.leads)
      lead(text, at, isClock && !range ? last.clock && { mention, ...last.clock } : undefined, last, { leads, behind }, knowledge, context);
    return end;
  }
  return -1;
}

/** What a date is counted from is part of its rule's name: 昨年9月 is a `relative-month`. */
function flavour(bag: Bag): string {
  if (bag.era !== undefined || bag.eraSign !== undefined) return 'era-';
  if (
    bag.relativeYear !== undefined ||
    bag.relativeMonth !== undefined ||
    bag.relativeWeek !== undefined ||
    bag.relativeDay !== undefined ||
    bag.yearMark !== undefined ||
    bag.dayMark !== undefined
  )
    return 'relative-';
  if (isOfContext(bag)) return 'context-';
  return '';
}

/** 8月20月 */
const GARBLED: Doubt = { code: 'dates/garbled', severity: 'warning', message: 'These signs are written like a date and tell none.' };

function resolve(text: string, match: Match, knowledge: DateKnowledge, context: Context): Outcome | undefined {
  const { bag, rule } = match;
  switch (rule.means ?? 'date') {
    case 'date':
    case 'week': {
      const outcome = resolveDay(bag, context);
      if (!outcome || bag.hour === undefined || !outcome.edtf) return outcome;
      keep(outcome, {}, match.start, context);
      return resolveClock(bag, { context, place: 'attached', ends: false });
    }
    case 'clock':
      return resolveClock(bag, Object.assign({ context }, clockPlace(text, match, knowledge, context)));
    case 'length':
      return resolveLength(bag);
    case 'ago':
      return resolveOffset(bag, -1, context);
    case 'later':
      return resolveOffset(bag, 1, context);
    case 'fiscal':
      return resolveFiscal(bag, context, knowledge.section.fiscalYearStarts);
    case 'decade':
      return resolveDecade(bag);
    case 'century':
      return resolveCentury(bag, context);
    case 'bare-era':
      return resolveBareEra(bag, context);
    case 'weekday':
      return resolveWeekday(bag, isAhead(text, match.start, knowledge, context), context);
    case 'turn-of-year':
      return resolveTurnOfYear(context);
    case 'garbled':
      return open({ doubt: GARBLED });
    default:
      return open();
  }
}

/** Whether the sentence says before `at` that what it tells is still to come. */
function isAhead(text: string, at: number, { section }: DateKnowledge, { sentenceStart }: Context): boolean {
  const before = text.slice(Math.max(sentenceStart, at - SENTENCE), at);
  return (section.ahead ?? []).some((word) => before.includes(word));
}

/** Whether nothing but joining words, a zone or the end of a bracket stands between the day told last and this clock time. */
function clockPlace(text: string, { start }: Match, knowledge: DateKnowledge, context: Context): { place: Place; ends: boolean } {
  const ends = endsRange(text, { start }, knowledge, context);
  let at = context.dayEnd;
  if (at >= 0 && start - at <= ATTACHED) {
    while (at < start) {
      const unit = fold(text.charCodeAt(at));
      const zone = context.zone && at === context.zone.end - 1;
      const join = knowledge.joins.at(text, at, start);
      if (join) at = join.end;
      else if (isBlank(unit) || unit === 0x28 || unit === 0x29 || zone) at++;
      else {
        const word = zoneAt(text, at, knowledge);
        if (word < 0) break;
        at = word;
      }
    }
    if (at >= start) return { place: 'attached', ends };
  }
  const told = context.zone?.day ?? context.day;
  return { place: told && told.sentence === context.sentence ? 'in-sentence' : 'apart', ends };
}

function zoneAt(text: string, at: number, knowledge: DateKnowledge): number {
  for (const match of knowledge.shapes.at(text, at)) if (knowledge.rules[match.shape]?.means === 'zone') return match.end;
  return -1;
}

/** Whether it ends a range of clock times. */
function endsRange(text: string, { start }: Pick<Match, 'start'>, knowledge: DateKnowledge, { clock, sentence }: Context): boolean {
  return clock !== undefined && clock.sentence === sentence && isRangeGap(text, clock.end, start, knowledge);
}

/** 午前10時(日本時間)から: a zone by itself in brackets is of the clock time before them. */
function zoneBehind(text: string, end: number, { shapes, rules }: DateKnowledge): string | undefined {
  if (fold(text.charCodeAt(end)) !== 0x28) return undefined;
  for (const match of shapes.at(text, end + 1))
    if (rules[match.shape]?.means === 'zone' && fold(text.charCodeAt(match.end)) === 0x29) return slotsOf(match).zone as string;
  return undefined;
}

interface Led {
  /** The clock time that begins a range which this one ends. */
  readonly leads: readonly Leading[];
  /** Where the clock time told before ends. */
  readonly behind: number;
}

/** Keeps a clock time for the day that may follow, or gives a day to those that led to it. */
function lead(
  text: string,
  at: number,
  clock: Leading | undefined,
  { edtf, told, basis }: Outcome,
  { leads, behind }: Led,
  knowledge: DateKnowledge,
  context: Context,
): void {
  if (!clock && edtf && told?.month !== undefined && told.day !== undefined && isLed(text, behind, at, knowledge))
    giveDay(context.leading, told as Day, basis === 'stated');
  context.leading = clock ? [...leads, clock] : [];
}

/** at 9:30 a.m.| on |April 5 */
function isLed(text: string, from: number, to: number, { leads }: DateKnowledge): boolean {
  const word = leads?.at(text, from, to);
  return word !== undefined && word.end === to;
}

function isRangeGap(text: string, from: number, to: number, knowledge: DateKnowledge): boolean {
  if (to - from > 6) return false;
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  const word = knowledge.to.at(text, at, to) ?? knowledge.from.at(text, at, to);
  if (!word) return false;
  at = word.end;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at === to;
}

/** A zone holds for what follows it at once, and within its bracket. */
function leaveZone(text: string, start: number, context: Context): void {
  const { zone } = context;
  if (!zone) return;
  const gap = start - zone.end;
  let left = gap > 3;
  for (let at = zone.end; at < start && !left; at++) {
    // (日本時間)午後2時: what is told behind a zone alone in brackets is of it
    left = zone.bracket && fold(text.charCodeAt(at)) === 0x29 && (zone.told || at > zone.end);
  }
  if (left) context.zone = undefined;
}

function note(
  text: string,
  start: number,
  end: number,
  id: string,
  outcome: Outcome,
  knowledge: DateKnowledge,
  code: string,
  context: Context,
  { mentions, issues }: Dates,
  isClock: boolean,
  written: string | undefined,
): DateMention {
  let rule = `${code}.dates/${id}`;
  if (outcome.way) rule += `/${outcome.way}`;
  if (outcome.edtf && !isClock) {
    const bound = knowledge.bound.at(text, end);
    if (bound) rule += `/${bound.value}`;
  }
  const zone = outcome.duration === undefined ? (written ?? context.zone?.name ?? (isClock ? 'local' : undefined)) : undefined;
  const mention = {} as DateMention;
  if (outcome.edtf !== undefined) mention.edtf = outcome.edtf;
  if (outcome.duration !== undefined) mention.duration = outcome.duration;
  mention.text = text.slice(start, end);
  mention.span = [start, end];
  mention.basis = outcome.basis;
  mention.rule = rule;
  if (outcome.anchor !== undefined) mention.anchor = outcome.anchor;
  if (outcome.approximate) mention.approximate = true;
  if (zone !== undefined) mention.zone = zone;
  mentions.push(mention);
  if (outcome.doubt) {
    const { code: issue, severity, message, values } = outcome.doubt;
    issues.push({ code: issue, severity, message, span: [start, end], rule, ...(values && { values }) });
  }
  return mention;
}

/** What later words may lean on. A day that could not be settled leaves none behind. */
function keep(outcome: Outcome, bag: Bag, end: number, context: Context, noted?: Pick<ToldClock, 'mention' | 'zoned'>): void {
  const { sentence, zone } = context;
  if (zone) [zone.end, zone.told] = [end, true];
  if (outcome.clock && noted) {
    const { hour, day } = outcome.clock;
    const meridiem = bag.meridiem ? (hour < 12 ? 'am' : 'pm') : undefined;
    context.clock = { value: outcome.clock, sentence, end, meridiem, day, stated: outcome.basis === 'stated', ...noted };
    return;
  }
  const { told } = outcome;
  if (outcome.ofDay || outcome.grain === 'day') {
    const day =
      told?.month !== undefined && told.day !== undefined
        ? { value: told as Day, sentence, end, stated: outcome.basis === 'stated', part: bag.dayPart }
        : undefined;
    // a day in brackets of another zone is told aside
    if (zone?.bracket && context.day) {
      context.dayEnd = end;
      zone.day = day;
      return;
    }
    if (context.only !== 'several' && !(context.dayEnd < 0 && isPublished(day, context))) context.only = onlyDay(context.only, day?.value);
    context.dayEnd = end;
    context.day = day;
    context.ends = outcome.ends && { value: outcome.ends, sentence, end };
    if (outcome.ends) context.stretches = [context.stretches[0] ?? outcome.ends, outcome.ends];
    context.month = undefined;
    context.year = undefined;
  }
  if (!told) return;
  context.year = { value: told.year, sentence, end };
  if (told.month !== undefined) context.month = { value: told as Month, sentence, end };
  if (outcome.named) context.namedYear = { value: told.year, sentence, end };
}

/** The page's own date, written with its year. */
function isPublished(day: ToldDay | undefined, context: Context): boolean {
  const at = publishedDay(context);
  return at !== undefined && day?.stated === true && daysBetween(at, day.value) === 0;
}

function onlyDay(before: Day | undefined, day: Day | undefined): Day | 'several' {
  return day && (!before || daysBetween(before, day) === 0) ? day : 'several';
}

/** After the run of digits at `at`, with points and commas between them: no part of a number is a date. */
function afterNumber(text: string, at: number, knowledge: DateKnowledge): number {
  const han = isHanDigit(text.charCodeAt(at));
  let end = at;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (han ? isHanDigit(unit) : isDigit(unit)) end++;
    else if (!han && (fold(unit) === 0x2e || fold(unit) === 0x2c) && isDigit(text.charCodeAt(end + 1))) {
      if (isBehindItem(text, end + 1, knowledge)) return end + 1;
      end += 2;
    } else return end;
  }
}
