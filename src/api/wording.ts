import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { positionsOf } from '../desk/following/positions.ts';
import { formulasOf, phraseHistory } from '../desk/following/wording.ts';
import type { ApiDesk } from './desk.ts';
import { voiceOf } from './problem.ts';
import { reply } from './reply.ts';
import { act, date, dyad, given, json, side, topic, z } from './shapes.ts';

const number = z.number().int().nonnegative();
const span = z.tuple([number, number]);
const party = z.string().min(2).max(20).optional();

const head = {
  document: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  language: z.string(),
  id: z.string(),
  kind: z.string(),
  level: z.string().optional(),
  date: z.string().optional(),
  day: z.string().optional(),
  place: z.string().optional(),
  duration: z.string().optional(),
  parties: z.array(z.string()),
};
const talksHead = z.object(head).openapi('TalksHead');
/** A meeting that both sides tell. */
const also = talksHead.optional();

const said = z
  .object({
    id: z.string(),
    path: z.string(),
    heading: z.string().optional(),
    quote: z.string(),
    act,
    verb: z.string(),
    strength: z.number().int(),
    side,
    speakers: z.array(z.object({ party: z.string(), person: z.string().optional() })),
    topics: z.array(topic),
    withheld: z.boolean(),
    low: z.boolean(),
    content: span,
    named: z.array(z.tuple([number, number, z.union([z.literal(0), z.literal(1)])])),
    document: z.string(),
    language: z.string(),
  })
  .openapi('ToldStatement');

const note = z.object({
  code: z.enum(['new', 'never-missing', 'not-in-points', 'both-sides', 'dropped-back', 'missing-lately']),
  n: number.optional(),
});
const formula = z
  .object({
    id: z.string(),
    words: z.string(),
    language: z.string(),
    topics: z.array(topic),
    talks: number,
    first: z.string().optional(),
    last: z.string().optional(),
    by: z.record(z.string(), number),
    variants: z.array(z.object({ letter: z.string(), words: z.string(), talks: number })),
    notes: z.array(note),
    cells: z.array(z.object({ state: z.enum(['full', 'variant', 'missing', 'none']), variant: z.string().optional() })),
    tellings: z.array(
      z.object({
        talks: number,
        document: z.string(),
        statement: z.string(),
        path: z.string(),
        date: z.string().optional(),
        quote: z.string(),
        span,
        variant: z.string().optional(),
        by: z.string(),
        act,
      }),
    ),
  })
  .openapi('Formula');
const wording = { talks: z.array(z.object({ ...head, also }).openapi('MeetingHead')), items: z.array(formula) };
const sayer = z.object({ first: number, last: number, talks: number, statements: number, withheld: number });
const positions = z
  .object({
    dyad: z.string(),
    topic: topic.optional(),
    talks: z.array(z.object({ ...head, also, by: z.record(z.string(), z.array(said)), withheld: z.array(z.string()) }).openapi('TalksPositions')),
    lines: z.array(
      z.object({
        sayer: z.string(),
        withheld: z.boolean(),
        first: number,
        last: number,
        talks: number,
        tellings: z.array(z.object({ talks: number, statement: said })),
      }),
    ),
    sayers: z.record(z.string(), sayer),
  })
  .openapi('Positions');

/** Phrases that talks repeat, and what each side said on a topic. */
export function wordings(api: OpenAPIHono, { archive }: ApiDesk): void {
  api.openapi(
    createRoute({
      operationId: 'listFormulas',
      method: 'get',
      path: '/formulas',
      request: {
        query: z.strictObject({
          dyad,
          publisher: party,
          from: date,
          to: date,
          least: z.coerce.number().int().min(2).max(500).optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
      },
      responses: { 200: json(z.object(wording).openapi('Wording')) },
    }),
    async (context) => {
      const { least, limit, ...wishes } = given(context.req.valid('query'));
      const numbers = { ...(least !== undefined && { least: String(least) }), ...(limit !== undefined && { limit: String(limit) }) };
      return reply(context, await formulasOf(archive, { ...wishes, ...numbers }, await voiceOf(context)));
    },
  );

  api.openapi(
    createRoute({
      operationId: 'getPhrase',
      method: 'get',
      path: '/phrases/{phrase}',
      request: { params: z.object({ phrase: z.string().min(1).max(200) }), query: z.strictObject({ dyad, publisher: party, from: date, to: date }) },
      responses: {
        200: json(
          z
            .object({ ...wording, dyad: z.string().optional(), elsewhere: z.array(z.object({ dyad: z.string(), statements: number })) })
            .openapi('PhraseHistory'),
        ),
      },
    }),
    async (context) => {
      const { phrase } = context.req.valid('param');
      return reply(context, await phraseHistory(archive, phrase, given(context.req.valid('query')), await voiceOf(context)));
    },
  );

  api.openapi(
    createRoute({
      operationId: 'getPositions',
      method: 'get',
      path: '/dyads/{dyad}/positions',
      request: { params: z.object({ dyad: z.string().max(20) }), query: z.strictObject({ topic: topic.optional(), from: date, to: date }) },
      responses: { 200: json(positions) },
    }),
    async (context) =>
      reply(context, await positionsOf(archive, { ...given(context.req.valid('query')), ...context.req.valid('param') }, await voiceOf(context))),
  );
}
