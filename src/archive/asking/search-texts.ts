/**
 * Search in texts that are no accounts of talks. Their passages have an index of their own, so that the search over statements
 * is what it was; what is asked of whole texts (kind, language, day) is looked up in memory, a text at a time.
 */
import type { Facet, FacetCount, TextAnswer, TextQuery } from '../archive.ts';
import type { Store } from '../file/store.ts';
import { readTerms } from './asking.ts';
import { rangeOf } from './listing.ts';
import { withSpellings } from './search/terms.ts';
import { findTexts, type Held, type Text } from './search/texts.ts';
import { page } from './search/texts-page.ts';

/** Facets that texts have too. */
const OF_TEXTS: readonly Facet[] = ['textKind', 'language', 'year'];

export function searchTexts(store: Store, query: TextQuery): TextAnswer {
  const terms = readTerms(query.words ?? '').map((term) => withSpellings(store, term, query.without));
  const ranged = passesRest(store, query);
  const found = findTexts(store, terms, query).filter(({ text }) => ranged(text));
  const { chosen, kinds } = byKind(found, query.facets?.textKind ?? []);
  const { items, next } = page(store, chosen, terms, query);
  return {
    items,
    ...(next !== undefined && { next }),
    total: chosen.reduce((sum, { keys }) => sum + keys.length, 0),
    documents: chosen.length,
    kinds,
  };
}

/** All filters but that of the kind. */
function passesRest(store: Store, query: TextQuery): (text: Text) => boolean {
  const { facets = {} } = query;
  const given = (Object.keys(facets) as Facet[]).filter((facet) => (facets[facet]?.length ?? 0) > 0);
  if (given.some((facet) => !OF_TEXTS.includes(facet))) return () => false;
  const { first, last } = rangeOf(query);
  const [languages, years] = [facets.language ?? [], facets.year ?? []];
  const only =
    query.document === undefined
      ? undefined
      : (store.sql('SELECT document FROM version WHERE id = ?').pluck().get(query.document) as number | undefined);
  return ({ key, day, language }) =>
    (query.document === undefined || key === only) &&
    (languages.length === 0 || languages.includes(language)) &&
    (years.length === 0 || (day !== null && years.includes(day.slice(0, 4)))) &&
    (first === undefined || (day !== null && day >= first)) &&
    (last === undefined || (day !== null && day <= last));
}

function byKind(found: readonly Held[], wanted: readonly string[]): { readonly chosen: readonly Held[]; readonly kinds: FacetCount[] } {
  const counts = new Map<string, number>(wanted.map((kind) => [kind, 0]));
  for (const { text, keys } of found) if (text.kind !== null) counts.set(text.kind, (counts.get(text.kind) ?? 0) + keys.length);
  return {
    chosen: wanted.length === 0 ? found : found.filter(({ text }) => text.kind !== null && wanted.includes(text.kind)),
    kinds: [...counts]
      .map(([value, count]) => ({ value, count, chosen: wanted.includes(value) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  };
}
