/** What the desk may ask of the world outside: the clock, who sits here, and the network. */
import { lookup } from 'node:dns/promises';
import net from 'node:net';
import { userInfo } from 'node:os';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import type { Signed } from '../archive/archive.ts';
import type { Network, Target } from './incoming/fetch.ts';

/** The instant, ISO 8601 in UTC. */
export function instant(): string {
  return new Date().toISOString();
}

/** Today where this machine stands, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Signs a deed: with the name given, that of MEMCON_WHO, or the name by which this system knows the person. */
export function sign(who: string | undefined, env: Readonly<Record<string, string | undefined>>): Signed {
  return { who: who?.trim() || env.MEMCON_WHO?.trim() || systemName(), when: instant() };
}

function systemName(): string {
  try {
    return userInfo().username;
  } catch {
    return '?';
  }
}

/** @param trust certificates taken for good instead of those that this system knows. */
export function connectTo({ address, port, secure, host }: Target, trust: { readonly ca?: string } = {}): Duplex {
  if (!secure) return net.connect({ host: address, port });
  // A certificate is for the name that was asked for; one for an address is compared with the address.
  return tls.connect({ host: address, port, ALPNProtocols: ['http/1.1'], ...(net.isIP(host) === 0 && { servername: host }), ...trust });
}

/** Waiting for real, for `makeGuest`. */
export const patience = {
  now: () => performance.now(),
  wait: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
};

/** The real network, for `fetchDocument`, which says what may be asked of it. */
export const network: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  connect: (to) => connectTo(to),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};
