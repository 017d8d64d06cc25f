/**
 * The same matter stated in two ways that cannot both be so, between documents of one relation: candidates for a person to judge.
 *
 * 1 each candidate has the words of both, and what each says; 2 dates contradict only where they have no day in common and neither is
 * approximate; 3 of many tellings of one value the first stands for all, and each value is held against the first one that it contradicts;
 * 4 time is linear in the number of readouts, but for those that tell one and the same thing.
 */
import type { Extract, InstrumentExtract, PlacedExtract } from '../record/extract.ts';
import { cutsOf, lifeOf, type Parting } from '../record/lives.ts';
import type { Reading, Statement, Talks } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import type { Span } from '../text/span.ts';
import type { Accounts } from './accounts.ts';
import { comparable, compatible } from './dates.ts';
import { makeSpelling } from './spelling.ts';
import type { Tongue } from './tongue.ts';

export const CONTRADICTIONS = ['event-date', 'talks-date', 'ordinal', 'number', 'date', 'proposer'] as const;
export type ContradictionKind = (typeof CONTRADICTIONS)[number];

/** A document of the relation: what of it goes into ledgers, and how its language is compared. */
export interface Telling {
  readonly extract: Extract;
  readonly tongue: Tongue;
}

export interface Words {
  readonly document: string;
  readonly span: Span;
  /** Of the statement that holds the words; absent where none does. */
  readonly statement?: string;
  readonly path?: string;
  /** What it says there: EDTF, a number, parties. */
  readonly says: string;
}

export interface Candidate {
  /** Of both places and what they say, so that it stays the same. */
  readonly id: string;
  readonly kind: ContradictionKind;
  /** What it is about, in words of a document: the name of a treaty, the quote. */
  readonly about: string;
  /** For dates of events: which. */
  readonly event?: string;
  readonly first: Words;
  readonly other: Words;
}

/** Two of the documents that tell one meeting, and their comparison. */
export interface TwoTellings {
  readonly first: { readonly document: string; readonly reading: Reading };
  readonly other: { readonly document: string; readonly reading: Reading };
  readonly talks: readonly [Talks, Talks];
  readonly accounts: Accounts;
}

/** What readouts of different meetings state in two ways. @param documents oldest first. @param partings what people said of treaties of one name. */
export function findContradictions(documents: readonly Telling[], partings: readonly Parting[] = []): Candidate[] {
  return once([...eventDates(documents, partings), ...ordinals(documents), ...sameWords(documents)]);
}

/** Of several candidates about the same two places the first: that a treaty has two days says more than that a sentence has. */
export function once(all: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return all.filter(({ first, other }) => {
    const key = [first, other].map(placeOf).sort().join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

function placeOf({ document, span, says }: Words): string {
  return `${document} ${span.join('-')} ${says}`;
}

function candidate(kind: ContradictionKind, about: string, first: Words, other: Words, event?: string): Candidate {
  const [a, b] = [first, other].map(placeOf).sort() as [string, string];
  return { id: `c-${digest(kind, a, b)}`, kind, about, ...(event && { event }), first, other };
}

function wordsAt(document: string, { span, statement, path }: PlacedExtract, says: string): Words {
  return { document, span, says, ...(statement !== undefined && { statement }), ...(path !== undefined && { path }) };
}

/** Each value is held against the first one told that it contradicts: of many a person judges each once. */
function against<T>(values: readonly T[], differ: (one: T, other: T) => boolean): [first: T, other: T][] {
  return values.flatMap((other, i): [T, T][] => {
    for (let j = 0; j < i; j++) if (differ(values[j] as T, other)) return [[values[j] as T, other]];
    return [];
  });
}

function differ(a: string, b: string): boolean {
  return comparable(a, b) && !compatible(a, b);
}

// ── Dates of what happens once ─────────────────────────────────────────────

/** Steps that a treaty takes once, on one day for all. Ratification is each party's own. */
const ONCE = new Set(['signed', 'instruments-exchanged', 'entered-into-force', 'terminated']);

interface Event {
  readonly entity?: string;
  readonly name: string;
  readonly form: string;
  readonly event: string;
  /** Which of several treaties of that name. */
  readonly life: number;
  readonly words: Words;
}

function eventDates(documents: readonly Telling[], partings: readonly Parting[]): Candidate[] {
  const told = new Map<string, InstrumentExtract['events'][number][]>();
  for (const { extract } of documents)
    for (const { entity, events } of extract.instruments) {
      const known = told.get(entity ?? '');
      if (known) known.push(...events);
      else if (entity !== undefined) told.set(entity, [...events]);
    }
  const cuts = new Map(
    [...told].map(([entity, events]) => [
      entity,
      cutsOf(
        events,
        partings.filter(({ instrument }) => instrument === entity),
      ),
    ]),
  );
  const groups = new Map<string, Event[]>();
  for (const { extract, tongue } of documents) {
    const spelling = makeSpelling(tongue);
    for (const { entity, name, parties, events } of extract.instruments)
      for (const { event, date, at } of events) {
        if (!ONCE.has(event) || date === undefined || !at) continue;
        const life = lifeOf(cuts.get(entity ?? '') ?? [], date, undefined);
        const one: Event = { ...(entity && { entity }), name, form: spelling(name).form, event, life, words: wordsAt(extract.document, at, date) };
        const key = `${event} ${[...parties].sort().join('+')}`;
        const group = groups.get(key);
        if (group) group.push(one);
        else groups.set(key, [one]);
      }
  }
  return [...groups.values()].flatMap((group) => {
    // Of each value of each name the first telling.
    const firsts = new Map<string, Event>();
    for (const one of group) if (!firsts.has(`${one.form} ${one.words.says}`)) firsts.set(`${one.form} ${one.words.says}`, one);
    return against([...firsts.values()], (a, b) => isOne(a, b) && differ(a.words.says, b.words.says)).map(([a, b]) =>
      candidate('event-date', a.name, a.words, b.words, a.event),
    );
  });
}

/** One instrument across documents, or one name. */
function isOne(a: Event, b: Event): boolean {
  if (a.entity !== undefined && a.entity === b.entity) return a.life === b.life;
  return sameName(a.form, b.form);
}

/** One name within the other: a treaty with and without its parties before it. */
function sameName(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 4 && (a.endsWith(b) || b.endsWith(a)));
}

// ── Counts of meetings ─────────────────────────────────────────────────────

const SERIES: ReadonlySet<string> = new Set(['consultation', 'ministerial', 'multilateral', 'summit']);

/** Of two talks of the same persons the later has the higher count; two on one day have one count. */
function ordinals(documents: readonly Telling[]): Candidate[] {
  const groups = new Map<string, { date: string; n: number; words: Words }[]>();
  for (const { extract, tongue } of documents)
    for (const { parties, level, kind, participants, ordinal, date } of extract.talks) {
      if (!ordinal || date === undefined || !/^\d{4}-\d\d-\d\d/.test(date)) continue;
      const spelling = makeSpelling(tongue);
      const names = participants.map(({ party, name }) => `${party} ${spelling(name).form}`).sort();
      // A series of consultations goes on whoever holds it, and is known by its name; meetings are counted by who meets.
      const series = SERIES.has(kind) ? [spelling(extract.title ?? '').form.replace(/[\p{N}\p{P}\p{Z}\s]+/gu, '')] : names;
      const key = [[...parties].sort().join('+'), level ?? '', kind, ...series].join('|');
      const one = { date: date.slice(0, 10), n: ordinal.value, words: wordsAt(extract.document, ordinal, String(ordinal.value)) };
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  return [...groups.values()].flatMap((group) => {
    const sorted = group.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.n - b.n));
    return sorted.slice(1).flatMap((later, i) => {
      const earlier = sorted[i] as (typeof sorted)[number];
      const wrong = earlier.date === later.date ? earlier.n !== later.n : earlier.n >= later.n;
      return wrong && earlier.words.document !== later.words.document ? [candidate('ordinal', '', earlier.words, later.words)] : [];
    });
  });
}

// ── The same words with another figure ─────────────────────────────────────

/** Two statements word for word the same but for a day of the past, each told with its year. */
function sameWords(documents: readonly Telling[]): Candidate[] {
  /** Words without the day → day → its first telling. */
  const groups = new Map<string, Map<string, { words: Words; quote: string }>>();
  for (const { extract, tongue } of documents)
    for (const { quote, at, date, ...place } of extract.dated ?? []) {
      const rest = quote.slice(0, at[0]) + quote.slice(at[1]);
      const key = `${extract.language} ${makeSpelling(tongue)(rest).form.replace(/[\p{P}\p{Z}\s]+/gu, '')}`;
      const group = groups.get(key) ?? new Map<string, { words: Words; quote: string }>();
      groups.set(key, group);
      if (!group.has(date)) group.set(date, { words: wordsAt(extract.document, place, date), quote });
    }
  return [...groups.values()].flatMap((group) =>
    group.size < 2
      ? []
      : against([...group.values()], (a, b) => a.words.document !== b.words.document && differ(a.words.says, b.words.says)).map(([a, b]) =>
          candidate('date', a.quote, a.words, b.words),
        ),
  );
}

// ── One meeting told by two ────────────────────────────────────────────────

/** Acts of which it matters who did them first. */
const PROPOSERS = new Set(['propose', 'invite', 'request', 'demand']);

/** What two accounts of one meeting state in two ways. */
export function findBetween({ first, other, talks: [one, two], accounts }: TwoTellings): Candidate[] {
  const at = ({ document, reading }: TwoTellings['first'], span: Span, says: string, held?: Statement): Words => {
    const statement = held ?? reading.statements.find((each) => each.span[0] <= span[0] && span[1] <= each.span[1]);
    return wordsAt(document, { span: [span[0], span[1]], ...(statement && { statement: statement.id, path: statement.path }) }, says);
  };
  const found: Candidate[] = [];
  const [a, b] = [one.date, two.date];
  if (a?.edtf && b?.edtf && comparable(a.edtf, b.edtf) && !compatible(a.edtf, b.edtf))
    found.push(candidate('talks-date', '', at(first, a.span, a.edtf), at(other, b.span, b.edtf)));
  if (one.ordinal && two.ordinal && one.ordinal.value !== two.ordinal.value)
    found.push(
      candidate('ordinal', '', at(first, one.ordinal.span, String(one.ordinal.value)), at(other, two.ordinal.span, String(two.ordinal.value))),
    );
  for (const row of accounts.rows) {
    // what may be another matter contradicts nothing
    if (row.perhaps) continue;
    if (!row.first || !row.other) continue;
    for (const { what, first: there, other: here, says } of row.differences) {
      const proposed =
        what === 'speaker' &&
        PROPOSERS.has(row.first.lead.act) &&
        PROPOSERS.has(row.other.lead.act) &&
        !says[0].includes('+') &&
        !says[1].includes('+');
      if (what !== 'date' && what !== 'number' && !proposed) continue;
      const kind = proposed ? 'proposer' : (what as 'date' | 'number');
      found.push(candidate(kind, row.first.lead.quote, at(first, there, says[0], row.first.lead), at(other, here, says[1], row.other.lead)));
    }
  }
  return once(found);
}
