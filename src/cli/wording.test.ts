/** Wording and positions through the program's own door, over the samples. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { width } from '../publishing/columns.ts';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let cwd = '';
async function memcon(...args: string[]) {
  const io = makeIo({ cwd, env: { LANG: 'en_GB.UTF-8', MEMCON_ARCHIVE: join(cwd, 'a.memcon') } });
  return { status: await main(args, io), out: io.out(), err: io.err() };
}
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-wording-'));
  expect((await memcon('add', resolve(import.meta.dirname, '../../samples'))).status).toBe(STATUS.read);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const SOLUTION = '双方にとって受入れ可能な解決策';

describe('formulas', () => {
  test('the samples show the formula on an acceptable solution, with its gaps, first', async () => {
    const { out } = await memcon('formulas', 'RU-JP', '--format', 'json');
    const { talks, items } = JSON.parse(out);
    const [first] = items;
    expect(first).toMatchObject({ words: SOLUTION, first: '2005-11-21', last: '2013-02-21', topics: ['territory'] });
    const dates = (state: string) =>
      talks.filter((_: unknown, i: number) => first.cells[i].state === state).map(({ date }: { date: string }) => date);
    expect(dates('full')).toEqual(
      [
        '2005-11-21',
        '2006-11-18',
        '2007-02-28',
        '2008-04-26',
        '2008-11-05',
        '2009-05-12',
        '2010-11-13',
        '2011-02-11',
        '2012-09-08',
        '2012-09-25',
        '2012-12-28',
      ].sort(),
    );
    expect(dates('missing')).toContain('2009-02-18');
    for (const { quote, span, variant } of first.tellings) if (variant === undefined) expect(quote.slice(...span)).toBe(SOLUTION);
  });

  test('as squares for a terminal', async () => {
    const { out } = await memcon('formulas', 'JP-RU', '--limit', '1');
    expect(out).toContain('■ letter for letter');
    expect(out).toMatch(
      /^[■◪□·]{42} +11 +双方にとって受入れ可能な解決策\n +Territorial issue; 21 Nov 2005 – 21 Feb 2013; missing in the last 4 talks/m,
    );
    for (const line of out.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
  });

  test('a relation without talks has none', async () =>
    expect((await memcon('formulas', 'JP-ZZ')).out).toBe('No phrase repeats in these talks (0)\n'));

  test('a dyad that is none is misuse', async () => expect((await memcon('formulas', 'Japan')).status).toBe(STATUS.misuse));
});

describe('formula', () => {
  test('a typed phrase has its history: aligned, with variants and the talks where it is missing', async () => {
    const { out } = await memcon('formula', '受入れ可能な解決策');
    expect(out).toMatch(/28 Feb 2007 +…基づき、双方にとって \[受入れ可能な解決策\] .+\n +2\(2\) jointly/);
    expect(out).toMatch(/18 Feb 2009 +□ missing, though its topic was raised/);
    expect(out).toMatch(/\(a\) 受入れ可能な解決 +talks: 1/);
  });

  test('what nobody said', async () => expect((await memcon('formula', '火星の漁業')).out).toBe('Nobody said “火星の漁業” in the talks on record\n'));
  test('no words are misuse', async () => expect((await memcon('formula', '""')).status).toBe(STATUS.misuse));
});

describe('positions', () => {
  test('first and last time of each side, what it said again, and every statement with its place', async () => {
    const { out } = await memcon('positions', 'JP-RU', '--topic', 'northern-territories');
    expect(out).toMatch(/Russia: talks: 4, 9 Jul 2009 – 11 Feb 2011; content withheld: 2/);
    expect(out).toMatch(/2× +11 Feb 2011 – 27 May 2011 +Japan\n +四島は日本固有の領土/);
    expect(out).toMatch(/2\(1\) +Japan +protested strong\n +前原大臣から、メドヴェージェフ大統領の国後島訪問は極めて遺憾/);
  });

  test('an unknown topic is misuse, with those there are', async () => {
    const { status, err } = await memcon('positions', 'JP-RU', '--topic', 'mars');
    expect(status).toBe(STATUS.misuse);
    expect(err).toContain('northern-territories');
  });

  test('a topic that was not raised', async () =>
    expect((await memcon('positions', 'JP-RU', '--topic', 'taiwan')).out).toBe('Taiwan was not raised in the talks on record\n'));
});
