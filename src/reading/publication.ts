import type { Pack } from '../language/pack.ts';
import type { DateMention, Known, Mention } from '../record/reading.ts';
import { fold, folded } from '../text/fold.ts';
import { isBlank, trimmed } from '../text/span.ts';
import { findDates } from './dates.ts';
import type { Outline } from './outline.ts';
import type { Stage } from './stage.ts';

export interface Publication {
  readonly title: Known<string> | undefined;
  readonly published: DateMention | undefined;
  /** EDTF of the year that the title tells, where no day or month of the page is told: days without a year are of it. */
  readonly year: string | undefined;
}

/**
 * The page's title and its own date: the day that was given, or told in its dateline, or at the beginning or the end of its title; where no
 * day is told there, the month.
 */
export function findPublication(text: string, outline: Outline, pack: Pack, given: { readonly published?: string }): Stage<Publication> {
  const titleNode = outline.nodes.find((node) => node.kind === 'title');
  const span = titleNode && (trimmed(text, titleNode.span) as [number, number]);
  const title: Known<string> | undefined = span && { value: text.slice(...span), basis: 'stated', span };
  const dates: DateMention[] = [];
  for (const node of outline.nodes) if (node.kind === 'dateline') dates.push(...datesIn(text, node.span, pack));
  if (span) dates.push(...datesIn(text, span, pack).filter((date) => isAtEdge(text, date, span)));
  if (dates.length === 0) dates.push(...beforeText(text, outline, pack));
  const day = dates.findIndex(({ edtf }) => DAY.test(edtf ?? ''));
  let published = day < 0 ? dates.find(({ edtf }) => MONTH.test(edtf ?? '')) : dates[lastListed(dates, day)];
  if (given.published && published?.edtf !== given.published)
    published = { edtf: given.published, text: '', span: [0, 0], basis: 'inferred', rule: 'publication/given' };
  const year = published ? undefined : yearOf(text, outline, pack);
  return { value: { title, published, year }, issues: [] };
}

/**
 * ベトナム社会主義共和国, 東山外務大臣: the country or the person under whom a page is filed is not its title.
 *
 * @param mentions in the order of the text; a country's may end before the kind of state that it calls itself.
 */
export function isMereName({ value, span }: Known<string>, mentions: readonly Mention[], { names }: Pack): boolean {
  const [start, end] = span ?? [0, 0];
  for (const { kind, span: at } of mentions) {
    if (at[0] < start) continue;
    if (at[0] > start || !NAMES.has(kind)) return false;
    const rest = value.slice(at[1] - start);
    return (
      at[1] === end ||
      isLetters(rest) ||
      names?.states.some((state) => rest === state || (rest.startsWith(JOINT) && rest.slice(1) === state)) === true
    );
  }
  return false;
}

/** 欧州連合(EU): the letters of a name in brackets behind it. */
function isLetters(rest: string): boolean {
  return /^[(（][A-Za-zＡ-Ｚａ-ｚ]{1,12}[)）]$/.test(rest);
}

const JOINT = '\u30fb';
const NAMES: ReadonlySet<Mention['kind']> = new Set(['party', 'place', 'person', 'office', 'organisation']);

/** 平成14年8月2日 8月1日、東山大臣は: the page's own date, in one line with the first sentence, which tells a day itself. */
function beforeText(text: string, outline: Outline, pack: Pack): DateMention[] {
  const passage = outline.passages.find(({ kind }) => kind === 'lede' || kind === 'paragraph');
  if (!passage) return [];
  const [start, end] = trimmed(text, passage.span);
  const [first, second] = datesIn(text, [start, Math.min(end, start + HEAD)], pack);
  if (!first || !WHOLE.test(first.edtf ?? '')) return [];
  // 【2022年8月5日(金)1面】 東山大臣は: the day of a paper
  if (isInBrackets(text, first)) return first.span[0] === start + 1 ? [first] : [];
  if (!second || first.span[0] !== start || !second.rule?.includes('day')) return [];
  const near = second.span[0] - first.span[1] <= GLUED || isBehind(first, second);
  return isBlank(text.charCodeAt(first.span[1])) && near ? [first] : [];
}

/** Whether square brackets open right before a date and close soon behind it. */
export function isInBrackets(text: string, { span: [from, to] }: DateMention): boolean {
  if (!SQUARE.has(text.charCodeAt(from - 1))) return false;
  for (let i = to; i <= to + GLUED; i++) if (SQUARED.has(text.charCodeAt(i))) return true;
  return false;
}

/** Brackets that set a note apart from its sentence: 【, ［, [. */
const SQUARE: ReadonlySet<number> = new Set([0x3010, 0xff3b, 0x5b]);
const SQUARED: ReadonlySet<number> = new Set([0x3011, 0xff3d, 0x5d]);

/** 2022年8月5日 1面 某党の北沢代表は4日午前: a bare day that may be one of the few before the page's. */
function isBehind({ edtf = '' }: DateMention, { text, rule }: DateMention): boolean {
  const day = Number.parseInt(folded(text), 10);
  const last = Number(edtf.slice(8));
  const since = day <= last ? last - day : last + SHORTEST - day;
  return rule?.endsWith('day-alone') === true && since < WEEK;
}

const WEEK = 7;
/** A month has no fewer days. */
const SHORTEST = 28;

/** The page's date, and whose time the sentence tells, have no more signs. */
const HEAD = 48;
const GLUED = 12;

/** 平成20年4月25日、26日: of days that a dateline lists, the page tells of all, and is of none before the last. */
function lastListed(dates: readonly DateMention[], first: number): number {
  let last = first;
  for (let i = first + 1; i < dates.length; i++) {
    const [before, next] = [dates[last] as DateMention, dates[i] as DateMention];
    const listed = next.span[0] >= before.span[1] && next.span[0] - before.span[1] <= LISTED;
    if (!listed || !WHOLE.test(next.edtf ?? '') || (next.edtf as string) <= (before.edtf as string)) break;
    last = i;
  }
  return last;
}

/** Between two days of a list there are no more signs: 、, 及び. */
const LISTED = 2;

/**
 * The one year at the end of a title line, or of the occasion that a title begins with.
 *
 *   > 主な要人の来日(平成12年)     > 2016年APECの際の日露外相会談
 *     　　　　　　　　＾＾＾＾＾     ＾＾＾＾＾
 */
function yearOf(text: string, outline: Outline, pack: Pack): string | undefined {
  const occasions = pack.talks && 'occasions' in pack.talks ? pack.talks.occasions.title : [];
  const years = new Set<string>();
  for (const { kind, span } of outline.passages) {
    if (kind === 'furniture') continue;
    if (kind !== 'title' && kind !== 'heading') break;
    const [start, end] = trimmed(text, span) as [number, number];
    for (const date of datesIn(text, [start, end], pack)) {
      if (!YEAR.test(date.edtf ?? '')) continue;
      const [from, to] = date.span;
      const ofOccasion = from === start && occasions.some((word) => text.slice(to, end).includes(word));
      if (ofOccasion || (end - to <= 1 && isAtEdge(text, date, [start, end]))) years.add(date.edtf as string);
    }
  }
  return years.size === 1 ? [...years][0] : undefined;
}

const DAY = /^\d{4}-\d\d-\d\d/;
/** A day, and no hour of it. */
const WHOLE = /^\d{4}-\d\d-\d\d$/;
const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-(?:0\d|1[0-2])$/;

function datesIn(text: string, [start, end]: readonly [number, number], pack: Pack): DateMention[] {
  return findDates(text.slice(start, end), pack, {}).value.map((date) => {
    date.span = [date.span[0] + start, date.span[1] + start];
    return date;
  });
}

/** At the beginning or the end of the title, with nothing but a blank or a bracket between: `…会談(概要) 平成12年8月25日`. */
function isAtEdge(text: string, { span: [from, to] }: DateMention, [start, end]: readonly [number, number]): boolean {
  const apart = (at: number) => at < start || at >= end || isBlank(text.charCodeAt(at)) || isBracket(fold(text.charCodeAt(at)));
  return (from - start <= 1 || end - to <= 1) && apart(from - 1) && apart(to);
}

const isBracket = (unit: number) => unit === 0x28 || unit === 0x29;
