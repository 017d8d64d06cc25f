/**
 * Our premier at talks of leaders, where the account names nobody of us: the page knows but one.
 *
 *   > 日程 / 5月7日 日中首脳会談、西園総理主催夕食会 … 両首脳は、…で一致した
 *     　　　　　　　　　　　　　　＾＾
 */
import type { Mention } from '../../../record/reading.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { mayBeOwn, samePerson } from '../parties/cast.ts';
import type { Candidate } from '../parties/participants.ts';
import { levelNamed } from '../telling/level.ts';

const known = new WeakMap<Page['outline'], Mention | null>();

/** Adds him where one of the other side is known and the talks are called those of leaders. */
export function addPremier(page: Page, { title, named, told }: Account, candidates: Candidate[], own: string): void {
  const { text, words } = page;
  if (!candidates.some(({ party }) => party !== undefined && party !== own) || candidates.some(({ party }) => party === own)) return;
  const called = [title && named && ([title[0], named.span[1]] as const), told?.encounter.span];
  if (!called.some((span) => span && levelNamed(text, [span[0], span[1]], words) === 'leaders')) return;
  const seen = known.get(page.outline);
  const one = seen === undefined ? premierOf(page) : seen;
  known.set(page.outline, one);
  if (one) candidates.unshift({ mention: one, party: own, rule: 'talks/only-premier' });
}

/** The one of the own side whom the page calls premier, by the office that only ours has; null where it names none, or two. */
function premierOf({ mentions, names, words, own }: Page): Mention | null {
  let found: Mention | null = null;
  for (const one of mentions) {
    if (one.kind !== 'person' || one.role !== 'head-of-government' || !words.ownOffices.has(one.office ?? '')) continue;
    if (one.party ? one.party !== own : !mayBeOwn(one, own, names, words)) continue;
    if (found && !samePerson(found.name ?? '', one.name ?? '')) return null;
    found ??= one;
  }
  return found;
}
