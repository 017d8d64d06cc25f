import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Source } from '../text/source.ts';
import { openSource } from './open.ts';
import { makePdf, type PdfWishes, type Words } from './test-pdf.ts';

// The library is large, and other tests run beside this one.
vi.setConfig({ testTimeout: 60_000 });

const tables = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/cmaps`;
const open = (pages: readonly (readonly Words[])[], wishes?: PdfWishes) =>
  openSource(makePdf(pages, wishes), { letterTables: async (name) => new Uint8Array(await readFile(`${tables}/${name}.bcmap`)) });
const codes = ({ issues }: Source) => issues.map(({ code }) => code);

/** Lines of one column from a place down; letters are as wide as they are high, 10 points. */
function column(x: number, y: number, lines: readonly string[], leading = 16): Words[] {
  return lines.map((text, i) => ({ x, y: y + i * leading, text }));
}
const FULL = ['両外相は、来年の訪問について意見を交換し、', 'これまでの合意を着実に実施していく必要があ', 'るとの認識で一致した。'];

describe('lines become paragraphs', () => {
  const rows: [what: string, words: readonly Words[], lines: readonly string[]][] = [
    ['a full line goes on in the next', column(60, 100, FULL), [FULL.join('')]],
    ['a day at the right edge does not', [{ x: 200, y: 84, text: '令和十一年三月' }, ...column(60, 100, FULL)], ['令和十一年三月', FULL.join('')]],
    ['a short line does not', column(60, 100, ['１日露関係', ...FULL]), ['１日露関係', FULL.join('')]],
    [
      'an indented line behind a full one that ends begins anew',
      [...column(60, 100, ['両外相は来年の訪問について意見を交換した。']), { x: 70, y: 116, text: 'また、領土問題についても取り上げられた。' }],
      ['両外相は来年の訪問について意見を交換した。', 'また、領土問題についても取り上げられた。'],
    ],
    [
      'a number behind a full line that ends begins anew',
      column(60, 100, ['(1)両外相は来年の訪問について意見を交換。', '(2)領土問題についても取り上げられた。']),
      ['(1)両外相は来年の訪問について意見を交換。', '(2)領土問題についても取り上げられた。'],
    ],
    ['a wide gap between lines parts them', [...column(60, 100, [FULL[0] as string]), ...column(60, 160, [FULL[1] as string])], FULL.slice(0, 2)],
    [
      'a parted word is one word again',
      column(60, 100, ['They discussed coop-', 'eration in the north.'], 14),
      ['They discussed cooperation in the north.'],
    ],
    [
      'a hyphen of its own stays',
      column(60, 100, ['A vice-minister and v.', 'A dialogue of vice-', 'ministers was agreed.'], 14),
      ['A vice-minister and v. A dialogue of vice-ministers was agreed.'],
    ],
    ['letters set apart are one line', 'ABC'.split('').map((text, i) => ({ x: 60 + i * 10, y: 100, text })), ['ABC']],
    [
      'words set apart have a blank',
      [
        { x: 60, y: 100, text: 'AB' },
        { x: 84, y: 100, text: 'CD' },
      ],
      ['AB CD'],
    ],
    [
      'cells are set apart by tabs',
      [
        { x: 60, y: 100, text: '日時' },
        { x: 120, y: 100, text: '４月９日' },
      ],
      ['日時\t４月９日'],
    ],
  ];
  test.each(rows)('%s', async (_, words, lines) => {
    expect((await open([words])).text.split('\n')).toEqual(lines);
  });
});

test.each([{ own: true }, { own: false }, { own: true, packed: true }, { own: false, turn: 90 }, { own: true, turn: 270 }])(
  'letters are known, the file says which or not: %o',
  async (wishes) => {
    expect((await open([[{ x: 60, y: 100, text: '露外相会談と１２３' }]], wishes)).text).toBe('露外相会談と１２３');
  },
);

test('a column is read to its end before the next, under what stands over both and before what stands below', async () => {
  const side = (sign: string) => Array.from({ length: 6 }, (_, i) => `${sign}${i}ああああああああああああああああああ`);
  const { text } = await open([
    [
      { x: 200, y: 60, size: 16, text: '日仏外相会談' },
      ...column(60, 100, side('左')),
      // Its lines stand between those of the other.
      ...column(320, 105, side('右')),
      { x: 60, y: 230, text: '以上のとおり両外相は今後も緊密に意思疎通を続けていくことで一致した。' },
    ],
  ]);
  const order = ['会談', '左0', '左5', '右0', '右5', '以上'].map((words) => text.indexOf(words));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

describe('as programs print them', () => {
  const ja = (sign: string) => Array.from({ length: 9 }, (_, i) => `${sign}${i}ああああああああああああああああああ`);

  test('columns with a narrow gutter, a day at the right edge above them, letters in the margins', async () => {
    const { text } = await open([
      [
        { x: 5, y: 12, text: '日仏', size: 5 },
        { x: 60, y: 50, size: 16, text: '日仏外相会談' },
        { x: 390, y: 80, text: '令和十一年三月' },
        ...column(60, 115, ja('左')),
        ...column(268, 115, ja('右')),
      ],
    ]);
    const order = ['会談', '令和十一年三月\n', '左0', '左8', '右0', '右8'].map((words) => text.indexOf(words));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('a heading in larger letters beside a line of the other column', async () => {
    const { text } = await open([
      [
        ...column(60, 100, ja('左')),
        ...column(272, 100, ja('右').slice(0, 4)),
        { x: 272, y: 168, size: 16, text: '三経済' },
        ...column(272, 196, ja('下').slice(0, 3)),
      ],
    ]);
    expect(text).toContain('三経済\n');
    expect(text.indexOf('左8')).toBeLessThan(text.indexOf('右0'));
  });

  test('letters that stand below each other one by one are lines that run down', async () => {
    const down = (x: number, words: string): Words[] => [...words].map((text, i) => ({ x, y: 100 + i * 10, text }));
    const { text } = await open([
      [
        ...down(300, '両外相は来年の訪問について'),
        { x: 311, y: 104, size: 5, text: 'り' },
        { x: 311, y: 109, size: 5, text: 'ょ' },
        { x: 311, y: 114, size: 5, text: 'う' },
        ...down(280, '意見を交換し次のとおり一致'),
      ],
    ]);
    expect(text.replaceAll('\n', '')).toContain('両外相(りょう)は来年の訪問について');
    expect(text.indexOf('両外')).toBeLessThan(text.indexOf('意見'));
  });

  test('the number of a note stays behind its words', async () => {
    const { text } = await open([[...column(60, 100, FULL), { x: 272, y: 96, size: 6, text: '12' }]]);
    expect(text).toBe(FULL.join('').replace('換し、', '換し、12'));
  });

  test('words that are spread from edge to edge have blanks between them, not tabs', async () => {
    const spread = (y: number, ...words: string[]): Words[] => {
      const room = (300 - words.join('').length * 10) / (words.length - 1);
      let x = 60;
      return words.map((text) => {
        const word = { x, y, text };
        x += text.length * 10 + room;
        return word;
      });
    };
    const { text } = await open([
      [...spread(100, 'They', 'discussed', 'the'), ...spread(116, 'internationalization', 'of'), ...spread(132, 'standards', 'and', 'agreed')],
    ]);
    expect(text).toBe('They discussed the internationalization of standards and agreed');
  });
});

test('a table of short cells is no pair of columns', async () => {
  const { text } = await open([
    [...column(60, 100, ['甲乙', '丙丁', '戊己', '庚辛', '壬癸']), ...column(200, 100, ['一二', '三四', '五六', '七八', '九十'])],
  ]);
  expect(text.split('\n')[0]).toBe('甲乙\t一二');
});

test('readings stand in brackets behind their signs', async () => {
  const { text } = await open([
    [
      { x: 60, y: 100, text: '北の領土問題について' },
      { x: 80, y: 92, size: 5, text: 'りょうど' },
    ],
  ]);
  expect(text).toBe('北の領土(りょうど)問題について');
});

test('lines that run down follow each other from right to left', async () => {
  const { text } = await open([
    [
      { x: 280, y: 100, text: '意見を交換した。', down: true },
      { x: 300, y: 100, text: '両外相は来年の訪問について', down: true },
    ],
  ]);
  expect(text.replaceAll('\n', '')).toBe('両外相は来年の訪問について意見を交換した。');
});

test('heads and feet of pages are apart, numbers of pages too, and a paragraph goes on over them', async () => {
  const page = (n: number, lines: readonly string[]): Words[] => [
    { x: 60, y: 30, text: '外務省発表' },
    ...column(60, 700, lines),
    { x: 290, y: 820, text: `- ${n} -` },
  ];
  const source = await open([page(1, FULL.slice(0, 2)), page(2, FULL.slice(2)), page(3, ['以上の点で一致した。'])]);
  const parts = source.blocks.map(({ span, region }) => [source.text.slice(...span), region]);
  expect(parts.filter(([, region]) => region === undefined).map(([words]) => words)).toEqual([FULL.join(''), '以上の点で一致した。']);
  expect(parts.filter(([, region]) => region === 'header').length).toBe(3);
  expect(parts.filter(([, region]) => region === 'footer').map(([words]) => words)).toEqual(['- 1 -', '- 2 -', '- 3 -']);
  // Pages lie end to end; the second begins within the paragraph.
  const pages = source.pages ?? [];
  expect(pages.length).toBe(3);
  expect(pages[0]?.[0]).toBe(0);
  expect(pages[2]?.[1]).toBe(source.text.length);
  expect(pages.map(([start]) => start).slice(1)).toEqual(pages.slice(0, -1).map(([, end]) => end));
  expect(source.text.slice(pages[1]?.[0]).startsWith(FULL[2] as string)).toBe(true);
});

test('larger letters make headings of ranks', async () => {
  const { blocks } = await open([[{ x: 60, y: 50, size: 20, text: '会談' }, { x: 60, y: 90, size: 14, text: '経済' }, ...column(60, 120, FULL)]]);
  expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 1],
    ['heading', 2],
    ['paragraph', undefined],
  ]);
});

test('pages without letters are told', async () => {
  expect(codes(await open([[], []]))).toEqual(['intake/no-text']);
  const some = await open([[{ x: 60, y: 100, text: 'あ' }], [], [], [{ x: 60, y: 100, text: 'い' }], []]);
  expect(some.issues).toMatchObject([{ code: 'intake/pages-without-text', values: { count: '3', pages: '2-3, 5' } }]);
});

test('signs that do not say which letters they are, are told', async () => {
  const source = await open([[{ x: 60, y: 100, text: 'あ\ue123い' }]], { own: true });
  expect(source.issues).toMatchObject([{ code: 'intake/unmapped-letters', values: { count: '1' } }]);
});
