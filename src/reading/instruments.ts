/**
 * Treaties and documents, with what happened to them.
 *
 *   > 昨年5月に署名した日露刑事共助条約の批准書の交換を行った(これにより、同条約は、2011年2月11日に発効する。)。
 *     signed last May; instruments exchanged at the talks; in force on the day told
 *
 * 1 an event has the day told, or that of the talks, or none where it is told without; 2 a wish, an aim or an agreement to take a step is no event; 3 what contradicts
 * itself is kept and raised as an issue.
 */
import type { Pack } from '../language/pack.ts';
import type { DateMention, Instrument, Issue, Statement, Talks } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import { isQuoteStart } from '../text/quotes.ts';
import type { Span } from '../text/span.ts';
import { comingDay } from './dates/coming.ts';
import { findInstrumentsInitial } from './head-initial/instruments.ts';
import { findClauses } from './instruments/clauses.ts';
import { contradictions, inOrder, intervalsOf } from './instruments/clock.ts';
import { type Draft, draftOf, notTold, type Shelf } from './instruments/drafts.ts';
import { findHappenings, type Happening, isJoined } from './instruments/happenings.ts';
import { dayAtHead, dayOfLine, findCeremony, findLineSteps, isLine, onDay, openingDays } from './instruments/lines.ts';
import { findListing, headingOf, isEntry, type Listing } from './instruments/lists.ts';
import { aliasStart, findInstrumentNames, type InstrumentName } from './instruments/names.ts';
import { findAgreedEarlier, isAgreed } from './instruments/negotiations.ts';
import { eventWordsOf, type Words } from './instruments/words.ts';
import type { Sentence } from './sentences.ts';
import type { Stage } from './stage.ts';
import type { TalksFound } from './talks.ts';

/** Talks that are called otherwise than meetings. */
const SHORT: ReadonlySet<Talks['kind']> = new Set(['courtesy-call', 'brief-exchange', 'call']);

/**
 * @param statements @param dates of the page, both in the order of the text; @param talks gives the parties and the day of what is done
 * there.
 * @returns only instruments of which a step is told; issues `instruments/two-days` and `instruments/out-of-order`. Never throws.
 * Source: languages/<code>/instruments.yaml, vocabulary/instrument-steps.yaml.
 */
export function findInstruments(
  text: string,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  talks: TalksFound,
  dates: readonly DateMention[],
  pack: Pack,
): Stage<Instrument[]> {
  if (pack.initial) return checked(findInstrumentsInitial(text, sentences, talks, dates, pack));
  const knowledge = pack.instruments;
  if (!knowledge) return { value: [], issues: [] };
  const words = eventWordsOf(knowledge);
  const shelf: Shelf = { drafts: [], byName: new Map(), called: new Map() };
  const from = { statement: 0, date: 0 };
  /** 共同声明(投資に関する共同声明(仮訳))を発出した: a bracket right behind a name says it in full. */
  const isNoOther = (name: InstrumentName, n: number, all: readonly InstrumentName[]): boolean => {
    const before = all[n - 1];
    const next = all[n + 1];
    // 成果文書「某宣言」: what it is, before how it is called
    if (next && isQuoteStart(text.charCodeAt(name.span[1])) && next.span[0] === name.span[1] + 1) return false;
    return before === undefined || aliasStart(text, before.span[1], knowledge) !== name.span[0];
  };
  const only = onlyOnes(talks);
  let listing: Listing | undefined;
  let lineDay: DateMention | undefined;
  let programmeDay: DateMention | undefined;
  /** The days with which the passage begins. */
  let opened: { readonly passage: number; readonly days?: DateMention | undefined } = { passage: -1 };
  for (const { span, passage } of sentences) {
    while (from.date < dates.length && (dates[from.date] as DateMention).span[1] <= span[0]) from.date++;
    const days = upTo(dates, from.date, span);
    const [dayAbove, dayOfProgramme] = [lineDay, programmeDay];
    lineDay = dayOfLine(text, span, days);
    const goesOn = days.length === 0 && passage.kind !== 'heading' && isLine(text, span);
    const headed = dayAtHead(text, span, days);
    programmeDay = passage.kind === 'dateline' ? undefined : (lineDay ?? headed ?? (goesOn ? programmeDay : undefined));
    if (passage.index !== opened.passage) opened = { passage: passage.index, days: openingDays(text, span, days) };
    const names = findInstrumentNames(text, span, knowledge, shelf.called, days).filter(isNoOther);
    const opens = names.length === 0 && words.listOpenings.has(text, ...span);
    if (names.length === 0 && !shelf.latest && !opens) continue;
    while (from.statement < statements.length && (statements[from.statement] as Statement).span[1] <= span[0]) from.statement++;
    const latest = shelf.latest;
    const met =
      talks.talks[talks.ofPassage[passage.index] ?? -1] ?? (only.size > 0 ? only.get(words.atLevel.all(text, ...span)[0]?.value ?? '') : undefined);
    const parties = (met ?? talks.talks[0])?.parties ?? [];
    const here: { name: InstrumentName; draft: Draft | undefined }[] = [];
    for (const name of names) {
      const last = here.at(-1);
      const beside = last && isJoined(text, last.name.span[1], name.span[0], words) ? last.draft : undefined;
      const draft = draftOf(text, name, shelf, talks.mentions, parties, knowledge, beside);
      if (draft && draft.events.length === 0 && name.bare && passage.kind === 'heading') draft.headed = true;
      here.push({ name, draft });
    }
    for (const { name, draft } of here) draft?.spans.push([name.span[0], name.span[1]]);
    const told = upTo(statements, from.statement, span);
    const ahead = (date: DateMention): DateMention => comingDay(date, met?.date?.edtf, pack);
    const sheet = { text, span, here, latest, statements: told, dates: days, ahead, met, talked: talks.talks.length > 0, words };
    const earlier = findAgreedEarlier(sheet);
    const lined = dayAbove && days.length === 0 ? findLineSteps(sheet, dayAbove) : [];
    const held = told.length === 0 ? (headed ?? (programmeDay === dayOfProgramme ? programmeDay : undefined)) : undefined;
    const found = [...findHappenings(sheet), ...earlier];
    const planned = held ? [...found.map((happening) => onDay(happening, held)), ...findCeremony(sheet, held)] : found;
    const happenings = lined.length > 0 ? lined : planned;
    for (const happening of happenings) enter(happening, text, pack.code, met, opened.days);
    if (opens) listing = findListing(sheet, passage.index) ?? listing;
    else if (happenings.length === 0 && isEntry(text, span, here)) {
      if (listing?.index !== passage.index) listing = headingOf(text, passage, words);
      const draft = here.at(-1)?.draft;
      if (listing && draft) {
        enter({ ...listing.told, draft }, text, pack.code, listing.met);
        listing = { ...listing, index: passage.index + 1 };
      }
    }
    const first = here.find(({ draft }) => draft)?.draft;
    const of = first ?? latest;
    if (of) for (const clause of findClauses(text, span, words)) of.clauses.push({ ...clause, rule: `${pack.code}.instruments/clause` });
    agreedOf(text, here, told, words).forEach((agreed, n) => {
      const draft = here[n]?.draft;
      if (agreed && draft && !earlier.some((one) => one.draft === draft))
        enter({ draft, event: 'negotiation-agreed', span: agreed.span, when: 'talks', statement: agreed.statement }, text, pack.code, met);
    });
  }
  return checked(shelf.drafts);
}

/** Level → the only talks of it, where others than these are told too: 外相会談後に共同声明を発表した, before them all. */
function onlyOnes({ talks }: TalksFound): ReadonlyMap<string, Talks | undefined> {
  const result = new Map<string, Talks | undefined>();
  if (talks.length < 2) return result;
  for (const one of talks) if (one.level && !SHORT.has(one.kind)) result.set(one.level, result.has(one.level) ? undefined : one);
  return result;
}

function checked(drafts: readonly Draft[]): Stage<Instrument[]> {
  const value = drafts.filter(({ events, clauses }) => events.length + clauses.length > 0).map(made);
  const issues: Issue[] = value.flatMap(contradictions);
  return { value, issues };
}

/**
 * Adds what happened, once a day; what was done at the talks has their day. A step whose day is not told, or only its year, gives way to
 * the same with its day.
 */
function enter(
  { draft, event, span, date, when, statement }: Happening,
  text: string,
  code: string,
  met: Talks | undefined,
  journey?: DateMention | undefined,
): void {
  // done at talks whose own day is not told: on one of the days of the journey that the passage begins with
  const day = when === 'told' ? date : ((when === 'talks' ? (ofTalks(met?.date) ?? onJourney(journey)) : undefined) ?? notTold(text, span));
  if (!day) return;
  const same = draft.events.filter((one) => one.event === event);
  if (same.some((one) => day.edtf === undefined || one.date.edtf?.startsWith(day.edtf))) return;
  const open = draft.events.findIndex((one) => one.event === event && (one.date.edtf === undefined || day.edtf?.startsWith(one.date.edtf)));
  if (open >= 0) draft.events.splice(open, 1);
  draft.events.push({
    event,
    date: day,
    ...(when === 'talks' && met && { talks: met.id }),
    ...(statement && { statement: statement.id }),
    span: [span[0], span[1]],
    rule: `${code}.instruments/${event}`,
  });
}

/** For each instrument named, by what it is agreed to negotiate it: those joined in a row (経済連携協定及び租税条約の交渉) by the same. */
function agreedOf(
  text: string,
  here: readonly { readonly name: InstrumentName }[],
  told: readonly Statement[],
  words: Words,
): ReturnType<typeof isAgreed>[] {
  const agreed: ReturnType<typeof isAgreed>[] = [];
  for (let n = here.length - 1; n >= 0; n--) {
    const { span } = (here[n] as { readonly name: InstrumentName }).name;
    const next = here[n + 1]?.name.span;
    agreed[n] = isAgreed(text, span, told, words) ?? (next && isJoined(text, span[1], next[0], words) ? agreed[n + 1] : undefined);
  }
  return agreed;
}

function made(draft: Draft): Instrument {
  const events = inOrder(draft.events);
  const intervals = intervalsOf(events);
  return {
    id: `i-${digest(draft.name, draft.parties.join('+'))}`,
    name: draft.name,
    ...(draft.subject && { subject: draft.subject }),
    kind: draft.kind,
    parties: [...draft.parties],
    spans: draft.spans,
    events,
    ...(draft.clauses.length > 0 && { clauses: draft.clauses }),
    ...(intervals.length > 0 && { intervals }),
  };
}

/** Those of an ordered list that begin inside a span, from `first` on. */
function upTo<T extends { readonly span: Span }>(list: readonly T[], first: number, span: Span): T[] {
  const result: T[] = [];
  for (let i = first; i < list.length && (list[i] as T).span[0] < span[1]; i++) result.push(list[i] as T);
  return result;
}

/** The day of the talks, or all of them: no words of the step tell it. */
function ofTalks(date: DateMention | undefined): DateMention | undefined {
  if (!date?.edtf) return undefined;
  const days = date.edtf.split('/').map((day) => day.slice(0, 10));
  return { ...date, edtf: days.join('/'), basis: 'inferred', rule: 'instruments/at-the-talks' };
}

/** 6月30日~7月1日、某大臣は某国を訪問し: which of the days, is not told. */
function onJourney(days: DateMention | undefined): DateMention | undefined {
  return days && { ...days, basis: 'inferred', rule: 'instruments/on-the-journey' };
}
