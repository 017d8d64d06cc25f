/**
 * What is kept of one reading besides the record itself: rows for lists, facets and search. Pure, so that it may be made
 * in another thread; numbers that only the store can give (keys, codes of facets) are put in when the rows are written.
 */
import { extractOf } from '../../record/extract.ts';
import type { OutlineNode, Reading, Statement } from '../../record/reading.ts';
import type { Standing } from '../../record/standing.ts';
import { instrumentForm } from '../../record/treaties.ts';
import { grams } from '../../text/grams.ts';
import { searchForm } from '../../text/search-form.ts';
import { extentOf } from '../../time/extent.ts';
import type { Side } from '../archive.ts';
import { dyadsOf, ownParty, sideOf } from '../sides.ts';
import { type PassagePart, passagesOf } from './passages.ts';

export interface DocumentRows {
  readonly document: {
    readonly title: string | null;
    readonly kind: string | null;
    readonly publisher: string | null;
    readonly publisherName: string | null;
    readonly published: string | null;
    readonly language: string;
    readonly day: string | null;
    readonly strip: string;
    readonly withheld: number;
    readonly instruments: number;
    readonly low: number;
    readonly errors: number;
    readonly warnings: number;
    readonly corrections: number;
  };
  readonly talks: readonly TalksPart[];
  readonly statements: readonly StatementPart[];
  readonly commitments: readonly CommitmentPart[];
  readonly names: readonly NamePart[];
  readonly passages: readonly PassagePart[];
  /** What goes into the ledgers, JSON. */
  readonly extract: string;
}

export interface TalksPart {
  readonly id: string;
  readonly kind: string;
  readonly level: string | null;
  readonly date: string | null;
  readonly day: string | null;
  readonly start: string | null;
  readonly duration: string | null;
  readonly place: string | null;
  readonly host: string | null;
  readonly occasion: string | null;
  readonly ordinal: number | null;
  readonly parties: string;
  readonly dyads: readonly string[];
  readonly statements: number;
  readonly withheld: number;
}

export interface StatementPart {
  /** Index into `talks`; -1 where there are none. */
  readonly talks: number;
  readonly id: string;
  readonly path: string;
  readonly heading: string | null;
  readonly quote: string;
  readonly act: string;
  readonly verb: string;
  readonly side: Side;
  readonly speakers: string;
  readonly topics: readonly string[];
  readonly withheld: boolean;
  readonly low: boolean;
  readonly corrected: boolean;
  readonly part: Part;
  readonly strength: number;
  /** What was said without its frame, in units of the quote. */
  readonly content: readonly [number, number];
  /** JSON, as the table has it. */
  readonly named: string;
  /** Indexes into `names`: persons who speak. */
  readonly people: readonly number[];
  /** What the index holds of its words and of the headings above it, the latter marked. */
  readonly grams: string;
}

/** What kinds of texts statements stand in, by the numbers that files hold: only ever added to. A readout is 0, as in files that do not tell them apart. */
export const TEXT_KINDS = ['readout', 'joint-statement', 'press-conference', 'transcript', 'statement', 'schedule', 'other'] as const;
/** The number of what nobody knows. */
export const NO_TEXT_KIND = 15;

export const PARTS = ['points', 'lede', 'body'] as const;
export type Part = (typeof PARTS)[number];

export interface CommitmentPart {
  readonly id: string;
  readonly talks: number;
  readonly kind: string;
  readonly by: string;
  readonly to: string;
  readonly what: string;
  readonly due: string | null;
  readonly dueDay: string | null;
  readonly stage: string;
  readonly statement: string | null;
  readonly path: string | null;
}

/** A person, an instrument or a mechanism as it stands in this document; one row for each person, whatever the spellings. */
export interface NamePart {
  readonly kind: 'person' | 'instrument' | 'mechanism';
  readonly name: string;
  readonly folded: string;
  readonly party: string | null;
  readonly role: string | null;
  readonly office: string | null;
  /** Index into `talks` where the person took part. */
  readonly talks: number;
  readonly way: 'participant' | 'mentioned' | 'instrument' | 'mechanism';
  readonly day: string | null;
  readonly statements: number;
  readonly events: readonly {
    readonly event: string;
    readonly date: string | null;
    readonly day: string | null;
    readonly statement: string | null;
    readonly quote: string;
  }[];
}

export function makeRows({ reading, corrected }: Standing): DocumentRows {
  const { document } = reading;
  const own = ownParty(reading);
  const talksAt = new Map(reading.talks.map(({ id }, i) => [id, i]));
  const published = document.published?.edtf ?? null;
  const fallback = dayOf(published);
  const names = makeNames(reading, talksAt, fallback);
  const speaking = speakersOf(names);
  const named = namedOf(reading);
  const headings = headingsOf(document.outline, document.text);
  const counted = reading.talks.map(() => ({ statements: 0, withheld: 0 }));
  const aboveForms = new Map<string, string>();
  let strip = '';
  let low = 0;
  const statements = reading.statements.map((one): StatementPart => {
    const talks = talksAt.get(one.talks) ?? -1;
    const side = sideOf(one, own);
    const sign = SIGNS[side];
    strip += one.withheld ? sign.toUpperCase() : sign;
    if (one.confidence === 'low') low++;
    const count = counted[talks];
    if (count) {
      count.statements++;
      if (one.withheld) count.withheld++;
    }
    const heading = headings.get(one.path) ?? null;
    let above = '';
    if (heading !== null) {
      above = aboveForms.get(heading) ?? marked(grams(searchForm(heading).form), HEADING);
      aboveForms.set(heading, above);
    }
    return {
      talks,
      id: one.id,
      path: one.path,
      heading,
      quote: one.quote,
      act: one.act,
      verb: one.verb.text,
      side,
      speakers: JSON.stringify(one.speakers.map(({ party, person }) => (person === undefined ? { party } : { party, person }))),
      topics: one.topics,
      withheld: one.withheld === true,
      low: one.confidence === 'low',
      corrected: corrected.has(one.id),
      part: partOf(one),
      strength: one.verb.strength ?? 0,
      content: contentOf(one),
      named: JSON.stringify(namedIn(one, named)),
      people: [...new Set(one.speakers.flatMap(({ party, person }) => (person === undefined ? [] : speaking(party, person))))],
      grams: grams(searchForm(one.quote).form) + above,
    };
  });
  for (const one of statements) for (const i of one.people) (names[i] as Mutable<NamePart>).statements++;
  const talks = reading.talks.map((one, i): TalksPart => {
    const date = one.date?.edtf ?? null;
    return {
      id: one.id,
      kind: one.kind,
      level: one.level ?? null,
      date,
      day: dayOf(date) ?? fallback,
      start: one.start?.edtf ?? null,
      duration: one.duration?.duration ?? null,
      place: one.place?.name ?? null,
      host: one.place?.party ?? null,
      occasion: one.occasion?.value ?? null,
      ordinal: one.ordinal?.value ?? null,
      parties: JSON.stringify(one.parties),
      dyads: dyadsOf(one),
      statements: counted[i]?.statements ?? 0,
      withheld: counted[i]?.withheld ?? 0,
    };
  });
  const statementAt = new Map(statements.map((one) => [one.id, one]));
  const severity = (of: string) => reading.issues.filter((issue) => issue.severity === of).length;
  return {
    document: {
      title: document.title?.value ?? null,
      kind: document.kind?.value ?? null,
      publisher: document.publisher?.party ?? null,
      publisherName: document.publisher?.name ?? null,
      published,
      language: document.language,
      day: talks.reduce<string | null>((newest, { day }) => (day !== null && (newest === null || day > newest) ? day : newest), null) ?? fallback,
      strip,
      withheld: statements.filter((one) => one.withheld).length,
      instruments: reading.instruments.length,
      low,
      errors: severity('error'),
      warnings: severity('warning'),
      corrections: [...new Set([...corrected.values()].flat())].length,
    },
    talks,
    statements,
    commitments: reading.commitments.map((one): CommitmentPart => {
      const first = statementAt.get(one.statements[0] ?? '');
      const due = one.due?.edtf ?? null;
      return {
        id: one.id,
        talks: first?.talks ?? (talks.length > 0 ? 0 : -1),
        kind: one.kind,
        by: JSON.stringify(one.by),
        to: JSON.stringify(one.to),
        what: one.what,
        due,
        dueDay: dayOf(due),
        stage: one.stage,
        statement: first?.id ?? null,
        path: first?.path ?? null,
      };
    }),
    names,
    passages: passagesOf(reading),
    extract: JSON.stringify(extractOf({ reading, corrected }, document.id)),
  };
}

/** Signs of the private use area before what is in the index besides the words of a statement: no text is cut into grams that hold them. */
export const HEADING = '\ue001';
export const MARK = '\ue000';

/** Grams with a sign before each. */
export function marked(all: string, sign: string): string {
  return all === '' ? '' : ` ${sign}${all.trim().replaceAll(' ', ` ${sign}`)} `;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const SIGNS: Readonly<Record<Side, string>> = { own: 'o', other: 't', joint: 'j', each: 'e', unknown: 'u' };

function dayOf(edtf: string | null): string | null {
  return edtf === null ? null : (extentOf(edtf)?.first ?? null);
}

function partOf({ path }: Statement): Part {
  return path.startsWith('points') ? 'points' : path.startsWith('lede') ? 'lede' : 'body';
}

/** The whole quote where the reading does not tell its frame from its content. */
function contentOf({ span, content }: Statement): [number, number] {
  const [start, end] = span;
  const from = Math.min(Math.max(content?.[0] ?? start, start), end);
  return [from - start, Math.max(from, Math.min(content?.[1] ?? end, end)) - start];
}

/** Kinds of mentions that change from talks to talks, and names that stay. */
const CHANGING = new Set(['person', 'amount']);
const NAMES = new Set(['organisation', 'mechanism', 'place', 'party', 'office']);

type NamedSpan = readonly [start: number, end: number, changes: 0 | 1];

/** The names, dates and amounts of a document, in the order of the text. */
function namedOf({ mentions, dates, instruments }: Reading): NamedSpan[] {
  const found: NamedSpan[] = [];
  for (const { kind, span } of mentions) if (CHANGING.has(kind) || NAMES.has(kind)) found.push([...span, CHANGING.has(kind) ? 1 : 0]);
  for (const { span } of dates) found.push([...span, 1]);
  for (const { spans } of instruments) for (const span of spans) found.push([...span, 0]);
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Those that stand in a quote, in its units. */
function namedIn({ span: [start, end] }: Statement, named: readonly NamedSpan[]): NamedSpan[] {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle] as NamedSpan)[0] < start) low = middle + 1;
    else high = middle;
  }
  const found: NamedSpan[] = [];
  for (let i = low; i < named.length; i++) {
    const [from, to, changes] = named[i] as NamedSpan;
    if (from >= end) break;
    if (to <= end && from < to) found.push([from - start, to - start, changes]);
  }
  return found;
}

/** Path → the headings of the sections that a node of that path stands in, outermost first. */
function headingsOf(outline: readonly OutlineNode[], text: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (nodes: readonly OutlineNode[], above: string): void => {
    let heading = above;
    for (const node of nodes) {
      if (node.kind === 'heading') heading = above === '' ? text.slice(...node.span) : `${above} ${text.slice(...node.span)}`;
      else if (heading !== '') found.set(node.path, heading);
      walk(node.children, heading);
    }
  };
  walk(outline, '');
  return found;
}

function makeNames(reading: Reading, talksAt: ReadonlyMap<string, number>, fallback: string | null): NamePart[] {
  const names: (NamePart & { readonly events: NamePart['events'][number][] })[] = [];
  const seen = new Set<string>();
  const add = (part: Omit<NamePart, 'folded' | 'statements' | 'events'>, events: NamePart['events'] = [], known = part.name): void => {
    const folded = part.kind === 'instrument' ? instrumentForm(known, part.party?.split('-') ?? []) : nameForm(known);
    if (folded === '') return;
    const key = `${part.kind}\n${part.party ?? ''}\n${folded}\n${part.talks}`;
    const anywhere = `${part.kind}\n${part.party ?? ''}\n${folded}\n-1`;
    if (seen.has(key) || (part.talks < 0 && seen.has(anywhere))) {
      // one treaty under two names on a page: what happened to it is told under both
      if (events.length > 0) names.find((one) => one.kind === part.kind && one.party === part.party && one.folded === folded)?.events.push(...events);
      return;
    }
    seen.add(key).add(anywhere);
    names.push({ ...part, folded, statements: 0, events: [...events] });
  };
  for (const one of reading.talks) {
    const day = dayOf(one.date?.edtf ?? null) ?? fallback;
    for (const { name, party, office, role } of one.participants)
      add({ kind: 'person', name, party, role: role ?? null, office: office ?? null, talks: talksAt.get(one.id) ?? -1, way: 'participant', day });
  }
  const day = names[0]?.day ?? dayOf(reading.talks[0]?.date?.edtf ?? null) ?? fallback;
  for (const { kind, text, name, party, office, role } of reading.mentions) {
    if (kind === 'person' && name !== undefined)
      add({ kind, name, party: party ?? null, role: role ?? null, office: office ?? null, talks: -1, way: 'mentioned', day });
    else if (kind === 'mechanism') add({ kind, name: name ?? text, party: null, role: null, office: null, talks: -1, way: 'mechanism', day });
  }
  for (const { name, subject, kind, parties, events } of reading.instruments)
    add(
      { kind: 'instrument', name, party: [...parties].sort().join('-') || null, role: kind, office: null, talks: -1, way: 'instrument', day },
      events.map((one) => {
        const date = one.date.edtf ?? null;
        return { event: one.event, date, day: dayOf(date), statement: one.statement ?? null, quote: reading.document.text.slice(...one.span) };
      }),
      // 日露刑事共助条約 and 刑事共助条約 of Japan and Russia are one: the parties are told beside the name
      subject,
    );
  return names;
}

/** A name as it is compared: search form without spaces and dots between its parts. */
export function nameForm(name: string): string {
  return searchForm(name).form.replace(/[\s\u00b7\u30fb\uff65=\uff1d.]+/g, '');
}

/** Finds the persons that a speaker's name means: of that party, named so, or with a longer name in which it stands at an end. */
function speakersOf(names: readonly NamePart[]): (party: string, person: string) => number[] {
  return (party, person) => {
    const folded = nameForm(person);
    const of = names.flatMap((one, i) => (one.kind === 'person' && one.party === party ? [i] : []));
    const exact = of.filter((i) => names[i]?.folded === folded);
    if (exact.length > 0) return exact.slice(0, 1);
    const longer = of.filter((i) => names[i]?.folded.startsWith(folded) || names[i]?.folded.endsWith(folded));
    return longer.length === 1 ? longer : [];
  };
}
