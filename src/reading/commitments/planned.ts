/**
 * A visit, a meeting or a deed that is planned already, told inside what is said of something else.
 *
 *   > 本年9月に予定されている総理の訪露を歓迎した
 *     　　　　　　＾＾＾＾＾＾　　　＾＾ agreed between the sides, whoever tells it
 *
 *   > 今後予定されている大統領の訪日に向け
 *     ＾＾ planned for a time to come, which is not told
 *
 * 1 only with its time, or where the words say that it is still to come; 2 nothing but who comes stands between the two.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Mention } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { findActions } from './actions.ts';
import { clauseStart, type Item, pastAside } from './items.ts';
import { others, type Promised, promised } from './promised.ts';
import type { Said } from './said.ts';
import { visitAt, visitTo } from './visits.ts';
import type { Words } from './words.ts';

/** Who comes is called by no more units. */
const REACH = 40;
/** Nobody is glad of more visits at once. */
const FEW = 8;
/** Acts by which one is glad of what is settled. */
const GLAD: ReadonlySet<string> = new Set(['welcome', 'thank', 'congratulate']);
/** Acts in which one tells of one's own plans. */
const OWN: ReadonlySet<string> = new Set(['intend', 'state', 'explain', 'expect']);
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])/;

/** The visits between the sides that a statement of any act tells to be planned. */
export function findPlanned({ text, statement, mentions, dates, talks, words }: Said): Promised[] {
  if (talks.parties.length < 2) return [];
  const whole = statement.content ?? statement.span;
  const told = words.presupposed.all(text, ...whole).map(({ start, end }): Span => [start, end]);
  if (dates.length === 0 && told.length === 0) return [];
  const glad = GLAD.has(statement.act);
  const ahead = told.map(([start]) => words.ahead.some((word) => text.endsWith(word, start) && start - word.length >= whole[0]));
  // 来月の大統領の訪日を楽しみにしている: said by the host
  const [speaker, ...more] = statement.speakers.map(({ party }) => party);
  const looked = statement.mode === 'one' && more.length === 0 && words.looking.has(text, whole[0], statement.span[1]);
  const times =
    glad || words.awaited.has(text, ...whole) || words.headedFor.has(text, ...whole) || looked
      ? comingTimes({ text, dates, talks, words }, whole)
      : [];
  return [...told, ...times].flatMap(([start, end], n): Promised[] => {
    // 来月の訪日の成功に向け: without being glad of it, one has to want something of it
    const counts = (at: Span): boolean =>
      glad || n < told.length || isAwaited({ text, statement, words }, at[1]) || (looked && words.looking.at(text, at[1]) !== undefined);
    const timed = (visit: Promised | undefined): boolean => visit !== undefined && (visit.due !== undefined || ahead[n] === true);
    const limit = phraseEnd(text, end, Math.min(whole[1], end + REACH), words);
    const span = (to: number): Span => [clauseStart(text, whole[0], start), to];
    const item = (to: number): Item => {
      const both = { ...statement, mode: 'joint' as const };
      return { text, span: span(to), limit: to, statement: both, mentions, dates, talks, words, speakers: talks.parties, stage: 'agreed' };
    };
    // 開催予定の某会合への大統領の訪日: what is planned is the meeting
    const visits = limit > end ? (words.meetings.all(text, end, limit)[0]?.start ?? limit) : limit;
    for (const { kind, party, span: place } of mentions) {
      if ((kind !== 'party' && kind !== 'place') || !party || place[0] < end || place[1] > visits || !talks.parties.includes(party)) continue;
      const at = visitAt({ text, words }, place, end, limit);
      const visit = at && counts(at) ? visitTo(item(at[1]), party, at, 'firm') : undefined;
      // one's own visit is what one means to make
      if (looked && n >= told.length && !glad && party !== speaker) continue;
      if (visit && timed(visit)) return [{ ...visit, rule: 'visit-planned' }];
    }
    // オルロフ外相の来日: where he comes to is the other side's
    const coming = words.alone.all(text, end, visits).find(({ value }) => value === 'coming');
    const guest = coming && mentions.find(({ kind, party, span: [from, to] }) => kind === 'person' && party && from >= end && to <= coming.start);
    const [host, ...hosts] = guest?.party && talks.parties.includes(guest.party) ? others([guest.party], talks) : [];
    if (!coming || host === undefined || hosts.length > 0 || !counts([coming.start, coming.end])) return [];
    const visit = visitTo(item(coming.end), host, [coming.start, coming.end], 'firm');
    return visit && timed(visit) ? [{ ...visit, rule: 'visit-planned' }] : [];
  });
}

/**
 * A meeting of the two that is planned already: 来年2月に予定されている日露次官級協議の成功に. Only by the names of both: others hold meetings too.
 */
export function findPlannedMeetings({ text, statement, mentions, dates, talks, words }: Said): Promised[] {
  if (talks.parties.length !== 2 || dates.length === 0) return [];
  const [from, to] = statement.content ?? statement.span;
  return words.presupposed.all(text, from, to).flatMap(({ start, end }): Promised[] => {
    const limit = phraseEnd(text, end, Math.min(to, end + REACH), words);
    const noun = words.meetings.all(text, end, limit).find((one) => words.cases.at(text, pastAside(text, one.end, to), to) !== undefined);
    if (!noun) return [];
    const named = mentions.filter(({ kind, span: at }) => (kind === 'party' || kind === 'organisation') && at[0] >= end && at[1] <= noun.end);
    if (named.length !== 2 || talks.parties.some((party) => named.every((one) => one.party !== party))) return [];
    const span: Span = [clauseStart(text, from, start), noun.end];
    const both = { ...statement, mode: 'joint' as const };
    const { parties } = talks;
    const item: Item = { text, span, limit: noun.end, statement: both, mentions, dates, talks, words, speakers: parties, stage: 'agreed' };
    const at: Span = [(named[0] as Mention).span[0], noun.end];
    const matter = text.slice(...at);
    const made = promised(item, { kind: 'meeting', by: parties, to: parties, at, grade: 'firm', matter, rule: 'meeting-planned' });
    return made.due ? [made] : [];
  });
}

/** 来年1月に予定している総領事館の開設: one's own deed, planned by the one who speaks. */
export function findPlannedDeeds({ text, statement, mentions, dates, talks, words }: Said): Promised[] {
  if (dates.length === 0 || statement.mode !== 'one' || !OWN.has(statement.act)) return [];
  const [from, to] = statement.content ?? statement.span;
  const speakers = statement.speakers.map(({ party }) => party);
  // 来月予定される調査団の派遣を紹介した: of what one explains oneself
  const told = statement.act === 'explain' ? words.presupposed : words.planning;
  return told.all(text, from, to).flatMap(({ start, end }): Promised[] => {
    const limit = phraseEnd(text, end, Math.min(to, end + REACH), words);
    const deed = words.deeds
      .all(text, end, limit)
      .find(({ start: at, value }) => value.how === 'deed' && words.nominal.some((one) => text.endsWith(one, at)));
    const own = ({ party, span: at }: Mention): boolean =>
      party === undefined ||
      speakers.includes(party) ||
      at[0] < end ||
      at[1] > (deed?.start ?? 0) ||
      !(words.subjects.at(text, at[1]) ?? words.doers.at(text, at[1]));
    if (!deed || !mentions.every(own)) return [];
    const span: Span = [clauseStart(text, from, start), deed.end];
    const item: Item = { text, span, limit: deed.end, statement, mentions, dates, talks, words, speakers, stage: 'intended' };
    return findActions(item).flatMap((one) => (one.due ? [{ ...one, rule: 'action-planned' }] : []));
  });
}

/** 来月の訪日の成功に, 来月の訪日に向けて｜協力する: not where the visit itself is still what is arranged. */
function isAwaited({ text, statement, words }: Pick<Said, 'text' | 'statement' | 'words'>, at: number): boolean {
  if (words.awaited.at(text, at) !== undefined) return true;
  return words.headedFor.at(text, at) !== undefined && !words.aims.all(text, at, statement.span[1]).some(({ value }) => value === 'aim');
}

/** 来月の大統領の訪露は喜ばしい: one is glad of a visit in a month to come only where it is planned. */
function comingTimes({ text, dates, talks, words }: Pick<Said, 'text' | 'dates' | 'talks' | 'words'>, [from, to]: Span): Span[] {
  const held = talks.date?.edtf;
  return dates
    .flatMap(({ edtf, duration, span: [start, end] }): Span[] => {
      const near = edtf !== undefined && !duration && MONTH.test(edtf) && held !== undefined && edtf.slice(0, 7) > held.slice(0, 7);
      return near && start >= from && end <= to && words.nominal.some((word) => text.startsWith(word, end)) ? [[start, end]] : [];
    })
    .slice(0, FEW);
}

/** Up to the next comma, or the occasion of something else: 開催予定の会議の際に. */
function phraseEnd(text: string, from: number, limit: number, { occasions }: Words): number {
  let at = from;
  while (at < limit && !isComma(text.charCodeAt(at)) && !occasions.at(text, at, limit)) at++;
  return at;
}
