/** A brief that keeps its length: as much as the pages hold, the same share of every section. */
import type { Brief } from './brief.ts';
import { type Keep, SECTIONS, type SectionId } from './context.ts';

/** What each section has at least, and how fast it grows with the room there is. */
const GROWTH: Readonly<Record<SectionId, readonly [least: number, rate: number]>> = {
  glance: [1, 0.25],
  talks: [1, 0.25],
  topics: [2, 0.75],
  clocks: [1, 0.2],
  owed: [2, 1],
  ahead: [1, 0.75],
  moved: [1, 0.5],
  questions: [2, 0.75],
};
/** Largest measure of room that is tried: 100 entries and more of each section. */
const MOST = 512;

export function keepOf(room: number): Keep {
  return Object.fromEntries(SECTIONS.map((section) => [section, GROWTH[section][0] + Math.floor(GROWTH[section][1] * room)])) as Keep;
}

/**
 * The fullest brief that `measure` finds to take at most so many pages. One that is longer at its shortest is given as it is.
 *
 * @param make a brief that shows so much of each section; what it leaves out, it says.
 */
export function fitted(make: (keep: Keep) => Brief, pages: number, measure: (brief: Brief) => number): Brief {
  let best = make(keepOf(0));
  let [low, high] = [0, 1];
  // Doubling first: most briefs have little room, and to make a long one takes longer.
  for (; high <= MOST; high *= 2) {
    const tried = make(keepOf(high));
    if (measure(tried) > pages) break;
    best = tried;
    low = high;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const tried = make(keepOf(middle));
    if (measure(tried) > pages) high = middle;
    else {
      best = tried;
      low = middle;
    }
  }
  return best;
}
