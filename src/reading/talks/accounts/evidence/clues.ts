/**
 * What one sentence tells of a meeting with somebody of another side, and how much speaks for it.
 *
 * 1 somebody of another side and a word of meeting are asked for in any case; who of the own side was there, the day and what was said add to
 * it; 2 what is planned, quoted, not over, or of a later day than the page is no evidence; 3 a meeting of others, where nobody of the own side
 * is told of and nobody came, is none.
 */
import type { DateMention, Mention } from '../../../../record/reading.ts';
import { firstFrom, type Span, trimmed } from '../../../../text/span.ts';
import type { Sentence } from '../../../sentences.ts';
import type { Page } from '../../page.ts';
import { mayBeOwn, ONE, samePerson } from '../../parties/cast.ts';
import { isQuoted } from '../../parties/publisher.ts';
import { attendance } from '../../telling/attendance.ts';
import { afterBrackets, type Encounter, encounterNamed, isPlanned } from '../../telling/encounters.ts';
import { isDayTold, isOfDay, within } from '../../telling/times.ts';
import { partiesTold, type Told, toldBy } from '../../telling/told.ts';
import { isReported } from '../following.ts';
import { isSubject, landOf, othersIn } from './others.ts';

/** How much each piece of evidence weighs; talks have ENOUGH of it. */
const HELD = 2;
const SPOKEN_THERE = 2;
const CAME = 1;
const TOLD_ABOVE = 1.5;
const PERSON = 2;
const OFFICE = 1;
const LAND = 1;
const OURS = 1;
const DAY = 1;
const SAID = 1;
const SAID_BY = 1;
const ENOUGH = 6;

/** What was said is looked for within so many signs behind the word of meeting. */
const BEHIND = 400;
/** From one who was met to the word of meeting there are no more signs, where nothing else joins them. */
const NEAR = 40;
/** Of the days of a page so many show whether it goes through the years. */
const FIRST = 12;
/** From a place to the word for the visit there are no more signs: など. */
const TOUCHING = 3;
/** So long before the page's own day other talks were. */
const LONG = 100 * 24 * 60 * 60 * 1000;
/** The head of a page, in which its day stands. */
const HEAD = 300;

export interface Clue {
  readonly told: Told;
  readonly others: readonly Mention[];
  /** One of the own side met them, or whoever writes: what is said without a subject is of the own side. */
  readonly went: boolean;
  /** The country that is written right before one of them. */
  readonly land: string | undefined;
  /** Nothing tells in words that are known that they met. */
  readonly inferred: boolean;
}

/** What the sentences before have told. */
export interface Context {
  /** Those of another side in the title and in the sentence before. */
  readonly others: readonly Mention[];
  /** The title, or a sentence before, has a word for talks of the own side that were held. */
  readonly met: boolean;
  /** EDTF of the page's own day, or of the first that it tells. */
  readonly day: string | undefined;
}

export function contextOf(page: Page): Context {
  const { text, outline, words, dates, published } = page;
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  const others = title ? othersIn(page, title) : [];
  return {
    others,
    met: title !== undefined && encounterNamed(text, title, words) !== undefined && (others.length === 0 || isMine(page, title)),
    day: published?.slice(0, 10) ?? dates.find(isOfDay)?.edtf?.slice(0, 10),
  };
}

export function contextAfter(page: Page, sentence: Sentence, before: Context): Context {
  const others = othersIn(page, sentence.span);
  const met = before.met || (toldBy(page, sentence) !== undefined && (isMine(page, sentence.span) || !others.some((one) => isSubject(page, one))));
  return others.length === 0 && met === before.met ? before : { ...before, met, ...(others.length > 0 && { others }) };
}

export function clueIn(page: Page, sentence: Sentence, context: Context): Clue | undefined {
  const { text, mentions, words } = page;
  const { span } = sentence;
  if (isPlanned(text, span, words) || isUnfinished(page, span) || isOfOtherTimes(page, span, context.day)) return undefined;
  const here = othersIn(page, span);
  const done = toldBy(page, sentence);
  // 某国訪問団の皆さんが県議会を訪れました。/ 議長がお迎えし、懇談しました。
  const others = here.length > 0 || !done ? here : context.others;
  const as = (one: Mention) => here.find(({ span: [at] }) => at === one.span[0]) ?? one;
  const inside = within(mentions, span).map(as);
  const met = meetingIn(page, span, done, others) ?? (context.met ? voiceIn(page, span, here) : undefined);
  if (!met || isQuoted(text, met.encounter.span[0]) || (done && isReported(page, done)) || isOfChronicle(page, sentence)) return undefined;
  const { encounter } = met;
  const present = done?.present ?? attendance(text, span, inside, encounter.span[0], words);
  const told: Told = { ...(done ?? sentence), encounter, mentions: (done?.mentions ?? inside).map(as), present };
  const isDone = done?.encounter === encounter;
  const sides = partiesTold(page, told);
  const known = present.map((i) => told.mentions[i] as Mention).filter((one) => others.includes(one));
  const near = known.length > 0 ? known : nearest(page, others, encounter);
  const named = sides.length > 1 && sides.includes(page.own);
  if (near.length === 0 && !named) return undefined;
  const mine = named || isMine(page, span) || met.weight === TOLD_ABOVE;
  // トランプ大統領とプーチン大統領は会談した; but who came was received by whoever writes the page
  const came = encounter.kind === 'courtesy-call' || words.came.has(text, span[0], span[1]);
  if (!mine && !page.signed && !came && near.some((one) => isSubject(page, one))) return undefined;
  const added = near.filter((one) => one.kind === 'person' && !present.some((i) => told.mentions[i] === one) && told.mentions.includes(one));
  const all = [...present, ...added.map((one) => told.mentions.indexOf(one))].sort((a, b) => a - b);
  const land = near.map((one) => landOf(page, one)).find((party) => party !== undefined);
  const said = saidBehind(page, told, near);
  const dated = isDated(page, span);
  // a word of meeting without a day may be of a chronicle; and that somebody met tells nothing yet
  if (!dated && (said === 0 || !done)) return undefined;
  const weight =
    met.weight +
    (near.some(isOne) || named ? PERSON : OFFICE) +
    (named || land ? LAND : 0) +
    (mine || page.signed ? OURS : 0) +
    (dated ? DAY : 0) +
    said;
  if (weight < ENOUGH) return undefined;
  return {
    told: { ...told, present: all },
    others: near,
    land,
    went: !came && !near.some((one) => isSubject(page, one)),
    inferred: !isDone || (known.length === 0 && !named),
  };
}

interface Met {
  readonly encounter: Encounter;
  readonly weight: number;
}

/** The word of meeting: talks that were held, at which something was said (会談では), or somebody came (来庁). */
function meetingIn(page: Page, span: Span, done: Told | undefined, others: readonly Mention[]): Met | undefined {
  const { text, words } = page;
  if (done) return { encounter: done.encounter, weight: HELD };
  const stands = (start: number) => others.some(({ span: at }) => at[1] <= start);
  for (const { start, end, value } of words.encounters.all(text, span[0], span[1])) {
    if (value === 'none') continue;
    if ((words.inside.at(text, end, span[1]) ?? words.thereAt.at(text, end, span[1])) === undefined) continue;
    return { encounter: { kind: value, span: [start, end], reach: start }, weight: SPOKEN_THERE };
  }
  // 台湾を訪れ: who went to a country met nobody yet
  const came = words.came.all(text, span[0], span[1]).find(({ start }) => stands(start) && !isVisited(page, start));
  return came && { encounter: { kind: 'meeting', span: [came.start, came.end], reach: came.start }, weight: CAME };
}

/** Whether a country or a place of another side stands right before a word. */
function isVisited({ mentions, own }: Page, at: number): boolean {
  const before = mentions[firstFrom(mentions, at) - 1];
  return (before?.kind === 'party' || before?.kind === 'place') && before.party !== own && at - before.span[1] <= TOUCHING;
}

/** Whose words are told, on a page that told above that one met: 某国大使館では、某大使が…と力説した. */
function voiceIn(page: Page, span: Span, others: readonly Mention[]): Met | undefined {
  const { text, words } = page;
  const heard = others.find(
    (one) =>
      one.kind === 'person' &&
      (words.reports.at(text, one.span[1]) !== undefined || isSubject(page, one)) &&
      words.spoken.has(text, one.span[1], span[1]),
  );
  if (!heard) return undefined;
  const [, end] = heard.span;
  return { encounter: { kind: 'meeting', span: [end, end], reach: end }, weight: TOLD_ABOVE };
}

/** Who of another side stands right before the word of meeting, a person rather than a body; or, as whose words follow, right behind it. */
function nearest({ text, words }: Page, others: readonly Mention[], { span: [at, end] }: Encounter): Mention[] {
  const near = others.filter(({ span }) => span[1] <= at && at - span[1] <= NEAR && words.roles.at(text, span[1])?.value !== 'none');
  const before = near.findLast(({ kind }) => kind === 'person') ?? near.at(-1);
  if (before) return [before];
  const behind = others.find(
    ({ span }) => span[0] >= end && span[0] - end <= NEAR && words.speaks.at(text, afterBrackets(text, span[1], text.length)),
  );
  return behind ? [behind] : others.filter(({ span }) => span[1] <= at).slice(-1);
}

/** A person, or an office of which a country has but one, or whom it sends. */
function isOne({ kind, role }: Mention): boolean {
  return kind === 'person' || (role !== undefined && (ONE.includes(role) || role === 'ambassador'));
}

/** Whether the own side is told of: by one of it, or by whoever writes. */
function isMine(page: Page, span: Span): boolean {
  const { text, mentions, words } = page;
  return within(mentions, span).some((one) => isOurs(page, one)) || words.knowledge.writers.some((word) => text.slice(...span).includes(word));
}

function isOurs({ own, names, words }: Page, one: Mention): boolean {
  return (one.kind === 'person' || one.kind === 'office') && (one.party ? one.party === own : mayBeOwn(one, own, names, words));
}

/** …を行い、関係の強化を図る。: a sentence that does not tell what is over. */
function isUnfinished({ text, words }: Page, span: Span): boolean {
  const [, end] = trimmed(text, span);
  const to = words.bare.stop.has(text.charCodeAt(end - 1)) ? end - 1 : end;
  return words.knowledge.unfinished?.some((word) => text.endsWith(word, to)) === true;
}

/** Whether the sentence tells a day that comes after the page's own, or long before it. */
function isOfOtherTimes({ dates, published }: Page, span: Span, day: string | undefined): boolean {
  return within(dates, span).some((date) => {
    const edtf = date.edtf ?? '';
    if (day !== undefined && /^\d{4}$/.test(edtf.slice(0, 4)) && Number(edtf.slice(0, 4)) < Number(day.slice(0, 4)) - 1) return true;
    if (!isOfDay(date)) return false;
    const told = edtf.slice(0, 10);
    return (published !== undefined && told > published) || (day !== undefined && Date.parse(day) - Date.parse(told) > LONG);
  });
}

/** Whether a page without a day of its own goes through the years, or the passage through the months. */
function isOfChronicle({ dates, published }: Page, { span, passage }: Sentence): boolean {
  if (published !== undefined) return false;
  if (within(dates, passage.span).filter(({ edtf, rule }) => edtf === undefined && rule?.includes('month') && !rule.includes('day')).length > 1)
    return true;
  const yearOf = ({ edtf = '' }: DateMention) => (/^\d{4}/.test(edtf) ? Number(edtf.slice(0, 4)) : undefined);
  const here = within(dates, span)
    .map(yearOf)
    .find((year) => year !== undefined);
  return here !== undefined && dates.slice(0, FIRST).some((date) => here - (yearOf(date) ?? here) > 1);
}

/** Whether the sentence tells a day, or the head of the page does. */
function isDated({ dates, outline }: Page, span: Span): boolean {
  const start = outline.passages[0]?.span[0] ?? 0;
  return [span, [start, start + HEAD] as Span].some((stretch) => within(dates, stretch).some((date) => isOfDay(date) || isDayTold(date)));
}

/** What is told behind the word of meeting to have been said, and by whom. */
function saidBehind({ text, words, mentions }: Page, { span, encounter }: Told, others: readonly Mention[]): number {
  const [from, to] = [encounter.span[1], Math.min(text.length, Math.max(span[1], encounter.span[1] + BEHIND))];
  if (!words.spoken.has(text, from, to)) return 0;
  const heard = (one: Mention) => words.reports.at(text, one.span[1]) ?? words.speaks.at(text, one.span[1]);
  const theirs = (one: Mention) =>
    others.some(({ name, office }) => (one.name ? name !== undefined && samePerson(one.name, name) : one.office && office?.endsWith(one.office)));
  // whose words are told stands right before where they were met
  for (let i = firstFrom(mentions, Math.min(from, others[0]?.span[0] ?? from)); i < mentions.length && (mentions[i] as Mention).span[1] <= to; i++)
    if (theirs(mentions[i] as Mention) && heard(mentions[i] as Mention)) return SAID + SAID_BY;
  return SAID;
}
