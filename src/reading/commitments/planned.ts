/**
 * A visit that is planned already, told inside what is said of something else.
 *
 *   > 本年9月に予定されている総理の訪露を歓迎した
 *     　　　　　　＾＾＾＾＾＾　　　＾＾ agreed between the sides, whoever tells it
 *
 * 1 only with its time: a visit that is planned for no time cannot be checked; 2 nothing but who comes stands between the two.
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
  if (dates.length === 0 || talks.parties.length < 2) return [];
  const whole = statement.content ?? statement.span;
  const told = words.presupposed.all(text, ...whole).map(({ start, end }): Span => [start, end]);
  const glad = GLAD.has(statement.act);
  const times = glad || words.awaited.has(text, ...whole) ? comingTimes({ text, dates, talks, words }, whole) : [];
  return [...told, ...times].flatMap(([start, end], n): Promised[] => {
    // 来月の訪日の成功に向け: without being glad of it, one has to want something of it
    const counts = (at: Span): boolean => glad || n < told.length || words.awaited.at(text, at[1]) !== undefined;
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
      if (visit?.due) return [{ ...visit, rule: 'visit-planned' }];
    }
    // オルロフ外相の来日: where he comes to is the other side's
    const coming = words.alone.all(text, end, limit).find(({ value }) => value === 'coming');
    const guest = coming && mentions.find(({ kind, party, span: [from, to] }) => kind === 'person' && party && from >= end && to <= coming.start);
    const [host, ...more] = guest?.party && talks.parties.includes(guest.party) ? others([guest.party], talks) : [];
    if (!coming || host === undefined || more.length > 0 || !counts([coming.start, coming.end])) return [];
    const visit = visitTo(item(coming.end), host, [coming.start, coming.end], 'firm');
    return visit?.due ? [{ ...visit, rule: 'visit-planned' }] : [];
  });
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
