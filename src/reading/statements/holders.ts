/**
 * Whose a feeling or a position is, where no subject is written.
 *
 *   > 経済関係に対するロシア側の強い意欲が示された     > 我が国の支援に対する謝意が表明された
 *     　　　　　　　　＾＾＾＾＾ has it                  ＾＾＾＾ it is felt for: by the other side
 *
 * 1 only the last side that owns something in the clause, with nothing but what tells more of it in between; 2 of three parties nobody is the other.
 */
import type { Pack } from '../../language/pack.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Mention, Talks } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Clause } from '../clauses.ts';
import { speakersOf } from '../speakers/knowledge.ts';
import type { Knowledge } from './knowledge.ts';

export interface Holder {
  readonly party: string;
  readonly rule: 'speakers/whose' | 'speakers/for-whose' | 'speakers/host-invites';
}

/** Between whose it is and the feeling no more signs stand. */
const NEAR = 40;

/** @param span the words of the clause, to the end of its verb. */
export function holderOf(
  text: string,
  span: Span,
  { clause, mentions, talks }: { readonly clause: Clause; readonly mentions: readonly Mention[]; readonly talks: Talks },
  { owned, holders }: Knowledge,
  pack: Pack,
): Holder | undefined {
  const [own, other, ...more] = talks.parties;
  if (!own || !other || more.length > 0 || holders.nouns.length === 0) return undefined;
  if (clause.act === 'invite') {
    const guest = guestOf(text, clause.verb[0], mentions, talks, holders.for);
    return guest ? { party: guest === own ? other : own, rule: 'speakers/host-invites' } : hostOf(text, span, mentions, talks, holders.visits);
  }
  const owner = lastOwner(text, span, mentions, talks, owned, pack);
  if (!owner || !talks.parties.includes(owner.party)) return undefined;
  const [, end] = clause.verb;
  const rest = text.slice(owner.end, Math.min(end, owner.end + NEAR));
  const [noun, part] = [firstOf(holders.nouns, rest), firstOf(holders.parts, rest)];
  const telling = clause.passive || ACTS[clause.act].family === 'position';
  if (noun >= 0 && (part < 0 || noun < part)) return telling ? { party: owner.party, rule: 'speakers/whose' } : undefined;
  // 日本の支援に謝意を表明: nobody thanks for what he has done himself
  const felt = holders.felt.includes(clause.act) && part >= 0 && holders.for.some((word) => rest.startsWith(word, part));
  return felt ? { party: owner.party === own ? other : own, rule: 'speakers/for-whose' } : undefined;
}

/** Where the first of some words stands; -1 where none does. */
function firstOf(words: readonly string[], text: string): number {
  let first = -1;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}

/** Between who is invited and the word for it no more signs stand: に対するロシア訪問｜招待. */
const INVITED = 16;

/** 東山大臣に対する訪問招待: the side of who is named right before the word as invited, and does not invite. */
function guestOf(text: string, at: number, mentions: readonly Mention[], { parties }: Talks, towards: readonly string[]): string | undefined {
  const last = mentions.findLast(({ kind, span }) => (kind === 'person' || kind === 'office') && span[1] <= at);
  if (!last?.party || !parties.includes(last.party) || at - last.span[1] > INVITED) return undefined;
  return towards.some((word) => text.startsWith(word, last.span[1])) ? last.party : undefined;
}

/** ロシア訪問招待がなされた: who invites to a country is of it. */
function hostOf(
  text: string,
  [start, end]: Span,
  mentions: readonly Mention[],
  { parties }: Talks,
  visits: Knowledge['holders']['visits'],
): Holder | undefined {
  const hosts = new Set<string>();
  for (const { kind, party, span } of mentions) {
    if (kind !== 'party' || !party || !parties.includes(party) || span[0] < start || span[1] > end) continue;
    const before = visits?.before.some((word) => text.startsWith(word, span[0] - word.length));
    if (before || visits?.behind.some((word) => text.startsWith(word, span[1]))) hosts.add(party);
  }
  const [host, ...others] = hosts;
  return host && others.length === 0 ? { party: host, rule: 'speakers/host-invites' } : undefined;
}

/** The last side to which something belongs: ロシア側の, 先方の, オルロフ外相の. */
function lastOwner(
  text: string,
  [start, end]: Span,
  mentions: readonly Mention[],
  { parties }: Talks,
  owned: readonly string[],
  pack: Pack,
): { readonly party: string; readonly end: number } | undefined {
  const voices = speakersOf(pack);
  if (!voices) return undefined;
  let found: { party: string; end: number } | undefined;
  const look = (party: string, at: number) => {
    const to = voices.side.at(text, at, end)?.end ?? at;
    const joins = owned.find((word) => text.startsWith(word, to));
    if (joins && to + joins.length <= end && (!found || to > found.end)) found = { party, end: to + joins.length };
  };
  for (const { kind, party, span } of mentions)
    if (party && (kind === 'party' || kind === 'person' || kind === 'office') && span[0] >= start && span[1] < end) look(party, span[1]);
  for (const { value, start: at, end: to } of voices.groups.all(text, start, end)) {
    const party = value === 'own' ? parties[0] : value === 'other' ? parties[1] : undefined;
    if (party && at >= start) look(party, to);
  }
  return found;
}

/** The side of those whom somebody met who is not named: モザンビークでは、某首相と会談し、…旨述べた. */
export function whomMet(mentions: readonly Mention[], [start, end]: Span): string | undefined {
  const sides = new Set<string>();
  for (const { kind, party, span } of mentions) if (kind === 'person' && party && span[0] >= start && span[1] <= end) sides.add(party);
  return sides.size === 1 ? [...sides][0] : undefined;
}

/** 日本の｜常任理事国入りを支持する: the side to which belongs what is supported. */
export function whoseAim(text: string, mentions: readonly Mention[], [start, end]: Span, { owned }: Knowledge): string | undefined {
  const sides = new Set<string>();
  for (const { kind, party, span } of mentions)
    if (kind === 'party' && party && span[0] >= start && span[1] <= end && owned.some((word) => text.startsWith(word, span[1]))) sides.add(party);
  return sides.size === 1 ? [...sides][0] : undefined;
}

/** 訪日を歓迎した: the side to which somebody came. */
export function whoHosts(words: string, { hosts }: Knowledge): string | undefined {
  return hosts.find(([, coming]) => coming.some((word) => words.includes(word)))?.[0];
}
