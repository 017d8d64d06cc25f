import { expect, test } from 'vitest';
import { otherFormat, packedFormat } from './formats.ts';
import { intake } from './intake.ts';
import { openSource } from './open.ts';
import { makeDocx, makeZip, p } from './test-docx.ts';
import { makePdf } from './test-pdf.ts';

const latin = (words: string) => Uint8Array.from(words, (sign) => sign.charCodeAt(0));

const rows: [what: string, bytes: Uint8Array, format: string | undefined][] = [
  ['a Word document of 1997', latin('\u00d0\u00cf\u0011\u00e0\u00a1'), 'Word, Excel or Outlook (.doc, .xls, .msg)'],
  ['an RTF', latin('{\\rtf1\\ansi'), 'RTF'],
  ['a spreadsheet', makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }), 'ZIP (DOCX, XLSX, ODT)'],
  ['a picture', latin('\u0089PNG\r\n\u001a\n'), 'PNG'],
  ['bytes of nothing we know', new Uint8Array(200), 'binary'],
  ['UTF-16 without a mark', latin('a\0b\0c\0d\0e\0f\0g\0h\0'), undefined],
  ['a text about PDF', latin('PDF-1.7 %PDF-'), undefined],
  ['a page', latin('<!doctype html><p>PK'), undefined],
  ['the beginning of a beginning', latin('%PD'), undefined],
  ['nothing', latin(''), undefined],
];
test.each(rows)('%s', async (_, bytes, format) => {
  expect(otherFormat(bytes)[0]?.values?.format).toBe(format);
  expect(intake(bytes).issues.filter(({ code }) => code === 'intake/other-format').length).toBe(format ? 1 : 0);
  expect((await openSource(bytes)).issues.filter(({ code }) => code === 'intake/other-format').length).toBe(format ? 1 : 0);
});

const MAIL = 'From: a@example.org\r\nDate: Thu, 26 Nov 2026 12:00:00 +0900\r\nSubject: x\r\n\r\nx';
const packed: [what: string, bytes: Uint8Array, mediaType: string | undefined, format: string | undefined][] = [
  ['a PDF', makePdf([[{ x: 10, y: 10, text: 'x' }]]), undefined, 'pdf'],
  ['a PDF that is called a text', makePdf([]), 'text/plain', 'pdf'],
  ['a PDF behind some blanks', latin('\n\n  %PDF-1.4\n'), undefined, 'pdf'],
  ['a Word document', makeDocx(p('x')), undefined, 'docx'],
  ['an archive', makeZip({ 'a.txt': 'x' }), undefined, 'zip'],
  ['an archive without its end', makeZip({ 'a.txt': 'x' }).subarray(0, 40), undefined, 'zip'],
  ['an empty archive', latin(`PK\u0005\u0006${'\0'.repeat(18)}`), undefined, 'zip'],
  ['a mail', latin(MAIL), undefined, 'mail'],
  ['a mail from a mailbox', latin(`From a@example.org Thu Nov 26 12:00:00 2026\n${MAIL.replaceAll('\r', '')}`), undefined, 'mail'],
  ['words like a mail, called a text', latin(MAIL), 'text/plain', undefined],
  ['a memorandum', latin('To: the Minister\nFrom: the Bureau\nSubject: talks\n\nx'), undefined, undefined],
  ['a page', latin('<!doctype html><p>From: x'), undefined, undefined],
];
test.each(packed)('%s is known by its bytes', (_, bytes, mediaType, format) => {
  expect(packedFormat(bytes, mediaType)).toBe(format);
});
