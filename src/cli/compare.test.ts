import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

vi.setConfig({ testTimeout: 60_000 });

const page = (year: number, lines: string) =>
  `日仏外相会談(概要)\n\n平成${year}年5月9日\n\n 5月9日、甲野外務大臣は、デュボワ仏外務大臣と会談した。\n\n1 漁業\n\n${lines}\n`;
let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-compare-'));
  writeFileSync(join(cwd, 'then.txt'), page(28, '(1)両外相は、漁業協力を進めることで合意した。'));
  writeFileSync(join(cwd, 'now.txt'), page(30, '(1)両外相は、漁業協力を進めることで一致した。\n\n(2)甲野大臣から、漁船の釈放を求めた。'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function memcon(...args: string[]) {
  const io = makeIo({ cwd, env: { LANG: 'en_GB.UTF-8', MEMCON_WHO: 'tester', MEMCON_ARCHIVE: 'a.memcon' } });
  return { status: await main(args, io), out: io.out(), err: io.err() };
}

test('two files: the earlier first, whatever the order of the names', async () => {
  const { status, out } = await memcon('compare', 'now.txt', 'then.txt');
  expect(status).toBe(STATUS.read);
  expect(out).toContain('↓ softened 1   + new 1');
  expect(out).toContain('[-合意-]{+一致+}した。');
  expect(out).toContain('verb: 合意した → 一致した');
});

test('two documents of the archive, as JSON; an id may be its beginning', async () => {
  await memcon('add', 'then.txt', 'now.txt');
  const { items } = JSON.parse((await memcon('list', '--format', 'json')).out) as { items: { id: string }[] };
  const { out, err } = await memcon('compare', items[1]?.id.slice(0, 9) ?? '', items[0]?.id ?? '', '--format', 'json');
  expect(err).toBe('');
  const found = JSON.parse(out);
  expect(found.counts).toMatchObject({ softened: 1, new: 1, dropped: 0 });
  expect(found.before.talks).toMatchObject({ date: '2016-05-09', parties: ['JP', 'FR'] });
  const [row] = found.topics[0].rows;
  expect(row.before.statements[0].act).toBe('agree');
});

test('what is not there is told', async () => {
  expect((await memcon('compare', 'then.txt', 'absent.txt')).err).toContain('There is no file or folder "absent.txt"');
  expect((await memcon('compare', 'then.txt', 'd-0000')).err).toContain('d-0000');
  expect((await memcon('compare', 'then.txt')).status).toBe(STATUS.misuse);
});
