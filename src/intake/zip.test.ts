import { expect, test, vi } from 'vitest';
import { isReadable } from './endings.ts';
import { openSource } from './open.ts';
import { makeZip } from './test-docx.ts';
import { unpackZip, ZIP_LIMITS } from './zip.ts';

// The library is large, and other tests run beside this one.
vi.setConfig({ testTimeout: 60_000 });

const codes = (bytes: Uint8Array) => unpackZip(bytes, isReadable).issues.map(({ code }) => code);

test('files that are read come out in order, with their names; the others are passed over', () => {
  const bytes = makeZip({ 'b/概要.txt': '乙', 'a.html': '<p>甲', 'style.css': 'p {}', '__MACOSX/a.html': 'x', '.hidden.txt': 'x' });
  const { files, issues, unwanted } = unpackZip(bytes, isReadable);
  expect(unwanted).toEqual(['style.css', '__MACOSX/a.html', '.hidden.txt']);
  expect(files.map(({ name, bytes: of }) => [name, new TextDecoder().decode(of)])).toEqual([
    ['b/概要.txt', '乙'],
    ['a.html', '<p>甲'],
  ]);
  expect(issues).toEqual([]);
});

test('names that Windows wrote in its own encoding', () => {
  const bytes = makeZip({ 'XXXX.txt': 'x' });
  // 概要 in Shift_JIS, in both lists, without the mark of UTF-8.
  for (let at = 0; at < bytes.length - 4; at++)
    if (bytes.subarray(at, at + 4).every((byte) => byte === 0x58)) bytes.set([0x8a, 0x54, 0x97, 0x76], at);
  expect(unpackZip(bytes, isReadable).files.map(({ name }) => name)).toEqual(['概要.txt']);
});

test.each([
  ['nothing that is read', makeZip({ 'a.png': 'x' }), 'intake/packed-nothing'],
  ['an end that was cut off', makeZip({ 'a.txt': 'x' }).subarray(0, -20), 'intake/broken'],
  ['a bomb', makeZip({ 'a.txt': new Uint8Array(30 * 1024 * 1024) }), 'intake/packed-bomb'],
  ['a file beyond the limit', makeZip({ 'a.txt': noise(ZIP_LIMITS.file + 1) }), 'intake/packed-too-large'],
])('%s is told', async (_, bytes, code) => {
  expect(codes(bytes)).toEqual([code]);
  expect((await openSource(bytes)).issues.map((issue) => issue.code)).toEqual([code]);
});

test('a locked file is told by its name, and the rest comes out', () => {
  const bytes = makeZip({ 'a.txt': 'x', 'b.txt': 'y' });
  const view = new DataView(bytes.buffer);
  const list = view.getUint32(bytes.length - 6, true);
  view.setUint16(list + 8, view.getUint16(list + 8, true) | 1, true);
  const { files, issues } = unpackZip(bytes, isReadable);
  expect(files.map(({ name }) => name)).toEqual(['b.txt']);
  expect(issues).toMatchObject([{ code: 'intake/packed-encrypted', values: { name: 'a.txt' } }]);
});

test('a size that is declared falsely changes nothing', () => {
  const bytes = makeZip({ 'a.txt': 'x' });
  const view = new DataView(bytes.buffer);
  view.setUint32(view.getUint32(bytes.length - 6, true) + 24, 0xffffffff, true);
  expect(unpackZip(bytes, isReadable).files.map(({ bytes: of }) => of.length)).toEqual([1]);
});

test('files that share their bytes do not come out without end', () => {
  // One file of 300 KB, listed over and over.
  const one = makeZip({ 'a.txt': halfNoise(300_000) });
  const view = new DataView(one.buffer);
  const list = view.getUint32(one.length - 6, true);
  const entry = one.slice(list, one.length - 22);
  const times = 20;
  const bytes = new Uint8Array(list + entry.length * times + 22);
  bytes.set(one.subarray(0, list));
  for (let i = 0; i < times; i++) bytes.set(entry, list + i * entry.length);
  bytes.set(one.subarray(one.length - 22), list + entry.length * times);
  new DataView(bytes.buffer).setUint16(bytes.length - 22 + 10, times, true);
  const { files, issues } = unpackZip(bytes, isReadable, { ...ZIP_LIMITS, bytes: 1_000_000 });
  expect(files.length).toBe(3);
  expect(files.length + issues.length).toBe(times);
});

function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0, x = 1; i < length; i++) {
    x = (x * 1103515245 + 12345) & 0x7fffffff;
    bytes[i] = x >> 16;
  }
  return bytes;
}

/** Packs to a fiftieth. */
function halfNoise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(noise(length / 50));
  return bytes;
}
