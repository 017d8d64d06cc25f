import { fold } from '../text/fold.ts';

/**
 * Finds every term of a vocabulary in one pass over a text. Width variants match as one, sign for sign
 * (`text/fold`), so offsets hold. Time is linear: each position walks the trie at most as far as the longest term.
 */
export interface Scanner<V> {
  /** The longest term that starts at `at`, or undefined. */
  at(text: string, at: number, limit?: number): Found<V> | undefined;
  /** Whether any term stands between `start` and `end`. */
  has(text: string, start?: number, end?: number): boolean;
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
  // Node 0 is the root.
  const value: (V | undefined)[] = [undefined];
  const steps = makeSteps();
  let { parents, units, nodes, mask } = steps.table();
  const { firsts, few, pairs, most, take } = beginningsOf(terms);

  /** Terms come into the trie when a sign is met that may begin them: a page meets few of those that a vocabulary has. */
  function enter(slot: number): void {
    firsts[slot]! &= ~WAITING;
    for (const [word, meaning] of take(slot)) {
      let node = 0;
      for (let i = 0; i < word.length; i++) node = steps.enter(node, fold(word.charCodeAt(i)));
      while (value.length <= node) value.push(undefined);
      value[node] = meaning;
    }
    ({ parents, units, nodes, mask } = steps.table());
  }

  /** The node that a sign leads to; 0 where there is none. */
  function step(node: number, unit: number): number {
    let slot = slotOf(node, unit) & mask;
    for (;;) {
      const next = nodes[slot] as number;
      if (next === 0 || (units[slot] === unit && parents[slot] === node)) return next;
      slot = (slot + 1) & mask;
    }
  }

  function at(text: string, start: number, limit = text.length): Found<V> | undefined {
    const first = fold(text.charCodeAt(start));
    const begins = firsts[first & few] as number;
    if (begins === 0) return undefined;
    if ((begins & ALONE) === 0) {
      if (start + 1 >= limit) return undefined;
      const pair = pairOf(first, fold(text.charCodeAt(start + 1))) & most;
      if (((pairs[pair >> 3] as number) & (1 << (pair & 7))) === 0) return undefined;
    }
    if (begins >= WAITING) enter(first & few);
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

  function has(text: string, start = 0, end = text.length): boolean {
    for (let i = start; i < end; i++) if (at(text, i, end)) return true;
    return false;
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

  return { at, has, all };
}

const slotOf = (node: number, unit: number): number => {
  const mixed = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 15);
};

/** The steps from node to node: an open table, at most half full; node 0 is led to from nowhere and marks an empty slot. */
interface Steps {
  readonly parents: Int32Array;
  readonly units: Uint16Array;
  readonly nodes: Int32Array;
  readonly mask: number;
}

function makeSteps() {
  let table = emptySteps(64);
  let last = 0;

  /** Where a step stands, or the empty slot that it would take. */
  function find({ parents, units, nodes, mask }: Steps, node: number, unit: number): number {
    let slot = slotOf(node, unit) & mask;
    while (nodes[slot] !== 0 && (units[slot] !== unit || parents[slot] !== node)) slot = (slot + 1) & mask;
    return slot;
  }

  function put(into: Steps, slot: number, node: number, unit: number, next: number): void {
    into.parents[slot] = node;
    into.units[slot] = unit;
    into.nodes[slot] = next;
  }

  function grow(): void {
    const { parents, units, nodes, mask } = table;
    const larger = emptySteps((mask + 1) * 2);
    for (let slot = 0; slot <= mask; slot++) {
      const next = nodes[slot] as number;
      if (next === 0) continue;
      const [node, unit] = [parents[slot] as number, units[slot] as number];
      put(larger, find(larger, node, unit), node, unit, next);
    }
    table = larger;
  }

  return {
    /** The node that a sign leads to from a node, made where there was none. */
    enter(node: number, unit: number): number {
      let slot = find(table, node, unit);
      const next = table.nodes[slot] as number;
      if (next !== 0) return next;
      if ((last + 1) * 2 > table.mask) {
        grow();
        slot = find(table, node, unit);
      }
      put(table, slot, node, unit, ++last);
      return last;
    },
    table: (): Steps => table,
  };
}

function emptySteps(size: number): Steps {
  return { parents: new Int32Array(size), units: new Uint16Array(size), nodes: new Int32Array(size), mask: size - 1 };
}

/** What a first sign may begin: terms of more signs, one that it is alone, terms that are not in the trie yet. */
const LONGER = 1;
const ALONE = 2;
const WAITING = 4;

/**
 * Most places of a text start no term: their first sign says so, or else their first two. Each table has as many places as keep the terms
 * apart and no more, so that the tables of all vocabularies stay near.
 */
interface Beginnings<V> {
  /** By the last bits of the first sign: what it may begin. */
  readonly firsts: Uint8Array;
  readonly few: number;
  /** A bit for each two signs that begin a term. */
  readonly pairs: Uint8Array;
  readonly most: number;
  /** The terms that share the last bits of their first sign, in their order; each is given once. */
  readonly take: (slot: number) => (readonly [string, V])[];
}

/** Which signs began a term of the vocabulary that is being made ready: its number stands at each. */
const begun = new Uint32Array(0x10000);
let vocabularies = 0;

/** A program that reads one page spends a tenth of its time here: the terms are chained, not gathered in lists. */
function beginningsOf<V>(given: Iterable<readonly [string, V]>): Beginnings<V> {
  const terms = [...given].filter(([word]) => word !== '');
  vocabularies++;
  let [different, longer] = [0, 0];
  for (const [word] of terms) {
    const first = fold(word.charCodeAt(0));
    if (begun[first] !== vocabularies) different++;
    begun[first] = vocabularies;
    if (word.length > 1) longer++;
  }
  const few = roomFor(different) - 1;
  const most = roomFor(longer) - 1;
  const firsts = new Uint8Array(few + 1);
  const pairs = new Uint8Array((most + 1) >> 3);
  /** One more than the place of the first term of a slot, and of the one after each term. */
  const heads = new Uint32Array(few + 1);
  const next = new Uint32Array(terms.length);
  for (let i = terms.length - 1; i >= 0; i--) {
    const word = (terms[i] as readonly [string, V])[0];
    const first = fold(word.charCodeAt(0));
    const slot = first & few;
    next[i] = heads[slot] as number;
    heads[slot] = i + 1;
    firsts[slot]! |= WAITING | (word.length === 1 ? ALONE : LONGER);
    if (word.length === 1) continue;
    const pair = pairOf(first, fold(word.charCodeAt(1))) & most;
    pairs[pair >> 3]! |= 1 << (pair & 7);
  }
  function take(slot: number): (readonly [string, V])[] {
    const chained: (readonly [string, V])[] = [];
    for (let place = heads[slot] as number; place !== 0; place = next[place - 1] as number) {
      chained.push(terms[place - 1] as readonly [string, V]);
    }
    heads[slot] = 0;
    return chained;
  }
  return { firsts, few, pairs, most, take };
}

const pairOf = (first: number, second: number): number => Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x2c1b3c6d);

function roomFor(count: number): number {
  let room = 256;
  while (room < 0x10000 && room < count * 32) room *= 2;
  return room;
}
