import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { openSqlite } from '../../archive/sqlite.ts';
import { makeDocx, makeZip, p } from '../../intake/test-docx.ts';
import { makePdf } from '../../intake/test-pdf.ts';
import { loadLanguages } from '../languages.ts';
import { type Added, addDocuments, type Document } from './add.ts';
import { allDocuments, rereadDocuments } from './reread.ts';
import { NESTING, unpacked } from './unpacked.ts';

// The library is large, and other tests run beside this one.
vi.setConfig({ testTimeout: 60_000 });

const page = readFileSync(fileURLToPath(new URL('../../../corpus/2029-03-fr-leaders/ja-jp/source.html', import.meta.url)));
const READOUT = [
  '日仏外相会談',
  '令和11年3月8日',
  '3月7日、前田外務大臣は、パリにおいてモロー外相と会談を行ったところ、概要は以下のとおり。',
  '1　二国間関係',
  '両外相は、協力を進めることで一致した。',
];
const docx = makeDocx(READOUT.map((words) => p(words)).join(''));
const GERMAN = [
  '日独外相会談',
  '令和11年5月8日',
  '5月7日、前田外務大臣は、ベルリンにおいてベルク・ドイツ外相と会談を行ったところ、概要は以下のとおり。',
  '1　経済',
  '両外相は、貿易を広げることで一致した。',
];
const placed = (lines: readonly string[]) => lines.map((text, i) => ({ x: 40, y: 60 + 40 * i, text, size: 8 }));
const pdf = makePdf([placed(GERMAN.slice(0, 3)), placed(GERMAN.slice(3))]);
const mail = (file: Uint8Array) =>
  new TextEncoder().encode(
    [
      'From: press@example.org',
      'Date: Thu, 8 Mar 2029 12:00:00 +0900',
      'Subject: press',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=UTF-8',
      '',
      '別添のとおり。',
      '--b',
      'Content-Type: application/octet-stream; name="talks.docx"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(file).toString('base64'),
      '--b--',
    ].join('\r\n'),
  );

async function namesOf(document: Document): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of unpacked([document])) names.push(name);
  return names;
}

test('an archive is what is in it; what cannot be unpacked stays as it is', async () => {
  const bytes = makeZip({ 'a.html': page, 'b/talks.docx': docx, 'c.png': 'x', 'd.zip': makeZip({ 'e.pdf': pdf }), 'f.eml': mail(docx) });
  expect(await namesOf({ name: 'all.zip', bytes })).toEqual([
    'all.zip/a.html',
    'all.zip/b/talks.docx',
    'all.zip/d.zip/e.pdf',
    'all.zip/f.eml',
    'all.zip/f.eml/talks.docx',
  ]);
  expect(await namesOf({ name: 'cut.zip', bytes: bytes.subarray(0, -8) })).toEqual(['cut.zip']);
  expect(await namesOf({ name: 'none.zip', bytes: makeZip({ 'c.png': 'x' }) })).toEqual(['none.zip']);
  expect(await namesOf({ name: 'talks.docx', bytes: docx })).toEqual(['talks.docx']);
});

test('archives within archives end', async () => {
  let bytes = makeZip({ 'a.txt': 'x' });
  for (let i = 0; i < 20; i++) bytes = makeZip({ 'a.zip': bytes });
  expect(await namesOf({ name: 'z', bytes })).toEqual([`z${'/a.zip'.repeat(NESTING.depth)}`]);
});

test('all formats are kept as they came, read again as before, and verified', async () => {
  const archive = openSqlite(':memory:', { create: true });
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  const bytes = makeZip({ 'a.html': page, 'b.docx': docx, 'c.pdf': pdf, 'f.eml': mail(docx) });
  const added: Added[] = [];
  async function* documents() {
    yield { name: 'all.zip', bytes, from: '/in/all.zip' };
    yield { name: 'talks.pdf', bytes: pdf, from: '/in/talks.pdf' };
  }
  for await (const one of addDocuments(archive, documents(), { languages, sign: () => ({ who: 'test', when: '2030-01-02T03:04:05Z' }) }))
    added.push(one);
  expect(added.map(({ name, how }) => [name, how])).toEqual([
    ['all.zip/a.html', 'added'],
    ['all.zip/b.docx', 'added'],
    ['all.zip/c.pdf', 'added'],
    ['all.zip/f.eml', 'added'],
    ['all.zip/f.eml/talks.docx', 'same'],
    ['talks.pdf', 'same'],
  ]);
  for (const one of added) if (one.how !== 'failed' && !one.name.endsWith('.eml')) expect(one.talks).toBe(1);
  const [, , third] = added;
  const id = third?.how === 'failed' ? '' : (third?.id ?? '');
  const source = await archive.source(id);
  expect(
    createHash('sha256')
      .update(source?.bytes ?? '')
      .digest('hex'),
  ).toBe(createHash('sha256').update(pdf).digest('hex'));
  const reading = await archive.reading(id);
  expect(reading?.document.source?.mediaType).toBe('application/pdf');
  expect(reading?.document.source?.pages?.map(([start]) => reading.document.text.slice(start, start + 6))).toEqual(['日独外相会談', '1 経済\n両']);
  for await (const one of rereadDocuments(archive, allDocuments(archive), { languages })) expect(one.same).toBe(true);
  expect(await archive.verify()).toEqual([]);
  await archive.close();
});
