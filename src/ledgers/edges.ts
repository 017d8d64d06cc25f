/**
 * Where a phrase may begin and end: at the ends of words, and with words that say something. Words are those of the
 * Unicode segmentation that the platform brings for every script (UAX 29; dictionaries where words are written without spaces).
 */
import { KINDS, kindOf } from './units.ts';

/** Signs that never begin a word: small kana and the mark of a long vowel; before them no word has ended. */
const HANGS = /^[\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30fc]/;

export interface Word {
  readonly start: number;
  readonly end: number;
  /** Says something by itself: not only kana, not a very short word of a script with spaces, no sign between words. */
  readonly heavy: boolean;
  /** No phrase begins with it: one sign that hangs on the compound before it, or a word that kana begin. */
  readonly hangs: boolean;
  /** No phrase ends with it: a stem or a verb that goes on, or a compound whose last sign is cut off as a word. */
  readonly open: boolean;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** All words of a quote, in UTF-16 units, in order. @param language BCP 47, for the rules of its script. */
export function wordsOf(quote: string, language: string): Word[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  const cut: [number, number, boolean][] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(quote)) {
    const last = cut.at(-1);
    if (last && HANGS.test(segment)) last[1] = index + segment.length;
    else cut.push([index, index + segment.length, isWordLike === true]);
  }
  const kindAt = (place: number) => (place >= 0 && place < quote.length ? kindOf(quote.charCodeAt(place)) : KINDS.part);
  const suffixed = (i: number) => {
    const [start, end] = cut[i] ?? [0, 0];
    return end - start === 1 && kindAt(start) === KINDS.han && kindAt(start - 1) === KINDS.han;
  };
  return cut.map(([start, end, like], i) => {
    const suffix = suffixed(i);
    const stem = end - start === 1 && kindAt(start) === KINDS.han && !suffix && kindAt(end) === KINDS.hiragana;
    const inflected = kindAt(end - 1) === KINDS.hiragana;
    const hangs = suffix || kindAt(start) === KINDS.hiragana;
    return { start, end, heavy: like && saysSomething(quote.slice(start, end), kindAt(start)), hangs, open: stem || inflected || suffixed(i + 1) };
  });
}

function saysSomething(word: string, first: number): boolean {
  if (first === KINDS.word) return (word.length > 3 && /\p{L}/u.test(word)) || /^\p{Lu}{2,}/u.test(word);
  for (let i = 0; i < word.length; i++) {
    const kind = kindOf(word.charCodeAt(i));
    if (kind !== KINDS.hiragana && kind !== KINDS.word) return true;
  }
  return false;
}

/** The stretch drawn in to the nearest whole words that say something; undefined where none is left. */
export function drawnIn([from, to]: readonly [number, number], words: readonly Word[]): readonly [number, number] | undefined {
  const inside = words.filter(({ start, end }) => start >= from && end <= to);
  const first = inside.find(({ heavy, hangs }) => heavy && !hangs);
  const last = inside.findLast(({ heavy, open }) => heavy && !open);
  return first && last && last.end > first.start ? [first.start, last.end] : undefined;
}

/** The stretch drawn out to whole words. */
export function drawnOut([from, to]: readonly [number, number], words: readonly Word[]): readonly [number, number] {
  const first = words.find(({ end }) => end > from);
  const last = words.find(({ end }) => end >= to);
  return [Math.min(from, first?.start ?? from), Math.max(to, last?.end ?? to)];
}
