import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedSpans, lineEdits } from './edits.ts';

const rows: [before: string, after: string, told: string][] = [
  ['a\nb\nc', 'a\nb\nc', '=a =b =c'],
  ['a\nb\nc', 'a\nx\nc', '=a -b +x =c'],
  ['a\nb', 'a\nb\nc', '=a =b +c'],
  ['a\nb\nc', 'c', '-a -b =c'],
  ['', 'a', '- +a'],
];
test.each(rows)('%j to %j', (before, after, told) => {
  const signs = { kept: '=', gone: '-', come: '+' };
  expect(
    lineEdits(before, after)
      .map(({ kind, words }) => signs[kind] + words)
      .join(' '),
  ).toBe(told);
});

test('both texts can be made again from the edits', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '両外相', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = lineEdits(before, after);
      const without = (kind: string) =>
        edits
          .filter((edit) => edit.kind !== kind)
          .map(({ words }) => words)
          .join('\n');
      expect(without('come')).toBe(before);
      expect(without('gone')).toBe(after);
    }),
    { seed: 7 },
  );
});

test('the middle in which two lines differ', () => {
  expect(changedSpans('早期に開催することで一致', '適切な時期に開催することで一致')).toEqual({ before: [0, 2], after: [0, 5] });
  expect(changedSpans('同じ', '同じ')).toEqual({ before: [2, 2], after: [2, 2] });
  expect(changedSpans('一致した', '一致')).toEqual({ before: [2, 4], after: [2, 2] });
  expect(changedSpans('\u{20BB7}', '\u{20BB8}').before).toEqual([0, 2]);
});
