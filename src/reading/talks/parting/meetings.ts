/**
 * The meetings that sentences tell one after the other, and where the text comes to speak of each.
 *
 *   > 東山大臣は、ペレス外相と会談し、…で一致したほか、ルイス大統領を表敬した。同大統領からは、…。外相との会談では、…
 *                                                 　　＾ the second begins            　　　　　　＾ of the first again
 *
 * 1 those who are met next are others, and nobody speaks of it nor is it of another time; 2 whoever is named at the head of a sentence is of the one
 * meeting in which that person was met; an office that two hold tells of none.
 */
import { isComma } from '../../../language/abilities/head-final.ts';
import type { Mention } from '../../../record/reading.ts';
import type { Span } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Sentence } from '../../sentences.ts';
import { isReported } from '../accounts/following.ts';
import { spokenOf } from '../accounts/journeys.ts';
import { toldApart } from '../accounts/passing.ts';
import { metByLand } from '../accounts/severally.ts';
import type { Kind } from '../knowledge.ts';
import type { Page } from '../page.ts';
import { mayBeOwn, ONE, samePerson } from '../parties/cast.ts';
import { landAtHead } from '../parties/counterpart.ts';
import { guestOf } from '../parties/visiting.ts';
import { attendance } from '../telling/attendance.ts';
import { afterBrackets, type Encounter, encounterTold } from '../telling/encounters.ts';
import { isOfDay, within } from '../telling/times.ts';
import { isTelling, type Told, toldBy } from '../telling/told.ts';

export interface Meeting {
  /** Those whom the one met who goes from meeting to meeting. */
  readonly met: readonly Mention[];
  /** That one, where the passage names him. */
  readonly subject?: Mention;
  /** Where the words begin that tell it. */
  readonly at: number;
  /** Whether others were met before in the same passage. */
  readonly further: boolean;
  /** One of several who are listed as met each apart. */
  readonly listed: boolean;
  /** What the text calls it further on: 首相への｜表敬では. */
  readonly kind?: Kind;
}

/** From here on, to the next of them or the end of the passage, the text is of one meeting. */
export interface Turn {
  readonly at: number;
  /** Index of the meeting. */
  readonly meeting: number;
  /** A sentence begins here that tells of people of another country, or of one that nothing tells: the search for talks is shown it as a passage. */
  readonly abroad?: boolean;
}

export interface Meetings {
  readonly meetings: readonly Meeting[];
  readonly turns: readonly Turn[];
}

/** A sentence tells of no more meetings. */
const MANY = 6;
/** Two who are met with one word for it may sit together; so many were met one by one. */
const SEVERAL = 3;
/** Of the meetings told before, those of whom a sentence may speak again. */
const RECENT = 8;
/** Who speaks, or with whom it was, is named within the first signs of a sentence. */
const OPENING = 30;
/** Between somebody and the word for the talks with him there are no more signs: への｜表敬. */
const NAME = 8;

export function findMeetings(page: Page, sentences: readonly Sentence[]): Meetings {
  const guest = guestOf(page) !== undefined;
  const meetings: Meeting[] = [];
  const turns: Turn[] = [];
  let passage: Passage | undefined;
  let here: number | undefined;
  /** What follows is of all whom a sentence lists, till it comes to speak of one. */
  let ofAll = false;
  let subject: Mention | undefined;
  for (const sentence of sentences) {
    if (!isTelling(sentence.passage)) continue;
    if (sentence.passage !== passage) {
      ({ passage } = sentence);
      here = undefined;
      ofAll = false;
      subject = undefined;
    }
    const called = calledAt(page, sentence, meetings);
    if (called !== undefined && (called !== here || ofAll)) {
      turns.push({ at: sentence.span[0], meeting: called });
      here = called;
      ofAll = false;
    }
    let [behind] = sentence.span;
    for (const { at, inside, present, encounter } of told(page, sentence)) {
      subject = present.find((one) => isSubject(page, one)) ?? subject;
      const visits = subject ? isForeign(page, subject) : guest;
      const met = present.filter((one) => one !== subject && isForeign(page, one) !== visits);
      if (met.length === 0) continue;
      const known = indexOf(meetings, met);
      if (known === here && known !== undefined) continue;
      const before = here === undefined ? undefined : (meetings[here] as Meeting).met;
      if (before && isTheirs(page, inside, at, before)) continue;
      const further = before !== undefined;
      // ガーナでは大統領を表敬した。 behind the sentence on the journey: its country holds for this sentence
      const opens =
        !before && sentence.span[0] > sentence.passage.span[0] && landAtHead(page, { ...sentence.passage, span: sentence.span }) !== undefined;
      const meeting = known ?? meetings.length;
      if (known === undefined)
        for (const those of apart(page, sentence, met, encounter, further))
          meetings.push({ met: those, ...(subject && { subject }), at, further, listed: those.length < met.length });
      if (opens) turns.push({ at: sentence.span[0], meeting, abroad: true });
      if (before) turns.push({ at, meeting, abroad: at === sentence.span[0] && met.every((one) => isOther(one, before)) });
      here = meeting;
      ofAll = (meetings[meeting] as Meeting).listed;
      behind = encounter.span[1];
    }
    for (const { at, meeting } of meetings.length > 1 ? calledWithin(page, [behind, sentence.span[1]], meetings) : []) {
      if (here !== undefined && (meeting !== here || ofAll)) turns.push({ at, meeting });
      here = meeting;
      ofAll = false;
    }
  }
  return { meetings, turns };
}

interface Part {
  /** Where the words begin. */
  readonly at: number;
  readonly inside: readonly Mention[];
  readonly present: readonly Mention[];
  readonly encounter: Encounter;
}

/** A首相、B外相とそれぞれ会談した; behind another meeting, of three countries and more: whom one met each apart. */
function apart(page: Page, sentence: Sentence, met: readonly Mention[], encounter: Encounter, further: boolean): (readonly Mention[])[] {
  const { text, words } = page;
  const { span } = encounter;
  // コートジボワールではA外相、ベナンではB大統領と会談した
  const whole: Told = { ...sentence, encounter, mentions: within(page.mentions, [...sentence.span]), present: [] };
  const there = met.length > 1 ? [...metByLand(page, whole).values()].map(presentAt) : [];
  if (there.length > 1) return there.filter((those) => those.some((one) => met.some((other) => other.span[0] === one.span[0])));
  const end = met.at(-1)?.span[1] ?? span[0];
  const many = further && new Set(met.flatMap(({ party }) => party ?? [])).size >= SEVERAL;
  const several = many || words.severally.has(text, end, span[1]);
  return several ? met.map((one) => [one]) : [met];
}

/** Each of the meetings that a sentence tells, in its order. */
function told(page: Page, { span, passage }: Sentence): Part[] {
  const { text } = page;
  const result: Part[] = [];
  let [begin, from] = [span[0], span[0]];
  for (let n = 0; n < MANY; n++) {
    const found = n === 0 ? opening(page, { span, passage }) : next(page, [from, span[1]]);
    if (!found) break;
    const { encounter, present } = found;
    const [first] = present.filter((one) => !isSubject(page, one));
    if (!first || isSaidOrPast(page, [begin, span[1]], encounter)) {
      from = encounter.span[1];
      if (n === 0 && !first) begin = span[0];
      continue;
    }
    const at = result.length === 0 ? span[0] : commaBefore(text, from, first.span[0]);
    // 某部長と会談を、某省とは協議を行い: the verb of the first stands behind the second
    // but 某首相を表敬、某外相と会談し has a noun for it
    const whole =
      result.length === 0 ||
      (at !== undefined && (result.at(-1)?.encounter.span[1] === at - 1 || encounterTold(text, [begin, at], page.words) !== undefined));
    if (at !== undefined && whole) {
      result.push({ at, inside: within(page.mentions, [at, span[1]]), present, encounter });
      begin = at;
    }
    from = encounter.span[1];
  }
  return result;
}

interface Found {
  readonly encounter: Encounter;
  readonly present: readonly Mention[];
}

/** The first meeting of a sentence; the first encounter alone, where what tells it joins those of several. */
function opening(page: Page, sentence: { readonly span: Span; readonly passage: Passage }): Found | undefined {
  const first = next(page, sentence.span);
  if (first?.present.some((one) => !isSubject(page, one))) return first;
  const found = toldBy(page, sentence) ?? toldApart(page, sentence) ?? spokenOf(page, sentence);
  return found && { encounter: found.encounter, present: presentAt(found) };
}

function next(page: Page, span: Span): Found | undefined {
  const encounter = encounterTold(page.text, span, page.words) ?? spokenOf(page, { span, passage: page.outline.passages[0] as Passage })?.encounter;
  if (!encounter) return undefined;
  const inside = within(page.mentions, [span[0], span[1]]);
  return { encounter, present: attendance(page.text, span, inside, encounter.span[0], page.words).map((i) => inside[i] as Mention) };
}

function presentAt({ present, mentions }: Told): Mention[] {
  return present.map((i) => mentions[i] as Mention);
}

/** Behind the last comma before a place, if it stands behind `from`. */
function commaBefore(text: string, from: number, to: number): number | undefined {
  for (let i = to; i > from; i--) if (isComma(text.charCodeAt(i - 1))) return i;
  return undefined;
}

/** 東山大臣から、…大統領と会談し…た旨述べた; 昨年、某大統領と会談し: of which somebody speaks, or of another time than a day. */
function isSaidOrPast(page: Page, [start, end]: Span, encounter: Encounter): boolean {
  const { text, mentions, dates, words, outline } = page;
  const inside = within(mentions, [start, end]);
  const passage = outline.passages[0] as Passage;
  if (isReported(page, { span: [start, end], passage, encounter, mentions: inside, present: [] })) return true;
  const [to] = encounter.span;
  if (words.sideWords.all(text, start, to).some((side) => words.reports.at(text, side.end, to))) return true;
  const last = within(dates, [start, to]).at(-1);
  return last?.edtf !== undefined && !isOfDay(last) && !last.edtf.includes('T') && !last.edtf.includes('/');
}

/** 某外相は、先月某大統領と会談し: one of those met before tells of it. */
function isTheirs({ text, words }: Page, inside: readonly Mention[], from: number, met: readonly Mention[]): boolean {
  return inside.some(
    (one) =>
      one.span[0] >= from &&
      (one.kind === 'person' || one.kind === 'office') &&
      met.some((known) => isSame(known, one)) &&
      (words.heldBetween.at(text, one.span[1])?.value === 'subject' || words.reports.at(text, one.span[1]) !== undefined),
  );
}

function isOther({ name = '', party }: Mention, met: readonly Mention[]): boolean {
  return !met.some((one) => isSame(one, { name }) || (party !== undefined && one.party === party));
}

/** The same name, or a part of it with an office that may be the same: 楊部長 is 楊志チ外交部長, ガルシア大統領 is not ガルシア・リネラ副大統領. */
export function isSame(known: Partial<Mention>, other: Partial<Mention>): boolean {
  if (!known.name || !other.name || !samePerson(known.name, other.name)) return false;
  const roles = [known.role, other.role];
  if (known.name === other.name || !known.role || !other.role || known.role === other.role || roles.includes('minister')) return true;
  return known.office !== undefined && other.office !== undefined && known.office.endsWith(other.office) && !ONE.includes(other.role);
}

function isSubject({ text, words }: Page, { span: [, end] }: Mention): boolean {
  return words.heldBetween.at(text, afterBrackets(text, end, text.length))?.value === 'subject';
}

function isForeign({ own, names, words }: Page, one: Mention): boolean {
  return one.party ? one.party !== own : !mayBeOwn(one, own, names, words);
}

/** The last of the meetings at which one of these was. */
function indexOf(meetings: readonly Meeting[], those: readonly Mention[]): number | undefined {
  for (let i = meetings.length - 1; i >= Math.max(0, meetings.length - RECENT); i--)
    if ((meetings[i] as Meeting).met.some((met) => those.some((one) => isSame(met, one)))) return i;
  return undefined;
}

/** A外相、B外相と会談し、｜A外相とは、…、｜B外相からは、…: where a sentence comes to speak of other meetings. */
function calledWithin({ text, mentions, words }: Page, [start, end]: Span, meetings: readonly Meeting[]): Turn[] {
  const result: Turn[] = [];
  let from = start;
  for (const one of within(mentions, [start, end])) {
    const [begin, at] = one.span;
    if (one.kind !== 'person' || begin <= start) continue;
    if (!words.reports.at(text, at, end) && !words.knowledge.passing.apart.some((word) => text.startsWith(word, at))) continue;
    const meeting = indexOf(meetings, [one]);
    const comma = commaBefore(text, from, begin);
    if (meeting === undefined || comma === undefined) continue;
    result.push({ at: comma, meeting });
    from = at;
  }
  return result;
}

/** 国王への表敬においては、; 某長官とは、; 同大統領からは、: the meeting of whoever a sentence opens with. */
function calledAt(page: Page, { span: [start, end] }: Sentence, meetings: Meeting[]): number | undefined {
  const { text, mentions, words } = page;
  const one = within(mentions, [start, Math.min(end, start + OPENING)]).find(({ kind }) => kind === 'person' || kind === 'office');
  if (!one) return undefined;
  const [, at] = one.span;
  const named = words.encounters.all(text, at, Math.min(end, at + NAME)).find(({ value }) => value !== 'none');
  const speaks = words.speaks.at(text, at, end) ?? words.reports.at(text, at, end);
  const apart = words.knowledge.passing.apart.some((word) => text.startsWith(word, at));
  if (!speaks && !apart && !(named && words.inside.at(text, named.end, end))) return undefined;
  const known = one.name ? indexOf(meetings, [one]) : undefined;
  // A首相への表敬では、… B外相との会談では、…
  if (known !== undefined && (apart || named) && (meetings[known] as Meeting).met.length > 1)
    return divide(meetings, known, one, named?.value === 'none' ? undefined : named?.value);
  if (known !== undefined && named && named.value !== 'none' && (meetings[known] as Meeting).listed)
    meetings[known] = { ...(meetings[known] as Meeting), kind: named.value };
  if (one.name) return meetings.length > 1 ? known : undefined;
  const office = one.office ?? '';
  let found: number | undefined;
  for (let i = meetings.length - 1; i >= Math.max(0, meetings.length - RECENT); i--) {
    if (!(meetings[i] as Meeting).met.some((met) => met.office?.endsWith(office))) continue;
    if (found !== undefined) return undefined;
    found = i;
  }
  return office === '' ? undefined : found;
}

/** A外相、B外相及びC長官と会談した。A外相とは、…: those of one meeting were met each apart. */
function divide(meetings: Meeting[], at: number, called: Mention, kind: Kind | undefined): number | undefined {
  const whole = meetings[at] as Meeting;
  const [first, ...others] = whole.met.map((one): Meeting => ({ ...whole, met: [one], listed: true, ...(kind && isSame(one, called) && { kind }) }));
  meetings[at] = first as Meeting;
  meetings.push(...others);
  return indexOf(meetings, [called]);
}
