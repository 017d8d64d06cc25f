/** The filters of a question as the facets in memory have them, and the tests that they make. */
import { FACETS, type Facet, type SearchQuery } from '../archive.ts';
import { SIDES } from '../derived.ts';
import { FAMILIES, type FacetIndex } from '../facets.ts';
import { archiveFault } from '../fault.ts';
import { dyadFrom, rangeOf } from '../listing.ts';
import { LISTS } from '../packing.ts';
import { PARTS } from '../rows.ts';
import type { Store } from '../store.ts';

export interface Limits {
  /** Hits of words that are looked at one by one. */
  readonly most: number;
  /** The same without words; beyond, all statements are looked at, which takes longer and is exact too. */
  readonly filtered: number;
}

/** A filter that lets through a larger share of all statements is not asked of the index: it would save nothing there. */
const SELECTIVE = 0.2;

export const LAST_DAY = 99_999_999;

/** The filters as the facets in memory have them. */
export interface Wanted {
  readonly limits: Limits;
  readonly first: number;
  readonly last: number;
  /** By code: whether a value of act, level, kind, language, dyad or topic is chosen. */
  readonly codes: Uint8Array;
  readonly sides: number;
  readonly parts: number;
  readonly withheld: number;
  readonly families: number;
  readonly years: ReadonlySet<number>;
  readonly people: ReadonlySet<number>;
  /** Facets that are filtered. */
  readonly chosen: ReadonlySet<Facet>;
  /** Those of them that let through little, and what the index calls their values. */
  readonly selective: ReadonlyMap<Facet, readonly string[]>;
  /** Keys between which the statements of the document stand. */
  readonly from: number;
  readonly to: number;
}

export const CODED: readonly Facet[] = ['dyad', 'act', 'topic', 'level', 'kind', 'language'];

export function makeWanted(store: Store, index: FacetIndex, query: SearchQuery, limits: Limits): Wanted {
  const codes = new Uint8Array(index.values.length + 1);
  const chosen = new Set<Facet>();
  const selective = new Map<Facet, string[]>();
  const bits = { side: 0, part: 0, withheld: 0, family: 0 };
  const years = new Set<number>();
  const people = new Set<number>();
  for (const facet of Object.keys(query.facets ?? {}) as Facet[]) {
    if (!FACETS.includes(facet)) throw archiveFault('bad-facet', { facet: String(facet).slice(0, 60), facets: FACETS.join(', ') });
    const values = query.facets?.[facet] ?? [];
    if (values.length === 0) continue;
    const marks: string[] = [];
    let through = 0;
    const { totals } = index;
    for (const value of values) {
      if (CODED.includes(facet)) {
        const code = index.codes.get(`${facet}\n${facet === 'dyad' ? dyadFrom(value) : value}`);
        if (code === undefined) continue;
        codes[code] = 1;
        marks.push(`f${code}`);
        through += totals.codes[code] as number;
      } else if (facet === 'person') {
        const row = store.sql('SELECT into_entity AS key FROM entity WHERE id = ?').get(value) as { key: number } | undefined;
        if (!row) continue;
        people.add(row.key);
        for (const { key } of store.sql('SELECT key FROM entity WHERE into_entity = ?').all(row.key) as { key: number }[]) {
          marks.push(`p${key}`);
          through += totals.people[key] as number;
        }
      } else if (facet === 'year') {
        if (!/^\d{4}$/.test(value)) continue;
        years.add(Number(value));
        marks.push(`y${Number(value)}`);
        through += totals.years[Number(value)] as number;
      } else {
        const names: readonly string[] = facet === 'side' ? SIDES : facet === 'part' ? PARTS : facet === 'family' ? FAMILIES : ['no', 'yes'];
        const n = names.indexOf(value);
        if (n < 0) continue;
        bits[facet as keyof typeof bits] |= 1 << n;
        if (facet === 'family') {
          for (const [code, family] of index.families.entries()) if (family === n) marks.push(`f${code}`);
          through += totals.families[n] as number;
        } else {
          marks.push(`${facet === 'side' ? 's' : facet === 'part' ? 'b' : 'w'}${n}`);
          through += (facet === 'side' ? totals.sides : facet === 'part' ? totals.parts : totals.withheld)[n] as number;
        }
      }
    }
    chosen.add(facet);
    // A value that nothing has finds nothing, rather than everything.
    if (through <= totals.total * SELECTIVE) selective.set(facet, marks.length > 0 ? marks : ['none']);
  }
  const { first, last } = rangeOf(query);
  const document =
    query.document === undefined
      ? { first: 0, statements: Number.MAX_SAFE_INTEGER }
      : ((store
          .sql('SELECT first, statements FROM document WHERE removed IS NULL AND key = (SELECT document FROM version WHERE id = ?)')
          .get(query.document) as { first: number; statements: number } | undefined) ?? { first: 0, statements: 0 });
  return {
    // What has no day lies in no range of days.
    first: first !== undefined ? Math.max(1, dayNumber(first)) : last !== undefined ? 1 : 0,
    last: last === undefined ? LAST_DAY : dayNumber(last),
    codes,
    sides: bits.side,
    parts: bits.part,
    withheld: bits.withheld,
    families: bits.family,
    years,
    people,
    chosen,
    selective,
    limits,
    from: document.first,
    to: document.first + document.statements - 1,
  };
}

function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

export type Passes = (block: Uint32Array, at: number) => boolean;

/** A test for each facet that is filtered, the cheap ones first. */
export function testsOf({ families: familyOf, merged }: FacetIndex, wanted: Wanted): [Facet, Passes][] {
  const { codes, sides, parts, withheld, families, years, people, chosen } = wanted;
  const all: [Facet, Passes][] = [
    ['side', (block, at) => (sides & (1 << ((block[at + 1] as number) & 7))) !== 0],
    ['part', (block, at) => (parts & (1 << (((block[at + 1] as number) >> 3) & 3))) !== 0],
    ['withheld', (block, at) => (withheld & (1 << (((block[at + 1] as number) >> 5) & 1))) !== 0],
    ['act', (block, at) => codes[(block[at + 3] as number) & 0xffff] === 1],
    ['level', (block, at) => codes[(block[at + 3] as number) >>> 16] === 1],
    ['kind', (block, at) => codes[(block[at + 4] as number) & 0xffff] === 1],
    ['language', (block, at) => codes[(block[at + 4] as number) >>> 16] === 1],
    ['family', (block, at) => (families & (1 << (familyOf[(block[at + 3] as number) & 0xffff] as number))) !== 0],
    ['year', (block, at) => years.has(Math.floor((block[at] as number) / 10_000))],
    ['dyad', (block, at) => anyOf(codes, block, at + LISTS, at + LISTS + ((block[at + 5] as number) & 255))],
    [
      'topic',
      (block, at) => {
        const many = block[at + 5] as number;
        const start = at + LISTS + (many & 255);
        return anyOf(codes, block, start, start + ((many >> 8) & 255));
      },
    ],
    [
      'person',
      (block, at) => {
        const many = block[at + 5] as number;
        const start = at + LISTS + (many & 255) + ((many >> 8) & 255);
        for (let i = start; i < start + (many >>> 16); i++) if (people.has(merged.get(block[i] as number) ?? (block[i] as number))) return true;
        return false;
      },
    ],
  ];
  return all.filter(([facet]) => chosen.has(facet));
}

function anyOf(codes: Uint8Array, block: Uint32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (codes[block[i] as number] === 1) return true;
  return false;
}
