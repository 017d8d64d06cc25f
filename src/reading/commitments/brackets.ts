/**
 * What the sides agreed on, told in brackets inside what they say.
 *
 *   > 政策対話(来年4月に第10回合同委員会の開催に合意)に取り組むことで一致した
 *     　　　　 ＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾ an item of its own, agreed
 */

import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Item } from './items.ts';

/** A bracket is no longer than this, in units. */
const LONGEST = 60;

export function bracketsOf(item: Item): Item[] {
  const { text, span, words, statement, talks } = item;
  if (statement.mode === 'one' || talks.parties.length < 2) return [];
  const result: Item[] = [];
  for (let open = -1, i = span[0]; i < span[1]; i++) {
    const sign = fold(text.charCodeAt(i));
    if (sign === 0x28) open = i;
    if (sign !== 0x29 || open < 0 || i - open > LONGEST) continue;
    const word = words.agreedIn.find((one) => text.startsWith(one, i - one.length));
    if (word !== undefined) result.push(within(item, [open + 1, i - word.length]));
    open = -1;
  }
  return result;
}

function within(item: Item, [start, end]: Span): Item {
  const inside = ({ span }: { readonly span: Span }): boolean => span[0] >= start && span[1] <= end;
  return { ...item, span: [start, end], limit: end, mentions: item.mentions.filter(inside), dates: item.dates.filter(inside), stage: 'agreed' };
}
