import { expect, test } from 'vitest';
import type { Talks } from '../src/record/reading.ts';
import { heldAgainst, staysOf } from './visits.ts';

const TSV = [
  'id\tstart\tend\twho\tcountry',
  '1\t2031-03-01\t2031-03-03\tdoe\tFrance',
  '2\t2031-03-04\t\tdoe\tKorea, Republic of',
  '3\t2031-03-09\t2031-03-09\tdoe\tAtlantis',
].join('\n');
const stays = staysOf(TSV);

test('a table of stays: a stay without an end is a day long, countries are told by their code', () => {
  expect(stays).toEqual([
    { id: '1', start: '2031-03-01', end: '2031-03-03', country: 'FR' },
    { id: '2', start: '2031-03-04', end: '2031-03-04', country: 'KR' },
    { id: '3', start: '2031-03-09', end: '2031-03-09', country: undefined },
  ]);
});

const meeting = (edtf: string, host: string, who: object, more: object = {}) =>
  [
    { id: 't', kind: 'meeting', date: { edtf }, place: { name: 'x', party: host }, parties: [], participants: [{ name: 'Doe', ...who }], ...more },
  ] as unknown as Talks[];
const president = { party: 'US', role: 'head-of-state' };

test.each([
  ['within a stay', meeting('2031-03-03', 'FR', president), ['president agrees']],
  ['on the day after it', meeting('2031-03-04', 'FR', president), ['president a day apart']],
  ['two days after it', meeting('2031-03-05', 'FR', president), ['president none']],
  ['in another country', meeting('2031-03-02', 'KR', president), ['president none']],
  ['at home', meeting('2031-03-02', 'US', president), []],
  ['a visitor at home', meeting('2031-03-02', 'US', { party: 'FR', role: 'head-of-government' }), ['visits agrees']],
  ['a visitor who is no leader', meeting('2031-03-02', 'US', { party: 'FR', role: 'minister' }), []],
  ['a secretary', meeting('2031-03-02', 'FR', { party: 'US', role: 'foreign-minister' }), ['secretary agrees']],
  ['a call', meeting('2031-03-02', 'FR', president, { kind: 'call' }), []],
  ['a month and no day', meeting('2031-03', 'FR', president), []],
  ['no place', meeting('2031-03-02', 'FR', president, { place: undefined }), []],
])('%s', (_, talks, expected) => {
  const held = heldAgainst('d', talks, { visits: stays, president: stays, secretary: stays });
  expect(held.map(({ table, how }) => `${table} ${how}`)).toEqual(expected);
});

test('a table that was not given is not asked', () => {
  expect(heldAgainst('d', meeting('2031-03-03', 'FR', president), {})).toEqual([]);
});
