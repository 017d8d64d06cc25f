/** For which party those took part whose country is not written. */
import { isComma } from '../../../language/abilities/head-final.ts';
import type { Mention } from '../../../record/reading.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { areWrittenApart, lacks, mayBeOwn, ONE, type Person, samePerson } from '../parties/cast.ts';
import { type Counterpart, counterpartOf, hostsOf } from '../parties/counterpart.ts';
import type { Candidate } from '../parties/participants.ts';
import { guestOf } from '../parties/visiting.ts';
import { afterBrackets } from '../telling/encounters.ts';
import { isCountry } from '../telling/level.ts';
import { within } from '../telling/times.ts';

/**
 * @param titled the parties in the name of the talks.
 * @param ownSide whether the own side may be among them.
 */
export function settle(
  page: Page,
  account: Account,
  candidates: readonly Candidate[],
  titled: readonly string[],
  own: string,
  ownSide: boolean,
  earlier: readonly Person[] = [],
): void {
  const { words, names } = page;
  for (const candidate of candidates) if (candidate.side === 'own' && !candidate.party) settleOn(candidate, own, 'talks/side-of-list');
  const others = new Set([...titled, ...candidates.flatMap((candidate) => candidate.party ?? [])]);
  others.delete(own);
  const taken = (party: string) => candidates.some((candidate) => candidate.party === party);
  const [only] = others;
  // インドネシアでは、某エネルギー大臣、某ASEAN事務総長と: a body has no ministers, and who was met there is of the country
  const other = others.size === 1 ? (account.host && !isCountry(only as string) ? account.host : only) : undefined;
  /** Names in the script of one side, where the other writes them otherwise, are of that side. */
  const apart = other !== undefined && areWrittenApart(own, other, words);
  const elsewhere = others.size === 0 ? (counterpartOf(page, account, own, true) ?? sideOfGuest(page, own)) : undefined;
  // 朴氏と東山首相は: of two whose names look alike the office tells more
  const isBare = ({ mention }: Candidate) => (mention.role === 'other' ? 1 : 0);
  for (const candidate of [...candidates].sort((a, b) => isBare(a) - isBare(b))) {
    if (candidate.party) continue;
    const { mention } = candidate;
    const beside = titled.length > 2 ? undefined : listedBehind(page, candidate, candidates);
    // of a page from abroad a bare name (某氏) tells nothing
    const bare = own !== words.knowledge.publishes && mention.role === 'other';
    const maybe = candidate.side !== 'other' && ownSide && !bare && mayBeOwn(mention, own, names, words);
    if (!maybe) {
      const met = other && metBy(page, account, candidate, candidates);
      if (met) {
        // neither is of the own side: the host is of the country that the guest visits, else of one that nothing tells
        const host = hostOf(page, candidate, met, other);
        if (host) settleOn(candidate, host, 'talks/host-of-visit');
        else candidate.foreign = true;
      } else if (other && !isSecond(candidate, other, candidates)) settleOn(candidate, other, 'talks/other-of-two');
      else if (elsewhere?.parties.length === 1) settleOn(candidate, elsewhere.parties[0] as string, elsewhere.rule);
    } else if (own !== words.knowledge.publishes && isSuccessor(mention, own, earlier)) {
      // 朴外交部長官は…。某長官は2日には林外相と電話会談を行い: of a page from abroad, another who holds what one of the own side does
      candidate.foreign = true;
    } else if (!page.signed && isColleague(candidate, candidates, own)) {
      // 某総領事は、新任の某国総領事の表敬を受けた: those whom countries send here are not of the own side
      candidate.foreign = true;
    } else if (beside) {
      // 某総領事は、川上知事、森議長と会見し: of a page from abroad, who is listed behind one who cannot be of the own side
      settleOn(candidate, beside, BEHIND);
    } else if (isOfBody(page, candidate, candidates)) {
      // 三国協力事務局の李事務局長、中島事務次長: of one body with somebody who is not of the own side
      candidate.foreign = true;
    } else if (taken(own) && others.size > 1 && [...others].some((party) => words.knowledge.sameScript.includes(party) && !taken(party))) {
      // of three sides, two of which write names alike: 朱総理 and 金総理 are not of the own
    } else if (
      candidates.length === 2 &&
      taken(own) &&
      !other &&
      elsewhere?.parties.length === 1 &&
      !areWrittenApart(own, elsewhere.parties[0] as string, words)
    ) {
      // 薄井商務相は二宮経済産業相と会談し: two met, one of them is of the own side
      settleOn(candidate, elsewhere.parties[0] as string, elsewhere.rule);
    } else if (candidates.length === 2 && !other && !elsewhere && isGuest(own, candidates)) {
      // 某主席は、日本の東山議員と面会した: the host is of another country, which nothing tells
    } else if (!other && !elsewhere && taken(own) && metOne(page, account, candidate, candidates)) {
      // 二宮幹事長は、王外相とも会談し: whom one of the own side met is of another, which nothing tells
      candidate.foreign = true;
    } else if (!taken(own) || !other || taken(other) || apart) settleOn(candidate, own, 'talks/own-office');
    else settleOn(candidate, other, 'talks/other-of-two');
  }
  // Of three or more parties, the one that nobody is of yet, where one person is left.
  const left = candidates.filter(({ party }) => party === undefined);
  const free = titled.filter((party) => party !== own && !taken(party));
  if (left.length === 1 && free.length === 1 && titled.length > 2) settleOn(left[0] as Candidate, free[0] as string, 'talks/party-left');
}

/**
 * Whom somebody met, of two of whom that one's country is known: they are of two sides.
 *
 *   > 朱主席は、訪中している米国のハリス元長官と会談した     > 朴大統領と、北朝鮮の金部長は、会談を行った     none: ハリス大統領とクーパー長官による表敬
 *     ＾＾＾　　　　　　　　　＾＾
 */
function metBy(page: Page, { told }: Account, { mention }: Candidate, candidates: readonly Candidate[]): Mention | undefined {
  const { text, words, own, names } = page;
  const other = candidates.find((one) => one.mention !== mention);
  if (candidates.length !== 2 || !other?.party || other.party === page.own) return undefined;
  const [first, second] = [mention, other.mention].sort((a, b) => a.span[0] - b.span[0]) as [Mention, Mention];
  const after = afterBrackets(text, first.span[1], text.length);
  const isSubject = (at: number) => words.heldBetween.at(text, at, text.length)?.value === 'subject';
  if (isSubject(after)) return other.mention;
  // of two whom one sentence joins, where nobody of the own side is told of in it
  const ours = (one: Mention) =>
    one.kind !== 'place' && (one.party === own || (one.kind === 'office' && !one.party && mayBeOwn(one, own, names, words)));
  const end = afterBrackets(text, second.span[1], text.length);
  // 某部長らは
  if (!isSubject(end) && !isSubject(end + 1)) return undefined;
  const joined = told !== undefined && told.encounter.kind !== 'courtesy-call' && told.present.length === 2 && !told.mentions.some(ours);
  return joined && words.lists.at(text, after) ? other.mention : undefined;
}

/** From one of a list to the next there are no more signs than this: the body that the next is of. */
const LISTED = 24;

/** 川上知事、森議長, 福岡県議会の森副議長、某連盟の東会長: the party, on a page from abroad, of the one behind whom somebody is listed, if that one is surely not of the own side. */
function listedBehind({ text, words, names, own }: Page, { mention }: Candidate, candidates: readonly Candidate[]): string | undefined {
  if (own === words.knowledge.publishes) return undefined;
  const before = candidates.filter(({ mention: { span } }) => span[1] <= mention.span[0]).at(-1);
  if (!before?.party || before.party === own) return undefined;
  // 日本の東文部科学相、金文坤(キム・ムンゴン)長官
  if (before.party === words.knowledge.publishes && !mayBeOwn(mention, before.party, names, words)) return undefined;
  const list = words.lists.at(text, before.mention.span[1], mention.span[0]);
  if (!list || mention.span[0] - list.end > LISTED) return undefined;
  for (let i = list.end; i < mention.span[0]; i++) if (isComma(text.charCodeAt(i))) return undefined;
  const { office = '', basis } = before.mention;
  return basis === 'stated' || before.rule === BEHIND || lacks(office, own, names) ? before.party : undefined;
}

const BEHIND = 'talks/listed-behind';

/** Whether somebody stands in a list beside another who is at the head of a body and is not of the own side. */
function isOfBody({ text, words, names, own }: Page, { mention }: Candidate, candidates: readonly Candidate[]): boolean {
  const joined = (one: Mention, next: Mention) => words.lists.at(text, one.span[1], next.span[0])?.end === next.span[0];
  return (
    mention.role === HEAD &&
    candidates.some(
      ({ mention: other, party }) =>
        other !== mention &&
        other.role === HEAD &&
        !party &&
        !mayBeOwn(other, own, names, words) &&
        (joined(other, mention) || joined(mention, other)),
    )
  );
}

const HEAD = 'organisation-head';

/** Whether the other of two is the subject of the sentence in which they met, and the candidate who was met. */
function metOne({ text, words }: Page, { told }: Account, { mention }: Candidate, candidates: readonly Candidate[]): boolean {
  const [first, second] = candidates;
  if (candidates.length !== 2 || second?.mention !== mention || !first?.party || told?.present.length !== 2) return false;
  return words.heldBetween.at(text, afterBrackets(text, first.mention.span[1], text.length), text.length)?.value === 'subject';
}

/** Whether one whom somebody sends is told beside one whom another country sends, and of a page that nobody signs. */
function isColleague({ mention }: Candidate, candidates: readonly Candidate[], own: string): boolean {
  const sent = ({ role }: Mention) => role === 'ambassador';
  return sent(mention) && candidates.some((one) => one.mention !== mention && sent(one.mention) && one.party !== undefined && one.party !== own);
}

/**
 * The one country that the other of the two visits, in the words between them: its host is of it.
 *
 *   > 某主席は、訪中している米国の某元長官と     > 某国大統領が、ロシアを訪問して某大統領と
 *     ＾＾＾　　＾ the second visits             　　　　　　　　＾＾＾　　　　　＾＾＾ the first does
 */
function hostOf(page: Page, { mention }: Candidate, other: Mention, party: string): string | undefined {
  const { text, mentions, words } = page;
  const [from, to] = mention.span[0] < other.span[0] ? [mention.span[1], other.span[0]] : [other.span[1], mention.span[0]];
  const went = within(mentions, [from, to])
    .filter(({ span }) => words.visited.at(text, span[1], to))
    .flatMap((one) => one.party ?? []);
  const hosts = mention.span[0] > other.span[0] ? new Set(went) : hostsOf(page, [[from, to]]);
  if (mention.span[0] < other.span[0]) for (const one of went) hosts.delete(one);
  hosts.delete(party);
  return hosts.size === 1 ? [...hosts][0] : undefined;
}

/** 某国大統領の訪日 / 同行した某外務大臣と東山外務大臣との間で外相会談が行われ: who came with the page's guest. */
function sideOfGuest(page: Page, own: string): Counterpart | undefined {
  const party = guestOf(page)?.party;
  return party && areWrittenApart(own, party, page.words) ? { parties: [party], rule: 'talks/visitor-of-title' } : undefined;
}

/** Whether somebody of the own side has the country before the name: where that is written, the host is of another. */
function isGuest(own: string, candidates: readonly Candidate[]): boolean {
  return candidates.some(({ mention }) => mention.party === own && mention.basis === 'stated');
}

/** Whether somebody else of a side, whom the page told of before, holds what it has but one of. */
function isSuccessor({ name = '', role }: Mention, side: string, earlier: readonly Person[]): boolean {
  if (role === undefined || !ONE.includes(role) || earlier.some((one) => samePerson(one.name, name))) return false;
  return earlier.some((one) => one.party === side && one.role === role);
}

/** Whether a party has a holder of an office already of which it has but one: モロッコ大統領、ヤイ大統領. */
function isSecond({ mention }: Candidate, party: string, candidates: readonly Candidate[]): boolean {
  return (
    mention.role !== undefined &&
    ONE.includes(mention.role) &&
    candidates.some((other) => other.party === party && other.mention.role === mention.role && other.mention.office === mention.office)
  );
}

function settleOn(candidate: Candidate, party: string, rule: string): void {
  candidate.party = party;
  candidate.rule = rule;
}
