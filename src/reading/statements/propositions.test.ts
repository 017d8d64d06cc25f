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

test('nor of what was said there', () => {
  expect(contents('東山外務大臣は、デンマークのハンセン外相と会談し、港の整備を支えていく旨述べました。')).toEqual(['港の整備を支えていく']);
  expect(contents('東山外務大臣は、ハンセン・デンマーク外相を表敬訪問し、港の整備を支えていくとのメッセージを伝達しました。')).toEqual([
    '港の整備を支えていく',
  ]);
});

test('what one says of a meeting to come is', () => {
  expect(contents('東山外務大臣は、来月デンマークのハンセン外相と会談し、港の問題で結論を得たい旨述べました。')).toEqual([
    '来月デンマークのハンセン外相と会談し、港の問題で結論を得たい',
  ]);
});

/** The words of the verb of each statement. */
function verbs(sentence: string): string[] {
  const text = `日デンマーク外相会談\n令和4年2月12日\n12日、${sentence}\n`;
  return read(fromText(text, { mediaType: 'text/plain' }), pack).statements.map(({ verb }) => verb.text);
}

test('what an action is said to be is a part of what is agreed: its importance, and not that it will be', () => {
  expect(contents('両外相は、航路の安全を確保することの重要性を確認しました。')).toEqual(['航路の安全を確保することの重要性を']);
  expect(contents('両外相は、条約の見直しの必要性について一致しました。')).toEqual(['条約の見直しの必要性について']);
  expect(contents('両外相は、港の持続可能性向上について協議しました。')).toEqual(['港の持続可能性向上について']);
  expect(contents('両外相は、航路の安全を確保することを確認しました。')).toEqual(['航路の安全を確保する']);
});

test('contents that a conjunction joins, or of which one is the reason, are told apart', () => {
  expect(contents('東山大臣から、仲介を期待すること、また、緊密に連絡を取り合いたい旨述べました。')).toEqual([
    '仲介を期待する',
    '緊密に連絡を取り合いたい',
  ]);
  expect(contents('東山大臣から、行動する考えであること、また、各国と連携していきたい旨述べました。')).toEqual([
    '行動する考えである',
    '各国と連携していきたい',
  ]);
  expect(contents('東山大臣から、沿岸の情勢を憂慮しているとして、監視を続けたい旨述べました。')).toEqual([
    '沿岸の情勢を憂慮している',
    '監視を続けたい',
  ]);
  // what one is
  expect(contents('東山大臣から、議長国として、監視を続けたい旨述べました。')).toEqual(['議長国として、監視を続けたい']);
  expect(contents('東山大臣から、港の整備を急ぎたい旨、これに対し、ハンセン外相から、整備を歓迎する旨述べました。')).toEqual([
    '港の整備を急ぎたい',
    '整備を歓迎する',
  ]);
});

test('a verb that is no word of an act is cited from where a word begins', () => {
  expect(verbs('東山大臣から、両国は長い間港の整備を着実に進めてきた、漁業を重視している旨述べました。')[0]).toBe('整備を着実に進めてきた');
  expect(verbs('東山大臣から、首都に皆様をお迎えでき光栄である、漁業を重視している旨述べました。')[0]).toBe('お迎えでき光栄である');
});

test('to whom it is said, and marks of quotation whose other stands outside, are no part of what is said', () => {
  expect(contents('東山大臣から、ハンセン外相に対し、港の整備を続ける旨述べました。')).toEqual(['港の整備を続ける']);
  // whoever is asked is the one who is to do it
  expect(contents('東山大臣から、ハンセン外相に対し、早期に訪日するよう招待しました。')).toEqual(['ハンセン外相に対し、早期に訪日する']);
  expect(contents('東山大臣は、「支援に感謝する。港の整備を続けたい。」と述べました。')).toEqual(['支援に', '港の整備を続けたい']);
  expect(contents('東山大臣は、「海の計画」(「道の計画」の続き)を説明しました。')).toEqual(['「海の計画」(「道の計画」の続き)を']);
});

test('what one says in a quotation of several sentences was not done by both', () => {
  expect(contents('東山大臣は、「今回は港について良い議論ができた。今後も連携したい。」と述べました。')).toEqual([
    '今回は港について良い議論ができた',
    '今後も連携したい',
  ]);
});

test('what one side supports goes on before what it holds', () => {
  expect(contents('東山大臣から、先方の対応を支持しており、また、合意は重要であると認識している、連携したい旨述べました。')).toEqual([
    '先方の対応を',
    '合意は重要であると認識している',
    '連携したい',
  ]);
});

test('each sentence of a quotation is told for itself, also before one with an act of its own', () => {
  expect(
    contents(
      'ハンセン外相より、「両国の関係は着実に進歩している。課題に取り組んでいきたい。投資を期待している。良い機会である。」旨の発言がありました。',
    ),
  ).toEqual(['両国の関係は着実に進歩している', '課題に取り組んでいきたい', '投資を', '良い機会である']);
});
