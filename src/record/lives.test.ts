import { describe, expect, test } from 'vitest';
import type { InstrumentExtract } from './extract.ts';
import { cutsOf, lifeOf } from './lives.ts';

type Events = InstrumentExtract['events'];
const events = (...all: readonly (readonly [event: string, date?: string])[]) =>
  all.map(([event, date]) => ({ event, ...(date && { date }), basis: 'stated', words: '', told: { path: '1', quote: '' } })) as unknown as Events;
const FIRST = [
  ['signed', '1999-03-01'],
  ['entered-into-force', '2000-06-01'],
] as const;

describe('another treaty of the same name', () => {
  test.each<readonly [string, Events, readonly string[]]>([
    ['signed again after it was in force', events(...FIRST, ['signed', '2016-02-05'], ['entered-into-force', '2017-05-01']), ['2016-02-05']],
    ['in whatever order it is told', events(['signed', '2016-02-05'], ...FIRST), ['2016-02-05']],
    ['from its negotiation on', events(...FIRST, ['negotiated', '2015-11-02'], ['signed', '2016-02-05']), ['2015-11-02']],
    [
      'and a third',
      events(...FIRST, ['signed', '2010-01-01'], ['entered-into-force', '2011-01-01'], ['signed', '2020-01-01']),
      ['2010-01-01', '2020-01-01'],
    ],
    ['signed on two days before it is in force is a contradiction, and no other treaty', events(['signed', '1999-04-01'], ...FIRST), []],
    [
      'signed after a day of entry into force, and never before it, is a contradiction',
      events(['entered-into-force', '2009-02-01'], ['signed', '2009-05-12']),
      [],
    ],
    ['the same day told again', events(...FIRST, ...FIRST), []],
    ['negotiated after it was in force, but not signed', events(...FIRST, ['negotiated', '2015-11-02']), []],
    ['a year is not sure enough', events(...FIRST, ['signed', '2016']), []],
    ['signed on the day on which the first came into force', events(...FIRST, ['signed', '2000-06-01']), []],
    ['approved and exchanged after it', events(...FIRST, ['approved', '2001-01-01'], ['instruments-exchanged', '2001-02-01']), []],
  ])('%s', (_, told, days) => expect(cutsOf(told).map(({ day }) => day)).toEqual(days));

  test('a person parts what the machine cannot, and joins what it parted', () => {
    const told = events(...FIRST, ['signed', '2016-02-05']);
    expect(cutsOf(told, [{ instrument: 'n', day: '2016-02-05', apart: false }])).toEqual([]);
    expect(cutsOf(events(['signed', '2016']), [{ instrument: 'n', day: '2015-01-01', apart: true }])).toEqual([
      { day: '2015-01-01', why: 'decided' },
    ]);
    const both = [
      { instrument: 'n', day: '2015-01-01', apart: true },
      { instrument: 'n', day: '2015-01-01', apart: false },
    ];
    expect(cutsOf(events(['signed', '2016']), both)).toEqual([]);
    expect(cutsOf(events(['signed', '2016']), both.toReversed())).toHaveLength(1);
  });

  test('a step lies where its date lies, and without one where it is told', () => {
    const cuts = cutsOf(events(...FIRST, ['signed', '2016-02-05']));
    expect([lifeOf(cuts, '1999-03-01', '2020-01-01'), lifeOf(cuts, '2016-02-05', undefined), lifeOf(cuts, undefined, '2015-01-01')]).toEqual([
      0, 1, 0,
    ]);
    expect([
      lifeOf(cuts, undefined, '2017-01-01'),
      lifeOf(cuts, undefined, undefined),
      lifeOf(cuts, '2016-02', '1990-01-01'),
      lifeOf(cuts, '2016-01', undefined),
    ]).toEqual([1, 0, 1, 0]);
  });
});
