/** One sentence with what is looked at in it: its instruments, days and statements, and how a bracket or a title is stepped over. */
import { isComma } from '../../language/abilities/head-final.ts';
import type { DateMention, Statement, Talks } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isQuoteEnd, isQuoteStart } from '../../text/quotes.ts';
import { firstFrom, type Span } from '../../text/span.ts';
import type { Draft } from './drafts.ts';
import { type InstrumentName, pastQuote } from './names.ts';
import type { Words } from './words.ts';

/** How far an event may stand from the name of its instrument, in units. */
export const NEAR = 60;
/** Before the instrument that a sentence is about stands no more than a number or a mark. */
const HEAD = 4;
/** Nor more of what tells of it. */
const TOLD = 24;
/** A bracket holds no more, in units; more dates than these do not lie in one another. */
const BRACKET = 160;
const NEIGHBOURS = 4;
/** Right behind its day stands no more than a comma. */
export const BESIDE = 2;

export interface Named {
  readonly name: InstrumentName;
  readonly draft: Draft | undefined;
}

export interface Sheet {
  readonly text: string;
  /** The sentence. */
  readonly span: Span;
  readonly here: readonly Named[];
  /** The instrument named last before this sentence. */
  readonly latest: Draft | undefined;
  readonly statements: readonly Statement[];
  readonly dates: readonly DateMention[];
  /** The same date told of what is still to come. */
  readonly ahead: (date: DateMention) => DateMention;
  readonly met: Talks | undefined;
  /** The page tells of talks, here or elsewhere. */
  readonly talked: boolean;
  readonly words: Words;
}

/** Past a bracket that stands right at `at`, or behind the mark that closes a title: 共同声明(仮訳)を, 「…協定」(日本語)の. */
export function pastBracket(text: string, at: number, limit: number): number {
  const from = pastQuote(text, at);
  if (fold(text.charCodeAt(from)) !== 0x28) return at;
  let depth = 0;
  for (let i = from; i < limit && i - at < 2 * NEAR; i++) {
    const sign = fold(text.charCodeAt(i));
    if (sign === 0x28) depth++;
    if (sign === 0x29 && --depth === 0) return i + 1;
  }
  return at;
}

export function isBracket(unit: number): boolean {
  const plain = fold(unit);
  return plain === 0x28 || plain === 0x29 || (unit >= 0x300c && unit <= 0x300f);
}

/** Whether a quotation that opens behind `from` is still open at `at`. */
export function opensQuote(text: string, from: number, at: number): boolean {
  let depth = 0;
  for (let i = from; i < at; i++) {
    if (isQuoteStart(text.charCodeAt(i))) depth++;
    else if (isQuoteEnd(text.charCodeAt(i)) && depth > 0) depth--;
  }
  return depth > 0;
}

/** The date that begins at a place or within `by` units behind it. */
export function dateFrom({ dates }: Sheet, at: number, by: number): DateMention | undefined {
  const date = dates[firstFrom(dates, at)];
  return date && date.span[0] <= at + by && date.edtf !== undefined && !date.duration ? date : undefined;
}

/** The last date that ends before a place. */
export function dateBefore({ dates }: Sheet, at: number): DateMention | undefined {
  for (let i = firstFrom(dates, at) - 1, steps = 0; i >= 0 && steps < NEIGHBOURS; i--, steps++)
    if ((dates[i] as DateMention).span[1] <= at) return dates[i];
  return undefined;
}

/** Whether a round bracket that opens behind `from`, not far before, is still open at `at`. */
export function inBracket(text: string, from: number, at: number): boolean {
  let depth = 0;
  for (let i = Math.max(0, from, at - BRACKET); i < at; i++) {
    const sign = fold(text.charCodeAt(i));
    if (sign === 0x28) depth++;
    if (sign === 0x29 && depth > 0) depth--;
  }
  return depth > 0;
}

export function isKana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x3096;
}

/** Before what a sentence is about stands a number, or what tells of it, and no comma: 両国が目指す「…協定」は. */
function isHead(text: string, from: number, at: number): boolean {
  if (at - from > TOLD) return false;
  if (at - from <= HEAD) return true;
  for (let i = from; i < at; i++) if (isComma(text.charCodeAt(i))) return false;
  return true;
}

/** 某協定は、…: the instrument that the sentence opens with and is about. */
export function topicOf({ text, span, here, words }: Sheet): Draft | undefined {
  const first = here[0];
  if (!first?.draft || !isHead(text, span[0], first.name.span[0])) return undefined;
  return words.topics.at(text, pastQuote(text, pastBracket(text, first.name.span[1], span[1]))) ? first.draft : undefined;
}
