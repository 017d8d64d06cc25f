/**
 * Lines of pages to paragraphs: a line that is full goes on in the next, over ends of columns and pages too. A word that was parted
 * at the end of a line is one word again. Running heads and feet are apart.
 *
 *   > 両外相は、来年の⏎訪問について　　one paragraph: the line is full and nothing begins anew
 */
import { type Made, makeBlocks } from '../blocks.ts';
import { isWide, type Line } from './lines.ts';
import { median } from './runs.ts';

export interface PageLines {
  readonly lines: readonly Line[];
  readonly height: number;
}

/** Headings have letters so much larger than the text, and are no longer than that. */
const HEADING = { larger: 1.18, letters: 120 } as const;

/** @param most units of text; what is beyond is left out. */
export function findParagraphs(pages: readonly PageLines[], most: number): Made & { readonly cut: boolean } {
  const furniture = findFurniture(pages);
  const usual = usualSize(pages);
  const sizes = [...new Set(pages.flatMap(({ lines }) => lines.map(({ size }) => round(size))))]
    .filter((size) => size >= usual * HEADING.larger)
    .sort((a, b) => b - a);
  const whole = wholeWords(pages);
  const blocks = makeBlocks();
  let open: { text: string; lines: Line[]; breaks: number[] } | undefined;
  let waiting: Line[] = [];
  let cut = false;
  const usualRight = rightsOf(pages.map(({ lines }) => boundsOf(lines.filter((line) => !furniture.has(line)))));
  let held: Bounds = { left: 0, right: 0, lines: 0, leading: 0 };

  const flush = () => {
    if (!open) return;
    const before = blocks.length;
    const [first] = open.lines as [Line];
    const rank = sizes.indexOf(round(first.size));
    const heading = rank >= 0 && open.text.length <= HEADING.letters;
    blocks.add(open.text, heading ? { kind: 'heading', level: Math.min(6, rank + 1) } : { kind: first.cells ? 'cell' : 'paragraph' });
    const length = blocks.length - before;
    for (const at of open.breaks) blocks.endPage(length - at);
    open = undefined;
    for (const line of waiting) aside(line);
    waiting = [];
  };
  const aside = (line: Line) => blocks.add(line.text, { kind: 'paragraph', region: furniture.get(line) ?? 'footer' });

  pages.forEach(({ lines }, p) => {
    let first = true;
    const margins = lines.filter((line) => furniture.has(line));
    const bounds = boundsOf(
      lines.filter((line) => !furniture.has(line)),
      usualRight,
    );
    const opening = () => {
      if (!first) return;
      first = false;
      if (p > 0) blocks.endPage();
      for (const line of margins) aside(line);
    };
    for (const line of lines) {
      if (furniture.has(line)) continue;
      if (blocks.length > most) {
        cut = true;
        break;
      }
      const own = bounds[line.column] as Bounds;
      const its = held;
      held = own;
      if (open && goesOn(open.lines, line, [its, own], first && p > 0)) {
        if (first) {
          open.breaks.push(open.text.length);
          waiting.push(...margins);
          first = false;
        }
        open.text = joined(open.text, line.text, whole);
        open.lines.push(line);
        continue;
      }
      flush();
      opening();
      open = { text: line.text, lines: [line], breaks: [] };
    }
    if (first) {
      flush();
      opening();
    }
  });
  flush();
  if (pages.length > 0) blocks.endPage();
  return { ...blocks.done(), cut };
}

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly lines: number;
  /** From one line to the next, as most of them stand. */
  readonly leading: number;
}

/** Where the lines of each column of a page begin and end: a few that stand out do not count. */
function boundsOf(lines: readonly Line[], usualRight?: (left: number) => number): Bounds[] {
  const bounds: Bounds[] = [];
  for (let from = 0; from < lines.length; ) {
    const { column } = lines[from] as Line;
    let to = from;
    while (to < lines.length && (lines[to] as Line).column === column) to++;
    const some = lines.slice(from, to);
    const starts = some.map(({ x }) => x).sort((a, b) => a - b);
    const ends = some.map(({ end }) => end).sort((a, b) => a - b);
    const left = starts[Math.floor(starts.length * 0.1)] as number;
    const right = ends[Math.floor(ends.length * 0.95)] as number;
    const leading = median(some.slice(1).map(({ y }, i) => y - (some[i] as Line).y));
    bounds[column] = { left, right: some.length < FEW && usualRight ? Math.max(right, usualRight(left)) : right, lines: some.length, leading };
    from = to;
  }
  return bounds;
}

/** So few lines do not show where their column ends: then columns that begin there on other pages say it. */
const FEW = 5;
const PLACE = 12;

function rightsOf(pages: readonly (readonly Bounds[])[]): (left: number) => number {
  const rights = new Map<number, number>();
  for (const bounds of pages)
    for (const one of bounds) {
      if (!one) continue;
      const place = Math.round(one.left / PLACE);
      rights.set(place, Math.max(rights.get(place) ?? Number.NEGATIVE_INFINITY, one.right));
    }
  return (left) => Math.max(...[-1, 0, 1].map((by) => rights.get(Math.round(left / PLACE) + by) ?? Number.NEGATIVE_INFINITY));
}

/** Whether a line goes on with what the lines before it say. @param bounds of the columns of the last and of the next. */
function goesOn(before: readonly Line[], next: Line, [its, own]: readonly [Bounds, Bounds], newPage: boolean): boolean {
  const last = before.at(-1) as Line;
  if (last.cells || next.cells) return false;
  const size = last.size;
  if (Math.abs(next.size - size) > size * 0.15) return false;
  const below = next.y - last.y;
  const sameColumn = !newPage && next.column === last.column && below > 0;
  if (sameColumn && below > size * 2.6) return false;
  // What stands at the right edge, as a day, or alone above columns, does not go on.
  if (last.x > (its.left + its.right) / 2 || (!sameColumn && !newPage && its.lines < 2)) return false;
  // Full: what begins the next line would not have found room in this one.
  if (last.end + roomFor(next) <= its.right) return false;
  const ended = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}"']*$/u.test(last.text);
  if (!ended) return true;
  if (sameColumn && own.lines > FEW && below > own.leading * 1.4) return false;
  if (MARK.test(next.text)) return false;
  if (!sameColumn) return next.x - own.left < size * 0.7;
  return next.x - (before[1] ?? last).x < size * 0.7;
}

/** A number or sign with which items begin. */
const MARK = /^(?:\p{Ps}?\p{N}{1,2}[\p{Pe}.\uff0e\u3001\s]|[\p{So}\u2022\u30fb\u25a0-\u25ff]|\p{No})/u;

function roomFor({ text, size }: Line): number {
  // Signs that may not begin a line draw one or two others to the next.
  if (isWide(text)) return size * 2.3;
  const word = /^\S{1,40}/.exec(text)?.[0] ?? '';
  return size * (0.5 * word.length + 0.35);
}

function joined(text: string, next: string, whole: ReadonlySet<string>): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  const head = /(\p{L}+)[-\u2010]$/u.exec(text.slice(-60))?.[1];
  const tail = /^\p{Ll}+/u.exec(next.slice(0, 60))?.[0];
  if (head && tail) {
    // A hyphen of the word's own stays: the document writes such words with one inside a line.
    return whole.has(head.toLowerCase()) ? text + next : text.slice(0, -1) + next;
  }
  if (/[-\u2010/]$/.test(text) && !text.endsWith(' -')) return text + next;
  return isWide(text.slice(-1)) || isWide(next) ? text + next : `${text} ${next}`;
}

/** The first parts of words with a hyphen inside a line: vice-minister. */
function wholeWords(pages: readonly PageLines[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { lines } of pages)
    for (const { text } of lines)
      if (text.includes('-'))
        for (const [, word] of text.matchAll(/(\p{L}{1,40})-\p{L}/gu)) if (word && found.size < 50_000) found.add(word.toLowerCase());
  return found;
}

/** The size in which most letters are written. */
function usualSize(pages: readonly PageLines[]): number {
  const letters = new Map<number, number>();
  for (const { lines } of pages) for (const { size, text } of lines) letters.set(round(size), (letters.get(round(size)) ?? 0) + text.length);
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

const round = (size: number) => Math.round(size * 2) / 2;

/** The margins of a page in which running lines stand, as parts of its height; and how many lines of one may. */
const MARGIN = { part: 0.12, lines: 3 } as const;

/** Lines in the margins that say the same on several pages but for their numbers, and numbers of pages. */
function findFurniture(pages: readonly PageLines[]): ReadonlyMap<Line, 'header' | 'footer'> {
  const found = new Map<Line, 'header' | 'footer'>();
  const times = new Map<string, Line[]>();
  for (const { lines, height } of pages) {
    const byPlace = [...lines].sort((a, b) => a.y - b.y);
    const top = byPlace.slice(0, MARGIN.lines).filter(({ y }) => y < height * MARGIN.part);
    const bottom = byPlace.slice(-MARGIN.lines).filter(({ y }) => y > height * (1 - MARGIN.part));
    for (const [where, some] of [
      ['header', top],
      ['footer', bottom],
    ] as const)
      for (const line of some) {
        if (/^[\p{P}\s]*(?:\p{Nd}{1,4}|[ivxl]{1,6})(?:\s*[/\uff0f]\s*\p{Nd}{1,4})?[\p{P}\s]*$/u.test(line.text)) found.set(line, where);
        const key = `${where} ${line.text.replace(/\p{Nd}+/gu, '0').replace(/\s+/g, ' ')} ${Math.round(line.y / 8)}`;
        times.set(key, [...(times.get(key) ?? []), line]);
      }
  }
  for (const [key, lines] of times)
    if (lines.length >= Math.max(2, Math.min(5, pages.length / 3)))
      for (const line of lines) found.set(line, key.startsWith('header') ? 'header' : 'footer');
  return found;
}
