/**
 * Tables without borders, in the rows of one column: cells that begin below one another behind wide blanks. What stands below a cell
 * and has nothing in the first place of its line goes on in that cell.
 *
 *   日時　　　４月９日　午後３時
 *   出席者　　柴田外務大臣、中村
 *   　　　　　外務審議官ほか　　　　of the row above
 */
import { isWide, type Piece, type Row } from './rows.ts';

export interface BareTable {
  readonly from: number;
  /** Behind its last row. */
  readonly to: number;
  /** Where its places begin, and where the longest lines in them end. */
  readonly places: readonly (readonly [left: number, right: number])[];
  /** Rows of the table, in each the rows of the page; in those what stands in each place. */
  readonly rows: readonly (readonly Placed[])[];
}
export interface Placed {
  readonly row: Row;
  readonly pieces: readonly (Piece | undefined)[];
}

/** A blank of so many letters parts cells; places that differ by no more than this are the same; rows stand no further apart. Lines of text are longer than so
 * many. */
const SIZE = { blank: 1.8, near: 0.3, apart: 3.2, ragged: 1.3, text: 6 } as const;
const MOST_PLACES = 12;

/** @param isBlank whether a blank of this row, before a piece, parts words of a spread line only. */
export function findBareTables(rows: readonly Row[], isBlank: (row: Row, n: number) => boolean): BareTable[] {
  const found: BareTable[] = [];
  for (let from = 0; from + 1 < rows.length; from++) {
    if (startsOf(rows[from] as Row, isBlank).length === 0) continue;
    const table = tableFrom(rows, from, isBlank);
    if (!table) continue;
    found.push(table);
    from = table.to - 1;
  }
  return found;
}

/** Where cells of a row begin behind a wide blank. */
function startsOf(row: Row, isBlank: (row: Row, n: number) => boolean): number[] {
  if (row.table) return [];
  return row.pieces.flatMap(({ x }, n) => (n > 0 && x - (row.pieces[n - 1] as Piece).end > row.size * SIZE.blank && !isBlank(row, n) ? [x] : []));
}

function tableFrom(rows: readonly Row[], from: number, isBlank: (row: Row, n: number) => boolean): BareTable | undefined {
  const first = rows[from] as Row;
  const left = (first.pieces[0] as Piece).x;
  const times = new Map<number, number>(startsOf(first, isBlank).map((x) => [x, 1]));
  let to = from + 1;
  for (let row = rows[to]; row && times.size < MOST_PLACES; row = rows[++to]) {
    const { size, y } = row;
    const near = (x: number) => [...times.keys()].find((start) => Math.abs(start - x) < size * SIZE.near);
    if (row.table || y - (rows[to - 1] as Row).y > size * SIZE.apart) break;
    if (row.pieces.some((piece) => [...times.keys()].some((start) => crosses(piece, start, size)))) break;
    const [head] = row.pieces as [Piece];
    if (Math.abs(head.x - left) > size && near(head.x) === undefined) break;
    const starts = startsOf(row, isBlank);
    for (const x of [...new Set([...starts, ...row.pieces.flatMap(({ parts }) => parts.map((part) => part.x))])]) {
      const start = near(x);
      if (start !== undefined) times.set(start, (times.get(start) as number) + 1);
      else if (starts.includes(x)) times.set(x, 1);
    }
  }
  const starts = [left, ...[...times].filter(([, count]) => count > 1).map(([x]) => x)].sort((a, b) => a - b);
  // A line that has nothing but its first place ends no table: it is the text below.
  while (
    to > from + 1 &&
    pieceAt(rows[to - 1] as Row, starts)
      .slice(1)
      .every((piece) => piece === undefined)
  )
    to--;
  if (to - from < 2 || starts.length < 2) return undefined;
  const placed = rows.slice(from, to).map((row): Placed => ({ row, pieces: pieceAt(row, starts) }));
  if (placed.filter(({ pieces }) => pieces.filter(Boolean).length > 1).length < 2) return undefined;
  const places = starts.map((start, n) => [start, placed.reduce((most, { pieces }) => Math.max(most, pieces[n]?.end ?? start), start)] as const);
  return { from, to, places, rows: inRows(placed, places) };
}

/** Whether a piece runs on over the beginning of a place, with nothing of its own that begins there. */
function crosses({ x, end, parts }: Piece, start: number, size: number): boolean {
  return x < start - size * SIZE.near && end > start + size * SIZE.near && !parts.some((part) => Math.abs(part.x - start) < size * SIZE.near);
}

/** What stands in each place of a row: pieces that follow each other closely are parted where a place begins. */
function pieceAt({ pieces, size }: Row, starts: readonly number[]): (Piece | undefined)[] {
  const found: (Piece | undefined)[] = starts.map(() => undefined);
  for (const piece of pieces) {
    const cuts = piece.parts.filter(({ at, x }) => at === 0 || starts.some((start) => Math.abs(start - x) < size * SIZE.near));
    cuts.forEach(({ x, at }, i) => {
      const next = cuts[i + 1];
      const part: Piece = { ...piece, x, end: next ? Math.min(piece.end, next.x) : piece.end, text: piece.text.slice(at, next?.at).trim() };
      const n = Math.max(
        0,
        starts.findLastIndex((start) => start <= x + size * SIZE.near),
      );
      const before = found[n];
      found[n] = before ? { ...before, end: part.end, text: `${before.text} ${part.text}` } : part;
    });
  }
  return found;
}

function inRows(placed: readonly Placed[], places: BareTable['places']): Placed[][] {
  const gapAt = (i: number) => (placed[i] as Placed).row.y - (placed[i - 1] as Placed).row.y;
  // From line to line within a cell, where that is certain.
  const within = placed.flatMap(({ pieces }, i) => (i > 0 && pieces[0] === undefined ? [gapAt(i)] : []));
  const leading = within.length > 0 ? Math.min(...within) * LEADING.uneven : undefined;
  const rows: Placed[][] = [];
  for (const [i, one] of placed.entries()) {
    const row = rows.at(-1);
    const near = row && gapAt(i) <= (leading ?? one.row.size * LEADING.most);
    if (row && (one.pieces[0] === undefined || (near && goesOnIn(row.at(-1) as Placed, one, places)))) row.push(one);
    else rows.push([one]);
  }
  return rows;
}
const LEADING = { uneven: 1.1, most: 1.75 } as const;

/** Whether all that stands in a row goes on lines of text that are full above it: a name in the first place may take two lines as well. */
function goesOnIn(before: Placed, { row: { size }, pieces }: Placed, places: BareTable['places']): boolean {
  const all = pieces.flatMap((piece, n) => (piece ? [{ piece, above: before.pieces[n], end: (places[n] as readonly [number, number])[1] }] : []));
  return (
    all.every(({ piece, above, end }) => above !== undefined && above.end > end - size * SIZE.ragged && isWide(piece.text)) &&
    all.some(({ above }) => above !== undefined && above.end - above.x > size * SIZE.text)
  );
}
