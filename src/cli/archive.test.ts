/** The commands over the archive, each through the program's own door. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CALL, TALKS, TALKS_EDITED } from '../archive/test-readouts.ts';
import { record } from '../record/schema.ts';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

// Each command loads all languages; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-archive-'));
});
beforeEach(() => {
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(join(cwd, 'folder/deep'), { recursive: true });
  writeFileSync(join(cwd, 'folder/talks.txt'), TALKS);
  writeFileSync(join(cwd, 'folder/deep/call.txt'), CALL);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const env = { LANG: 'en_GB.UTF-8', MEMCON_WHO: 'tester' };
async function memcon(...args: string[]) {
  const io = makeIo({ cwd, env: { ...env, MEMCON_ARCHIVE: 'a.memcon' } });
  return { status: await main(args, io), out: io.out(), err: io.err() };
}
async function json(...args: string[]) {
  const { status, out, err } = await memcon(...args, '--format', 'json');
  expect(err).toBe('');
  expect(status).toBe(STATUS.read);
  return JSON.parse(out);
}

describe('add', () => {
  test('a folder, then again, then one changed', async () => {
    expect(await json('add', 'folder')).toMatchObject({ added: 2, same: 0, failed: 0 });
    expect(await json('add', 'folder')).toMatchObject({ added: 0, same: 2 });
    writeFileSync(join(cwd, 'folder/talks.txt'), TALKS_EDITED);
    const { version, silent, items } = await json('add', 'folder');
    expect({ version, silent }).toEqual({ version: 1, silent: 1 });
    expect(items.find((one: { how: string }) => one.how === 'version').difference.lines).toEqual({ gone: 1, come: 1 });
  });

  test('one line a document where nobody watches', async () => {
    const { status, out, err } = await memcon('add', 'folder');
    expect(status).toBe(STATUS.read);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(2).split('  ').slice(1)),
    ).toEqual([
      ['added', '日英外相電話会談'],
      ['added', '日英外相会談(概要)'],
    ]);
    expect(err).toContain('2 added');
  });

  test('what cannot be opened is told, the rest goes in', async () => {
    mkdirSync(join(cwd, 'folder/none.txt'));
    writeFileSync(
      join(cwd, 'folder/noise.txt'),
      Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256),
    );
    expect(await json('add', 'folder')).toMatchObject({ added: 3, failed: 0, look: 1 });
  });
});

describe('list and show', () => {
  test('newest talks first; the record as it stands', async () => {
    await memcon('add', 'folder');
    const { items } = await json('list');
    expect(items.map((one: { title: string }) => one.title)).toEqual(['日英外相電話会談', '日英外相会談(概要)']);
    const shown = await json('show', items[1].id.slice(0, 8));
    expect(record.parse(shown).document.text).toBe(TALKS);
    expect((await memcon('show', items[1].id, '--source')).out).toBe(TALKS);
    expect((await memcon('list', '--dyad', 'jp-gb')).out.split('\n').length).toBe(3);
    expect((await json('list', '--dyad', 'JP-RU')).items).toEqual([]);
    expect((await json('list', '--from', '2018-06')).items.length).toBe(1);
  });
});

describe('misuse is told with its cure, and the status is 2', () => {
  const rows: [args: string[], words: RegExp][] = [
    [['add'], /memcon add readouts/],
    [['list'], /no archive at .*a\.memcon/],
    [['show', 'd-1'], /no archive/],
    [['list', '--format', 'html'], /text, json/],
  ];
  test.each(rows)('%j', async (args, words) => {
    const { status, err } = await memcon(...args);
    expect(status).toBe(STATUS.misuse);
    expect(err).toMatch(words);
  });

  test('with an archive', async () => {
    await memcon('add', 'folder');
    for (const [args, words] of [
      [['show', 'd-ffff'], /no document "d-ffff"/],
      [['show', 'd-'], /Several documents begin/],
      [['list', '--order', 'size'], /talks, added, title/],
      [['list', '--from', 'soon'], /"soon" is no date/],
      [['list', '--dyad', 'JP'], /JP-RU/],
      [['list', '--limit', '0'], /1 to 500/],
      [['list', '--cursor', '!'], /Leave --cursor out/],
    ] as const) {
      const { status, err } = await memcon(...args);
      expect(err).toMatch(words);
      expect(status).toBe(STATUS.misuse);
    }
  });
});
