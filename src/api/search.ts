import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { findAll } from '../desk/finding/find.ts';
import { FACETS, type Facet, type SearchQuery } from '../desk/held.ts';
import type { ApiDesk } from './desk.ts';
import { reply } from './reply.ts';
import { act, date, given, json, many, paged, pageOf, side, talksRow, topic, z } from './shapes.ts';

const facet = z.string().min(1).max(200);
/** A parameter a facet, each of which may be given several times. */
const facets = Object.fromEntries(FACETS.map((name) => [name, many(facet)])) as unknown as Record<Facet, ReturnType<typeof many<typeof facet>>>;

export const searchQuery = {
  q: z.string().max(400).optional(),
  within: z.enum(['statement', 'talks']).optional(),
  ...facets,
  document: z.string().max(200).optional(),
  from: date,
  to: date,
  order: z.enum(['rank', 'newest', 'oldest']).optional(),
};

export const hit = z
  .object({
    document: z.string(),
    title: z.string().optional(),
    publisher: z.string().optional(),
    language: z.string(),
    talks: talksRow.pick({ id: true, kind: true, level: true, date: true, parties: true }),
    id: z.string(),
    path: z.string(),
    act,
    verb: z.string(),
    side,
    speakers: z.array(z.object({ party: z.string(), person: z.string().optional() })),
    withheld: z.boolean(),
    topics: z.array(topic),
    quote: z.string(),
    marks: z.array(z.tuple([z.number().int(), z.number().int()])),
    byHeading: z.string().optional(),
    low: z.boolean(),
    corrected: z.boolean(),
  })
  .openapi('Hit');

const facetCounts = z.array(
  z.object({ value: z.string(), count: z.number().int(), name: z.string().optional(), chosen: z.boolean() }).openapi('FacetCount'),
);
const textHit = z
  .object({
    document: z.string(),
    title: z.string().optional(),
    kind: z.string().optional(),
    publisher: z.string().optional(),
    published: z.string().optional(),
    language: z.string(),
    found: z.number().int(),
    passages: z.array(
      z.object({
        path: z.string(),
        page: z.number().int().optional(),
        span: z.tuple([z.number().int(), z.number().int()]),
        quote: z.string(),
        marks: z.array(z.tuple([z.number().int(), z.number().int()])),
        more: z.tuple([z.boolean(), z.boolean()]),
      }),
    ),
  })
  .openapi('TextHit');
const textAnswer = pageOf(textHit).extend({ total: z.number().int(), documents: z.number().int(), kinds: facetCounts }).openapi('TextAnswer');
const answer = pageOf(hit)
  .extend({
    total: z.number().int(),
    facets: z.object(Object.fromEntries(FACETS.map((name) => [name, facetCounts.optional()])) as Record<Facet, z.ZodOptional<typeof facetCounts>>),
    along: z.array(z.object({ word: z.string(), also: z.array(z.string()), bySound: z.array(z.string()).optional() })),
    lacking: z.array(z.object({ without: z.string(), total: z.number().int() })).optional(),
    texts: textAnswer,
  })
  .openapi('SearchAnswer');

export function search(api: OpenAPIHono, { archive }: ApiDesk): void {
  api.openapi(
    createRoute({
      operationId: 'search',
      method: 'get',
      path: '/search',
      request: { query: z.strictObject({ ...searchQuery, count: many(z.enum(FACETS)), without: many(facet), ...paged }) },
      responses: { 200: json(answer) },
    }),
    async (context) => {
      const { count, without, limit, cursor, ...query } = context.req.valid('query');
      return reply(context, await findAll(archive, { ...toSearch(query), lacking: true, ...given({ count, without, limit, cursor }) }));
    },
  );

  api.openapi(
    createRoute({
      operationId: 'searchTexts',
      method: 'get',
      path: '/search/texts',
      request: { query: z.strictObject({ ...searchQuery, without: many(facet), ...paged }) },
      responses: { 200: json(textAnswer) },
    }),
    async (context) => {
      const { without, limit, cursor, ...query } = context.req.valid('query');
      return reply(context, await archive.searchTexts({ ...toSearch(query), ...given({ without, limit, cursor }) }));
    },
  );
}

type Asked = { readonly [K in keyof typeof searchQuery]?: z.infer<(typeof searchQuery)[K]> };

/** What the parameters of an address ask of the archive. */
export function toSearch({ q, within, document, from, to, order, ...rest }: Asked): SearchQuery {
  const chosen = given(rest as Record<Facet, string[] | undefined>);
  return { ...given({ words: q, within, document, from, to, order }), ...(Object.keys(chosen).length > 0 && { facets: chosen }) };
}
