/**
 * A PDF that holds text, page by page: columns in the order of reading, paragraphs whole, readings in brackets behind their signs,
 * running heads and feet apart. A page that is a picture holds no text, and that is said.
 *
 * Source: ISO 32000; the file is taken apart by pdf.js.
 */
import type { SourceIssue } from '../text/source.ts';
import { inflatesTooFar } from './pdf/bomb.ts';
import { makeFontCount } from './pdf/letters.ts';
import type { PageLines } from './pdf/lines.ts';
import { type PageReader, readPage } from './pdf/page.ts';
import { findParagraphs } from './pdf/paragraphs.ts';
import { brokenIssue, type LetterTables, LONGEST, nothingOf, type Unpacking } from './unpacking.ts';

/** More pages than these are not looked at. */
export const MOST_PAGES = 5_000;

export async function fromPdf(bytes: Uint8Array, letterTables?: LetterTables): Promise<Unpacking> {
  const fonts = makeFontCount();
  fonts.see(bytes);
  if (inflatesTooFar(bytes, fonts.see))
    return nothingOf({ code: 'intake/packed-bomb', severity: 'error', message: 'It unpacks beyond all measure.', values: { name: 'PDF' } });
  const pdfjs = await load();
  const task = pdfjs.getDocument({
    // It is handed over and gone afterwards.
    data: new Uint8Array(bytes),
    cMapUrl: 'cMapUrl/',
    cMapPacked: true,
    BinaryDataFactory: tablesOf(letterTables),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    // Pictures are not taken apart for the lines that are drawn beside them.
    maxImageSize: 1,
    fontExtraProperties: true,
    verbosity: 0,
  });
  try {
    const file = await task.promise;
    const issues: SourceIssue[] = [];
    const pages: PageLines[] = [];
    const empty: number[] = [];
    let letters = 0;
    let unmapped = 0;
    const count = Math.min(file.numPages, MOST_PAGES);
    let broken = 0;
    let turned = 0;
    let crowded = 0;
    let under = 0;
    const reader: PageReader = { deeds: pdfjs.OPS, doubtful: fonts.some(), fonts: new Map(), plain: 0, ruled: false };
    for (let n = 1; n <= count && letters <= LONGEST; n++) {
      try {
        const page = await readPage(await file.getPage(n), reader);
        pages.push(page);
        if (page.lines.length === 0 && page.unknown === 0) empty.push(n);
        if (page.turned) turned++;
        if (page.crowded) crowded++;
        if (page.under > 0) under++;
        for (const { text } of page.lines) {
          letters += text.length;
          for (let i = 0; i < text.length; i++) if (isUnmapped(text.charCodeAt(i))) unmapped++;
        }
        unmapped += page.unknown;
      } catch {
        broken++;
        pages.push({ lines: [], height: 0 });
      }
    }
    const { cut, ...made } = findParagraphs(pages, LONGEST);
    if (broken > 0) issues.push(brokenIssue('pdf', `${broken}/${count}`));
    if (cut || crowded > 0 || letters > LONGEST || file.numPages > MOST_PAGES)
      issues.push({
        code: 'intake/too-long',
        severity: 'error',
        message: `Only ${pages.length} pages of ${file.numPages} were read.`,
        values: { limit: String(pages.length) },
      });
    if (empty.length === pages.length && broken === 0)
      issues.push({
        code: 'intake/no-text',
        severity: 'error',
        message: 'The pages hold no text: they are pictures.',
        values: { pages: String(file.numPages) },
      });
    else if (empty.length > 0)
      issues.push({
        code: 'intake/pages-without-text',
        severity: 'warning',
        message: `Pages without text: ${listed(empty)}`,
        values: { count: String(empty.length), pages: listed(empty) },
      });
    if (unmapped > 0)
      issues.push({
        code: 'intake/unmapped-letters',
        severity: unmapped * 10 > letters ? 'error' : 'warning',
        message: `${unmapped} signs of the file do not say which letters they are.`,
        values: { count: String(unmapped) },
      });
    if (turned > 0)
      issues.push({
        code: 'intake/several-directions',
        severity: 'info',
        message: `${turned} pages write in several directions.`,
        values: { count: String(turned) },
      });
    if (under > 0)
      issues.push({
        code: 'intake/words-over-words',
        severity: 'info',
        message: `On ${under} pages words lie over other words; those drawn first were read.`,
        values: { count: String(under) },
      });
    return { ...made, issues };
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      return nothingOf({ code: 'intake/encrypted', severity: 'error', message: 'The file is locked by a password.', values: { format: 'PDF' } });
    return nothingOf(brokenIssue('pdf', error));
  } finally {
    await task.destroy();
  }
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Both halves of the library in this thread: the half that works looks for the other in the global scope. */
async function load(): Promise<Pdfjs> {
  const held = globalThis as { pdfjsWorker?: unknown };
  held.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string);
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function tablesOf(letterTables: LetterTables | undefined) {
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl' || !letterTables) throw new Error(`no ${filename}`);
      return letterTables(filename.replace(/\.bcmap$/, ''));
    }
  };
}

function isUnmapped(unit: number): boolean {
  return (unit >= 0xe000 && unit <= 0xf8ff) || (unit < 0x20 && unit !== 0x09);
}

/** Numbers as people list them: 1, 3-5. */
function listed(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length && parts.length < 20; ) {
    let j = i;
    while (numbers[j + 1] === (numbers[j] as number) + 1) j++;
    parts.push(i === j ? String(numbers[i]) : `${numbers[i]}-${numbers[j]}`);
    i = j + 1;
  }
  return parts.join(', ');
}
