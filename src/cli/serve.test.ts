import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

vi.setConfig({ testTimeout: 60_000 });
let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-serve-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const io = () => makeIo({ cwd, env: { LANG: 'en_GB.UTF-8', MEMCON_ARCHIVE: 'a.memcon' } });

test('a port that is taken is told, with another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => other.once('listening', done));
  const { port } = other.address() as AddressInfo;
  const said = io();
  expect(await main(['serve', '--port', String(port)], said)).toBe(STATUS.other);
  expect(said.err()).toContain(`Port ${port} is taken`);
  expect(said.err()).toMatch(/memcon serve --port \d+/);
  await new Promise((done) => other.close(done));
});

test('an address that this machine has not is told', async () => {
  const said = io();
  expect(await main(['serve', '--port', '0', '--host', '192.0.2.1'], said)).toBe(STATUS.misuse);
  expect(said.err()).toContain('has no address "192.0.2.1"');
});

test.each([
  [[], /^http:\/\/127\.0\.0\.1:\d+\/$/, ''],
  [['--host', '0.0.0.0'], /^http:\/\/0\.0\.0\.0:\d+\/$/, 'Other machines can reach this server.'],
])('serves until it is told to stop: %j', async (args, address, warning) => {
  const said = io();
  const ended = main(['serve', '--port', '0', ...args], said);
  await vi.waitFor(() => expect(said.out()).toContain('http://'), { timeout: 30_000 });
  const told = /http:\S+/.exec(said.out())?.[0] ?? '';
  expect(told).toMatch(address);
  if (warning) expect(said.err()).toContain(warning);
  else expect(said.err()).toBe('');
  const health = `${told.replace('0.0.0.0', '127.0.0.1')}api/v1/health`;
  expect((await fetch(health)).status).toBe(200);
  process.emit('SIGTERM');
  expect(await ended).toBe(STATUS.read);
  await expect(fetch(health)).rejects.toThrow();
});
