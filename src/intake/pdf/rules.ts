/**
 * The straight lines that a page draws along its lines of text and across them: borders of tables. Whether they are stroked or are
 * narrow boxes that are filled; in the space of `runs.ts`.
 *
 * Source: ISO 32000-1, 8.4 (states), 8.5 (paths); the paths are those of pdf.js.
 */
import { multiplied, turned } from './runs.ts';

/** One line along an axis: `at` on the other one, from and to on its own. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
export interface Rules {
  /** Along the lines of text: `at` is a y. */
  readonly across: readonly Rule[];
  /** Along the page: `at` is an x. */
  readonly down: readonly Rule[];
}

/** What a page does, as pdf.js lists it. */
export interface Deeds {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
/** The numbers under which pdf.js lists it. */
export type DeedNames = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'constructPath'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke',
    number
  >
>;

/** A rule is so long at least, in points, and a filled box no thicker than that. */
const LEAST = 5;
const THICKEST = 3;
/** Ends and places that differ by no more than this are the same. */
export const NEAR = 2;
/** A page with more of them is a drawing. */
const MOST = 20_000;
const MOST_MERGED = 2_000;

type Matrix = readonly number[];
type Point = readonly [x: number, y: number];

/** @param view and quarter of the way whose lines they part; none where the page draws more than tables do. */
export function findRules({ fnArray, argsArray }: Deeds, names: DeedNames, view: Matrix, quarter: number): Rules {
  const found: { across: Rule[]; down: Rule[] } = { across: [], down: [] };
  const outlined: readonly number[] = [
    names.stroke,
    names.closeStroke,
    names.fillStroke,
    names.eoFillStroke,
    names.closeFillStroke,
    names.closeEOFillStroke,
  ];
  const closed: readonly number[] = [names.closeStroke, names.closeFillStroke, names.closeEOFillStroke];
  const filled: readonly number[] = [names.fill, names.eoFill];
  const held: Matrix[] = [];
  let here: Matrix = view;
  const place = (x: number, y: number): Point => {
    const [, , , , at, on] = multiplied(here, [1, 0, 0, 1, x, y]);
    return turned(at, on, quarter);
  };
  const add = ([x, y]: Point, [u, v]: Point) => {
    const [wide, high] = [Math.abs(u - x), Math.abs(v - y)];
    if (wide >= LEAST && high <= 0.5) found.across.push({ at: (y + v) / 2, from: Math.min(x, u), to: Math.max(x, u) });
    else if (high >= LEAST && wide <= 0.5) found.down.push({ at: (x + u) / 2, from: Math.min(y, v), to: Math.max(y, v) });
  };
  for (const [i, deed] of fnArray.entries()) {
    const given = argsArray[i];
    if (deed === names.save) held.push(here);
    else if (deed === names.restore || deed === names.paintFormXObjectEnd) here = held.pop() ?? view;
    else if (deed === names.transform) here = multiplied(here, given as Matrix);
    else if (deed === names.paintFormXObjectBegin) {
      held.push(here);
      const matrix = (given as readonly (Matrix | null)[])[0];
      if (matrix) here = multiplied(here, matrix);
    } else if (deed === names.constructPath) {
      const [paint, [path]] = given as [number, readonly [ArrayLike<number> | null]];
      if (!path) continue;
      if (outlined.includes(paint))
        for (const points of straightOf(path, place, closed.includes(paint)))
          for (let n = 1; n < points.length; n++) add(points[n - 1] as Point, points[n] as Point);
      else if (filled.includes(paint)) for (const points of straightOf(path, place, false)) narrow(points, add);
      if (found.across.length + found.down.length > MOST) return { across: [], down: [] };
    }
  }
  const rules = { across: merged(found.across), down: merged(found.down) };
  return rules.across.length + rules.down.length > MOST_MERGED ? { across: [], down: [] } : rules;
}

/** Numbers before the points of a step of a path, and how many points it has: move, line, curve, shorter curve, close. */
const POINTS = [1, 1, 3, 2, 0] as const;

/** The points of the parts of a path that have no curves. */
function* straightOf(path: ArrayLike<number>, place: (x: number, y: number) => Point, close: boolean): Generator<readonly Point[]> {
  let points: Point[] = [];
  let curved = false;
  const part = () => {
    if (close && points[0]) points.push(points[0]);
    return curved ? [] : points;
  };
  for (let i = 0; i < path.length; ) {
    const step = path[i++] as number;
    const count = POINTS[step as 0];
    if (count === undefined) return;
    if (step === 0) {
      yield part();
      points = [];
      curved = false;
    }
    if (step === 4 && points[0]) points.push(points[0]);
    if (count > 1) curved = true;
    if (count > 0) points.push(place(path[i + count * 2 - 2] as number, path[i + count * 2 - 1] as number));
    i += count * 2;
  }
  yield part();
}

/** A filled box that is so thin that it is a line. */
function narrow(points: readonly Point[], add: (from: Point, to: Point) => void): void {
  if (points.length < 3 || points.length > 6) return;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (right - left <= THICKEST) add([(left + right) / 2, top], [(left + right) / 2, bottom]);
  else if (bottom - top <= THICKEST) add([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
}

/** Pieces of one line are one: each cell may have drawn its own. */
function merged(rules: readonly Rule[]): Rule[] {
  const lines: Rule[][] = [];
  let at = Number.NEGATIVE_INFINITY;
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    if (rule.at - at > NEAR) {
      lines.push([]);
      at = rule.at;
    }
    lines.at(-1)?.push(rule);
  }
  return lines.flatMap((line) => {
    const found: Rule[] = [];
    for (const rule of line.sort((a, b) => a.from - b.from)) {
      const last = found.at(-1);
      if (last && rule.from - last.to <= NEAR) found[found.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
      else found.push(rule);
    }
    return found;
  });
}
