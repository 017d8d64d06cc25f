import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../../intake/intake.ts';
import { loadPack } from '../../../language/load.ts';
import { read } from '../../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../../languages/ja'));

/** Of each of the talks who was met (those of the other side than the one who travels), and what was said there: act, speakers, the last words. */
function told(text: string, traveller = 'JP'): string[] {
  const { talks, statements } = read(fromText(text, { mediaType: 'text/plain' }), pack);
  return talks.map(({ id, kind, date, participants }) => {
    const met = participants.filter(({ party }) => party !== traveller).map(({ name, party }) => `${party} ${name}`);
    const said = statements
      .filter((one) => one.talks === id)
      .map(({ act, speakers, quote }) => `${act} ${speakers.map(({ party }) => party).join('+') || '-'} …${quote.slice(-5)}`);
    return [`${kind} ${date?.edtf ?? '-'} ${met.join(', ')}`, ...said].join(' | ');
  });
}

test('two whom one sentence tells to have been met are met at talks of their own, and what was said is of the one that it is said of', () => {
  expect(
    told(
      '東山外務大臣のトンガ訪問\n平成20年5月12日\n東山外務大臣は、5月10日から11日までトンガを訪問した。\n1.要人との会談\n' +
        '11日午前、東山大臣は、トゥポウ国王を表敬し、それに先立つタウファ外務大臣との会談では、漁業分野での協力を強化することで一致した。国王への表敬においては、国王より、日本の支援に対して謝意が述べられた。',
    ),
  ).toEqual(['courtesy-call 2008-05-11 TO トゥポウ | thank TO …述べられた', 'meeting 2008-05-11 TO タウファ | agree JP+TO …で一致した']);
  expect(
    told(
      '西園総理大臣のルーマニア訪問(概要)\n平成24年9月4日\n9月3日、西園総理大臣は、ルーマニアを訪問し、ポペスク首相と会談を行い、経済関係の強化で一致した。その後、イリエスク大統領を表敬した。同大統領からは、協定への支持が表明された。',
    ),
  ).toEqual(['meeting 2012-09-03 RO ポペスク | agree JP+RO …で一致した', 'courtesy-call - RO イリエスク | support RO …表明された']);
});

test('who calls and then is received goes on with the same day, and a name that is part of another is not the same person', () => {
  expect(
    told(
      '東山政務官のペルー及びボリビア訪問\n平成18年7月30日\n1.ペルー\n東山政務官は、25日、ガルシア大統領を表敬し、祝意を伝達した。また、ベラウンデ外相と会談し、投資協定交渉について意見交換を行った。\n' +
        '2.ボリビア\n27日、東山政務官は、チョケワンカ外相と会談し、鉱業について意見交換を行い、引き続きガルシア・リネラ副大統領を表敬し、支援を要請した。',
    ),
  ).toEqual([
    'courtesy-call 2006-07-25 PE ガルシア | congratulate JP …を伝達した',
    'meeting - PE ベラウンデ | exchange JP+PE …換を行った',
    'meeting 2006-07-27 BO チョケワンカ | exchange JP+BO …交換を行い',
    'courtesy-call 2006-07-27 BO ガルシア・リネラ | request JP …を要請した',
  ]);
});

test('each of those whom a section lists has what is said of the talks with that one', () => {
  expect(
    told(
      '東山外務大臣の東南アジア訪問(概要)\n平成30年8月8日\n東山外務大臣は、8月4日から7日まで、タイ及びミャンマーを訪問した。\n1.タイ\n' +
        '5日、東山大臣は、プラユット首相を表敬するとともに、ドーン外務大臣と会談した。プラユット首相への表敬では、東山大臣から、投資環境の整備を要請した。ドーン大臣との会談では、協力を進めることで一致した。\n' +
        '2.ミャンマー\n6日、東山大臣は、アウン・サン・スー・チー国家最高顧問と会談したほか、ミン・アウン・フライン国軍司令官と会談した。スー・チー国家最高顧問との会談では、東山大臣から、懸念を伝えた。',
    ),
  ).toEqual([
    'courtesy-call 2018-08-05 TH プラユット | request JP …を要請した',
    'meeting 2018-08-05 TH ドーン | agree JP+TH …で一致した',
    'meeting 2018-08-06 MM アウン・サン・スー・チー | concern JP …念を伝えた',
    'meeting 2018-08-06 MM ミン・アウン・フライン',
  ]);
});

test('of those whom a sentence lists as met apart, the one of whom it goes on to speak', () => {
  expect(
    told(
      '東山外務副大臣の第3回アフリカ資源会議出席(結果)\n平成28年3月20日\n1.3月17日から18日まで、東山外務副大臣は、モザンビークで開催された第3回アフリカ資源会議に出席した。\n' +
        '2.会議の際、東山副大臣は、マチャド・モザンビーク外相、シルバ・アンゴラ石油大臣などと二国間会談を行い、マチャド外相とは、開発における協力につき意見交換を行った。シルバ大臣からは、投資に対する期待が示された。',
    ).slice(-2),
  ).toEqual(['meeting - MZ マチャド | exchange JP+MZ …換を行った', 'meeting - AO シルバ | expect AO …が示された']);
});

test('a list is of those met each apart where the page goes on to tell with whom what was talked about, and a noun stands for a call before a meeting', () => {
  expect(
    told(
      '東山外務副大臣のヨルダン訪問\n平成30年7月6日\n1 7月5日,ヨルダンを訪問した東山外務副大臣は,カデル計画大臣,ハリル・ヨルダン軍参謀議長及びザイド外務次官と会談を行いました。\n' +
        '2 カデル計画大臣とは,経済政策を中心に意見交換を行いました。\n3 ザイド外務次官とは,中東和平について意見交換を行いました。',
    ),
  ).toEqual([
    'meeting 2018-07-05 JO カデル | exchange JP+JO …行いました',
    'meeting 2018-07-05 JO ハリル',
    'meeting 2018-07-05 JO ザイド | exchange JP+JO …行いました',
  ]);
  expect(
    told(
      '東山外務大臣のアンゴラ訪問\n平成14年9月2日\n東山外務大臣は、28日、アンゴラでドス大統領を表敬、ミラン外相と会談し、平和の定着につき意見交換を行った。',
    ),
  ).toEqual(['courtesy-call 2002-08-28 AO ドス', 'meeting 2002-08-28 AO ミラン | exchange JP+AO …換を行った']);
});

test('those met in each of several countries that one sentence names are of it, and so are those met in the one that it names', () => {
  expect(
    told(
      '東山政務官の西アフリカ3カ国訪問\n平成16年1月20日\n東山政務官は、1月7日から16日まで、ガーナ、ベナン及びマリを訪問した。東山政務官は、ガーナではクラ大統領及びメンス外相を表敬した。ベナンではケリク大統領、マリではトゥレス外相と会談した。',
    ),
  ).toEqual(['courtesy-call - GH クラ, GH メンス', 'meeting - BJ ケリク', 'meeting - ML トゥレス']);
});

test('talks outside of what the page of a visit tells at length are told where it names the two who met', () => {
  const page = (more: string) =>
    told(
      `マルティス・パナマ大統領の訪日(概要)\n平成24年10月24日\n1 日程概要\n(1)マルティス大統領は、ルクス外務大臣、ロイス運河担当大臣とともに訪日した。\n(2)22日には、西園総理大臣との首脳会談が行われた。\n(3)${more}\n2 首脳会談概要\n西園総理から、歓迎する旨述べた。マルティス大統領は、謝意を表明した。`,
    );
  expect(page('また、23日、ルクス外務大臣と東山外務大臣との外相会談も実施された。').at(-1)).toBe('meeting 2012-10-23 PA ルクス');
  expect(page('また、23日、西園総理とマルティス大統領との首脳会談も実施された。')).toHaveLength(1);
  expect(page('また、23日、ルクス外務大臣と東山外務大臣との外相会談が予定されている。')).toHaveLength(1);
});

test('of a visit to one country headings that are others are matters, and a guest meets several of ours', () => {
  expect(
    told(
      '東山外務大臣の訪米(概要)\n平成14年12月18日\n東山外務大臣は、12月16日、ワシントンにおいて、パウエル国務長官と会談し、午後、ライス大統領補佐官、チェイニー副大統領と相次いで会談したところ、概要以下のとおり。\n' +
        '1.イラク\n(1)パウエル長官より、申告につき説明があった。\n(2)ライス補佐官からは、謝意が述べられた。\n2.北朝鮮\nチェイニー副大統領との会談においては、東山大臣から、連携の重要性を強調した。',
    ),
  ).toEqual([
    'meeting 2002-12-16 US パウエル | explain US …明があった',
    'meeting 2002-12-16 US ライス | thank US …述べられた',
    'meeting 2002-12-16 US チェイニー | state JP …を強調した',
  ]);
  expect(
    told(
      'マケイ・バヌアツ外務大臣の訪日(概要と評価)\n平成16年6月14日\nマケイ・バヌアツ外務大臣は、6月9日から12日まで外務省賓客として訪日した。\n' +
        '1.滞在中、マケイ大臣は、東山外務大臣と会談し、協力で一致したほか、西園総理大臣を表敬した。\n2.西園総理への表敬では、西園総理から、謝意を述べた。',
      'VU',
    ),
  ).toEqual(['meeting - JP 東山 | agree JP+VU …で一致した', 'courtesy-call - JP 西園 | thank JP …意を述べた']);
});

test('a meeting of which somebody speaks, or of another time, is none of those', () => {
  const page = (more: string) =>
    told(`東山外務大臣のトンガ訪問\n平成20年5月12日\n11日、東山外務大臣は、トンガを訪問し、タウファ外相と会談し、協力で一致した。${more}`).map(
      (one) => one.split(' | ')[0],
    );
  const alone = ['meeting 2008-05-11 TO タウファ'];
  expect(page('また、東山大臣から、トゥポウ国王を表敬し、謝意を伝えた旨述べた。')).toEqual(alone);
  expect(page('なお、東山大臣は、平成18年にトゥポウ国王を表敬している。')).toEqual(alone);
  expect(page('タウファ外相は、ペレス外相と会談し、協力を求めた。')).toEqual(alone);
  expect(page('次いで、トゥポウ国王を表敬した。')).toEqual([...alone, 'courtesy-call - TO トゥポウ']);
});

test('words behind several talks that do not say at which they were said stay with the first, with a doubt', () => {
  const doubts = (more: string) =>
    read(
      fromText(
        `東山外務大臣のトンガ訪問\n平成20年5月12日\n11日、東山外務大臣は、トンガを訪問し、タウファ外相と会談し、トゥポウ国王を表敬した。\n${more}`,
        {
          mediaType: 'text/plain',
        },
      ),
      pack,
    ).issues.flatMap(({ code }) => (code === 'talks/which-of-several' ? [code] : []));
  expect(doubts('双方は、漁業について協力していくことで一致した。')).toEqual(['talks/which-of-several']);
  expect(doubts('国王への表敬では、漁業について協力していくことで一致した。')).toEqual([]);
});
