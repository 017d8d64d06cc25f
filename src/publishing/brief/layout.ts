/**
 * A brief laid out on pages of A4, in points from the top left. The tree is in reading order and names its parts as PDF tags
 * them; lines, marks and page numbers that only decorate are told apart. Pure: no font is opened, so that a brief can be
 * measured in any format.
 */
import type { Block, Brief, Clock, Group, Line, List, Section, Side, Table } from '../../briefing/brief.ts';
import type { FontName } from './fonts.ts';
import { type Piece, type SetLine, setLine, widthOf } from './set-lines.ts';

export const PAGE = { width: 595.28, height: 841.89, margin: 48 } as const;
const WIDTH = PAGE.width - 2 * PAGE.margin;
const BOTTOM = PAGE.height - PAGE.margin - 6;

const SIZE = 8.6;
const LEADING = 12.2;
const NOTE = 7.4;
const FINE = 6.8;
const FINE_LEADING = 9.6;

export type Colour = 'ink' | 'ink2' | 'ink3' | 'rule' | 'own' | 'other' | 'joint';

export interface Element {
  readonly kind: 'element';
  readonly tag: 'Sect' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Caption';
  readonly children: Node[];
  readonly scope?: 'Row' | 'Column';
  readonly rows?: number;
  /** Entry of the outline. */
  readonly title?: string;
  /** What citations lead to. */
  readonly name?: string;
}

/** Pieces on one baseline. */
export interface Words {
  readonly kind: 'words';
  readonly page: number;
  readonly x: number;
  readonly baseline: number;
  readonly pieces: readonly Piece[];
  readonly colour: Colour;
}

export type Decoration =
  | {
      readonly kind: 'rule';
      readonly page: number;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly weight: number;
      readonly colour: Colour;
      readonly dashed?: true;
    }
  | { readonly kind: 'dot'; readonly page: number; readonly x: number; readonly y: number; readonly state: 'done' | 'ahead' | 'absent' }
  /** A head that is repeated on a further page: no part of the reading order. */
  | (Omit<Words, 'kind'> & { readonly kind: 'again' });

export type Node = Element | Words | Decoration;

export interface Layout {
  readonly pages: number;
  /** The same with the part of the last page that is used. */
  readonly filled: number;
  readonly nodes: readonly Node[];
}

/** Pages of A4 that a brief takes, with the part of the last that is used: 1.4 is a page and two fifths. */
export function pagesOf(brief: Brief): number {
  return layOut(brief).filled;
}

/**
 * About the pages that a word processor takes, on the safe side: its lines are a little apart, and its notes stand at the foot of their pages.
 * Measured with LibreOffice; Word on another machine with other fonts may differ.
 */
export function wordPagesOf(brief: Brief): number {
  return pagesOf(brief) * 1.06 + 0.15;
}

interface Cursor {
  page: number;
  y: number;
}

const text = (words: string, strong = false): Line => ({ runs: [{ kind: 'own', words, ...(strong && { strong: true }) }] });

export function layOut(brief: Brief): Layout {
  const at: Cursor = { page: 0, y: PAGE.margin };
  const nodes: Node[] = [...head(brief, at)];
  for (const section of brief.sections) nodes.push(sectionOf(section, at));
  nodes.push(sourcesOf(brief, at));
  const used = Math.min(1, Math.max(0, (at.y - PAGE.margin) / (BOTTOM - PAGE.margin)));
  return { pages: at.page + 1, filled: at.page + used, nodes };
}

const element = (tag: Element['tag'], children: Node[], more: Partial<Element> = {}): Element => ({ kind: 'element', tag, children, ...more });

/** Makes sure that so much fits on the page, or goes to the next. @returns whether it went. */
function room(at: Cursor, height: number): boolean {
  if (at.y + height <= BOTTOM || at.y <= PAGE.margin) return false;
  at.page++;
  at.y = PAGE.margin;
  return true;
}

const baselineOf = (top: number, leading: number, size: number) => top + (leading - size) / 2 + size * 0.86;

interface Style {
  readonly size: number;
  readonly leading: number;
  readonly colour: Colour;
}
const BODY: Style = { size: SIZE, leading: LEADING, colour: 'ink' };
const SMALL: Style = { size: NOTE, leading: 11, colour: 'ink2' };
const TINY: Style = { size: FINE, leading: FINE_LEADING, colour: 'ink2' };

/** Set lines one under another from a top. */
function put(lines: readonly SetLine[], page: number, x: number, top: number, { size, leading, colour }: Style, right?: number): Words[] {
  return lines.map((line, i) => ({
    kind: 'words',
    page,
    x: right === undefined ? x : right - line.width,
    baseline: baselineOf(top + i * leading, leading, size),
    pieces: line.pieces,
    colour,
  }));
}

function rule(at: Cursor, weight: number, colour: Colour, x: number = PAGE.margin, width = WIDTH): Decoration {
  return { kind: 'rule', page: at.page, x, y: at.y, width, weight, colour };
}

function head(brief: Brief, at: Cursor): Node[] {
  const nodes: Node[] = [rule(at, 2.2, 'ink')];
  const top = at.y + 8;
  const right = PAGE.margin + WIDTH;
  const facts = brief.facts.map((words) => setLine(text(words), WIDTH * 0.45, NOTE + 0.4));
  nodes.push(element('P', put(setLine(text(brief.kicker, true), WIDTH / 2, SIZE), at.page, PAGE.margin, top, BODY)));
  nodes.push(
    element('H1', put(setLine(text(brief.title, true), WIDTH * 0.55, 19), at.page, PAGE.margin, top + 13, { size: 19, leading: 26, colour: 'ink' }), {
      title: brief.title,
    }),
  );
  let y = top;
  for (const lines of facts) {
    nodes.push(element('P', put(lines, at.page, 0, y, { size: NOTE + 0.4, leading: 12, colour: 'ink2' }, right)));
    y += lines.length * 12;
  }
  at.y = Math.max(top + 42, y + 4);
  nodes.push(rule(at, 0.6, 'ink'));
  let x = PAGE.margin;
  const keyTop = at.y + 3;
  const key: Node[] = [];
  for (const line of brief.key) {
    const [set] = setLine(line, WIDTH, NOTE + 0.4);
    if (!set) continue;
    key.push(...put([set], at.page, x, keyTop, { size: NOTE + 0.4, leading: 12, colour: 'ink2' }));
    x += set.width + 16;
  }
  const note = setLine(text(brief.keyNote), WIDTH / 2, NOTE + 0.4);
  nodes.push(element('P', key), element('P', put(note, at.page, 0, keyTop, { size: NOTE + 0.4, leading: 12, colour: 'ink' }, right)));
  at.y += 18;
  nodes.push(rule(at, 0.6, 'ink'));
  at.y += 10;
  return nodes;
}

function sectionOf(section: Section, at: Cursor): Element {
  // A title never stands alone at the foot of a page.
  room(at, 22 + heightOfFirst(section.blocks[0]));
  const children: Node[] = titleOf(section.title, section.note, at);
  for (const block of section.blocks) children.push(...blockOf(block, at));
  at.y += 9;
  return element('Sect', children);
}

function titleOf(title: string, note: string | undefined, at: Cursor): Node[] {
  const nodes: Node[] = [rule(at, 1.2, 'ink')];
  const top = at.y + 4;
  const [set] = setLine(text(title, true), WIDTH, 11.5);
  const width = set?.width ?? 0;
  nodes.push(element('H2', put(set ? [set] : [], at.page, PAGE.margin, top, { size: 11.5, leading: 16, colour: 'ink' }), { title }));
  if (note) {
    const lines = setLine(text(note), WIDTH - width - 10, NOTE);
    nodes.push(element('P', put(lines.slice(0, 1), at.page, PAGE.margin + width + 10, top + 3, { ...SMALL, leading: 12 })));
  }
  at.y = top + 18;
  return nodes;
}

function heightOfFirst(block: Block | undefined): number {
  if (!block) return 0;
  if (block.kind === 'clock') return heightOfClock(block);
  if (block.kind === 'list') return LEADING * 2;
  const group = block.groups[0] && heightOfGroup(block, block.groups[0]);
  return 12 + (group ? (group.all < UNPARTED ? group.all : group.first) : 0);
}

function blockOf(block: Block, at: Cursor): Node[] {
  return block.kind === 'list' ? listOf(block, at) : block.kind === 'table' ? tableOf(block, at) : clockOf(block, at);
}

function listOf({ lines, numbered }: List, at: Cursor): Node[] {
  const indent = 15;
  const items: Node[] = [];
  for (const [i, line] of lines.entries()) {
    const set = setLine(line, WIDTH - indent, SIZE);
    room(at, set.length * LEADING + 4);
    const label = numbered ? text(String(i + 1), true) : text('–');
    const marks = put(setLine(label, indent, SIZE), at.page, PAGE.margin, at.y + 1, BODY);
    items.push(element('LI', [element('Lbl', marks), element('LBody', put(set, at.page, PAGE.margin + indent, at.y + 1, BODY))]));
    at.y += set.length * LEADING + 3;
    if (i < lines.length - 1) items.push(rule(at, 0.35, 'rule'));
    at.y += 1;
  }
  return [element('L', items)];
}

const GAP = 8;
/** A group of rows that is not longer than this is not parted. */
const UNPARTED = 90;

/** Left edges and widths of the columns. */
function columnsOf({ columns }: Table): { x: number; width: number }[] {
  let x = PAGE.margin;
  return columns.map(({ share }) => {
    const column = { x, width: WIDTH * share - GAP };
    x += WIDTH * share;
    return column;
  });
}

function heightOfGroup(table: Table, group: Group): { first: number; all: number; rows: number[]; head: SetLine[][]; cells: SetLine[][][] } {
  const columns = columnsOf(table);
  const head = group.head.map((line) => setLine(line, columns[0]?.width ?? 0, SIZE));
  const headHeight = head.reduce((sum, lines) => sum + lines.length * LEADING, 0) + 5;
  const cells = group.rows.map((row) => row.map((line, i) => setLine(line, columns[i + 1]?.width ?? 0, SIZE)));
  const rows = cells.map((row) => Math.max(1, ...row.map((lines) => lines.length)) * LEADING + 4.4);
  const all = Math.max(
    headHeight,
    rows.reduce((a, b) => a + b, 0),
  );
  // So many rows as the head needs stay together.
  let first = 0;
  for (const row of rows) {
    first += row;
    if (first >= headHeight) break;
  }
  return { first: Math.max(first, headHeight), all, rows, head, cells };
}

function tableOf(table: Table, at: Cursor): Node[] {
  const columns = columnsOf(table);
  const heads = () =>
    table.columns.map(({ head }, i) => put(setLine(text(head), columns[i]?.width ?? WIDTH, FINE), at.page, columns[i]?.x ?? 0, at.y, TINY));
  const children: Node[] = [];
  children.push(
    element(
      'TR',
      heads().map((words) => element('TH', words, { scope: 'Column' })),
    ),
  );
  at.y += 11;
  const again = () => {
    children.push(...heads().flatMap((words) => words.map((one): Decoration => ({ ...one, kind: 'again' }))));
    at.y += 11;
  };
  for (const [g, group] of table.groups.entries()) {
    const { first, all, rows, head, cells } = heightOfGroup(table, group);
    if (room(at, all < UNPARTED ? all : first)) again();
    else if (g > 0) children.push(rule(at, 0.5, 'ink2'));
    let top = at.y;
    let used = 0;
    const headHeight = head.reduce((sum, lines) => sum + lines.length * LEADING, 0) + 5;
    for (const [r, row] of cells.entries()) {
      const height = rows[r] as number;
      if (r > 0 && used >= headHeight && room(at, height)) {
        again();
        let y = at.y + 2;
        for (const lines of head) {
          children.push(...put(lines, at.page, columns[0]?.x ?? 0, y, BODY).map((one): Decoration => ({ ...one, kind: 'again' })));
          y += lines.length * LEADING;
        }
        used = 0;
        top = at.y;
      }
      const parts: Node[] = [];
      if (r === 0) {
        const words: Node[] = [];
        let y = at.y + 2;
        for (const lines of head) {
          words.push(...put(lines, at.page, columns[0]?.x ?? 0, y, BODY));
          y += lines.length * LEADING;
        }
        parts.push(element('TH', words, { scope: 'Row', ...(cells.length > 1 && { rows: cells.length }) }));
      } else parts.push(rule(at, 0.35, 'rule', columns[1]?.x ?? PAGE.margin, PAGE.margin + WIDTH - (columns[1]?.x ?? 0)));
      for (const [c, lines] of row.entries()) parts.push(element('TD', put(lines, at.page, columns[c + 1]?.x ?? 0, at.y + 2, BODY)));
      children.push(element('TR', parts));
      at.y += height;
      used += height;
    }
    at.y = Math.max(at.y, top + Math.min(headHeight, all));
  }
  children.push(rule(at, 0.5, 'ink2'));
  at.y += 3;
  return [element('Table', children)];
}

/** So many steps stand side by side. */
const STEPS = 7;

interface StepsRow {
  readonly from: number;
  readonly width: number;
  readonly height: number;
  readonly set: readonly (readonly SetLine[])[][];
}

function rowsOfClock({ steps }: Clock): StepsRow[] {
  const width = WIDTH / Math.max(4, Math.min(STEPS, steps.length));
  const rows: StepsRow[] = [];
  for (let from = 0; from < steps.length; from += STEPS) {
    const set = steps
      .slice(from, from + STEPS)
      .map(({ label, date, note }) => [text(label, true), date, ...(note ? [note] : [])].map((line) => setLine(line, width - GAP, SIZE)));
    const height = Math.max(...set.map((parts) => parts.reduce((sum, lines) => sum + lines.length * LEADING, 0))) + 14;
    rows.push({ from, width, height, set });
  }
  return rows;
}

/** Its name and its first row of steps stay together. */
function heightOfClock(clock: Clock): number {
  return setLine(clock.name, WIDTH, SIZE).length * LEADING + 4 + (rowsOfClock(clock)[0]?.height ?? 0);
}

function clockOf(clock: Clock, at: Cursor): Node[] {
  const { name, steps, notes } = clock;
  const nodes: Node[] = [];
  room(at, heightOfClock(clock));
  const nameLines = setLine(name, WIDTH, SIZE);
  nodes.push(element('P', put(nameLines, at.page, PAGE.margin, at.y, BODY)));
  at.y += nameLines.length * LEADING + 4;
  const items: Node[] = [];
  for (const { from, width, height, set } of rowsOfClock(clock)) {
    room(at, height);
    const line = at.y + 4;
    for (const [i, parts] of set.entries()) {
      const step = steps[from + i] as Clock['steps'][number];
      const x = PAGE.margin + i * width;
      if (i < set.length - 1) {
        const weak = step.state !== 'done' || steps[from + i + 1]?.state !== 'done';
        items.push({
          kind: 'rule',
          page: at.page,
          x: x + 8,
          y: line,
          width: width - 8,
          weight: weak ? 0.6 : 1,
          colour: 'ink',
          ...(weak && { dashed: true }),
        });
      }
      items.push({ kind: 'dot', page: at.page, x: x + 3.5, y: line, state: step.state });
      let y = at.y + 11;
      const body: Node[] = [];
      for (const [p, lines] of parts.entries()) {
        body.push(...put(lines, at.page, x, y, p === 2 ? { ...BODY, colour: 'ink2' } : BODY));
        y += lines.length * LEADING;
      }
      items.push(element('LI', [element('LBody', body)]));
    }
    at.y += height + 2;
  }
  nodes.push(element('L', items));
  for (const note of notes) {
    const lines = setLine(note, WIDTH, SIZE);
    room(at, lines.length * LEADING);
    nodes.push(element('P', put(lines, at.page, PAGE.margin, at.y, BODY)));
    at.y += lines.length * LEADING;
  }
  at.y += 2;
  return nodes;
}

const COLUMNS = 3;

/** A, B … Z, AA: the letter of a document, by which its citations name it. */
export function letterOf(index: number): string {
  return (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Numbers, places and opening words in columns; beneath, the readouts they are in. */
function sourcesOf(brief: Brief, at: Cursor): Element {
  room(at, 22 + 3 * FINE_LEADING);
  const children: Node[] = titleOf(brief.sourcesTitle, undefined, at);
  const width = WIDTH / COLUMNS;
  const items: Node[] = [];
  for (let done = 0; done < brief.sources.length; ) {
    if (at.y + FINE_LEADING > BOTTOM) {
      at.page++;
      at.y = PAGE.margin;
    }
    const left = brief.sources.length - done;
    const rows = Math.min(Math.ceil(left / COLUMNS), Math.max(1, Math.floor((BOTTOM - at.y) / FINE_LEADING)));
    for (let c = 0; c < COLUMNS; c++)
      for (let r = 0; r < rows && done < brief.sources.length; r++, done++) {
        const source = brief.sources[done];
        if (!source) continue;
        const x = PAGE.margin + c * width;
        const y = at.y + r * FINE_LEADING;
        const place = `${letterOf(source.document)} ${source.place}`;
        const indent = 17;
        const placeWidth = Math.max(44, widthOf(place, 'sans', FINE) + 6);
        items.push(
          element(
            'LI',
            [
              element('Lbl', put(setLine(text(String(source.number), true), indent, FINE), at.page, x, y, TINY)),
              element('LBody', [
                ...put(setLine(text(place), width, FINE).slice(0, 1), at.page, x + indent, y, TINY),
                ...put([opening(source.quote, source.language, width - indent - placeWidth - GAP)], at.page, x + indent + placeWidth, y, {
                  ...TINY,
                  colour: 'ink',
                }),
              ]),
            ],
            { name: `source-${source.number}` },
          ),
        );
      }
    at.y += rows * FINE_LEADING;
  }
  children.push(element('L', items));
  at.y += 4;
  room(at, FINE_LEADING * 3);
  children.push(rule(at, 0.5, 'ink2'));
  at.y += 4;
  children.push(element('P', put(setLine(text(brief.documentsTitle, true), WIDTH, FINE + 0.4), at.page, PAGE.margin, at.y, TINY)));
  at.y += FINE_LEADING + 1;
  const documents: Node[] = [];
  for (const [i, document] of brief.documents.entries()) {
    const line: Line = {
      runs: [
        document.title === undefined
          ? { kind: 'own', words: `${document.name}  ` }
          : { kind: 'quote', words: document.title, language: document.language },
        { kind: 'own', words: `  ${document.about}  ${document.id}` },
      ],
    };
    const lines = setLine(line, WIDTH - 17, FINE);
    room(at, lines.length * FINE_LEADING);
    documents.push(
      element('LI', [
        element('Lbl', put(setLine(text(letterOf(i), true), 17, FINE), at.page, PAGE.margin, at.y, TINY)),
        element('LBody', put(lines, at.page, PAGE.margin + 17, at.y, TINY)),
      ]),
    );
    at.y += lines.length * FINE_LEADING;
  }
  children.push(element('L', documents));
  return element('Sect', children);
}

/** So many of the words as one short line holds. */
function opening(words: string, language: string, width: number): SetLine {
  const font: FontName = 'serif';
  const dots = widthOf('…', font, FINE);
  let used = 0;
  let end = 0;
  const all = words.replace(/\s+/g, ' ').trim();
  for (const sign of all) {
    const one = widthOf(sign, font, FINE);
    if (used + one > width - dots) break;
    used += one;
    end += sign.length;
  }
  const shown = end < all.length ? `${all.slice(0, end)}…` : all;
  return { pieces: [{ x: 0, width: used + dots, of: { kind: 'text', words: shown, font, size: FINE, language } }], width: used };
}

export const SIDE_COLOURS: Readonly<Record<Side, Colour>> = { own: 'own', other: 'other', joint: 'joint', each: 'ink', unknown: 'ink3' };
