/** Who took part in the talks and for which party, and whom else the page names with a party. */
import type { Mention, Participant } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Account } from './accounts.ts';
import { attendance } from './attendance.ts';
import { mayBeOwn, type Person, samePerson } from './cast.ts';
import { partiesNamed } from './named.ts';
import type { Page } from './page.ts';
import { within } from './times.ts';

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
  settle(page, candidates, titled, own, !complete || titled.includes(own));
  if (complete) addSpeakers(page, account, candidates, titled, own);
  else addVisitor(page, account, candidates, own);
  for (const candidate of candidates) candidate.mention = fullest(page, account, candidate.mention);
  const told = candidates.filter((candidate): candidate is Candidate & { party: string } => candidate.party !== undefined);
  const sides = [...new Set([...told.map((candidate) => candidate.party), ...titled])];
  if (sides.length === 1 && !complete && sides[0] !== own) sides.push(own);
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
function titleParties(page: Page, { title, named }: Account): { parties: string[]; complete: boolean } {
  if (!title || !named) return { parties: [], complete: false };
  const parties = partiesNamed(page, title, named);
  if (parties.length > 0) return { parties, complete: parties.length > 1 };
  const persons = within(page.mentions, title).filter((mention) => (mention.kind === 'person' || mention.kind === 'office') && mention.party);
  return { parties: [...new Set(persons.map((mention) => mention.party as string))], complete: false };
}

/** Those who took part: by the sentence that tells the talks, by the form, by the title. */
function present(page: Page, { told, form, title, named, lede }: Account): Candidate[] {
  const { text, mentions, words } = page;
  const result: Candidate[] = [];
  const add = (mention: Mention, side?: string) => {
    if (mention.kind !== 'person' || !mention.name) return;
    if (result.some((other) => samePerson(other.mention.name as string, mention.name as string))) return;
    result.push({ mention, ...(side && !mention.party && { party: side, rule: 'talks/side-of-list' }) });
  };
  if (told) {
    for (const i of told.present) add(told.mentions[i] as Mention);
    for (const { mention, side } of attending(page, told.passage.span)) add(mention, side);
  }
  for (const field of form?.participants ?? []) for (const { mention, side } of listed(page, field)) add(mention, side);
  for (const i of lede?.present ?? []) {
    const mention = lede?.mentions[i] as Mention;
    if (!mention.party || !told) add(mention);
  }
  if (result.length < 2 && title && named) for (const mention of inTitle(text, title, named.span[1], within(mentions, title), words)) add(mention);
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
function settle({ words, names }: Page, candidates: readonly Candidate[], titled: readonly string[], own: string, ownSide: boolean): void {
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
    } else if (!taken(own) || !other || taken(other)) settleOn(candidate, own, 'talks/own-office');
    else settleOn(candidate, other, 'talks/other-of-two');
  }
}

/** Sections of a visit tell only whom they met: the visitor stands in the title of the page. */
function addVisitor({ outline, mentions, words, names }: Page, { first }: Account, candidates: Candidate[], own: string): void {
  if (first === 0 || candidates.length === 0 || candidates.some(({ party }) => party === own)) return;
  const title = outline.passages.find(({ kind }) => kind === 'title');
  const visitor =
    title &&
    within(mentions, [title.span[0], title.span[1]]).find(
      (mention) => mention.kind === 'person' && !mention.party && mayBeOwn(mention, own, names, words),
    );
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
