/** The facets as they are told: values with their counts, most frequent first. */
import { FACETS, type Facet, type FacetCount, type SearchAnswer, type SearchQuery } from '../archive.ts';
import { SIDES } from '../derived.ts';
import { FAMILIES, type FacetIndex, type Tally } from '../facets.ts';
import { archiveFault } from '../fault.ts';
import { dyadFrom } from '../listing.ts';
import { PARTS } from '../rows.ts';
import type { Store } from '../store.ts';
import type { Found } from './sifting.ts';
import { CODED, type Wanted } from './wanted.ts';

/** Values of one facet that are told. */
const MOST_VALUES = 100;

export function countsOf(store: Store, index: FacetIndex, query: SearchQuery, wanted: Wanted, found: Found): SearchAnswer['facets'] {
  const result: Partial<Record<Facet, readonly FacetCount[]>> = {};
  for (const facet of query.count ?? []) {
    if (!FACETS.includes(facet)) throw archiveFault('bad-facet', { facet: String(facet).slice(0, 60), facets: FACETS.join(', ') });
    const values = new Set((query.facets?.[facet] ?? []).map((value) => (facet === 'dyad' ? dyadFrom(value) : value)));
    const sheet = found.counts(facet);
    let counts: { value: string; count: number; name?: string }[] = [];
    if (CODED.includes(facet)) {
      for (const [name, code] of index.codes) {
        if (!name.startsWith(`${facet}\n`)) continue;
        const count = sheet.codes[code] as number;
        if (count > 0 || wanted.codes[code]) counts.push({ value: index.values[code] as string, count });
      }
    } else if (facet === 'person') {
      const top = peopleOf(index, sheet).filter(([key], i) => i < MOST_VALUES || wanted.people.has(key));
      counts = top.flatMap(([key, count]) => {
        const row = personOf(store, key);
        return row ? [{ value: row.id, count, name: row.name }] : [];
      });
    } else if (facet === 'year')
      counts = [...sheet.years.entries()].flatMap(([year, count]) =>
        count > 0 && year > 0 ? [{ value: String(year).padStart(4, '0'), count }] : [],
      );
    else {
      const [names, numbers] =
        facet === 'side'
          ? [SIDES, sheet.sides]
          : facet === 'part'
            ? [PARTS, sheet.parts]
            : facet === 'family'
              ? [FAMILIES, sheet.families]
              : [['no', 'yes'], sheet.withheld];
      counts = (names as readonly string[]).flatMap((value, i) => (numbers[i] ? [{ value, count: numbers[i] as number }] : []));
    }
    for (const value of values) if (facet !== 'person' && !counts.some((one) => one.value === value)) counts.push({ value, count: 0 });
    const chosen = (one: { value: string }) => values.has(one.value);
    result[facet] = counts
      .sort((a, b) => (facet === 'year' ? (a.value < b.value ? 1 : -1) : b.count - a.count || (a.value < b.value ? -1 : 1)))
      .filter((one, i) => i < MOST_VALUES || chosen(one))
      .map((one) => ({ ...one, chosen: chosen(one) }));
  }
  return result;
}

/** Persons by how often they speak, those that are one counted together. */
function peopleOf({ merged }: FacetIndex, { people }: Tally): [key: number, count: number][] {
  const counts = new Map<number, number>();
  for (let key = 0; key < people.length; key++) {
    const count = people[key] as number;
    if (count === 0) continue;
    const root = merged.get(key) ?? key;
    counts.set(root, (counts.get(root) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function personOf(store: Store, key: number): { id: string; name: string } | undefined {
  return store
    .sql(
      'SELECT i.id, (SELECT p.name FROM spelling p JOIN entity e ON e.key = p.entity WHERE e.into_entity = i.key ORDER BY p.n DESC, p.name LIMIT 1) AS name FROM entity i WHERE i.key = ?',
    )
    .get(key) as { id: string; name: string } | undefined;
}
