/** What the desk may ask of the world outside: the clock, and who sits here. */
import { userInfo } from 'node:os';
import type { Signed } from '../archive/archive.ts';

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
