/**
 * Words and sentences of a text as the platform knows them under a language tag.
 *
 * 1 the segments in order are the text; 2 time is linear in its length: the platform's own time grows with the square of what it is
 * given at once, so it is given lines, and of long lines pieces that end at a mark or a blank where there is one.
 */
export interface Segment {
  readonly index: number;
  readonly words: string;
}

/** The longest piece, and how far back from its end a mark to end it at is looked for. */
const PIECE = { word: 400, sentence: 4000 } as const;
const BACK = 120;

const made = new Map<string, Intl.Segmenter>();

export function segments(text: string, tag: string, granularity: 'word' | 'sentence'): Segment[] {
  const segmenter = segmenterOf(tag, granularity);
  const out: Segment[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfPiece(text, at, PIECE[granularity]);
    for (const { index, segment } of segmenter.segment(text.slice(at, end))) out.push({ index: at + index, words: segment });
    at = end;
  }
  return out;
}

function endOfPiece(text: string, start: number, longest: number): number {
  const line = text.indexOf('\n', start) + 1;
  const end = line > 0 ? line : text.length;
  if (end - start <= longest) return end;
  const limit = start + longest;
  for (let i = limit; i > limit - BACK; i--) if (/[\p{P}\p{Z}\s]/u.test(text[i - 1] as string)) return i;
  // Never between the two units of one sign.
  return /[\udc00-\udfff]/.test(text[limit] as string) ? limit + 1 : limit;
}

/** A tag that the platform does not take is cut by the rules for any language. */
function segmenterOf(tag: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${tag}`;
  let segmenter = made.get(key);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(tag, { granularity });
    } catch {
      segmenter = new Intl.Segmenter('und', { granularity });
    }
    made.set(key, segmenter);
  }
  return segmenter;
}
