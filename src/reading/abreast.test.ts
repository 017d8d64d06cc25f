import { expect, test } from 'vitest';
import { abreast, alone, type Stages } from './abreast.ts';

function* counted(name: string, stages: number, log: string[]): Stages<string> {
  for (let stage = 1; stage <= stages; stage++) {
    if (stage > 1) yield;
    log.push(`${name}${stage}`);
  }
  return name;
}

test('each goes through a stage before the first goes through the next; those with fewer are done sooner, results keep their order', () => {
  const log: string[] = [];
  expect(abreast([counted('a', 3, log), counted('b', 1, log), counted('c', 2, log)])).toEqual(['a', 'b', 'c']);
  expect(log).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
});

test('one alone goes through all; none give nothing', () => {
  const log: string[] = [];
  expect(alone(counted('a', 2, log))).toBe('a');
  expect(log).toEqual(['a1', 'a2']);
  expect(abreast([])).toEqual([]);
});
