/**
 * Shapes: how a language writes something, as text with named slots. All shapes of a section are laid into one tree, so that
 * looking at a place costs the same whether there are ten shapes or two hundred.
 *
 *   {year}年{month}月          slots; what each takes is listed below or in the section's words
 *   [約|およそ]{hours}時間[半]  in square brackets: one of these, or none
 *   この<数|幾>日              in angle brackets: one of these
 *   {day:western}日            only in that form: western digits; han numerals; `long`: western, or more than one sign
 *   %weekday%                  a fragment that the section defines
 *
 * Signs match with full and half widths as one (`text/fold`). No slot repeats and none may hold another, so time is bounded.
 * A fragment is laid once for each place in the tree and its ends joined, so that ten ways to write a year do not make ten trees.
 */
import { fold } from '../text/fold.ts';
import { type Numeral, readCount, readInteger } from './abilities/numerals.ts';
import { makeWords, type Words } from './words.ts';

/** The slots that take a number, and the numbers they take; `signs` for western digits. */
const NUMBER_SLOTS = {
  year: { least: 1000, most: 2999, signs: [4, 4] },
  endYear: { least: 0, most: 2999, signs: [1, 4] },
  shortYear: { least: 0, most: 99, signs: [1, 2] },
  noughtYear: { least: 0, most: 9, signs: [2, 2] },
  ninetiesYear: { least: 90, most: 99, signs: [2, 2] },
  eraYear: { least: 1, most: 99, signs: [1, 2] },
  century: { least: 1, most: 30, signs: [1, 2] },
  quarter: { least: 1, most: 4, signs: [1, 1], oneHan: true },
  month: { least: 1, most: 99, signs: [1, 2] },
  endMonth: { least: 1, most: 12, signs: [1, 2] },
  day: { least: 1, most: 99, signs: [1, 2] },
  endDay: { least: 1, most: 31, signs: [1, 2] },
  hour: { least: 0, most: 30, signs: [1, 2] },
  minute: { least: 0, most: 59, signs: [1, 2] },
  fullMinute: { least: 0, most: 59, signs: [2, 2] },
  second: { least: 0, most: 59, signs: [1, 2] },
} as const;
/** The slots that take a count of something: any number, also with thousands and decimals. */
const COUNT_SLOTS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds', 'moreMonths', 'moreMinutes', 'number'] as const;

export type NumberSlot = keyof typeof NUMBER_SLOTS | (typeof COUNT_SLOTS)[number];
export const numberSlots = [...Object.keys(NUMBER_SLOTS), ...COUNT_SLOTS] as NumberSlot[];

/** What a number in han numerals begins with. */
const HAN_SIGNS = '〇零一二三四五六七八九十百千万';

const FORMS = ['any', 'western', 'han', 'long'] as const;
type Form = (typeof FORMS)[number];
type Part =
  | { readonly literal: string }
  | { readonly slot: string; readonly form: Form }
  | { readonly fragment: string }
  | { readonly choices: readonly (readonly Part[])[]; readonly optional: boolean };

interface Limits {
  readonly least: number;
  readonly most: number;
  readonly signs: readonly [number, number];
  /** Of han numerals one sign only. */
  readonly oneHan?: boolean;
}

interface Edge {
  readonly slot: string;
  readonly form: Form;
  readonly words: Words<unknown> | undefined;
  readonly limits: Limits | undefined;
  readonly count: boolean;
  readonly node: Node;
}

/** The shapes of a language have some thirty thousand nodes, of which most lead on by one sign: what a node has not costs it nothing. */
interface Node {
  /** What may be written here, and where each sign leads: most nodes have one or two, and looking through them is faster than asking a map. */
  signs: readonly number[];
  behind: readonly Node[];
  slots: readonly Edge[];
  /** Where the end of a fragment goes on. */
  joins: readonly Node[];
  /** The ends of the fragments that were laid from here. */
  fragments: Map<string, Node> | undefined;
  /** Indexes of the shapes that are complete here: two rules may share a shape and differ in what may stand around it. */
  shapes: readonly number[];
  /** By the last eight bits of a sign, whether a shape may go on with it behind this node; none where one is complete here, or the end of the fragment. */
  onward: Uint8Array | undefined;
}

const NONE: readonly never[] = [];
const makeNode = (): Node => ({ signs: NONE, behind: NONE, slots: NONE, joins: NONE, fragments: undefined, shapes: NONE, onward: undefined });

export interface ShapeMatch {
  /** Index into the shapes that were handed in. */
  readonly shape: number;
  readonly start: number;
  readonly end: number;
  /** What the slots took, one after another: slots that two shapes share are one list. */
  readonly taken: Taken | undefined;
}

/** A slot with what it took, and those before it. */
interface Taken {
  readonly slot: string;
  readonly value: unknown;
  readonly before: Taken | undefined;
}

/** What the slots of a match took, by slot. */
export function slotsOf({ taken }: ShapeMatch): Record<string, unknown> {
  const slots: Record<string, unknown> = {};
  for (let one = taken; one; one = one.before) slots[one.slot] = one.value;
  return slots;
}

export interface Shapes {
  /** 1 for each UTF-16 unit that some shape may start with, width variants included. */
  readonly starts: Uint8Array;
  /** Every shape that stands at `at`, the longest first; of two as long, the one that was listed first. */
  at(text: string, at: number): ShapeMatch[];
}

export interface ShapesGiven {
  /** Texts of one shape each. */
  readonly shapes: readonly (readonly string[])[];
  readonly fragments: Readonly<Record<string, string>>;
  /** What the word slots take: slot → word → what it stands for. */
  readonly words: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Whether numbers may be written in han numerals. */
  readonly han: boolean;
  /** Further words that stand where a count may: slot value is NaN ("several"). */
  readonly someWords: readonly string[];
  /** Words for numbers, where a count may stand. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  /** Words for the number one in `eraYear`. */
  readonly firstYear: readonly string[];
  /** How many blanks may stand between two parts of a shape. */
  readonly blanks: number;
}

/** @throws Error naming the shape and the slot, where a shape asks for what there is not. */
export function makeShapes(given: ShapesGiven): Shapes {
  const root = makeNode();
  const scanners = new Map<string, Words<unknown>>();
  for (const [slot, words] of Object.entries(given.words)) scanners.set(slot, makeWords(Object.entries(words)));
  const some = makeWords<number>([...given.someWords.map((word): [string, number] => [word, Number.NaN]), ...Object.entries(given.counts ?? {})]);
  const firstYear = makeWords<number>(given.firstYear.map((word) => [word, 1]));
  const parsed = new Map<string, readonly Part[]>();

  given.shapes.forEach((texts, shape) => {
    for (const text of texts) {
      for (const node of lay([root], parse(text), text, 0)) {
        if (node === root) throw new Error(`the shape "${text}" may be empty`);
        if (!node.shapes.includes(shape)) node.shapes = [...node.shapes, shape];
      }
    }
  });

  /** Lays parts from each of these nodes; the nodes they end at. */
  function lay(from: readonly Node[], parts: readonly Part[], text: string, depth: number): readonly Node[] {
    let nodes = from;
    for (const part of parts) {
      if ('literal' in part) nodes = nodes.map((node) => layLiteral(node, part.literal));
      else if ('slot' in part) nodes = nodes.map((node) => laySlot(node, part, text));
      else if ('fragment' in part) nodes = nodes.map((node) => layFragment(node, part.fragment, text, depth));
      else {
        const ends = new Set<Node>(part.optional ? nodes : []);
        for (const choice of part.choices) for (const end of lay(nodes, choice, text, depth)) ends.add(end);
        nodes = [...ends];
      }
    }
    return nodes;
  }

  function layLiteral(from: Node, literal: string): Node {
    let node = from;
    for (let i = 0; i < literal.length; i++) {
      const unit = fold(literal.charCodeAt(i));
      const known = node.signs.indexOf(unit);
      let next = known < 0 ? undefined : node.behind[known];
      if (!next) {
        next = makeNode();
        node.signs = [...node.signs, unit];
        node.behind = [...node.behind, next];
      }
      node = next;
    }
    return node;
  }

  function laySlot(node: Node, { slot, form }: { readonly slot: string; readonly form: Form }, text: string): Node {
    let edge = node.slots.find((one) => one.slot === slot && one.form === form);
    if (!edge) {
      const words = form === 'any' ? scanners.get(slot) : undefined;
      const limits: Limits | undefined = NUMBER_SLOTS[slot as keyof typeof NUMBER_SLOTS];
      const count = (COUNT_SLOTS as readonly string[]).includes(slot);
      if (!words && !limits && !count)
        throw new Error(`the shape "${text}" has the unknown slot {${slot}}; slots are ${[...numberSlots, ...scanners.keys()].join(', ')}`);
      edge = { slot, form, count, node: makeNode(), words, limits };
      node.slots = [...node.slots, edge];
    }
    return edge.node;
  }

  function layFragment(node: Node, name: string, text: string, depth: number): Node {
    const known = node.fragments?.get(name);
    if (known) return known;
    const fragment = given.fragments[name];
    if (fragment === undefined || depth > 4)
      throw new Error(`the shape "${text}" has an unknown or circular fragment %${name}%; fragments are ${Object.keys(given.fragments).join(', ')}`);
    const end = makeNode();
    node.fragments ??= new Map();
    node.fragments.set(name, end);
    for (const last of lay([node], parse(fragment), text, depth + 1)) last.joins = [...last.joins, end];
    return end;
  }

  function parse(text: string): readonly Part[] {
    let parts = parsed.get(text);
    if (!parts) {
      parts = parseShape(text);
      parsed.set(text, parts);
    }
    return parts;
  }

  // Which edges of the root a unit can start, so that most are never tried.
  const starts = new Uint8Array(65536);
  const opening = new Map<number, Edge[]>();
  const numerals: Edge[] = [];
  for (const edge of root.slots) {
    if (!edge.words) {
      numerals.push(edge);
      if (edge.count) for (const word of [...given.someWords, ...Object.keys(given.counts ?? {})]) open(word, edge);
      if (edge.slot === 'eraYear') for (const word of given.firstYear) open(word, edge);
    } else for (const word of Object.keys(given.words[edge.slot] ?? {})) open(word, edge);
  }
  if (numerals.length > 0) {
    for (const unit of '0123456789') addEdges(unit.charCodeAt(0), numerals);
    if (given.han) for (const unit of HAN_SIGNS) addEdges(unit.charCodeAt(0), numerals);
  }
  const literals = new Map(root.signs.map((unit, i) => [unit, root.behind[i] as Node]));
  for (const unit of root.signs) starts[unit] = 1;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) if (starts[fold(unit)]) starts[unit] = 1;
  for (const unit of [0xa0, 0x3000, 0x301c]) if (starts[fold(unit)]) starts[unit] = 1;

  // What stands behind a number settles which of a score of slots it can be: the others are left before anything is made of them.
  for (const edge of root.slots) edge.node.onward = onwardOf(edge.node);

  /** Signs that may stand behind a node; undefined where it need not go on. */
  function onwardOf({ shapes, joins, signs, slots }: Node): Uint8Array | undefined {
    if (shapes.length > 0 || joins.length > 0) return undefined;
    const result = new Uint8Array(256);
    const allow = (unit: number) => {
      result[unit & 255] = 1;
    };
    allow(0x20);
    for (const unit of signs) allow(unit);
    for (const { slot, words, count } of slots) {
      const begin = words ? Object.keys(given.words[slot] ?? {}) : [...'0123456789', ...(given.han ? HAN_SIGNS : '')];
      if (count) begin.push(...given.someWords, ...Object.keys(given.counts ?? {}));
      if (slot === 'eraYear') begin.push(...given.firstYear);
      for (const word of begin) allow(fold(word.charCodeAt(0)));
    }
    return result;
  }

  function open(word: string, edge: Edge): void {
    addEdges(fold(word.charCodeAt(0)), [edge]);
  }
  function addEdges(unit: number, edges: readonly Edge[]): void {
    const list = opening.get(unit) ?? [];
    for (const edge of edges) if (!list.includes(edge)) list.push(edge);
    opening.set(unit, list);
    starts[unit] = 1;
  }

  const spare: Numeral = { end: -1, value: 0, form: 'western', signs: 0 };
  // A score of slots may ask for the number that stands where the shapes begin: it is read once, as an integer and as a count.
  const integer: Numeral = { ...spare };
  const counted: Numeral = { ...spare };
  let integerRead = false;
  let countRead = false;
  let begin = 0;
  let found: ShapeMatch[] = [];

  function at(text: string, start: number): ShapeMatch[] {
    found = [];
    begin = start;
    integerRead = false;
    countRead = false;
    const unit = fold(text.charCodeAt(start));
    const literal = literals.get(unit);
    if (literal) walk(text, start + 1, literal, undefined);
    const edges = opening.get(unit);
    if (edges) for (const edge of edges) follow(text, start, edge, undefined);
    if (found.length > 1) found.sort((a, b) => b.end - a.end || a.shape - b.shape);
    return found;
  }

  function walk(text: string, place: number, node: Node, taken: Taken | undefined): void {
    for (const shape of node.shapes) found.push({ shape, start: begin, end: place, taken });
    for (const join of node.joins) walk(text, place, join, taken);
    if (place >= text.length) return;
    let unit = fold(text.charCodeAt(place));
    let next = place;
    if (unit === 0x20 && !node.signs.includes(0x20)) {
      for (let skipped = 0; unit === 0x20 && skipped < given.blanks; skipped++) unit = fold(text.charCodeAt(++next));
    }
    const literal = node.signs.indexOf(unit);
    if (literal >= 0) walk(text, next + 1, node.behind[literal] as Node, taken);
    for (const edge of node.slots) follow(text, next, edge, taken);
  }

  function follow(text: string, place: number, edge: Edge, before: Taken | undefined): void {
    let end = -1;
    let value: unknown;
    const word = edge.words?.at(text, place) ?? (edge.count ? some.at(text, place) : edge.slot === 'eraYear' ? firstYear.at(text, place) : undefined);
    if (word) ({ end, value } = word);
    else if (!edge.words) {
      const numeral = edge.count ? countAt(text, place) : integerAt(text, place, edge.limits?.oneHan);
      if (takes(edge, numeral)) ({ end, value } = numeral);
    }
    if (end < 0 || (edge.node.onward && edge.node.onward[fold(text.charCodeAt(end)) & 255] === 0)) return;
    walk(text, end, edge.node, { slot: edge.slot, value, before });
  }

  function integerAt(text: string, place: number, oneHan = false): Numeral {
    if (place !== begin || oneHan) {
      readInteger(text, place, given.han, spare, oneHan);
      return spare;
    }
    if (!integerRead) readInteger(text, place, given.han, integer);
    integerRead = true;
    return integer;
  }

  function countAt(text: string, place: number): Numeral {
    if (place !== begin) {
      readCount(text, place, given.han, spare);
      return spare;
    }
    if (!countRead) readCount(text, place, given.han, counted);
    countRead = true;
    return counted;
  }

  return { starts, at };
}

/** Whether a slot takes a number: of its form, and within its limits. */
function takes({ form, limits }: Edge, { end, form: written, signs, value }: Numeral): boolean {
  if (end < 0 || (form === 'long' ? written === 'han' && signs < 2 : form !== 'any' && form !== written)) return false;
  if (!limits) return true;
  return value >= limits.least && value <= limits.most && (written === 'han' || (signs >= limits.signs[0] && signs <= limits.signs[1]));
}

function parseShape(text: string): Part[] {
  const result: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at] as string;
    if (sign === '{') {
      const end = closing(text, at, '{', '}');
      const [slot, form = 'any'] = text.slice(at + 1, end).split(':') as [string, Form?];
      if (!FORMS.includes(form)) throw new Error(`the shape "${text}" has the unknown form "${form}"; forms are ${FORMS.join(', ')}`);
      result.push({ slot, form });
      at = end + 1;
    } else if (sign === '%') {
      const end = text.indexOf('%', at + 1);
      if (end < 0) throw new Error(`the shape "${text}" opens % and does not close it`);
      result.push({ fragment: text.slice(at + 1, end) });
      at = end + 1;
    } else if (sign === '[' || sign === '<') {
      const end = closing(text, at, sign, sign === '[' ? ']' : '>');
      result.push({ optional: sign === '[', choices: alternatives(text.slice(at + 1, end)).map(parseShape) });
      at = end + 1;
    } else {
      result.push({ literal: sign });
      at++;
    }
  }
  return result;
}

function closing(text: string, at: number, open: string, close: string): number {
  let level = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === open) level++;
    else if (text[i] === close && --level === 0) return i;
  }
  throw new Error(`the shape "${text}" opens ${open} and does not close it`);
}

/** Splits at the bars that stand in no inner bracket. */
function alternatives(text: string): string[] {
  const result = [''];
  let level = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '<') level++;
    else if (sign === ']' || sign === '>') level--;
    if (sign === '|' && level === 0) result.push('');
    else result[result.length - 1] += sign;
  }
  return result;
}
