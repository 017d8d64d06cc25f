/**
 * The lines of a programme, and the meetings that they name, each with its day.
 *
 *   > 主な行事 / 15日(火) 献花、日本館視察 / 16日(水) ペレス外務次官との会談 / 関係者との夕食会
 *     　　　　　　　　　　　　　　　　　　　　　　　　＾＾＾＾＾＾＾＾＾＾＾＾ of the 16th
 *
 * 1 a programme stands below its heading, or is rows each of which begins with its day; its lines are no sentences; 2 a line without a day is of the
 * day above it; 3 a line that gives two days is of none.
 */
import type { DateMention, Mention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { firstFrom, isBlank, type Span, trimmed } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Level } from '../knowledge.ts';
import type { Page } from '../page.ts';
import { bareEnd } from '../pages.ts';
import { afterBrackets, type Encounter, isOfListDone, isPlanned } from '../telling/encounters.ts';
import { levelNamed } from '../telling/level.ts';
import { dayWithin, isDayTold, isOfDay, isStretch, within } from '../telling/times.ts';
import { isTelling } from '../telling/told.ts';
import { itemAt } from './programme.ts';

/** A meeting that a line names. */
export interface Item {
  readonly passage: Passage;
  /** From the comma before it to the end of its line. */
  readonly span: Span;
  readonly encounter: Encounter;
  /** Up to the name of the meeting. */
  readonly mentions: readonly Mention[];
  readonly level: Level | undefined;
  readonly day: DateMention | undefined;
  /** Countries, and places in them, that the programme named up to the meeting: プノンペン着、外相との会談. */
  readonly places: readonly Mention[];
  /** Where nothing but more of the list follows, and not what came after the meeting: 首脳会談｜後の記者会見. */
  readonly whole: boolean;
}

/** No programme names more meetings. */
const MEETINGS = 400;
/** The day that a row begins with ends within so many signs. */
const DAY = 24;
/** Rows that begin with their days need no heading. */
const ROWS = 2;
/** A line of a programme has no more signs. */
const LINE = 200;
/** Signs of a line's beginning before its day: a bullet, a stroke. */
const LEAD = 3;

const known = new WeakMap<Page['outline'], readonly Item[]>();

/** The meetings of all programmes of a page, in the order of the text. */
export function itemsOf(page: Page): readonly Item[] {
  const items = known.get(page.outline) ?? read(page);
  known.set(page.outline, items);
  return items;
}

function read(page: Page): Item[] {
  const result: Item[] = [];
  const stay = stayOf(page);
  let rows: Item[] = [];
  let days = 0;
  /** Whether the lines stand below the heading of a programme. */
  let headed = false;
  let open = false;
  let day: DateMention | undefined;
  let before: Passage | undefined;
  /** The last that the lines named. */
  let place: Mention | undefined;
  for (const passage of page.outline.passages) {
    if (result.length + rows.length >= MEETINGS) break;
    if (passage.kind === 'furniture') continue;
    const goesOn = open && before !== undefined && isLineBelow(page, before, passage);
    before = passage;
    if (isProgramme(page, passage)) {
      close();
      open = headed = true;
      continue;
    }
    if (!isLine(page, passage) || (passage.kind === 'heading' && !goesOn && !dayOfRow(page, passage, stay))) {
      close();
      continue;
    }
    const under = isUnderProgramme(page, passage);
    const row = dayOfRow(page, passage, stay);
    if (row) days++;
    if (!open && !row && !under) continue;
    open = true;
    headed ||= under;
    const told = within(page.dates, passage.span).filter((date) => isOfDay(date) && !isStretch(date));
    day = row ?? told.at(-1) ?? day;
    rows.push(...itemsIn(page, passage, told.length > 1 ? undefined : day, place));
    place = within(page.mentions, passage.span).findLast(isPlace) ?? place;
  }
  close();
  return result;

  function close(): void {
    if (headed || days >= ROWS) result.push(...rows);
    rows = [];
    days = 0;
    open = headed = false;
    day = place = undefined;
  }
}

/**
 * The same of a programme told in one sentence: 総理表敬、官房長官表敬、ペレス外相との会談を行った.
 */
export function itemsTold(page: Page): Item[] {
  const { text, dates, sentences, words } = page;
  return sentences.flatMap(({ span, passage }): Item[] => {
    if (!isTelling(passage) || !words.bare.stop.has(text.charCodeAt(trimmed(text, span)[1] - 1))) return [];
    const items = itemsIn(page, { ...passage, span }, undefined, undefined);
    const listed = items.filter((item, n) => isOfListDone(text, item.encounter.span[1], span[1], words) || (n > 0 && n === items.length - 1));
    const last = items.at(-1);
    if (!last || listed.length < LISTED || !words.done.at(text, words.more.at(text, last.encounter.span[1])?.end ?? last.encounter.span[1]))
      return [];
    const days = within(dates, [span[0], (items[0] as Item).encounter.span[0]]).filter((date) => isOfDay(date) && !isStretch(date));
    const [day] = days;
    return listed.map((item) => ({ ...item, day: days.length === 1 && day ? day : undefined, whole: true }));
  });
}

/** A sentence that tells of fewer is none. */
const LISTED = 2;

/** The days that the head of the page tells of the journey: 3月3日から7日まで. */
function stayOf({ dates }: Page): DateMention | undefined {
  const [stay, ...others] = dates.filter(isStretch);
  const [from = '', to = ''] = stay?.edtf?.split('/') ?? [];
  return others.every(({ edtf = '' }) => from <= edtf && edtf.slice(11) <= to) ? stay : undefined;
}

/** 主な行事: a line that is the name of a programme, or a heading that ends in it. */
function isProgramme({ text, pack }: Page, { kind, span }: Passage): boolean {
  const programmes = pack.speakers?.programmes ?? [];
  const end = bareEnd(text, span);
  return kind === 'heading'
    ? programmes.some((word) => end - word.length >= span[0] && text.endsWith(word, end))
    : programmes.includes(text.slice(...trimmed(text, [span[0], end])));
}

/** No sentence, no title, and not long. */
function isLine({ text, words }: Page, { kind, path, span }: Passage): boolean {
  if (kind === 'title' || kind === 'dateline' || path.startsWith('note/') || span[1] - span[0] > LINE) return false;
  return !words.bare.stop.has(text.charCodeAt(bareEnd(text, span) - 1));
}

/** Whether a passage stands on the very next line: the last of a list looks like a heading of what follows. */
function isLineBelow({ text }: Page, before: Passage, { span: [start] }: Passage): boolean {
  const between = text.slice(before.span[1], start);
  return between.trim() === '' && between.split('\n').length <= 2;
}

/** 16日(水曜日) ペレス外務次官との会談, 8月30日: the day with which a line begins, by the days of the journey where it has no month. */
function dayOfRow({ text, dates, pack }: Page, { span: [start, end] }: Passage, stay: DateMention | undefined): DateMention | undefined {
  const [day] = within(dates, [start, Math.min(end, start + DAY)]);
  if (!day || day.span[0] - start > LEAD || !isBefore(text, start, day.span[0]) || isStretch(day)) return undefined;
  const at = afterBrackets(text, day.span[1], end);
  if (at < end && !isBlank(text.charCodeAt(at)) && !PARTS.has(fold(text.charCodeAt(at)))) return undefined;
  if (isOfDay(day)) return day;
  return stay && isDayTold(day) ? dayWithin(pack, day, stay) : undefined;
}

/** Between a day and what was done then: a colon, a stroke of a table. */
const PARTS: ReadonlySet<number> = new Set([0x3a, 0x7c]);

/** 」 */
const CLOSES = 0x300d;

/** Whether nothing but a bullet stands before the day. */
function isBefore(text: string, start: number, at: number): boolean {
  for (let i = start; i < at; i++) {
    const unit = text.charCodeAt(i);
    if (!isBlank(unit) && !BULLETS.has(unit)) return false;
  }
  return true;
}

const BULLETS: ReadonlySet<number> = new Set([0x30fb, 0x2022, 0x25cb, 0x25cf, 0x25a0, 0x2d, 0x7c, 0x28, 0xff08]);

function isPlace({ kind, party }: Mention): boolean {
  return (kind === 'place' || kind === 'party') && party !== undefined;
}

function itemsIn(page: Page, passage: Passage, day: DateMention | undefined, place: Mention | undefined): Item[] {
  const { text, words, mentions } = page;
  const [start, end] = passage.span;
  const result: Item[] = [];
  if (isPlanned(text, passage.span, words)) return result;
  let from = start;
  for (const found of words.encounters.all(text, start, end)) {
    if (found.value === 'none') continue;
    const at = listFrom(page, [from, found.start]);
    result.push({
      passage,
      span: [at, end],
      encounter: { kind: found.value, span: [found.start, found.end], reach: found.start },
      mentions: within(mentions, [at, found.start]),
      places: [...(place ? [place] : []), ...within(mentions, [start, found.start]).filter(isPlace)],
      level: levelNamed(text, [at, found.end], words),
      day,
      whole: isWhole(text, found.end, end, words),
    });
    from = found.end;
  }
  return result;
}

/** Where the item begins that ends here: behind the last comma, or that before it where somebody stands before the comma: A首相、B外相との会談. */
function listFrom({ text, mentions }: Page, [start, end]: Span): number {
  let at = itemAt(text, [start, end]);
  for (let n = 0; n < PEOPLE && at > start; n++) {
    const before = mentions[firstFrom(mentions, at) - 1];
    if (before?.kind !== 'person' || before.span[1] !== at - 1 || before.span[0] < start) break;
    at = itemAt(text, [start, before.span[0]]);
  }
  return at;
}

/** A line lists no more people for one meeting. */
const PEOPLE = 12;

/** Whether what is named here is done with: the line ends, or goes on with something else. */
function isWhole(text: string, at: number, end: number, words: Page['words']): boolean {
  // 日豪「2+2」
  const behind = fold(text.charCodeAt(at)) === CLOSES ? at + 1 : at;
  const to = afterBrackets(text, words.more.at(text, behind, end)?.end ?? behind, end);
  if (to >= end || isBlank(text.charCodeAt(to)) || PARTS.has(fold(text.charCodeAt(to)))) return true;
  return (words.lists.at(text, to, end) ?? words.done.at(text, to, end)) !== undefined;
}

/** Whether a passage stands below the heading of a programme. */
export function isUnderProgramme({ text, pack }: Page, { headings }: Passage): boolean {
  const programmes = pack.speakers?.programmes ?? [];
  return headings.some((heading) => {
    const end = bareEnd(text, heading);
    return programmes.some((word) => end - word.length >= heading[0] && text.endsWith(word, end));
  });
}
