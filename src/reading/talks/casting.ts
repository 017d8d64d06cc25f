/** Who took part in the talks and for which party, and whom else the page names with a party. */
import { isComma, isStop } from '../../language/abilities/head-final.ts';
import { OFFICES } from '../../record/offices.generated.ts';
import type { Mention, Participant } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { firstFrom, isBlank, type Span, trimmed } from '../../text/span.ts';
import { isHan } from '../mentions/scripts.ts';
import type { Account } from './account.ts';
import { landThere } from './accounts/severally.ts';
import { personsBelow } from './casting/below.ts';
import { addPremier } from './casting/premier.ts';
import { settle } from './casting/settling.ts';
import type { Page } from './page.ts';
import { areOthers, areWrittenApart, lacks, mayBeOwn, ONE, type Person, readingOf, samePerson } from './parties/cast.ts';
import { type Counterpart, counterpartOf, guestsOf, landOfHost, landOfMet, listedLands } from './parties/counterpart.ts';
import { type Candidate, presentOf } from './parties/participants.ts';
import { guestOf } from './parties/visiting.ts';
import { isCountry, levelNamed } from './telling/level.ts';
import { landBefore, missionBefore, partiesNamed, postedAs, senderOf } from './telling/named.ts';
import { within } from './telling/times.ts';
import { firstTelling, partiesTold } from './telling/told.ts';

export interface Casting {
  /** Own side first. */
  readonly parties: string[];
  readonly participants: Participant[];
  readonly persons: readonly Person[];
}

/** The words for a presidency stand no further before the person. */
const PRESIDING = 16;
/** Before the one who speaks a sentence has no more signs. */
const OPENING = 10;
/** Of the head of a page so many mentions are looked at. */
const ABOVE = 60;
/** Besides those who met no more persons are heard at talks. */
const HEARD = 24;
/** So many countries whose people attended are those that met; of fewer the chair and the host are named. */
const MANY = 3;
/** The name of talks has no more signs. */
const NAME = 16;

/** @param earlier persons of the talks that the page told before. */
export function castOf(page: Page, account: Account, own: string, earlier: readonly Person[] = []): Casting {
  if (account.conference) return castOfConference(page, account, own);
  const present = presentOf(page, account, own);
  const met = account.told && !present.some(({ mention }) => mention.party && mention.party !== own) ? personsBelow(page, account.told) : [];
  for (const mention of met) present.push({ mention, party: mention.party as string });
  const named = titleParties(page, account);
  // カリコム3か国との外相会談: those of a list below, and not all of the body
  const { parties: titled, complete } = met.length > 0 ? { parties: named.parties.filter(isCountry), complete: false } : named;
  // 日ASEAN大臣会合, below a sentence that lists whom one met apart: those are not of it
  const ofBody = complete && titled.some((party) => party !== own && !isCountry(party));
  const candidates = ofBody ? present.filter(({ mention }) => !mention.party || mention.party === own || isWithin(page, account, mention)) : present;
  const registry = [...known(page, account), ...knownAbove(page, account)];
  for (const candidate of candidates) {
    if (candidate.party) continue;
    const party =
      candidate.mention.party ??
      missionBefore(page, candidate.mention) ??
      postedAs(page, candidate.mention) ??
      senderOf(page, candidate.mention) ??
      landInTitle(page, account, candidate.mention) ??
      [...registry, ...earlier].find((one) => isCalled(one, candidate.mention))?.party ??
      landOfHost(page, account, candidate.mention) ??
      (account.told && !mayBeOwn(candidate.mention, own, page.names, page.words) ? landThere(page, account.told, candidate.mention) : undefined);
    if (party) candidate.party = party;
  }
  for (const candidate of candidates) if (!titled.includes(candidate.party ?? '')) preside(page, candidate, titled, own, complete);
  settle(page, account, candidates, titled, own, !complete || titled.includes(own), earlier);
  const partyOf = ({ party, name }: Mention) => party ?? (name && registry.find((one) => one.name && samePerson(one.name, name))?.party);
  addWhomTheyJoined(page, account, candidates, own);
  if (complete) {
    addSpeakers(page, account, candidates, titled, own, partyOf);
    // a programme names the talks, and the title who travelled
    if (account.host || isOfVisitor(page, account, own)) addVisitor(page, account, candidates, own);
    if (account.host || isOfGuest(page, account)) addGuest(page, account, candidates, own);
  } else {
    addVisitor(page, account, candidates, own);
    addGuest(page, account, candidates, own);
    // 某大統領の訪日 … (1)首脳会談 … 小泉総理より、: who of us met the guest is told by who spoke
    const [other, ...more] = new Set(candidates.map(({ party }) => party).filter((party) => party !== own));
    if (other && more.length === 0 && !candidates.some(({ party }) => party === own))
      addSpeakers(page, account, candidates, [own, other], own, partyOf);
  }
  addPremier(page, account, candidates, own);
  for (const candidate of candidates) candidate.mention = fullest(page, account, candidate.mention);
  const told = candidates.filter((candidate): candidate is Candidate & { party: string } => candidate.party !== undefined);
  const sides = [...new Set([...told.map((candidate) => candidate.party), ...titled])];
  // 某主席は、米国の某元長官と会談した: the host is of another country, which nothing tells
  const alien = candidates.some(({ foreign, party }) => foreign && !party);
  if (
    !complete &&
    !sides.includes(own) &&
    ((sides.length < 2 && !alien && isAtHome(page, account, own)) || isOfHolder(page, account, own) || (account.inferred && page.signed))
  )
    sides.push(own);
  // 岡田外務大臣のトルコ訪問, 議員団による表敬: nobody of the other side is named among those who met
  const body = sides.findIndex((side) => page.words.standing.has(side));
  const members = body >= 0 ? listedLands(page, account, own) : undefined;
  // G20閣僚会合 / 出席国: ドイツ、中国、…: those who came, where the page lists them
  if (members) sides.splice(body, 1, ...members.parties.filter((party) => !sides.includes(party)));
  const counterpart = sides.length < 2 && sides[0] === own ? counterpartOf(page, account, own, candidates.length === 0) : undefined;
  // A英首相、B伊首相、C某機構委員長とそれぞれ懇談した: C, of whom nothing tells whose, is of one side and not of both
  const strangers = candidates.filter(({ mention, party }) => !party && !mayBeOwn(mention, own, page.names, page.words)).length;
  const other = strangers > 0 && (counterpart?.parties.length ?? 0) > strangers ? undefined : counterpart;
  if (other) {
    sides.push(...other.parties);
    told.push(...metOn(page, account, candidates, other, own));
    // 2 パキスタン / 両外相は、…: the section of a country on a journey
    const visitor = account.traveller === own && account.title && !told.some(({ party }) => party === own) && visitorOf(page, account, own);
    if (visitor) told.unshift(visitor);
  }
  const parties = sides.includes(own) ? [own, ...sides.filter((party) => party !== own)] : sides;
  const participants: Participant[] = [];
  for (const party of parties) for (const one of told) if (one.party === party) participants.push(participantOf(one.mention, party));
  const theirs = participants.find((participant) => participant.party !== own);
  if (isOfForeignMinisters(page, account) || theirs?.role === 'foreign-minister')
    for (const party of parties)
      asForeignMinister(
        page,
        participants.find((participant) => participant.party === party),
      );
  const ruleOf = (name: string) => told.find(({ mention }) => mention.name === name)?.rule;
  const persons: Person[] = participants.map((person) => {
    const rule = ruleOf(person.name);
    const mention = told.find((candidate) => candidate.mention.name === person.name)?.mention;
    const reading = mention && readingOf(mention, page.names);
    return { name: person.name, party: person.party, reading, office: person.office, role: person.role, rule, present: true };
  });
  for (const person of heardBeside(page, account, parties, persons, own)) persons.push(person);
  for (const mention of registry) {
    if (!mention.name || !mention.party || persons.some((person) => samePerson(person.name, mention.name as string))) continue;
    const { name, party, office, role } = mention;
    persons.push({ name, party, office, role, present: false });
  }
  // 中国との会談では、東山大臣から…: who took part in talks that the page told before is known by name
  for (const person of earlier) {
    if (!parties.includes(person.party) || persons.some(({ name }) => samePerson(name, person.name))) continue;
    persons.push({ ...person, present: false });
  }
  return { parties, participants, persons };
}

/** Whether somebody known may be meant: ガルシア大統領 is not ガルシア・リネラ副大統領, nor ガルシア首相. */
function isCalled({ name, role }: Pick<Mention, 'name' | 'role'>, other: Mention): boolean {
  if (!name || !other.name || !samePerson(name, other.name) || areOthers(role, other.role)) return false;
  return name === other.name || !role || !other.role || role === other.role || !ONE.includes(role);
}

/** The country of somebody whom the title of the account names too: by what stands before the name, or as one who was met there. */
function landInTitle(page: Page, account: Account, { name = '' }: Mention): string | undefined {
  const titled = account.title ? within(page.mentions, account.title).find((one) => one.name && samePerson(one.name, name)) : undefined;
  return titled && (landBefore(page, titled) ?? landOfMet(page, account, titled));
}

/** Whether somebody is named in the title or the passages of an account. */
function isWithin({ outline }: Page, { title, told, first, last }: Account, { span: [at] }: Mention): boolean {
  const stretch: Span = [outline.passages[first]?.span[0] ?? 0, outline.passages[last]?.span[1] ?? 0];
  return [title, told?.span, stretch].some((span) => span !== undefined && span[0] <= at && at < span[1]);
}

/** Whether our side may be meant where nobody of it is named: of a page from abroad only where the sentence tells of its country. */
function isAtHome({ words }: Page, { told }: Account, own: string): boolean {
  return own === words.knowledge.publishes || !told || told.mentions.some(({ party }) => party === own);
}

/** A conference: the own side, with whom of it the sentence names, and the body whose members met. Hosts and chairs are some of those who came. */
function castOfConference(page: Page, account: Account, own: string): Casting {
  const { text, names, words } = page;
  const { told } = account;
  const named = told ? partiesTold(page, told) : [];
  // 国連首脳会合 is where they came, 日・ASEAN首脳会議 and G7首脳会合 who did
  const members = named.filter((party) => party !== own && (named.includes(own) || words.standing.has(party)));
  // 太平洋諸島フォーラムから…の参加を得て
  const guests = told && members.length === 0 ? guestsOf(page, told.span, told.encounter, own).filter((party) => !isCountry(party)) : [];
  const isOurs = (mention: Mention) =>
    mention.kind === 'person' && mention.name && (mention.party ? mention.party === own : mayBeOwn(mention, own, names, words));
  // 会議が開催された(出席者:A国首相、B国首相、C国首相…)
  const attending = members.length + guests.length > 0 ? [] : presentOf(page, account, own);
  const came = attending.filter(({ mention }) => !isOurs(mention));
  // whose country is not told, or who is a country's ambassador elsewhere, leaves the list open
  const settled = came.every(({ mention: { party, role } }) => party !== undefined && role !== 'ambassador');
  const lands = new Set(settled ? came.map(({ mention }) => mention.party as string) : []);
  const listed = members.length + guests.length > 0 || lands.size >= MANY ? undefined : listedLands(page, account, own);
  const parties = [own, ...members, ...guests, ...(lands.size >= MANY ? lands : []), ...(listed?.parties ?? [])];
  const before = (told?.present ?? []).map((i) => told?.mentions[i] as Mention).filter(isOurs);
  // サミットに西園総理が出席した
  const behind = before.length > 0 ? [] : (told?.mentions ?? []).filter((mention) => isOurs(mention) && words.speaks.at(text, mention.span[1]));
  if (before.length + behind.length === 0) for (const { mention } of attending) if (isOurs(mention)) behind.push(mention);
  const participants = [...before, ...behind].map((mention) => participantOf(fullest(page, account, mention), own));
  if (lands.size >= MANY) for (const { mention } of came) participants.push(participantOf(mention, mention.party as string));
  if (isOfForeignMinisters(page, account)) asForeignMinister(page, participants[0]);
  const persons: Person[] = participants.map(({ name, party, office, role }) => ({ name, party, office, role, present: true }));
  for (const { name, party, office, role } of [...known(page, account), ...knownAbove(page, account)])
    if (name && party && !persons.some((person) => samePerson(person.name, name))) persons.push({ name, party, office, role, present: false });
  return { parties, participants, persons };
}

function asForeignMinister({ words }: Page, head: Participant | undefined): void {
  if (head?.role === 'minister' && words.knowledge.plainOffices.includes(head.office ?? '')) head.role = 'foreign-minister';
}

function participantOf(mention: Mention, party: string): Participant {
  const participant = { name: mention.name as string, party } as Participant;
  if (mention.office) participant.office = mention.office;
  if (mention.role) participant.role = mention.role;
  participant.spans = [mention.span];
  return participant;
}

/** 牧野たかお大臣政務官は: an office that only the own side has, with a name that is not read, is who met. */
function isOfHolder({ text, words }: Page, { told }: Account, own: string): boolean {
  return told?.mentions.some(({ kind, party, span }) => kind === 'office' && party === own && words.roles.at(text, span[1])?.value === 'in') === true;
}

/** Those whose words are told, and whom nothing ties to a country: they are of the one that is known to sit on the other side. */
function metOn(page: Page, { first, last, told }: Account, candidates: readonly Candidate[], { parties, rule }: Counterpart, own: string) {
  const { text, outline, mentions, words, names } = page;
  const [party] = parties;
  if (!party || parties.length > 1 || !areWrittenApart(own, party, words)) return [];
  const result: (Candidate & { party: string })[] = [];
  for (const mention of within(mentions, [outline.passages[first]?.span[0] ?? 0, outline.passages[last]?.span[1] ?? 0])) {
    if (mention.kind !== 'person' || mention.party || !mention.name || !mention.office || mayBeOwn(mention, own, names, words)) continue;
    // ・ペルー：某外務次官との間で、…で一致した: with whom each passage of a list, or of the section of a country, was
    const met = told ? words.reports : words.speaks;
    if (!met.at(text, mention.span[1]) || !opens(page, mention)) continue;
    if ([...candidates, ...result].some((one) => samePerson(one.mention.name ?? '', mention.name ?? ''))) continue;
    result.push({ mention, party, rule });
  }
  return result;
}

/** アタム大統領よりは、…: of two sides whose names are written apart, whose words a sentence begins with is of the other, if the own has no such name. */
function heardBeside(page: Page, { first, last }: Account, parties: readonly string[], persons: readonly Person[], own: string): Person[] {
  const { text, outline, mentions, words, names } = page;
  const other = parties.find((party) => party !== own);
  if (parties.length !== 2 || !other || !parties.includes(own)) return [];
  const apart = areWrittenApart(own, other, words);
  const result: Person[] = [];
  for (const mention of within(mentions, [outline.passages[first]?.span[0] ?? 0, outline.passages[last]?.span[1] ?? 0])) {
    const { kind, name, party, office, role } = mention;
    if (kind !== 'person' || party || !name || !office || mayBeOwn(mention, own, names, words)) continue;
    // of two sides whose names look alike, one by the office that only the other has: 国家主席
    if (!apart && !(isHan(name.charCodeAt(0)) && lacks(office, own, names))) continue;
    const said = words.reports.at(text, mention.span[1]);
    if (!said || !opens(page, mention) || !(isComma(text.charCodeAt(said.end)) || words.announces.at(text, said.end))) continue;
    if (result.length >= HEARD) break;
    if ([...persons, ...result].some((one) => samePerson(one.name, name) || (role && ONE.includes(role) && one.party === other && one.role === role)))
      continue;
    result.push({ name, party: other, office, role, rule: 'talks/heard-at-talks', present: false });
  }
  return result;
}

/** 日・EU首脳協議 with EU議長国であるオーストリアの某首相: whose country presides speaks for the organisation that the name of the talks gives. */
function preside({ text, words }: Page, candidate: Candidate, titled: readonly string[], own: string, complete: boolean): void {
  const others = titled.filter((party) => party !== own);
  const [start] = candidate.mention.span;
  if (others.length !== 1 || isCountry(others[0] as string) || !candidate.party || candidate.party === own) return;
  // 日・ASEAN外相会議 with a minister of one of its countries: the name of the talks is complete
  if (!complete && !words.presides.has(text, Math.max(0, start - PRESIDING), start)) return;
  candidate.party = others[0] as string;
  candidate.rule = 'talks/presidency';
}

/** 外相会談: those who met are foreign ministers, although they are called 大臣. */
function isOfForeignMinisters({ text, words }: Page, { title, named, told }: Account): boolean {
  const names = [title && named ? [title[0], named.span[1]] : undefined, told ? [told.span[0], told.encounter.span[1]] : undefined] as (
    | Span
    | undefined
  )[];
  return names.some((span) => span !== undefined && levelNamed(text, [Math.max(span[0], span[1] - NAME), span[1]], words) === 'foreign-ministers');
}

/** The parties in the name of the talks (then they are complete), else those of the persons in the title. */
function titleParties(page: Page, { title, named, told, heads }: Account): { parties: readonly string[]; complete: boolean } {
  const inTold = told ? partiesTold(page, told) : [];
  if (!title || !named || heads) return { parties: inTold, complete: inTold.length > 1 };
  const inTitle = partiesNamed(page, title, named);
  // 某首相、中日韓の指導者と会見: a headline tells whom one met, each apart
  const before = within(page.mentions, [title[0], named.span[0]]);
  if (inTitle.length > 1 && before[0]?.kind === 'person' && isSplit(page, before)) return { parties: inTold, complete: inTold.length > 1 };
  // a title of several talks (日米首脳会談・日加首脳会談): the sentence tells which of them these are
  const parties = inTold.length < 2 || (inTitle.length > 1 && inTold.every((party) => inTitle.includes(party))) ? inTitle : inTold;
  if (parties.length > 0) return { parties, complete: parties.length > 1 };
  const persons = within(page.mentions, title).filter((mention) => (mention.kind === 'person' || mention.kind === 'office') && mention.party);
  return { parties: [...new Set(persons.map((mention) => mention.party as string))], complete: false };
}

/** Whether a comma parts the first of those whom a headline names from the others. */
function isSplit({ text }: Page, [first, next]: readonly Mention[]): boolean {
  return first !== undefined && next !== undefined && next.kind !== 'person' && isComma(text.charCodeAt(first.span[1]));
}

/** The same person where the head of the page tells the office in full: 長尾大臣 is 長尾外務大臣. */
function fullest({ outline, mentions }: Page, { first, told }: Account, mention: Mention): Mention {
  const office = mention.office ?? '';
  if (first === 0) return mention;
  // of talks of which no word is told, the sentence that lists them stands for a stretch
  const head = (outline.passages[first] ?? told?.passage)?.span[0] ?? 0;
  const offices = officesOf(mentions).get(mention.name);
  const full = offices?.find((other) => other.span[1] <= head && other.office !== office && other.office?.endsWith(office));
  return full ? { ...mention, ...(full.office && { office: full.office }), ...(full.role && { role: full.role }) } : mention;
}

const offices = new WeakMap<readonly Mention[], ReadonlyMap<string | undefined, readonly Mention[]>>();

/** The persons of a page by their names, each once with each office: a page of many talks names the same again and again. */
function officesOf(mentions: readonly Mention[]): ReadonlyMap<string | undefined, readonly Mention[]> {
  const known = offices.get(mentions);
  if (known) return known;
  const found = new Map<string | undefined, Mention[]>();
  for (const mention of mentions) {
    if (mention.kind !== 'person') continue;
    const same = found.get(mention.name);
    if (!same) found.set(mention.name, [mention]);
    else if (!same.some(({ office }) => office === mention.office)) same.push(mention);
  }
  offices.set(mentions, found);
  return found;
}

/** Every person of the account that is named with a party, fullest name first. */
function known({ mentions, outline }: Page, { first, last }: Account): Mention[] {
  const from = outline.passages[first]?.span[0] ?? 0;
  const to = outline.passages[last]?.span[1] ?? 0;
  const seen = new Map<string, Mention>();
  for (const mention of within(mentions, [from, to]))
    if (mention.kind === 'person' && mention.name && mention.party && !seen.has(mention.name)) seen.set(mention.name, mention);
  return [...seen.values()].sort((a, b) => (b.name as string).length - (a.name as string).length);
}

/** Persons whom the head of the page and the sentence above several talks name with a party: a programme may stand there. */
function knownAbove({ mentions, outline }: Page, { first, lede }: Account): Mention[] {
  if (first === 0) return [];
  const head = outline.passages[first]?.span[0] ?? 0;
  const above = [...(lede?.mentions ?? []), ...mentions.slice(0, ABOVE).filter(({ span }) => span[1] <= head)];
  return above.filter(({ kind, name, party }) => kind === 'person' && name !== undefined && party !== undefined);
}

/** 森政府代表と共に、某大統領と会談を行った: where of us nobody is named but who went along, whoever travelled met them too. */
function addWhomTheyJoined(page: Page, account: Account, candidates: Candidate[], own: string): void {
  const { text, words } = page;
  const ours = candidates.filter(({ party }) => party === own);
  const along = ({ mention }: Candidate) => words.knowledge.companions.some((word) => text.startsWith(word, mention.span[1]));
  const visitor = ours.length > 0 && ours.every(along) ? visitorOf(page, account, own) : undefined;
  if (visitor) candidates.unshift(visitor);
}

/** Sections of a visit tell only whom they met: the visitor stands in the title of the page. */
function addVisitor(page: Page, account: Account, candidates: Candidate[], own: string): void {
  // nor does one whose country nothing tells leave it open who of us was there
  if ((candidates.length === 0 && !account.host) || candidates.some(({ party, foreign }) => party === own || foreign)) return;
  const visitor = visitorOf(page, account, own);
  if (visitor) candidates.unshift(visitor);
}

function visitorOf(page: Page, { first, told, host }: Account, own: string) {
  const { text, outline, mentions, words, names } = page;
  const title = outline.passages.find(({ kind }) => kind === 'title');
  const opening = firstTelling(page);
  const mine = (mention: Mention) => mention.kind === 'person' && (mention.party === own || (!mention.party && mayBeOwn(mention, own, names, words)));
  const titled = title && within(mentions, [title.span[0], title.span[1]]).find(mine);
  // the first sentence tells the journey, and another the talks; or one who writes of himself, or whom it calls by the office of the title, met
  const before = told ? text.slice(told.span[0], told.encounter.span[0]) : '';
  const written = words.knowledge.writers.some((word) => before.includes(word));
  const called = told?.mentions.some(
    ({ kind, office, span }) => kind === 'office' && office && span[1] <= told.encounter.span[0] && titled?.office?.endsWith(office),
  );
  if (first === 0 && !host && !written && !called && !(told && opening && opening.span[1] <= told.span[0])) return undefined;
  const visitor =
    titled ??
    // of a guest's visit nobody of ours is the visitor
    (opening && !guestOf(page)
      ? within(mentions, [opening.span[0], opening.span[1]]).find((mention) => mine(mention) && words.speaks.at(text, mention.span[1]))
      : undefined);
  return visitor && { mention: visitor, party: own, rule: 'talks/visitor-of-title' };
}

/** 東山局長の某国訪問 / 第5回日・某国政策対話: talks between countries in a section of a journey, of no other rank than who travelled. */
function isOfVisitor(page: Page, account: Account, own: string): boolean {
  const { title, named, traveller } = account;
  if (traveller !== own || !title || !named) return false;
  const role = visitorOf(page, account, own)?.mention.role;
  const level = levelNamed(page.text, [title[0], named.span[1]], page.words);
  return role !== undefined && (level === undefined || OFFICES[role].level === level);
}

/** ナジャル・某国首相の公賓訪日: of whom a page tells that they visit, those are met whose hosts alone are named. */
function addGuest(page: Page, { named, first, host }: Account, candidates: Candidate[], own: string): void {
  const section = (named !== undefined && first > 0) || host !== undefined;
  if ((candidates.length === 0 && !section) || candidates.some(({ party }) => party !== own)) return;
  const guest = guestOf(page);
  if (guest) candidates.push({ mention: guest, party: guest.party as string, rule: 'talks/visitor-of-title' });
}

/** 某国外務大臣の訪日 / 外相会談: talks of the rank of the guest, and not those of a minister who came along. */
function isOfGuest(page: Page, { title, named }: Account): boolean {
  const level = title && named && levelNamed(page.text, [title[0], named.span[1]], page.words);
  const role = level && guestOf(page)?.role;
  return role !== undefined && OFFICES[role].level === level;
}

/** 先方より、某首相がいずれ訪日することを…: at talks of foreign ministers a premier is spoken of. */
function isAbove({ role }: Mention, level: string | undefined): boolean {
  return level === 'foreign-ministers' && (role === 'head-of-government' || role === 'head-of-state');
}

/** Whether a sentence begins with the mention, or with few signs before it: これに対し、. */
function opens({ sentences }: Page, { span: [start] }: Mention): boolean {
  const sentence = sentences[firstFrom(sentences, start + 1) - 1];
  return sentence !== undefined && start - sentence.span[0] <= OPENING;
}

/** 西園総理：… or 西園総理　…。 at the head of a passage, or 西園総理： as a heading: the manner of a play. */
function isInPlay({ text, sentences }: Page, { span: [start, end] }: Mention): boolean {
  const sentence = sentences[firstFrom(sentences, start + 1) - 1];
  if (!sentence) return false;
  const [first, last] = trimmed(text, sentence.span);
  if (first !== start) return false;
  const colon = fold(text.charCodeAt(end)) === COLON;
  if (sentence.passage.kind === 'heading') return end + (colon ? 1 : 0) === last;
  return colon || (isBlank(text.charCodeAt(end)) && isStop(text.charCodeAt(last - 1)));
}

const COLON = 0x3a;

/** 東山外務大臣及び｜大滝防衛大臣から: all of a side who speak together with one of it, in the order of the text. */
function together({ text, mentions, words }: Page, speaker: Mention, isOfSide: (mention: Mention) => boolean): Mention[] {
  const isOne = (mention: Mention) => mention.kind === 'person' && mention.name && mention.office && isOfSide(mention);
  const joined = (one: Mention, next: Mention) => words.lists.at(text, one.span[1], next.span[0])?.end === next.span[0];
  const place = mentions.indexOf(speaker, firstFrom(mentions, speaker.span[0]));
  let [first, last] = [place, place];
  for (let one = mentions[first - 1]; one && isOne(one) && joined(one, mentions[first] as Mention); one = mentions[first - 1]) first--;
  for (let one = mentions[last + 1]; one && isOne(one) && joined(mentions[last] as Mention, one); one = mentions[last + 1]) last++;
  return place < 0 ? [speaker] : mentions.slice(first, last + 1);
}

/** Where the title alone names the parties: of each, the first person who speaks or is spoken to. */
function addSpeakers(
  page: Page,
  account: Account,
  candidates: Candidate[],
  parties: readonly string[],
  own: string,
  partyOf: (mention: Mention) => string | undefined,
): void {
  const { text, outline, words, names } = page;
  const from = account.named && account.first > 0 ? (account.title as Span)[1] : (outline.passages[account.first]?.span[0] ?? 0);
  // (注)某前総理とは、…に会談: whom a note names spoke elsewhere
  const notes = outline.passages.slice(account.first, account.last + 1).filter(({ path }) => path.startsWith('note/'));
  const noted = ({ span: [at] }: Mention) => notes.some(({ span }) => span[0] <= at && at < span[1]);
  const people = within(page.mentions, [from, outline.passages[account.last]?.span[1] ?? 0]).filter(
    (mention) =>
      !noted(mention) &&
      mention.kind === 'person' &&
      mention.name &&
      mention.office &&
      (words.speaks.at(text, mention.span[1]) || isInPlay(page, mention)),
  );
  const { title, named } = account;
  const level = title && named && levelNamed(text, [title[0], named.span[1]], words);
  const { publishes, foreignOffices = [] } = words.knowledge;
  // 柳長官から, at talks of foreign ministers: nobody of the home of the language
  const isForeign = ({ office = '' }: Mention) => own === publishes && level === 'foreign-ministers' && foreignOffices.includes(office);
  for (const party of parties) {
    if (candidates.some((candidate) => candidate.party === party)) continue;
    const two = parties.length === 2 && parties.includes(own);
    const fits = (mention: Mention) => two && !partyOf(mention) && (!isForeign(mention) && mayBeOwn(mention, own, names, words)) === (party === own);
    const free = (mention: Mention) => !candidates.some((other) => samePerson(other.mention.name as string, mention.name as string));
    const speaker = people.find((mention) => free(mention) && !isAbove(mention, level) && (partyOf(mention) === party || fits(mention)));
    if (!speaker) continue;
    const apart = two && parties.every((one) => one === own || areWrittenApart(own, one, words));
    for (const mention of together(page, speaker, (one) => one === speaker || partyOf(one) === party || (apart && fits(one))))
      if (free(mention)) candidates.push({ mention, party, rule: 'talks/first-speaker' });
  }
  // 小泉総理より、カルザイ大統領より、: those who spoke, where only officials were listed
  const [other, ...more] = parties.filter((party) => party !== own);
  if (!other || more.length > 0 || !parties.includes(own)) return;
  for (const mention of people) {
    if (
      partyOf(mention) ||
      !mention.role ||
      !ONE.includes(mention.role) ||
      OFFICES[mention.role].level !== level ||
      !words.reports.at(text, mention.span[1])
    )
      continue;
    const ours = mayBeOwn(mention, own, names, words);
    if ((ours && !areWrittenApart(own, other, words)) || !opens(page, mention)) continue;
    const party = ours ? own : other;
    const known = candidates.some(
      (one) => samePerson(one.mention.name ?? '', mention.name ?? '') || (one.party === party && one.mention.role === mention.role),
    );
    if (!known) candidates.push({ mention, party, rule: 'talks/first-speaker' });
  }
}
