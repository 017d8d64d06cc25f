/**
 * Notes at the foot of a column or page: in smaller letters than the text, with nothing of the text below them. They interrupt what
 * goes on in the next column or on the next page, and are no part of it.
 */
import type { Line } from './lines.ts';

/** Letters of notes are so much smaller than those of the text. */
const SMALLER = 0.92;
/** Places along a line are told apart by so many points. */
const STEP = 12;
const STEPS = 500;

/** @param usual size of the letters of the text. */
export function findNotes(lines: readonly Line[], usual: number): ReadonlySet<Line> {
  const found = new Set<Line>();
  const left = lines.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  /** Where along a line text stands lower on the page. */
  const below = new Uint8Array(STEPS);
  const place = (x: number) => Math.min(STEPS - 1, Math.max(0, Math.floor((x - left) / STEP)));
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    const [from, to] = [place(line.x), place(line.end) + 1];
    if (line.size <= usual * SMALLER && !line.cells) {
      if (!below.subarray(from, to).includes(1)) found.add(line);
    } else below.fill(1, from, to);
  }
  return found;
}

/** The number or sign with which a note begins. */
const MARK = /^\s*[\p{Nd}*\u2020\u2021]{1,3}/u;

/** Whether a line at the foot begins another note than that before it: by the number that follows, if that had one. */
export function startsNote(line: string, before: string): boolean {
  const mark = MARK.exec(line)?.[0];
  const last = MARK.exec(before)?.[0];
  if (mark === undefined || last === undefined) return false;
  return /\p{Nd}/u.test(mark) ? Number.parseInt(mark, 10) === Number.parseInt(last, 10) + 1 : true;
}
