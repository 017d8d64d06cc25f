/**
 * Search over statements. The index (FTS5 over grams made by us, see text/grams.ts) says which statements hold the words;
 * the facets in memory say which of them pass the filters and how many there are of each kind.
 *
 * 1 What is typed never reaches the syntax of the index: grams are letters and digits, facets are numbers.
 * 2 Everything is exact: totals, counts and the order, however many statements are found.
 * 3 Pages do not move: a cursor names the last statement shown, not a number of statements.
 */
import type { Facet, SearchAnswer, SearchQuery } from '../archive.ts';
import { type FacetIndex, facetIndex } from '../deriving/facets.ts';
import type { Store } from '../file/store.ts';
import { readTerms } from './asking.ts';
import { countsOf } from './search/counts.ts';
import { find } from './search/finding.ts';
import { type Asked, page } from './search/page.ts';
import { withSpellings } from './search/terms.ts';
import { makeWanted } from './search/wanted.ts';
import { yearSidesOf } from './search/year-sides.ts';

export function search(store: Store, query: SearchQuery): SearchAnswer {
  const index = facetIndex(store);
  const asked = ask(store, index, query);
  const { terms, found } = asked;
  const { items, next } = page(store, asked, query);
  const lacking = found.total > 0 || !query.lacking ? undefined : lackingOf(store, index, query);
  return {
    items,
    ...(next !== undefined && { next }),
    total: found.total,
    facets: query.count ? countsOf(store, index, query, asked.wanted, found) : {},
    ...(found.yearTable && { yearSides: yearSidesOf(found.yearTable) }),
    along: terms.flatMap(({ words, also, bySound }) =>
      also.length > 0 ? [{ word: words, also: also.map(({ words: spelled }) => spelled), ...(bySound.length > 0 && { bySound }) }] : [],
    ),
    ...(lacking && { lacking }),
  };
}

function ask(store: Store, index: FacetIndex, query: SearchQuery): Asked {
  const wanted = makeWanted(store, index, query);
  const terms = readTerms(query.words ?? '').map((term) => withSpellings(store, term, query.without));
  return { wanted, terms, found: find(store, index, terms, query, wanted) };
}

/** What each part of a question that finds nothing keeps out. */
function lackingOf(store: Store, index: FacetIndex, query: SearchQuery): SearchAnswer['lacking'] {
  const { words, facets = {}, from, to, within, document } = query;
  const parts: { without: string; query: SearchQuery }[] = [];
  const base: SearchQuery = {
    facets,
    ...(words !== undefined && { words }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(within && { within }),
    ...(document !== undefined && { document }),
  };
  const filled = (Object.keys(facets) as Facet[]).filter((facet) => (facets[facet]?.length ?? 0) > 0);
  const n = filled.length + (words?.trim() ? 1 : 0) + (from !== undefined || to !== undefined ? 1 : 0);
  // One part alone has nothing beside it that could find more.
  if (n < 2) return undefined;
  if (words?.trim()) parts.push({ without: 'words', query: { ...base, words: '' } });
  if (from !== undefined || to !== undefined) {
    const { from: _from, to: _to, ...rest } = base;
    parts.push({ without: 'date', query: rest });
  }
  for (const facet of filled) parts.push({ without: facet, query: { ...base, facets: { ...facets, [facet]: [] } } });
  return parts.map(({ without, query: less }) => ({ without, total: ask(store, index, { ...less, limit: 1 }).found.total }));
}
