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
