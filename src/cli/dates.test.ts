import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Encoding from 'encoding-japanese';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

const TEXT = '昨年5月に署名した。平成31年5月1日、約2時間\n';
let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-dates-'));
  writeFileSync(join(cwd, 'text.txt'), TEXT);
  writeFileSync(join(cwd, 'sjis.txt'), new Uint8Array(Encoding.convert(Encoding.stringToCode(TEXT), { from: 'UNICODE', to: 'SJIS' })));
  writeFileSync(join(cwd, 'lines.jsonl'), '{"id":"a","text":"本日","reference":"2010-11-13"}\n');
  mkdirSync(join(cwd, 'folder'));
  writeFileSync(join(cwd, 'folder/one.txt'), '2010年11月13日');
  writeFileSync(join(cwd, 'folder/two.txt'), '春節');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function run(args: string[], stdin = ''): Promise<{ status: number; out: string; err: string }> {
  const io = makeIo({ cwd, stdin });
  const status = await main(['dates', ...args], io);
  return { status, out: io.out(), err: io.err() };
}
const parsed = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a plain text', () => {
  test('its dates in columns, then its doubts', async () => {
    const { status, out, err } = await run(['text.txt', '--published', '2010-11-13']);
    expect(status).toBe(STATUS.read);
    expect(err).toBe('');
    expect(out.split('\n')).toEqual([
      '昨年5月         2009-05  ja.dates/relative-month',
      '平成31年5月1日  —        ja.dates/era-day',
      '約2時間         PT2H≈    ja.dates/hours',
      'warning: 平成31年5月1日: the era had ended by then (dates/outside-era)',
      '',
    ]);
  });

  test('from standard input, and in another encoding, it is the same', async () => {
    const { out } = await run(['text.txt']);
    expect((await run([], TEXT)).out).toBe(out);
    expect((await run(['-'], TEXT)).out).toBe(out);
    expect((await run(['sjis.txt'])).out).toBe(out);
  });

  test('as JSON it is a list of mentions; of several files, one a line with its name', async () => {
    const { out } = await run(['text.txt', '--published', '2010-11-13', '--format', 'json']);
    expect(JSON.parse(out)[0]).toEqual({
      edtf: '2009-05',
      text: '昨年5月',
      span: [0, 4],
      basis: 'inferred',
      rule: 'ja.dates/relative-month',
      anchor: '2010-11-13',
    });
    const several = parsed((await run(['folder/one.txt', 'folder/two.txt', '--format', 'json'])).out);
    expect(several.map(({ source, dates }) => [source, dates.length])).toEqual([
      ['folder/one.txt', 1],
      ['folder/two.txt', 0],
    ]);
  });

  test.each<[string[], RegExp]>([
    [['absent.txt'], /no file or folder "absent\.txt"/],
    [['text.txt', '--language', 'xx'], /cannot read the language "xx"/],
    [['text.txt', '--language', 'ru'], /cannot read the language "ru"/],
    [['folder'], /folder/],
    [['text.txt', '--published', 'yesterday'], /"yesterday" is no date/],
    [['text.txt', '--format', 'xml'], /no format "xml"/],
    [['--jsonl', 'absent.jsonl'], /no file or folder "absent\.jsonl"/],
  ])('%j is misuse and says why', async (args, problem) => {
    const { status, out, err } = await run(args);
    expect(status).toBe(STATUS.misuse);
    expect(err).toMatch(problem);
    expect(out).toBe('');
  });
});

describe('JSON Lines', () => {
  test('each line by its own reference, a date or a date and time, and its own language', async () => {
    const lines = [
      { id: 'a', text: '本13日13時から約2時間', reference: '2010-11-13', language: 'ja' },
      { id: 2, text: '昨年', reference: '2010-11-13T23:30:00+09:00', language: 'ja-JP' },
      { id: 3, text: '昨年' },
      { id: 4, text: '三十六計', reference: null },
    ];
    const { status, out, err } = await run(
      ['--jsonl', '--published', '2001-01-01'],
      `\ufeff${lines.map((line) => JSON.stringify(line)).join('\r\n')}`,
    );
    expect(status).toBe(STATUS.read);
    expect(err).toBe('');
    const answers = parsed(out);
    expect(answers.map(({ id }) => id)).toEqual(['a', 2, 3, 4]);
    expect(answers.map(({ dates }) => dates.map((date: { edtf?: string; duration?: string }) => date.edtf ?? date.duration))).toEqual([
      ['2010-11-13', '2010-11-13T13:00', 'PT2H'],
      ['2009'],
      ['2000'],
      [],
    ]);
    expect(Object.keys(answers[0])).toEqual(['id', 'dates']);
  });

  test('from a file too', async () => {
    expect(parsed((await run(['--jsonl', 'lines.jsonl'])).out)[0].dates[0].edtf).toBe('2010-11-13');
  });

  test.each<[string, string, unknown, RegExp]>([
    ['junk', 'dates/no-json', null, /line 2: This is no JSON .* Write one object a line/],
    ['[1]', 'dates/no-object', null, /line 2: This is no object/],
    ['null', 'dates/no-object', null, /line 2: This is no object/],
    ['{"id":7}', 'dates/no-text', 7, /line 2: There is no "text"/],
    ['{"id":7,"text":5}', 'dates/no-text', 7, /line 2: There is no "text"/],
    ['{"id":7,"text":"昨年","reference":"2010-02-30"}', 'dates/bad-reference', 7, /line 2: The reference "2010-02-30" is no date/],
    ['{"id":7,"text":"昨年","reference":2010}', 'dates/bad-reference', 7, /line 2: The reference 2010 is no date/],
    ['{"id":7,"text":"昨年","language":"xx"}', 'dates/unknown-language', 7, /line 2: The dates of the language "xx" are not known/],
    ['{"id":7,"text":"昨年","language":1}', 'dates/unknown-language', 7, /line 2: The dates of the language "1"/],
  ])('a bad line is told with its number, and the others are read: %s', async (line, code, id, message) => {
    const { status, out, err } = await run(['--jsonl'], `{"id":1,"text":"2010年"}\n${line}\n\n{"id":3,"text":"2011年"}\n`);
    expect(status).toBe(STATUS.other);
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n').length).toBe(1);
    const [first, bad, last] = parsed(out);
    expect([first.dates[0].edtf, last.dates[0].edtf]).toEqual(['2010', '2011']);
    expect(bad).toMatchObject({ id, dates: [], error: { code } });
  });

  test('a field nobody has heard of is told of once', async () => {
    const { status, err } = await run(['--jsonl'], '{"text":"昨年","refrence":"2010-11-13"}\n{"text":"昨年","refrence":"2010-11-13"}\n');
    expect(status).toBe(STATUS.read);
    expect(err).toBe('memcon: line 1: left aside, no field of a line: refrence\n');
  });
});
