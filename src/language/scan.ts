import { fold } from '../text/fold.ts';

/**
 * Finds every term of a vocabulary in one pass over a text. Width variants match as one, sign for sign
 * (`text/fold`), so offsets hold. Time is linear: each position walks the trie at most as far as the longest term.
 */
export interface Scanner<V> {
  /** The longest term that starts at `at`, or undefined. The result is reused by the next call: read it at once. */
  at(text: string, at: number, limit?: number): Found<V> | undefined;
  /** All terms from `start` to `end`, longest first at each place, none overlapping, from left to right. */
  all(text: string, start?: number, end?: number): Found<V>[];
}

export interface Found<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

/** @param terms the words and what each stands for; of two equal words the later one counts. Empty words are ignored. */
export function makeScanner<V>(terms: Iterable<readonly [string, V]>): Scanner<V> {
  // Nodes live in arrays; children hang on a sibling chain, the root has a direct table, since it is asked at every place.
  const sign: number[] = [0];
  const child: number[] = [0];
  const sibling: number[] = [0];
  const value: (V | undefined)[] = [undefined];
  const root = new Int32Array(65536);

  function step(node: number, unit: number): number {
    if (node === 0) return root[unit] as number;
    let next = child[node] as number;
    while (next !== 0 && sign[next] !== unit) next = sibling[next] as number;
    return next;
  }

  for (const [word, meaning] of terms) {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const unit = fold(word.charCodeAt(i));
      let next = step(node, unit);
      if (next === 0) {
        next = sign.push(unit) - 1;
        child.push(0);
        value.push(undefined);
        sibling.push(node === 0 ? 0 : (child[node] as number));
        if (node === 0) root[unit] = next;
        else child[node] = next;
      }
      node = next;
    }
    if (node !== 0) value[node] = meaning;
  }

  function at(text: string, start: number, limit = text.length): Found<V> | undefined {
    let node = root[fold(text.charCodeAt(start))] as number;
    let end = -1;
    let found: V | undefined;
    let i = start + 1;
    while (node !== 0) {
      const here = value[node];
      if (here !== undefined) {
        end = i;
        found = here;
      }
      if (i >= limit) break;
      node = step(node, fold(text.charCodeAt(i)));
      i++;
    }
    return end < 0 ? undefined : { start, end, value: found as V };
  }

  function all(text: string, start = 0, end = text.length): Found<V>[] {
    const result: Found<V>[] = [];
    let i = start;
    while (i < end) {
      const found = at(text, i, end);
      if (found) {
        result.push(found);
        i = found.end;
      } else i++;
    }
    return result;
  }

  return { at, all };
}
