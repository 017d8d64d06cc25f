/**
 * Letters that are drawn over letters: once more and a little aside, as some programs make them bold or give them a shadow, or a
 * whole second layer of words, as text recognition leaves it. What was drawn first is what is read.
 *
 * 1 no two runs that come back lie over one another; 2 accents and strokes that are drawn over a letter stay.
 */
import type { Run } from './runs.ts';

export interface Layers {
  readonly runs: readonly Run[];
  /** Letters of other words than those they lie over. */
  readonly under: number;
}

/** The same words stand in the same place if they are apart by no more than so many letters. */
const SAME = 0.16;
/** Other words lie over words if so much of them does, on lines that are so near, in letters of such sizes. */
const OVER = { part: 0.7, lines: 0.35, smaller: 0.6, larger: 1.6 } as const;
/** Runs are kept in boxes of so many points, and so many are looked at in each. */
const BOX = { wide: 24, high: 6, most: 60 } as const;

export function withoutDoubles(runs: readonly Run[]): Layers {
  const boxes = new Map<number, Run[]>();
  let under = 0;
  const kept = runs.filter((run) => {
    const near = nearOf(run, boxes);
    if (near.some((other) => other.text === run.text && Math.abs(other.x - run.x) + Math.abs(other.y - run.y) < run.size * SAME)) return false;
    if (/[\p{L}\p{N}]{2}/u.test(run.text) && coveredBy(run, near) > run.width * OVER.part) {
      under += run.text.length;
      return false;
    }
    for (const key of boxesOf(run.x, run.width, run.y)) {
      const box = boxes.get(key);
      if (!box) boxes.set(key, [run]);
      else if (box.length < BOX.most) box.push(run);
    }
    return true;
  });
  return { runs: kept.length === runs.length ? runs : kept, under };
}

function boxesOf(x: number, width: number, y: number): number[] {
  const [from, to] = [Math.floor(x / BOX.wide), Math.floor((x + width) / BOX.wide)];
  const line = Math.floor(y / BOX.high) * ACROSS;
  return Array.from({ length: Math.min(BOX.most, to - from + 1) }, (_, i) => line + from + i);
}
/** More boxes than lie across any page. */
const ACROSS = 100_000;

function nearOf({ x, y, width, size }: Run, boxes: ReadonlyMap<number, readonly Run[]>): Run[] {
  const found: Run[] = [];
  const lines = [y - size * OVER.lines, y, y + size * OVER.lines].map((at) => Math.floor(at / BOX.high));
  for (const line of new Set(lines))
    for (const key of boxesOf(x, width, line * BOX.high)) for (const run of boxes.get(key) ?? []) if (!found.includes(run)) found.push(run);
  return found;
}

/** How much of its width other words take up. */
function coveredBy(run: Run, near: readonly Run[]): number {
  const end = run.x + run.width;
  const parts = near
    .filter(({ y, size }) => Math.abs(y - run.y) <= run.size * OVER.lines && size > run.size * OVER.smaller && size < run.size * OVER.larger)
    .map((other) => [Math.max(run.x, other.x), Math.min(end, other.x + other.width)] as const)
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  let covered = 0;
  let at = run.x;
  for (const [from, to] of parts) {
    covered += Math.max(0, to - Math.max(at, from));
    at = Math.max(at, to);
  }
  return covered;
}
