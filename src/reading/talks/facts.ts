/** What a record says of talks besides who took part: kind, level, when, where, at what occasion, in what form. */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Participant, Talks } from '../../record/reading.ts';
import { firstFrom, type Span } from '../../text/span.ts';
import { isJoint } from '../mentions/scripts.ts';
import type { Account } from './account.ts';
import { dayOnItinerary } from './accounts/itinerary.ts';
import type { Casting } from './casting.ts';
import { datelineOf, placeBeside } from './facts/dateline.ts';
import { occasionInTitle, occasionTold, ordinalCounted, ordinalTold } from './facts/occasion.ts';
import { type Place, placeOfOccasion, placeTold, placeVisited } from './facts/place.ts';
import { whenOf } from './facts/when.ts';
import type { Kind, TalksWords } from './knowledge.ts';
import type { Page } from './page.ts';
import { findTransit, findVisiting, occasionOf } from './parties/visiting.ts';
import { type Encounter, isPlanned } from './telling/encounters.ts';
import { isCountry, levelNamed, levelOf } from './telling/level.ts';
import { isOfDay, isStretch, onDay, type Times, within } from './telling/times.ts';

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
