/**
 * The points list of a page against its body: what the points tell again, tell differently, add, and leave out.
 *
 * 1 every statement of the points is in one row, and every statement of the body that no point tells; 2 a page without points, or with
 * nothing else, has no rows.
 */
import type { Reading, Statement } from '../record/reading.ts';
import type { Claim } from './claims.ts';
import { type Difference, differencesOf } from './differences.ts';
import { signOf } from './likeness.ts';
import { pair } from './pairing.ts';
import { type Piece, redline } from './redline.ts';
import type { Tongue } from './tongue.ts';

export const POINT_KINDS = ['told', 'changed', 'added', 'dropped'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export interface PointRow {
  readonly kind: PointKind;
  readonly point?: Statement;
  readonly body?: Statement;
  readonly differences: readonly Difference[];
  /** From the body's words to those of the point. */
  readonly pieces?: readonly Piece[];
}

export interface Points {
  /** Points in their order; then what they leave out, in the order of the body. */
  readonly rows: readonly PointRow[];
  readonly counts: Readonly<Record<PointKind, number>>;
}

/** What the reader itself found told again goes together before what is only alike. */
const RETOLD = 0.4;

export function comparePoints(reading: Reading, tongue: Tongue): Points {
  const points = reading.statements.filter(inPoints);
  const body = reading.statements.filter((one) => !inPoints(one));
  const counts = Object.fromEntries(POINT_KINDS.map((kind) => [kind, 0])) as Record<PointKind, number>;
  if (points.length === 0 || body.length === 0) return { rows: [], counts };
  const signs = (statements: readonly Statement[]) => statements.map((one) => signOf(reading, one, tongue));
  const linked = (a: Statement, b: Statement) => Boolean(a.restates?.includes(b.id) || b.restates?.includes(a.id));
  const pairs = pair(signs(points), signs(body), {
    bonus: (i, j) =>
      linked(points[i] as Statement, body[j] as Statement) ? RETOLD : (points[i] as Statement).talks === (body[j] as Statement).talks ? 0 : -1,
  });
  const found = new Map(pairs.map(({ left, right }) => [left, right]));
  const told = new Set(pairs.map(({ right }) => right));
  // A body that tells one thing twice is told by one point.
  for (const [j, one] of body.entries()) if (points.some((point) => linked(point, one))) told.add(j);
  const { text } = reading.document;
  const rows: PointRow[] = points.map((point, i) => {
    const other = body[found.get(i) ?? -1];
    if (!other) return { kind: 'added', point, differences: [] };
    const differences = differencesOf(claim(other), claim(point), reading, reading);
    return {
      kind: differences.length > 0 ? 'changed' : 'told',
      point,
      body: other,
      differences,
      pieces: redline({ text, span: other.span }, { text, span: point.span }, tongue),
    };
  });
  rows.push(...body.filter((_, j) => !told.has(j)).map((one): PointRow => ({ kind: 'dropped', body: one, differences: [] })));
  for (const { kind } of rows) counts[kind]++;
  return { rows, counts };

  function claim(lead: Statement): Claim {
    return { lead, tellings: [lead], commitments: reading.commitments.filter(({ statements }) => statements.includes(lead.id)) };
  }
}

function inPoints({ path }: Statement): boolean {
  return path === 'points' || path.startsWith('points/');
}
