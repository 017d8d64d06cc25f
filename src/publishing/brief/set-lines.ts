/**
 * A line of the brief set into a width: runs cut into pieces, lines broken as UAX 14 allows and JIS X 4051 forbids (no line
 * begins with 、 or a small kana, none ends with an opening bracket). Pure; widths in points.
 */
import LineBreaker from 'linebreak';
import type { Line, Run, Side } from '../../briefing/brief.ts';
import { NEVER_FIRST, NEVER_LAST } from '../columns.ts';
import type { FontName } from './fonts.ts';
import { WIDTHS } from './widths.generated.ts';

export interface Piece {
  /** From the left of the line. */
  readonly x: number;
  readonly width: number;
  readonly of:
    | {
        readonly kind: 'text';
        readonly words: string;
        readonly font: FontName;
        readonly size: number;
        readonly language?: string;
        readonly small?: true;
      }
    | {
        readonly kind: 'cite';
        readonly words: string;
        readonly font: FontName;
        readonly size: number;
        readonly number: number;
        readonly raised: number;
      }
    | { readonly kind: 'mark'; readonly side: Side; readonly size: number }
    | { readonly kind: 'hatch'; readonly size: number };
}

export interface SetLine {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

const tables = new Map<FontName, Uint16Array>();
/** Signs beyond this are one em wide in all fonts. */
const PLANE = 0x10000;

function tableOf(font: FontName): Uint16Array {
  let table = tables.get(font);
  if (!table) {
    table = new Uint16Array(PLANE).fill(1000);
    for (const [from, list] of WIDTHS[font]) for (const [i, one] of list.split(' ').entries()) table[from + i] = Number(one);
    tables.set(font, table);
  }
  return table;
}

/** Advance of a sign, in thousandths of the em. */
export function advance(font: FontName, sign: number): number {
  return tableOf(font)[sign] ?? 1000;
}

export function widthOf(words: string, font: FontName, size: number): number {
  let sum = 0;
  for (const sign of words) sum += advance(font, sign.codePointAt(0) as number);
  return (sum * size) / 1000;
}

type Text = Extract<Piece['of'], { readonly kind: 'text' }>;
type Thing = Exclude<Piece['of'], Text>;

/**
 * What a line is set from, one sign or one thing that is set as a sign after another. A brief has some ten thousand of them and is laid out
 * until it fits, so that they stand in columns and not each in an object.
 */
interface Atoms {
  /** All signs; a thing stands for a bracket, as which it is broken from its neighbours. */
  words: string;
  /** Where each begins in `words`. */
  readonly starts: number[];
  readonly widths: number[];
  readonly runs: number[];
  /** Of a thing itself; of a sign that of its run, with no words. */
  readonly of: (Text | Thing)[];
  /** Those that no line begins with: they stand inside a date. */
  readonly inside: Set<number>;
}

/** Superscripts, in the size of the words they stand by. */
const CITE_SIZE = 0.66;
const CITE_RAISE = 0.36;
const SPACE = 0x20;

export function setLine(line: Line, width: number, size: number): SetLine[] {
  const atoms = atomsOf(line, size);
  const { words, starts, widths } = atoms;
  const all = starts.length;
  const isSpace = (i: number) => words.charCodeAt(starts[i] as number) === SPACE;
  const lines: SetLine[] = [];
  let start = 0;
  let used = 0;
  for (let at = 0; at < all; at++) {
    if (used + (widths[at] as number) > width + 0.001 && at > start && !isSpace(at)) {
      let end = at;
      while (end > start && !mayBegin(atoms, end)) end--;
      if (end === start) end = at;
      lines.push(lineOf(atoms, start, end));
      for (start = end; start < at && isSpace(start); ) start++;
      used = 0;
      for (let i = start; i < at; i++) used += widths[i] as number;
    }
    used += widths[at] as number;
  }
  if (start < all) lines.push(lineOf(atoms, start, all));
  return lines;
}

function atomsOf({ runs }: Line, size: number): Atoms {
  const atoms: Atoms = { words: '', starts: [], widths: [], runs: [], of: [], inside: new Set() };
  for (const [i, run] of runs.entries()) addRun(atoms, run, i, size);
  return atoms;
}

function addRun(atoms: Atoms, run: Run, i: number, size: number): void {
  switch (run.kind) {
    case 'own':
    case 'quote': {
      const font: FontName = run.kind === 'quote' ? 'serif' : run.strong ? 'bold' : 'sans';
      const isSmall = run.kind === 'own' && run.small;
      const at = isSmall ? size * 0.85 : size;
      const words = run.kind === 'quote' && run.cut ? `${run.words}…` : run.words;
      addText(
        atoms,
        words,
        i,
        { kind: 'text', words: '', font, size: at, ...(run.kind === 'quote' && { language: run.language }), ...(isSmall && { small: true }) },
        run.kind === 'own' && run.whole === true,
      );
      return;
    }
    case 'cite':
      for (const [j, number] of run.numbers.entries()) {
        const words = `${number}${j < run.numbers.length - 1 ? ',' : ''}`;
        const at = size * CITE_SIZE;
        // As a closing bracket: the first of them never begins a line, and what follows may.
        addThing(
          atoms,
          '\u300d',
          { kind: 'cite', words, font: 'sans', size: at, number, raised: size * CITE_RAISE },
          widthOf(words, 'sans', at) + (j === 0 ? 1 : 0),
          i,
        );
      }
      return;
    case 'mark':
      addThing(atoms, '\u300c', { kind: 'mark', side: run.side, size }, size * (run.side === 'each' ? 2 : 1.15), i);
      return;
    case 'hatch':
      addThing(atoms, '\u300c', { kind: 'hatch', size }, size * 2.2, i);
  }
}

function addText(atoms: Atoms, words: string, run: number, of: Text, isWhole: boolean): void {
  const table = tableOf(of.font);
  const from = atoms.words.length;
  for (let at = 0; at < words.length; ) {
    const sign = words.codePointAt(at) as number;
    if (isWhole && at > 0) atoms.inside.add(atoms.starts.length);
    atoms.starts.push(from + at);
    atoms.widths.push(((table[sign] ?? 1000) * of.size) / 1000);
    atoms.runs.push(run);
    atoms.of.push(of);
    at += sign < PLANE ? 1 : 2;
  }
  atoms.words += words;
}

function addThing(atoms: Atoms, sign: string, of: Thing, width: number, run: number): void {
  atoms.starts.push(atoms.words.length);
  atoms.widths.push(width);
  atoms.runs.push(run);
  atoms.of.push(of);
  atoms.words += sign;
}

/** Whether a line may begin with this. */
function mayBegin({ words, starts, of, inside }: Atoms, i: number): boolean {
  const unit = starts[i] as number;
  return (
    !inside.has(i) &&
    unitsOf(words).has(unit) &&
    !NEVER_FIRST.has(signAt(words, unit)) &&
    !NEVER_LAST.has(signAt(words, starts[i - 1] as number)) &&
    !(of[i]?.kind === 'cite' && of[i - 1]?.kind !== 'cite')
  );
}

const signAt = (words: string, unit: number) => String.fromCodePoint(words.codePointAt(unit) as number);

/** A brief is laid out several times until it fits: where its words may break is looked up once. */
const known = new Map<string, ReadonlySet<number>>();
const KNOWN = 2_000;

function unitsOf(words: string): ReadonlySet<number> {
  let units = known.get(words) as Set<number> | undefined;
  if (units) return units;
  units = new Set();
  const breaker = new LineBreaker(words);
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) units.add(found.position);
  if (known.size >= KNOWN) known.clear();
  known.set(words, units);
  return units;
}

/** Neighbours of one run become one piece. Space at the end of a line takes no room. */
function lineOf({ words, starts, widths, runs, of }: Atoms, from: number, to: number): SetLine {
  const unit = (i: number) => starts[i] ?? words.length;
  let end = to;
  while (end > from && words.charCodeAt(unit(end - 1)) === SPACE) end--;
  const pieces: Piece[] = [];
  let x = 0;
  for (let first = from; first < end; ) {
    const one = of[first] as Text | Thing;
    let last = first + 1;
    let width = widths[first] as number;
    if (one.kind === 'text') for (; last < end && runs[last] === runs[first]; last++) width += widths[last] as number;
    pieces.push({ x, width, of: one.kind === 'text' ? { ...one, words: words.slice(unit(first), unit(last)) } : one });
    x += width;
    first = last;
  }
  return { pieces, width: x };
}
