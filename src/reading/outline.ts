/**
 * The page as a person would cite it.
 *
 *   > 3 領土問題            section 3, its heading
 *   > (2) 前原大臣からは…   item 3(2)
 *
 * 1 every unit of the text that is not white space lies in exactly one leaf of the tree;
 * 2 children lie in their parent, siblings apart, in the order of the text;
 * 3 every leaf that is no furniture has a passage, whose span is the leaf without its number or mark;
 * 4 no two items have one path: a number that stands twice is told apart by its heading, `s2.1`, or else as `1#2`, with an issue.
 *
 * Paths: `title`, `dateline`, `lede` (before the first number or heading), `points/1`, `1`, `1(2)`, `1(2)ア`, `2/1` (first bullet
 * of 2), `2.1` (an item that is numbered 1 there), `s1` (first heading without a number), `note/1`, `furniture/1`. A paragraph has the path of what it stands in.
 */
import type { Pack } from '../language/pack.ts';
import type { OutlineNode } from '../record/reading.ts';
import type { Source } from '../text/source.ts';
import { makeBuilder } from './outline/builder.ts';
import { findLines } from './outline/lines.ts';
import type { Passage } from './outline/passage.ts';
import type { Stage } from './stage.ts';

export type { Passage } from './outline/passage.ts';

export interface Outline {
  readonly nodes: OutlineNode[];
  readonly passages: readonly Passage[];
}

export function findOutline(source: Source, pack: Pack): Stage<Outline> {
  const lines = findLines(source, pack);
  const build = (underHeadings: boolean) => {
    const builder = makeBuilder(underHeadings);
    for (const line of lines) builder.add(line);
    return builder.done();
  };
  const built = build(false);
  const { nodes, passages, issues } = built.restarts ? build(true) : built;
  return { value: { nodes, passages }, issues };
}
