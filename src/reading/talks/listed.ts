/**
 * Talks on a journey of which the page tells no more than with whom they were.
 *
 *   > 大臣は、オルロフ外相、クレール外相、ベッカー国務長官との会談を行った     > 英国、フランス、韓国と外相会談を実施した
 *     　　　　　＾＾＾＾＾＾＾　＾＾＾＾＾＾　＾＾＾＾＾＾＾＾＾ each apart        ＾＾　＾＾＾＾　＾＾
 *
 * 1 only where several are listed, each of another party, and the page is of a journey: three who sit together are told by the name of the talks;
 * 2 those of whom more is told elsewhere are not told again.
 */
import type { Mention } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import type { Account } from './account.ts';
import { mayBeOwn, samePerson } from './cast.ts';
import type { Page } from './page.ts';
import type { Told } from './told.ts';

/** Between two countries of a list, or behind the last one, there are no more signs. */
const APART = 4;
const CLOSE = 0x29;

/** One account for each of those whom the sentence lists, with nothing of what was said; [] where it tells of one meeting. */
export function listedIn(page: Page, told: Told): Account[] {
  const { own, names, words, outline } = page;
  const ours = (mention: Mention) => mention.party === own || (!mention.party && mayBeOwn(mention, own, names, words));
  const others = told.present.filter((i) => !ours(told.mentions[i] as Mention));
  const parties = others.flatMap((i) => (told.mentions[i] as Mention).party ?? []);
  const none = { first: outline.passages.length, last: -1 };
  if (new Set(parties).size >= SEVERAL) {
    const mine = told.present.filter((i) => !others.includes(i));
    return others
      .filter((i) => (told.mentions[i] as Mention).party)
      .map((i) => ({ ...none, told: { ...told, present: [...mine, i].sort((a, b) => a - b) } }));
  }
  if (others.length > 0) return [];
  return landsMet(page, told).map((host) => ({ ...none, host, told }));
}

/** Two who are met with one word for it may sit together; so many were met one by one. */
const SEVERAL = 3;

/** The countries listed right before the word for the talks: 英国、フランス及び韓国と外相会談を実施した. */
function landsMet({ text, own, words, names }: Page, { mentions, encounter }: Told): string[] {
  const lands = mentions.filter(({ kind, span }) => kind === 'party' && span[1] <= encounter.span[0]);
  const result: string[] = [];
  let [next] = encounter.span;
  for (const { party, span } of lands.reverse()) {
    const end = names.states.at(text, span[1], next)?.end ?? span[1];
    const close = fold(text.charCodeAt(end)) === CLOSE ? end + 1 : end;
    const joins = result.length === 0 ? words.speaks.at(text, close, next) !== undefined : words.lists.at(text, end, next) !== undefined;
    if (!party || party === own || next - close > APART || !joins) break;
    result.unshift(party);
    [next] = span;
  }
  return result.length >= SEVERAL ? [...new Set(result)] : [];
}

/** Whether an account tells of the same who is listed. */
export function isToldElsewhere({ told, host, title }: Account, listed: Account, mentions: readonly Mention[]): boolean {
  const person = listed.told?.present.map((i) => listed.told?.mentions[i] as Mention).findLast(({ party }) => party !== undefined);
  const named = [...(told?.mentions ?? []), ...(title ? mentions.filter(({ span }) => span[0] >= title[0] && span[1] <= title[1]) : [])];
  if (listed.host) return host === listed.host || named.some(({ party }) => party === listed.host);
  return (
    person !== undefined &&
    named.some(({ name, party }) => (name && person.name && samePerson(name, person.name)) || (!name && party === person.party))
  );
}
