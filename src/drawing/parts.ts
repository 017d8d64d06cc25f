/**
 * A reading cut into the parts of its page, for showing the record beside or below its section.
 *
 * 1 parts lie in the order of the text and together hold every statement once; 2 the first part holds all that stands
 * before the first section (lede and points); 3 a text without an outline is one part.
 */
import type { OutlineNode, Reading, Statement } from '../record/reading.ts';
import { folded } from '../text/fold.ts';

export interface Part {
  /** The node's own path, or "opening" for what stands before the first section. */
  readonly path: string;
  readonly number?: string;
  /** The words of its heading, without the number. */
  readonly heading?: readonly [number, number];
  /** Its heading stands above the parts that follow, and some of them hold statements. */
  readonly leads?: true;
  readonly span: readonly [number, number];
  readonly nodes: readonly OutlineNode[];
  readonly statements: readonly Statement[];
}

export function makeParts(reading: Reading): Part[] {
  const { text, outline } = reading.document;
  const starts: { node?: OutlineNode; nodes: OutlineNode[]; from: number }[] = [{ nodes: [], from: 0 }];
  const above = new Map<OutlineNode, OutlineNode>();
  for (const node of outline.flatMap((node) => unfolded(node, above))) {
    const opens = node.kind === 'section' || (node.kind === 'heading' && starts.length >= 1) || (node.kind === 'item' && node.number !== undefined);
    if (opens) starts.push({ node, nodes: [node], from: node.span[0] });
    else (starts.at(-1) as { nodes: OutlineNode[] }).nodes.push(node);
  }
  return starts
    .map((start, i): Part => {
      const span = [start.from, starts[i + 1]?.from ?? text.length] as const;
      const heading = start.node && headingOf(start.node, text);
      return {
        path: start.node?.path ?? 'opening',
        ...(start.node?.number !== undefined && { number: start.node.number }),
        ...(heading && { heading }),
        ...(reading.statements.some((each) => isWithin(each.span, start.node && above.get(start.node)?.span)) && { leads: true }),
        span,
        nodes: start.nodes,
        statements: reading.statements.filter((each) => each.span[0] >= span[0] && each.span[0] < span[1]),
      };
    })
    .filter((part) => part.path === 'opening' || part.nodes.length > 0);
}

/** A heading without a number above numbered sections, as one of several talks on a page has: each of them is a part of its own, behind what stands above. */
function unfolded(node: OutlineNode, above: Map<OutlineNode, OutlineNode>): OutlineNode[] {
  const first = node.children.findIndex(({ kind }) => kind === 'section');
  if (node.kind !== 'section' || node.number !== undefined || first < 0) return [node];
  const head = {
    ...node,
    children: node.children.slice(0, first),
    span: [node.span[0], (node.children[first] as OutlineNode).span[0]],
  } as OutlineNode;
  above.set(head, node);
  return [head, ...node.children.slice(first)];
}

function isWithin([start]: readonly [number, number], span: readonly [number, number] | undefined): boolean {
  return span !== undefined && start >= span[0] && start < span[1];
}

/** The words of a section's heading without its number; absent where it has none. */
function headingOf(section: OutlineNode, text: string): readonly [number, number] | undefined {
  const node = section.kind === 'heading' ? section : section.children.find((child) => child.kind === 'heading');
  if (!node) return undefined;
  return [afterNumber(text, node.span, section.number ?? node.number), end(text, node.span)];
}

/** Where the words begin, after the number and the signs around it; full and half widths are one. */
export function afterNumber(text: string, [start, stop]: readonly [number, number], number: string | undefined): number {
  const words = folded(text.slice(start, Math.min(stop, start + LOOKED_AT)));
  let at = 0;
  const skip = (signs: RegExp) => {
    while (at < words.length && signs.test(words[at] as string)) at++;
  };
  skip(/\s/);
  if (number === undefined) {
    if (/[•・●○■□◆◇▪◦‣*·–-]/.test(words[at] ?? '')) at++;
    skip(/\s/);
    return start + at;
  }
  const found = words.slice(at, at + 24).indexOf(folded(number));
  if (found < 0) return start + at;
  at += found + number.length;
  if (/[.,:)、]/.test(words[at] ?? '')) at++;
  skip(/\s/);
  return start + at;
}

/** Numbers and the signs and blanks around them are shorter than this. */
const LOOKED_AT = 64;

function end(text: string, [start, stop]: readonly [number, number]): number {
  let at = stop;
  while (at > start && /\s/.test(text[at - 1] as string)) at--;
  return at;
}
