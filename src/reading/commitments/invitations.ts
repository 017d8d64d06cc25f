/**
 * Who asks whom to come.
 *
 *   > 先方から、来年の訪露の招待があった            invited in so many words
 *   > 大統領の親書により、総理の訪露を招請          carried by a letter or a message
 *   > 東山大臣から、オルロフ外相の早期の訪日を要請   asked to come: an invitation by the host
 *   > 早期の訪露を歓迎したい                        would be welcome, at a time to come
 *
 * 1 an invitation binds the one who invites, towards the other side; 2 asking for something else during a visit is none.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Mention } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { dueOf, isPast } from './due.ts';
import { gradeOf, type Item, itemsOf } from './items.ts';
import { others, type Promised, promised } from './promised.ts';
import type { Said } from './said.ts';
import { visitAt } from './visits.ts';

/** What asks stands at most this far behind the visit asked for, in units: 訪露を改めて要請. */
const NEAR = 10;

/** 招きたい: an invitation that is still to come. People in numbers (5,000人の青少年を招聘) are a programme, a deed. */
export function invitationMeant(item: Item): Promised[] {
  const { text, span, words, speakers, talks, mentions } = item;
  const to = others(speakers, talks);
  const found = words.meant.all(text, span[0], item.limit)[0];
  if (!found || speakers.length !== 1 || to.length === 0) return [];
  if (mentions.some(({ kind, span: [start, end] }) => kind === 'amount' && start >= span[0] && end <= found.start)) return [];
  return [promised(item, { kind: 'invitation', by: speakers, to, at: [found.start, found.end], grade: 'firm', rule: 'invitation-intended' })];
}

export function findInvitation(said: Said): Promised | undefined {
  const { text, statement, mentions, dates, talks, words } = said;
  const speakers = statement.speakers.map(({ party }) => party);
  const host = speakers[0];
  if (speakers.length !== 1 || host === undefined) return undefined;
  // 昨年の高村外相の訪問の際に招請し、実現したもの: nobody is told to have invited, least of all whoever spoke before
  if (statement.speakers[0]?.basis === 'inferred' && words.during.has(text, statement.span[0], statement.verb.span[0])) return undefined;
  const way = wayOf(said, host);
  if (!way || isLongSince(said)) return undefined;
  const all = others(speakers, talks);
  const told =
    all.length > 1
      ? mentions.filter(({ party, kind }) => kind === 'person' && party !== undefined && all.includes(party)).map(({ party }) => party as string)
      : [];
  const to = told.length > 0 ? [...new Set(told)] : all;
  if (to.length === 0) return undefined;
  const guest = mentions.findLast(
    ({ kind, party, span: [start] }) =>
      (kind === 'person' || kind === 'office') &&
      party !== host &&
      start >= (statement.content?.[0] ?? statement.span[0]) &&
      (party === undefined || to.includes(party)),
  );
  const visitor = guest && (guest.role ?? guest.name);
  // 11月の議長の公式訪日(某議長招待)、東山大臣に対する訪問招請: the day of what stands before in the list
  const its = guest ? dates.filter(({ span: [, end] }) => !isOfListed(text, end, guest.span[0])) : dates;
  const event = namesEvent(said);
  const elsewhere = event && !namesHost(said, host);
  return {
    kind: 'invitation',
    ...(event && { event: true as const }),
    ...(elsewhere && { elsewhere: true as const }),
    ...(visitor !== undefined && { visitor }),
    ...(guest && { guest }),
    by: speakers,
    to,
    stage: 'invited',
    fixed: false,
    span: statement.span,
    due: dueOf(text, its, statement.span, talks.date?.edtf, words),
    matter: '',
    conditions: [],
    rule: event ? `${way}-event` : way,
  };
}

const OPEN = 0x28;
const CLOSE = 0x29;

/** Whether a day is of what a list names before the one at `to`, with a remark in brackets: 11月の議長の公式訪日(某議長招待)、; 来年5月(連休)、 is not. */
function isOfListed(text: string, day: number, to: number): boolean {
  let comma = to - 1;
  while (comma > day && !isComma(text.charCodeAt(comma))) comma--;
  return comma > day && fold(text.charCodeAt(comma - 1)) === CLOSE && fold(text.charCodeAt(day)) !== OPEN;
}

/** 昨年9月に訪日を招請し、実現した: on a day past, or come true already; nobody owes anything by it any more, or it was told as of then. */
function isLongSince({ text, statement, dates, talks, words }: Said): boolean {
  if (statement.act !== 'invite') return false;
  const end = statement.verb.span[1];
  const next = isComma(text.charCodeAt(end)) ? end + 1 : end;
  if (next > end && words.realising.at(text, next) && words.now.at(text, next)) return true;
  return dates.some(
    ({ edtf, duration, span: [start, stop] }) =>
      start >= statement.span[0] &&
      stop <= statement.verb.span[0] &&
      edtf !== undefined &&
      !duration &&
      isPast(edtf, talks.date?.edtf) &&
      words.goals.at(text, stop) !== undefined,
  );
}

/**
 * 某外相から訪露の招待を受け、検討したい旨述べた: an invitation by the other side, told by the invited before the answer. Thanks for one may be of
 * the visit under way, and tell of none.
 */
export function findReceived(said: Said): Promised | undefined {
  const { text, statement, words } = said;
  const [start, end] = [statement.span[0], statement.verb.span[0]];
  const noun = words.invitations.all(text, start, end).find((found) => words.received.at(text, found.end, end) !== undefined);
  const giver = noun && giverBefore(said, start, noun.start);
  return noun && giver?.party ? receivedFrom(said, giver.party, [giver.span[1], noun.start], [giver.span[0], noun.end]) : undefined;
}

/** 訪露の招待に感謝し: it may be of the visit under way, and counts only where what is said next looks for a time (`seeksTime`). */
export function findThanked(said: Said): Promised | undefined {
  const { text, statement, words, talks } = said;
  if (statement.act !== 'thank' || statement.speakers.length !== 1) return undefined;
  const noun = words.invitations.all(text, ...statement.span)[0];
  const [host, ...more] = others([statement.speakers[0]?.party as string], talks);
  if (!noun || host === undefined || more.length > 0) return undefined;
  return receivedFrom(said, host, [statement.span[0], noun.start], [statement.span[0], noun.end]);
}

/** 適当な時期を探りたい: said by the one who was invited. */
export function seeksTime({ text, statement, words }: Said, { to }: Promised): boolean {
  const [speaker, ...more] = statement.speakers.map(({ party }) => party);
  return speaker !== undefined && more.length === 0 && to.includes(speaker) && words.seeking.has(text, ...statement.span);
}

function giverBefore({ text, statement, mentions, words }: Said, from: number, to: number): Mention | undefined {
  const [speaker] = statement.speakers.map(({ party }) => party);
  return mentions.findLast(
    ({ party, span: at }) =>
      party !== undefined && party !== speaker && at[0] >= from && at[1] < to && words.givers.some((word) => text.startsWith(word, at[1])),
  );
}

/** @param within where the visit is named to which the host invites; @param span the words of the invitation. */
function receivedFrom(said: Said, host: string, within: Span, span: Span): Promised | undefined {
  const { text, statement, mentions, talks, words, dates } = said;
  const [speaker, ...more] = statement.speakers.map(({ party }) => party);
  if (speaker === undefined || more.length > 0 || statement.mode !== 'one' || !talks.parties.includes(host)) return undefined;
  const asked = mentions.some(
    ({ party, kind, span: at }) =>
      party === host && (kind === 'party' || kind === 'place') && at[0] >= within[0] && visitAt(said, at, ...within) !== undefined,
  );
  if (!asked) return undefined;
  const due = dueOf(text, dates, span, talks.date?.edtf, words);
  return {
    kind: 'invitation',
    by: [host],
    to: [speaker],
    stage: 'invited',
    fixed: false,
    span,
    due,
    matter: '',
    conditions: [],
    rule: 'invitation-received',
  };
}

/** 招待に感謝し: whether a statement speaks of an invitation. */
export function namesInvitation({ text, statement, words }: Said): boolean {
  return words.invitations.has(text, ...statement.span);
}

/** By which rule a statement invites. */
function wayOf(said: Said, host: string): string | undefined {
  const { text, statement, words } = said;
  const span = statement.content ?? statement.span;
  const names = (): boolean => words.invitations.has(text, span[0], statement.span[1]);
  switch (statement.act) {
    case 'invite':
      // 大使主催の昼食会に招待され: the talks themselves
      return words.meals.has(text, ...statement.span) && homeVisits(whole(said), host).length === 0 ? undefined : 'invitation';
    case 'convey':
      return names() ? 'invitation-conveyed' : undefined;
    case 'conclude':
      return words.cards.has(text, ...statement.span) ? 'invitation-conveyed' : undefined;
    case 'request':
    case 'demand':
    case 'intend':
      if (statement.act === 'intend' && !words.asking.has(text, span[0], statement.span[1]))
        return wouldWelcome(said, host) ? 'invitation-welcomed' : undefined;
      return asksForVisit(said, host) || (statement.act !== 'intend' && relays(said)) ? 'invitation-asked' : undefined;
    case 'welcome':
    case 'expect':
    case 'state':
      return wouldWelcome(said, host) ? 'invitation-welcomed' : undefined;
    default:
      return undefined;
  }
}

/** 訪露の招待を伝えるよう求めた: a message that invites. */
function relays({ text, statement, words }: Said): boolean {
  const span = statement.content ?? statement.span;
  const noun = words.invitations.all(text, ...span).at(-1);
  return noun !== undefined && words.telling.has(text, noun.end, statement.span[1]);
}

/** A visit to the speaker's own side, or to an event there, is what is asked for. */
function asksForVisit(said: Said, host: string): boolean {
  const item = whole(said);
  const { text, span, words, limit } = item;
  const visits = homeVisits(item, host);
  const asked = (at: Span): boolean => words.asking.has(text, at[1], Math.min(limit, at[1] + NEAR));
  if (visits.some((at) => gradeOf(item, at[1]) === 'firm' || asked(at))) return true;
  // 会議への参加と支持を要請: one of two things that are asked for
  const beside = (end: number): boolean => words.joining.some((word) => text.startsWith(word, end));
  const attends = words.attending
    .all(text, span[0], span[1])
    .some(({ start, end }) => beside(end) || asked([start, end]) || gradeOf(item, end) === 'firm');
  return attends && (visits.length > 0 || isAtHome(said, host) || holds(item));
}

/** 会議を来年開催することとしており、出席を要請した: who means to hold what the other is asked to is the host. */
function holds(item: Item): boolean {
  return itemsOf(item).some(
    ({ background, text, span, words }) =>
      background === true && words.meetings.has(text, ...span) && words.meetingDeeds.all(text, ...span).some(({ value }) => value === 'holding'),
  );
}

/** 早期の訪露を歓迎したい: a time to come, and no visit now under way. */
function wouldWelcome(said: Said, host: string): boolean {
  const item = whole(said);
  const { text, span, words } = item;
  const welcome = words.welcoming.all(text, span[0], said.statement.span[1])[0];
  if (!welcome || words.now.has(text, ...said.statement.span)) return false;
  const to = said.dates.some(({ edtf, duration }) => edtf && !duration && edtf > (said.talks.date?.edtf ?? '9999'));
  const open = to || words.certain.all(text, span[0], welcome.start).some(({ value }) => value);
  return open && homeVisits(item, host).some((at) => at[0] < welcome.start);
}

function homeVisits(item: Item, host: string): Span[] {
  const { text, span, words, mentions, talks } = item;
  const named = mentions.flatMap(({ kind, party, span: at }): Span[] => {
    if (party !== host || (kind !== 'party' && kind !== 'place') || at[0] < span[0]) return [];
    const visit = visitAt(item, at, span[0], item.limit);
    return visit ? [visit] : [];
  });
  const coming = words.alone.all(text, span[0], span[1]).filter(({ value }) => value === 'coming' && talks.parties.length === 2);
  return [...named, ...coming.map(({ start, end }): Span => [start, end])];
}

/** Asked to a conference, one need not come to the host's country. */
function namesEvent({ text, statement, mentions, words }: Said): boolean {
  return mentions.some(({ kind }) => kind === 'mechanism' || kind === 'organisation') || words.meetings.has(text, ...statement.span);
}

function namesHost(said: Said, host: string): boolean {
  const { text, statement, words } = said;
  const visit = [words.before, words.after, words.alone].some((scanner) => scanner.has(text, ...statement.span));
  return visit || isAtHome(said, host);
}

/** Whether a place of the host, or the host itself, is named in what was said. */
function isAtHome({ statement, mentions }: Said, host: string): boolean {
  return mentions.some(
    ({ kind, party, span: [start] }) => party === host && (kind === 'place' || kind === 'party') && start >= (statement.content?.[0] ?? 0),
  );
}

function whole({ text, statement, mentions, dates, talks, words }: Said): Item {
  const span: Span = statement.content ?? statement.span;
  const limit = Math.max(span[1], statement.verb.span[1]);
  return { text, span, limit, statement, mentions, dates, talks, words, speakers: statement.speakers.map(({ party }) => party), stage: 'invited' };
}
