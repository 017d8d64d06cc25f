/** Runs to rows of pieces: what stands side by side on a page. */
import { median, type Run, withMarks } from './runs.ts';
import type { Table } from './tables.ts';

/** Runs that follow each other without a gap: in scripts with spaces a word, else a line or a cell. */
export interface Piece {
  readonly x: number;
  end: number;
  readonly y: number;
  size: number;
  text: string;
  /** Where what was drawn together begins: along the line, and in the words. */
  readonly parts: { readonly x: number; readonly at: number }[];
}
export interface Row {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
  /** Where its column ends, if that was seen by what stands beside it. */
  readonly edge?: number;
  /** A table takes the place of one row, however many it has. */
  readonly table?: Table;
}

/** A gap wider than so many parts of a letter parts words, which are parts of a line in scripts without spaces. */
const GAP = { words: 0.15, wide: 0.7 } as const;

export function rowsOf(runs: readonly Run[]): Row[] {
  const sorted = withMarks(runs).sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Run[][] = [];
  let y = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const run of sorted) {
    const row = rows.at(-1);
    // A row keeps the place of its first letters, so that rows do not grow down the page.
    if (row && run.y - y <= Math.max(run.size, size) * 0.45) {
      row.push(run);
      size = Math.max(size, run.size);
    } else {
      rows.push([run]);
      y = run.y;
      size = run.size;
    }
  }
  return rows.map((row) => {
    const pieces = piecesOf(row.sort((a, b) => a.x - b.x));
    return { y: median(row.map((run) => run.y)), size: Math.max(...pieces.map((one) => one.size)), pieces };
  });
}

function piecesOf(row: readonly Run[]): Piece[] {
  const pieces: Piece[] = [];
  for (const run of row) {
    const last = pieces.at(-1);
    // A larger heading may stand close to the text of another column.
    const size = Math.min(run.size, last?.size ?? run.size);
    if (!last || (!run.joined && run.x - last.end > size * (isWide(last.text.slice(-1)) || isWide(run.text) ? GAP.wide : GAP.words))) {
      pieces.push({ x: run.x, end: run.x + run.width, y: run.y, size: run.size, text: run.text, parts: [{ x: run.x, at: 0 }] });
      continue;
    }
    last.parts.push({ x: run.x, at: last.text.length });
    last.text += run.text;
    last.end = Math.max(last.end, run.x + run.width);
    last.size = Math.max(last.size, run.size);
  }
  return pieces;
}

/** Whether signs of their kind are set without blanks between words. */
export function isWide(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fc\uff00-\uffef]/u.test(text);
}

/** The value below which that share of them lies. */
export function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}
