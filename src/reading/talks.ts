/**
 * The talks that a page tells of: who met, when, where, at what level. [] where it is no account of talks.
 *
 * 1 a page is one account, unless its sections have headings of their own that each name talks with someone else;
 * 2 the sentence that tells the talks gives who took part; what it leaves open the title and the body may fill, never the
 * other way round; 3 what stays in doubt stays absent: talks whose other
 * side is not settled have the own side alone, with an issue.
 */
import type { Pack } from '../language/pack.ts';
import { seatOfAddress } from '../record/hosts.ts';
import type { Issue, Mention, Talks } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import type { Span } from '../text/span.ts';
import type { Stages } from './abreast.ts';
import { findTalksInitial } from './head-initial/talks.ts';
import { namesOf } from './mentions/knowledge.ts';
import type { Passage } from './outline.ts';
import type { Stage } from './stage.ts';
import type { Account } from './talks/account.ts';
import { findItemised } from './talks/accounts/itemised.ts';
import { oneByOne } from './talks/accounts/listed.ts';
import { withMeetings } from './talks/accounts/meetings.ts';
import { findAccounts } from './talks/accounts.ts';
import { type Casting, castOf } from './talks/casting.ts';
import { factsOf } from './talks/facts.ts';
import type { Shared, TalksFound } from './talks/found.ts';
import { meetingInferred, noneFound, sideUnknown, whichOfSeveral } from './talks/issues.ts';
import { talksWordsOf } from './talks/knowledge.ts';
import { isAmongOurs, isOfNobody } from './talks/no-talks.ts';
import type { Page, Scanned } from './talks/page.ts';
import { makeCast, type Person } from './talks/parties/cast.ts';
import { ownSideOf, type Publisher, publisherOf } from './talks/parties/publisher.ts';
import { type Parted, partPassages } from './talks/parting.ts';
import { itemsBeside } from './talks/programme.ts';

/** Of the talks told before, those of the page's head and these last ones name persons for the next. */
const RECENT = 4;

export type { TalksFound } from './talks/found.ts';

/** The same page, with those passages parted that tell of several meetings (`talks/parting.ts`). */
export function partTalks(scanned: Scanned, pack: Pack): Scanned & Pick<Parted, 'told'> {
  if (pack.initial) return scanned;
  const pageOf = pageFor(pack);
  return pageOf ? { ...scanned, ...partPassages(scanned, () => pageOf(scanned).page) } : scanned;
}

/** What is known of a page in a language that knows of talks; undefined in others. */
function pageFor(pack: Pack) {
  if (!pack.talks || !pack.names) return undefined;
  const words = talksWordsOf(pack.talks);
  const names = namesOf(pack.names);
  return ({
    text,
    outline,
    sentences,
    mentions,
    dates,
    url,
    published,
  }: Scanned): { readonly page: Page; readonly publisher?: Publisher | undefined } => {
    const publisher = publisherOf(text, url, words, names);
    const own = ownSideOf(text, mentions, publisher, words, names);
    const seat = seatOfAddress(url);
    const namings = new Map<number, readonly string[]>();
    const signed = publisher !== undefined;
    return {
      publisher,
      page: { text, outline, sentences, mentions, dates, published, words, names, pack, own, signed, ...(seat && { seat }), namings },
    };
  };
}

/**
 * @returns issue `talks/none-found` where the page tells of none, `talks/side-unknown` where the other side is not settled,
 * `talks/which-of-several` where words do not say at which of several talks they were said. Never throws.
 * Source: languages/<code>/talks.yaml.
 */
export function* findTalks(scanned: Scanned & Pick<Parted, 'told'>, pack: Pack): Stages<Stage<TalksFound>> {
  if (pack.initial) return findTalksInitial(scanned, pack);
  const { mentions } = scanned;
  const nothing = (): TalksFound => ({
    talks: [],
    ofPassage: scanned.outline.passages.map(() => -1),
    mentions,
    ...(scanned.told && { parted: { outline: scanned.outline, sentences: scanned.sentences } }),
  });
  const pageOf = pageFor(pack);
  if (!pageOf) return { value: nothing(), issues: [] };
  const { page: whole, publisher } = pageOf(scanned);
  const { own, words, names } = whole;
  const accounts: Account[] = [];
  const issues: Issue[] = [];

  const castings: Casting[] = [];
  const found = findAccounts(whole).flatMap((one) => oneByOne(whole, one));
  const { page, accounts: each } = scanned.told ? withMeetings(whole, found, scanned.told) : { page: whole, accounts: found };
  const { outline, sentences } = page;
  yield;
  for (const one of each) {
    const account = one.beside && !one.host ? { ...one, ...hostOfLast(castings.at(-1), own) } : one;
    const casting = castOf(
      page,
      account,
      own,
      [...castings.slice(0, 1), ...castings.slice(-RECENT)].flatMap(({ persons }) => persons.filter(({ present }) => present)),
    );
    if (isAmongOurs(page, account, casting) || isOfNobody(page, account, casting)) continue;
    accounts.push(account);
    if (casting.parties.length < 2) issues.push(sideUnknown(account));
    if (account.open) issues.push(whichOfSeveral(account.open));
    if (account.inferred) issues.push(meetingInferred(account.inferred));
    castings.push(casting);
  }
  yield;
  const talks = accounts.map((account, i) => factsOf(page, account, castings[i] as Casting));
  for (const { account, casting, facts, at } of itemsBeside(page, findItemised(whole), accounts, castings, talks)) {
    accounts.splice(at, 1, account);
    castings.splice(at, 1, casting);
    talks.splice(at, 1, facts);
  }
  if (talks.length === 0) {
    issues.push(noneFound());
    return { value: { ...nothing(), ...(publisher && { publisher }) }, issues };
  }

  const ofPassage = placesIn(outline.passages, accounts);
  const filled = fill(outline.passages, ofPassage, mentions, castings, own);
  talks.forEach((one, i) => {
    one.participants = one.participants.map((participant) =>
      Object.assign({}, participant, { spans: filled.spans[i]?.get(participant.name) ?? participant.spans }),
    );
    one.id = `t-${digest(one.kind, one.parties.join(' '), one.date?.edtf ?? '', one.start?.edtf ?? '', one.participants.map((p) => p.name).join(' '), String(i))}`;
  });
  const titles = accounts.flatMap(({ first, title }) => (first > 0 && title ? [title] : []));
  const travellers = new Map(accounts.flatMap(({ traveller }, i): [Talks, string][] => (traveller ? [[talks[i] as Talks, traveller]] : [])));
  const shared = sharedOf(accounts, talks);
  const inferred = new Set(talks.filter((_, i) => accounts[i]?.inferred));
  return {
    value: {
      talks,
      ofPassage,
      ...(page !== whole && { parted: { outline, sentences } }),
      titles,
      travellers,
      shared,
      inferred,
      mentions: filled.mentions,
      ...(publisher && { publisher }),
    },
    issues,
  };

  /** The mentions with what the cast of their talks tells. */
  function fill(passages: readonly Passage[], of: readonly number[], given: readonly Mention[], cast: readonly Casting[], side: string) {
    const casts = cast.map((one) =>
      makeCast(
        one.parties.includes(side) ? side : undefined,
        one.parties.filter((party) => party !== side),
        one.persons,
        names,
        words,
      ),
    );
    const spans = cast.map(() => new Map<string, Span[]>());
    let p = 0;
    const result = given.map((mention): Mention => {
      if (mention.kind !== 'person' && mention.kind !== 'office') return mention;
      while (p < passages.length && (passages[p] as Passage).span[1] <= mention.span[0]) p++;
      const index = Math.max(0, of[p] ?? 0);
      const found = casts[index]?.partyOf(mention);
      // 東山外務大臣夫人 has his name and not his office
      if (mention.role === 'spouse') return found ? { ...mention, party: found.party, basis: 'inferred', rule: found.rule } : mention;
      const person = found?.person ?? presentNamed(cast[index]?.persons, mention);
      if (person?.present && mention.kind === 'person') {
        const list = spans[index]?.get(person.name) ?? [];
        list.push(mention.span);
        spans[index]?.set(person.name, list);
      }
      if (!found) return mention;
      const filled: Mention = Object.assign({}, mention, { party: found.party, basis: 'inferred' as const, rule: found.rule });
      if (found.role) filled.role = found.role;
      return filled;
    });
    return { mentions: result, spans: spans as Map<string, [number, number][]>[] };
  }
}

/** Whom one met next is of the country of those before, where nothing else tells it. */
function hostOfLast(last: Casting | undefined, own: string): Pick<Account, 'host'> {
  const [host, ...others] = last?.parties.filter((party) => party !== own) ?? [];
  return host && others.length === 0 ? { host } : {};
}

function presentNamed(persons: readonly Person[] | undefined, mention: Mention): Person | undefined {
  return mention.kind === 'person' ? persons?.find((person) => person.present && person.name === mention.name) : undefined;
}

/** Of talks that stand for all that one sentence tells, those others. */
function sharedOf(accounts: readonly Account[], talks: readonly Talks[]): ReadonlyMap<string, Shared> {
  const result = new Map<string, Shared>();
  accounts.forEach(({ shared, told }, i) => {
    if (!shared || !told) return;
    const others = talks.filter((_, k) => k !== i && accounts[k]?.told?.span[0] === told.span[0] && accounts[k]?.told?.passage === told.passage);
    if (others.length > 0) result.set((talks[i] as Talks).id, { span: told.span, others });
  });
  return result;
}

/** Of each passage the talks, by index, whose stretch holds it, the first where there are several; what stands elsewhere on the page is of none that is known. */
function placesIn(passages: readonly Passage[], accounts: readonly Account[]): number[] {
  const places = passages.map(() => -1);
  for (const [i, { parts = [] }] of accounts.entries()) for (const part of parts) places[part] = i;
  for (const [i, { first, shared }] of accounts.entries()) if (shared) places[first] = i;
  for (const [i, { first, last }] of accounts.entries())
    for (let p = first; p <= last && p < places.length; p++) if (places[p] === -1 && passages[p]?.kind !== 'furniture') places[p] = i;
  for (const [i, { programme, told }] of accounts.entries())
    if (programme === 'passage' && told && places[told.passage.index] === -1) places[told.passage.index] = i;
  return places;
}
