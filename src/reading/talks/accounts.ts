/**
 * Which parts of a page are accounts of talks: the whole page, or several stretches of it, each with talks of its own.
 *
 *   > 日露外相会談(概要) … 11月13日、前原外務大臣は、…ラヴロフ・ロシア外務大臣と会談した。
 *     ＾＾＾＾＾＾ named                                                         ＾＾ told
 */

import type { Mention } from '../../record/reading.ts';
import { type Span, trimmed } from '../../text/span.ts';
import type { Passage } from '../outline.ts';
import type { Account } from './account.ts';
import { conferenceTold, isNamedConference, isOfConference, isSpokenAt, lastBeforeConference } from './accounts/conferences.ts';
import { byEvidence } from './accounts/evidence.ts';
import { findJourney, findRoute, inOrder, lastOfLand, travellerOn, withPairs } from './accounts/journeys.ts';
import { listedBeside, metBeside } from './accounts/listed.ts';
import { inPassing } from './accounts/passing.ts';
import { programmed, withProgramme } from './accounts/programme.ts';
import { withShared } from './accounts/shared.ts';
import { findStretches, isOfSome, lone } from './accounts/stretches.ts';
import type { Page } from './page.ts';
import { bareEnd, endsInTalks, hasManner, isHeadline, isNewsOpening, isOpenlyTold, isOtherOpening, isOtherTitle, talksNamed } from './pages.ts';
import { mayBeOwn, samePerson } from './parties/cast.ts';
import { guestsOf, landOf, listedLands } from './parties/counterpart.ts';
import { presentOf } from './parties/participants.ts';
import { isSentTo, postOf } from './parties/posts.ts';
import { guestOf } from './parties/visiting.ts';
import { type Encounter, encounterNamed, encounterTold } from './telling/encounters.ts';
import { findForm } from './telling/form.ts';
import { missionBefore, partiesNamed } from './telling/named.ts';
import { isDayTold, isOfDay, within } from './telling/times.ts';
import { findTold, isAhead, isTelling, partiesTold, type Told } from './telling/told.ts';

const CLOSE = 0x300d;
/** A line of a title is no longer. */
const LINE = 60;
/** Where no title names the talks, they are told behind no more sentences than this. */
const HEAD = 6;
/** What was said is told within so many signs behind the talks. */
const SPOKEN = 600;

export function findAccounts(page: Page): Account[] {
  const accounts = accountsOf(page);
  return withShared(page, accounts.length > 0 || isOfOtherKind(page) ? accounts : byEvidence(page));
}

/** Whether the title or the opening tells that the page is of another kind. */
function isOfOtherKind(page: Page): boolean {
  const { text, outline, words } = page;
  const title = titleOf(page);
  const start = outline.passages.find(({ kind }) => kind !== 'title' && kind !== 'furniture')?.span[0] ?? 0;
  return (title !== undefined && isOtherTitle(text, title, words)) || isOtherOpening(text, start, words) || isNewsOpening(text, start, words);
}

function accountsOf(page: Page): Account[] {
  const { text, outline, words, own } = page;
  const { passages } = outline;
  if (passages.length === 0) return [];
  const title = titleOf(page);
  if (title && isOtherTitle(text, title, words)) return [];
  const first = findTold(page, 0, passages.length - 1);
  // 某国首相の訪日: 7日、…大臣による表敬を受け、… 同日夕刻、首脳会談が行われた: that is what the visit was for
  const told = first?.encounter.kind === 'courtesy-call' && guestOf(page) ? (programmed(page, passages.length, 'leaders') ?? first) : first;
  const form = findForm(page);
  const named = title && talksNamed(text, title, words);
  const end = title && named && endOf(text, named, title, page);
  const titled = end === 'talks';
  const soft = title !== undefined && words.softHolds.has(text, title[0], title[1]);
  const announced =
    (told && announces(page, told.span)) ||
    (title && announces(page, withRemark(page, title))) ||
    form !== undefined ||
    (soft && told !== undefined && isOpened(page));
  const start = passages.find((passage) => passage.kind !== 'title' && passage.kind !== 'furniture')?.span[0] ?? 0;
  // news that begins with two of whom one is of another country tells their talks, whatever it reports besides
  const reports = () => told !== undefined && told.present.length > 1 && isMetAbroad(page, told, title) && isPlainAccount(page, told, title);
  const other = isOtherOpening(text, start, words) || (isNewsOpening(text, start, words) && !(reports() && isOpenlyTold(text, start, words)));
  const between = end !== undefined ? partiesNamed(page, title as Span, named as Encounter) : [];
  const stretches = findStretches(page, between.length > 1 ? between : [], other);
  // 外務大臣の国連総会出席: one meeting told among the many there is not what the page is about
  const attends = title !== undefined && !titled && !other && words.attends.has(text, title[0], title[1]);
  if (stretches.length > 0) {
    const traveller = travellerOn(page);
    const guest = guestOf(page);
    const headed: Account[] = stretches.map((account) => ({
      ...(guest ? withProgramme(page, account) : account),
      ...(account.first === 0 && title && named && isOf(page, account, title, named) && { title, named }),
      ...(traveller && (account.title || account.host) && { traveller }),
    }));
    // 日中韓会合 … / 日韓会談: what stands above is of the meeting that the title names
    const [section] = headed;
    // G20農業大臣会合 … / バイ会談 / ドイツ / カナダ: what was said at the conference stands above too
    const held = section && conferenceAbove(page, section.first, between);
    if (
      section &&
      section.first > 0 &&
      (held || headed.every((one) => one.title && (between.includes(one.host ?? '') || isOfSome(page, one.title, between))))
    )
      headed.unshift({
        first: 0,
        last: section.first - 1,
        ...(title && { title }),
        ...(named && { named }),
        ...(held ? { told: held, conference: true as const } : told && told.passage.index < section.first && { told }),
      });
    const beside = attends
      ? findJourney(page, headed)
      : headed.some(({ first }) => first === 0)
        ? []
        : [...listedBeside(page, headed), ...metBeside(page, headed)];
    return inOrder([...headed, ...beside]);
  }
  const gathered = attends && !form ? findJourney(page) : [];
  if (gathered.length > 0) return gathered;
  const section = () => {
    const one = other ? undefined : lone(page);
    const traveller = one && travellerOn(page);
    if (one) return [withProgramme(page, { ...one, ...(traveller && { traveller }) })];
    if (other) return [];
    const journey = title && isHeadline(text, title, words) && !page.signed ? [] : findJourney(page);
    return journey.length > 0 ? journey : inPassing(page);
  };
  // 日豪外相会談の開催: a notice, unless the page tells that it took place.
  if (
    soft &&
    !(
      told &&
      (told.present.length > 0 ||
        announced ||
        cameOf(page, told, own) > 1 ||
        (partiesTold(page, told).length > 1 && (hasManner(text, told.span[0], words) || !isAhead(page))))
    ) &&
    !form
  )
    return section();
  const news = title !== undefined && isHeadline(text, title, words) && !page.signed && !isOwnHeadline(page, title);
  if (!announced && (other || (news && !(told && isPlainAccount(page, told, title))))) return other ? [] : inPassing(page);
  const apart = title && !named && told && !other && guestOf(page) ? lone(page) : undefined;
  // 某外務大臣の訪日 / (1) 各界: …への表敬が行われ、… / (2) 外相会談: a list of whom a guest met is not what the page tells
  if (apart && told && told.passage.index < apart.first) return [withProgramme(page, alone(apart))];
  // (1) 外相会談 / … / (3) 各界との接触: 某大臣は、議長を表敬し: nor is it what the section above it tells
  if (apart && told && told.passage.index > apart.last)
    return [withProgramme(page, alone(apart)), { first: told.passage.index, last: told.passage.index, told }];
  // 某大臣の東南アジア訪問 / 1日にはタイを訪問し、… / 3日にはラオスを訪問し、…
  const route = title && !named && told && !other && !news ? findRoute(page) : [];
  if (route.length > 0) return route;
  const stretch = named ? wholeOf(page) : sectionOfLand(page, told);
  const last = told && !named ? Math.min(stretch.last, lastOfLand(page, told), lastBeforeConference(page, told)) : stretch.last;
  const whole = { ...stretch, last, ...(title && { title }), ...(named && { named }), ...(form && { form }) };
  // TICAD閣僚級会合: a conference whose members no name tells
  const gathering = titled && !listedLands(page, whole, own) && isOfMany(page, title as Span, named as Encounter, told);
  if (gathering && (announced || (hasBody(page) && !isAhead(page)))) {
    const held = conferenceTold(page) ?? told;
    // 会議の機会に、A長官、B長官とそれぞれ会談し、…: at its edge
    return [{ ...whole, ...(held && { told: held }), conference: true }, ...listedBeside(page, [])];
  }
  if (
    told &&
    (titled ||
      (end === 'about' && (told.present.length > 0 || partiesNamed(page, title as Span, named as Encounter).length > 1)) ||
      (soft && named && told.present.length > 1) ||
      (announced && (told.present.length > 0 || named || partiesTold(page, told).length > 1)) ||
      (!other && isPlainAccount(page, told, title)))
  )
    return withPairs(page, { ...whole, told }, [
      ...new Set([...(named && title ? partiesNamed(page, title, named) : []), ...partiesTold(page, told)]),
    ]);
  if (titled && (announced || (hasBody(page) && !isAhead(page)))) return [whole];
  if (form && named) return [whole];
  // 某総領事が知事を訪問します / 1 日時 … 3 訪問者 … 4 対応者 … / 知事の挨拶では、次のような内容が述べられました: a notice, to which was added what was said
  if (form?.time && form.participants.length > 1 && words.reported.has(text, form.time[1], text.length)) return [whole];
  // 某副大臣のレバノン訪問 / 1 会談相手 / …: no sentence says that they met
  const traveller = form?.met && travellerOn(page);
  if (traveller) return [{ ...whole, traveller }];
  return section();
}

/** The conference that the title names, where the passages before the first section tell what was said there; undefined where its name says who met. */
function conferenceAbove(page: Page, section: number, between: readonly string[]): Told | undefined {
  if (between.length > 1 || section < 1 || !isNamedConference(page) || !isOfConference(page)) return undefined;
  const held = conferenceTold(page);
  return held && held.passage.index < section && isSpokenAt(page, 0, section - 1) ? held : undefined;
}

/** How many parties those are of who are told to have come to the talks. */
function cameOf(page: Page, told: Told, own: string): number {
  return new Set(presentOf(page, { first: 0, last: 0, told }, own).flatMap(({ party, mention }) => party ?? mention.party ?? [])).size;
}

function wholeOf({ outline }: Page): Pick<Account, 'first' | 'last'> {
  return { first: 0, last: outline.passages.length - 1 };
}

/** 1 タイ訪問 / … / 2 カンボジア訪問 / 某政務官は、議長を表敬し、…: of a journey by sections, that of the country in which they met. */
function sectionOfLand(page: Page, told: Told | undefined): Pick<Account, 'first' | 'last'> {
  const { passages } = page.outline;
  const lands = passages.filter((passage) => passage.kind === 'heading' && passage.headings.length === 0 && landOf(page, passage.span) !== undefined);
  const at = told && lands.findLastIndex(({ index }) => index < told.passage.index);
  const section = at === undefined ? undefined : lands[at];
  if (!section || lands.length < 2 || !told?.passage.headings.some(([start]) => start === section.span[0])) return wholeOf(page);
  return { first: section.index, last: (lands[(at as number) + 1]?.index ?? passages.length) - 1 };
}

/** Whether the title is the name of a conference, and neither it nor the sentence that tells it says between whom it was. */
function isOfMany(page: Page, title: Span, named: Encounter, told: Told | undefined): boolean {
  const { own, words } = page;
  const parties = [...partiesNamed(page, title, named), ...(told ? partiesTold(page, told) : [])];
  return (
    isNamedConference(page, named) &&
    parties.every((party) => party === own || words.standing.has(party)) &&
    !told?.present.some((i) => told.mentions[i]?.party !== undefined && told.mentions[i]?.party !== own) &&
    isOfConference(page)
  );
}

/** Without those whom the sentence above it names. */
function alone({ lede: _, ...section }: Account): Account {
  return section;
}

/** Whether the title names these talks, and not others of the page: who is told to have met is of the parties it names. */
function isOf(page: Page, { told, host }: Account, title: Span, named: Encounter): boolean {
  const parties = partiesNamed(page, title, named);
  const elsewhere = ({ party }: Mention) => party !== undefined && party !== page.own && party !== host;
  if (host && within(page.mentions, title).some(elsewhere)) return false;
  return parties.length < 2 || !told || told.present.every((i) => parties.includes(told.mentions[i]?.party ?? (parties[0] as string)));
}

/** A title with what stands in brackets on the line below it: 大臣の訪米 / (概要と評価). */
function withRemark({ text, outline }: Page, title: Span): Span {
  const below = outline.passages.find(({ span }) => span[0] >= title[1]);
  return below && /^[(（][^()（）]*[)）]$/.test(text.slice(...trimmed(text, below.span))) ? [title[0], below.span[1]] : title;
}

/** The title: the outline's, or the first line that names talks. */
function titleOf(page: Page): Span | undefined {
  const { text, outline, mentions, words, own } = page;
  const dateline = outline.passages.find(({ kind }) => kind === 'dateline')?.index ?? 0;
  const titles = outline.passages.filter((passage) => passage.kind === 'title' || (passage.index < dateline && isLineOfTalks(page, passage)));
  const naming = titles.filter((passage) => encounterNamed(text, passage.span, words));
  // 合同葬に際する会談 / …某国副首相との会談: the line that names the other side
  const other = naming.find(({ span }) => within(mentions, [span[0], span[1]]).some(({ party }) => party !== undefined && party !== own));
  return (other ?? naming[0] ?? titles[0])?.span;
}

/** A second line of a title: between it and the day, short, and ending in the name of talks. */
function isLineOfTalks({ text, words }: Page, { kind, span }: Passage): boolean {
  if (kind === 'furniture' || span[1] - span[0] > LINE) return false;
  const end = bareEnd(text, span);
  return encounterNamed(text, [span[0], end], words)?.span[1] === end;
}

/** Whether the title ends in the name of the talks, or says that it is about them. */
function endOf(text: string, named: Encounter, title: Span, { words }: Page): 'talks' | 'about' | undefined {
  const end = bareEnd(text, title);
  if (endsInTalks(text, title, named, words) || encounterTold(text, title, words)) return 'talks';
  // 「水素閣僚会議」を開催: as a headline tells it
  const [, to] = named.span;
  if (words.bare.ends.at(text, text.charCodeAt(to) === CLOSE ? to + 1 : to, end)?.end === end) return 'talks';
  const rest = end - named.span[1];
  return rest <= 12 && words.about.all(text, named.span[1], end).some((found) => found.end === end) ? 'about' : undefined;
}

/** 北沢理事長がモロッコ国王と会談: whoever publishes for its own people writes the subject with its particle, which headlines of news leave out. */
function isOwnHeadline({ text, mentions, words }: Page, title: Span): boolean {
  const [first] = within(mentions, title).filter(({ kind }) => kind === 'person');
  return first !== undefined && words.heldBetween.at(text, first.span[1], title[1])?.value === 'subject';
}

/** 某国大統領が訪日したところ、概要以下のとおり: the first sentence of the account of a visit says that it follows. */
function isOpened(page: Page): boolean {
  const opening = page.sentences.find(({ passage }) => isTelling(passage));
  return opening !== undefined && announces(page, opening.span);
}

function announces({ text, words }: Page, span: Span): boolean {
  return words.announces.has(text, span[0], span[1]);
}

/**
 * Where no title names the talks: told at the head with its day and both sides, and the page goes on as accounts do.
 * @param title of something else, or a headline of news: then the page must have a date, or begin with the talks.
 */
function isPlainAccount(page: Page, told: Told, title: Span | undefined): boolean {
  const { outline, sentences, dates, text, words, own } = page;
  const before = sentences.filter(({ span, passage }) => span[0] < told.span[0] && isTelling(passage));
  const whole = before.filter(({ span }) => isWhole(page, span));
  if (whole.length > (title ? HEAD / 2 : HEAD)) return false;
  const days = within(dates, [told.span[0], told.encounter.reach]);
  // 26日、某大使は、某副大統領に対し、信任状を捧呈しました。/ 捧呈後、某大使は、某副大統領と懇談し: the day stands where the page begins with the same two
  if (days.length === 0 && whole[0] && areNamed(page, whole[0].span, told)) days.push(...within(dates, whole[0].span));
  // 平成24年3月21日、…一行は、衆議院を訪問し、…と懇談を行いました: the page begins with it, or its title names it
  const opens = before.length === 0 || (title !== undefined && encounterNamed(text, title, words) !== undefined);
  const dated = opens && days.some((day) => isDayTold(day) || (isOfDay(day) && title !== undefined && isHeadline(text, title, words)));
  const [from] = told.encounter.span;
  // news tells what was said in words of its own
  const spoken =
    (isMetAbroad(page, told, title) || isCallOnOurs(page, told, own)) && words.spoken.has(text, from, Math.min(text.length, told.span[1] + SPOKEN));
  // 某外相が、某議長と会談し、「…」と語りました: below captions, or what a broadcaster opens with, news may tell no day; a year would make it history
  const undated = spoken && days.every(({ edtf }) => edtf === undefined) && whole.length <= (page.signed ? 1 : 0);
  if (title && !outline.passages.some(({ kind }) => kind === 'dateline') && !dated && !undated) return false;
  if (
    told.present.length < 2 &&
    partiesTold(page, told).length < 2 &&
    presentOf(page, { first: 0, last: 0, told }, own).length < 2 &&
    !(title && isHeadline(text, title, words) && peopleIn(page, title) > 1) &&
    !told.present.some((i) => isSentTo(told.mentions[i]?.office ?? '', own, page.names)) &&
    !isCallOnOurs(page, told, own) &&
    (!isOfOwn(page, told, own) ||
      (guestsOf(page, told.span, told.encounter, own).length === 0 && !(told.present.length > 0 && postOf(page, [told.span, title], own))))
  )
    return false;
  return (dated || undated || days.some(isOfDay)) && (spoken || hasManner(text, told.span[0], words));
}

/** Whether words name all who met, and these are two or more. */
function areNamed({ mentions }: Page, span: Span, { present, mentions: inside }: Told): boolean {
  const named = within(mentions, span);
  return present.length > 1 && present.every((i) => named.some(({ name }) => name !== undefined && samePerson(name, inside[i]?.name ?? '')));
}

/** Whether a sentence ends with its sign: no caption, no line of a list. */
function isWhole({ text, words }: Page, span: Span): boolean {
  return words.bare.stop.has(text.charCodeAt(trimmed(text, span)[1] - 1));
}

/**
 * Whether two met of whom one is of another country, as the sentence tells or the headline: by the country, by an office that the own side does not
 * have, or since the own country is written before the one who is of it (韓国の某長官と東山外相は).
 */
function isMetAbroad(page: Page, told: Told, title: Span | undefined): boolean {
  const { present, mentions: inside } = told;
  const { mentions, own, names, words } = page;
  const foreign = (one: Mention | undefined) =>
    one !== undefined && (one.party === undefined ? !mayBeOwn(one, own, names, words) : one.party !== own || one.basis === 'stated');
  // 駐名古屋中国総領事と懇談: an office of another country too
  const isOne = ({ kind, party, role }: Mention) => kind === 'person' || (kind === 'office' && party !== undefined && role === 'ambassador');
  const titled = () => title !== undefined && within(mentions, title).some((one) => isOne(one) && foreign(one));
  // 某外相が某大統領と会談 / 会談は、およそ30分間行われました: the headline names both
  const both = present.length > 1 || (title !== undefined && peopleIn(page, title) > 1);
  return partiesTold(page, told).length > 1 || (both && (present.some((i) => foreign(inside[i])) || titled()));
}

/** 中国大使館の某公使が市長を表敬訪問した: one of another country, and an office of the own side that the sentence does not give a name. */
function isCallOnOurs(page: Page, { present, mentions, encounter }: Told, own: string): boolean {
  const { names, words } = page;
  const isOurs = (one: Mention) => one.kind === 'office' && one.party === undefined && mayBeOwn(one, own, names, words);
  if (encounter.kind !== 'courtesy-call' || !mentions.some((one) => one.span[1] <= encounter.span[0] && isOurs(one))) return false;
  return present.some((i) => {
    const one = mentions[i] as Mention;
    return ((one.party ?? missionBefore(page, one)) || own) !== own;
  });
}

function peopleIn({ mentions }: Page, span: Span): number {
  return within(mentions, span).filter(({ kind }) => kind === 'person').length;
}

/** Whether the own side is named among those who met: by a person, as a country, or by an office that is its own where no country is told (大使は、知事を表敬). */
function isOfOwn({ names, words }: Page, { present, mentions, encounter }: Told, own: string): boolean {
  const holds = (one: Mention) => one.kind === 'office' && one.party === undefined && mayBeOwn(one, own, names, words);
  return present.length > 0 || mentions.some((one) => one.span[1] <= encounter.span[0] && (one.party === own || holds(one)));
}

function hasBody({ outline }: Page): boolean {
  return outline.passages.some((passage) => isTelling(passage));
}
