import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiDesk } from './desk.ts';
import { reply } from './reply.ts';
import { difference, given, json, many, paged, pageOf, text, z } from './shapes.ts';

const kind = z.enum(['added', 'version', 'removed', 'restored', 'corrected', 'undone', 'reread', 'merged']);
const happening = z
  .object({
    kind,
    when: z.string(),
    who: z.string(),
    document: z.string().optional(),
    title: z.string().optional(),
    n: z.number().int().optional(),
    silent: z.boolean().optional(),
    difference: difference.optional(),
    correction: z.string().optional(),
  })
  .openapi('Happening');

/** What was done to the archive, by whom and when. */
export function happenings(api: OpenAPIHono, { archive }: ApiDesk): void {
  api.openapi(
    createRoute({
      operationId: 'listHappenings',
      method: 'get',
      path: '/happenings',
      request: { query: z.strictObject({ document: text, kind: many(kind), ...paged }) },
      responses: { 200: json(pageOf(happening)) },
    }),
    async (context) => {
      const { kind: kinds, ...query } = context.req.valid('query');
      return reply(context, await archive.happenings(given({ ...query, kinds })));
    },
  );
}
