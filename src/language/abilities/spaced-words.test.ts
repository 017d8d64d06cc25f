import { describe, expect, test } from 'vitest';
import { makePhrases, wordsIn } from './spaced-words.ts';

const short = new Set(['mr.', 'st.']);
const words = (text: string) => wordsIn(text, 0, text.length, short);
const written = (text: string) => words(text).map(({ start, end }) => text.slice(start, end));

describe('words that blanks set apart', () => {
  test.each<[string, string[]]>([
    ['Mr. Mori’s talks, held in the U.S., went on.', ['Mr.', 'Mori', '’s', 'talks', ',', 'held', 'in', 'the', 'U.S.', ',', 'went', 'on', '.']],
    ['the U.S.-Japan Alliance', ['the', 'U.S.', '-', 'Japan', 'Alliance']],
    ['the United States’ aid', ['the', 'United', 'States', '’', 'aid']],
    ['1,300 troops, 3.5 billion', ['1,300', 'troops', ',', '3.5', 'billion']],
    ['Al-Thani, O’Brien and Çavuşoğlu', ['Al-Thani', ',', 'O’Brien', 'and', 'Çavuşoğlu']],
    ['It ended. They left', ['It', 'ended', '.', 'They', 'left']],
    ['', []],
    [' \n\t', []],
  ])('%j', (text, expected) => expect(written(text)).toEqual(expected));

  test('words lie in order and apart, and hold all that is no blank', () => {
    for (const text of ['a’’s ’s..U.S.S.R.', '«A.B» — “c”…', '12.5.3,4,,5', 'Ünïcödé\u2028x\ud83d\ude00y']) {
      let last = 0;
      for (const { start, end } of words(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(last, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(text.slice(last).trim()).toBe('');
    }
  });
});

describe('phrases', () => {
  const phrases = makePhrases([
    ['prime minister', 1],
    ['Prime', 2],
    ["ministers' meeting", 3],
  ]);
  test('the longest counts, whatever the case of a small letter; a capital must be one', () => {
    expect(phrases.at(words('Prime Minister Mori'), 0)).toEqual({ end: 2, value: 1 });
    expect(phrases.at(words('prime numbers'), 0)).toBeUndefined();
    expect(phrases.at(words('Prime numbers'), 0)).toEqual({ end: 1, value: 2 });
    expect(phrases.at(words('Ministers’ Meeting'), 0)).toEqual({ end: 3, value: 3 });
    expect(phrases.at(words('prime minister'), 0, 1)).toBeUndefined();
  });
});
