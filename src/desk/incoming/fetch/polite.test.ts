import type http from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Fault } from '../../../fault.ts';
import { makeGuest, type Patience } from './polite.ts';
import { openTestNetwork, type TestNetwork } from './test-network.ts';

const GOOD = '93.184.216.34';
const HOSTS = Object.fromEntries(
  ['open', 'closed', 'slow', 'trouble', 'page', 'other', 'large', 'busy'].map((name) => [`${name}.example`, [[GOOD]]]),
);
const ROBOTS: Record<string, [status: number, type: string, words: string]> = {
  'large.example': [200, 'text/plain', `User-agent: *\nDisallow: /\n${'# x\n'.repeat(200_000)}`],
  'busy.example': [429, 'text/plain', ''],
  'closed.example': [200, 'text/plain', 'User-agent: *\nDisallow: /private/\n\nUser-agent: Memcon\nDisallow: /talks/\n'],
  'slow.example': [200, 'text/plain; charset=utf-8', 'User-agent: *\nCrawl-delay: 3\n'],
  'trouble.example': [503, 'text/plain', ''],
  'page.example': [200, 'text/html', '<p>User-agent: * Disallow: /</p>'],
};
let network: TestNetwork;
let lines: string[] = [];
let open = 0;
let most = 0;
const held: (() => void)[] = [];
let waits: number[] = [];
let clock = 0;
const patience: Patience = {
  now: () => clock,
  wait: async (milliseconds) => {
    waits.push(milliseconds);
    clock += milliseconds;
  },
};

function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  const host = request.headers.host ?? '';
  lines.push(`${host}${request.url}`);
  if (request.url === '/robots.txt') {
    const [status, type, words] = ROBOTS[host] ?? [404, 'text/html', ''];
    response.writeHead(status, { 'content-type': type }).end(words);
    return;
  }
  const to = new URL(request.url ?? '', `http://${host}`).searchParams.get('to');
  if (to) {
    response.writeHead(302, { location: to }).end();
    return;
  }
  most = Math.max(most, ++open);
  const reply = () => {
    open--;
    if (request.headers['if-none-match'] === '"7"' || request.headers['if-modified-since'] === 'Thu, 26 Nov 2026 00:00:00 GMT')
      response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': 'text/html', etag: '"7"', 'last-modified': 'Thu, 26 Nov 2026 00:00:00 GMT' }).end('<p>x</p>');
  };
  // A guest that asks one host after the other would wait here for ever.
  if (request.url !== '/together') setTimeout(reply, 5);
  else if (held.push(reply) === 2) for (const one of held.splice(0)) one();
}

beforeAll(async () => {
  network = await openTestNetwork(HOSTS, answer);
});
afterAll(() => network.close());
beforeEach(() => {
  lines = [];
  most = 0;
  waits = [];
  clock = 0;
});

test('one page at a time from a host, with a pause between; robots.txt is asked for once', async () => {
  const guest = makeGuest(network, patience);
  await Promise.all(['/a', '/b', '/c'].map((path) => guest.fetch(`http://open.example${path}`)));
  expect(lines).toEqual(['open.example/robots.txt', 'open.example/a', 'open.example/b', 'open.example/c']);
  expect(most).toBe(1);
  expect(waits).toEqual([500, 500]);
});

test('two hosts do not wait for each other', async () => {
  const guest = makeGuest(network, patience);
  await Promise.all([guest.fetch('http://open.example/together'), guest.fetch('http://other.example/together')]);
  expect(most).toBe(2);
  expect(waits).toEqual([]);
});

test('the pause that a host asks for', async () => {
  const guest = makeGuest(network, patience);
  for (const path of ['/a', '/b']) await guest.fetch(`http://slow.example${path}`);
  expect(waits).toEqual([3000]);
});

test.each([
  ['http://closed.example/talks/1.html', 'fetch/robots'],
  // The rules for us stand in the place of those for all.
  ['http://closed.example/private/1.html', undefined],
  ['http://trouble.example/', 'fetch/robots'],
  // Rules that were not had whole are not taken for none.
  ['http://large.example/', 'fetch/robots'],
  ['http://busy.example/', 'fetch/robots'],
  ['http://page.example/', undefined],
  ['http://none.example/', 'fetch/no-such-host'],
  ['ftp://open.example/', 'fetch/bad-address'],
])('%s: %s', async (address, code) => {
  const fault = await makeGuest(network, patience)
    .fetch(address)
    .then(
      () => undefined,
      (error: Fault) => error.code,
    );
  expect(fault).toBe(code);
  if (code === 'fetch/robots') expect(lines.filter((line) => !line.endsWith('/robots.txt'))).toEqual([]);
});

test('what failed does not hold up what comes next', async () => {
  const guest = makeGuest(network, patience);
  const [first, second] = await Promise.allSettled([guest.fetch('http://closed.example/talks/1'), guest.fetch('http://closed.example/b')]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
});

test('a page that is as it was is not sent again', async () => {
  const guest = makeGuest(network, patience);
  const found = await guest.fetch('http://open.example/a');
  expect(found).toMatchObject({ etag: '"7"', modified: 'Thu, 26 Nov 2026 00:00:00 GMT' });
  expect(await guest.fetch('http://open.example/a', { etag: found?.etag })).toBeUndefined();
  expect(await guest.fetch('http://open.example/a', { modified: found?.modified })).toBeUndefined();
  expect(await guest.fetch('http://open.example/a', { etag: '"6"' })).toBeDefined();
});

test('the rules are asked for anew after an hour', async () => {
  const guest = makeGuest(network, patience);
  await guest.fetch('http://open.example/a');
  clock += 3_600_001;
  await guest.fetch('http://open.example/a');
  expect(lines.filter((line) => line.endsWith('/robots.txt')).length).toBe(2);
});

test('a redirection to another host asks what that host wants, and waits as it asks', async () => {
  const guest = makeGuest(network, patience);
  await guest.fetch('http://open.example/a?to=http://slow.example/b');
  expect(lines).toEqual(['open.example/robots.txt', 'open.example/a?to=http://slow.example/b', 'slow.example/robots.txt', 'slow.example/b']);
  expect(waits).toEqual([]);
  await guest.fetch('http://open.example/c?to=http://slow.example/d');
  expect(waits).toEqual([500, 2500]);
});

test.each([
  ['http://closed.example/talks/1', 'fetch/robots'],
  ['http://closed.example/open', undefined],
  ['http://open.example/b', undefined],
  ['http://other.example/x?to=http://closed.example/talks/1', 'fetch/robots'],
])('a redirection to %s: %s', async (to, code) => {
  const fault = await makeGuest(network, patience)
    .fetch(`http://open.example/a?to=${encodeURIComponent(to)}`)
    .then(
      () => undefined,
      (error: Fault) => error.code,
    );
  expect(fault).toBe(code);
  if (code) expect(lines).not.toContain('closed.example/talks/1');
});

test('a redirection within a host asks nothing more', async () => {
  await makeGuest(network, patience).fetch('http://open.example/a?to=/b');
  expect(lines).toEqual(['open.example/robots.txt', 'open.example/a?to=/b', 'open.example/b']);
});
