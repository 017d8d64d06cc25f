import { expect, test } from 'vitest';
import { enclosedInMail } from './mail.ts';
import { openSource } from './open.ts';

const latin = (lines: readonly string[]) => Uint8Array.from(lines.join('\r\n'), (sign) => sign.charCodeAt(0));
const utf8 = (words: string) => Buffer.from(words, 'utf8').toString('latin1');
const HEAD = [
  'From: =?UTF-8?B?5aSW5YuZ55yB?= <press@example.org>',
  'To: a@example.org',
  'Date: Thu, 26 Nov 2026 12:00:00 +0900',
  'Subject: =?UTF-8?B?5pel5LuP5aSW55u45Lya6KuH?=',
  'MIME-Version: 1.0',
];

test('a mail: its head, its subject as the title, its words', async () => {
  const { text, blocks, mediaType, issues } = await openSource(
    latin([...HEAD, 'Content-Type: text/plain; charset=UTF-8', '', utf8('両外相は一致した。'), '', utf8('以上')]),
  );
  expect(text.split('\n')).toEqual([
    'From: 外務省 <press@example.org>',
    'To: a@example.org',
    'Date: 2026-11-26 12:00 +0900',
    '日仏外相会談',
    '両外相は一致した。',
    '',
    '以上',
  ]);
  expect(blocks.map(({ region, kind }) => region ?? kind)).toEqual(['header', 'header', 'header', 'heading', 'paragraph', 'paragraph']);
  for (const { span } of blocks) expect(text.slice(...span)).toBe(text.slice(...span).trim());
  expect(mediaType).toBe('message/rfc822');
  expect(issues).toEqual([]);
});

test('a mail in ISO-2022-JP', async () => {
  const { text } = await openSource(latin([...HEAD, 'Content-Type: text/plain; charset=ISO-2022-JP', '', '\u001b$BN>30Aj$O0lCW$7$?!#\u001b(B']));
  expect(text.split('\n').at(-1)).toBe('両外相は一致した。');
});

test('the page of a mail stands for its text; blocks lie on their words', async () => {
  const { text, blocks } = await openSource(
    latin([
      ...HEAD,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=UTF-8',
      '',
      'plain',
      '--b',
      'Content-Type: text/html; charset=UTF-8',
      '',
      utf8('<h2>経済</h2><ul><li>協力</li></ul>'),
      '--b--',
    ]),
  );
  expect(text.split('\n').slice(-2)).toEqual(['経済', '• 協力']);
  expect(blocks.slice(-2).map(({ span, kind, marker }) => [text.slice(...span), kind, marker && text.slice(...marker)])).toEqual([
    ['経済', 'heading', undefined],
    ['• 協力', 'item', '•'],
  ]);
});

test('what came with a mail is named, and comes out', async () => {
  const bytes = latin([
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=UTF-8',
    '',
    utf8('別添のとおり。'),
    '--b',
    'Content-Type: text/html; name="../a.html"',
    'Content-Disposition: attachment; filename="../a.html"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<p>概要</p>').toString('base64'),
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: b@example.org',
    'Subject: y',
    '',
    'inner',
    '--b--',
  ]);
  expect((await openSource(bytes)).issues).toMatchObject([{ code: 'intake/enclosed', values: { names: 'a.html, message-rfc822.eml' } }]);
  const enclosed = await enclosedInMail(bytes);
  expect(enclosed.map(({ name }) => name)).toEqual(['a.html', 'message-rfc822.eml']);
  expect(new TextDecoder().decode(enclosed[0]?.bytes)).toBe('<p>概要</p>');
});

const saved = (part: readonly string[], body: string) =>
  latin([
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.org/readout',
    'Subject: x',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="b"',
    '',
    '--b',
    ...part,
    '',
    body,
    '--b',
    'Content-Type: text/css',
    '',
    'p {}',
    '--b',
    'Content-Type: text/html',
    'Content-Location: https://ads.example.net/',
    '',
    '<p>frame</p>',
    '--b--',
  ]);

test('a saved page: its main page, in the encoding that the page itself tells, with its address', async () => {
  const sjis = `<html><head><meta charset="Shift_JIS"></head><body><p>\u0097\u00bc\u008aO\u0091\u008a\u0082\u00cd\u0088\u00ea\u0092v\u0082\u00b5\u0082\u00bd\u0081B</p></body></html>`;
  const { text, url, encoding, mediaType, issues } = await openSource(saved(['Content-Type: text/html', 'Content-Transfer-Encoding: 8bit'], sjis));
  expect(text).toBe('両外相は一致した。');
  expect([url, encoding, mediaType]).toEqual(['https://example.org/readout', 'Shift_JIS', 'multipart/related']);
  expect(issues).toMatchObject([{ code: 'intake/frames', values: { count: '1' } }]);
});

test('a saved page in quoted-printable', async () => {
  const { text } = await openSource(
    saved(
      ['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable'],
      '<meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3Dutf-8"><p>=E6=A6=82=\r\n=E8=A6=81</p>',
    ),
  );
  expect(text).toBe('概要');
});

test('a mail that was cut says so; one that ends as it should, and one of a single part, say nothing', async () => {
  const parts = [
    ...HEAD,
    'Content-Type: multipart/mixed;\r\n boundary="b 1"',
    '',
    '--b 1',
    'Content-Type: text/plain',
    '',
    'The text',
    '--b 1',
    'Content-Type: text/csv; name=a.csv',
    '',
    'a',
  ];
  const codes = async (lines: readonly string[]) => (await openSource(latin(lines))).issues.map(({ code }) => code);
  expect(await codes(parts)).toEqual(['intake/enclosed-unread', 'intake/cut']);
  expect(await codes([...parts, '--b 1--'])).toEqual(['intake/enclosed-unread']);
  expect(await codes([...HEAD, 'Content-Type: text/plain', '', 'The text'])).toEqual([]);
  expect(await codes([...HEAD, 'Content-Type: text/plain', '', ''])).toEqual(['intake/empty-mail']);
});
