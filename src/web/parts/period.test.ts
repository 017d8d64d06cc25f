/** The two dates of an address. */
import { expect, test } from 'vitest';
import { periodOf } from './period.tsx';

test.each([
  ['from=2009-05&to=2010', { from: '2009-05', to: '2010' }],
  ['from=2009-05-12', { from: '2009-05-12' }],
  ['from=%202010%20&to=', { from: '2010' }],
  ['from=May&to=20100', {}],
])('%s', (search, period) => expect(periodOf(new URLSearchParams(search))).toEqual(period));
