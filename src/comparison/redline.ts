/**
 * What two stretches of text have in common and in what they differ, cut where words end.
 *
 *   > 解決策を見いだす作業を加速することで合意した
 *   > 解決策を探っていくことで一致した
 *     kept 解決策を · gone 見いだす作業を加速する · come 探っていく · kept ことで · gone 合意 · come 一致 · kept した
 *
 * 1 the `before` spans of the pieces, in order, are the first stretch, each sign once; the `after` spans the second; 2 changes of
 * punctuation, width, spelling and of an item's number are kept pieces whose words differ; 3 time is bounded: texts that differ in very many words
 * are told as gone and come between what they begin and end with.
 */
import { diffArrays } from 'diff';
import type { Span } from '../text/span.ts';
import { segments } from './segments.ts';
import { makeSpelling, sounds } from './spelling.ts';
import type { Tongue } from './tongue.ts';

export type Piece =
  | { readonly kind: 'kept'; readonly before: Span; readonly after: Span }
  | { readonly kind: 'gone'; readonly before: Span }
  | { readonly kind: 'come'; readonly after: Span };

/** A part of a text. */
export interface Stretch {
  readonly text: string;
  readonly span: Span;
}

interface Word {
  readonly key: string;
  /** Where it starts and where the next one does, in units of the text. */
  readonly span: Span;
}

/** Words that may differ before aligning is given up. */
const MOST_EDITS = 300;

export function redline(before: Stretch, after: Stretch, tongue: Tongue): Piece[] {
  const [a, b] = [wordsOf(before, tongue), wordsOf(after, tongue)];
  if (a.length === 0 || b.length === 0) return both(before.span, after.span, a.length === 0 && b.length === 0);
  const [inA, inB] = [within(before, a), within(after, b)];
  return [
    ...both([before.span[0], inA[0]], [after.span[0], inB[0]], true),
    ...joined(withoutIslands(runs(a, b)), a, b, inA[1], inB[1]),
    ...both([inA[1], before.span[1]], [inB[1], after.span[1]], true),
  ];
}

/** The words of a stretch; signs between words belong to the word before. The number of an item is no word. */
export function wordsOf({ text, span }: Stretch, tongue: Tongue): Word[] {
  const spelt = makeSpelling(tongue)(text.slice(span[0], span[1]));
  const words: { key: string; start: number }[] = [];
  const opening = numbering(spelt.form);
  for (const { words: word, index } of segments(spelt.form, tongue.tag, 'word'))
    if (index >= opening && sounds(word)) words.push({ key: word.replace(/(?<=\d),(?=\d)/g, ''), start: span[0] + (spelt.at[index] as number) });
  return words.map(({ key, start }, i) => ({ key, span: [start, words[i + 1]?.start ?? span[1]] }));
}

/** From the first word to the end of the last, without the signs around them. */
function within({ text }: Stretch, words: readonly Word[]): Span {
  const [start, stop] = [(words[0] as Word).span[0], (words.at(-1) as Word).span];
  let end = stop[1];
  while (end > stop[0] + 1 && !sounds(text[end - 1] as string)) end--;
  return [start, end];
}

/** How long the number of an item is that a stretch begins with: it may change without a word being changed. */
export function numbering(form: string): number {
  return /^[\s\p{P}]{0,8}(?:\p{N}{1,3}|\p{L}(?=[)\]]))(?!\p{N})[\s\p{P}]{1,8}(?!\p{N})/u.exec(form)?.[0].length ?? 0;
}

/** Two stretches that are not cut: kept where nothing is in them but signs. */
function both(before: Span, after: Span, silent: boolean): Piece[] {
  const [there, here] = [before[1] > before[0], after[1] > after[0]];
  if (silent) return there || here ? [{ kind: 'kept', before, after }] : [];
  return [...(there ? [{ kind: 'gone' as const, before }] : []), ...(here ? [{ kind: 'come' as const, after }] : [])];
}

/** A run of words: both sides of a kept one are as many. */
interface Run {
  readonly kept: boolean;
  a: number;
  b: number;
}

function runs(a: readonly Word[], b: readonly Word[]): Run[] {
  const changes = diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
    { maxEditLength: MOST_EDITS },
  );
  if (!changes) return ends(a, b);
  const out: Run[] = [];
  for (const { added, removed, value } of changes) {
    const n = value.length;
    if (!added && !removed) out.push({ kept: true, a: n, b: n });
    else {
      const last = out.at(-1);
      if (last && !last.kept) {
        last.a += removed ? n : 0;
        last.b += added ? n : 0;
      } else out.push({ kept: false, a: removed ? n : 0, b: added ? n : 0 });
    }
  }
  return out;
}

function ends(a: readonly Word[], b: readonly Word[]): Run[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head]?.key === b[head]?.key) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail]?.key === b[b.length - 1 - tail]?.key) tail++;
  const all: Run[] = [
    { kept: true, a: head, b: head },
    { kept: false, a: a.length - head - tail, b: b.length - head - tail },
    { kept: true, a: tail, b: tail },
  ];
  return all.filter((run) => run.a + run.b > 0);
}

/** One word kept between changes that are each three times as long and more reads as chance: it goes with them. */
const ISLAND = 3;

function withoutIslands(all: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (let i = 0; i < all.length; i++) {
    const run = all[i] as Run;
    const [last, next] = [out.at(-1), all[i + 1]];
    const island = run.kept && run.a === 1 && last && next && !last.kept && !next.kept;
    if (island && Math.min(last.a, last.b) >= ISLAND && Math.min(next.a, next.b) >= ISLAND) {
      last.a += run.a + next.a;
      last.b += run.b + next.b;
      i++;
    } else out.push({ ...run });
  }
  return out;
}

/** @param endA where the last word of either side ends. */
function joined(all: readonly Run[], a: readonly Word[], b: readonly Word[], endA: number, endB: number): Piece[] {
  let [i, j] = [0, 0];
  const pieces: Piece[] = [];
  for (const run of all) {
    const there: Span = [a[i]?.span[0] ?? endA, a[i + run.a]?.span[0] ?? endA];
    const here: Span = [b[j]?.span[0] ?? endB, b[j + run.b]?.span[0] ?? endB];
    if (run.kept) pieces.push({ kind: 'kept', before: there, after: here });
    else {
      if (run.a > 0) pieces.push({ kind: 'gone', before: there });
      if (run.b > 0) pieces.push({ kind: 'come', after: here });
    }
    i += run.a;
    j += run.b;
  }
  return pieces;
}
