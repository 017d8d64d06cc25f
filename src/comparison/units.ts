/**
 * A text cut into units: each holds the statements that its words tell, or none.
 *
 * 1 the spans of the units, in order, are the text, each sign once; 2 every statement is in one unit; a sentence that tells several
 * is cut behind each; 3 words that no statement tells (headings, greetings, furniture) are units of their own, sentence by sentence.
 */
import type { OutlineNode, Reading, Statement } from '../record/reading.ts';
import type { Span } from '../text/span.ts';
import { segments } from './segments.ts';
import { sounds } from './spelling.ts';

export interface Unit {
  readonly span: Span;
  readonly statements: readonly Statement[];
  /** Kind and path of the smallest node of the outline that holds its first words; absent where none does. */
  readonly kind?: OutlineNode['kind'] | undefined;
  readonly path?: string | undefined;
}

export function makeUnits(reading: Reading): Unit[] {
  const { text, outline, language } = reading.document;
  const statements = [...reading.statements].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const units: Unit[] = [];
  let next = 0;
  for (const [start, end] of sentencesOf(text, language, statements)) {
    const inside: Statement[] = [];
    for (let one = statements[next]; one && one.span[0] < end; one = statements[++next]) inside.push(one);
    for (const { span, told } of cut(text, [start, end], inside)) {
      const node = nodeAt(outline, firstSound(text, span));
      units.push({ span, statements: told, kind: node?.kind, path: told[0]?.path ?? node?.path });
    }
  }
  return units;
}

/** Sentences as the platform knows them under a language tag; what a statement spans stays together. They are the whole text. */
function sentencesOf(text: string, tag: string, statements: readonly Statement[]): Span[] {
  const out: [number, number][] = [];
  let held = 0;
  let at = 0;
  for (const { index, words } of segments(text, tag, 'sentence')) {
    const end = index + words.length;
    const last = out.at(-1);
    if (last && (last[1] < held || !sounds(words))) last[1] = end;
    else out.push([index, end]);
    for (let one = statements[at]; one && one.span[0] < end; one = statements[++at]) held = Math.max(held, one.span[1]);
  }
  return out;
}

/** A sentence cut behind each of its statements and the signs that follow; statements on the same words stay together. */
function cut(text: string, [start, end]: Span, statements: readonly Statement[]): { span: Span; told: Statement[] }[] {
  const out: { span: [number, number]; told: Statement[] }[] = [];
  for (const one of statements) {
    const last = out.at(-1);
    if (last && one.span[1] <= last.span[1]) {
      last.told.push(one);
      continue;
    }
    let stop = Math.min(one.span[1], end);
    while (stop < end && !sounds(text[stop] as string) && !/\s/.test(text[stop] as string)) stop++;
    out.push({ span: [last?.span[1] ?? start, stop], told: [one] });
  }
  const last = out.at(-1);
  if (!last) return [{ span: [start, end], told: [] }];
  last.span[1] = end;
  return out;
}

function firstSound(text: string, [start, end]: Span): number {
  for (let i = start; i < end; i++) if (sounds(text[i] as string)) return i;
  return start;
}

function nodeAt(nodes: readonly OutlineNode[], at: number): OutlineNode | undefined {
  for (const node of nodes) if (node.span[0] <= at && at < node.span[1]) return nodeAt(node.children, at) ?? node;
  return undefined;
}
