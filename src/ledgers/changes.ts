/** What changed in a ledger, for those who follow it: each step when the archive learned of it, each promise whose time went by. */
import type { Extract } from '../record/extract.ts';
import { digest } from '../text/digest.ts';
import { extentOf } from '../time/extent.ts';
import type { Ledger, Line, Step } from './line.ts';
import { shifted } from './window.ts';

export interface Change {
  /** The same for the same step of the same line, whenever it is asked for. */
  readonly id: string;
  readonly line: Line;
  /** Absent where nothing was told and only time went by. */
  readonly step?: Step;
  /** Instant, ISO 8601 in UTC: when the document that tells it came into the archive, when a person decided, or the day after the last on which it was due. */
  readonly when: string;
}

/** @param extracts those of the ledger. @returns the newest first. */
export function changesOf({ lines, asOf }: Pick<Ledger, 'lines' | 'asOf'>, extracts: readonly Extract[]): Change[] {
  const added = new Map(extracts.map(({ document, added: instant }) => [document, instant]));
  const changes = lines.flatMap((line): Change[] => [
    ...line.steps.flatMap((step, n): Change[] => {
      const when = whenOf(line, step, added);
      return when === undefined ? [] : [{ id: digest(line.id, String(n), step.stage, step.reason), line, step, when }];
    }),
    ...gone(line, asOf),
  ]);
  return changes.sort((a, b) => (a.when > b.when ? -1 : a.when < b.when ? 1 : a.id < b.id ? -1 : 1));
}

function whenOf(line: Line, step: Step, added: ReadonlyMap<string, string | undefined>): string | undefined {
  if (step.reason === 'decided') return line.decided?.when;
  const instants = step.cited.flatMap(({ document }) => added.get(document) ?? []).sort();
  return instants[0] ?? (step.day === undefined ? undefined : `${step.day}T00:00:00Z`);
}

function gone(line: Line, asOf: string): Change[] {
  if (line.state !== 'lapsed' && line.state !== 'no-evidence') return [];
  const last = line.due && extentOf(line.due.edtf)?.last;
  if (last === undefined || last === '9999-12-31' || last >= asOf) return [];
  return [{ id: digest(line.id, 'past', line.due?.edtf ?? ''), line, when: `${shifted(last, 1)}T00:00:00Z` }];
}
