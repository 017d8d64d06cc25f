/**
 * A visit that is planned already, told inside what is said of something else.
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
import type { Span } from '../../text/span.ts';
import { clauseStart, type Item } from './items.ts';
import { others, type Promised } from './promised.ts';
import type { Said } from './said.ts';
import { visitAt, visitTo } from './visits.ts';
import type { Words } from './words.ts';

/** Who comes is called by no more units. */
const REACH = 40;
/** Nobody is glad of more visits at once. */
const FEW = 8;
/** Acts by which one is glad of what is settled. */
const GLAD: ReadonlySet<string> = new Set(['welcome', 'thank', 'congratulate']);
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
    for (const { kind, party, span: place } of mentions) {
      if ((kind !== 'party' && kind !== 'place') || !party || place[0] < end || place[1] > limit || !talks.parties.includes(party)) continue;
      const at = visitAt({ text, words }, place, end, limit);
      const visit = at && counts(at) ? visitTo(item(at[1]), party, at, 'firm') : undefined;
      // one's own visit is what one means to make
      if (looked && n >= told.length && !glad && party !== speaker) continue;
      if (visit && timed(visit)) return [{ ...visit, rule: 'visit-planned' }];
    }
    // オルロフ外相の来日: where he comes to is the other side's
    const coming = words.alone.all(text, end, limit).find(({ value }) => value === 'coming');
    const guest = coming && mentions.find(({ kind, party, span: [from, to] }) => kind === 'person' && party && from >= end && to <= coming.start);
    const [host, ...hosts] = guest?.party && talks.parties.includes(guest.party) ? others([guest.party], talks) : [];
    if (!coming || host === undefined || hosts.length > 0 || !counts([coming.start, coming.end])) return [];
    const visit = visitTo(item(coming.end), host, [coming.start, coming.end], 'firm');
    return visit && timed(visit) ? [{ ...visit, rule: 'visit-planned' }] : [];
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
