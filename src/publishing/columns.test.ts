import { describe, expect, test } from 'vitest';
import { cut, padded, printable, tail, width, wrapped } from './columns.ts';

describe('width', () => {
  const rows: [string, number][] = [
    ['', 0],
    ['abc', 3],
    ['外相会談', 8],
    ['ｱﾍﾟｯｸ', 5],
    ['APECの際', 8],
    ['が', 2],
    ['e\u0301', 1],
  ];
  test.each(rows)('%s takes %i columns', (words, columns) => expect(width(words)).toBe(columns));
});

describe('signs that stand alone', () => {
  const all = Array.from({ length: 0x10000 }, (_, unit) => unit)
    .filter((unit) => (unit >= 0x20 && unit < 0x7f) || unit > 0xa0)
    .filter((unit) => unit < 0xd800 || unit > 0xdfff);
  const seen = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const joiners = ['\u0301', '\ufe0f', '\u200d', '\u20dd', '\u3099'];

  test('every sign of the plane has the width beside its neighbours that it has by itself', () => {
    for (const unit of all) {
      const sign = String.fromCharCode(unit);
      if ([...seen.segment(`─${sign}`)].length !== 2 || [...seen.segment(`${sign}あ`)].length !== 2) continue;
      expect([sign, width(`─${sign}あ`)]).toEqual([sign, 3 + width(sign)]);
    }
  });

  test('what joins a sign makes one sign of both: nothing is cut between them', () => {
    for (const unit of all.filter((each) => each < 0x2600 && each % 3 === 0)) {
      const sign = String.fromCharCode(unit);
      for (const joiner of joiners) {
        const words = `${sign}${joiner}`;
        if ([...seen.segment(words)].length !== 1 || sign.trim() === '') continue;
        expect(wrapped(`あいう${words}えお`, 4).some((line) => line.startsWith(joiner))).toBe(false);
      }
    }
  });
});

describe('wrapped', () => {
  const rows: [words: string, columns: number, lines: string[]][] = [
    ['両外相は確認した', 8, ['両外相は', '確認した']],
    ['両外相は、確認した', 8, ['両外相', 'は、確認', 'した']],
    ['両外相が「確認」した', 10, ['両外相が', '「確認」し', 'た']],
    ['Foreign Minister Lavrov', 12, ['Foreign', 'Minister', 'Lavrov']],
    ['日露WTO加盟', 6, ['日露', 'WTO加', '盟']],
    ['一\n二', 8, ['一', '二']],
    ['', 8, ['']],
  ];
  test.each(rows)('%s at %i', (words, columns, lines) => expect(wrapped(words, columns)).toEqual(lines));

  test('no line is wider than asked, and none begins with a closing sign', () => {
    const words =
      '前原大臣から,1)隣国同士である日露がこの地域での協力を進めていくことが日本の戦略的利益であり、同時に、ロシアの戦略的利益にもなること(「相互信頼」)。'.repeat(
        20,
      );
    for (let columns = 10; columns < 60; columns++) {
      const lines = wrapped(words, columns);
      expect(lines.join('')).toBe(words);
      for (const line of lines) {
        expect(width(line)).toBeLessThanOrEqual(columns);
        expect(line).not.toMatch(/^[、。,)」]/);
      }
    }
  });
});

test('padded fills to a width, cut leaves out the end, tail the beginning', () => {
  expect(padded('日本', 6)).toBe('日本  ');
  expect(padded('日本語', 4)).toBe('日本語');
  expect(cut('日本とロシア', 8)).toBe('日本と…');
  expect(cut('日本', 4)).toBe('日本');
  expect(tail('日本とロシア', 7)).toBe('ロシア');
});

test('words between spaces are left out whole', () => {
  expect(cut('reaffirmed that diplomacy', 20)).toBe('reaffirmed that…');
  expect(tail('denuclearization of the Korean Peninsula', 30)).toBe('of the Korean Peninsula');
  expect(cut('a'.repeat(30), 10)).toBe(`${'a'.repeat(9)}…`);
});

test('controls cannot reach the terminal', () => {
  expect(printable('a\u001b[31mb\u0007c\u202ed\u009be\n')).toBe('a\ufffd[31mb\ufffdc\ufffdd\ufffde\n');
});

/** Spacing marks of Indic scripts, the Thai and Lao vowels that hold a mark, letters that join to Hangul syllables: terminals and libraries differ. */
const disputed = /\p{Mc}|[\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;

test('a width is what string-width gives, which takes longer to load', async () => {
  const { default: stringWidth } = await import('string-width');
  for (let unit = 0x20; unit <= 0xffff; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    const sign = String.fromCharCode(unit);
    if (disputed.test(sign) || /\p{Cn}/u.test(sign)) continue;
    if (width(sign) !== stringWidth(sign)) expect([unit.toString(16), width(sign)]).toEqual([unit.toString(16), stringWidth(sign)]);
    const both = `日${sign}`;
    if (width(both) !== stringWidth(both)) expect([unit.toString(16), width(both)]).toEqual([unit.toString(16), stringWidth(both)]);
  }
});
