import { expect, test } from 'vitest';
import { type Account, findTwice, otherTellings } from './meeting.ts';

const account = (document: string, more: Partial<Account> = {}): Account => ({
  document,
  id: 't-1',
  publisher: 'JP',
  parties: ['JP', 'KR'],
  kind: 'meeting',
  level: 'foreign-ministers',
  day: '2031-04-09',
  participants: [],
  ...more,
});
const theirs = (document: string, more: Partial<Account> = {}) => account(document, { publisher: 'KR', parties: ['KR', 'JP'], ...more });
const pairs = (...accounts: Account[]) => findTwice(accounts).map(({ first, other, apart }) => [first.document, other.document, apart]);

test.each<readonly [string, Account, number | undefined]>([
  ['the same day', theirs('b'), 0],
  ['a day later, across the world', theirs('b', { day: '2031-04-10' }), 1],
  ['a day earlier', theirs('b', { day: '2031-04-08' }), 1],
  ['two days later', theirs('b', { day: '2031-04-11' }), undefined],
  ['another level', theirs('b', { level: 'leaders' }), undefined],
  ['a level not told', theirs('b', { level: undefined }), 0],
  ['a call against a meeting', theirs('b', { kind: 'call' }), undefined],
  ['the same publisher', account('b'), undefined],
  ['a page that does not say whose it is', account('b', { publisher: undefined }), 0],
  ['such a page of the day after that puts the other side first', theirs('b', { publisher: undefined, day: '2031-04-10' }), 1],
  ['one of the day after that puts the same side first', account('b', { publisher: undefined, day: '2031-04-10' }), undefined],
  ['a third party at the table', theirs('b', { parties: ['KR', 'JP', 'US'] }), undefined],
  ['a day later in a place of another name', theirs('b', { day: '2031-04-10', place: 'Сеул' }), 1],
  ['a day later in another city', theirs('b', { day: '2031-04-10', place: 'Busan' }), undefined],
  ['the same day in another city, as one of them has it', theirs('b', { place: 'Busan' }), 0],
  ['a day later in the country of that city', theirs('b', { day: '2031-04-10', place: 'South Korea' }), 1],
  ['no day known', theirs('b', { day: undefined }), undefined],
])('%s', (_, other, apart) => {
  const expected = apart === undefined ? [] : [['a', 'b', apart]];
  const own = account('a', { place: 'ソウル' });
  expect(pairs(own, other)).toEqual(expected);
  expect(pairs(other, own)).toEqual(expected);
});

test('days lie side by side over the ends of months and years', () => {
  expect(pairs(account('a', { day: '2030-12-31' }), theirs('b', { day: '2031-01-01' }))).toEqual([['a', 'b', 1]]);
  expect(pairs(account('a', { day: '2032-02-28' }), theirs('b', { day: '2032-03-01' }))).toEqual([]);
});

test('two talks of one page are two meetings, and each goes with its likest', () => {
  const roles = [{ party: 'JP', role: 'foreign-minister' }];
  const [morning, evening] = [account('a', { id: 't-1', level: undefined }), account('a', { id: 't-2', level: undefined, participants: roles })];
  const other = theirs('b', { level: undefined, participants: roles });
  expect(findTwice([morning, evening, other]).map(({ first }) => first.id)).toEqual(['t-2']);
  expect(findTwice([other, evening, morning]).map(({ first }) => first.id)).toEqual(['t-2']);
});

test('of two days the nearer, and one that names its publisher before one that does not', () => {
  expect(pairs(account('a'), theirs('later', { day: '2031-04-10' }), theirs('same'))).toEqual([['a', 'same', 0]]);
  expect(pairs(account('a'), account('unnamed', { publisher: undefined }), theirs('named'))).toEqual([['a', 'named', 0]]);
});

test('of two meetings of one day the one in the same city, however it is written', () => {
  const [morning, evening] = [account('a', { id: 't-1', place: '釜山' }), account('a', { id: 't-2', place: 'ソウル' })];
  expect(findTwice([morning, evening, theirs('b', { place: 'Seoul' })]).map(({ first }) => first.id)).toEqual(['t-2']);
});

test('each telling leads to the other one', () => {
  const [one, two, alone] = [account('a'), theirs('b'), account('c', { day: '2031-06-01' })];
  const others = otherTellings([one, two, alone]);
  expect([others.get(one), others.get(two), others.get(alone)]).toEqual([two, one, undefined]);
});
