/** A leaf of the outline as it is read on. */
import type { OutlineNode } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';

/** A leaf of the outline that holds words to be read. */
export interface Passage {
  /** Its place in `Outline.passages`. */
  readonly index: number;
  readonly kind: OutlineNode['kind'];
  readonly path: string;
  /** The words, without the number or mark before them. */
  readonly span: Span;
  /** Headings it stands under, outermost first, without their numbers. */
  readonly headings: readonly Span[];
}
