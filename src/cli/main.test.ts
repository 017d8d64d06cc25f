import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { record } from '../record/schema.ts';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

vi.setConfig({ testTimeout: 60_000 });

const TALKS = `日英外相会談(概要)

平成30年5月9日

 5月9日、甲野外務大臣は、訪日中のスミス英国外務大臣と会談した。

1 二国間関係

(1)両外相は、次官級協議を続けていくことで一致した。
(2)甲野大臣から、来年英国を訪問したい旨述べた。
`;

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-cli-'));
  writeFileSync(join(cwd, 'talks.txt'), TALKS);
  writeFileSync(
    join(cwd, 'page.html'),
    `<!doctype html><meta charset=utf-8><title>日英外相会談</title><h1>日英外相会談(概要)</h1><p>平成30年5月9日</p><p>5月9日、甲野外務大臣は、スミス英国外務大臣と会談し、両外相は協力することで一致した。</p>`,
  );
  writeFileSync(join(cwd, 'recipe.txt'), '味噌汁の作り方\n\n鍋に水を入れて火にかける。\n');
  mkdirSync(join(cwd, 'folder/deep/.hidden'), { recursive: true });
  mkdirSync(join(cwd, 'empty'));
  mkdirSync(join(cwd, 'pages'));
  writeFileSync(join(cwd, 'folder/b.txt'), TALKS);
  writeFileSync(join(cwd, 'folder/deep/a.HTML'), '<p>味噌汁</p>');
  writeFileSync(join(cwd, 'folder/deep/.hidden/c.txt'), TALKS);
  writeFileSync(join(cwd, 'folder/picture.png'), 'no');
  symlinkSync('.', join(cwd, 'folder/deep/round'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('misuse is told with its cure, and the status is 2', () => {
  const rows: [args: string[], problem: RegExp, cure: RegExp][] = [
    [['read'], /No file was named/, /memcon read readout\.html/],
    [['read', 'absent.html'], /no file or folder "absent\.html"/, /looked for from/],
    [['read', 'talks.txt', 'absent.html'], /no file or folder "absent\.html"/, /looked for from/],
    [['read', 'talks.txt/below'], /no file or folder/, /Check its spelling/],
    [['read', ''], /no file or folder ""/, /Check its spelling/],
    [['dates', ''], /no file or folder ""/, /Check its spelling/],
    [['read', 'empty'], /folder "empty" holds no file/, /\.txt .*\.html/],
    [['compare', 'https://example.org/page.html', 'talks.txt'], /reads without the network/, /Save the page/],
    [['read', 'talks.txt', '--format', 'pdf'], /no format "pdf"/, /text, json, markdown, html/],
    [['read', 'talks.txt', '--language', 'xx'], /cannot read the language "xx"/, /Languages are .*ja/],
    [['read', 'talks.txt', '--published', '2010-02-29'], /"2010-02-29" is no date/, /2010-11-13/],
    [['read', 'talks.txt', '--published', 'yesterday'], /"yesterday" is no date/, /year-month-day/],
    [['read', 'talks.txt', '--format'], /--format needs a value/, /--format json/],
    [['read', 'talks.txt', '--frmat', 'json'], /no option --frmat/, /memcon read --help/],
    [['talks.txt'], /no command "talks\.txt"/, /memcon read talks\.txt/],
    [['read', 'folder', '--format', 'html'], /need a folder/, /--output FOLDER/],
    [['read', 'talks.txt', '--output', 'talks.txt'], /is one of the files to read/, /another name/],
    [['serve', '--port', 'abc'], /"abc" is no port/, /0 to 65535/],
    [['read', 'talks.txt', '--language', 'ru'], /cannot read the language "ru"/, /Languages are /],
    [['dates', 'absent.txt'], /no file or folder "absent\.txt"/, /looked for from/],
    [['dates', 'folder'], /"folder" is a folder/, /one by one/],
    [['dates', 'talks.txt', '--format', 'html'], /no format "html"/, /text, json/],
    [['dates', 'talks.txt', '--language', 'ru'], /cannot read the language "ru"/, /Languages are en, ja/],
    [['read', 'talks.txt', '--interface', 'fr'], /no messages in "fr"/, /en, ja/],
  ];
  test.each(rows)('%j', async (args, problem, cure) => {
    const io = makeIo({ cwd });
    expect(await main(args, io)).toBe(STATUS.misuse);
    expect(io.err()).toMatch(problem);
    expect(io.err()).toMatch(cure);
    expect(io.out()).toBe('');
  });

  test('in the language of the locale', async () => {
    const io = makeIo({ cwd, env: { LC_ALL: 'ja_JP.UTF-8', LANG: 'en_GB.UTF-8' } });
    await main(['read', 'absent.html'], io);
    expect(io.err()).toContain('「absent.html」というファイルやフォルダーはありません');
  });

  test('an interface that is not there, too', async () => {
    const io = makeIo({ cwd, env: { LC_ALL: '', LANG: 'ja_JP.UTF-8' } });
    expect(await main(['read', 'talks.txt', '--interface', 'fr'], io)).toBe(STATUS.misuse);
    expect(io.err()).toContain('案内の言語に「fr」はありません');
  });

  test('a place that cannot be looked at is a failure, not misuse', async () => {
    symlinkSync('loop.txt', join(cwd, 'loop.txt'));
    const io = makeIo({ cwd });
    expect(await main(['read', 'loop.txt'], io)).toBe(STATUS.other);
    expect(io.err()).toMatch(/"loop\.txt" cannot be opened \(ELOOP\)\.\n +Check that you may read it/);
    rmSync(join(cwd, 'loop.txt'));
  });

  test('without a command, help on standard error', async () => {
    const io = makeIo();
    expect(await main([], io)).toBe(STATUS.misuse);
    expect(io.err()).toContain('read [options] [sources...]');
  });
});

describe('help and version', () => {
  test.each([['--help'], ['-h'], ['--version'], ['read', '--help'], ['serve', '--help'], ['help'], ['help', 'read']])('%s %s', async (...args) => {
    const io = makeIo();
    expect(await main(args, io)).toBe(STATUS.read);
    expect(io.out().length).toBeGreaterThan(4);
    expect(io.err()).toBe('');
  });
});

describe('reading', () => {
  test('a file, as text', async () => {
    const io = makeIo({ cwd });
    expect(await main(['read', 'talks.txt'], io)).toBe(STATUS.read);
    expect(io.out()).toContain('日英外相会談(概要)');
    expect(io.err()).toBe('');
  });

  test('a file, as a record that its schema accepts', async () => {
    const io = makeIo({ cwd });
    await main(['read', 'page.html', '--format', 'json'], io);
    const read = record.parse(JSON.parse(io.out()));
    expect(read.document.source?.mediaType).toBe('text/html');
  });

  test('standard input', async () => {
    const io = makeIo({ stdin: TALKS });
    expect(await main(['read', '-', '--format', 'json'], io)).toBe(STATUS.read);
    expect(JSON.parse(io.out()).document.text).toBe(TALKS);
  });

  test('standard input among files, once, each with its name above', async () => {
    const io = makeIo({ cwd, stdin: TALKS });
    expect(await main(['read', 'page.html', '-', '-'], io)).toBe(STATUS.read);
    expect(
      io
        .out()
        .match(/^── .*$/gm)
        ?.map((line) => line.replace(/ ─+$/, '')),
    ).toEqual(['── page.html', '── -']);
  });

  test('a language by its region', async () => {
    const io = makeIo({ cwd });
    expect(await main(['read', 'talks.txt', '--language', 'ja-JP', '--format', 'json'], io)).toBe(STATUS.read);
    expect(JSON.parse(io.out()).document.language).toBe('ja');
  });

  test.each([
    ['russian.txt', 'Министры встретились и договорились о плане.', /the language of this document \((?:ru|und)\) cannot be read yet/],
    [
      'announcement.txt',
      'The minister will travel to the capital, and there will be talks.',
      /^memcon: A text of this kind records no talks: schedule, announcement\.txt\n$/,
    ],
    ['english.txt', 'The harbour was quiet, and there were ships.', /its language \(--language\) and day/],
    ['readout.pdf', '%PDF-1.7\n%', /the PDF file is damaged/],
    ['readout.rtf', '{\\rtf1 x}', /readout\.rtf\n.*its format is RTF, which is not read: save it as/],
    ['poem.txt', '古池や蛙飛びこむ水の音', /its language \(--language\) and day/],
  ])('no talks in %s: says why', async (name, words, why) => {
    writeFileSync(join(cwd, name), words);
    const io = makeIo({ cwd });
    expect(await main(['read', name], io)).toBe(STATUS.noTalks);
    expect(io.err()).toMatch(why);
    rmSync(join(cwd, name));
  });

  test('dates: doubts in the language of the interface', async () => {
    const io = makeIo({ cwd, stdin: '平成元年1月7日', env: { LANG: 'ja_JP.UTF-8' } });
    expect(await main(['dates'], io)).toBe(STATUS.read);
    expect(io.out()).toContain('この元号はまだ始まっていません (dates/before-era)');
  });

  test('no talks: still a record, with status 3 and a word on standard error', async () => {
    const io = makeIo({ cwd });
    expect(await main(['read', 'recipe.txt', '--format', 'json'], io)).toBe(STATUS.noTalks);
    expect(JSON.parse(io.out()).talks).toEqual([]);
    expect(io.err()).toContain('No talks were found');
  });

  test('the day of publication that was given', async () => {
    const io = makeIo({ cwd });
    await main(['read', 'talks.txt', '--format', 'json', '--published', '2012-01-02'], io);
    expect(JSON.parse(io.out()).document.published.edtf).toBe('2012-01-02');
  });

  test('a folder: a record a line, in order, hidden ones and other endings left out', async () => {
    const io = makeIo({ cwd });
    expect(await main(['read', 'folder', '--format', 'json'], io)).toBe(STATUS.read);
    const records = io
      .out()
      .trimEnd()
      .split('\n')
      .map((line) => record.parse(JSON.parse(line)));
    expect(records.map((each) => each.document.source?.mediaType)).toEqual(['text/plain', 'text/html']);
  });

  test('many pages ask the process to spare memory, one page does not', async () => {
    const asked: string[] = [];
    for (const source of ['folder', 'talks.txt']) await main(['read', source], makeIo({ cwd, sparing: () => asked.push(source) }));
    expect(asked).toEqual(['folder']);
  });

  test('many pages and a long one are worth compiling for, a short one is not', async () => {
    const asked: string[] = [];
    writeFileSync(join(cwd, 'long.txt'), '両外相は協力を確認した。\n'.repeat(1_000));
    for (const source of ['folder', 'long.txt', 'talks.txt'])
      await main(['read', source], makeIo({ cwd, sparing: () => {}, thorough: () => asked.push(source) }));
    rmSync(join(cwd, 'long.txt'));
    expect(asked).toEqual(['folder', 'long.txt']);
  });

  test('several files and one that cannot be read: the rest is read, the status tells', async () => {
    const io = makeIo({ cwd });
    symlinkSync('nowhere.txt', join(cwd, 'folder/dead.txt'));
    expect(await main(['read', 'folder', '--format', 'json'], io)).toBe(STATUS.other);
    rmSync(join(cwd, 'folder/dead.txt'));
    expect(io.out().trimEnd().split('\n').length).toBe(2);
    expect(io.err()).toContain('dead.txt');
  });

  test('to a file', async () => {
    const io = makeIo({ cwd });
    expect(await main(['read', 'talks.txt', '--format', 'markdown', '--output', 'out.md'], io)).toBe(STATUS.read);
    expect(readFileSync(join(cwd, 'out.md'), 'utf8')).toContain('# 日英外相会談');
    expect(io.out()).toBe('');
  });

  test('pages of a folder', async () => {
    const io = makeIo({ cwd });
    expect(await main(['read', 'folder', '--format', 'html', '--output', 'pages'], io)).toBe(STATUS.read);
    expect(await main(['read', 'folder', '--format', 'html', '--output', 'pages'], io)).toBe(STATUS.read);
    expect(readdirSync(join(cwd, 'pages'))).toEqual(['a.html', 'b.html']);
  });

  test('where it cannot be written', async () => {
    const io = makeIo({ cwd });
    expect(await main(['read', 'talks.txt', '--output', 'no/such/place.txt'], io)).toBe(STATUS.other);
    expect(io.err()).toMatch(/cannot be written \(ENOENT\)/);
  });
});

describe('colour', () => {
  const rows: [args: string[], env: Record<string, string>, tty: boolean, colour: boolean][] = [
    [[], {}, false, false],
    [[], {}, true, true],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { TERM: 'dumb' }, true, false],
    [['--color'], { NO_COLOR: '1' }, false, true],
    [['--no-color'], {}, true, false],
  ];
  test.each(rows)('%j %j terminal %s: %s', async (args, env, tty, colour) => {
    const io = makeIo({ cwd, env, tty });
    await main(['read', 'talks.txt', ...args], io);
    expect(io.out().includes('\u001b[')).toBe(colour);
  });
});
