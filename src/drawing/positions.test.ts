import { describe, expect, test } from 'vitest';
import { drawPositions } from './positions.ts';

const draw = (counts: Parameters<typeof drawPositions>[0]['talks'][number]['counts'], more = {}) =>
  drawPositions({
    talks: [
      { day: '2031-04-09', link: '/a', words: '<b> 9 April', counts },
      { day: '2031-06-01', link: '/b', words: '1 June', counts: { own: { n: 1, withheld: 0 } } },
    ],
    from: '2031-01-01',
    until: '2032-01-01',
    width: 600,
    left: 100,
    lanes: [
      { side: 'other', name: 'Fenland' },
      { side: 'joint', name: 'jointly' },
      { side: 'own', name: 'Hill' },
    ],
    title: 'Who spoke',
    ...more,
  }).value;

describe('a picture of positions', () => {
  test('a bar a side and talks, as high as it has statements', () => {
    const drawn = draw({ other: { n: 3, withheld: 0 }, joint: { n: 1, withheld: 0 } });
    expect([...drawn.matchAll(/class="b b-(\w+)"[^>]*height="(\d+)"/g)].map(([, side, height]) => [side, height])).toEqual([
      ['other', '21'],
      ['joint', '7'],
      ['own', '7'],
    ]);
    expect(drawn).toContain('<title>Who spoke</title>');
  });

  test('what was withheld is hatched, on top of what was told', () => {
    const drawn = draw({ other: { n: 2, withheld: 1 } });
    expect(
      [...drawn.matchAll(/class="b b-([\w-]+)"[^>]*y="(\d+)"[^>]*height="(\d+)"/g)]
        .slice(0, 2)
        .map(([, side, y, height]) => [side, Number(y), height]),
    ).toEqual([
      ['other', 63, '7'],
      ['hatch-other', 56, '7'],
    ]);
  });

  test('each for itself counts for both sides, and not together', () =>
    expect([...draw({ each: { n: 1, withheld: 0 } }).matchAll(/class="b b-(\w+)"/g)].map(([, side]) => side)).toEqual(['other', 'own', 'own']));

  test('later stands further to the right', () => {
    const [first, second] = [...draw({ own: { n: 1, withheld: 0 } }).matchAll(/class="b b-own" x="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(second).toBeGreaterThan(first as number);
  });

  test('words are escaped', () => expect(draw({ own: { n: 1, withheld: 0 } })).toContain('&lt;b&gt; 9 April'));
});
