/**
 * Talks told within the account of a journey or of a guest's visit, whose title names none: paragraph by paragraph, each with its host.
 *
 *   > ラオスでは、カムパン首相との初めての首脳会談において、…で一致した。     > ブルネイにおいては、…等と会談を行った。
 *     ＾＾＾ host                            ＾＾＾＾　＾＾＾＾ told by what was said there
 *
 * 1 a paragraph tells talks if it says that somebody met, or what was said when they did; 2 with whom is told by the person, by the name of the
 * talks, by the country that the paragraph or its section is about, or by the one that the page is; 3 what follows belongs to it until the next,
 * until another country, or until its section ends.
 */
import type { Mention } from '../../../record/reading.ts';
import type { Span } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { mayBeOwn, samePerson } from '../parties/cast.ts';
import { hostsOf, landAtHead, landOf, landVisited } from '../parties/counterpart.ts';
import { guestOf } from '../parties/visiting.ts';
import { attendance } from '../telling/attendance.ts';
import { encounterNamed, isPlanned } from '../telling/encounters.ts';
import { levelNamed } from '../telling/level.ts';
import { within } from '../telling/times.ts';
import { firstTelling, isAhead, isTelling, partiesTold, type Told, toldBy, toldByName } from '../telling/told.ts';
import { conferenceAt, isAnaphor, isNamedConference, isOfConference, isSpokenAt } from './conferences.ts';
import { isReported } from './following.ts';
import { isToldElsewhere, listedIn } from './listed.ts';
import { toldThere } from './passing.ts';
import { asProgrammed, programmed } from './programme.ts';
import { closes } from './sections.ts';

/** The talks in which something was said are named within the first signs of their sentence. */
const OPENING = 80;
/** A sentence that tells talks and no more has fewer signs behind the word for them. */
const BARE = 14;

interface Stop {
  readonly passage: Passage;
  readonly told: Told;
  /** The one met there, if a name tells. */
  readonly person?: string;
  readonly host?: string;
  readonly conference?: boolean;
}

/**
 * [] where the page is no account of a journey, or tells of no talks on it.
 * @param known accounts of sections of the page that are found already: what stands outside them is looked at.
 */
export function findJourney(page: Page, known: readonly Account[] = []): Account[] {
  const { outline, sentences } = page;
  const gathering = isOfConference(page);
  const journey = journeyOf(page) ?? (gathering ? {} : undefined);
  if (!journey || isAhead(page)) return [];
  const { host: only } = journey;
  // what nobody is named for at a conference that the page is of, all of them may have done
  const traveller = isNamedConference(page) ? undefined : travellerOf(page);
  const isCovered = (index: number) => known.some(({ first, last }) => first <= index && index <= last);
  const stops: Stop[] = [];
  const listed: Account[] = [];
  const beside: Account[] = [];
  let land: string | undefined;
  let passage: Passage | undefined;
  for (const { span, passage: here } of sentences) {
    if (!isTelling(here) || isCovered(here.index)) continue;
    if (here !== passage) {
      // (2) ブラジルでは、… / ルーラ大統領との首脳会談では、…: lines under one number
      const above = passage?.path === here.path && here.kind !== 'heading' ? land : undefined;
      passage = here;
      land = landAtHead(page, here) ?? landVisited(page, here) ?? above ?? landOfSection(page, here);
    }
    if (stops.at(-1)?.passage === here) continue;
    const sentence = { span, passage: here };
    const done = toldBy(page, sentence);
    const said = done && (done.present.length > 0 || partiesTold(page, done).length > 1) ? undefined : spokenOf(page, sentence);
    // 日米韓外相会合では、…意見交換を行い: whose talks they were is told by the name with which the sentence opens
    const spoken = said && done && partiesTold(page, said).length < 2 ? undefined : said;
    // 日EU閣僚会合を共催した。/ 本会合では、…: of the talks told last
    if (spoken && isAnaphor(page, spoken) && isOfLast(page, stops.at(-1), here)) continue;
    const met =
      (spoken ? undefined : done) ?? spoken ?? (land !== undefined && !only ? (toldByName(page, sentence) ?? toldThere(page, sentence)) : undefined);
    const reported = met !== undefined && isReported(page, met);
    const stop = met && !reported ? stopAt(page, met, land, only) : undefined;
    const several = met && !reported && (gathering || !only) ? listedIn(page, met) : [];
    if (several.length > 0) {
      listed.push(...several.filter((one) => !listed.some((other) => isToldElsewhere(other, one, []))));
      continue;
    }
    // 某首相と会談を行った後、会議で…を提起した: what was said is of the conference; 会合後、某首相と会談を行った: nothing was
    const beyond = stop && gathering ? conferenceAt(page, { span: [stop.told.encounter.span[1], span[1]], passage: here }) : undefined;
    if (stop && (beyond || (stops.at(-1)?.conference && here.index > 0 && isLastWord(stop.told)))) {
      beside.push({ first: outline.passages.length, last: -1, told: stop.told });
      if (beyond && !isSameConference(page, stops, here)) stops.push({ passage: here, told: beyond, conference: true });
      continue;
    }
    if (stop) {
      if (!goesOn(stops.at(-1), stop)) stops.push(stop);
      continue;
    }
    const held = gathering && !reported ? conferenceAt(page, { span, passage: here }) : undefined;
    // its headline tells of the conference, and the sentence below it again, with its day; 会合では、 has none
    const before = stops.at(-1);
    if (held && before && !before.conference && isCalledAlike(page, before.told, held))
      stops[stops.length - 1] = { ...before, ...(!isAnaphor(page, held) && { told: held }), conference: true };
    else if (held && !(before && isAnaphor(page, held)) && !isSameConference(page, stops, here))
      stops.push({ passage: here, told: held, conference: true });
  }
  const settled = stops.length === 0 && only ? (settledAt(page) ?? voicedAt(page, only)) : undefined;
  if (settled !== undefined && only) {
    const told = programmed(page, settled, 'leaders') ?? programmed(page, settled, 'foreign-ministers');
    return [{ first: settled, last: outline.passages.length - 1, host: only, ...(told && asProgrammed(page, told)) }];
  }
  const bounds = new Set(listed.map(({ told }) => told?.passage.index));
  const accounts = stops.map(({ passage: start, told, host, conference }, n): Account => {
    const first = n === 0 && only && (host === only || !isOfWriter(page)) ? 0 : start.index;
    const limit = (stops[n + 1]?.passage.index ?? outline.passages.length) - 1;
    let last = start.index;
    // of a guest's visit, or one to a single country, all that follows is told of the same side
    const whole = only !== undefined && host === only;
    // what the page of a conference tells under headings was said there as well
    const through = whole || (conference === true && isNamedConference(page));
    // of several, with whom nothing is told apart, what follows is of none of them
    const ends = (next: number) => bounds.has(next) || isCovered(next) || leaves(page, outline.passages[next] as Passage, start, host, through);
    while (last < limit && !ends(last + 1)) last++;
    const dated = whole && !conference ? programmeOf(page, told, start) : undefined;
    return { first, last, told, ...dated, ...(host && { host }), ...(conference && { conference }), ...(traveller && { traveller }) };
  });
  // a dinner beside the talks of the sections, of which no word is told
  const told = accounts.filter(({ conference, first, last }) => (!conference && known.length === 0) || isSpokenAt(page, first, last));
  const bare = [...listed, ...beside].filter((one) => ![...known, ...accounts].some((account) => isToldElsewhere(account, one, page.mentions)));
  return inOrder([...told, ...bare]);
}

/** A journey to several countries that a page tells paragraph by paragraph; [] where it tells of one, or of talks in one. */
export function findRoute(page: Page): Account[] {
  const journey = journeyOf(page);
  if (!journey || journey.host !== undefined) return [];
  const accounts = findJourney(page);
  const clear = accounts.every(({ host, told }) => host !== undefined && told !== undefined && told.present.length > 0);
  return clear && new Set(accounts.map(({ host }) => host)).size > 1 ? accounts : [];
}

/**
 * The last passage that is of the country in which talks were told, on a journey to several: タイでは、…と会談し、… / ラオスでは、….
 */
export function lastOfLand(page: Page, { passage }: Told): number {
  const { outline, sentences } = page;
  const end = outline.passages.length - 1;
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  const hosts = hostsOf(page, [title, sentences.find((one) => isTelling(one.passage))?.span]);
  const land = hosts.size > 1 ? (landAtHead(page, passage) ?? landVisited(page, passage)) : undefined;
  if (!land || !hosts.has(land)) return end;
  const next = outline.passages.findIndex((one) => one.index > passage.index && isTelling(one) && isOther(landAtHead(page, one)));
  return next < 0 ? end : next - 1;

  function isOther(other: string | undefined): boolean {
    return other !== undefined && other !== land && hosts.has(other);
  }
}

/** The side of the traveller, where the sections of a page are told on a journey that one of the own side made. */
export function travellerOn(page: Page): string | undefined {
  return journeyOf(page) && !isNamedConference(page) ? travellerOf(page) : undefined;
}

/** The own side, where the title or the first sentence names one of its own first; the caption of a picture may stand for a title, and names whom they met. */
function travellerOf(page: Page): string | undefined {
  const { text, outline, mentions, names, words, own } = page;
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  const opening = firstTelling(page)?.span;
  const ours = (one: Mention) => one.party === own || (!one.party && mayBeOwn(one, own, names, words));
  const [titled, opened] = [title, opening].map((span) => span && within(mentions, span).find(({ kind }) => kind === 'person'));
  if (titled && ours(titled)) return own;
  if (!titled && isOfWriter(page)) return own;
  if (!opened || !ours(opened) || !opening) return undefined;
  return !titled || words.visited.has(text, opening[0], opening[1]) ? own : undefined;
}

/** Whether a sentence ends its passage and tells that they met, and no more. */
function isLastWord({ span, encounter, passage }: Told): boolean {
  return passage.span[1] - encounter.span[1] < BARE && span[1] <= passage.span[1];
}

/** Accounts in the order in which the page tells them. */
export function inOrder(accounts: readonly Account[]): Account[] {
  const at = ({ told, title }: Account) => Math.min(told?.span[0] ?? Number.MAX_SAFE_INTEGER, title?.[0] ?? Number.MAX_SAFE_INTEGER);
  return [...accounts].sort((a, b) => at(a) - at(b));
}

/** G20労働大臣会合が開催され; 開催されたG20労働大臣会合に: two sentences that call what was held by one name, with what stands before its last word. */
function isCalledAlike({ text }: Page, { encounter: one, span: [from] }: Told, { encounter: other, span: [begin] }: Told): boolean {
  const [first, second] = [
    text.slice(Math.max(from, one.span[0] - NAME), one.span[1]),
    text.slice(Math.max(begin, other.span[0] - NAME), other.span[1]),
  ];
  return first.length > one.span[1] - one.span[0] && (first.endsWith(second) || second.endsWith(first));
}

/** So much of a name before its last word tells it apart from others. */
const NAME = 6;

/** Whether no heading stands between a passage and the talks told last, whose sides their name tells. */
function isOfLast(page: Page, before: Stop | undefined, { index }: Passage): boolean {
  if (!before || partiesTold(page, before.told).length < 2) return false;
  return !page.outline.passages.slice(before.passage.index + 1, index + 1).some(({ kind }) => kind === 'heading');
}

/** Whether a passage tells more of the conference told last: no heading of the same rank or a higher one stands between. */
function isSameConference(page: Page, stops: readonly Stop[], { index }: Passage): boolean {
  const before = stops.at(-1);
  if (!before?.conference) return false;
  const { passage } = before;
  return isNamedConference(page) || !page.outline.passages.slice(passage.index + 1, index + 1).some((between) => closes(between, passage));
}

/**
 * A meeting of three or more and, paragraph by paragraph, what was said when the own side met one of them alone: 中国との二国間会談では、….
 *
 * @param parties those of the meeting.
 */
export function withPairs(page: Page, whole: Account, parties: readonly string[]): Account[] {
  const { sentences, own } = page;
  if (parties.length < MANY) return [whole];
  const pairs: Stop[] = [];
  let passage: Passage | undefined;
  for (const { span, passage: here } of sentences) {
    if (here === passage || !isTelling(here) || here.index <= whole.first || here.index > whole.last) continue;
    passage = here;
    const tells = toldBy(page, { span, passage: here });
    const met = tells?.span[0] === whole.told?.span[0] ? undefined : tells;
    const told = met ?? spokenOf(page, { span, passage: here });
    const others = met ? metApart(page, met, whole.told) : told ? landsTold(told) : [];
    const [host] = others.filter((party) => party !== own);
    // 日中韓の会合では is the meeting itself
    if (told && host && parties.includes(host) && others.filter((party) => party !== own).length === 1) pairs.push({ passage: here, told, host });
  }
  const [first] = pairs;
  if (!first) return [whole];
  const ends = [...pairs.slice(1).map(({ passage: next }) => next.index - 1), whole.last];
  return [
    { ...whole, last: first.passage.index - 1 },
    ...pairs.map(({ passage: start, told, host }, n): Account => ({ first: start.index, last: ends[n] ?? whole.last, told, ...(host && { host }) })),
  ];
}

/** The countries that a sentence names before the talks. */
function landsTold({ mentions, encounter }: Told): string[] {
  return [...new Set(mentions.flatMap(({ kind, party, span: at }) => (kind === 'party' && party && at[1] <= encounter.span[0] ? party : [])))];
}

/** 会合に先立ち、東山大臣は某大臣と会談し: whom of those who came one met apart, by the country that the sentence or the one above tells. */
function metApart({ own, names, words }: Page, { present, mentions }: Told, whole: Told | undefined): string[] {
  const partyOf = ({ party, name = '' }: Mention) => party ?? whole?.mentions.find((one) => one.name && samePerson(one.name, name))?.party;
  const parties = present.map((i) => {
    const one = mentions[i] as Mention;
    return partyOf(one) ?? (mayBeOwn(one, own, names, words) ? own : '');
  });
  const others = new Set(parties.filter((party) => party !== own));
  return parties.length > 1 && parties.includes(own) && others.size === 1 && !others.has('') ? [...others] : [];
}

/** So many make a meeting at whose edge two of them may meet. */
const MANY = 3;

/**
 * Whether the page is the account of a journey or a guest's visit, by its title or its first sentence; the country visited, or the guest's, where there is but one
 * and no event that others came to as well.
 */
function journeyOf(page: Page): { readonly host?: string } | undefined {
  const { text, outline, mentions, words, own } = page;
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  const opening = firstTelling(page)?.span;
  const has = (scanner: Page['words']['hosts'], span: Span | undefined) => span !== undefined && scanner.has(text, span[0], span[1]);
  const visits = title && words.knowledge.occasions.visits.some((word) => text.slice(...title).includes(word));
  const visited = visits || has(words.hosts, title) || has(words.attends, title);
  const announced = has(words.announces, opening);
  // a title of something else, and no word that an account follows: a report of a year opens with a visit too
  if (title && !visited && !announced) return undefined;
  const named = [title, opening].flatMap((span) => (span ? within(mentions, [span[0], span[1]]) : []));
  const persons = named.filter(({ kind }) => kind === 'person');
  // 統合幕僚長は: or by an office that only the own side has
  // a diary does not name who travels
  if (persons.length === 0 && !named.some(({ kind, party }) => kind === 'office' && party === own) && !isOfWriter(page)) return undefined;
  const hosts = hostsOf(page, [title, opening]);
  const event = [title, opening].some((span) => has(words.attends, span) || has(words.occasions, span));
  if (hosts.size === 0 && !visited && !(announced && has(words.arrived, opening))) return undefined;
  // 某国大統領は、我が国を訪問したところ: those who met there met him
  const guest = hosts.size > 0 ? undefined : guestOf(page)?.party;
  const others = hosts.size > 0 ? hosts : new Set(guest ? [guest] : persons.flatMap(({ party }) => (party && party !== own ? party : [])));
  const [host] = others;
  return host !== undefined && others.size === 1 && !event ? { host } : {};
}

/** The countries that the title or the first sentence says were visited. */
export function landsOfJourney(page: Page): ReadonlySet<string> {
  return hostsOf(page, [page.outline.passages.find(({ kind }) => kind === 'title')?.span, firstTelling(page)?.span]);
}

/** The one country that the page is of a journey to. */
export function hostOfJourney(page: Page): string | undefined {
  return journeyOf(page)?.host;
}

/** 私から、…と述べました: whoever writes the page of a journey made it. */
function isOfWriter({ text, sentences, words }: Page): boolean {
  return sentences
    .slice(0, OPENINGS)
    .some(({ span, passage }) => isTelling(passage) && words.knowledge.writers.some((word) => text.slice(span[0], span[1]).includes(word)));
}

/** Whoever writes says so within so many sentences. */
const OPENINGS = 12;

/**
 * The section in which a page that names talks, in a programme perhaps, tells what came of them: 日中外相会談 … 3 成果 … することで一致した.
 */
function settledAt(page: Page): number | undefined {
  const { text, sentences, words, own } = page;
  // 東山大臣の某国訪問（結果概要） / 対話の実施で一致: what came of it is told in words of talks, and nobody is said to have met
  const reported = isReport(page) && travellerOf(page) === own;
  if (!namesTalks(page) && !reported) return undefined;
  const settled = sentences.find(
    ({ span, passage }) =>
      isTelling(passage) &&
      (words.settled.has(text, span[0], span[1]) || (reported && words.manner.has(text, span[0], span[1]))) &&
      !isPlanned(text, span, words),
  );
  return settled && sectionAt(page, settled.passage);
}

/** The section in which such a page has words of both sides: 東山大臣より、…したい旨表明。これに対して、アルジェリア側は、…を評価した. */
function voicedAt(page: Page, host: string): number | undefined {
  const { text, sentences, mentions, names, words, own } = page;
  // 某外相の訪日（概要と評価）: both are heard on the page of a guest's visit, whose talks it may not name
  const guest = guestOf(page) !== undefined;
  if (!namesTalks(page) && !guest) return undefined;
  const ours = (mention: Mention) => mention.party === own || (!mention.party && mayBeOwn(mention, own, names, words));
  let first: Passage | undefined;
  const heard = new Set<boolean>();
  for (const { span, passage } of sentences) {
    if (!isTelling(passage) || !(first || guest || words.manner.has(text, span[0], span[1])) || isPlanned(text, span, words)) continue;
    // これに対し先方より、…: of a guest's visit
    for (const { end, value } of guest ? words.sideWords.all(text, span[0], span[1]) : []) {
      if (!words.reports.at(text, end, span[1])) continue;
      heard.add(value === 'own');
      first ??= passage;
    }
    for (const mention of within(mentions, [span[0], span[1]])) {
      const { kind, party } = mention;
      const side = kind === 'party' && (party === own || party === host) ? words.sides.at(text, mention.span[1], span[1]) : undefined;
      const at = side?.end ?? mention.span[1];
      if ((!side && kind !== 'person') || !(words.reports.at(text, at, span[1]) ?? (side && words.roles.at(text, at, span[1])?.value === 'in')))
        continue;
      heard.add(kind === 'party' ? party === own : ours(mention));
      first ??= passage;
    }
    if (first && heard.size > 1) return sectionAt(page, first);
  }
  return undefined;
}

/** Whether the title of a journey, or what stands in brackets below it, says that an account follows: 結果概要. */
function isReport({ text, outline, words }: Page): boolean {
  const at = outline.passages.findIndex(({ kind }) => kind === 'title');
  return outline.passages
    .slice(Math.max(at, 0), at < 0 ? 0 : at + 2)
    .some(({ span, kind }) => (kind === 'title' || span[1] - span[0] <= REMARK) && words.announces.has(text, span[0], span[1]));
}

/** A remark below a title is no longer. */
const REMARK = 16;

function namesTalks({ text, outline, words }: Page): boolean {
  return outline.passages.some(({ kind, span }) => kind !== 'furniture' && encounterNamed(text, span, words) !== undefined);
}

/** 首脳会談及び外相会談において、…で一致: the day of what was said at talks that a programme above names, where the sentence has neither day nor persons. */
function programmeOf(page: Page, { span, encounter, present }: Told, { index }: Passage): Pick<Account, 'told' | 'programme'> | undefined {
  if (present.length > 1 || within(page.dates, [span[0], encounter.reach]).length > 0) return undefined;
  const level = levelNamed(page.text, [span[0], encounter.span[1]], page.words);
  const found = level && programmed(page, index, level);
  return found && asProgrammed(page, found);
}

/** The first passage of the section in which a passage stands. */
function sectionAt({ outline }: Page, passage: Passage): number | undefined {
  const [section] = passage.headings;
  return section ? outline.passages.find(({ span }) => span[0] >= section[0])?.index : passage.index;
}

/** What was said when they met: 某大統領との首脳会談では、…. */
export function spokenOf(page: Page, { span, passage }: { readonly span: Span; readonly passage: Passage }): Told | undefined {
  const { text, mentions, words } = page;
  const end = Math.min(span[1], span[0] + OPENING);
  for (const { start, end: at, value } of words.encounters.all(text, span[0], end)) {
    if (value === 'none' || !(words.inside.at(text, at, span[1]) ?? words.thereAt.at(text, at, span[1]))) continue;
    if (isPlanned(text, span, words)) return undefined;
    const inside = within(mentions, [span[0], span[1]]);
    const encounter = { kind: value, span: [start, at] as Span, reach: start };
    return { span, passage, encounter, mentions: inside, present: attendance(text, span, inside, start, words) };
  }
  return undefined;
}

function stopAt(page: Page, told: Told, land: string | undefined, only: string | undefined): Stop | undefined {
  const { own, names, words } = page;
  const ours = (mention: Mention) => mention.party === own || (!mention.party && mayBeOwn(mention, own, names, words));
  const other = told.present.map((i) => told.mentions[i] as Mention).find((mention) => !ours(mention));
  const named = other?.party ?? partiesTold(page, told).find((party) => party !== own);
  // 各国の外相との間で6つの会談を行いました: in a diary a meeting of nobody known is not with those visited
  const host = named ?? (other || !isOfWriter(page) ? (land ?? only) : undefined);
  if (!other && !host) return undefined;
  return { passage: told.passage, told, ...(other?.name && { person: other.name }), ...(host && { host }) };
}

/** Whether a paragraph tells more of the same talks. */
function goesOn(before: Stop | undefined, { person, host }: Stop): boolean {
  if (!before) return false;
  if (person && before.person) return samePerson(person, before.person);
  return !person && before.host === host;
}

/** Whether a passage is no longer about the talks told at `start`. */
function leaves(page: Page, passage: Passage, start: Passage, host: string | undefined, whole: boolean): boolean {
  if (passage.kind === 'furniture') return false;
  if (passage.kind === 'heading') {
    // 1.タイ訪問: the section of another country
    const section = landOf(page, passage.span);
    return (section !== undefined && section !== host) || (!whole && passage.headings.length < start.headings.length);
  }
  const land = landAtHead(page, passage) ?? landVisited(page, passage);
  return land !== undefined && land !== host;
}

/** The country that the nearest heading above a paragraph is. */
function landOfSection(page: Page, { headings }: Passage): string | undefined {
  return headings.map((heading) => landOf(page, heading)).findLast((land) => land !== undefined);
}
