import { beforeAll, describe, expect, test } from 'vitest';
import { sampleArchive } from '../incoming/test-samples.ts';
import { apart, nearSpellings } from './near.ts';

test.each([
  ['領土問題', '領土問題', 0],
  ['領土門題', '領土問題', 1],
  ['土領題問', '領土問題', 2],
  ['領土題問', '領土問題', 1],
  ['領土', '領土問題', 2],
  ['a', 'abcd', 3],
  ['', 'ab', 2],
])('%s and %s are %i apart', (one, other, steps) => {
  expect(apart(one, other)).toBe(steps);
  expect(apart(other, one)).toBe(steps);
});

describe('near spellings', () => {
  let archive: Awaited<ReturnType<typeof sampleArchive>>['archive'];
  beforeAll(async () => {
    archive = (await sampleArchive(['2010-11-13-ru', '2009-'])).archive;
  });

  test('of a topic and of a name, each with what is found by it', async () => {
    const near = await nearSpellings(archive, '領土門題');
    expect(near[0]?.words).toBe('領土問題');
    expect(near[0]?.total).toBe((await archive.search({ words: '領土問題' })).total);
    expect((await nearSpellings(archive, 'ラブロフ 領土門題')).map(({ words }) => words)).toEqual([]);
    expect((await nearSpellings(archive, 'メドベージェフ')).map(({ words }) => words)).toContain('メドヴェージェフ');
  });

  test.each(['', '土', '"領土門題"', '領土門題 -北方', 'zzzzzzzz'])('%s has none', async (words) =>
    expect(await nearSpellings(archive, words)).toEqual([]),
  );
});
