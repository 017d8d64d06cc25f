/** Headings above parts of a page, and where what stands under them ends. */
import type { Passage } from '../outline.ts';

/** A heading of talks is no longer than this. */
const HEADING = 60;

export function isHeading({ kind, span }: Passage): boolean {
  return (kind === 'heading' || kind === 'item' || kind === 'section') && span[1] - span[0] <= HEADING;
}

/** Whether a passage begins something else than what stands under the heading. */
export function closes(passage: Passage, heading: Passage): boolean {
  if (passage.kind === 'furniture') return false;
  return passage.kind === 'heading' && passage.headings.length <= heading.headings.length;
}
