import { expect, test } from 'vitest';
import { pageAt } from './place.ts';
import type { Reading } from './reading.ts';

const paged = (pages?: [number, number][]) => ({ document: { source: pages && { pages } } }) as unknown as Reading;

test.each([
  [
    [
      [0, 10],
      [10, 20],
    ],
    0,
    1,
  ],
  [
    [
      [0, 10],
      [10, 20],
    ],
    9,
    1,
  ],
  [
    [
      [0, 10],
      [10, 20],
    ],
    10,
    2,
  ],
  // The end of the text, and what would be beyond, is on the last page.
  [
    [
      [0, 10],
      [10, 20],
    ],
    20,
    2,
  ],
  // A page without text lies between.
  [
    [
      [0, 10],
      [10, 10],
      [10, 20],
    ],
    10,
    3,
  ],
  [
    [
      [0, 0],
      [0, 5],
    ],
    0,
    2,
  ],
  [[], 0, undefined],
  [undefined, 0, undefined],
] as const)('%j at %i is page %s', (pages, at, page) => {
  expect(pageAt(paged(pages as never), at)).toBe(page);
});
