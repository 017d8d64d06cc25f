/** One page of a PDF to its lines, and what is to be said of it. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { withoutDoubles } from './layers.ts';
import { type Font, strangeFonts, type Unknown, unknownOf, withUnknown } from './letters.ts';
import { findLines, type Line, type PageLines } from './lines.ts';
import { type DeedNames, findRules } from './rules.ts';
import { findWays, type Item, type Way, withReadings } from './runs.ts';
import { findTables } from './tables.ts';

/** What the pages of one file share. */
export interface PageReader {
  readonly deeds: DeedNames;
  /** Whether the file has fonts without a table of their letters. */
  readonly doubtful: boolean;
  /** Fonts that were looked at. */
  readonly fonts: Map<string, Unknown>;
  /** Pages of columns in which tables were looked for in vain. */
  plain: number;
  /** The page before has a table with borders, which may go on. */
  ruled: boolean;
}

export interface Page extends PageLines {
  /** It writes in several directions. */
  readonly turned: boolean;
  /** It holds more than somebody reads, and was read in part. */
  readonly crowded: boolean;
  /** Letters that lie over others and were left out. */
  readonly under: number;
  /** Letters that nobody knows. */
  readonly unknown: number;
}

/** Of a page of which less is known than this part of what is not, nothing is shown. */
const LEAST_KNOWN = 0.25;
/** More items on a page are no text that somebody reads. */
const MOST_ITEMS = 100_000;

export async function readPage(page: PDFPageProxy, reader: PageReader): Promise<Page> {
  try {
    const view = page.getViewport({ scale: 1 });
    const { items: given, vertical, crowded } = await itemsOf(page);
    const { items, count: unknown } = withUnknown(given, await fontsOf(page, given, reader, crowded));
    // Next to nothing of it is known: it is a picture of a page.
    const isPicture = unknown > 0 && items.reduce((sum, { str }) => sum + str.replace(/[\s\ufffd]/g, '').length, 0) < unknown * LEAST_KNOWN;
    const ways = isPicture ? [] : findWays(items, view.transform, (font) => vertical.has(font));
    let under = 0;
    const lines: Line[] = [];
    for (const way of ways) {
      const layers = withoutDoubles(way.runs);
      under += layers.under;
      const found = await linesOf({ ...way, runs: withReadings(layers.runs) }, page, view.transform, crowded ? undefined : reader);
      const before = (lines.at(-1)?.column ?? -1) + 1;
      for (const line of found) lines.push(before > 0 ? { ...line, column: line.column + before } : line);
    }
    // A page that is written down has no head or foot that runs along y.
    return { lines, height: ways[0]?.way === 'across' ? view.height : Number.POSITIVE_INFINITY, turned: ways.length > 1, crowded, under, unknown };
  } finally {
    page.cleanup();
  }
}

/** @returns also the fonts whose letters follow each other downwards. */
async function itemsOf(
  page: PDFPageProxy,
): Promise<{ readonly items: readonly Item[]; readonly vertical: ReadonlySet<string>; readonly crowded: boolean }> {
  const reader = page.streamTextContent({ includeMarkedContent: false, disableNormalization: false }).getReader();
  const items: Item[] = [];
  const vertical = new Set<string>();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { items, vertical, crowded: false };
    for (const [font, style] of Object.entries(value.styles as Record<string, { vertical?: boolean }>)) if (style.vertical) vertical.add(font);
    for (const item of value.items) items.push(item as Item);
    if (items.length > MOST_ITEMS) {
      await reader.cancel(new Error('too many'));
      return { items, vertical, crowded: true };
    }
  }
}

/** Fonts are looked at once, and only in files that have doubtful ones. */
async function fontsOf(
  page: PDFPageProxy,
  items: readonly Item[],
  { doubtful, fonts }: PageReader,
  crowded: boolean,
): Promise<ReadonlyMap<string, Unknown>> {
  const fresh = [...new Set(items.map(({ fontName }) => fontName))].filter((font) => !fonts.has(font));
  if (doubtful && fresh.length > 0 && !crowded) {
    await page.getOperatorList({ annotationMode: NO_NOTES });
    for (const font of fresh) if (page.commonObjs.has(font)) fonts.set(font, unknownOf(page.commonObjs.get(font) as Font));
  }
  for (const font of strangeFonts(items)) fonts.set(font, 'all');
  return fonts;
}

/** What is drawn besides letters is asked for only where it may part cells: it takes as long as the letters. */
async function linesOf({ way, quarter, runs }: Way, page: PDFPageProxy, view: readonly number[], reader: PageReader | undefined): Promise<Line[]> {
  const lines = findLines(runs);
  if (!reader || way === 'down') return lines;
  const cells = lines.filter((line) => line.cells).length > 1;
  const columns = (lines.at(-1)?.column ?? 0) > 0 && reader.plain < ENOUGH;
  if (!cells && !columns && !reader.ruled) return lines;
  const { tables, rest } = findTables(runs, findRules(await page.getOperatorList({ annotationMode: NO_NOTES }), reader.deeds, view, quarter));
  if (!cells && columns) reader.plain = tables.length > 0 ? 0 : reader.plain + 1;
  reader.ruled = tables.length > 0;
  return tables.length > 0 ? findLines(rest, tables) : lines;
}

/** After so many pages of columns without a table, columns are columns. */
const ENOUGH = 5;
/** pdf.js: what was fastened to a page afterwards is left out. */
const NO_NOTES = 0;
