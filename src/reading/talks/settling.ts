/** For which party those took part whose country is not written. */
import type { Mention } from '../../record/reading.ts';
import { type Span, trimmed } from '../../text/span.ts';
import { isHan, isJoint } from '../mentions/scripts.ts';
import type { Account } from './account.ts';
import { mayBeOwn, ONE } from './cast.ts';
import type { TalksWords } from './knowledge.ts';
import type { Page } from './page.ts';
import type { Candidate } from './participants.ts';
import { within } from './times.ts';
import { isTelling } from './told.ts';

/** A country is believed that is paired with the own side as often, outside headings. */
const RELATION = 2;

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
): void {
  const { words, names } = page;
  for (const candidate of candidates) if (candidate.side === 'own' && !candidate.party) settleOn(candidate, own, 'talks/side-of-list');
  const others = new Set([...titled, ...candidates.flatMap((candidate) => candidate.party ?? [])]);
  others.delete(own);
  const taken = (party: string) => candidates.some((candidate) => candidate.party === party);
  const other = others.size === 1 ? ([...others][0] as string) : undefined;
  /** Names written as those of the own side are: where the other side writes them otherwise, they are of the own. */
  const tells = other !== undefined && words.knowledge.ownNames === 'han' && !words.knowledge.sameScript.includes(other);
  const elsewhere =
    other === undefined && others.size === 0
      ? (sideTold(page, account, own) ?? hostOf(page, account, own) ?? relationOf(page, account, own))
      : undefined;
  for (const candidate of candidates) {
    if (candidate.party) continue;
    const { mention } = candidate;
    const maybe = candidate.side !== 'other' && ownSide && mayBeOwn(mention, own, names, words);
    if (!maybe) {
      if (other && !isSecond(candidate, other, candidates)) settleOn(candidate, other, 'talks/other-of-two');
      else if (elsewhere) settleOn(candidate, elsewhere.party, elsewhere.rule);
    } else if (taken(own) && others.size > 1 && [...others].some((party) => words.knowledge.sameScript.includes(party) && !taken(party))) {
      // of three sides, two of which write names alike: 朱総理 and 金総理 are not of the own
    } else if (!taken(own) || !other || taken(other) || (tells && isHan((mention.name ?? '').charCodeAt(0))))
      settleOn(candidate, own, 'talks/own-office');
    else settleOn(candidate, other, 'talks/other-of-two');
  }
  // Of three or more parties, the one that nobody is of yet, where one person is left.
  const left = candidates.filter(({ party }) => party === undefined);
  const free = titled.filter((party) => party !== own && !taken(party));
  if (left.length === 1 && free.length === 1 && titled.length > 2) settleOn(left[0] as Candidate, free[0] as string, 'talks/party-left');
}

/** Whether a party has a holder of an office already of which it has but one: モロッコ大統領、ヤイ大統領. */
function isSecond({ mention }: Candidate, party: string, candidates: readonly Candidate[]): boolean {
  return (
    mention.role !== undefined &&
    ONE.includes(mention.role) &&
    candidates.some((other) => other.party === party && other.mention.role === mention.role && other.mention.office === mention.office)
  );
}

/** The one party besides the own of which the account says "the … side": 米側出席者から. */
function sideTold({ text, outline, mentions, words }: Page, { first, last }: Account, own: string): { party: string; rule: string } | undefined {
  const sides = new Set<string>();
  for (const { kind, party, span } of within(mentions, [outline.passages[first]?.span[0] ?? 0, outline.passages[last]?.span[1] ?? 0]))
    if (kind === 'party' && party && party !== own && words.sides.at(text, span[1])) sides.add(party);
  return sides.size === 1 ? { party: [...sides][0] as string, rule: 'talks/side-told' } : undefined;
}

/**
 * The country that the page is the account of a visit to: those met there are of it where nothing else is told.
 *
 *   > 北沢政務官は、ラオスを訪問したところ、ラオス側要人との会談の概要は…     > 川口外務大臣のイラン訪問
 *     　　　　　　　＾＾＾                                                   　　　　　　　　＾＾＾
 */
export function hostOf(page: Page, { first }: Account, own: string): { party: string; rule: string } | undefined {
  const { text, outline, sentences, mentions, words, names } = page;
  const title = outline.passages.find(({ kind }) => kind === 'title');
  const opening = sentences.find(({ passage }) => isTelling(passage) || (passage.kind === 'heading' && passage.index === first));
  const hosts = new Set<string>();
  for (const span of [title?.span, opening?.span])
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
      // ザンビア共和国を訪問し
      const to = names.states.at(text, mention.span[1], span?.[1])?.end ?? mention.span[1];
      if (words.hosts.at(text, to, span?.[1]) || isListed(page, to, span?.[1]) || isVisited(text, mention, words)) hosts.add(mention.party);
    }
  if (hosts.size > 0) return hosts.size === 1 ? { party: [...hosts][0] as string, rule: 'talks/host-of-visit' } : undefined;
  const land = title && landOf(page, title.span);
  return land && land !== own ? { party: land, rule: 'talks/page-of-country' } : undefined;
}

/**
 * The one country that the account pairs with the own: in a heading, or more than once.
 *
 *   > 1.日韓関係     > 日露の友好協力 … 日露合同委員会     none: 日米韓, a third beside them
 *     　＾＾           　　　　　　　　　　＾＾
 */
export function relationOf({ text, outline, mentions }: Page, { first, last }: Account, own: string): { party: string; rule: string } | undefined {
  const pairs = new Set<string>();
  let weight = 0;
  for (const { kind, span } of outline.passages.slice(first, last + 1)) {
    const parties = within(mentions, [span[0], span[1]]).filter((mention) => mention.kind === 'party');
    parties.forEach(({ party, span: at }, i) => {
      const next = parties[i + 1];
      if (party !== own || !next?.party || !isBeside(text, at[1], next.span[0])) return;
      const third = [parties[i - 1], parties[i + 2]];
      if (third[0]?.party && isBeside(text, third[0].span[1], at[0])) return;
      if (third[1]?.party && isBeside(text, next.span[1], third[1].span[0])) return;
      pairs.add(next.party);
      weight += kind === 'heading' || kind === 'title' ? RELATION : 1;
    });
  }
  return pairs.size === 1 && weight >= RELATION ? { party: [...pairs][0] as string, rule: 'talks/relation-told' } : undefined;
}

/** 日韓, 日・モロッコ. */
function isBeside(text: string, from: number, to: number): boolean {
  return to === from || (to === from + 1 && isJoint(text.charCodeAt(from)));
}

/** モロッコ王国: a title that is a country and no more says whom a ministry's page is about. */
function landOf({ text, mentions, names }: Page, span: Span): string | undefined {
  const [start, end] = trimmed(text, span);
  const [land] = within(mentions, [start, end]);
  if (land?.kind !== 'party' || land.span[0] !== start || land.text.length < 2) return undefined;
  return (names.states.at(text, land.span[1], end)?.end ?? land.span[1]) === end ? land.party : undefined;
}

/** メキシコ合衆国及び｜スロバキアを訪問し: another host follows. */
function isListed({ text, mentions, words, names }: Page, at: number, limit: number | undefined): boolean {
  const list = words.lists.at(text, at, limit);
  const next = list && within(mentions, [list.end, limit ?? list.end]).find(({ span }) => span[0] === list.end);
  if (!next?.party) return false;
  const to = names.states.at(text, next.span[1], limit)?.end ?? next.span[1];
  return words.hosts.at(text, to, limit) !== undefined;
}

/** 訪米, 訪問先のパレスチナ: a word of visiting before a country. */
function isVisited(text: string, { kind, span: [start] }: Mention, words: TalksWords): boolean {
  return kind === 'party' && words.knowledge.visits.before.some((word) => start >= word.length && text.startsWith(word, start - word.length));
}

function settleOn(candidate: Candidate, party: string, rule: string): void {
  candidate.party = party;
  candidate.rule = rule;
}
