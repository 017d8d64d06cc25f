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
  let lands: ReturnType<typeof landsBySigns> | undefined;
  const added: Mention[] = [];
  for (let open = text.indexOf('\u300c'); open >= 0; open = text.indexOf('\u300c', open + 1)) {
    const end = closeOf(text, open);
    if (end === undefined) continue;
    const signs = text.slice(open + 1, end - 1);
    const next = firstFrom(mentions, open);
    if (isWithin(mentions[next - 1], open) || (mentions[next]?.span[0] ?? end) < end) continue;
    const term = names.terms.at(text, end, text.length)?.value;
    if (term && !term.stop && !term.none && !term.country) continue;
    lands ??= landsBySigns(text, names, mentions);
    const [party, ...more] = lands.get(signs) ?? [];
    if (party === undefined || more.length > 0) continue;
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

/** For the first signs of names of countries that the page tells, the countries that begin so; each is looked at once. */
function landsBySigns(text: string, names: Names, mentions: readonly Mention[]): ReadonlyMap<string, ReadonlySet<string>> {
  const result = new Map<string, Set<string>>();
  for (const { party, span } of mentions) {
    if (!party) continue;
    for (let i = span[0]; i < span[1]; i++) {
      const begins = i === span[0] || !isKatakana(text.charCodeAt(i - 1)) || isJoint(text.charCodeAt(i - 1));
      if (!begins || !isKatakana(text.charCodeAt(i)) || names.terms.at(text, i, span[1])?.value.country !== party) continue;
      for (let end = i + 1; end <= Math.min(i + SIGNS, span[1]); end++) {
        const signs = text.slice(i, end);
        const lands = result.get(signs);
        if (lands) lands.add(party);
        else result.set(signs, new Set([party]));
      }
    }
  }
  return result;
}
