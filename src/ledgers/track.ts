/** A line while it is followed: begun by a first telling, moved by words and by evidence. */
import type { PromiseExtract } from '../record/extract.ts';
import { digest } from '../text/digest.ts';
import { LADDER, type Line, type Reason, type Searched, type Stage, type Step } from './line.ts';
import { citedPromise, type Happened } from './telling.ts';
import { monthsAfter, type Window, windowOf } from './window.ts';

export interface Track {
  readonly kind: PromiseExtract['kind'];
  readonly by: readonly string[];
  readonly to: readonly string[];
  visitor?: Line['visitor'];
  /** Promised for an event that others attend too. */
  readonly event: boolean;
  what: Line['what'];
  readonly steps: Step[];
  readonly tellings: Line['tellings'][number][];
  due?: Line['due'];
  readonly first: string;
  last: string;
  /** The document that told it last: what a page tells twice the reader has joined already. */
  document: string;
  /** Meetings at which it was told. */
  readonly at: Set<string>;
  closed?: 'done' | 'declined';
  /** Of a meeting: at which level it was to be. */
  level?: string;
  putOff: boolean;
  stage: Stage;
  readonly looked: Searched['looked'][number][];
  decided?: NonNullable<Line['decided']>;
  readonly of: Line['of'][number][];
  readonly conditions: Set<string>;
  after?: string;
  readonly id: string;
  /** The time in which it is looked for, as long as date and last telling stay. */
  known?: { readonly due: Line['due']; readonly last: string; readonly window: Window; readonly until: string };
}

/** A line that nobody spoke of for so long after its time is followed no further: what is promised then is something else. */
const MONTHS_AFTER = 24;

/** When the line is looked for, and until when it is followed; worked out once for each date and last telling. */
export function timeOf(track: Track): { readonly window: Window; readonly until: string } {
  const { due, last, known } = track;
  if (known && known.due === due && known.last === last) return known;
  const window = windowOf(due, last);
  track.known = { due, last, window, until: last === '' ? '9999-12-31' : monthsAfter(window.last, MONTHS_AFTER) };
  return track.known;
}

/** Begins a line with a first telling. */
export function beginTrack(
  { extract, met, day = '' }: Happened,
  promise: PromiseExtract,
  about: Pick<Track, 'kind' | 'by' | 'to' | 'visitor' | 'event'>,
): Track {
  return {
    ...about,
    id: `l-${digest(extract.document, promise.id, about.by.join('+'), about.to.join('+'))}`,
    what: citedPromise(extract, met, promise),
    steps: [],
    tellings: [],
    first: day,
    last: day,
    document: extract.document,
    at: new Set(),
    putOff: false,
    stage: promise.stage,
    looked: [],
    of: [],
    conditions: new Set(),
  };
}

/** Enters a telling: its words, the stage it gives, what a person decided of it. */
export function enterTelling(track: Track, happened: Happened, promise: PromiseExtract, by: readonly string[], reason?: Reason): void {
  const { extract, met, day } = happened;
  const cited = promise.tellings.map(({ statement, path, quote }) => ({ ...citedPromise(extract, met, promise), statement, path, quote }));
  track.tellings.push(...(cited.length > 0 ? cited : [citedPromise(extract, met, promise)]));
  track.of.push({ document: extract.document, commitment: promise.id });
  track.document = extract.document;
  track.at.add(happened.meeting);
  if (day !== undefined) track.last = day;
  for (const condition of promise.conditions ?? []) track.conditions.add(condition);
  const decided = promise.decided?.at(-1);
  if (decided) {
    if (!track.decided || decided.when >= track.decided.when) track.decided = decided;
    if (decided.stage === 'done' || decided.stage === 'declined') track.closed = decided.stage;
    return;
  }
  moveTo(track, promise.stage, { ...(day !== undefined && { day }), by, cited, ...(reason && { reason }) });
  if (LADDER[promise.stage] >= LADDER[track.stage]) track.what = citedPromise(extract, met, promise);
}

/** Takes a step: one that says less than what was reached is kept as told again, one that puts off takes back what was reached. */
export function moveTo(track: Track, stage: Stage, step: { day?: string; by: readonly string[]; cited: Step['cited']; reason?: Reason }): void {
  const { reason, ...rest } = step;
  const begun = track.steps.length > 0;
  const back = LADDER[stage] < 0;
  const further = !begun || back || track.putOff || LADDER[stage] > LADDER[track.stage];
  track.steps.push({ ...rest, stage, reason: reason ?? (further ? 'told' : 'told-again') });
  if (back) {
    track.putOff = stage === 'deferred';
    track.stage = stage;
    if (stage === 'declined') track.closed = 'declined';
  } else if (further) {
    track.putOff = false;
    track.stage = stage;
  }
  if (stage === 'done') track.closed = 'done';
}
