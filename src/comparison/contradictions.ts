/**
 * The same matter stated in two ways that cannot both be so, between documents of one relation: candidates for a person to judge.
 *
 * 1 each candidate has the words of both, and what each says; 2 dates contradict only where they have no day in common and neither is
 * approximate; 3 of many tellings of one value the first stands for all; 4 time is linear in the number of statements, but for those
 * that tell one and the same thing.
 */
import type { Reading, Statement, Talks } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import type { Span } from '../text/span.ts';
import type { Accounts } from './accounts.ts';
import { comparable, compatible } from './dates.ts';
import { makeSpelling } from './spelling.ts';
import type { Tongue } from './tongue.ts';

export const CONTRADICTIONS = ['event-date', 'talks-date', 'ordinal', 'number', 'date', 'proposer'] as const;
export type ContradictionKind = (typeof CONTRADICTIONS)[number];

/** A document of the relation, and which of its talks. */
export interface Telling {
  /** Id in the archive. */
  readonly document: string;
  readonly reading: Reading;
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
  readonly first: Telling;
  readonly other: Telling;
  readonly talks: readonly [Talks, Talks];
  readonly accounts: Accounts;
}

export function findContradictions(documents: readonly Telling[], meetings: readonly TwoTellings[] = []): Candidate[] {
  const all = [...eventDates(documents), ...ordinals(documents), ...sameWords(documents), ...meetings.flatMap(ofMeeting)];
  const seen = new Set<string>();
  return all.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function candidate(kind: ContradictionKind, about: string, first: Words, other: Words, event?: string): Candidate {
  const [a, b] = [first, other].map(({ document, span, says }) => `${document} ${span.join('-')} ${says}`).sort() as [string, string];
  return { id: `c-${digest(kind, a, b)}`, kind, about, ...(event && { event }), first, other };
}

function wordsAt({ document, reading }: Telling, span: Span, says: string, statement?: Statement): Words {
  const held = statement ?? reading.statements.find((one) => one.span[0] <= span[0] && span[1] <= one.span[1]);
  return { document, span, says, ...(held && { statement: held.id, path: held.path }) };
}

// ── Dates of what happens once ─────────────────────────────────────────────

/** Steps that a treaty takes once, on one day for all. Ratification is each party's own. */
const ONCE = new Set(['signed', 'instruments-exchanged', 'entered-into-force', 'terminated']);

interface Event {
  readonly name: string;
  readonly form: string;
  readonly parties: string;
  readonly event: string;
  readonly words: Words;
}

function eventDates(documents: readonly Telling[]): Candidate[] {
  const groups = new Map<string, Event[]>();
  for (const telling of documents) {
    const spelling = makeSpelling(telling.tongue);
    for (const { name, parties, events } of telling.reading.instruments)
      for (const { event, date, span, statement } of events) {
        if (!ONCE.has(event) || date.edtf === undefined) continue;
        const held = telling.reading.statements.find(({ id }) => id === statement);
        const one: Event = {
          name,
          form: spelling(name).form,
          parties: [...parties].sort().join('+'),
          event,
          words: wordsAt(telling, date.span[1] > date.span[0] ? date.span : span, date.edtf, held),
        };
        const key = `${event} ${one.parties}`;
        const group = groups.get(key);
        if (group) group.push(one);
        else groups.set(key, [one]);
      }
  }
  return [...groups.values()].flatMap((group) => {
    // Of each value of each name the first telling.
    const firsts = new Map<string, Event>();
    for (const one of group) if (!firsts.has(`${one.form} ${one.words.says}`)) firsts.set(`${one.form} ${one.words.says}`, one);
    const list = [...firsts.values()].slice(0, MOST);
    return list.flatMap((a, i) =>
      list.slice(i + 1).flatMap((b) => {
        if (!sameName(a.form, b.form) || !comparable(a.words.says, b.words.says) || compatible(a.words.says, b.words.says)) return [];
        return [candidate('event-date', a.name, a.words, b.words, a.event)];
      }),
    );
  });
}

/** More tellings of one step than this are not held against each other. */
const MOST = 200;

/** One name within the other: a treaty with and without its parties before it. */
function sameName(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 4 && (a.endsWith(b) || b.endsWith(a)));
}

// ── Counts of meetings ─────────────────────────────────────────────────────

const SERIES: ReadonlySet<string> = new Set(['consultation', 'ministerial', 'multilateral', 'summit']);

/** Of two talks of the same persons the later has the higher count; two on one day have one count. */
function ordinals(documents: readonly Telling[]): Candidate[] {
  const groups = new Map<string, { date: string; n: number; words: Words }[]>();
  for (const telling of documents)
    for (const { parties, level, kind, participants, ordinal, date } of telling.reading.talks) {
      if (!ordinal || !date?.edtf || !/^\d{4}-\d\d-\d\d/.test(date.edtf)) continue;
      const spelling = makeSpelling(telling.tongue);
      const names = participants.map(({ party, name }) => `${party} ${spelling(name).form}`).sort();
      // A series of consultations goes on whoever holds it, and is known by its name; meetings are counted by who meets.
      const { title } = telling.reading.document;
      const series = SERIES.has(kind) ? [spelling(title?.value ?? '').form.replace(/[\p{N}\p{P}\p{Z}\s]+/gu, '')] : names;
      const key = [[...parties].sort().join('+'), level ?? '', kind, ...series].join('|');
      const one = { date: date.edtf.slice(0, 10), n: ordinal.value, words: wordsAt(telling, ordinal.span, String(ordinal.value)) };
      groups.set(key, [...(groups.get(key) ?? []), one]);
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
  const groups = new Map<string, { words: Words; quote: string }[]>();
  for (const telling of documents) {
    const { reading } = telling;
    for (const statement of reading.statements) {
      const dates = statement.dates.flatMap((index) => reading.dates[index] ?? []);
      const [date] = dates;
      const told = reading.talks.find(({ id }) => id === statement.talks)?.date?.edtf;
      if (dates.length !== 1 || !date?.edtf || date.basis !== 'stated' || told === undefined || date.edtf.slice(0, 10) >= told) continue;
      const at = date.span[0] - statement.span[0];
      const rest = statement.quote.slice(0, at) + statement.quote.slice(at + date.text.length);
      const key = `${reading.document.language} ${makeSpelling(telling.tongue)(rest).form.replace(/[\p{P}\p{Z}\s]+/gu, '')}`;
      groups.set(key, [
        ...(groups.get(key) ?? []).slice(0, MOST),
        { words: wordsAt(telling, date.span, date.edtf, statement), quote: statement.quote },
      ]);
    }
  }
  return [...groups.values()].flatMap((group) => {
    const firsts = [...new Map([...group].reverse().map((one) => [one.words.says, one])).values()].reverse();
    return firsts.flatMap((a, i) =>
      firsts.slice(i + 1).flatMap((b) => {
        if (a.words.document === b.words.document || !comparable(a.words.says, b.words.says) || compatible(a.words.says, b.words.says)) return [];
        return [candidate('date', a.quote, a.words, b.words)];
      }),
    );
  });
}

// ── One meeting told by two ────────────────────────────────────────────────

/** Acts of which it matters who did them first. */
const PROPOSERS = new Set(['propose', 'invite', 'request', 'demand']);

function ofMeeting({ first, other, talks: [one, two], accounts }: TwoTellings): Candidate[] {
  const found: Candidate[] = [];
  const [a, b] = [one.date, two.date];
  if (a?.edtf && b?.edtf && comparable(a.edtf, b.edtf) && !compatible(a.edtf, b.edtf))
    found.push(candidate('talks-date', '', wordsAt(first, a.span, a.edtf), wordsAt(other, b.span, b.edtf)));
  if (one.ordinal && two.ordinal && one.ordinal.value !== two.ordinal.value)
    found.push(
      candidate(
        'ordinal',
        '',
        wordsAt(first, one.ordinal.span, String(one.ordinal.value)),
        wordsAt(other, two.ordinal.span, String(two.ordinal.value)),
      ),
    );
  for (const row of accounts.rows) {
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
      found.push(
        candidate(kind, row.first.lead.quote, wordsAt(first, there, says[0], row.first.lead), wordsAt(other, here, says[1], row.other.lead)),
      );
    }
  }
  return found;
}
