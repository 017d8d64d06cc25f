import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

/** Of each statement its act and sides. */
function said(text: string): string[] {
  const { statements } = read(fromText(text, { mediaType: 'text/plain' }), pack);
  return statements.map(({ act, speakers }) => `${act} ${speakers.map(({ party }) => party).join('+')}`);
}

const MET = `東山外務大臣と二か国との外相会談
令和2年8月25日
25日、東山外務大臣は、訪日中の2か国の外相と個別に外相会談を行いました。
東山大臣が会談を行ったのは、以下の2か国の外相です。
(1)ニコラ・ペレイラ・ベリーズ外務大臣
(2)ルイス・カマウ・グレナダ外務大臣
`;

test('below the last of a list of those met, where somebody else speaks first, he has not the floor', () => {
  expect(said(`${MET}冒頭、東山大臣から、訪日を歓迎する旨述べました。また、協力を強化していくことで各国と一致しました。`)).toEqual([
    'welcome JP',
    'agree JP+BZ+GD',
  ]);
});

test('below the name of a speaker his words are told', () => {
  const play = `日露外相会談
令和2年8月25日
25日、東山外務大臣は、オルロフ・ロシア外務大臣と外相会談を行いました。
東山大臣
漁業の協力を進めたい。
オルロフ大臣
御提案を歓迎する。`;
  expect(said(play)).toEqual(['intend JP', 'welcome RU']);
});

test('from an office nobody comes: who is spoken of may stand right behind it', () => {
  const page = `日露首脳会談
令和2年8月25日
25日、西園総理大臣は、オルロフ・ロシア大統領と首脳会談を行いました。
1 地域情勢
両首脳は、漁業について議論をしたほか、地域情勢について、総理よりソー・ミン国連特使の役割を評価する旨述べた。`;
  expect(said(page)).toEqual(['exchange JP+RU', 'appreciate JP']);
});

test('countries that are described within what one says do not speak; their officers do', () => {
  const page = `カリブ共同体(カリコム)諸国の若手外交官による水野外務副大臣表敬
令和2年8月25日
25日、水野外務副大臣は、訪日中のカリコム若手外交官6名の表敬を受けたところ、概要は以下のとおりです。
1 水野副大臣より、訪日を歓迎する旨述べました。また、この事業は関係の強化に貢献している旨、また、カリコム諸国は災害からの復興に直面しているが、我が国としても協力していきたい旨述べました。
2 これに対しカリコム諸国外交官より、訪日の機会に謝意を表明しました。`;
  expect(said(page)).toEqual(['welcome JP', 'state JP', 'intend JP', 'thank CARICOM']);
});

test('the secretary of an office of several countries speaks for none of them', () => {
  const page = `日中韓外相会議
令和2年8月25日
25日、東山外務大臣、王文中国外交部長及び李相俊韓国外交部長官は、日中韓外相会議を行いました。
1 三外相は、協力を続けることで一致しました。日中韓三国協力事務局長は、三外相に対し、支援を求めました。`;
  expect(said(page)).toEqual(['agree JP+CN+KR', 'request ']);
});
