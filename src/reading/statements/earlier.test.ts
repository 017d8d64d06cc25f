import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadPack } from '../../language/load.ts';
import { pageOf } from '../test-page.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

/** The talks were held on 13 November 2010. */
test.each([
  ['日露両国は2008年1月に対話を立ち上げた。双方は、交流を続けることで一致した。', ['agree JP RU']],
  ['双方は、11月13日に覚書に署名した。', ['conclude JP RU']],
  ['双方は、昨年署名した協定に基づき、新たな覚書に署名した。', ['conclude JP RU']],
  ['双方は、昨年9月に署名した漁業協定の批准書を交換した。', ['conclude JP RU']],
  ['東山大臣から、昨年12月の首脳会議では行動計画を発出し、その内容を着実に実施している、今後も協力したい旨述べた。', ['state JP', 'intend JP']],
])('%s', (text, statements) => {
  expect(pageOf(text, pack).statements.map(({ act, speakers }) => [act, ...speakers.map(({ party }) => party)].join(' '))).toEqual(statements);
});
