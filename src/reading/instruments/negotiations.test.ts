import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

const AGREED = `日・デンマーク首脳会談

平成28年11月19日

11月18日、東山総理大臣は、ハンセン・デンマーク首相と会談を行いました。
1 両首脳は、次の点で一致しました。
ア 政策協議を開始します。
イ 租税条約の締結に向けた協議を開始します。
`;

test('talks on a treaty that a line of what was agreed begins are a step of the treaty, and a promise of their own', () => {
  const { instruments, commitments } = read(fromText(AGREED, { mediaType: 'text/plain' }), pack);
  expect(instruments.map(({ name, events }) => [name, events.map(({ event, date }) => `${event} ${date?.edtf}`)])).toEqual([
    ['租税条約', ['negotiation-agreed 2016-11-18']],
  ]);
  expect(commitments.map(({ kind, stage }) => `${kind} ${stage}`)).toEqual(['meeting agreed', 'meeting agreed']);
});

test('what a line only mentions is none', () => {
  const { instruments } = read(fromText(AGREED.replace('に向けた協議を開始します', 'の準備を続けます'), { mediaType: 'text/plain' }), pack);
  expect(instruments.flatMap(({ events }) => events)).toEqual([]);
});
