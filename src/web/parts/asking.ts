/** A search as its address has it: every facet is a name, so that a page of results can be cited and followed. */
import { FACETS, type Facet, type SearchQuery } from '../../desk/held.ts';
import { query } from './view.ts';

export interface Asking {
  readonly words: string;
  readonly facets: Partial<Readonly<Record<Facet, readonly string[]>>>;
  readonly from: string;
  readonly to: string;
  readonly order: 'rank' | 'newest' | 'oldest';
  readonly within: 'statement' | 'talks';
  readonly without: readonly string[];
  /** Id of the one document that is searched. */
  readonly document?: string | undefined;
  /** Only texts that are no accounts of talks. */
  readonly texts: boolean;
  readonly cursor?: string | undefined;
}

const DOCUMENT = /^d-[0-9a-f]{8,32}$/;
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** What cannot be understood is left out. */
export function askingOf(search: URLSearchParams): Asking {
  const words = (search.get('q') ?? '').slice(0, 400);
  const facets: Partial<Record<Facet, string[]>> = {};
  for (const facet of FACETS) {
    const values = search.getAll(facet).filter((value) => value !== '' && value.length < 80);
    if (values.length > 0) facets[facet] = values.slice(0, 40);
  }
  const date = (name: string) => {
    const value = (search.get(name) ?? '').trim();
    return DATE.test(value) ? value : '';
  };
  const order = search.get('order');
  return {
    words,
    facets,
    from: date('from'),
    to: date('to'),
    order: order === 'rank' || order === 'newest' || order === 'oldest' ? order : words.trim() === '' ? 'newest' : 'rank',
    within: search.get('within') === 'talks' ? 'talks' : 'statement',
    without: search.getAll('without').slice(0, 20),
    document: DOCUMENT.exec(search.get('document') ?? '')?.[0],
    texts: search.get('in') === 'texts',
    cursor: search.get('cursor') ?? undefined,
  };
}

export function toQuery(asking: Asking, count: readonly Facet[], limit: number): SearchQuery {
  return {
    words: asking.words,
    facets: asking.facets,
    within: asking.within,
    order: asking.order,
    count,
    limit,
    ...(asking.from && { from: asking.from }),
    ...(asking.to && { to: asking.to }),
    ...(asking.without.length > 0 && { without: asking.without }),
    ...(asking.document && { document: asking.document }),
    ...(asking.cursor && { cursor: asking.cursor }),
  };
}

/** The address of a search, its path left out. Another search begins at its first page. */
export function addressOf(asking: Asking): string {
  return query({
    q: asking.words,
    ...asking.facets,
    from: asking.from,
    to: asking.to,
    order: asking.order === (asking.words.trim() === '' ? 'newest' : 'rank') ? undefined : asking.order,
    within: asking.within === 'talks' ? 'talks' : undefined,
    without: asking.without,
    document: asking.document,
    in: asking.texts ? 'texts' : undefined,
    cursor: asking.cursor,
  });
}

/** The same search with one value of a facet put in or taken out. */
export function toggled(asking: Asking, facet: Facet, value: string): Asking {
  const now = asking.facets[facet] ?? [];
  const next = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  return { ...asking, facets: { ...asking.facets, [facet]: next }, cursor: undefined };
}
