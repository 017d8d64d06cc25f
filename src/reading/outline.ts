/**
 * The page as a person would cite it.
 *
 *   > 3 領土問題            section 3, its heading
 *   > (2) 前原大臣からは…   item 3(2)
 *
 * 1 every unit of the text that is not white space lies in exactly one leaf of the tree;
 * 2 children lie in their parent, siblings apart, in the order of the text;
 * 3 every leaf that is no furniture has a passage, whose span is the leaf without its number or mark.
 */
import type { Pack } from '../language/pack.ts';
import type { Issue, OutlineNode } from '../record/reading.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { findLines, type Line } from './outline/lines.ts';
import type { Mark, Style } from './outline/numbering.ts';
import type { Stage } from './stage.ts';

export interface Outline {
  readonly nodes: OutlineNode[];
  readonly passages: readonly Passage[];
}

/** A leaf of the outline that holds words to be read. */
export interface Passage {
  /** Its place in `Outline.passages`. */
  readonly index: number;
  readonly kind: OutlineNode['kind'];
  readonly path: string;
  /** The words, without the number or mark before them. */
  readonly span: Span;
  /** Headings it stands under, outermost first, without their numbers. */
  readonly headings: readonly Span[];
}

/** A numbering or heading that is open: what follows stands in it until one of its rank or above comes. */
interface Open {
  readonly style: Style | 'heading' | 'points' | 'note';
  readonly level: number;
  label: string;
  order: number;
  path: string;
  heading?: Span;
  node?: OutlineNode;
  bullets: number;
}

export function findOutline(source: Source, pack: Pack): Stage<Outline> {
  const builder = makeBuilder();
  for (const line of findLines(source, pack)) builder.add(line);
  return { value: builder.done(), issues: builder.issues };
}

function makeBuilder() {
  const nodes: OutlineNode[] = [];
  const passages: Passage[] = [];
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  let open: Open[] = [];
  let sections = 0;
  let notes = 0;
  let furniture = 0;
  let flatBullets = 0;

  /** Puts a leaf where it belongs and stretches its ancestors over it. */
  function leaf(kind: OutlineNode['kind'], path: string, span: Span, body: Span, number?: string): void {
    const node: OutlineNode = { kind, path, span: [span[0], span[1]], children: [], ...(number !== undefined && { number }) };
    const parent = open.findLast((one) => one.node)?.node;
    (parent ? parent.children : nodes).push(node);
    for (const one of open) if (one.node) one.node.span[1] = Math.max(one.node.span[1], span[1]);
    if (kind === 'furniture') return;
    const headings = open.flatMap((one) => (one.heading ? [one.heading] : []));
    passages.push({ index: passages.length, kind, path, span: body, headings: kind === 'heading' ? headings.slice(0, -1) : headings });
  }

  /** Closes what the new level ends. */
  function close(keep: number): void {
    open = open.slice(0, keep);
  }

  function container(kind: 'section' | 'points', entry: Open, span: Span, number?: string): void {
    const node: OutlineNode = { kind, path: entry.path, span: [span[0], span[1]], children: [], ...(number !== undefined && { number }) };
    const parent = open.findLast((one) => one.node)?.node;
    (parent ? parent.children : nodes).push(node);
    for (const one of open) if (one.node) one.node.span[1] = Math.max(one.node.span[1], span[1]);
    entry.node = node;
    open.push(entry);
  }

  function unique(path: string, span: Span): string {
    const times = (seen.get(path) ?? 0) + 1;
    seen.set(path, times);
    if (times === 1) return path;
    issues.push({
      code: 'outline/number-repeated',
      severity: 'info',
      message: `The number ${path} stands here again; this one is cited as ${path}#${times}.`,
      span: [span[0], span[1]],
      values: { path, times: String(times) },
    });
    return `${path}#${times}`;
  }

  /** Opens the levels that the marks of a line name; the last one is returned. */
  function enter(marks: readonly Mark[], span: Span): Open | undefined {
    let last: Open | undefined;
    for (const mark of marks) {
      if (mark.style === 'bullet') continue;
      let at = open.findIndex((one) => one.style === mark.style);
      // "1." after "1 ": one numbering written in two ways
      if (at < 0 && (mark.style === 'dot' || mark.style === 'flat'))
        at = open.findIndex((one) => (one.style === 'dot' || one.style === 'flat') && one.order + 1 === mark.order);
      if (at < 0) {
        // a number that goes on where a deeper one was left: the points list and notes do not hold sections
        const holder = open.findIndex((one) => one.style === 'points' || one.style === 'note');
        if (holder >= 0 && (mark.style === 'flat' || mark.style === 'dot' || mark.style === 'roman')) close(holder);
        at = open.length;
      }
      const before = open[at];
      if (before && mark.order > before.order + 1 && before.order > 0)
        issues.push({
          code: 'outline/number-skipped',
          severity: 'info',
          message: `${mark.label} follows ${before.label}.`,
          span: [mark.start, mark.end],
          values: { number: mark.label, before: before.label },
        });
      close(at);
      const parent = open.at(-1);
      const path = unique(joined(parent?.path ?? '', mark), span);
      last = { style: mark.style, level: at, label: mark.label, order: mark.order, path, bullets: 0 };
      open.push(last);
    }
    return last;
  }

  function add(line: Line): void {
    const { span, body, marks } = line;
    switch (line.kind) {
      case 'furniture':
        furniture++;
        leaf('furniture', `furniture/${furniture}`, span, body);
        break;
      case 'title':
        leaf('title', 'title', span, body);
        break;
      case 'dateline':
        leaf('dateline', 'dateline', span, body);
        break;
      case 'points': {
        close(0);
        container('points', { style: 'points', level: 0, label: '', order: 0, path: unique('points', span), heading: body, bullets: 0 }, span);
        leaf('heading', open.at(-1)?.path ?? 'points', span, body);
        break;
      }
      case 'note': {
        close(0);
        notes++;
        const path = `note/${notes}`;
        if (line.heading) {
          container('section', { style: 'note', level: 0, label: '', order: 0, path, heading: body, bullets: 0 }, span);
          leaf('heading', path, span, body);
          break;
        }
        leaf('paragraph', path, span, body);
        break;
      }
      case 'heading': {
        const entry = enter(marks, span);
        if (!entry) {
          // a heading inside a numbered section stands under it; else it is a section of its own
          const numbered = open.filter(
            (one) => one.style !== 'heading' && one.style !== 'points' && one.style !== 'note' && one.heading && one.level === 0,
          );
          const inside = line.minor ? numbered.length : 0;
          close(inside);
          sections++;
          container(
            'section',
            {
              style: 'heading',
              level: inside,
              label: '',
              order: 0,
              path: inside > 0 ? (open.at(-1)?.path ?? '') : `s${sections}`,
              heading: body,
              bullets: 0,
            },
            span,
          );
          leaf('heading', open.at(-1)?.path ?? '', span, body);
          break;
        }
        open.pop();
        entry.heading = body;
        container('section', entry, span, entry.label);
        leaf('heading', entry.path, span, body, entry.label);
        break;
      }
      case 'item': {
        const entry = enter(marks, span);
        const bullet = marks.some((mark) => mark.style === 'bullet');
        if (bullet) {
          const holder = entry ?? open.findLast((one) => one.path);
          const count = holder ? ++holder.bullets : ++flatBullets;
          const path = holder ? `${holder.path}/${count}` : String(count);
          leaf('item', path, span, body, marks.at(-1)?.label);
          break;
        }
        leaf('item', entry?.path ?? 'lede', span, body, entry?.label);
        break;
      }
      default: {
        const holder = open.findLast((one) => one.path);
        if (holder) leaf('paragraph', holder.path, span, body);
        else leaf('lede', 'lede', span, body);
      }
    }
  }

  function done(): Outline {
    return { nodes, passages };
  }

  return { add, done, issues };
}

/** "3" and (2) make "3(2)"; a bare number under another is set apart: "2.1". */
function joined(parent: string, mark: Mark): string {
  if (parent === '') return mark.label;
  if (parent.startsWith('points')) return `${parent}/${mark.order}`;
  if (mark.style === 'flat' || mark.style === 'dot') return `${parent}${parent.startsWith('note') ? '/' : '.'}${mark.label}`;
  return `${parent}${mark.label}`;
}
