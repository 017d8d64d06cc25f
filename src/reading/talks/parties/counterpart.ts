/**
 * Who sits on the other side, where nobody who took part and no name of the talks tells it: the evidence of the page, the surest first.
 *
 *   > 東山外務大臣は、訪日中のベトナム国会議員団一行による表敬を受けた     guests: before what says that they were received
 *     　　　　　　　　　　　　＾＾＾＾
 *   > これに対し、米側から…      the side told; then the country visited, that the page is of, that it pairs with the own, where they met
 *     　　　　　　　＾＾
 *
 * 1 a country that somebody visits, or that stands in the occasion or the place, is no guest; 2 where the evidence of one kind is of several and only one would do, there is none.
 */
import { isComma } from '../../../language/abilities/head-final.ts';
import type { Mention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { firstFrom, isBlank, type Span, trimmed } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Account } from '../account.ts';
import type { TalksWords } from '../knowledge.ts';
import type { Page } from '../page.ts';
import { bareEnd } from '../pages.ts';
import { afterBrackets, type Encounter } from '../telling/encounters.ts';
import { within } from '../telling/times.ts';
import { firstTelling, isTelling, type Told } from '../telling/told.ts';
import { mayBeOwn } from './cast.ts';
import { isSentTo, postOf } from './posts.ts';
import { isBeside } from './publisher.ts';

const COLON = 0x3a;
const OPEN = 0x28;

/** A country is believed that is paired with the own side as often, outside headings. */
const RELATION = 2;

export interface Counterpart {
  readonly parties: readonly string[];
  readonly rule: string;
}

/** @param paired whether a country that the page pairs with the own is believed too. */
export function counterpartOf(page: Page, account: Account, own: string, paired: boolean): Counterpart | undefined {
  return (
    (account.host ? { parties: [account.host], rule: 'talks/host-of-section' } : undefined) ??
    listedLands(page, account, own) ??
    sectionOf(page, account, own) ??
    received(page, account, own) ??
    sideTold(page, account, own) ??
    pairTold(page, account, own) ??
    hostOf(page, account, own) ??
    (paired ? relationOf(page, account, own) : undefined) ??
    landOfTalks(page, account, own) ??
    missionTold(page, account, own) ??
    postedTo(page, account, own) ??
    landOfAmbassador(page, account, own) ??
    onlyOther(page, account, own)
  );
}

function received(page: Page, { title, named, told }: Account, own: string): Counterpart | undefined {
  const guests = [title && named && guestsOf(page, title, named, own), told && guestsOf(page, told.span, told.encounter, own)];
  const parties = guests.find((found) => found && found.length > 0);
  return parties && { parties, rule: 'talks/guests' };
}

/** The parties of those who were received: between the one who received them, the visit or its occasion, and what says that they were. */
export function guestsOf(page: Page, [start, end]: Span, { span: [talks] }: Encounter, own: string): string[] {
  const { text, mentions, words, names } = page;
  const mark = words.guests.all(text, start, end).findLast((found) => found.start < talks)?.start ?? start;
  const inside = within(mentions, [start, mark]);
  const after = (from: number, scanner: TalksWords['coming']) => scanner.all(text, from, mark).at(-1)?.end ?? from;
  const isHost = (one: Mention) => one.kind === 'person' && (one.party ? one.party === own : mayBeOwn(one, own, names, words));
  const host = inside.findLast(isHost)?.span[1] ?? start;
  const from = after(after(after(host, words.placeSure), words.occasions), words.coming);
  const guests = inside.flatMap((mention, i) => {
    const { kind, party, span } = mention;
    // ドイツ・ミュンスターで: a place, and its country
    const place = [mention, inside[i + 1]].find((one) => one?.kind === 'place');
    const joined = (names.states.at(text, span[1], mark)?.end ?? span[1]) + 1;
    if (place && place.party === party && place.span[0] <= joined && words.placeAfter.at(text, place.span[1], mark)) return [];
    if (span[0] < from || words.visits.at(text, span[1], mark) || isVisitedIn(page, mention, mark)) return [];
    // 安保理の各国常駐代表: those who sit there do not stand for it
    if (kind === 'organisation' && words.members.at(text, span[1], mark)) return [];
    // (Hon. …, Minister for Foreign and CARICOM Affairs): the English behind a name
    if (kind === 'organisation' && isBracketed(text, span[0], start)) return [];
    // 米国上下院軍事委員会一行: the country is a part of a longer name
    return (kind === 'mechanism' ? names.terms.at(text, span[0], span[1])?.value.country : party) ?? [];
  });
  return [...new Set(guests)].filter((party) => party !== own);
}

/** From a bracket that opens to a place within it there are no more signs. */
const BRACKET = 120;

function isBracketed(text: string, at: number, from: number): boolean {
  for (let i = at - 1; i >= from && at - i < BRACKET; i--) {
    const unit = fold(text.charCodeAt(i));
    if (unit === 0x28 || unit === 0x29) return unit === 0x28;
  }
  return false;
}

/** Countries are a list where there are so many. */
const SEVERAL = 3;

/** 出席者 / 我が国、中国（議長）、ドイツ、豪州、EUなど: a meeting of many, by the list of those who attended. */
export function listedLands({ text, outline, mentions, words }: Page, { first, last }: Account, own: string): Counterpart | undefined {
  const parties = new Set<string>();
  for (const { span, headings, kind } of outline.passages.slice(first, last + 1)) {
    const heading = headings.at(-1);
    if (kind === 'heading' || !heading) continue;
    const [start, end] = trimmed(text, [heading[0], bareEnd(text, heading)]);
    const label = words.labels.at(text, start, end);
    if (label?.value !== 'participants' || label.end !== end) continue;
    const inside = within(mentions, [span[0], span[1]]);
    for (const party of landsByLine(text, [span[0], span[1]], inside)) if (party !== own) parties.add(party);
    // 日本側:某大臣: persons are listed, for their sides
    if (inside.some((mention) => mention.kind === 'person')) continue;
    // bodies behind the countries are guests; EU among them is one of those who met
    const lastLand = inside.findLastIndex((mention) => mention.kind === 'party');
    for (const { party } of inside.slice(0, lastLand + 1)) if (party && party !== own) parties.add(party);
  }
  return parties.size < SEVERAL ? undefined : { parties: [...parties], rule: 'talks/listed-countries' };
}

/** Before the country a line of a list has no more than its mark. */
const BULLET = 1;

/** カナダ:沿岸警備隊(某局長): the countries with which lines begin, before a colon. */
function landsByLine(text: string, [start, end]: Span, inside: readonly Mention[]): string[] {
  return inside.flatMap(({ kind, party, span: [from, to] }) => {
    if (kind !== 'party' || !party || to - from < 2) return [];
    const [colon] = trimmed(text, [to, end]);
    return fold(text.charCodeAt(colon)) === COLON && opensLine(text, start, from) ? [party] : [];
  });
}

/** Whether a line begins here, but for blanks and a mark. */
function opensLine(text: string, start: number, at: number): boolean {
  let signs = 0;
  for (let i = at - 1; i >= start && text.charCodeAt(i) !== LINE_END; i--)
    if (at - i > INDENT || (!isBlank(text.charCodeAt(i)) && ++signs > BULLET)) return false;
  return true;
}

/** Nor does a line stand further in. */
const INDENT = 12;
const LINE_END = 0x0a;

/** 川口外務大臣は、ワシントンにて…国防長官と会談した: met abroad, and for no event that others come to as well. */
function landOfTalks({ text, words }: Page, { told }: Account, own: string): Counterpart | undefined {
  if (!told || words.occasions.all(text, told.span[0], told.encounter.span[0]).length > 0) return undefined;
  const place = told.mentions.find(({ kind, party, span }) => kind === 'place' && party && words.placeSure.at(text, span[1], told.encounter.span[0]));
  return place?.party && place.party !== own ? { parties: [place.party], rule: 'talks/land-of-talks' } : undefined;
}

/** 中国大使館を訪れ、某駐日大使と懇談し: whoever is sent to the own side, by the country of the mission that the sentence or the title names. */
function missionTold(page: Page, { told, title, form }: Account, own: string): Counterpart | undefined {
  const { text, mentions, words } = page;
  const sent = told?.present.some((i) => isSentTo(told.mentions[i]?.office ?? '', own, page.names));
  if (told ? !sent : !form) return undefined;
  const parties = new Set<string>();
  // 3 訪問者 在名古屋某国総領事館: a form lists those who came
  for (const span of told ? [told.span, title] : (form?.participants ?? []))
    for (const { kind, party, span: at } of span ? within(mentions, span) : [])
      if (kind === 'party' && party && party !== own && words.missions.at(text, at[1])) parties.add(party);
  return parties.size === 1 ? { parties: [...parties], rule: 'talks/land-of-mission' } : undefined;
}

/** 在ブラジル日本国大使館 / 大使は、…議員と意見交換を行った: whom a mission meets is of the country in which it is. */
function postedTo(page: Page, { told, title }: Account, own: string): Counterpart | undefined {
  const party = told && isOfOurs(page, told, own) ? undefined : postOf(page, [told?.span, title], own);
  return party ? { parties: [party], rule: 'talks/land-of-mission' } : undefined;
}

/** 有吉大使は、コスタリカ大統領府にて…: whom an ambassador of ours met is of the one other country that the page names, where there is but one. */
function landOfAmbassador({ text, mentions, words, names }: Page, { told }: Account, own: string): Counterpart | undefined {
  const isOurs = (one: Mention) => one.role === 'ambassador' && (one.party ? one.party === own : mayBeOwn(one, own, names, words));
  const met = (told?.present ?? []).map((i) => told?.mentions[i] as Mention);
  if (own !== words.knowledge.publishes || met.length !== 2 || !met.some(isOurs)) return undefined;
  const lands = new Set<string>();
  for (const { kind, party, span } of mentions)
    if ((kind === 'party' || kind === 'place') && party && party !== own && span[1] - span[0] > 1 && !words.missions.at(text, span[1]))
      lands.add(party);
  return lands.size === 1 ? { parties: [...lands], rule: 'talks/land-of-mission' } : undefined;
}

/** 川上大使は、岐阜市代表団の表敬を受け: whether an ambassador of ours met people from home, as the sentence tells by a place there that is not where they met. */
export function isOfOurs({ text, words, names }: Page, { mentions, encounter }: Told, own: string): boolean {
  const before = mentions.filter(({ span }) => span[1] <= encounter.span[0]);
  const isForeign = (one: Mention) => (one.party ? one.party !== own : one.kind === 'person' && !mayBeOwn(one, own, names, words));
  const isFromHome = ({ kind, party, span }: Mention) => kind === 'place' && party === own && !words.placeAfter.at(text, span[1]);
  return before.some(({ role }) => role === 'ambassador') && !before.some(isForeign) && before.some(isFromHome);
}

/** The one party besides the own of which the account says "the … side": 米側出席者から. */
function sideTold({ text, outline, mentions, words }: Page, { first, last }: Account, own: string): Counterpart | undefined {
  const sides = new Set<string>();
  for (const { kind, party, span } of within(mentions, [outline.passages[first]?.span[0] ?? 0, outline.passages[last]?.span[1] ?? 0]))
    if (kind === 'party' && party && party !== own && words.sides.at(text, span[1])) sides.add(party);
  return sides.size === 1 ? { parties: [...sides], rule: 'talks/side-told' } : undefined;
}

/** 韓国の某長官と東山外相は: on a page from abroad, for readers at home, the one other country that the account names at all. */
function onlyOther({ outline, mentions, words }: Page, { first, last }: Account, own: string): Counterpart | undefined {
  if (own === words.knowledge.publishes) return undefined;
  const parties = new Set<string>();
  within(mentions, [outline.passages[first]?.span[0] ?? 0, outline.passages[last]?.span[1] ?? 0]).forEach(({ kind, party, span }, i, all) => {
    const next = all[i + 1];
    // ベトナム・ハノイで: where they met
    const isOfPlace = next?.kind === 'place' && next.party === party && next.span[0] <= span[1] + 1;
    if (kind === 'party' && party && party !== own && !isOfPlace) parties.add(party);
  });
  return parties.size === 1 ? { parties: [...parties], rule: 'talks/only-other' } : undefined;
}

/** 2 クウェート / (1)某外相との会談: a section of the account of a journey is of the country that its heading, or one above it, is. */
function sectionOf(page: Page, { first, title, told }: Account, own: string): Counterpart | undefined {
  const headings = (told?.passage ?? page.outline.passages[first])?.headings ?? [];
  const above = title && (first > 0 || page.outline.passages[0]?.kind === 'heading') ? [...headings, title] : headings;
  const land = above.map((span) => landOf(page, span) ?? landInBrackets(page, span)).findLast((found) => found !== undefined);
  return land && land !== own ? { parties: [land], rule: 'talks/host-of-section' } : undefined;
}

/** 2 某内務大臣との会談(チェコ): the one country that the brackets at the end of a heading of talks name. */
function landInBrackets({ text, mentions, words }: Page, span: Span): string | undefined {
  const end = bareEnd(text, span);
  const [from, to] = trimmed(text, [end, span[1]]);
  const [met] = words.encounters.all(text, span[0], end).slice(-1);
  if (met?.end !== end || fold(text.charCodeAt(from)) !== OPEN) return undefined;
  const [land, ...more] = within(mentions, [from, to]);
  return land?.kind === 'party' && more.length === 0 && land.span[0] === from + 1 && land.span[1] === to - 1 ? land.party : undefined;
}

/** Between a person and the word for the talks with that person stand no more signs (との, への), and the word itself ends within so many. */
const PARTICLE = 2;
const MET = 12;

/** 中国: / (2) 某署長との会談, 某副総理への表敬: whom a heading in the section of a country, or on the page of a visit to one, says was met, where the page opens with somebody else of the own side. */
export function landOfMet(page: Page, account: Account, mention: Mention): string | undefined {
  const { text, outline, mentions, words, names, own } = page;
  const {
    name,
    span: [, end],
  } = mention;
  const [met] = words.encounters.all(text, end, Math.min(text.length, end + MET));
  const between = met && text.slice(end, met.start);
  if (between === undefined || between.length > PARTICLE || words.knowledge.visits.joins.includes(between)) return undefined;
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  const opening = firstTelling(page)?.span;
  // 岡本知事の訪中 / 1 日程: or in its title
  const [first] = [opening, title].flatMap((span) => (span ? within(mentions, [span[0], span[1]]) : [])).filter(({ kind }) => kind === 'person');
  if (!first || first.name === name || (first.party ? first.party !== own : !mayBeOwn(first, own, names, words))) return undefined;
  // on a visit to China; one whose name is in other letters may be told to be of a third country
  const host = mayBeOwn(mention, own, names, words) ? hostOf(page, account, own) : undefined;
  return (sectionOf(page, account, own) ?? host)?.parties[0];
}

/** 李省長と会談し, 張市長を表敬し: the country visited, whose people's names are written as ours, of somebody whom the sentence says was met there; our own ambassador may be. */
export function landOfHost(page: Page, account: Account, mention: Mention): string | undefined {
  const { told } = account;
  if (!told || mention.role === 'ambassador' || mention.span[0] < told.span[0] || mention.span[1] > told.span[1]) return undefined;
  const land = landOfMet(page, account, mention);
  return land && page.words.knowledge.sameScript.includes(land) ? land : undefined;
}

/**
 * The country that the page is the account of a visit to: those met there are of it where nothing else is told.
 *
 *   > 北沢政務官は、ラオスを訪問したところ、ラオス側要人との会談の概要は…     > 川口外務大臣のイラン訪問
 *     　　　　　　　＾＾＾                                                   　　　　　　　　＾＾＾
 */
function hostOf(page: Page, account: Account, own: string): Counterpart | undefined {
  const { outline, sentences } = page;
  const { first, told } = account;
  const title = outline.passages.find(({ kind }) => kind === 'title');
  const opening = sentences.find(({ passage }) => isTelling(passage) || (passage.kind === 'heading' && passage.index === first));
  const hosts = hostsOf(page, [title?.span, opening?.span]);
  if (hosts.size > 1) return stopOf(page, account, hosts);
  if (hosts.size > 0) return { parties: [...hosts], rule: 'talks/host-of-visit' };
  const land = title && (landOf(page, title.span) ?? landBehind(page, title.span) ?? landOfCeremony(page, title.span, opening?.span));
  if (land && land !== own) return { parties: [land], rule: 'talks/page-of-country' };
  // 7月10日、某大臣はモンゴルを訪問し、大臣会談を行った: or the sentence itself tells where one went
  const visited = told ? hostsOf(page, [[told.span[0], told.encounter.span[0]]]) : undefined;
  return visited?.size === 1 ? { parties: [...visited], rule: 'talks/host-of-visit' } : undefined;
}

/** アフリカ・欧州訪問（ガーナ）: the stop of a journey of which the page tells. */
function landBehind({ text, mentions, words }: Page, span: Span): string | undefined {
  const end = bareEnd(text, span);
  if (!words.knowledge.occasions.visits.some((word) => text.endsWith(word, end))) return undefined;
  const behind = within(mentions, [end, span[1]]);
  const [land] = behind;
  return behind.length === 1 && land?.kind === 'party' && land.text.length > 1 ? land.party : undefined;
}

/** 某国大統領就任式への出席, 就任式出席(某国): the one country that a title names besides the own, or the first sentence, of a ceremony that it holds. */
function landOfCeremony({ text, mentions, words, own }: Page, title: Span, opening: Span | undefined): string | undefined {
  if (!words.ceremonies.has(text, title[0], title[1])) return undefined;
  for (const span of [title, opening]) {
    const lands = new Set(span && within(mentions, span).flatMap(({ kind, party }) => (kind !== 'place' && party && party !== own ? party : [])));
    if (lands.size > 0) return lands.size === 1 ? [...lands][0] : undefined;
  }
  return undefined;
}

/** The countries that somebody visits, in these words of a page. */
export function hostsOf(page: Page, spans: readonly (Span | undefined)[]): Set<string> {
  const { text, mentions, words, own } = page;
  const hosts = new Set<string>();
  const event = spans.some((span) => span && (words.attends.has(text, span[0], span[1]) || words.occasions.has(text, span[0], span[1])));
  for (const span of spans)
    for (const mention of span ? within(mentions, [span[0], span[1]]) : []) {
      // 米国を訪問中の, of a country, and not for a conference that others visit too
      if (
        mention.kind === 'party' &&
        mention.party &&
        mention.party !== own &&
        mention.text.length > 1 &&
        words.visits.at(text, mention.span[1], span?.[1])
      )
        if (span && words.occasions.all(text, span[0], span[1]).length === 0) hosts.add(mention.party);
      if ((mention.kind !== 'party' && mention.kind !== 'place') || !mention.party || mention.party === own) continue;
      // 国連総会出席のためニューヨークを訪問: where others came as well nobody is known to be a host
      if (mention.kind === 'place' && event) continue;
      if (isVisitedIn(page, mention, span?.[1])) hosts.add(mention.party);
    }
  return hosts;
}

/** Of several countries visited, the one that a heading named last: オマーン及びバーレーンを訪問し … 1 オマーン（20日～21日）. */
function stopOf(page: Page, account: Account, hosts: ReadonlySet<string>): Counterpart | undefined {
  const { outline, mentions } = page;
  const { first } = account;
  for (let i = first; i > 0; i--) {
    const passage = outline.passages[i];
    if (passage?.kind !== 'heading') continue;
    const { span } = passage;
    const named = new Set(within(mentions, [span[0], span[1]]).flatMap(({ party }) => (party && hosts.has(party) ? [party] : [])));
    if (named.size > 0) return named.size === 1 ? { parties: [...named], rule: 'talks/host-of-section' } : undefined;
  }
  return onlyStop(page, account, hosts);
}

/** A副大臣のB国及びC国訪問 / 1 B国の首都での就任式に参加した。/ 2 某外相と会談した: the one of several countries visited that was named before. */
function onlyStop({ outline, mentions }: Page, { told }: Account, hosts: ReadonlySet<string>): Counterpart | undefined {
  if (!told) return undefined;
  const named = new Set<string>();
  for (const { kind, span } of outline.passages.slice(Math.max(0, told.passage.index - STOPS), told.passage.index + 1)) {
    if (kind === 'title' || span[0] > told.span[0]) continue;
    for (const { party } of within(mentions, [span[0], Math.min(span[1], told.span[1])])) if (party && hosts.has(party)) named.add(party);
  }
  return named.size === 1 ? { parties: [...named], rule: 'talks/host-of-section' } : undefined;
}

/** The country is named no more passages before. */
const STOPS = 8;

/** ザンビア共和国を訪問し, メキシコ合衆国及びスロバキアを訪問し, 訪米: a country that somebody visits. */
function isVisitedIn(page: Page, mention: Mention, limit: number | undefined): boolean {
  const { text, words, names } = page;
  // ブラジル（サンパウロ、ブラジリア）に出張し
  const to = afterBrackets(text, names.states.at(text, mention.span[1], limit)?.end ?? mention.span[1], limit ?? text.length);
  return words.hosts.at(text, to, limit) !== undefined || isListed(page, to, limit) || isVisited(text, mention, words);
}

/** 良好な日モロッコ関係につき意見交換を行い: the relations that the talks were about. */
function pairTold({ text, words }: Page, { told }: Account, own: string): Counterpart | undefined {
  const parties = (told?.mentions ?? []).flatMap((mention, i, all) => {
    const next = all[i + 1];
    if (mention.kind !== 'party' || mention.party !== own || next?.kind !== 'party' || !next.party) return [];
    const paired = isBeside(text, mention.span[1], next.span[0]) && words.relations.at(text, next.span[1]) !== undefined;
    return paired && next.span[1] <= (told?.encounter.span[0] ?? 0) ? [next.party] : [];
  });
  return new Set(parties).size === 1 ? { parties: [...new Set(parties)], rule: 'talks/relation-told' } : undefined;
}

/**
 * The one country that the account pairs with the own: in a heading, or more than once.
 *
 *   > 1.日韓関係     > 日露の友好協力 … 日露合同委員会     none: 日米韓, a third beside them
 *     　＾＾           　　　　　　　　　　＾＾
 */
function relationOf({ text, outline, mentions }: Page, { first, last }: Account, own: string): Counterpart | undefined {
  const pairs = new Set<string>();
  let weight = 0;
  for (const { kind, span } of outline.passages.slice(first, last + 1)) {
    const parties = within(mentions, [span[0], span[1]]).filter((mention) => mention.kind === 'party');
    parties.forEach(({ party, span: at }, i) => {
      const next = parties[i + 1];
      // 中日両国: a page of the other side's puts that one first
      if (!party || !next?.party || (party === own) === (next.party === own) || !isBeside(text, at[1], next.span[0])) return;
      const third = [parties[i - 1], parties[i + 2]];
      if (third[0]?.party && isBeside(text, third[0].span[1], at[0])) return;
      if (third[1]?.party && isBeside(text, next.span[1], third[1].span[0])) return;
      pairs.add(party === own ? next.party : party);
      weight += kind === 'heading' || kind === 'title' ? RELATION : 1;
    });
  }
  return pairs.size === 1 && weight >= RELATION ? { parties: [...pairs], rule: 'talks/relation-told' } : undefined;
}

/** モロッコ王国, クウェート(22日), 中国:, タイ訪問の概要 — a title that is a country, or a visit there, and no more says whom a ministry's page, or a section of it, is about. */
export function landOf({ text, mentions, names, words }: Page, span: Span): string | undefined {
  const [start, last] = trimmed(text, [span[0], bareEnd(text, span)]);
  const end = fold(text.charCodeAt(last - 1)) === COLON ? last - 1 : last;
  const [land] = within(mentions, [start, end]);
  if (land?.kind !== 'party' || land.span[0] !== start || land.text.length < 2) return undefined;
  const at = names.states.at(text, land.span[1], end)?.end ?? land.span[1];
  const visit = words.knowledge.occasions.visits.find((word) => text.startsWith(word, at));
  const to = visit ? at + visit.length : at;
  const about = visit !== undefined && end - to <= OF && words.announces.all(text, to, end).some((found) => found.end === end);
  return to === end || about ? land.party : undefined;
}

/** A visit and the word for what is told of it are no further apart: の概要, について概要. */
const OF = 8;

/** What is said of a country before its name has no more signs: 初の訪問となった｜メキシコでは、. */
const BEFORE = 40;

/** メキシコでは、: the country with which a paragraph opens, with what is said of it before, up to the first comma. */
export function landAtHead({ text, mentions, names, words, own }: Page, { span }: Passage): string | undefined {
  const [start, end] = trimmed(text, span);
  for (const land of within(mentions, [start, Math.min(end, start + BEFORE)])) {
    const [from, at] = land.span;
    if (holdsComma(text, start, from)) return undefined;
    if ((land.kind !== 'party' && land.kind !== 'place') || !land.party || land.party === own) continue;
    const to = names.states.at(text, at, end)?.end ?? at;
    const there = words.there.at(text, to, end);
    if (there && (from === start || isComma(text.charCodeAt(there.end)))) return land.party;
    if (from === start) return undefined;
  }
  return undefined;
}

/** 3日にはラオスを訪問し、: the one country that somebody visits in the first sentence of a paragraph. */
export function landVisited(page: Page, { span }: Passage): string | undefined {
  const opening = page.sentences[firstFrom(page.sentences, span[0])];
  const hosts = opening && opening.span[0] < span[1] ? hostsOf(page, [opening.span]) : undefined;
  return hosts?.size === 1 ? [...hosts][0] : undefined;
}

function holdsComma(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isComma(text.charCodeAt(i))) return true;
  return false;
}

/** メキシコ合衆国、スロバキア及び｜モロッコを訪問し: other hosts follow. */
function isListed({ text, mentions, words, names }: Page, at: number, limit: number | undefined): boolean {
  for (let from = at; ; ) {
    const list = words.lists.at(text, from, limit);
    const next = list && within(mentions, [list.end, limit ?? list.end]).find(({ span }) => span[0] === list.end);
    if (!next?.party) return false;
    // チェコ(プラハ)、及びトルコ(アンカラ)を訪問し
    from = afterBrackets(text, names.states.at(text, next.span[1], limit)?.end ?? next.span[1], limit ?? text.length);
    if (words.hosts.at(text, from, limit)) return true;
  }
}

/** 訪米, 訪問先のパレスチナ: a word of visiting before a country. */
function isVisited(text: string, { kind, span: [start] }: Mention, words: TalksWords): boolean {
  return kind === 'party' && words.knowledge.visits.before.some((word) => start >= word.length && text.startsWith(word, start - word.length));
}
