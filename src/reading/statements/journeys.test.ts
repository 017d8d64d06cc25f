import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

/** Act, speakers and the last words of each statement. */
function told(text: string): string[] {
  const { statements } = read(fromText(text, { mediaType: 'text/plain' }), pack);
  return statements.map(({ act, speakers, quote }) => `${act} ${speakers.map(({ party }) => party).join('+') || '-'} …${quote.slice(-6)}`);
}

test('what was said in another country is not said by those who met in one', () => {
  expect(
    told(
      '西園知事のベトナム及びタイ訪問の結果について\n西園知事が令和4年12月20日から25日まで、ベトナム及びタイを訪問しました。\n' +
        'ベトナムでは、ダオ首相と会談を行い、観光について意見交換を行うとともに、輸出への協力を依頼しました。ダオ首相からは全面的に支援する旨の発言がありました。\n' +
        'タイでは、観光庁を訪問しました。チャン総裁からは、「交流を進めていきたい」との発言がありました。',
    ),
  ).toEqual(['exchange JP+VN …見交換を行う', 'request JP …依頼しました', 'intend VN …がありました']);
});

test('a heading that addresses who reads the page gives nobody the floor', () => {
  expect(
    told(
      '令和4年7月28日\n\n陸上幕僚長より皆さまへ\n\n本日は電話懇談についてお知らせします。\n\n豪陸軍本部長との電話懇談\n\n' +
        '7月25日、オーストラリア陸軍本部長に着任したミラー中将と電話懇談を行いました。本懇談においては、連携を促進していくことで一致しました。',
    ).filter((one) => !one.startsWith('agree')),
  ).toEqual([]);
});

test('what was said at the next of several meetings in one passage is said by those who met there', () => {
  expect(
    told(
      '2018年10月12日、東山大臣は、カンボジアのサコン農林水産大臣と会談し、投資を進めることで一致した。また、ベトナムのズアイン農業大臣とも会談し、輸出の拡大を求めた。ズアイン大臣は、検討する旨述べた。',
    ),
  ).toEqual(['agree JP+KH …とで一致した', 'request JP …拡大を求めた', 'defer VN …する旨述べた']);
});

test('an exchange whose matter is its object is told where the account opens too', () => {
  expect(told('2018年10月12日、東山大臣は、カンボジアのサコン外相と会談し、投資を増やす方策を議論した。漁業なども話題となった。')).toEqual([
    'exchange JP+KH …策を議論した',
    'exchange JP+KH …話題となった',
  ]);
});

test('what one sentence tells of several met apart was said to each of them', () => {
  const lede = '2022年9月1日、東山大臣は、ドイツのベッカー外相、英国のリード外相とそれぞれ会談し、';
  expect(told(`${lede}連携を強化することで一致しました。`)).toEqual(['agree JP+DE …一致しました', 'agree JP+GB …一致しました']);
  // whom nothing parts sat together
  expect(told('2022年9月1日、東山大臣は、ドイツのベッカー外相、英国のリード外相と会談し、連携を強化することで一致しました。')).toEqual([
    'agree JP+DE+GB …一致しました',
  ]);
});

test('whom one of those who came to a meeting of many met apart is told apart', () => {
  expect(
    told(
      '日米豪印デジタル大臣会合の概要\n2022年9月5日\n\n9月4日、東京において日米豪印デジタル大臣会合が開催され、東山デジタル大臣、米国のミラー商務副長官、豪州のクラーク通信大臣、インドのラオ電子大臣が出席しました。四か国は、協力を進めることで一致しました。\n\n' +
        '会合に先立ち、東山大臣はクラーク大臣と会談し、人材の交流を進めることを確認しました。',
    ),
  ).toEqual(['agree JP+US+AU+IN …一致しました', 'confirm JP+AU …確認しました']);
});

test('a country that the page calls by the first sign of its name is heard by that', () => {
  expect(
    told(
      'アーメド・バングラデシュ大統領への表敬\n\n平成12年8月20日\n\n西園総理は、20日、アーメド・バングラデシュ大統領を表敬したところ、概要以下の通り。\n\n' +
        '1.経済協力\n「バ」側より、我が国の支援に対して謝意が表明された。\n\n2.国連改革\n「バ」よりは、我が国の常任理事国入りの支持が表明された。',
    ),
  ).toEqual(['thank BD …が表明された', 'support BD …が表明された']);
});

test('what the section on a conference tells was not said at the meeting at its edge', () => {
  const opening =
    '東山経済産業大臣がシンガポール共和国に出張しました\n\n2018年11月19日\n\n' +
    '東山経済産業大臣は、11月14日にシンガポール共和国に出張し、シンガポールのリー貿易産業大臣と二国間会談を行い、投資について議論を深めました。\n\n';
  const met = 'exchange JP+SG …を深めました';
  expect(told(`${opening}1.地域経済協定閣僚会合\n\n地域経済協定閣僚会合(12日)では、残された論点について議論しました。`)).toEqual([met]);
  expect(told(`${opening}1.地域経済協定\n\n双方は、残された論点について議論しました。`)).toEqual([met, 'exchange JP+SG …議論しました']);
});

test('the same president is the new one named last, and no guest of his', () => {
  expect(
    told(
      '東山特派大使のペルー訪問\n\n平成30年5月10日\n\n東山太郎特派大使は5月7日から9日にかけてペルーを訪問し、ロペス・ペルー大統領就任式典に出席しました。\n\n' +
        '1.5月8日、就任式には、ディアス・パナマ大統領、メンデス・ボリビア大統領をはじめ多数の要人が出席しました。続いて、ロペス新大統領に対する表敬において、' +
        '東山特派大使は、両国の関係を深めていきたい旨述べたところ、同大統領は、日本との関係のために尽力したい旨応えました。',
    ),
  ).toEqual(['intend JP …たい旨述べた', 'intend PE …旨応えました']);
});
