/**
 * The field of an office where it runs into the name before it.
 *
 *   > ペレイラ・エネルギー鉱業大臣     > アリフィンエネルギー鉱物資源大臣     > エズデミル食料・農業大臣
 *     　　　　　＾＾＾＾＾＾＾          　　　　　＾＾＾＾＾＾＾＾＾＾          　　　　　　＾＾＾＾＾ not in any list
 */
import type { Span } from '../../text/span.ts';
import type { Names } from './knowledge.ts';
import { isHan, isJoint, isKatakana } from './scripts.ts';

/** No field has more signs. */
const FIELD = 14;

/** Where a run of Han signs and joints begins that ends at `at` and follows katakana or a bracket; -1 where there is none. */
export function fieldBefore(text: string, at: number, floor: number, { close }: Names): number {
  let from = at;
  while (
    from > floor &&
    at - from < FIELD &&
    (isHan(text.charCodeAt(from - 1)) || (isJoint(text.charCodeAt(from - 1)) && isHan(text.charCodeAt(from - 2))))
  )
    from--;
  const unit = text.charCodeAt(from - 1);
  return from < at && at - from < FIELD && from > floor && (isKatakana(unit) || close.has(unit)) ? from : -1;
}

/** Where the last part of a name begins that is a field of offices; -1 where it is none. */
export function lastPart(text: string, [from, to]: Span, names: Names): number {
  for (let i = to - 1; i > from; i--) {
    if (!isJoint(text.charCodeAt(i))) continue;
    const found = names.offices.at(text, i + 1, to);
    return found?.end === to && found.value.field ? i + 1 : -1;
  }
  return -1;
}

/** A field of katakana that a name runs into has so many signs at least, and the name before it. */
const GLUED = 4;
const NAMED = 2;

/** アリフィン｜エネルギー鉱物資源大臣: where a field of offices in katakana begins that a name runs into; -1 where none does. */
export function gluedField(text: string, [from, to]: Span, names: Names): number {
  for (let i = from + NAMED; i <= to - GLUED; i++) {
    const found = isKatakana(text.charCodeAt(i)) ? names.offices.at(text, i, to) : undefined;
    if (found?.end === to && found.value.field) return i;
  }
  return -1;
}
