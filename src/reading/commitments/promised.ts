/** One promise, before it is merged with the others of its page. */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Commitment, DateMention, Mention, Talks } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isQuoteEnd, isQuoteStart } from '../../text/quotes.ts';
import type { Span } from '../../text/span.ts';
import { isHan, isJoint, isKatakana } from '../mentions/scripts.ts';
import { dueOf, isDay } from './due.ts';
import { clauseStart, type Grade, type Item } from './items.ts';
import type { Words } from './words.ts';

export interface Promised {
  readonly kind: Commitment['kind'];
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly stage: Commitment['stage'];
  /** The words of the undertaking. */
  readonly span: Span;
  /** The thing and its deed within them. */
  readonly at?: Span;
  readonly due: DateMention | undefined;
  /** The day itself is told, and not only that of an occasion of several days. */
  readonly fixed: boolean;
  /** Told by one side as settled, and no mere wish: with a day fixed it is scheduled. */
  readonly announced?: true | undefined;
  /** What tells promises of one kind and pair apart: the deed with its object, the sum, the name of the meeting. */
  readonly matter: string;
  /** Who visits, where the words name someone. */
  readonly visitor?: string;
  /** The mention of that person. */
  readonly guest?: Mention;
  /** An invitation to an event. */
  readonly event?: true;
  /** An invitation to an event whose place is not told: to take it up is no promise to visit the host. */
  readonly elsewhere?: true;
  readonly conditions: NonNullable<Commitment['conditions']>;
  readonly rule: string;
}

const OPEN = 0x28;
const CLOSE = 0x29;

interface Told {
  readonly kind: Commitment['kind'];
  readonly by: readonly string[];
  readonly to: readonly string[];
  /** The words of the thing and of its deed. */
  readonly at: Span;
  readonly grade: Grade;
  readonly matter?: string;
  readonly visitor?: string | undefined;
  readonly guest?: Mention | undefined;
  readonly rule: string;
}

/** A promise of an item. What is only aimed at is not agreed: an arrangement still to be made is an intention. */
export function promised(item: Item, { kind, by, to, at, grade, matter = '', visitor, guest, rule }: Told): Promised {
  const { text, span, dates, talks, words } = item;
  const stage = grade === 'aimed' && (item.stage === 'agreed' || item.stage === 'accepted') ? 'intended' : item.stage;
  const conditions = conditionsOf(text, span, words);
  const due = dueOf(text, dates, at, talks.date?.edtf, words);
  const onOccasion = due?.edtf?.includes('/') === true && words.occasions.has(text, due.span[1], Math.max(due.span[1], at[1]));
  return {
    kind,
    by,
    to,
    stage,
    fixed: isDay(due, words) && !onOccasion,
    ...((kind === 'visit' || kind === 'meeting') && grade === 'firm' && !words.wishes.has(text, at[1], item.limit) && { announced: true as const }),
    span: unquoted(text, [listStart(item, clauseStart(text, span[0], outside(text, span[0], at))), nounEnd(item, at[1])]),
    at,
    due,
    matter,
    ...(visitor !== undefined && { visitor }),
    ...(guest && { guest }),
    conditions,
    rule,
  };
}

/** 「来年訪問したい」: without the mark that opens what was said, where it closes behind, and one that only closes it. */
function unquoted(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end];
  let depth = 0;
  let open = -1;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (isQuoteStart(unit)) {
      if (depth++ === 0) open = i;
    } else if (isQuoteEnd(unit)) depth--;
  }
  if (depth > 0 && open === from) from++;
  while (to > from && depth < 0 && isMark(text.charCodeAt(to - 1))) to--;
  return [from, to];
}

const isMark = (unit: number): boolean => isQuoteEnd(unit) || unit === 0x3002;

/** 文化会議(日本側委員長は某学長、…)の立ち上げ: where the thing begins within a bracket that closes before its deed, where that opens. */
function outside(text: string, from: number, [start, end]: Span): number {
  let depth = 0;
  for (let i = start; i < end; i++) {
    const sign = fold(text.charCodeAt(i));
    if (sign === OPEN) depth++;
    if (sign !== CLOSE || depth-- > 0) continue;
    for (let j = start, inner = 0; j > from; j--) {
      const before = fold(text.charCodeAt(j - 1));
      if (before === CLOSE) inner++;
      if (before === OPEN && inner-- === 0) return j - 1;
    }
    return start;
  }
  return start;
}

/** 道路、水道施設の改修: back over the things of a list that stand before its last comma. */
function listStart({ text, span, dates, words }: Item, at: number): number {
  let start = at;
  while (start > span[0] && isComma(text.charCodeAt(start - 1))) {
    let from = start - 1;
    while (from > span[0] && isThing(text.charCodeAt(from - 1))) from--;
    const head = from === span[0] || isComma(text.charCodeAt(from - 1));
    if (!head || start - 1 - from < 2 || words.adverbs.has(text.slice(from, start - 1))) break;
    if (dates.some((date) => date.span[0] < start && date.span[1] > from)) break;
    start = from;
  }
  return start;
}

/** 100億円の供与を: the end of what is promised, without the particle by which its last noun hangs on the verb. */
function nounEnd({ text, span, words }: Item, at: number): number {
  const end = Math.max(at, span[1]);
  return isThing(text.charCodeAt(end - 2)) && words.cases.at(text, end - 1, end) ? end - 1 : end;
}

const isThing = (unit: number): boolean => isHan(unit) || isKatakana(unit) || isJoint(unit);

/** 国会の日程が許せば: the conditions told inside what was said. */
export function conditionsOf(text: string, span: Span, words: Words): NonNullable<Commitment['conditions']> {
  // 訪問できればと考えている: a wish
  const told = words.conditions.all(text, span[0], span[1]).filter(({ start, end }) => (words.closings.at(text, start)?.end ?? end) <= end);
  return told.map((found) => {
    const from = clauseStart(text, span[0], found.start);
    const end = isComma(text.charCodeAt(found.end - 1)) ? found.end - 1 : found.end;
    return { value: text.slice(from, end), basis: 'stated' as const, span: [from, end] as [number, number] };
  });
}

/** The parties of the talks on the other side. */
export function others(speakers: readonly string[], talks: Talks): string[] {
  return talks.parties.filter((party) => !speakers.includes(party));
}
