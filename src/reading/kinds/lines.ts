/** Lines by whose beginnings one sees who speaks, or to whom: 【中央新報 沢渡記者】. */
import type { DocumentKind, Known } from '../../record/reading.ts';
import type { Passage } from '../outline.ts';
import type { Knowledge } from './knowledge.ts';

/** So many lines are looked at. */
const LINES = 400;
/** A speaker's name and the sign after it stand in so many units. */
const NAME = 60;

export interface Said {
  readonly kind: Known<DocumentKind>;
  /** Whether they say it also where talks are told. */
  readonly firm: boolean;
}

/** @returns the first kind, in the order of the language's groups, of which enough lines begin so. */
export function inLines(text: string, passages: readonly Passage[], known: Knowledge): Said | undefined {
  const { lines, openings, reach, speaker, knowledge } = known;
  const counts = lines.map(() => 0);
  const firsts: [number, number][] = [];
  const lastLine = lines.map(() => -1);
  const spoken: [number, number][] = [];
  const looked = Math.min(LINES, passages.length);
  for (let i = 0; i < looked; i++) {
    const [from, to] = (passages[i] as Passage).span;
    for (const { start, end, value } of openings.all(text, from, Math.min(to, from + reach)))
      for (const group of value) {
        if (end - from > (lines[group]?.within ?? 0) || lastLine[group] === i) continue;
        lastLine[group] = i;
        firsts[group] ??= [start, end];
        counts[group] = (counts[group] ?? 0) + 1;
      }
    const head = speaker && text.slice(from, Math.min(to, from + NAME));
    const name = head?.includes(knowledge.spoken?.sign ?? '') ? speaker?.exec(head) : undefined;
    if (name) spoken.push([from, from + name[0].length]);
  }
  const at = lines.findIndex(({ least }, i) => (counts[i] ?? 0) >= least);
  const [group, span] = [lines[at], firsts[at]];
  if (group && span) return { kind: { value: group.kind, basis: 'inferred', span, rule: 'kinds/lines' }, firm: group.firm };
  const [first] = spoken;
  if (!first || spoken.length < (knowledge.spoken?.least ?? 0)) return undefined;
  return { kind: { value: 'transcript', basis: 'inferred', span: first, rule: 'kinds/spoken' }, firm: false };
}
