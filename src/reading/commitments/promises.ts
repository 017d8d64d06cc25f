/**
 * The promises inside one statement.
 *
 * 1 a promise names something that can be checked later: a visit, a meeting, money, a signature, entry into force, a named deed;
 * 2 cooperation and effort alone are none; 3 only acts that bind their speakers promise anything.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Commitment, Statement } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { findActions, findPledged } from './actions.ts';
import { findAid } from './aid.ts';
import { bracketsOf } from './brackets.ts';
import { isPast } from './due.ts';
import { invitationMeant } from './invitations.ts';
import { clauseStart, type Item, itemsOf } from './items.ts';
import { findMeetings } from './meetings.ts';
import type { Promised } from './promised.ts';
import type { Said } from './said.ts';
import { findSteps } from './steps.ts';
import { findNamedVisits, findVisits } from './visits.ts';
import type { Words } from './words.ts';

/** What was said is read for promises up to this length, in units: nobody promises in longer words. */
const LONGEST = 1200;

/** What shows that an explained thing is decided stands in its last words, in units. */
const PLAN = 12;
/** A wish ends in no more: 訪問したいとの. */
const WISH = 4;

/** また、さらに, between two commas, is no longer. */
const ADVERB = 4;

/** Acts by which the speakers bind themselves, and the stage that this gives to what they name. */
const STAGES: Partial<Record<Statement['act'], Commitment['stage']>> = {
  agree: 'agreed',
  confirm: 'agreed',
  pledge: 'intended',
  intend: 'intended',
  accept: 'accepted',
  defer: 'deferred',
  // a neutral verb: what it tells counts where it is the speaker's own and still to come
  state: 'intended',
  explain: 'intended',
  // 派遣することに言及した: a deed to come, told as a clause
  raise: 'intended',
  // only one's own visit, which is looked forward to
  expect: 'intended',
  // only what the sides have settled before: 開催することで一致したことを歓迎
  welcome: 'agreed',
};
const NEUTRAL: ReadonlySet<Statement['act']> = new Set(['state', 'explain', 'expect', 'raise']);

/** @param open whether something asked for may be answered: 研修員を受け入れる takes nothing up where nothing was asked. */
export function stageOf(statement: Statement, open: boolean): Commitment['stage'] | undefined {
  const stage = STAGES[statement.act];
  // 再会することを約した, of both: they are of one mind
  if (statement.act === 'pledge' && statement.mode === 'joint') return 'agreed';
  return stage === 'accepted' && !open ? 'intended' : stage;
}

/**
 * @param stage what the act gives; `accepted` where it takes up what was asked. @param asks whether the other side's request is open:
 * what is delegated then (関係者に協議させたい) takes it up.
 */
export function findPromises(said: Said, stage: Commitment['stage'], asks = false): Promised[] {
  const { text, statement, words } = said;
  const item = itemOf(said, stage);
  if (!item || item.speakers.length === 0) return [];
  // 訪問したいとの希望を表明: a hope may be for one's own deed
  if (statement.act !== 'expect' && words.idle.has(text, item.span[1], statement.verb.span[1])) return [];
  if (!words.any.has(text, item.span[0], item.limit)) return [];
  // 2022年に交渉を開始することで合意していた: told of the past
  if (words.earlier.some((word) => text.endsWith(word, statement.verb.span[1]))) return [];
  const whole = decidedAlone(said, item);
  const upon = stage === 'intended' && words.upon.has(text, ...statement.span);
  const delegated = asks && stage === 'intended' && statement.act !== 'explain';
  const agreed = bracketsOf(whole).flatMap((one) => [...findVisits(one), ...findMeetings(one), ...findActions(one)]);
  if (agreed.length > 0) return agreed;
  return itemsOf(upon ? { ...whole, stage: 'accepted' } : whole).flatMap((one) => {
    if (statement.act === 'expect' && !one.background) return isOwnWish(one) ? findNamedVisits(one) : lookedForward(one);
    if (statement.act === 'welcome') return isSettled(one) ? welcomed(one) : [];
    if (one.background) return plannedBefore(one);
    if (NEUTRAL.has(statement.act) && !one.settled && (isTold(one) || isDuty(one))) return [];
    const intended = statement.act === 'intend' || statement.act === 'pledge' ? invitationMeant(one) : [];
    if (intended.length > 0) return intended;
    const visits = [...findVisits(one), ...(stage === 'intended' && !words.looking.has(text, ...statement.verb.span) ? lookedForward(one) : [])];
    if (stage === 'deferred') return [...visits, ...besides(one, said)];
    const aid = findAid(one, said.before ?? []);
    // モスクワを訪れ、外相と会談する: who says it visits has said that it meets
    const meetings = visits.length > 0 && statement.mode === 'one' && !one.settled ? [] : findMeetings(one);
    const found = [...visits, ...meetings, ...aid, ...findSteps(one)];
    const deeds = findActions(one);
    // 作業部会を設置し、年度内に第1回会合を開く: a deed of a clause before
    if (found.length > 0) {
      const own = deeds.filter(({ at, rule }) => rule === DEED && at !== undefined);
      const first = own.filter(({ at = [0, 0] }) => found.every(({ span }) => at[1] <= span[0]));
      // 食糧援助を決定し、調査団を派遣する: and one of a clause behind
      const last = found.every(({ kind }) => kind === 'aid') ? own.filter(({ at }) => found.every(({ span }) => follows(one, span[1], at))) : [];
      return [...first, ...found, ...last];
    }
    if (deeds.length > 0) return deeds;
    const handed = delegated ? findActions({ ...one, stage: 'accepted' }).filter(({ rule }) => rule === 'action-delegated') : [];
    return handed.length > 0 ? handed : findPledged(one);
  });
}

/** What was settled before and is welcomed: with its day, where it is no new row of meetings nor a signature, 署名できる運びとなったことを歓迎. */
function welcomed(item: Item): Promised[] {
  const told = [...findVisits(item), ...findMeetings(item)].filter(({ due, rule }) => due || rule === LAUNCHED);
  return [...told, ...findSteps(item).filter(({ kind }) => kind === 'signature')];
}

/** 無償資金協力を実施する予定であり、…: what is planned, told before something else. A deed only on a day, and where the other side is named. */
function plannedBefore(item: Item): Promised[] {
  const visits = findNamedVisits(item);
  if (item.statement.mode !== 'one') return [...visits, ...findMeetings(item)];
  if (visits.length > 0) return visits;
  const found = [...findMeetings(item), ...findAid(item, [])];
  if (found.length > 0) return found;
  const names = ({ to, span }: Promised): boolean =>
    item.mentions.some(({ party, span: [start, end] }) => party !== undefined && to.includes(party) && start >= span[0] && end <= span[1]);
  return findActions(item).filter((deed) => deed.due && names(deed));
}

/** 免除を実施し、その結果を踏まえて検討する: what is meant in a clause before that which is left open. */
function besides(item: Item, said: Said): Promised[] {
  const { text, span, words } = item;
  let last = clauseStart(text, span[0], span[1]);
  // 実施し、また、検討する: an adverb of its own
  const adverb = clauseStart(text, span[0], last - 1);
  if (last - 1 - adverb <= ADVERB && adverb > span[0]) last = adverb;
  const comma = last > span[0] && isComma(text.charCodeAt(last - 1)) ? last - 1 : undefined;
  if (comma === undefined || !words.suspended.some((word) => text.endsWith(word, comma))) return [];
  const before: Item = { ...item, span: [span[0], comma], limit: comma, stage: 'intended' };
  const aid = findAid(before, said.before ?? []);
  return aid.length > 0 ? aid : findActions(before);
}

/** 次回会合を東京で開催したく、協力を求めた, 総領事館の開設を予定しており、協力を求めた: what one means to do oneself, told before what is asked of the other. */
export function findOwnWish(said: Said): Promised[] {
  const whole = itemOf(said, 'intended');
  const planned = whole ? itemsOf(whole).flatMap((one) => (one.background ? plannedBefore(one) : [])) : [];
  return planned.length > 0 ? planned : findWished(said);
}

/** 次回会合を東京で開催したく、…: the same, as a wish. */
export function findWished(said: Said): Promised[] {
  const { text, statement, words } = said;
  const [start, end] = statement.content ?? statement.span;
  const wish = words.wishes.all(text, start, end).find((found) => isComma(text.charCodeAt(found.end)));
  if (!wish) return [];
  const own: Statement = { ...statement, act: 'intend', content: [start, wish.end], verb: { ...statement.verb, span: [wish.start, wish.end] } };
  return findPromises({ ...said, statement: own }, 'intended');
}

/** これを約束した: nothing but that it does what was asked. */
export function takesUp({ text, statement, words }: Said): boolean {
  const [start, end] = statement.content ?? statement.span;
  return (
    (statement.act === 'pledge' || statement.act === 'accept') &&
    words.pronouns.all(text, start, Math.min(end, start + 6)).some((found) => end - found.end < 3) &&
    words.pledges.has(text, ...statement.verb.span)
  );
}

/** 日本側は、…こととした: what one side decides alone binds it alone, and is meant, not agreed. */
function decidedAlone({ text, statement, mentions, words }: Said, item: Item): Item {
  if (item.speakers.length < 2 || !words.decisions.has(text, ...statement.verb.span)) return item;
  const head = mentions.filter(
    ({ kind, span: [start, end] }) =>
      kind === 'party' && start >= statement.span[0] && end <= item.span[0] && words.subjects.at(text, end, item.span[0]),
  );
  const sides = [...new Set(head.map(({ party }) => party))];
  const [side] = sides;
  if (sides.length !== 1 || side === undefined || !item.speakers.includes(side)) return item;
  // 日本側とロシア側は: the sides together
  const others = mentions.some(
    ({ party, span: [start, end] }) => party !== undefined && party !== side && start >= statement.span[0] && end <= item.span[0],
  );
  return others ? item : { ...item, speakers: [side], stage: 'intended', statement: { ...statement, mode: 'one' } };
}

/** What is told as a noun, of a day past or as a thing explained (先月の派遣を説明), is no promise. */
function isTold({ text, span, dates, talks, words, statement }: Item): boolean {
  // 訪問の感想を述べた: it is spoken of
  if (words.nouns.at(text, span[1] - 1, span[1])) return true;
  const noun = words.objects.at(text, span[1] - 1, span[1]) !== undefined;
  const planned = (): boolean => words.plans.all(text, Math.max(span[0], span[1] - PLAN), span[1]).some(({ end }) => end === span[1]);
  // 派遣に言及した: a noun alone is only named
  if (statement.act === 'raise' && (statement.mode !== 'one' || words.complements.at(text, span[1]) === undefined)) return true;
  // 供与について述べた: it is spoken of
  const about = words.bridges.at(text, span[1]);
  // 供与について事前に表明した: notice given of it
  const announced = about !== undefined && words.announced.at(text, about.end) !== undefined;
  if (statement.act === 'state' && about?.value === 'weak' && about.end - about.start > 2 && !announced && !planned()) return true;
  // 調査団の派遣につき｜説明した
  const spoken = words.bridges.all(text, Math.max(span[0], span[1] - ADVERB), span[1]).find(({ start, end }) => end === span[1] && end - start > 2);
  if (statement.act === 'explain' && spoken?.value === 'weak' && words.complements.at(text, spoken.start - 2) === undefined) return true;
  const from = clauseStart(text, span[0], span[1]);
  const past = dates.some(({ edtf, duration, span: [start] }) => start >= from && edtf && !duration && isPast(edtf, talks.date?.edtf));
  // 支援を行う方針を説明した: what is meant
  const meant = noun && words.plans.all(text, Math.max(span[0], span[1] - PLAN), span[1]).some(({ end }) => end === span[1] - 1);
  if (noun && (past || (statement.act === 'explain' && !meant))) return true;
  if (statement.act !== 'explain' || meant) return false;
  // 実施する｜旨紹介した: a whole clause
  if (words.explaining.at(text, span[1])) return false;
  return !words.explaining.has(text, ...statement.verb.span) && !words.plans.has(text, Math.max(span[0], span[1] - PLAN), span[1]);
}

/** 交渉を開始し、早期の妥結を目指すべきである旨述べた: what ought to be done, and not what one does. */
function isDuty({ text, span, words }: Item): boolean {
  return words.duties.some((word) => text.endsWith(word, span[1]));
}

/** Whether a deed stands in a clause of its own behind what ends at `end`, and the words before it are no means of it. */
function follows({ text, words }: Item, end: number, at: Span | undefined): boolean {
  if (!at || at[0] <= end) return false;
  const comma = clauseStart(text, end, at[0]) - 1;
  return comma >= end && isComma(text.charCodeAt(comma)) && words.suspended.some((word) => text.endsWith(word, comma));
}

/** A named deed that counts by itself. */
const DEED = 'action-deed';
/** A new row of meetings has no day. */
const LAUNCHED = 'meeting-launching';

/** 来年開催することで一致したことを歓迎: settled, and not told of a day past alone (昨年立ち上げに合意したこと), which may be over. */
function isSettled({ settled, dates, span, talks }: Item): boolean {
  const told = dates.filter(({ edtf, duration, span: [start, end] }) => edtf && !duration && start >= span[0] && end <= span[1]);
  return settled === true && (told.length === 0 || told.some(({ edtf }) => !isPast(edtf as string, talks.date?.edtf)));
}

/** 来月の訪露を楽しみにしている: one's own visit, planned already. */
function lookedForward(item: Item): Promised[] {
  const { text, span, words, statement } = item;
  const looking = words.looking.all(text, span[0], statement.span[1])[0];
  return looking ? findNamedVisits({ ...item, span: [span[0], Math.min(span[1], looking.start)], limit: looking.start }) : [];
}

/** 訪問したいとの希望を表明した: what one hopes to do oneself. */
function isOwnWish({ text, span, words }: Item): boolean {
  return words.wishes.has(text, Math.max(span[0], span[1] - WISH), span[1]);
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

export function itemOf({ text, statement, mentions, dates, talks, words }: Said, stage: Commitment['stage']): Item | undefined {
  const span = bodyOf(text, statement, words);
  if (span[1] - span[0] > LONGEST) return undefined;
  const speakers = statement.speakers.map(({ party }) => party);
  return { text, span, limit: Math.max(span[1], statement.verb.span[1]), statement, mentions, dates, talks, words, speakers, stage };
}

/** What was said. Where the verb begins inside it (供与すること、派遣することを伝達), it goes on to the words that hand it to the verb. */
function bodyOf(text: string, { act, content, span, verb }: Statement, words: Words): Span {
  if (!content) return [span[0], span[1]];
  const [start, end] = content;
  // 対話｜を立ち上げたい、: the verb itself is the deed
  if (act === 'intend' && verb.span[0] === end && words.meetingDeeds.all(text, ...verb.span).some(({ value }) => value === 'launching'))
    return [start, verb.span[1]];
  if (verb.span[1] - end < 8) return [start, end];
  const found = words.complements.all(text, end, verb.span[1]);
  const last = words.items.has(text, end, verb.span[1]) ? found.at(-1) : found[0];
  return [start, last ? last.start : end];
}
