/** What people name by mistake, or what is put before them: each is told with its place and what to do, and nothing is waited for without end. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeZip } from '../intake/test-docx.ts';
import { STATUS } from './io.ts';
import { main } from './main.ts';
import { makeIo } from './test-io.ts';

vi.setConfig({ testTimeout: 60_000 });

const PAGE =
  '<html><meta charset=utf-8><h1>日仏外相会談（概要）</h1><p>令和12年4月9日、柴田外務大臣は、デュポン・フランス外務大臣と会談を行った。</p></html>';
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'memcon-hostile-'));
  const put = (name: string, words: string | Uint8Array) => writeFileSync(join(cwd, name), words);
  put('good.html', PAGE);
  put('empty.pdf', '');
  put('blank.txt', ' \n\n');
  put('winmail.dat', Uint8Array.of(0x78, 0x9f, 0x3e, 0x22, 1, 0));
  put('mail.msg', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1));
  put('cut.zip', makeZip({ 'a.html': PAGE }).slice(0, 60));
  put('pictures.zip', zipSync({ 'a.png': strToU8('x') }));
  put(
    'mixed.zip',
    zipSync({
      'a.html': strToU8(PAGE),
      'b.html': strToU8(PAGE.replace('9日', '8日')),
      'in.zip': zipSync({ 'c.txt': strToU8('x'), 'd.rtf': strToU8('x') }),
      'e.xlsx': strToU8('x'),
    }),
  );
  put(
    'noise.txt',
    Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 7 + (i >> 3)) % 256),
  );
  put(
    'places.zip',
    zipSync(
      Object.fromEntries(['../../up.html', '/abs.html', 'red\u001b[31m.html'].map((name, i) => [name, strToU8(PAGE.replace('9日', `${i + 1}日`))])),
    ),
  );
  execFileSync('mkfifo', [join(cwd, 'pipe.html')]);
  symlinkSync('around-b.html', join(cwd, 'around-a.html'));
  symlinkSync('around-a.html', join(cwd, 'around-b.html'));
  mkdirSync(join(cwd, 'mixed/inside'), { recursive: true });
  symlinkSync('..', join(cwd, 'mixed/inside/round'));
  for (const name of ['good.html', 'notes.rtf', 'sheet.xlsx', 'inside/other.rtf', 'data.json', 'README.md'])
    writeFileSync(join(cwd, 'mixed', name), name === 'good.html' ? PAGE : 'x');
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function memcon(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  return piped(undefined, ...args);
}

async function piped(stdin: Uint8Array | undefined, ...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const io = makeIo({ cwd, ...(stdin && { stdin }) });
  return { status: await main(args, io), out: io.out(), err: io.err() };
}

test.each([
  ['empty.pdf', STATUS.noTalks, /empty\.pdf\n +there is no word in it; see/],
  ['blank.txt', STATUS.noTalks, /blank\.txt\n +there is no word in it; see/],
  ['winmail.dat', STATUS.noTalks, /winmail\.dat\n +its format is Outlook \(winmail\.dat\), which is not read: save it as .*\.eml/],
  ['mail.msg', STATUS.noTalks, /mail\.msg\n +its format is Word, Excel or Outlook .* which is not read: save it as .*\.eml/],
  ['cut.zip', STATUS.noTalks, /cut\.zip\n +the ZIP file is damaged .*get it again/],
  ['pictures.zip', STATUS.noTalks, /pictures\.zip\n +no file in the archive has a name/],
  ['pipe.html', STATUS.misuse, /"pipe\.html" is no file but a device, or a pipe/],
  ['/dev/zero', STATUS.misuse, /"\/dev\/zero" is no file but a device/],
  ['around-a.html', STATUS.other, /"around-a\.html" cannot be opened \(ELOOP\)/],
])('%s', async (name, status, says) => {
  const read = await memcon('read', name);
  expect([read.status, read.err]).toEqual([status, expect.stringMatching(says)]);
});

test('what somebody writes into a pipe is read, however late', async () => {
  const pipe = join(cwd, 'pipe.html');
  // The other end is open before anything is written.
  const writer = spawn('sh', ['-c', 'exec 3<>"$1"; printf go; sleep 0.5; cat "$2" >&3; sleep 0.5', 'sh', pipe, join(cwd, 'good.html')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise((done) => writer.stdout.once('data', done));
  const read = await memcon('read', 'pipe.html');
  expect([read.status, read.err]).toEqual([STATUS.read, '']);
});

test('names in an archive are names only, and colour nothing', async () => {
  const { status, out } = await memcon('read', 'places.zip');
  expect(status).toBe(STATUS.read);
  expect(out).not.toContain('\u001b');
  expect(out.match(/places\.zip/g)?.length).toBe(3);
});

test.each([
  ['read', 'mixed', '--format', 'json'],
  ['add', '--archive', 'mixed.memcon', 'mixed'],
])('%s: files of a folder that are not looked at are counted', async (...args) => {
  const { status, err } = await memcon(...args);
  expect(status).toBe(STATUS.read);
  expect(err).toContain('3 files in folders were passed over for their endings: .rtf (2), .xlsx.');
});

test.each([
  ['read', 'mixed.zip', '--format', 'json'],
  ['add', '--archive', 'packed.memcon', 'mixed.zip'],
])('%s: files of an archive that are not looked at are named, and change no exit status', async (...args) => {
  const { status, err } = await memcon(...args);
  expect(status).toBe(STATUS.read);
  expect(err).toContain('memcon: in mixed.zip, 1 file was passed over, of formats that are not read: e.xlsx. ');
  expect(err).toContain('memcon: in mixed.zip/in.zip, 1 file was passed over, of formats that are not read: d.rtf. ');
});

test('they are data too', async () => {
  const { out } = await memcon('add', '--archive', 'data.memcon', 'mixed.zip', '--format', 'json');
  expect(JSON.parse(out).passed).toEqual([
    { archive: 'mixed.zip', count: 1, names: ['e.xlsx'] },
    { archive: 'mixed.zip/in.zip', count: 1, names: ['d.rtf'] },
  ]);
});

test('what is piped in may be an archive: a record a line, or each below its name', async () => {
  const bytes = readFileSync(join(cwd, 'mixed.zip'));
  const { status, out } = await piped(bytes, 'read', '-', '--format', 'json');
  expect(status).toBe(STATUS.read);
  const records = out.trim().split('\n');
  expect(records.length).toBe(3);
  for (const record of records) expect(JSON.parse(record).memcon).toBe('1');
  expect((await piped(bytes, 'read', '-')).out).toMatch(/^── -\/a\.html ─/);
  expect((await piped(bytes, 'read', '-', '--format', 'html')).err).toMatch(/--output/);
  // One document alone stays what it was.
  expect((await piped(readFileSync(join(cwd, 'good.html')), 'read', '-', '--format', 'json')).out).toMatch(/^\{\n/);
});

test('bytes that are no text are no words, whatever the name', async () => {
  const { out, err } = await memcon('read', 'noise.txt', '--format', 'json');
  expect(JSON.parse(out).document.text).toBe('');
  expect(err).toMatch(/its format is binary, which is not read/);
});

test('adding says what is the matter in words', async () => {
  const { out } = await memcon('add', '--archive', 'words.memcon', 'cut.zip', 'good.html');
  expect(out).toMatch(/added {2}cut\.zip\n {4}▲ the ZIP file is damaged .*get it again/);
});
