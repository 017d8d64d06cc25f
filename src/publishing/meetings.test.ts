import { expect, test } from 'vitest';
import { meetingsBegun, whoMet } from '../drawing/meetings.ts';
import { testVoice } from '../language/test-voice.ts';
import type { Reading, Talks } from '../record/reading.ts';
import { makeFixture } from './fixture.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import { toText } from './text.ts';

const one = makeFixture();
const minister = one.talks[0] as Talks;
const courtesy: Talks = {
  ...minister,
  id: 't-2',
  kind: 'courtesy-call',
  participants: [{ name: 'オルロフ', office: '大統領', party: 'RU', spans: [] }],
};
/** The same page, its last two statements made at another meeting. */
const two: Reading = {
  ...one,
  talks: [minister, courtesy],
  statements: one.statements.map((each, i, all) => (i < all.length - 2 ? each : { ...each, talks: 't-2' })),
};

test('of one meeting nothing is told apart', () => expect(meetingsBegun(one).size).toBe(0));

test('of several, the first statement of each account is known', () =>
  expect([...meetingsBegun(two)].map(([id, { n, talks }]) => [id, n, talks.id])).toEqual([
    [two.statements[0]?.id, 1, 't-1'],
    [two.statements.at(-2)?.id, 2, 't-2'],
  ]));

test('a meeting told again in between begins again', () => {
  const [first, second, third] = two.statements;
  const back = { ...two, statements: [first, { ...second, talks: 't-2' }, third] } as Reading;
  expect([...meetingsBegun(back).values()].map(({ n }) => n)).toEqual([1, 2, 1]);
});

test('who met is the first of each side, or the side of which nobody is named', () => {
  expect(whoMet(minister, testVoice('ja'))).toBe('春日 外務大臣、ソコロフ 外務大臣');
  expect(whoMet(courtesy, testVoice('ja'))).toBe('日本、オルロフ 大統領');
});

const shown: [string, (reading: Reading) => string, RegExp][] = [
  ['terminal', (reading) => toText(reading, testVoice('ja')), /会談 2 +.*表敬[\s\S]*会談 1 +春日[\s\S]*会談 2 +日本、オルロフ 大統領/],
  ['Markdown', (reading) => toMarkdown(reading, testVoice('ja')), /\| 会談 2 \|[\s\S]*\*\*会談 2\*\* 日本、オルロフ 大統領/],
  ['page', (reading) => toHtml(reading, testVoice('ja')), /id="t-2"[\s\S]*href="#t-2">会談 2<\/a>[\s\S]*オルロフ 大統領/],
];
test.each(shown)('%s', (_, show, words) => {
  expect(show(two)).toMatch(words);
  expect(show(one)).not.toMatch(/会談 \d/);
});
