import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type OpenArchive, openArchive } from '../archive.ts';
import { addDocuments } from '../incoming/add.ts';
import { loadLanguages, loadVoice } from '../languages.ts';
import { compareTold, decidePair, findToldTwice } from './accounts.ts';
import { openSeat } from './compare.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const corpus = resolve(import.meta.dirname, '../../../corpus');
const voice = await loadVoice('en');
let archive: OpenArchive;
beforeAll(async () => {
  archive = await openArchive(':memory:', voice, { create: true });
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  async function* documents() {
    for (const name of [
      '2031-04-kr-foreign-ministers/ja-jp/source.html',
      '2031-04-kr-foreign-ministers/ja-kr/source.txt',
      '2018-06-gb-call/ja-jp/source.txt',
    ])
      yield { name, bytes: readFileSync(`${corpus}/${name}`), mediaType: name.endsWith('.html') ? 'text/html' : 'text/plain' };
  }
  for await (const one of addDocuments(archive, documents(), { languages, sign: () => ({ who: 'test', when: '2026-01-02T03:04:05Z' }) })) void one;
});
afterAll(() => archive.close());

test('a meeting told twice is found by its relation and day, give or take one; a meeting told once is not', async () => {
  const found = await findToldTwice(archive, 'KR-JP', '2031-04-10');
  expect(found).toMatchObject([{ apart: 0, first: { publisher: 'JP', date: '2031-04-09' } }]);
  expect(await findToldTwice(archive, 'JP-KR')).toEqual(found);
  expect(await findToldTwice(archive, 'JP-KR', '2031-04-12')).toEqual([]);
  expect(await findToldTwice(archive, 'JP-GB')).toEqual([]);
});

test('what a person put apart stays apart, and its undoing brings it back', async () => {
  const [told] = await findToldTwice(archive, 'JP-KR');
  if (!told) throw new Error('nothing is told twice');
  const seats = await Promise.all([told.first, told.other].map(({ document, id }) => openSeat(archive, `${document}/${id}`, voice)));
  const [first, other] = [seats[0], seats[1]] as [NonNullable<(typeof seats)[0]>, NonNullable<(typeof seats)[0]>];
  const pairs = async () => (await compareTold(first, other, archive)).found.rows.filter((row) => row.first && row.other);
  const before = await pairs();
  const [one, two] = [before[0]?.first?.lead.id ?? '', before[0]?.other?.lead.id ?? ''];
  const why = { signed: { who: 'test', when: '2026-01-02T03:04:06Z' }, why: 'another matter' };
  const { id } = await decidePair(archive, { first, other }, [one, two], 'unpaired', why, voice);
  expect((await pairs()).some((row) => row.first?.lead.id === one && row.other?.lead.id === two)).toBe(false);
  await archive.correct({
    on: { of: 'archive' },
    change: { set: 'undone', correction: id },
    who: 'test',
    when: '2026-01-02T03:04:07Z',
    why: 'it was right',
  });
  expect((await pairs()).map((row) => row.first?.lead.id)).toEqual(before.map((row) => row.first?.lead.id));
  await expect(decidePair(archive, { first, other }, [one, 's-0'], 'paired', why, voice)).rejects.toThrow(/statement of each/);
});
