/**
 * Who publishes the page: a ministry that stands for itself in a short line at its head or its foot.
 *
 * 1 a ministry inside a sentence or before an office (外務省アジア大洋州局長) publishes nothing.
 */
import { isBlank } from '../../text/span.ts';
import type { TalksWords } from './knowledge.ts';

/** Signs at either end of the text that are looked at. */
const EDGE = 400;
/** A line longer than this is a sentence. */
const LINE = 60;

export function publisherOf(text: string, words: TalksWords): { readonly party?: string; readonly name: string } | undefined {
  const foot = words.publishers.all(text, Math.max(0, text.length - EDGE), text.length);
  const head = words.publishers.all(text, 0, Math.min(EDGE / 2, text.length));
  const found = [...foot, ...head].find(({ start, end }) => standsAlone(text, start, end));
  return found && { party: found.value, name: text.slice(found.start, found.end) };
}

function standsAlone(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const to = stop < 0 ? text.length : stop;
  if (to - from > LINE) return false;
  const after = text.charCodeAt(end);
  return end >= to || isBlank(after) || !isLetter(after);
}

function isLetter(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff);
}
