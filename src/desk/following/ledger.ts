/** What is owed in a relation, or in all of them, and where each treaty stands: the archive hands over what was told, the ledgers follow it. */
import type { Archive, DyadRow } from '../../archive/archive.ts';
import { readDyad } from '../../archive/sides.ts';
import type { Voice } from '../../language/voice.ts';
import { type Change, changesOf } from '../../ledgers/changes.ts';
import { followCommitments, GROUPS, type Group, type Line, STATES, type State } from '../../ledgers/commitments.ts';
import { type Clock, followInstruments } from '../../ledgers/instruments.ts';
import type { Extract } from '../../record/extract.ts';
import { partingsOf } from '../../record/lives.ts';
import { commitmentKinds } from '../../record/schema.ts';
import { extentOf } from '../../time/extent.ts';
import { isDay, makeFault } from '../faults.ts';

export type { Change } from '../../ledgers/changes.ts';
export type { Cited, Group, Line, Looked, Searched, Stage, State, Step } from '../../ledgers/commitments.ts';
export { GROUPS, LADDER, REASONS, STATES } from '../../ledgers/commitments.ts';
export type { Clock, ClockClause, ClockStep, Contradiction } from '../../ledgers/instruments.ts';

export interface LedgerAsked {
  /** Without it, all relations of the archive. */
  readonly dyad?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Party that owes. */
  readonly by?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly group?: string | undefined;
  /** EDTF: due within. */
  readonly due?: string | undefined;
  /** Only this line. */
  readonly line?: string | undefined;
  /** Of all relations, those with the newest talks until so many talks are looked through; the first one always. All where it is left out. */
  readonly mostTalks?: number | undefined;
}

/** A line with the relation that it is of. */
export interface LedgerLine extends Line {
  readonly dyad: string;
  /** How the visitor is spelled in the reader's language, where the line tells it in another and the archive holds that spelling of the same person. */
  readonly called?: string;
}

export interface LedgerTold {
  readonly dyad?: string;
  readonly asOf: string;
  readonly lines: readonly LedgerLine[];
  /** How many lines there are without the filters. */
  readonly all: number;
  /** Talks that were looked through, and the day of the newest. */
  readonly talks: number;
  readonly until?: string;
  /** Relations that were left out (`mostTalks`). */
  readonly left: number;
  /** What happened to these lines, newest first. */
  changes(): readonly Change[];
}

/** @throws Fault `archive/bad-dyad`, `cli/bad-date`, `ledger/unknown-value`. */
export async function makeLedger(archive: Archive, asked: LedgerAsked, voice: Voice): Promise<LedgerTold> {
  const { asOf } = asked;
  if (!isDay(asOf)) throw makeFault(voice, 'cli/bad-date', { name: asOf });
  const keep = filterOf(asked, voice);
  const known = asked.dyad === undefined ? await archive.dyads() : [];
  const dyads = asked.dyad === undefined ? within(known, asked.mostTalks) : [dyadOf(asked.dyad, voice)];
  const [merged] = (await archive.happenings({ kinds: ['merged', 'undone'], limit: 1 })).items;
  const told: Told[] = [];
  for (const dyad of dyads) {
    told.push(await followed(archive, dyad, asOf, merged?.when ?? ''));
    // Of many relations others are answered in between.
    if (dyads.length > 1) await new Promise((done) => setImmediate(done));
  }
  const all = told.flatMap(({ lines }) => lines);
  const lines = await spelled(archive, all.filter(keep), voice.code);
  const until = told
    .flatMap((one) => one.until ?? [])
    .sort()
    .at(-1);
  return {
    ...(asked.dyad !== undefined && { dyad: dyads[0] as string }),
    asOf,
    lines: dyads.length > 1 ? inGroups(lines) : lines,
    all: all.length,
    talks: told.reduce((sum, one) => sum + one.talks, 0),
    ...(until && { until }),
    left: Math.max(0, known.length - dyads.length),
    changes: () => {
      const kept = new Map(lines.map((line) => [line.id, line]));
      const all = told.flatMap(({ changes }) => changes()).filter(({ line }) => kept.has(line.id));
      return all
        .map((one) => ({ ...one, line: kept.get(one.line.id) as LedgerLine }))
        .sort((a, b) => (a.when > b.when ? -1 : a.when < b.when ? 1 : 0));
    },
  };
}

/** Visitors as the reader's language spells them: only what the archive holds for the same person, never put into other letters by us. */
async function spelled(archive: Archive, lines: readonly LedgerLine[], language: string): Promise<readonly LedgerLine[]> {
  const foreign = lines.flatMap(({ visitor, tellings }) =>
    visitor?.person && tellings.some((one) => one.language !== language) ? visitor.person : [],
  );
  if (foreign.length === 0) return lines;
  const names = await archive.spelled([...new Set(foreign)], language);
  return lines.map((line) => {
    const known = names.get(line.visitor?.person ?? '');
    const [longest] = known ?? [];
    return longest === undefined || known?.includes(line.visitor?.name ?? '') ? line : { ...line, called: longest };
  });
}

/** Relations, those with the newest talks first, as many as stay within a number of talks. */
function within(dyads: readonly DyadRow[], most = Number.POSITIVE_INFINITY): string[] {
  let talks = 0;
  return dyads.flatMap((one, i) => {
    talks += one.talks;
    return i === 0 || talks <= most ? [one.dyad] : [];
  });
}

interface Told {
  readonly lines: readonly LedgerLine[];
  readonly talks: number;
  readonly until?: string;
  readonly changes: () => readonly Change[];
}

/** The last ledgers made, by archive and relation: they hold until something that the archive holds of the relation changes. */
const made = new WeakMap<Archive, Map<string, { readonly key: string; readonly told: Promise<Told> }>>();
/** Relations kept in memory at once. */
const MOST = 300;

/** @param merged when names were last made one or parted again, which no relation tells. */
async function followed(archive: Archive, dyad: string, asOf: string, merged: string): Promise<Told> {
  const known = made.get(archive) ?? new Map<string, { key: string; told: Promise<Told> }>();
  made.set(archive, known);
  const key = `${await archive.stamp({ dyad })} ${merged} ${asOf}`;
  const old = known.get(dyad);
  if (old?.key === key) return old.told;
  const told = follow(archive, dyad, asOf);
  known.delete(dyad);
  known.set(dyad, { key, told });
  if (known.size > MOST) known.delete(known.keys().next().value as string);
  return told;
}

async function follow(archive: Archive, dyad: string, asOf: string): Promise<Told> {
  const extracts = await archive.extracts({ dyad });
  const parties = dyad.split('-') as [string, string];
  const { lines, talks, until } = followCommitments(extracts, { parties, asOf });
  return { lines: lines.map((line) => ({ ...line, dyad })), talks, ...(until && { until }), changes: () => changesOf({ lines, asOf }, extracts) };
}

export interface ClocksTold {
  readonly dyad: string;
  readonly asOf: string;
  readonly clocks: readonly Clock[];
}

/** The treaties and documents between two sides. @throws Fault `archive/bad-dyad`, `cli/bad-date`. */
export async function makeClocks(
  archive: Archive,
  { dyad, asOf }: { readonly dyad: string; readonly asOf: string },
  voice: Voice,
): Promise<ClocksTold> {
  if (!isDay(asOf)) throw makeFault(voice, 'cli/bad-date', { name: asOf });
  // The archive itself refuses what is no relation.
  const extracts = await archive.extracts({ dyad });
  const of = dyadOf(dyad, voice);
  return { dyad: of, asOf, clocks: followInstruments(extracts, { asOf, parties: of.split('-'), partings: partingsOf(await archive.corrections()) }) };
}

/** One instrument over all readouts that name it; several where documents of different years go by one name. Empty where there is none of that id. */
export async function makeClock(archive: Archive, id: string, asOf: string): Promise<readonly Clock[]> {
  const extracts = await archive.extracts({ instrument: id });
  const root = extracts.flatMap(({ instruments }) => instruments).find((one) => one.entity === id)?.entity ?? (await archive.entity(id))?.id;
  if (root === undefined) return [];
  const around = await between(archive, extracts, root);
  return followInstruments(around, { asOf, instrument: root, partings: partingsOf(await archive.corrections()) });
}

/** The readouts that name it, and those of talks between its parties: a step may have been taken at talks that do not tell it. */
async function between(archive: Archive, extracts: readonly Extract[], id: string): Promise<readonly Extract[]> {
  const parties = extracts.flatMap(({ instruments }) => instruments).find((one) => one.entity === id)?.parties;
  if (parties?.length !== 2) return extracts;
  const known = new Set(extracts.map(({ document }) => document));
  const others = await archive.extracts({ dyad: [...parties].sort().join('-') });
  return [...extracts, ...others.filter(({ document }) => !known.has(document))];
}

function dyadOf(words: string, voice: Voice): string {
  const dyad = readDyad(words);
  if (!dyad) throw makeFault(voice, 'archive/bad-dyad', { dyad: words.slice(0, 60) });
  return dyad;
}

function filterOf({ by, kind, state, group, due, line }: LedgerAsked, voice: Voice): (line: LedgerLine) => boolean {
  const known = (value: string | undefined, values: readonly string[]): void => {
    if (value !== undefined && !values.includes(value))
      throw makeFault(voice, 'ledger/unknown-value', { name: value.slice(0, 60), values: values.join(', ') });
  };
  known(kind, commitmentKinds);
  known(state, STATES);
  known(group, GROUPS);
  const within = due === undefined ? undefined : extentOf(due);
  if (due !== undefined && !within) throw makeFault(voice, 'archive/bad-date', { date: due.slice(0, 60) });
  return (one) => {
    if (line !== undefined && one.id !== line) return false;
    if (by !== undefined && !one.by.includes(by.toUpperCase())) return false;
    if (kind !== undefined && one.kind !== kind) return false;
    if (state !== undefined && one.state !== (state as State)) return false;
    if (group !== undefined && one.group !== (group as Group)) return false;
    if (!within) return true;
    const extent = one.due && extentOf(one.due.edtf);
    return extent !== undefined && extent.first <= within.last && within.first <= extent.last;
  };
}

/** The lines of several relations, by what needs doing. */
function inGroups(lines: readonly LedgerLine[]): LedgerLine[] {
  return GROUPS.flatMap((group) =>
    lines
      .filter((line) => line.group === group)
      .sort((a, b) => {
        const [x, y] = group === 'closed' ? [b.steps.at(-1)?.day ?? '', a.steps.at(-1)?.day ?? ''] : [dueOf(a), dueOf(b)];
        return x < y ? -1 : x > y ? 1 : 0;
      }),
  );
}

function dueOf({ due }: Line): string {
  return (due && extentOf(due.edtf)?.last) ?? '9999';
}
