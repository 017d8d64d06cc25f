/** When a kept page is given, made anew, or waited for: with a clock put in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Archive } from '../desk/held.ts';
import { keepPages } from './kept.ts';
import type { View } from './parts/view.ts';
import { testArchive } from './test-archive.ts';

vi.setConfig({ testTimeout: 120_000 });

const view = (path: string) => ({ voice: { code: 'ja' }, path, settings: {}, origin: 'http://x', today: '2031-01-01' }) as unknown as View;
const words = (page: { readonly words: Uint8Array } | undefined) => page && new TextDecoder().decode(page.words);

let stamp = 1;
let written = 0;
let clock = 0;
let made: string[];
let release: (() => void)[];
let slow: boolean;
let keep: ReturnType<typeof keepPages>;
const archive = {
  stamp: async () => String(stamp),
  get written() {
    return written;
  },
} as unknown as Archive;

/** Asks for a page whose words are the number of the making and the stamp at its beginning. */
const ask = async (path = '', took = 0) =>
  words(
    await keep(view(path), async () => {
      const mine = `${path}${made.length + 1} of ${stamp}`;
      made.push(mine);
      if (slow) await new Promise<void>((done) => release.push(done));
      clock += took;
      return mine;
    }),
  );
const settle = () => new Promise((done) => setTimeout(done, 0));

beforeEach(() => {
  [stamp, written, clock, made, release, slow] = [1, 0, 0, [], [], false];
  keep = keepPages(archive, () => clock);
});

describe('a kept page', () => {
  test('is made once as long as nothing changes, however long that is', async () => {
    expect(await ask()).toBe('1 of 1');
    clock += 10_000_000;
    expect(await ask()).toBe('1 of 1');
    expect(made).toHaveLength(1);
  });

  test('after a change by another program it is given for a while, and made anew once meanwhile', async () => {
    await ask();
    stamp = 2;
    clock = 400;
    expect(await ask()).toBe('1 of 1');
    expect(made).toHaveLength(1);
    clock = 600;
    slow = true;
    expect([await ask(), await ask(), await ask()]).toEqual(['1 of 1', '1 of 1', '1 of 1']);
    expect(made).toEqual(['1 of 1', '2 of 2']);
    release[0]?.();
    await settle();
    expect(await ask()).toBe('2 of 2');
  });

  test('one that is older is waited for, by all who ask, and made once', async () => {
    await ask();
    stamp = 2;
    clock = 2_000;
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['2 of 2', '2 of 2', '2 of 2']);
    expect(made).toHaveLength(2);
  });

  test('one that takes long to make is given longer and made less often, but not for ever', async () => {
    await ask('', 700);
    stamp = 2;
    clock = 2_700;
    expect(await ask()).toBe('1 of 1');
    expect(made).toHaveLength(1);
    clock = 2_900;
    expect(await ask()).toBe('1 of 1');
    await settle();
    expect(made).toHaveLength(2);
    await ask('long', 60_000);
    stamp = 3;
    clock += 1;
    expect(await ask('long')).toBe('long4 of 3');
  });

  test('what this program wrote is on the page that is asked for next, also where a making began before', async () => {
    await ask();
    [stamp, written] = [2, 2];
    expect(await ask()).toBe('2 of 2');
    stamp = 3;
    clock = 600;
    slow = true;
    expect(await ask()).toBe('2 of 2');
    [stamp, written] = [4, 4];
    const next = ask();
    await settle();
    for (const done of release) done();
    expect(await next).toBe('4 of 4');
    expect(await ask()).toBe('4 of 4');
  });

  test('a making that fails is told to whoever waits for it, and is tried again', async () => {
    const fails = () => Promise.reject(new Error('no'));
    await expect(keep(view(''), fails)).rejects.toThrow('no');
    expect(await ask()).toBe('1 of 1');
    stamp = 2;
    clock = 600;
    expect(words(await keep(view(''), fails))).toBe('1 of 1');
    clock = 2_000;
    await expect(keep(view(''), fails)).rejects.toThrow('no');
  });

  test('a page that is none is not kept, and pages of other readers are others', async () => {
    expect(await keep(view('a'), async () => undefined)).toBeUndefined();
    expect(await ask('a')).toBe('a1 of 1');
    expect(await ask('b')).toBe('b2 of 1');
    const other = { ...view('a'), settings: { theme: 'dark' } } as unknown as View;
    expect(words(await keep(other, async () => 'dark'))).toBe('dark');
    expect(await ask('a')).toBe('a1 of 1');
  });

  test('the pages used longest ago go first', async () => {
    await ask('first');
    for (let i = 0; i < 98; i++) await ask(`p${i} `);
    await ask('first');
    await ask('more');
    await ask('still more');
    const before = made.length;
    await ask('first');
    expect(made).toHaveLength(before);
    await ask('p0 ');
    expect(made).toHaveLength(before + 1);
  });
});

describe('in the application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memcon-kept-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const readout = (day: number) =>
    `日英外相会談(概要)\n\n令和13年4月${day}日\n\n 4月${day}日、甲野外務大臣は、スミス英国外務大臣と会談した。\n\n1 二国間関係\n\n 両外相は、次官級協議を続けていくことで一致した。\n`;

  test('what is added here is on the front page at once; what another program adds is there after a while; unchanged pages need not be sent again', async () => {
    let now = 0;
    const here = await testArchive({ place: join(folder, 'a.memcon'), now: () => now });
    const there = await testArchive({ place: join(folder, 'a.memcon') });
    const front = async () => (await (await here.ask('/ja/')).text()).match(/readouts\/d-[0-9a-f]{16}/g)?.length ?? 0;
    expect(await front()).toBe(0);
    await here.send('/ja/add', { words: readout(9), published: '' });
    const one = await front();
    expect(one).toBeGreaterThan(0);
    await there.send('/ja/add', { words: readout(12), published: '' });
    expect(await front()).toBe(one);
    now += 2_000;
    expect(await front()).toBeGreaterThan(one);

    const first = await here.ask('/ja/relations/GB-JP');
    const etag = first.headers.get('etag') as string;
    expect(first.status).toBe(200);
    const again = await here.ask('/ja/relations/GB-JP', { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    await here.send('/ja/add', { words: readout(19), published: '' });
    expect((await here.ask('/ja/relations/GB-JP', { headers: { 'if-none-match': etag } })).status).toBe(200);
    await here.archive.close();
    await there.archive.close();
  });
});
