/** Candidates for contradiction are kept: what did not change is not read again. */
import { resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, test, vi } from 'vitest';
import type { Archive } from '../../archive/archive.ts';
import { loadPack } from '../../language/load.ts';
import { type OpenArchive, openArchive } from '../archive.ts';
import { addDocuments } from '../incoming/add.ts';
import { loadVoice } from '../languages.ts';
import { contradictionsFeed } from './comparison-formats.ts';
import { findCandidates, judgeCandidate } from './contradictions.ts';

vi.setConfig({ testTimeout: 60_000 });

const languages = [loadPack(resolve(import.meta.dirname, '../../../languages/ja'))];
const voice = await loadVoice('en');
const signed = { who: 'test', when: '2031-01-01T00:00:00Z' };

async function add(archive: OpenArchive, ...pages: readonly string[]): Promise<void> {
  async function* documents() {
    for (const [i, text] of pages.entries())
      yield { name: `${text.length}-${i}-${text.slice(0, 30)}.txt`, bytes: new TextEncoder().encode(text), mediaType: 'text/plain' };
  }
  for await (const _ of addDocuments(archive, documents(), { languages, sign: () => signed }));
}

const page = (country: string, year: number, line: string) =>
  `日${country}外相会談(概要)\n\n${year}年6月9日\n\n 6月9日、甲野外務大臣は、デュボワ${country}外務大臣と会談した。概要以下のとおり。\n\n1 ${line}\n`;
const signedOn = (day: number) => `両外相は、2012年4月${day}日に署名した日仏漁業協定の重要性を確認した。`;

/** The archive, and how many readings were taken out of it. */
function counted(archive: OpenArchive): { archive: OpenArchive; taken: () => number } {
  let taken = 0;
  const spy = new Proxy(archive, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name === 'standing') taken++;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    archive: spy,
    taken: () => {
      const n = taken;
      taken = 0;
      return n;
    },
  };
}

test('readings are taken out only of the documents that contradict, and only when something of the relation changed', async () => {
  const { archive, taken } = counted(await openArchive(':memory:', voice, { create: true }));
  await add(archive, page('仏', 2016, signedOn(3)), page('仏', 2017, signedOn(13)), page('仏', 2018, '両外相は、意見交換を行った。'));
  taken();
  const found = await findCandidates(archive, 'FR-JP');
  expect(found.map(({ kind, first, other }) => [kind, first.says, other.says])).toEqual([['event-date', '2012-04-03', '2012-04-13']]);
  expect(found[0]?.quotes.map(({ words, date }) => [words, date])).toEqual([
    ['2012年4月3日', '2016-06-09'],
    ['2012年4月13日', '2017-06-09'],
  ]);
  expect(taken()).toBe(2);
  expect(await findCandidates(archive, 'FR-JP')).toEqual(found);
  expect(taken()).toBe(0);

  await add(archive, page('米', 2016, '両外相は、意見交換を行った。'));
  taken();
  expect(await findCandidates(archive, 'FR-JP')).toEqual(found);
  expect(taken()).toBe(0);

  await judgeCandidate(archive, 'FR-JP', found[0]?.id ?? '', 'none', { signed, why: 'a slip' }, voice);
  taken();
  expect((await findCandidates(archive, 'FR-JP'))[0]?.judged?.verdict).toBe('none');
  expect(taken()).toBe(0);

  await add(archive, page('仏', 2019, signedOn(23)));
  taken();
  expect((await findCandidates(archive, 'FR-JP')).map(({ other }) => other.says)).toEqual(['2012-04-13', '2012-04-23']);
  await archive.close();
});

test('readouts that were kept before there was something to look in are looked at themselves', async () => {
  const archive = await openArchive(':memory:', voice, { create: true });
  await add(archive, page('仏', 2016, signedOn(3)), page('仏', 2017, signedOn(13)));
  const older = new Proxy(archive, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name === 'extracts')
        return async (query: Parameters<Archive['extracts']>[0]) =>
          (await target.extracts(query)).map(({ dated: _, ...extract }) => ({ ...extract, instruments: [] }));
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  expect(await findCandidates(older, 'FR-JP')).toHaveLength(1);
  await archive.close();
});

test('the feed tells a candidate on the day its second document came, and its verdict as news of the same entry', async () => {
  const archive = await openArchive(':memory:', voice, { create: true });
  await add(archive, page('仏', 2016, signedOn(3)), page('仏', 2017, signedOn(13)));
  const feed = {
    dyad: 'FR-JP',
    title: 'T',
    self: 'http://x/feed',
    page: 'http://x/page',
    when: '2031-02-01T00:00:00Z',
    candidate: (id: string) => `http://x/page#${id}`,
  };
  const entryOf = async () =>
    new XMLParser({ ignoreAttributes: false }).parse(await contradictionsFeed(archive, await findCandidates(archive, 'FR-JP'), feed, voice)).feed
      .entry;
  const before = await entryOf();
  expect(before).toMatchObject({
    updated: signed.when,
    summary: expect.stringMatching(/3 Apr 2012.*⇄.*13 Apr 2012/),
    category: { '@_term': 'candidate' },
  });
  const [found] = await findCandidates(archive, 'FR-JP');
  await judgeCandidate(archive, 'FR-JP', found?.id ?? '', 'none', { signed: { who: 'test', when: '2031-01-05T00:00:00Z' }, why: 'a slip' }, voice);
  const after = await entryOf();
  expect(after).toMatchObject({ id: before.id, updated: '2031-01-05T00:00:00Z', category: { '@_term': 'dismissed' } });
  expect(await contradictionsFeed(archive, [], feed, voice)).toMatch('<updated>2031-02-01T00:00:00Z</updated>');
  await archive.close();
});
