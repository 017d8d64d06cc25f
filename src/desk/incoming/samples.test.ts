/** The names of the samples that are one person are joined as a person joins them: once, with a reason, and what is undone stays undone. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { joinNames } from './samples.ts';
import { sampleArchive } from './test-samples.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = new URL('../../../samples/', import.meta.url);
const names = JSON.parse(readFileSync(new URL('names.json', folder), 'utf8')) as Parameters<typeof joinNames>[1];

test('each name stands in a sample, and has its reason', () => {
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  for (const one of names) {
    expect(one.why.length).toBeGreaterThan(20);
    for (const name of one.names) expect(texts.some((text) => text.includes(name))).toBe(true);
  }
});

test('joined once; a decision that was made or undone is left alone', async () => {
  const { archive } = await sampleArchive(['2010-11-13-ru-leaders', '2011-05-27-ru']);
  const named = async (name: string) => (await archive.entities({ kind: 'person', words: name })).items.map((each) => each.name);
  expect(await named('Naoto Kan')).toEqual(['Naoto Kan']);
  await joinNames(archive, names, 'Memcon');
  expect(await named('Naoto Kan')).toEqual(['菅']);
  const made = await archive.corrections();
  expect(made.map(({ who, change }) => [who, change.set])).toEqual(Array.from({ length: made.length }, () => ['Memcon', 'same']));
  expect(made.length).toBe(4);
  await joinNames(archive, names, 'Memcon');
  expect((await archive.corrections()).length).toBe(4);
  for (const { id, on } of made)
    await archive.correct({ on, change: { set: 'undone', correction: id }, who: '山田', when: '2031-01-01T00:00:00Z', why: '別人' });
  await joinNames(archive, names, 'Memcon');
  expect(await named('Naoto Kan')).toEqual(['Naoto Kan']);
  await archive.close();
});
