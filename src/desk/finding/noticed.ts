/** What is worth a look in readouts that came lately, told by their own words: one thing in two verbs, words of the body that the points leave out. */
import type { Archive, DocumentRow } from '../../archive/archive.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Reading, Statement } from '../../record/reading.ts';

export interface Noticed {
  readonly document: string;
  readonly title?: string;
  readonly language: string;
  readonly parties: readonly string[];
  /** Date of the talks, EDTF. */
  readonly date?: string;
  readonly kind: 'two-verbs' | 'not-in-points';
  /** The statement, for two verbs with the one that restates it. */
  readonly statements: readonly Statement[];
}

/** What was found, by document, version and last change; of an archive that is open for long, the newest. */
const found = new WeakMap<Archive, Map<string, readonly Noticed[]>>();
const MOST = 200;

/** At most one of each kind of a readout. */
export async function noticedIn(archive: Archive, rows: readonly DocumentRow[]): Promise<Noticed[]> {
  let kept = found.get(archive);
  if (!kept) {
    kept = new Map();
    found.set(archive, kept);
  }
  const all: Noticed[] = [];
  for (const row of rows) {
    const key = [row.id, row.n, row.changed, row.corrections].join('\n');
    let one = kept.get(key);
    if (!one) {
      const standing = await archive.standing(row.id);
      one = standing ? noticed(row, standing.reading) : [];
      if (kept.size >= MOST) kept.clear();
      kept.set(key, one);
    }
    all.push(...one);
  }
  return all;
}

function noticed(row: DocumentRow, reading: Reading): Noticed[] {
  const talks = row.talks[0];
  const of = {
    document: row.id,
    ...(row.title !== undefined && { title: row.title }),
    language: row.language,
    parties: talks?.parties ?? [],
    ...(talks?.date !== undefined && { date: talks.date }),
  };
  const byId = new Map(reading.statements.map((each) => [each.id, each]));
  const out: Noticed[] = [];
  for (const statement of reading.statements) {
    const other = statement.restates?.map((id) => byId.get(id)).find((each) => each && each.act !== statement.act);
    if (!other) continue;
    out.push({ ...of, kind: 'two-verbs', statements: statement.span[0] < other.span[0] ? [statement, other] : [other, statement] });
    break;
  }
  const inPoints = ({ path }: Statement) => path.startsWith('points');
  const points = reading.statements.filter(inPoints);
  if (points.length > 0) {
    const told = new Set([...points.flatMap(({ restates = [] }) => restates), ...points.map(({ id }) => id)]);
    const left = reading.statements.find(
      (each) =>
        !inPoints(each) &&
        !each.path.startsWith('lede') &&
        ACTS[each.act].family === 'outcome' &&
        each.act !== 'exchange' &&
        !told.has(each.id) &&
        !each.restates?.some((id) => told.has(id)),
    );
    if (left) out.push({ ...of, kind: 'not-in-points', statements: [left] });
  }
  return out;
}
