/**
 * Named deeds, and steps by which a treaty is to enter into force.
 *
 *   > The two ministers agreed to open a consulate in Oslo by March.
 *                              ^^^^ ^^^^^^^^^^^
 *
 * 1 a deed stands where the promise begins: right behind the verb, or behind who is to do it and "would"; 2 it needs a thing that can
 * be seen: cooperation and dialogue are none; 3 what only is important, possible or needed is not promised.
 */
import type { Phrases, Token } from '../../../language/abilities/spaced-words.ts';
import type { Mention } from '../../../record/reading.ts';

export interface DeedWords {
  readonly deeds: Phrases<true>;
  readonly vain: ReadonlySet<string>;
  readonly entries: Phrases<true>;
  readonly idle: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  readonly wills: ReadonlySet<string>;
  readonly modals: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

export interface Deed {
  readonly kind: 'action' | 'entry-into-force';
  /** Who is to do it, where the words name one. */
  readonly by?: string;
}

/** Words of the thing that is done. */
const THING = 9;
/** Words behind the verb within which it is said who would do it, or that a treaty is to enter into force. */
const WITHIN = 14;

/** @param tokens what stands behind the verb. @param mentions of those words, in order. */
export function deedOf(tokens: readonly Token[], mentions: readonly Mention[], words: DeedWords): Deed | undefined {
  for (let i = 0; i < Math.min(tokens.length, WITHIN); i++) {
    const token = tokens[i] as Token;
    if (words.idle.has(token.key)) return undefined;
    if (words.entries.at(tokens, i)) return { kind: 'entry-into-force' };
    const deed = words.deeds.at(tokens, i);
    if (!deed || !seen(tokens, deed.end, words)) continue;
    const to = words.future.has(tokens[i - 1]?.key ?? '');
    // agreed to open; conveyed its readiness to send
    if (i === 0 || (to && (i === 1 || words.wills.has(tokens[i - 2]?.key ?? '')))) return { kind: 'action' };
    // agreed that Norway would open
    if (!words.modals.has(tokens[i - 1]?.key ?? '')) continue;
    const [who, ...more] = new Set(mentions.flatMap(({ span, party }) => (party && span[1] <= token.start ? [party] : [])));
    if (who) return { kind: 'action', ...(more.length === 0 && { by: who }) };
  }
  return undefined;
}

/** Whether a thing follows that can be seen: the last word before what tells more of it is none of those that cannot. */
function seen(tokens: readonly Token[], from: number, words: DeedWords): boolean {
  let to = from;
  while (to < tokens.length && to < from + THING && !words.ends.has((tokens[to] as Token).key) && (tokens[to] as Token).kind !== 'mark') to++;
  const thing = tokens[to - 1];
  return to > from && thing !== undefined && !words.vain.has(thing.key);
}
