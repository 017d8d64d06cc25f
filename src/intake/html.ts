/**
 * An HTML page as its readers see it: one line for each block or `<br>`, white space as a browser folds it, list numbers as a
 * browser makes them, cells set apart by tabs. Alternative texts, scripts, styles and hidden parts are not seen and left out; a
 * ruby reading stands in brackets.
 *
 * 1 every visible sign of the page stands in `text`, in its order; 2 each block is a span of it, none overlapping.
 *
 * Source: HTML Living Standard, 15.3 (rendering of hidden elements, lists, tables).
 */
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { Block, SourceIssue } from '../text/source.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export interface Page {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly issues: readonly SourceIssue[];
}

/** Deeper than this a tree would cost more than linear time to build; such a page is read without one. */
const DEEPEST = 400;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const UNSEEN = words(
  'head script style template noscript noframes noembed iframe object embed svg canvas video audio map datalist rp param source track title meta link base area math',
);
const BLOCKS = words(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section select summary table caption tbody tfoot thead tr ul xmp',
);
const KINDS: Readonly<Record<string, Block['kind']>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  td: 'cell',
  th: 'cell',
  figcaption: 'caption',
  caption: 'caption',
  dt: 'term',
  dd: 'definition',
  pre: 'preformatted',
  listing: 'preformatted',
  xmp: 'preformatted',
  p: 'paragraph',
};
const REGIONS: Readonly<Record<string, NonNullable<Block['region']>>> = {
  nav: 'navigation',
  header: 'header',
  footer: 'footer',
  aside: 'aside',
  main: 'main',
  article: 'main',
};
const ROLES: Readonly<Record<string, NonNullable<Block['region']>>> = {
  navigation: 'navigation',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
  main: 'main',
  search: 'navigation',
};
/** Names that pages without such elements give to their parts, as `id` or `class`. */
const NAMES: readonly (readonly [RegExp, NonNullable<Block['region']>])[] = [
  [/(?:^|[-_ ])(?:breadcrumbs?|topicpath|pankuzu|g?nav|navi|navigation|globalnav|localnav|menu|sidemenu|skip)(?:$|[-_ ])/i, 'navigation'],
  [/(?:^|[-_ ])(?:footer|foot|copyright)(?:$|[-_ ])/i, 'footer'],
  [/(?:^|[-_ ])(?:site-?header|page-?header|header)(?:$|[-_ ])/i, 'header'],
  [/(?:^|[-_ ])(?:sidebar|side|related)(?:$|[-_ ])/i, 'aside'],
];

/** What is only seen where the pointer stands: words beside a name, as a part of it. */
const TOOLTIP = /(?:__tooltip|tooltip-?(?:text|content|inner))(?:$|\s)/i;

interface Place {
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly depth: number;
  readonly region?: Block['region'];
  readonly linked: boolean;
  readonly pre: boolean;
}

export function fromHtml(source: string): Page {
  if (isExcessive(source)) return withoutTree(source);
  const writer = makeWriter();
  walk(parse(source) as unknown as Element, writer);
  return { ...writer.done(), issues: [] };
}

interface Step {
  readonly node: Node;
  readonly place: Place;
  readonly leaving?: boolean;
}

function walk(root: Node, writer: Writer): void {
  const lists: { next: number; by: number; kind: string }[] = [];
  const steps: Step[] = [{ node: root, place: { kind: 'paragraph', depth: 0, linked: false, pre: false } }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, place } = step;
    if ('value' in node && node.nodeName === '#text') {
      writer.write(node.value, place);
      continue;
    }
    if (!('childNodes' in node)) continue;
    const name = node.nodeName.toLowerCase();
    if (step.leaving) {
      leave(name, place, writer, lists);
      continue;
    }
    if (UNSEEN.has(name)) continue;
    const attributes = 'attrs' in node ? node.attrs : [];
    if (hidden(attributes) || (name === 'dialog' && attribute(attributes, 'open') === undefined)) continue;
    if (name === 'br') {
      writer.end();
      continue;
    }
    const here = entered(name, attributes, place);
    if (BLOCKS.has(name)) writer.end();
    if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') lists.push(listOf(name, node as Element));
    if (name === 'li') mark(lists.at(-1), attributes, here, writer);
    if (name === 'td' || name === 'th') writer.cell();
    if (name === 'rt') writer.write('(', place);
    steps.push({ node, place: here, leaving: true });
    for (let i = node.childNodes.length - 1; i >= 0; i--) steps.push({ node: node.childNodes[i] as Node, place: here });
  }
}

function leave(name: string, place: Place, writer: Writer, lists: unknown[]): void {
  if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') lists.pop();
  if (name === 'rt') writer.write(')', place);
  if (BLOCKS.has(name)) writer.end();
}

function entered(name: string, attributes: Attributes, place: Place): Place {
  const region = regionOf(name, attributes) ?? place.region;
  const kind = KINDS[name] ?? (name === 'div' || name === 'body' ? (place.kind === 'heading' ? 'paragraph' : place.kind) : place.kind);
  const level = /^h[1-6]$/.test(name) ? Number(name[1]) : kind === 'heading' ? place.level : undefined;
  return {
    kind: kind === 'paragraph' && (place.kind === 'item' || place.kind === 'cell') ? place.kind : kind,
    ...(level !== undefined && { level }),
    depth: place.depth + (name === 'ul' || name === 'ol' ? 1 : 0),
    ...(region && { region }),
    linked: place.linked || (name === 'a' && attributes.some((attribute) => attribute.name === 'href')),
    pre: place.pre || name === 'pre' || name === 'listing' || name === 'xmp' || name === 'textarea' || name === 'plaintext',
  };
}

type Attributes = readonly { readonly name: string; readonly value: string }[];

function attribute(attributes: Attributes, name: string): string | undefined {
  return attributes.find((one) => one.name === name)?.value;
}

function hidden(attributes: Attributes): boolean {
  if (attributes.length === 0) return false;
  return attributes.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'role' && value === 'tooltip') ||
      (name === 'class' && TOOLTIP.test(value.slice(0, 200))) ||
      (name === 'style' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value.slice(0, 500))),
  );
}

function regionOf(name: string, attributes: Attributes): Block['region'] {
  const role = attribute(attributes, 'role');
  const byRole = role && ROLES[role];
  if (byRole) return byRole;
  const byName = REGIONS[name];
  if (byName) return byName;
  if (name !== 'div' && name !== 'ul' && name !== 'section' && name !== 'table' && name !== 'p') return undefined;
  const label = `${attribute(attributes, 'id') ?? ''} ${attribute(attributes, 'class') ?? ''}`.slice(0, 200);
  return NAMES.find(([pattern]) => pattern.test(label))?.[1];
}

function listOf(name: string, node: Element): { next: number; by: number; kind: string } {
  if (name !== 'ol') return { next: 0, by: 0, kind: 'bullet' };
  const reversed = attribute(node.attrs, 'reversed') !== undefined;
  const items = reversed ? node.childNodes.filter((child) => child.nodeName === 'li').length : 1;
  const start = Number.parseInt(attribute(node.attrs, 'start') ?? '', 10);
  const style = /list-style(?:-type)?\s*:\s*none/i.test((attribute(node.attrs, 'style') ?? '').slice(0, 500));
  return { next: Number.isNaN(start) ? items : start, by: reversed ? -1 : 1, kind: style ? 'none' : (attribute(node.attrs, 'type') ?? '1') };
}

function mark(list: { next: number; by: number; kind: string } | undefined, attributes: Attributes, place: Place, writer: Writer): void {
  if (!list || list.kind === 'none') return;
  if (list.kind === 'bullet') {
    writer.mark('•', place);
    return;
  }
  const value = Number.parseInt(attribute(attributes, 'value') ?? '', 10);
  if (!Number.isNaN(value)) list.next = value;
  writer.mark(`${counted(list.next, list.kind)}.`, place);
  list.next += list.by;
}

/** A number as a list of that type shows it. */
function counted(value: number, type: string): string {
  if ((type === 'a' || type === 'A') && value > 0) {
    let letters = '';
    for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
    return type === 'a' ? letters : letters.toUpperCase();
  }
  if ((type === 'i' || type === 'I') && value > 0 && value < 4000) {
    let rest = value;
    let letters = '';
    for (const [worth, sign] of [
      [1000, 'm'],
      [900, 'cm'],
      [500, 'd'],
      [400, 'cd'],
      [100, 'c'],
      [90, 'xc'],
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ] as const)
      for (; rest >= worth; rest -= worth) letters += sign;
    return type === 'i' ? letters : letters.toUpperCase();
  }
  return String(value);
}

interface Writer {
  write(value: string, place: Place): void;
  /** Ends the line, if one is begun. */
  end(): void;
  mark(value: string, place: Place): void;
  /** Sets what follows apart from the cell before it in the row. */
  cell(): void;
  done(): { text: string; blocks: Block[] };
}

function makeWriter(): Writer {
  const lines: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let line = '';
  let linked = 0;
  let seen = 0;
  let place: Place | undefined;
  let marker: number | undefined;
  let space = false;
  let tabbed = false;

  function flush(): void {
    const shown = line.trimEnd();
    if (seen === 0 && marker !== undefined && shown.length > 0) return; // the mark waits for its words
    if (shown.length > 0 && place) {
      blocks.push({
        span: [length, length + shown.length],
        kind: place.kind,
        ...(place.level !== undefined && { level: place.level }),
        ...(place.depth > 0 && { depth: place.depth }),
        ...(marker !== undefined && { marker: [length, length + marker] as const }),
        ...(place.region && { region: place.region }),
        ...(linked > 0 && { linked: Math.round((linked / Math.max(1, seen)) * 100) / 100 }),
      });
      lines.push(shown);
      length += shown.length + 1;
    }
    line = '';
    linked = 0;
    seen = 0;
    place = undefined;
    marker = undefined;
    space = false;
    tabbed = false;
  }

  return {
    write(value, at) {
      if (at.pre) {
        const parts = value.split(/\r\n|[\n\r]/);
        parts.forEach((part, i) => {
          if (i > 0) flush();
          if (part.length > 0) {
            place ??= at;
            line += part;
            tabbed = false;
            seen += visible(part);
          }
        });
        return;
      }
      let from = 0;
      let started = false;
      let text = '';
      for (let i = 0; i <= value.length; i++) {
        const unit = i < value.length ? value.charCodeAt(i) : 0x20;
        const blank = unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d || unit === 0x0c;
        if (!blank) {
          if (!started) {
            from = i;
            started = true;
          }
          continue;
        }
        if (started) {
          if (space && line.length + text.length > 0 && !(tabbed && text.length === 0)) text += ' ';
          text += value.slice(from, i);
          started = false;
          space = i < value.length;
        } else if (i < value.length) space = true;
      }
      if (text.length === 0) return;
      const signs = visible(text);
      if (signs > 0 || seen > 0) place = seen === 0 ? at : place;
      place ??= at;
      line += text;
      tabbed = false;
      seen += signs;
      if (at.linked) linked += signs;
    },
    end: flush,
    mark(value, at) {
      if (marker !== undefined && seen === 0) {
        line += `${value} `;
        marker = line.length - 1;
        place = at;
        return;
      }
      flush();
      line = `${value} `;
      marker = value.length;
      place = at;
      space = false;
    },
    cell() {
      if (line.length > 0 && !tabbed) line += '\t';
      tabbed = line.length > 0;
      space = false;
    },
    done() {
      if (seen === 0 && marker !== undefined) seen = 1;
      flush();
      return { text: lines.join('\n'), blocks };
    },
  };
}

function visible(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x20 && text.charCodeAt(i) !== 0x3000) count++;
  return count;
}

/** Elements that hold nothing, or that the next of their kind ends: they cannot nest by mistake. */
const SHALLOW = words(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option optgroup tbody thead tfoot a rt rp body html head',
);
/** More attributes than this in one tag would cost more than linear time. */
const MOST_ATTRIBUTES = 400;

/**
 * Whether a tree of the page would cost more than linear time: elements nest too deep (among them those that are never ended,
 * which a parser opens again in every block), or a tag has too many attributes. Counted without a tree, comments and scripts too,
 * which errs on the safe side.
 */
function isExcessive(source: string): boolean {
  let depth = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    const ending = source.charCodeAt(at + 1) === 0x2f;
    const start = at + (ending ? 2 : 1);
    const letter = source.charCodeAt(start) | 0x20;
    if (letter < 0x61 || letter > 0x7a) continue;
    let end = start + 1;
    while (end < start + 13 && isNamed(source.charCodeAt(end))) end++;
    if (!SHALLOW.has(source.slice(start, end).toLowerCase())) {
      if (!ending) depth++;
      else if (depth > 0) depth--;
      if (depth > DEEPEST) return true;
    }
    let attributes = 0;
    for (let i = end; i < source.length; i++) {
      const unit = source.charCodeAt(i);
      if (unit === 0x3e) break;
      if ((unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d || unit === 0x0c || unit === 0x2f) && ++attributes > MOST_ATTRIBUTES * 8)
        return true;
      if (unit === 0x3c) {
        at = i - 1;
        break;
      }
      at = i;
    }
  }
  return false;
}

function isNamed(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}

/** A page too deep for a tree: its tags are ends of lines or nothing, all else is text. */
function withoutTree(source: string): Page {
  const writer = makeWriter();
  const place: Place = { kind: 'paragraph', depth: 0, linked: false, pre: false };
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const end = open < 0 ? source.length : open;
    if (end > at) writer.write(characters(source.slice(at, end)), place);
    if (open < 0) break;
    if (source.startsWith('<!--', open)) {
      const close = source.indexOf('-->', open + 4);
      at = close < 0 ? source.length : close + 3;
      continue;
    }
    const name = /^<\/?([a-z][a-z0-9]{0,12})/i.exec(source.slice(open, open + 16))?.[1]?.toLowerCase();
    if (!name && !/^<[!?/]/.test(source.slice(open, open + 2))) {
      writer.write('<', place);
      at = open + 1;
      continue;
    }
    const close = source.indexOf('>', open);
    if (close < 0) break;
    at = close + 1;
    if (name && (BLOCKS.has(name) || name === 'br')) writer.end();
    if ((name === 'script' || name === 'style') && source.charCodeAt(open + 1) !== 0x2f) {
      const over = endOf(name, source, at);
      at = over < 0 ? source.length : over;
    }
  }
  const issue: SourceIssue = {
    code: 'intake/too-deep',
    severity: 'warning',
    message: `The page nests its elements deeper than ${DEEPEST}; it was read without their structure.`,
    values: { deepest: String(DEEPEST) },
  };
  return { ...writer.done(), issues: [issue] };
}

/** Where the raw text of an element ends: at its own end tag, in either case; -1 where it does not. */
function endOf(name: string, source: string, from: number): number {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2))
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return -1;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Character references of a text without a tree: the numbered ones and the five that every writer uses. */
function characters(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
