/** Who took part in the talks and for which party, and whom else the page names with a party. */
import type { Mention, Participant } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Account } from './accounts.ts';
import { attendance } from './attendance.ts';
import { mayBeOwn, type Person, samePerson } from './cast.ts';
import { partiesNamed } from './named.ts';
import type { Page } from './page.ts';
import { within } from './times.ts';
import { isTelling, partiesTold } from './told.ts';

export interface Casting {
  /** Own side first. */
  readonly parties: string[];
  readonly participants: Participant[];
  readonly persons: readonly Person[];
}

interface Candidate {
  mention: Mention;
  party?: string;
  rule?: string;
}

export function castOf(page: Page, account: Account, own: string): Casting {
  const { parties: titled, complete } = titleParties(page, account);
  const candidates = present(page, account);
  const registry = known(page, account);
  for (const candidate of candidates) {
    if (candidate.party) continue;
    const party =
      candidate.mention.party ??
      registry.find((mention) => mention.name && candidate.mention.name && samePerson(mention.name, candidate.mention.name))?.party;
    if (party) candidate.party = party;
  }
  const host = hostOf(page, account, own);
  settle(page, candidates, titled, own, !complete || titled.includes(own), host);
  if (complete) addSpeakers(page, account, candidates, titled, own);
  else addVisitor(page, account, candidates, own);
  for (const candidate of candidates) candidate.mention = fullest(page, account, candidate.mention);
  const told = candidates.filter((candidate): candidate is Candidate & { party: string } => candidate.party !== undefined);
  const sides = [...new Set([...told.map((candidate) => candidate.party), ...titled])];
  if (sides.length < 2 && !complete && !sides.includes(own)) sides.push(own);
  const parties = sides.includes(own) ? [own, ...sides.filter((party) => party !== own)] : sides;
  const participants = parties
    .flatMap((party) => told.filter((candidate) => candidate.party === party))
    .map(
      ({ mention, party }): Participant => ({
        name: mention.name as string,
        party,
        ...(mention.office && { office: mention.office }),
        ...(mention.role && { role: mention.role }),
        spans: [mention.span],
      }),
    );
  const ruleOf = (name: string) => told.find(({ mention }) => mention.name === name)?.rule;
  const persons: Person[] = participants.map(({ spans: _, ...person }) => {
    const rule = ruleOf(person.name);
    return { ...person, ...(rule && { rule }), present: true } as Person;
  });
  for (const mention of registry) {
    if (!mention.name || !mention.party || persons.some((person) => samePerson(person.name, mention.name as string))) continue;
    persons.push({
      name: mention.name,
      party: mention.party,
      ...(mention.office && { office: mention.office }),
      ...(mention.role && { role: mention.role }),
      present: false,
    });
  }
  return { parties, participants, persons };
}

/** The parties in the name of the talks (then they are complete), else those of the persons in the title. */
function titleParties(page: Page, { title, named, told, heads }: Account): { parties: string[]; complete: boolean } {
  const inTold = told ? partiesTold(page, told) : [];
  if (!title || !named || heads) return { parties: inTold, complete: inTold.length > 1 };
  const inTitle = partiesNamed(page, title, named);
  const parties = inTitle.length > 1 || inTold.length < 2 ? inTitle : inTold;
  if (parties.length > 0) return { parties, complete: parties.length > 1 };
  const persons = within(page.mentions, title).filter((mention) => (mention.kind === 'person' || mention.kind === 'office') && mention.party);
  return { parties: [...new Set(persons.map((mention) => mention.party as string))], complete: false };
}

/** Those who took part: by the sentence that tells the talks, by the form, by the title. */
function present(page: Page, { told, form, title, named, lede, heads }: Account): Candidate[] {
  const { text, mentions, words } = page;
  const result: Candidate[] = [];
  const add = (mention: Mention, side?: string) => {
    if (mention.kind !== 'person' || !mention.name) return;
    if (result.some((other) => samePerson(other.mention.name as string, mention.name as string))) return;
    result.push({ mention, ...(side && !mention.party && { party: side, rule: 'talks/side-of-list' }) });
  };
  for (const mention of heads ?? []) add(mention);
  if (told) {
    for (const i of told.present) add(told.mentions[i] as Mention);
    for (const { mention, side } of attending(page, told.passage.span)) add(mention, side);
  }
  for (const field of form?.participants ?? []) for (const { mention, side } of listed(page, field)) add(mention, side);
  for (const i of lede?.present ?? []) {
    const mention = lede?.mentions[i] as Mention;
    if (!mention.party || !told) add(mention);
  }
  if (result.length < 2 && title && named && !heads)
    for (const mention of inTitle(text, title, named.span[1], within(mentions, title), words)) add(mention);
  return result;
}

function inTitle(text: string, title: Span, end: number, inside: readonly Mention[], words: Page['words']): Mention[] {
  const indexes = attendance(text, title, inside, end, words);
  const people = inside.filter((mention) => mention.kind === 'person' && mention.span[1] <= end);
  const last = people[people.length - 1];
  // …による外務大臣表敬: the one called on stands right before the word.
  const result = indexes.map((i) => inside[i] as Mention);
  if (last && !result.includes(last) && words.encounters.at(text, last.span[1], title[1])) result.push(last);
  return result;
}

/** Persons of the passage who attended besides, with the side under which they are listed: ロシア側から…、日本側から…が同席した. */
function attending({ text, mentions, sentences, words }: Page, passage: Span): { mention: Mention; side?: string }[] {
  const result: { mention: Mention; side?: string }[] = [];
  for (const { span } of sentences) {
    if (span[0] < passage[0]) continue;
    if (span[0] >= passage[1]) break;
    const found = words.attended.all(text, span[0], span[1])[0];
    if (!found) continue;
    result.push(...listed({ text, mentions, words }, [span[0], found.end]));
  }
  return result;
}

/** Persons of a list, with the side that stands before them. */
function listed({ text, mentions, words }: Pick<Page, 'text' | 'mentions' | 'words'>, span: Span): { mention: Mention; side?: string }[] {
  const result: { mention: Mention; side?: string }[] = [];
  let side: string | undefined;
  for (const mention of within(mentions, span)) {
    if ((mention.kind === 'party' || mention.kind === 'organisation') && words.sides.at(text, mention.span[1])) side = mention.party;
    if (mention.kind === 'person') result.push({ mention, ...(side && { side }) });
  }
  return result;
}

/** The same person where the head of the page tells the office in full: 長尾大臣 is 長尾外務大臣. */
function fullest({ outline, mentions }: Page, { first }: Account, mention: Mention): Mention {
  const office = mention.office ?? '';
  if (first === 0) return mention;
  const head = within(mentions, [0, outline.passages[first]?.span[0] ?? 0]);
  const full = head.find(
    (other) => other.kind === 'person' && other.name === mention.name && other.office !== office && other.office?.endsWith(office),
  );
  return full ? { ...mention, ...(full.office && { office: full.office }), ...(full.role && { role: full.role }) } : mention;
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

/** The parties of those whose country is not written. */
function settle(
  { words, names }: Page,
  candidates: readonly Candidate[],
  titled: readonly string[],
  own: string,
  ownSide: boolean,
  host: string | undefined,
): void {
  const others = new Set([...titled, ...candidates.flatMap((candidate) => candidate.party ?? [])]);
  others.delete(own);
  const taken = (party: string) => candidates.some((candidate) => candidate.party === party);
  const single = () => (others.size === 1 ? [...others][0] : undefined);
  for (const candidate of candidates) {
    if (candidate.party) continue;
    const maybe = ownSide && mayBeOwn(candidate.mention, own, names, words);
    const other = single();
    if (!maybe) {
      if (other) settleOn(candidate, other, 'talks/other-of-two');
      else if (host && others.size === 0) settleOn(candidate, host, 'talks/host-of-visit');
    } else if (!taken(own) || !other || taken(other)) settleOn(candidate, own, 'talks/own-office');
    else settleOn(candidate, other, 'talks/other-of-two');
  }
}

/**
 * The country that the page is the account of a visit to: those met there are of it where nothing else is told.
 *
 *   > 北沢政務官は、ラオスを訪問したところ、ラオス側要人との会談の概要は…     > 川口外務大臣のイラン訪問
 *     　　　　　　　＾＾＾                                                   　　　　　　　　＾＾＾
 */
function hostOf({ text, outline, sentences, mentions, words }: Page, { first }: Account, own: string): string | undefined {
  const title = outline.passages.find(({ kind }) => kind === 'title');
  const opening = sentences.find(({ passage }) => isTelling(passage) || (passage.kind === 'heading' && passage.index === first));
  const hosts = new Set<string>();
  for (const span of [title?.span, opening?.span])
    for (const mention of span ? within(mentions, [span[0], span[1]]) : []) {
      if ((mention.kind !== 'party' && mention.kind !== 'place') || !mention.party || mention.party === own) continue;
      if (words.hosts.at(text, mention.span[1], span?.[1])) hosts.add(mention.party);
    }
  return hosts.size === 1 ? [...hosts][0] : undefined;
}

/** Sections of a visit tell only whom they met: the visitor stands in the title of the page. */
function addVisitor({ text, outline, sentences, mentions, words, names }: Page, { first }: Account, candidates: Candidate[], own: string): void {
  if (first === 0 || candidates.length === 0 || candidates.some(({ party }) => party === own)) return;
  const title = outline.passages.find(({ kind }) => kind === 'title');
  const opening = sentences.find(({ passage }) => isTelling(passage));
  const mine = (mention: Mention) => mention.kind === 'person' && (mention.party === own || (!mention.party && mayBeOwn(mention, own, names, words)));
  const visitor =
    (title && within(mentions, [title.span[0], title.span[1]]).find(mine)) ??
    (opening && within(mentions, [opening.span[0], opening.span[1]]).find((mention) => mine(mention) && words.speaks.at(text, mention.span[1])));
  if (visitor) candidates.unshift({ mention: visitor, party: own, rule: 'talks/visitor-of-title' });
}

/** Where the title alone names the parties: of each, the first person who speaks or is spoken to. */
function addSpeakers(page: Page, account: Account, candidates: Candidate[], parties: readonly string[], own: string): void {
  const { text, outline, words, names } = page;
  const from = account.named && account.first > 0 ? (account.title as Span)[1] : (outline.passages[account.first]?.span[0] ?? 0);
  const people = within(page.mentions, [from, outline.passages[account.last]?.span[1] ?? 0]).filter(
    (mention) => mention.kind === 'person' && mention.name && mention.office && words.speaks.at(text, mention.span[1]),
  );
  for (const party of parties) {
    if (candidates.some((candidate) => candidate.party === party)) continue;
    const mine = party === own && parties.length === 2;
    const speaker = people.find((mention) => mention.party === party || (mine && !mention.party && mayBeOwn(mention, own, names, words)));
    if (speaker) candidates.push({ mention: speaker, party, rule: 'talks/first-speaker' });
  }
}

function settleOn(candidate: Candidate, party: string, rule: string): void {
  candidate.party = party;
  candidate.rule = rule;
}
