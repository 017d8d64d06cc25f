/** What went wrong, as every resource tells it: one shape (RFC 9457), in the language that was asked for. */
import { basename } from 'node:path';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { makeFault } from '../desk/faults.ts';
import { interfaceCodes, loadVoice } from '../desk/languages.ts';
import { Fault } from '../fault.ts';
import type { Voice } from '../language/voice.ts';
import { BadInput, type InputFault } from './input.ts';

export interface Problem {
  /** Where the kind of problem is explained; also its stable name. */
  readonly type: string;
  /** The same for all problems of a status. */
  readonly title: string;
  readonly status: number;
  /** What went wrong this time. */
  readonly detail: string;
  /** What can be done about it. */
  readonly cure?: string;
  /** Path and query of the request. */
  readonly instance: string;
  /** For input that is not of the form asked for: each place that is wrong. */
  readonly errors?: readonly InputFault[];
}

/** The status of every fault that may come here. A test holds it against the catalogue of faults. */
export const STATUSES: Readonly<Record<string, number>> = {
  'api/bad-input': 400,
  'api/bad-json': 400,
  'api/nothing-given': 400,
  'api/too-many': 400,
  'api/no-such-address': 404,
  'api/no-such-entry': 404,
  'api/no-such-method': 405,
  'api/changed': 412,
  'api/too-large': 413,
  'api/media-type': 415,
  'api/failed': 500,
  'door/other-site': 403,
  'door/other-host': 421,
  'ledger/unknown-value': 400,
  'archive/bad-cursor': 400,
  'archive/bad-date': 400,
  'archive/bad-dyad': 400,
  'archive/bad-facet': 400,
  'archive/bad-correction': 400,
  'archive/several-documents': 400,
  'archive/read-only': 403,
  'archive/read-only-folder': 403,
  'archive/older-read-only': 403,
  'brief/bad-day': 400,
  'brief/bad-pages': 400,
  'brief/unknown-topic': 400,
  'brief/unknown-locale': 400,
  'brief/no-such-dyad': 404,
  'archive/no-such-document': 404,
  'compare/no-such-talks': 404,
  'accounts/no-such-pair': 422,
  'contradictions/no-such-candidate': 404,
  'archive/no-such-version': 404,
  'archive/no-such-correction': 404,
  'archive/document-removed': 409,
  'archive/already-undone': 409,
  'archive/copy-exists': 409,
  'archive/no-such-words': 422,
  'archive/no-such-names': 422,
  'archive/none': 503,
  'archive/newer': 503,
  'archive/foreign': 503,
  'archive/no-archive': 503,
  'archive/damaged': 503,
  'archive/io': 503,
  'archive/cannot-open': 503,
  'archive/migration-broke-references': 503,
  'archive/locked': 503,
  'archive/disk-full': 507,
  'fetch/bad-address': 400,
  'fetch/no-such-host': 422,
  'fetch/not-public': 422,
  'fetch/too-large': 422,
  'fetch/unreadable-type': 422,
  'fetch/robots': 422,
  'fetch/no-feed': 422,
  'fetch/given-up': 422,
  'fetch/bad-answer': 502,
  'fetch/cannot-connect': 502,
  'fetch/too-many-redirects': 502,
  'fetch/too-slow': 504,
};

export function statusOf(fault: Fault): number {
  return STATUSES[fault.code] ?? 500;
}

/** Where the kinds of problems are listed, as the page of the API does. */
export const typeOf = (code: string) => `/api/v1/#${code}`;

export async function answerProblem(error: unknown, context: Context, report?: (error: unknown) => void): Promise<Response> {
  const voice = await voiceOf(context);
  const fault = faultOf(error);
  const status = statusOf(fault);
  if (status >= 500 && fault.code.startsWith('api/')) report?.(error);
  const url = new URL(context.req.url);
  // Where a file stands on this machine is nobody's business who asks from afar.
  const values = fault.values.path === undefined ? fault.values : { ...fault.values, path: basename(fault.values.path) };
  const said = makeFault(voice, fault.code, values);
  const problem: Problem = {
    type: typeOf(fault.code),
    title: titleOf(status, voice),
    status,
    detail: said.problem,
    cure: said.cure,
    instance: `${url.pathname}${url.search}`,
    ...(fault instanceof BadInput && { errors: fault.inVoice(voice) }),
  };
  return new Response(context.req.method === 'HEAD' ? null : `${JSON.stringify(problem, null, 2)}\n`, {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': voice.code,
      Vary: 'Accept-Language',
      'Cache-Control': 'no-store',
      ...(fault.values.allowed && { Allow: fault.values.allowed }),
      ...(fault.code === 'archive/locked' && { 'Retry-After': '5' }),
    },
  });
}

export function titleOf(status: number, voice: Voice): string {
  return voice.phrases.api.titles[String(status) as '400'];
}

function faultOf(error: unknown): Fault {
  if (error instanceof Fault && STATUSES[error.code] !== undefined) return error;
  if (error instanceof HTTPException && error.status === 415) return apiFault('media-type', {});
  if (error instanceof HTTPException && error.status < 500) return apiFault('bad-json', {});
  return apiFault('failed', {});
}

/** The voice in the first language of `Accept-Language`, by weight, that Memcon speaks. */
export async function voiceOf(context: Context): Promise<Voice> {
  const codes = await interfaceCodes();
  const wanted = (context.req.header('accept-language') ?? '')
    .slice(0, 400)
    .split(',')
    .map((part, i) => {
      const [tag = '', weight] = part.trim().split(/\s*;\s*q=/);
      return { code: (tag.split('-')[0] as string).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) || 0, i };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.i - b.i);
  return loadVoice(wanted.find(({ code }) => codes.includes(code))?.code ?? 'en');
}

export function apiFault(what: string, values: Readonly<Record<string, string>>): Fault {
  return new Fault(`api/${what}`, `api/${what}`, '', values);
}
