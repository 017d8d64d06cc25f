import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeAlike } from './alike.ts';

test('equal lists have one number, others another, and the number leads back to the list', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }), { maxLength: 60 }), fc.boolean(), (lists, large) => {
      const alike = makeAlike();
      const numbers = new Map<string, number>();
      for (const list of lists) {
        const words = Uint32Array.from(list, (one) => (large ? one * 0x3fffffff : one));
        const number = alike.numberOf(words, words.length);
        const known = numbers.get(words.join());
        if (known !== undefined) expect(number).toBe(known);
        else expect([...numbers.values()]).not.toContain(number);
        numbers.set(words.join(), number);
        expect([...alike.words.subarray(alike.starts[number], alike.starts[number + 1])]).toEqual([...words]);
      }
      expect(alike.size).toBe([...numbers.keys()].filter((words) => words !== '').length);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test('numbers hold while the table grows', () => {
  const alike = makeAlike();
  const list = new Uint32Array(4);
  const all = Array.from({ length: 20_000 }, (_, i) => {
    list.set([i % 7, i % 11, i, i >> 3]);
    return alike.numberOf(list, 1 + (i % 4));
  });
  for (const [i, number] of all.entries()) {
    list.set([i % 7, i % 11, i, i >> 3]);
    expect(alike.numberOf(list, 1 + (i % 4))).toBe(number);
  }
  list.fill(0);
  expect(alike.numberOf(list, 0)).toBe(0);
});
