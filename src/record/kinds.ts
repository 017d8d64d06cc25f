/** What each kind of text may hold. */
import type { DocumentKind, Known } from './reading.ts';

/** Kinds that tell what was said at talks. A text of any other holds no talks, no statements and no promises made at them. */
const ACCOUNTS: readonly DocumentKind[] = ['readout', 'joint-statement'];

/** By what a kind was told, as the end of its rule: `kinds/title`; `correction` where a person said it. */
export const kindReasons = ['title', 'end', 'coming', 'lines', 'spoken', 'ahead', 'talks', 'asks', 'speaks', 'urges', 'none', 'correction'] as const;
export type KindReason = (typeof kindReasons)[number];

export function reasonOf(rule: string | undefined): KindReason {
  const [room, name] = (rule ?? '').split('/');
  return room === 'correction' ? 'correction' : (kindReasons.find((reason) => reason === name) ?? 'none');
}

export function isAccount(kind: DocumentKind): boolean {
  return ACCOUNTS.includes(kind);
}

/** Whether something says that the text is no account of talks; where nothing says what it is, it may be one that was not understood. */
export function recordsNoTalks(kind: Known<DocumentKind> | undefined): boolean {
  return kind !== undefined && !isAccount(kind.value) && reasonOf(kind.rule) !== 'none';
}

/** Whether something says that the text is of a kind that tells of talks, or as often of none: what two sides state together. */
export function mayTellNone({ value, rule }: Known<DocumentKind>): boolean {
  return value === 'joint-statement' && reasonOf(rule) !== 'none';
}
