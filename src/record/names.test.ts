import { expect, test } from 'vitest';
import { inOtherLanguages, named, samePlace } from './names.ts';

test.each([
  ['ロシア', 'country', 'RU'],
  ['Russia', 'country', 'RU'],
  ['ＲＵＳＳＩＡ', 'country', 'RU'],
  ['Россия', 'country', 'RU'],
  ['ジュネーブ', 'place', 'CH/Geneva'],
  ['Женева', 'place', 'CH/Geneva'],
  ['St. Petersburg', 'place', 'RU/Saint Petersburg'],
  ['St Petersburg', 'place', 'RU/Saint Petersburg'],
  ['キャンプデービッド', undefined, undefined],
  ['キャンプ・デービッド', 'place', 'US/Camp David'],
  ['АТЭС', 'organisation', 'APEC'],
  ['министр иностранных дел', 'office', 'foreign-minister'],
  ['外相', 'office', 'foreign-minister'],
  ['協力', undefined, undefined],
  ['', undefined, undefined],
])('%s is %s %s', (words, kind, code) => {
  expect(named(words)[0]?.kind).toBe(kind);
  expect(named(words)[0]?.code).toBe(code);
});

test.each([
  ['北京', ['Beijing', 'Пекин']],
  ['外務大臣', ['Foreign Minister', 'Minister of Foreign Affairs', 'Minister for Foreign Affairs', 'министр иностранных дел']],
  // Of several languages at once: then all the rest.
  ['ASEAN', ['東南アジア諸国連合', 'アセアン', 'Association of Southeast Asian Nations', 'АСЕАН']],
  ['nobody', []],
])('%s in other languages', (words, others) => {
  expect(inOtherLanguages(words)).toEqual(others);
});

test.each([
  ['東京', 'Tokyo', true],
  ['東京', 'Kyoto', false],
  ['Токио', '東京都', true],
  ['東京', '某町', undefined],
  ['シンガポール', 'Singapore', true],
  // The capital lies in the country.
  ['モスクワ', 'Russia', undefined],
  ['モスクワ', 'Norway', false],
])('%s and %s: one place %s', (one, other, same) => {
  expect(samePlace(one, other)).toBe(same);
});
