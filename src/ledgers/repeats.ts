/**
 * Repeated runs of units: every run that stands in at least so many talks and cannot be made longer, to either side, without
 * standing in fewer. Runs are grown from places that share their first units; a group that has become too small is left, so
 * that the work is the units times the length of what really repeats, which is bounded.
 *
 * Guarantees: 1 each repeat stands, unit for unit, at all of its places · 2 none crosses a run's end · 3 the same units, the
 * same repeats in the same order.
 */
import { isWord, type Units } from './units.ts';

export interface Repeat {
  /** How many units. */
  readonly length: number;
  /** In how many talks. */
  readonly talks: number;
  /** Its places: [from, to) of `Repeats.places`. */
  readonly from: number;
  readonly to: number;
}

export interface Repeats {
  readonly found: readonly Repeat[];
  /** First units. */
  readonly places: Int32Array;
}

/** Shorter ones are no phrases: signs, words. */
const SIGNS = 5;
const WORDS = 3;
/** Longer ones are cut: nobody's formula has more units, and the work stays bounded. */
const LONGEST = 80;

/** @param least in how many talks a repeat stands. */
export function findRepeats(units: Units, least: number): Repeats {
  const { sign, rest, statement, talksOf } = units;
  const talksAt = (place: number) => talksOf[statement[place] as number] as number;
  const groups = groupsOf(units, least);
  const { places } = groups;
  const spare = new Int32Array(groups.largest);
  const found: Repeat[] = [];
  const nextOf = (place: number, length: number) => ((rest[place] as number) > length ? (sign[place + length] as number) : -1);
  const talksIn = (from: number, to: number) => {
    let count = 0;
    let last = -1;
    for (let i = from; i < to; i++) {
      const talks = talksAt(places[i] as number);
      if (talks !== last) count++;
      last = talks;
    }
    return count;
  };
  /** What stands before all of them, where it is the same for all: then the longer one is found from there. */
  const openToTheLeft = (from: number, to: number) => {
    const before = (place: number) =>
      place > 0 && statement[place - 1] === statement[place] && (rest[place - 1] as number) === (rest[place] as number) + 1 ? sign[place - 1] : -1;
    const one = before(places[from] as number);
    if (one === -1) return true;
    for (let i = from + 1; i < to; i++) if (before(places[i] as number) !== one) return true;
    return false;
  };

  const stack: [from: number, to: number, length: number, talks: number][] = groups.all.map(([from, to, talks]) => {
    const start = places[from] as number;
    return [from, to, isWord(sign[start] as number) ? WORDS : SIGNS, talks];
  });
  stack.reverse();
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [from, to, , talks] = top;
    let length = top[2];
    // Most groups go the same way for a while.
    while (length < LONGEST) {
      const one = nextOf(places[from] as number, length);
      let same = one !== -1;
      for (let i = from + 1; same && i < to; i++) same = nextOf(places[i] as number, length) === one;
      if (!same) break;
      length++;
    }
    let kept = false;
    if (length < LONGEST) {
      sortByNext(places, from, to, (place) => nextOf(place, length), spare);
      for (let i = from; i < to; ) {
        const one = nextOf(places[i] as number, length);
        let end = i + 1;
        while (end < to && nextOf(places[end] as number, length) === one) end++;
        if (one !== -1 && end - i >= least) {
          const of = talksIn(i, end);
          if (of >= least) {
            stack.push([i, end, length + 1, of]);
            if (of === talks) kept = true;
          }
        }
        i = end;
      }
    }
    if (!kept && openToTheLeft(from, to)) found.push({ length, talks, from, to });
  }
  return { found, places };
}

interface Groups {
  readonly places: Int32Array;
  readonly all: [from: number, to: number, talks: number][];
  readonly largest: number;
}

/** Places by their first units, those that stand in enough talks; in the order of the text within each. */
function groupsOf(units: Units, least: number): Groups {
  const { size, sign, rest, statement, talksOf } = units;
  let width = 16;
  while (width < size * 2) width *= 2;
  const mask = width - 1;
  // An open table; a slot knows a place, whose units are compared, so that equal hashes do no harm.
  const holder = new Int32Array(width).fill(-1);
  const count = new Int32Array(width);
  const talks = new Int32Array(width);
  const last = new Int32Array(width).fill(-1);
  const slotOf = new Int32Array(size).fill(-1);
  for (let place = 0; place < size; place++) {
    const length = isWord(sign[place] as number) ? WORDS : SIGNS;
    if ((rest[place] as number) < length) continue;
    let hash = 0x811c9dc5;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (sign[place + i] as number), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const other = holder[slot] as number;
      if (other === -1) {
        holder[slot] = place;
        break;
      }
      let same = true;
      for (let i = 0; same && i < length; i++) same = sign[other + i] === sign[place + i];
      if (same) break;
    }
    slotOf[place] = slot;
    count[slot] = (count[slot] as number) + 1;
    const at = talksOf[statement[place] as number] as number;
    if (last[slot] !== at) {
      last[slot] = at;
      talks[slot] = (talks[slot] as number) + 1;
    }
  }
  const all: [number, number, number][] = [];
  const next = new Int32Array(width).fill(-1);
  let total = 0;
  let largest = 0;
  for (let place = 0; place < size; place++) {
    const slot = slotOf[place] as number;
    if (slot < 0 || (talks[slot] as number) < least || next[slot] !== -1) continue;
    const n = count[slot] as number;
    next[slot] = total;
    all.push([total, total + n, talks[slot] as number]);
    total += n;
    largest = Math.max(largest, n);
  }
  const places = new Int32Array(total);
  for (let place = 0; place < size; place++) {
    const slot = slotOf[place] as number;
    if (slot < 0 || next[slot] === -1) continue;
    places[next[slot] as number] = place;
    next[slot] = (next[slot] as number) + 1;
  }
  return { places, all, largest };
}

const FEW = 24;

/** Puts places with the same next unit side by side, the order within each left as it is. */
function sortByNext(places: Int32Array, from: number, to: number, nextOf: (place: number) => number, spare: Int32Array): void {
  if (to - from <= FEW) {
    for (let i = from + 1; i < to; i++) {
      const place = places[i] as number;
      const key = nextOf(place);
      let j = i - 1;
      while (j >= from && nextOf(places[j] as number) > key) {
        places[j + 1] = places[j] as number;
        j--;
      }
      places[j + 1] = place;
    }
    return;
  }
  const counts = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const key = nextOf(places[i] as number);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let at = 0;
  for (const [key, count] of counts) {
    counts.set(key, at);
    at += count;
  }
  for (let i = from; i < to; i++) {
    const place = places[i] as number;
    const key = nextOf(place);
    const put = counts.get(key) as number;
    spare[put] = place;
    counts.set(key, put + 1);
  }
  places.set(spare.subarray(0, to - from), from);
}
