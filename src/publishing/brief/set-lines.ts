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

const tables = new Map<FontName, Map<number, number>>();

/** Advance of a sign, in thousandths of the em. */
export function advance(font: FontName, sign: number): number {
  let table = tables.get(font);
  if (!table) {
    table = new Map();
    for (const [from, list] of WIDTHS[font]) for (const [i, one] of list.split(' ').entries()) table.set(from + i, Number(one));
    tables.set(font, table);
  }
  return table.get(sign) ?? 1000;
}

export function widthOf(words: string, font: FontName, size: number): number {
  let sum = 0;
  for (const sign of words) sum += advance(font, sign.codePointAt(0) as number);
  return (sum * size) / 1000;
}

/** One sign, or a thing that is set as one. */
interface Atom {
  readonly width: number;
  readonly run: number;
  /** What it adds to the words that breaks are looked for in. */
  readonly sign: string;
  readonly of: Piece['of'];
  /** No line begins with it: it stands inside a date. */
  readonly inside?: true;
  /** Space at the end of a line takes no room. */
  readonly space: boolean;
}

/** Superscripts, in the size of the words they stand by. */
const CITE_SIZE = 0.66;
const CITE_RAISE = 0.36;

export function setLine(line: Line, width: number, size: number): SetLine[] {
  const atoms = atomsOf(line, size);
  if (atoms.length === 0) return [];
  const may = breaksOf(atoms);
  const lines: SetLine[] = [];
  let start = 0;
  let used = 0;
  let lastBreak = 0;
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at] as Atom;
    if (at > start && may[at]) lastBreak = at;
    if (used + atom.width > width + 0.001 && !atom.space && at > start) {
      const end = lastBreak > start ? lastBreak : at;
      lines.push(piecesOf(atoms.slice(start, end)));
      start = end;
      while (start < atoms.length && (atoms[start] as Atom).space && start < at) start++;
      used = 0;
      for (let i = start; i < at; i++) used += (atoms[i] as Atom).width;
      lastBreak = start;
    }
    used += atom.width;
  }
  if (start < atoms.length) lines.push(piecesOf(atoms.slice(start)));
  return lines;
}

function atomsOf({ runs }: Line, size: number): Atom[] {
  return runs.flatMap((run, i) => atomsOfRun(run, i, size));
}

function atomsOfRun(run: Run, i: number, size: number): Atom[] {
  switch (run.kind) {
    case 'own':
    case 'quote': {
      const font: FontName = run.kind === 'quote' ? 'serif' : run.strong ? 'bold' : 'sans';
      const isSmall = run.kind === 'own' && run.small;
      const at = isSmall ? size * 0.85 : size;
      const words = run.kind === 'quote' && run.cut ? `${run.words}…` : run.words;
      return Array.from(
        words,
        (sign, k): Atom => ({
          width: (advance(font, sign.codePointAt(0) as number) * at) / 1000,
          run: i,
          sign,
          of: { kind: 'text', words: sign, font, size: at, ...(run.kind === 'quote' && { language: run.language }), ...(isSmall && { small: true }) },
          space: sign === ' ',
          ...(run.kind === 'own' && run.whole && k > 0 && { inside: true }),
        }),
      );
    }
    case 'cite':
      return run.numbers.map((number, j): Atom => {
        const words = `${number}${j < run.numbers.length - 1 ? ',' : ''}`;
        const at = size * CITE_SIZE;
        // As a closing bracket: the first of them never begins a line, and what follows may.
        return {
          width: widthOf(words, 'sans', at) + (j === 0 ? 1 : 0),
          run: i,
          sign: '\u300d',
          of: { kind: 'cite', words, font: 'sans', size: at, number, raised: size * CITE_RAISE },
          space: false,
        };
      });
    case 'mark':
      return [{ width: size * (run.side === 'each' ? 2 : 1.15), run: i, sign: '\u300c', of: { kind: 'mark', side: run.side, size }, space: false }];
    case 'hatch':
      return [{ width: size * 2.2, run: i, sign: '\u300c', of: { kind: 'hatch', size }, space: false }];
  }
}

/** Whether a line may begin with this atom. */
function breaksOf(atoms: readonly Atom[]): boolean[] {
  const units = unitsOf(atoms.map(({ sign }) => sign).join(''));
  let unit = 0;
  return atoms.map(({ sign, of, inside }, i) => {
    const may =
      !inside &&
      units.has(unit) &&
      !NEVER_FIRST.has(sign) &&
      !(i > 0 && NEVER_LAST.has(atoms[i - 1]?.sign as string)) &&
      !(of.kind === 'cite' && atoms[i - 1]?.of.kind !== 'cite');
    unit += sign.length;
    return may;
  });
}

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

/** Neighbours of one run become one piece. */
function piecesOf(atoms: readonly Atom[]): SetLine {
  let end = atoms.length;
  while (end > 0 && (atoms[end - 1] as Atom).space) end--;
  const pieces: { x: number; width: number; of: Piece['of']; run: number }[] = [];
  let x = 0;
  for (const { width, run, of } of atoms.slice(0, end)) {
    const last = pieces.at(-1);
    if (last && last.run === run && last.of.kind === 'text' && of.kind === 'text') {
      last.of = { ...last.of, words: last.of.words + of.words };
      last.width += width;
    } else pieces.push({ x, width, of, run });
    x += width;
  }
  return { pieces: pieces.map(({ x, width, of }) => ({ x, width, of })), width: x };
}
