/** By when a promise is due. */
import { isComma, isLetter } from '../../language/abilities/head-final.ts';
import type { DateMention } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { type Day, daysBetween } from '../../time/calendar.ts';
import type { Words } from './words.ts';

/** A date further before its promise belongs to something else, in units. */
const REACH = 60;
/** A date told after the thing: 訪日を来年春に. */
const AFTER = 10;
/** Days that stand together are no more than this: a visit of state. The first third of a month fixes no day. */
const TOGETHER = 6;
/** So many years from its first to its last. */
const AGE = 9;
const OPEN = 0x28;
const CLOSE = 0x29;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/**
 * The day told nearest before the thing, or in the words that close it; never one that is past. Two days joined (22日及び23日) are one.
 *
 * @param dates those of the clause; @param at the words of the thing with its deed; @param held EDTF of the talks: what lies
 * before it is told of something that was.
 */
export function dueOf(
  text: string,
  dates: readonly DateMention[],
  at: Span,
  held: string | undefined,
  { joining, becoming, either, starts, sessions, apart }: Pick<Words, 'joining' | 'becoming' | 'either' | 'starts' | 'sessions' | 'apart'>,
): DateMention | undefined {
  let best: DateMention | undefined;
  for (const [n, date] of dates.entries()) {
    if (!date.edtf || date.duration || date.span[0] > at[1] + AFTER || isAge(date.edtf)) continue;
    if (at[0] - date.span[1] > REACH || isPast(date.edtf, held) || isCut(text, at[1], date.span[0], joining) || isAside(text, date.span[1], at[0]))
      continue;
    // 1982年の条約を始め、: where nothing tells when the talks were, a year may lie behind them
    if (!held && date.basis === 'stated') continue;
    // 23日、両外相は、…することで一致した: the day of the talks
    if (date.edtf.slice(0, 10) === held?.slice(0, 10) || isOfNoun(text, date.span[1], at[1], becoming)) continue;
    // 本年から4、5年で: it begins now. 21日19時から行われ、: of the talks
    if ((held?.startsWith(date.edtf) && begins(text, date.span[1], starts)) || sessions.has(text, date.span[1], at[0])) continue;
    // 10日に選挙が行われるが、今後も支援していきたい: the day of what somebody else does, or of what came before
    if (isApart(text, date.span[1], at[0] > date.span[1] ? at[0] : at[1], apart)) continue;
    // 年末か来年初め: which of the two, is left open; 1月末又は2月初め: within the two months
    const first = dates[n - 1];
    if (isEither(text, first, date, either)) {
      best = first && followingMonths(text, first, date);
      continue;
    }
    best = best && joining.includes(text.slice(best.span[1], date.span[0])) ? together(text, best, date) : date;
  }
  return best;
}

/** Whether a clause ends between a day and the deed, and another begins. */
export function isApart(text: string, from: number, to: number, apart: readonly string[]): boolean {
  for (let i = from; i < to; i++) if (isComma(text.charCodeAt(i)) && apart.some((word) => text.endsWith(word, i))) return true;
  return false;
}

/** 今年から｜4、5年で: a length of time follows its beginning. */
function begins(text: string, at: number, starts: readonly string[]): boolean {
  return starts.some((word) => text.startsWith(word, at) && isDigit(fold(text.charCodeAt(at + word.length))));
}

const isDigit = (sign: number): boolean => sign >= 0x30 && sign <= 0x39;

/** 今年末｜か｜来年初め. */
function isEither(text: string, first: DateMention | undefined, last: DateMention, either: readonly string[]): boolean {
  return first !== undefined && last.span[0] >= first.span[1] && either.includes(text.slice(first.span[1], last.span[0]));
}

/** Two months of which the second follows the first, as a stretch. */
function followingMonths(text: string, first: DateMention, last: DateMention): DateMention | undefined {
  const [a, b] = [first, last].map(({ edtf }) => MONTH.exec(edtf ?? ''));
  if (!a || !b || 12 * (Number(b[1]) - Number(a[1])) + Number(b[2]) - Number(a[2]) !== 1) return undefined;
  const span: [number, number] = [first.span[0], last.span[1]];
  return { edtf: `${a[0]}/${b[0]}`, text: text.slice(...span), span, basis: last.basis, rule: 'commitments/months-together' };
}

/** 「21世紀会議」: a century or a decade is no day by which anything is due. */
function isAge(edtf: string): boolean {
  const [from, to] = edtf.split('/');
  return /^\d{2,3}X+$/.test(edtf) || (to !== undefined && /^\d{4}$/.test(to) && Number(to) - Number(from?.slice(0, 4)) >= AGE);
}

/** 専門家会合を設置し、年内に…, 早期開催及び…の年内開催: what stands behind a comma or a joint belongs to the next thing. */
function isCut(text: string, from: number, to: number, joining: readonly string[] = []): boolean {
  if (to > from && joining.some((word) => word.length > 1 && text.startsWith(word, from))) return true;
  for (let i = from; i < to; i++) if (isComma(text.charCodeAt(i))) return true;
  return false;
}

/** 報道官協議(18日開催)に加え、政策対話が…: a day in brackets belongs to what stands before them, unless the next thing follows without a comma. */
function isAside(text: string, from: number, to: number): boolean {
  let closed = false;
  for (let i = from; i < to; i++) {
    const sign = fold(text.charCodeAt(i));
    if (sign === OPEN) return false;
    if (sign === CLOSE) closed = true;
    else if (closed && isComma(sign)) return true;
  }
  return false;
}

/** 2028年に議長国となる某国と共に、: when the other is in the chair, and not when the thing is done. */
function isOfNoun(text: string, from: number, to: number, becoming: Words['becoming']): boolean {
  return becoming.all(text, from, to).some(({ end }) => end < to && isLetter(text.charCodeAt(end)) && !isCut(text, from, end));
}

/** Two days as a stretch; the later one where they do not follow each other. */
function together(text: string, first: DateMention, last: DateMention): DateMention {
  const [a, b] = [first.edtf as string, last.edtf as string];
  if (!DAY.test(a) || !DAY.test(b) || a >= b) return last;
  const span: [number, number] = [first.span[0], last.span[1]];
  return { edtf: `${a}/${b}`, text: text.slice(...span), span, basis: last.basis, rule: 'commitments/days-together' };
}

/** Whether a due date fixes the day, and is no mere limit. */
export function isDay(due: DateMention | undefined, { deadline }: Pick<Words, 'deadline'>): boolean {
  const [from = '', to] = due?.edtf?.split('/') ?? [];
  if (!DAY.test(from) || (to !== undefined && (!DAY.test(to) || days(from, to) > TOGETHER))) return false;
  const rule = due?.rule ?? '';
  return to !== undefined || !deadline.some((word) => rule.endsWith(`/${word}`));
}

function days(from: string, to: string): number {
  return daysBetween(dayOf(from), dayOf(to)) + 1;
}

function dayOf(edtf: string): Day {
  return { year: Number(edtf.slice(0, 4)), month: Number(edtf.slice(5, 7)), day: Number(edtf.slice(8, 10)) };
}

/** Whether a day, month or year lies before the talks; seasons and intervals count by their last part. */
export function isPast(edtf: string, held: string | undefined): boolean {
  const end = edtf.includes('/') ? (edtf.split('/')[1] ?? edtf) : edtf;
  const day = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?/.exec(end === '..' ? '9999' : end)?.[0];
  if (!day || !held) return false;
  return day < held.slice(0, day.length);
}
