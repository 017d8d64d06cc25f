/**
 * Words that blanks set apart, and phrases of such words. Why this is code: a stop may belong to a word ("U.S.", "Mr."), a mark
 * of possession is a word of its own ("Japan’s"), and a phrase is found whatever the case of its first letter is.
 *
 *   > Mr. Mori’s talks, held in the U.S., went on
 *     ＾＾＾ ＾＾＾＾＾ …
 */
import { isBlank } from '../../text/span.ts';

export interface Token {
  readonly start: number;
  readonly end: number;
  /** In small letters, the several apostrophes and hyphens as one. */
  readonly key: string;
  /** Begins with a capital letter. */
  readonly cap: boolean;
  readonly kind: 'word' | 'number' | 'mark' | 'possessive';
}

const APOSTROPHES: ReadonlySet<number> = new Set([0x27, 0x2019, 0x2bc, 0x2018, 0xb4]);
const HYPHENS: ReadonlySet<number> = new Set([0x2d, 0x2010, 0x2011]);
const STOP = 0x2e;

/** Class of a unit: 1 letter, 2 digit, 0 else. */
function classOf(unit: number): 0 | 1 | 2 {
  if (unit >= 0x61 && unit <= 0x7a) return 1;
  if (unit >= 0x41 && unit <= 0x5a) return 1;
  if (unit >= 0x30 && unit <= 0x39) return 2;
  if (unit < 0xaa) return 0;
  if (unit >= 0x2000 && unit <= 0x2bff) return 0;
  return unit !== 0xab && unit !== 0xbb && unit !== 0xd7 && unit !== 0xf7 && unit < 0x3000 ? 1 : 0;
}

const isCapital = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0xc0 && unit < 0xdf && unit !== 0xd7) ||
  (unit >= 0x100 && unit < 0x250 && String.fromCharCode(unit).toLowerCase() !== String.fromCharCode(unit));

/** The words and marks of a stretch, in order. @param short words that end in a stop of their own, in small letters: mr. */
export function wordsIn(text: string, start: number, end: number, short: ReadonlySet<string>): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) {
      at++;
      continue;
    }
    const kind = classOf(unit);
    if (kind === 0) {
      const after = text.charCodeAt(at + 1);
      const possessive = APOSTROPHES.has(unit) && tokens.length > 0 && (tokens[tokens.length - 1] as Token).end === at;
      if (possessive && (after === 0x73 || after === 0x53) && at + 1 < end && classOf(text.charCodeAt(at + 2)) === 0) {
        tokens.push({ start: at, end: at + 2, key: "'s", cap: false, kind: 'possessive' });
        at += 2;
      } else if (possessive && /s$/.test((tokens[tokens.length - 1] as Token).key) && (at + 1 >= end || isBlank(after))) {
        tokens.push({ start: at, end: at + 1, key: "'s", cap: false, kind: 'possessive' });
        at++;
      } else {
        tokens.push({
          start: at,
          end: at + 1,
          key: HYPHENS.has(unit) ? '-' : APOSTROPHES.has(unit) ? "'" : (text[at] as string),
          cap: false,
          kind: 'mark',
        });
        at++;
      }
      continue;
    }
    let to = at;
    let odd = false;
    for (; to < end; to++) {
      const here = text.charCodeAt(to);
      if (classOf(here) !== 0) {
        odd ||= here > 0x7a;
        continue;
      }
      const next = to + 1 < end ? text.charCodeAt(to + 1) : 0;
      if (classOf(next) === 0) break;
      if (HYPHENS.has(here)) {
        odd ||= here !== 0x2d;
        continue;
      }
      if (here === STOP || here === 0x2c) {
        // 3.5, 1,300, U.S.: a stop or comma between digits, a stop after a single letter
        if (classOf(next) === 2 && classOf(text.charCodeAt(to - 1)) === 2) continue;
        if (here === STOP && isInitial(text, at, to) && isCapital(next)) continue;
        break;
      }
      if (!APOSTROPHES.has(here)) break;
      // O’Brien, don’t, but not Japan’s
      if ((next === 0x73 || next === 0x53) && classOf(text.charCodeAt(to + 2)) === 0) break;
      odd = true;
    }
    let key = text.slice(at, to).toLowerCase();
    if (odd) key = key.replace(/[\u2019\u02bc\u2018]/g, "'").replace(/[\u2010\u2011]/g, '-');
    const stop = to < end && text.charCodeAt(to) === STOP && (isInitial(text, at, to) || short.has(`${key}.`)) && kind === 1;
    if (stop) {
      to++;
      key += '.';
    }
    tokens.push({ start: at, end: to, key, cap: isCapital(unit), kind: kind === 2 ? 'number' : 'word' });
    at = to;
  }
  return tokens;
}

/** Whether the last letter before `to` stands alone and is a capital: the S of U.S */
function isInitial(text: string, at: number, to: number): boolean {
  const before = to - 2 < at ? 0 : classOf(text.charCodeAt(to - 2));
  return before === 0 && isCapital(text.charCodeAt(to - 1)) && (to - 1 === at || text.charCodeAt(to - 2) === STOP);
}

export interface Phrases<V> {
  /** The longest phrase that begins with the token at `i` and ends before token `limit`. `end` is the token behind it. */
  at(tokens: readonly Token[], i: number, limit?: number): { readonly end: number; readonly value: V } | undefined;
}

interface Phrase<V> {
  readonly keys: readonly string[];
  /** Of each word: whether it must begin with a capital. */
  readonly caps: readonly boolean[];
  readonly value: V;
}

/** @param entries phrases as they are written; a word with a capital letter is found with one only. */
export function makePhrases<V>(entries: Iterable<readonly [string, V]>): Phrases<V> {
  const byFirst = new Map<string, Phrase<V>[]>();
  for (const [words, value] of entries) {
    const parts = words.split(' ').flatMap((word) => {
      const own = /^(.+)(?:'s|’s)$/.exec(word) ?? /^(.+s)['’]$/.exec(word);
      return own ? [own[1] as string, "'s"] : [word];
    });
    const phrase = {
      keys: parts.map((word) => word.toLowerCase().replace(/[\u2019\u02bc\u2018]/g, "'")),
      caps: parts.map((word) => isCapital(word.charCodeAt(0))),
      value,
    };
    const list = byFirst.get(phrase.keys[0] as string);
    if (list) list.push(phrase);
    else byFirst.set(phrase.keys[0] as string, [phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.keys.length - a.keys.length);

  return {
    at(tokens, i, limit = tokens.length) {
      const first = tokens[i];
      const list = first && byFirst.get(first.key);
      if (!list) return undefined;
      next: for (const { keys, caps, value } of list) {
        const end = i + keys.length;
        if (end > limit) continue;
        for (let k = 0; k < keys.length; k++) {
          const token = tokens[i + k] as Token;
          if (token.key !== keys[k] || (caps[k] && !token.cap)) continue next;
        }
        return { end, value };
      }
      return undefined;
    },
  };
}
