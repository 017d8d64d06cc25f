import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { Fault } from '../fault.ts';
import { correction } from '../record/correction.ts';
import { statement, talks } from '../record/schema.ts';
import type { ApiDesk } from './desk.ts';
import { apiFault } from './problem.ts';
import { reply } from './reply.ts';
import { hit, searchQuery, toSearch } from './search.ts';
import { given, id, json, paged, pageOf, z } from './shapes.ts';

const one = z
  .object({
    document: z.object({
      id: z.string(),
      n: z.number().int(),
      title: z.string().optional(),
      url: z.string().optional(),
      removed: z.string().optional(),
    }),
    talks: talks.clone().openapi('Talks').optional(),
    statement: statement.clone().openapi('Statement'),
    /** A person found it false; it is as the machine read it. */
    struck: z.boolean(),
    corrections: z.array(correction.clone().openapi('Correction')),
  })
  .openapi('StatementView');

export function statements(api: OpenAPIHono, { archive }: ApiDesk): void {
  const { q: _, within: __, ...query } = searchQuery;
  api.openapi(
    createRoute({
      operationId: 'listStatements',
      method: 'get',
      path: '/statements',
      request: { query: z.strictObject({ ...query, order: z.enum(['newest', 'oldest']).optional(), ...paged }) },
      responses: { 200: json(pageOf(hit).extend({ total: z.number().int() })) },
    }),
    async (context) => {
      const { limit, cursor, ...asked } = context.req.valid('query');
      const found = await archive.search({ order: 'newest', ...toSearch(asked), ...given({ limit, cursor }) });
      const { items, next, total } = found;
      return reply(context, { items, ...(next !== undefined && { next }), total });
    },
  );

  api.openapi(
    createRoute({
      operationId: 'getStatement',
      method: 'get',
      path: '/statements/{id}/{statement}',
      request: { params: id.extend({ statement: z.string().min(1).max(200) }) },
      responses: { 200: json(one) },
    }),
    async (context) => {
      const { id, statement } = context.req.valid('param');
      const [row, stands] = await Promise.all([archive.document(id), archive.standing(id)]);
      if (!row || !stands) throw new Fault('archive/no-such-document', '', '', { id });
      const struck = stands.struck.find((each) => each.id === statement);
      const found = stands.reading.statements.find((each) => each.id === statement) ?? struck;
      if (!found) throw apiFault('no-such-entry', { id: statement });
      const talks = stands.reading.talks.find((each) => each.id === found.talks);
      const { title, url, removed, n } = row;
      return reply(context, {
        document: { id: row.id, n, ...given({ title, url, removed }) },
        ...(talks && { talks }),
        statement: found,
        struck: struck !== undefined,
        corrections: [...(stands.corrected.get(statement) ?? [])],
      });
    },
  );
}
