/** Headings above parts of a page, and where what stands under them ends. */
import type { Passage } from '../../outline.ts';
import { afterBrackets } from '../telling/encounters.ts';

/** A heading of talks is no longer than this, but for what stands in brackets: (H.E. Mr. …, Minister of …). */
const HEADING = 60;
/** Nor is it longer than this with them. */
const LONGEST = 400;

export function isHeading(text: string, { kind, span: [start, end] }: Passage): boolean {
  if (kind !== 'heading' && kind !== 'item' && kind !== 'section') return false;
  return end - start <= HEADING || (end - start <= LONGEST && isShortOutside(text, start, end));
}

function isShortOutside(text: string, start: number, end: number): boolean {
  let signs = 0;
  for (let i = start; i < end && signs <= HEADING; ) {
    const next = afterBrackets(text, i, end);
    if (next === i) signs++;
    i = Math.max(i + 1, next);
  }
  return signs <= HEADING;
}

/** Whether a passage begins something else than what stands under the heading. */
export function closes(passage: Passage, heading: Passage): boolean {
  if (passage.kind === 'furniture') return false;
  return passage.kind === 'heading' && passage.headings.length <= heading.headings.length;
}
