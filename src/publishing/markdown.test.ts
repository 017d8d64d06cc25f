import { expect, test } from 'vitest';
import { testVoice } from '../language/test-voice.ts';
import { makeFixture } from './fixture.ts';
import { plain, toMarkdown } from './markdown.ts';

const rows: [what: string, words: string][] = [
  ['the title', '# 日露外相会談(概要)'],
  ['facts', '| 会談 | 外相会談 |'],
  ['commitments', '- **訪問** 日本 → ロシア: **意向**'],
  ['statements with their verb', '| 1(1) | ◈ 双方 | 確認 | 両外相は、次官級協議を続けていくことを **確認した** | 再掲 ポイント1 |'],
  ['markup of a source as words', '\\<原則\\>に基づく'],
];

test.each(rows)('shows %s', (_, words) => expect(toMarkdown(makeFixture(), testVoice('ja'))).toContain(words));

test('explains', () => expect(toMarkdown(makeFixture(), testVoice('en'), { explain: true })).toContain('└ xx.acts/agree 「で一致」'));

test.each([
  ['- a list', '\\- a list'],
  ['# a heading', '\\# a heading'],
  ['1. a number', '1\\. a number'],
  ['2) another', '2\\) another'],
  ['---', '\\---'],
  ['a | b', 'a \\| b'],
  ['![x](javascript:y)', '!\\[x\\](javascript:y)'],
  ['<b>&amp;</b>', '\\<b\\>\\&amp;\\</b\\>'],
  ['`code` *a* _b_ ~~c~~', '\\`code\\` \\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
  ['(1) plain & simple', '(1) plain & simple'],
])('%s stays what it is', (words, escaped) => expect(plain(words)).toBe(escaped));
