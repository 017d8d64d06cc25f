import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { toSubject } from '../desk/subject.ts';
import { Fault } from '../fault.ts';
import { anchor, CHANGES_ON, change, correction as plainCorrection } from '../record/correction.ts';
import type { ApiDesk } from './desk.ts';
import { limited } from './documents.ts';
import { badInput } from './input.ts';
import { apiFault } from './problem.ts';
import { mustMatch, reply } from './reply.ts';
import { given, id, json, listOf, text, z } from './shapes.ts';

const SMALL = 256 * 1024;
const correction = plainCorrection.clone().openapi('Correction');
const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
const named = (of: 'statement' | 'talks' | 'commitment') => z.strictObject({ of: z.literal(of), id: z.string() });
const about = z
  .discriminatedUnion('of', [
    named('statement'),
    named('talks'),
    named('commitment'),
    z.strictObject({ of: z.literal('date'), span }),
    z.strictObject({ of: z.literal('words'), span }),
    z.strictObject({ of: z.literal('document') }),
  ])
  .openapi('About');
const signed = { who: z.string().min(1).max(200).optional(), why: z.string().min(1).max(4000) };
const draft = z.strictObject({ on: about, change: change.clone().openapi('Change'), ...signed }).openapi('CorrectionDraft');
const names = z.tuple([z.string(), z.string()]);
const merge = z
  .strictObject({
    change: z.discriminatedUnion('set', [
      z.strictObject({ set: z.literal('same'), names }),
      z.strictObject({ set: z.literal('different'), names }),
      z.strictObject({ set: z.literal('reading'), name: z.string(), reading: z.string().min(1).max(100).nullable() }),
    ]),
    ...signed,
  })
  .openapi('MergeDraft');
const undoing = z.strictObject(signed).openapi('UndoDraft');
const orphan = z
  .object({
    document: z.string(),
    title: z.string().optional(),
    correction,
    reason: z.enum(['words-gone', 'no-longer-read']),
    anchor: anchor.clone().openapi('Anchor').optional(),
  })
  .openapi('Orphan');

const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });

/** Append-only: what was decided stays, and an undoing is a decision too. */
export function corrections(api: OpenAPIHono, desk: ApiDesk): void {
  const { archive } = desk;

  api.openapi(
    createRoute({
      operationId: 'listCorrections',
      method: 'get',
      path: '/corrections',
      request: { query: z.strictObject({ document: text, who: text }) },
      responses: { 200: json(listOf(correction)) },
    }),
    async (context) => reply(context, { items: await archive.corrections(given(context.req.valid('query'))) }),
  );

  api.openapi(
    createRoute({
      operationId: 'mergeNames',
      method: 'post',
      path: '/corrections',
      middleware: limited(SMALL),
      request: { body: body(merge) },
      responses: { 201: json(correction) },
    }),
    async (context) => {
      const { change, who, why } = context.req.valid('json');
      return made(context, { on: { of: 'archive' }, change, why, ...desk.sign(who) });
    },
  );

  api.openapi(
    createRoute({
      operationId: 'getCorrection',
      method: 'get',
      path: '/corrections/{id}',
      request: { params: id },
      responses: { 200: json(correction) },
    }),
    async (context) => reply(context, await found(context.req.valid('param').id)),
  );

  api.openapi(
    createRoute({
      operationId: 'undoCorrection',
      method: 'post',
      path: '/corrections/{id}/undo',
      middleware: limited(SMALL),
      request: { params: id, body: body(undoing) },
      responses: { 201: json(correction) },
    }),
    async (context) => {
      const { id: which, document, on } = await found(context.req.valid('param').id);
      const { who, why } = context.req.valid('json');
      const change = { set: 'undone' as const, correction: which };
      return made(context, { ...(document !== undefined && { document }), on, change, why, ...desk.sign(who) });
    },
  );

  api.openapi(
    createRoute({
      operationId: 'listDocumentCorrections',
      method: 'get',
      path: '/documents/{id}/corrections',
      request: { params: id },
      responses: { 200: json(listOf(correction)) },
    }),
    async (context) => reply(context, { items: await ofDocument(context.req.valid('param').id) }),
  );

  api.openapi(
    createRoute({
      operationId: 'correctDocument',
      method: 'post',
      path: '/documents/{id}/corrections',
      middleware: limited(SMALL),
      request: { params: id, body: body(draft) },
      responses: { 201: json(correction) },
    }),
    async (context) => {
      const { id: document } = context.req.valid('param');
      const { on: about, change, who, why } = context.req.valid('json');
      mustMatch(context, { items: await ofDocument(document) });
      const standing = await archive.standing(document);
      const on = standing && toSubject(standing.reading, about);
      if (!on) throw badInput('json', ['on', 'id' in about ? 'id' : 'span'], 'other');
      if (!CHANGES_ON[on.of].includes(change.set) || change.set === 'undone') throw badInput('json', ['change', 'set'], 'other');
      return made(context, { document, on, change, why, ...desk.sign(who) });
    },
  );

  api.openapi(
    createRoute({
      operationId: 'listOrphans',
      method: 'get',
      path: '/orphans',
      request: { query: z.strictObject({ document: text }) },
      responses: { 200: json(listOf(orphan)) },
    }),
    async (context) => reply(context, { items: await archive.orphans(given(context.req.valid('query'))) }),
  );

  async function made(context: Parameters<typeof reply>[0], wanted: Parameters<typeof archive.correct>[0]) {
    const correction = await archive.correct(wanted);
    return reply(context, correction, 201, { Location: `/api/v1/corrections/${correction.id}` });
  }

  async function found(which: string) {
    const one = (await archive.corrections()).find((each) => each.id === which);
    if (!one) throw apiFault('no-such-entry', { id: which });
    return one;
  }

  async function ofDocument(document: string) {
    if (!(await archive.document(document))) throw new Fault('archive/no-such-document', '', '', { id: document });
    return archive.corrections({ document });
  }
}
