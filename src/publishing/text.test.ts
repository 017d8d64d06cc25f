import { describe, expect, test } from 'vitest';
import { testVoice } from '../language/test-voice.ts';
import { width } from './columns.ts';
import { makeFixture } from './fixture.ts';
import { toText } from './text.ts';

const reading = makeFixture();
const ja = testVoice('ja');

describe('in Japanese', () => {
  const text = toText(reading, ja);
  const rows: [what: string, line: RegExp][] = [
    ['the title', /^日露外相会談\(概要\)$/m],
    ['what kind of talks', /^会談 +外相会談$/m],
    ['when, with the weekday, the hour and the length', /^日時 +2020年4月9日\(木\) \(推定\) 15:00から 約1時間/m],
    ['that the place was worked out', /^場所 +日本 \(推定\)$/m],
    ['who was there', /^出席 +● 日本 {4}春日 外務大臣\n +◆ ロシア {2}ソコロフ 外務大臣$/m],
    ['the clock, with the days between', /発効 +2020年5月9日 +30日後/],
    ['who owes whom', /訪問 {2}日本 → ロシア {2}\[意向\]/],
    ['what a visit answers', /招待に応じるもの/],
    ['a statement with place, side and act', /^ {2}1\(1\) +◈ +双方 +確認 +両外相は/m],
    ['each side for itself', /2\(1\) +●◆ 各自 +立場/],
    ['withheld content', /▨ 非公表/],
    ['a reply', /↩ すぐ上への応答/],
    ['what is told again', /≡ 再掲 ポイント1/],
    ['a doubt', /▲ 注意: Heisei has no year 32/],
    ['a low confidence', /確度が低い読み: 2\(2\) 立場/],
  ];
  test.each(rows)('shows %s', (_, line) => expect(text).toMatch(line));
  test('has no colour unless asked', () => expect(text).not.toContain('\u001b'));
  test('no line is wider than 80 columns', () => {
    for (const line of text.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
  });
});

test('explains rules and words', () => {
  const text = toText(reading, ja, { explain: true });
  expect(text).toMatch(/└ xx\.acts\/agree 「で一致」/);
  expect(text).toMatch(/└ dates\/relative-month 「昨年6月」/);
  expect(text).toMatch(/└ speakers\/outcome/);
  expect(text).toMatch(/└ commitments\/visit/);
});

test('every line keeps within the columns, at many widths, in both languages', () => {
  for (const voice of [ja, testVoice('en')])
    for (let columns = 60; columns <= 100; columns += 5)
      for (const line of toText(reading, voice, { columns, explain: true }).split('\n')) expect(width(line)).toBeLessThanOrEqual(columns);
});

test('colour is put on and taken off', () => {
  const text = toText(reading, ja, { color: true });
  expect(text).toContain('\u001b[34m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(text.replace(/\u001b\[\d+m/g, '').replace(/ 意向 /, '[意向]')).toContain('日本 → ロシア');
});

test('says where there are no talks', () => {
  const none = { ...reading, talks: [], statements: [], commitments: [], instruments: [] };
  expect(toText(none, testVoice('en'))).toContain('No talks were found in this document');
});
