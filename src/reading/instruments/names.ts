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
import { isQuoteEnd, isQuoteStart } from '../../text/quotes.ts';
import { firstFrom, isBlank, type Span } from '../../text/span.ts';
import { isJoint } from '../mentions/scripts.ts';
import { findTitles, type TitleWords, titleWordsOf } from './titles.ts';

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
/** What stands in brackets inside a title, (2012-2017) or a short name, is no longer than this; so many blanks stand around it. */
const REMARK = 40;
const BLANKS = 2;
/** A remark inside a name is no longer. */
const ASIDE = 24;
/** Between the last words of two names that are one (協定改正議定書) stand no more letters. */
const JOINT = 6;
/** A short name is no longer than this, in units. */
const ALIAS = 20;

/** 』 closes a quotation within another. */
const QUOTE_END_WITHIN = 0x300f;

interface Words {
  readonly ends: Scanner<Instrument['kind'] | 'none' | 'quoted'>;
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  /** What hangs a noun on another. */
  readonly nominal: readonly string[];
  readonly verbal: readonly string[];
  readonly objects: readonly string[];
  /** The same for notes, which have strong ones of their own. */
  readonly forNotes?: Words;
  readonly held: readonly string[];
  readonly titled: TitleWords | undefined;
  readonly edges: readonly string[];
  readonly kept: readonly string[];
  readonly bare: ReadonlySet<string>;
  readonly appended: ReadonlySet<string>;
  readonly long: ReadonlySet<string>;
  readonly alone: ReadonlySet<string>;
  readonly next: Scanner<true>;
  readonly formats: ReadonlySet<string>;
  readonly pointing: readonly string[];
  readonly multilateral: readonly string[];
  readonly labels: readonly string[];
  /** Before the number of a note below the text. */
  readonly notes: readonly string[];
}

const longestFirst = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);

const wordsOf = compiled((knowledge: Section<'instruments'>): Words => {
  const words: Words = {
    ends: makeScanner<Instrument['kind'] | 'none' | 'quoted'>([
      ...(knowledge.quoted ?? []).map((word): [string, 'quoted'] => [word, 'quoted']),
      ...Object.entries(knowledge.names).flatMap(([kind, words]) =>
        (words ?? []).map((word): [string, Instrument['kind']] => [word, kind as Instrument['kind']]),
      ),
      ...knowledge.not.map((word): [string, 'none'] => [word, 'none']),
    ]),
    strong: longestFirst(knowledge.parts.strong),
    weak: longestFirst(knowledge.parts.weak),
    nominal: knowledge.parts.nominal ?? [],
    verbal: knowledge.parts.verbal ?? [],
    objects: knowledge.parts.objects ?? [],
    held: knowledge.parts.held ?? [],
    titled: titleWordsOf(knowledge),
    edges: longestFirst(knowledge.edges),
    kept: knowledge.kept,
    bare: new Set(knowledge.bare),
    appended: new Set(knowledge.appended),
    long: new Set(knowledge.long),
    alone: new Set(knowledge.alone),
    next: makeScanner(knowledge.next.map((word): [string, true] => [word, true])),
    formats: new Set(knowledge.formats),
    pointing: knowledge.pointing,
    multilateral: knowledge.multilateral,
    labels: longestFirst(knowledge.labels ?? []),
    notes: knowledge.notes ?? [],
  };
  return { ...words, forNotes: { ...words, strong: longestFirst([...knowledge.parts.strong, ...(knowledge.parts.about ?? [])]) } };
});

/**
 * @param called short names that the text itself gave, each with the kind of what it stands for: 戦略的パートナーシップ協定(SPA).
 * @param dates of the sentence, in order: a name does not begin with one.
 */
export function findInstrumentNames(
  text: string,
  span: Span,
  knowledge: Section<'instruments'>,
  called: ReadonlyMap<string, Instrument['kind']> = new Map(),
  dates: readonly { readonly span: Span }[] = [],
): InstrumentName[] {
  const words = wordsOf(knowledge);
  const found = withTitles(text, span, withCalled(text, span, words.ends.all(text, span[0], span[1]), called), words);
  if (found.length === 0) return [];
  const result: InstrumentName[] = [];
  let from = span[0];
  for (const [n, { start: last, end, value }] of found.entries()) {
    if (value === 'titled') {
      result.push({ span: [last, end], kind: 'other', bare: false, pointing: false, alone: true, multilateral: false });
      from = end;
      continue;
    }
    if (
      value === 'none' ||
      last < from ||
      isPart(text, found[n] as Ending, found[n + 1], words) ||
      isInTitle(text, from, last, found, n) ||
      isLonger(text, last, end, span[1], words)
    )
      continue;
    const inQuotes = quotedFrom(text, from, last, end);
    // …に関するプログラム」への署名: the mark that opens it has been lost
    if (value === 'quoted' && inQuotes === undefined && !isClosed(text, from, last, end)) continue;
    const start = inQuotes ?? begin(text, from, [last, end], (value === 'exchange-of-notes' ? words.forNotes : undefined) ?? words, dates);
    // 外交上の公文を交換した: the step of another
    if (start === last && words.long.has(text.slice(last, end))) continue;
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

type Value = NonNullable<ReturnType<Words['ends']['at']>>['value'] | 'titled';
type Ending = { readonly start: number; readonly end: number; readonly value: Value };

/** The endings with the titles of documents that none of them ends. */
function withTitles(text: string, span: Span, endings: readonly Ending[], { titled }: Words): readonly Ending[] {
  const titles = titled ? findTitles(text, span, titled) : [];
  const more = titles.filter(([start, end]) => !endings.some((one) => one.start >= start && one.end <= end && pastRemark(text, one.end) === end));
  if (more.length === 0) return endings;
  return [...endings, ...more.map(([start, end]): Ending => ({ start, end, value: 'titled' }))].sort((a, b) => a.start - b.start);
}

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

/** A name goes on to the last word of another, whose part it is, in Han letters, a number or over a particle: 航空協定改正議定書, TPP11協定, 派遣取極に関する書簡, 協定改定に関する議定書. */
function isPart(text: string, { end, value }: Ending, next: Ending | undefined, { strong, weak, appended, next: steps }: Words): boolean {
  if (!next || next.value === 'none' || next.value === 'quoted' || next.value === 'titled') return false;
  // 航空協定の｜改定に関する議定書, 協定｜交渉開始に関する声明: what happens to it may stand between
  const joint = weak.find((word) => text.startsWith(word, end))?.length ?? 0;
  let from = end + joint;
  for (let step = steps.at(text, from, next.start); step; step = steps.at(text, from, next.start)) from = step.end;
  // 「某プログラム」に関する文書: a title is part of what is about it
  const closed = value === 'quoted' ? pastQuote(text, end) : end;
  if (closed > end && strong.includes(text.slice(closed, Math.min(next.start, closed + LONGEST)))) return true;
  // 租税条約の｜改正｜議定書
  if (joint > 0 && from === next.start) return appended.has(text.slice(next.start, next.end));
  if (next.start > end && strong.includes(text.slice(from, Math.min(next.start, end + LONGEST)))) return true;
  if (next.start - end > JOINT) return false;
  for (let i = end; i < next.start; i++) if (!isHan(text.charCodeAt(i)) && !isDigit(text.charCodeAt(i))) return false;
  return true;
}

/** 「某協定締結に関する共同宣言」: the last word of another document within a title, which closes behind the last word of its own. */
function isInTitle(text: string, from: number, start: number, found: readonly Ending[], n: number): boolean {
  for (let m = n + 1; m < found.length; m++) {
    const next = found[m] as Ending;
    if (next.start - start > QUOTED) return false;
    for (let i = (found[m - 1] as Ending).end; i < next.start; i++) if (isQuoteEnd(text.charCodeAt(i)) || text.charCodeAt(i) === 0x3002) return false;
    if (next.value !== 'none' && isQuoteEnd(text.charCodeAt(pastRemark(text, next.end))))
      return (quotedFrom(text, from, next.start, next.end) ?? start) < start;
  }
  return false;
}

/** Whether the word goes on in letters of its own kind, so that it is another: 協定国, EPAs. */
function isLonger(text: string, start: number, end: number, limit: number, { next, notes }: Words): boolean {
  if (isLatin(text.charCodeAt(start)) && start > 0 && isLatin(text.charCodeAt(start - 1))) return true;
  if (end >= limit) return false;
  const after = text.charCodeAt(end);
  if (isLatin(text.charCodeAt(end - 1))) return isLatin(after);
  // 協力覚書｜注1に署名した
  if (notes.some((word) => text.startsWith(word, end) && isDigit(text.charCodeAt(end + word.length)))) return false;
  return isHan(after) && next.at(text, end, limit) === undefined;
}

/** Whether a quotation closes behind the name that was never opened. */
function isClosed(text: string, from: number, last: number, end: number): boolean {
  if (!isQuoteEnd(text.charCodeAt(pastRemark(text, end)))) return false;
  for (let i = last - 1; i >= from && last - i < QUOTED; i--) if (isQuoteStart(text.charCodeAt(i))) return false;
  return true;
}

/** After the quotation mark that opens the name which closes right after it, or after a second title: 「日米共同声明:未来に向けて」. */
function quotedFrom(text: string, from: number, last: number, end: number): number | undefined {
  // 「…の協力に関するプログラム(2012-2017)」, 「…の間の協定(日露航空協定)」
  const closes = text.charCodeAt(pastRemark(text, end));
  if (!isQuoteEnd(closes) && fold(closes) !== 0x3a) return undefined;
  // 「『戦略的関係』構築に向けた共同声明」: a quotation within the title, which begins before it
  let depth = 0;
  for (let i = last - 1; i >= from && last - i < QUOTED; i--) {
    const unit = text.charCodeAt(i);
    if (isQuoteStart(unit) && depth-- === 0) return pastBlanks(text, i + 1);
    if (unit === 0x3002 || (isQuoteEnd(unit) && unit !== QUOTE_END_WITHIN)) return undefined;
    if (unit === QUOTE_END_WITHIN) depth++;
  }
  return undefined;
}

/** Behind years, a short name or the forms in which a page gives the text, (骨子(PDF)仮訳(PDF)), in brackets that stand at `at`, and the blanks around them. */
function pastRemark(text: string, at: number): number {
  const open = pastBlanks(text, at);
  if (fold(text.charCodeAt(open)) !== 0x28) return at;
  for (let i = open, depth = 0; i - open < REMARK; i++) {
    const unit = text.charCodeAt(i);
    const sign = fold(unit);
    if (sign === 0x28) depth++;
    else if (sign === 0x29) {
      if (--depth === 0) return pastBlanks(text, i + 1);
    } else if (!isNamed(unit) && !isJoining(sign) && !isBlank(unit) && !isComma(unit)) return at;
  }
  return at;
}

const isJoining = (unit: number): boolean => unit === 0x301c || unit === 0x7e || unit === 0x2f;

function pastBlanks(text: string, at: number): number {
  let i = at;
  while (i - at < BLANKS && isBlank(text.charCodeAt(i))) i++;
  return i;
}

/** Back over the letters of the name and the particles that long names hold, then forward over what is no part of it. */
function begin(text: string, from: number, [end, close]: Span, words: Words, dates: readonly { readonly span: Span }[]): number {
  const { strong, weak, nominal, bare, long, held } = words;
  const limit = Math.max(from, end - LONGEST);
  let at = lettersBack(text, limit, end, false, held);
  let open = isOfAnother(text, [at, end], close, limit, words);
  for (;;) {
    // 「某計画」の｜交換公文: a bare word is told by the titles of what it is about
    const part: string | undefined = before(text, strong, limit, at) ?? (open || at === end ? before(text, weak, limit, at) : undefined);
    if (!part) break;
    const start = at - part.length;
    const left = lettersBack(text, limit, start, true, held);
    const titled =
      left === start &&
      (strong.includes(part) || (!open && nominal.includes(part) && (bare.has(text.slice(end, close)) || long.has(text.slice(end, close)))));
    const title = titled ? titlesBack(text, from, start, words) : undefined;
    if (title !== undefined) return title;
    if (!open && !strong.includes(part)) break;
    // 交換公文の署名及び覚書の署名: what happens to another thing
    if (left === start || (weak.includes(part) && words.next.at(text, left, start)?.end === start)) break;
    open = true;
    at = weak.includes(part) ? rowBack(text, limit, left, words) : objectBack(text, limit, left, part, words);
  }
  return trimmed(text, at, [end, close], words, dates);
}

/** 租税条約の｜改正議定書: what is appended goes on back over the treaty that it belongs to. */
function isOfAnother(text: string, [start, last]: Span, close: number, limit: number, words: Words): boolean {
  const { weak, ends, appended, next, bare, pointing } = words;
  if (!appended.has(text.slice(last, close)) || (last > start && next.at(text, start, last)?.end !== last)) return false;
  const part = before(text, weak, limit, start);
  const end = start - (part?.length ?? 0);
  const treaty = text.slice(lettersBack(text, limit, end), end);
  // 同協定の改正議定書: which one, stands elsewhere
  if (part === undefined || bare.has(treaty) || pointing.some((word) => treaty.startsWith(word) && bare.has(treaty.slice(word.length)))) return false;
  return ends.all(text, limit, end).some((one) => one.end === end);
}

/** 協力を｜促進するための: what is done is done to something, which the name tells too. */
function objectBack(text: string, limit: number, at: number, part: string, { verbal, objects }: Words): number {
  const particle = verbal.includes(part) ? before(text, objects, limit, at) : undefined;
  if (particle === undefined) return at;
  const end = at - particle.length;
  const left = lettersBack(text, limit, end, true);
  return left === end ? at : left;
}

/** 自由化、｜促進及び保護: back over what a comma joins with the first of two things; a thing that the name is no part of ends as no name does. */
function rowBack(text: string, limit: number, at: number, { edges, weak, ends }: Words): number {
  const comma = at - 1;
  if (comma <= limit || text.charCodeAt(comma) !== 0x3001) return at;
  const left = lettersBack(text, limit, comma);
  // 立ち会いの｜下、…: one letter is no thing
  if (comma - left < 2 || edges.some((word) => text.endsWith(word, comma)) || ends.all(text, left, comma).some(({ end }) => end === comma)) return at;
  // 投資の｜自由化: the first thing has a head of its own
  return before(text, weak, limit, left) === undefined ? at : left;
}

/** 円借款｜「某計画」(5億円)及び「他の計画」に関する: back over the titles of what a document is about, and what they are titles of. */
function titlesBack(text: string, from: number, end: number, { weak, next }: Words): number | undefined {
  let at = end;
  for (let found = false; ; found = true) {
    const close = bracketBack(text, from, at);
    const start = isQuoteEnd(text.charCodeAt(close - 1)) ? quoteBack(text, from, close - 1) : undefined;
    if (start === undefined) return found ? at : undefined;
    const joint = start - 1 > from && isComma(text.charCodeAt(start - 1)) ? 1 : before(text, weak, from, start)?.length;
    const more = joint !== undefined && isQuoteEnd(text.charCodeAt(bracketBack(text, from, start - joint) - 1));
    at = more ? start - (joint as number) : lettersBack(text, from, start);
    if (!more) return next.at(text, at, start) === undefined ? at : start;
  }
}

function quoteBack(text: string, from: number, close: number): number | undefined {
  for (let i = close - 1; i >= from && close - i < LONGEST; i--) {
    const unit = text.charCodeAt(i);
    if (isQuoteStart(unit)) return i;
    if (unit === 0x3002 || isQuoteEnd(unit)) return undefined;
  }
  return undefined;
}

/** Before a short bracket that closes right before `at`. */
function bracketBack(text: string, from: number, at: number): number {
  if (fold(text.charCodeAt(at - 1)) !== 0x29) return at;
  for (let i = at - 2; i > from && at - i < REMARK; i--) if (fold(text.charCodeAt(i)) === 0x28) return i;
  return at;
}

/** Forward over what is no part of a name: 同, 4月9日. */
function trimmed(
  text: string,
  from: number,
  [end, close]: Span,
  { weak, edges, kept, alone }: Words,
  dates: readonly { readonly span: Span }[],
): number {
  let at = from;
  // 昨日｜交換公文: what is left has to be a name
  const last = alone.has(text.slice(end, close)) ? end : end - 1;
  for (;;) {
    const told = dates[firstFrom(dates, at + 1) - 1]?.span;
    const date = told && told[1] > at && told[1] <= last ? told[1] : undefined;
    const edge: string | undefined = edges.find((word) => text.startsWith(word, at) && at + word.length <= end);
    const isKept = kept.some((word) => word.length > (edge?.length ?? 0) && text.startsWith(word, at));
    if (isJoint(text.charCodeAt(at))) at++;
    else if (date !== undefined) at = date;
    else if (edge && !isKept) at += edge.length;
    else return at;
    const part = weak.find((word) => text.startsWith(word, at) && at + word.length <= end);
    if (part) at += part.length;
  }
}

function before(text: string, words: readonly string[], limit: number, at: number): string | undefined {
  return words.find((word) => at - word.length > limit && text.startsWith(word, at - word.length));
}

/** @param closed whether a bracket may close right before `end`. Back over letters, a short word in brackets between them, 官民連携(PPP)推進, and a blank between two scripts, 日米 ACSA. */
function lettersBack(text: string, limit: number, end: number, closed = false, held: readonly string[] = []): number {
  let at = end;
  while (at > limit) {
    if (isNamed(text.charCodeAt(at - 1)) || isInNumber(text, at - 1)) at--;
    else if (fold(text.charCodeAt(at - 1)) === 0x29 && (closed || at < end)) {
      const open = opensBefore(text, limit, at - 1);
      if (open === undefined || !isNamed(text.charCodeAt(open - 1))) break;
      at = open;
    } else if (isBlank(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at)) && isHan(text.charCodeAt(at - 2))) at--;
    else {
      const whole = heldFrom(text, limit, at, held);
      if (whole === at) break;
      at = whole;
    }
  }
  return at;
}

/** 我が｜国: where a word begins that a name holds whole, and that goes on at `at`. */
function heldFrom(text: string, limit: number, at: number, held: readonly string[]): number {
  for (const word of held) for (let i = at - 1; i > at - word.length && i >= limit; i--) if (text.startsWith(word, i)) return i;
  return at;
}

/** 7,000万ドル相当の: a comma between two figures parts nothing. */
function isInNumber(text: string, at: number): boolean {
  return isComma(text.charCodeAt(at)) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

/** Where the bracket opens that closes at `close`, with letters, の or a number in it: (PPP), (約1,500億円), (3.5億円相当の援助). */
function opensBefore(text: string, limit: number, close: number): number | undefined {
  for (let i = close - 1; i > limit && close - i < ASIDE; i--) {
    if (fold(text.charCodeAt(i)) === 0x28) return close - i > 1 ? i : undefined;
    const unit = text.charCodeAt(i);
    if (!isNamed(unit) && !isComma(unit) && !isPoint(text, i) && !(unit >= 0x3041 && unit <= 0x3096)) return undefined;
  }
  return undefined;
}

/** 3.5億円 */
function isPoint(text: string, at: number): boolean {
  return fold(text.charCodeAt(at)) === 0x2e && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

/** Past the mark that closes a title at `at`. */
export function pastQuote(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return isQuoteEnd(unit) ? at + 1 : at;
}

/** 経済連携協定(EPA), …の間の協定(略称:日露航空協定): how the text will call it. */
function aliasAfter(text: string, end: number, limit: number, { formats, labels }: Words): string | undefined {
  const open = pastBlanks(text, pastQuote(text, pastBlanks(text, end)));
  if (fold(text.charCodeAt(open)) !== 0x28 || open >= limit) return undefined;
  const start = pastLabel(text, open + 1, labels);
  let at = start;
  while (at < limit && at - start < ALIAS && isNamed(text.charCodeAt(at))) at++;
  if (at <= start + 1 || fold(text.charCodeAt(pastBlanks(text, at))) !== 0x29) return undefined;
  const alias = text.slice(start, at);
  return formats.has(alias) ? undefined : alias;
}

/** Where a bracket right behind a name says how else it is called: behind (, blanks and 略称:. */
export function aliasStart(text: string, end: number, knowledge: Section<'instruments'>): number | undefined {
  const open = pastBlanks(text, pastQuote(text, pastBlanks(text, end)));
  return fold(text.charCodeAt(open)) === 0x28 ? pastLabel(text, open + 1, wordsOf(knowledge).labels) : undefined;
}

function pastLabel(text: string, at: number, labels: readonly string[]): number {
  const start = pastBlanks(text, at);
  const label = labels.find((word) => text.startsWith(word, start));
  return label === undefined ? start : pastBlanks(text, start + label.length);
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
