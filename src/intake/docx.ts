/**
 * A Word document as its readers see it: paragraphs, headings, automatic numbers, tables, readings of characters, notes; heads and
 * feet of pages apart. What was struck out by a tracked change is not seen; pages end where Word last ended them.
 *
 * A library that makes HTML of it would give every automatic number anew from 1 and no pages; both are places people cite.
 *
 * Source: ISO/IEC 29500-1 (17.3 paragraphs and runs, 17.9 numbering, 17.13.5 changes).
 */
import type { Block, SourceIssue } from '../text/source.ts';
import { makeBlocks } from './blocks.ts';
import { type Numbering, numberingOf } from './docx-numbers.ts';
import { brokenIssue, LONGEST, nothingOf, type Unpacking } from './unpacking.ts';
import { all, at, attributeOf, childrenOf, nameOf, parseXml, type Xml } from './xml.ts';
import { entriesOf, noListIssue, packedIssue, unpackEntry } from './zip.ts';

const LARGEST_PART = 16 * 1024 * 1024;

export async function fromDocx(bytes: Uint8Array): Promise<Unpacking> {
  const entries = entriesOf(bytes);
  if (!entries) return nothingOf(noListIssue);
  const issues: SourceIssue[] = [];
  const part = (name: string): readonly Xml[] | undefined => {
    const entry = entries.find((one) => one.name === name);
    if (!entry) return undefined;
    const file = unpackEntry(entry, LARGEST_PART);
    if (typeof file === 'string') {
      issues.push(packedIssue(file, name));
      return undefined;
    }
    try {
      return parseXml(new TextDecoder(encodingOf(file)).decode(file));
    } catch (error) {
      issues.push(brokenIssue('docx', error));
      return undefined;
    }
  };
  const names = entries.map(({ name }) => name);
  const body = part('word/document.xml');
  if (!body) return nothingOf(...(issues.length > 0 ? issues : [brokenIssue('docx', 'word/document.xml')]));
  const styles = part('word/styles.xml') ?? [];
  const numbering = numberingOf(part('word/numbering.xml') ?? []);
  const writer = makeWriter(levelsOf(styles), numberedStyles(styles), numbering);
  // One head and foot of each kind: they are the same on every page.
  const heads = names.filter((name) => /^word\/header\d*\.xml$/.test(name)).slice(0, 6);
  const feet = names.filter((name) => /^word\/footer\d*\.xml$/.test(name)).slice(0, 6);
  for (const name of heads) writer.walk(part(name) ?? [], 'header');
  writer.walk(body);
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) if (names.includes(name)) writer.walk(part(name) ?? []);
  for (const name of feet) writer.walk(part(name) ?? [], 'footer');
  const made = writer.done();
  if (made.cut)
    issues.push({ code: 'intake/too-long', severity: 'error', message: `Only ${LONGEST} signs were read.`, values: { limit: String(LONGEST) } });
  if (made.text === '' && issues.length === 0)
    issues.push({ code: 'intake/no-text', severity: 'error', message: 'The document holds no text.', values: { pages: '–' } });
  return { text: made.text, blocks: made.blocks, ...(made.pages && { pages: made.pages }), issues };
}

function encodingOf(bytes: Uint8Array): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The heading level of each style, 1 to 6, by its outline level; a title is a heading of the first. */
function levelsOf(styles: readonly Xml[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const style of all(styles, 'w:style')) {
    const id = attributeOf(style, 'w:styleId') ?? '';
    const outline = attributeOf(at(style, 'w:pPr', 'w:outlineLvl'), 'w:val');
    const name = (attributeOf(at(style, 'w:name'), 'w:val') ?? '').toLowerCase();
    const named = /^heading ([1-6])$/.exec(name)?.[1];
    if (name === 'title') levels.set(id, 1);
    else if (named) levels.set(id, Number(named));
    else if (outline !== undefined && Number(outline) < 6) levels.set(id, Number(outline) + 1);
  }
  return levels;
}

function numberedStyles(styles: readonly Xml[]): ReadonlyMap<string, Xml> {
  return new Map(
    all(styles, 'w:style').flatMap((style) => {
      const numbers = at(style, 'w:pPr', 'w:numPr');
      return numbers ? [[attributeOf(style, 'w:styleId') ?? '', numbers] as const] : [];
    }),
  );
}

function makeWriter(levels: ReadonlyMap<string, number>, numbered: ReadonlyMap<string, Xml>, numbering: Numbering) {
  const blocks = makeBlocks();
  let line = '';
  let region: Block['region'];
  let paged = false;
  /** Where in the line in hand pages ended. */
  let breaks: number[] = [];
  let cut = false;

  function flush(about: Omit<Block, 'span'>): void {
    if (blocks.length > LONGEST) {
      cut ||= line !== '';
      line = '';
      return;
    }
    const before = blocks.length;
    const lead = line.length - line.trimStart().length;
    blocks.add(line, { ...about, ...(region && { region }) });
    for (const place of breaks) blocks.endPage(Math.min(blocks.length - before, Math.max(0, blocks.length - before - Math.max(0, place - lead))));
    paged ||= breaks.length > 0;
    breaks = [];
    line = '';
  }

  function paragraph(node: Xml): void {
    const properties = at(node, 'w:pPr');
    const style = attributeOf(at(properties, 'w:pStyle'), 'w:val') ?? '';
    const level = levels.get(style) ?? outlineLevel(properties);
    const numbers = at(properties, 'w:numPr') ?? numbered.get(style);
    const mark =
      numbers && numbering.next(attributeOf(at(numbers, 'w:numId'), 'w:val') ?? '', Number(attributeOf(at(numbers, 'w:ilvl'), 'w:val') ?? 0));
    if (mark) line = `${mark} `;
    const start = line.length;
    runs(node);
    if (line.length === start) line = '';
    flush(
      level !== undefined
        ? { kind: 'heading', level }
        : { kind: mark && line !== '' ? 'item' : 'paragraph', ...(mark && line !== '' && { depth: 1 }) },
    );
  }

  function outlineLevel(properties: Xml | undefined): number | undefined {
    const value = attributeOf(at(properties, 'w:outlineLvl'), 'w:val');
    return value !== undefined && Number(value) < 6 ? Number(value) + 1 : undefined;
  }

  /** What is written in a paragraph, whatever it is wrapped in. */
  function runs(node: Xml): void {
    for (const child of childrenOf(node)) {
      const name = nameOf(child);
      if (name === 'w:t') for (const text of childrenOf(child)) line += typeof text['#text'] === 'string' ? text['#text'] : '';
      else if (name === 'w:tab') line += '\t';
      else if (name === 'w:noBreakHyphen') line += '-';
      else if (name === 'w:lastRenderedPageBreak') breaks.push(line.length);
      else if (name === 'w:br' || name === 'w:cr') {
        // A page that Word was made to end is told once more where it was last drawn.
        if (attributeOf(child, 'w:type') === undefined || attributeOf(child, 'w:type') === 'textWrapping') {
          const kept = line;
          if (kept.trim() !== '') flush({ kind: 'paragraph' });
        }
      } else if (name === 'w:ruby') ruby(child);
      else if (name === 'w:sym') line += symbolOf(attributeOf(child, 'w:char'));
      else if (name === 'mc:AlternateContent') {
        const choice = childrenOf(child).find((one) => nameOf(one) === 'mc:Choice') ?? childrenOf(child)[0];
        if (choice) runs(choice);
      } else if (name === 'w:txbxContent') boxed(child);
      else if (!UNSEEN.has(name)) runs(child);
    }
  }

  /** A box stands by itself: after the line in which it is fastened. */
  function boxed(node: Xml): void {
    const held = line;
    const places = breaks;
    line = '';
    breaks = [];
    walk(childrenOf(node), region);
    line = held;
    breaks = places;
  }

  function ruby(node: Xml): void {
    const base = at(node, 'w:rubyBase');
    if (base) runs(base);
    const reading = at(node, 'w:rt');
    if (!reading) return;
    line += '(';
    runs(reading);
    line += ')';
  }

  function table(node: Xml): void {
    for (const row of all(childrenOf(node), 'w:tr')) {
      const cells = childrenOf(row).filter((child) => nameOf(child) === 'w:tc');
      const long = cells.some((cell) => childrenOf(cell).filter((child) => nameOf(child) === 'w:p' || nameOf(child) === 'w:tbl').length > 1);
      if (long) {
        for (const cell of cells) walk(childrenOf(cell), region);
        continue;
      }
      const words = cells.map((cell) => {
        line = '';
        for (const one of all(childrenOf(cell), 'w:p')) runs(one);
        const said = line.trim();
        line = '';
        return said;
      });
      line = words.join('\t');
      flush({ kind: 'cell' });
    }
  }

  function walk(nodes: readonly Xml[], of?: Block['region']): void {
    const before = region;
    region = of;
    for (const node of nodes) {
      const name = nameOf(node);
      if (name === 'w:p') paragraph(node);
      else if (name === 'w:tbl') table(node);
      else if (!UNSEEN.has(name)) walk(childrenOf(node), of);
    }
    region = before;
  }

  return {
    walk,
    done() {
      if (paged) blocks.endPage();
      return { ...blocks.done(), cut };
    },
  };
}

const UNSEEN = new Set([
  'w:pPr',
  'w:rPr',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:sectPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:rubyPr',
  'w:object',
  'w:comment',
  'mc:Fallback',
  'w:footnoteRef',
  'w:separator',
]);

/** Symbol fonts put their signs into the private use area; what they stand for is not said. Usual signs are themselves. */
function symbolOf(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  return Number.isNaN(point) || (point >= 0xf000 && point <= 0xf0ff) ? '•' : String.fromCodePoint(point);
}
