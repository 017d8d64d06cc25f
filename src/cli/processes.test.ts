/** The built program as processes of their own: several at one archive, killed ones, one that is interrupted. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TALKS } from '../archive/test-readouts.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'dist/memcon.js');

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'memcon-processes-'));
  const { buildIfNeeded } = (await import('../../scripts/newer.mjs' as string)) as { buildIfNeeded(): void };
  buildIfNeeded();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of readouts, all different. */
function readouts(name: string, n: number): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (let i = 0; i < n; i++) writeFileSync(join(path, `${i}.txt`), TALKS.replace('概要', `概要、${name}の${i}`).replace('次官級', `第${i}回次官級`));
  return path;
}

function memcon(archive: string, args: readonly string[], watch?: (out: string, stop: (signal: NodeJS.Signals) => void) => void) {
  return new Promise<{ status: number | null; out: string; err: string }>((done) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...process.env, MEMCON_ARCHIVE: archive, LANG: 'en' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (words: string) => {
      out += words;
      watch?.(out, (signal) => child.kill(signal));
    });
    child.stderr.setEncoding('utf8').on('data', (words: string) => {
      err += words;
    });
    child.on('close', (status) => done({ status, out, err }));
  });
}
const verified = (archive: string) =>
  JSON.parse(execFileSync(process.execPath, [program, 'verify', '--archive', archive, '--format', 'json'], { encoding: 'utf8' }));

test('two that add at once: all is in, once', async () => {
  const archive = join(folder, 'two.memcon');
  const [a, b, both] = [readouts('a', 70), readouts('b', 70), readouts('both', 30)];
  const [one, other] = await Promise.all([memcon(archive, ['add', a, both]), memcon(archive, ['add', b, both])]);
  expect([one.status, other.status], one.err + other.err).toEqual([0, 0]);
  expect(verified(archive)).toMatchObject({ documents: 170, versions: 170, items: [] });
  // Each of those in both was added by one of the two, and was there for the other.
  expect((one.out + other.out).match(/ {2}added {2}/g)?.length).toBe(170);
  expect((one.out + other.out).match(/ {2}already here {2}/g)?.length).toBe(30);
});

test('interrupted, it stops cleanly; the same command goes on', async () => {
  const archive = join(folder, 'stopped.memcon');
  const input = readouts('c', 200);
  let asked = false;
  const stopped = await memcon(archive, ['add', input], (_, stop) => {
    if (!asked) stop('SIGINT');
    asked = true;
  });
  expect(stopped.status).toBe(1);
  expect(stopped.err).toMatch(/Stopped\. \d+ added.*goes on from here/);
  const told = stopped.out.match(/ {2}added {2}/g)?.length ?? 0;
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(200);
  expect(verified(archive)).toMatchObject({ documents: told, items: [] });
  const again = await memcon(archive, ['add', input]);
  expect(again.status).toBe(0);
  expect(again.err).toMatch(new RegExp(`^${200 - told} added.* ${told} already here`));
  expect(verified(archive)).toMatchObject({ documents: 200, items: [] });
});

test('killed at any moment: nothing that was told is lost', () => {
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/kill-rounds.ts', '4', '7'], { cwd: root, encoding: 'utf8' });
  expect(out).toMatch(/4 rounds, \d+ killed at work: nothing that was told is lost, and the archive verifies/);
});
