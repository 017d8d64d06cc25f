/** What stands at the head of every showing of a record: the facts of the talks, commitments and treaties, in words. */
import type { Voice } from '../language/voice.ts';
import { recordsNoTalks } from '../record/kinds.ts';
import type { Commitment, DateMention, Instrument, Reading, Statement, Talks } from '../record/reading.ts';
import { folded } from '../text/fold.ts';

/** One fact, in pieces that are as sure as their own words. */
export interface Fact {
  readonly label: string;
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly words: string;
  readonly inferred: boolean;
  /** The words of the source, and the rule where one was used. */
  readonly evidence: readonly Evidence[];
}

export interface Evidence {
  readonly span: readonly [number, number];
  readonly rule?: string | undefined;
  readonly anchor?: string | undefined;
}

/**
 * Everything told of one meeting but who was present, in the order in which it is asked for.
 *
 * @param name how it is headed, with its number where a page tells of several.
 */
export function factsOf(talks: Talks, voice: Voice, name = voice.label('talks')): Fact[] {
  const facts: Fact[] = [{ label: name, pieces: [{ words: voice.talks(talks), inferred: false, evidence: [] }] }];
  const times = timesOf(talks, voice);
  if (times.length > 0) facts.push(fact('when', ...times));
  const { place, occasion, format, ordinal } = talks;
  if (place) {
    const words = place.party && !place.name.includes(voice.party(place.party)) ? `${place.name} (${voice.party(place.party)})` : place.name;
    facts.push(fact('where', { words, inferred: place.basis === 'inferred', evidence: [place] }));
  }
  if (occasion) facts.push(fact('occasion', { words: occasion.value, inferred: occasion.basis === 'inferred', evidence: [occasion] }));
  if (format && format.length > 0) {
    const words = [...new Set(format.map((each) => voice.phrases.formats[each.value]))].join(' · ');
    facts.push(fact('format', { words, inferred: false, evidence: format }));
  }
  if (ordinal)
    facts.push(
      fact('ordinal', { words: voice.label('ordinalNth', { n: ordinal.value }), inferred: ordinal.basis === 'inferred', evidence: [ordinal] }),
    );
  return facts;

  function fact(label: string, ...pieces: Piece[]): Fact {
    return { label: voice.label(label), pieces };
  }
}

/** The day, from when, until when, how long. A clock time is as sure as its words: it is its day that was worked out. */
function timesOf({ date, start, end, duration }: Talks, voice: Voice): Piece[] {
  const pieces: Piece[] = [];
  const add = (of: DateMention | undefined, words: string | undefined, inferred: boolean) => {
    if (of && words) pieces.push({ words, inferred, evidence: [evidenceOf(of)] });
  };
  const day = date ?? start;
  add(day, day?.edtf ? voice.date(day.edtf, { weekday: true }) : day?.text, day?.basis === 'inferred');
  const clock = (of: DateMention | undefined, label: string) => {
    const time = of?.edtf && voice.time(of.edtf);
    const zone = of?.zone && of.zone !== 'local' ? ` (${voice.zone(of.zone)})` : '';
    add(of, time && voice.label(label, { time: of?.approximate ? voice.near(time) : time }) + zone, false);
  };
  clock(start, 'from');
  clock(end, 'until');
  add(duration, duration && voice.mention(duration), duration?.basis === 'inferred');
  return pieces;
}

/** Those who met, side by side: the publisher's party first. A party of which nobody is named stands alone. */
export interface Delegation {
  readonly own: boolean;
  readonly party: string;
  readonly people: readonly { readonly words: string; readonly span: readonly [number, number] | undefined }[];
}

export function delegationsOf(talks: Talks): Delegation[] {
  const parties = [...new Set([...talks.parties, ...talks.participants.map((person) => person.party)])];
  return parties.map((party) => ({
    own: party === talks.parties[0],
    party,
    people: talks.participants.filter((person) => person.party === party).map((person) => ({ words: personWords(person), span: person.spans[0] })),
  }));
}

export function evidenceOf(date: DateMention): Evidence {
  return { span: date.span, rule: date.rule, anchor: date.anchor };
}

/** A participant as one says it: name, then office as the text gives it. */
export function personWords(person: Talks['participants'][number]): string {
  return [person.name, person.office].filter(Boolean).join(' ');
}

export interface CommitmentWords {
  readonly kind: string;
  readonly stage: string;
  /** Who owes it to whom; only who, where it is one another. */
  readonly between: string;
  readonly due?: string;
  /** Words of the conditions, as the text gives them. */
  readonly conditions: readonly string[];
  readonly places: readonly string[];
}

export function commitmentWords(commitment: Commitment, statements: ReadonlyMap<string, Statement>, voice: Voice): CommitmentWords {
  const due = commitment.due && (commitment.due.edtf || commitment.due.duration ? voice.mention(commitment.due) : commitment.due.text);
  const mutual = commitment.by.length > 1 && commitment.to.length > 1;
  return {
    kind: voice.phrases.commitments[commitment.kind],
    stage: voice.phrases.stages[commitment.stage],
    between: mutual ? voice.parties(commitment.by) : `${voice.parties(commitment.by)} → ${voice.parties(commitment.to)}`,
    ...(due && { due: voice.label('due', { date: due }) }),
    conditions: (commitment.conditions ?? []).map((each) => each.value),
    places: [...new Set(commitment.statements.map((id) => statements.get(id)?.path ?? id))],
  };
}

export interface ClockStep {
  readonly event: string;
  readonly date: string;
  readonly edtf?: string | undefined;
  readonly words: string;
  readonly inferred: boolean;
  readonly here: boolean;
  /** Whole days since the step before, where both are known to the day. */
  readonly days?: number;
  readonly span: readonly [number, number];
  readonly evidence: Evidence;
}

/** The life of a treaty so far, with the days between steps. */
export function clockOf(instrument: Instrument, voice: Voice): ClockStep[] {
  return instrument.events.map((event, i): ClockStep => {
    const before = instrument.events[i - 1];
    const days = before && instrument.intervals?.find((each) => each.from === before.event && each.to === event.event)?.days;
    return {
      event: voice.phrases.events[event.event],
      // told without a day: the words that stand for it are those of the step
      date: event.date.edtf === undefined && event.date.span[0] === event.span[0] ? voice.label('noDate') : voice.mention(event.date),
      edtf: event.date.edtf,
      words: event.date.text,
      inferred: event.date.basis === 'inferred',
      here: event.talks !== undefined,
      ...(days !== undefined && { days }),
      span: event.span,
      evidence: evidenceOf(event.date),
    };
  });
}

export interface PointCheck {
  readonly path: string;
  readonly statement: Statement;
  /** Statements of the body that tell the same; empty where there is none. */
  readonly body: readonly Statement[];
}

/** Each statement of the points list against the body of its page, and the body's statements that no point tells. */
export function checkPoints(reading: Reading): { points: PointCheck[]; bodyOnly: Statement[] } {
  const byId = new Map(reading.statements.map((each) => [each.id, each]));
  const inPoints = (each: Statement) => each.path === 'points' || each.path.startsWith('points/');
  const points = reading.statements.filter(inPoints);
  const told = new Set<string>();
  const links = new Map<string, Set<string>>();
  const link = (a: string, b: string) => links.set(a, (links.get(a) ?? new Set()).add(b));
  for (const each of reading.statements)
    for (const other of each.restates ?? []) {
      link(each.id, other);
      link(other, each.id);
    }
  const checks = points.map((statement) => {
    const body = [...(links.get(statement.id) ?? [])].flatMap((id) => byId.get(id) ?? []).filter((each) => !inPoints(each));
    for (const each of body) told.add(each.id);
    return { path: statement.path, statement, body };
  });
  for (const id of [...told]) for (const other of links.get(id) ?? []) told.add(other);
  return { points: checks, bodyOnly: points.length === 0 ? [] : reading.statements.filter((each) => !inPoints(each) && !told.has(each.id)) };
}

/** What a person should look at: the record's own issues, and statements read with low confidence. */
export interface Doubt {
  readonly severity: 'error' | 'warning' | 'info';
  readonly words: string;
  readonly code?: string;
  readonly span?: readonly [number, number] | undefined;
  readonly statement?: string;
}

export function doubtsOf(reading: Reading, voice: Voice): Doubt[] {
  const low = reading.statements.filter((each) => each.confidence === 'low');
  // That a speech is no account of talks is no doubt about it.
  const none = recordsNoTalks(reading.document.kind);
  const issues = none ? reading.issues.filter(({ code }) => code !== 'talks/none-found') : reading.issues;
  return [
    ...issues.map((issue): Doubt => ({ severity: issue.severity, words: voice.issue(issue), code: issue.code, span: issue.span })),
    ...low.map(
      (each): Doubt => ({
        severity: 'info',
        words: voice.label('lowConfidence', { path: each.path, act: voice.phrases.acts[each.act] }),
        span: each.span,
        statement: each.id,
      }),
    ),
  ];
}

/**
 * The words before the verb, from where the content begins (else the clause), with what joins the two: …重要であるとの点で.
 * Signs left over from the words before (、 , ) are not part of it.
 */
export function contentSpan(statement: Statement, text: string): readonly [number, number] {
  if (verbLeads(statement)) return afterVerb(statement, text);
  const end = Math.max(statement.span[0], Math.min(statement.verb.span[0], statement.span[1]));
  let start = Math.min(statement.content?.[0] ?? statement.span[0], end);
  while (start < end && /[\s,.、。､｡]/.test(folded(text[start] as string))) start++;
  return [start, end];
}

/** Whether what was said stands behind its verb, as in English, and not before it, as in Japanese. */
export function verbLeads({ content, verb, span }: Statement): boolean {
  return content ? content[0] >= verb.span[1] : verb.span[1] < span[1] && verb.span[0] - span[0] < span[1] - verb.span[1];
}

function afterVerb({ content, verb, span }: Statement, text: string): readonly [number, number] {
  const end = content?.[1] ?? span[1];
  let start = Math.max(content?.[0] ?? verb.span[1], verb.span[1]);
  while (start < end && /\s/.test(text[start] as string)) start++;
  return [start, end];
}
