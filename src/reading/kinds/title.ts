/**
 * What a title says of the kind of its text.
 *
 *   > 日露外相会談後の共同記者会見
 *     　　　　　　　　＾＾＾＾＾＾ the last word of the title says it
 */
import type { Pack } from '../../language/pack.ts';
import type { DocumentKind, Known } from '../../record/reading.ts';
import { folded } from '../../text/fold.ts';
import { type Span, trimmed } from '../../text/span.ts';
import type { Outline } from '../outline.ts';
import { type Knowledge, knownOf } from './knowledge.ts';

/** The rule of a title that looks ahead. */
export const COMING = 'kinds/coming';
/** Without a title, or above it, the first line of all stands for one, and without it the first of the text, if they are no longer. */
const TITLE = 200;
/** Where there is no title, so many short lines at the head may hold it: the house, the section, what it is; above one so many are looked at. */
const HEAD = 3;
const SHORT = 120;
/** So many words apart, none of them longer, are links. */
const LINKS = 5;
const LINK = 16;
const ABOVE = 6;
/** A window's title goes on behind this with the name of the house. */
const HOUSE = /\s[|\uff5c]\s/u;
/** A row of the house's sections begins with it. */
const ROW = /^\s*[|\uff5c]/u;

/** The title and what stands above it; without one the lines of the head that may be it. */
export function headOf(text: string, { nodes, passages }: Outline, title: Known<string> | undefined, known: Knowledge): Span[] {
  const top = nodes[0]?.span;
  if (title) {
    // 連載 / 社説 / …: a line above a title that is nothing but a word of these says what the page is.
    const at = nodes.findIndex(({ span }) => span[1] > title.span[0]);
    const above = nodes.slice(Math.max(1, at - ABOVE), Math.max(1, at)).map(({ span }) => span);
    const alone = above.filter((span) => isTerm(text, span, known));
    return [
      wholeTitle(text, title.span, known),
      ...(top && top[0] < title.span[0] && top[1] - top[0] <= TITLE && !isMenu(text, top) ? [top] : []),
      ...alone,
    ];
  }
  const head = [...(top ? [top] : []), ...passages.slice(0, HEAD).map(({ span }) => span)];
  const lines: Span[] = [];
  for (const span of head) {
    if (span[0] < (lines.at(-1)?.[1] ?? 0)) continue;
    // With the first sentence begins the text, and what a sentence speaks of is not what the page is.
    if (endsSentence(text, span) || (lines.length > 0 && span[1] - span[0] > SHORT)) break;
    lines.push(...cutTitle(span, known));
  }
  return lines;
}

export function inTitle(text: string, [start, whole]: Span, { titles, ends, coming, bound, knowledge }: Knowledge): Known<DocumentKind> | undefined {
  const house = HOUSE.exec(text.slice(start, whole));
  const end = house && !ROW.test(text.slice(start, whole)) ? start + house.index : whole;
  const bare = folded(text.slice(start, end))
    .replace(/(?:\s*[([\u3010\uff3b][^()[\]\u3010\u3011]{0,40}[)\]\u3011])+\s*$/u, '')
    .trimEnd();
  const words = titles
    .all(text, start, end)
    .map((found) => ({ kind: found.value, span: [found.start, found.end] as [number, number], rule: 'kinds/title' }));
  const within = ([from, to]: Span) => words.some(({ span }) => span[0] <= from && to <= span[1]);
  for (const { start: from, end: to } of wholeIn(coming, text, [start, end]))
    if (!within([from, to])) words.push({ kind: 'schedule', span: [from, to], rule: COMING });
  const tail = ends.find(([word]) => bare.endsWith(word));
  if (tail) {
    const to = start + bare.length;
    const span: [number, number] = [to - tail[0].length, to];
    // An end stands in its place among the words, but not inside a longer one.
    if (!within(span)) words.push({ kind: tail[1], span, rule: 'kinds/end' });
  }
  words.sort((a, b) => a.span[0] - b.span[0]);
  const said = words.filter(({ kind }) => !words.some((other) => knowledge.yields[kind]?.includes(other.kind)));
  const one = knowledge.head === 'last' ? said.at(-1) : said[0];
  // 共同声明が深夜に出た理由: the statement is what the page tells of, not what it is.
  if (one && one.kind !== 'readout' && one.rule !== COMING && bound.some((word) => text.startsWith(word, one.span[1]))) return undefined;
  return one && { value: one.kind, basis: 'stated', span: one.span, rule: one.rule };
}

/** The kind that a title alone says, as in a list of links; undefined where it says none. */
export function kindOfTitle(title: string, pack: Pack): DocumentKind | undefined {
  return pack.kinds && inTitle(title, [0, title.length], knownOf(pack.kinds))?.value;
}

/** トップページ 新着情報 報道官談話 総領事館ご案内: a row of links, of which none says what the page is. */
function isMenu(text: string, [start, end]: Span): boolean {
  const parts = text
    .slice(start, end)
    .trim()
    .split(/[\s\u3000|>]+/u);
  return parts.length >= LINKS && parts.every((part) => part.length <= LINK) && !text.slice(start, end).includes('\u3002');
}

function isTerm(text: string, span: Span, { titles }: Knowledge): boolean {
  const [start, end] = trimmed(text, span);
  return titles.at(text, start, end)?.end === end;
}

/** 日露外相会談及び共同記者会見: where talks are told, the page is an account of them. */
export function besideTalks(text: string, [start, end]: Span, { titles, knowledge }: Knowledge): boolean {
  const last = titles.all(text, start, end).findLast(({ value }) => value === 'readout');
  return last !== undefined && knowledge.beside.some((word) => text.startsWith(word, last.end));
}

/** Where the words do not go on in small letters: "to meet", not "to meetings". */
export function wholeIn(words: Knowledge['ahead'], text: string, [start, end]: Span) {
  return words.all(text, start, end).filter((found) => !/^\p{Ll}/u.test(text.slice(found.end, found.end + 1)));
}

/** A title with the lines in which it goes on. */
function wholeTitle(text: string, [start, end]: Span, { goesOn }: Knowledge): Span {
  let to = end;
  while (to - start < TITLE && goesOn.some((word) => folded(text.slice(start, to)).trimEnd().endsWith(word))) {
    const next = /^[^\S\n]*\n\s*[^\n]{1,120}/.exec(text.slice(to, to + TITLE))?.[0];
    if (!next) break;
    to += next.trimEnd().length;
  }
  return [start, to];
}

/** A first line in the place of a title: of a longer one the beginning, where titles say first what they are. */
function cutTitle([start, end]: Span, { knowledge }: Knowledge): Span[] {
  if (end - start <= TITLE) return [[start, end]];
  return knowledge.head === 'first' ? [[start, start + TITLE]] : [];
}

function endsSentence(text: string, [start, end]: Span): boolean {
  return /[.!?\u3002][\u201d"']*(?:\s*\([^()]{0,40}\))?$/.test(text.slice(start, end).trimEnd());
}
