/**
 * Fetching as a guest: one page at a time from a host, with the pause its robots.txt asks for, and nothing that it keeps from robots.
 *
 * Source: RFC 9309 (robots.txt): what is not there allows everything; rules that cannot be had, since the server is in trouble or slow or
 * they have no end, allow nothing.
 */
import robotsParser from 'robots-parser';
import { Fault } from '../../../fault.ts';
import { type Asking, FETCH_LIMITS, type Fetched, fetchIfChanged, type Network } from '../fetch.ts';

export const ROBOT = 'Memcon';
/** No host is waited for longer between two pages, in milliseconds; one that says nothing gets the least. */
const PAUSE = { most: 10_000, least: 500 } as const;
const AN_HOUR = 3_600_000;
const MOST_HOSTS = 1_000;
const LIMITS = { ...FETCH_LIMITS, bytes: 512 * 1024 };

export interface Guest {
  /** @returns undefined where the page is as it was. @throws Fault `fetch/…`; `fetch/robots` where the host does not want it. */
  fetch(address: string, asking?: Asking): Promise<Fetched | undefined>;
}

/** The clock, as far as politeness needs it. */
export interface Patience {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

interface Host {
  /** What was asked last of it. */
  last: Promise<unknown>;
  /** When that was over. */
  over: number;
  rules?: Promise<Rules>;
  /** When the rules were asked for; after an hour they are asked for anew. */
  asked: number;
}
/** What of the library is used; its own types hide that it can be called. */
interface Robot {
  isAllowed(address: string, robot: string): boolean | undefined;
  getCrawlDelay(robot: string): number | undefined;
}
interface Rules {
  allows(address: string): boolean;
  readonly pause: number;
}

const guests = new WeakMap<Network, Guest>();

/** The one guest of a network in this process, so that hosts are waited for whoever asks. */
export function guestOf(network: Network, patience: Patience): Guest {
  let guest = guests.get(network);
  if (!guest) {
    guest = makeGuest(network, patience);
    guests.set(network, guest);
  }
  return guest;
}

export function makeGuest(network: Network, patience: Patience): Guest {
  const hosts = new Map<string, Host>();
  const hostOf = (origin: string): Host => {
    let host = hosts.get(origin);
    if (!host) {
      host = { last: Promise.resolve(), over: Number.NEGATIVE_INFINITY, asked: 0 };
      if (hosts.size >= MOST_HOSTS) hosts.clear();
      hosts.set(origin, host);
    }
    return host;
  };
  /** The rules of a host, if it wants this page to be fetched. @throws Fault `fetch/robots`. */
  const allowed = async (host: Host, origin: string, address: string): Promise<Rules> => {
    if (host.rules === undefined || patience.now() - host.asked > AN_HOUR) {
      host.rules = rulesOf(origin, network);
      host.asked = patience.now();
    }
    const rules = await host.rules;
    if (!rules.allows(address)) throw new Fault('fetch/robots', 'fetch/robots', '', { address: address.slice(0, 200), host: new URL(origin).host });
    return rules;
  };
  const rested = async (host: Host, { pause }: Rules): Promise<void> => {
    const left = host.over + pause - patience.now();
    if (left > 0) await patience.wait(left);
  };
  /** A redirection to another host makes one its guest too; it is not queued for, since the host that sent us holds our place. */
  const elsewhere = async (address: string): Promise<void> => {
    const origin = originOf(address);
    if (!origin) return;
    const host = hostOf(origin);
    await rested(host, await allowed(host, origin, address));
    host.over = patience.now();
  };
  return {
    fetch(address, asking = {}) {
      const origin = originOf(address);
      // What is no address is told by fetching it.
      if (!origin) return fetchIfChanged(address, network, asking);
      const here = hostOf(origin);
      const mine = here.last.then(async () => {
        await rested(here, await allowed(here, origin, address));
        try {
          return await fetchIfChanged(address, network, { elsewhere, ...asking });
        } finally {
          here.over = patience.now();
        }
      });
      here.last = mine.catch(() => {});
      return mine;
    },
  };
}

function originOf(address: string): string | undefined {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : undefined;
  } catch {
    return undefined;
  }
}

/** Rules that are there, as far as anybody knows, and were not had. */
function isWithheld({ code, values }: Fault): boolean {
  const status = Number(values.status ?? 0);
  return status >= 500 || status === 429 || WITHOUT_END.includes(code);
}
const WITHOUT_END = ['fetch/too-slow', 'fetch/too-large'];

async function rulesOf(origin: string, network: Network): Promise<Rules> {
  const address = `${origin}/robots.txt`;
  let words: string;
  try {
    const found = await fetchIfChanged(address, network, { types: ['text/plain', 'text/html', 'application/octet-stream'] }, LIMITS);
    // A page in its place is a page that says "not found".
    words = found?.mediaType === 'text/plain' ? new TextDecoder().decode(found.bytes) : '';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (isWithheld(error)) return { allows: () => false, pause: PAUSE.least };
    // No such machine, or none of the public internet: fetching the page says it better.
    words = '';
  }
  const rules = (robotsParser as unknown as (address: string, words: string) => Robot)(address, words);
  return {
    allows: (page) => rules.isAllowed(page, ROBOT) !== false,
    pause: Math.min(PAUSE.most, Math.max(PAUSE.least, (rules.getCrawlDelay(ROBOT) ?? 0) * 1000)),
  };
}
