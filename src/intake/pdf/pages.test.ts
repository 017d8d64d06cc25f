/** Pages as ministries lay them out: tables, short columns, notes, letters over letters, heads that differ. */
import { describe, expect, test, vi } from 'vitest';
import { openSource } from '../open.ts';
import { assembled, makePdf, type PdfWishes, streamed, type Words } from '../test-pdf.ts';

vi.setConfig({ testTimeout: 60_000 });

const open = (pages: readonly (readonly Words[])[], wishes?: PdfWishes) => openSource(makePdf(pages, { own: true, ...wishes }));
const linesOf = async (words: readonly Words[], wishes?: PdfWishes) => (await open([words], wishes)).text.split('\n');
/** Lines below one another; a letter is 10 points wide and high. */
const down = (x: number, y: number, lines: readonly string[], leading = 16, size = 10): Words[] =>
  lines.map((text, i) => ({ x, y: y + i * leading, text, size }));
/** Borders of a grid, stroked or filled. */
const stroked = (xs: readonly number[], ys: readonly number[]) =>
  [...xs.map((x) => `${x} ${ys[0]} m ${x} ${ys.at(-1)} l S`), ...ys.map((y) => `${xs[0]} ${y} m ${xs.at(-1)} ${y} l S`)].join(' ');
const filled = (xs: readonly number[], ys: readonly number[]) =>
  [
    ...xs.flatMap((x) => ys.slice(1).map((y, i) => `${x} ${ys[i]} 1 ${y - (ys[i] as number)} re f`)),
    ...ys.flatMap((y) => xs.slice(1).map((x, i) => `${xs[i]} ${y} ${x - (xs[i] as number)} 1 re f`)),
  ].join(' ');

describe('tables', () => {
  const cells: Words[] = [
    { x: 65, y: 115, text: '議題' },
    { x: 95, y: 115, text: '我が方' },
    { x: 285, y: 115, text: '先方' },
    ...down(65, 137, ['漁業', '協定']),
    ...down(95, 137, ['早期の締結に向けて引き続き協力し', 'たい旨述べた。']),
    ...down(285, 137, ['これを歓迎する旨述べ、年内', 'に批准したい旨発言した。']),
  ];
  const read = ['議題\t我が方\t先方', '漁業協定\t早期の締結に向けて引き続き協力したい旨述べた。\tこれを歓迎する旨述べ、年内に批准したい旨発言した。'];
  const grid = [
    [60, 90, 280, 420],
    [100, 122, 160],
  ] as const;

  test.each([
    ['borders that are stroked', stroked(...grid)],
    ['borders that are narrow boxes, one a cell', filled(...grid)],
    ['no borders at the sides', stroked([90, 280], grid[1]) + stroked([60, 420], grid[1]).replace(/^.*?S .*?S/, '')],
  ])('%s: cells of a row stay together, lines of a cell too', async (_, drawn) => {
    expect(await linesOf(cells, { drawn })).toEqual(read);
  });

  test.each([
    ['no borders at all', ''],
    [
      'what is a drawing',
      Array.from({ length: 3000 }, (_, i) => `${i % 500} ${Math.floor(i / 5)} m ${(i % 500) + 40} ${Math.floor(i / 5)} l S`).join(' '),
    ],
  ])('%s: cells are known by where they begin', async (_, drawn) => {
    expect(
      await linesOf(
        cells.map((cell) => (cell.x === 65 ? { ...cell, x: 55 } : cell)),
        { drawn },
      ),
    ).toEqual(read);
  });

  test('a table that is turned with its page', async () => {
    const lines = await linesOf(cells, { drawn: stroked(...grid), turn: 90 });
    expect(lines).toEqual(read);
  });

  test('cells of several paragraphs follow each other', async () => {
    const more: Words[] = [
      { x: 65, y: 175, text: '交流' },
      ...down(95, 175, ['青年の交流を続ける。', '大学も続ける。']),
      { x: 285, y: 175, text: '評価した。' },
    ];
    const lines = await linesOf([...cells, ...more], { drawn: stroked(grid[0], [...grid[1], 200]) });
    expect(lines).toEqual([...read, '交流', '青年の交流を続ける。', '大学も続ける。', '評価した。']);
  });

  describe('over the end of a page', () => {
    const xs = [60, 125, 465];
    const first: Words[] = [
      { x: 65, y: 715, text: '議題' },
      { x: 130, y: 715, text: '我が方' },
      { x: 65, y: 737, text: '漁業' },
      ...down(130, 737, [
        '協定の早期の締結に向けて引き続き協力していきたい旨述べるととも',
        'に年内に次官級協議を東京において開催することを提案し先方からはこ',
      ]),
    ];
    const rest = ['れを歓迎し、日程について外交ルートを通じて調整していくことで合意', 'した。'];
    const whole = `漁業\t${first
      .slice(3)
      .map(({ text }) => text)
      .join('')}${rest.join('')}`;
    const grid = (ys: readonly number[]) => stroked(xs, ys);
    // Every page draws the same borders.
    const drawn = `${grid([100, 122, 160, 182])} ${grid([700, 722, 760])}`;
    const foot: Words = { x: 200, y: 820, text: '部外秘' };

    test('the last cell of a row goes on, and the words know their pages', async () => {
      const source = await open(
        [
          [...first, foot],
          [...down(130, 137, rest), { x: 65, y: 175, text: '交流' }, { x: 130, y: 175, text: '続ける。' }, foot],
        ],
        { drawn },
      );
      const lines = source.text.split('\n').filter((line) => line !== foot.text);
      expect(lines).toEqual(['議題\t我が方', whole, '交流\t続ける。']);
      const [, second] = source.pages ?? [];
      expect(source.text.slice(second?.[0]).startsWith(rest[0] as string)).toBe(true);
    });

    test('its borders are looked for where its cells cannot be told by their places', async () => {
      // The name of the row stands between its lines, as tables that are set to the middle have it.
      const other: Words[] = [{ x: 65, y: 144, text: '交流' }, ...down(130, 137, rest)];
      const source = await open([first, other], { drawn: `${stroked(xs, [125, 160])} ${stroked(xs, [700, 722, 760])}` });
      expect(source.text.split('\n').slice(2)).toEqual([`交流\t${rest.join('')}`]);
    });

    test('a head that stands again is apart', async () => {
      const again: Words[] = [
        { x: 65, y: 115, text: '議題' },
        { x: 130, y: 115, text: '我が方' },
      ];
      const source = await open([first, [...again, ...down(130, 137, rest), { x: 65, y: 175, text: '交流' }, { x: 130, y: 175, text: '続ける。' }]], {
        drawn,
      });
      expect(source.text.split('\n')).toEqual(['議題\t我が方', whole, '議題\t我が方', '交流\t続ける。']);
      expect(source.blocks.map(({ kind, region }) => [kind, region])).toEqual([
        ['cell', undefined],
        ['cell', undefined],
        ['paragraph', 'header'],
        ['cell', undefined],
      ]);
    });

    test('where nothing else of the table stands on the next page', async () => {
      const source = await open([first, [...down(130, 100, rest), ...down(60, 200, ['両外相は、今後も協議を続けることとした。'])]], {
        drawn: grid([700, 722, 760]),
      });
      expect(source.text.split('\n')).toEqual(['議題\t我が方', whole, '両外相は、今後も協議を続けることとした。']);
    });

    test.each([
      ['a sentence that ended', [...first.slice(0, 3), ...down(130, 737, ['協力する。'])], down(130, 137, rest)],
      ['a row of its own', first, [{ x: 65, y: 137, text: '交流' }, ...down(130, 137, rest)]],
      ['another place', first, down(65, 137, rest)],
    ])('%s does not go on', async (_, one, other) => {
      const source = await open([one, [...other, { x: 65, y: 175, text: '文化' }, { x: 130, y: 175, text: '続ける。' }]], { drawn });
      expect(source.text).not.toContain(`${(one.at(-1) as Words).text}${rest[0]}`);
      expect(source.text).toContain((rest.join('') as string).slice(0, 20));
    });
  });

  test('a frame around words is no table', async () => {
    const words = down(65, 115, ['両外相は、来年の訪問について意見を交換し、', '一致した。']);
    expect(await linesOf(words, { drawn: stroked([60, 280], [100, 160]) })).toEqual(['両外相は、来年の訪問について意見を交換し、一致した。']);
  });

  test('fields whose names are set apart, and what goes on below a field', async () => {
    const lines = await linesOf([
      { x: 60, y: 100, text: '日' },
      { x: 80, y: 100, text: '時' },
      { x: 130, y: 100, text: '令和十二年四月九日' },
      { x: 60, y: 122, text: '出席者' },
      ...down(130, 122, ['柴田外務大臣、中村外務審議官、小林', '欧州局長ほか']),
    ]);
    expect(lines).toEqual(['日 時\t令和十二年四月九日', '出席者\t柴田外務大臣、中村外務審議官、小林欧州局長ほか']);
  });
});

describe('columns of two or three lines', () => {
  const left = ['両外相は来年の訪問について意見を交換し', 'これまでの合意を着実に実施していく必要'];
  const right = ['があるとの認識で一致し今後も緊密に意思', '疎通を続けることとした'];
  const body = ['柴田大臣から漁業協定の早期締結に向けて引き続き協力したい旨述べ先方', 'から歓迎する旨の発言があった。'];

  test('among lines that reach over both', async () => {
    const lines = await linesOf([...down(60, 100, body, 16, 11), ...down(60, 150, left), ...down(270, 150, right), ...down(60, 200, body, 16, 11)]);
    expect(lines).toEqual([body.join(''), [...left, ...right].join(''), body.join('')]);
  });

  test('under headings that are too short to reach over both', async () => {
    const part = (y: number, heading: string): Words[] => [{ x: 60, y, text: heading }, ...down(60, y + 26, left), ...down(270, y + 26, right)];
    const lines = await linesOf([...part(100, '一二国間'), ...part(190, '二地域')]);
    const whole = [...left, ...right].join('');
    expect(lines).toEqual(['一二国間', whole, '二地域', whole]);
  });
});

describe('notes', () => {
  const text = Array.from({ length: 8 }, (_, i) => `${i}両外相は来年の訪問について意見を交換`);
  const notes = ['1協定はまだ発効していない。', '2協議は昨年九月に行われた。'];

  test('at the foot of a column do not part what goes on in the next', async () => {
    const lines = await linesOf([...down(60, 100, text), ...down(60, 240, notes, 10, 7), ...down(270, 100, text)]);
    expect(lines.slice(0, 2)).toEqual(notes);
    expect(lines[2]).toBe([...text, ...text].join(''));
  });

  test('at the foot of a page stand on that page', async () => {
    const source = await open([[...down(60, 600, text), ...down(60, 740, notes, 10, 7)], down(60, 100, ['た。'])]);
    expect(source.text.split('\n')).toEqual([...notes, `${text.join('')}た。`]);
    expect(source.text.slice(...(source.pages?.[1] ?? [0, 0]))).toBe('た。');
  });

  test('behind the last words of a document stand behind them', async () => {
    expect((await linesOf([...down(60, 100, text), ...down(60, 240, notes, 10, 7)])).slice(1)).toEqual(notes);
  });
});

describe('letters over letters', () => {
  test('drawn again to be bold or to have a shadow are read once', async () => {
    const words: Words[] = [
      { x: 60, y: 100, text: '会談概要' },
      { x: 60, y: 100, text: '会談概要' },
      { x: 60.8, y: 100.8, text: '会談概要' },
    ];
    const source = await open([words]);
    expect([source.text, source.issues]).toEqual(['会談概要', []]);
  });

  test('that are others, as recognised in a picture, are told', async () => {
    const source = await open([
      [
        { x: 60, y: 100, text: '両外相は一致した' },
        { x: 60, y: 101, text: '両外' },
        { x: 80, y: 101, text: '祖は一政した' },
      ],
    ]);
    expect(source.text).toBe('両外相は一致した');
    expect(source.issues).toMatchObject([{ code: 'intake/words-over-words', severity: 'info', values: { count: '1' } }]);
  });

  test('words that only touch are both read', async () => {
    expect(
      await linesOf([
        { x: 60, y: 100, text: '両外相は' },
        { x: 98, y: 100, text: '一致した' },
      ]),
    ).toEqual(['両外相は一致した']);
  });
});

test('heads that differ from page to page but stand in one place are apart', async () => {
  const source = await open(
    ['二国間関係', '地域情勢', '経済'].map((head, i): Words[] => [
      { x: 60, y: 40, text: head },
      ...down(
        60,
        100,
        Array.from({ length: 6 }, (_, n) => `${'甲乙丙'[i]}${'子丑寅卯辰巳'[n]}両外相は意見を交換`),
      ),
    ]),
  );
  const heads = source.blocks.filter(({ region }) => region === 'header').map(({ span }) => source.text.slice(...span));
  expect(heads).toEqual(['二国間関係', '地域情勢', '経済']);
});

test('first lines of pages that stand close to the next are no heads', async () => {
  const source = await open(
    [0, 1, 2].map((i): Words[] =>
      down(
        60,
        40,
        Array.from({ length: 6 }, (_, n) => `${'甲乙丙'[i]}${'子丑寅卯辰巳'[n]}両外相は意見`),
      ),
    ),
  );
  expect(source.blocks.every(({ region }) => region === undefined)).toBe(true);
});

test('a hyphen between two words that the document writes alone stays', async () => {
  const lines = ['The vice president and all ministerial', 'staff held some consultations. A vice-', 'ministerial meeting would be held.'];
  expect(await linesOf(down(60, 100, lines))).toEqual([
    'The vice president and all ministerial staff held some consultations. A vice-ministerial meeting would be held.',
  ]);
});

test('signs that are drawn apart so that their line is full stand together', async () => {
  const apart: Words[] = [...'要があるとの認識'].map((text, i) => ({ x: 60 + i * 20, y: 116, text }));
  expect(await linesOf([{ x: 60, y: 100, text: '両外相は合意を着実に実施する必' }, ...apart, ...down(60, 132, ['で一致した。'])])).toEqual([
    '両外相は合意を着実に実施する必要があるとの認識で一致した。',
  ]);
});

test('signs that are fewer than those of their reading stand together', async () => {
  const words: Words[] = [
    { x: 60, y: 100, text: '両' },
    { x: 70.5, y: 100, text: '外' },
    { x: 86, y: 100, text: '相' },
    { x: 96.5, y: 100, text: 'は一致した。' },
    { x: 70.5, y: 90, size: 5, text: 'がいしょう' },
  ];
  expect(await linesOf(words)).toEqual(['両外相(がいしょう)は一致した。']);
});

describe('fonts that do not say which letters they write', () => {
  const font = (more: string) => `<< /Type /Font ${more} >>`;
  const shape = '<< /A 6 0 R /a0 6 0 R /g0041 6 0 R /g4E00 6 0 R >>';
  const drawn = (names: string) =>
    font(`/Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 68 /Widths [1000 1000 1000 1000]
/CharProcs ${shape} /Encoding << /Type /Encoding /Differences [65 ${names}] >> /Resources << >>`);
  const known = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const composite = font(
    '/Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>]',
  );
  const file = (fontBody: string, words: string) =>
    assembled([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R /K 7 0 R >> >> >>',
      streamed(`BT /K 10 Tf 60 700 Td (Readout of a meeting ) Tj /F 10 Tf ${words} Tj ET`, false),
      fontBody,
      streamed('1000 0 0 0 750 750 d1 0 0 750 750 re f', false),
      known,
    ]);

  const MEETING = 'Readout of a meeting';
  test.each([
    ['shapes that are named by what they are', file(drawn('/A'), '(A)'), `${MEETING} A`, []],
    ['shapes that are only numbered', file(drawn('/a0 /a0'), '(AB)'), `${MEETING} \ufffd`, ['2']],
    ['shapes whose numbers look like letters', file(drawn('/g0041 /g4E00'), '(AB)'), `${MEETING} \ufffd`, ['2']],
    ['codes of a font of its own', file(composite, '<4E004E8C>'), `${MEETING} \ufffd`, ['2']],
    ['a font that writes what is no letter is believed in nothing', file(drawn('/A'), '(A\\001)'), `${MEETING} \ufffd`, []],
  ])('%s', async (_, bytes, text, counts) => {
    const { text: read, issues } = await openSource(bytes);
    expect(read).toBe(text);
    expect(issues.filter(({ code }) => code === 'intake/unmapped-letters').length).toBe(text.endsWith('A') ? 0 : 1);
    for (const count of counts) expect(issues).toMatchObject([{ values: { count } }]);
  });

  test('a page of which nothing is known is no page without letters', async () => {
    const bytes = assembled([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
      streamed('BT /F 10 Tf 60 700 Td <4E004E8C4E09> Tj ET', false),
      composite,
    ]);
    const { text, issues } = await openSource(bytes);
    expect(text).toBe('');
    expect(issues).toMatchObject([{ code: 'intake/unmapped-letters', severity: 'error', values: { count: '3' } }]);
  });
});
