/**
 * Numbered points inside a clause: 1)…2)…3)…, (1)…(2)…, ①…②….
 *
 * 1 points come in order, each from its number to the next; 2 fewer than two are none.
 */
import { fold } from '../text/fold.ts';
import { type Span, trimmed } from '../text/span.ts';

export interface Point {
  number: string;
  span: [number, number];
}

export function findPoints(text: string, span: Span): Point[] {
  const marks: { start: number; end: number; number: string; order: number }[] = [];
  for (let i = span[0]; i < span[1]; i++) {
    const mark = markAt(text, i, span[1]);
    if (!mark) continue;
    const previous = marks.at(-1);
    if (previous && mark.order !== previous.order + 1) continue;
    marks.push(mark);
    i = mark.end - 1;
  }
  if (marks.length < 2) return [];
  return marks.map((mark, i) => {
    const end = trimmed(text, [mark.start, marks[i + 1]?.start ?? span[1]])[1];
    return { number: mark.number, span: [mark.start, end] };
  });
}

function markAt(text: string, at: number, limit: number): { start: number; end: number; number: string; order: number } | undefined {
  const unit = text.charCodeAt(at);
  if (unit >= 0x2460 && unit <= 0x2473) return { start: at, end: at + 1, number: text[at] as string, order: unit - 0x245f };
  const opened = fold(unit) === 0x28;
  let i = opened ? at + 1 : at;
  const digits = i;
  let order = 0;
  while (i < limit && i - digits < 2 && isDigit(fold(text.charCodeAt(i)))) {
    order = order * 10 + fold(text.charCodeAt(i)) - 0x30;
    i++;
  }
  if (i === digits || i >= limit || fold(text.charCodeAt(i)) !== 0x29 || order === 0) return undefined;
  if (!opened && at > 0 && isDigit(fold(text.charCodeAt(at - 1)))) return undefined;
  return { start: at, end: i + 1, number: text.slice(at, i + 1), order };
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
