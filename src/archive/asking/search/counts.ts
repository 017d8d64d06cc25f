/** The facets as they are told: values with their counts, most frequent first. */
import { FACETS, type Facet, type FacetCount, type SearchAnswer, type SearchQuery } from '../../archive.ts';
import { type FacetIndex, spread } from '../../deriving/facets.ts';
import { archiveFault } from '../../fault.ts';
import type { Store } from '../../file/store.ts';
import { dyadFrom } from '../listing.ts';
import type { Found } from './sifting.ts';
import { CODED, LISTED, type Wanted } from './wanted.ts';

/** Values of one facet that are told. */
const MOST_VALUES = 100;

export function countsOf(store: Store, index: FacetIndex, query: SearchQuery, wanted: Wanted, found: Found): SearchAnswer['facets'] {
  const result: Partial<Record<Facet, readonly FacetCount[]>> = {};
  for (const facet of query.count ?? []) {
    if (!FACETS.includes(facet)) throw archiveFault('bad-facet', { facet: String(facet).slice(0, 60), facets: FACETS.join(', ') });
    const values = new Set((query.facets?.[facet] ?? []).map((value) => (facet === 'dyad' ? dyadFrom(value) : value)));
    const told = toldOf(store, index, facet, spread(index, facet, found.counts(facet)), wanted.chosen.get(facet));
    const known = new Set(told.map(({ value }) => value));
    for (const value of values) if (facet !== 'person' && !known.has(value)) told.push({ value, count: 0 });
    const chosen = (one: { value: string }) => values.has(one.value);
    result[facet] = told
      .sort((a, b) => (facet === 'year' ? (a.value < b.value ? 1 : -1) : b.count - a.count || (a.value < b.value ? -1 : 1)))
      .filter((one, i) => i < MOST_VALUES || chosen(one))
      .map((one) => ({ ...one, chosen: chosen(one) }));
  }
  return result;
}

interface Value {
  readonly value: string;
  readonly count: number;
  readonly name?: string;
}

/** @param counts by the number of a value. */
function toldOf(store: Store, index: FacetIndex, facet: Facet, counts: Uint32Array, chosen: Uint8Array | undefined): Value[] {
  const numbers: number[] = [];
  for (let number = 0; number < counts.length; number++) if ((counts[number] as number) > 0) numbers.push(number);
  const all = (nameOf: (number: number) => string | undefined) =>
    numbers.flatMap((number): Value[] => {
      const value = nameOf(number);
      return value === undefined ? [] : [{ value, count: counts[number] as number }];
    });
  if (CODED.includes(facet)) return all((code) => (code === 0 ? undefined : index.values[code]));
  if (facet === 'year') return all((year) => (year === 0 ? undefined : String(year).padStart(4, '0')));
  if (facet !== 'person') return all((number) => LISTED[facet]?.[number]);
  return numbers
    .sort((a, b) => (counts[b] as number) - (counts[a] as number))
    .filter((key, i) => i < MOST_VALUES || chosen?.[key] === 1)
    .flatMap((key) => {
      const row = personOf(store, index, key);
      return row ? [{ value: row.id, count: counts[key] as number, name: row.name }] : [];
    });
}

function personOf(store: Store, { names }: FacetIndex, key: number): { readonly id: string; readonly name: string } | undefined {
  if (names.has(key)) return names.get(key);
  const row = store
    .sql(
      'SELECT i.id, (SELECT p.name FROM spelling p JOIN entity e ON e.key = p.entity WHERE e.into_entity = i.key ORDER BY p.n DESC, p.name LIMIT 1) AS name FROM entity i WHERE i.key = ?',
    )
    .get(key) as { id: string; name: string } | undefined;
  names.set(key, row);
  return row;
}
