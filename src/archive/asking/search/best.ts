/** The first statements of a page in its order, kept while all are looked at once. */
import type { SearchQuery } from '../../archive.ts';
import type { Columns, FacetIndex } from '../../deriving/facets.ts';
import { BLOCK } from '../../deriving/packing.ts';
import { afterOf, limitOf } from '../../paging.ts';
import { LAST_DAY } from './wanted.ts';

/** The first of the page's order, and one more, so that one knows whether there is a next page. */
export interface Best {
  readonly keys: number[];
  readonly values: number[];
  readonly order: Order;
  /** What is of less value is no longer among them. */
  readonly floor: number;
  /** @param value as `worth` says. */
  offer(key: number, value: number): void;
}

export type Order = 'rank' | 'newest' | 'oldest';

/**
 * What statements are sorted by, the greatest first. Ranked: own words before headings, then the larger share of the statement
 * that the words are (what bm25 comes to where every word must be there once), then the newest.
 */
export function worth(order: Order, day: number, length: number, underHeading: boolean): number {
  return order === 'newest'
    ? day
    : order === 'oldest'
      ? -(day || LAST_DAY)
      : ((underHeading ? 0 : 1_000_000) + Math.round(100_000 / (4 + length))) * 100_000_000 + day;
}

export function openBest(query: SearchQuery, ranked: boolean): Best {
  const most = limitOf(query) + 1;
  const after = afterOf(query);
  const last = after ? Number(after[0]) : Number.POSITIVE_INFINITY;
  const lastKey = after ? after[1] : -1;
  const keys: number[] = [];
  const values: number[] = [];
  const best = {
    keys,
    values,
    order: orderOf(query, ranked),
    floor: Number.NEGATIVE_INFINITY,
    offer(key: number, value: number) {
      if (value < best.floor || value > last || (value === last && key <= lastKey)) return;
      const n = keys.length;
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
      if (keys.length === most) best.floor = values[most - 1] as number;
    },
  };
  return best;
}

function orderOf({ order }: SearchQuery, ranked: boolean): Order {
  return order === undefined || order === 'rank' ? (ranked ? 'rank' : 'newest') : order;
}

/** Greater values first; of equal ones, in the order of the text. */
function precedes(value: number, key: number, otherValue: number, otherKey: number): boolean {
  return value > otherValue || (value === otherValue && key < otherKey);
}

/** The newest, or oldest, of all there are: block by block, until none that is left can hold one. */
export function firstOfAll(index: FacetIndex, query: SearchQuery): Best {
  const best = openBest(query, false);
  const { order } = best;
  const bound = (no: number) => worth(order, (order === 'oldest' ? index.firstDays : index.lastDays)[no] as number, 0, false);
  const blocks = [...index.blocks.keys()].filter((no) => index.blocks[no]).sort((a, b) => bound(b) - bound(a));
  for (const no of blocks) {
    if (bound(no) < best.floor) break;
    const { met, days } = index.blocks[no] as Columns;
    for (let slot = 0; slot < BLOCK; slot++) if (met[slot] !== 0) best.offer(no * BLOCK + slot, worth(order, days[slot] as number, 0, false));
  }
  return best;
}
