/** The level of talks: by the words of the title, else by the offices of those who met. */

import { OFFICES } from '../../../record/offices.generated.ts';
import { PARTIES, type UncodedParty } from '../../../record/parties.generated.ts';
import type { Participant, Role } from '../../../record/reading.ts';
import type { Span } from '../../../text/span.ts';
import type { Level, TalksWords } from '../knowledge.ts';

const ORDER: readonly Level[] = ['leaders', 'foreign-ministers', 'ministers', 'vice-ministers', 'directors', 'officials', 'parliament', 'other'];

/** @param from words that end before it are of other talks; one that it cuts (次官級「2+2」) counts whole. */
export function levelNamed(text: string, span: Span, words: TalksWords, from = span[0]): Level | undefined {
  return words.levels.all(text, span[0], span[1]).find(({ end }) => end > from)?.value;
}

/**
 * The lower of the levels of the first of either side: a courtesy call on a minister by a vice-minister is one of vice-ministers.
 * Those of an organisation meet at the level of the other side. Where one side is not told, neither is the level.
 */
export function levelOf(participants: readonly Participant[], parties: readonly string[]): Level | undefined {
  const levels: Level[] = [];
  const roles = parties.slice(0, 2).map((party) => participants.find((participant) => participant.party === party)?.role);
  // 総理特使 with a president: whom the own side sends for another has no rank of his own
  if (roles[0] === 'special-envoy' && roles[1] !== undefined && HIGH.has(roles[1])) return 'other';
  for (const party of parties.slice(0, 2)) {
    const role = participants.find((participant) => participant.party === party)?.role;
    if (!role) return undefined;
    if ((role !== 'organisation-head' && isCountry(party)) || parties.length === 1) levels.push(OFFICES[role].level as Level);
  }
  return levels.sort((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0] ?? (parties.length > 1 ? 'other' : undefined);
}

/** Whom officials do not call on as their like. */
const HIGH: ReadonlySet<Role> = new Set(['head-of-state', 'head-of-government', 'deputy-head', 'foreign-minister', 'minister']);

/** Whether a party is a country and no organisation. */
export function isCountry(party: string): boolean {
  return !(party in PARTIES) || PARTIES[party as UncodedParty].kind !== 'organisation';
}
