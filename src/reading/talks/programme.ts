/**
 * Talks that nothing but a programme tells, beside those that the page tells at length.
 *
 *   > 主要日程 / 8日(月) 東山外務大臣の某国王表敬 / 日・某国首脳会談 … 2 首脳会談では、…で一致した
 *     　　　　　　　　　　＾＾＾＾＾＾＾＾＾＾＾ added 　　＾＾＾＾ told below, and no other
 */
import type { Talks } from '../../record/reading.ts';
import type { Account } from './account.ts';
import { isKnown, isOfAll, toldOfRanks } from './accounts/itemised.ts';
import { type Casting, castOf } from './casting.ts';
import { factsOf } from './facts.ts';
import { isAmongOurs } from './no-talks.ts';
import type { Page } from './page.ts';

/** With what is known of each, and its index: behind all others, or in the place of what is told of all of them. */
export function itemsBeside(
  page: Page,
  items: readonly Account[],
  accounts: readonly Account[],
  castings: readonly Casting[],
  talks: readonly Talks[],
) {
  const persons = castings.flatMap((one) => one.persons);
  const first = page.outline.passages.length;
  const lines = items.flatMap((item) => {
    const account = { ...item, first };
    const casting = castOf(page, account, page.own, persons);
    if (casting.parties.length < 2 || isAmongOurs(page, account, casting)) return [];
    const facts = factsOf(page, account, casting);
    return [{ account, casting, facts, known: { ...facts, account } }];
  });
  const told = talks.map((one, i) => ({ ...one, account: accounts[i] as Account }));
  const ofAll =
    lines.length > 0
      ? told.findIndex((one) => isOfAll(page, one) && lines.some(({ facts }) => one.parties.every((party) => facts.parties.includes(party))))
      : -1;
  const all = lines.map(({ known }) => known);
  const apart = told.filter((_, i) => i !== ofAll);
  let next = talks.length;
  let left = ofAll;
  // 某国政府要人との会談においては: with the first of those met there, where the page tells at length of nobody of that country
  const heard = new Set(apart.flatMap(({ parties }) => parties));
  return lines
    .filter(({ known }) => !isKnown(page, known, apart, all))
    .map(({ account, casting, facts }) => {
      if (left >= 0 && facts.parties.every((party) => talks[left]?.parties.includes(party))) {
        const at = left;
        const { first: from, last } = accounts[at] as Account;
        left = -1;
        return { account: { ...account, first: from, last }, casting, facts, at };
      }
      const [host] = facts.parties.filter((party) => !heard.has(party));
      if (host) heard.add(host);
      const parts = host && account.host === host ? toldOfRanks(page, host) : [];
      return { account: { ...account, ...(parts.length > 0 && { parts }) }, casting, facts, at: next++ };
    });
}
