/**
 * What was promised, from the statements of a head-initial language.
 *
 *   > President Orlov invited Prime Minister Mori to visit Moscow, and the Prime Minister accepted the invitation.
 *     an invitation by RU to JP, invited; a visit by JP to RU, accepted, which answers it
 *
 * 1 debtor and creditor are the speakers and the other parties of the statement, and where the words do not give both there is no
 * commitment; 2 the stage is what the act supports: an intention is no acceptance; a fixed day makes an agreed thing scheduled.
 */
import { makePhrases, type Phrases, type Token } from '../../language/abilities/spaced-words.ts';
import { compiled, type InitialSection, type Pack } from '../../language/pack.ts';
import type { Act, Commitment, DateMention, Mention, Statement, Talks } from '../../record/reading.ts';
import { digest } from '../../text/digest.ts';
import type { Sentence } from '../sentences.ts';
import { type DeedWords, deedOf } from './commitments/deeds.ts';
import { wordsOf } from './words.ts';

interface Words extends DeedWords {
  readonly visits: Phrases<true>;
  readonly hosting: Phrases<true>;
  readonly invitations: Phrases<true>;
  readonly meetings: Phrases<true>;
  readonly aid: Phrases<true>;
  readonly signatures: Phrases<true>;
  readonly money: ReadonlySet<string>;
  readonly going: Phrases<true>;
  readonly gatherings: Phrases<true>;
  readonly holding: ReadonlySet<string>;
  readonly whose: ReadonlySet<string>;
}

const phrases = (words: readonly string[]): Phrases<true> => makePhrases(words.map((word): [string, true] => [word, true]));
const wordsMade = compiled(
  (knowledge: InitialSection<'commitments'>): Words => ({
    visits: phrases(knowledge.visits),
    hosting: phrases(knowledge.hosting),
    invitations: phrases(knowledge.invitations),
    meetings: phrases(knowledge.meetings),
    aid: phrases(knowledge.aid),
    signatures: phrases(knowledge.signatures),
    money: new Set(knowledge.money),
    going: phrases(knowledge.going),
    gatherings: phrases(knowledge.gatherings),
    holding: new Set(knowledge.holding),
    deeds: phrases(knowledge.deeds),
    vain: new Set(knowledge.vain),
    entries: phrases(knowledge.entries),
    idle: new Set(knowledge.idle),
    wills: new Set(knowledge.wills),
    modals: new Set(knowledge.modals),
    ends: new Set(knowledge.ends),
    future: new Set(knowledge.future),
    whose: new Set(knowledge.whose),
  }),
);

/** Words behind the verb in which the thing promised is named. */
const NEAR = 8;
/** Words before "hold". */
const HOLDING = 3;
const DAY = /^\d{4}-\d\d-\d\d/;

export function findCommitmentsInitial(
  text: string,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  dates: readonly DateMention[],
  mentions: readonly Mention[],
  talks: readonly Talks[],
  pack: Pack,
): Commitment[] {
  if (!pack.initial?.commitments) return [];
  const words = wordsMade(pack.initial.commitments);
  const result: Commitment[] = [];
  let s = 0;
  const partiesOf = (statement: Statement): readonly string[] => talks.find(({ id }) => id === statement.talks)?.parties ?? [];
  let invitation: Commitment | undefined;
  for (const statement of statements) {
    while (s + 1 < sentences.length && (sentences[s] as Sentence).span[1] <= statement.span[0]) s++;
    const sentence = sentences[s] as Sentence;
    const tokens = wordsOf(text, sentence, pack).filter(({ start, end }) => start >= statement.verb.span[1] && end <= statement.span[1]);
    const named = statement.mentions.flatMap((index) => mentions[index] ?? []).filter(({ span }) => span[0] >= statement.verb.span[1]);
    const found = promised(statement, tokens, named, partiesOf(statement), words);
    if (!found) continue;
    const due = statement.dates
      .map((index) => dates[index] as DateMention)
      .find(({ edtf, duration, span }) => edtf && !duration && span[0] > statement.verb.span[1]);
    // agreed to open today: done, and no more owed
    if (found.kind === 'action' && due?.edtf !== undefined && due.edtf === talks.find(({ id }) => id === statement.talks)?.date?.edtf) continue;
    const stage = found.stage === 'agreed' && due?.edtf && DAY.test(due.edtf) ? 'scheduled' : found.stage;
    const commitment: Commitment = {
      id: `c-${digest(found.kind, found.by.join(' '), found.to.join(' '), statement.quote)}`,
      kind: found.kind,
      by: found.by,
      to: found.to,
      what: statement.quote,
      span: [statement.span[0], statement.span[1]],
      ...(due && { due }),
      stage,
      statements: [statement.id],
      ...(found.kind === 'visit' && invitation && invitation.by[0] === found.to[0] && { answers: invitation.id }),
      rule: `${pack.code}.commitments/${found.rule}`,
    };
    if (result.some(({ id }) => id === commitment.id)) continue;
    if (found.kind === 'invitation') invitation = commitment;
    result.push(commitment);
  }
  return result;
}

/** Who is to visit whom: a party named before "would visit" or behind "the visit of"; the host is the other of two. */
function visitOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  parties: readonly string[],
  words: Words,
): readonly [string, string] | undefined {
  if (parties.length !== 2) return undefined;
  for (let i = 0; i < tokens.length; i++) {
    const visit = words.visits.at(tokens, i);
    if (!visit) continue;
    const token = tokens[i] as Token;
    const after = tokens[visit.end];
    const ahead = [1, 2, 3].some((step) => words.future.has(tokens[i - step]?.key ?? ''));
    const visitor =
      after && words.whose.has(after.key)
        ? mentions.find(({ span, party }) => party && span[0] > after.start)
        : ahead
          ? mentions.findLast(({ span, party }) => party && span[1] <= token.start)
          : undefined;
    const guest = visitor?.party;
    if (!guest || !parties.includes(guest)) continue;
    const host = parties.find((party) => party !== guest);
    if (host) return [guest, host];
  }
  return undefined;
}

/** Whether it is the speaker who is to go, and to one of those who met: nobody is named before "visiting", and no third country behind it. */
function ownGoing(tokens: readonly Token[], mentions: readonly Mention[], parties: readonly string[], words: Words): boolean {
  const at = tokens.findIndex((_, i) => i < NEAR && words.going.at(tokens, i) !== undefined);
  const behind = tokens[words.going.at(tokens, at)?.end ?? tokens.length];
  const goal = behind && mentions.find(({ span }) => span[0] >= behind.start && span[0] <= behind.end + 1);
  if (goal?.party && !parties.includes(goal.party)) return false;
  return at >= 0 && !mentions.some(({ span, kind }) => span[0] < (tokens[at] as Token).start && (kind === 'person' || kind === 'office'));
}

interface Promised {
  readonly kind: Commitment['kind'];
  readonly by: string[];
  readonly to: string[];
  readonly stage: Commitment['stage'];
  readonly rule: string;
}

function promised(
  { act, speakers, addressees, voice }: Statement,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  parties: readonly string[],
  words: Words,
): Promised | undefined {
  const by = [...new Set(speakers.map(({ party }) => party))];
  const near = (list: Phrases<true>, reach = NEAR) => tokens.some((_, i) => i < reach && list.at(tokens, i) !== undefined);
  const one = by.length === 1 && addressees.length === 1;
  const host = visitOf(tokens, mentions, parties, words);
  if (voice === 'publisher') return undefined;
  if (act === 'invite' && one) return { kind: 'invitation', by, to: [...addressees], stage: 'invited', rule: 'invitation' };
  // the invitation to address the council: taken up, and no journey is told
  if (act === 'accept' && one && asksOther(tokens, words))
    return { kind: 'invitation', by: [...addressees], to: by, stage: 'accepted', rule: 'invitation-accepted' };
  if (act === 'accept' && one && near(words.invitations)) return { kind: 'visit', by, to: [...addressees], stage: 'accepted', rule: 'accepted' };
  // agreed that President Orlov would visit Japan; agreed on the visit of President Orlov
  if ((act === 'agree' || act === 'confirm') && by.length > 1 && host)
    return { kind: 'visit', by: [host[0]], to: [host[1]], stage: 'agreed', rule: 'visit-agreed' };
  // looked forward to visiting, committed to travel: the speaker's own
  if ((act === 'expect' || act === 'pledge') && one && ownGoing(tokens, mentions, parties, words) && !near(words.hosting))
    return { kind: 'visit', by, to: [...addressees], stage: 'intended', rule: 'intended' };
  // would like to host the summit
  if (act === 'intend' && one && near(words.hosting) && near(words.gatherings, NEAR * 2) && !near(words.visits))
    return { kind: 'meeting', by, to: [...addressees], stage: 'intended', rule: 'hosting' };
  if (act === 'intend' && one && near(words.visits) && !near(words.hosting))
    return { kind: 'visit', by, to: [...addressees], stage: 'intended', rule: 'intended' };
  if (act === 'agree' && by.length > 1 && near(words.signatures, 3)) return { kind: 'signature', by, to: by, stage: 'agreed', rule: 'signature' };
  if ((act === 'agree' || act === 'intend') && by.length > 1 && (near(words.meetings, NEAR + 2) || gathers(tokens, words)))
    return { kind: 'meeting', by, to: by, stage: 'agreed', rule: 'meeting' };
  // what one side says alone that it will give is its intention
  if ((act === 'pledge' || act === 'intend') && one && near(words.aid, NEAR * 2) && tokens.some(({ key }) => words.money.has(key)))
    return { kind: 'aid', by, to: [...addressees], stage: 'intended', rule: 'aid' };
  const stage = BINDING[act];
  const deed = stage && deedOf(tokens, mentions, words);
  if (!deed || by.length === 0) return undefined;
  const rest = parties.filter((party) => party !== deed.by);
  if (deed.by) return parties.includes(deed.by) && rest.length > 0 ? { kind: deed.kind, by: [deed.by], to: rest, stage, rule: deed.kind } : undefined;
  if (by.length > 1) return { kind: deed.kind, by, to: by, stage, rule: deed.kind };
  return one ? { kind: deed.kind, by, to: [...addressees], stage, rule: deed.kind } : undefined;
}

/** How far a deed is promised by the act that tells it. */
const BINDING: Partial<Record<Act, Commitment['stage']>> = {
  agree: 'agreed',
  confirm: 'agreed',
  concur: 'accepted',
  pledge: 'intended',
  intend: 'intended',
};

/** hold a Japan-Norway summit meeting */
function gathers(tokens: readonly Token[], words: Words): boolean {
  const at = tokens.findIndex(({ key }, i) => i < HOLDING && words.holding.has(key));
  return at >= 0 && [1, 2, 3, 4, 5, 6].some((step) => words.gatherings.at(tokens, at + step) !== undefined);
}

/** Whether one was invited to do something else than visit. */
function asksOther(tokens: readonly Token[], words: Words): boolean {
  for (let i = 0; i < Math.min(tokens.length, NEAR); i++) {
    const invitation = words.invitations.at(tokens, i);
    if (!invitation || !words.future.has(tokens[invitation.end]?.key ?? '')) continue;
    return !tokens.slice(invitation.end, invitation.end + 4).some((_, k) => words.visits.at(tokens, invitation.end + k));
  }
  return false;
}
