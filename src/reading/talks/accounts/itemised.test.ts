import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { intake } from '../../../intake/intake.ts';

import { loadPack } from '../../../language/load.ts';
import { read } from '../../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../../languages/ja'));

/** Kind, day and who took part of each of the talks. */
function talksOf(page: string): string[] {
  const source = intake(new TextEncoder().encode(page), { mediaType: page.startsWith('<') ? 'text/html' : 'text/plain' });
  return read(source, pack).talks.map(
    ({ kind, date, participants }) => `${kind} ${date?.edtf ?? '-'} ${participants.map(({ party, name }) => `${party} ${name}`).join(', ')}`,
  );
}

const PAGES: readonly [what: string, page: string, talks: readonly string[]][] = [
  [
    'a table pasted as lines, whose days have no month',
    `長尾外務副大臣のウルグアイ訪問
(概要と成果)

平成20年3月

1.概要

 長尾副大臣は、3月3日から7日までウルグアイを訪問した(モンテビデオ(4日、5日)、コロニア(6日))。現地での主な行事は以下のとおり。

主な行事
日付 行事
4日(火曜日) 日本庭園視察、日系社会関係者との昼食会
5日(水曜日) ベルガラ外務次官との会談
大使公邸主催レセプション
6日(木曜日) ノボア大統領主催式典
オリベラ外相との会談
在留邦人との懇談

2.成果

(1)式典には我が国を代表して出席した。
`,
    ['meeting 2008-03-05 JP 長尾, UY ベルガラ', 'meeting 2008-03-06 JP 長尾, UY オリベラ'],
  ],
  [
    'the last line of a list looks like a heading, and what was said to all is of the first',
    `東山特派大使のパラオ訪問(概要)

平成22年10月20日

1.日程と主要行事

(1)日程

 10月11日(月曜日)~10月15日(金曜日)

(2)主要行事

日付 主要行事
12日(火曜日) トリビオン大統領との会談、レメンゲサウ国会議長との会談
日本大使館主催レセプション
13日(水曜日) パラオ国会での演説
14日(木曜日) 慰霊碑への献花
バック・ミクロネシア国務大臣との会談

2.概要

(1)パラオ政府要人との会談においては、漁業分野で協力することで一致した。

(2)国会では、両国の関係に関する演説を行った。
`,
    ['meeting 2010-10-12 JP 東山, PW トリビオン', 'meeting 2010-10-12 JP 東山, PW レメンゲサウ', 'meeting 2010-10-14 JP 東山, FM バック'],
  ],
  [
    'a guest, who is met by those of ours whom the lines name',
    `ファラーズ・ヨルダン国王の訪日
(5月8日~11日:公賓)
(概要と評価)

平成12年5月15日

1.概要

国王の訪日は6年ぶり。

2.主要日程

5月8日(月) 東山外務大臣のファラーズ国王表敬
日・ヨルダン外相会談
5月9日(火) 歓迎式典
経済団体共催昼食会
日・ヨルダン首脳会談
共同声明署名式
総理主催晩餐会
5月10日(水) 大学での講演
天皇陛下との御会見及び宮中午餐
北沢経済産業大臣のファラーズ国王表敬

3.評価

(1)首脳会談においては、中東和平につき率直な意見交換が行われ、両首脳は緊密に連携することで一致した。
`,
    [
      'meeting 2000-05-09 JO ファラーズ',
      'courtesy-call 2000-05-08 JP 東山, JO ファラーズ',
      'meeting 2000-05-08 ',
      'courtesy-call 2000-05-10 JP 北沢, JO ファラーズ',
    ],
  ],
  [
    'a table, of which one meeting is told at length below',
    `<html><body><h1>東山外務大臣のモロッコ訪問(概要)</h1><p>平成24年8月6日</p>
<p>東山外務大臣は、8月2日から4日までモロッコを訪問しました。</p>
<h2>1 日程</h2>
<table><tr><th>日付</th><th>行事</th></tr>
<tr><td>8月2日(木曜日)</td><td>ラバト着</td></tr>
<tr><td>8月3日(金曜日)</td><td>オトマニ外相との会談<br>ベンキラン首相表敬<br>在留邦人との懇談</td></tr>
<tr><td>8月4日(土曜日)</td><td>ラバト発</td></tr></table>
<h2>2 会談の概要</h2>
<h3>(1)オトマニ外相との会談</h3>
<p>東山大臣から、再生可能エネルギー分野での協力を進めたい旨述べました。これに対し、オトマニ外相から、謝意が述べられました。</p>
</body></html>
`,
    ['meeting 2012-08-03 JP 東山, MA オトマニ', 'courtesy-call 2012-08-03 JP 東山, MA ベンキラン'],
  ],
  [
    'hours of a day before the meetings',
    `西園総理大臣のヨルダン訪問
平成18年7月14日
西園総理は、7月12日から13日まで、ヨルダンを訪問した。
1.滞在日程
7月12日(水)
夕刻 アンマン着
7月13日(木)
午前 バヒート首相との会談、共同記者会見
午後 アブドッラー国王表敬
夜 アンマン発
2.首脳会談の概要
バヒート首相との会談では、西園総理より、地域の安定に向けた努力を評価する旨述べた。
`,
    ['meeting 2006-07-13 JP 西園, JO バヒート', 'courtesy-call 2006-07-13 JP 西園, JO アブドッラー'],
  ],
  [
    'a programme in one sentence',
    `マルティン・ペルー外務大臣の訪日

平成26年6月12日

1 6月9日から11日まで、ルイス・マルティン・ペルー外務大臣が外務省賓客として訪日しました。

2 マルティン大臣は、滞在中、西園総理大臣への表敬、北沢官房長官への表敬、東山外務大臣との会談を行いました。

3 日・ペルー外相会談では、両大臣は、投資の促進で一致しました。
`,
    ['courtesy-call - JP 西園, PE マルティン', 'meeting - JP 東山, PE マルティン', 'courtesy-call - JP 北沢, PE マルティン'],
  ],
  [
    'a visit that is still to come',
    `西園総理大臣のチリ訪問(予定)

平成28年11月1日

西園総理大臣は、11月20日から22日まで、チリを訪問する予定です。日程は以下のとおりです。

11月20日(日曜日) サンティアゴ着
11月21日(月曜日) ロハス大統領との会談、共同記者会見
11月22日(火曜日) サンティアゴ発
`,
    [],
  ],
  [
    'a journey to two countries, each known by where one arrived',
    `東山外務大臣の東南アジア訪問
平成20年8月20日
東山外務大臣は、8月11日から15日まで、ラオス及びカンボジアを訪問した。
1.日程
8月11日(月) ビエンチャン着
8月12日(火) トンルン外相との会談、ブアソーン首相表敬
8月13日(水) プノンペン着、カンボジア外相との会談
8月14日(木) フン・セン首相表敬
8月15日(金) 帰国
2.ラオス
(1)トンルン外相との会談では、東山大臣から、道路整備を支援する旨述べた。
`,
    [
      'meeting 2008-08-12 JP 東山, LA トンルン',
      'courtesy-call 2008-08-12 JP 東山, LA ブアソーン',
      'meeting 2008-08-13 JP 東山',
      'courtesy-call 2008-08-14 JP 東山, KH フン・セン',
    ],
  ],
  [
    'bullets with their days, and a sentence that tells of nobody',
    `北沢国土交通副大臣のスペイン出張
平成22年2月26日
北沢副大臣は、2月21日から24日まで、スペインに出張し、鉄道関係者等と意見交換を行った。
1.主要日程
・22日(月) ロペス運輸大臣との会談、高速鉄道視察
・23日(火) カルボ国会議員との意見交換、バルセロナへ移動
・24日(水) 署名式、ガルシア運輸省次官との会談
`,
    ['meeting 2010-02-22 JP 北沢, ES ロペス', 'meeting 2010-02-23 JP 北沢, ES カルボ', 'meeting 2010-02-24 JP 北沢, ES ガルシア'],
  ],
  [
    'two of ours who came together',
    `アリエフ・カザフスタン首相の来日
平成20年6月25日
アリエフ首相は、6月18日から21日まで実務訪問賓客として来日した。
1 日程概要
18日 到着
19日 東山外務大臣及び大滝経済産業大臣による表敬、日本企業関係者との懇談
20日 西園総理との首脳会談、総理主催夕食会
21日 離日
2 首脳会談
20日、西園総理は、アリエフ首相と会談し、原子力分野での協力を進めることで一致した。
`,
    ['meeting 2008-06-20 JP 西園, KZ アリエフ', 'courtesy-call 2008-06-19 JP 東山, JP 大滝, KZ アリエフ'],
  ],
  [
    'days as lines of their own',
    `東山外務大臣の豪州訪問
平成30年10月12日
1 主な日程
10月9日
シドニー着
日豪「2+2」
10月10日
日豪外相会談
モリソン首相表敬
戦争記念館献花
2 日豪外相会談
10月10日、東山外務大臣は、ペイン外務大臣と会談を行いました。両大臣は、海洋安全保障での協力を進めることで一致しました。
`,
    ['meeting 2018-10-10 JP 東山, AU ペイン', 'ministerial 2018-10-09 JP 東山', 'courtesy-call 2018-10-10 JP 東山, AU モリソン'],
  ],
  [
    'offices without names, on the page of an envoy that tells no more',
    `大滝総理特使のブータン訪問
平成24年11月20日
大滝特使は、11月14日から16日まで、ブータンを訪問した。
日程
14日 パロ着、ティンプーへ移動
15日 ティンレイ首相との会談、外務大臣との会談
国王拝謁
16日 パロ発
`,
    ['meeting 2012-11-15 JP 大滝, BT ティンレイ', 'meeting 2012-11-15 JP 大滝', 'courtesy-call 2012-11-15 JP 大滝'],
  ],
  [
    'a guest on a page without its title',
    `平成20年6月12日

6月9日から11日まで、ルイス・マルティン・ペルー外務大臣は、外務省賓客として日本を訪問しました。

1 日程
6月9日 到着
6月10日 東山外務大臣との会談、西園総理大臣表敬
6月11日 離日

2 外相会談の概要
東山大臣から、投資の促進を期待する旨述べました。マルティン大臣から、協力したい旨述べました。
`,
    ['meeting 2008-06-10 JP 東山, PE ルイス・マルティン', 'courtesy-call 2008-06-10 JP 西園, PE ルイス・マルティン'],
  ],
  [
    'a visit that is announced with its programme, on a page of an earlier day',
    `東山外務大臣のノルウェー訪問について

平成18年4月28日

1.東山外務大臣は、5月5日から6日まで、ノルウェーを訪問する。

(参考)日程
5月5日(金曜日) オスロ着、ハーコン国王拝謁
5月6日(土曜日) ベルグ首相との会談
`,
    [],
  ],
];

test.each(PAGES)('%s', (_, page, talks) => {
  expect(talksOf(page)).toEqual(talks);
});

test('what was said to people of a government whom no name tells is of the first of them whom the programme names', () => {
  const page = `東山特派大使のパラオ訪問(概要)
平成22年10月20日
東山大使は、10月12日から14日まで、パラオを訪問した。
1 日程
10月12日(火) トリビオン大統領との会談
10月14日(木) バック・ミクロネシア国務大臣との会談
2 概要
(1)パラオ政府要人との会談においては、漁業分野で協力することで一致した。
(2)帰途、空港にてミクロネシアのバック国務大臣と会談し、航空路について意見交換を行った。`;
  const { talks, statements } = read(intake(new TextEncoder().encode(page), { mediaType: 'text/plain' }), pack);
  const said = statements.map(({ act, talks: id }) => `${act} ${talks.find((one) => one.id === id)?.participants.at(-1)?.name}`);
  expect(said).toEqual(['agree トリビオン', 'exchange バック']);
});
