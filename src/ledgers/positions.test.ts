import { describe, expect, test } from 'vitest';
import { positionsOn } from './positions.ts';
import { makeTalks, type Said } from './test-told.ts';

const by = (party: 'JP' | 'NZ', quote: string, more: Partial<Said> = {}): Said => ({
  quote,
  act: 'state',
  side: party === 'JP' ? 'own' : 'other',
  speakers: [{ party }],
  ...more,
});

describe('positions', () => {
  const talks = makeTalks([
    [by('JP', '島の帰属の問題を解決する必要がある'), by('NZ', '自国の立場', { act: 'hold', withheld: true }), '次官級で協議を続ける'],
    [by('JP', '投資の拡大', { topics: ['economy'] })],
    [by('JP', '島の帰属の問題を早期に解決する必要がある'), by('NZ', '漁業資源の保護が先である')],
    [by('NZ', '自国の原則的な立場', { act: 'hold', withheld: true }), { quote: '次官級で協議を続けていく', topics: ['peace-treaty'] }],
  ]);
  const positions = positionsOn('territory', talks);
  const quotes = (line: (typeof positions.lines)[number] | undefined) =>
    line?.tellings.map(({ talks: i, statement }) => talks[i]?.statements[statement]?.quote);

  test('talks by talks, each sayer apart; talks without the topic are none', () => {
    expect(positions.at).toEqual([
      { talks: 0, by: { JP: [0], NZ: [1], joint: [2] }, withheld: ['NZ'] },
      { talks: 2, by: { JP: [0], NZ: [1] }, withheld: [] },
      { talks: 3, by: { NZ: [0], joint: [1] }, withheld: ['NZ'] },
    ]);
  });

  test('when each first and last spoke on it, and how much of it was withheld', () => {
    expect(positions.sayers).toEqual({
      JP: { first: 0, last: 2, talks: 2, statements: 2, withheld: 0 },
      NZ: { first: 0, last: 3, talks: 3, statements: 3, withheld: 2 },
      joint: { first: 0, last: 3, talks: 2, statements: 2, withheld: 0 },
    });
  });

  test('the same thing said again is one line, with its first and last time', () => {
    const line = positions.lines.find(({ sayer }) => sayer === 'JP');
    expect(quotes(line)).toEqual(['島の帰属の問題を解決する必要がある', '島の帰属の問題を早期に解決する必要がある']);
    expect(line).toMatchObject({ first: 0, last: 2, talks: 2, withheld: false });
    expect(quotes(positions.lines.find(({ sayer }) => sayer === 'joint'))).toHaveLength(2);
  });

  const apart: [why: string, one: Said, other: Said][] = [
    ['another sayer', by('JP', '漁業資源の保護が先である'), by('NZ', '漁業資源の保護が先である')],
    ['another thing', by('JP', '漁業資源の保護が先である'), by('JP', '島の帰属の問題を解決する必要がある')],
    ['another family of acts', by('JP', '漁業資源の共同調査の実施'), by('JP', '漁業資源の共同調査の実施', { act: 'request' })],
    ['published and withheld', by('JP', '自国の原則的な立場'), by('JP', '自国の原則的な立場', { withheld: true })],
  ];
  test.each(apart)('two lines: %s', (_, one, other) => {
    const { lines } = positionsOn('territory', makeTalks([[one], [other]]));
    expect(lines.map((line) => line.talks)).toEqual([1, 1]);
  });

  test('a wider topic has what is said on a narrower one, a narrower only its own', () => {
    expect(positionsOn('peace-treaty', talks).at).toEqual([{ talks: 3, by: { joint: [1] }, withheld: [] }]);
    expect(positionsOn('economy', talks).at.map((one) => one.talks)).toEqual([1]);
  });

  test('every statement on the topic stands in exactly one line', () => {
    const told = positions.lines.flatMap((line) => line.tellings.map(({ talks: i, statement }) => `${i} ${statement}`));
    const wanted = positions.at.flatMap((one) => Object.values(one.by).flatMap((list) => list.map((j) => `${one.talks} ${j}`)));
    expect([...told].sort()).toEqual([...wanted].sort());
  });

  test('nothing on the topic', () => expect(positionsOn('energy', talks)).toEqual({ topic: 'energy', at: [], lines: [], sayers: {} }));
});
