/** The first statements of a page in its order, kept while all are looked at once. */
import type { SearchQuery } from '../archive.ts';
import type { FacetIndex } from '../facets.ts';
import { BLOCK } from '../packing.ts';
import { afterOf, limitOf } from '../paging.ts';
import { LAST_DAY } from './wanted.ts';

/** The first of the page's order, and one more, so that one knows whether there is a next page. */
export interface Best {
  readonly keys: number[];
  readonly values: number[];
  offer(key: number, day: number, length: number, underHeading: boolean): void;
  /** Whether a statement of that day or later (earlier, for the oldest) could still be among them. */
  wants(day: number): boolean;
}

/**
 * Ranked: own words before headings, then the larger share of the statement that the words are (what bm25 comes to where
 * every word must be there once), then the newest.
 */
export function openBest(query: SearchQuery, ranked: boolean): Best {
  const most = limitOf(query) + 1;
  const after = afterOf(query);
  const last = after ? Number(after[0]) : Number.POSITIVE_INFINITY;
  const lastKey = after ? after[1] : -1;
  const order = orderOf(query, ranked);
  const keys: number[] = [];
  const values: number[] = [];
  const worth = (day: number, length: number, underHeading: boolean): number =>
    order === 'newest'
      ? day
      : order === 'oldest'
        ? -(day || LAST_DAY)
        : ((underHeading ? 0 : 1_000_000) + Math.round(100_000 / (4 + length))) * 100_000_000 + day;
  return {
    keys,
    values,
    wants: (day) => {
      const value = order === 'oldest' ? -(day || LAST_DAY) : day;
      return keys.length < most || value >= (values[keys.length - 1] as number);
    },
    offer(key, day, length, underHeading) {
      const value = worth(day, length, underHeading);
      const n = keys.length;
      if (n === most && value < (values[n - 1] as number)) return;
      if (value > last || (value === last && key <= lastKey)) return;
      if (n === most && !precedes(value, key, values[n - 1] as number, keys[n - 1] as number)) return;
      let low = 0;
      let high = n;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (precedes(values[middle] as number, keys[middle] as number, value, key)) low = middle + 1;
        else high = middle;
      }
      keys.splice(low, 0, key);
      values.splice(low, 0, value);
      if (keys.length > most) {
        keys.pop();
        values.pop();
      }
    },
  };
}

export function orderOf({ order }: SearchQuery, ranked: boolean): 'rank' | 'newest' | 'oldest' {
  return order === undefined || order === 'rank' ? (ranked ? 'rank' : 'newest') : order;
}

/** Greater values first; of equal ones, in the order of the text. */
function precedes(value: number, key: number, otherValue: number, otherKey: number): boolean {
  return value > otherValue || (value === otherValue && key < otherKey);
}

/** The newest, or oldest, of all there are: block by block, until none that is left can hold one. */
export function firstOfAll(index: FacetIndex, query: SearchQuery): Best {
  const best = openBest(query, false);
  const oldest = orderOf(query, false) === 'oldest';
  const days = oldest ? index.firstDays : index.lastDays;
  const order = [...index.blocks.keys()]
    .filter((no) => index.blocks[no])
    .sort((a, b) => (oldest ? (days[a] as number) - (days[b] as number) : (days[b] as number) - (days[a] as number)));
  for (const no of order) {
    if (!best.wants(days[no] as number)) break;
    const block = index.blocks[no] as Uint32Array;
    for (let slot = 0; slot < BLOCK; slot++) {
      const at = block[slot] as number;
      if (at !== 0) best.offer(no * BLOCK + slot, block[at] as number, 0, false);
    }
  }
  return best;
}
