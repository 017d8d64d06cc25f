/** What kind of text a document is, and why, in words. */
import type { Voice } from '../language/voice.ts';
import { reasonOf } from '../record/kinds.ts';
import type { DocumentKind, Known } from '../record/reading.ts';

export function kindWords({ value, rule }: Known<DocumentKind>, voice: Voice): string {
  return voice.label('textKindWhy', { kind: voice.phrases.textKinds[value], why: voice.phrases.textKindReasons[reasonOf(rule)] });
}

/** Whether there are words to show: nothing can be pointed at that says nothing, or that a person said. */
export function restsOnWords({ rule }: Known<DocumentKind>): boolean {
  const reason = reasonOf(rule);
  return reason !== 'none' && reason !== 'correction';
}
