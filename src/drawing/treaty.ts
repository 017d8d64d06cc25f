/** What a kind of treaty is called in the reader's language. */
import type { Voice } from '../language/voice.ts';
import type { Treaty } from '../record/treaties.ts';
import { TREATIES } from '../record/treaties.ts';

export function treatyName(treaty: Treaty, voice: Voice): string {
  const names = TREATIES[treaty] as Readonly<Record<string, readonly string[]>>;
  return (names[voice.code] ?? Object.values(names)[0])?.[0] ?? treaty;
}
