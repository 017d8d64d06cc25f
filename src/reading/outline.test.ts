import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromText } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import type { OutlineNode } from '../record/reading.ts';
import { isBlank } from '../text/span.ts';
import { findOutline } from './outline.ts';
import { findSentences } from './sentences.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../languages/ja'));

/** Kind, path and first words of each passage. */
function passages(text: string, mediaType = 'text/plain'): string[] {
  const source = fromText(text, { mediaType });
  return findOutline(source, pack).value.passages.map(({ kind, path, span }) => `${kind} ${path} ${source.text.slice(...span)}`);
}

function furniture(text: string, mediaType = 'text/plain'): string[] {
  const source = fromText(text, { mediaType });
  const found: string[] = [];
  const walk = (node: OutlineNode): void => {
    if (node.kind === 'furniture') found.push(source.text.slice(...node.span));
    node.children.forEach(walk);
  };
  findOutline(source, pack).value.nodes.forEach(walk);
  return found;
}

describe('layouts', () => {
  test.each<[string, string, string[]]>([
    [
      'title, date, opening words, numbered sections',
      '日仏外相会談\n令和12年4月9日\n4月9日、東山外務大臣は会談を行った。\n1 二国間関係\n(1)両大臣は一致した。\n(2)両大臣は確認した。\n2 国際情勢\n両大臣は意見交換した。',
      [
        'title title 日仏外相会談',
        'dateline dateline 令和12年4月9日',
        'lede lede 4月9日、東山外務大臣は会談を行った。',
        'heading 1 二国間関係',
        'item 1(1) 両大臣は一致した。',
        'item 1(2) 両大臣は確認した。',
        'heading 2 国際情勢',
        'paragraph 2 両大臣は意見交換した。',
      ],
    ],
    [
      'a list of points',
      '日仏外相会談\n会談を行った。\n【ポイント】\n・協力で一致。\n・来訪を歓迎。\n1 総論\n一致した。',
      [
        'title title 日仏外相会談',
        'lede lede 会談を行った。',
        'heading points ポイント',
        'item points/1 協力で一致。',
        'item points/2 来訪を歓迎。',
        'heading 1 総論',
        'paragraph 1 一致した。',
      ],
    ],
    [
      'a noun over a text is a heading, whatever act it tells; below each other they are a list',
      '日仏外相会談\n会談を行った。\n1 評価\n(1)基本方針の確認\n両大臣は一致した。\n(2)改革路線への支持表明\n両大臣は説明した。\n2 成果\n(1)基本方針の確認\n(2)二国間関係全般の評価\n両大臣は確認した。',
      [
        'title title 日仏外相会談',
        'lede lede 会談を行った。',
        'heading 1 評価',
        'heading 1(1) 基本方針の確認',
        'paragraph 1(1) 両大臣は一致した。',
        'heading 1(2) 改革路線への支持表明',
        'paragraph 1(2) 両大臣は説明した。',
        'heading 2 成果',
        'item 2(1) 基本方針の確認',
        'item 2(2) 二国間関係全般の評価',
        'paragraph 2(2) 両大臣は確認した。',
      ],
    ],
    [
      'the first number glued to the stop before it',
      '日印首脳会談\n(概要)平成12年8月23日\n23日、西園総理は会談したところ、概要以下の通り。1.総論\n西園総理より、謝意を表明した。2.核不拡散\n(1)双方は一致した。(2)双方は確認した。',
      [
        'title title 日印首脳会談',
        'dateline dateline (概要)平成12年8月23日',
        'lede lede 23日、西園総理は会談したところ、概要以下の通り。',
        'heading 1 総論',
        'paragraph 1 西園総理より、謝意を表明した。',
        'heading 2 核不拡散',
        'item 2(1) 双方は一致した。',
        'item 2(2) 双方は確認した。',
      ],
    ],
    [
      'no number: a decimal, a year and an amount behind a stop',
      '日印首脳会談\n会談を行った。1.5倍に増えた。2000年に合意した。3 月に訪れる。',
      ['title title 日印首脳会談', 'lede lede 会談を行った。1.5倍に増えた。2000年に合意した。3 月に訪れる。'],
    ],
    [
      'a day above the title, and one that a section below the text tells',
      '報道資料\n2012年5月4日\n第14回日中韓環境大臣会合の結果\n会合が開催され、双方は意見交換を行った。\n2.日程\n平成24年5月2日(水)〜3日(木)',
      [
        'dateline dateline 2012年5月4日',
        'title title 第14回日中韓環境大臣会合の結果',
        'lede lede 会合が開催され、双方は意見交換を行った。',
        'heading 2 日程',
        'paragraph 2 平成24年5月2日(水)〜3日(木)',
      ],
    ],
    [
      'a number and a day',
      '日露次官級協議(概要)\n平成14年1月25日\n1.25日、協議が行われた。\n2.双方は意見交換を行った。',
      ['title title 日露次官級協議(概要)', 'dateline dateline 平成14年1月25日', 'item 1 25日、協議が行われた。', 'item 2 双方は意見交換を行った。'],
    ],
    [
      'a list of one entry that holds the page',
      '日英外相電話会談\n1.  本29日、電話会談を行いました。\n  1 東山大臣から、説明がありました。\n  2 両大臣は、一致しました。',
      [
        'title title 日英外相電話会談',
        'lede lede 本29日、電話会談を行いました。',
        'item 1 東山大臣から、説明がありました。',
        'item 2 両大臣は、一致しました。',
      ],
    ],
    [
      'Roman numbers in Latin letters',
      '日加外相会談\n会談を行った。\nI.日加関係\n(1)一致した。\nII.国際情勢\n(1)確認した。',
      [
        'title title 日加外相会談',
        'lede lede 会談を行った。',
        'heading I 日加関係',
        'item I(1) 一致した。',
        'heading II 国際情勢',
        'item II(1) 確認した。',
      ],
    ],
    [
      'bullets and numbers in cells of their own',
      '日米会談の概要\n12日、会談を行った。\n1.冒頭\n● |\n西園総理より、歓迎の意を述べた。\n|\n(1) |\nハリス副大統領は、謝意を述べた。',
      [
        'title title 日米会談の概要',
        'lede lede 12日、会談を行った。',
        'heading 1 冒頭',
        'item 1/1 西園総理より、歓迎の意を述べた。',
        'item 1(1) ハリス副大統領は、謝意を述べた。',
      ],
    ],
    [
      'a month, and no title but a ministry',
      '外務省\n平成28年2月\n2月12日、会談を行った。',
      ['dateline dateline 平成28年2月', 'lede lede 2月12日、会談を行った。'],
    ],
    [
      'brackets on a line by themselves add to the title above them',
      'マカロフ・ロシア大統領の来日\n(概要と評価)\n\n平成18年11月10日\n\n1 概要\n大統領を表敬した。',
      [
        'title title マカロフ・ロシア大統領の来日',
        'lede lede (概要と評価)',
        'dateline dateline 平成18年11月10日',
        'heading 1 概要',
        'paragraph 1 大統領を表敬した。',
      ],
    ],
    [
      'brackets below what is no title are one',
      '外務省では、次の会談を行った。\n(会談の概要)\n\n平成18年11月10日\n\n1 概要\n大統領を表敬した。',
      [
        'lede lede 外務省では、次の会談を行った。',
        'title title (会談の概要)',
        'dateline dateline 平成18年11月10日',
        'heading 1 概要',
        'paragraph 1 大統領を表敬した。',
      ],
    ],
    [
      'what was held, and behind it in brackets when and where, is a title and no date',
      '第5回日中韓次官級の集いの開催(2016年8月24日、東京)\n2016.08.24\n双方は意見交換を行った。',
      ['title title 第5回日中韓次官級の集いの開催(2016年8月24日、東京)', 'dateline dateline 2016.08.24', 'lede lede 双方は意見交換を行った。'],
    ],
    [
      'a visit with its day is a title',
      '東山外務大臣の訪米 平成12年2月21日\n1.日程\n大統領を表敬した。',
      ['title title 東山外務大臣の訪米 平成12年2月21日', 'heading 1 日程', 'paragraph 1 大統領を表敬した。'],
    ],
    [
      'numbers doubled by a list',
      '日仏外相会談\n1 総論\n 1. (1) 一致した。\n 2. (2) 確認した。',
      ['title title 日仏外相会談', 'heading 1 総論', 'item 1(1) 一致した。', 'item 1(2) 確認した。'],
    ],
    [
      'a number that is written again with each of its parts, and one that begins anew',
      '日仏外相会談\n1. (1) 一致した。\n1. (2) 確認した。\n2. (1) 歓迎した。\n2. (1) 提案した。',
      ['title title 日仏外相会談', 'item 1(1) 一致した。', 'item 1(2) 確認した。', 'item 2(1) 歓迎した。', 'item 2#2(1) 提案した。'],
    ],
    [
      'the opening below the points, and a point that runs over two lines',
      '日仏外相会談\n【ポイント】\n・交流を広げることで\n一致。\n　9日、会談した。概要は以下のとおり。\n1 一致した。',
      [
        'title title 日仏外相会談',
        'heading points ポイント',
        'item points/1 交流を広げることで',
        'paragraph points 一致。',
        'lede lede 9日、会談した。概要は以下のとおり。',
        'item 1 一致した。',
      ],
    ],
    [
      'the people of a side in a form are no heading',
      '日仏外相会談\n出席者:\nフランス側:某外相\n両外相は一致した。',
      ['title title 日仏外相会談', 'lede lede 出席者:', 'lede lede フランス側:某外相', 'lede lede 両外相は一致した。'],
    ],
    [
      'letters and circles, full width',
      '日仏外相会談\n1.総論\n(1)経済\nア 一致した。\nイ 確認した。\n(イ)歓迎した。\n2.地域\n①一致した。\n②確認した。',
      [
        'title title 日仏外相会談',
        'heading 1 総論',
        'heading 1(1) 経済',
        'item 1(1)ア 一致した。',
        'item 1(1)イ 確認した。',
        'item 1(1)イ(イ) 歓迎した。',
        'heading 2 地域',
        'item 2① 一致した。',
        'item 2② 確認した。',
      ],
    ],
    [
      'flat numbers with sentences',
      '日仏外相会談\n会談を行った。\n1 一致した。\n2 確認した。\nまた、歓迎した。',
      ['title title 日仏外相会談', 'lede lede 会談を行った。', 'item 1 一致した。', 'item 2 確認した。', 'paragraph 2 また、歓迎した。'],
    ],
    [
      'bullets inside a section, and on their own',
      '日仏外相会談\n● 一致した。\n● 確認した。\n2 総論\n・一致した。\n・確認した。',
      ['title title 日仏外相会談', 'item 1 一致した。', 'item 2 確認した。', 'heading 2 総論', 'item 2/1 一致した。', 'item 2/2 確認した。'],
    ],
    [
      'a sentence broken around a link; bullets alone on their lines; a heading right below a numbered one',
      '日仏首脳会談\n令和12年4月9日\n1 概要\n両首脳は、東京で開かれた会談において協力を進めるために首脳間で\n共同声明\nに署名した。\n2 内容\n(1)首脳会談\n某大統領の発言\n・\nエネルギー対話\nの開始を評価。\n・\n協力を進めたい。\n西園総理の発言\n・\n訪問を歓迎する。',
      [
        'title title 日仏首脳会談',
        'dateline dateline 令和12年4月9日',
        'heading 1 概要',
        'paragraph 1 両首脳は、東京で開かれた会談において協力を進めるために首脳間で\n共同声明\nに署名した。',
        'heading 2 内容',
        'heading 2(1) 首脳会談',
        'heading 2(1) 某大統領の発言',
        'item 2(1)/1 エネルギー対話\nの開始を評価。',
        'item 2(1)/2 協力を進めたい。',
        'heading 2(1) 西園総理の発言',
        'item 2(1)/1 訪問を歓迎する。',
      ],
    ],
    [
      'lines that only look broken: a blank line between, a number, a whole sentence before, a kana word',
      '日仏首脳会談\n令和12年4月9日\n両首脳は一致した。\nの意味で歓迎した。\n協力\n\nに署名した。\nのぞみは高い。\nにぎわいを歓迎した。',
      [
        'title title 日仏首脳会談',
        'dateline dateline 令和12年4月9日',
        'lede lede 両首脳は一致した。',
        'lede lede の意味で歓迎した。',
        'heading s1 協力',
        'paragraph s1 に署名した。',
        'paragraph s1 のぞみは高い。',
        'paragraph s1 にぎわいを歓迎した。',
      ],
    ],
    [
      'a heading glued to the sentence before',
      '日仏外相会談\n1 総論\n一致した。2 地域情勢\n確認した。',
      ['title title 日仏外相会談', 'heading 1 総論', 'paragraph 1 一致した。', 'heading 2 地域情勢', 'paragraph 2 確認した。'],
    ],
    [
      'headings without numbers',
      '日仏外相会談\n会談を行った。\n<二国間関係>\n一致した。\n【地域情勢】\n確認した。',
      [
        'title title 日仏外相会談',
        'lede lede 会談を行った。',
        'heading s1 二国間関係',
        'paragraph s1 一致した。',
        'heading s2 地域情勢',
        'paragraph s2 確認した。',
      ],
    ],
    [
      'a form',
      '日仏外相会談\n日時:4月9日 10時\n場所:東京\n1 一致した。',
      ['title title 日仏外相会談', 'lede lede 日時:4月9日 10時', 'lede lede 場所:東京', 'item 1 一致した。'],
    ],
    [
      'notes and references',
      '日仏外相会談\n1 一致した。\n(注)これは注である。\n【参考】\n前回は昨年である。',
      ['title title 日仏外相会談', 'item 1 一致した。', 'note', 'heading note/2 参考', 'paragraph note/2 前回は昨年である。'],
    ],
  ])('%s', (_, text, expected) => {
    const found = passages(text);
    expect(found.map((line, i) => (expected[i] === 'note' ? (line.startsWith('paragraph note/1') ? 'note' : line) : line))).toEqual(expected);
  });

  test('headings are known to what stands below them', () => {
    const source = fromText('日仏外相会談\n1 総論\n(1)経済\n一致した。\n2 地域\n確認した。', { mediaType: 'text/plain' });
    const headings = findOutline(source, pack).value.passages.map(({ headings }) => headings.map((span) => source.text.slice(...span)).join('/'));
    expect(headings).toEqual(['', '', '総論', '総論/経済', '', '地域']);
  });

  test('numbers that repeat get paths of their own and an issue', () => {
    const source = fromText('日仏外相会談\n1 一致した。\n2 確認した。\n1 歓迎した。', { mediaType: 'text/plain' });
    const { value, issues } = findOutline(source, pack);
    expect(value.passages.map(({ path }) => path)).toEqual(['title', '1', '2', '1#2']);
    expect(issues.map(({ code }) => code)).toEqual(['outline/number-repeated']);
  });

  test('a number that is skipped is said', () => {
    const { issues } = findOutline(fromText('日仏外相会談\n1 一致した。\n3 確認した。', { mediaType: 'text/plain' }), pack);
    expect(issues.map(({ code }) => code)).toEqual(['outline/number-skipped']);
  });

  test('amounts, dates and decimals at the head of a line are no numbers', () => {
    expect(passages('日仏外相会談\n会談を行った。\n3.5億円を供与した。\n4月9日に開いた。\n2030年に開く。').slice(2)).toEqual([
      'lede lede 3.5億円を供与した。',
      'lede lede 4月9日に開いた。',
      'lede lede 2030年に開く。',
    ]);
  });
});

describe('furniture', () => {
  test('the line below a picture tells what it shows', () => {
    expect(furniture('日仏外相会談\n・(写真)某大臣との会談\n某大臣との会談\n1 一致した。\n・画像2\n某首相表敬\n某国首相を表敬した。')).toEqual([
      '・(写真)某大臣との会談',
      '某大臣との会談',
      '・画像2',
      '某首相表敬',
    ]);
    expect(furniture('日仏外相会談\n・画像2\n会談において一致した。\n(写真)握手\n某首相表敬\n某国首相を表敬した。')).toEqual([
      '・画像2',
      '(写真)握手',
    ]);
  });
  test('captions, links back and navigation are kept apart', () => {
    expect(furniture('外務大臣\n日仏外相会談\n(写真)会談の様子\n1 一致した。\nこのページのトップへ戻る')).toEqual([
      '外務大臣',
      '(写真)会談の様子',
      'このページのトップへ戻る',
    ]);
    expect(
      furniture(
        '<nav><a href=/>国・地域</a></nav><h1>日仏外相会談</h1><p>一致した。</p><figure><figcaption>握手</figcaption></figure><footer>住所</footer>',
        'text/html',
      ),
    ).toEqual(['国・地域', '握手', '住所']);
  });
  test('what stands under a picture, lines without a word, sections of a site', () => {
    expect(
      furniture(
        '国・地域\n![]() |\n令和2年10月6日\n(写真1)会談に臨む両外相\n表敬を受ける西園総理大臣1\n外務省・新着情報\n10月6日、表敬を受けました。',
      ),
    ).toEqual(['国・地域', '![]() |', '(写真1)会談に臨む両外相', '表敬を受ける西園総理大臣1', '外務省・新着情報']);
    expect(furniture('日加外相会談\n日加外相会談2\n会談を行った。\n(1)国際情勢\n(イ) 中東\n両外相は一致した。')).toEqual(['日加外相会談2']);
    expect(furniture('東山外務大臣の会合に出席するための訪米\n平成22年2月6日\n会談に臨むに当たり、東山大臣から、握手した。')).toEqual([]);
  });
  test('the title again with a number is a section', () => {
    expect(passages('日・ブラジル首脳会談\n会談を行った。\n1 日・ブラジル首脳会談\n(1)歓迎した。')).toContain('item 1(1) 歓迎した。');
    expect(furniture('日・ブラジル首脳会談\n日・ブラジル首脳会談2\n会談を行った。')).toEqual(['日・ブラジル首脳会談2']);
  });
  test('a line among the pictures between the day and the first sentence names nothing', () => {
    expect(furniture('新着情報\n令和6年5月1日\n両外相の握手の様子\n両外相による共同記者発表\n東山外務大臣は、外相と会談を行った。')).toEqual([
      '新着情報',
      '両外相の握手の様子',
      '両外相による共同記者発表',
    ]);
    expect(furniture('令和6年5月1日\n両外相の握手の様子\n日仏外相会談\n東山外務大臣は、外相と会談を行った。')).toEqual(['両外相の握手の様子']);
    expect(furniture('令和6年5月1日\n両外相による共同記者発表\n東山外務大臣は、外相と会談を行った。')).toEqual([]);
  });
  test('the words of a link make a line furniture only where it is no sentence', () => {
    expect(furniture('日仏外相会談\n両大臣は、行動計画別ウィンドウで開くの実施を確認した。\n共同声明(PDF)別ウィンドウで開く')).toEqual([
      '共同声明(PDF)別ウィンドウで開く',
    ]);
  });
  test('sentences are never furniture', () => {
    expect(furniture('日仏外相会談\n両大臣は、昨年の訪問について話した。\n1 国・地域の情勢について意見交換した。')).toEqual([]);
  });
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '1 ',
      '(1)',
      '(2)',
      '1.',
      '①',
      'ア ',
      '(イ)',
      '・',
      '● ',
      '【',
      '】',
      '。',
      '日仏外相会談',
      '概要',
      '一致した',
      '平成22年11月13日',
      '(注)',
      'へ戻る',
      '(写真)',
      '\u3000',
      '\r\n',
      '「',
      '」',
      '(',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  test('leaves hold every sign once, children lie in parents, sentences fill passages', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = fromText(pieces.join(''), { mediaType: 'text/plain' });
        const { text } = source;
        const { nodes, passages } = findOutline(source, pack).value;
        const owner = new Uint8Array(text.length);
        const walk = (list: readonly OutlineNode[], from: number, to: number): void => {
          let last = from;
          for (const node of list) {
            expect(node.span[0]).toBeGreaterThanOrEqual(last);
            expect(node.span[1]).toBeLessThanOrEqual(to);
            expect(node.span[1]).toBeGreaterThanOrEqual(node.span[0]);
            last = node.span[1];
            if (node.children.length > 0) walk(node.children, node.span[0], node.span[1]);
            else for (let i = node.span[0]; i < node.span[1]; i++) owner[i] = (owner[i] ?? 0) + 1;
          }
        };
        walk(nodes, 0, text.length);
        for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) expect(owner[i]).toBe(1);
        const filled = new Uint8Array(text.length);
        for (const { span, passage } of findSentences(text, passages, pack)) {
          expect(span[0]).toBeGreaterThanOrEqual(passage.span[0]);
          expect(span[1]).toBeLessThanOrEqual(passage.span[1]);
          for (let i = span[0]; i < span[1]; i++) filled[i] = (filled[i] ?? 0) + 1;
        }
        for (const { span } of passages) for (let i = span[0]; i < span[1]; i++) if (!isBlank(text.charCodeAt(i))) expect(filled[i]).toBe(1);
      }),
      { seed: 5, numRuns: 600 },
    );
  });
});
