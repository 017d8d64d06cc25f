import { expect, test } from 'vitest';
import { otherFormat } from './formats.ts';
import { intake } from './intake.ts';

const rows: [what: string, bytes: string, format: string | undefined][] = [
  ['a PDF', '%PDF-1.7\n', 'PDF'],
  ['a DOCX', 'PK\u0003\u0004\u0014', 'ZIP (DOCX, XLSX, ODT)'],
  ['an RTF', '{\\rtf1\\ansi', 'RTF'],
  ['a text about PDF', 'PDF-1.7 %PDF-', undefined],
  ['a page', '<!doctype html><p>PK', undefined],
  ['the beginning of a beginning', '%PD', undefined],
  ['nothing', '', undefined],
];
test.each(rows)('%s', (_, words, format) => {
  const bytes = Uint8Array.from(words, (sign) => sign.charCodeAt(0));
  expect(otherFormat(bytes)[0]?.values?.format).toBe(format);
  expect(intake(bytes).issues.filter(({ code }) => code === 'intake/other-format').length).toBe(format ? 1 : 0);
});
