/** Two readouts beside one another: which talks are meant, and what comparing gives, for people and for programs. */
import type { Archive } from '../../archive/archive.ts';
import { rungs, stepBetween } from '../../comparison/ladder.ts';
import { CHANGES, type Change, compareMeetings, type Meetings, type Row, type Sitting } from '../../comparison/meetings.ts';
import type { Unit } from '../../comparison/units.ts';
import type { Voice } from '../../language/voice.ts';
import type { Act, Reading, Statement, Talks } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { makeFault } from '../faults.ts';
import { personsOf } from './persons.ts';
import { loadTongue } from './tongues.ts';

export { CHANGES, type Change, type Meetings, type Row };

/** One side of a comparison. */
export interface Seat {
  readonly reading: Reading;
  /** The talks that are meant; absent where the page tells of none. */
  readonly talks?: Talks | undefined;
  /** Id in the archive; absent for a file. */
  readonly document?: string | undefined;
}

/** How a person names a seat: a document, and of several talks on one page also which: `d-…` or `d-…/t-…`. */
export async function openSeat(archive: Archive, name: string, voice: Voice): Promise<Seat> {
  const [id = '', talks] = name.split(/[/:]/);
  const standing = await archive.standing(id);
  if (!standing) throw makeFault(voice, 'archive/no-such-document', { id });
  const seat = seatOf(standing.reading, talks);
  if (!seat) throw makeFault(voice, 'compare/no-such-talks', { id: name, talks: standing.reading.talks.map((each) => each.id).join(', ') });
  return { ...seat, document: (await archive.document(id))?.id ?? id };
}

/** Undefined where the reading has no talks of that id. */
export function seatOf(reading: Reading, talks?: string): Seat | undefined {
  const found = talks === undefined ? reading.talks[0] : reading.talks.find(({ id }) => id === talks);
  return talks !== undefined && !found ? undefined : { reading, talks: found };
}

export async function sittingOf({ reading, talks }: Seat): Promise<Sitting> {
  return { reading, tongue: await loadTongue(reading.document.language), ...(reading.talks.length > 1 && talks && { talks: talks.id }) };
}

export interface ComparedMeetings {
  readonly before: Seat;
  readonly after: Seat;
  readonly found: Meetings;
}

/** The earlier talks first where both have a day; else in the order given. */
export async function compareSeats(one: Seat, other: Seat, archive?: Archive): Promise<ComparedMeetings> {
  const [a, b] = [one.talks?.date?.edtf ?? '', other.talks?.date?.edtf ?? ''];
  const [before, after] = a !== '' && b !== '' && b < a ? [other, one] : [one, other];
  const personOf = archive && (await personsOf(archive, [before.reading, after.reading]));
  return { before, after, found: compareMeetings(await sittingOf(before), await sittingOf(after), { personOf }) };
}

/** The ladder on which a row's acts stand, and where; undefined where none holds them. */
export function ladderOf({ before, after }: Row): { readonly rungs: readonly Act[]; readonly was?: number; readonly now?: number } | undefined {
  const [was, now] = [before?.statements[0]?.act, after?.statements[0]?.act];
  const step = stepBetween((was ?? now) as Act, (now ?? was) as Act);
  if (!step) return undefined;
  const acts = [was, now].filter((act) => act !== undefined);
  return { rungs: rungs(step.ladder, acts), ...(was && { was: step.was }), ...(now && { now: step.now }) };
}

// ── For programs ───────────────────────────────────────────────────────────

export function plainSeat({ reading, talks, document }: Seat) {
  const { title, publisher, published, language, id } = reading.document;
  return {
    document: document ?? id,
    language,
    ...(title && { title: title.value }),
    ...(publisher && { publisher }),
    ...(published?.edtf && { published: published.edtf }),
    ...(talks && {
      talks: {
        id: talks.id,
        kind: talks.kind,
        ...(talks.level && { level: talks.level }),
        ...(talks.date?.edtf && { date: talks.date.edtf }),
        parties: talks.parties,
      },
    }),
  };
}

export function plainStatement(one: Statement) {
  return {
    id: one.id,
    path: one.path,
    act: one.act,
    verb: one.verb.text,
    ...(one.verb.strength !== undefined && { strength: one.verb.strength }),
    speakers: one.speakers.map(({ party }) => party),
    mode: one.mode,
    ...(one.withheld && { withheld: true }),
    span: one.span,
    quote: one.quote,
  };
}

export type PlainRow = ReturnType<typeof plainRow>;

function plainRow(row: Row, before: Reading, after: Reading) {
  const unit = (of: Unit | undefined, { document }: Reading) =>
    of && {
      span: [...of.span] as [number, number],
      quote: document.text.slice(...of.span),
      ...(of.path !== undefined && { path: of.path }),
      statements: of.statements.map(plainStatement),
    };
  const words = (spans: readonly Span[], { document }: Reading) => spans.map((span) => document.text.slice(...span));
  const [was, now] = [unit(row.before, before), unit(row.after, after)];
  return {
    change: row.change,
    moved: row.moved,
    again: row.again,
    ...(was && { before: was }),
    ...(now && { after: now }),
    ...(row.pieces && {
      pieces: row.pieces.map((piece) => ({
        kind: piece.kind,
        ...('before' in piece && { before: [...piece.before] as [number, number] }),
        ...('after' in piece && { after: [...piece.after] as [number, number] }),
      })),
    }),
    differences: row.differences.map((each) => ({ ...each })),
    ...(row.step && { step: { ...row.step } }),
    intensifiers: { gone: words(row.intensifiers.gone, before), come: words(row.intensifiers.come, after) },
    ...(row.score !== undefined && { score: row.score }),
    reasons: row.reasons.map((reason) => ({ ...reason, ...(reason.common && { common: [...reason.common] }) })),
  };
}

/** The comparison as JSON: spans are `[start, end)` in UTF-16 units of the text of their side. */
export function plainMeetings({ before, after, found }: ComparedMeetings) {
  const rows = (list: readonly Row[]) => list.map((row) => plainRow(row, before.reading, after.reading));
  return {
    before: plainSeat(before),
    after: plainSeat(after),
    counts: { ...found.counts },
    topics: found.topics.map(({ topic, rows: list }) => ({ ...(topic && { topic }), rows: rows(list) })),
    rest: rows(found.rest),
  };
}
