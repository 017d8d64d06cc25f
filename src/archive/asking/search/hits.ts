/**
 * Keys of statements that the index gives, lowest first. They come as one line of numbers and not as rows: a row costs more to
 * hand over than to find. There is no limit, since the index goes through its list of a word whole in any case.
 */
import type { FacetIndex } from '../../deriving/facets.ts';
import type { Store } from '../../file/store.ts';

/** Keys kept of the last questions, all together: who narrows by a facet or turns a page asks for the same words again. */
const MOST_KEPT = 2_000_000;

/** The last used last; they hold until anything in the archive changes. */
const kept = new WeakMap<Store, { readonly stamp: number; n: number; readonly lists: Map<string, Uint32Array> }>();

/** The index of statements, and that of passages. */
export type Index = 'words' | 'passage_words';

export function hits(store: Store, { stamp }: Pick<FacetIndex, 'stamp'>, match: string, index: Index = 'words'): Uint32Array {
  let of = kept.get(store);
  if (of?.stamp !== stamp) {
    of = { stamp, n: 0, lists: new Map() };
    kept.set(store, of);
  }
  const { lists } = of;
  const question = `${index} ${match}`;
  const keys = lists.get(question) ?? asked(store, match, index);
  if (!lists.delete(question)) of.n += keys.length;
  lists.set(question, keys);
  for (const [oldest, { length }] of lists) {
    if (of.n <= MOST_KEPT || lists.size === 1) break;
    lists.delete(oldest);
    of.n -= length;
  }
  return keys;
}

function asked(store: Store, match: string, index: Index): Uint32Array {
  const { n, line } = store
    .sql(`SELECT count(*) AS n, CAST(group_concat(rowid, ' ') AS BLOB) AS line FROM ${index} WHERE ${index} MATCH ?`)
    .get(match) as {
    n: number;
    line: Uint8Array | null;
  };
  return line ? keysOf(line, n) : new Uint32Array();
}

export function anyHit(store: Store, match: string): boolean {
  return store.sql('SELECT 1 FROM words WHERE words MATCH ? LIMIT 1').get(match) !== undefined;
}

const SPACE = 32;
const ZERO = 48;

function keysOf(line: Uint8Array, n: number): Uint32Array {
  const keys = new Uint32Array(n);
  let [at, key] = [0, 0];
  for (let i = 0; i < line.length; i++) {
    const sign = line[i] as number;
    if (sign === SPACE) {
      keys[at++] = key;
      key = 0;
    } else key = key * 10 + sign - ZERO;
  }
  keys[at] = key;
  return keys;
}

/** Two lists of keys as one, with those told apart that only the second has (1). Both go up. */
export function merged(own: Uint32Array, others: Uint32Array): { readonly keys: Uint32Array; readonly headed: Uint8Array } {
  const keys = new Uint32Array(own.length + others.length);
  const headed = new Uint8Array(keys.length);
  let [n, i, j] = [0, 0, 0];
  while (i < own.length && j < others.length) {
    const a = own[i] as number;
    const b = others[j] as number;
    if (b < a) headed[n] = 1;
    keys[n++] = Math.min(a, b);
    if (a <= b) i++;
    if (b <= a) j++;
  }
  keys.set(own.subarray(i), n);
  n += own.length - i;
  keys.set(others.subarray(j), n);
  headed.fill(1, n, n + others.length - j);
  n += others.length - j;
  return { keys: keys.subarray(0, n), headed: headed.subarray(0, n) };
}
