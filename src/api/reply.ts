/** Answers that a client may keep: each has its ETag, and is not sent again to who has it. */
import { createHash } from 'node:crypto';
import type { Context, TypedResponse } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { apiFault } from './problem.ts';

/** What a row of the archive is as JSON: the same, writable. */
export type Plain<T> = T extends readonly unknown[]
  ? { -readonly [K in keyof T]: Plain<T[K]> }
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;

export function reply<const T, S extends ContentfulStatusCode = 200>(
  context: Context,
  value: T,
  status: S = 200 as S,
  headers: Readonly<Record<string, string>> = {},
): TypedResponse<Plain<T>, S, 'json'> {
  return replyText(context, JSON.stringify(value), status, { 'Content-Type': 'application/json; charset=utf-8', ...headers }) as never;
}

/** A text or bytes whole in memory, under the same conditions. */
export function replyText(
  context: Context,
  body: string | Uint8Array<ArrayBuffer>,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = etagOf(body);
  const all = { ...headers, ETag: etag, 'Cache-Control': 'private, no-cache' };
  const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (reads && status === 200 && names(context.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers: all });
  return new Response(body, { status, headers: all });
}

/** @throws Fault `api/changed` where the client asks that a thing still be as it saw it, and it is not. */
export function mustMatch(context: Context, value: unknown): void {
  const asked = context.req.header('if-match');
  if (asked !== undefined && !names(asked, etagOf(JSON.stringify(value)))) throw apiFault('changed', {});
}

function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Whether a list of ETags names this one. */
function names(list: string | undefined, etag: string): boolean {
  if (list === undefined) return false;
  return list.trim() === '*' || list.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
