/** A sentence of a readout, and what is said in it: rows of our own in the manner of many publishers. */
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(join(resolve(import.meta.dirname, '../../..'), 'languages', 'en'));
const LEDE = 'Secretary of State Ada Lund met today with Norwegian Foreign Minister Kari Moe in Oslo.';
const page = (sentence: string) =>
  `Secretary Lund’s Meeting with Norwegian Foreign Minister Moe\n\nOffice of the Spokesperson\n\n${LEDE} ${sentence}`;
const readingOf = (text: string) => read(fromText(text, {}), pack, { published: '2031-04-09' });
const said = (sentence: string) =>
  readingOf(page(sentence)).statements.map(({ act, speakers, verb }) => `${act} ${speakers.map(({ party }) => party).join('+')} ${verb.text}`);

describe('who says what', () => {
  test.each<[string, string[]]>([
    [
      'The Secretary thanked Norway and underscored the need for calm, while encouraging restraint.',
      ['thank US thanked', 'state US underscored', 'request US encouraging'],
    ],
    ['The two agreed to meet again.', ['agree US+NO agreed']],
    ['The Foreign Minister agreed that time was short.', ['concur NO agreed']],
    ['They discussed shared values and agreed frameworks.', ['exchange US+NO discussed']],
    ['The Secretary and Foreign Minister welcomed the truce, and they condemned the attack.', ['welcome US+NO welcomed', 'condemn US+NO condemned']],
    ['She expressed deep concern about the plan.', ['concern US expressed']],
    ['The Secretary noted that he looked forward to the visit.', ['expect US noted']],
    ['The Secretary noted that Norway welcomed the plan.', ['state US noted']],
    ['Both sides reiterated their support for the Council.', ['support US+NO reiterated']],
    ['Energy issues were discussed.', ['exchange US+NO were discussed']],
    ['It was agreed that talks would go on.', ['agree US+NO was agreed']],
    ['Noting the delay, the Secretary urged Norway to act.', ['state US Noting', 'request US urged']],
    ['Foreign Minister Moe, for her part, rejected the claim.', ['reject NO rejected']],
    ['We look forward to the summit.', ['expect US look forward']],
    // nothing is said
    ['They did not discuss fisheries.', []],
    ['They will discuss fisheries in May.', []],
    ['The measures agreed in 2030 remain in force.', []],
    ['President Aho of Finland welcomed the plan.', []],
  ])('%s', (sentence, expected) => expect(said(sentence)).toEqual(expected));

  test('a speaker that a pronoun stands for is worked out', () => {
    const [, second] = readingOf(page('Foreign Minister Moe raised fish. She thanked the Secretary.')).statements;
    expect(second?.speakers).toMatchObject([{ party: 'NO', person: 'Moe', basis: 'inferred', rule: 'speakers/pronoun' }]);
  });
});

test('one who is named before with a country speaks for it, though nobody tells that he met', () => {
  const { statements } = readingOf(page('Norwegian Harbour Minister Ola Hald heads the council. Mr Hald called for calm. Mr Sunde called for more.'));
  expect(statements.map(({ act, speakers }) => [act, speakers.map(({ party }) => party)])).toEqual([['request', ['NO']]]);
});

test('of two whom no word gives a side, neither is the own; together they are both', () => {
  const text =
    'Russian-Norwegian consultations were held\n\nJune 3, 2031\n\nMr Lund and Mr Moe held talks. The two leaders discussed fish. Mr Moe raised the harbour and noted the weather. Mr Lund and Mr Moe signed a plan.';
  const { talks, statements } = read(fromText(text, { url: 'http://en.kremlin.ru/events/president/news/1' }), pack);
  expect(talks.map(({ parties, participants }) => [parties, participants])).toEqual([[['RU', 'NO'], []]]);
  expect(statements.map(({ act, speakers }) => [act, speakers.map(({ party }) => party)])).toEqual([
    ['exchange', ['RU', 'NO']],
    ['state', []],
    ['conclude', ['RU', 'NO']],
  ]);
});

describe('words as they were spoken', () => {
  const turns = (first: string, second: string) =>
    readingOf(
      page(
        `They discussed energy. The Secretary thanked Norway and welcomed the plan.\n\n${first}: Norway supports the plan.\n\n${second}: The United States condemns the attack.`,
      ),
    ).statements.map(({ act }) => act);

  test('of speakers with their offices, nothing is said by the page', () => {
    expect(turns('Secretary of State Ada Lund', 'Foreign Minister of Norway Kari Moe (through an interpreter)')).toEqual([
      'exchange',
      'thank',
      'welcome',
    ]);
  });

  test('a heading with a colon is no speaker', () => {
    expect(turns('On the harbour', 'On calm and peace')).toEqual(['exchange', 'thank', 'welcome', 'support', 'condemn']);
  });
});

describe('talks', () => {
  test('who, when, where', () => {
    const [talks] = readingOf(page('They discussed energy.')).talks;
    expect(talks).toMatchObject({
      kind: 'meeting',
      level: 'foreign-ministers',
      date: { edtf: '2031-04-09', basis: 'inferred' },
      place: { name: 'Oslo', party: 'NO' },
      parties: ['US', 'NO'],
      participants: [
        { name: 'Ada Lund', party: 'US', role: 'foreign-minister' },
        { name: 'Kari Moe', party: 'NO', role: 'foreign-minister' },
      ],
    });
  });

  test('a side that nothing tells is not made up', () => {
    const { talks, issues, statements } = readingOf(
      'Call with Prime Minister Onda of Japan\n\nPresident Smith spoke today with Prime Minister Onda of Japan. They agreed to meet.',
    );
    expect(talks[0]?.parties).toEqual(['JP']);
    expect(issues.map(({ code }) => code)).toContain('talks/side-unknown');
    expect(statements[0]?.speakers).toEqual([]);
  });

  test.each<[string, string | undefined]>([
    ['https://mfa.gov.ge/en/news/1', 'GE'],
    ['https://www.gov.uk/news/1', 'GB'],
    ['https://pm.govt.nz/1', 'NZ'],
    ['https://tradeweb.example.com/gov.ge', undefined],
    ['https://gov.example.org/1', undefined],
  ])('a government’s own domain says who publishes: %s', (url, party) => {
    const { document } = read(fromText('Minister Lund meets Norwegian Foreign Minister Kari Moe', { url }), pack);
    expect(document.publisher?.party).toBe(party);
  });

  test('a line of its own tells the body that publishes, and its country', () => {
    const { document } = readingOf(
      'President Lund calls Kari Moe\n\nPresidency of the Republic of Finland\n\nPresident Ada Lund spoke today with Prime Minister Kari Moe of Norway.',
    );
    expect(document.publisher?.party).toBe('FI');
    const other = readingOf(
      'President Lund calls Kari Moe\n\nFriends of Finland\n\nPresident Ada Lund spoke today with Prime Minister Kari Moe of Norway.',
    );
    expect(other.document.publisher?.party).toBeUndefined();
  });

  test('the secretary, in small letters, is the one of those who met; a title of nobody there is nobody', () => {
    expect(said('The secretary thanked Norway.')).toEqual(['thank US thanked']);
    expect(said('The admiral thanked Norway.')).toEqual([]);
  });

  test('of more than two sides "they" are the two named last, in the same passage', () => {
    const lede = 'Secretary of State Ada Lund met today with Norwegian Foreign Minister Kari Moe and Finnish Foreign Minister Aino Aho.';
    const three = (rest: string) =>
      readingOf(`Meeting\n\nOffice of the Spokesperson\n\n${lede}\n\n${rest}`).statements.map(({ speakers }) =>
        speakers.map(({ party }) => party).join('+'),
      );
    expect(three('Secretary Lund and Foreign Minister Moe discussed fish. They welcomed the treaty.')).toEqual(['US+NO', 'US+NO']);
    expect(three('Secretary Lund and Foreign Minister Moe discussed fish.\n\nThey welcomed the treaty.')).toEqual(['US+NO', 'US+NO+FI']);
  });

  test('lines that name a source are no spoken words', () => {
    const lines =
      'Oval Chat: Prime Minister Moe\n\nPresident Lund of Finland spoke today with Prime Minister Kari Moe of Norway.\n\nSource: Press Service';
    expect(readingOf(lines).talks).toHaveLength(1);
  });

  test.each([
    'Secretary Lund’s Travel to Oslo\n\nSecretary of State Ada Lund will travel to Oslo to meet with Foreign Minister Kari Moe.',
    'Remarks Before Their Meeting\n\nSECRETARY LUND: Good morning.\n\nFOREIGN MINISTER MOE: We met and agreed on much.',
    'The Passing of Kari Moe\n\nThe United States mourns the passing of Foreign Minister Kari Moe of Norway.',
  ])('none: %s', (text) => {
    const { talks, issues } = readingOf(text);
    expect(talks).toEqual([]);
    expect(issues.map(({ code }) => code)).toContain('talks/none-found');
  });
});
