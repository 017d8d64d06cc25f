/** Texts of a page, with the passages in them that were found: a long passage as the words around what was found. */
import type { Passage, TextAnswer, TextHit, TextQuery } from '../../archive.ts';
import type { Store } from '../../file/store.ts';
import { afterOf, cursorOf, limitOf, told } from '../../paging.ts';
import { marksIn, type Spelled } from './terms.ts';
import type { Held } from './texts.ts';

/** Passages shown of a text, and where only one is asked for. */
const SHOWN = 3;
const SHOWN_OF_ONE = 200;

export function page(store: Store, found: readonly Held[], terms: readonly Spelled[], query: TextQuery): Pick<TextAnswer, 'items' | 'next'> {
  const asked = terms.filter(({ not }) => !not);
  const worth = worthBy(asked.length > 0 ? (query.order ?? 'rank') : query.order === 'oldest' ? 'oldest' : 'newest');
  const after = afterOf(query);
  const sorted = found
    .map((held) => ({ held, value: worth(held) }))
    .filter(({ held: { text }, value }) => !after || value < Number(after[0]) || (value === Number(after[0]) && text.key > after[1]))
    .sort((a, b) => b.value - a.value || a.held.text.key - b.held.text.key);
  const limit = limitOf(query);
  const shown = sorted.slice(0, limit);
  const last = shown.at(-1);
  const most = query.document === undefined ? SHOWN : SHOWN_OF_ONE;
  return {
    items: shown.map(({ held }) => toHit(store, held, asked, most)),
    ...(last && sorted.length > limit && { next: cursorOf([last.value, last.held.text.key]) }),
  };
}

/** What texts are sorted by, the greatest first: the share of their passages that was found, then the newest; or the day. */
function worthBy(order: 'rank' | 'newest' | 'oldest'): (held: Held) => number {
  const dayOf = ({ text: { day } }: Held) => (day === null ? 0 : Number(day.replaceAll('-', '')));
  if (order === 'newest') return dayOf;
  if (order === 'oldest') return (held) => -(dayOf(held) || 99_999_999);
  return (held) => Math.round((1_000 * held.keys.length) / held.text.passages) * 100_000_000 + dayOf(held);
}

function toHit(store: Store, { text, keys }: Held, asked: readonly Spelled[], most: number): TextHit {
  const row = store.sql('SELECT id, title, kind, publisher, published, language FROM document WHERE key = ?').get(text.key) as {
    id: string;
    title: string | null;
    kind: string | null;
    publisher: string | null;
    published: string | null;
    language: string;
  };
  const { id, language, title, kind, publisher, published } = row;
  const read = store.sql('SELECT path, page, start, words FROM passage WHERE key = ?');
  return {
    document: id,
    ...told({ title, kind, publisher, published }),
    language,
    found: keys.length,
    passages: [...keys.subarray(0, most)].map((key) => toPassage(read.get(key) as PassageRow, asked)),
  };
}

interface PassageRow {
  readonly path: string;
  readonly page: number | null;
  readonly start: number;
  readonly words: string;
}

function toPassage({ path, page, start, words }: PassageRow, asked: readonly Spelled[]): Passage {
  const marks = marksIn(words, asked);
  const [from, to] = excerptOf(words, marks[0]);
  return {
    path,
    ...told({ page }),
    span: [start + from, start + to],
    quote: words.slice(from, to),
    marks: marks.filter(([a, b]) => a >= from && b <= to).map(([a, b]) => [a - from, b - from] as const),
    more: [from > 0, to < words.length],
  };
}

/** Units of a quote, and those of them before what was found; up to so many more, to end where words do. */
const MOST_UNITS = 280;
const BEFORE = 90;
const SLACK = 40;

/** A passage whole, or the words around what was found first in it, from one end of words to another. */
function excerptOf(words: string, mark: readonly [number, number] = [0, 0]): readonly [start: number, end: number] {
  if (words.length <= MOST_UNITS + SLACK) return [0, words.length];
  const from = mark[0] <= BEFORE + SLACK ? 0 : ending(words, mark[0] - BEFORE, -1);
  const until = Math.max(from + MOST_UNITS, mark[1]);
  return [from, until + SLACK >= words.length ? words.length : ending(words, until, 1)];
}

/** The nearest place from there, forwards or backwards, at which a word ends. */
function ending(words: string, at: number, step: 1 | -1): number {
  for (let i = 0; i < SLACK; i++) if (ENDS.test(words[at + i * step - 1] as string)) return at + i * step;
  // Never within a sign of two units.
  return LOW.test(words[at] as string) ? at + 1 : at;
}

const ENDS = /[\s\p{Po}\p{Pe}]/u;
const LOW = /[\udc00-\udfff]/;
