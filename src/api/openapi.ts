/** The description of the API (OpenAPI 3.1), made from the routes, in the words of one language. */
import { STATUS_CODES } from 'node:http';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { VERSION } from '../desk/read.ts';
import type { Voice } from '../language/voice.ts';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  description?: string;
  readonly schema: Schema;
}
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}
export interface Content {
  readonly [mediaType: string]: { readonly schema: Schema };
}
export interface Operation {
  readonly operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  responses: Record<string, { description?: string; content?: Content; $ref?: string; headers?: object }>;
}
export interface Description {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Operations that take `If-Match`. */
const GUARDED = ['removeDocument', 'correctDocument'];

export function describe(api: OpenAPIHono, voice: Voice): Description {
  const { operations, parameters, headers, description } = voice.phrases.api;
  const made = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Memcon', version: VERSION, description, license: { name: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
  }) as unknown as Description;
  const header = (name: string) => ({ name, in: 'header', required: false, description: headers[name] as string, schema: { type: 'string' } });
  const components = {
    ...made.components,
    schemas: { ...made.components.schemas, Problem: PROBLEM },
    parameters: { IfNoneMatch: header('If-None-Match'), IfMatch: header('If-Match'), AcceptLanguage: header('Accept-Language') },
    responses: {
      NotModified: { description: STATUS_CODES[304] },
      Problem: {
        description: voice.phrases.api.problem,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
  for (const [path, methods] of Object.entries(made.paths))
    for (const [method, operation] of Object.entries(methods)) {
      operation.summary = operations[operation.operationId] as string;
      operation.tags = [path.split('/')[1] as string];
      // A name may mean something else in one operation.
      for (const one of operation.parameters ?? [])
        if ('name' in one) one.description = (parameters[`${operation.operationId}.${one.name}`] ?? parameters[one.name]) as string;
      const kept = method === 'get' && Object.values(operation.responses).some(({ content }) => content?.['application/json']);
      operation.parameters = [
        ...(operation.parameters ?? []),
        ...(kept ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
        ...(GUARDED.includes(operation.operationId) ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
        { $ref: '#/components/parameters/AcceptLanguage' },
      ];
      for (const [status, response] of Object.entries(operation.responses)) response.description ||= STATUS_CODES[status] as string;
      if (kept) operation.responses['304'] = { $ref: '#/components/responses/NotModified' };
      operation.responses.default = { $ref: '#/components/responses/Problem' };
    }
  return { ...made, components };
}

const words = { type: 'string' };
const PROBLEM: Schema = {
  type: 'object',
  properties: {
    type: words,
    title: words,
    status: { type: 'integer' },
    detail: words,
    cure: words,
    instance: words,
    errors: { type: 'array', items: { type: 'object', properties: { pointer: words, parameter: words, detail: words }, required: ['detail'] } },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
};
