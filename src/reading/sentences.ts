/**
 * 1 a sentence lies in one passage; 2 sentences of a passage, and the white space between them, are the whole passage.
 *
 *   > 「前進した。」と述べた。次に…
 *     　　　　　　　　　　　＾ ends the sentence; the stop inside the quotation does not
 */
import { isComma } from '../language/abilities/head-final.ts';
import { compiled, type Pack, type Section } from '../language/pack.ts';
import { fold } from '../text/fold.ts';
import { isBlank, type Span } from '../text/span.ts';
import { isDigit, isHan, isKatakana, isLatin } from './mentions/scripts.ts';
import type { Passage } from './outline.ts';

export interface Sentence {
  readonly span: Span;
  readonly passage: Passage;
}

const OPENS = 1;
const CLOSES = 2;
const ENDS = 4;

interface Signs {
  /** What a unit does. */
  readonly does: Uint8Array;
  readonly closing: ReadonlyMap<number, number>;
  readonly longest: number;
  readonly narrow: ReadonlySet<number>;
  readonly capitals?: { readonly short: ReadonlySet<string>; readonly openers: ReadonlySet<string>; readonly onward: readonly string[] };
}

const signsOf = compiled((knowledge: Section<'sentences'>): Signs => {
  const does = new Uint8Array(65536);
  const closing = new Map<number, number>();
  const ofSign = new Map<number, number>();
  for (const sign of knowledge.closes ?? '') does[sign.charCodeAt(0)] = CLOSES;
  for (const [open, close] of knowledge.brackets) {
    ofSign.set(fold(open.charCodeAt(0)), OPENS);
    ofSign.set(fold(close.charCodeAt(0)), CLOSES);
    closing.set(fold(open.charCodeAt(0)), fold(close.charCodeAt(0)));
  }
  for (let unit = 0; unit < 65536; unit++) does[unit] = ofSign.get(fold(unit)) ?? (does[unit] as number);
  for (const sign of knowledge.ends) if (does[sign.charCodeAt(0)] === 0) does[sign.charCodeAt(0)] = ENDS;
  const narrow = new Set([...(knowledge.narrow ?? '')].map((sign) => sign.charCodeAt(0)));
  for (const unit of narrow) does[unit] = ENDS;
  const capitals = knowledge.capitals && {
    short: new Set(knowledge.capitals.short),
    openers: new Set(knowledge.capitals.openers),
    onward: knowledge.capitals.onward,
  };
  return { does, closing, longest: knowledge.longestBracket, narrow, ...(capitals && { capitals }) };
});

export function findSentences(text: string, passages: readonly Passage[], pack: Pack): Sentence[] {
  const result: Sentence[] = [];
  const signs = pack.sentences && signsOf(pack.sentences);
  for (const passage of passages) {
    const [start, end] = passage.span;
    let from = start;
    for (let i = start; i < end; i++) {
      const does = signs ? signs.does[text.charCodeAt(i)] : 0;
      if (does === 0 || !signs) continue;
      if (does === OPENS) {
        const close = closes(text, i, end, signs);
        // (They had met before.) is a sentence of its own
        if (close > i && isOnlyBlank(text, from, i) && signs.does[text.charCodeAt(close - 1)] === ENDS)
          from = add(result, text, from, close + 1, passage);
        i = close;
        continue;
      }
      if (does !== ENDS || betweenDigits(text, i)) continue;
      if (signs.narrow.has(text.charCodeAt(i)) && !isBehindOwnScript(text, i)) continue;
      // stops and closing brackets that follow belong to the sentence
      let after = i + 1;
      while (after < end && isTail(signs.does[text.charCodeAt(after)])) after++;
      if (signs.capitals && !endsHere(text, i, after, from, end, signs.capitals)) continue;
      from = add(result, text, from, after, passage);
      i = after - 1;
    }
    add(result, text, from, end, passage);
  }
  return result;
}

/** The bracket that closes the one at `at`, where it does within reach; else `at` itself, and the bracket counts for nothing. */
function closes(text: string, at: number, end: number, { closing, longest }: Signs): number {
  const close = closing.get(fold(text.charCodeAt(at))) as number;
  const open = fold(text.charCodeAt(at));
  const limit = Math.min(end, at + longest);
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const unit = fold(text.charCodeAt(i));
    if (unit === open) {
      if (++depth > NESTED) return at;
    } else if (unit === close && --depth === 0) return i;
  }
  return at;
}

/** Brackets nested deeper than this are no brackets: the search for their ends would not stay linear. */
const NESTED = 3;

function isOnlyBlank(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at >= to;
}

function isTail(does: number | undefined): boolean {
  return does === ENDS || does === CLOSES;
}

/**
 * Whether a stop ends a sentence where sentences begin with a capital letter: "Mr. Mori" and "the U.S. position" go on,
 * "in the U.S. They agreed" does not.
 */
function endsHere(
  text: string,
  stop: number,
  after: number,
  from: number,
  end: number,
  { short, openers, onward }: NonNullable<Signs['capitals']>,
): boolean {
  let next = after;
  while (next < end && isBlank(text.charCodeAt(next))) next++;
  if (next >= end) return true;
  if (next === after) return false;
  const first = text.charAt(next);
  if (/[\p{Ll}]/u.test(first)) return false;
  let begin = stop;
  while (begin > from && stop - begin < SHORTEST && !isBlank(text.charCodeAt(begin - 1))) begin--;
  const word = text.slice(begin, stop + 1);
  if (text.charAt(stop) !== '.' || (!/(?:^|[.(])\p{Lu}\.$/u.test(word) && !short.has(word))) return true;
  let to = next;
  while (to < end && to - next < SHORTEST && !isBlank(text.charCodeAt(to))) to++;
  // the U.S. Secretary of State
  if (onward.some((word) => text.startsWith(word, next))) return false;
  return openers.has(text.slice(next, to).replace(/,$/, ''));
}

/** No word with a stop of its own is longer, and none that begins a sentence need be. */
const SHORTEST = 16;

/** 3．5: the full-width stop of a decimal number. */
/** 述べた. and not No.5, v.d. */
function isBehindOwnScript(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  const own = isHan(before) || isKatakana(before) || (before >= 0x3041 && before <= 0x3096);
  return own && !isLatin(after) && !isDigit(after);
}

function betweenDigits(text: string, at: number): boolean {
  const digit = (unit: number) => unit >= 0x30 && unit <= 0x39;
  return fold(text.charCodeAt(at)) === 0x2e && digit(fold(text.charCodeAt(at - 1))) && digit(fold(text.charCodeAt(at + 1)));
}

/** No sentence is longer: what runs on without a stop is cut behind a comma, so that the time of what looks through a sentence stays linear in the text. */
const LONGEST = 10_000;
/** So far before the limit a comma is looked for. */
const NEAR = 1_000;

function add(result: Sentence[], text: string, start: number, end: number, passage: Passage): number {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  while (to - from > LONGEST) {
    const cut = cutBefore(text, from + LONGEST);
    result.push({ span: [from, cut], passage });
    from = cut;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
  }
  if (to > from) result.push({ span: [from, to], passage });
  return end;
}

/** Behind the last comma before a place, or at the place where none is near; no pair of surrogates is parted. */
function cutBefore(text: string, limit: number): number {
  for (let i = limit; i > limit - NEAR; i--) if (isComma(text.charCodeAt(i - 1))) return i;
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit < 0xe000 ? limit - 1 : limit;
}
