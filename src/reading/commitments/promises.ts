/**
 * The promises inside one statement.
 *
 * 1 a promise names something that can be checked later: a visit, a meeting, money, a signature, entry into force, a named deed;
 * 2 cooperation and effort alone are none; 3 only acts that bind their speakers promise anything.
 */
import type { Commitment, DateMention, Mention, Statement, Talks } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { findActions } from './actions.ts';
import { findAid } from './aid.ts';
import { dueOf } from './due.ts';
import { type Item, itemsOf } from './items.ts';
import { findMeetings } from './meetings.ts';
import { others, type Promised, promised } from './promised.ts';
import { findSteps } from './steps.ts';
import { findVisits } from './visits.ts';
import type { Words } from './words.ts';

/** What was said is read for promises up to this length, in units: nobody promises in longer words. */
const LONGEST = 1200;

/** Acts by which the speakers bind themselves, and the stage that this gives to what they name. */
const STAGES: Partial<Record<Statement['act'], Commitment['stage']>> = {
  agree: 'agreed',
  confirm: 'agreed',
  pledge: 'intended',
  intend: 'intended',
  accept: 'accepted',
  defer: 'deferred',
};

export interface Said {
  readonly text: string;
  readonly statement: Statement;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly talks: Talks;
  readonly words: Words;
  /** Mentions of the statement before it, where it stands in the same place. */
  readonly before?: readonly Mention[];
}

export function stageOf(statement: Statement): Commitment['stage'] | undefined {
  return STAGES[statement.act];
}

/** @param stage what the act gives; `accepted` where it takes up what was asked. */
export function findPromises(said: Said, stage: Commitment['stage']): Promised[] {
  const { text, statement, words } = said;
  const whole = itemOf(said, stage);
  if (!whole || whole.speakers.length === 0 || words.idle.all(text, whole.span[1], statement.verb.span[1]).length > 0) return [];
  if (words.any.all(text, whole.span[0], whole.limit).length === 0) return [];
  return itemsOf(whole).flatMap((item) => {
    const intended = statement.act === 'intend' || statement.act === 'pledge' ? invitationMeant(item) : [];
    if (intended.length > 0) return intended;
    const visits = findVisits(item);
    if (stage === 'deferred') return visits;
    const aid = findAid(item, said.before ?? []);
    const found = [...visits, ...findMeetings(item), ...aid, ...findSteps(item)];
    return found.length > 0 ? found : findActions(item);
  });
}

/** What was asked for and is taken up by `by`: a visit, or the deed that the request names. */
export function findAsked(said: Said, by: string): Promised[] {
  const whole = itemOf(said, 'accepted');
  if (!whole) return [];
  const item: Item = { ...whole, speakers: [by] };
  return itemsOf(item).flatMap((one) => {
    const aid = findAid(one, []);
    return aid.length > 0 ? aid : findActions(one, true);
  });
}

function itemOf({ text, statement, mentions, dates, talks, words }: Said, stage: Commitment['stage']): Item | undefined {
  const span = bodyOf(text, statement, words);
  if (span[1] - span[0] > LONGEST) return undefined;
  const speakers = statement.speakers.map(({ party }) => party);
  return { text, span, limit: Math.max(span[1], statement.verb.span[1]), statement, mentions, dates, talks, words, speakers, stage };
}

/** What was said. Where the verb begins inside it (供与すること、派遣することを伝達), it goes on to the words that hand it to the verb. */
function bodyOf(text: string, { content, span, verb }: Statement, words: Words): Span {
  if (!content) return [span[0], span[1]];
  const [start, end] = content;
  if (verb.span[1] - end < 8 || words.items.all(text, end, verb.span[1]).length === 0) return [start, end];
  const last = words.complements.all(text, end, verb.span[1]).at(-1);
  return [start, last ? last.start : end];
}

/** 招きたい: an invitation that is still to come. */
function invitationMeant(item: Item): Promised[] {
  const { text, span, words, speakers, talks } = item;
  const to = others(speakers, talks);
  const found = words.meant.all(text, span[0], item.limit)[0];
  if (!found || speakers.length !== 1 || to.length === 0) return [];
  return [promised(item, { kind: 'invitation', by: speakers, to, at: [found.start, found.end], grade: 'firm', rule: 'invitation-intended' })];
}

/** An invitation binds the one who invites, towards the other side; a letter or a message may carry it. */
export function findInvitation(said: Said): Promised | undefined {
  const { text, statement, mentions, dates, talks, words } = said;
  const speakers = statement.speakers.map(({ party }) => party);
  if (speakers.length !== 1) return undefined;
  if (statement.act === 'convey') {
    const span = statement.content ?? statement.span;
    if (words.invitations.all(text, span[0], statement.span[1]).length === 0) return undefined;
  } else if (statement.act !== 'invite') return undefined;
  const all = others(speakers, talks);
  const told =
    all.length > 1
      ? mentions.filter(({ party, kind }) => kind === 'person' && party !== undefined && all.includes(party)).map(({ party }) => party as string)
      : [];
  const to = told.length > 0 ? [...new Set(told)] : all;
  if (to.length === 0) return undefined;
  const elsewhere = namesEvent(said) && !namesHost(said, speakers[0] as string);
  return {
    kind: 'invitation',
    ...(elsewhere && { elsewhere: true as const }),
    by: speakers,
    to,
    stage: 'invited',
    span: statement.span,
    due: dueOf(dates, statement.span, talks.date?.edtf),
    matter: '',
    conditions: [],
    rule: statement.act === 'invite' ? 'invitation' : 'invitation-conveyed',
  };
}

/** Asked to a conference, one need not come to the host's country. */
function namesEvent({ text, statement, mentions, words }: Said): boolean {
  return mentions.some(({ kind }) => kind === 'mechanism' || kind === 'organisation') || words.meetings.all(text, ...statement.span).length > 0;
}

function namesHost({ text, statement, mentions, words }: Said, host: string): boolean {
  const visit = [words.before, words.after, words.alone].some((scanner) => scanner.all(text, ...statement.span).length > 0);
  return (
    visit ||
    mentions.some(
      ({ kind, party, span: [start] }) => party === host && (kind === 'place' || kind === 'party') && start >= (statement.content?.[0] ?? 0),
    )
  );
}
