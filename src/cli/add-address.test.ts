/** `memcon add` of addresses, over a network of invented hosts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestNetwork, type TestNetwork } from '../desk/incoming/fetch/test-network.ts';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

vi.setConfig({ testTimeout: 60_000 });
const PAGE =
  '<h1>日豪外相電話会談</h1><p>平成31年2月3日</p><p>2月3日、甲野外務大臣は、スミス豪外務大臣と電話会談を行い、両外相は、連携していくことで一致した。</p>';
let cwd = '';
let page = PAGE;
let network: TestNetwork;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-address-'));
  network = await openTestNetwork({ 'mofa.example': [['93.184.216.34']], 'inside.example': [['10.0.0.1']] }, (request, response) =>
    request.url === '/gaiyo.html'
      ? response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
      : response.writeHead(404, { 'content-type': 'text/html' }).end(),
  );
});
afterAll(async () => {
  await network.close();
  rmSync(cwd, { recursive: true, force: true });
});
async function memcon(...args: string[]) {
  const io = makeIo({ cwd, network, env: { LANG: 'en_GB.UTF-8', MEMCON_WHO: 'tester', MEMCON_ARCHIVE: 'a.memcon' } });
  return { status: await main(args, io), out: io.out(), err: io.err() };
}

test('a page is kept with its address, and a changed one is a new version of it', async () => {
  const first = JSON.parse((await memcon('add', 'http://mofa.example/gaiyo.html', '--format', 'json')).out);
  expect(first.items[0]).toMatchObject({ how: 'added', name: 'gaiyo.html', title: '日豪外相電話会談' });
  page = PAGE.replace('連携していく', '連携を強化していく');
  const second = JSON.parse((await memcon('add', 'http://mofa.example/gaiyo.html', '--format', 'json')).out);
  expect(second.items[0]).toMatchObject({ how: 'version', n: 2, id: first.items[0].id, silent: true });
  expect(JSON.parse((await memcon('list', '--format', 'json')).out).items[0].url).toBe('http://mofa.example/gaiyo.html');
});

test('what cannot be fetched is told, and the rest goes on', async () => {
  const { status, err } = await memcon(
    'add',
    'http://inside.example/',
    'http://mofa.example/absent',
    'ftp://mofa.example/',
    'http://mofa.example/gaiyo.html',
  );
  expect(status).toBe(STATUS.other);
  expect(err).toContain('"inside.example" is not on the public internet.');
  expect(err).toContain('gives no page (status 404)');
  expect(err).toContain('"ftp://mofa.example/" is no address of a page.');
  expect(err).toContain('1 already here');
});

test('a page is read as it is added, with its address', async () => {
  const { status, out } = await memcon('read', 'http://mofa.example/gaiyo.html', '--format', 'json');
  expect(status).toBe(STATUS.read);
  expect(JSON.parse(out).document.source.url).toBe('http://mofa.example/gaiyo.html');
  const failed = await memcon('read', 'http://mofa.example/absent');
  expect(failed.status).toBe(STATUS.other);
  expect(failed.err).toContain('gives no page (status 404)');
  const some = await memcon('read', 'http://inside.example/', 'http://mofa.example/gaiyo.html');
  expect(some.err).toContain('is not on the public internet');
  expect(some.out).toContain('日豪外相電話会談');
});
