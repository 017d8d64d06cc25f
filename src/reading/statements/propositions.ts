/** Where a clause opens, and where the finite propositions end that stand under one verb of saying. */
import { isComma, isStop } from '../../language/abilities/head-final.ts';
import { fold } from '../../text/fold.ts';
import { isQuoteEnd, isQuoteStart } from '../../text/quotes.ts';
import { isBlank, type Span, trimmed } from '../../text/span.ts';
import type { Knowledge } from './knowledge.ts';

/** A proposition shorter than this is no statement of its own. */
export const SHORTEST = 5;
/** The words of a predicate that no rule knows are the last of its proposition, in units. */
const TAIL = 12;

/** Ends of propositions that stand for themselves, outside brackets: before the commas after them, or before what couples one with the next (旨及び). */
export function propositions(text: string, start: number, end: number, { finite, unfinite, coupling }: Knowledge): number[] {
  const result: number[] = [];
  let depth = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isQuoteStart(unit) || unit === 0xff08 || unit === 0x28) depth++;
    else if (isQuoteEnd(unit) || unit === 0xff09 || unit === 0x29) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (isComma(unit) ? finite(text, start, i) && !unfinite(text, start, i) : coupling.at(text, i, end)) result.push(i);
  }
  return result;
}

/**
 * Ends of the contents but the last that stand in a row before one verb, and how long the word is that closes each: 歓迎していること｜、感謝していることを.
 *
 * @param closing what closes the last: behind another than theirs one goes on by a conjunction (期待すること｜、また、協力したい旨) or says why (憂慮しているとして｜、).
 */
export function contents(text: string, start: number, end: number, closing: string, knowledge: Knowledge): [at: number, length: number][] {
  const { listing, claiming, finite, unfinite, goesOn } = knowledge;
  const alike = listing.includes(closing);
  const result: [number, number][] = [];
  for (let i = start; i < end; i++) {
    if (!isComma(text.charCodeAt(i))) continue;
    const word = alike || goesOn.at(text, i + 1, end) ? listing.find((one) => text.endsWith(one, i)) : undefined;
    const claim = claiming.find((one) => text.endsWith(one, i));
    const said = claim !== undefined && finite(text, start, i - claim.length) && !unfinite(text, start, i - claim.length);
    if (word !== undefined) result.push([i, word.length]);
    else if (said) result.push([i, claim.length]);
  }
  return result;
}

/** Ends of the sentences of a quotation, before their stops, without the last: 会談で、「同感である。協議を続けたい。」と述べた; of one that goes on before or behind, too. */
export function sentencesOf(text: string, span: Span): number[] {
  const [from, to] = quotationIn(text, span);
  const result: number[] = [];
  for (let i = from; i < to - 2; i++) if (text.charCodeAt(i) === 0x3002) result.push(i);
  return result;
}

/** The quotation with which a stretch ends, closed or not, or that was opened before it. */
function quotationIn(text: string, [start, end]: Span): Span {
  let open = -1;
  for (let i = start, depth = 0; i <= end; i++) {
    const unit = text.charCodeAt(i);
    if (isQuoteStart(unit)) {
      if (depth++ === 0 && i < end) open = i;
    } else if (isQuoteEnd(unit)) {
      if (depth === 0 && i >= end - 1) return [start, end];
      if (depth > 0 && --depth === 0 && i < end - 1) open = -1;
    }
  }
  return open < 0 ? [end, end] : [open, end];
}

/** Where a clause begins: after white space, marks and the conjunction that opens it. */
export function opening(text: string, from: number, end: number, { conjunctions, coupling }: Knowledge): number {
  let at = coupling.at(text, from, end)?.end ?? from;
  let unclosed = false;
  while (at < end) {
    const unit = text.charCodeAt(at);
    // what one bracket lacks those behind it lack too
    if (fold(unit) === 0x28) unclosed ||= !closes(text, at, end);
    if (isBlank(unit) || isComma(unit) || unit === 0x3002 || fold(unit) === 0x29 || (fold(unit) === 0x28 && unclosed)) {
      at++;
      continue;
    }
    const found = conjunctions.at(text, at, end);
    if (!found || found.end >= end || !isComma(text.charCodeAt(found.end))) break;
    at = found.end + 1;
  }
  return at;
}

/**
 * Behind what tells with whom one met, before what was said there: 某首相と会談し、｜協力で一致した; 会談を行い、｜協力について意見交換した.
 *
 * @param partner whether one of the others who met is named within a span, where it must be.
 */
export function behindMeeting(text: string, [start, end]: Span, { meeting }: Knowledge, partner?: (span: Span) => boolean): number {
  for (let i = end - 1; i > start; i--) if (isComma(text.charCodeAt(i)) && meeting(text, start, i) && (!partner || partner([start, i]))) return i + 1;
  return start;
}

/** Whether a bracket that opens is closed before a place: a remark of several sentences is not, and its sign is no part of what is told. */
function closes(text: string, open: number, end: number): boolean {
  for (let i = open + 1; i < end; i++) if (fold(text.charCodeAt(i)) === 0x29) return true;
  return false;
}

/** The span without white space and without the marks that end a sentence. */
export function unstopped(text: string, span: Span): Span {
  const [start, stop] = trimmed(text, span);
  let end = stop;
  while (end > start && isStop(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

/** Where its last words begin, of those that are not longer: with the first of them that begins behind another (歩みを｜進めてきた), if one does. */
export function tailStart(text: string, [start, end]: Span): number {
  let at = end;
  let word = -1;
  while (at > start && end - at < TAIL && !isComma(text.charCodeAt(at - 1))) {
    at--;
    if (!isHiragana(text.charCodeAt(at)) && isHiragana(text.charCodeAt(at - 1))) word = isPolite(text.charCodeAt(at - 1)) ? at - 1 : at;
  }
  return at > start && !isComma(text.charCodeAt(at - 1)) && word >= 0 ? word : at;
}

/** お or ご, before a word for what a guest or a host does. */
function isPolite(unit: number): boolean {
  return unit === 0x304a || unit === 0x3054;
}

function isHiragana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x3096;
}
