/** The points list of a page against its body. */
import { comparePoints, type Points } from '../../comparison/points.ts';
import type { Reading } from '../../record/reading.ts';
import { plainStatement } from './compare.ts';
import { loadTongue } from './tongues.ts';

export { POINT_KINDS, type PointKind, type PointRow, type Points } from '../../comparison/points.ts';

export async function pointsOf(reading: Reading): Promise<Points> {
  return comparePoints(reading, await loadTongue(reading.document.language));
}

/** As JSON: spans are `[start, end)` in UTF-16 units of the document's text. */
export function plainPoints({ rows, counts }: Points) {
  return {
    counts: { ...counts },
    rows: rows.map(({ kind, point, body, differences }) => ({
      kind,
      ...(point && { point: plainStatement(point) }),
      ...(body && { body: plainStatement(body) }),
      differences: differences.map(({ what, first, other, says }) => ({
        what,
        body: [...first] as [number, number],
        point: [...other] as [number, number],
        says: [...says] as [string, string],
      })),
    })),
  };
}
