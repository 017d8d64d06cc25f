/** Which texts hold the words, and which of their passages. */
import type { TextQuery } from '../../archive.ts';
import type { Store } from '../../file/store.ts';
import { inWords } from '../asking.ts';
import { hits } from './hits.ts';
import { phrasesOf, type Spelled } from './terms.ts';

export interface Text {
  readonly key: number;
  readonly day: string | null;
  readonly kind: string | null;
  readonly language: string;
  /** The first of its passages, and how many there are. */
  readonly first: number;
  readonly passages: number;
}

/** The passages of a text that were found. */
export interface Held {
  readonly text: Text;
  readonly keys: Uint32Array;
}

const caches = new WeakMap<Store, { readonly stamp: number; readonly texts: readonly Text[] }>();

/** All texts with passages, in the order of these. */
function textsOf(store: Store): { readonly stamp: number; readonly texts: readonly Text[] } {
  const { stamp } = store.sql('SELECT stamp FROM state').get() as { stamp: number };
  const known = caches.get(store);
  if (known?.stamp === stamp) return known;
  const texts = store
    .sql('SELECT key, day, kind, language, passage AS first, passages FROM document WHERE passages > 0 ORDER BY passage')
    .all() as Text[];
  const cache = { stamp, texts };
  caches.set(store, cache);
  return cache;
}

export function findTexts(store: Store, terms: readonly Spelled[], { within }: TextQuery): Held[] {
  const asked = terms.filter(({ not }) => !not);
  const excluded = terms.filter(({ not }) => not).map((term) => inWords(phrasesOf(term)));
  const { texts, ...index } = textsOf(store);
  if (texts.length === 0) return [];
  const lookFor = (words: string) => heldBy(texts, hits(store, index, words, 'passage_words'));
  const not = excluded.length === 0 ? '' : ` NOT (${excluded.join(' OR ')})`;
  if (asked.length === 0) return rest(texts, excluded.length === 0 ? [] : lookFor(excluded.join(' OR ')));
  const each = asked.map((term) => inWords(phrasesOf(term)));
  if (within !== 'talks' || asked.length === 1) return lookFor(`(${each.join(' AND ')})${not}`);
  // All words somewhere in one text: its passages that hold any of them.
  const holding = each.map((words) => new Set(lookFor(`${words}${not}`).map(({ text }) => text)));
  return lookFor(`(${each.join(' OR ')})${not}`).filter(({ text }) => holding.every((all) => all.has(text)));
}

/** Passages by their texts; both go up. */
function heldBy(texts: readonly Text[], keys: Uint32Array): Held[] {
  const found: Held[] = [];
  let start = 0;
  for (const text of texts) {
    const end = text.first + text.passages;
    let stop = start;
    while (stop < keys.length && (keys[stop] as number) < end) stop++;
    if (stop > start) found.push({ text, keys: keys.subarray(start, stop) });
    start = stop;
    if (start === keys.length) break;
  }
  return found;
}

/** All passages but these. */
function rest(texts: readonly Text[], out: readonly Held[]): Held[] {
  const held = new Map(out.map(({ text, keys }) => [text, new Set(keys)]));
  return texts.flatMap((text): Held[] => {
    const without = held.get(text);
    const all = Uint32Array.from({ length: text.passages }, (_, i) => text.first + i);
    const keys = without ? all.filter((key) => !without.has(key)) : all;
    return keys.length > 0 ? [{ text, keys }] : [];
  });
}
