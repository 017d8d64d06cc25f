import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiDesk } from './desk.ts';
import { apiFault } from './problem.ts';
import { reply } from './reply.ts';
import { count, date, dyad, given, json, listOf, paged, pageOf, talksRow, text, topic, z } from './shapes.ts';

const number = z.number().int().nonnegative();
const dyadRow = z.object({
  dyad: z.string(),
  parties: z.tuple([z.string(), z.string()]),
  talks: number,
  documents: number,
  statements: number,
  first: z.string().optional(),
  last: z.string().optional(),
  years: z.array(count),
  newest: talksRow.pick({ document: true, kind: true, level: true, date: true, parties: true }).optional(),
});
const topicCount = z.object({ value: topic, count: number }).openapi('TopicCount');
const commitmentRow = z
  .object({
    document: z.string(),
    title: z.string().optional(),
    id: z.string(),
    kind: z.string(),
    by: z.array(z.string()),
    to: z.array(z.string()),
    what: z.string(),
    due: z.string().optional(),
    stage: z.string(),
    statement: z.string().optional(),
    path: z.string().optional(),
    told: z.string().optional(),
  })
  .openapi('CommitmentRow');

/** What goes through many documents: relations of two parties, their talks, topics and commitments. */
export function relations(api: OpenAPIHono, { archive }: ApiDesk): void {
  api.openapi(
    createRoute({ operationId: 'listDyads', method: 'get', path: '/dyads', responses: { 200: json(listOf(dyadRow.openapi('DyadRow'))) } }),
    async (context) => reply(context, { items: await archive.dyads() }),
  );

  api.openapi(
    createRoute({
      operationId: 'getDyad',
      method: 'get',
      path: '/dyads/{dyad}',
      request: { params: z.object({ dyad: z.string().max(20) }) },
      responses: { 200: json(dyadRow.extend({ topics: z.array(topicCount) }).openapi('Dyad')) },
    }),
    async (context) => {
      const asked = context.req.valid('param').dyad;
      const wanted = asked.toUpperCase().split('-').sort().join('-');
      const row = (await archive.dyads()).find(({ dyad }) => dyad === wanted);
      if (!row) throw apiFault('no-such-entry', { id: asked });
      return reply(context, { ...row, topics: await archive.topics({ dyad: row.dyad }) });
    },
  );

  api.openapi(
    createRoute({
      operationId: 'listTopics',
      method: 'get',
      path: '/topics',
      request: { query: z.strictObject({ dyad }) },
      responses: { 200: json(listOf(topicCount)) },
    }),
    async (context) => reply(context, { items: await archive.topics(given(context.req.valid('query'))) }),
  );

  api.openapi(
    createRoute({
      operationId: 'listTalks',
      method: 'get',
      path: '/talks',
      request: {
        query: z.strictObject({
          dyad,
          party: text,
          person: text,
          level: text,
          kind: text,
          from: date,
          to: date,
          order: z.enum(['newest', 'oldest']).optional(),
          ...paged,
        }),
      },
      responses: { 200: json(pageOf(talksRow)) },
    }),
    async (context) => reply(context, await archive.talks(given(context.req.valid('query')))),
  );

  api.openapi(
    createRoute({
      operationId: 'listCommitments',
      method: 'get',
      path: '/commitments',
      request: {
        query: z.strictObject({
          dyad,
          document: text,
          kind: text,
          stage: text,
          from: date,
          to: date,
          order: z.enum(['due', 'latest', 'told']).optional(),
          ...paged,
        }),
      },
      responses: { 200: json(pageOf(commitmentRow)) },
    }),
    async (context) => reply(context, await archive.commitments(given(context.req.valid('query')))),
  );
}
