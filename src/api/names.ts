import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { EntityKind } from '../desk/held.ts';
import type { ApiDesk } from './desk.ts';
import { apiFault } from './problem.ts';
import { reply } from './reply.ts';
import { dyad, entityKind, given, id, json, listOf, paged, pageOf, text, z } from './shapes.ts';

const number = z.number().int().nonnegative();
const row = z.object({
  id: z.string(),
  kind: entityKind,
  name: z.string(),
  party: z.string().optional(),
  documents: number,
  statements: number,
  first: z.string().optional(),
  last: z.string().optional(),
  office: z.string().optional(),
  role: z.string().optional(),
});
const entityRow = row.openapi('EntityRow');
const proposal = z.object({ kind: entityKind, one: entityRow, other: entityRow, reasons: z.array(z.string()) }).openapi('Proposal');
const entity = row
  .extend({
    reading: z.string().optional(),
    spellings: z.array(z.object({ name: z.string(), language: z.string(), documents: number })),
    offices: z.array(
      z.object({
        office: z.string(),
        role: z.string().optional(),
        party: z.string().optional(),
        first: z.string().optional(),
        last: z.string().optional(),
        documents: number,
      }),
    ),
    events: z.array(
      z.object({ event: z.string(), date: z.string().optional(), document: z.string(), statement: z.string().optional(), quote: z.string() }),
    ),
    parties: z.array(z.string()),
    merged: z.array(z.string()),
    proposals: z.array(proposal),
  })
  .openapi('Entity');

/** Resource, kind, and the operations' names. */
const KINDS: readonly (readonly [path: string, kind: EntityKind, list: string, get: string])[] = [
  ['/persons', 'person', 'listPersons', 'getPerson'],
  ['/instruments', 'instrument', 'listInstruments', 'getInstrument'],
  ['/mechanisms', 'mechanism', 'listMechanisms', 'getMechanism'],
];

/** Persons, instruments and mechanisms: one id over all spellings. */
export function names(api: OpenAPIHono, { archive }: ApiDesk): void {
  for (const [path, kind, list, get] of KINDS) {
    api.openapi(
      createRoute({
        operationId: list,
        method: 'get',
        path,
        request: { query: z.strictObject({ dyad, party: text, words: text, ...paged }) },
        responses: { 200: json(pageOf(entityRow)) },
      }),
      async (context) => reply(context, await archive.entities({ kind, ...given(context.req.valid('query')) })),
    );
    api.openapi(
      createRoute({ operationId: get, method: 'get', path: `${path}/{id}`, request: { params: id }, responses: { 200: json(entity) } }),
      async (context) => {
        const { id } = context.req.valid('param');
        const found = await archive.entity(id);
        if (found?.kind !== kind) throw apiFault('no-such-entry', { id });
        return reply(context, found);
      },
    );
  }
  api.openapi(
    createRoute({
      operationId: 'listProposals',
      method: 'get',
      path: '/proposals',
      request: { query: z.strictObject({ kind: entityKind.optional(), limit: paged.limit }) },
      responses: { 200: json(listOf(proposal)) },
    }),
    async (context) => reply(context, { items: await archive.proposals(given(context.req.valid('query'))) }),
  );
}
