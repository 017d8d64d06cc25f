import { describe, expect, test } from 'vitest';
import { findHeads, subjectOf } from './forwarded.ts';

test.each([
  ['Readout of the talks', 'Readout of the talks', false],
  ['Re: Readout', 'Readout', false],
  ['FW: Readout', 'Readout', true],
  ['Fwd: RE: FW: 日仏外相会談', '日仏外相会談', true],
  ['Re[2]: Readout', 'Readout', false],
  ['FW： 日仏外相会談', '日仏外相会談', true],
  ['Regional forum: readout', 'Regional forum: readout', false],
  ['Fwd:', 'Fwd:', true],
])('%s', (subject, base, forwards) => expect(subjectOf(subject)).toEqual({ base, forwards }));

describe('heads', () => {
  const subject = 'Readout of the talks';
  test.each<[string, string, readonly unknown[]]>([
    [
      'with an address',
      'FYI\nFrom: Press <press@example.org>\nSent: Tuesday, April 9, 2030 5:01 PM\nTo: Desk\nSubject: Other\nThe text.',
      [{ lines: [1, 5], day: 2 }],
    ],
    ['without one, by the subject', 'From: Press\nSent: 9 April 2030\nSubject: RE: Readout of the talks\nThe text.', [{ lines: [0, 3], day: 1 }]],
    [
      'in other words, with wide colons',
      '差出人：報道課 <press@example.org>\n送信日時：2030年4月9日\n宛先：関係各位\n件名：会談\n本文です。',
      [{ lines: [0, 4], day: 1 }],
    ],
    [
      'a subject of two lines',
      'From: a@example.org\nTo: b@example.org\nDate: 9 April 2030\nSubject: Readout of\nthe talks\nThe text.',
      [{ lines: [0, 5], day: 2 }],
    ],
    [
      'a year in the subject is no day',
      'From: a@example.org\nTo: b@example.org\nSubject: Plans for 2031\nSent: 9 April 2030',
      [{ lines: [0, 4], day: 2 }],
    ],
    ['a form of talks is none', 'Date: 9 April 2030\nVenue: Oslo\nParticipants: Moe, Soto\nThe ministers met.', []],
    ['two fields are none', 'From: a@example.org\nTo: b@example.org\nThe text.', []],
    [
      'two of them, one within the other',
      'From: a@example.org\nTo: b@example.org\nSent: 10 April 2030\nSee below.\nFrom: c@example.org\nTo: a@example.org\nSent: 9 April 2030',
      [
        { lines: [0, 3], day: 2 },
        { lines: [4, 7], day: 6 },
      ],
    ],
  ])('%s', (_, text, expected) => expect(findHeads(text.split('\n'), subject)).toEqual(expected));

  test('a hundred thousand fields in time', () => {
    expect(findHeads(Array(100_000).fill('Note: all'), subject)).toEqual([]);
  });
});
