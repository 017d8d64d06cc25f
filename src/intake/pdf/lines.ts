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
import { median, type Run } from './runs.ts';

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

/** Runs that follow each other without a gap. */
interface Segment {
  readonly x: number;
  end: number;
  readonly y: number;
  size: number;
  text: string;
}
interface Row {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** A gap wider than so many letters parts cells or columns. */
const GAP = 1.8;
/** Columns have at least so many lines, and letters in their usual line. */
const COLUMN = { lines: 4, letters: 8 } as const;
const DEEPEST = 6;

export function findLines(runs: readonly Run[]): Line[] {
  const columns: Row[][] = [];
  inOrder(rowsOf(runs), 0, columns);
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
    const segments = segmentsOf(row.sort((a, b) => a.x - b.x));
    return { y: median(row.map((run) => run.y)), size: Math.max(...segments.map((one) => one.size)), segments };
  });
}

function segmentsOf(row: readonly Run[]): Segment[] {
  const segments: Segment[] = [];
  for (const run of row) {
    const last = segments.at(-1);
    const gap = last ? run.x - last.end : 0;
    const size = Math.max(run.size, last?.size ?? 0);
    if (!last || gap > size * GAP) {
      segments.push({ x: run.x, end: run.x + run.width, y: run.y, size: run.size, text: run.text });
      continue;
    }
    last.text += (gap > size * (isWide(last.text.slice(-1)) || isWide(run.text) ? 0.7 : 0.15) ? ' ' : '') + run.text;
    last.end = Math.max(last.end, run.x + run.width);
    last.size = size;
  }
  return segments;
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
    const left = sideOf(block, (segment) => segment.end <= gutter[1]);
    const right = sideOf(block, (segment) => segment.x >= gutter[0]);
    if (isColumn(left) && isColumn(right)) {
      if (whole.length > 0) columns.push(whole);
      inOrder(left, depth + 1, columns);
      inOrder(right, depth + 1, columns);
      whole = [];
    } else whole.push(...block);
    block = [];
  };
  for (const row of rows) {
    if (row.segments.some((segment) => segment.x < gutter[0] && segment.end > gutter[1])) {
      end();
      whole.push(row);
    } else block.push(row);
  }
  end();
  if (whole.length > 0) columns.push(whole);
}

function sideOf(rows: readonly Row[], on: (segment: Segment) => boolean): Row[] {
  return rows.flatMap((row) => {
    const segments = row.segments.filter(on);
    return segments.length > 0 ? [{ ...row, segments, y: (segments[0] as Segment).y }] : [];
  });
}

function isColumn(rows: readonly Row[]): boolean {
  if (rows.length < COLUMN.lines) return false;
  const widths = rows.map(({ segments, size }) => ((segments.at(-1)?.end ?? 0) - (segments[0]?.x ?? 0)) / size);
  return median(widths) >= COLUMN.letters;
}

/** The stretch of x in the middle that fewest lines cross, where that are few beside those at its sides. */
function gutterOf(rows: readonly Row[]): [number, number] | undefined {
  const segments = rows.flatMap((row) => row.segments);
  if (segments.length < COLUMN.lines * 2) return undefined;
  const left = Math.min(...limited(segments.map(({ x }) => x)));
  const right = Math.max(...limited(segments.map(({ end }) => end)));
  const step = Math.max(median(segments.map(({ size }) => size)) / 4, (right - left) / 4000, 0.01);
  const cells = Math.ceil((right - left) / step);
  if (!(cells > 8)) return undefined;
  const change = new Int32Array(cells + 2);
  const cell = (x: number) => Math.min(cells, Math.max(0, Math.round((x - left) / step)));
  for (const { x, end } of segments) {
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
  if (best[1] - best[0] < 2) return undefined;
  return [left + best[0] * step, left + best[1] * step];
}

/** For `Math.min` and its kin, which take only so many. */
function limited(values: readonly number[]): readonly number[] {
  return values.length <= 50_000 ? values : values.slice(0, 50_000);
}

function linesOf(rows: readonly Row[], column: number): Line[] {
  return rows.map(({ y, size, segments }) => ({
    text: segments.map(({ text }) => text.trim()).join('\t'),
    x: segments[0]?.x ?? 0,
    end: segments.at(-1)?.end ?? 0,
    y,
    size,
    column,
    cells: segments.length > 1,
  }));
}
