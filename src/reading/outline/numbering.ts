/**
 * Numbers and bullets at the head of a line: 1 · 1. · (1) · 1) · ア · (ア) · ① · Ⅰ · ・.
 *
 *   > (2) ア　両外相は…
 *     ＾＾＾＾ two marks: (2) of style paren, ア of style letter
 */
import { fold } from '../../text/fold.ts';
import { isBlank } from '../../text/span.ts';

/** How a number is written. Numbers of one style that follow each other stand side by side. */
export type Style = 'flat' | 'dot' | 'half' | 'paren' | 'letter' | 'letter-half' | 'letter-paren' | 'circle' | 'roman' | 'bullet';

export interface Mark {
  readonly style: Style;
  /** As the author wrote it, width folded and without the dot: "3", "(2)", "ア". */
  readonly label: string;
  /** 1 for the first of its kind; 0 for a bullet. */
  readonly order: number;
  readonly start: number;
  readonly end: number;
}

export interface Letters {
  readonly letters: string;
  readonly bullets: string;
}

/** The marks at the head of a line, outermost first; at most four. */
export function marksAt(text: string, start: number, end: number, letters: Letters): Mark[] {
  const marks: Mark[] = [];
  let at = skip(text, start, end);
  while (marks.length < 4) {
    const mark = markAt(text, at, end, letters);
    if (!mark) break;
    marks.push(mark);
    at = skip(text, mark.end, end);
  }
  return marks;
}

function skip(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function markAt(text: string, at: number, end: number, { letters, bullets }: Letters): Mark | undefined {
  if (at >= end) return undefined;
  const raw = text[at] as string;
  const unit = fold(text.charCodeAt(at));
  if (unit >= 0x2460 && unit <= 0x2473) return made('circle', raw, unit - 0x245f, at, at + 1);
  if (unit >= 0x2160 && unit <= 0x216b) return made('roman', raw, unit - 0x215f, at, dotted(text, at + 1, end));
  if (unit >= 0x2474 && unit <= 0x2487) return made('paren', `(${unit - 0x2473})`, unit - 0x2473, at, at + 1);
  if (unit === 0x28) return bracketed(text, at, end, letters);
  if (isDigit(unit)) return numbered(text, at, end);
  const order = letters.indexOf(raw) + 1;
  if (order > 0) {
    const next = fold(text.charCodeAt(at + 1));
    if (at + 1 < end && next === 0x29) return made('letter-half', `${raw})`, order, at, at + 2);
    if (at + 1 < end && (isBlank(text.charCodeAt(at + 1)) || next === 0x2e || text[at + 1] === '、'))
      return made('letter', raw, order, at, next === 0x2e || text[at + 1] === '、' ? at + 2 : at + 1);
  }
  if (bullets.includes(raw) && at + 1 < end && !isDigit(fold(text.charCodeAt(at + 1)))) return made('bullet', raw, 0, at, at + 1);
  return undefined;
}

function made(style: Style, label: string, order: number, start: number, end: number): Mark {
  return { style, label, order, start, end };
}

function dotted(text: string, at: number, end: number): number {
  return at < end && (fold(text.charCodeAt(at)) === 0x2e || text[at] === '、') ? at + 1 : at;
}

/** (1) （ア） */
function bracketed(text: string, at: number, end: number, letters: string): Mark | undefined {
  let i = skip(text, at + 1, Math.min(end, at + 4));
  const digits = digitsAt(text, i, end);
  if (digits) {
    i = skip(text, digits.end, Math.min(end, digits.end + 2));
    return fold(text.charCodeAt(i)) === 0x29 && i < end ? made('paren', `(${digits.value})`, digits.value, at, i + 1) : undefined;
  }
  const order = letters.indexOf(text[i] ?? '\0') + 1;
  if (order > 0 && i + 1 < end && fold(text.charCodeAt(i + 1)) === 0x29) return made('letter-paren', `(${text[i]})`, order, at, i + 2);
  return undefined;
}

/** 1 · 1. · 1) · 1、 — but no date, time, amount or decimal. */
function numbered(text: string, at: number, end: number): Mark | undefined {
  const digits = digitsAt(text, at, end);
  if (!digits) return undefined;
  const next = digits.end < end ? text.charCodeAt(digits.end) : -1;
  const folded = fold(next);
  if (next < 0) return undefined;
  if (folded === 0x29) return made('half', `${digits.value})`, digits.value, at, digits.end + 1);
  if (folded === 0x2e || next === 0x3001 || next === 0x30fb) {
    const after = digits.end + 1 < end ? fold(text.charCodeAt(digits.end + 1)) : -1;
    if (isDigit(after)) return undefined;
    return made('dot', String(digits.value), digits.value, at, digits.end + 1);
  }
  if (isBlank(next)) return made('flat', String(digits.value), digits.value, at, digits.end);
  return undefined;
}

function digitsAt(text: string, at: number, end: number): { value: number; end: number } | undefined {
  let i = at;
  let value = 0;
  while (i < end && i - at < 3 && isDigit(fold(text.charCodeAt(i)))) {
    value = value * 10 + fold(text.charCodeAt(i)) - 0x30;
    i++;
  }
  if (i === at || i - at > 2 || value === 0) return undefined;
  return { value, end: i };
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
