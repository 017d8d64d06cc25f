/** Who publishes the page: a ministry that its furniture or its opening names. */
import type { TalksWords } from './knowledge.ts';

/** Signs at either end of the text that are looked at. */
const EDGE = 400;

export function publisherOf(text: string, words: TalksWords): { readonly party?: string; readonly name: string } | undefined {
  const from = Math.max(0, text.length - EDGE);
  const found = words.publishers.all(text, from, text.length)[0] ?? words.publishers.all(text, 0, Math.min(EDGE / 2, text.length))[0];
  return found && { party: found.value, name: text.slice(found.start, found.end) };
}
