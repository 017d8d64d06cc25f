/**
 * Lines of a plain text that one sentence was broken into, as programs do that put each link on a line of its own.
 *
 *   > ・⏎エネルギー対話⏎の開始を評価。     > 両首脳は⏎共同声明⏎に署名した。
 *     　　　　　　　　　＾ begins no line        ＾ breaks off, as no heading does
 *
 * 1 only lines without a blank line between them; 2 a line with a number or a bullet of its own begins anew; 3 a line that ends a sentence is not broken off.
 */

import type { AnyOf } from '../../text/any-of.ts';
import type { Span } from '../../text/span.ts';
import { isHan, isKatakana } from '../mentions/scripts.ts';

export interface Onward {
  /** Particles that begin a line before a word. */
  readonly before: readonly string[];
  readonly words: AnyOf;
  /** What a long line that breaks off ends in. */
  readonly after: readonly string[];
}

interface Line {
  readonly span: Span;
  readonly body: Span;
  readonly marks: readonly unknown[];
  readonly words: string;
  readonly stopped: boolean;
}

/** A shorter line that ends in a particle may be a heading or a label. */
const LONG = 24;

/** @param looked how much of a line is looked at. */
export function unbroken<L extends Line>(raws: readonly L[], text: string, { before, words, after }: Onward, looked: number): readonly L[] {
  if (words.words.length === 0) return raws;
  const result: L[] = [];
  for (const raw of raws) {
    const last = result.at(-1);
    const near = last !== undefined && raw.marks.length === 0 && isNext(text, last.span[1], raw.span[0]);
    if (near && last.body[1] > last.body[0] && !closes(last) && (goesOn(raw.words) || breaksOff(last)))
      result[result.length - 1] = {
        ...last,
        span: [last.span[0], raw.span[1]],
        body: [last.body[0], raw.body[1]],
        words: (last.words + raw.words).slice(0, looked),
        stopped: last.stopped || raw.stopped,
      };
    else result.push(raw);
  }
  return result;

  function goesOn(line: string): boolean {
    if (words.begins(line)) return true;
    return before.some((particle) => line.startsWith(particle) && isWord(line.charCodeAt(particle.length)));
  }

  function breaksOff({ words: line, body }: Line): boolean {
    return (
      body[1] - body[0] > LONG && after.some((particle) => text.endsWith(particle, body[1]) || (line.length < looked && line.endsWith(particle)))
    );
  }
}

/** Whether the line is whole: its last sign is no letter, no comma and no closing bracket. */
function closes({ words }: Line): boolean {
  return words.length === 0 || !/[\p{L}\p{N}」』)、,]$/u.test(words);
}

function isWord(unit: number): boolean {
  return isHan(unit) || isKatakana(unit) || unit === 0x300c;
}

/** Whether no blank line stands between two places. */
function isNext(text: string, from: number, to: number): boolean {
  const line = text.indexOf('\n', from);
  const other = line < 0 || line >= to ? -1 : text.indexOf('\n', line + 1);
  return other < 0 || other >= to;
}
