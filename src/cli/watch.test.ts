/** `memcon watch`, over a network of invented hosts. */

import { mkdtempSync, rmSync } from 'node:fs';
import type http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openTestNetwork, type TestNetwork } from '../desk/incoming/fetch/test-network.ts';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

vi.setConfig({ testTimeout: 60_000 });

const readout = (with_: string, end = '一致した') =>
  `<!doctype html><h1>日${with_}外相会談</h1><p>平成31年2月3日</p><p>2月3日、甲野外務大臣は、スミス${with_}外務大臣と会談を行い、両外相は、連携していくことで${end}。</p>`;
let cwd = '';
let archive = 0;
let network: TestNetwork;
let lines: string[] = [];
let pages: Record<string, { readonly type: string; readonly words: string; readonly etag?: string }> = {};

function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  lines.push(request.url ?? '');
  const page = pages[request.url ?? ''];
  if (!page) response.writeHead(404).end();
  else if (page.etag !== undefined && request.headers['if-none-match'] === page.etag) response.writeHead(304).end();
  else response.writeHead(200, { 'content-type': page.type, ...(page.etag !== undefined && { etag: page.etag }) }).end(page.words);
}
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-watch-'));
  network = await openTestNetwork(
    { 'mofa.example': [['93.184.216.34']], 'other.example': [['93.184.216.34']], 'inside.example': [['10.0.0.1']] },
    answer,
  );
});
afterAll(async () => {
  await network.close();
  rmSync(cwd, { recursive: true, force: true });
});
beforeEach(() => {
  archive++;
  lines = [];
  pages = {};
});

let clock = 0;
const waits: number[] = [];
const patience = {
  now: () => clock,
  wait: async (milliseconds: number) => {
    waits.push(milliseconds);
    clock += milliseconds;
  },
};
async function memcon(args: readonly string[], more: object = {}) {
  const io = makeIo({ cwd, network, patience, env: { LANG: 'en_GB.UTF-8', MEMCON_WHO: 'tester', MEMCON_ARCHIVE: `${archive}.memcon` }, ...more });
  return { status: await main([...args], io), out: io.out(), err: io.err() };
}
const asked = () => lines.splice(0).filter((line) => line !== '/robots.txt');

const html = (words: string, etag?: string) => ({ type: 'text/html; charset=utf-8', words, ...(etag !== undefined && { etag }) });
const atom = (entries: readonly (readonly [path: string, stamp: string])[], etag: string) => ({
  type: 'application/atom+xml',
  etag,
  words: `<feed xmlns="http://www.w3.org/2005/Atom">${entries.map(([path, stamp]) => `<entry><title>x</title><link href="${path}"/><updated>${stamp}</updated></entry>`).join('')}</feed>`,
});

test('a feed: what is new or changed is added, what is as it was is not asked for', async () => {
  pages = {
    '/feed': atom(
      [
        ['/a', '1'],
        ['/b', '1'],
      ],
      '"1"',
    ),
    '/a': html(readout('豪')),
    '/b': html(readout('英')),
  };
  const first = await memcon(['watch', 'http://mofa.example/feed']);
  expect(first.status).toBe(STATUS.read);
  expect(
    first.out
      .split('\n')
      .filter(Boolean)
      .map((line) => line.replace(/^\S+\s+/, '')),
  ).toEqual([expect.stringMatching(/日豪外相会談/), expect.stringMatching(/日英外相会談/)]);
  expect(first.err).toMatch(/feed: 2 listed, 2 asked for\n2 added, 0 changed/);
  expect(asked()).toEqual(['/feed', '/a', '/b']);

  expect((await memcon(['watch', 'http://mofa.example/feed'])).err).toMatch(/feed: as it was\n0 added/);
  expect(asked()).toEqual(['/feed']);

  pages['/feed'] = atom(
    [
      ['/c', '1'],
      ['/a', '2'],
      ['/b', '1'],
    ],
    '"2"',
  );
  pages['/a'] = html(readout('豪', '合意した'));
  pages['/c'] = html(readout('独'));
  const third = await memcon(['watch', 'http://mofa.example/feed', '--format', 'json']);
  expect(asked()).toEqual(['/feed', '/c', '/a']);
  expect(
    third.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).how),
  ).toEqual(['added', 'version', 'looked']);
});

test('a page of links: those of the site that look like readouts', async () => {
  const link = (to: string, words: string) => `<a href="${to}">${words}</a>`;
  pages = {
    '/list': html(
      `<!doctype html><body>${link('/a', '日豪外相会談')}${link('/p', '大臣会見記録')}${link('/', 'トップ')}${link('http://other.example/x', '日仏外相会談')}</body>`,
    ),
    '/a': html(readout('豪'), '"1"'),
  };
  expect((await memcon(['watch', 'http://mofa.example/list'])).err).toMatch(/1 listed, 1 asked for\n1 added/);
  expect(asked()).toEqual(['/list', '/a']);
  // Nothing tells whether the list changed; the page itself does.
  expect((await memcon(['watch', 'http://mofa.example/list'])).err).toMatch(/0 added, 0 changed, 0 already here/);
});

test('what cannot be had is told and asked for again; the rest goes on', async () => {
  pages = {
    '/feed': atom(
      [
        ['/gone', '1'],
        ['/a', '1'],
      ],
      '"1"',
    ),
    '/a': html(readout('豪')),
  };
  const first = await memcon(['watch', 'http://inside.example/feed', 'http://mofa.example/feed']);
  expect(first.status).toBe(STATUS.other);
  expect(first.err).toMatch(/"inside.example" is not on the public internet[\s\S]*status 404[\s\S]*1 added, .*2 failed/);
  asked();
  pages['/gone'] = html(readout('英'));
  expect((await memcon(['watch', 'http://mofa.example/feed'])).err).toMatch(/1 added/);
  expect(asked()).toEqual(['/feed', '/gone']);
});

test('with an interval it stays on until it is stopped', async () => {
  pages = { '/feed': atom([['/a', '1']], '"1"'), '/a': html(readout('豪')) };
  const stop = new AbortController();
  let rounds = 0;
  const waiting = {
    ...patience,
    wait: async (milliseconds: number) => {
      clock += milliseconds;
      if (milliseconds !== 1_800_000) return;
      if (++rounds === 2) stop.abort();
    },
  };
  const { status, err } = await memcon(['watch', 'http://mofa.example/feed', '--every', '30m'], {
    patience: waiting,
    interrupted: () => stop.signal,
  });
  expect(status).toBe(STATUS.read);
  expect(err.match(/Looks again in 30m/g)?.length).toBe(2);
  expect(asked()).toEqual(['/feed', '/a', '/feed']);
});

test.each([
  [['watch'], /nothing to watch/],
  [['watch', 'feed.xml'], /is no address/],
  [['watch', 'http://mofa.example/feed', '--every', '5'], /is no interval/],
  [['watch', 'http://mofa.example/feed', '--every', '25d'], /is no interval/],
])('misuse: %j', async (args, why) => {
  const { status, err } = await memcon(args);
  expect(status).toBe(STATUS.misuse);
  expect(err).toMatch(why);
});

test('what is no feed is told', async () => {
  pages = { '/feed': { type: 'text/plain', words: 'x' } };
  const { status, err } = await memcon(['watch', 'http://mofa.example/feed']);
  expect(status).toBe(STATUS.other);
  expect(err).toMatch(/neither a feed nor a page of links/);
});
