/**
 * A row of a table while it may go on: over the end of a page the words of its last cell do, where nothing stands beside them.
 *
 *   漁業 │ 早期の締結に向けて引き続き協
 *   ━━━━━━ end of a page
 *        │ 力したい旨述べた。
 */
import type { Blocks } from '../blocks.ts';
import { type Bounds, goesOn } from './continuation.ts';
import { joined, type Written } from './hyphens.ts';
import type { CellLines, Line } from './lines.ts';
import { NEAR } from './rules.ts';

export interface OpenRow {
  readonly cells: readonly { readonly left: number; readonly right: number; readonly lines: Line[] }[];
  /** Which lines of its last cell are the first of a page. */
  readonly turns: Set<number>;
  /** The page on which it goes on without borders, since nothing else of the table stands there. */
  bare?: number;
}

export function openRow(cells: readonly CellLines[]): OpenRow {
  return { cells: cells.map((cell) => ({ ...cell, lines: [...cell.lines] })), turns: new Set() };
}

/** The lines that go on in the last cell of a row, which a line is or holds; none where it does not go on. */
export function rowGoesOn({ cells }: OpenRow, next: Line, newPage: boolean): readonly Line[] {
  const last = cells.at(-1);
  if (!last || cells.length < 2) return [];
  const bounds = boundsOf(last);
  const [only, beside] = next.row ?? [];
  if (beside) return [];
  const there = only ? Math.abs(only.left - last.left) <= NEAR : Math.abs(next.x - bounds.left) < next.size * INDENT;
  const lines = only?.lines ?? [next];
  return there && lines[0] && goesOn(last.lines, lines[0], [bounds, bounds], newPage) ? lines : [];
}

const INDENT = 0.7;

/** The words keep as far from the right border as from the left. */
function boundsOf({ left: border, right, lines }: OpenRow['cells'][number]): Bounds {
  const left = lines.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  return { left, right: right - Math.max(0, left - border), lines: 2, leading: 0 };
}

interface Paragraph {
  text: string;
  readonly lines: Line[];
  /** Where in the text pages ended. */
  readonly breaks: number[];
}

/** Cells of one paragraph each stand side by side, set apart by tabs; others follow each other. */
export function putRow({ cells, turns }: OpenRow, blocks: Blocks, written: Written): void {
  const all = cells.map((cell, n) => paragraphsOf(cell, n === cells.length - 1 ? turns : new Set(), written));
  const put = (text: string, breaks: readonly number[]) => {
    const before = blocks.length;
    blocks.add(text, { kind: 'cell' });
    const length = blocks.length - before;
    for (const at of breaks) blocks.endPage(length - at);
  };
  if (all.some(({ length }) => length > 1)) for (const { text, breaks } of all.flat()) put(text, breaks);
  else {
    const flat = all.flat();
    const text = flat.map((one) => one.text).join('\t');
    const last = flat.at(-1);
    put(text, last ? last.breaks.map((at) => text.length - last.text.length + at) : []);
  }
}

function paragraphsOf(cell: OpenRow['cells'][number], turns: ReadonlySet<number>, written: Written): Paragraph[] {
  const bounds = boundsOf(cell);
  const found: Paragraph[] = [];
  for (const [i, line] of cell.lines.entries()) {
    const last = found.at(-1);
    const turn = turns.has(i);
    if (last && goesOn(last.lines, line, [bounds, bounds], turn)) {
      if (turn) last.breaks.push(last.text.length);
      last.text = joined(last.text, line.text, written);
      last.lines.push(line);
    } else found.push({ text: line.text, lines: [line], breaks: turn ? [0] : [] });
  }
  return found;
}
