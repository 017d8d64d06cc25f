/** Which day of the sentence is that of a step. */
import { isComma, isStop } from '../../language/abilities/head-final.ts';
import type { DateMention } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { firstFrom } from '../../text/span.ts';
import { BESIDE, dateBefore, inBracket, isKana, type Named, NEAR, opensQuote, pastBracket, type Sheet } from './sheet.ts';

/** How far a step may stand from its day, and from its day over a comma, in units. */
const DAY = 60;
const OVER_COMMA = 24;
/** Of a clause that a comma sets under a day the step stands no further behind it; so many lengths and clock times may stand between. */
const FAR = 320;
const FEW = 3;
/** Before the day that opens a sentence stands no more than a number or なお、. */
const HEAD = 4;

/** Certainly before: last year's, last month's. */
export function isEarlier({ edtf: day = '' }: DateMention, than: DateMention | undefined): boolean {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(day) && day < (than?.edtf ?? '').slice(0, day.length);
}

/** 昨年の投資協定の発効: nothing but particles between the day, the name and the step, or the day and the step. */
export function isDayOf({ text, here }: Sheet, { span: [, day] }: DateMention, step: number): boolean {
  if (step - day <= BESIDE) return true;
  const first = here.find(({ name: { span } }) => span[0] >= day && span[0] - day <= BESIDE);
  // 7月のA及びBの署名: the last of a row stands beside its step
  const last =
    first && here.findLast(({ name: { span } }) => span[0] >= first.name.span[0] && Math.abs(step - pastBracket(text, span[1], step)) <= BESIDE);
  if (!last) return false;
  for (let i = first.name.span[1]; i < last.name.span[0]; i++) if (isComma(text.charCodeAt(i))) return false;
  return last.name.span[0] - first.name.span[1] <= NEAR;
}

/** The day told nearest before the event and after the event before it, which took what stood there. */
export function dayOf({ text, dates, here, words }: Sheet, at: number, from: number): DateMention | undefined {
  let best: DateMention | undefined;
  const names = here.slice(firstNamed(here, at - FAR), firstNamed(here, at));
  for (let i = firstFrom(dates, Math.max(from, at - FAR)); i < dates.length; i++) {
    const date = dates[i] as DateMention;
    if (date.span[1] > at) break;
    if (!date.edtf || date.duration || date.edtf.includes('T') || apart(date) > DAY) continue;
    best = date;
  }
  // 2日、「条約が｜発効します」: quoted words have a day of their own
  if (!best || opensQuote(text, best.span[1], at)) return undefined;
  const distance = apart(best);
  if (distance === 0) return best;
  const far = distance > OVER_COMMA;
  const onOccasion = far && words.occasions.has(text, best.span[1], at);
  if (onOccasion && isOccasion(best.span[1])) return best;
  for (let i = pastBracket(text, best.span[1], at); i < at; i++) {
    const unit = text.charCodeAt(i);
    if (isStop(unit) || (far && isComma(unit))) return undefined;
  }
  // 4月の首脳会談の際の: the day of the occasion
  return onOccasion ? undefined : best;

  /** 昨年7月の会議の際に、両首脳によって発出された: done on it; no other verb stands between. */
  function isOccasion(end: number): boolean {
    const told = words.occasions.all(text, end, at)[0];
    const mark = told && words.dayMarks.find((word) => text.startsWith(word, told.end));
    if (!told || mark === undefined) return false;
    for (let i = end; i < told.start; i++) if (isComma(text.charCodeAt(i))) return false;
    return !words.tensed.all(text, told.end + mark.length, at).some((found) => found.end < at);
  }

  /** How far the step stands behind the day, names of instruments aside; a name right behind its day keeps it: 13日、…に関する協定が…発出された. */
  function apart({ span: [, end] }: DateMention): number {
    const between = names.filter(({ name: { span } }) => span[0] >= end && span[1] <= at);
    // 昨年10月の協定第8回交渉の後、今般、同協定が…: pointed at anew, and not of that day
    const beside = between[0] && between[0].name.span[0] - end <= BESIDE;
    if (beside) return between.length > 1 && between.at(-1)?.name.pointing ? Number.POSITIVE_INFINITY : 0;
    return between.reduce((rest, { name: { span } }) => rest - (span[1] - span[0]), at - end);
  }
}

/** The first of the instruments named whose name begins at `from` or behind it. */
function firstNamed(here: Sheet['here'], from: number): number {
  let low = 0;
  let high = here.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((here[middle] as Named).name.span[0] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 4月14日、…において、…との間で、協定の署名が行われた: the day that opens the sentence is that of all it tells, where no other is told. */
export function headDay({ text, span, dates }: Sheet, at: number, from: number): DateMention | undefined {
  const [first, ...rest] = dates.filter((date) => date.edtf !== undefined && !date.duration && date.span[0] < at);
  if (!first || !/^\d{4}-\d\d-\d\d$/.test(first.edtf as string) || first.span[0] - span[0] > HEAD) return undefined;
  if (opensQuote(text, first.span[1], at)) return undefined;
  // 10月11日(現地時間同日)、; …条約(2008年1月15日署名)の; 2月1日に署名された: the day of the step before
  if (rest.some(({ edtf, span: [start] }) => start >= from && edtf !== first.edtf && !inBracket(text, first.span[1], start))) return undefined;
  return isComma(text.charCodeAt(pastBracket(text, first.span[1], at))) ? first : undefined;
}

/** 昨年3月、…、租税条約が署名された: a sentence that opens with an earlier time tells nothing that was done at the talks. */
export function opensEarlier({ text, span, dates, met }: Sheet, at: number): boolean {
  const [first] = dates;
  if (!first || first.duration || first.span[0] - span[0] > HEAD || first.span[1] >= at) return false;
  return isEarlier(first, met?.date) && isComma(text.charCodeAt(pastBracket(text, first.span[1], at)));
}

/**
 * 1月16日、モスクワにおいて、某大使との間で、署名が行われ: the day that a comma sets before the clause, where only who, where and with
 * whom stands between it and the step. It may be a day whose year the page does not tell.
 */
export function clauseDay(sheet: Sheet, at: number, from: number): DateMention | undefined {
  const { text, words } = sheet;
  let date = dateBefore(sheet, at);
  for (let steps = 0; date && (date.duration || date.edtf?.includes('T')) && steps < FEW; steps++) date = dateBefore(sheet, date.span[0]);
  if (!date || date.duration || date.edtf?.includes('T') || date.span[0] < from || at - date.span[1] > FAR || !isTold(date)) return undefined;
  if (opensQuote(text, date.span[1], at)) return undefined;
  // 昨日(12日)、: the same day once more, in brackets
  const close = fold(text.charCodeAt(date.span[1])) === 0x29 && inBracket(text, date.span[1] - DAY, date.span[1]) ? date.span[1] + 1 : date.span[1];
  const end = pastBracket(text, close, at);
  const mark = words.dayMarks.find((word) => text.startsWith(word, end));
  const next = end + (mark?.length ?? 0);
  // 8月末に借款及び無償資金協力に関する交換公文が署名された: no comma, and no other verb
  const bare = mark !== undefined && at - next < NEAR && !words.tensed.all(text, next, at).some((found) => found.end < at);
  if (!(isComma(text.charCodeAt(next)) || bare) || words.here.has(text, next, at)) return undefined;
  for (let i = next + 1; i < at; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x3002) return undefined;
    if (isComma(unit) && isKana(text.charCodeAt(i - 1)) && !words.adverbials.some((word) => text.endsWith(word, i))) return undefined;
  }
  return date;
}

/** Whether the day told nearest before `to`, behind `from`, is one that the text does not settle: 4月9日 beside another year. */
export function isUnsettled({ dates }: Sheet, from: number, to: number): boolean {
  const date = dates[firstFrom(dates, to) - 1];
  return date !== undefined && !date.edtf && !date.duration && date.span[0] >= from && to - date.span[1] <= DAY && isTold(date);
}

/**
 * 平成20年5月21日に署名され、11月30日に発効した: of two steps in a row, a day without a year that follows the first in the calendar is of the same year.
 *
 * @param first the day of the step before, of the same document.
 */
export function carriedDay({ dates }: Sheet, first: DateMention | undefined, from: number, to: number): DateMention | undefined {
  const date = dates[firstFrom(dates, to) - 1];
  if (!date || date.edtf || date.duration || date.span[0] < from || to - date.span[1] > DAY || !/^\d{4}-\d\d/.test(first?.edtf ?? ''))
    return undefined;
  const [month, day, ...more] =
    Array.from(date.text, (sign) => String.fromCharCode(fold(sign.charCodeAt(0))))
      .join('')
      .match(/\d{1,2}/g) ?? [];
  if (month === undefined || day === undefined || more.length > 0 || Number(month) > 12) return undefined;
  const edtf = `${first?.edtf?.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return edtf > (first?.edtf as string)
    ? { ...date, edtf, basis: 'inferred', rule: 'instruments/year-carried', anchor: first?.edtf as string }
    : undefined;
}

/** Whether a number tells it, and not only 先般. */
function isTold({ edtf, text }: DateMention): boolean {
  if (edtf) return true;
  for (let i = 0; i < text.length; i++) {
    const unit = fold(text.charCodeAt(i));
    if (unit >= 0x30 && unit <= 0x39) return true;
  }
  return false;
}
