/**
 * Numbers and bullets at the head of a line: 1 · 1. · (1) · 1) · ア · (ア) · 一、 · (a) · ① · Ⅰ · ・.
 *
 *   > (2) ア　両外相は…
 *     ＾＾＾＾ two marks: (2) of style paren, ア of style letter
 */
import { fold } from '../../text/fold.ts';
import { isBlank } from '../../text/span.ts';

/** How a number is written, with the family of letters it is of. Numbers of one style that follow each other stand side by side. */
export type Style = string;

export interface Mark {
  readonly style: Style;
  /** As the author wrote it, width folded and without the dot: "3", "(2)", "ア". */
  readonly label: string;
  /** 1 for the first of its kind; 0 for a bullet. */
  readonly order: number;
  /** Its place in each series that has the letter, 0 where one has not: イ is second of アイウ and first of イロハ. */
  readonly orders: readonly number[];
  readonly start: number;
  readonly end: number;
}

export interface Letters {
  /** The first sign of every letter, folded. */
  readonly first: ReadonlySet<number>;
  readonly places: ReadonlyMap<string, { readonly family: number; readonly orders: readonly number[] }>;
  readonly longest: number;
  readonly bullets: ReadonlySet<number>;
  /** What stands behind the figures of a date: 日 in "1.25日", which is a number and a day. */
  readonly ofDates: ReadonlySet<number>;
  /** Whether a figure before a blank numbers a line. */
  readonly bare: boolean;
}

/** @param families series of letters, each a text of words set apart by spaces; the series of one family are alternatives. */
export function makeLetters(families: readonly (readonly string[])[], bullets: string, ofDates: readonly string[] = [], bare = true): Letters {
  const places = new Map<string, { family: number; orders: number[] }>();
  families.forEach((series, family) => {
    series.forEach((letters, one) => {
      letters.split(' ').forEach((letter, i) => {
        const place = places.get(letter) ?? { family, orders: series.map(() => 0) };
        if (place.family !== family) return;
        place.orders[one] = i + 1;
        places.set(letter, place);
      });
    });
  });
  const keys = [...places.keys()];
  return {
    first: new Set(keys.map((letter) => letter.charCodeAt(0))),
    places,
    longest: Math.max(0, ...keys.map((letter) => letter.length)),
    bullets: new Set(Array.from(bullets, (sign) => fold(sign.charCodeAt(0)))),
    ofDates: new Set(ofDates.map((sign) => sign.charCodeAt(0))),
    bare,
  };
}

/** The marks at the head of a line, outermost first; at most four. */
export function marksAt(text: string, start: number, end: number, letters: Letters): Mark[] {
  let at = skip(text, start, end);
  let mark = markAt(text, at, end, letters);
  if (!mark) return NONE;
  const marks: Mark[] = [];
  while (mark && marks.length < 4) {
    marks.push(mark);
    at = skip(text, mark.end, end);
    mark = markAt(text, at, end, letters);
  }
  return marks;
}

const NONE: Mark[] = [];

function skip(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function markAt(text: string, at: number, end: number, letters: Letters): Mark | undefined {
  if (at >= end) return undefined;
  const unit = fold(text.charCodeAt(at));
  if (unit === OPEN) return bracketed(text, at, end, letters);
  if (isDigit(unit)) return numbered(text, at, end, letters);
  if (unit >= 0x2160 && unit <= 0x2487) {
    const raw = text[at] as string;
    if (unit >= 0x2460 && unit <= 0x2473) return made('circle', raw, unit - 0x245f, at, at + 1);
    if (unit <= 0x216b) return made('roman', raw, unit - 0x215f, at, dotted(text, at + 1, end));
    if (unit >= 0x2474) return made('paren', `(${unit - 0x2473})`, unit - 0x2473, at, at + 1);
  }
  if (letters.first.has(unit)) {
    const mark = lettered(text, at, end, letters);
    if (mark) return mark;
  }
  if (letters.bullets.has(unit) && at + 1 < end && !isDigit(fold(text.charCodeAt(at + 1)))) return made('bullet', text[at] as string, 0, at, at + 1);
  return undefined;
}

const OPEN = 0x28;
const CLOSE = 0x29;
const DOT = 0x2e;
const COMMA = 0x3001;
const MIDDLE_DOT = 0x30fb;

function made(style: Style, label: string, order: number, start: number, end: number, orders: readonly number[] = [order]): Mark {
  return { style, label, order, orders, start, end };
}

function dotted(text: string, at: number, end: number): number {
  return at < end && (fold(text.charCodeAt(at)) === DOT || text.charCodeAt(at) === COMMA) ? at + 1 : at;
}

/** The longest letter at a place that `fits` what comes after it. */
function letterAt(text: string, at: number, end: number, { places, longest }: Letters, fits: (next: number) => boolean) {
  for (let length = Math.min(longest, end - at); length > 0; length--) {
    if (!fits(at + length)) continue;
    let letter = '';
    for (let i = at; i < at + length; i++) letter += String.fromCharCode(fold(text.charCodeAt(i)));
    const place = places.get(letter);
    if (place) return { letter, ...place, end: at + length };
  }
  return undefined;
}

/** Latin letters end before this: I.概要 is no word. */
const LATIN_END = 0x2fff;

/** ア · ア) · 一、 · a. · I.概要 — a Latin letter needs a bracket, or a dot and a space or another script, else it is a word. */
function lettered(text: string, at: number, end: number, letters: Letters): Mark | undefined {
  const latin = fold(text.charCodeAt(at)) < 0x80;
  const found = letterAt(text, at, end, letters, (next) => {
    if (next >= end) return false;
    const unit = fold(text.charCodeAt(next));
    if (unit === CLOSE) return true;
    if (latin) return unit === DOT && next + 1 < end && (isBlank(text.charCodeAt(next + 1)) || fold(text.charCodeAt(next + 1)) > LATIN_END);
    return isBlank(text.charCodeAt(next)) || unit === DOT || unit === COMMA;
  });
  if (!found) return undefined;
  const { letter, family, orders } = found;
  const order = orders.find((one) => one > 0) ?? 0;
  if (fold(text.charCodeAt(found.end)) === CLOSE) return made(`letter-half-${family}`, `${letter})`, order, at, found.end + 1, orders);
  return made(`letter-${family}`, letter, order, at, dotted(text, found.end, end), orders);
}

/** (1) （ア） (一) (iii) */
function bracketed(text: string, at: number, end: number, letters: Letters): Mark | undefined {
  const start = skip(text, at + 1, Math.min(end, at + 4));
  const closes = (from: number) => {
    const close = skip(text, from, Math.min(end, from + 2));
    return close < end && fold(text.charCodeAt(close)) === CLOSE ? close + 1 : -1;
  };
  const digits = digitsAt(text, start, end);
  if (digits) {
    const close = closes(digits.end);
    return close > 0 ? made('paren', `(${digits.value})`, digits.value, at, close) : undefined;
  }
  if (start >= end || !letters.first.has(fold(text.charCodeAt(start)))) return undefined;
  const found = letterAt(text, start, end, letters, (next) => closes(next) > 0);
  if (!found) return undefined;
  const { letter, family, orders } = found;
  return made(`letter-paren-${family}`, `(${letter})`, orders.find((one) => one > 0) ?? 0, at, closes(found.end), orders);
}

/** 1 · 1. · 1) · 1、 — but no date, time, amount or decimal. */
function numbered(text: string, at: number, end: number, { ofDates, bare }: Letters): Mark | undefined {
  const digits = digitsAt(text, at, end);
  if (!digits || digits.end >= end) return undefined;
  const next = text.charCodeAt(digits.end);
  const folded = fold(next);
  if (folded === CLOSE) return made('half', `${digits.value})`, digits.value, at, digits.end + 1);
  if (folded === DOT || next === COMMA || next === MIDDLE_DOT) {
    const after = digits.end + 1 < end ? fold(text.charCodeAt(digits.end + 1)) : -1;
    if (isDigit(after) && !isDated(text, digits.end + 1, end, ofDates)) return undefined;
    return made('dot', String(digits.value), digits.value, at, digits.end + 1);
  }
  if (bare && isBlank(next)) return made('flat', String(digits.value), digits.value, at, digits.end);
  return undefined;
}

/** Whether a date begins here: 1.25日. */
function isDated(text: string, at: number, end: number, ofDates: ReadonlySet<number>): boolean {
  const digits = digitsAt(text, at, end);
  return digits !== undefined && digits.end < end && ofDates.has(text.charCodeAt(digits.end));
}

/** One or two digits, full width or not. */
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
