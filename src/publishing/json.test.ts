import { expect, test } from 'vitest';
import { record } from '../record/schema.ts';
import { makeFixture } from './fixture.ts';
import { toJson } from './json.ts';

test('the fixture is a record, and comes back whole', () => {
  const reading = makeFixture();
  expect(record.safeParse(reading).error).toBeUndefined();
  expect(JSON.parse(toJson(reading))).toEqual(reading);
});

test('a record a line', () => {
  const line = toJson(makeFixture(), { lines: true });
  expect(line.indexOf('\n')).toBe(line.length - 1);
});
