import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { differenceBetween } from '../desk/comparing/difference.ts';
import { Fault } from '../fault.ts';
import { statement } from '../record/schema.ts';
import type { ApiDesk } from './desk.ts';
import { reply, replyText } from './reply.ts';
import { difference, id, json, listOf, z } from './shapes.ts';

const number = z.number().int().nonnegative();
const versionRow = z
  .object({
    id: z.string(),
    n: number,
    sha256: z.string(),
    size: number,
    mediaType: z.string(),
    added: z.string(),
    who: z.string(),
    published: z.string().optional(),
    silent: z.boolean(),
    reader: z.string(),
    statements: number,
    difference: difference.optional(),
  })
  .openapi('VersionRow');
const changed = z
  .object({
    from: number,
    to: number,
    gone: z.array(statement.clone().openapi('Statement')),
    come: z.array(statement.clone().openapi('Statement')),
    lines: z.object({ gone: number, come: number }),
  })
  .openapi('Changed');
const version = id.extend({ n: z.coerce.number().int().min(1) });

export function versions(api: OpenAPIHono, { archive }: ApiDesk): void {
  api.openapi(
    createRoute({
      operationId: 'listVersions',
      method: 'get',
      path: '/documents/{id}/versions',
      request: { params: id },
      responses: { 200: json(listOf(versionRow)) },
    }),
    async (context) => reply(context, { items: await all(context.req.valid('param').id) }),
  );

  api.openapi(
    createRoute({
      operationId: 'getVersion',
      method: 'get',
      path: '/documents/{id}/versions/{n}',
      request: { params: version },
      responses: { 200: json(versionRow) },
    }),
    async (context) => {
      const { id, n } = context.req.valid('param');
      const row = (await all(id)).find((each) => each.n === n);
      if (!row) throw noVersion(id, n);
      return reply(context, row);
    },
  );

  api.openapi(
    createRoute({
      operationId: 'getDifference',
      method: 'get',
      path: '/documents/{id}/versions/{n}/difference',
      request: { params: version, query: z.strictObject({ against: z.coerce.number().int().min(1).optional() }) },
      responses: { 200: json(changed) },
    }),
    async (context) => {
      const { id, n } = context.req.valid('param');
      const from = context.req.valid('query').against ?? n - 1;
      await all(id);
      const found = from < 1 ? undefined : await differenceBetween(archive, id, from, n);
      if (!found) throw noVersion(id, from < 1 ? 0 : (await archive.reading(id, n)) ? from : n);
      return reply(context, found);
    },
  );

  api.openapi(
    createRoute({
      operationId: 'getSource',
      method: 'get',
      path: '/documents/{id}/versions/{n}/source',
      request: { params: version },
      responses: { 200: { description: '', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } },
    }),
    async (context) => {
      const { id, n } = context.req.valid('param');
      await all(id);
      const source = await archive.source(id, n);
      if (!source) throw noVersion(id, n);
      // Never under its own type: what came from outside does not run here.
      return replyText(context, new Uint8Array(source.bytes), 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(source.name || source.sha256.slice(0, 16)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
        'Memcon-Media-Type': source.mediaType.replace(/[^\x20-\x7e]/g, ''),
      });
    },
  );

  async function all(of: string) {
    const rows = await archive.versions(of);
    if (rows.length === 0) throw new Fault('archive/no-such-document', '', '', { id: of });
    return rows;
  }
}

const noVersion = (id: string, n: number) => new Fault('archive/no-such-version', '', '', { id, n: String(n) });
