/** What people correct, and corrections that no longer find their words. */
import type { Anchor, Change, Correction, Subject } from '../../record/correction.ts';
import type { Orphan } from '../../record/standing.ts';

/** What a person says; the archive gives it its id. `subjectOfStatement` and its kin (`record/subject.ts`) make `on` from the standing reading. */
export interface CorrectionDraft {
  readonly document?: string;
  readonly on: Subject;
  readonly change: Change;
  readonly who: string;
  readonly when: string;
  readonly why: string;
}

export interface OrphanRow {
  readonly document: string;
  readonly title?: string;
  readonly correction: Correction;
  readonly reason: Orphan['reason'];
  readonly anchor?: Anchor;
}
