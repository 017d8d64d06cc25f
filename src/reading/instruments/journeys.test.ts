import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

const stepsOf = (text: string): string[] =>
  read(fromText(text, { mediaType: 'text/plain' }), pack).instruments.flatMap(({ name, events }) =>
    events.map(({ event, date }) => `${name}: ${event} ${date.edtf}`),
  );

const JOURNEY = (days: string): string => `東山大臣のデンマーク訪問

平成18年7月

1.訪問概要

 ${days}、東山大臣は、デンマークを訪問し、ハンセン外務大臣との間で第1回協力委員会を開催した。会合後、両外相は協力委員会に関する覚書に署名した。また、東山大臣はイェンセン大統領への表敬を行った。

2.会談の主要点

東山大臣より、協力を続けたい旨述べた。
`;

test('what was signed on a journey whose days the passage tells is signed on one of them', () => {
  expect(stepsOf(JOURNEY('6月30日~7月1日'))).toEqual(['協力委員会に関する覚書: signed 2006-06-30/2006-07-01']);
});

test('days that the passage does not tell as numbers are not those of the signing', () => {
  expect(stepsOf(JOURNEY('先月'))).toEqual(['協力委員会に関する覚書: signed undefined']);
});

const PROGRAMME = `イェンセン・デンマーク大統領の訪日(概要)

平成12年11月6日

1.主要日程

10月31日(火) 東山大臣の大統領表敬
11月1日(水) 歓迎式典
石油担当大臣による共同声明署名
首脳会談
日・デンマーク首脳共同声明署名
11月2日(木) 講演

2.首脳会談(11月1日)

双方は、協力を続けることで一致した。
`;

test('a document that a line of a programme tells to be signed is signed on the day with which the lines begin', () => {
  expect(stepsOf(PROGRAMME)).toEqual(['共同声明: signed 2000-11-01', '日・デンマーク首脳共同声明: signed 2000-11-01']);
});
