import { describe, expect, test, vi } from 'vitest';
import { openCompound } from './compound.ts';
import { packedFormat } from './formats.ts';
import { enclosedInMail } from './mail.ts';
import { openSource } from './open.ts';
import { type Msg, makeCompound, makeMsg } from './test-msg.ts';

// The library is large, and other tests run beside this one.
vi.setConfig({ testTimeout: 60_000 });

const utf8 = (words: string) => new TextEncoder().encode(words);
const HEADERS = 'Received: from x\r\nDate: Tue, 09 Apr 2030 08:21:07 +0900\r\nFrom: x\r\n';
const BODY = '別添のとおり、日仏外相会談の概要をお送りします。\r\n両外相は、協力することで一致しました。\r\n';
const MAIL: Msg = {
  words: {
    '001A': 'IPM.Note',
    '0037': 'FW: 日仏外相会談',
    '0C1A': '広報班',
    '5D01': 'press@example.org',
    '0E04': '甲野 一郎; 乙山 花子',
    '007D': HEADERS,
    '1000': BODY,
  },
};
/** Shift_JIS: 概要 */
const CODED = Uint8Array.of(0x8a, 0x54, 0x97, 0x76);
/** 8 April 2030, 23:21 UTC, in tenths of microseconds since 1601. */
const SENT = (BigInt(Date.UTC(2030, 3, 8, 23, 21)) + 11_644_473_600_000n) * 10_000n;

describe('compound files', () => {
  const of = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7) % 251);
  test.each([0, 1, 63, 64, 65, 4095, 4096, 4097, 70_000])('a stream of %d bytes comes out as it went in', (length) => {
    const root = openCompound(makeCompound({ before: of(10), inside: { one: of(length) }, behind: of(5_000) }));
    expect(root.storages[0]?.stream('one')).toEqual({ bytes: of(length), cut: false });
    expect(root.stream('behind')?.bytes).toEqual(of(5_000));
    expect(root.stream('one')).toBeUndefined();
  });

  test('some megabytes too', () => {
    const bytes = makeCompound({ one: of(6_000_000) });
    expect(Buffer.compare(openCompound(bytes).stream('one')?.bytes ?? of(0), of(6_000_000))).toBe(0);
  });
});

describe('a mail as Outlook saves it', () => {
  test('reads as a mail: its head first, its subject for a title, the day of the sender', async () => {
    const { text, blocks, issues, mediaType } = await openSource(makeMsg(MAIL));
    expect(text).toBe(
      'From: 広報班 <press@example.org>\nTo: 甲野 一郎, 乙山 花子\nDate: 2030-04-09 08:21 +0900\nSubject: FW: 日仏外相会談\n日仏外相会談\n別添のとおり、日仏外相会談の概要をお送りします。\n両外相は、協力することで一致しました。',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'dateline', 'paragraph', 'heading', 'paragraph', 'paragraph']);
    expect(issues).toEqual([]);
    expect(mediaType).toBe('application/vnd.ms-outlook');
  });

  test('an instant without the sender’s zone is shown and dates nothing', async () => {
    const { '007D': _, ...words } = MAIL.words as Record<string, string>;
    const { text, blocks } = await openSource(makeMsg({ words, fixed: { '0039': SENT } }));
    expect(text).toContain('Date: 2030-04-08 23:21 UTC\n');
    expect(blocks.some(({ kind }) => kind === 'dateline')).toBe(false);
  });

  test('words in a code page, named or told by their look', async () => {
    for (const fixed of [{ '3FFD': 932n }, {}])
      expect((await openSource(makeMsg({ coded: { '0037': CODED, '1000': CODED }, fixed }))).text).toBe('From: \n概要\n概要'.replace('From: \n', ''));
  });

  test('HTML before plain text, in its own encoding', async () => {
    const html = utf8('<html><meta charset=utf-8><body><h1>概要</h1><p>両外相は一致した。</p></body></html>');
    const { text } = await openSource(makeMsg({ ...MAIL, bytes: { '1013': html } }));
    expect(text).toMatch(/概要\n両外相は一致した。$/);
  });

  test('what came with it is a document of its own; what is not read is named, a mail within it too', async () => {
    const file = (name: string, bytes?: Uint8Array): Msg => ({ words: { '3707': name }, ...(bytes && { bytes: { '3701': bytes } }) });
    const bytes = makeMsg({ ...MAIL, attachments: [file('概要.txt', utf8('両外相は一致した。')), file('x.xlsx', utf8('x')), file('前のメール')] });
    expect((await enclosedInMail(bytes)).map(({ name, bytes: of }) => [name, new TextDecoder().decode(of)])).toEqual([
      ['概要.txt', '両外相は一致した。'],
    ]);
    expect((await openSource(bytes)).issues.map(({ code, values }) => [code, values?.names])).toEqual([
      ['intake/enclosed', '概要.txt'],
      ['intake/enclosed-unread', 'x.xlsx, 前のメール'],
    ]);
  });

  test('words in RTF alone are told to be there', async () => {
    const { issues } = await openSource(makeMsg({ words: { '0037': '概要' }, bytes: { '1009': utf8('LZFu') } }));
    expect(issues.map(({ code }) => code)).toEqual(['intake/rtf-mail']);
  });

  test('other compound files are none', () => {
    expect(packedFormat(makeCompound({ WordDocument: utf8('x') }))).toBeUndefined();
    expect(packedFormat(makeMsg(MAIL))).toBe('mail');
  });
});

describe('files that mean harm', () => {
  const whole = makeMsg({
    ...MAIL,
    bytes: { '1013': utf8(`<p>${'両外相は一致した。'.repeat(400)}`) },
    attachments: [{ words: { '3707': 'a.txt' }, bytes: { '3701': utf8('x'.repeat(9_000)) } }],
  });
  const sound = async (bytes: Uint8Array) => {
    const { text, issues } = await openSource(bytes);
    if (text.trim() === '') expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    return issues.map(({ code }) => code);
  };

  test('cut at every twentieth', async () => {
    for (let part = 1; part < 20; part++) await sound(whole.slice(0, Math.floor((whole.length * part) / 20)));
  });

  test('with bytes that are others', async () => {
    let seed = 11;
    const random = () => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return seed / 0x7fffffff;
    };
    for (let round = 0; round < 60; round++) {
      const bytes = whole.slice();
      for (let i = 0; i < 20; i++) bytes[8 + Math.floor(random() * (bytes.length - 8))] = Math.floor(random() * 256);
      await sound(bytes);
    }
  });

  test('tables that lead in circles, and entries that hold themselves, end', () => {
    const bytes = whole.slice();
    const view = new DataView(bytes.buffer);
    const table = 512 * (view.getUint32(76, true) + 1);
    for (let i = 0; i < 100; i++) view.setUint32(table + i * 4, i, true);
    expect(() => openCompound(bytes)).not.toThrow();
    const self = makeCompound({ a: { b: utf8('x') } });
    const directory = 512 * (new DataView(self.buffer).getUint32(48, true) + 1);
    new DataView(self.buffer).setUint32(directory + 128 + 76, 1, true);
    expect(openCompound(self).storages[0]?.storages).toEqual([]);
  });

  test('streams that share their bytes do not come out without end', () => {
    const many = makeCompound(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`s${i}`, utf8('x'.repeat(i === 0 ? 60_000 : 1))])));
    const directory = 512 * (new DataView(many.buffer).getUint32(48, true) + 1);
    const view = new DataView(many.buffer);
    for (let i = 2; i <= 200; i++) {
      view.setUint32(directory + i * 128 + 116, view.getUint32(directory + 128 + 116, true), true);
      view.setUint32(directory + i * 128 + 120, 60_000, true);
    }
    const root = openCompound(many);
    let all = 0;
    for (let i = 0; i < 200; i++) all += root.stream(`s${i}`)?.bytes.length ?? 0;
    expect(all).toBeLessThanOrEqual(many.length * 4);
  });
});
