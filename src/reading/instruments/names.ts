/**
 * Names of treaties and documents.
 *
 *   > 昨年5月に署名した日露刑事共助条約の批准書の交換を行った。
 *     　　　　　　　　　＾＾＾＾＾＾＾＾
 *
 * 1 a name ends with one of the words that such names end with; 2 it begins after a particle, a mark or a bracket, and the
 * search back for its beginning is bounded.
 */
import { compiled, type Section } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';
import type { Instrument } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';

export interface InstrumentName {
  readonly span: Span;
  readonly kind: Instrument['kind'];
  /** 同条約: points at one already named. */
  readonly pointing: boolean;
  /** Only the last word: 協定. */
  readonly bare: boolean;
}

const LONGEST = 48;

interface Words {
  readonly ends: Scanner<Instrument['kind'] | 'none'>;
  readonly edges: readonly string[];
  readonly bare: ReadonlySet<string>;
  readonly pointing: ReadonlySet<string>;
}

const wordsOf = compiled((knowledge: Section<'instruments'>): Words => ({
  ends: makeScanner<Instrument['kind'] | 'none'>([
    ...Object.entries(knowledge.names).flatMap(([kind, words]) => (words ?? []).map((word): [string, Instrument['kind']] => [word, kind as Instrument['kind']])),
    ...knowledge.not.map((word): [string, 'none'] => [word, 'none']),
  ]),
  edges: [...knowledge.edges].sort((a, b) => b.length - a.length),
  bare: new Set(knowledge.bare),
  pointing: new Set(knowledge.pointing),
}));

export function findInstrumentNames(text: string, span: Span, knowledge: Section<'instruments'>): InstrumentName[] {
  const words = wordsOf(knowledge);
  const result: InstrumentName[] = [];
  let from = span[0];
  for (const found of words.ends.all(text, span[0], span[1])) {
    if (found.value === 'none') continue;
    const start = begin(text, from, found.start, words);
    const before = text.slice(Math.max(span[0], start - 2), start);
    const name = text.slice(start, found.end);
    const pointing = [...words.pointing].some((word) => before.endsWith(word));
    const bare = words.bare.has(name);
    // a longer word that only begins like a name: 協定国
    if (isLetter(text.charCodeAt(found.end)) && found.end < span[1] && isHan(text.charCodeAt(found.end))) continue;
    result.push({ span: [start, found.end], kind: found.value, pointing, bare });
    from = found.end;
  }
  return result;
}

/** Back over the letters of the name; 「」 hold a name whole. */
function begin(text: string, from: number, end: number, { edges }: Words): number {
  const limit = Math.max(from, end - LONGEST);
  let at = end;
  while (at > limit && isNamed(text.charCodeAt(at - 1))) at--;
  for (;;) {
    const edge = edges.find((word) => text.startsWith(word, at) && at + word.length <= end);
    if (!edge) return at;
    at += edge.length;
  }
}

/** Letters that names are written with: Han, katakana, Latin letters, digits, ・ ー and hyphens. */
function isNamed(unit: number): boolean {
  const plain = fold(unit);
  return isLetter(unit) || (plain >= 0x30 && plain <= 0x39) || plain === 0x2d || unit === 0x30fb || unit === 0x2010 || unit === 0x2013;
}

function isLetter(unit: number): boolean {
  const plain = fold(unit);
  return isHan(unit) || (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc || (plain >= 0x41 && plain <= 0x5a) || (plain >= 0x61 && plain <= 0x7a);
}

function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3005;
}

