import type { Span } from './span.ts';

/**
 * One text and how it stood on its page. `text` is what a reader sees, furniture included, a line for each block; it is
 * never trimmed, folded or re-joined afterwards: all else are spans of it.
 */
export interface Source {
  readonly text: string;
  /** The blocks of the page, in order, none overlapping; empty for plain text, where lines are all there is. */
  readonly blocks: readonly Block[];
  readonly sha256: string;
  readonly mediaType: string;
  readonly encoding?: string;
  readonly url?: string;
  /** Of a document that has pages: where each stands, in order, end to end; together they are the whole text. */
  readonly pages?: readonly Span[];
  readonly issues: readonly SourceIssue[];
}

/** What the markup says of a stretch of lines. A dateline is the document's own date, as the head of a mail has it. */
export interface Block {
  readonly span: Span;
  readonly kind: 'title' | 'heading' | 'item' | 'paragraph' | 'cell' | 'caption' | 'term' | 'definition' | 'preformatted' | 'dateline';
  /** Heading level 1–6. */
  readonly level?: number;
  /** How deep in lists it stands: 1 for an item of an outer list. */
  readonly depth?: number;
  /** The mark that the browser makes before an item ("1." or "•"), with its span in the text. */
  readonly marker?: Span;
  /** The part of the page it stands in; absent where the markup does not say. */
  readonly region?: 'main' | 'navigation' | 'header' | 'footer' | 'aside';
  /** Share of its signs that are inside links, 0 to 1. */
  readonly linked?: number;
}

export interface SourceIssue {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly span?: [number, number];
  readonly values?: Record<string, string>;
}
