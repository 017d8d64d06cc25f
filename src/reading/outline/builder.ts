/** Lines to a tree: what each number and heading opens, and what it ends. */
import type { Issue, OutlineNode } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Line } from './lines.ts';
import type { Mark } from './numbering.ts';
import type { Passage } from './passage.ts';

/** A numbering or heading that is open: what follows stands in it until one of its rank or above comes. */
interface Open {
  readonly kind: 'number' | 'heading' | 'points' | 'note';
  /** Of a number: how it is written. Of a heading: what makes it one. */
  readonly style: string;
  readonly path: string;
  readonly mark?: Mark;
  /** The level that the markup gives to its heading. */
  readonly level?: number | undefined;
  heading?: Span;
  node?: OutlineNode;
  /** Items without numbers that it holds so far. */
  items: number;
}

export interface Built {
  readonly nodes: OutlineNode[];
  readonly passages: readonly Passage[];
  readonly issues: readonly Issue[];
  /** Whether a number begins anew under another heading, so that headings must be in the paths. */
  readonly restarts: boolean;
}

/** Numbers that stand for sections of their own wherever they are: 1 · 1. · Ⅰ · 一、 */
const TOP = /^(?:flat|dot|roman|letter-\d+)$/;

function nodeOf(kind: OutlineNode['kind'], path: string, span: Span, number?: string): OutlineNode {
  const node: OutlineNode = { kind, path, span: [span[0], span[1]], children: [] };
  if (number !== undefined) node.number = number;
  return node;
}

/** @param underHeadings whether numbers are cited with the unnumbered heading above them: `s2.1`. */
export function makeBuilder(underHeadings: boolean) {
  const nodes: OutlineNode[] = [];
  const passages: Passage[] = [];
  const issues: Issue[] = [];
  const seen = new Map<string, { times: number; under: Open | undefined }>();
  /** Headings that stood on their own before anything was numbered: they are of the highest rank. */
  const topForms = new Set<string>();
  let waiting: Line[] = [];
  let open: Open[] = [];
  let sections = 0;
  let notes = 0;
  let furniture = 0;
  let looseItems = 0;
  let restarts = false;

  function insert(node: OutlineNode): void {
    const parent = open.findLast((one) => one.node)?.node;
    for (const line of waiting) put(nodeOf('furniture', `furniture/${++furniture}`, line.span), parent);
    waiting = [];
    put(node, parent);
  }

  /** Puts a node where it belongs and stretches its ancestors over it. */
  function put(node: OutlineNode, parent: OutlineNode | undefined): void {
    (parent ? parent.children : nodes).push(node);
    for (const one of open) if (one.node) one.node.span[1] = Math.max(one.node.span[1], node.span[1]);
  }

  function leaf(kind: OutlineNode['kind'], path: string, span: Span, body: Span, number?: string): void {
    insert(nodeOf(kind, path, span, number));
    const headings: Span[] = [];
    for (const { heading } of open) if (heading) headings.push(heading);
    if (kind === 'heading') headings.pop();
    passages.push({ index: passages.length, kind, path, span: body, headings });
  }

  function container(entry: Open, line: Line): void {
    const { span, body } = line;
    const kind = entry.kind === 'points' ? 'points' : 'section';
    const number = entry.mark?.label;
    const node = nodeOf(kind, entry.path, span, number);
    insert(node);
    entry.node = node;
    entry.heading = body;
    open.push(entry);
    leaf('heading', entry.path, span, body, number);
  }

  function unique(path: string, span: Span): string {
    const under = open.findLast((one) => one.kind === 'heading' && one.path !== '');
    const before = seen.get(path);
    if (!before) {
      seen.set(path, { times: 1, under });
      return path;
    }
    before.times++;
    if (before.under !== under) restarts = true;
    const { times } = before;
    issues.push({
      code: 'outline/number-repeated',
      severity: 'info',
      message: `The number ${path} stands here again; this one is cited as ${path}#${times}.`,
      span: [span[0], span[1]],
      values: { path, times: String(times) },
    });
    return `${path}#${times}`;
  }

  /** Opens the levels that the numbers of a line name; the last one is returned, or undefined where it has none. */
  function enter({ marks, span, kind, level }: Line): Open | undefined {
    let last: Open | undefined;
    for (const [i, mark] of marks.entries()) {
      if (mark.style === 'bullet') continue;
      const at = levelOf(mark, kind);
      if (goesOn(open[at], mark) && goesOn(open[at + 1], marks[i + 1], 1)) {
        open = open.slice(0, at + 2);
        continue;
      }
      skipped(open[at], mark);
      open = open.slice(0, at);
      last = { kind: 'number', style: mark.style, path: unique(pathOf(mark), span), mark, level, items: 0 };
      open.push(last);
    }
    return last;
  }

  /** 1. (1) … / 1. (2) …: a number that is written again with each of its parts. @param by how far it has gone on. */
  function goesOn(before: Open | undefined, mark: Mark | undefined, by = 0): boolean {
    return before?.mark !== undefined && before.style === mark?.style && before.mark.order + by === mark.order;
  }

  /** How many of the open levels a number leaves open. */
  function levelOf(mark: Mark, kind: Line['kind']): number {
    const top = TOP.test(mark.style);
    const holder = open.findIndex((one) => one.kind === 'points' || one.kind === 'note');
    let at = open.findIndex((one) => one.style === mark.style);
    // "1." after "1 ": one numbering written in two ways
    if (at < 0 && (mark.style === 'dot' || mark.style === 'flat'))
      at = open.findIndex((one) => (one.style === 'dot' || one.style === 'flat') && (one.mark?.order ?? 0) + 1 === mark.order);
    if (holder >= 0 && top) {
      // points may be numbered too; the numbering that begins after them is the page's own
      if (at > holder && mark.order !== 1) return at;
      return kind === 'item' && mark.order === 1 && open.length === holder + 1 && open[holder]?.items === 0 ? open.length : holder;
    }
    return at < 0 ? open.length : at;
  }

  function skipped(before: Open | undefined, mark: Mark): void {
    const last = before?.mark;
    if (!last || last.order === 0) return;
    const follows = mark.orders.some((order, i) => order > 0 && order <= (last.orders[i] || last.order) + 1);
    if (follows || mark.order <= last.order + 1) return;
    issues.push({
      code: 'outline/number-skipped',
      severity: 'info',
      message: `${mark.label} follows ${last.label}.`,
      span: [mark.start, mark.end],
      values: { number: mark.label, before: last.label },
    });
  }

  /** "3" and (2) make "3(2)"; where two numbers would run together a dot stands between: "2.1". */
  function pathOf(mark: Mark): string {
    const parent = open.at(-1);
    if (!parent) return mark.label;
    if (parent.kind === 'points' || parent.kind === 'note') return `${parent.path}/${++parent.items}`;
    if (parent.kind === 'heading' && !underHeadings && !holdsNumber()) return mark.label;
    return `${parent.path}${/\w$/.test(parent.path) && /^\w/.test(mark.label) ? '.' : ''}${mark.label}`;
  }

  function holdsNumber(): boolean {
    return open.some((one) => one.kind === 'number');
  }

  /** A heading without a number: where it stands, by the level of its markup, or by its form. */
  function heading(line: Line): void {
    const { level } = line;
    const form = line.form ?? '';
    let keep = 0;
    if (level !== undefined && form === 'markup') {
      while (
        keep < open.length &&
        open[keep]?.heading &&
        (open[keep]?.level ?? 0) < level &&
        open[keep]?.kind !== 'points' &&
        open[keep]?.kind !== 'note'
      )
        keep++;
    } else if (!topForms.has(form)) {
      const numbered = open.findIndex((one) => one.kind === 'number' && one.heading);
      const innermost = open.at(-1);
      // (1) 首脳会談 / 某大統領の発言: right below a numbered heading it is of its section
      const beside = open.findLastIndex((one) => one.style === `heading ${form}`);
      if (innermost?.kind === 'number' && innermost.heading && passages.at(-1)?.span === innermost.heading) keep = open.length;
      else if (beside > numbered && numbered >= 0) keep = beside;
      else if (numbered >= 0) keep = numbered + 1;
      else if (open.length === 0) topForms.add(form);
    }
    open = open.slice(0, keep);
    const holder = open.findLast((one) => one.kind === 'number');
    const path = holder ? holder.path : `s${++sections}`;
    container({ kind: 'heading', style: `heading ${form}`, path, level, items: holder?.items ?? 0 }, line);
  }

  function note(line: Line): void {
    const path = `note/${++notes}`;
    if (!line.heading) {
      leaf('paragraph', path, line.span, line.body);
      return;
    }
    open = [];
    container({ kind: 'note', style: 'note', path, items: 0 }, line);
  }

  function item(line: Line): void {
    const entry = enter(line);
    const { span, body, marks } = line;
    if (!marks.some((mark) => mark.style === 'bullet')) {
      leaf('item', entry?.path ?? 'lede', span, body, entry?.mark?.label);
      return;
    }
    const holder = entry ?? open.at(-1);
    const path = holder ? `${holder.path}/${++holder.items}` : String(++looseItems);
    leaf('item', path, span, body, marks.at(-1)?.label);
  }

  function add(line: Line): void {
    const { kind, span, body } = line;
    if (kind === 'furniture') waiting.push(line);
    else if (kind === 'title' || kind === 'dateline') leaf(kind, kind, span, body);
    else if (kind === 'points') {
      open = [];
      container({ kind: 'points', style: 'points', path: unique('points', span), items: 0 }, line);
    } else if (kind === 'note') note(line);
    else if (kind === 'item') item(line);
    else if (kind === 'heading') {
      const entry = enter(line);
      if (!entry) heading(line);
      else {
        open.pop();
        container(entry, line);
      }
    } else {
      // below the points, a paragraph of sentences is the opening of the page
      if (line.fresh && open.length === 1 && open[0]?.kind === 'points' && open[0].items > 0) open = [];
      const holder = open.at(-1);
      if (holder) leaf('paragraph', holder.path, span, body);
      else leaf('lede', 'lede', span, body);
    }
  }

  function done(): Built {
    open = [];
    for (const line of waiting) nodes.push(nodeOf('furniture', `furniture/${++furniture}`, line.span));
    waiting = [];
    return { nodes, passages, issues, restarts };
  }

  return { add, done };
}
