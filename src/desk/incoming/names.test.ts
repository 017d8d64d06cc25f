import { expect, test } from 'vitest';
import { bareName } from './names.ts';

const rows: [name: string, bare: string][] = [
  ['概要.html', '概要.html'],
  ['/etc/passwd', 'passwd'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\win.ini', 'win.ini'],
  ['a/b/', 'b'],
  ['..', ''],
  ['.', ''],
  ['/', ''],
  ['', ''],
  ['a\u0000b\n.html', 'ab.html'],
  ['lmth\u202e.exe', 'lmth.exe'],
  ['<img src=x>.html', '<img src=x>.html'],
  ['あ'.repeat(300), 'あ'.repeat(200)],
];
test.each(rows)('%j is "%s"', (name, bare) => expect(bareName(name)).toBe(bare));
