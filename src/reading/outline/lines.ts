/**
 * The lines of a page, each with what it is: title, dateline, heading, item, note, furniture or text.
 *
 * 1 lines come in the order of the text, none overlapping; 2 together they hold every unit that is not white space.
 */
import { compiled, type Pack, type Section } from '../../language/pack.ts';
import { folded } from '../../text/fold.ts';
import type { Block, Source } from '../../text/source.ts';
import { isBlank, type Span } from '../../text/span.ts';
import { type Letters, type Mark, marksAt, type Style } from './numbering.ts';

export interface Line {
  readonly kind: 'title' | 'dateline' | 'points' | 'note' | 'heading' | 'item' | 'text' | 'furniture';
  /** Without white space at the ends. */
  readonly span: Span;
  /** Without numbers, bullets and brackets around a heading. */
  readonly body: Span;
  readonly marks: readonly Mark[];
  /** A note that is a heading of its own. */
  readonly heading?: boolean;
  /** A heading by look alone, which may stand under a numbered one. */
  readonly minor?: boolean;
}

interface Raw {
  span: Span;
  body: Span;
  marks: Mark[];
  block?: Block;
  /** The folded words of the body; long lines are cut. */
  words: string;
}

interface Knowledge extends Section<'outline'> {
  readonly letters: string;
}

/** A line before the title that is longer is no label of the page. */
const LABEL = 30;
/** The title stands among the first lines. */
const TITLE_WITHIN = 40;
const LONGEST_TITLE = 90;
/** Words of a line are looked at this far. */
const LOOKED_AT = 240;

const foldedSet = (words: readonly string[]) => new Set(words.map(folded));
const foldedList = (words: readonly string[]) => words.map(folded);

const outlineOf = compiled((knowledge: Section<'outline'>) => ({
  titles: foldedList(knowledge.titles),
  signs: foldedList(knowledge.dateline.signs),
  points: foldedSet(knowledge.points),
  notes: foldedList(knowledge.notes),
  references: foldedSet(knowledge.references),
  ends: foldedList(knowledge.ends),
  form: foldedList(knowledge.form),
  heads: knowledge.heads.map(([open, close]) => [folded(open), folded(close)] as const),
}));
const furnitureOf = compiled((knowledge: Section<'furniture'>) => ({
  opens: foldedList(knowledge.opens),
  whole: foldedSet(knowledge.whole),
  holds: foldedList(knowledge.holds),
  closes: foldedList(knowledge.closes),
}));

export function findLines(source: Source, pack: Pack): Line[] {
  const knowledge = pack.outline;
  const letters: Letters = { letters: knowledge?.letters ?? '', bullets: knowledge?.bullets ?? '•' };
  const raws = rawLines(source, letters);
  if (!knowledge) return raws.map((raw) => ({ kind: 'text', span: raw.span, body: raw.span, marks: [] }));
  undouble(raws);
  const { text } = source;
  const plain = source.blocks.length === 0;
  const furniture = raws.map((raw) => isFurniture(raw, pack));
  const title = titleAt(raws, furniture, knowledge);
  const dateline = datelineAt(raws, furniture, title, knowledge);
  return raws.map((raw, i): Line => {
    const { span, body, marks } = raw;
    const line = { span, body, marks };
    if (i === title) return { ...line, kind: 'title', body: span, marks: [] };
    if (i === dateline) return { ...line, kind: 'dateline', body: span, marks: [] };
    if (furniture[i]) return { ...line, kind: 'furniture' };
    if (i < title && span[1] - span[0] <= LABEL && !stopped(raw)) return { ...line, kind: 'furniture' };
    return classify(text, raw, raws[i - 1], raws[i + 1], knowledge, plain, i > title);
  });
}

function classify(
  text: string,
  raw: Raw,
  before: Raw | undefined,
  after: Raw | undefined,
  knowledge: Knowledge,
  plain: boolean,
  below: boolean,
): Line {
  const { span, body, marks, block, words } = raw;
  const { points, notes, references, heads } = outlineOf(knowledge);
  const line = { span, body, marks };
  const head = heads.find(
    ([open, close]) =>
      words.startsWith(open) &&
      (close === '' ? block?.kind !== 'item' : words.endsWith(close)) &&
      words.indexOf(close, open.length) >= words.length - close.length,
  );
  const inner = head ? words.slice(head[0].length, words.length - head[1].length).trim() : words.replace(/[:\s]+$/, '');
  const innerSpan: Span = head ? [body[0] + head[0].length, body[1] - head[1].length] : body;
  if (points.has(inner) || (head && [...points].some((word) => inner.endsWith(word)))) return { ...line, kind: 'points', body: innerSpan, marks: [] };
  if (references.has(inner) || references.has(words)) return { ...line, kind: 'note', heading: true, body: innerSpan, marks: [] };
  const whole = folded(text.slice(span[0], Math.min(span[1], span[0] + 12)));
  if (notes.some((word) => whole.startsWith(word) || words.startsWith(word))) return { ...line, kind: 'note', marks: [] };
  const number = marks.some((mark) => mark.style !== 'bullet');
  const short = body[1] - body[0] <= knowledge.longestHeading && body[1] > body[0];
  const open = !stopped(raw) && !ended(raw, knowledge) && !isForm(words, knowledge);
  if (below && block?.kind === 'heading' && short && !stopped(raw)) return { ...line, kind: 'heading', body: innerSpan };
  if (head && head[1] !== '' && short && !stopped(raw))
    return { ...line, kind: 'heading', body: innerSpan, marks: marks.filter((mark) => mark.style !== 'bullet') };
  if (head && head[1] === '' && short && open && below) return { ...line, kind: 'heading', body: innerSpan, marks: [], minor: true };
  if (number) return short && open && !sameStyleFollowsShort(raw, before, after) ? { ...line, kind: 'heading' } : { ...line, kind: 'item' };
  if (marks.length > 0) return { ...line, kind: 'item' };
  const alone = plain || block === undefined || block.kind === 'paragraph' || block.kind === 'cell' || block.kind === 'term';
  if (below && alone && open && body[1] - body[0] <= LABEL && after && looksLikeBody(after, knowledge) && !/[,、]$/.test(words))
    return { ...line, kind: 'heading', minor: true };
  return { ...line, kind: 'text' };
}

/** Numbered lines without stops, one under the other, are a list and no headings. */
function sameStyleFollowsShort(raw: Raw, before: Raw | undefined, after: Raw | undefined): boolean {
  const style = raw.marks.at(-1)?.style;
  const alike = (other: Raw | undefined) => other !== undefined && other.marks.at(-1)?.style === style && !stopped(other);
  return style !== 'flat' && style !== 'roman' && (alike(after) || (alike(before) && (after === undefined || after.marks.length > 0)));
}

function looksLikeBody(raw: Raw, knowledge: Knowledge): boolean {
  return stopped(raw) || raw.marks.length > 0 || raw.span[1] - raw.span[0] > knowledge.longestHeading;
}

function stopped({ words }: Raw): boolean {
  return /[\u3002\uff61!?]/.test(words) || /[.](?:\s|$)/.test(words) || words.length >= LOOKED_AT;
}

function ended({ words }: Raw, knowledge: Knowledge): boolean {
  const { ends } = outlineOf(knowledge);
  return ends.some((word) => words.endsWith(word) && words.length > word.length + 6);
}

function isForm(words: string, knowledge: Knowledge): boolean {
  const { form } = outlineOf(knowledge);
  return form.some(
    (label) => words.startsWith(label) && /^\s*:/.test(words.slice(label.length, label.length + 4)) && words.length > label.length + 2,
  );
}

function isFurniture(raw: Raw, pack: Pack): boolean {
  const { block, words } = raw;
  if (block) {
    if (block.region === 'navigation' || block.region === 'footer' || block.region === 'aside') return true;
    if (block.region === 'header' && block.level !== 1) return true;
    if (block.kind === 'caption') return true;
    if ((block.linked ?? 0) >= 0.6 && block.kind !== 'heading' && !stopped(raw)) return true;
  }
  if (!pack.furniture || words.length > 200) return false;
  const { opens, whole, holds, closes } = furnitureOf(pack.furniture);
  if (whole.has(words)) return true;
  // トップページ  会談・訪問  …: labels side by side
  if (words.length <= 80 && !stopped(raw) && raw.marks.length === 0) {
    const labels = words.split(/[\s|>\u00bb]+/);
    if (labels.length > 1 && whole.has(labels[0] as string)) return true;
  }
  if (/^[\s|>\u300b\u00bb/・-]*$/.test(words) && raw.marks.length === 0) return true;
  return (
    opens.some((word) => words.startsWith(word)) ||
    holds.some((word) => words.includes(word)) ||
    (words.length <= 40 && closes.some((word) => words.endsWith(word)))
  );
}

function titleAt(raws: readonly Raw[], furniture: readonly boolean[], knowledge: Knowledge): number {
  const { titles, signs } = outlineOf(knowledge);
  let best = -1;
  let most = 1;
  let looked = 0;
  for (let i = 0; i < raws.length && looked < TITLE_WITHIN; i++) {
    const raw = raws[i] as Raw;
    const heading = raw.block?.kind === 'heading' ? (raw.block.level ?? 6) : 7;
    if (furniture[i] && heading > 2) continue;
    looked++;
    const length = raw.span[1] - raw.span[0];
    if (stopped(raw) || length > LONGEST_TITLE || (raw.marks.length > 0 && heading > 2)) {
      // a sentence: no title stands below it, unless the markup says so
      if (best >= 0 || length > LONGEST_TITLE) break;
      continue;
    }
    const named = titles.some((word) => raw.words.includes(word));
    const dated = signs.every((sign) => raw.words.includes(sign)) && length <= knowledge.dateline.longest && !named;
    const score = dated ? 0 : (named ? 2 : 0) + (heading === 1 ? 2 : heading === 2 ? 1 : 0) + (furniture[i] ? -1 : 0);
    if (score > most) {
      most = score;
      best = i;
    }
  }
  if (best >= 0) return best;
  const first = raws.findIndex((raw, i) => !furniture[i] && i < 6 && raw.marks.length === 0 && !stopped(raw) && raw.span[1] - raw.span[0] <= 60);
  return first;
}

function datelineAt(raws: readonly Raw[], furniture: readonly boolean[], title: number, knowledge: Knowledge): number {
  const { signs } = outlineOf(knowledge);
  const isDate = (i: number) => {
    const raw = raws[i];
    return (
      raw !== undefined &&
      !furniture[i] &&
      i !== title &&
      raw.span[1] - raw.span[0] <= knowledge.dateline.longest &&
      signs.every((sign) => raw.words.includes(sign)) &&
      !stopped(raw) &&
      !isForm(raw.words, knowledge)
    );
  };
  for (let i = Math.max(0, title); i < Math.min(raws.length, title + 8); i++) if (isDate(i)) return i;
  for (let i = title - 1; i >= Math.max(0, title - 6); i--) if (isDate(i)) return i;
  return -1;
}

/** Lines of the text with their marks; a number glued to the stop before it begins a line of its own. */
function rawLines(source: Source, letters: Letters): Raw[] {
  const { text, blocks } = source;
  const result: Raw[] = [];
  const last = new Map<Style, number>();
  let b = 0;
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let from = start;
    while (from < end) {
      const cut = glued(text, from, end, last, letters);
      push(from, cut);
      from = cut;
    }
    start = end + 1;
  }
  return result;

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
    const body: Span = [bodyStart, e];
    result.push({
      span: [s, e],
      body,
      marks,
      ...(block && block.span[0] <= s && { block }),
      words: folded(text.slice(bodyStart, Math.min(e, bodyStart + LOOKED_AT))).trim(),
    });
  }
}

/** Where the line is cut: before a number that follows a stop and goes on with the numbering, else at its end. */
function glued(text: string, from: number, end: number, last: ReadonlyMap<Style, number>, letters: Letters): number {
  for (let stop = text.indexOf('\u3002', from); stop >= 0 && stop + 2 < end; stop = text.indexOf('\u3002', stop + 1)) {
    const at = stop + 1;
    const unit = text.charCodeAt(at);
    if (
      !(
        isBlank(unit) ||
        unit === 0xff08 ||
        unit === 0x28 ||
        (unit >= 0x30 && unit <= 0x39) ||
        (unit >= 0xff10 && unit <= 0xff19) ||
        (unit >= 0x2460 && unit <= 0x2473)
      )
    )
      continue;
    const mark = marksAt(text, at, Math.min(end, at + 12), letters)[0];
    if (mark && mark.order > 1 && last.get(mark.style) === mark.order - 1) return at;
  }
  return end;
}

/** `1. (1)`: a list's number before the author's own is no number of the page. */
function undouble(raws: readonly Raw[]): void {
  const doubled = (raw: Raw) => {
    const [first, second] = raw.marks;
    return first?.style === 'dot' && second !== undefined && second.style !== 'bullet' && second.style !== 'dot';
  };
  const everywhere = raws.some((raw) => doubled(raw) && (raw.marks[0]?.order ?? 0) > 1 && raw.marks[0]?.order === raw.marks[1]?.order);
  for (const raw of raws) {
    const made = raw.block?.marker;
    if (raw.marks.length > 1 && made && (raw.marks[0]?.start ?? -1) >= made[0] && (raw.marks[0]?.end ?? 0) <= made[1] + 1) {
      // the browser's marks all lie in the marker; what the author wrote follows
      const own = raw.marks.filter((mark) => mark.start >= made[1]);
      if (own.length > 0) raw.marks.splice(0, raw.marks.length, ...own);
    } else if (everywhere && doubled(raw)) raw.marks.shift();
    else if (raw.marks.length > 1 && raw.marks[0]?.style === 'bullet' && raw.marks[1]?.style !== 'bullet') raw.marks.shift();
  }
}
