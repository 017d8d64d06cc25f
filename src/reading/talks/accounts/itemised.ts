/**
 * Talks of a visit of which the page tells no more than a line of its programme.
 *
 *   > 主要日程 / 8日(月) 東山外務大臣の某国王表敬 / 9日(火) 歓迎式典 / 日・某国首脳会談 … 2(1) 首脳会談では、…で一致した
 *     　　　　　　　　　　＾＾＾＾＾＾＾＾＾＾＾ talks of their own      　　　＾＾＾＾ are told below at length
 *
 * 1 only on the page of a guest's visit or of a journey, and of nothing that is still to come; 2 a meal, a ceremony, a speech is none, nor is a meeting with
 * people who hold no office of state; 3 what is told elsewhere on the page, as far as anybody can tell, is not told again.
 */
import { OFFICES } from '../../../record/offices.generated.ts';
import type { Mention, Participant, Role, Talks } from '../../../record/reading.ts';
import type { Account } from '../account.ts';
import type { Format } from '../knowledge.ts';
import type { Page } from '../page.ts';
import { isOtherTitle } from '../pages.ts';
import { mayBeOwn, ONE, samePerson } from '../parties/cast.ts';
import { guestOf } from '../parties/visiting.ts';
import { attendance } from '../telling/attendance.ts';
import { isPlanned } from '../telling/encounters.ts';
import { levelNamed } from '../telling/level.ts';
import { partiesNamed } from '../telling/named.ts';
import { isOfDay, isStretch, within } from '../telling/times.ts';
import { firstTelling, isTelling, type Told } from '../telling/told.ts';
import { hostOfJourney, landsOfJourney, travellerOn } from './journeys.ts';
import { type Item, itemsOf, itemsTold } from './lines.ts';

/** Talks of the page, as far as they are known. */
export interface KnownTalks extends Pick<Talks, 'kind' | 'level' | 'date' | 'parties' | 'participants'> {
  readonly account: Account;
}

/** No visit has more meetings: each is held against all talks of the page. */
const MANY = 120;

/** An account for each meeting that a line names, whatever else the page tells of it. */
export function findItemised(page: Page): Account[] {
  const guest = guestOf(page);
  const traveller = guest ? undefined : travellerOn(page);
  if ((!guest && traveller !== page.own) || isToCome(page)) return [];
  const items = [...itemsOf(page), ...itemsTold(page)].filter((item) => item.whole && !isMeal(page, item) && isOver(page, item)).slice(0, MANY);
  if (items.length === 0) return [];
  const only = guest ? undefined : hostOfJourney(page);
  const lands = guest || only ? undefined : landsOfJourney(page);
  const { length } = page.outline.passages;
  return items.flatMap((item): Account[] => {
    const host = guest ? undefined : (hostOf(page, item, only, lands) ?? partnerIn(page, item));
    const { passage, span, encounter, day } = item;
    const mentions = host ? item.mentions.map((one) => asTheirs(page, one, host)) : item.mentions;
    const told = { span, passage, encounter, mentions, present: presentOf(page, item), ...(day && { day }) };
    const met = guest ? isWithHost(page, told) : isWithHosts(page, told, host !== undefined);
    if (!met) return [];
    const account: Account = { first: length, last: -1, told, programme: 'list', ...(host && { host }), ...(traveller && { traveller }) };
    return apart(page, account, told);
  });
}

/** A大臣、B大臣、C議長との会談: so many of the other side are met one by one. */
function apart({ own }: Page, account: Account, told: Told): Account[] {
  const theirs = told.present.filter((i) => told.mentions[i]?.party !== own);
  if (theirs.length < SEVERAL) return [account];
  const ours = told.present.filter((i) => !theirs.includes(i));
  return theirs.map((i) => ({ ...account, told: { ...told, present: [...ours, i].sort((a, b) => a - b) } }));
}

const SEVERAL = 3;

/** The country in which a line tells the meeting to have been: the one whose visit it tells, the last one named of those visited, or the only one. */
function hostOf(
  page: Page,
  { encounter, passage, places }: Item,
  only: string | undefined,
  lands: ReadonlySet<string> | undefined,
): string | undefined {
  const { text, own, words } = page;
  // (2) 27日～29日、某国訪問(某首相との会談、…)
  const visited = places.findLast(({ span }) => span[0] >= passage.span[0] && words.hosts.at(text, span[1], encounter.span[0]));
  if (visited) return visited.party;
  const here = places.filter(({ kind, party, span }) => kind === 'party' && span[0] >= passage.span[0] && party !== own);
  if (only) return here.every(({ party }) => party === only) ? only : undefined;
  return places.findLast(({ party }) => party !== undefined && lands?.has(party))?.party;
}

/** 日・某国首脳会談: the one country whose talks with ours they were. */
function partnerIn(page: Page, { span, encounter }: Item): string | undefined {
  const parties = partiesNamed(page, span, encounter);
  const [host, ...others] = parties.filter((party) => party !== page.own);
  return parties.length === 2 && others.length === 0 ? host : undefined;
}

/** 朱鎔基総理との会見, in China: whoever is met by the visitors and holds an office that both countries have is of the country visited, where names are written alike. */
function asTheirs({ words }: Page, one: Mention, host: string): Mention {
  const alike = one.kind === 'person' && !one.party && words.knowledge.sameScript.includes(host) && isOfState(one);
  return alike ? { ...one, party: host, basis: 'inferred', rule: 'talks/host-of-programme' } : one;
}

/** Those of the sentence, and those before whom the word for the meeting stands at once: 東山外務大臣の某国王｜表敬, A大臣及びB大臣｜表敬. */
function presentOf({ text, words }: Page, { span, encounter, mentions }: Item): number[] {
  const [at] = encounter.span;
  const found = new Set(attendance(text, span, mentions, at, words));
  let next = at;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const { kind, span: one } = mentions[i] as Mention;
    if (kind !== 'person' && kind !== 'office') continue;
    const joins = words.knowledge.visits.joins.includes(text.slice(one[1], next)) || words.lists.at(text, one[1], next)?.end === next;
    if (one[1] !== next && !(next < at && joins)) break;
    if (kind === 'person') found.add(i);
    [next] = one;
  }
  return [...found].sort((a, b) => a - b);
}

/** Whether the page announces the visit, or is no account of one. */
function isToCome(page: Page): boolean {
  const { text, outline, words } = page;
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  if (title && isOtherTitle(text, title, words)) return true;
  const opening = firstTelling(page);
  return (
    opening !== undefined &&
    page.sentences.some(({ span, passage }) => isTelling(passage) && passage === opening.passage && isPlanned(text, span, words))
  );
}

/** 総理主催晩餐会, 外相との昼食会. */
function isMeal({ text, words }: Page, { encounter: { span } }: Item): boolean {
  return words.formats.all(text, span[0], span[1]).some(({ value }) => MEALS.has(value));
}

const MEALS: ReadonlySet<Format> = new Set(['breakfast', 'lunch', 'dinner', 'tea', 'signing-ceremony']);

/** Whether the day of a line, if it has one, is not behind that of the page. */
function isOver({ outline, dates }: Page, { day }: Item): boolean {
  const line = outline.passages.find(({ kind }) => kind === 'dateline');
  const [published] = line ? within(dates, line.span).filter(isOfDay) : [];
  return !day || !published || (day.edtf ?? '').slice(0, 10) <= (published.edtf ?? '').slice(0, 10);
}

/** 東山外務大臣の某国王表敬, 総理との会談, 日・某国首脳会談: with one of ours, a holder of an office of ours, or between governments. */
function isWithHost(page: Page, told: Told): boolean {
  const { own, names, words } = page;
  const there = told.present.map((i) => told.mentions[i] as Mention);
  if (there.some((one) => isOfState(one) && (one.party ?? own) === own && mayBeOwn(one, own, names, words))) return true;
  // 某国外相との会談: with somebody of a third country
  if (there.length > 0) return false;
  const office = officeBefore(page, told);
  if (office) return isOfState(office) && (office.party ?? own) === own && office.role !== 'head-of-state';
  return isBetween(page, told);
}

/** ペレス外相との会談, 国王拝謁, 首脳会談: with one of those visited, by the name, the office or the level. */
function isWithHosts(page: Page, told: Told, placed: boolean): boolean {
  const { own, names, words } = page;
  const people = told.present.map((i) => told.mentions[i] as Mention);
  const isTheirs = (one: Mention) => one.party !== own && (one.party !== undefined || (placed && !mayBeOwn(one, own, names, words)));
  if (people.length > 0) return people.some((one) => isTheirs(one) && one.role !== undefined && !PRIVATE.has(one.role));
  const office = officeBefore(page, told);
  if (office) return isOfState(office) && office.party !== own && (placed || office.party !== undefined);
  return isBetween(page, told) && (placed || partiesNamed(page, told.span, told.encounter).length > 1);
}

/** Between the holder of an office and the word for the meeting stand no more signs: への. */
const NEAR = 4;

/** 国王｜拝謁, 外務大臣｜との会談: the office of the one met, whom no name tells. */
function officeBefore({ text, words }: Page, { mentions, encounter: { span } }: Told): Mention | undefined {
  const last = mentions.findLast(({ kind }) => kind === 'office' || kind === 'person');
  if (last?.kind !== 'office' || span[0] - last.span[1] > NEAR) return undefined;
  return last.span[1] === span[0] || words.roles.at(text, last.span[1], span[1])?.value === 'in' ? last : undefined;
}

/** 首脳会談, 日・某国外相会談, 「2+2」: of governments, by their level or by both sides; 友好議連との会談, 首脳との懇談 is not. */
function isBetween(page: Page, { span, encounter, mentions }: Told): boolean {
  const { text, words } = page;
  const [at, end] = encounter.span;
  if (words.knowledge.passing.before.some((word) => text.endsWith(word, at))) return false;
  if (partiesNamed(page, span, encounter).length > 1) return true;
  return levelNamed(text, [span[0], end], words) !== undefined && !mentions.some((one) => one.span[1] > at - NEAR);
}

const PRIVATE: ReadonlySet<Role> = new Set(['other', 'spouse']);
/** Those who need a name to be people of state: 団体代表, 会長. */
const UNSURE: ReadonlySet<Role> = new Set(['official', 'organisation-head']);

function isOfState({ role }: Mention): boolean {
  return role !== undefined && !PRIVATE.has(role) && !UNSURE.has(role);
}

/**
 * Whether talks that a line names are told already, at length or by a line above.
 *
 * @param lines the talks of all lines: what is told at length of another day is of these where one of them has that day.
 */
export function isKnown(page: Page, line: KnownTalks, known: readonly KnownTalks[], lines: readonly KnownTalks[]): boolean {
  if (lines.slice(0, lines.indexOf(line)).some((above) => isRepeated(page, line, above))) return true;
  const alike = known.filter((one) => mayBeSame(page, line, one));
  if (alike.some((one) => !isOtherDay(line, one))) return true;
  return alike.some((one) => !lines.some((other) => other !== line && mayBeSame(page, other, one) && !isOtherDay(other, one)));
}

/** 政府要人との会談: what is said to have been told at talks with nobody who is named, of no rank, while lines name those who were met. */
export function isOfAll(page: Page, { account, participants, parties, level, kind }: KnownTalks): boolean {
  const { told, title, conference } = account;
  if (conference || level || kind !== 'meeting' || parties.length !== 2 || !told || account.last < account.first) return false;
  if (title && account.named && account.first > 0) return false;
  return guestOf(page) === undefined && !participants.some(({ party }) => party !== page.own) && isAmongRanks(page, told);
}

/** The passages that open with what was said to people of a government whom no name tells: 某国政府要人との会談においては、…. */
export function toldOfRanks(page: Page, host: string): number[] {
  const { text, outline, mentions, words } = page;
  return outline.passages.flatMap((passage) => {
    const [start, limit] = passage.span;
    const [land] = isTelling(passage) ? within(mentions, [start, Math.min(limit, start + OPENS)]) : [];
    if (land?.kind !== 'party' || land.party !== host) return [];
    const rank = words.ranks.all(text, land.span[1], Math.min(limit, land.span[1] + RANK))[0];
    const met = rank && words.encounters.all(text, rank.end, Math.min(limit, rank.end + RANK)).find(({ value }) => value !== 'none');
    return met && words.inside.at(text, met.end, limit) ? [passage.index] : [];
  });
}

/** A passage names the country within its first signs. */
const OPENS = 16;

/** 某国政府｜要人｜との会談 */
function isAmongRanks({ text, words }: Page, { span, encounter }: Told): boolean {
  const [at] = encounter.span;
  return words.ranks.all(text, Math.max(span[0], at - RANK), at).some(({ end }) => words.roles.at(text, end, span[1])?.value === 'in');
}

/** Between those who were met and the word for it there are no more signs: 要人｜等との. */
const RANK = 8;

/** The same meeting in two lines: of one day, with the same persons or, where none is named, with the same office. */
function isRepeated(page: Page, line: KnownTalks, above: KnownTalks): boolean {
  if (line.kind !== above.kind || dayOf(line) !== dayOf(above) || !line.parties.every((party) => above.parties.includes(party))) return false;
  const [whom, those] = [metBy(page, line), metBy(page, above)];
  if (whom.length > 0 || those.length > 0) return whom.some(({ name }) => those.some((one) => samePerson(one.name, name)));
  return line.level === above.level && officeOf(page, line)?.office === officeOf(page, above)?.office;
}

function dayOf({ account }: KnownTalks): string | undefined {
  return account.told?.day?.edtf?.slice(0, 10);
}

function isOtherDay(line: KnownTalks, { date }: KnownTalks): boolean {
  const day = dayOf(line);
  return day !== undefined && date !== undefined && isOfDay(date) && !isStretch(date) && date.edtf?.slice(0, 10) !== day;
}

/** Whom a guest met is told by who of ours was there, whom one met on a journey by who was not. */
function metBy(page: Page, { participants }: KnownTalks): Participant[] {
  const guest = isOfGuest(page);
  return participants.filter(({ party }) => (party === page.own) === guest);
}

const guests = new WeakMap<Page['outline'], boolean>();

/** Asked for each pair of talks. */
function isOfGuest(page: Page): boolean {
  const known = guests.get(page.outline) ?? guestOf(page) !== undefined;
  guests.set(page.outline, known);
  return known;
}

function mayBeSame(page: Page, line: KnownTalks, known: KnownTalks): boolean {
  if (known.account.conference) return false;
  const theirs = (one: KnownTalks) => one.parties.filter((party) => party !== page.own);
  const [mine, other] = [theirs(line), theirs(known)];
  if (mine.length > 0 && other.length > 0 && !mine.some((party) => other.includes(party))) return false;
  const [whom, those] = [metBy(page, line), metBy(page, known)];
  if (whom.length > 0 && those.length > 0) return whom.some(({ name }) => those.some((one) => samePerson(one.name, name)));
  const roles = [whom, those].map((met, n) => {
    const office = n === 0 && met.length === 0 ? officeOf(page, line) : undefined;
    return [...met, ...(office ? [office] : [])].flatMap(({ role }) => role ?? []);
  }) as [Role[], Role[]];
  // 国王拝謁 is not the talks with the premier
  const apart = roles.every((some) => some.some((role) => ONE.includes(role))) && !roles[0].some((role) => roles[1].includes(role));
  if (apart) return false;
  const [one, another] = [line, known].map(
    ({ level }, n) => new Set([...(roles[n] as Role[]).map((role) => OFFICES[role].level), ...(level && roles[n]?.length === 0 ? [level] : [])]),
  );
  return one === undefined || another === undefined || one.size === 0 || another.size === 0 || [...one].some((level) => another.has(level));
}

function officeOf(page: Page, { account: { told } }: KnownTalks): Mention | undefined {
  return told && officeBefore(page, told);
}
