/**
 * Talks with several, each apart, of which the sentence that tells them has what was said at all of them.
 *
 *   > 会議の機会に、東山長官は、米国のA長官、タイのB長官とそれぞれ会談し、連携を強化することを確認した
 *                                                                     　　＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾ at each of the two
 */
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';

/** The accounts again; of those that one sentence tells, and of which the page has no other place, the first holds the passage of that sentence. */
export function withShared({ text, words }: Page, accounts: readonly Account[]): Account[] {
  const first = new Map<number, number>();
  const several = new Set<number>();
  for (const [i, { told, first: from, last }] of accounts.entries()) {
    if (!told || from <= last) continue;
    const [at] = told.span;
    if (first.has(at)) several.add(at);
    else first.set(at, i);
  }
  if (several.size === 0) return accounts.slice();
  return accounts.map((account, i): Account => {
    const { told } = account;
    if (!told || first.get(told.span[0]) !== i || !several.has(told.span[0])) return account;
    if (!words.severally.has(text, told.span[0], told.span[1]) || !words.spoken.has(text, told.encounter.span[1], told.span[1])) return account;
    const { index } = told.passage;
    return { ...account, first: index, last: index, shared: true };
  });
}
