/** What each kind of text may hold. */
import type { DocumentKind } from './reading.ts';

/** Kinds that tell what was said at talks. A text of any other holds no talks, no statements and no promises made at them. */
const ACCOUNTS: readonly DocumentKind[] = ['readout', 'joint-statement'];

export function isAccount(kind: DocumentKind): boolean {
  return ACCOUNTS.includes(kind);
}
