/**
 * Whether a line goes on in the next, and how the two are joined: by the room that was left, and by what begins anew.
 *
 *   > 両外相は、来年の⏎訪問について　　it goes on: the line is full and nothing begins anew
 */
import type { Line } from './lines.ts';
import { isWide } from './rows.ts';
import { median } from './runs.ts';

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly lines: number;
  /** From one line to the next, as most of them stand. */
  readonly leading: number;
}

/** Where the lines of each column of a page begin and end: a few that stand out do not count. */
export function boundsOf(lines: readonly Line[], usualRight?: (left: number) => number): Bounds[] {
  const bounds: Bounds[] = [];
  for (let from = 0; from < lines.length; ) {
    const { column } = lines[from] as Line;
    let to = from;
    while (to < lines.length && (lines[to] as Line).column === column) to++;
    const some = lines.slice(from, to);
    const starts = some.map(({ x }) => x).sort((a, b) => a - b);
    const ends = some.map(({ end }) => end).sort((a, b) => a - b);
    const left = starts[Math.floor(starts.length * 0.1)] as number;
    const { edge } = some[0] as Line;
    const right = edge ?? (ends[Math.floor(ends.length * 0.95)] as number);
    const leading = median(some.slice(1).map(({ y }, i) => y - (some[i] as Line).y));
    bounds[column] = {
      left,
      right: edge === undefined && some.length < FEW && usualRight ? Math.max(right, usualRight(left)) : right,
      lines: some.length,
      leading,
    };
    from = to;
  }
  return bounds;
}

/** So few lines do not show where their column ends: then columns that begin there on other pages say it. */
const FEW = 5;
const PLACE = 12;

export function rightsOf(pages: readonly (readonly Bounds[])[]): (left: number) => number {
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
export function goesOn(before: readonly Line[], next: Line, [its, own]: readonly [Bounds, Bounds], newPage: boolean): boolean {
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
