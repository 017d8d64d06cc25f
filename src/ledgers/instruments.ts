/**
 * The life of a treaty over all readouts that name it, whoever publishes them: what happened when, where it was told, what is missing.
 *
 *   signed 2009-05-12 · instruments exchanged 2010-11-13 (550 days later) · in force 2011-02-11 (90 days later)
 *
 * 1 What is one instrument is told by the archive (names merged by what they say and by people), not guessed here; but a treaty that was in force and
 * is signed again is another one of its name (record/lives.ts); 2 a step told as still to come
 * is ahead until a readout tells it as taken; 3 two days for one step, and a step before one that it rests on, are
 * contradictions: both are shown with their words, none is chosen; 4 a missing step is "no evidence", not "not taken"; 5 counts named in the
 * text ("on the ninetieth day after") are held against the days that are told. Pure; `asOf` is an argument.
 */
import type { Extract, InstrumentExtract } from '../record/extract.ts';
import { INSTRUMENT_STEPS, type InstrumentStep } from '../record/instrument-steps.generated.ts';
import { type Cut, cutsOf, lifeOf, type Parting } from '../record/lives.ts';
import { STEP_ORDER, STEPS_BEFORE } from '../record/steps.ts';
import { instrumentForm, type Treaty, treatyForm, treatyOf } from '../record/treaties.ts';
import { extentOf } from '../time/extent.ts';
import type { Cited } from './line.ts';
import { citedAt, citedTalks } from './telling.ts';
import { daysFrom, firstDay, monthsAfter, shifted } from './window.ts';

export interface ClockStep {
  readonly event: InstrumentStep;
  /** EDTF, as sure as the surest telling; absent where no readout tells the day. */
  readonly date?: string;
  /** told: taken; ahead: a day to come, and no readout has told it as taken; passed: that day is past now, and still none has. */
  readonly status: 'told' | 'ahead' | 'passed';
  /** Whole days since the step before, where both days are known. */
  readonly days?: number;
  readonly cited: readonly Cited[];
  /** The talks of that day between the parties: where it happened, or beside which. */
  readonly at: readonly Cited[];
}

export interface ClockClause {
  readonly step: InstrumentStep;
  readonly from: InstrumentStep;
  readonly count: number;
  readonly unit: 'day' | 'month' | 'year';
  /** Days that the count gives; two where the words leave open whether the first day is counted. */
  readonly counted: readonly string[];
  readonly stated?: string;
  /** agrees or differs; open where a day is not known. */
  readonly verdict: 'agrees' | 'differs' | 'open';
  readonly cited: Cited;
}

export interface Contradiction {
  readonly code: 'two-days' | 'out-of-order' | 'count-differs';
  readonly event: InstrumentStep;
  readonly other: InstrumentStep;
  readonly dates: readonly [string, string];
  readonly cited: readonly Cited[];
}

export interface Clock {
  /** Id across documents, where the archive gave one. */
  readonly id: string;
  /** Where several treaties of one name and id followed one another: which this is, of how many, and why it is parted from the one before. */
  readonly life?: { readonly n: number; readonly of: number; readonly began?: Cut };
  /** Kind of treaty that its names are names of: why several names are one. */
  readonly treaty?: Treaty;
  /** The longest of its names, and all of them with the number of readouts. */
  readonly name: string;
  readonly names: readonly { readonly name: string; readonly language: string; readonly documents: number }[];
  readonly kind: InstrumentExtract['kind'];
  readonly parties: readonly string[];
  readonly steps: readonly ClockStep[];
  /** Steps that come before one that was taken and that no readout tells. */
  readonly missing: readonly InstrumentStep[];
  /** Steps that the last one opens. */
  readonly next: readonly InstrumentStep[];
  readonly clauses: readonly ClockClause[];
  readonly contradictions: readonly Contradiction[];
  /** Day of the last step that is known to the day. */
  readonly last?: string;
}

export interface ClockQuery {
  readonly asOf: string;
  /** Only instruments of these parties and no others. */
  readonly parties?: readonly string[];
  /** Only the instrument of this id. */
  readonly instrument?: string;
  /** What people said of treaties of one name. */
  readonly partings?: readonly Parting[];
}

interface Telling {
  readonly extract: Extract;
  readonly day: string | undefined;
  readonly instrument: InstrumentExtract;
}

/** Steps that each party takes for itself: two days for them are no contradiction. */
const BY_EACH: ReadonlySet<InstrumentStep> = new Set(['approved', 'ratified']);
/** Kinds that go through parliaments; of others a step that is not told is not missed. */
const WITH_STEPS: ReadonlySet<InstrumentExtract['kind']> = new Set(['treaty', 'agreement', 'protocol']);

/** @param extracts in any order. @returns those with the newest step first. */
export function followInstruments(extracts: readonly Extract[], { asOf, parties, instrument, partings = [] }: ClockQuery): Clock[] {
  const groups = new Map<string, Telling[]>();
  const wanted = parties && [...parties].sort().join('-');
  const known = extracts
    .map((extract) => ({ extract, day: dayOf(extract) ?? '9999' }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ extract }) => extract);
  for (const extract of known) {
    const day = dayOf(extract);
    if (day !== undefined && day > asOf) continue;
    for (const one of extract.instruments) {
      if (instrument !== undefined && one.entity !== instrument) continue;
      if (wanted !== undefined && [...one.parties].sort().join('-') !== wanted) continue;
      const key = keyOf(one, day);
      const group = groups.get(key);
      if (group) group.push({ extract, day, instrument: one });
      else groups.set(key, [{ extract, day, instrument: one }]);
    }
  }
  return [...groups]
    .flatMap(([key, tellings]) => {
      const id = tellings[0]?.instrument.entity ?? key;
      const lives = livesOf(id, tellings, partings);
      return lives.map(({ of, began }, i) => ({
        ...clockOf(id, of, known, asOf),
        ...(lives.length > 1 && { life: { n: i + 1, of: lives.length, ...(began && { began }) } }),
      }));
    })
    .sort(newestFirst);
}

interface Life {
  readonly of: readonly Telling[];
  readonly began?: Cut;
}

/** The treaties of one name, oldest first, each with its own steps; a readout may tell of two. */
function livesOf(id: string, tellings: readonly Telling[], partings: readonly Parting[]): Life[] {
  const cuts = cutsOf(
    tellings.flatMap(({ instrument }) => instrument.events),
    partings.filter((one) => one.instrument === id),
  );
  if (cuts.length === 0) return [{ of: tellings }];
  const lives = [undefined, ...cuts].map((began) => ({ of: [] as Telling[], ...(began && { began }) }));
  for (const telling of tellings) {
    const { day, instrument } = telling;
    const told = lifeOf(cuts, undefined, day);
    const { clauses, ...rest } = instrument;
    for (const [n, { of }] of lives.entries()) {
      const events = instrument.events.filter(({ date }) => lifeOf(cuts, date, day) === n);
      if (events.length > 0 || n === told) of.push({ ...telling, instrument: { ...rest, events, ...(clauses && n === told && { clauses }) } });
    }
  }
  return lives.filter(({ of }) => of.length > 0);
}

/** A treaty is one by its name; joint statements and plans of one name are one only where they are of one year. */
function keyOf({ entity, name, subject, kind, parties, events }: InstrumentExtract, day: string | undefined): string {
  const named = entity ?? `${instrumentForm(subject ?? name, parties)} ${[...parties].sort().join('-')}`;
  if (WITH_STEPS.has(kind)) return named;
  const dates = events.flatMap(({ date }) => (date === undefined ? [] : [date.slice(0, 4)])).sort();
  return `${named} ${dates[0] ?? day?.slice(0, 4) ?? ''}`;
}

function dayOf(extract: Extract): string | undefined {
  return firstDay(extract.talks[0]?.date ?? extract.published);
}

function clockOf(id: string, tellings: readonly Telling[], all: readonly Extract[], asOf: string): Clock {
  const contradictions: Contradiction[] = [];
  const told = STEP_ORDER.flatMap((event) => stepOf(event, tellings, all, asOf, contradictions));
  contradictions.push(...outOfOrder(told));
  const steps = withDays(told);
  const taken = new Set(steps.map(({ event }) => event));
  const { instrument } = tellings[0] as Telling;
  const treaty =
    instrument.parties.length === 2
      ? tellings.map((one) => treatyOf(treatyForm(one.instrument.subject ?? one.instrument.name))).find(Boolean)
      : undefined;
  const before = new Set([...taken].flatMap((event) => [...(STEPS_BEFORE.get(event) ?? [])]));
  const furthest = steps.at(-1)?.event;
  const clauses = clausesOf(tellings, steps);
  for (const { verdict, step, from, counted, stated, cited } of clauses)
    if (verdict === 'differs')
      contradictions.push({
        code: 'count-differs',
        event: step,
        other: from,
        dates: [counted[0] as string, stated as string],
        cited: [cited, ...citedOf(steps, step)],
      });
  const last = steps
    .flatMap(({ date }) => (date !== undefined && isDay(date) ? [date] : []))
    .sort()
    .at(-1);
  return {
    id,
    ...(treaty && { treaty }),
    ...namesOf(tellings),
    kind: instrument.kind,
    parties: instrument.parties,
    steps,
    missing: WITH_STEPS.has(instrument.kind) ? STEP_ORDER.filter((event) => before.has(event) && !taken.has(event)) : [],
    next:
      furthest && WITH_STEPS.has(instrument.kind)
        ? (INSTRUMENT_STEPS[furthest].allows as readonly InstrumentStep[]).filter((event) => event !== 'terminated')
        : [],
    clauses,
    contradictions,
    ...(last && { last }),
  };
}

/** One step over all its tellings. */
function stepOf(
  event: InstrumentStep,
  tellings: readonly Telling[],
  all: readonly Extract[],
  asOf: string,
  contradictions: Contradiction[],
): Omit<ClockStep, 'days'>[] {
  const found = tellings.flatMap(({ extract, day, instrument }) =>
    instrument.events
      .filter((one) => one.event === event)
      .map((one) => ({
        ...one,
        day,
        extract,
        cited: citedAt(extract, extract.talks.find(({ id }) => id === one.talks) ?? extract.talks[0], one.told),
      })),
  );
  if (found.length === 0) return [];
  const dated = found.filter(({ date }) => date !== undefined && extentOf(date) !== undefined);
  let date: string | undefined;
  for (const one of dated) {
    const other = one.date as string;
    if (date === undefined || isWithin(other, date)) date = other;
    else if (!isWithin(date, other) && !BY_EACH.has(event)) {
      const first = dated.find((each) => each.date === date);
      if (!contradictions.some((each) => each.code === 'two-days' && each.event === event && each.dates[1] === other))
        contradictions.push({ code: 'two-days', event, other: event, dates: [date, other], cited: [...(first ? [first.cited] : []), one.cited] });
    }
  }
  const first = firstDay(date);
  const taken = first === undefined || found.some(({ day }) => day !== undefined && day >= first);
  const status = taken ? 'told' : (extentOf(date as string)?.last ?? '9999') < asOf ? 'passed' : 'ahead';
  return [
    {
      event,
      ...(date !== undefined && { date }),
      status,
      cited: found.map(({ cited }) => cited),
      at: taken ? talksOf(found, date, tellings, all) : [],
    },
  ];
}

/** The talks at which the step was taken by the words of a readout, and those of that very day between the parties. */
function talksOf(
  found: readonly { readonly extract: Extract; readonly talks?: string }[],
  date: string | undefined,
  tellings: readonly Telling[],
  all: readonly Extract[],
): Cited[] {
  const parties = tellings[0]?.instrument.parties ?? [];
  const seen = new Set<string>();
  const at: Cited[] = [];
  const add = (extract: Extract, met: Extract['talks'][number]): void => {
    const key = `${extract.document} ${met.id}`;
    if (seen.has(key)) return;
    seen.add(key);
    at.push(citedTalks(extract, met));
  };
  for (const { extract, talks } of found) {
    const met = talks === undefined ? undefined : extract.talks.find(({ id }) => id === talks);
    if (met) add(extract, met);
  }
  if (date === undefined || !isDay(date)) return at;
  for (const extract of all)
    for (const met of extract.talks) if (met.date?.slice(0, 10) === date && parties.every((party) => met.parties.includes(party))) add(extract, met);
  return at;
}

/** A step whose day is certainly before that of one on which it rests. */
function outOfOrder(steps: readonly Omit<ClockStep, 'days'>[]): Contradiction[] {
  return steps.flatMap((later) =>
    steps.flatMap((earlier): Contradiction[] => {
      if (!STEPS_BEFORE.get(later.event)?.has(earlier.event) || BY_EACH.has(earlier.event)) return [];
      const [a, b] = [later.date && extentOf(later.date), earlier.date && extentOf(earlier.date)];
      if (!a || !b || a.last >= b.first) return [];
      return [
        {
          code: 'out-of-order',
          event: later.event,
          other: earlier.event,
          dates: [later.date as string, earlier.date as string],
          cited: [...later.cited, ...earlier.cited],
        },
      ];
    }),
  );
}

/** By day, as far as it is known; a step without one stays after those it rests on. */
function withDays(steps: readonly Omit<ClockStep, 'days'>[]): ClockStep[] {
  let before: string | undefined;
  return steps.map((step) => {
    if (step.date === undefined || !isDay(step.date)) return step;
    const days = before === undefined ? undefined : daysFrom(before, step.date);
    before = step.date;
    return { ...step, ...(days !== undefined && { days }) };
  });
}

function clausesOf(tellings: readonly Telling[], steps: readonly ClockStep[]): ClockClause[] {
  const seen = new Set<string>();
  return tellings.flatMap(({ extract, instrument }) =>
    (instrument.clauses ?? []).flatMap((clause): ClockClause[] => {
      const { step, from, count, unit, counting, told } = clause;
      const key = `${step} ${from} ${count} ${unit} ${counting}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const begin = steps.find(({ event }) => event === from)?.date;
      const stated = steps.find(({ event }) => event === step)?.date;
      const counted = begin !== undefined && isDay(begin) ? countFrom(begin, count, unit, counting) : [];
      const comparable = counted.length > 0 && stated !== undefined;
      return [
        {
          step,
          from,
          count,
          unit,
          counted,
          ...(stated !== undefined && { stated }),
          verdict: !comparable ? 'open' : counted.some((day) => isWithin(day, stated)) ? 'agrees' : 'differs',
          cited: citedAt(extract, extract.talks[0], told),
        },
      ];
    }),
  );
}

/** @returns the day; both days where the words leave open whether the first is counted. */
export function countFrom(begin: string, count: number, unit: 'day' | 'month' | 'year', counting: 'after' | 'including' | 'either'): string[] {
  const after = unit === 'day' ? shifted(begin, count) : monthsAfter(begin, unit === 'month' ? count : count * 12);
  if (counting === 'after') return [after];
  const including = shifted(after, -1);
  return counting === 'including' ? [including] : [including, after];
}

function citedOf(steps: readonly ClockStep[], event: InstrumentStep): readonly Cited[] {
  return steps.find((step) => step.event === event)?.cited ?? [];
}

function namesOf(tellings: readonly Telling[]): Pick<Clock, 'name' | 'names'> {
  const counts = new Map<string, { name: string; language: string; documents: Set<string> }>();
  for (const { extract, instrument } of tellings) {
    const key = `${extract.language} ${instrument.name}`;
    const known = counts.get(key) ?? { name: instrument.name, language: extract.language, documents: new Set<string>() };
    known.documents.add(extract.document);
    counts.set(key, known);
  }
  const names = [...counts.values()]
    .map(({ name, language, documents }) => ({ name, language, documents: documents.size }))
    .sort((a, b) => b.documents - a.documents || b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
  return { name: names[0]?.name ?? '', names };
}

function isDay(edtf: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(edtf);
}

/** Whether one date lies within another: it says the same, and perhaps more. */
function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [extentOf(inner), extentOf(outer)];
  return a !== undefined && b !== undefined && a.first >= b.first && a.last <= b.last;
}

function newestFirst(a: Clock, b: Clock): number {
  const [x, y] = [a.last ?? '', b.last ?? ''];
  return x > y ? -1 : x < y ? 1 : a.name < b.name ? -1 : 1;
}
