/** One treaty under its names, in readouts of two languages: what joins, what is proposed, what stays apart. */
import { expect, test, vi } from 'vitest';
import { openArchive } from '../archive.ts';
import { findCandidates } from '../comparing/contradictions.ts';
import { addDocuments } from '../incoming/add.ts';
import { loadLanguages, loadVoice } from '../languages.ts';
import { makeClocks } from './ledger.ts';

vi.setConfig({ testTimeout: 60_000 });

const voice = await loadVoice('en');
const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);

const ja = (day: string, line: string, other = 'オルロフ・ロシア') => {
  const [year, month, date] = day.split('-').map(Number);
  return `外相会談(概要)\n\n${year}年${month}月${date}日\n\n ${month}月${date}日、東山外務大臣は、訪日中の${other}外務大臣と東京で会談した。概要以下のとおり。\n\n1 ${line}\n`;
};
const en = (day: string, lines: string) =>
  `Japan-Russia Foreign Ministers' Meeting\n\nMinistry of Foreign Affairs of Japan\n\n${day}\n\nForeign Minister Taro Higashiyama of Japan met with Foreign Minister Ivan Orlov of Russia in Tokyo on ${day.split(',')[0]}.\n\n${lines}\n`;

async function archiveOf(...pages: readonly string[]) {
  const archive = await openArchive(':memory:', voice, { create: true });
  async function* documents() {
    for (const [i, text] of pages.entries()) yield { name: `${i}.txt`, bytes: new TextEncoder().encode(text), mediaType: 'text/plain' };
  }
  for await (const _ of addDocuments(archive, documents(), { languages, sign: () => ({ who: 'test', when: '2031-01-01T00:00:00Z' }) }));
  return archive;
}

test('short names, the official title and an English name are one treaty, in any order', async () => {
  const pages = [
    ja('2009-05-12', '両外相は、日露刑事共助条約に署名した。'),
    ja(
      '2010-11-13',
      '両外相は、刑事に関する共助に関する日本国とロシア連邦との間の条約の批准書を交換した。同条約は、批准書の交換の日の後90日目の日に効力を生ずる。',
    ),
    en(
      'April 11, 2011',
      'The ministers welcomed the entry into force of the Treaty between Japan and the Russian Federation on Mutual Legal Assistance in Criminal Matters on February 11, 2011.',
    ),
  ];
  for (const order of [pages, [...pages].reverse()]) {
    const archive = await archiveOf(...order);
    const { clocks } = await makeClocks(archive, { dyad: 'JP-RU', asOf: '2012-01-01' }, voice);
    expect(clocks.map(({ treaty, names, steps }) => [treaty, names.length, steps.map(({ event, date }) => `${event} ${date}`)])).toEqual([
      ['mutual-legal-assistance', 3, ['signed 2009-05-12', 'instruments-exchanged 2010-11-13', 'entered-into-force 2011-02-11']],
    ]);
    expect(clocks[0]?.clauses.map(({ verdict, counted }) => [verdict, counted])).toEqual([['agrees', ['2011-02-11']]]);
    const found = await archive.entities({ kind: 'instrument', words: 'Mutual' });
    expect(found.items.map(({ id, documents }) => [id, documents])).toEqual([[clocks[0]?.id, 3]]);
    await archive.close();
  }
});

test('an amending protocol is another instrument, proposed and not joined; another relation has its own treaty', async () => {
  const archive = await archiveOf(
    ja('2009-05-12', '両外相は、日露租税条約に署名した。'),
    ja('2017-09-07', '両外相は、日露租税条約改正議定書に署名した。'),
    ja('2018-05-12', '両外相は、日仏租税条約に署名した。', 'デュボワ・フランス'),
  );
  const { clocks } = await makeClocks(archive, { dyad: 'JP-RU', asOf: '2020-01-01' }, voice);
  expect(clocks.map(({ steps }) => steps.map(({ event, date }) => `${event} ${date}`))).toEqual([['signed 2017-09-07'], ['signed 2009-05-12']]);
  const proposals = await archive.proposals({ kind: 'instrument' });
  expect(proposals.map(({ reasons }) => reasons.includes('one-kind-of-treaty'))).toEqual([true]);
  await archive.close();
});

/** What the clocks of a relation tell: of each treaty why it began, and its steps. */
const lives = async (archive: Awaited<ReturnType<typeof archiveOf>>) =>
  (await makeClocks(archive, { dyad: 'JP-RU', asOf: '2020-01-01' }, voice)).clocks.map(({ life, steps, contradictions }) => [
    life?.began?.why,
    steps.map(({ event, date }) => `${event} ${date}`),
    contradictions.length,
  ]);
const REPLACED = [
  ja('2009-05-12', '両外相は、日露投資協定に署名した。'),
  ja('2010-11-13', '両外相は、昨年5月に署名した日露投資協定が2010年11月13日に発効したことを歓迎した。'),
  ja('2017-09-07', '両外相は、日露投資協定に署名した。'),
  ja('2018-05-12', '両外相は、昨年9月に署名された日露投資協定が2018年5月12日に発効したことを歓迎した。'),
];

test('a treaty that replaces one of its name is parted where it is signed again, and nothing contradicts', async () => {
  for (const pages of [REPLACED, [...REPLACED].reverse()]) {
    const archive = await archiveOf(...pages);
    expect(await lives(archive)).toEqual([
      ['signed-again', ['signed 2017-09-07', 'entered-into-force 2018-05-12'], 0],
      [undefined, ['signed 2009-05-12', 'entered-into-force 2010-11-13'], 0],
    ]);
    expect(await findCandidates(archive, 'JP-RU')).toEqual([]);
    await archive.close();
  }
});

test('a person joins what was parted and parts what was joined; undoing is exact', async () => {
  const archive = await archiveOf(...REPLACED.slice(0, 1), ...REPLACED.slice(2));
  const together = [[undefined, ['signed 2009-05-12', 'entered-into-force 2018-05-12'], 2]];
  expect(await lives(archive)).toEqual(together);
  expect((await findCandidates(archive, 'JP-RU')).length).toBeGreaterThan(0);
  const [clock] = (await makeClocks(archive, { dyad: 'JP-RU', asOf: '2020-01-01' }, voice)).clocks;
  const draft = { on: { of: 'archive' as const }, who: 'test', when: '2031-01-01T00:00:00Z', why: 'there are two' };
  const name = clock?.id ?? '';
  const { id } = await archive.correct({ ...draft, change: { set: 'parted', name, day: '2017-01-01' } });
  expect(await lives(archive)).toEqual([
    ['decided', ['signed 2017-09-07', 'entered-into-force 2018-05-12'], 0],
    [undefined, ['signed 2009-05-12'], 0],
  ]);
  expect(await findCandidates(archive, 'JP-RU')).toEqual([]);
  await archive.correct({ ...draft, change: { set: 'undone', correction: id } });
  expect(await lives(archive)).toEqual(together);
  await expect(archive.correct({ ...draft, change: { set: 'parted', name: 'n-none', day: '2017-01-01' } })).rejects.toThrow(/n-none/);
  await expect(archive.correct({ ...draft, change: { set: 'parted', name, day: '2017' } })).rejects.toThrow(/day/);
  await archive.close();

  const parted = await archiveOf(...REPLACED);
  await parted.correct({ ...draft, change: { set: 'rejoined', name, day: '2017-09-07' } });
  expect((await lives(parted)).map(([began]) => began)).toEqual([undefined]);
  await parted.close();
});

test('a protocol that amends a treaty in force is no second life of it', async () => {
  const archive = await archiveOf(...REPLACED.slice(0, 2), ja('2017-09-07', '両外相は、日露投資協定改正議定書に署名した。'));
  expect((await lives(archive)).map(([began]) => began)).toEqual([undefined, undefined]);
  await archive.close();
});
