import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromText, intake } from '../intake/intake.ts';
import { loadPack } from '../language/load.ts';
import { read } from '../reading/read.ts';
import { type Extract, extractOf } from '../record/extract.ts';
import { countFrom, followInstruments } from './instruments.ts';

const root = resolve(import.meta.dirname, '../..');
const pack = loadPack(`${root}/languages/ja`);

function readoutOf(on: string, says: string): Extract {
  const [, month, day] = on.split('-').map(Number);
  const text = `日露外相会談(概要)\n\n ${month}月${day}日、東山外務大臣は、オルロフ・ロシア外務大臣とニューヨークで会談した。\n\n1 ${says}\n`;
  const reading = read(fromText(text), pack, { published: on });
  return extractOf({ reading, corrected: new Map() }, reading.document.id);
}

const clocks = (asOf: string, ...told: readonly (readonly [on: string, says: string])[]) =>
  followInstruments(
    told.map(([on, says]) => readoutOf(on, says)),
    { asOf },
  );
const steps = (asOf: string, ...told: readonly (readonly [on: string, says: string])[]) =>
  clocks(asOf, ...told)[0]?.steps.map(({ event, date, status, days }) => [event, date, status, days]);

const SIGNED = ['2009-05-12', '両外相は、日露租税条約に署名した。'] as const;
const EXCHANGED = ['2010-11-13', '両外相は、昨年5月に署名した日露租税条約の批准書を交換した。これにより、同条約は2011年2月11日に発効する。'] as const;
const IN_FORCE = ['2011-02-11', '両外相は、昨年11月に批准書が交換された日露租税条約が2月11日に発効したことを歓迎した。'] as const;

describe('the life of a treaty over several readouts', () => {
  test('steps gathered, the surest date of each, days between, the talks at which they were taken', () => {
    expect(steps('2012-01-01', SIGNED, EXCHANGED, IN_FORCE)).toEqual([
      ['signed', '2009-05-12', 'told', undefined],
      ['instruments-exchanged', '2010-11-13', 'told', 550],
      ['entered-into-force', '2011-02-11', 'told', 90],
    ]);
    const [clock] = clocks('2012-01-01', SIGNED, EXCHANGED, IN_FORCE);
    expect(clock?.contradictions).toEqual([]);
    expect(clock?.missing).toEqual(['negotiation-agreed', 'negotiated', 'approved', 'ratified']);
    expect(clock?.steps.map(({ cited, at }) => [cited.length, at.map(({ date }) => date)])).toEqual([
      [2, ['2009-05-12']],
      [2, ['2010-11-13']],
      [2, ['2011-02-11']],
    ]);
  });

  test('a day to come is ahead; past it, nothing says that it was kept; and nothing after the day asked for is known', () => {
    expect(steps('2011-01-20', SIGNED, EXCHANGED, IN_FORCE)?.at(-1)).toEqual(['entered-into-force', '2011-02-11', 'ahead', 90]);
    expect(steps('2011-03-20', SIGNED, EXCHANGED)?.at(-1)).toEqual(['entered-into-force', '2011-02-11', 'passed', 90]);
    expect(steps('2009-12-31', SIGNED, EXCHANGED, IN_FORCE)).toEqual([['signed', '2009-05-12', 'told', undefined]]);
  });

  test('two days for one step are a contradiction with both words, and none is hidden', () => {
    const [clock] = clocks('2012-01-01', SIGNED, [
      '2010-11-13',
      '両外相は、2009年6月3日に署名した日露租税条約の早期発効が重要であるとの点で一致した。',
    ]);
    expect(clock?.contradictions).toMatchObject([{ code: 'two-days', event: 'signed', dates: ['2009-05-12', '2009-06-03'] }]);
    expect(clock?.contradictions[0]?.cited.map(({ date }) => date)).toEqual(['2009-05-12', '2010-11-13']);
  });

  test('a step before the one that it rests on', () => {
    const [clock] = clocks('2012-01-01', SIGNED, ['2010-11-13', '両外相は、2009年2月1日に発効した日露租税条約を歓迎した。']);
    expect(clock?.contradictions).toMatchObject([
      { code: 'out-of-order', event: 'entered-into-force', other: 'signed', dates: ['2009-02-01', '2009-05-12'] },
    ]);
  });

  test('a month and a day in it are one', () => {
    const [clock] = clocks('2012-01-01', EXCHANGED, SIGNED);
    expect(clock?.steps[0]?.date).toBe('2009-05-12');
    expect(clock?.contradictions).toEqual([]);
  });

  test('other parties, other treaty; other names, other treaty, until somebody says that they are one', () => {
    expect(clocks('2012-01-01', SIGNED, ['2010-11-13', '両外相は、日露投資協定に署名した。']).map(({ name }) => name)).toEqual([
      '日露投資協定',
      '日露租税条約',
    ]);
    const extracts = [readoutOf(...SIGNED), readoutOf(...EXCHANGED)];
    expect(followInstruments(extracts, { asOf: '2012-01-01', parties: ['JP', 'US'] })).toEqual([]);
  });
});

test('two joint statements of one name are two, told twice they are one', () => {
  const issued = (on: string) => [on, '両外相は、共同声明を発出した。'] as const;
  expect(clocks('2012-01-01', issued('2009-05-12'), issued('2011-05-12')).map(({ steps: [step] }) => step?.date)).toEqual([
    '2011-05-12',
    '2009-05-12',
  ]);
  expect(
    clocks('2012-01-01', issued('2009-05-12'), ['2009-11-12', '両外相は、本年5月に発出した共同声明を踏まえ、協力することで一致した。']).length,
  ).toBe(1);
});

describe('counts that the text names', () => {
  const exchanged = (clause: string, day: string) =>
    clocks('2012-01-01', [
      '2010-11-13',
      `両外相は、日露租税条約の批准書を交換した。同条約は、${clause}に発効する。同条約は、2011年${day}に発効する。`,
    ])[0];
  test.each([
    ['批准書の交換の日の後90日目の日', '2月11日', ['2011-02-11'], 'agrees'],
    ['批准書の交換の日の後90日目の日', '2月12日', ['2011-02-11'], 'differs'],
    ['批准書の交換の日から起算して90日目の日', '2月10日', ['2011-02-10'], 'agrees'],
    ['批准書の交換の日から起算して90日目の日', '2月11日', ['2011-02-10'], 'differs'],
    ['批准書の交換の日から90日目の日', '2月11日', ['2011-02-10', '2011-02-11'], 'agrees'],
    ['批准書の交換の30日後', '12月13日', ['2010-12-13'], 'differs'],
    ['批准書の交換の日の後九十日目の日', '2月11日', ['2011-02-11'], 'agrees'],
    ['批准書の交換の3か月後', '2月13日', ['2011-02-13'], 'agrees'],
  ])('%s, stated 2011年%s', (clause, day, counted, verdict) => {
    const clock = exchanged(clause, day);
    expect(clock?.clauses).toMatchObject([{ step: 'entered-into-force', from: 'instruments-exchanged', counted, verdict }]);
    expect(clock?.contradictions.map(({ code }) => code)).toEqual(verdict === 'differs' ? ['count-differs'] : []);
  });

  test.each(['90日以内に回答する', '署名から1年を祝った', '発効から90日が経過した'])('no count: %s', (words) => {
    expect(clocks('2012-01-01', SIGNED, ['2010-11-13', `両外相は、日露租税条約について、${words}ことを確認した。`])[0]?.clauses).toEqual([]);
  });

  test('a day that no text states is counted, and said to be counted', () => {
    const [clock] = clocks('2012-01-01', [
      '2010-11-13',
      '両外相は、日露租税条約の批准書を交換した。同条約は、批准書の交換の日の後90日目の日に発効する。',
    ]);
    expect(clock?.clauses).toMatchObject([{ counted: ['2011-02-11'], verdict: 'open' }]);
    expect(clock?.steps.map(({ event }) => event)).not.toContain('entered-into-force');
  });

  test('over months of different lengths and a leap day', () => {
    expect(countFrom('2011-01-31', 1, 'month', 'after')).toEqual(['2011-02-28']);
    expect(countFrom('2012-01-31', 1, 'month', 'after')).toEqual(['2012-02-29']);
    expect(countFrom('2012-02-28', 1, 'day', 'after')).toEqual(['2012-02-29']);
    expect(countFrom('2010-11-13', 1, 'year', 'either')).toEqual(['2011-11-12', '2011-11-13']);
  });
});

describe('the samples', () => {
  const extracts = readdirSync(`${root}/samples`)
    .filter((name) => name.includes('-ru-'))
    .map((name) => {
      const reading = read(intake(readFileSync(`${root}/samples/${name}`), { mediaType: name.endsWith('.html') ? 'text/html' : 'text/plain' }), pack);
      return extractOf({ reading, corrected: new Map() }, reading.document.id);
    });

  test('the treaty on mutual legal assistance: negotiations agreed on, signed, exchanged, in force after ninety days, under its short and its full name', () => {
    const clock = followInstruments(extracts, { asOf: '2013-12-31' }).find(({ name }) => name === '日露刑事共助条約');
    expect(clock?.steps.map(({ event, date, days }) => [event, date, days])).toEqual([
      ['negotiation-agreed', '2005-11-21', undefined],
      ['signed', '2009-05-12', 1268],
      ['instruments-exchanged', '2010-11-13', 550],
      ['entered-into-force', '2011-02-11', 90],
    ]);
    expect(clock?.contradictions).toEqual([]);
  });
});
