import { expect, test } from 'vitest';
import { fold, folded } from './fold.ts';

test.each([
  ['２０１０年Ａ', '2010年A'],
  ['　x', ' x'],
  ['〜', '~'],
  // Radicals, of both blocks, as PDF files hold them.
  ['⼀⽇⽉⼤⺟', '一日月大母'],
  ['⺠⻄⻑⻘⻫⻭⻯⻲⻩⻨⻤⻝⻆⻁⺩', '民西長青斉歯竜亀黄麦鬼食角虎王'],
  ['⿰', '⿰'],
  ['\u2e7f\u2fd6', '\u2e7f\u2fd6'],
])('%s is looked through as %s', (words, as) => {
  expect(folded(words)).toBe(as);
});

test('unit for unit, and once is enough', () => {
  for (let unit = 0; unit <= 0xffff; unit++) expect(fold(fold(unit))).toBe(fold(unit));
  expect(folded('⽇'.repeat(10_000)).length).toBe(10_000);
});
