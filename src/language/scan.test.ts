import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeScanner } from './scan.ts';

test('the longest term that starts at a place, of two equal ones the later', () => {
  const { at, all } = makeScanner([
    ['日露', 1],
    ['日露外相会談', 2],
    ['外相', 3],
    ['ＡＰＥＣ', 4],
    ['外相', 5],
    ['', 6],
  ]);
  expect(at('日露外相会談', 0)).toEqual({ start: 0, end: 6, value: 2 });
  expect(at('日露外相会談', 0, 5)).toEqual({ start: 0, end: 2, value: 1 });
  expect(at('日露外相会談', 2)).toEqual({ start: 2, end: 4, value: 5 });
  expect(at('日露外相会談', 1)).toBeUndefined();
  expect(at('日露', 2)).toBeUndefined();
  expect(all('APEC日露外相、外相').map(({ start, end, value }) => [start, end, value])).toEqual([
    [0, 4, 4],
    [4, 6, 1],
    [6, 8, 5],
    [9, 11, 5],
  ]);
});

test('as many terms as there may be: the same as looking for each', () => {
  const word = fc.string({ unit: fc.constantFrom('日', '本', 'ア', 'a', '\uffff', '\u0000'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('日', '本', 'ア', 'a', 'ａ', '\uffff', '\u0000') }),
      (words, text) => {
        const { at } = makeScanner(words.map((one): [string, string] => [one, one]));
        const folded = text.replaceAll('ａ', 'a');
        for (let i = 0; i < text.length; i++) {
          const longest = words.filter((one) => folded.startsWith(one, i)).sort((a, b) => b.length - a.length)[0];
          expect(at(text, i)?.value).toBe(longest);
        }
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});
