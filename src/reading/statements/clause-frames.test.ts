import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/ja'));

const HEAD = `日米外相会談
令和4年2月12日
12日、東山外務大臣は、ブラウン米国国務長官と会談を行ったところ、概要は以下のとおりです。
`;

function quotes(text: string): string[] {
  return read(fromText(HEAD + text, { mediaType: 'text/plain' }), pack).statements.map(({ quote }) => quote);
}

test('who came is no part of what is cited of an outcome', () => {
  expect(quotes('会談には両国の次官も出席し、会談後、共同声明が発出されました。')).toEqual(['会談後、共同声明が発出されました']);
});

test('who came and speaks is cited with what is said', () => {
  expect(quotes('東山大臣が会合に出席し、協力を続けたい旨述べました。')).toEqual(['東山大臣が会合に出席し、協力を続けたい旨述べました']);
});
