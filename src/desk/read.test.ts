import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadPack } from '../language/load.ts';
import { HANDFUL, readDocument, readDocuments } from './read.ts';

const root = resolve(import.meta.dirname, '../..');
const languages = ['ja', 'en'].map((code) => loadPack(`${root}/languages/${code}`));
const samples = readdirSync(`${root}/samples`, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:txt|html)$/.test(name))
  .map((name) => new Uint8Array(readFileSync(`${root}/samples/${name}`)));

test('many are read as each is alone, in their order, whatever the language', () => {
  expect(samples.length).toBeGreaterThan(HANDFUL.documents);
  const together = [
    ...readDocuments(
      samples.map((document) => ({ document })),
      { languages },
    ),
  ];
  expect(together.map(({ document }) => document.language)).toContain('en');
  expect(together).toEqual(samples.map((document) => readDocument(document, { languages })));
});

test('what is known of one outweighs what is said of all', () => {
  const document = '日・ペルー外相会談\n\n昨年9月、両大臣は会談を行った。';
  const given = [{ document }, { document, published: '2010-05-01' }, { document, published: undefined }];
  const years = [...readDocuments(given, { languages, published: '2020-05-01' })].map(({ dates }) => dates[0]?.edtf);
  expect(years).toEqual(['2019-09', '2009-09', '2019-09']);
});

test('a handful is given before more is taken', () => {
  let taken = 0;
  const endless = function* () {
    for (;;) {
      taken++;
      yield { document: '日・ペルー外相会談' };
    }
  };
  const records = readDocuments(endless(), { languages });
  expect(records.next().value?.document.text).toContain('ペルー');
  expect(taken).toBe(HANDFUL.documents);
  records.return();
});

test('a large one does not wait for others', () => {
  let taken = 0;
  const pages = function* () {
    for (const document of ['短い。', '長い。'.repeat(HANDFUL.size), '短い。']) {
      taken++;
      yield { document };
    }
  };
  const records = readDocuments(pages(), { languages });
  records.next();
  expect(taken).toBe(2);
  records.return();
});

test('no language is misuse', () => {
  expect(() => [...readDocuments([{ document: '会談' }], { languages: [] })]).toThrow(TypeError);
});
