import { expect, test } from 'vitest';
import { openSource } from './open.ts';
import { makeDocx, numbered, p } from './test-docx.ts';

const level = (n: number, form: string, words: string) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${words}"/></w:lvl>`;
const list = (...levels: string[]) => ({
  numbering: `<w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
});
const run = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;
const t = (words: string) => `<w:t>${words}</w:t>`;

const rows: [what: string, body: string, lines: readonly string[], parts?: Record<string, string>][] = [
  ['paragraphs', p('日露外相会談') + p('') + p(' 両外相は &amp; 一致した。 '), ['日露外相会談', '両外相は & 一致した。']],
  ['runs of one paragraph', '<w:p><w:r><w:t>両外</w:t></w:r><w:hyperlink><w:r><w:t>相は</w:t></w:r></w:hyperlink></w:p>', ['両外相は']],
  ['lines of one paragraph', run(`${t('一')}<w:br/>${t('二')}`), ['一', '二']],
  [
    'what was struck out is not seen, what was put in is',
    `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r>${t('新')}</w:r></w:ins></w:p>`,
    ['新'],
  ],
  [
    'a reading',
    run(`<w:ruby><w:rubyPr/><w:rt><w:r>${t('りょうど')}</w:r></w:rt><w:rubyBase><w:r>${t('領土')}</w:r></w:rubyBase></w:ruby>${t('問題')}`),
    ['領土(りょうど)問題'],
  ],
  ['a table', `<w:tbl><w:tr><w:tc>${p('日時')}</w:tc><w:tc>${p('4月9日')}</w:tc></w:tr></w:tbl>`, ['日時\t4月9日']],
  ['a table in which texts stand', `<w:tbl><w:tr><w:tc>${p('甲')}${p('乙')}</w:tc><w:tc>${p('丙')}</w:tc></w:tr></w:tbl>`, ['甲', '乙', '丙']],
  [
    'a box, once',
    run(
      `${t('前')}<mc:AlternateContent><mc:Choice><w:txbxContent>${p('箱')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('箱')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`,
    ),
    ['箱', '前'],
  ],
  ['a note', p('本文'), ['本文', '注'], { footnotes: `<w:footnote>${p('注')}</w:footnote>` }],
  [
    'automatic numbers, counted on over what stands between',
    p('甲', numbered(3, 0)) + p('子', numbered(3, 1)) + p('丑', numbered(3, 1)) + p('間') + p('乙', numbered(3, 0)) + p('寅', numbered(3, 1)),
    ['1 甲', '(1) 子', '(2) 丑', '間', '2 乙', '(1) 寅'],
    list(level(0, 'decimal', '%1'), level(1, 'decimal', '(%2)')),
  ],
  ['a list that begins anew', p('甲', numbered(3, 0)) + p('乙', numbered(4, 0)), ['1. 甲', '1. 乙'], list(level(0, 'decimal', '%1.'))],
  ['wide numbers', p('甲', numbered(3, 0)), ['１ 甲'], list(level(0, 'decimalFullWidth', '%1'))],
  ['syllables', p('甲', numbered(3, 0)) + p('乙', numbered(3, 0)), ['ア 甲', 'イ 乙'], list(level(0, 'aiueoFullWidth', '%1'))],
  ['circles', p('甲', numbered(3, 0)), ['① 甲'], list(level(0, 'decimalEnclosedCircle', '%1'))],
  ['characters', p('甲', numbered(3, 0)), ['一 甲'], list(level(0, 'japaneseCounting', '%1'))],
  ['letters', p('甲', numbered(3, 0)) + p('乙', numbered(3, 0)), ['(a) 甲', '(b) 乙'], list(level(0, 'lowerLetter', '(%1)'))],
  ['a form that is not known says no number', p('甲', numbered(3, 0)), ['• 甲'], list(level(0, 'hebrew1', '%1.'))],
  ['bullets', p('甲', numbered(3, 0)), ['• 甲'], list(level(0, 'bullet', ''))],
  ['a list that is not there', p('甲', numbered(9, 0)), ['甲']],
];
test.each(rows)('%s', async (_, body, lines, parts) => {
  const source = await openSource(makeDocx(body, parts));
  expect(source.text.split('\n')).toEqual(lines);
  expect(source.issues).toEqual([]);
  for (const { span } of source.blocks) expect(source.text.slice(...span).trim().length).toBe(span[1] - span[0]);
});

test('headings by their styles, heads and feet apart', async () => {
  const styles =
    '<w:style w:styleId="a"><w:name w:val="heading 2"/></w:style><w:style w:styleId="b"><w:name w:val="Eigen"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
  const { text, blocks } = await openSource(
    makeDocx(p('経済', '<w:pStyle w:val="a"/>') + p('会談', '<w:pStyle w:val="b"/>'), { styles, header1: p('部外秘'), footer1: p('外務省') }),
  );
  expect(blocks.map(({ span, kind, level: of, region }) => [text.slice(...span), kind, of, region])).toEqual([
    ['部外秘', 'paragraph', undefined, 'header'],
    ['経済', 'heading', 2, undefined],
    ['会談', 'heading', 1, undefined],
    ['外務省', 'paragraph', undefined, 'footer'],
  ]);
});

test('pages are where Word last ended them, within a paragraph too', async () => {
  const { text, pages } = await openSource(
    makeDocx(p('一') + run(`${t('二の前')}<w:lastRenderedPageBreak/>${t('二の後')}`) + run(`<w:lastRenderedPageBreak/>${t('三')}`)),
  );
  expect(pages?.map((span) => text.slice(...span))).toEqual(['一\n二の前', '二の後\n', '三']);
});

test('a document of no words says so', async () => {
  expect((await openSource(makeDocx(p('')))).issues.map(({ code }) => code)).toEqual(['intake/no-text']);
});
