/** By when a promise is due: the nearest day told before it in its own clause, never one that is past. */
import { isComma } from '../../language/abilities/head-final.ts';
import type { DateMention } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';

/** A date further before its promise belongs to something else, in units. */
const REACH = 60;

/**
 * @param at where the promised thing is named.
 * @param held EDTF of the talks: an earlier date is told of something that was.
 */
export function dueOf(dates: readonly DateMention[], at: Span, statement: Span, held: string | undefined): DateMention | undefined {
  let best: DateMention | undefined;
  for (const date of dates) {
    if (!date.edtf || date.duration || date.span[0] < statement[0]) continue;
    const before = date.span[1] <= at[0] ? at[0] - date.span[1] : -1;
    const after = date.span[0] >= at[1] ? date.span[0] - at[1] : -1;
    if (before < 0 && (after < 0 || after > 6)) continue;
    if (before > REACH || isPast(date.edtf, held)) continue;
    best = date;
  }
  return best;
}

/** Whether a day, month or year lies before the talks; seasons and intervals count by their year. */
function isPast(edtf: string, held: string | undefined): boolean {
  const end = edtf.includes('/') ? (edtf.split('/')[1] ?? edtf) : edtf;
  const day = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?/.exec(end === '..' ? '9999' : end)?.[0];
  if (!day || !held) return false;
  return day < held.slice(0, day.length);
}

/** Whether a stretch of text holds a comma. */
export function hasComma(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isComma(text.charCodeAt(i))) return true;
  return false;
}
