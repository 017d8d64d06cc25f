/**
 * Talks told one after the other, without headings.
 *
 *   > 7日、岡田大臣は、ラヴロフ外相と会談し、… 8日には、メルケル首相を表敬し、…
 *                                               ＾＾ someone else: talks of their own
 *
 * 1 a passage begins others if it tells with whom, and what was said; 2 what was said stands before the next, before talks with somebody whom
 * nothing there joins to these, and, on a page that tells day by day, before another day.
 */
import { isComma } from '../../../language/abilities/head-final.ts';
import type { Mention } from '../../../record/reading.ts';
import { firstFrom, trimmed } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Sentence } from '../../sentences.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { hasManner } from '../pages.ts';
import { mayBeOwn, samePerson } from '../parties/cast.ts';
import { landAtHead } from '../parties/counterpart.ts';
import { afterBrackets } from '../telling/encounters.ts';
import { senderOf } from '../telling/named.ts';
import { isDayTold, isOfDay, within } from '../telling/times.ts';
import { isTelling, partiesTold, type Told, toldBy } from '../telling/told.ts';
import { toldApart, toldInPassing } from './passing.ts';

/** Sentences of a passage in which it may tell talks of its own. */
const OPENING = 2;
/** A sentence that tells talks and no more has fewer signs behind the word for them. */
const BARE = 14;
/** Where the sentence names nobody who met, its matter has more signs: 地域情勢、国連改革などについて意見交換が行われた. */
const MATTER = 40;
/** The day with which a passage opens ends within so many signs, and no more than the mark of an item stand before it. */
const DAY = 20;
const MARK = 2;

interface Start {
  readonly passage: Passage;
  readonly told: Told;
}

/** Passages of a stretch without headings that each tell talks with somebody else, and what was said there; [] where there are fewer than two. */
export function following(page: Page, from = 0, to = page.outline.passages.length - 1): Account[] {
  const { outline, sentences } = page;
  const starts: Start[] = [];
  const met: Mention[][] = [];
  /** Of passages that tell talks, with whom. */
  const others = new Map<number, ReadonlySet<string>>();
  let passage: Passage | undefined;
  let seen = 0;
  for (let i = from > 0 ? firstFrom(sentences, outline.passages[from]?.span[0] ?? 0) : 0; i < sentences.length; i++) {
    const sentence = sentences[i] as Sentence;
    if (sentence.passage.index > to) break;
    if (sentence.passage !== passage) {
      ({ passage } = sentence);
      seen = 0;
    }
    if (seen++ >= OPENING || !isTelling(sentence.passage) || starts.at(-1)?.passage === passage) continue;
    // 日本の某大臣との会見で、首相は…: others whom the same one met, told in passing
    const told =
      toldBy(page, sentence) ?? (starts.length > 0 && seen === 1 ? (toldInPassing(page, sentence) ?? toldApart(page, sentence)) : undefined);
    if (!told) continue;
    others.set(passage.index, lands(page, told));
    const called = isCallOnOurs(page, told);
    const first = starts.length === 0;
    if (!called && told.present.length < 2 && !(first ? isOfSeveral(page, told) || isOfWriter(page, told) : goesOn(page, told))) continue;
    const present = told.present.map((i) => told.mentions[i] as Mention);
    if (!first && (isReported(page, told) || (!called && (present.every(({ party }) => party === page.own) || areHosts(page, told, present, met)))))
      continue;
    if (!first && (met.some((those) => sameOnes(present, those)) || !(called || says(page, told)))) continue;
    met.push(present);
    starts.push({ passage, told });
  }
  const [opening] = starts;
  if (!opening || starts.length < 2) return [];
  const written = opening.told.present.length < 2 && isOfWriter(page, opening.told);
  return starts.map(({ passage: start, told }, n): Account => {
    const limit = starts[n + 1] ? (starts[n + 1] as Start).passage.index - 1 : to;
    const host = landAtHead(page, start);
    const theirs = new Set([...lands(page, told), ...partiesTold(page, told), ...(host ? [host] : [])]);
    const day = openingDay(page, start);
    const ends = (index: number) => {
      const next = openingDay(page, outline.passages[index] as Passage);
      if (day && next && next !== day) return true;
      const here = others.get(index);
      return here !== undefined && here.size > 0 && theirs.size > 0 && ![...here].some((party) => theirs.has(party));
    };
    let last = start.index;
    while (last < limit && !ends(last + 1)) last++;
    // what stands before the first country of a journey is said of all of them, if it tells of no talks with another
    let first = start.index;
    while (n === 0 && !host && first > from && !ends(first - 1)) first--;
    return { first, last, told, ...(host && { host }), ...(written && { traveller: page.own }) };
  });
}

/** Behind one of a list of those whom a guest met, the word for the talks ends within so many signs. */
const MET = 12;

/** 東山総理との会談、某副大臣との懇談が行われた: a list of those of ours whom a guest met, one of whom the talks told before have. */
function areHosts(page: Page, { encounter }: Told, present: readonly Mention[], met: readonly (readonly Mention[])[]): boolean {
  const { text, own, names, words } = page;
  const isOurs = (one: Mention) => (one.party ? one.party === own : mayBeOwn(one, own, names, words));
  const isListed = ({ span: [, end] }: Mention) =>
    words.encounters.all(text, end, Math.min(end + MET, encounter.span[0])).some((one) => one.value !== 'none' && isComma(text.charCodeAt(one.end)));
  const isKnown = ({ name = '' }: Mention) => met.some((those) => those.some((one) => isOurs(one) && samePerson(one.name ?? '', name)));
  return present.every(isOurs) && present.some((one) => isListed(one) && isKnown(one));
}

/** The countries and bodies besides the own that a sentence names before the talks. */
function lands({ own }: Page, { mentions, encounter }: Told): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ party, span }) => (party && party !== own && span[1] <= encounter.span[0] ? party : [])));
}

/** 4月13日、: the day with which a passage opens, as a page tells it that goes from day to day. */
function openingDay({ text, dates }: Page, { kind, span }: Passage): string | undefined {
  if (kind === 'furniture') return undefined;
  const [start, end] = trimmed(text, span);
  const day = within(dates, [start, Math.min(end, start + DAY)]).find((date) => isDayTold(date) || isOfDay(date));
  if (!day || day.span[0] - start > MARK) return undefined;
  const to = afterBrackets(text, day.span[1], end);
  return to >= end || isComma(text.charCodeAt(to)) ? (day.edtf ?? day.text) : undefined;
}

/** 某国大使が知事を表敬訪問しました: one who called on a holder of the own side whom the page need not name, as a list of guests tells it. */
function isCallOnOurs({ text, words }: Page, { present, mentions, encounter: { kind, span } }: Told): boolean {
  if (kind !== 'courtesy-call' || present.length !== 1) return false;
  return mentions.some(
    (one) =>
      one.kind === 'office' &&
      words.ownOffices.has(one.office ?? '') &&
      one.span[1] <= span[0] &&
      (words.before.at(text, one.span[1])?.end ?? one.span[1]) === span[0],
  );
}

/** 25日、日中韓大臣会合を開催しました: whose talks the first are is told by their name, with their day, by a page that has no title. */
function isOfSeveral(page: Page, told: Told): boolean {
  const { outline, dates } = page;
  if (outline.passages.some(({ kind }) => kind === 'title')) return false;
  return partiesTold(page, told).length > 1 && within(dates, [told.span[0], told.encounter.reach]).some(isDayTold);
}

/** 本日は、某国の某大臣と会談を行い、: of a page without a title that speaks of the own country, whoever writes it met one of another. */
function isOfWriter({ text, outline, mentions: all, words, own }: Page, { present, mentions, encounter }: Told): boolean {
  const [one] = present.map((i) => mentions[i]);
  if (!one?.party || one.party === own || outline.passages.some(({ kind }) => kind === 'title')) return false;
  const isSubject = ({ span: [, to] }: Mention) => to <= encounter.span[0] && words.heldBetween.at(text, to)?.value === 'subject';
  return !mentions.some(isSubject) && all.some(({ party }) => party === own);
}

/** 8日には、カトラー事務総長補との間では、意見交換を行い: whose talks these are was told before; nobody's words are reported. */
function goesOn(page: Page, { mentions, present, encounter, passage }: Told): boolean {
  const { text, words, own } = page;
  const [one] = present.map((i) => mentions[i]);
  const party = one && (one.party ?? senderOf(page, one) ?? landAtHead(page, passage));
  if (!party || party === own) return false;
  return !mentions.some(
    ({ kind, span }) =>
      span[1] <= encounter.span[0] && (kind === 'person' || kind === 'office' || kind === 'party') && words.reports.at(text, span[1]),
  );
}

/** 東山大臣から、…首脳会談を実施し、…した旨述べた: talks of which somebody speaks. */
export function isReported({ text, words }: Page, { mentions, encounter }: Told): boolean {
  return mentions.some(({ kind, span }) => {
    const found = kind === 'person' && span[1] <= encounter.span[0] ? words.reports.at(text, span[1]) : undefined;
    return found !== undefined && isComma(text.charCodeAt(found.end));
  });
}

/** Whether all of those present met before, and nobody is missing whom more than two met. */
function sameOnes(present: readonly Mention[], others: readonly Mention[]): boolean {
  const known = ({ name = '' }: Mention) => others.some((other) => samePerson(other.name ?? '', name));
  return present.every(known) && (present.length === others.length || present.length === 2);
}

/** 会談し、｜輸出の拡大を求めた。: more is told behind a comma. */
function goesOnBehind(text: string, from: number, to: number): boolean {
  for (let i = from; i < to - MORE; i++) if (isComma(text.charCodeAt(i))) return true;
  return false;
}

/** What is told behind it has more signs. */
const MORE = 6;

/** The word for what they talked about and that for the talks are no further apart: につき幅広く｜意見交換. */
const ABOUT = 10;

function isAboutSomething(text: string, at: number, { knowledge }: Page['words']): boolean {
  const before = text.slice(Math.max(0, at - ABOUT), at);
  return knowledge.matters.some((word) => before.includes(word));
}

/** Whether the passage goes on with what was said, or has the topic before the word for the talks: 地域情勢に関して意見交換を行い. */
export function says({ text, words }: Page, { span, encounter, passage, mentions, present }: Told): boolean {
  const last = mentions[present.at(-1) ?? -1]?.span[1] ?? encounter.span[0];
  return (
    (present.length === 0 && encounter.span[0] - span[0] >= MATTER) ||
    isAboutSomething(text, encounter.span[0], words) ||
    span[1] < passage.span[1] ||
    passage.span[1] - encounter.span[1] >= BARE ||
    goesOnBehind(text, encounter.span[1], passage.span[1]) ||
    encounter.span[0] - afterBrackets(text, last, span[1]) >= BARE ||
    hasManner(text, encounter.span[1], words, passage.span[1])
  );
}
