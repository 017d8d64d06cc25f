import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { loadTongue } from '../desk/comparing/tongues.ts';
import { readDocument } from '../desk/read.ts';
import { loadPack } from '../language/load.ts';
import { extractOf } from '../record/extract.ts';
import type { Reading } from '../record/reading.ts';
import { type ByHand, compareAccounts } from './accounts.ts';
import { makeClaims } from './claims.ts';
import { type Candidate, findBetween, findContradictions } from './contradictions.ts';
import { comparePoints } from './points.ts';

// A busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

const languages = [loadPack(resolve(import.meta.dirname, '../../languages/ja'))];
const tongue = await loadTongue('ja');
const page = (lines: string, day = '5月9日', year = 30) =>
  readDocument(`日仏外相会談(概要)\n\n平成${year}年${day}\n\n ${day}、甲野外務大臣は、デュボワ仏外務大臣と会談した。\n\n${lines}`, { languages });
const accounts = (first: Reading, other: Reading, byHand?: ByHand) =>
  compareAccounts({ reading: first, tongue }, { reading: other, tongue }, { byHand });

describe('one claim of each', () => {
  const rows: [first: string, other: string, cell: string, differs: string][] = [
    ['両外相は、漁業協力を進めることで一致した。', '両外相は、漁業分野の協力を進めることで合意した。', 'both', ''],
    ['両外相は、漁業協力を進めることで一致した。', '両外相は、漁業協力について議論した。', 'differently', 'act'],
    ['両外相は、漁業協力を進めることで一致した。', '甲野大臣から、漁業協力を進めたい旨述べた。', 'attributed', 'speaker'],
    ['甲野大臣から、漁業協力を提案した。', 'デュボワ大臣から、漁業協力を提案した。', 'attributed', 'speaker'],
    ['両外相は、次回会談を6月9日に行うことで一致した。', '両外相は、次回会談を6月10日に行うことで一致した。', 'differently', 'date'],
    ['両外相は、次回会談を6月に行うことで一致した。', '両外相は、次回会談を6月10日に行うことで一致した。', 'both', ''],
    ['甲野大臣から、港湾の整備に20億円を供与する旨表明した。', '甲野大臣から、港湾の整備に30億円を供与する旨表明した。', 'differently', 'number'],
    ['甲野大臣から、漁船の拿捕に強く抗議した。', '甲野大臣から、漁船の拿捕に抗議した。', 'differently', 'strength'],
    ['甲野大臣から、漁船について原則的な立場を述べた。', '甲野大臣から、漁船の釈放を求めるとの立場を述べた。', 'differently', 'withheld'],
  ];
  test.each(rows)('%j beside %j: %s', (first, other, cell, differs) => {
    const [row] = accounts(page(`1 漁業\n\n${first}\n`), page(`1 漁業\n\n${other}\n`)).rows.filter((each) => each.first && each.other);
    expect([row?.cell, row?.differences.map(({ what }) => what).includes(differs as 'act') || differs === '']).toEqual([cell, true]);
    for (const { first: there } of row?.differences ?? []) expect(there[1]).toBeGreaterThan(there[0]);
  });

  test('other matters are told by one alone, and it is said whether the other raises the topic', () => {
    const { rows, counts } = accounts(page('甲野大臣から、拉致問題について理解を求めた。\n'), page('甲野大臣から、農産品の関税の撤廃を求めた。\n'));
    expect(counts).toMatchObject({ 'only-first': 1, 'only-other': 1, both: 0 });
    expect(rows.map(({ raised }) => raised)).toEqual([false, false]);
  });

  test('an answer is known by what it answers', () => {
    const asked = '甲野大臣から、漁船2隻の速やかな釈放を求めた。';
    const found = accounts(page(`${asked}デュボワ大臣は、検討したい旨述べた。\n`), page(`${asked}デュボワ大臣は、これに応じた。\n`));
    expect(found.rows.map(({ cell }) => cell)).toEqual(['both', 'differently']);
    expect(found.rows[1]?.reasons.map(({ what }) => what)).toContain('answer');
  });
});

test('a person puts together and apart, and goes before the machine', () => {
  const [first, other] = [
    page('両外相は、漁業協力を進めることで一致した。\n'),
    page('両外相は、漁業協力を進めることで一致した。甲野大臣から、拉致問題に言及した。\n'),
  ];
  const [a, b, c] = [first.statements[0]?.id ?? '', other.statements[0]?.id ?? '', other.statements[1]?.id ?? ''];
  expect(accounts(first, other, { together: [], apart: [[a, b]] }).counts).toMatchObject({ both: 0, 'only-first': 1, 'only-other': 2 });
  const forced = accounts(first, other, { together: [[a, c]], apart: [] }).rows.find((row) => row.byHand);
  expect([forced?.first?.lead.id, forced?.other?.lead.id]).toEqual([a, c]);
  expect(forced?.score).toBeLessThan(1);
});

test('every statement of either account is in one row, whatever the texts', () => {
  const line = fc.constantFrom(
    '両外相は、漁業協力を進めることで一致した。',
    '両外相は、漁業協力を進めることを確認した。',
    '甲野大臣から、拉致問題について理解を求めた。',
    'デュボワ大臣から、謝意を表明した。',
    '【ポイント】\n・両外相は、漁業協力を進めることで一致。\n\n1 漁業\n\n',
    '甲野大臣から、立場を述べた。',
  );
  const text = fc.array(line, { maxLength: 8 }).map((all) => all.join('\n'));
  fc.assert(
    fc.property(text, text, (one, two) => {
      const [first, other] = [page(one), page(two)];
      const { rows, counts } = accounts(first, other);
      const told = (side: 'first' | 'other') => rows.flatMap((row) => row[side]?.tellings.map(({ id }) => id) ?? []).sort();
      expect(told('first')).toEqual(first.statements.map(({ id }) => id).sort());
      expect(told('other')).toEqual(other.statements.map(({ id }) => id).sort());
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(rows.length);
      expect(makeClaims(first).length + makeClaims(other).length).toBe(rows.reduce((sum, row) => sum + (row.first ? 1 : 0) + (row.other ? 1 : 0), 0));
    }),
    { seed: 5, numRuns: 60 },
  );
});

test('the points list against the body', () => {
  const { rows, counts } = comparePoints(
    page(
      '【ポイント】\n・両外相は、漁業協力を進めることで一致。\n・甲野大臣から、漁船の拿捕に抗議。\n・両外相は、文化交流を広げることで一致。\n\n1 漁業\n\n(1)両外相は、漁業協力を進めることで一致した。\n\n(2)甲野大臣から、漁船の拿捕に強い懸念を表明した。\n\n(3)デュボワ大臣から、港湾の整備に謝意を表明した。\n',
    ),
    tongue,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['told', 'changed', 'added', 'dropped']);
  expect(counts).toEqual({ told: 1, changed: 1, added: 1, dropped: 1 });
  expect(comparePoints(page('両外相は、漁業協力を進めることで一致した。\n'), tongue).rows).toEqual([]);
});

describe('candidates for contradiction', () => {
  const find = (...readings: Reading[]) =>
    findContradictions(readings.map((reading) => ({ extract: extractOf({ reading, corrected: new Map() }, reading.document.id), tongue })));
  const kinds = (found: readonly Candidate[]) => found.map(({ kind, first, other }) => [kind, first.says, other.says]);

  const rows: [first: string, other: string, found: string[][]][] = [
    [
      '両外相は、2012年4月3日に署名した日仏漁業協定の重要性を確認した。\n',
      '両外相は、2012年4月13日に署名した日仏漁業協定の重要性を確認した。\n',
      [['event-date', '2012-04-03', '2012-04-13']],
    ],
    ['両外相は、2012年4月に署名した日仏漁業協定の重要性を確認した。\n', '両外相は、2012年4月13日に署名した日仏漁業協定の重要性を確認した。\n', []],
    ['両外相は、2012年4月3日に署名した日仏漁業協定の重要性を確認した。\n', '両外相は、2012年4月13日に署名した日仏租税条約の重要性を確認した。\n', []],
    ['甲野大臣から、2009年6月に始まった調査を評価した。\n', '甲野大臣から、2009年7月に始まった調査を評価した。\n', [['date', '2009-06', '2009-07']]],
    ['甲野大臣から、昨年6月に始まった調査を評価した。\n', '甲野大臣から、昨年7月に始まった調査を評価した。\n', []],
  ];
  test.each(rows)('%j and %j', (first, other, wanted) => {
    const found = find(page(first), page(other, '6月9日', 29)).filter(({ kind }) => kind !== 'date' || wanted.some(([each]) => each === 'date'));
    expect(kinds(found)).toEqual(wanted);
  });

  test('the later of two talks has the lower count', () => {
    const counted = (n: number, year: number) =>
      readDocument(
        `日仏外相会談(概要)\n\n平成${year}年5月9日\n\n 5月9日、甲野外務大臣は、訪日中のデュボワ仏外務大臣との間で、通算${n}回目となる外相会談を行った。\n\n両外相は、協力を進めることで一致した。\n`,
        { languages },
      );
    const [one, two, three] = [counted(4, 28), counted(5, 29), counted(5, 30)];
    if (one.talks[0]?.ordinal === undefined) throw new Error('the count is not read');
    expect(kinds(find(one, two))).toEqual([]);
    expect(kinds(find(one, two, three))).toEqual([['ordinal', '5', '5']]);
  });

  test('both sides of one meeting: who asked, which figure', () => {
    const [first, other] = [
      page('甲野大臣から、漁船の視察を提案した。甲野大臣から、港湾の整備に20億円を供与する旨表明した。\n'),
      page('デュボワ大臣から、漁船の視察を提案した。甲野大臣から、港湾の整備に30億円を供与する旨表明した。\n'),
    ];
    const side = (reading: Reading) => ({ document: reading.document.id, reading });
    const talks = [first.talks[0], other.talks[0]] as [NonNullable<(typeof first.talks)[0]>, NonNullable<(typeof first.talks)[0]>];
    const found = findBetween({ first: side(first), other: side(other), talks, accounts: accounts(first, other) });
    expect(kinds(found)).toEqual([
      ['proposer', 'JP', 'FR'],
      ['number', '20', '30'],
    ]);
    for (const { first: there } of found) expect(first.document.text.slice(...there.span)).not.toBe('');
  });
});
