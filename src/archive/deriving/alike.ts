/**
 * Lists of numbers that come again and again, each kept once under a number of its own. A million statements are of some
 * thousand kinds: what is asked of a kind is asked once, and statements are counted by their kinds.
 */
export interface Alike {
  /** Numbers go from 1 to here; 0 is the empty list. */
  readonly size: number;
  /** The list of number n is `words` from `starts[n]` to `starts[n + 1]`. Both grow, and are others then. */
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
  /** @param list its first `length` numbers; it may be used again. */
  numberOf(list: Uint32Array, length: number): number;
}

export function makeAlike(): Alike {
  let size = 0;
  let starts = new Uint32Array(1024);
  let words = new Uint32Array(4096);
  /** Numbers at their places (open addressing; 0: free), at most half full. */
  let places = new Uint32Array(2048);

  const placeOf = (list: Uint32Array, from: number, length: number): number => {
    let hash = length;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (list[from + i] as number), 0x9e3779b1) ^ (hash >>> 15);
    let place = (hash ^ (hash >>> 16)) & (places.length - 1);
    for (; ; place = (place + 1) & (places.length - 1)) {
      const known = places[place] as number;
      if (known === 0) return place;
      const start = starts[known] as number;
      if ((starts[known + 1] as number) - start !== length) continue;
      let i = 0;
      while (i < length && words[start + i] === list[from + i]) i++;
      if (i === length) return place;
    }
  };

  return {
    get size() {
      return size;
    },
    get starts() {
      return starts;
    },
    get words() {
      return words;
    },
    numberOf(list, length) {
      if (length === 0) return 0;
      const place = placeOf(list, 0, length);
      const known = places[place] as number;
      if (known !== 0) return known;
      const number = ++size;
      const start = starts[number] as number;
      if (number + 2 > starts.length) starts = longer(starts);
      while (start + length > words.length) words = longer(words);
      words.set(list.subarray(0, length), start);
      starts[number + 1] = start + length;
      places[place] = number;
      if (size * 2 > places.length) {
        places = new Uint32Array(places.length * 2);
        for (let n = 1; n <= size; n++) {
          const from = starts[n] as number;
          places[placeOf(words, from, (starts[n + 1] as number) - from)] = n;
        }
      }
      return number;
    },
  };
}

function longer(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(array.length * 2);
  twice.set(array);
  return twice;
}
