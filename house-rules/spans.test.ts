/** What holds for every record, whatever the text: spans are exact, quotes are the words, the same bytes give the same record. */
import { resolve } from 'node:path';
import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromText, intake } from '../src/intake/intake.ts';
import { loadPack } from '../src/language/load.ts';
import { read } from '../src/reading/read.ts';
import type { Reading } from '../src/record/reading.ts';
import { record as schema } from '../src/record/schema.ts';

const pack = loadPack(resolve(import.meta.dirname, '../languages/ja'));

/** Every value of the record that has a span: the span lies in the text, and the words at it are those that are quoted. */
function holdSpans(record: Reading): void {
  const { text } = record.document;
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk);
      return;
    }
    if (!value || typeof value !== 'object') return;
    const node = value as { span?: [number, number]; quote?: string; text?: string };
    if (node.span) {
      const [start, end] = node.span;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
      const quoted = node.quote ?? node.text;
      if (quoted !== undefined) expect(text.slice(start, end)).toBe(quoted);
    }
    for (const inner of Object.values(value)) walk(inner);
  };
  walk({ ...record, document: { ...record.document, text: undefined } });
}

/** Nodes lie in their parents and apart from each other; dates and mentions stand in order and do not overlap. */
function holdOrder({ document, dates, mentions }: Reading): void {
  const inOrder = (spans: readonly (readonly [number, number])[], within: readonly [number, number]): void => {
    let end = within[0];
    for (const span of spans) {
      expect(span[0]).toBeGreaterThanOrEqual(end);
      expect(span[1]).toBeLessThanOrEqual(within[1]);
      end = span[1];
    }
  };
  const nodes = [{ span: [0, document.text.length] as [number, number], children: document.outline }];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    inOrder(
      node.children.map(({ span }) => span),
      node.span,
    );
    nodes.push(...node.children);
  }
  inOrder(
    dates.map(({ span }) => span),
    [0, document.text.length],
  );
  inOrder(
    mentions.map(({ span }) => span),
    [0, document.text.length],
  );
}

function holds(record: Reading): void {
  holdSpans(record);
  holdOrder(record);
  expect(schema.safeParse(record).error?.issues[0]).toBeUndefined();
  const ids = new Set(record.statements.map(({ id }) => id));
  expect(ids.size).toBe(record.statements.length);
  const talks = new Set(record.talks.map(({ id }) => id));
  for (const { talks: of, repliesTo, restates, dates, mentions, speakers } of record.statements) {
    expect(talks.has(of)).toBe(true);
    if (repliesTo) expect(ids.has(repliesTo)).toBe(true);
    for (const id of restates ?? []) expect(ids.has(id)).toBe(true);
    for (const i of dates) expect(record.dates[i]).toBeDefined();
    for (const i of mentions) expect(record.mentions[i]).toBeDefined();
    for (const { basis, rule, span } of speakers) {
      expect(span).toBeDefined();
      if (basis === 'inferred') expect(rule).toBeDefined();
    }
  }
  for (const commitment of record.commitments) {
    for (const id of commitment.statements) expect(ids.has(id)).toBe(true);
    expect(commitment.by.length).toBeGreaterThan(0);
  }
}

const PAGE = `外務大臣
日露外相会談(概要)
平成22年11月13日
 11月13日13時から約2時間,東山外務大臣は,訪日中のオルロフ・ロシア外務大臣と会談したところ,概要以下のとおり。
【ポイント】
・来年春に東山大臣が訪露することで一致。
1 二国間関係
(1)オルロフ外相から、昨年5月に署名した漁業協定の批准書を交換したい旨述べ、東山大臣から、3,000万ドルを供与する旨述べた。
(2)これに対し、双方は、それぞれの立場を主張した。
ア 両外相は、2011年2月11日に発効する条約について意見交換を行った。
このページのトップへ戻る`;

const piece = fc.oneof(
  fc.constantFrom(...PAGE.split(/(?<=[、。,\n])|(?=[(平昭前])/)),
  fc.constantFrom(
    '「',
    '」',
    '(',
    ')',
    '。',
    '\n',
    '1 ',
    '①',
    '昭和64年1月8日',
    '令和元年4月',
    '両外相は',
    'から、',
    '旨述べた',
    '\u202e',
    '\u200f',
    '\u0000',
    '\ud83d',
    '<p>',
    '</div>',
    '<td>',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

test('any text, cut and mixed as it may be', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 50 }),
      fc.constantFrom('text/plain', 'text/html'),
      fc.option(fc.constant('2010-11-13')),
      (pieces, mediaType, published) => {
        holds(read(fromText(pieces.join(''), { mediaType }), pack, published ? { published } : {}));
      },
    ),
    { seed: 3, numRuns: 400 },
  );
});

test('any bytes, and a page cut anywhere', () => {
  const bytes = new TextEncoder().encode(PAGE);
  fc.assert(
    fc.property(fc.nat(bytes.length), fc.nat(bytes.length), fc.uint8Array({ maxLength: 40 }), (from, to, noise) => {
      const cut = bytes.slice(Math.min(from, to), Math.max(from, to));
      holds(read(intake(new Uint8Array([...cut, ...noise, ...cut])), pack));
    }),
    { seed: 4, numRuns: 200 },
  );
});

test.each(['UTF-8', 'Shift_JIS', 'EUC-JP', 'ISO-2022-JP', 'UTF-16LE', 'windows-1252'])('pages told to be %s, whatever they are', (label) => {
  const bytes = new TextEncoder().encode(PAGE);
  const written = [
    bytes,
    ...(['SJIS', 'EUCJP', 'JIS', 'UTF16'] as const).map(
      (to) => new Uint8Array(Encoding.convert(Encoding.stringToCode(PAGE), { from: 'UNICODE', to })),
    ),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...written), fc.nat(bytes.length), fc.integer({ min: 0, max: 255 }), (page, at, byte) => {
      const harmed = page.slice(at % 7);
      harmed[at % harmed.length] = byte;
      holds(read(intake(harmed, { encoding: label }), pack));
    }),
    { seed: 5, numRuns: 40 },
  );
});

test.each([
  ['a hundred thousand nested elements', `${'<div>'.repeat(100_000)}${PAGE}`],
  ['nested lists', `${'<ol><li>'.repeat(50_000)}${PAGE}${'</li></ol>'.repeat(50_000)}`],
  ['nested tables', `${'<table><tr><td>'.repeat(300)}${PAGE}`],
  ['elements that never close', `<p><b><i>${PAGE.replaceAll('\n', '<font><a href=#>')}`],
  ['a hundred thousand signs that open', `${'<'.repeat(100_000)}${PAGE}`],
  ['an attribute without end', `<p title="${'あ'.repeat(200_000)}`],
  ['references to signs there are not', '&#0;&#xD800;&#x110000;&nosuch;&amp'.repeat(2_000)],
])('hostile page: %s', (_, html) => {
  holds(read(fromText(html, { mediaType: 'text/html' }), pack));
});

test.each([
  ['a line of two hundred thousand signs', PAGE.replaceAll('\n', '').repeat(600).slice(0, 200_000)],
  ['a bracket opened in every sentence', '両外相は「協力を確認した。'.repeat(5_000)],
  ['a readout turned around and marked', PAGE.split('').join('\u202e')],
  ['a hundred thousand opening brackets', '「'.repeat(100_000)],
  ['nested numbers', '1 (1) ア (ア) ① '.repeat(20_000)],
  ['nested numbers, one a line', '1\n(1)\nア\n(ア)\n①\n'.repeat(5_000)],
  ['no full stop anywhere', '両外相は協力を進めることを確認し、意見交換を行い、'.repeat(4_000)],
  ['one letter', 'あ'.repeat(200_000)],
  ['lone surrogates and bidirectional controls', '\ud800\u202e\udc00\u2066'.repeat(20_000)],
  ['a line of digits', '12345678901234567890'.repeat(5_000)],
])('hostile: %s', (_, text) => {
  holds(read(fromText(text, { mediaType: 'text/plain' }), pack));
});

test('more doubts than one call takes are all told', () => {
  expect(read(fromText('昭和99年'.repeat(200_000)), pack).issues.filter(({ code }) => code === 'dates/outside-era').length).toBe(200_000);
});

test('the same bytes give the same record, byte for byte', () => {
  const once = JSON.stringify(read(fromText(PAGE), pack));
  expect(JSON.stringify(read(fromText(PAGE), pack))).toBe(once);
});

test('an edit elsewhere does not rename statements', () => {
  const before = new Set(read(fromText(PAGE), pack).statements.map(({ id }) => id));
  const after = read(fromText(PAGE.replace('13時から約2時間', '14時から約1時間')), pack).statements.map(({ id }) => id);
  expect(after.every((id) => before.has(id))).toBe(true);
  expect(after.length).toBe(before.size);
});
