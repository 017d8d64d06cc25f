import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { testVoice } from './test-voice.ts';

const ja = testVoice('ja');
const en = testVoice('en');

describe('dates as one says them', () => {
  const rows: [edtf: string, ja: string, en: string][] = [
    ['2010', '2010年', '2010'],
    ['2009-05', '2009年5月', 'May 2009'],
    ['2010-11-13', '2010年11月13日', '13 Nov 2010'],
    ['2010-11-13T13:00', '2010年11月13日', '13 Nov 2010'],
    ['2012-21', '2012年春', 'spring 2012'],
    ['2012-24', '2012年冬', 'winter 2012'],
    ['2011-33', '2011年第1四半期', 'Q1 2011'],
    ['2011-36', '2011年第4四半期', 'Q4 2011'],
    ['2011-40', '2011年前半', 'first half of 2011'],
    ['2011-41', '2011年後半', 'second half of 2011'],
    ['2011-42', '2011-42', '2011-42'],
    ['199X', '1990年代', '1990s'],
    ['2011~', '2011年頃', 'about 2011'],
    ['2011-04/2011-06', '2011年4月〜2011年6月', 'Apr 2011 to Jun 2011'],
    ['2010-13', '2010-13', '2010-13'],
    ['nonsense', 'nonsense', 'nonsense'],
  ];
  test.each(rows)('%s', (edtf, inJa, inEn) => {
    expect(ja.date(edtf)).toBe(inJa);
    expect(en.date(edtf)).toBe(inEn);
  });
  test('with their weekday', () => {
    expect(ja.date('2010-11-13', { weekday: true })).toBe('2010年11月13日(土)');
    expect(en.date('2000-02-29', { weekday: true })).toBe('Tue 29 Feb 2000');
  });
});

describe('lengths of time', () => {
  const rows: [string, string, string][] = [
    ['PT2H', '2時間', '2 h'],
    ['PT1H40M', '1時間40分', '1 h 40 min'],
    ['P3D', '3日', '3 days'],
    ['P60Y', '60年', '60 years'],
    ['P', 'P', 'P'],
  ];
  test.each(rows)('%s', (iso, inJa, inEn) => {
    expect(ja.duration(iso)).toBe(inJa);
    expect(en.duration(iso)).toBe(inEn);
  });
});

test('what is near is said to be near once', () => {
  const date = { text: '2011年頃', span: [0, 6] as [number, number], basis: 'stated' as const, approximate: true };
  expect(en.mention({ ...date, edtf: '2011~' })).toBe('about 2011');
  expect(en.mention({ ...date, duration: 'PT2H' })).toBe('about 2 h');
});

test('zones', () => {
  expect(ja.zone('Asia/Tokyo')).toMatch(/日本/);
  expect(en.zone('Asia/Tokyo')).toMatch(/Japan/);
  expect(en.zone('No/Where')).toBe('No/Where');
});

test('parties: words of the trade, else CLDR, else the code', () => {
  expect([ja.party('KR'), ja.party('FR'), ja.party('NATO'), ja.party('QQ9')]).toEqual(['韓国', 'フランス', 'NATO', 'QQ9']);
  expect(en.party('JP')).toBe('Japan');
});

test.each([
  [['JP', 'RU'], '日露'],
  [['RU', 'JP'], '露日'],
  [['JP', 'EU'], '日EU'],
  [['JP', 'MN'], '日・モンゴル'],
  [['JP', 'US', 'KR'], '日米韓'],
  [['JP', 'US', 'MN'], undefined],
  [['MN', 'VN'], undefined],
  [['JP'], undefined],
])('%j in short is %s', (codes, words) => expect(ja.relation(codes)).toBe(words));

test('a language that has no short names of relations gives none, and leaves the order as it is', () => {
  expect(en.relation(['JP', 'RU'])).toBeUndefined();
  expect(en.ordered(['RU', 'JP'])).toEqual(['RU', 'JP']);
  expect(ja.ordered(['KR', 'US', 'JP', 'MN'])).toEqual(['JP', 'US', 'KR', 'MN']);
});

test('issues: steps and days of their values are said in words', () => {
  const values = { instrument: 'X', event: 'signed', date: '2011-03-12', before: 'ratified', beforeDate: '2011-02' };
  const issue = { code: 'instruments/out-of-order', severity: 'warning', message: 'plain', values } as const;
  expect(en.issue(issue)).toBe('X: “signed” (12 Mar 2011) would come before “ratified” (Feb 2011)');
  expect(ja.issue({ code: 'dates/which-year', severity: 'info', message: 'plain', values: { first: '2030', second: '2031' } })).toContain(
    '2030年か2031年か',
  );
  expect(ja.issue({ ...issue, code: 'no/such' })).toBe('plain');
});

test('an unknown label is a fault of the program', () => expect(() => ja.label('noSuchLabel')).toThrow(/no label "noSuchLabel"/));

describe('the catalogues', () => {
  const folder = new URL('../../languages/', import.meta.url);
  const phrases = new Map(
    readdirSync(folder).flatMap((code) => {
      try {
        return [[code, parse(readFileSync(new URL(`${code}/phrases.yaml`, folder), 'utf8')) as Record<string, Record<string, unknown>>] as const];
      } catch {
        return [];
      }
    }),
  );
  const [first, ...others] = [...phrases.values()];
  /** A month is told by its number in one language, by its name in another. */
  const names = (words: unknown): string[] =>
    [...JSON.stringify(words).matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => (match[1] === 'monthName' ? 'month' : (match[1] as string))).sort();

  test('there are at least two', () => expect(phrases.size).toBeGreaterThanOrEqual(2));
  test.each(['labels', 'issues', 'faults'])('say the same %s, with the same values', (section) => {
    for (const other of others) {
      expect(Object.keys(other[section] ?? {}).sort()).toEqual(Object.keys(first?.[section] ?? {}).sort());
      for (const [key, words] of Object.entries(other[section] ?? {}))
        expect([key, [...new Set(names(words))]]).toEqual([key, [...new Set(names(first?.[section]?.[key]))]]);
    }
  });
  test('every label is used', () => {
    const root = new URL('../', import.meta.url);
    const sources = (readdirSync(root, { recursive: true }) as string[])
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8'));
    const all = sources.join('\n');
    // A name put together is known by how it begins: `order${…}`.
    const beginnings = [...all.matchAll(/`([a-z][A-Za-z]{2,})\$\{/g)].map((match) => match[1] as string);
    const used = (key: string) =>
      all.includes(`'${key}'`) || all.includes(`.${key}`) || all.includes(`"${key}"`) || beginnings.some((one) => key.startsWith(one));
    expect(Object.keys(first?.labels ?? {}).filter((key) => !used(key))).toEqual([]);
    expect(used('noSuchLabel')).toBe(false);
  }, 30_000);
});

test.each([
  [0, '0 days'],
  [1, '1 day'],
  [2, '2 days'],
  ['1,204', '1,204 days'],
])('%s of a thing', (n, words) => expect(en.label('daysN', { n })).toBe(words));
