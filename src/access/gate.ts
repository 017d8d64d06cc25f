/**
 * Who may ask what of a server that runs on a person's machine, before any page or resource is asked.
 *
 * 1 A request names a host under which this server is meant to be asked: a name that someone else made lead here (DNS
 * rebinding) is refused. 2 What changes something is not taken from another site's page, and other sites may not load
 * anything of ours into theirs; a link that a person follows is no harm. 3 Every answer has the headers that keep it to itself.
 */
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { Fault } from '../fault.ts';

export interface Door {
  /** The host that the server listens on: a name or an address. */
  readonly host: string;
  /** Further names under which it may be asked, without port. */
  readonly names?: readonly string[];
}

/** Nothing runs, nothing is loaded, nothing is sent anywhere: what an answer has that asks for no more. */
export const STRICTEST = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': STRICTEST,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'Cache-Control': 'no-store',
};

/** @throws Fault `door/other-host`, `door/other-site`, for whoever turns faults into answers; the headers are on that answer too. */
export function gate(door: Door): MiddlewareHandler {
  return async (context, next) => {
    const { raw } = context.req;
    const host = hostOf(raw);
    if (!mayBeAsked(host, door)) refuse('door/other-host', { host: host.slice(0, 100) });
    if (!mayAsk(raw, host)) refuse('door/other-site', {});
    await next();
  };
}

/** The outermost of all: faults are answers by the time they come here. What an answer says for itself stays. */
export const withHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) if (!context.res.headers.has(name)) context.res.headers.set(name, value);
};

/** Whether only this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host;
}

/** Names are compared whole, whatever the port: a tunnel may use another one. */
function mayBeAsked(host: string, door: Door): boolean {
  const name = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(host)?.[1]?.toLowerCase().replace(/\.$/, '');
  if (name === undefined) return false;
  if (isLoopback(name)) return true;
  if (isLoopback(door.host)) return door.names?.includes(name) ?? false;
  // An address is no name, so no DNS can have made it lead here.
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0 || name === door.host.toLowerCase() || (door.names?.includes(name) ?? false);
}

/** Browsers say from where a request comes. A program that sends neither header is no browser. */
function mayAsk(request: Request, host: string): boolean {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) {
    if (site === 'same-origin' || site === 'none') return true;
    return reads && request.headers.get('sec-fetch-mode') === 'navigate' && request.headers.get('sec-fetch-dest') === 'document';
  }
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

function refuse(code: string, values: Readonly<Record<string, string>>): never {
  throw new Fault(code, code, '', values);
}
