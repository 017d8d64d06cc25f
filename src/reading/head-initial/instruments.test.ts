/** Treaties by their titles, steps before and behind the name, and steps that are to follow another. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromText } from '../../intake/intake.ts';
import { loadPack } from '../../language/load.ts';
import { read } from '../read.ts';

const pack = loadPack(resolve(import.meta.dirname, '../../../languages/en'));
const readingOf = (lines: string) =>
  read(
    fromText(
      `Japan-Russia Foreign Ministers' Meeting\n\nMinistry of Foreign Affairs of Japan\n\nNovember 13, 2010\n\nForeign Minister Taro Mori of Japan met with Foreign Minister Ivan Orlov of Russia in Tokyo on November 13.\n\n${lines}\n`,
    ),
    pack,
    { published: '2010-11-13' },
  );
const found = (lines: string) => readingOf(lines).instruments;

describe('names and steps', () => {
  test.each([
    ['The ministers signed the Fisheries Agreement.', [['Fisheries Agreement', 'signed 2010-11-13']]],
    ['The ministers signed the Fisheries Agreement in Tokyo.', [['Fisheries Agreement', 'signed 2010-11-13']]],
    ['The ministers signed the Tax Convention and Minister Orlov welcomed it.', [['Tax Convention', 'signed 2010-11-13']]],
    ['They welcomed the signing of the Mutual Legal Assistance Treaty on May 12, 2009.', [['Mutual Legal Assistance Treaty', 'signed 2009-05-12']]],
    [
      'The ministers exchanged the instruments of ratification of the Treaty between Japan and the Russian Federation on Mutual Legal Assistance in Criminal Matters.',
      [['Treaty between Japan and the Russian Federation on Mutual Legal Assistance in Criminal Matters', 'instruments-exchanged 2010-11-13']],
    ],
    [
      'They welcomed that the Agreement on Social Security will enter into force on May 1, 2011.',
      [['Agreement on Social Security', 'entered-into-force 2011-05-01']],
    ],
    ['They hoped that the Agreement on Social Security will enter into force soon.', []],
    ['They agreed to sign the Fisheries Agreement.', []],
  ])('%s', (lines, wanted) =>
    expect(found(lines).map(({ name, events }) => [name, ...events.map(({ event, date }) => `${event} ${date.edtf}`)])).toEqual(wanted),
  );
});

describe('steps that follow another', () => {
  const exchanged = 'The ministers exchanged the instruments of ratification of the Tax Convention.';
  test.each([
    [`${exchanged} The Convention will enter into force on the ninetieth day after the date of the exchange of instruments.`, '90 day after'],
    [`${exchanged} It will enter into force on the 30th day after the exchange of instruments of ratification.`, '30 day after'],
    [`${exchanged} It will enter into force three months after the exchange of the instruments of ratification.`, '3 month after'],
    [`${exchanged} It will enter into force sixty days from the exchange of the instruments of ratification.`, '60 day either'],
    [`${exchanged} It will enter into force soon after the exchange of instruments.`, undefined],
    [`${exchanged} The Agreement on Social Security will enter into force on the ninetieth day after the exchange of instruments.`, undefined],
    ['The treaty will enter into force on the ninetieth day after the exchange of instruments.', undefined],
  ])('%s', (lines, wanted) => {
    const clauses = found(lines).flatMap(({ clauses = [] }) => clauses);
    expect(clauses.map(({ count, unit, counting }) => `${count} ${unit} ${counting}`)).toEqual(wanted === undefined ? [] : [wanted]);
    for (const { step, from } of clauses) expect([step, from]).toEqual(['entered-into-force', 'instruments-exchanged']);
  });
});

test('what contradicts itself is kept, and days between steps are counted, as in every language', () => {
  const { instruments, issues } = readingOf(
    'The Tax Convention was signed on 5 May 2009. They signed the Tax Convention on 6 May 2009. The Convention entered into force on 4 June 2009.',
  );
  expect(instruments[0]?.events.map(({ event, date }) => `${event} ${date.edtf}`)).toEqual([
    'signed 2009-05-05',
    'signed 2009-05-06',
    'entered-into-force 2009-06-04',
  ]);
  expect(instruments[0]?.intervals?.at(-1)).toEqual({ from: 'signed', to: 'entered-into-force', days: 29 });
  expect(issues.map(({ code }) => code)).toContain('instruments/two-days');
});
