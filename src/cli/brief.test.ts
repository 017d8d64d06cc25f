/** `memcon brief` through the program's own door. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CALL, TALKS } from '../archive/test-readouts.ts';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cwd = '';
const env = { LANG: 'en_GB.UTF-8', MEMCON_WHO: 'tester', MEMCON_ARCHIVE: 'a.memcon' };
async function memcon(...args: string[]) {
  const io = makeIo({ cwd, env });
  return { status: await main(args, io), out: io.out(), err: io.err() };
}
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-brief-'));
  writeFileSync(join(cwd, 'talks.txt'), TALKS);
  writeFileSync(join(cwd, 'call.txt'), CALL);
  await memcon('add', 'talks.txt', 'call.txt');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('brief', () => {
  test('Markdown, its frame in the language asked for, either order of the parties', async () => {
    const dyad = JSON.parse((await memcon('list', '--format', 'json')).out).items[0].talks[0].parties.join('-');
    const { status, out, err } = await memcon('brief', dyad, '--locale', 'ja');
    expect(err).toBe('');
    expect(status).toBe(STATUS.read);
    expect(out).toContain('# 会談用資料: ');
    const turned = await memcon('brief', dyad.split('-').reverse().join('-').toLowerCase(), '--locale', 'ja');
    expect(turned.out).toBe(out);
  });

  test('a file is written where --output says', async () => {
    const { status, err } = await memcon('brief', 'GB-JP', '--format', 'pdf', '--output', 'brief.pdf');
    expect([status, err]).toEqual([STATUS.read, '']);
    expect(readFileSync(join(cwd, 'brief.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
  });

  test.each([
    [['brief', 'GB-JP', '--before', 'tomorrow'], 'is no day'],
    [['brief', 'GB-JP', '--pages', 'two'], 'cannot have'],
    [['brief', 'GB-JP', '--topics', 'weather'], 'There is no topic "weather"'],
    [['brief', 'GB-JP', '--format', 'odt'], 'There is no format "odt"'],
    [['brief', 'GB-JP', '--locale', 'xx'], 'There are no messages in "xx"'],
    [['brief', 'FR-JP'], 'holds no talks of FR-JP'],
    [['brief', 'JP'], 'JP'],
    [['brief'], ''],
  ])('%j is misuse, told with its cure', async (args, words) => {
    const { status, out, err } = await memcon(...args);
    expect([status, out]).toEqual([STATUS.misuse, '']);
    expect(err).toContain(words);
  });

  test('a file of bytes is not put on a terminal', async () => {
    const io = makeIo({ cwd, env, tty: true });
    expect(await main(['brief', 'GB-JP', '--format', 'pdf'], io)).toBe(STATUS.misuse);
    expect(io.err()).toContain('--output brief.pdf');
  });
});
