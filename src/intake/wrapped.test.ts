import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrapped } from './wrapped.ts';

const japanese = `日・フィジー外相会談

4月9日、東山外務大臣は、ワレシ・フィジー外務大臣と会談を行ったところ、概要は以下の
とおりです。
1 二国間関係
東山大臣から、港湾に関する協力を進めたい旨述べ、ワレシ大臣から、謝意が表明されまし
た。ワレシ大臣は、夏に訪日したい旨述べた。
東山大臣は、これを歓迎した。`;

const english = `Readout of the Minister's Meeting

Chilean Foreign Minister Ana Soto met today with Norwegian Foreign Minister Kari
Moe in Oslo. Minister Soto thanked Minister Moe for Norway's support and under-
scored the importance of the ocean, and of Mr.
Berg's work on the long-
term plan for harbours, which both sides had agreed to go on with in the autumn.

- The two ministers agreed to meet again in the summer, and to write to each of the
  other ministers before.
- They parted.`;

test('a Japanese text: broken sentences are whole, numbers and what follows a stop begin a line', () => {
  const { text, columns } = unwrapped(japanese);
  expect(text.split('\n')).toEqual([
    '日・フィジー外相会談',
    '',
    '4月9日、東山外務大臣は、ワレシ・フィジー外務大臣と会談を行ったところ、概要は以下のとおりです。',
    '1 二国間関係',
    '東山大臣から、港湾に関する協力を進めたい旨述べ、ワレシ大臣から、謝意が表明されました。ワレシ大臣は、夏に訪日したい旨述べた。',
    '東山大臣は、これを歓迎した。',
  ]);
  expect(columns).toBe(82);
});

test('an English text: one blank where a line was broken, none behind a hyphen; a bullet begins a line', () => {
  expect(unwrapped(english).text.split('\n')).toEqual([
    "Readout of the Minister's Meeting",
    '',
    "Chilean Foreign Minister Ana Soto met today with Norwegian Foreign Minister Kari Moe in Oslo. Minister Soto thanked Minister Moe for Norway's support and under-scored the importance of the ocean, and of Mr.",
    "Berg's work on the long-",
    'term plan for harbours, which both sides had agreed to go on with in the autumn.',
    '',
    '- The two ministers agreed to meet again in the summer, and to write to each of the other ministers before.',
    '- They parted.',
  ]);
});

test('line ends of Windows, and blanks at the ends of broken lines', () => {
  const { text } = unwrapped(english.replaceAll('\n', ' \r\n'));
  expect(text).toContain('Foreign Minister Kari Moe in Oslo.');
  expect(text.split('\r\n').length).toBeGreaterThan(5);
});

describe('as they are', () => {
  test.each<[why: string, text: string]>([
    [
      'a paragraph to a line',
      `${'The ministers met in Oslo and talked about the sea. '.repeat(5)}\n${'They parted in the evening without a word. '.repeat(5)}`,
    ],
    [
      'lines that end with their sentences',
      '東山大臣から、港湾に関する協力を進めたい旨述べた。\nワレシ大臣から、謝意が表明された。\n両大臣は、夏に会うことで一致した。',
    ],
    [
      'a list of heads of different lengths',
      'Foreign Minister Soto meets Foreign Minister Moe in Oslo tonight\nMinister Soto to travel to Norway\nPresident speaks with the President of Fiji about the oceans\nHarbour treaty signed in Suva\nA note on the talks of spring, summer and autumn of last year',
    ],
    ['narrow lines', 'two by two\nthey met in\nthe harbour\nof the town\nand parted'],
    ['one broken line alone', 'Chilean Foreign Minister Ana Soto met today with Norwegian Foreign Minister Kari\nMoe in Oslo.'],
    ['an empty text', ''],
  ])('%s', (_, text) => expect(unwrapped(text)).toEqual({ text }));
});

test('an address that is longer than the edge does not hide it', () => {
  expect(unwrapped(`${japanese}\nhttps://www.example.org/${'readout/'.repeat(15)}`).columns).toBe(82);
});

test('nothing but line breaks and blanks goes, whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', '\r\n', ' ', '\u3000', '東山大臣は港湾の協力を', 'the ministers of both countries ', '。', 'on-'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const bare = (words: string) => words.replace(/\s/g, '');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join('');
      return bare(unwrapped(text).text) === bare(text);
    }),
    { seed: 7, numRuns: 150 },
  );
}, 30_000);

test('a million signs are joined at once', () => {
  const { text } = unwrapped(`${english}\n\n`.repeat(2000));
  expect(text).not.toContain('Kari\n');
});
