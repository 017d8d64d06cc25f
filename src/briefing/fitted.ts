/** A brief that keeps its length: as much as the pages hold, the same share of every section. */
import type { Brief } from './brief.ts';
import { type Keep, SECTIONS, type SectionId } from './context.ts';

/** What each section has in a brief of middling length, and how fast it grows and shrinks with the room there is. */
const GROWTH: Readonly<Record<SectionId, readonly [usual: number, rate: number]>> = {
  glance: [3.2, 0.05],
  talks: [3.5, 0.06],
  topics: [8.6, 0.2],
  clocks: [2.1, 0.06],
  owed: [7.4, 0.2],
  ahead: [5.2, 0.17],
  moved: [4.7, 0.13],
  questions: [6.9, 0.2],
};
/** The least measure of room, at which every section has one entry. A step of room is about one entry more in one section. */
const LEAST = -64;
/** Largest measure of room that is tried: 100 entries and more of each section. */
const MOST = 2_048;

/** @param room from `LEAST`; 0 is the usual. */
export function keepOf(room: number): Keep {
  return Object.fromEntries(SECTIONS.map((section) => [section, Math.max(1, Math.floor(GROWTH[section][0] + GROWTH[section][1] * room))])) as Keep;
}

/**
 * The fullest brief that `measure` finds to take at most so many pages. One that is longer at its shortest is given as it is.
 *
 * @param make a brief that shows so much of each section; what it leaves out, it says.
 * @returns how much of each section that is, too.
 */
export function fitted(
  make: (keep: Keep) => Brief,
  pages: number,
  measure: (brief: Brief) => number,
): { readonly brief: Brief; readonly keep: Keep } {
  const tried = (room: number) => {
    const keep = keepOf(room);
    const brief = make(keep);
    return measure(brief) <= pages ? { brief, keep } : undefined;
  };
  let best = tried(LEAST);
  if (!best) return { brief: make(keepOf(LEAST)), keep: keepOf(LEAST) };
  let [low, high] = [LEAST, 1];
  // Doubling first: most briefs have little room, and to make a long one takes longer.
  for (let step = 32; high <= MOST; step *= 2) {
    high = low + step;
    const fuller = tried(high);
    if (!fuller) break;
    best = fuller;
    low = high;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const fuller = tried(middle);
    if (fuller) {
      best = fuller;
      low = middle;
    } else high = middle;
  }
  return best;
}
