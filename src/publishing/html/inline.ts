/**
 * The words of a stretch of the source with what Memcon read in them: each statement is a link to its row, each piece of
 * evidence can be linked to. The words themselves are never changed.
 *
 * 1 the text of the markup is the stretch, sign for sign (but what HTML cannot hold); 2 of two statements on the same
 * words the shorter has the line and the longer a bracket in the margin; 3 an id is given once.
 */
import { html, type Markup } from '../../drawing/markup.ts';
import { type Side, told } from '../../drawing/sides.ts';
import type { Voice } from '../../language/voice.ts';
import type { Reading, Statement } from '../../record/reading.ts';

type Span = readonly [number, number];

interface Stretch {
  readonly span: Span;
  readonly statement: string;
  readonly side: Side;
  readonly who: string;
}

export interface Inline {
  /** Markup of the words at the span. */
  words(span: Span): Markup;
  /** The address, on this page, of the words at a span, once they have been asked for here before the text is written. */
  evidence(span: Span): string | undefined;
}

/** @param found words that were looked for: marked wherever they stand. */
export function makeInline(reading: Reading, voice: Voice, found?: Span): Inline {
  const { text } = reading.document;
  const stretches = stretchesOf(reading, voice);
  const long = longOf(reading, voice);
  const numbers = reading.statements.flatMap((each) => (each.points ?? []).flatMap((point) => numberSpan(text, point)));
  const wanted = new Map<string, Span>();
  const given = new Set<string>();

  function evidence(span: Span): string | undefined {
    if (span[1] <= span[0] || span[1] > text.length) return undefined;
    const id = `e-${span[0]}-${span[1]}`;
    wanted.set(id, span);
    return `#${id}`;
  }

  function words(span: Span): Markup {
    return html`${bracketed(span, within(long, span))}`;
  }

  /** Longer statements around the words of shorter ones, one in another; what would cross is cut at the end of what holds it. */
  function bracketed(span: Span, around: readonly Stretch[], depth = 0): Markup[] {
    const out: Markup[] = [];
    let at = span[0];
    const outer = [...around].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
    while (outer.length > 0) {
      const next = outer.shift() as Stretch;
      const [start, end] = [Math.max(next.span[0], at), Math.min(next.span[1], span[1])];
      if (end <= start) continue;
      if (start > at) out.push(lined([at, start]));
      const held: Stretch[] = [];
      while (outer[0] && outer[0].span[0] < end) held.push(outer.shift() as Stretch);
      const { statement, side, who } = next;
      const first = firstOf(statement);
      out.push(
        html`<span class="long ${side}" data-s="${statement}"${first && html` id="w-${statement}" data-who="${who}"`}><span class="bracket b${Math.min(depth, 2)}" aria-hidden="true"></span>${bracketed([start, end], held, depth + 1)}</span>`,
      );
      at = end;
    }
    if (at < span[1]) out.push(lined([at, span[1]]));
    return out;
  }

  function lined(span: Span): Markup {
    const out: Markup[] = [];
    let at = span[0];
    for (const stretch of within(stretches, span)) {
      const [start, end] = stretch.span;
      if (start > at) out.push(inner([at, start]));
      out.push(marked(stretch, [Math.max(start, at), end]));
      at = end;
    }
    if (at < span[1]) out.push(inner([at, span[1]]));
    return html`${out}`;
  }

  /** An id is given once: to the words that come first. */
  function firstOf(statement: string): boolean {
    const id = `w-${statement}`;
    const first = !given.has(id);
    given.add(id);
    return first;
  }

  function marked(stretch: Stretch, span: Span): Markup {
    const first = firstOf(stretch.statement);
    return html`<a class="w ${stretch.side}" href="#s-${stretch.statement}" tabindex="-1" data-s="${stretch.statement}"${first && html` id="w-${stretch.statement}" data-who="${stretch.who}"`}>${inner(span)}</a>`;
  }

  /** Words with numbers of points and evidence in them, nested; what would cross is cut at the end of what holds it. */
  function inner(span: Span): Markup {
    const pieces: { span: Span; id?: string; found?: true }[] = [];
    if (found && found[0] < span[1] && found[1] > span[0])
      pieces.push({ span: [Math.max(found[0], span[0]), Math.min(found[1], span[1])], found: true });
    for (const [id, of] of wanted)
      if (of[0] >= span[0] && of[0] < span[1] && !given.has(id)) pieces.push({ span: [of[0], Math.min(of[1], span[1])], id });
    for (const of of numbers) if (of[0] >= span[0] && of[1] <= span[1]) pieces.push({ span: of });
    pieces.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
    let next = 0;
    const write = (from: number, to: number): Markup[] => {
      const out: Markup[] = [];
      let at = from;
      while (next < pieces.length && (pieces[next] as { span: Span }).span[0] < to) {
        const piece = pieces[next] as (typeof pieces)[number];
        next++;
        const [start, end] = [piece.span[0], Math.min(piece.span[1], to)];
        if (start < at) continue;
        if (start > at) out.push(aired(text.slice(at, start)));
        const held = write(start, end);
        if (piece.id) given.add(piece.id);
        out.push(
          piece.found ? foundWords(held) : piece.id ? html`<span class="e" id="${piece.id}">${held}</span>` : html`<span class="pn">${held}</span>`,
        );
        at = end;
      }
      if (at < to) out.push(aired(text.slice(at, to)));
      return out;
    };
    return html`${write(span[0], span[1])}`;
  }

  /** The first piece of the words that were looked for is what a link leads to. */
  function foundWords(held: readonly Markup[]): Markup {
    const id = found && `e-${found.join('-')}`;
    const first = id !== undefined && !given.has(id);
    if (first) given.add(id);
    return html`<mark class="found"${first && html` id="${id}"`}>${held}</mark>`;
  }

  return { words, evidence };
}

/** Half-width commas and full stops between full-width signs get air from the style; the words stay as they are. */
function aired(words: string): Markup {
  const pieces = words.split(/(?<=[\u3000-\u9fff\uff00-\uffef])([,.])(?=[\u3000-\u9fff\uff00-\uffef])/);
  return html`${pieces.map((piece, i) => (i % 2 === 1 ? html`<span class="c">${piece}</span>` : piece))}`;
}

/** Apart from each other, in order: where statements share words, the shorter one has them. */
function stretchesOf(reading: Reading, voice: Voice): Stretch[] {
  const bySize = [...reading.statements].sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  const stretches: Stretch[] = [];
  for (const statement of bySize) {
    const { side, words: who } = told(reading, statement, voice);
    let free: Span[] = [statement.span];
    for (const taken of stretches) free = free.flatMap((span) => without(span, taken.span));
    for (const span of free) if (span[1] > span[0]) stretches.push({ span, statement: statement.id, side, who });
  }
  return stretches.sort((a, b) => a.span[0] - b.span[0]);
}

/** Statements that share words with a shorter one, whole: a bracket in the margin tells how far they go. */
function longOf(reading: Reading, voice: Voice): Stretch[] {
  const sorted = [...reading.statements].sort((a, b) => a.span[0] - b.span[0]);
  const found = new Set<Statement>();
  // In the order of the text only those that are still open can share words with the next.
  let open: Statement[] = [];
  for (const statement of sorted) {
    open = open.filter(({ span }) => span[1] > statement.span[0]);
    for (const other of open) found.add(length(other) >= length(statement) ? other : statement);
    open.push(statement);
  }
  return [...found].map((statement) => {
    const { side, words: who } = told(reading, statement, voice);
    return { span: statement.span, statement: statement.id, side, who };
  });
}

function length({ span }: Statement): number {
  return span[1] - span[0];
}

function without([start, end]: Span, [from, to]: Span): Span[] {
  if (to <= start || from >= end) return [[start, end]];
  const left: Span[] = from > start ? [[start, from]] : [];
  const right: Span[] = to < end ? [[to, end]] : [];
  return [...left, ...right];
}

function within(stretches: readonly Stretch[], [start, end]: Span): Stretch[] {
  return stretches.flatMap((each) =>
    each.span[1] <= start || each.span[0] >= end ? [] : [{ ...each, span: [Math.max(each.span[0], start), Math.min(each.span[1], end)] as const }],
  );
}

/** The number of a point, which stands before its words or at their beginning. */
function numberSpan(text: string, point: { number?: string | undefined; span: [number, number] }): Span[] {
  const { number, span } = point;
  if (!number) return [];
  if (text.startsWith(number, span[0])) return [[span[0], span[0] + number.length]];
  const before = text.lastIndexOf(number, span[0]);
  return before >= 0 && span[0] - before <= number.length + 2 ? [[before, before + number.length]] : [];
}
