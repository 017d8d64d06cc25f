/**
 * Countries that a page calls by the first sign of their names, in quotation marks.
 *
 *   > アーメド・バングラデシュ大統領 … 「バ」側より、…  日「バ」関係     none: 「バ」大統領, a person
 *     　　　　　＾＾＾＾＾＾＾　　　　＾＾＾　　　　　　　＾＾＾
 *
 * 1 only where one country of the page begins so; 2 what is a part of another mention stays so.
 */
import type { Mention } from '../../record/reading.ts';
import { firstFrom } from '../../text/span.ts';
import type { Names } from './knowledge.ts';
import { isJoint, isKatakana } from './scripts.ts';

const OPEN = 0x300c;
const CLOSE = 0x300d;
/** Of a name no more signs stand for it. */
const SIGNS = 3;

/** Adds them to the mentions of a page, in order. */
export function addFirstSigns(text: string, names: Names, mentions: Mention[]): void {
  const found = new Map<string, string | undefined>();
  const added: Mention[] = [];
  for (let open = text.indexOf('\u300c'); open >= 0; open = text.indexOf('\u300c', open + 1)) {
    const end = closeOf(text, open);
    if (end === undefined) continue;
    const signs = text.slice(open + 1, end - 1);
    const next = firstFrom(mentions, open);
    if (isWithin(mentions[next - 1], open) || (mentions[next]?.span[0] ?? end) < end) continue;
    const term = names.terms.at(text, end, text.length)?.value;
    if (term && !term.stop && !term.none && !term.country) continue;
    if (!found.has(signs)) found.set(signs, landOf(text, signs, names, mentions));
    const party = found.get(signs);
    if (!party) continue;
    added.push({ kind: 'party', text: text.slice(open, end), span: [open, end], party, basis: 'inferred', rule: 'mentions/first-sign' });
  }
  if (added.length === 0) return;
  for (const one of added) mentions.push(one);
  mentions.sort((a, b) => a.span[0] - b.span[0]);
}

/** Behind the mark that closes a few signs of katakana. */
function closeOf(text: string, open: number): number | undefined {
  let i = open + 1;
  while (i <= open + SIGNS && isKatakana(text.charCodeAt(i))) i++;
  return i > open + 1 && text.charCodeAt(open) === OPEN && text.charCodeAt(i) === CLOSE ? i + 1 : undefined;
}

function isWithin(mention: Mention | undefined, at: number): boolean {
  return mention !== undefined && mention.span[1] > at;
}

/** The one country whose name begins so, of those that the page names. */
function landOf(text: string, signs: string, names: Names, mentions: readonly Mention[]): string | undefined {
  const parties = new Set<string>();
  for (const { party, span } of mentions) {
    if (!party) continue;
    for (let i = text.indexOf(signs, span[0]); i >= 0 && i < span[1]; i = text.indexOf(signs, i + 1)) {
      const before = text.charCodeAt(i - 1);
      const begins = i === span[0] || isJoint(before) || !isKatakana(before);
      if (begins && names.terms.at(text, i, span[1])?.value.country === party) parties.add(party);
    }
  }
  return parties.size === 1 ? [...parties][0] : undefined;
}
