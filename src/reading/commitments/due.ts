/** By when a promise is due. */
import type { DateMention } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Words } from './words.ts';

/** A date further before its promise belongs to something else, in units. */
const REACH = 60;
/** A date told after the thing: 訪日を来年春に. */
const AFTER = 10;

/**
 * The day told nearest before the thing, or in the words that close it; never one that is past.
 *
 * @param dates those of the clause; @param at the words of the thing with its deed; @param held EDTF of the talks: what lies
 * before it is told of something that was.
 */
export function dueOf(dates: readonly DateMention[], at: Span, held: string | undefined): DateMention | undefined {
  let best: DateMention | undefined;
  for (const date of dates) {
    if (!date.edtf || date.duration || date.span[0] > at[1] + AFTER) continue;
    if (at[0] - date.span[1] > REACH || isPast(date.edtf, held)) continue;
    best = date;
  }
  return best;
}

/** Whether a due date fixes the day, and is no mere limit. */
export function isDay(due: DateMention | undefined, { deadline }: Pick<Words, 'deadline'>): boolean {
  if (!due?.edtf || !/^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/.test(due.edtf)) return false;
  const rule = due.rule ?? '';
  return !deadline.some((word) => rule.endsWith(`/${word}`));
}

/** Whether a day, month or year lies before the talks; seasons and intervals count by their last part. */
function isPast(edtf: string, held: string | undefined): boolean {
  const end = edtf.includes('/') ? (edtf.split('/')[1] ?? edtf) : edtf;
  const day = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?/.exec(end === '..' ? '9999' : end)?.[0];
  if (!day || !held) return false;
  return day < held.slice(0, day.length);
}
