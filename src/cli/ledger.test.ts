/** The ledger and the treaty clock of the samples, through the program's own door. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { width } from '../publishing/columns.ts';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const samples = resolve(import.meta.dirname, '../../samples');
let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-ledger-'));
  mkdirSync(join(cwd, 'in'));
  for (const name of readdirSync(samples)) if (/-ru-|-kr-leaders/.test(name)) symlinkSync(join(samples, name), join(cwd, 'in', name));
  expect((await memcon('add', 'in')).status).toBe(STATUS.read);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function memcon(...args: string[]) {
  const io = makeIo({ cwd, env: { LANG: 'en_GB.UTF-8', MEMCON_WHO: 'tester', MEMCON_ARCHIVE: 'a.memcon' } });
  return { status: await main(args, io), out: io.out(), err: io.err() };
}
interface Item {
  id: string;
  kind: string;
  stage: string;
  state: string;
  visitor?: { name?: string };
  steps: { stage: string; day: string; reason: string; cited: { document: string; statement?: string; path: string; quote: string }[] }[];
  of: { document: string; commitment: string }[];
}
const items = async (...args: string[]) => JSON.parse((await memcon(...args, '--format', 'json')).out).items as Item[];
const maehara = (lines: readonly Item[]) => lines.find(({ visitor }) => visitor?.name === '前原');

test('the invitation and the intention of November 2010 become the visit of February 2011, evidence cited', async () => {
  const line = maehara(await items('ledger', 'RU-JP'));
  expect(line).toMatchObject({ stage: 'done', state: 'done' });
  expect(line?.steps.map(({ stage, day, reason }) => [stage, day, reason])).toEqual([
    ['invited', '2010-11-13', 'told'],
    ['intended', '2010-11-13', 'told'],
    ['done', '2011-02-11', 'visit-by-person'],
  ]);
  expect(line?.steps[2]?.cited[0]?.quote).toContain('ロシアを訪問中の前原外務大臣は、モスクワにおいて');
  expect(maehara(await items('ledger', 'JP-RU', '--as-of', '2011-01-20'))).toMatchObject({ stage: 'intended', state: 'open' });
});

test('a person overrules the machine, with a reason, and undoes it', async () => {
  const before = maehara(await items('ledger', 'JP-RU'));
  const [invitation, visit] = before?.of ?? [];
  expect(invitation && visit).toBeTruthy();
  const { out, err } = await memcon(
    'correct',
    visit?.document ?? '',
    visit?.commitment ?? '',
    '--stage',
    'accepted',
    '--why',
    'another visit was meant',
    '--format',
    'json',
  );
  expect(err).toBe('');
  const now = maehara(await items('ledger', 'JP-RU'));
  expect(now).toMatchObject({ stage: 'accepted', decided: { who: 'tester', why: 'another visit was meant' } });
  expect(now?.state).not.toBe('done');
  const [made] = (JSON.parse(out) as { items: { id: string }[] }).items;
  expect((await memcon('undo', made?.id ?? '', '--why', 'it was that one')).status).toBe(STATUS.read);
  expect(maehara(await items('ledger', 'JP-RU'))).toEqual(before);
});

test('the treaty from the agreement to negotiate to its entry into force, ninety days counted, under both names', async () => {
  const { out } = await memcon('clock', 'JP-RU', '--format', 'json');
  const clock = JSON.parse(out).items.find(({ name }: { name: string }) => name === '日露刑事共助条約');
  expect(clock.names.map(({ name }: { name: string }) => name)).toEqual(['日露刑事共助条約', '刑事共助条約']);
  expect(clock.steps.map(({ event, date, days }: { event: string; date: string; days?: number }) => [event, date, days])).toEqual([
    ['negotiation-agreed', '2005-11-21', undefined],
    ['signed', '2009-05-12', 1268],
    ['instruments-exchanged', '2010-11-13', 550],
    ['entered-into-force', '2011-02-11', 90],
  ]);
  expect(clock.contradictions).toEqual([]);
  expect(clock.missing).toEqual(['negotiated', 'approved', 'ratified']);
  const text = (await memcon('clock', 'JP-RU', '--as-of', '2011-01-20')).out;
  expect(text).toContain('90 days after “instruments exchanged”; ahead, in 22 days');
});

test('text by what needs doing, CSV, a calendar of what is ahead, a feed', async () => {
  const text = (await memcon('ledger', 'JP-RU', '--as-of', '2011-01-20')).out;
  expect(text).toMatch(/Past its date, no evidence yet \d+\n {2}“No evidence yet” is not “not done”/);
  expect(text).toContain('Dated, ahead 1');
  expect(text).toContain('Due: 11 Feb 2011 (22 ahead)');
  const csv = (await memcon('ledger', 'JP-RU', '--format', 'csv')).out.trimEnd().split('\r\n');
  expect(csv.length).toBe((await items('ledger', 'JP-RU')).length + 1);
  const ics = (await memcon('ledger', 'JP-RU', '--as-of', '2011-01-20', '--format', 'ics')).out;
  expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(ics).toContain('DTSTART;VALUE=DATE:20110211\r\nDTEND;VALUE=DATE:20110212');
  const feed = (await memcon('ledger', 'JP-RU', '--format', 'atom')).out;
  expect(feed.match(/<entry>/g)?.length).toBeGreaterThan(30);
});

test('nothing of the treaty clock is wider than the terminal', async () => {
  const { out } = await memcon('clock', 'JP-RU', '--as-of', '2011-03-01');
  for (const line of out.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
});

test('all relations, one line, and choices; what is no choice is refused with those there are', async () => {
  const all = await items('ledger');
  const relation = await items('ledger', 'JP-RU');
  expect(all.length).toBeGreaterThan(relation.length);
  expect(await items('ledger', 'JP-RU', '--line', maehara(relation)?.id ?? '')).toHaveLength(1);
  const visits = await items('ledger', 'JP-RU', '--kind', 'visit', '--state', 'done', '--by', 'jp');
  expect(new Set(visits.map(({ kind, state }) => `${kind} ${state}`))).toEqual(new Set(['visit done']));
  // Maehara's visit, the entry into force, and what Kan only thought about: he was invited for that year.
  const due = await items('ledger', 'JP-RU', '--due', '2011');
  expect(due.map(({ kind, state, visitor }) => [kind, state, visitor?.name ?? '']).sort()).toEqual([
    ['entry-into-force', 'done', ''],
    ['visit', 'deferred', '菅'],
    ['visit', 'done', '前原'],
  ]);
  for (const args of [
    ['--state', 'late'],
    ['--kind', 'gift'],
    ['--group', 'x'],
    ['--due', 'soon'],
    ['--as-of', 'today'],
    ['--format', 'pdf'],
  ]) {
    const { status, err } = await memcon('ledger', 'JP-RU', ...args);
    expect([args, status]).toEqual([args, STATUS.misuse]);
    expect(err).not.toBe('');
  }
  expect((await memcon('clock', 'Russia')).status).toBe(STATUS.misuse);
});
