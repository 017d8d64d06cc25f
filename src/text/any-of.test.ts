import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOf } from './any-of.ts';

test('the same as asking for each word', () => {
  // 日 and 襥 have their last eight bits in common
  const sign = fc.constantFrom('日', '襥', '本', 'a', '\uffff', '\u0000');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: sign, minLength: 1, maxLength: 3 }), { maxLength: 8 }), fc.string({ unit: sign }), (words, line) => {
      const list = anyOf(words);
      expect(list.begins(line)).toBe(words.some((word) => line.startsWith(word)));
      expect(list.ends(line)).toBe(words.some((word) => line.endsWith(word)));
      expect(list.in(line)).toBe(words.some((word) => line.includes(word)));
    }),
    { seed: 7, numRuns: 500 },
  );
});
