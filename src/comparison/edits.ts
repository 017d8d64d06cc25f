/**
 * What an edit of a page changed, line by line. Pure.
 *
 * 1 kept and gone lines in order are the text before, kept and come lines the text after; 2 time is bounded: texts of very
 * many lines that differ are told as gone and come without being aligned.
 */
export interface LineEdit {
  readonly kind: 'kept' | 'gone' | 'come';
  readonly words: string;
}

/** Cells of the table of common lines: two thousand lines against two thousand. */
const MOST = 4_000_000;

export function lineEdits(before: string, after: string): LineEdit[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = aligned(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const kept = (lines: readonly string[]) => lines.map((words): LineEdit => ({ kind: 'kept', words }));
  return [...kept(a.slice(0, head)), ...middle, ...kept(tail === 0 ? [] : a.slice(-tail))];
}

function aligned(a: readonly string[], b: readonly string[]): LineEdit[] {
  const gone = (words: string): LineEdit => ({ kind: 'gone', words });
  const come = (words: string): LineEdit => ({ kind: 'come', words });
  if (a.length * b.length > MOST) return [...a.map(gone), ...b.map(come)];
  // Length of the longest common run of lines from (i, j) on.
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] as number) + 1
          : Math.max(common[(i + 1) * width + j] as number, common[i * width + j + 1] as number);
  const edits: LineEdit[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      edits.push({ kind: 'kept', words: a[i] as string });
      i++;
      j++;
    } else if ((common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number)) edits.push(gone(a[i++] as string));
    else edits.push(come(b[j++] as string));
  }
  return [...edits, ...a.slice(i).map(gone), ...b.slice(j).map(come)];
}

/** The words in which two lines differ: what both begin and end with is left out, whole words at a time. Spans in UTF-16 units. */
export function changedSpans(
  before: string,
  after: string,
): { readonly before: readonly [number, number]; readonly after: readonly [number, number] } {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (head === before.length && head === after.length) return { before: [head, head], after: [head, head] };
  // A word that is cut on either side is taken whole on both.
  const back = Math.max(intoWord(before, head).back, intoWord(after, head).back);
  const on = Math.max(intoWord(before, before.length - tail).on, intoWord(after, after.length - tail).on);
  return { before: [head - back, before.length - tail + on], after: [head - back, after.length - tail + on] };
}

const words = new Intl.Segmenter('und', { granularity: 'word' });

/** How far a place lies from the beginning and the end of the word that it cuts; nothing where it cuts none. */
function intoWord(line: string, at: number): { back: number; on: number } {
  if (at <= 0 || at >= line.length) return { back: 0, on: 0 };
  const word = words.segment(line).containing(at);
  if (!word || word.index === at) return { back: 0, on: 0 };
  return { back: at - word.index, on: word.index + word.segment.length - at };
}
