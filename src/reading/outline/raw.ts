/**
 * The lines of a page before anything is said of them: a number glued to the stop before it begins a line of its own, a number
 * alone on its line goes with the line below.
 *
 *   > …一致した。２　地域情勢　　cut before ２
 *     (1)⏎両外相は…　　　　　　　one line
 */
import { fold, folded } from '../../text/fold.ts';
import type { Block, Source } from '../../text/source.ts';
import { isBlank, type Span } from '../../text/span.ts';
import { type Onward, unbroken } from './broken.ts';
import { type Letters, type Mark, marksAt } from './numbering.ts';

export interface Raw {
  /** Without white space at the ends. */
  readonly span: Span;
  /** Without numbers and bullets. */
  readonly body: Span;
  readonly marks: readonly Mark[];
  readonly block: Block | undefined;
  /** The folded words of the body; long lines are cut. */
  readonly words: string;
  /** Whether it holds the end of a sentence, or is too long to be looked through. */
  readonly stopped: boolean;
}

/** Words of a line are looked at this far. */
const LOOKED_AT = 240;
/** A digit alone on its line numbers the line below only where that one is at least so long. */
const LONG = 20;
/** The numbers of a line stand within so many signs of its beginning. */
const HEAD = 24;

/**
 * @param stops the signs that end a sentence; the first of them is the one that numbers are glued to.
 * @param onward how a line goes on with the sentence of the one above; only where nothing marks paragraphs.
 * @param spaced a stop may belong to a word ("Mr."): only the one at the end of a line tells that it is a sentence, and no number is glued to one.
 */
export function rawLines(source: Source, letters: Letters, stops: string, spaced = false, onward?: Onward): Raw[] {
  const { text, blocks } = source;
  const ends = new Set(Array.from(stops, (sign) => fold(sign.charCodeAt(0))));
  const result: Raw[] = [];
  const last = new Map<string, number>();
  const stop = nextFinder(text, spaced ? '' : stops.charAt(0));
  let b = 0;
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    for (let from = start; from < end; ) {
      const cut = glued(text, from, end, last, letters, stop);
      push(from, cut);
      from = cut;
    }
    start = end + 1;
  }
  return joined(onward ? unbroken(undoubled(result), text, onward, LOOKED_AT) : undoubled(result), letters);

  function push(from: number, to: number): void {
    let s = from;
    let e = to;
    while (s < e && isBlank(text.charCodeAt(s))) s++;
    while (e > s && isBlank(text.charCodeAt(e - 1))) e--;
    if (e <= s) return;
    while (b < blocks.length && (blocks[b] as Block).span[1] <= s) b++;
    const block = blocks[b];
    const marks = marksAt(text, s, e, letters);
    for (const mark of marks) if (mark.order > 0) last.set(mark.style, mark.order);
    let bodyStart = marks.at(-1)?.end ?? s;
    while (bodyStart < e && isBlank(text.charCodeAt(bodyStart))) bodyStart++;
    const words = folded(text.slice(bodyStart, Math.min(e, bodyStart + LOOKED_AT))).trim();
    result.push({
      span: [s, e],
      body: [bodyStart, e],
      marks,
      block: block && block.span[0] <= s ? block : undefined,
      words,
      stopped: spaced ? isEnded(words, ends) : isStopped(words, ends),
    });
  }
}

function isStopped(words: string, ends: ReadonlySet<number>): boolean {
  if (words.length >= LOOKED_AT) return true;
  for (let i = words.length - 1; i >= 0; i--) {
    const unit = words.charCodeAt(i);
    if (!ends.has(unit)) continue;
    if (unit !== DOT || i === words.length - 1 || isBlank(words.charCodeAt(i + 1))) return true;
  }
  return false;
}

/** Whether its last sign, closing signs aside, ends a sentence. */
function isEnded(words: string, ends: ReadonlySet<number>): boolean {
  if (words.length >= LOOKED_AT) return true;
  const bare = words.replace(/["'\u201d\u2019)\]]+$/, '');
  return bare !== '' && ends.has(bare.charCodeAt(bare.length - 1));
}

const DOT = 0x2e;

/** The next place of a sign at or after a place; places only grow from call to call, so all calls together pass the text once. */
function nextFinder(text: string, sign: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      found = sign === '' ? -1 : text.indexOf(sign, from);
      if (found < 0) found = text.length;
    }
    return found;
  };
}

/** Styles in which a first number behind a stop begins a line. */
const FIRST: ReadonlySet<string> = new Set(['dot', 'paren', 'circle']);

/** Where the line is cut: before a number that follows a stop and begins or goes on with the numbering, else at its end. */
function glued(text: string, from: number, end: number, last: ReadonlyMap<string, number>, letters: Letters, next: (from: number) => number): number {
  let own: readonly Mark[] | undefined;
  const before = (style: string) => {
    own ??= marksAt(text, from, Math.min(end, from + HEAD), letters);
    return own.findLast((mark) => mark.style === style)?.order ?? last.get(style);
  };
  for (let stop = next(from); stop + 2 < end; stop = next(stop + 1)) {
    const at = stop + 1;
    if (!opensNumber(fold(text.charCodeAt(at)))) continue;
    const mark = marksAt(text, at, Math.min(end, at + 12), letters)[0];
    if (mark && (mark.order > 1 ? before(mark.style) === mark.order - 1 : isFirst(text, at, end, mark, letters))) return at;
  }
  return end;
}

/** `。 1 総論`: a bare figure needs blanks on both sides, and is no day. */
function isFirst(text: string, at: number, end: number, { style, end: to }: Mark, { ofDates }: Letters): boolean {
  if (style !== 'flat') return FIRST.has(style);
  let next = to;
  while (next < end && isBlank(text.charCodeAt(next))) next++;
  return isBlank(text.charCodeAt(at)) && next < end && !ofDates.has(text.charCodeAt(next));
}

function opensNumber(unit: number): boolean {
  return isBlank(unit) || unit === 0x28 || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x2460 && unit <= 0x2473);
}

/**
 * `1.` before the first sentence alone, and `1 `, `2 ` … below it: a list of one entry that holds the page; its number is not the author's.
 */
function withoutLoneNumber(raws: readonly Raw[]): readonly Raw[] {
  const dotted = ({ marks }: Raw) => marks[0]?.style === 'dot';
  const lone = raws.findIndex(dotted);
  const raw = raws[lone];
  if (!raw || lone !== raws.findLastIndex(dotted) || raw.marks.length > 1 || raw.marks[0]?.order !== 1 || !raw.stopped) return raws;
  const flat = raws.slice(lone + 1).flatMap(({ marks }) => (marks[0]?.style === 'flat' ? [marks[0].order] : []));
  if (flat[0] !== 1 || flat[1] !== 2) return raws;
  return raws.map((one, i) => (i === lone ? { ...one, marks: [] } : one));
}

/** `1. (1)`: a list's number before the author's own is no number of the page. */
function undoubled(given: readonly Raw[]): Raw[] {
  const raws = withoutLoneNumber(given);
  const doubled = ({ marks: [first, second] }: Raw) =>
    first?.style === 'dot' && second !== undefined && second.style !== 'bullet' && second.style !== 'dot';
  const everywhere = raws.some((raw) => doubled(raw) && (raw.marks[0]?.order ?? 0) > 1 && raw.marks[0]?.order === raw.marks[1]?.order);
  return raws.map((raw) => {
    if (raw.marks.length < 2) return raw;
    const made = raw.block?.marker;
    if (made && (raw.marks[0]?.start ?? -1) >= made[0] && (raw.marks[0]?.end ?? 0) <= made[1] + 1) {
      // the browser's marks all lie in the marker; what the author wrote follows
      const own = raw.marks.filter((mark) => mark.start >= made[1]);
      return own.length > 0 ? { ...raw, marks: own } : raw;
    }
    const bullet = raw.marks[0]?.style === 'bullet' && raw.marks[1]?.style !== 'bullet';
    return bullet || (everywhere && doubled(raw)) ? { ...raw, marks: raw.marks.slice(1) } : raw;
  });
}

/** Numbers that stand alone, as in a cell of their own, go with the words below them. */
function joined(raws: readonly Raw[], { bullets }: Letters): Raw[] {
  const result: Raw[] = [];
  let flat = 0;
  for (let i = 0; i < raws.length; i++) {
    const raw = raws[i] as Raw;
    const below = raws[i + 1];
    const marks = raw.words.length <= 4 ? (alone(raw, below, flat) ?? aloneBullet(raw, below, bullets)) : undefined;
    const flatly = (marks ?? raw.marks).find(({ style }) => style === 'flat');
    if (flatly) flat = flatly.order;
    if (marks && below) {
      result.push({ ...below, span: [raw.span[0], below.span[1]], marks });
      i++;
    } else result.push(raw);
  }
  return result;
}

/** ・⏎協力を評価。 */
function aloneBullet({ span, marks, words }: Raw, below: Raw | undefined, bullets: ReadonlySet<number>): readonly Mark[] | undefined {
  if (marks.length > 0 || words.length !== 1 || !bullets.has(words.charCodeAt(0))) return undefined;
  if (!below?.stopped || below.marks.length > 0 || below.block?.kind === 'heading') return undefined;
  return [{ style: 'bullet', label: words, order: 0, orders: [0], start: span[0], end: span[1] }];
}

function alone(raw: Raw, below: Raw | undefined, flat: number): readonly Mark[] | undefined {
  if (!below || below.marks.length > 0 || below.block?.kind === 'heading') return undefined;
  if (raw.marks.length > 0) {
    // the strokes of a table may stand behind it; a bullet needs a sentence below
    const bare = /^[|\s]*$/.test(raw.words);
    return bare && (raw.marks.at(-1)?.style !== 'bullet' || below.stopped) ? raw.marks : undefined;
  }
  if (!/^\d{1,2}$/.test(raw.words) || (!below.stopped && below.words.length < LONG)) return undefined;
  const order = Number(raw.words);
  if (order !== 1 && order !== flat + 1) return undefined;
  return [{ style: 'flat', label: String(order), order, orders: [order], start: raw.span[0], end: raw.span[1] }];
}
