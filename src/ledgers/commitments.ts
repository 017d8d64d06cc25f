/**
 * The commitments of a relation over all its readouts: who owes what to whom, by when, and how far it has come.
 *
 *   > 2010-11-13  ラヴロフ外相から…訪露の招待があり     invited   by Russia
 *   > 2010-11-13  来年の適当な時期にロシアを訪問したい   intended  by Japan, due 2011
 *   > 2011-02-11  ロシアを訪問中の前原外務大臣は…       done      talks held there by that person within the time told
 *
 * 1 An invitation, an intention, an acceptance, a date and the visit are one line, in one direction; 2 a stage is reached only by words that
 * say so (of the promise, or of the visit as past), or by later talks held in that country by that person, or by a holder of that office
 * where no person is named, within the time told; 3 two promises are one line only where nothing speaks against it and no other line could be meant as well; 4 what a person
 * decided outweighs all else, and the machine never goes beyond it; 5 no clock: `asOf` is an argument, and nothing after it is looked at;
 * 6 a meeting told by both sides is one: neither telling is evidence for what the other promises.
 * Pure, and linear in the number of readouts.
 */
import type { Extract, PromiseExtract } from '../record/extract.ts';
import { accountsOf, findTwice, keyOf } from '../record/meeting.ts';
import { extentOf } from '../time/extent.ts';
import type { Group, Ledger, Line, Searched, Stage, State } from './line.ts';
import type { Happened } from './telling.ts';
import type { Track } from './track.ts';
import { followOthers } from './undertakings.ts';
import { followVisits } from './visits.ts';
import { daysFrom, firstDay, windowOf } from './window.ts';

export type { Cited, Group, Ledger, Line, Looked, Reason, Searched, Stage, State, Step } from './line.ts';
export { GROUPS, LADDER, REASONS, STATES } from './line.ts';

/** What is due within so many days is due on a day or in a month, and not vaguely. */
const A_MONTH = 31;

export interface LedgerQuery {
  /** Two party codes; talks of others are left out. */
  readonly parties: readonly [string, string];
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** @param extracts of the relation, in any order. */
export function followCommitments(extracts: readonly Extract[], { parties, asOf }: LedgerQuery): Ledger {
  const happened = inTime(extracts, parties, asOf);
  const meetings = new Map(happened.toReversed().map(({ meeting, day }) => [meeting, day]));
  const days = [...meetings.values()].flatMap((day) => day ?? []).sort();
  const until = happened.findLast(({ day }) => day !== undefined)?.day;
  const tracks = [...followVisits(happened, parties), ...followOthers(happened, parties)];
  const lines = tracks.map((track) => finish(track, asOf, days));
  return { asOf, lines: lines.sort(inOrder), talks: meetings.size, ...(until && { until }) };
}

const NONE: readonly never[] = [];

/** The talks of the relation until the day asked for, oldest first, each with what was told at it; those without a day come last. */
export function inTime(extracts: readonly Extract[], parties: readonly [string, string], asOf: string): Happened[] {
  const all: Happened[] = [];
  const meetings = new Map(findTwice(accountsOf(extracts)).map(({ first, other }) => [keyOf(other), keyOf(first)]));
  for (const extract of extracts) {
    const of = new Map<string, PromiseExtract[]>();
    for (const promise of extract.commitments) {
      const key = promise.talks ?? '';
      const list = of.get(key);
      if (list) list.push(promise);
      else of.set(key, [promise]);
    }
    extract.talks.forEach((met, i) => {
      if (!parties.every((party) => met.parties.includes(party))) return;
      const day = firstDay(met.date ?? extract.published);
      if (day !== undefined && day > asOf) return;
      const promises = [...(of.get(met.id) ?? []), ...(i === 0 ? (of.get('') ?? []) : [])];
      const visits = extract.visits?.filter(({ talks }) => (talks ?? extract.talks[0]?.id) === met.id) ?? NONE;
      const own = keyOf({ document: extract.document, id: met.id });
      all.push({ extract, met, day, meeting: meetings.get(own) ?? own, promises, visits });
    });
  }
  return all.sort((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : (a.day ?? '9999') > (b.day ?? '9999') ? 1 : 0));
}

function finish(track: Track, asOf: string, days: readonly string[]): Line {
  const { decided } = track;
  if (decided) track.steps.push({ stage: decided.stage, day: decided.when.slice(0, 10), by: [], reason: 'decided', cited: [] });
  const stage = decided?.stage ?? track.stage;
  const window = windowOf(track.due, track.last || asOf);
  const newest = days.at(-1);
  const state = stateOf(track, stage, window, asOf, newest);
  const open = state === 'open' || state === 'no-evidence' || state === 'lapsed' || state === 'deferred';
  const searched: Searched | undefined =
    open && newest !== undefined && track.first !== '' && newest > track.first
      ? { from: track.first, until: newest, talks: days.length - countUntil(days, track.first), looked: track.looked }
      : undefined;
  const { id, kind, by, to, visitor, what, due, steps, tellings, of, after } = track;
  const left = daysLeft(due, asOf);
  return {
    id,
    kind,
    by,
    to,
    ...(visitor && { visitor }),
    what,
    stage,
    state,
    group: groupOf(state, due),
    ...(due && { due }),
    ...(left !== undefined && open && { days: left }),
    conditions: [...track.conditions],
    steps,
    tellings,
    ...(searched && { searched }),
    ...(decided && { decided }),
    of,
    ...(after && { after }),
  };
}

/** What only words could tell (aid, deeds) was not looked for, and has not lapsed. */
function stateOf(track: Track, stage: Stage, window: ReturnType<typeof windowOf>, asOf: string, newest: string | undefined): State {
  if (stage === 'done' || stage === 'declined' || stage === 'deferred') return stage;
  if (asOf <= window.last) return 'open';
  if (window.open || newest === undefined || newest <= window.last) return 'no-evidence';
  return SOUGHT.has(track.kind) && track.looked.every(({ why }) => why !== 'level-unknown' && why !== 'time-unclear') ? 'lapsed' : 'no-evidence';
}

function groupOf(state: State, due: Line['due']): Group {
  if (state === 'done' || state === 'declined') return 'closed';
  if (state === 'deferred') return 'put-off';
  const extent = due && extentOf(due.edtf);
  if (!extent) return 'undated';
  if (state !== 'open') return 'past';
  return daysFrom(extent.first, extent.last) < A_MONTH ? 'ahead' : 'vague';
}

/** To the first day that is told, or past the last one; nothing where only a year or a season is told. */
function daysLeft(due: Line['due'], asOf: string): number | undefined {
  const extent = due && extentOf(due.edtf);
  if (!extent || extent.first === '0000-01-01' || extent.last === '9999-12-31') return undefined;
  if (extent.last < asOf) return -daysFrom(extent.last, asOf);
  if (daysFrom(extent.first, extent.last) >= A_MONTH) return undefined;
  return extent.first > asOf ? daysFrom(asOf, extent.first) : 0;
}

/** How many of the ordered days are not after a day. */
function countUntil(days: readonly string[], day: string): number {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((days[middle] as string) <= day) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Kinds that talks or steps of treaties can be held against. */
const SOUGHT: ReadonlySet<Track['kind']> = new Set(['visit', 'meeting', 'signature', 'entry-into-force']);
const GROUP_ORDER: Readonly<Record<Group, number>> = { past: 0, ahead: 1, vague: 2, undated: 3, 'put-off': 4, closed: 5 };

/** By group; the soonest first, what is closed newest first. */
function inOrder(a: Line, b: Line): number {
  if (a.group !== b.group) return GROUP_ORDER[a.group] - GROUP_ORDER[b.group];
  const [x, y] = a.group === 'closed' ? [lastDay(b), lastDay(a)] : [dueKey(a), dueKey(b)];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
}

function dueKey({ due }: Line): string {
  return due ? (extentOf(due.edtf)?.last ?? '9999') : '9999';
}

function lastDay({ steps }: Line): string {
  return steps.at(-1)?.day ?? '';
}
