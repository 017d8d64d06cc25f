import { fold } from '../text/fold.ts';

/**
 * A short list of words (some dozens), looked up at one place: lighter to make than a `Scanner`, which is for whole vocabularies.
 * Width variants match as one.
 */
export interface Words<V> {
  /** The longest word that starts at `at` and ends by `limit`. */
  at(text: string, at: number, limit?: number): { readonly end: number; readonly value: V } | undefined;
}

/** @param entries the words and what each stands for; empty words are ignored. */
export function makeWords<V>(entries: Iterable<readonly [string, V]>): Words<V> {
  const byFirst = new Map<number, { readonly units: readonly number[]; readonly value: V }[]>();
  for (const [word, value] of entries) {
    if (word === '') continue;
    const units = Array.from({ length: word.length }, (_, i) => fold(word.charCodeAt(i)));
    const list = byFirst.get(units[0] as number);
    if (list) list.push({ units, value });
    else byFirst.set(units[0] as number, [{ units, value }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.units.length - a.units.length);
  // Most places start none of the words: the last eight bits of a sign say so.
  const starts = new Uint8Array(256);
  for (const unit of byFirst.keys()) starts[unit & 255] = 1;

  return {
    at(text, at, limit = text.length) {
      const first = fold(text.charCodeAt(at));
      if (starts[first & 255] === 0) return undefined;
      const list = byFirst.get(first);
      if (!list) return undefined;
      next: for (const { units, value } of list) {
        const end = at + units.length;
        if (end > limit) continue;
        for (let i = 1; i < units.length; i++) if (fold(text.charCodeAt(at + i)) !== units[i]) continue next;
        return { end, value };
      }
      return undefined;
    },
  };
}
