import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { toFeed } from './atom.ts';

const options = {
  id: 'JP-RU',
  title: '約束: 日本・ロシア',
  language: 'ja',
  self: 'http://127.0.0.1/ja/ledger.atom?a=1&b=2',
  page: 'http://127.0.0.1/ja/ledger',
  when: '2011-01-20T00:00:00Z',
};
const entry = {
  id: 'e1',
  title: 'JP → RU: <訪問> & "招待"',
  updated: '2011-01-19T12:30:00.500Z',
  summary: '文言による',
  quote: { words: '来年の適当な時期にロシアを訪問したい\u0000\ud800', language: 'ja' },
  url: 'http://127.0.0.1/ja/ledger?dyad=JP-RU#l-1',
  category: 'visit',
};
const parsed = (text: string) =>
  new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' || name === 'link' }).parse(text) as {
    feed: { id: string; title: string; updated: string; link: Record<string, string>[]; author: { name: string }; entry?: Record<string, unknown>[] };
  };

test('a feed as RFC 4287 asks for: id, title, updated and author; entries with id, title, updated and link', () => {
  const text = toFeed([entry], options);
  expect(XMLValidator.validate(text)).toBe(true);
  const { feed } = parsed(text);
  expect(feed.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(feed.updated).toBe('2011-01-19T12:30:00Z');
  expect(feed.author.name).toBe('Memcon');
  expect(feed.link.map((link) => [link['@_rel'], link['@_href']])).toEqual([
    ['self', options.self],
    ['alternate', options.page],
  ]);
  expect(feed.entry).toHaveLength(1);
  expect(feed.entry?.[0]).toMatchObject({ title: entry.title, updated: '2011-01-19T12:30:00Z', summary: entry.summary });
  expect(feed.entry?.[0]?.content).toMatchObject({ '#text': '来年の適当な時期にロシアを訪問したい', '@_xml:lang': 'ja' });
});

test('ids stay, and differ between entries and feeds', () => {
  const ids = (text: string) => [...text.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
  const one = ids(toFeed([entry, { ...entry, id: 'e2' }], options));
  expect(
    ids(
      toFeed(
        [
          { ...entry, title: 'another' },
          { ...entry, id: 'e2' },
        ],
        { ...options, title: 'x' },
      ),
    ),
  ).toEqual(one);
  expect(new Set([...one, ...ids(toFeed([], { ...options, id: 'JP-US' }))]).size).toBe(4);
});

test('an empty feed has a day of its own', () => {
  const { feed } = parsed(toFeed([], options));
  expect(feed.updated).toBe('2011-01-20T00:00:00Z');
  expect(feed.entry).toBeUndefined();
});
