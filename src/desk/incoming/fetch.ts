/**
 * A document from an address of the public internet.
 *
 * 1 Only http and https, on their usual ports or one above 1023, without a name or password in the address. 2 Every address that
 * DNS gives for the host is public, and the connection goes to one of those that were checked: nothing is looked up a second time.
 * 3 Both hold anew for each redirection. 4 No more is taken in than the limit, unpacked; no more time than the deadline, in all.
 * 5 Only media types that are read.
 */
import http from 'node:http';
import { isIP } from 'node:net';
import type { Duplex, Readable } from 'node:stream';
import zlib from 'node:zlib';
import { Fault } from '../../fault.ts';
import { VERSION } from '../../reading/version.ts';
import { isPublic } from './fetch/address.ts';

export const FETCH_LIMITS = { bytes: 20 * 1024 * 1024, milliseconds: 15_000, redirects: 5 } as const;

/** The world outside, as far as fetching needs it. */
export interface Network {
  /** All addresses of a host. @throws where there is none. */
  resolve(host: string): Promise<readonly string[]>;
  /** Opens a connection to an address that was checked; `host` is only for the certificate. */
  connect(to: Target): Duplex;
  /** Aborted after so long. */
  deadline(milliseconds: number): AbortSignal;
}

export interface Target {
  /** IPv4 or IPv6, never a name. */
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
  readonly host: string;
}

export interface Fetched {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** The encoding that the server named. */
  readonly encoding?: string;
  /** By these the server tells next time whether the page changed. */
  readonly etag?: string;
  readonly modified?: string;
  /** Where it was found in the end. */
  readonly url: string;
  /** The last part of its path, for people. */
  readonly name: string;
}

type Limits = { readonly [K in keyof typeof FETCH_LIMITS]: number };

/** Media types of documents; of what is called only bytes, the bytes tell. */
const TYPES = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'message/rfc822',
  'multipart/related',
  'application/zip',
  'application/octet-stream',
];
const MOVED = [301, 302, 303, 307, 308];

/** What a request says besides the address. */
export interface Asking {
  /** Media types that are wanted, the best first; those of documents where it is left out. */
  readonly types?: readonly string[] | undefined;
  /** What the server said of the page when it was fetched before: it answers in full only if the page is another. */
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
  /** Asked before a redirection to another host is followed: whoever keeps to what hosts want asks that host first. */
  readonly elsewhere?: ((address: string) => Promise<void>) | undefined;
}

/** @throws Fault `fetch/…`, whose words the doors say. */
export async function fetchDocument(address: string, network: Network, limits: Limits = FETCH_LIMITS): Promise<Fetched> {
  // Nothing is asked that could be answered with "as before".
  return (await fetchIfChanged(address, network, {}, limits)) as Fetched;
}

/** @returns undefined where the page is as it was. @throws Fault `fetch/…`. */
export async function fetchIfChanged(address: string, network: Network, asking: Asking, limits: Limits = FETCH_LIMITS): Promise<Fetched | undefined> {
  const signal = network.deadline(limits.milliseconds);
  const late = () => fetchFault('too-slow', { address: short(address), seconds: String(limits.milliseconds / 1000) });
  let gone: ((fault: Fault) => void) | undefined;
  const whenLate = new Promise<never>((_, fail) => {
    gone = fail;
  });
  // Nobody may be waiting when the time is up.
  whenLate.catch(() => {});
  const onAbort = () => gone?.(late());
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    let url = addressOf(address);
    for (let moves = 0; ; moves++) {
      if (moves > limits.redirects) throw fetchFault('too-many-redirects', { address: short(address), count: String(limits.redirects) });
      const response = await Promise.race([whenLate, ask(url, network, asking, signal)]);
      if (MOVED.includes(response.statusCode ?? 0) && response.headers.location) {
        response.destroy();
        const next = addressOf(response.headers.location, url);
        if (next.origin !== url.origin) await Promise.race([whenLate, asking.elsewhere?.(next.href)]);
        url = next;
        continue;
      }
      if (response.statusCode === 304 && (asking.etag !== undefined || asking.modified !== undefined)) {
        response.destroy();
        return undefined;
      }
      try {
        return await Promise.race([whenLate, take(response, url, asking.types ?? TYPES, limits)]);
      } finally {
        response.destroy();
      }
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** What an address is, with all that must hold of it before DNS is asked. The URL parser writes every form of an IPv4 address in its four parts. */
function addressOf(words: string, base?: URL): URL {
  const bad = () => fetchFault('bad-address', { address: short(words) });
  let url: URL;
  try {
    url = new URL(words, base);
  } catch {
    throw bad();
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw bad();
  if (url.username !== '' || url.password !== '' || url.hostname === '') throw bad();
  const port = portOf(url);
  if (port < 1024 && port !== 80 && port !== 443) throw bad();
  url.hash = '';
  return url;
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

/** The head of the answer of one address; its body is not taken yet. */
async function ask(url: URL, network: Network, asking: Asking, signal: AbortSignal): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  let addresses: readonly string[];
  try {
    addresses = isIP(host) ? [host] : await network.resolve(host);
  } catch {
    addresses = [];
  }
  if (addresses.length === 0) throw fetchFault('no-such-host', { host: short(host) });
  // One that is not public among public ones is a trick or a mistake; neither is worth a connection.
  if (!addresses.every(isPublic)) throw fetchFault('not-public', { host: short(host) });
  const target = { port: portOf(url), secure: url.protocol === 'https:', host };
  let reason = '';
  // Machines without IPv6 are many: IPv4 first.
  for (const address of [...addresses].sort((a, b) => isIP(a) - isIP(b)).slice(0, 4)) {
    if (signal.aborted) break;
    try {
      return await head(url, asking, () => network.connect({ ...target, address }), signal);
    } catch (error) {
      if (signal.aborted) throw error;
      reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    }
  }
  throw fetchFault('cannot-connect', { host: short(host), reason });
}

function head(url: URL, { types = TYPES, etag, modified }: Asking, connect: () => Duplex, signal: AbortSignal): Promise<http.IncomingMessage> {
  return new Promise((done, fail) => {
    const request = http.request({
      method: 'GET',
      path: url.pathname + url.search,
      headers: {
        host: url.host,
        'user-agent': `Memcon/${VERSION}`,
        accept: types.map((type, i) => (i < 2 ? type : `${type};q=0.${Math.max(1, 11 - i)}`)).join(', '),
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(modified !== undefined && { 'if-modified-since': modified }),
        'accept-encoding': 'identity',
      },
      createConnection: connect,
      signal,
    });
    request.on('response', done);
    request.on('error', fail);
    request.end();
  });
}

/** The body of the last answer, unpacked. */
async function take(response: http.IncomingMessage, url: URL, types: readonly string[], limits: Limits): Promise<Fetched> {
  const address = short(url.href);
  if (response.statusCode !== 200) throw fetchFault('bad-answer', { address, status: String(response.statusCode) });
  const [mediaType = '', ...parameters] = (response.headers['content-type'] ?? '').split(';').map((part) => part.trim());
  if (!types.includes(mediaType.toLowerCase()))
    throw fetchFault('unreadable-type', { address, type: short(mediaType || '–'), types: types.join(', ') });
  const tooLarge = () => fetchFault('too-large', { address, limit: `${Math.round(limits.bytes / 1048576)} MB` });
  if (Number(response.headers['content-length'] ?? 0) > limits.bytes) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const body = unpacked(response, address);
  try {
    for await (const piece of body) {
      size += (piece as Uint8Array).length;
      if (size > limits.bytes) throw tooLarge();
      pieces.push(piece as Uint8Array);
    }
  } catch (error) {
    throw error instanceof Fault ? error : fetchFault('cannot-connect', { host: short(url.hostname), reason: codeOf(error) });
  }
  const charset = parameters.map((part) => /^charset="?([^"\s]{1,40})"?$/i.exec(part)?.[1]).find(Boolean);
  return {
    bytes: Buffer.concat(pieces),
    mediaType: mediaType.toLowerCase(),
    ...(charset && { encoding: charset }),
    ...(typeof response.headers.etag === 'string' && { etag: short(response.headers.etag) }),
    ...(typeof response.headers['last-modified'] === 'string' && { modified: short(response.headers['last-modified']) }),
    url: url.href,
    name: nameOf(url),
  };
}

/** We ask for none, and some servers pack all the same. What unpacks without end is cut off by the count of its pieces. */
function unpacked(response: http.IncomingMessage, address: string): Readable {
  const packed = (response.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (packed === 'identity') return response;
  const unpack =
    packed === 'gzip' || packed === 'x-gzip'
      ? zlib.createGunzip()
      : packed === 'deflate'
        ? zlib.createInflate()
        : packed === 'br'
          ? zlib.createBrotliDecompress()
          : undefined;
  if (!unpack) throw fetchFault('unreadable-type', { address, type: short(packed), types: 'gzip, deflate, br' });
  response.on('error', (error) => unpack.destroy(error));
  response.on('close', () => {
    if (!response.complete) unpack.destroy(new Error('aborted'));
  });
  return response.pipe(unpack);
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').findLast(Boolean) ?? url.hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? (error as Error).message;
const short = (words: string) => (words.length > 200 ? `${words.slice(0, 199)}…` : words);

function fetchFault(what: string, values: Readonly<Record<string, string>>): Fault {
  return new Fault(`fetch/${what}`, `fetch/${what}: ${Object.values(values).join(', ')}`, '', values);
}
