import type { OpenAPIHono } from '@hono/zod-openapi';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isDay } from '../desk/faults.ts';
import type { DocumentQuery, DocumentRow } from '../desk/held.ts';
import { type Added, addDocuments, type Document, type PassedOver } from '../desk/incoming/add.ts';
import { bareName } from '../desk/incoming/names.ts';
import { fetchPage } from '../desk/incoming/page.ts';
import { loadLanguages } from '../desk/languages.ts';
import { Fault } from '../fault.ts';
import { documentKinds } from '../record/schema.ts';
import type { ApiDesk } from './desk.ts';
import { badInput } from './input.ts';
import { apiFault } from './problem.ts';
import { mustMatch, reply } from './reply.ts';
import { date, difference, documentRow, dyad, given, id, json, many, paged, pageOf, text, yes, z } from './shapes.ts';

/** Bytes: of one document, and of all that come in one request. */
export const LIMITS = { document: 20 * 1024 * 1024, request: 32 * 1024 * 1024, documents: 100 } as const;

export const documentQuery = {
  dyad,
  party: text,
  language: text,
  from: date,
  to: date,
  words: text,
  kind: many(z.enum(documentKinds)),
  needsLook: yes,
  removed: z.enum(['removed', 'all']).optional(),
  order: z.enum(['talks', 'added', 'title']).optional(),
};

type Asked = { readonly [K in keyof typeof documentQuery]?: z.infer<(typeof documentQuery)[K]> };

/** What the parameters of an address ask of the archive. */
export function toDocumentQuery({ needsLook, kind, ...query }: Asked): DocumentQuery {
  return given({ ...query, kinds: kind, needsLook: needsLook && needsLook === 'yes' });
}

const added = z
  .object({
    id: z.string(),
    n: z.number().int(),
    how: z.enum(['added', 'version', 'same', 'restored']),
    silent: z.boolean().optional(),
    difference: difference.optional(),
    title: z.string().optional(),
    name: z.string(),
    kind: z.string().optional(),
    talks: z.number().int(),
    statements: z.number().int(),
    low: z.number().int(),
    errors: z.array(z.string()),
    doubts: z.array(z.object({ code: z.string(), message: z.string(), values: z.record(z.string(), z.string()).optional() })).optional(),
  })
  .openapi('Added');

const passedOver = z.object({ archive: z.string(), count: z.number().int(), names: z.array(z.string()) }).openapi('PassedOver');
const addedAnswer = z.object({ items: z.array(added), passed: z.array(passedOver).optional() });

const who = z.string().min(1).max(200).optional();
const published = z.string().max(10).optional();
const draft = z
  .strictObject({
    text: z.string().min(1).optional(),
    url: z.string().min(1).max(2000).optional(),
    name: z.string().min(1).max(400).optional(),
    published,
    who,
  })
  .openapi('DocumentDraft');
/** Parsed by hand, since its files must not be read twice. */
const form = {
  type: 'object' as const,
  properties: {
    file: { type: 'array' as const, items: { type: 'string' as const, contentMediaType: 'application/octet-stream' } },
    text: { type: 'string' as const },
    published: { type: 'string' as const },
    who: { type: 'string' as const },
  },
};

export function documents(api: OpenAPIHono, desk: ApiDesk): void {
  const { archive } = desk;

  api.openapi(
    createRoute({
      operationId: 'listDocuments',
      method: 'get',
      path: '/documents',
      request: { query: z.strictObject({ ...documentQuery, ...paged }) },
      responses: { 200: json(pageOf(documentRow)) },
    }),
    async (context) => {
      return reply(context, await archive.list(toDocumentQuery(context.req.valid('query'))));
    },
  );

  api.openapi(
    createRoute({
      operationId: 'addDocuments',
      method: 'post',
      path: '/documents',
      middleware: limited(LIMITS.request),
      request: { body: { content: { 'application/json': { schema: draft }, 'multipart/form-data': { schema: form } } } },
      responses: { 200: json(addedAnswer), 201: json(addedAnswer) },
    }),
    async (context) => {
      const wanted = await wantedOf(context, context.req.valid('json' as never), desk);
      const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
      const items: Exclude<Added, { how: 'failed' }>[] = [];
      const passed: PassedOver[] = [];
      const options = {
        languages,
        serving: true,
        published: wanted.published,
        sign: () => desk.sign(wanted.who),
        passed: (over: PassedOver) => passed.push(over),
      };
      for await (const one of addDocuments(archive, all(wanted.documents), options)) {
        if (one.how === 'failed') throw new Fault(one.fault.code, one.fault.code, '', one.fault.values);
        items.push(one);
      }
      const [first] = items;
      const answer = { items, ...(passed.length > 0 && { passed }) };
      if (!first || items.every(({ how }) => how === 'same')) return reply(context, answer);
      return reply(context, answer, 201, { Location: `/api/v1/documents/${first.id}` });
    },
  );

  api.openapi(
    createRoute({
      operationId: 'getDocument',
      method: 'get',
      path: '/documents/{id}',
      request: { params: id },
      responses: { 200: json(documentRow) },
    }),
    async (context) => reply(context, await found(context.req.valid('param').id)),
  );

  api.openapi(
    createRoute({
      operationId: 'removeDocument',
      method: 'delete',
      path: '/documents/{id}',
      request: { params: id, query: z.strictObject({ who }) },
      responses: { 200: json(documentRow) },
    }),
    async (context) => {
      const row = await found(context.req.valid('param').id);
      mustMatch(context, row);
      await archive.remove([row.id], desk.sign(context.req.valid('query').who));
      return reply(context, await found(row.id));
    },
  );

  api.openapi(
    createRoute({
      operationId: 'restoreDocument',
      method: 'post',
      path: '/documents/{id}/restore',
      request: { params: id, query: z.strictObject({ who }) },
      responses: { 200: json(documentRow) },
    }),
    async (context) => {
      const row = await found(context.req.valid('param').id);
      await archive.restore([row.id], desk.sign(context.req.valid('query').who));
      return reply(context, await found(row.id));
    },
  );

  async function found(of: string): Promise<DocumentRow> {
    const row = await archive.document(of);
    if (!row) throw new Fault('archive/no-such-document', '', '', { id: of });
    return row;
  }
}

/** Counts what comes in as it comes, and takes no more than so many bytes. */
export function limited(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(maxSize);
    },
  });
}

const tooLarge = (limit: number) => apiFault('too-large', { limit: `${Math.round(limit / 1048576)} MB` });

interface Wanted {
  readonly documents: readonly Document[];
  readonly published: string | undefined;
  readonly who: string | undefined;
}

async function wantedOf(context: Context, body: z.infer<typeof draft>, { network }: ApiDesk): Promise<Wanted> {
  const isForm = /^multipart\/form-data/i.test(context.req.header('content-type') ?? '');
  const wanted = isForm ? await fromForm(context) : { files: [], ...body };
  if (wanted.published !== undefined && !isDay(wanted.published)) throw badInput(isForm ? 'form' : 'json', ['published']);
  const { published, who } = wanted;
  const documents: Document[] = [...wanted.files];
  if (wanted.text !== undefined) {
    if ('url' in wanted && wanted.url !== undefined) throw badInput('json', ['url'], 'other');
    const bytes = new TextEncoder().encode(wanted.text.replace(/\r\n/g, '\n'));
    if (bytes.length > LIMITS.document) throw tooLarge(LIMITS.document);
    documents.push({ name: bareName(('name' in wanted && wanted.name) || ''), bytes, mediaType: 'text/plain' });
  } else if ('url' in wanted && wanted.url !== undefined) {
    const page = await fetchPage(wanted.url, network);
    documents.push(wanted.name === undefined ? page : { ...page, name: bareName(wanted.name) });
  }
  if (documents.length === 0) throw apiFault('nothing-given', {});
  return { documents, published, who };
}

async function fromForm(context: Context) {
  const body = await context.req.parseBody({ all: true }).catch(() => {
    throw apiFault('bad-json', {});
  });
  const one = (name: string) => {
    const [value] = [body[name]].flat();
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  for (const name of Object.keys(body)) if (!(name in form.properties)) throw badInput('form', [name], 'other');
  const files = [body.file].flat().filter((each) => each instanceof File && (each.size > 0 || each.name !== ''));
  if (files.length > LIMITS.documents) throw apiFault('too-many', { count: String(files.length), limit: String(LIMITS.documents) });
  const documents = await Promise.all(
    (files as File[]).map(async (file): Promise<Document> => {
      if (file.size > LIMITS.document) throw tooLarge(LIMITS.document);
      return { name: bareName(file.name), bytes: new Uint8Array(await file.arrayBuffer()), mediaType: mediaTypeOf(file) };
    }),
  );
  return { files: documents, text: one('text'), published: one('published'), who: one('who') };
}

/** A browser guesses the type from the name, as we do; what it does not know the bytes tell. */
function mediaTypeOf(file: File): string | undefined {
  if (/\.x?html?$/i.test(file.name)) return 'text/html';
  if (/\.te?xt$/i.test(file.name)) return 'text/plain';
  const bare = file.type.split(';')[0] as string;
  return ['text/html', 'text/plain', 'application/xhtml+xml'].includes(bare) ? bare : undefined;
}

async function* all(documents: readonly Document[]) {
  yield* documents;
}
