/** What leaves of wording, positions and comparisons: tables whose lines are those of the page, feeds that a parser takes. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../archive.ts';
import { compareTold, findToldTwice, type ToldTwice } from '../comparing/accounts.ts';
import { compareSeats, openSeat } from '../comparing/compare.ts';
import { accountsCsv, accountsFeed, meetingsCsv } from '../comparing/comparison-formats.ts';
import { addDocuments } from '../incoming/add.ts';
import { loadLanguages, loadVoice } from '../languages.ts';
import { positionsOf } from './positions.ts';
import { formulasOf } from './wording.ts';
import { positionsCsv, wordingCsv, wordingFeed } from './wording-formats.ts';

const samples = resolve(import.meta.dirname, '../../../samples');
const NAMES = [
  '2008-04-26-ru-leaders.txt',
  '2009-05-12-ru-leaders.html',
  '2010-11-13-ru-foreign-ministers.txt',
  '2010-11-13-ru-leaders.txt',
  '2010-11-13-ru-leaders-by-ru.txt',
  '2011-02-11-ru-foreign-ministers.txt',
];
const voice = await loadVoice('en');
const when = '2026-01-02T03:04:05Z';
let archive: Awaited<ReturnType<typeof openArchive>>;
let told: ToldTwice;

beforeAll(async () => {
  archive = await openArchive(':memory:', voice, { create: true });
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  async function* documents() {
    for (const name of NAMES) yield { name, bytes: readFileSync(`${samples}/${name}`), from: name };
  }
  for await (const one of addDocuments(archive, documents(), { languages, sign: () => ({ who: 'test', when }) })) expect(one.how).not.toBe('failed');
  [told] = (await findToldTwice(archive, 'JP-RU')) as [ToldTwice];
});

const lines = (csv: string) => csv.trimEnd().split('\r\n');
const seat = ({ document, id }: { document: string; id: string }) => openSeat(archive, `${document}:${id}`, voice);

describe('tables', () => {
  test('wording: a line for each telling, one for each gap, none where the topic was not raised', async () => {
    const wording = await formulasOf(archive, { dyad: 'JP-RU' }, voice);
    expect(wording.items.length).toBeGreaterThan(0);
    const [head, ...rows] = lines(wordingCsv(wording));
    expect(head).toBe('formula,language,topics,date,document,state,variant,by,act,statement,place,words');
    const tellings = wording.items.reduce((sum, { tellings }) => sum + tellings.length, 0);
    const gaps = wording.items.reduce((sum, { cells }) => sum + cells.filter(({ state }) => state === 'missing').length, 0);
    expect(rows).toHaveLength(tellings + gaps);
    expect(rows.filter((row) => row.includes(',missing,'))).toHaveLength(gaps);
  });

  test('positions: a line for each statement', async () => {
    const positions = await positionsOf(archive, { dyad: 'JP-RU', topic: 'territory' }, voice);
    const n = positions.talks.reduce((sum, { by }) => sum + Object.values(by).flat().length, 0);
    expect(n).toBeGreaterThan(5);
    expect(lines(positionsCsv(positions))).toHaveLength(n + 1);
  });

  test('two accounts: a line for each pair or single claim, with what differs', async () => {
    const compared = await compareTold(await seat(told.first), await seat(told.other), archive);
    const [, ...rows] = lines(accountsCsv(compared));
    expect(rows).toHaveLength(compared.found.rows.length);
    expect(rows.find((row) => row.includes('accepted'))).toMatch(/^differently,.*stage: deferred \/ accepted/);
  });

  test('two meetings: every unit of both is in one line', async () => {
    const compared = await compareSeats(await seat(told.first), await seat(told.other), archive);
    const rows = [...compared.found.topics.flatMap(({ rows }) => rows), ...compared.found.rest];
    expect(lines(meetingsCsv(compared)).length).toBeGreaterThanOrEqual(rows.length + 1);
    expect(meetingsCsv(compared)).toContain('検討したい旨述べた');
  });
});

describe('feeds', () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' });
  const addresses = { self: 'http://host/en/x.atom', page: 'http://host/en/x', when };

  test('wording: what each formula did in the last talks, each with its own id', async () => {
    const wording = await formulasOf(archive, { dyad: 'JP-RU' }, voice);
    const readout = (document: string) => `http://host/en/readouts/${document}`;
    const { feed } = parser.parse(await wordingFeed(archive, wording, { about: 'JP-RU', title: 'T', readout, ...addresses }, voice));
    const cells = wording.items.flatMap((item) => item.cells.slice(-12)).filter(({ state }) => state !== 'none');
    expect(feed.entry).toHaveLength(Math.min(60, cells.length));
    expect(new Set(feed.entry.map(({ id }: { id: string }) => id)).size).toBe(feed.entry.length);
    expect(feed.entry[0].updated).toBe(when);
  });

  test('accounts: a meeting that both sides tell is an entry', async () => {
    const pair = ({ first, other }: ToldTwice) => `http://host/en/accounts?first=${first.document}&other=${other.document}`;
    const { feed } = parser.parse(await accountsFeed(archive, [told], { dyad: 'JP-RU', title: 'T', pair, ...addresses }, voice));
    expect(feed.entry).toHaveLength(1);
    expect(feed.entry[0].title).toBe('13 Nov 2010 · Japan–Russia · leaders');
    expect(feed.entry[0].link['@_href']).toContain('&other=');
  });
});
