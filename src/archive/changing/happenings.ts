/** The diary of an archive: each change leaves a line, in the transaction that made it. */
import type { Difference, Signed } from '../archive.ts';
import type { Store } from '../file/store.ts';

export function happened(
  store: Store,
  what: { kind: string; signed: Signed; document?: number; n?: number; silent?: boolean; difference?: Difference; correction?: string },
): void {
  store
    .sql('INSERT INTO happening (kind, at, who, document, n, silent, difference, correction) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      what.kind,
      what.signed.when,
      what.signed.who,
      what.document ?? null,
      what.n ?? null,
      what.silent ? 1 : 0,
      what.difference ? JSON.stringify(what.difference) : null,
      what.correction ?? null,
    );
}
