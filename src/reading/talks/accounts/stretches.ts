/**
 * Several talks on one page: each under a heading of its own, or told one after the other (`following.ts`).
 *
 *   > (1) イワノフ露外相との会談 … (2) ユン韓国外交通商部長官との会談 …
 *     　　＾＾＾＾＾＾＾＾＾＾＾＾　　　＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾
 */
import { isComma } from '../../../language/abilities/head-final.ts';
import type { Mention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { firstFrom, isBlank, type Span, trimmed } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Sentence } from '../../sentences.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { bareEnd, endsInTalks, hasManner, talksNamed } from '../pages.ts';
import { mayBeOwn, samePerson } from '../parties/cast.ts';
import { hostsOf, landOf } from '../parties/counterpart.ts';
import { guestOf } from '../parties/visiting.ts';
import { type Encounter, encounterNamed } from '../telling/encounters.ts';
import { levelNamed } from '../telling/level.ts';
import { landBefore, partiesNamed } from '../telling/named.ts';
import { within } from '../telling/times.ts';
import { findTold, firstTelling, isTelling, type Told, toldBy, toldInList } from '../telling/told.ts';
import { following, says } from './following.ts';
import { spokenOf, travellerOn } from './journeys.ts';
import { isUnderProgramme } from './lines.ts';
import { isToldElsewhere, listedIn } from './listed.ts';
import { closes, isHeading } from './sections.ts';
import { metByLand, severally } from './severally.ts';

/** Of the page so many sentences are its head. */
const OPENING = 2;
/** Below the first of several headings talks are looked for so far. */
const BELOW = 3000;

const OPEN = 0x28;
const CLOSE = 0x29;

/**
 * @param single between whom the meeting was that the title names, if it is one: then what is under a heading must tell another itself, unless
 * its name is of some of these (日中韓会合 / 日韓会談).
 * @param careful the page looks like another kind: only headings are believed.
 * @returns [] where the page tells of one at most.
 */
export function findStretches(page: Page, single: readonly string[], careful: boolean): Account[] {
  const headings = headed(page, single, single.length > 2 ? 1 : 2);
  if (headings.length > 1 || (headings.length > 0 && headings.every(({ title }) => title && isOfSome(page, title, single))))
    return headings.flatMap((section) => parted(page, section));
  if (careful) return [];
  const several = severally(page);
  if (several.length < 2) return following(page);
  // what was said with these is not on the page, but what was with others below
  const below = several.every(({ last }) => last < 0) ? headed(page, single, 1) : [];
  return [...several, ...below];
}

/** 2 政府要人との会談 / (1) 東山大臣は、某首相を表敬し、… / (2) また、東山大臣は、某財務大臣と会談し、…: a section that tells of several, one after the other. */
function parted(page: Page, section: Account): Account[] {
  const { first, last, lede, title } = section;
  const theirs = title && sidesIn(page, title);
  const [one, ...others] = following(page, first + 1, last);
  // 日米韓閣僚会合: who sat there is told by the heading; ワンガ大統領との会談: those of other countries did not
  const known =
    theirs && new Set([...theirs, ...(one?.told?.mentions ?? []).flatMap(({ kind, party }) => (kind === 'person' && party ? party : []))]);
  const apart = known ? others.filter(({ told }) => told && isOfOthers(page, told, known)) : others;
  const [next] = apart;
  if (!one || !next) return title && landOf(page, title) ? bySpoken(page, section) : [section];
  return [{ ...section, last: next.first - 1 }, ...apart.map((other) => ({ ...other, ...(lede && { lede }) }))];
}

/** 2 ウズベキスタン / (1)大統領との会談では、… / (2)外相会談においては、…: a section on a country, by the talks in which its paragraphs say that something was said. */
function bySpoken(page: Page, section: Account): Account[] {
  const { sentences, outline, words, text, mentions } = page;
  const parts: { readonly told: Told; readonly called: string }[] = [];
  let passage: Passage | undefined;
  for (let i = firstFrom(sentences, outline.passages[section.first]?.span[1] ?? 0); i < sentences.length; i++) {
    const sentence = sentences[i] as Sentence;
    if (sentence.passage.index > section.last) break;
    if (sentence.passage === passage || !isTelling(sentence.passage)) continue;
    ({ passage } = sentence);
    const told = spokenOf(page, sentence);
    const met = told && within(mentions, [sentence.span[0], told.encounter.span[0]]).findLast(({ kind }) => kind === 'office' || kind === 'person');
    const called = told && (met?.name ?? met?.office ?? levelNamed(text, [sentence.span[0], told.encounter.span[1]], words));
    if (told && called && called !== parts.at(-1)?.called) parts.push({ told, called });
  }
  if (new Set(parts.map(({ called }) => called)).size < 2) return [section];
  return parts.map(({ told }, n): Account => {
    const last = (parts[n + 1]?.told.passage.index ?? section.last + 1) - 1;
    return { ...section, first: n === 0 ? section.first : told.passage.index, last, told };
  });
}

/** The parties of a heading that says who met; undefined where it says it of nobody. */
function sidesIn(page: Page, title: Span): ReadonlySet<string> | undefined {
  const named = talksNamed(page.text, title, page.words);
  const sides = named ? partiesNamed(page, title, named) : [];
  const persons = within(page.mentions, title).filter(({ kind }) => kind === 'person');
  if (sides.length < 2 && persons.length === 0) return undefined;
  return new Set([...sides, ...persons.flatMap(({ party }) => party ?? [])]);
}

/** Whether all whom a sentence tells to have been met are of countries that a heading does not have. */
function isOfOthers({ own }: Page, { present, mentions }: Told, theirs: ReadonlySet<string>): boolean {
  const others = present.map((i) => mentions[i] as Mention).filter(({ party, basis }) => party !== undefined && party !== own && basis === 'stated');
  return theirs.size > 0 && others.length > 0 && others.every(({ party }) => party !== undefined && !theirs.has(party));
}

/** The one section whose heading names talks, of a page that tells them nowhere else: 川口外務大臣のイラン訪問 / 1 ハタミ大統領との会談. */
export function lone(page: Page): Account | undefined {
  const { text, outline, words } = page;
  const [one, other] = headed(page, [], 1);
  if (!one || other) return undefined;
  const [from, to] = [outline.passages[one.first]?.span[1] ?? 0, outline.passages[one.last]?.span[1] ?? 0];
  // 2 日韓外相会談の概要: the heading says that what was said there follows
  const announced = one.title && one.named && words.announces.has(text, one.named.span[1], one.title[1]);
  // 某外務大臣の訪日 / 外相会談 / …について話し合った
  const talked = guestOf(page) !== undefined && words.spoken.has(text, from, to);
  return announced || talked || hasManner(text, from, words, to) || isVoiced(page, one.first, one.last) ? one : undefined;
}

/** Sections whose headings name talks, where at least `least` of them name different ones. */
function headed(page: Page, single: readonly string[], least = 2): Account[] {
  const { text, outline, mentions, words } = page;
  const { passages } = outline;
  const people = headingsOfPersons(page);
  const each = headingsOfLands(page);
  const talks = new Set(passages.filter((passage) => isHeadingOfTalks(page, passage)));
  const named = new Set([...talks].filter(({ span }) => namesSides(page, span)).map(({ span: [start] }) => start));
  const opened = new Map<number, boolean>();
  const opens = (above: Span): boolean => {
    const known = opened.get(above[0]) ?? opensWithTalks(page, above);
    opened.set(above[0], known);
    return known;
  };
  // 日韓外相会談の概要 / (イ)北朝鮮情勢・南北対話: below the name of talks and of who met a heading without persons names matters,
  // and one without a level (「中央アジア+日本」対話) where the section on a country has told the talks there
  const isMatter = ({ headings, span: [start, end] }: Passage) =>
    !within(mentions, [start, end]).some(({ kind }) => kind === 'person') &&
    (headings.some((above) => named.has(above[0])) || (levelNamed(text, [start, end], words) === undefined && headings.some(opens)));
  // (2)東山外務大臣との会談 / (イ)イラク: below the name of talks a country is a matter too
  const below = new Set([...talks].map(({ span: [start] }) => start));
  const visit = visitedOn(page);
  const countries = passages.filter((passage) => isLand(page, passage) && !passage.headings.some(([start]) => below.has(start)));
  // 東山大臣の訪米 / 1 イラク / 2 北朝鮮: none of them is where one travelled
  const isMatters = visit !== undefined && visit.size > 0 && !countries.some(({ span }) => visit.has(landOf(page, span) ?? ''));
  const sectionsOfLands = new Set(isMatters ? [] : countries);
  const isSection = (passage: Passage) => sectionsOfLands.has(passage);
  const heads = new Set(
    passages.filter((passage) => (talks.has(passage) && !isMatter(passage)) || people.has(passage) || each.has(passage) || isSection(passage)),
  );
  // ・某大統領との会談 / ・某首相との会談: a list of whom they met, with nothing below its items
  const bare = (item: Passage) => {
    const next = passages[item.index + 1];
    return item.kind === 'item' && (!next || heads.has(next) || closes(next, item));
  };
  const starts = [...heads].filter((passage) => !bare(passage));
  if (starts.length < Math.max(least, 1)) return [];
  const result: Account[] = [];
  const keys: string[] = [];
  const isOfAll = ({ told }: Account) => told !== undefined && words.severally.has(text, told.span[0], told.span[1]);
  const isNameAlone = (one: Account, other: Pick<Account, 'first' | 'last'>) => !one.told && lengthOf(page, one) < lengthOf(page, other);
  const guest = guestOf(page)?.name ?? '';
  const talked = isTalkedOf(page, starts[0] as Passage);
  const toured = touredIn(page, starts);
  const isVisit = (heading: Passage) => toured.has(landOf(page, heading.span) ?? '');
  starts.forEach((heading, n) => {
    const next = starts[n + 1]?.index ?? passages.length;
    let last = heading.index;
    while (last + 1 < next && !closes(passages[last + 1] as Passage, heading)) last++;
    if (last === heading.index) return;
    // 1 日程 / 某長官との会談 / この他、…との会合あり。: a line of the programme, over a remark
    if (isUnderProgramme(page, heading) && !hasManner(text, heading.span[1], words, passages[last]?.span[1] ?? 0)) return;
    const found = findTold(page, heading.index + 1, last);
    const beside = found && found.passage.index > heading.index + 1 && isOfOther(page, heading, found) ? found : undefined;
    const whole = last;
    if (beside) last = beside.passage.index - 1;
    const told = (beside ? undefined : found) ?? (isLand(page, heading) ? openingOf(page, heading.index + 1, isVisit(heading)) : undefined);
    const ofEach = each.has(heading) && single.includes(landOf(page, heading.span) ?? '');
    if (
      ((single.length > 1 && !ofEach && !isOfSome(page, heading.span, single)) ||
        (isLand(page, heading) &&
          !each.has(heading) &&
          !((talked || isVisit(heading)) && isVoiced(page, heading.index + 1, last, isVisit(heading))))) &&
      !told
    )
      return;
    // [参考]表敬に出席した議員 / (1)某上院議員: a list of persons of whom nothing is told
    if (people.has(heading) && !told && !isTold(page, heading.index + 1, last)) return;
    const key = within(mentions, [heading.span[0], heading.span[1]])
      .filter((mention) => mention.party || mention.kind === 'person')
      .map((mention) => mention.name ?? mention.party)
      .join(' ');
    const named = talksNamed(text, heading.span, words);
    // 第7回三極会合: with whom is told below
    const met = named && told && told.present.length > 1 ? told.present.map((i) => told.mentions[i]?.name ?? '').join(' ') : '';
    const who =
      key ||
      (named ? partiesNamed(page, heading.span, named).join(' ') : '') ||
      met ||
      (named && guest !== '' ? `${guest} ${levelNamed(text, heading.span, words) ?? ''}` : '') ||
      (named && visit && (told || isTold(page, heading.index + 1, last)) ? calledIn(page, heading, visit) : '');
    if (who === '') return;
    // 西園総理夫妻主催晩餐会: a meal that was held, and no word of what was said there
    const foreign = within(mentions, [heading.span[0], heading.span[1]]).some(({ party }) => party !== undefined && party !== page.own);
    if (guest !== '' && !foreign && told && told.passage.index === last && !says(page, told)) return;
    // a list of what was done may name them before they are told, and a line over the sentence that tells of all
    const twin = keys.indexOf(who);
    if (twin >= 0 && (isOfAll(result[twin] as Account) || isNameAlone(result[twin] as Account, { first: heading.index, last }))) {
      result.splice(twin, 1);
      keys.splice(twin, 1);
    }
    keys.push(who);
    const above = named ? undefined : people.get(heading);
    const heads = above && within(mentions, [heading.span[0], heading.span[1]]).filter(({ kind }) => kind === 'person');
    result.push({
      first: heading.index,
      last,
      title: heading.span,
      ...((named ?? above) && { named: (named ?? above) as Encounter }),
      ...(heads && { heads }),
      ...(told && { told }),
      ...(named && !told && isGathering(page, heading.span, named) && { conference: true as const }),
      ...(each.has(heading) && { host: landOf(page, heading.span) as string }),
    });
    if (beside) result.push({ first: beside.passage.index, last: whole, told: beside });
  });
  if (new Set(keys).size < least) return [];
  const lede = findTold(page, 0, (starts[0] as Passage).index - 1);
  const sections = withoutUmbrellas(page, result);
  if (!lede) return sections;
  // A首相との首脳会談、B主席との会談を行った / 1 首脳会談 / 2 B主席との会談: who is named in the heading of another section was met there
  const titled = new Map<string, number>();
  sections.forEach(({ title }, n) => {
    for (const { name } of title ? within(mentions, title) : []) if (name && !titled.has(name)) titled.set(name, n);
  });
  const lands = metByLand(page, lede);
  return sections.map((account, n) => {
    // A国ではB大統領と、C国ではD首相と会談を行った / 1 A国: those of the country that the section is of
    const there = lands.get((account.title && landOf(page, account.title)) ?? '');
    if (there) return { lede: there, ...account };
    const present = lede.present.filter((i) => (titled.get(lede.mentions[i]?.name ?? '') ?? n) === n);
    return { lede: { ...lede, present }, ...account };
  });
}

/**
 * 2 カタール / ・外相会談 / 某大臣は、要人と会談したほか、会議に出席した / (1)某首相との会談: what opens the section of a country, a line of a list perhaps, and names
 * nobody and nothing that was said, tells of the talks of the section below it.
 */
function withoutUmbrellas(page: Page, sections: readonly Account[]): Account[] {
  const { text, outline, own, names, words } = page;
  const result: Account[] = [];
  const lists = new Map<number, Told>();
  const listed: Told[] = [];
  for (const section of sections) {
    const above = result.at(-1);
    const [heading, inner] = [outline.passages[above?.first ?? -1], outline.passages[section.first]];
    const isOver = heading !== undefined && (isLand(page, heading) || isOfNobody(page, heading));
    const land = heading && (isOver ? heading.span : isBullet(page, heading) ? heading.headings.findLast((one) => landOf(page, one)) : undefined);
    const isWithin = land !== undefined && inner?.headings.some(([start]) => start === land[0]);
    const told = isWithin ? above?.told : undefined;
    const isOurs = (i: number) => {
      const one = told?.mentions[i] as Mention;
      return one.party === own || (!one.party && mayBeOwn(one, own, names, words));
    };
    const speaks = () => hasManner(text, told?.span[0] ?? 0, words, outline.passages[section.first]?.span[0]);
    // (1)訪問の概要 / 某大統領への表敬、某外相との会談を行った / (2)大統領表敬 / (3)外相会談: nor does a list of those whom several sections tell
    const isListing = () => sections.filter(({ first }) => outline.passages[first]?.headings.some(([start]) => start === land?.[0])).length > 1;
    if (!above || !told || !(told.present.every(isOurs) || isListing()) || speaks()) result.push(section);
    else {
      result[result.length - 1] = { ...section, first: above.first, lede: told };
      if (within(page.dates, told.span).length === 0) lists.set(land?.[0] ?? -1, told);
      listed.push(told);
    }
  }
  // of those whom it lists some may have no section
  const isTelling = (one: Account) => one.told === undefined || !listed.includes(one.told);
  const others = listed
    .flatMap((told) => listedIn(page, told))
    .filter((one) => !result.some((two) => isTelling(two) && isToldElsewhere(two, one, page.mentions)));
  // whom the list names is told of every section in it
  const told = result.map((section) => {
    const list = outline.passages[section.first]?.headings.map(([start]) => lists.get(start)).find((found) => found !== undefined);
    return list && !section.lede ? { ...section, lede: list } : section;
  });
  return [...told, ...others];
}

/** (2)某外相との会談 / … / (3)この他、某長官と立ち話を行った。: a number of the same rank that tells of somebody else than the heading names. */
function isOfOther(page: Page, { span, headings }: Passage, { passage, present, mentions }: Told): boolean {
  if (passage.kind !== 'item' || passage.headings.length > headings.length) return false;
  const persons = (list: readonly Mention[]) => list.filter(({ kind, party, name }) => kind === 'person' && name && party && party !== page.own);
  const [named, met] = [persons(within(page.mentions, [span[0], span[1]])), persons(present.map((i) => mentions[i] as Mention))];
  return named.length > 0 && met.length > 0 && !met.some(({ name = '' }) => named.some((one) => samePerson(one.name ?? '', name)));
}

/** What a number before a line ends in, and a line without a mark. */
const NUMBERED = /[\d.)\n]/;

/** A line of a list behind a mark that is no number: ○ノルウェー. */
function isBullet({ text }: Page, { kind, span: [start] }: Passage): boolean {
  if (kind !== 'item') return false;
  let at = start;
  while (at > 0 && isBlank(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) !== 0x0a) at--;
  return at > 0 && !NUMBERED.test(String.fromCharCode(fold(text.charCodeAt(at - 1))));
}

/** 2 会談: a heading that names talks and nobody. */
function isOfNobody(page: Page, passage: Passage): boolean {
  const named = isHeadingOfTalks(page, passage) ? talksNamed(page.text, passage.span, page.words) : undefined;
  return named !== undefined && within(page.mentions, [passage.span[0], passage.span[1]]).every(({ kind }) => kind === 'mechanism');
}

/** 1 某国訪問の概要 / 某大統領との首脳会談、…等を行った, 某外相との会談において、…で一致: the first sentence of a section on a country. */
function openingOf(page: Page, first: number, toured: boolean): Told | undefined {
  const opening = page.sentences[firstFrom(page.sentences, page.outline.passages[first]?.span[0] ?? 0)];
  if (opening?.passage.index !== first || !isTelling(opening.passage)) return undefined;
  const spoken = toured ? spokenOf(page, opening) : undefined;
  return toldInList(page, opening) ?? (spoken && spoken.present.length > 0 ? spoken : undefined);
}

/** 1 某国訪問の概要 / 某大統領との首脳会談を行った。: whether a section on a country opens with the talks there. */
function opensWithTalks(page: Page, heading: Span): boolean {
  if (landOf(page, heading) === undefined) return false;
  const opening = page.sentences[firstFrom(page.sentences, heading[1])];
  return opening !== undefined && isTelling(opening.passage) && (toldBy(page, opening) ?? toldInList(page, opening)) !== undefined;
}

function lengthOf({ outline }: Page, { first, last }: Pick<Account, 'first' | 'last'>): number {
  return (outline.passages[last]?.span[1] ?? 0) - (outline.passages[first]?.span[0] ?? 0);
}

/**
 * サモア、トンガを訪問し、各国の要人と会談した / 1 サモア: the countries that the sentence above the sections says somebody toured and met people in; those of the sections
 * themselves where the title is of such a journey (東山大臣の中央アジア訪問).
 */
function touredIn(page: Page, starts: readonly Passage[]): ReadonlySet<string> {
  const [heading] = starts;
  const told = heading && heading.index > 0 ? findTold(page, 0, heading.index - 1) : undefined;
  const hosts = told ? hostsOf(page, [told.span]) : undefined;
  if (hosts && hosts.size > 1) return hosts;
  const lands = new Set(travellerOn(page) ? starts.flatMap((start) => landOf(page, start.span) ?? []) : []);
  return lands.size > 1 ? lands : new Set();
}

/** The countries visited, on a page that is of a visit that one of the own side made. */
function visitedOn(page: Page): ReadonlySet<string> | undefined {
  const { outline } = page;
  if (!travellerOn(page)) return undefined;
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  return hostsOf(page, [title, firstTelling(page)?.span]);
}

/** 2 首脳会談 / 3 大統領表敬 / 4 国会議長との会談: of a visit, who was met by the office or the level, in the one country or that of the section; '' where neither is told. */
function calledIn(page: Page, { span, headings }: Passage, visited: ReadonlySet<string>): string {
  const { text, mentions, words } = page;
  const [only] = visited;
  const land = headings.map((heading) => landOf(page, heading)).findLast((found) => found !== undefined) ?? (visited.size === 1 ? only : undefined);
  const office = within(mentions, [span[0], span[1]]).find(({ kind }) => kind === 'office')?.text;
  const level = levelNamed(text, span, words);
  // 経済大臣会合: of whom is not told by that
  const called = office ?? (level === 'leaders' || level === 'foreign-ministers' ? level : undefined);
  return land && called ? `${land} ${called}` : '';
}

/** Whether talks are named below the first of several headings: 首脳会談後、…. */
function isTalkedOf({ text, words }: Page, { span: [start] }: Passage): boolean {
  return words.encounters.all(text, start, Math.min(text.length, start + BELOW)).some(({ value }) => value !== 'none');
}

/**
 * Whether a sentence of the section tells whose words it has: 総理より、…を表明した; インドネシアからは、…が示された.
 * @param toured the section is of a country that the page says was visited: then anybody's count.
 */
function isVoiced({ text, outline, mentions, sentences, words, own }: Page, first: number, last: number, toured = false): boolean {
  const range: Span = [outline.passages[first]?.span[0] ?? 0, outline.passages[last]?.span[1] ?? 0];
  // 某大統領との間で、…ことで合意した
  if (toured && (words.manner.has(text, range[0], range[1]) || words.settled.has(text, range[0], range[1]))) return true;
  return within(mentions, range).some(({ kind, party, office = '', span }) => {
    const reports = words.reports.at(text, span[1]);
    // 日本から同行した人々
    if (!reports || (kind === 'party' && !isComma(text.charCodeAt(reports.end)))) return false;
    const opens = sentences[firstFrom(sentences, span[0] + 1) - 1];
    // (1) 某首相より次のとおり述べた。 / (イ)…: whose words follow
    if (kind === 'person' && opens && words.announces.has(text, span[1], opens.span[1])) return true;
    return (
      (party !== undefined || words.ownOffices.has(office) || (toured && kind === 'person')) &&
      (party === own || !party || (opens !== undefined && trimmed(text, opens.span)[0] === span[0]))
    );
  });
}

/** Whether passages hold more than remarks in brackets. */
function isTold({ text, outline }: Page, first: number, last: number): boolean {
  return outline.passages.slice(first, last + 1).some(({ kind, span }) => {
    if (kind === 'furniture') return false;
    const [start, end] = trimmed(text, span);
    return start < end && !(fold(text.charCodeAt(start)) === OPEN && fold(text.charCodeAt(end - 1)) === CLOSE);
  });
}

/** 某フォーラム第9回外相会合, on the page of a journey to attend it: a heading that names a conference and nobody. */
function isGathering(page: Page, [start, end]: Span, named: Encounter): boolean {
  const { text, mentions, words } = page;
  if (partiesNamed(page, [start, end], named).length > 0 || within(mentions, [start, end]).some(({ kind }) => kind === 'person')) return false;
  const conferences = words.conferences.all(text, start, named.span[1]).filter(({ value }) => value !== 'none');
  if (conferences.length < 2 || conferences.at(-1)?.end !== named.span[1]) return false;
  const opening = firstTelling(page)?.span;
  return opening !== undefined && words.attends.has(text, opening[0], opening[1]);
}

/** Whether a heading that is the name of talks says between whom they were. */
function namesSides(page: Page, span: Span): boolean {
  const named = talksNamed(page.text, span, page.words);
  return named !== undefined && partiesNamed(page, span, named).length > 1;
}

/** Whether a heading names talks of the own side with some of those whose meeting the title names, and not with all. */
export function isOfSome(page: Page, span: Span, single: readonly string[]): boolean {
  const named = talksNamed(page.text, span, page.words);
  const parties = named ? partiesNamed(page, span, named) : [];
  return parties.length > 1 && parties.length < single.length && parties.includes(page.own) && parties.every((party) => single.includes(party));
}

/** A heading or a short item that is the name of talks, or of what is told of them. */
function isHeadingOfTalks({ text, words }: Page, passage: Passage): boolean {
  const { span } = passage;
  if (!isHeading(text, passage)) return false;
  const named = talksNamed(text, span, words);
  return named !== undefined && endsInTalks(text, span, named, words);
}

/** 3 カタール: a country visited, if talks are told under it. */
function isLand(page: Page, passage: Passage): boolean {
  return (passage.kind === 'heading' || isBullet(page, passage)) && isHeading(page.text, passage) && landOf(page, passage.span) !== undefined;
}

/** 2 バイ会談 / (1) ドイツ / (2) カナダ: headings that are countries, below one that says of talks that they were with each. */
function headingsOfLands(page: Page): ReadonlySet<Passage> {
  const { text, outline, words } = page;
  const result = new Set<Passage>();
  for (const passage of outline.passages) {
    const above = passage.headings.at(-1);
    if (!above || !words.severally.has(text, above[0], above[1]) || !isHeading(text, passage) || landOf(page, passage.span) === undefined) continue;
    if (!namesSides(page, above)) result.add(passage);
  }
  return result;
}

/**
 * Headings that are persons, with the word by which the talks are named above them: 二国間会談 / (1)サージャン・カナダ国防大臣; the title and the first
 * sentences name them too, where none of these persons is of the own side: a speaker's name over what he said.
 */
function headingsOfPersons(page: Page): Map<Passage, Encounter> {
  const { text, outline, mentions, sentences, words, own } = page;
  const result = new Map<Passage, Encounter>();
  const loose: Passage[] = [];
  let foreign = true;
  for (const passage of outline.passages) {
    if (!isHeading(text, passage)) continue;
    const { span } = passage;
    const last = within(mentions, [span[0], span[1]]).findLast(({ kind }) => kind === 'person');
    if (last?.span[1] !== bareEnd(text, span) || encounterNamed(text, span, words)) continue;
    const above = passage.headings.at(-1);
    const named = above && encounterNamed(text, above, words);
    if (named) result.set(passage, named);
    else {
      loose.push(passage);
      const party = last.party ?? landBefore(page, last);
      foreign &&= party === undefined ? !mayBeOwn(last, own, page.names, words) : party !== own;
    }
  }
  if (loose.length < 2 || !foreign) return result;
  const title = outline.passages.find(({ kind }) => kind === 'title');
  const head = sentences.filter(({ passage }) => isTelling(passage)).slice(0, OPENING);
  for (const span of [title?.span, ...head.map(({ span }) => span)]) {
    const named = span && encounterNamed(text, span, words);
    if (!named) continue;
    for (const passage of loose) result.set(passage, named);
    break;
  }
  return result;
}
