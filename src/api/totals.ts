import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { VERSION } from '../desk/read.ts';
import type { ApiDesk } from './desk.ts';
import { reply } from './reply.ts';
import { json, z } from './shapes.ts';

const number = z.number().int().nonnegative();
const total = z
  .object({
    documents: number,
    versions: number,
    talks: number,
    statements: number,
    corrections: number,
    orphans: number,
    removed: number,
    needsLook: number,
    size: number,
  })
  .openapi('Totals');

export function totals(api: OpenAPIHono, { archive }: ApiDesk): void {
  api.openapi(createRoute({ operationId: 'getTotals', method: 'get', path: '/totals', responses: { 200: json(total) } }), async (context) =>
    reply(context, await archive.totals()),
  );
  api.openapi(
    createRoute({
      operationId: 'getHealth',
      method: 'get',
      path: '/health',
      responses: { 200: json(z.object({ status: z.literal('ok'), version: z.string(), writable: z.boolean() })) },
    }),
    async (context) => {
      // Asks the file something: a server whose archive is gone is not well.
      await archive.known(['d-0']);
      return reply(context, { status: 'ok', version: VERSION, writable: archive.writable });
    },
  );
}
