import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { loadTongue } from '../desk/comparing/tongues.ts';
import { readDocument } from '../desk/read.ts';
import { loadPack } from '../language/load.ts';
import type { Reading } from '../record/reading.ts';
import type { Span } from '../text/span.ts';
import { compareMeetings, type Meetings, type Row } from './meetings.ts';

// A busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

const root = resolve(import.meta.dirname, '../..');
const languages = [loadPack(`${root}/languages/ja`)];
const tongue = await loadTongue('ja');
const readOut = (text: string) => readDocument(text, { languages });
const page = (lines: string) =>
  readOut(`日仏外相会談(概要)\n\n平成30年5月9日\n\n 5月9日、甲野外務大臣は、デュボワ仏外務大臣と会談した。\n\n${lines}`);
const compare = (before: Reading, after: Reading) => compareMeetings({ reading: before, tongue }, { reading: after, tongue });
const rowsOf = (found: Meetings) => [...found.topics.flatMap(({ rows }) => rows), ...found.rest];

describe('one statement against one', () => {
  const rows: [before: string, after: string, change: string, by: string][] = [
    ['両外相は、早期に再会談することで合意した。', '両外相は、早期に再会談することで合意した。', 'kept', ''],
    ['両外相は,さらに漁業協力を進めることで合意した。', '両外相は、更に漁業協力を進めることで合意した。', 'kept', ''],
    ['両外相は、漁業協力を進めることで合意した。', '両外相は、漁業協力を進めることで一致した。', 'softened', 'verb'],
    ['両外相は、漁業協力を進めることで一致した。', '両外相は、漁業協力を進めることを確認した。', 'softened', 'act'],
    ['両外相は、漁業協力の拡大について意見交換を行った。', '両外相は、漁業協力の拡大について一致した。', 'hardened', 'act'],
    ['甲野大臣から、漁船の拿捕に懸念を表明した。', '甲野大臣から、漁船の拿捕に強い懸念を表明した。', 'hardened', 'strength'],
    ['甲野大臣から、漁船の拿捕に抗議した。', '甲野大臣から、漁船の拿捕に懸念を表明した。', 'softened', 'act'],
    ['甲野大臣から、漁船の釈放を求めた。', '甲野大臣から、漁船2隻の釈放を求めた。', 'reworded', 'words'],
    ['甲野大臣から、漁船の早期の釈放を求めた。', 'デュボワ大臣から、漁船の早期の釈放を求めた。', 'reworded', 'side'],
  ];
  test.each(rows)('%j, then %j: %s', (before, after, change, by) => {
    const found = rowsOf(compare(page(`1 漁業\n\n${before}\n`), page(`1 漁業\n\n${after}\n`)));
    const [row] = found.filter((each) => each.before?.statements.length && each.after?.statements.length);
    expect([row?.change, by === '' || row?.differences.some(({ what }) => what === by)]).toEqual([change, true]);
  });

  test('another minister of the same office changes nothing of what is said', () => {
    const before = page('両外相は、漁業協力を進めることで一致した。甲野大臣から、招待に謝意を表明した。\n');
    const after = readOut(before.document.text.replaceAll('甲野', '乙山'));
    const row = rowsOf(compare(before, after)).find((each) => each.after?.statements.some(({ act }) => act === 'thank'));
    expect([row?.change, row?.differences.map(({ what }) => what)]).toEqual(['kept', ['person']]);
  });

  test('other matters are not paired: one is dropped, the other new', () => {
    const found = compare(page('甲野大臣から、拉致問題について理解を求めた。\n'), page('甲野大臣から、農産品の関税について撤廃を求めた。\n'));
    expect([found.counts.new, found.counts.dropped]).toEqual([1, 1]);
  });

  test('what changed its place is moved, once', () => {
    const lines = [
      '両外相は、漁業協力を進めることで一致した。',
      '両外相は、文化交流を広げることで一致した。',
      '甲野大臣から、拉致問題への支持に謝意を表明した。',
    ];
    const found = compare(page(lines.join('\n')), page([lines[2], lines[0], lines[1]].join('\n')));
    expect([found.counts.moved, found.counts.kept]).toEqual([1, 2]);
  });

  test('what the points tell again is not counted twice', () => {
    const text = '【ポイント】\n・両外相は、漁業協力を進めることで一致。\n\n1 漁業\n\n(1)両外相は、漁業協力を進めることで一致した。\n';
    expect(compare(page(text), page(text)).counts.kept).toBe(1);
  });
});

/** Each sign of both texts in exactly one row, and each row's pieces are its units. */
function account(found: Meetings, before: Reading, after: Reading): void {
  const rows = rowsOf(found);
  const whole = (spans: (Span | undefined)[], length: number) => {
    const sorted = spans.filter((span) => span !== undefined).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    let at = 0;
    for (const [start, end] of sorted) {
      expect(start).toBe(at);
      at = end;
    }
    expect(at).toBe(length);
  };
  whole(
    rows.map((row) => row.before?.span),
    before.document.text.length,
  );
  whole(
    rows.map((row) => row.after?.span),
    after.document.text.length,
  );
  const piecesOf = (row: Row, side: 'before' | 'after') =>
    (row.pieces ?? []).flatMap((piece) => (side in piece ? [(piece as unknown as Record<'before' | 'after', Span>)[side]] : []));
  const spans = (side: 'before' | 'after') => rows.flatMap((row) => piecesOf(row, side)).filter(([start, end]) => end > start);
  whole(spans('before'), before.document.text.length);
  whole(spans('after'), after.document.text.length);
}

describe('nothing of either text is unaccounted for', () => {
  const names = readdirSync(`${root}/samples`).filter((name) => /-ru-.*\.txt$/.test(name));
  const texts = names.map((name) => readFileSync(`${root}/samples/${name}`, 'utf8'));
  const readings = texts.map(readOut);

  test('samples beside each other', () => {
    for (let i = 1; i < readings.length; i += 4)
      account(compare(readings[i - 1] as Reading, readings[i] as Reading), readings[i - 1] as Reading, readings[i] as Reading);
  });

  test('any lines in any order, and statements over one another', () => {
    const lines = [...new Set(texts.slice(0, 12).flatMap((text) => text.split('\n')))];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 14 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, fc.nat(40), (one, other, wider) => {
        const [before, after] = [readOut(one), readOut(other)];
        // A reader of another language may let statements overlap; the account must still be whole.
        for (const each of after.statements) each.span = [Math.max(0, each.span[0] - wider), each.span[1]];
        account(compare(before, after), before, after);
      }),
      { seed: 33, numRuns: 40 },
    );
  });
});

test('very long pages are compared in bounded time', () => {
  const line = (i: number) => `両外相は、第${i}の議題である漁業協力の${i % 7}番目の計画を進めることで一致した。\n`;
  const text = (from: number) => Array.from({ length: 1500 }, (_, i) => line(from + i)).join('');
  const [before, after] = [page(text(0)), page(text(400))];
  const start = performance.now();
  const found = compare(before, after);
  expect(found.counts.kept + found.counts.reworded).toBeGreaterThan(1000);
  // Not a measurement: without bounds on what is looked at it would be many times as long.
  expect(performance.now() - start).toBeLessThan(20_000);
}, 60_000);
