/**
 * Files of every format that mean harm, or are no more than harmed: nothing crashes, nothing hangs, nothing is lost in silence, and
 * memory stays bounded. Times are not held: only that it ends.
 */
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { Source } from '../text/source.ts';
import { openSource } from './open.ts';
import { makeDocx, makeZip, p } from './test-docx.ts';
import { assembled, makePdf, streamed } from './test-pdf.ts';

vi.setConfig({ testTimeout: 240_000 });

const latin = (words: string) => Uint8Array.from(words, (sign) => sign.charCodeAt(0));
const codes = ({ issues }: Source) => issues.map(({ code }) => code);
const open = (bytes: Uint8Array) => openSource(bytes);

/** SHA-256 of no bytes. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function sound({ text, blocks, pages, issues, sha256 }: Source): void {
  let at = 0;
  for (const { span } of blocks) {
    expect(span[0]).toBeGreaterThanOrEqual(at);
    expect(span[1]).toBeGreaterThan(span[0]);
    at = span[1];
  }
  expect(at).toBeLessThanOrEqual(text.length);
  if (pages) {
    expect(pages[0]?.[0] ?? 0).toBe(0);
    expect(pages.at(-1)?.[1] ?? text.length).toBe(text.length);
    pages.forEach(([start, end], i) => {
      expect(end).toBeGreaterThanOrEqual(start);
      if (i > 0) expect(start).toBe(pages[i - 1]?.[1]);
    });
  }
  // What is empty has nothing to say.
  if (text.trim() === '' && sha256 !== NOTHING) expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
}

/** Bytes that this process holds more while and after something is done, at the most that was seen. */
async function grown(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  await work();
  clearInterval(timer);
  return Math.max(most, process.memoryUsage().rss) - before;
}

const TEXT = '両外相は来年の訪問について意見を交換し引き続き協力することで一致した。';
const page = Array.from({ length: 30 }, (_, i) => ({ x: 60, y: 60 + i * 20, text: TEXT.slice(0, 30) }));
const html = `<html><body><h1>概要</h1>${`<p>${TEXT}</p>`.repeat(20)}</body></html>`;
const utf8 = (words: string) => new TextEncoder().encode(words);
const mail = utf8(
  `From: a@example.org\r\nDate: Thu, 26 Nov 2026 12:00:00 +0900\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(makeZip({ 'a.txt': TEXT })).toString('base64')}\r\n--b--\r\n`,
);
const saved = utf8(
  `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n--b--\r\n`,
);
const whole: [format: string, bytes: Uint8Array][] = [
  ['PDF', makePdf([page, page, page], { own: true, packed: true })],
  ['DOCX', makeDocx(p(TEXT).repeat(30), { footer1: p('外務省') })],
  ['ZIP', makeZip({ 'a.txt': TEXT.repeat(50), 'b.html': html })],
  ['mail', mail],
  ['saved page', saved],
  ['HTML', utf8(html)],
];

describe.each(whole)('%s', (_, bytes) => {
  test('cut at every tenth', async () => {
    for (let tenth = 0; tenth <= 10; tenth++) sound(await open(bytes.slice(0, Math.floor((bytes.length * tenth) / 10))));
  });
  test('with bytes that are others', async () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return seed;
    };
    for (let round = 0; round < 10; round++) {
      const harmed = bytes.slice();
      for (let i = 0; i < 8; i++) harmed[random() % harmed.length] = random() & 0xff;
      sound(await open(harmed));
    }
  });
  test('called something else', async () => {
    for (const mediaType of ['text/plain', 'text/html', 'application/pdf', 'message/rfc822', 'application/zip', 'x'])
      sound(await openSource(bytes, { mediaType }));
  });
  test('with noise behind it', async () => {
    const noise = new Uint8Array(bytes.length + 5000).fill(0xa5);
    noise.set(bytes);
    sound(await open(noise));
  });
});

describe('locked', () => {
  test('a PDF with a password', async () => {
    const lock =
      '<< /Filter /Standard /V 1 /R 2 /P -4 /O <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> /U <2002030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> >>';
    const bytes = assembled(
      ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>', lock],
      '/Encrypt 3 0 R /ID [<01020304050607080910111213141516> <01020304050607080910111213141516>]',
    );
    expect(codes(await open(bytes))).toEqual(['intake/encrypted']);
  });
  test('a DOCX with a password is an old container', async () => {
    expect(codes(await open(latin('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')))).toContain('intake/other-format');
  });
});

describe('bombs', () => {
  const zeros = new Uint8Array(150 * 1024 * 1024);
  test('a page of a PDF that unpacks to 150 MB', async () => {
    const bytes = assembled([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      streamed(zeros, true),
    ]);
    expect(codes(await open(bytes))).toEqual(['intake/packed-bomb']);
  });
  test('forms that use one another ten times each', async () => {
    const forms = Array.from({ length: 9 }, (_, i) =>
      streamed(
        i === 8 ? 'BT /H 10 Tf 60 700 Td (ha) Tj ET' : Array(10).fill('/X Do').join('\n'),
        false,
        `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /H 4 0 R >> /XObject << /X ${6 + i + 1} 0 R >> >>`,
      ),
    );
    const bytes = assembled([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /H 4 0 R >> /XObject << /X 6 0 R >> >> >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      streamed('/X Do', false),
      ...forms,
    ]);
    const source = await open(bytes);
    sound(source);
    expect(codes(source)).toContain('intake/too-long');
  });
  test('a PDF whose pages hold themselves', async () => {
    sound(await open(assembled(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 99999999 /Kids [2 0 R 2 0 R] >>'])));
  });
  test('a Word document that unpacks to 150 MB', async () => {
    const bytes = zipSync({ '[Content_Types].xml': latin('<Types/>'), 'word/document.xml': zeros });
    expect(codes(await open(bytes))).toEqual(['intake/packed-too-large']);
  });
  test.each([
    [
      'entities that multiply',
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]><w:document><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>`,
    ],
    [
      'an entity of a file',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>',
    ],
    ['elements that nest without end', `<w:document><w:body>${'<w:p>'.repeat(200_000)}`],
    ['XML that breaks off', '<w:document><w:body><w:p><w:r><w:t>x'],
    ['no XML', 'x'],
  ])('a Word document: %s', async (_, xml) => {
    const source = await open(zipSync({ '[Content_Types].xml': latin('<Types/>'), 'word/document.xml': utf8(xml) }));
    sound(source);
    expect(source.text.length).toBeLessThan(100);
    expect(source.text).not.toMatch(/root:/);
  });
  test('mails within mails, a hundred deep', async () => {
    let bytes = 'From: a@example.org\r\nDate: x\r\nSubject: y\r\n\r\nz';
    for (let i = 0; i < 100; i++)
      bytes = `From: a@example.org\r\nMIME-Version: 1.0\r\nDate: x\r\nContent-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\nContent-Type: message/rfc822\r\n\r\n${bytes}\r\n--b${i}--`;
    sound(await open(utf8(bytes)));
  });
  test('a mail of nothing but heads', async () => {
    sound(await open(utf8(`From: a@example.org\r\nDate: x\r\n${'X-A: b\r\n'.repeat(300_000)}`)));
  });
  test('something packed twice', async () => {
    expect(codes(await open(gzipSync(gzipSync(zeros.subarray(0, 1024)))))).toContain('intake/other-format');
  });
});

test('a PDF of 2,000 pages is read whole, in bounded memory', async () => {
  const bytes = makePdf(
    Array.from({ length: 2000 }, (_, n) => [...page.slice(0, 8), { x: 290, y: 820, text: String(n + 1) }]),
    { own: true, packed: true },
  );
  let source: Source | undefined;
  const more = await grown(async () => {
    source = await open(bytes);
  });
  sound(source as Source);
  expect(codes(source as Source)).toEqual([]);
  expect(source?.pages?.length).toBe(2000);
  expect(source?.text.slice(...(source.pages?.[1999] ?? [0, 0]))).toContain('2000');
  expect(more).toBeLessThan(700 * 1024 * 1024);
});
