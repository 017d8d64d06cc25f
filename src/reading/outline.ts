/**
 * The page as a person would cite it.
 *
 * 1 every unit of the text that is not white space lies in exactly one leaf of the tree;
 * 2 children lie in their parent, siblings apart, in the order of the text;
 * 3 every leaf that is no furniture has a passage, whose span is the leaf without its number or mark.
 */
import type { Pack } from '../language/pack.ts';
import type { OutlineNode } from '../record/reading.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Stage } from './stage.ts';

export interface Outline {
  readonly nodes: OutlineNode[];
  readonly passages: readonly Passage[];
}

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

export function findOutline(_source: Source, _pack: Pack): Stage<Outline> {
  // STUB to be replaced
  const nodes: OutlineNode[] = [];
  const passages: Passage[] = [];
  return { value: { nodes, passages }, issues: [] };
}
