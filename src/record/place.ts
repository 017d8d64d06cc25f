/** Places of words in a text by which a correction is fastened: outline path, the words, and which of the equal ones. */
import type { Span } from '../text/span.ts';
import type { Anchor } from './correction.ts';
import type { OutlineNode, Reading } from './reading.ts';

/** The anchor of the words at a span. */
export function anchorAt(reading: Reading, span: Span): Anchor {
  const { text, outline } = reading.document;
  const quote = text.slice(span[0], span[1]);
  const path = smallest(outline, span)?.path ?? '';
  const all = occurrences(reading, path, quote);
  return {
    path,
    quote,
    nth: Math.max(0, all.indexOf(span[0])),
    count: Math.max(1, all.length),
  };
}

/** The span where the anchor's words stand now; undefined where they do not, or where one can no longer say which are meant. */
export function spanOf(reading: Reading, anchor: Anchor): Span | undefined {
  const all = occurrences(reading, anchor.path, anchor.quote);
  const start = all.length === anchor.count ? all[anchor.nth] : undefined;
  return start === undefined ? undefined : [start, start + anchor.quote.length];
}

/** The number of the page on which a unit of the text stands, from 1; undefined where the document has no pages. */
export function pageAt({ document }: Reading, at: number): number | undefined {
  const pages = document.source?.pages;
  if (!pages || pages.length === 0) return undefined;
  // Empty pages begin where the next one does.
  const found = pages.findIndex(([start, end]) => start <= at && at < end);
  return (found < 0 ? pages.length - 1 : found) + 1;
}

/** The smallest node of the outline that holds a span. */
export function smallest(nodes: readonly OutlineNode[], span: Span): OutlineNode | undefined {
  for (const node of nodes) {
    if (node.span[0] <= span[0] && span[1] <= node.span[1]) return smallest(node.children, span) ?? node;
  }
  return undefined;
}

/** Where a quote starts in the nodes of a path, in order; a path of no node is the whole text. */
function occurrences(reading: Reading, path: string, quote: string): number[] {
  const { text, outline } = reading.document;
  const found: number[] = [];
  if (quote === '') return found;
  const spans = path === '' ? [[0, text.length] as Span] : spansOf(outline, path);
  for (const [start, end] of spans) {
    const part = text.slice(start, end);
    for (let at = part.indexOf(quote); at >= 0; at = part.indexOf(quote, at + 1)) if (found.at(-1) !== start + at) found.push(start + at);
  }
  return found;
}

function spansOf(nodes: readonly OutlineNode[], path: string): Span[] {
  return nodes.flatMap((node) => (node.path === path ? [node.span as Span] : spansOf(node.children, path)));
}
