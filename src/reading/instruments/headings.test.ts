import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

const PAGE = `日・デンマーク首脳会談

平成28年11月19日

11月18日、東山総理大臣は、ハンセン・デンマーク首相と会談を行ったところ、概要は以下のとおりです。

1 冒頭
東山総理大臣から、以下を述べました。
ハンセン首相の訪日を歓迎する。また幅広い分野にわたる共同声明を発出し、今後の協力の羅針盤としたい。

2 共同声明の発出
両首脳は、会談後、日・デンマーク共同声明を発出しました。
`;

const stepsOf = (text: string): string[] =>
  read(fromText(text, { mediaType: 'text/plain' }), pack).instruments.flatMap(({ name, events }) =>
    events.map(({ event, date }) => `${name}: ${event} ${date.edtf}`),
  );

test('a document that a heading names by what it is and the sentence below by its name is one', () => {
  expect(stepsOf(PAGE)).toEqual(['日・デンマーク共同声明: issued 2016-11-18']);
});

test('what one side says that it means to issue is not issued by that', () => {
  expect(stepsOf(PAGE.slice(0, PAGE.indexOf('2 共同声明')))).toEqual([]);
});
