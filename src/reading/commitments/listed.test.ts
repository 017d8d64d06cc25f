import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

const PAGE = `日・デンマーク外相会談

平成22年9月6日

9月6日、東山外務大臣は、訪日中のハンセン・デンマーク外務大臣と会談を行ったところ、概要は以下のとおり。

1 経済協力
ハンセン外相から、以下の支援を行う旨表明しました。
・食糧援助(3億円)
・道路改修のための円借款(50億円)
・人材育成
`;

test('lines of what one means to give, each with its sum, are promises of help', () => {
  const { commitments } = read(fromText(PAGE, { mediaType: 'text/plain' }), pack);
  expect(commitments.map(({ kind, by, to, what }) => [kind, ...by, ...to, what])).toEqual([
    ['aid', 'DK', 'JP', '食糧援助(3億円)'],
    ['aid', 'DK', 'JP', '道路改修のための円借款(50億円)'],
  ]);
});
