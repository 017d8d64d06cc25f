/** Searching: from what a person typed to a question to the archive. */
import { type Archive, FACETS, type Facet, type SearchAnswer, type SearchQuery } from '../archive/archive.ts';
import type { Voice } from '../language/voice.ts';
import { makeFault } from './faults.ts';
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

export async function findStatements(archive: Archive, words: string, wishes: FindWishes, voice: Voice): Promise<SearchAnswer> {
  return archive.search(toQuery(words, wishes, voice));
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
