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
/** The least measure of room at which every section has its entry. A step of room is about one entry more in one section. */
const WHOLE = -64;
/** Where not even that fits, one section after another goes, first that which the others tell in part. */
const GOING: readonly SectionId[] = ['moved', 'talks', 'questions', 'ahead'];
/** Largest measure of room that is tried: 100 entries and more of each section. */
const MOST = 2_048;

/** The room at which a brief took so many pages, over many relations: where the search begins, and how far it steps. */
const ROOM_A_PAGE = 16;
const usualRoom = (pages: number) => Math.round((pages - 3.2) * ROOM_A_PAGE);

/** @param room from `WHOLE`; 0 is the usual. @param gone how many sections are left out whole. */
export function keepOf(room: number, gone = 0): Keep {
  const out = GOING.slice(0, gone);
  const entries = ([usual, rate]: readonly [number, number]) => Math.max(1, Math.floor(usual + rate * room));
  return Object.fromEntries(SECTIONS.map((section) => [section, out.includes(section) ? 0 : entries(GROWTH[section])])) as Keep;
}

export interface Fitted {
  readonly brief: Brief;
  /** How much of each section that is. */
  readonly keep: Keep;
  readonly fits: boolean;
}

/**
 * The fullest brief that `measure` finds to take at most so many pages. One that is longer at its shortest is given as it is.
 *
 * To lay a brief out costs more than to make it: the search steps by what is left of the last page, and seldom needs more than four.
 *
 * @param make a brief that shows so much of each section; what it leaves out, it says.
 * @param measure the pages that it takes, with the part of the last that is used.
 */
export function fitted(make: (keep: Keep) => Brief, pages: number, measure: (brief: Brief) => number): Fitted {
  for (let gone = 0; ; gone++) {
    const found = filled(make, pages, measure, gone);
    if (found.fits || gone === GOING.length) return found;
  }
}

interface Tried {
  readonly room: number;
  readonly brief: Brief;
  readonly keep: Keep;
  readonly taken: number;
}

function filled(make: (keep: Keep) => Brief, pages: number, measure: (brief: Brief) => number, gone: number): Fitted {
  let low: Tried | undefined;
  let high: Tried | undefined;
  let step = 1;
  let room = Math.min(MOST, Math.max(WHOLE, gone > 0 ? WHOLE : usualRoom(pages)));
  for (;;) {
    const keep = keepOf(room, gone);
    const brief = make(keep);
    const taken = measure(brief);
    if (taken <= pages) low = { room, brief, keep, taken };
    else high = { room, brief, keep, taken };
    if (!low && room <= WHOLE) return { brief, keep, fits: false };
    if (low && (low.room >= MOST || (high && high.room - low.room <= 1))) return { brief: low.brief, keep: low.keep, fits: true };
    if (low && high) room = between(low, high, pages);
    else {
      // Ever longer steps: a relation of which little is told has nothing more to show.
      step = Math.max(step * 2, Math.round(Math.abs(pages - taken) * ROOM_A_PAGE));
      room = low ? Math.min(MOST, room + step) : Math.max(WHOLE, room - step);
    }
  }
}

/** Where the pages would be full if they filled evenly. Never far from the middle twice: the way to go is halved at least every other time. */
function between(low: Tried, high: Tried, pages: number): number {
  const way = high.room - low.room;
  const part = (pages - low.taken) / (high.taken - low.taken);
  const guess = low.room + Math.round(way * (way > 8 ? Math.min(0.8, Math.max(0.2, part)) : part));
  return Math.min(high.room - 1, Math.max(low.room + 1, guess));
}
