import { fold, folded } from '../text/fold.ts';

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
  const byFirst = new Map<number, { readonly folds: string; readonly value: V }[]>();
  for (const [word, value] of entries) {
    if (word === '') continue;
    const folds = folded(word);
    const list = byFirst.get(folds.charCodeAt(0));
    if (list) list.push({ folds, value });
    else byFirst.set(folds.charCodeAt(0), [{ folds, value }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.folds.length - a.folds.length);
  // Most places start none of the words: the last eight bits of a sign say so.
  const starts = new Uint8Array(256);
  for (const unit of byFirst.keys()) starts[unit & 255] = 1;

  return {
    at(text, at, limit = text.length) {
      const first = fold(text.charCodeAt(at));
      if (starts[first & 255] === 0) return undefined;
      const list = byFirst.get(first);
      if (!list) return undefined;
      next: for (const { folds, value } of list) {
        const end = at + folds.length;
        if (end > limit) continue;
        for (let i = 1; i < folds.length; i++) if (fold(text.charCodeAt(at + i)) !== folds.charCodeAt(i)) continue next;
        return { end, value };
      }
      return undefined;
    },
  };
}
