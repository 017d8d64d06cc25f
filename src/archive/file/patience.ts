/** How long one waits while another writes. */
import { Fault } from '../../fault.ts';
import type { Store } from './store.ts';

/** How long a writer waits for another. */
export const PATIENCE_MS = 10_000;
/** How long of that it waits in SQLite, where nothing else is done meanwhile: the rest is waited for outside (`patiently`). */
export const AT_ONCE_MS = 40;

/** Works on the file; while another writes it lets the program do other things, and tries again until its patience ends. @throws Fault `archive/locked` then. */
export async function patiently<R>({ patience }: Store, work: () => R): Promise<R> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'archive/locked') || Date.now() >= until) throw error;
      await new Promise((again) => setTimeout(again, AT_ONCE_MS));
    }
  }
}
