/** What kind of text a document is, and why, in words. */
import type { Voice } from '../language/voice.ts';
import { mayTellNone, reasonOf, recordsNoTalks } from '../record/kinds.ts';
import type { DocumentKind, Known, Reading } from '../record/reading.ts';

export function kindWords({ value, rule }: Known<DocumentKind>, voice: Voice): string {
  return voice.label('textKindWhy', { kind: voice.phrases.textKinds[value], why: voice.phrases.textKindReasons[reasonOf(rule)] });
}

/** What is said where no talks stand: of a text that records none that it does not, of one that need tell none that it tells none, of any other what may help. */
export function noTalksWords({ document: { kind } }: Reading, voice: Voice): { readonly words: string; readonly cure?: string } {
  if (recordsNoTalks(kind)) return { words: voice.label('noTalksOfKind') };
  if (kind && mayTellNone(kind)) return { words: voice.label('noTalksTold', { kind: voice.phrases.textKinds[kind.value] }) };
  return { words: voice.label('noTalks'), cure: voice.label('noTalksCure') };
}

/** Whether there are words to show: nothing can be pointed at that says nothing, or that a person said. */
export function restsOnWords({ rule }: Known<DocumentKind>): boolean {
  const reason = reasonOf(rule);
  return reason !== 'none' && reason !== 'correction';
}
