/**
 * The HTTP API, version 1: the records, what goes through them, and what people decided, for programs. It stands under
 * `/api/v1`; its description is made from the routes themselves, and so is the page that people read.
 *
 * No cookies, no other origins: a page of another site can neither read nor change anything here.
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { STYLE } from '../drawing/style.ts';
import type { Voice } from '../language/voice.ts';
import { briefs } from './brief.ts';
import { comparisons } from './comparisons.ts';
import { corrections } from './corrections.ts';
import type { ApiDesk } from './desk.ts';
import { documents } from './documents.ts';
import { exports } from './exports.ts';
import { happenings } from './happenings.ts';
import { BadInput } from './input.ts';
import { ledgers } from './ledgers.ts';
import { names } from './names.ts';
import { type Description, describe } from './openapi.ts';
import { apiPage, PAGE_POLICY, PAGE_STYLE } from './page.ts';
import { answerProblem, apiFault, voiceOf } from './problem.ts';
import { records } from './records.ts';
import { relations } from './relations.ts';
import { replyText } from './reply.ts';
import { search } from './search.ts';
import { statements } from './statements.ts';
import { totals } from './totals.ts';
import { versions } from './versions.ts';
import { wordings } from './wording.ts';

/** Every resource, in the order in which people read of them. */
const RESOURCES = [
  documents,
  records,
  versions,
  statements,
  search,
  names,
  relations,
  ledgers,
  briefs,
  wordings,
  comparisons,
  corrections,
  happenings,
  exports,
  totals,
];

export function makeApi(desk: ApiDesk): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw new BadInput(result.target as 'query', result.error.issues);
    },
  });
  for (const resource of RESOURCES) resource(api, desk);

  const described = new Map<string, Description>();
  /** The routes do not change while we run. */
  const descriptionIn = (voice: Voice) => {
    const made = described.get(voice.code) ?? describe(api, voice);
    described.set(voice.code, made);
    return made;
  };
  api.get('/openapi.json', async (context) =>
    replyText(context, `${JSON.stringify(descriptionIn(await voiceOf(context)), null, 2)}\n`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      Vary: 'Accept-Language',
    }),
  );
  const page = async (context: Context) => {
    const voice = await voiceOf(context);
    return replyText(context, apiPage(descriptionIn(voice), voice), 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': PAGE_POLICY,
      'Content-Language': voice.code,
      Vary: 'Accept-Language',
    });
  };
  api.get('/', page);
  api.get('/style.css', (context) => replyText(context, STYLE + PAGE_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  const paths = pathsOf(api);
  api.all('*', (context) => {
    const path = new URL(context.req.url).pathname.replace(/^\/api\/v1(?=\/|$)/, '') || '/';
    // Where the API stands below another path, its own first page is not found under the path with its last stroke.
    if (path === '/' && ['GET', 'HEAD'].includes(context.req.method)) return page(context);
    const allowed = [...new Set(paths.filter(({ matches }) => matches.test(path)).flatMap(({ methods }) => methods))].sort().join(', ');
    if (allowed === '') throw apiFault('no-such-address', {});
    if (context.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: allowed } });
    throw apiFault('no-such-method', { method: context.req.method.slice(0, 20), allowed });
  });
  api.onError((error, context) => answerProblem(error, context, desk.report));
  return api;
}

interface Path {
  readonly matches: RegExp;
  readonly methods: readonly string[];
}

/** What may be done at an address, for `Allow`. */
function pathsOf(api: OpenAPIHono): Path[] {
  return api.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ path, method }) => {
      const words = path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.')));
      return { matches: new RegExp(`^${words.join('/')}$`), methods: method === 'GET' ? ['GET', 'HEAD', 'OPTIONS'] : [method, 'OPTIONS'] };
    });
}
