import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Piece, redline } from './redline.ts';
import type { Tongue } from './tongue.ts';

// A busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

const JA: Tongue = {
  tag: 'ja',
  spellings: [
    ['更に', 'さらに'],
    ['取組', '取り組み'],
  ],
  inside: 'きしちひみりいけせてねえれめ',
};
const EN: Tongue = { tag: 'en', spellings: [['organization', 'organisation']] };

function told(before: string, after: string, tongue: Tongue): string {
  return redline({ text: before, span: [0, before.length] }, { text: after, span: [0, after.length] }, tongue)
    .map((piece) =>
      piece.kind === 'gone'
        ? `[${before.slice(...piece.before)}]`
        : piece.kind === 'come'
          ? `{${after.slice(...piece.after)}}`
          : after.slice(...piece.after),
    )
    .join('');
}

describe('cut where words end', () => {
  const rows: [before: string, after: string, tongue: Tongue, told: string][] = [
    ['両外相は協力することで合意した。', '両外相は協力することで一致した。', JA, '両外相は協力することで[合意]{一致}した。'],
    ['早期に開催する', '適切な時期に開催する', JA, '[早期]{適切な時期}に開催する'],
    ['協力を確認した。', '協力を改めて確認した。', JA, '協力を{改めて}確認した。'],
    ['強く抗議した', '抗議した', JA, '[強く]抗議した'],
    ['同じ', '同じ', JA, '同じ'],
    ['', '新しい', JA, '{新しい}'],
    ['古い', '', JA, '[古い]'],
    ['They agreed to meet.', 'They agreed not to meet.', EN, 'They agreed {not }to meet.'],
    ['the first organisation', 'the second organization', EN, 'the [first ]{second }organization'],
  ];
  test.each(rows)('%j to %j', (before, after, tongue, wanted) => expect(told(before, after, tongue)).toBe(wanted));
});

describe('no change of what is said', () => {
  const rows: [before: string, after: string, tongue: Tongue][] = [
    ['両外相は,更に協力する。', '両外相は、さらに協力する', JA],
    ['受入れ可能な解決策', '受け入れ可能な解決策', JA],
    ['国後島の取組', '國後島の取り組み', JA],
    ['(1)ＡＰＥＣの際に', '(3) APECの際に', JA],
    ['2 総論', '4 総論', JA],
    ['1,200人', '1200人', JA],
    ['The Organisation', '• the organization.', EN],
  ];
  test.each(rows)('%j is %j', (before, after, tongue) => expect(told(before, after, tongue)).toBe(after));

  const not: [before: string, after: string, tongue: Tongue][] = [
    ['変更に伴い', '変に伴い', JA],
    ['12名の釈放', '21名の釈放', JA],
    ['5%の削減', '5の削減', JA],
    ['日本と協力', '日本に協力', JA],
    ['11月に会談する', '12月に会談する', JA],
  ];
  test.each(not)('%j is not %j', (before, after, tongue) => expect(told(before, after, tongue)).toMatch(/[[{]/));
});

test('each sign of either stretch is in one piece, in order', () => {
  const words = fc.constantFrom(
    '両外相は',
    '、',
    '更に',
    'さらに',
    '協力',
    'し',
    '一致',
    '。',
    '\n',
    '(1)',
    'APEC',
    '受け入れ',
    '受入れ',
    '１２',
    '\ud842',
    'é',
    ' ',
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 30 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  fc.assert(
    fc.property(text, text, fc.constantFrom(JA, EN, { tag: 'und' }), (before, after, tongue) => {
      const from = Math.min(1, before.length);
      const pieces = redline({ text: before, span: [from, before.length] }, { text: after, span: [0, after.length] }, tongue);
      const side = (of: 'before' | 'after') =>
        pieces.flatMap((piece: Piece) =>
          of === 'before' ? (piece.kind === 'come' ? [] : [piece.before]) : piece.kind === 'gone' ? [] : [piece.after],
        );
      let at = from;
      for (const [start, end] of side('before')) {
        expect(start).toBe(at);
        at = end;
      }
      expect(at).toBe(before.length);
      at = 0;
      for (const [start, end] of side('after')) {
        expect(start).toBe(at);
        at = end;
      }
      expect(at).toBe(after.length);
    }),
    { seed: 21, numRuns: 250 },
  );
});

test('texts that differ in everything are told as such, in bounded time', () => {
  const many = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i} `).join('');
  const start = performance.now();
  const pieces = redline({ text: many('a'), span: [0, many('a').length] }, { text: many('b'), span: [0, many('b').length] }, EN);
  expect(pieces.map(({ kind }) => kind)).toEqual(['gone', 'come', 'kept']);
  // Not a measurement: without the bound it would be minutes.
  expect(performance.now() - start).toBeLessThan(5_000);
});
