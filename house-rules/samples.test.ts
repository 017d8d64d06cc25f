/**
 * The samples: each says in one form that it is Memcon's own and where its facts were checked, its name says what it tells,
 * and it reads without error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { intake } from '../src/intake/intake.ts';
import { loadPack } from '../src/language/load.ts';
import { read } from '../src/reading/read.ts';

const root = resolve(import.meta.dirname, '..');
const packs = { ja: loadPack(`${root}/languages/ja`), en: loadPack(`${root}/languages/en`) };
const files = readdirSync(`${root}/samples`).filter((name) => name !== 'README.md' && name !== 'names.json');
const table = readFileSync(`${root}/samples/README.md`, 'utf8').split('\n');

/** Day, parties, level, whose account where it is not Japan's: 2010-11-13-ru-foreign-ministers.txt, 2010-11-13-ru-leaders-by-ru.txt */
const NAME =
  /^(\d{4}-\d{2}-\d{2})((?:-[a-z]{2})+)-(leaders|foreign-ministers|two-plus-two|directors|special-envoy|courtesy|call)(?:-by-([a-z]{2}))?\.(txt|html)$/;
const NOTES = {
  ja: /^\(注\)この文書は Memcon による要約であり、公式の文書ではありません。出典: (\S+(?: 、 \S+)*)$/,
  en: /^\(Note\) This document is a summary by Memcon and is not an official document\. Sources: (\S+(?: , \S+)*)$/,
};
const OPENINGS = { ja: '(注)この文書は', en: '(Note) This document is' };
const ADDRESS = /^https?:\/\/[a-z0-9.-]+\/\S*$/;

/** The note at the foot, its addresses written out. */
function noteOf(name: string, source: string): string {
  if (name.endsWith('.txt')) return source.trimEnd().split('\n').at(-1) as string;
  const foot = /<footer><p>(.*)<\/p><\/footer>/.exec(source)?.[1] ?? '';
  return foot.replaceAll(/<a href="([^"]+)">[^<]*<\/a>/g, '$1').replaceAll('&amp;', '&');
}

test('there are enough of them, in both formats', () => {
  expect(files.length).toBeGreaterThanOrEqual(36);
  expect(files.filter((name) => name.endsWith('.html')).length).toBeGreaterThanOrEqual(3);
});

test('several meetings are told by both sides', () => {
  const twice = files.filter((name) => /-by-[a-z]{2}\./.test(name) && files.includes(name.replace(/-by-[a-z]{2}\./, '.')));
  expect(twice.length).toBeGreaterThanOrEqual(4);
});

test('the table names no file that is not there', () => {
  const named = table.flatMap((line) => /^\| \[([^\]]+)\]/.exec(line)?.[1] ?? []);
  expect(named).toEqual([...files].sort());
});

describe.each(files)('%s', (name) => {
  const [, day, codes, , by] = NAME.exec(name) ?? [];
  const language = by === undefined ? 'ja' : 'en';
  const source = readFileSync(`${root}/samples/${name}`, 'utf8');
  const addresses = (NOTES[language].exec(noteOf(name, source))?.[1] ?? '').split(/ [、,] /);
  const mediaType = name.endsWith('.html') ? 'text/html' : 'text/plain';
  const record = read(intake(readFileSync(`${root}/samples/${name}`), { mediaType }), packs[language]);

  test('its name says day, parties and level', () => expect(name).toMatch(NAME));

  test('says at its foot that it is a retelling, and where its facts were checked', () => {
    for (const address of addresses) expect(address).toMatch(ADDRESS);
    const row = table.find((line) => line.startsWith(`| [${name}]`)) ?? '';
    for (const address of addresses) expect(row).toContain(address);
  });

  test('tells talks of that day among those parties, without error', () => {
    const parties = (codes ?? '').slice(1).toUpperCase().split('-');
    const told = record.talks.find(({ date }) => date?.edtf?.slice(0, 10) === day);
    expect(told?.parties).toEqual(by === undefined ? ['JP', ...parties] : [by.toUpperCase(), 'JP']);
    expect(record.document.publisher?.party).toBe(by?.toUpperCase());
    expect(record.statements.length).toBeGreaterThan(0);
    expect(record.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('nothing is said in its note', () => {
    const foot = record.document.text.lastIndexOf(OPENINGS[language]);
    expect(foot).toBeGreaterThan(0);
    expect(record.statements.filter(({ span }) => span[1] > foot)).toEqual([]);
    expect(record.dates.filter(({ span }) => span[1] > foot)).toEqual([]);
  });
});
