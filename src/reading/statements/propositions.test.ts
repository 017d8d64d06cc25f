import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

/** What each statement says was said. */
function contents(sentence: string): string[] {
  const text = `日デンマーク外相会談\n令和4年2月12日\n12日、${sentence}\n`;
  return read(fromText(text, { mediaType: 'text/plain' }), pack).statements.map(({ content }) => (content ? text.slice(...content) : ''));
}

test('with whom one met is no part of what was agreed, discussed or meant there', () => {
  expect(contents('東山外務大臣は、デンマークのハンセン外相と会談し、港の整備で協力することで一致しました。')).toEqual(['港の整備で協力する']);
  expect(contents('東山外務大臣は、デンマークのハンセン外相と外相会談を行い、港の整備について意見交換を行いました。')).toEqual(['港の整備について']);
  expect(contents('東山外務大臣は、デンマークのハンセン外相と会談し、支援を続ける意向を表明しました。')).toEqual(['支援を続ける']);
});

test('what one says of a meeting to come is', () => {
  expect(contents('東山外務大臣は、来月デンマークのハンセン外相と会談し、港の問題で結論を得たい旨述べました。')).toEqual([
    '来月デンマークのハンセン外相と会談し、港の問題で結論を得たい',
  ]);
});
