/**
 * Names of treaties and documents.
 *
 *   > 昨年5月に署名した日露刑事共助条約の批准書の交換を行った。
 *     　　　　　　　　　＾＾＾＾＾＾＾＾
 *
 * 1 a name ends with one of the words that such names end with; 2 it begins after a particle, a mark or a bracket; a long one
 * reaches back over に関する and its like; the search is bounded.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import { isDigit } from '../../language/abilities/numerals.ts';
import { compiled, type Section } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';
import type { Instrument } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isBlank, type Span } from '../../text/span.ts';

export interface InstrumentName {
  readonly span: Span;
  readonly kind: Instrument['kind'];
  /** 同条約: points at one already named. */
  readonly pointing: boolean;
  /** Only the last word: 協定. */
  readonly bare: boolean;
  /** A bare word that names a document where none was told before: 共同声明. */
  readonly alone: boolean;
  /** Of a treaty among many. */
  readonly multilateral: boolean;
  /** How it is called from here on: 経済連携協定(EPA). */
  readonly alias?: string;
}

/** Names are searched back this far, quoted ones further, in units. */
const LONGEST = 60;
const QUOTED = 160;
const YEARS = 14;
/** Between the last words of two names that are one (協定改正議定書) stand no more letters. */
const JOINT = 6;

interface Words {
  readonly ends: Scanner<Instrument['kind'] | 'none' | 'quoted'>;
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly edges: readonly string[];
  readonly kept: readonly string[];
  readonly bare: ReadonlySet<string>;
  readonly alone: ReadonlySet<string>;
  readonly next: Scanner<true>;
  readonly formats: ReadonlySet<string>;
  readonly pointing: readonly string[];
  readonly multilateral: readonly string[];
}

const longestFirst = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);

const wordsOf = compiled(
  (knowledge: Section<'instruments'>): Words => ({
    ends: makeScanner<Instrument['kind'] | 'none' | 'quoted'>([
      ...(knowledge.quoted ?? []).map((word): [string, 'quoted'] => [word, 'quoted']),
      ...Object.entries(knowledge.names).flatMap(([kind, words]) =>
        (words ?? []).map((word): [string, Instrument['kind']] => [word, kind as Instrument['kind']]),
      ),
      ...knowledge.not.map((word): [string, 'none'] => [word, 'none']),
    ]),
    strong: longestFirst(knowledge.parts.strong),
    weak: longestFirst(knowledge.parts.weak),
    edges: longestFirst(knowledge.edges),
    kept: knowledge.kept,
    bare: new Set(knowledge.bare),
    alone: new Set(knowledge.alone),
    next: makeScanner(knowledge.next.map((word): [string, true] => [word, true])),
    formats: new Set(knowledge.formats),
    pointing: knowledge.pointing,
    multilateral: knowledge.multilateral,
  }),
);

/** @param called short names that the text itself gave, each with the kind of what it stands for: 戦略的パートナーシップ協定(SPA). */
export function findInstrumentNames(
  text: string,
  span: Span,
  knowledge: Section<'instruments'>,
  called: ReadonlyMap<string, Instrument['kind']> = new Map(),
): InstrumentName[] {
  const words = wordsOf(knowledge);
  const found = withCalled(text, span, words.ends.all(text, span[0], span[1]), called);
  if (found.length === 0) return [];
  const result: InstrumentName[] = [];
  let from = span[0];
  for (const [n, { start: last, end, value }] of found.entries()) {
    if (value === 'none' || isPart(text, end, found[n + 1], words) || isLonger(text, last, end, span[1], words)) continue;
    const inQuotes = quotedFrom(text, from, last, end);
    if (value === 'quoted' && inQuotes === undefined) continue;
    const start = inQuotes ?? begin(text, from, last, words);
    const name = text.slice(start, end);
    const bare = words.bare.has(name);
    const alias = bare ? undefined : aliasAfter(text, end, span[1], words);
    result.push({
      span: [start, end],
      kind: value === 'quoted' ? 'other' : value,
      bare,
      pointing: words.pointing.some((word) => text.startsWith(word, start - word.length) && start - word.length >= span[0]),
      // 「某計画」に関する書簡: told by what stands before it
      alone: words.alone.has(name) || words.strong.some((word) => text.startsWith(word, start - word.length) && start - word.length > span[0]),
      multilateral: words.multilateral.some((word) => name.endsWith(word)),
      ...(alias && { alias }),
    });
    from = end;
  }
  return result;
}

type Ending = ReturnType<Words['ends']['all']>[number];

/** The endings with the short names in their places; one inside another is left out. */
function withCalled(text: string, [from, to]: Span, endings: readonly Ending[], called: ReadonlyMap<string, Instrument['kind']>): readonly Ending[] {
  if (called.size === 0) return endings;
  const words = text.slice(from, to);
  const all = [...endings];
  for (const [name, value] of called)
    for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length)) {
      const [start, end] = [from + at, from + at + name.length];
      if (!endings.some((one) => one.start < end && one.end > start)) all.push({ start, end, value });
    }
  return all.length === endings.length ? endings : all.sort((a, b) => a.start - b.start);
}

/** A name goes on to the last word of another, whose part it is, in Han letters, a number or over a particle: 航空協定改正議定書, TPP11協定, 派遣取極に関する書簡. */
function isPart(text: string, end: number, next: Ending | undefined, { strong }: Words): boolean {
  if (!next || next.value === 'none' || next.value === 'quoted') return false;
  if (next.start > end && strong.includes(text.slice(end, Math.min(next.start, end + LONGEST)))) return true;
  if (next.start - end > JOINT) return false;
  for (let i = end; i < next.start; i++) if (!isHan(text.charCodeAt(i)) && !isDigit(text.charCodeAt(i))) return false;
  return true;
}

/** Whether the word goes on in letters of its own kind, so that it is another: 協定国, EPAs. */
function isLonger(text: string, start: number, end: number, limit: number, { next }: Words): boolean {
  if (isLatin(text.charCodeAt(start)) && start > 0 && isLatin(text.charCodeAt(start - 1))) return true;
  if (end >= limit) return false;
  const after = text.charCodeAt(end);
  if (isLatin(text.charCodeAt(end - 1))) return isLatin(after);
  return isHan(after) && next.at(text, end, limit) === undefined;
}

/** After the quotation mark that opens the name which closes right after it, or after a second title: 「日米共同声明:未来に向けて」. */
function quotedFrom(text: string, from: number, last: number, end: number): number | undefined {
  // 「…の協力に関するプログラム(2012-2017)」
  const bracket = years(text, end);
  const closes = text.charCodeAt(bracket);
  if (closes !== 0x300d && closes !== 0x300f && fold(closes) !== 0x3a) return undefined;
  for (let i = last - 1; i >= from && last - i < QUOTED; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 0x300c || unit === 0x300e) return i + 1;
    if (unit === 0x3002 || unit === 0x300d || unit === 0x300f) return undefined;
  }
  return undefined;
}

/** Behind years in brackets that stand at `at`. */
function years(text: string, at: number): number {
  if (fold(text.charCodeAt(at)) !== 0x28) return at;
  for (let i = at + 1; i - at < YEARS; i++) {
    const unit = fold(text.charCodeAt(i));
    if (unit === 0x29) return i + 1;
    if (!(unit >= 0x30 && unit <= 0x39) && !isJoining(unit)) return at;
  }
  return at;
}

const isJoining = (unit: number): boolean => unit === 0x2d || unit === 0x301c || unit === 0x7e || unit === 0x5e74;

/** Back over the letters of the name and the particles that long names hold, then forward over what is no part of it. */
function begin(text: string, from: number, end: number, words: Words): number {
  const { strong, weak, edges, kept } = words;
  const limit = Math.max(from, end - LONGEST);
  let at = lettersBack(text, limit, end);
  let open = false;
  for (;;) {
    const part: string | undefined = before(text, strong, limit, at) ?? (open ? before(text, weak, limit, at) : undefined);
    if (!part) break;
    const start = at - part.length;
    const left = lettersBack(text, limit, start, true);
    // 交換公文の署名及び覚書の署名: what happens to another thing
    if (left === start || (weak.includes(part) && words.next.at(text, left, start)?.end === start)) break;
    open = true;
    at = left;
  }
  for (;;) {
    const edge: string | undefined = edges.find((word) => text.startsWith(word, at) && at + word.length <= end);
    if (!edge || kept.some((word) => word.length > edge.length && text.startsWith(word, at))) break;
    at += edge.length;
    const part = [...weak].find((word) => text.startsWith(word, at) && at + word.length <= end);
    if (part) at += part.length;
  }
  return at;
}

function before(text: string, words: readonly string[], limit: number, at: number): string | undefined {
  return words.find((word) => at - word.length > limit && text.startsWith(word, at - word.length));
}

/** @param closed whether a bracket may close right before `end`. Back over letters, a short word in brackets between them, 官民連携(PPP)推進, and a blank between two scripts, 日米 ACSA. */
function lettersBack(text: string, limit: number, end: number, closed = false): number {
  let at = end;
  while (at > limit) {
    if (isNamed(text.charCodeAt(at - 1))) at--;
    else if (fold(text.charCodeAt(at - 1)) === 0x29 && (closed || at < end)) {
      const open = opensBefore(text, limit, at - 1);
      if (open === undefined || !isNamed(text.charCodeAt(open - 1))) break;
      at = open;
    } else if (isBlank(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at)) && isHan(text.charCodeAt(at - 2))) at--;
    else break;
  }
  return at;
}

/** Where the bracket opens that closes at `close`, with letters or a number in it: (PPP), (約1,500億円). */
function opensBefore(text: string, limit: number, close: number): number | undefined {
  for (let i = close - 1; i > limit && close - i < 14; i--) {
    if (fold(text.charCodeAt(i)) === 0x28) return close - i > 1 ? i : undefined;
    const unit = text.charCodeAt(i);
    if (!isNamed(unit) && !isComma(unit)) return undefined;
  }
  return undefined;
}

/** Past the mark that closes a title at `at`. */
export function pastQuote(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit === 0x300d || unit === 0x300f ? at + 1 : at;
}

/** 経済連携協定(EPA): how the text will call it. */
function aliasAfter(text: string, end: number, limit: number, { formats }: Words): string | undefined {
  const open = pastQuote(text, end);
  if (fold(text.charCodeAt(open)) !== 0x28 || open >= limit) return undefined;
  let at = open + 1;
  while (at < limit && at - open < 16 && isNamed(text.charCodeAt(at))) at++;
  if (at <= open + 2 || fold(text.charCodeAt(at)) !== 0x29) return undefined;
  const alias = text.slice(open + 1, at);
  return formats.has(alias) ? undefined : alias;
}

/** Letters that names are written with: Han, katakana, Latin letters, digits, ・ ー and hyphens. */
function isNamed(unit: number): boolean {
  const plain = fold(unit);
  return (
    isHan(unit) ||
    isLatin(unit) ||
    (unit >= 0x30a1 && unit <= 0x30fc) ||
    (plain >= 0x30 && plain <= 0x39) ||
    plain === 0x2d ||
    unit === 0x2010 ||
    unit === 0x2013
  );
}

function isLatin(unit: number): boolean {
  const plain = fold(unit);
  return (plain >= 0x41 && plain <= 0x5a) || (plain >= 0x61 && plain <= 0x7a);
}

function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3005;
}
