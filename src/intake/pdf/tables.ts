/**
 * Which letters of a page stand in the cells of a table whose borders are drawn.
 *
 *   ┌──────┬──────────┐   a row of cells for each line across that begins cells; a cell over several rows belongs to the first;
 *   │ 議題 │ 我が方は │   a frame around everything is no table
 *   │      │ 述べた。 │
 *   └──────┴──────────┘
 */
import { NEAR, type Rule, type Rules } from './rules.ts';
import type { Run } from './runs.ts';

export interface Cell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly runs: readonly Run[];
}
export interface Table {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Cells with words, row by row. */
  readonly rows: readonly (readonly Cell[])[];
}

/** @returns tables from the top to the bottom, and the runs that stand in none. */
export function findTables(runs: readonly Run[], rules: Rules): { readonly tables: readonly Table[]; readonly rest: readonly Run[] } {
  const frames = framesOf(rules);
  if (frames.length === 0) return { tables: [], rest: runs };
  const cells = frames.map((): Map<string, Box & { runs: Run[] }> => new Map());
  const rest: Run[] = [];
  const ofFrame = frames.map((frame) => ({ frame, last: undefined as (Box & { runs: Run[] }) | undefined }));
  for (const run of runs) {
    const [x, y] = [run.x + run.width / 2, run.y - run.size * MIDDLE];
    const n = frames.findIndex((frame) => isWithin(frame, x, y));
    const one = ofFrame[n];
    if (!one) {
      rest.push(run);
      continue;
    }
    let cell = one.last && isWithin(one.last, x, y) ? one.last : undefined;
    if (!cell) {
      const box = boxAround(one.frame, x, y);
      if (!box) {
        rest.push(run);
        continue;
      }
      const key = `${Math.round(box.left)} ${Math.round(box.top)}`;
      const found = cells[n] as Map<string, Box & { runs: Run[] }>;
      cell = found.get(key) ?? { ...box, runs: [] };
      found.set(key, cell);
      one.last = cell;
    }
    cell.runs.push(run);
  }
  const tables: Table[] = [];
  for (const [n, found] of cells.entries()) {
    const rows = rowsOf([...found.values()]);
    const frame = frames[n] as Frame;
    if (rows.some((row) => row.length > 1)) tables.push({ left: frame.left, right: frame.right, top: rows[0]?.[0]?.top ?? frame.top, rows });
    else for (const { runs: own } of found.values()) rest.push(...own);
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

/** From the line on which letters stand to their middle, in parts of their size. */
const MIDDLE = 0.35;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
/** Rules that touch one another, and what they go around. */
interface Frame extends Box, Rules {}

const isWithin = ({ left, right, top, bottom }: Box, x: number, y: number) => x > left && x < right && y > top && y < bottom;

/** So many rules across, from edge to edge, part rows without borders at their sides. */
const OPEN = 3;

function framesOf({ across, down }: Rules): Frame[] {
  const all = [...across, ...down];
  const of = all.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (of[at] !== at) {
      of[at] = of[of[at] as number] as number;
      at = of[at] as number;
    }
    return at;
  };
  across.forEach((one, i) => {
    down.forEach((other, j) => {
      if (touches(one, other)) of[root(i)] = root(across.length + j);
    });
  });
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>();
  all.forEach((rule, i) => {
    const key = root(i);
    const group = groups.get(key) ?? { across: [], down: [] };
    group[i < across.length ? 'across' : 'down'].push(rule);
    groups.set(key, group);
  });
  return [...groups.values()].flatMap((group): Frame[] => {
    if (group.across.length < 2 || group.down.length < 1) return [];
    return [
      {
        ...group,
        left: Math.min(...group.across.map(({ from }) => from)),
        right: Math.max(...group.across.map(({ to }) => to)),
        top: Math.min(...group.across.map(({ at }) => at)),
        bottom: Math.max(...group.across.map(({ at }) => at)),
      },
    ];
  });
}

const touches = (across: Rule, down: Rule) =>
  down.at >= across.from - NEAR && down.at <= across.to + NEAR && across.at >= down.from - NEAR && across.at <= down.to + NEAR;

/** The rules next to a place on its four sides. */
function boxAround(frame: Frame, x: number, y: number): Box | undefined {
  const top = nearest(frame.across, x, y, -1);
  const bottom = nearest(frame.across, x, y, 1);
  if (top === undefined || bottom === undefined) return undefined;
  const open = frame.across.length >= OPEN;
  const left = nearest(frame.down, y, x, -1) ?? (open ? frame.left : undefined);
  const right = nearest(frame.down, y, x, 1) ?? (open ? frame.right : undefined);
  return left === undefined || right === undefined ? undefined : { left, right, top, bottom };
}

function nearest(rules: readonly Rule[], along: number, at: number, side: 1 | -1): number | undefined {
  let best: number | undefined;
  for (const rule of rules) {
    if ((rule.at - at) * side < 0 || along < rule.from - NEAR || along > rule.to + NEAR) continue;
    if (best === undefined || (rule.at - best) * side < 0) best = rule.at;
  }
  return best;
}

function rowsOf(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of [...cells].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const row = rows.at(-1);
    if (row?.[0] && cell.top - row[0].top <= NEAR) row.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}
