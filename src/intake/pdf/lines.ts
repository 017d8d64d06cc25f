/**
 * Runs to lines in the order in which they are read: a column is read to its end before the next.
 *
 *   ┌──────────────┐   a heading over both columns, left column, right column,
 *   │ ───────────  │   what stands below both
 *   │ ────  ────   │
 *   │ ────  ────   │
 *   │ ───────────  │
 *   └──────────────┘
 */
import { median, type Run, withMarks } from './runs.ts';

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  /** Which column of the page it stands in, in the order of reading. */
  readonly column: number;
  /** It has cells, set apart by tabs. */
  readonly cells: boolean;
}

/** Runs that follow each other without a gap: in scripts with spaces a word, else a line or a cell. */
interface Piece {
  readonly x: number;
  end: number;
  readonly y: number;
  size: number;
  text: string;
}
interface Row {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/**
 * A gap wider than so many letters parts cells, a short one too where cells of the next line begin at its end; one wider than so many parts words, which are
 * parts of a line in scripts without spaces.
 */
const GAP = { cells: 1.8, short: 0.5, spread: 4, words: 0.15, wide: 0.7 } as const;
/** A gutter is as wide as so many letters, and as so many where few lines show it: blanks may stand below each other by chance. */
const GUTTER = { least: 0.55, few: 1.7, lines: 8 } as const;
/** Columns have at least so many lines, and letters in their usual line. */
const COLUMN = { lines: 4, letters: 8 } as const;
const DEEPEST = 6;

export function findLines(runs: readonly Run[]): Line[] {
  const columns: Row[][] = [];
  inOrder(rowsOf(withMarks(runs)), 0, columns);
  return columns.flatMap(linesOf);
}

function rowsOf(runs: readonly Run[]): Row[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
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
    if (!last || run.x - last.end > size * (isWide(last.text.slice(-1)) || isWide(run.text) ? GAP.wide : GAP.words)) {
      pieces.push({ x: run.x, end: run.x + run.width, y: run.y, size: run.size, text: run.text });
      continue;
    }
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

function inOrder(rows: readonly Row[], depth: number, columns: Row[][]): void {
  const gutter = depth < DEEPEST ? gutterOf(rows) : undefined;
  if (!gutter) {
    columns.push([...rows]);
    return;
  }
  let block: Row[] = [];
  let whole: Row[] = [];
  const end = () => {
    const [above, within, under] = withoutLone(block, gutter);
    whole.push(...above);
    block = within;
    const left = sideOf(block, (piece) => piece.x + piece.end < gutter[0] + gutter[1]);
    const right = sideOf(block, (piece) => piece.x + piece.end >= gutter[0] + gutter[1]);
    if (isColumn(left) && isColumn(right)) {
      if (whole.length > 0) columns.push(whole);
      inOrder(left, depth + 1, columns);
      inOrder(right, depth + 1, columns);
      whole = [];
    } else whole.push(...block);
    whole.push(...under);
    block = [];
  };
  for (const row of rows) {
    if (crosses(row, gutter)) {
      end();
      whole.push(row);
    } else block.push(row);
  }
  end();
  if (whole.length > 0) columns.push(whole);
}

/** A line of one side that stands far above or below the columns, or above them at the right edge, as a day does, is in none of them. */
function withoutLone(block: readonly Row[], gutter: readonly [number, number]): [above: Row[], within: Row[], under: Row[]] {
  const isRight = (piece: Piece) => piece.x + piece.end >= gutter[0] + gutter[1];
  const edge = share(
    block.flatMap(({ pieces }) => pieces.filter(isRight).slice(0, 1)).map(({ x }) => x),
    0.2,
  );
  const oneSided = (row: Row) => new Set(row.pieces.map(isRight)).size === 1;
  const far = (row: Row, next: Row | undefined) => next !== undefined && Math.abs(next.y - row.y) > Math.min(row.size, next.size) * LONE;
  const atEdge = ({ pieces, size }: Row) => isRight(pieces[0] as Piece) && (pieces[0] as Piece).x > edge + size * LONE;
  let from = 0;
  let to = block.length;
  for (let row = block[from]; row && from < MOST_LONE && oneSided(row) && (far(row, block[from + 1]) || atEdge(row)); row = block[from]) from++;
  for (let row = block[to - 1]; row && block.length - to < MOST_LONE && to > from && oneSided(row) && far(row, block[to - 2]); row = block[to - 1])
    to--;
  return [block.slice(0, from), block.slice(from, to), block.slice(to)];
}
const LONE = 2.2;
const MOST_LONE = 3;

/** Whether a line runs on over the gutter: in a piece, or with no more than a blank there. */
function crosses({ pieces }: Row, [from, to]: readonly [number, number]): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const { x, end } of pieces) {
    if (x < from && end > to) return true;
    if (x + end >= from + to) return x - before < (to - from) * 0.9;
    before = end;
  }
  return false;
}

function sideOf(rows: readonly Row[], on: (piece: Piece) => boolean): Row[] {
  return rows.flatMap((row) => {
    const pieces = row.pieces.filter(on);
    return pieces.length > 0 ? [{ ...row, pieces, y: (pieces[0] as Piece).y, size: Math.max(...pieces.map(({ size }) => size)) }] : [];
  });
}

function isColumn(rows: readonly Row[]): boolean {
  if (rows.length < COLUMN.lines) return false;
  const widths = rows.map(({ pieces, size }) => ((pieces.at(-1)?.end ?? 0) - (pieces[0]?.x ?? 0)) / size);
  return median(widths) >= COLUMN.letters;
}

/** The stretch of x in the middle that fewest lines cross, where that are few beside those at its sides. */
function gutterOf(rows: readonly Row[]): [number, number] | undefined {
  const pieces = rows.flatMap((row) => row.pieces);
  if (rows.length < COLUMN.lines || pieces.length < COLUMN.lines * 2) return undefined;
  // What stands in the margins says nothing of columns.
  const left = share(
    rows.map((row) => (row.pieces[0] as Piece).x),
    0.1,
  );
  const right = share(
    rows.map((row) => (row.pieces.at(-1) as Piece).end),
    0.9,
  );
  const letter = median(pieces.map(({ size }) => size));
  const step = Math.max(letter / 8, (right - left) / 4000, 0.01);
  const cells = Math.ceil((right - left) / step);
  if (!(cells > 8)) return undefined;
  const change = new Int32Array(cells + 2);
  const cell = (x: number) => Math.min(cells, Math.max(0, Math.round((x - left) / step)));
  for (const { x, end } of pieces) {
    change[cell(x)] = (change[cell(x)] as number) + 1;
    change[cell(end)] = (change[cell(end)] as number) - 1;
  }
  const cover: number[] = [];
  let now = 0;
  for (let i = 0; i < cells; i++) {
    now += change[i] as number;
    cover.push(now);
  }
  const [from, to] = [Math.floor(cells * 0.15), Math.ceil(cells * 0.85)];
  let least = Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) least = Math.min(least, cover[i] as number);
  const sides = [median(cover.slice(0, from + 1)), median(cover.slice(to - 1))];
  if (least > Math.min(...sides) * 0.4) return undefined;
  let best: [number, number] = [0, 0];
  for (let i = from; i < to; ) {
    let j = i;
    while (j < to && cover[j] === least) j++;
    if (j - i > best[1] - best[0]) best = [i, j];
    i = j + 1;
  }
  if ((best[1] - best[0]) * step < letter * (rows.length < GUTTER.lines ? GUTTER.few : GUTTER.least)) return undefined;
  return [left + best[0] * step, left + best[1] * step];
}

/** The value below which that share of them lies. */
function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}

function linesOf(rows: readonly Row[], column: number): Line[] {
  const left = share(
    rows.map(({ pieces }) => (pieces[0] as Piece).x),
    0.1,
  );
  const right = share(
    rows.map(({ pieces }) => (pieces.at(-1) as Piece).end),
    0.9,
  );
  return rows.map((row, i) => {
    const { y, size, pieces } = row;
    // A line of words that is spread from edge to edge has wide blanks, if not the widest.
    const spread = (pieces[0] as Piece).x <= left + size && (pieces.at(-1) as Piece).end >= right - size * 0.5;
    const cells: string[] = [(pieces[0] as Piece).text.trim()];
    for (const [n, piece] of pieces.entries()) {
      if (n === 0) continue;
      const before = pieces[n - 1] as Piece;
      const gap = (piece.x - before.end) / Math.max(before.size, piece.size);
      const aligned = [rows[i - 1], rows[i + 1]].filter((other) => other && hasCellAt(other, piece.x)).length;
      const blank = spread && !isWide(before.text.slice(-1)) && !isWide(piece.text);
      if (gap > GAP.cells ? !blank || (aligned === 2 && gap > GAP.spread) : gap > GAP.short && !blank && aligned > 0) cells.push(piece.text.trim());
      else cells[cells.length - 1] += ` ${piece.text.trim()}`;
    }
    return { text: cells.join('\t'), x: (pieces[0] as Piece).x, end: (pieces.at(-1) as Piece).end, y, size, column, cells: cells.length > 1 };
  });
}

/** Whether a cell of a line begins there, behind a wide gap. */
function hasCellAt({ pieces, size }: Row, x: number): boolean {
  return pieces.some((piece, n) => n > 0 && Math.abs(piece.x - x) < size * 0.25 && piece.x - (pieces[n - 1] as Piece).end > size * GAP.cells);
}
