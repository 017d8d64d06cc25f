/** Searching: from what a person typed to a question to the archive. */
import { type Archive, FACETS, type Facet, type FacetCount, type SearchAnswer, type SearchQuery, type TextAnswer } from '../../archive/archive.ts';
import type { Voice } from '../../language/voice.ts';
import { makeFault } from '../faults.ts';
import { toNumber } from './list.ts';

export interface FindWishes {
  readonly within?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order?: string | undefined;
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
  readonly document?: string | undefined;
  /** Values of a facet, several apart by commas. */
  readonly facets?: Partial<Readonly<Record<Facet, string | undefined>>>;
  /** Facets to count, apart by commas, or `all`. */
  readonly count?: string | undefined;
}

const ORDERS = ['rank', 'newest', 'oldest'] as const;
const WITHIN = ['statement', 'talks'] as const;

/** Statements that were found, and apart from them what was found in texts that are no accounts of talks. */
export interface Answer extends SearchAnswer {
  readonly texts: TextAnswer;
}

/** Texts told beside statements. */
export const TEXTS_BESIDE = 5;

export async function findStatements(archive: Archive, words: string, wishes: FindWishes, voice: Voice): Promise<Answer> {
  return findAll(archive, toQuery(words, wishes, voice));
}

/** Only in texts that are no accounts of talks. */
export async function findTexts(archive: Archive, words: string, wishes: FindWishes, voice: Voice): Promise<TextAnswer> {
  return archive.searchTexts(toQuery(words, wishes, voice));
}

/** Both at once; the kinds of texts are counted over statements and passages together. Texts begin at their first page. */
export async function findAll(archive: Archive, query: SearchQuery): Promise<Answer> {
  const { cursor: _, ...first } = query;
  const [answer, texts] = await Promise.all([archive.search(query), archive.searchTexts({ ...first, limit: TEXTS_BESIDE })]);
  const { textKind } = answer.facets;
  return { ...answer, texts, ...(textKind && { facets: { ...answer.facets, textKind: together(textKind, texts.kinds) } }) };
}

function together(statements: readonly FacetCount[], passages: readonly FacetCount[]): FacetCount[] {
  const all = new Map(statements.map((one) => [one.value, one]));
  for (const one of passages) all.set(one.value, { ...one, count: one.count + (all.get(one.value)?.count ?? 0) });
  return [...all.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

export function toQuery(words: string, wishes: FindWishes, voice: Voice): SearchQuery {
  const { from, to, cursor, document } = wishes;
  const order = wishes.order === undefined ? undefined : ORDERS.find((one) => one === wishes.order);
  if (wishes.order !== undefined && !order) throw makeFault(voice, 'cli/unknown-order', { name: wishes.order, orders: ORDERS.join(', ') });
  const within = wishes.within === undefined ? undefined : WITHIN.find((one) => one === wishes.within);
  if (wishes.within !== undefined && !within) throw makeFault(voice, 'cli/unknown-within', { name: wishes.within, places: WITHIN.join(', ') });
  const count =
    wishes.count === undefined ? undefined : wishes.count === 'all' ? FACETS : wishes.count.split(',').map((one) => facetFrom(one.trim(), voice));
  const facets: Partial<Record<Facet, readonly string[]>> = {};
  for (const [facet, values] of Object.entries(wishes.facets ?? {})) if (values) facets[facet as Facet] = values.split(',').map((one) => one.trim());
  return {
    words,
    facets,
    lacking: true,
    limit: toNumber(wishes.limit, voice),
    ...(order && { order }),
    ...(within && { within }),
    ...(count && { count }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(cursor !== undefined && { cursor }),
    ...(document !== undefined && { document }),
  };
}

function facetFrom(name: string, voice: Voice): Facet {
  const facet = FACETS.find((one) => one === name);
  if (!facet) throw makeFault(voice, 'archive/bad-facet', { facet: name, facets: FACETS.join(', ') });
  return facet;
}
