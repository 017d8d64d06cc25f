/**
 * The life of a treaty told as lines, a day on one and its step on the next.
 *
 *   > 平成20年5月21日
 *   > モスクワで署名
 *     　　　　　＾＾ signed on the day above, of the treaty named last
 *
 * 1 the line of the day holds nothing else; 2 the step ends its line, which is short and names no other treaty and no day.
 */
import { isStop } from '../../language/abilities/head-final.ts';
import type { DateMention } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isBlank, type Span } from '../../text/span.ts';
import type { Happening } from './happenings.ts';
import { isBracket, pastBracket, type Sheet } from './sheet.ts';

/** A line that tells a step is no longer, in units. */
const LINE = 40;
/** Two days that are told together stand no further apart: 14日(水曜日)、15日. */
const TWO = 8;
const COLON = 0x3a;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The day of a line that is nothing but a day. */
export function dayOfLine(text: string, span: Span, dates: readonly DateMention[]): DateMention | undefined {
  const [day, ...more] = dates;
  if (!day?.edtf || day.duration || more.length > 0) return undefined;
  const [start, end] = trimmed(text, span);
  return day.span[0] === start && day.span[1] === end ? day : undefined;
}

/** Before the day with which a line of a programme begins stands no more: 1, ・. */
const HEAD = 3;

/** 11月1日(水) 歓迎式典: the day with which a line of a programme begins, that of the lines below it too. */
export function dayAtHead(text: string, span: Span, dates: readonly DateMention[]): DateMention | undefined {
  const [day] = dates;
  const [start] = trimmed(text, span);
  if (!day?.edtf || day.duration || !DAY.test(day.edtf) || day.span[0] - start > HEAD || !isLine(text, span)) return undefined;
  const next = text.charCodeAt(day.span[1]);
  return isBlank(next) || fold(next) === COLON ? day : undefined;
}

/** What the line below a day tells to have been done on it. Never throws. */
export function findLineSteps({ text, span, here, latest, statements, words }: Sheet, date: DateMention): Happening[] {
  const [start, end] = trimmed(text, span);
  if (!latest || here.length > 0 || end - start > LINE) return [];
  const step = words.events.all(text, start, end).at(-1);
  // 署名式, in a programme: of what, is not told
  if (
    !step ||
    step.value.where ||
    words.ceremonies.at(text, step.start) ||
    (step.value.how !== 'named' && step.value.how !== 'done') ||
    pastBracket(text, step.end, end) !== end
  )
    return [];
  const statement = statements.find((one) => one.span[0] <= step.start && one.span[1] >= step.end);
  return [{ draft: latest, event: step.value.event, span: [step.start, step.end], when: 'told', date, statement }];
}

function trimmed(text: string, [from, to]: Span): Span {
  let [start, end] = [from, to];
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

/** A line of a programme: no sentence, which ends in a stop. */
export function isLine(text: string, span: Span): boolean {
  const [start, end] = trimmed(text, span);
  const last = text.charCodeAt(end - 1);
  return end > start && (!isStop(last) || isBracket(last));
}

/** 6月30日(月曜日), and below it 外相会談、交換公文署名式: what a programme tells without a day is done on that under which it stands. */
export function onDay(happening: Happening, day: DateMention): Happening {
  return happening.when === 'unknown' ? { ...happening, when: 'told', date: day } : happening;
}

/** 交換公文署名式, the whole line of a programme, or its end; 共同声明署名 where the page tells of talks. */
export function findCeremony({ text, span, here, words, talked }: Sheet, day: DateMention): Happening[] {
  const last = here.at(-1);
  if (!last?.draft) return [];
  const at = pastBracket(text, last.name.span[1], span[1]);
  const step = (talked || words.ceremonies.at(text, at)) && words.events.at(text, at);
  if (step?.value.how !== 'named' || step.end !== trimmed(text, span)[1]) return [];
  return [{ draft: last.draft, event: step.value.event, span: [step.start, step.end], when: 'told', date: day }];
}

/** 6月30日~7月1日、某大臣は: the days with which a passage begins, in numbers; not 14日、15日に, of which either may be meant. */
export function openingDays(text: string, [start]: Span, [first, second]: readonly DateMention[]): DateMention | undefined {
  if (first?.edtf === undefined || first.duration || first.span[0] - start > HEAD || !isNumbered(text, first.span)) return undefined;
  if (!first.edtf.split('/').every((day) => DAY.test(day))) return undefined;
  const beside = second?.edtf !== undefined && DAY.test(second.edtf) && second.span[0] - first.span[1] <= TWO;
  return beside && second?.edtf !== first.edtf ? undefined : first;
}

function isNumbered(text: string, [start]: Span): boolean {
  const sign = fold(text.charCodeAt(start));
  return sign >= 0x30 && sign <= 0x39;
}
