/** The statements of a page, as rows have them, with the words that were found marked. */
import type { Act, Topic } from '../../../record/reading.ts';
import type { Hit, SearchQuery, Side } from '../../archive.ts';
import type { Store } from '../../file/store.ts';
import { cursorOf, limitOf, told } from '../../paging.ts';
import type { Found } from './sifting.ts';
import { marksIn, type Spelled } from './terms.ts';
import type { Wanted } from './wanted.ts';

export interface Asked {
  readonly wanted: Wanted;
  readonly terms: readonly Spelled[];
  readonly found: Found;
}

export interface Row {
  readonly key: number;
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly language: string;
  readonly talks: string | null;
  readonly kind: string | null;
  readonly level: string | null;
  readonly date: string | null;
  readonly parties: string | null;
  readonly id: string;
  readonly path: string;
  readonly heading: string | null;
  readonly quote: string;
  readonly act: string;
  readonly verb: string;
  readonly side: string;
  readonly speakers: string;
  readonly topics: string;
  readonly withheld: number;
  readonly low: number;
  readonly corrected: number;
}

/** Rows by the keys of statements: a key is given once, and what is written anew has another. */
const MOST_ROWS = 4_000;
const kept = new WeakMap<Store, Map<number, Row | undefined>>();

function rowsOf(store: Store): Map<number, Row | undefined> {
  const rows = kept.get(store) ?? new Map<number, Row | undefined>();
  kept.set(store, rows);
  return rows;
}

export function page(store: Store, { terms, found }: Asked, query: SearchQuery): { items: Hit[]; next?: string } {
  const limit = limitOf(query);
  const { keys, values } = found.first;
  const shown = keys.slice(0, limit);
  const rows = rowsOf(store);
  if (rows.size + shown.length > MOST_ROWS) rows.clear();
  for (const key of shown)
    if (!rows.has(key))
      rows.set(
        key,
        store
          .sql(
            `SELECT s.key, d.id AS document, d.title, d.publisher, d.language, t.id AS talks, t.kind, t.level, t.date, t.parties, s.id, s.path, s.heading, s.quote, s.act, s.verb, s.side,
            s.speakers, s.topics, s.withheld, s.low, s.corrected
           FROM statement s JOIN document d ON d.key = s.document LEFT JOIN talks t ON t.key = s.talks WHERE s.key = ?`,
          )
          .get(key) as Row | undefined,
      );
  const asked = terms.filter(({ not }) => !not);
  const items = shown.flatMap((key) => {
    const row = rows.get(key);
    return row ? [toHit(row, asked)] : [];
  });
  const end = shown.length - 1;
  return { items, ...(keys.length > limit && { next: cursorOf([values[end] as number, shown[end] as number]) }) };
}

function toHit(row: Row, asked: readonly Spelled[]): Hit {
  const marks = marksIn(row.quote, asked);
  const byHeading = asked.some((term) => marksIn(row.quote, [term]).length === 0) ? row.heading : null;
  return {
    document: row.document,
    ...told({ title: row.title, publisher: row.publisher }),
    language: row.language,
    talks: {
      id: row.talks ?? '',
      kind: row.kind ?? '',
      ...told({ level: row.level, date: row.date }),
      parties: row.parties === null ? [] : (JSON.parse(row.parties) as string[]),
    },
    id: row.id,
    path: row.path,
    act: row.act as Act,
    verb: row.verb,
    side: row.side as Side,
    speakers: JSON.parse(row.speakers) as Hit['speakers'],
    withheld: row.withheld === 1,
    topics: JSON.parse(row.topics) as Topic[],
    quote: row.quote,
    marks,
    ...(byHeading !== null && { byHeading }),
    low: row.low === 1,
    corrected: row.corrected === 1,
  };
}
