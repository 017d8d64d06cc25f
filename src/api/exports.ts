import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { exportRecords, exportStatements } from '../desk/export.ts';
import type { ApiDesk } from './desk.ts';
import { documentQuery, toDocumentQuery } from './documents.ts';
import { searchQuery, toSearch } from './search.ts';
import { yes, z } from './shapes.ts';

/** Much at once, sent as it is made. */
export function exports(api: OpenAPIHono, { archive, report }: ApiDesk): void {
  api.openapi(
    createRoute({
      operationId: 'exportRecords',
      method: 'get',
      path: '/export/records',
      request: { query: z.strictObject(documentQuery) },
      responses: { 200: { description: '', content: { 'application/jsonl': { schema: { type: 'string' } } } } },
    }),
    async (context) => {
      const wanted = toDocumentQuery(context.req.valid('query'));
      return (await streamed(exportRecords(archive, wanted), 'application/jsonl; charset=utf-8', 'records.jsonl')) as never;
    },
  );

  api.openapi(
    createRoute({
      operationId: 'exportStatements',
      method: 'get',
      path: '/export/statements',
      request: { query: z.strictObject({ ...searchQuery, bom: yes }) },
      responses: { 200: { description: '', content: { 'text/csv': { schema: { type: 'string' } } } } },
    }),
    async (context) => {
      const { bom, ...query } = context.req.valid('query');
      const lines = exportStatements(archive, { order: 'oldest', ...toSearch(query) });
      return streamed(lines, 'text/csv; charset=utf-8; header=present', 'statements.csv', bom === 'yes' ? '\ufeff' : '');
    },
  );

  /** The first piece is made before the answer begins, so that a fault of the query is still a problem and not a cut-off file. */
  async function streamed(lines: AsyncGenerator<string>, type: string, name: string, before = ''): Promise<Response> {
    const encoder = new TextEncoder();
    let next = await lines.next();
    let head = before;
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            let piece = head;
            head = '';
            for (; !next.done && piece.length < 65_536; next = await lines.next()) piece += next.value;
            if (piece !== '') controller.enqueue(encoder.encode(piece));
            if (next.done) controller.close();
          } catch (error) {
            report?.(error);
            controller.error(error);
          }
        },
        async cancel() {
          await lines.return(undefined);
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, {
      headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' },
    });
  }
}
