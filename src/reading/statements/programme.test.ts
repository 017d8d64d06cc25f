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

const VISIT = `東山外務大臣のデンマーク訪問(概要)

平成22年9月6日

1.主な日程(9月4日から5日)
・ハンセン外相との会談
・首相表敬、議長と意見交換
2.会談の成果
東山大臣は、9月4日、コペンハーゲンでハンセン外相と会談し、港の整備に協力することで一致した。
`;

test('what stands on a programme is nothing that was said', () => {
  expect(said(VISIT)).toEqual(['agree JP+DK']);
});

test('a sentence below it is', () => {
  expect(said(VISIT.replace('議長と意見交換', '議長とは往来について意見交換を行った。'))).toEqual(['exchange JP+DK', 'agree JP+DK']);
});

test('a list below another heading tells what was done', () => {
  expect(said(VISIT.replace('主な日程(9月4日から5日)', '会談の概要'))).toEqual(['exchange JP+DK', 'agree JP+DK']);
});

const AIMS = `東山外務大臣のデンマーク訪問(概要)

平成22年9月6日

1.訪問の目的
二国間関係に関する意見交換を行うとともに、支援を継続していくとの姿勢を示すこと。
2.会談の成果
東山大臣は、9月4日、コペンハーゲンでハンセン外相と会談し、港の整備に協力することで一致した。
`;

test('why somebody travelled is nothing that was said, what was done below its heading is', () => {
  expect(said(AIMS)).toEqual(['agree JP+DK']);
  expect(said(AIMS.replace('姿勢を示すこと', '姿勢を示した'))[0]).toBe('exchange JP+DK');
});
