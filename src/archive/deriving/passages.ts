/** The words of a text by its paragraphs, for finding what no statement holds. Pure. */
import { pageAt } from '../../record/place.ts';
import type { OutlineNode, Reading } from '../../record/reading.ts';
import { grams } from '../../text/grams.ts';
import { searchForm } from '../../text/search-form.ts';
import { type Span, trimmed } from '../../text/span.ts';

export interface PassagePart {
  readonly path: string;
  readonly page: number | null;
  /** Where the words begin, in units of the document's text. */
  readonly start: number;
  readonly words: string;
  /** What the index holds of them. */
  readonly grams: string;
}

/**
 * The paragraphs, items and headings in which no statement was read, in the order of the text, furniture left out; none of a readout
 * with statements, which are what is searched of it.
 */
export function passagesOf(reading: Reading): PassagePart[] {
  const { document, statements } = reading;
  if (document.kind?.value === 'readout' && statements.length > 0) return [];
  const { text, outline } = document;
  const read = statements.map(({ span }) => span).sort((a, b) => a[0] - b[0]);
  const found: PassagePart[] = [];
  let next = 0;
  const put = (path: string, span: Span): void => {
    const [start, end] = trimmed(text, span);
    while (next < read.length && (read[next] as Span)[1] <= start) next++;
    if (end <= start || (read[next]?.[0] ?? end) < end) return;
    const words = text.slice(start, end);
    found.push({ path, page: pageAt(reading, start) ?? null, start, words, grams: grams(searchForm(words).form) });
  };
  /** Words of a stretch that stand in none of its nodes belong to what holds them. */
  const walk = (nodes: readonly OutlineNode[], path: string, [from, to]: Span): void => {
    let at = from;
    for (const node of nodes) {
      put(path, [at, node.span[0]]);
      if (node.children.length > 0) walk(node.children, node.path, node.span);
      else if (node.kind !== 'furniture') put(node.path, node.span);
      at = Math.max(at, node.span[1]);
    }
    put(path, [at, to]);
  };
  walk(outline, '', [0, text.length]);
  return found;
}
