/** What is coming: commitments with a date, and steps of instruments that a text sets for a day; each as sure as its words. */
import type { Archive, CommitmentRow, StepRow } from '../../archive/archive.ts';
import { extentOf } from '../../time/extent.ts';

export interface DateAhead {
  /** EDTF: a day, a month, a year, a season. */
  readonly date: string;
  readonly parties: readonly string[];
  readonly document: string;
  readonly statement?: string;
  /** Date of the talks that tell it, EDTF. */
  readonly told?: string;
  /** One of the two. */
  readonly commitment?: CommitmentRow;
  readonly step?: StepRow;
}

export interface AheadOptions {
  /** YYYY-MM-DD: what is counted as ahead. */
  readonly today: string;
  /** Leaves out what was told after that day: the day is one of the past. */
  readonly past?: boolean | undefined;
}

/** Rows looked at: of a day in the past many lie ahead that nobody knew of then. */
const MOST = 60;
const MOST_PAST = 500;

/**
 * Soonest first, a month or a year at its last day: until then it is ahead. What several readouts tell in the same words
 * is given once, by its newest telling.
 */
export async function datesAhead(archive: Archive, { today, past = false }: AheadOptions): Promise<DateAhead[]> {
  const limit = past ? MOST_PAST : MOST;
  const from = `${Number(today.slice(0, 4)) - 1}-01-01`;
  const [due, begun, steps, begunSteps] = await Promise.all([
    archive.commitments({ from: today, order: 'due', limit }),
    archive.commitments({ from, to: today, order: 'latest', limit }),
    archive.steps({ from: today, limit }),
    archive.steps({ from, to: today, limit }),
  ]);
  const commitments = [...due.items, ...begun.items]
    .filter(({ stage }) => stage !== 'done' && stage !== 'declined')
    .map(
      (row): DateAhead => ({
        date: row.due as string,
        parties: [...new Set([...row.by, ...row.to])],
        document: row.document,
        ...(row.statement !== undefined && { statement: row.statement }),
        ...(row.told !== undefined && { told: row.told }),
        commitment: row,
      }),
    );
  const lived = [...steps.items, ...begunSteps.items].map(
    (row): DateAhead => ({
      date: row.date,
      parties: row.parties,
      document: row.document,
      ...(row.statement !== undefined && { statement: row.statement }),
      ...(row.told !== undefined && { told: row.told }),
      step: row,
    }),
  );
  const newest = new Map<string, DateAhead>();
  for (const one of [...lived, ...commitments]) {
    if ((extentOf(one.date)?.last ?? '') < today || (past && (one.told ?? '') > today)) continue;
    const key = keyOf(one);
    const known = newest.get(key);
    if (!known || (one.told ?? '') > (known.told ?? '')) newest.set(key, one);
  }
  // What a text sets for a treaty is told as its step; the promise of the same day is the same news.
  const fixed = new Set([...newest.values()].flatMap(({ step, date, document }) => (step ? [`${document} ${date}`] : [])));
  return [...newest.values()]
    .filter(({ commitment, document, date }) => !commitment || !OF_TREATIES.includes(commitment.kind) || !fixed.has(`${document} ${date}`))
    .map((one) => ({ one, day: extentOf(one.date)?.last ?? '' }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ one }) => one);
}

const OF_TREATIES: readonly string[] = ['entry-into-force', 'signature'];

function keyOf({ date, commitment, step }: DateAhead): string {
  return commitment
    ? ['c', commitment.kind, commitment.by, commitment.to, date, commitment.what].join('\n')
    : ['s', step?.instrument, step?.event, date].join('\n');
}
