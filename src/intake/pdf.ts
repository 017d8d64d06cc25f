/**
 * A PDF that holds text, page by page: columns in the order of reading, paragraphs whole, readings in brackets behind their signs,
 * running heads and feet apart. A page that is a picture holds no text, and that is said.
 *
 * Source: ISO 32000; the file is taken apart by pdf.js.
 */
import type { SourceIssue } from '../text/source.ts';
import { inflatesTooFar } from './pdf/bomb.ts';
import { withoutDoubles } from './pdf/layers.ts';
import { findLines, type Line, type PageLines } from './pdf/lines.ts';
import { findParagraphs } from './pdf/paragraphs.ts';
import { findRules } from './pdf/rules.ts';
import { findWays, type Item, type Way, withReadings } from './pdf/runs.ts';
import { findTables } from './pdf/tables.ts';
import { brokenIssue, type LetterTables, LONGEST, nothingOf, type Unpacking } from './unpacking.ts';

/** More pages than these are not looked at. */
export const MOST_PAGES = 5_000;
/** More items on a page are no text that somebody reads. */
const MOST_ITEMS = 100_000;

export async function fromPdf(bytes: Uint8Array, letterTables?: LetterTables): Promise<Unpacking> {
  if (inflatesTooFar(bytes))
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
    for (let n = 1; n <= count && letters <= LONGEST; n++) {
      try {
        const page = await pageOf(file, n);
        pages.push(page);
        if (page.lines.length === 0) empty.push(n);
        if (page.turned) turned++;
        if (page.crowded) crowded++;
        if (page.under > 0) under++;
        for (const { text } of page.lines) {
          letters += text.length;
          for (let i = 0; i < text.length; i++) if (isUnmapped(text.charCodeAt(i))) unmapped++;
        }
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
type File = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
type Page = Awaited<ReturnType<File['getPage']>>;

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

async function pageOf(file: File, n: number): Promise<PageLines & { readonly turned: boolean; readonly crowded: boolean; readonly under: number }> {
  const page = await file.getPage(n);
  try {
    const view = page.getViewport({ scale: 1 });
    const reader = page.streamTextContent({ includeMarkedContent: false, disableNormalization: false }).getReader();
    const items: Item[] = [];
    const styles: Record<string, { vertical?: boolean }> = {};
    let crowded = false;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      Object.assign(styles, value.styles);
      for (const item of value.items) items.push(item as Item);
      if (items.length > MOST_ITEMS) {
        crowded = true;
        await reader.cancel(new Error('too many'));
        break;
      }
    }
    const ways = findWays(items, view.transform, (font) => styles[font]?.vertical === true);
    let under = 0;
    const lines: Line[] = [];
    for (const way of ways) {
      const layers = withoutDoubles(way.runs);
      under += layers.under;
      const found = await linesOf({ ...way, runs: withReadings(layers.runs) }, page, view.transform, crowded);
      const before = (lines.at(-1)?.column ?? -1) + 1;
      for (const line of found) lines.push(before > 0 ? { ...line, column: line.column + before } : line);
    }
    // A page that is written down has no head or foot that runs along y.
    return { lines, height: ways[0]?.way === 'across' ? view.height : Number.POSITIVE_INFINITY, turned: ways.length > 1, crowded, under };
  } finally {
    page.cleanup();
  }
}

/** What is drawn besides letters is asked for only where it may part cells. */
async function linesOf({ way, quarter, runs }: Way, page: Page, view: readonly number[], crowded: boolean): Promise<Line[]> {
  const lines = findLines(runs);
  const parted = lines.filter(({ cells }) => cells).length > 1 || (lines.at(-1)?.column ?? 0) > 0;
  if (!parted || crowded || way === 'down') return lines;
  const { OPS } = await load();
  const { tables, rest } = findTables(runs, findRules(await page.getOperatorList({ annotationMode: NO_NOTES }), OPS, view, quarter));
  return tables.length > 0 ? findLines(rest, tables) : lines;
}
/** pdf.js: what was fastened to a page afterwards is left out. */
const NO_NOTES = 0;

function isUnmapped(unit: number): boolean {
  return unit === 0xfffd || (unit >= 0xe000 && unit <= 0xf8ff) || (unit < 0x20 && unit !== 0x09);
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
