import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { Fault } from '../fault.ts';
import { recordJsonSchema } from '../record/schema.ts';
import type { ApiDesk } from './desk.ts';
import { reply } from './reply.ts';
import { id, z } from './shapes.ts';

const RECORD = { $ref: '#/components/schemas/Record' };

/** The public record: what stands, with corrections laid over, or what the machine read. */
export function records(api: OpenAPIHono, { archive }: ApiDesk): void {
  registerRecord(api);
  api.openapi(
    createRoute({
      operationId: 'getRecord',
      method: 'get',
      path: '/records/{id}',
      request: {
        params: id,
        query: z.strictObject({ as: z.enum(['stands', 'read']).optional(), version: z.coerce.number().int().min(1).optional() }),
      },
      responses: { 200: { description: '', content: { 'application/json': { schema: RECORD } } } },
    }),
    async (context) => {
      const of = context.req.valid('param').id;
      const { as = 'stands', version } = context.req.valid('query');
      const reading = as === 'read' ? await archive.reading(of, version) : (await archive.standing(of, version))?.reading;
      if (!reading) throw await missing(of, version);
      return reply(context, reading) as never;
    },
  );

  async function missing(of: string, version: number | undefined): Promise<Fault> {
    const there = version !== undefined && (await archive.document(of));
    return there
      ? new Fault('archive/no-such-version', '', '', { id: of, n: String(version) })
      : new Fault('archive/no-such-document', '', '', { id: of });
  }
}

/** The schema of the record as it is published, its inner definitions beside it. */
function registerRecord(api: OpenAPIHono): void {
  const { $schema: _, $defs = {}, ...schema } = recordJsonSchema() as { $schema?: string; $defs?: Record<string, object> };
  const named = (value: object) => JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [name, inner] of Object.entries($defs)) api.openAPIRegistry.registerComponent('schemas', name, named(inner));
  api.openAPIRegistry.registerComponent('schemas', 'Record', named(schema));
}
