/**
 * Lines of pages to paragraphs: a line that is full goes on in the next, over ends of columns and pages too. Running heads and feet
 * are apart, notes stand behind what is finished above them, and a row of a table is one line, also over the end of a page.
 */
import { type Made, makeBlocks } from '../blocks.ts';
import { type Bounds, boundsOf, goesOn, rightsOf } from './continuation.ts';
import { joined, writtenIn } from './hyphens.ts';
import type { Line, PageLines } from './lines.ts';
import { findFurniture } from './margins.ts';
import { findNotes, startsNote } from './notes.ts';
import { type OpenRow, openRow, putRow, rowGoesOn } from './open-row.ts';

/** Headings have letters so much larger than the text, and are no longer than that. */
const HEADING = { larger: 1.18, letters: 120 } as const;

interface Open {
  text: string;
  readonly lines: Line[];
  /** Where in the text pages ended. */
  readonly breaks: number[];
}

/** @param most units of text; what is beyond is left out. */
export function findParagraphs(pages: readonly PageLines[], most: number): Made & { readonly cut: boolean } {
  const usual = usualSize(pages);
  const furniture = findFurniture(pages, usual);
  const sizes = [...new Set(pages.flatMap(({ lines }) => lines.map(({ size }) => round(size))))]
    .filter((size) => size >= usual * HEADING.larger)
    .sort((a, b) => b - a);
  const written = writtenIn(pages);
  const blocks = makeBlocks();
  let open: Open | undefined;
  let row: OpenRow | undefined;
  /** The first row of a table, which stands again at the top of its next pages. */
  let head = '';
  const headsAgain = new Set<Line>();
  /** Heads and feet that wait for the end of a paragraph, and notes that wait for what comes behind them. */
  let waiting: Line[] = [];
  let notes: Open[] = [];
  let cut = false;
  const usualRight = rightsOf(pages.map(({ lines }) => boundsOf(lines.filter((line) => !furniture.has(line)))));
  let held: Bounds = { left: 0, right: 0, lines: 0, leading: 0 };

  const flush = () => {
    if (open) {
      const before = blocks.length;
      const [first] = open.lines as [Line];
      const rank = sizes.indexOf(round(first.size));
      const heading = rank >= 0 && !first.cells && open.text.length <= HEADING.letters;
      blocks.add(open.text, heading ? { kind: 'heading', level: Math.min(6, rank + 1) } : { kind: first.cells ? 'cell' : 'paragraph' });
      const length = blocks.length - before;
      for (const at of open.breaks) blocks.endPage(length - at);
      open = undefined;
    }
    if (row) putRow(row, blocks, written);
    row = undefined;
    for (const line of waiting) aside(line);
    waiting = [];
    putNotes();
  };
  const putNotes = () => {
    for (const { text } of notes) blocks.add(text);
    notes = [];
  };
  const aside = (line: Line) =>
    blocks.add(line.text, { kind: 'paragraph', region: headsAgain.has(line) ? 'header' : (furniture.get(line) ?? 'footer') });
  const note = (line: Line, bounds: Bounds) => {
    const last = notes.at(-1);
    if (last && !startsNote(line.text, last.text) && goesOn(last.lines, line, [bounds, bounds], false)) {
      last.text = joined(last.text, line.text, written);
      last.lines.push(line);
    } else notes.push({ text: line.text, lines: [line], breaks: [] });
  };

  pages.forEach(({ lines }, p) => {
    let first = true;
    const margins = lines.filter((line) => furniture.has(line)).sort((a, b) => a.y - b.y);
    const text = lines.filter((line) => !furniture.has(line));
    const bounds = boundsOf(text, usualRight);
    const atFoot = findNotes(text, usual);
    const opening = () => {
      if (!first) return;
      first = false;
      if (p > 0) blocks.endPage();
      for (const line of margins) aside(line);
    };
    for (const line of text) {
      if (blocks.length > most) {
        cut = true;
        break;
      }
      const own = bounds[line.column] as Bounds;
      if (atFoot.has(line) && (open || row) && !first) {
        note(line, own);
        continue;
      }
      const its = held;
      held = own;
      if (open && goesOn(open.lines, line, [its, own], first && p > 0)) {
        // What a note says stands on the page before the end of what goes on.
        putNotes();
        if (first) {
          open.breaks.push(open.text.length);
          waiting.push(...margins);
          first = false;
        }
        open.text = joined(open.text, line.text, written);
        open.lines.push(line);
        continue;
      }
      if (row && line.row && first && p > 0 && line.text === head) {
        headsAgain.add(line);
        margins.push(line);
        continue;
      }
      const more = row && ((first && p > 0) || row.bare === p) ? rowGoesOn(row, line, first) : [];
      if (row && more.length > 0) {
        const { lines: own } = row.cells.at(-1) as OpenRow['cells'][number];
        putNotes();
        if (first) {
          row.turns.add(own.length);
          waiting.push(...margins);
          first = false;
        }
        own.push(...more);
        if (!line.row) row.bare = p;
        continue;
      }
      if (line.row && !row) head = line.text;
      flush();
      opening();
      if (line.row) row = openRow(line.row);
      else open = { text: line.text, lines: [line], breaks: [] };
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

/** The size in which most letters are written. */
function usualSize(pages: readonly PageLines[]): number {
  const letters = new Map<number, number>();
  for (const { lines } of pages) for (const { size, text } of lines) letters.set(round(size), (letters.get(round(size)) ?? 0) + text.length);
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

const round = (size: number) => Math.round(size * 2) / 2;
