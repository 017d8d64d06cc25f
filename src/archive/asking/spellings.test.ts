/** One name in several scripts: searched along by tables and by sound, proposed as one, never made one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addDocuments } from '../../desk/incoming/add.ts';
import { loadLanguages } from '../../desk/languages.ts';
import { openSqlite, type SqliteArchive } from '../sqlite.ts';

vi.setConfig({ testTimeout: 60_000 });

const JAPANESE = `日露外相会談(概要)

平成30年5月9日

 5月9日、甲野外務大臣は、モスクワにおいてゴルスコフ・ロシア外務大臣と会談した。

1 両外相は、国連における協力を続けていくことで一致した。
2 ゴルスコフ大臣から、外務大臣の訪問を歓迎する旨述べた。
`;
const ENGLISH = `Secretary Miller's Meeting with Russian Foreign Minister Gorskov

Office of the Spokesperson

May 9, 2018

The following is attributable to Spokesperson Ann Doe:

Secretary of State John Miller met today in Moscow with Russian Foreign Minister Gorskov. Secretary Miller stressed the role of the United Nations. Foreign Minister Gorskov welcomed the visit of the Secretary to Moscow.
`;
let archive: SqliteArchive;
beforeEach(async () => {
  archive = openSqlite(':memory:', { create: true });
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  const documents = [JAPANESE, ENGLISH].map((text, i) => ({ name: `${i}.txt`, bytes: new TextEncoder().encode(text), mediaType: 'text/plain' }));
  for await (const _ of addDocuments(archive, documents, { languages, sign: () => ({ who: 't', when: '2020-01-01T00:00:00Z' }) })) void _;
});
afterEach(() => archive.close());

async function found(words: string, without: readonly string[] = []) {
  const { items, along } = await archive.search({ words, without });
  return { quotes: items.map(({ quote }) => (/[a-z]/.test(quote) ? 'en' : 'ja')).sort(), along };
}

test('a place or an organisation is found by what it is called in another language', async () => {
  expect((await found('国連')).quotes).toEqual(['en', 'ja']);
  expect((await found('"United Nations"')).quotes).toEqual(['en', 'ja']);
  expect((await found('ООН')).quotes).toEqual(['en', 'ja']);
  expect((await found('モスクワ')).quotes).toEqual(['en']);
  expect((await found('外務大臣')).along[0]?.also).toContain('Foreign Minister');
  expect((await found('Москва')).along[0]).toEqual({ word: 'Москва', also: ['モスクワ', 'Moscow'] });
});

test('a word that is no name is searched alone', async () => {
  expect((await found('協力')).along).toEqual([]);
  expect((await found('welcomed')).along).toEqual([]);
});

test('a name is found by how it sounds, which is told, and can be left out', async () => {
  expect(await found('Gorskov')).toMatchObject({ along: [{ also: ['ゴルスコフ'], bySound: ['ゴルスコフ'] }] });
  const { quotes, along } = await found('Горсков');
  expect(quotes).toEqual(['en', 'ja']);
  expect(along).toEqual([{ word: 'Горсков', also: ['Gorskov', 'ゴルスコフ'], bySound: ['Gorskov', 'ゴルスコフ'] }]);
  expect((await found('Горсков', ['Gorskov'])).quotes).toEqual(['ja']);
  expect((await found('Горсков', ['Gorskov', 'ゴルスコフ'])).quotes).toEqual([]);
});

test('two names of one country that sound alike are proposed as one person, and are two until somebody says so', async () => {
  const people = (await archive.entities({ kind: 'person', party: 'RU' })).items;
  expect(people.map(({ name }) => name).sort()).toEqual(['Gorskov', 'ゴルスコフ']);
  const [proposal] = await archive.proposals({ kind: 'person' });
  expect([proposal?.one.name, proposal?.other.name].sort()).toEqual(['Gorskov', 'ゴルスコフ']);
  expect(proposal?.reasons).toContain('sounds-alike');
  expect((await archive.entity(people[0]?.id as string))?.proposals[0]?.reasons).toContain('sounds-alike');
  const names = people.map(({ id }) => id) as [string, string];
  await archive.correct({ on: { of: 'archive' }, who: 't', when: '2020-01-02T00:00:00Z', why: 'two men', change: { set: 'different', names } });
  expect((await archive.proposals({ kind: 'person' })).flatMap(({ reasons }) => reasons)).not.toContain('sounds-alike');
});

test('what is removed is not searched along any more', async () => {
  const { items } = await archive.list({});
  const english = items.find(({ language }) => language === 'en');
  await archive.remove([english?.id as string], { who: 't', when: '2020-01-03T00:00:00Z' });
  expect((await found('ゴルスコフ')).along).toEqual([]);
});
