/**
 * Rows in the order in which they are read: a column is read to its end before the next.
 *
 *   ┌──────────────┐   a heading over both columns, left column, right column,
 *   │ ───────────  │   what stands below both
 *   │ ────  ────   │
 *   │ ────  ────   │
 *   │ ───────────  │
 *   └──────────────┘
 */
import { type Piece, type Row, share } from './rows.ts';
import { median } from './runs.ts';

/** A gutter is as wide as so many letters, and as so many where few lines show it: blanks may stand below each other by chance. */
const GUTTER = { least: 0.55, few: 1.7, lines: 8 } as const;
/** Columns have at least so many lines, and letters in their usual line. */
const COLUMN = { lines: 4, letters: 8 } as const;
const DEEPEST = 6;

/** @returns columns in the order of reading. */
export function inColumns(rows: readonly Row[]): Row[][] {
  const columns: Row[][] = [];
  inOrder(rows, 0, columns);
  return columns;
}

function inOrder(rows: readonly Row[], depth: number, columns: Row[][]): void {
  const gutter = depth < DEEPEST ? gutterOf(rows) : undefined;
  if (!gutter) {
    columns.push(...withShortColumns(rows));
    return;
  }
  let block: Row[] = [];
  let whole: Row[] = [];
  const put = () => {
    if (whole.length > 0) columns.push(...withShortColumns(whole));
    whole = [];
  };
  const end = () => {
    const [above, within, under] = withoutLone(block, gutter);
    whole.push(...above);
    for (const section of sectionsOf(within, gutter)) {
      const left = sideOf(section, (piece) => !isRightOf(gutter, piece));
      const right = sideOf(section, (piece) => isRightOf(gutter, piece));
      if (isColumn(left) && isColumn(right)) {
        put();
        inOrder(left, depth + 1, columns);
        inOrder(right, depth + 1, columns);
      } else whole.push(...section);
    }
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
  put();
}

const isRightOf = ([from, to]: readonly [number, number], { x, end }: Piece) => x + end >= from + to;

/** Columns begin anew under a heading that is too short to reach over the gutter: the right one is empty beside it, and both go on at one height. */
function sectionsOf(rows: readonly Row[], gutter: readonly [number, number]): Row[][] {
  const isOn = (right: boolean, { pieces }: Row) => pieces.some((piece) => isRightOf(gutter, piece) === right);
  const rights = rows.flatMap((row, i) => (isOn(true, row) ? [i] : []));
  const sections: Row[][] = [];
  let from = 0;
  rights.slice(1).forEach((next, n) => {
    const last = rights[n] as number;
    const after = rows[next] as Row;
    // The left one may be longer by a line.
    const at = [last + 1, last + 2].find((i) => i < next && (rows[i] as Row).y - (rows[i - 1] as Row).y > (rows[i] as Row).size * HEADING.gap);
    if (at === undefined || next - at > HEADING.lines || !isOn(false, after)) return;
    if (after.y - (rows[last] as Row).y < after.size * HEADING.gap * 2) return;
    sections.push(rows.slice(from, at), rows.slice(at, next));
    from = next;
  });
  sections.push(rows.slice(from));
  return sections;
}
const HEADING = { lines: 2, gap: 1.7 } as const;

/** Columns of two or three lines among others: those of the left are full, the last too, since it goes on at the right. */
function withShortColumns(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  let from = 0;
  for (let i = 0; i + 1 < rows.length; i++) {
    const found = shortColumns(rows, i);
    if (!found) continue;
    if (i > from) parts.push(rows.slice(from, i));
    parts.push(found.left, found.right);
    i = found.to - 1;
    from = found.to;
  }
  if (from < rows.length || parts.length === 0) parts.push(rows.slice(from));
  return parts;
}

const SHORT = { least: 2, most: 12, ragged: 1.3 } as const;

function shortColumns(rows: readonly Row[], at: number): { readonly left: Row[]; readonly right: Row[]; readonly to: number } | undefined {
  let gap = widestGap(rows[at] as Row);
  let to = at + 1;
  for (let row = rows[to]; gap && row && to - at < SHORT.most; row = rows[++to]) {
    const own = widestGap(row);
    const common: readonly [number, number] | undefined = own && [Math.max(gap[0], own[0]), Math.min(gap[1], own[1])];
    if (!common || common[1] - common[0] < row.size * GUTTER.few) break;
    gap = common;
  }
  if (!gap || to - at < SHORT.least) return undefined;
  const gutter = gap;
  // The left one may be longer by a line.
  const more = rows[to];
  const last =
    more && !more.table && (more.pieces.at(-1) as Piece).end <= gutter[0] + more.size * 0.3 && more.y - (rows[to - 1] as Row).y < more.size * 2.2
      ? 1
      : 0;
  const block = rows.slice(at, to + last);
  const left = sideOf(block, (piece) => !isRightOf(gutter, piece));
  const right = sideOf(block, (piece) => isRightOf(gutter, piece));
  const edge = Math.max(...rows.slice(Math.max(0, at - SHORT.most), to + SHORT.most).map(({ pieces }) => (pieces.at(-1) as Piece).end));
  const full = (row: Row, end: number) => (row.pieces.at(-1) as Piece).end > end - row.size * SHORT.ragged;
  const isText = (side: readonly Row[]) => median(side.map(widthOf)) >= COLUMN.letters;
  if (!isText(left) || !isText(right.slice(0, Math.max(1, right.length - 1)))) return undefined;
  const leftEdge = Math.max(...left.map(({ pieces }) => (pieces.at(-1) as Piece).end));
  if (!left.every((row) => full(row, leftEdge)) || !right.slice(0, -1).every((row) => full(row, edge))) return undefined;
  const upTo = (side: readonly Row[], end: number) => side.map((row): Row => ({ ...row, edge: end }));
  return { left: upTo(left, leftEdge), right: upTo(right, edge), to: to + last };
}

/** The widest blank of a row between two pieces, if it is wide enough for a gutter that few lines show. */
function widestGap({ pieces, size }: Row): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  pieces.slice(1).forEach(({ x }, n) => {
    const { end } = pieces[n] as Piece;
    if (x - end >= size * GUTTER.few && (!best || x - end > best[1] - best[0])) best = [end, x];
  });
  return best;
}

/** A line of one side that stands far above or below the columns, or above them at the right edge, as a day does, is in none of them. */
function withoutLone(block: readonly Row[], gutter: readonly [number, number]): [above: Row[], within: Row[], under: Row[]] {
  const isRight = (piece: Piece) => isRightOf(gutter, piece);
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
  return median(rows.map(widthOf)) >= COLUMN.letters;
}

/** In letters. */
const widthOf = ({ pieces, size }: Row) => ((pieces.at(-1)?.end ?? 0) - (pieces[0]?.x ?? 0)) / size;

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
