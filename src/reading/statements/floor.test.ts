import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));
const OPENING = '日・ペルー外相会談\n平成22年2月6日\n2月6日、東山外務大臣は、パレデス・ペルー外務大臣と会談した。\n';

/** Place, act, speakers and the last words of each statement. */
function told(text: string): string[] {
  const record = read(fromText(OPENING + text, { mediaType: 'text/plain' }), pack);
  return record.statements.map(
    ({ path, act, speakers, quote }) => `${path} ${act} ${speakers.map(({ party }) => party).join('+') || '-'} …${quote.slice(-6)}`,
  );
}

describe('a heading gives the floor', () => {
  test('where it names one who speaks', () => {
    expect(told('1 パレデス大臣の考え\n鉱山の安全を高めていきたい。\n2 東山大臣より\n隣国の安定を望んでいる。')).toEqual([
      '1 intend PE …めていきたい',
      '2 expect JP …を望んでいる',
    ]);
  });
  test('where it names an office that one of those who met holds', () => {
    expect(
      read(
        fromText(
          '日・チリ首脳会談\n平成22年2月6日\n2月6日、鳩山総理大臣は、ソト・チリ大統領と会談した。\n1 総理発言\n鉱山の安全を高めていきたい。\n2 大統領発言\n隣国の安定を望んでいる。',
          { mediaType: 'text/plain' },
        ),
        pack,
      ).statements.map(({ act, speakers: [one] }) => `${act} ${one?.party}`),
    ).toEqual(['intend JP', 'expect CL']);
  });
  test('not where it names a matter of theirs', () => {
    expect(told('1 パレデス大臣再任\n務めを続けたいというパレデス大臣の意向を歓迎する。')).toEqual(['1 welcome - …向を歓迎する']);
  });
});

describe('an announced list', () => {
  test('goes on behind one whom it cites', () => {
    expect(
      told(
        '1 東山大臣から以下を述べた。\n(1)支援に感謝する。\n(2)先の会談で大統領からは、訪問への歓迎があり、漁業への関心の表明があったことを紹介した。\n(3)航路の再開を望んでいる。',
      ),
    ).toEqual(['1(1) thank JP …援に感謝する', '1(2) explain JP …とを紹介した', '1(3) expect JP …を望んでいる']);
  });
  test('goes on over a remark in brackets at the head of a sentence', () => {
    expect(
      told('1 東山大臣から以下を述べた。\n(1)支援に感謝する。\n(2)(先月の会合を終え、)現地での作業を急ぎたい。\n(3)航路の再開を望んでいる。'),
    ).toEqual(['1(1) thank JP …援に感謝する', '1(2) intend JP …業を急ぎたい', '1(3) expect JP …を望んでいる']);
  });
  test('that they are some points is announcement enough', () => {
    expect(told('1 東山大臣より、以下二点に言及した。\n(ア)支援に感謝する。\n(イ)航路の再開を望んでいる。')).toEqual([
      '1(ア) thank JP …援に感謝する',
      '1(イ) expect JP …を望んでいる',
    ]);
  });
  test('a remark that is a sentence is the publisher’s', () => {
    expect(told('1 東山大臣から以下を述べた。\n(1)支援に感謝する。\n(2)(日程は調整することとなった。)')).toContain('1(2) agree JP+PE …こととなった');
  });
  test('goes on over the headings below it, until somebody speaks', () => {
    expect(
      told(
        '1 東山大臣から以下を述べた。\n(1)漁業\n漁業の協力に感謝する。\n(2)鉱山\n鉱山の安全を高めたい。\n2 これに対し、パレデス大臣から、歓迎する旨述べた。\n3 航路の再開を望んでいる。',
      ),
    ).toEqual(['1(1) thank JP …力に感謝する', '1(2) intend JP …全を高めたい', '2 welcome PE …する旨述べた', '3 expect - …を望んでいる']);
  });
  test('of what both agreed on gives no speaker', () => {
    expect(told('1 会談の結果、以下の2点を発表することとなった。\n(1)漁業\n両大臣は、漁業の協力で一致した。')).toEqual([
      '1(1) agree JP+PE …力で一致した',
    ]);
  });
  test('countries inside an item are what is said', () => {
    expect(told('1 東山大臣から以下を述べた。\n(1)日本とペルーは良い関係にあり、漁業の協力に感謝する。')).toEqual(['1(1) thank JP …力に感謝する']);
  });
});

test('in a speech, that both agree on a thing tells how things are', () => {
  expect(told('1 東山大臣から以下を述べた。\n(1)漁業が重要であることで双方は一致している。\n(2)鉱山の安全を高めたい。')).toEqual([
    '1(1) state JP …一致している',
    '1(2) intend JP …全を高めたい',
  ]);
});

describe('an item that goes on with また has the speaker of the one before', () => {
  test('where nobody else spoke there', () => {
    expect(told('1 両国関係\n(1)パレデス大臣から、支援に感謝した。\n(2)また、漁業の協力を続けたい旨述べた。')).toEqual([
      '1(1) thank PE …援に感謝した',
      '1(2) intend PE …たい旨述べた',
    ]);
  });
  test('not where two spoke, nor under another heading', () => {
    expect(told('1 両国関係\n(1)パレデス大臣から、支援に感謝した。東山大臣から、歓迎した。\n(2)また、漁業の協力を続けたい旨述べた。').at(-1)).toBe(
      '1(2) intend - …たい旨述べた',
    );
    expect(told('1 両国関係\nパレデス大臣から、支援に感謝した。\n2 地域情勢\nまた、漁業の協力を続けたい旨述べた。').at(-1)).toBe(
      '2 intend - …たい旨述べた',
    );
  });
});

test('米豪両国: the two just named, not all', () => {
  const text =
    '日米豪外相会合\n平成22年2月6日\n2月6日、東山外務大臣は、ハリス米国務長官及びスミス豪外務大臣と日米豪外相会合を行った。\n1 東山大臣から、拉致問題について説明し、米豪両国から支持を得た。';
  const record = read(fromText(text, { mediaType: 'text/plain' }), pack);
  expect(record.statements.map(({ act, speakers }) => `${act} ${speakers.map(({ party }) => party).join('+')}`)).toEqual([
    'explain JP',
    'support US+AU',
  ]);
});
