import type { Issue } from '../record/reading.ts';

/** What every stage of the reading returns: what it found, and what it doubts. */
export interface Stage<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}
