/**
 * The lines of a page, each with what it is: title, dateline, heading, item, note, furniture or text.
 *
 * 1 lines come in the order of the text, none overlapping; 2 together they hold every unit that is not white space.
 */
import type { Pack } from '../../language/pack.ts';
import { fold, folded } from '../../text/fold.ts';
import type { Source } from '../../text/source.ts';
import { isBlank, type Span } from '../../text/span.ts';
import { amongPictures, findFurniture } from './furniture.ts';
import { type Mark, makeLetters } from './numbering.ts';
import { type Raw, rawLines } from './raw.ts';
import { datelineAt, isDated, isForm, titleAt } from './title.ts';
import { type Words, wordsOf } from './words.ts';

export interface Line {
  readonly kind: 'title' | 'dateline' | 'points' | 'note' | 'heading' | 'item' | 'text' | 'furniture';
  /** Without white space at the ends. */
  readonly span: Span;
  /** Without numbers, bullets and brackets around a heading. */
  readonly body: Span;
  readonly marks: readonly Mark[];
  /** A note that is a heading of its own. */
  readonly heading?: boolean | undefined;
  /** A heading without a number: the brackets around it, or "look" where it is one by its look alone. */
  readonly form?: string | undefined;
  /** The level that the markup gives to a heading. */
  readonly level?: number | undefined;
  /** A paragraph of its own, which does not go on with the line above. */
  readonly fresh?: boolean | undefined;
}

/** One form for all lines, whatever is told of them: what reads them meets the same object every time. */
function lineOf(kind: Line['kind'], span: Span, body: Span, marks: readonly Mark[], { heading, form, level, fresh }: More = NOTHING_MORE): Line {
  return { kind, span, body, marks, heading, form, level, fresh };
}
type More = Pick<Line, 'heading' | 'form' | 'level' | 'fresh'>;
const NOTHING_MORE: More = {};
const FRESH: More = { fresh: true };

/** A line before the title, or a heading by its look, that is longer is neither. */
const LABEL = 30;

const NO_LETTERS = makeLetters([], '•');

export function findLines(source: Source, pack: Pack): Line[] {
  const words = pack.outline && wordsOf(pack.outline);
  const onward = source.blocks.length === 0 ? words?.onward : undefined;
  const raws = rawLines(source, words?.letters ?? NO_LETTERS, pack.sentences?.ends ?? '', pack.sentences?.capitals !== undefined, onward);
  const known = findFurniture(raws, words, pack.furniture);
  if (!words) return raws.map(({ span, body, marks }, i) => lineOf(known[i] ? 'furniture' : 'text', span, body, marks));
  const furniture = amongPictures(raws, known, words, pack.furniture);
  const title = titleAt(raws, furniture, words);
  const dateline = datelineAt(raws, furniture, title, words);
  const plain = source.blocks.length === 0;
  return raws.map((raw, i): Line => {
    const { span, body, marks } = raw;
    if (i === title) return lineOf('title', span, span, []);
    if (i === dateline) return lineOf('dateline', span, span, []);
    if (furniture[i] || (i > title && title >= 0 && repeats(raw, raws[title] as Raw))) return lineOf('furniture', span, body, marks);
    if (i < title && span[1] - span[0] <= LABEL && !raw.stopped) return lineOf('furniture', span, body, marks);
    return classify(source.text, raw, raws[i - 1], raws[i + 1], words, plain, i > title);
  });
}

/** The title again, as the words under a picture: 日仏外相会談2. */
function repeats({ words: line, stopped, marks }: Raw, title: Raw): boolean {
  if (marks.some(({ style }) => style !== 'bullet')) return false;
  return !stopped && line.startsWith(title.words) && /^\s*\d?$/.test(line.slice(title.words.length));
}

function classify(text: string, raw: Raw, before: Raw | undefined, after: Raw | undefined, words: Words, plain: boolean, below: boolean): Line {
  const { span, body, marks, block, stopped } = raw;
  const head = headOf(raw, words);
  const inner = head ? raw.words.slice(head[0].length, raw.words.length - head[1].length).trim() : raw.words.replace(/[:\s]+$/, '');
  const innerSpan: Span = head ? [body[0] + head[0].length, body[1] - head[1].length] : body;
  if (isPoints(inner, head !== undefined, words)) return lineOf('points', span, innerSpan, []);
  const short = body[1] - body[0] <= words.longestHeading && body[1] > body[0];
  const reference = words.references.has(inner) || words.references.has(raw.words);
  if (reference) return lineOf('note', span, innerSpan, [], { heading: true });
  if (isNote(text, raw, words)) return lineOf('note', span, body, [], { heading: short && !stopped && looksLikeReference(raw.words, words) });
  if (head && head[1] !== '' && short && !stopped) {
    const numbers = marks.filter((mark) => mark.style !== 'bullet');
    return lineOf('heading', span, innerSpan, numbers, { form: head[0], level: levelOf(raw) });
  }
  if (below && block?.kind === 'heading' && short && !stopped) return lineOf('heading', span, body, marks, { form: 'markup', level: levelOf(raw) });
  const title = () => after !== undefined && looksLikeBody(after, words) && isOf(raw.words, words) && !isAlike(raw, before);
  const open = !stopped && (!ended(raw.words, words) || title()) && !isForm(raw.words, words);
  if (head && head[1] === '' && short && open && below) return lineOf('heading', span, innerSpan, [], { form: head[0] });
  if (marks.some((mark) => mark.style !== 'bullet'))
    return lineOf(short && open && !isListed(raw, before, after) ? 'heading' : 'item', span, body, marks);
  if (marks.length > 0) return lineOf('item', span, body, marks);
  const alone = plain || block === undefined || block.kind === 'paragraph' || block.kind === 'cell' || block.kind === 'term';
  if (below && alone && open && after && looksLikeHeading(raw, words) && looksLikeBody(after, words))
    return lineOf('heading', span, body, marks, { form: 'look' });
  const fresh = stopped && (plain ? isBlank(text.charCodeAt(span[0] - 1)) && text.charCodeAt(span[0] - 1) !== 0x0a : block?.kind === 'paragraph');
  return lineOf('text', span, body, marks, fresh ? FRESH : NOTHING_MORE);
}

function levelOf({ block }: Raw): number | undefined {
  return block?.kind === 'heading' ? block.level : undefined;
}

/** The brackets that stand around the whole line, or the sign before it. */
function headOf({ words: line, block, marks }: Raw, { heads }: Words): readonly [string, string] | undefined {
  const first = line.charAt(0);
  for (const head of heads) {
    const [open, close] = head;
    if (first !== open.charAt(0) || !line.startsWith(open)) continue;
    if (close === '') {
      if (block?.kind !== 'item') return head;
    } else if (line.endsWith(close) && line.indexOf(close, open.length) === line.length - close.length) return head;
  }
  // ■ is a bullet too: it has been taken for a mark
  const sign = marks.length === 1 && marks[0]?.style === 'bullet' ? marks[0].label : '';
  return sign !== '' && block?.kind !== 'item' && heads.some(([open, close]) => close === '' && open === folded(sign)) ? ['', ''] : undefined;
}

function isPoints(inner: string, bracketed: boolean, { points }: Words): boolean {
  if (points.has(inner)) return true;
  if (!bracketed) return false;
  for (const word of points) if (inner.endsWith(word)) return true;
  return false;
}

function isNote(text: string, { span, words: line }: Raw, { notes }: Words): boolean {
  const whole = folded(text.slice(span[0], Math.min(span[1], span[0] + 12)));
  return notes.begins(whole) || notes.begins(line);
}

/** （参考）日・タイ関係 */
function looksLikeReference(line: string, { references }: Words): boolean {
  for (const word of references) if (fold(word.charCodeAt(0)) === line.charCodeAt(0) && line.startsWith(word)) return true;
  return false;
}

/** Numbered lines without stops, one under the other, are a list and no headings. */
function isListed(raw: Raw, before: Raw | undefined, after: Raw | undefined): boolean {
  const style = raw.marks.at(-1)?.style;
  if (style === 'flat' || style === 'roman') return false;
  const alike = (other: Raw | undefined) => other !== undefined && other.marks.at(-1)?.style === style && !other.stopped;
  if (alike(after)) return true;
  if (!alike(before)) return false;
  // the last of a list, unless deeper numbers stand below it
  return after === undefined || (after.marks.length > 0 && (after.marks.at(-1)?.order !== 1 || after.marks.at(-1)?.style === 'flat'));
}

/** Short, and neither a date nor the beginning of something else. */
function looksLikeHeading(raw: Raw, words: Words): boolean {
  const { words: line, body } = raw;
  if (body[1] - body[0] > LABEL || /^\d/.test(line) || /[,、]$/.test(line) || isDated(raw, words)) return false;
  return !line.startsWith('(') || line.endsWith(')');
}

function looksLikeBody({ stopped, marks, span }: Raw, { longestHeading }: Words): boolean {
  return stopped || marks.length > 0 || span[1] - span[0] > longestHeading;
}

/** ～で一致: a sentence without a stop; ～で一致(PDF): what is attached may follow. */
function ended(line: string, { ends }: Words): boolean {
  const attached = line.lastIndexOf('(') > 6 && line.lastIndexOf(')') >= line.length - ATTACHED;
  return ends.some((word) => (line.length > word.length + 6 && line.endsWith(word)) || (attached && line.lastIndexOf(`${word}(`) > 6));
}

/** Whether the line before is one of the same list: numbered in the same way, and no sentence. */
function isAlike({ marks }: Raw, before: Raw | undefined): boolean {
  return before !== undefined && !before.stopped && before.words !== '' && before.marks.at(-1)?.style === marks.at(-1)?.style;
}

/** 関係の確認, 路線への支持表明: a thing, and no sentence, where text stands below it. */
function isOf(line: string, { ends, of }: Words): boolean {
  const last = ends.find((word) => line.endsWith(word));
  if (last === undefined) return false;
  const before = line.slice(0, line.length - last.length);
  return of.some((particle) => before.includes(particle) && !/\p{sc=Hiragana}/u.test(before.slice(before.lastIndexOf(particle) + particle.length)));
}

/** What a page adds to a link is no longer. */
const ATTACHED = 10;
