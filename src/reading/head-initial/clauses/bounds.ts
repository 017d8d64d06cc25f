/**
 * Where the clauses of a sentence end: each goes on to the next.
 *
 *   > thanked Norway for its help and underscored the need
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^
 */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { Subject } from '../subjects.ts';
import type { ClausesWords, Entry, Tense } from './words.ts';

export interface Clause {
  /** Words: where it begins, its verb, what is said, its end. */
  readonly start: number;
  readonly verb: readonly [number, number];
  readonly content: readonly [number, number];
  readonly end: number;
  readonly entry: Entry;
  readonly tense: Tense;
  readonly subject: Subject | undefined;
  /** The subject is what was done, as in "views were exchanged". */
  readonly passive: boolean;
  /** Nobody whom we know stands before the verb; more than one, by its look. */
  readonly unknown?: 'one' | 'several';
}

export interface Found {
  start: number;
  readonly begin: number;
  readonly verb: readonly [number, number];
  readonly from: number;
  readonly entry: Entry;
  readonly tense: Tense;
  readonly subject: Subject | undefined;
  readonly passive: boolean;
  readonly unknown?: 'one' | 'several';
  /** What is said stands before, up to this word. */
  readonly ahead?: number;
}

/** Each clause up to the next, without the words that join them. */
export function bounded(tokens: readonly Token[], found: readonly Found[], words: ClausesWords): Clause[] {
  return found.map((one, k): Clause => {
    const next = found[k + 1];
    // The two, sharing the view that …, agreed: what is set off ends before the verb
    const around = next !== undefined && next.begin < one.verb[0];
    let end = around ? next.verb[0] : (next?.begin ?? tokens.length);
    if (next && !around) end = Math.min(end, next.start || end);
    end = Math.max(end, one.verb[1]);
    while (end > one.verb[1]) {
      const token = tokens[end - 1] as Token;
      if (
        token.kind === 'mark'
          ? !/[)\]\u201d"%]/.test(token.key)
          : words.and.has(token.key) || words.joins.has(token.key) || words.infinitive.has(token.key)
      )
        end--;
      else break;
    }
    const { verb, entry, tense, subject, passive, unknown, ahead } = one;
    const start = one.start < (found[k - 1]?.verb[0] ?? 0) ? verb[0] : one.start;
    if (ahead !== undefined) return { start, verb, content: [start, ahead], end, entry, tense, subject, passive };
    const from = Math.min(Math.max(one.from, verb[1]), end);
    return { start, verb, content: passive ? [start, verb[0]] : [from, end], end, entry, tense, subject, passive, ...(unknown && { unknown }) };
  });
}
