/** Lines of text, column by column in the order of reading; cells that stand side by side without borders are set apart by tabs. */
import { type BareTable, findBareTables } from './bare-tables.ts';
import { inColumns } from './columns.ts';
import { isWide, type Piece, type Row, rowsOf, share } from './rows.ts';
import { median, type Run } from './runs.ts';
import type { Table } from './tables.ts';

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  /** Where its column ends, if that is known apart from its lines. */
  readonly edge?: number;
  /** Which column of the page it stands in, in the order of reading. */
  readonly column: number;
  /** It has cells, set apart by tabs. */
  readonly cells: boolean;
  /** It is a row of a table with borders, whose cells have lines of their own. */
  readonly row?: readonly CellLines[];
}
export interface CellLines {
  readonly left: number;
  readonly right: number;
  readonly lines: readonly Line[];
}

export interface PageLines {
  readonly lines: readonly Line[];
  readonly height: number;
}

/** A gap wider than so many letters parts cells, a short one too where cells of the next line begin at its end. */
const GAP = { cells: 1.8, short: 0.5, spread: 4, label: 3.2 } as const;

export function findLines(runs: readonly Run[], tables: readonly Table[] = []): Line[] {
  return inColumns(withTables(rowsOf(runs).map(withLabel), tables)).flatMap(linesOf);
}

/** The name of a field whose signs are set apart, so that all names are of one width, is one cell. */
function withLabel(row: Row): Row {
  const { pieces, size } = row;
  const isSign = ({ text }: Piece) => text.length === 1 && isWide(text);
  let count = 0;
  while (
    count < pieces.length &&
    isSign(pieces[count] as Piece) &&
    (count === 0 || (pieces[count] as Piece).x - (pieces[count - 1] as Piece).end < size * GAP.label)
  )
    count++;
  if (count < 2 || count > MOST_SIGNS || count === pieces.length) return row;
  const [first] = pieces as [Piece];
  const text = pieces
    .slice(0, count)
    .map((piece) => piece.text)
    .join(' ');
  return { ...row, pieces: [{ ...first, text, end: (pieces[count - 1] as Piece).end }, ...pieces.slice(count)] };
}
const MOST_SIGNS = 4;

/** A table stands among the rows as one that reaches over its whole width. */
function withTables(rows: readonly Row[], tables: readonly Table[]): readonly Row[] {
  if (tables.length === 0) return rows;
  const size = median(tables.flatMap((table) => table.rows.flatMap((row) => row.flatMap((cell) => cell.runs.map((run) => run.size)))));
  const stood = tables.map((table): Row => {
    const piece: Piece = { x: table.left, end: table.right, y: table.top, size, text: '', parts: [] };
    return { y: table.top, size, pieces: [piece], table };
  });
  return [...rows, ...stood].sort((a, b) => a.y - b.y);
}

function rowsOfTable({ rows }: Table, column: number): Line[] {
  return rows.map((cells) => rowOf(cells.map(({ left, right, runs }) => ({ left, right, lines: linesOf(rowsOf(runs), column) }))));
}

function rowsOfBareTable({ rows, places }: BareTable, column: number): Line[] {
  return rows.map((row) =>
    rowOf(
      places.flatMap(([left, right], n): CellLines[] => {
        const lines = row.flatMap(({ row: { y }, pieces }) => {
          const piece = pieces[n];
          return piece ? [{ text: piece.text.trim(), x: piece.x, end: piece.end, y, size: piece.size, column, cells: false }] : [];
        });
        return lines.length > 0 ? [{ left, right, lines }] : [];
      }),
    ),
  );
}

function rowOf(row: readonly CellLines[]): Line {
  const all = row.flatMap(({ lines }) => lines);
  const [first] = all as [Line];
  const text = row.map(({ lines }) => lines.map((line) => line.text).join(' ')).join('\t');
  return { ...first, text, end: all.reduce((most, { end }) => Math.max(most, end), first.end), cells: true, row };
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
  // A line of words that is spread from edge to edge has wide blanks, if not the widest.
  const isSpread = ({ pieces, size }: Row) => (pieces[0] as Piece).x <= left + size && (pieces.at(-1) as Piece).end >= right - size * 0.5;
  const bare = findBareTables(rows, (row, n) => {
    const [before, piece] = row.pieces.slice(n - 1, n + 1) as [Piece, Piece];
    return isSpread(row) && !isWide(before.text.slice(-1)) && !isWide(piece.text) && piece.x - before.end <= row.size * GAP.spread;
  });
  let next = 0;
  return rows.flatMap((row, i) => {
    const { y, size, pieces } = row;
    if (row.table) return rowsOfTable(row.table, column);
    if (i >= (bare[next]?.to ?? Number.POSITIVE_INFINITY)) next++;
    const table = bare[next];
    if (table && i >= table.from) return i === table.from ? rowsOfBareTable(table, column) : [];
    const spread = isSpread(row);
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
    const text = cells.length === 1 && spread ? together(cells[0] as string) : cells.join('\t');
    const { x } = pieces[0] as Piece;
    const { end } = pieces.at(-1) as Piece;
    return { text, x, end, y, size, column, cells: cells.length > 1, ...(row.edge !== undefined && { edge: row.edge }) };
  });
}

/** Signs of a script without blanks that were drawn apart, so that their line is full, stand together. */
function together(text: string): string {
  const words = text.split(' ');
  const single = words.filter((word) => isWide(word) && word.length <= 2).length;
  if (words.length < APART.words || single < words.length * APART.part) return text;
  return words.reduce((line, word) => (isWide(line.slice(-1)) && isWide(word) ? line + word : `${line} ${word}`));
}
const APART = { words: 4, part: 0.6 } as const;

/** Whether a cell of a line begins there, behind a wide gap. */
function hasCellAt({ pieces, size }: Row, x: number): boolean {
  return pieces.some((piece, n) => n > 0 && Math.abs(piece.x - x) < size * 0.25 && piece.x - (pieces[n - 1] as Piece).end > size * GAP.cells);
}
