/** Accounts that, once it is known who took part, turn out to be none of talks. */
import type { Mention } from '../../record/reading.ts';
import type { Account } from './account.ts';
import type { Casting } from './casting.ts';
import type { Page } from './page.ts';
import { mayBeOwn } from './parties/cast.ts';
import { isOfOurs } from './parties/counterpart.ts';

/** 東山副大臣は、某県知事と面会し: people of one's own, one of whom governs a place at home, and no word of another country. */
export function isAmongOurs(page: Page, { told, conference }: Account, { parties, participants }: Casting): boolean {
  const { own, words } = page;
  if (!told || conference || parties.length > 1 || parties[0] !== own) return false;
  if (isOfOurs(page, told, own)) return true;
  if (participants.length < 2) return false;
  if (told.mentions.some(({ party }) => party !== undefined && party !== own)) return false;
  return participants.some(
    ({ role, office = '' }) => role === 'official' && (words.knowledge.ownOffices ?? []).some((word) => office.endsWith(word)),
  );
}

/** By evidence alone talks are told only where somebody of another side is known, by name at least. */
export function isOfNobody({ own, names, words }: Page, { told, byEvidence }: Account, { parties }: Casting): boolean {
  if (!byEvidence || parties.length > 1) return false;
  const isForeign = (one: Mention) => one.kind === 'person' && (one.party ? one.party !== own : !mayBeOwn(one, own, names, words));
  return !told?.present.some((i) => isForeign(told.mentions[i] as Mention));
}
