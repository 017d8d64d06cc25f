import { fold } from '../text/fold.ts';

/**
 * Finds every term of a vocabulary in one pass over a text. Width variants match as one, sign for sign
 * (`text/fold`), so offsets hold. Time is linear: each position walks the trie at most as far as the longest term.
 */
export interface Scanner<V> {
  /** The longest term that starts at `at`, or undefined. */
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
  // Node 0 is the root. Most places of a text start no term: one bit for each unit says so, in memory that stays near.
  const value: (V | undefined)[] = [undefined];
  const starts = new Uint8Array(0x10000 >> 3);
  const steps = new Map<number, number>();
  for (const [word, meaning] of terms) {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const unit = fold(word.charCodeAt(i));
      if (i === 0) starts[unit >> 3]! |= 1 << (unit & 7);
      const key = keyOf(node, unit);
      let next = steps.get(key);
      if (next === undefined) {
        next = value.push(undefined) - 1;
        steps.set(key, next);
      }
      node = next;
    }
    if (node !== 0) value[node] = meaning;
  }
  const { keys, nodes, mask } = tableOf(steps);

  /** The node that a sign leads to; 0 where there is none. */
  function step(node: number, unit: number): number {
    const key = keyOf(node, unit);
    let slot = hashOf(key) & mask;
    for (;;) {
      if (keys[slot] === key) return nodes[slot] as number;
      if (nodes[slot] === 0) return 0;
      slot = (slot + 1) & mask;
    }
  }

  function at(text: string, start: number, limit = text.length): Found<V> | undefined {
    const first = fold(text.charCodeAt(start));
    if (((starts[first >> 3] as number) & (1 << (first & 7))) === 0) return undefined;
    let node = step(0, first);
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

/** Node and sign in one number, exact in a double however many nodes there are. */
const keyOf = (node: number, unit: number): number => node * 0x10000 + unit;

const hashOf = (key: number): number => {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};

/** An open table, at most half full; node 0 is led to from nowhere and marks an empty slot. */
function tableOf(steps: ReadonlyMap<number, number>): { keys: Float64Array; nodes: Int32Array; mask: number } {
  let size = 16;
  while (size < steps.size * 2) size *= 2;
  const mask = size - 1;
  const keys = new Float64Array(size);
  const nodes = new Int32Array(size);
  for (const [key, node] of steps) {
    let slot = hashOf(key) & mask;
    while (nodes[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    nodes[slot] = node;
  }
  return { keys, nodes, mask };
}
