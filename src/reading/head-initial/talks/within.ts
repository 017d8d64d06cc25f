/** The mentions that lie in a stretch of the text. */
import type { Mention } from '../../../record/reading.ts';
import { firstFrom, type Span } from '../../../text/span.ts';

export function mentionsIn(mentions: readonly Mention[], [start, end]: Span): Mention[] {
  const result: Mention[] = [];
  for (let i = firstFrom(mentions, start); i < mentions.length && (mentions[i] as Mention).span[1] <= end; i++) result.push(mentions[i] as Mention);
  return result;
}
