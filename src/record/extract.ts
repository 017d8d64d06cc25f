/**
 * What of one standing reading goes into the ledgers: who met, what was promised, what happened to treaties, each with its words and
 * place. A small part of the record, so that a relation of hundreds of readouts is gone through in one breath. Pure.
 *
 * 1 Every quote equals the words of the text; 2 nothing is worked out here: it is the record's own values, chosen.
 */
import type { Correction } from './correction.ts';
import { smallest } from './place.ts';
import type { Commitment, Instrument, Reading, Talks } from './reading.ts';
import type { Standing } from './standing.ts';

export interface Extract {
  /** Of the document, as the archive knows it. */
  readonly document: string;
  readonly title?: string;
  readonly language: string;
  /** Party that publishes. */
  readonly publisher?: string;
  /** The page does not say who publishes it: it is taken for that of the first party of its talks. */
  readonly unsigned?: true;
  /** EDTF. */
  readonly published?: string;
  /** Instant at which its newest version came; the archive puts it in. */
  readonly added?: string;
  readonly talks: readonly MetExtract[];
  readonly commitments: readonly PromiseExtract[];
  /** Visits that the text speaks of as past. */
  readonly visits?: readonly VisitExtract[];
  readonly instruments: readonly InstrumentExtract[];
  /** Statements that tell one day of the past with its year, which another readout may tell otherwise. Archives filled before these were kept have none. */
  readonly dated?: readonly DatedExtract[];
}

/** Words of the text by their place in it. */
export interface PlacedExtract {
  readonly span: readonly [number, number];
  readonly statement?: string;
  readonly path?: string;
}

export interface DatedExtract extends PlacedExtract {
  readonly statement: string;
  readonly quote: string;
  /** EDTF. */
  readonly date: string;
  /** The words of the day, in UTF-16 units of the quote; `span` is of them too, in those of the text. */
  readonly at: readonly [number, number];
}

export interface MetExtract {
  readonly id: string;
  readonly kind: Talks['kind'];
  readonly level?: Talks['level'];
  /** EDTF. */
  readonly date?: string;
  readonly place?: { readonly name: string; readonly party?: string };
  /** Which of how many it was, as the text counts. */
  readonly ordinal?: PlacedExtract & { readonly value: number };
  readonly occasion?: string;
  /** The occasion is the visit itself. */
  readonly visitOccasion?: true;
  readonly transit?: true;
  readonly visiting?: readonly { readonly party: string; readonly host: string; readonly person?: string }[];
  readonly parties: readonly string[];
  readonly participants: readonly { readonly name: string; readonly party: string; readonly role?: string; readonly person?: string }[];
  /** The words that tell who met where. */
  readonly words?: Told;
}

/** Words in a place of the text. */
export interface Told {
  readonly statement?: string;
  /** As a person would cite the place. */
  readonly path: string;
  readonly quote: string;
}

export interface TellingExtract extends Told {
  readonly statement: string;
  readonly act: string;
  readonly speakers: readonly { readonly party: string; readonly person?: string }[];
  readonly mode: 'joint' | 'each' | 'one';
}

export interface PromiseExtract {
  readonly id: string;
  /** Id of the talks at which it was told. */
  readonly talks?: string;
  readonly kind: Commitment['kind'];
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly what: string;
  readonly stage: Commitment['stage'];
  /** EDTF, with its words. */
  readonly due?: DueExtract;
  readonly visitor?: { readonly name?: string; readonly role?: string; readonly person?: string };
  /** Of a meeting. */
  readonly level?: Talks['level'];
  readonly conditions?: readonly string[];
  readonly answers?: string;
  readonly rule: string;
  readonly tellings: readonly TellingExtract[];
  /** What a person decided of it, the newest last. */
  readonly decided?: readonly Decided[];
}

export interface VisitExtract {
  /** Id of the talks at which it was told. */
  readonly talks?: string;
  readonly by?: string;
  readonly to: string;
  readonly visitor: { readonly name?: string; readonly role?: string; readonly person?: string };
  /** EDTF: when it was. */
  readonly date: string;
  readonly told: Told;
}

export interface DueExtract {
  readonly edtf: string;
  readonly text: string;
  readonly basis: 'stated' | 'inferred';
  /** By that day at the latest, and perhaps before. */
  readonly deadline?: true;
}

export interface Decided {
  readonly correction: string;
  readonly stage: Commitment['stage'];
  readonly who: string;
  /** Instant. */
  readonly when: string;
  readonly why: string;
}

export interface InstrumentExtract {
  readonly id: string;
  /** Of the instrument across documents; the archive puts it in. */
  readonly entity?: string;
  readonly name: string;
  /** The name without the parties at its head. */
  readonly subject?: string;
  readonly kind: Instrument['kind'];
  readonly parties: readonly string[];
  readonly events: readonly {
    readonly event: Instrument['events'][number]['event'];
    /** EDTF. */
    readonly date?: string;
    readonly basis: 'stated' | 'inferred';
    /** The words of the day. */
    readonly words: string;
    readonly talks?: string;
    readonly told: Told;
    /** The words of the day, else of the step. */
    readonly at?: PlacedExtract;
    readonly rule?: string;
  }[];
  /** When a step is to follow another, as the document tells it. */
  readonly clauses?: readonly (Omit<NonNullable<Instrument['clauses']>[number], 'span'> & { readonly told: Told })[];
}

/** Around words that are cited alone, at most so many units of their own place are shown. */
const AROUND = 120;

/** @param document the id by which the archive knows the document. */
export function extractOf({ reading, corrected }: Pick<Standing, 'reading' | 'corrected'>, document: string): Extract {
  const { title, language, publisher, published } = reading.document;
  // Of the parties of talks the publisher's is the first, by the record's own rule.
  const own = publisher?.party ?? reading.talks[0]?.parties[0];
  return {
    document,
    ...(title && { title: title.value }),
    language,
    ...(own && { publisher: own }),
    ...(own && !publisher?.party && { unsigned: true as const }),
    ...(published?.edtf && { published: published.edtf }),
    talks: reading.talks.map((one) => metOf(one, reading)),
    commitments: promisesOf(reading, corrected),
    ...(reading.visits && { visits: visitsOf(reading) }),
    instruments: reading.instruments.map((one) => instrumentOf(one, reading)),
    dated: datedOf(reading),
  };
}

function metOf(one: Talks, reading: Reading): MetExtract {
  const { id, kind, level, date, place, ordinal, occasion, transit, visiting, parties, participants } = one;
  const words = meetingWords(one, reading);
  return {
    id,
    kind,
    ...(level && { level }),
    ...(date?.edtf && { date: date.edtf }),
    ...(place && { place: { name: place.name, ...(place.party && { party: place.party }) } }),
    ...(ordinal && { ordinal: { value: ordinal.value, ...placed(reading, ordinal.span) } }),
    ...(occasion && { occasion: occasion.value }),
    ...(occasion?.rule === VISIT_OCCASION && { visitOccasion: true as const }),
    ...(transit && { transit: true as const }),
    ...(visiting && { visiting: visiting.map(({ party, host, person }) => ({ party, host, ...(person && { person }) })) }),
    parties,
    participants: participants.map(({ name, party, role }) => ({ name, party, ...(role && { role }) })),
    ...(words && { words }),
  };
}

/** How the rule of a date ends that is a limit. */
const DEADLINE = '/until';
const VISIT_OCCASION = 'talks/occasion-is-visit';

/** From the first to the last of the words for who met and where, where they stand together. */
function meetingWords({ place, participants, visiting, date }: Talks, reading: Reading): Told | undefined {
  const anchor = visiting?.[0]?.span ?? place?.span ?? participants[0]?.spans[0] ?? date?.span;
  if (!anchor) return undefined;
  const node = smallest(reading.document.outline, anchor);
  const [from, to] = node?.span ?? anchor;
  const near = [place?.span, date?.span, ...(visiting ?? []).map(({ span }) => span), ...participants.map(({ spans }) => spans[0])].filter(
    (span): span is [number, number] => span !== undefined && span[0] >= from && span[1] <= to && Math.abs(span[0] - anchor[0]) <= AROUND,
  );
  const start = Math.min(anchor[0], ...near.map(([first]) => first));
  const end = Math.max(anchor[1], ...near.map(([, last]) => last));
  return { path: node?.path ?? '', quote: reading.document.text.slice(start, end) };
}

function promisesOf(reading: Reading, corrected: Standing['corrected']): PromiseExtract[] {
  if (reading.commitments.length === 0) return [];
  const statements = new Map(reading.statements.map((one) => [one.id, one]));
  return reading.commitments.map((one): PromiseExtract => {
    const tellings = one.statements.flatMap((id): TellingExtract[] => {
      const statement = statements.get(id);
      if (!statement) return [];
      const { path, quote, act, speakers, mode } = statement;
      return [{ statement: id, path, quote, act, mode, speakers: speakers.map(({ party, person }) => ({ party, ...(person && { person }) })) }];
    });
    const first = statements.get(one.statements[0] ?? '');
    const decided = (corrected.get(one.id) ?? []).flatMap(decision);
    const { visitor, due } = one;
    return {
      id: one.id,
      ...((first?.talks ?? reading.talks[0]?.id) && { talks: first?.talks ?? (reading.talks[0]?.id as string) }),
      kind: one.kind,
      by: one.by,
      to: one.to,
      what: one.what,
      stage: one.stage,
      ...(due?.edtf && {
        due: { edtf: due.edtf, text: due.text, basis: due.basis, ...(due.rule?.endsWith(DEADLINE) && { deadline: true as const }) },
      }),
      ...(visitor && { visitor: { ...(visitor.name && { name: visitor.name }), ...(visitor.role && { role: visitor.role }) } }),
      ...(one.level && { level: one.level }),
      ...(one.conditions && { conditions: one.conditions.map(({ value }) => value) }),
      ...(one.answers && { answers: one.answers }),
      rule: one.rule,
      tellings,
      ...(decided.length > 0 && { decided }),
    };
  });
}

function visitsOf({ visits = [], statements }: Reading): VisitExtract[] {
  const known = new Map(statements.map((one) => [one.id, one]));
  return visits.flatMap(({ by, to, visitor: { name, role }, date, statement }): VisitExtract[] => {
    const said = known.get(statement);
    if (!said || !date.edtf) return [];
    return [
      {
        talks: said.talks,
        ...(by && { by }),
        to,
        visitor: { ...(name && { name }), ...(role && { role }) },
        date: date.edtf,
        told: { statement, path: said.path, quote: said.quote },
      },
    ];
  });
}

function decision({ id, change, who, when, why }: Correction): Decided[] {
  return change.set === 'stage' ? [{ correction: id, stage: change.stage, who, when, why }] : [];
}

function instrumentOf({ id, name, subject, kind, parties, events, clauses }: Instrument, reading: Reading): InstrumentExtract {
  const statements = new Map(reading.statements.map((one) => [one.id, one]));
  return {
    id,
    name,
    ...(subject && { subject }),
    kind,
    parties,
    events: events.map(({ event, date, talks, statement, span, rule }) => {
      const said = statement ? statements.get(statement) : undefined;
      return {
        event,
        ...(date.edtf && { date: date.edtf }),
        basis: date.basis,
        words: date.text,
        ...(talks && { talks }),
        told: said ? { statement: said.id, path: said.path, quote: said.quote } : sentenceAt(reading, span),
        at: placed(reading, date.span[1] > date.span[0] ? date.span : span, said),
        ...(rule && { rule }),
      };
    }),
    ...(clauses && {
      clauses: clauses.map(({ span, ...clause }) => ({ ...clause, told: sentenceAt(reading, span) })),
    }),
  };
}

/** Statements with one day, stated with its year, before the talks. */
function datedOf({ statements, dates, talks }: Reading): DatedExtract[] {
  const held = new Map(talks.map(({ id, date }) => [id, date?.edtf]));
  return statements.flatMap(({ id, path, quote, span, talks: of, dates: told }): DatedExtract[] => {
    const date = told.length === 1 ? dates[told[0] as number] : undefined;
    const day = held.get(of);
    if (!date?.edtf || date.basis !== 'stated' || day === undefined || date.edtf.slice(0, 10) >= day) return [];
    const start = date.span[0] - span[0];
    return [{ statement: id, path, quote, date: date.edtf, at: [start, start + date.text.length], span: date.span }];
  });
}

/** @param held the statement that holds the words, where it is known. */
function placed({ statements }: Reading, span: readonly [number, number], held?: { readonly id: string; readonly path: string }): PlacedExtract {
  const holder = held ?? statements.find((one) => one.span[0] <= span[0] && span[1] <= one.span[1]);
  return { span: [span[0], span[1]], ...(holder && { statement: holder.id, path: holder.path }) };
}

/** The words of a step with what stands around them in their place, cut at the marks that end a line. */
function sentenceAt({ document: { text, outline } }: Reading, [start, end]: readonly [number, number]): Told {
  const node = smallest(outline, [start, end]);
  const [from, to] = node?.span ?? [start, end];
  const first = Math.max(from, start - AROUND);
  const last = Math.min(to, end + AROUND);
  const before = text.slice(first, start);
  const after = text.slice(end, last);
  const cut = Math.max(before.lastIndexOf('\u3002'), before.lastIndexOf('\n'), before.lastIndexOf('. '));
  const stops = ['\u3002', '\n', '. '].flatMap((mark) => {
    const found = after.indexOf(mark);
    return found < 0 ? [] : [found + (mark === '\n' ? 0 : 1)];
  });
  const left = first + (cut < 0 ? 0 : cut + 1);
  const lead = text.slice(left, start).search(/\S/);
  return {
    path: node?.path ?? '',
    quote: text.slice(left + Math.max(0, lead < 0 ? start - left : lead), stops.length > 0 ? end + Math.min(...stops) : last),
  };
}
