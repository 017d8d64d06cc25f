/**
 * The reading with its corrections laid over: what a person reads. Pure.
 *
 * 1 It is a record like any other, valid against the schema; 2 a value that a person set names the correction as its rule
 * (`correction/k-…`); 3 a correction whose words no longer stand in their place changes nothing and is listed as an
 * orphan; 4 statements keep the ids that the machine gave them, so that permalinks hold.
 */
import { addCommitment, addStatement, dated, spoken } from './added.ts';
import type { Change, Correction } from './correction.ts';
import { isAccount } from './kinds.ts';
import { spanOf } from './place.ts';
import type { Commitment, DateMention, DocumentKind, Issue, Known, Reading, Statement, Talks } from './reading.ts';

export interface Orphan {
  readonly correction: Correction;
  /** The words are gone from their place; or they stand, but the reader no longer makes of them what was corrected. */
  readonly reason: 'words-gone' | 'no-longer-read';
}

export interface Standing {
  readonly reading: Reading;
  /** Ids of statements, talks and commitments → the corrections that hold for them, oldest first. `document` for the document's own. */
  readonly corrected: ReadonlyMap<string, readonly Correction[]>;
  /** Statements that a person found false, as the machine read them. */
  readonly struck: readonly Statement[];
  readonly orphans: readonly Orphan[];
}

/** Those that hold, oldest first: neither undone nor an undoing. */
export function inForce(corrections: readonly Correction[]): Correction[] {
  const undone = new Set<string>();
  for (let i = corrections.length - 1; i >= 0; i--) {
    const { id, change } = corrections[i] as Correction;
    if (change.set === 'undone' && !undone.has(id)) undone.add(change.correction);
  }
  return corrections.filter(({ id, change }) => change.set !== 'undone' && !undone.has(id));
}

/** What kind of text a person last said it to be; undefined where nobody did, or it was undone. */
export function kindSaid(corrections: readonly Correction[]): DocumentKind | undefined {
  const changes = inForce(corrections).map(({ change }) => change);
  const last = changes.findLast(({ set }) => set === 'kind');
  return last?.set === 'kind' ? last.kind : undefined;
}

/** @param corrections all of the document, oldest first, undone ones and undoings among them. */
export function standing(machine: Reading, corrections: readonly Correction[]): Standing {
  const holding = inForce(corrections);
  if (holding.length === 0) return { reading: machine, corrected: new Map(), struck: [], orphans: [] };
  const sheet: Sheet = { reading: structuredClone(machine), corrected: new Map(), struck: new Set(), dropped: new Set(), promised: new Set() };
  const orphans = holding.flatMap((correction): Orphan[] => {
    const reason = lay(sheet, correction);
    return reason ? [{ correction, reason }] : [];
  });
  const struck = machine.statements.filter(({ id }) => sheet.struck.has(id));
  const { reading } = sheet;
  withoutStruck(reading, sheet);
  // Last, so that what was corrected in it before is no orphan.
  if (reading.document.kind?.rule?.startsWith('correction/') && !isAccount(reading.document.kind.value)) withoutTalks(reading);
  reading.issues.push(...orphans.map(issueOf));
  return { reading, corrected: sheet.corrected, struck, orphans };
}

interface Sheet {
  readonly reading: Reading;
  readonly corrected: Map<string, Correction[]>;
  /** Ids of statements that are false. */
  readonly struck: Set<string>;
  /** Ids of commitments that are false. */
  readonly dropped: Set<string>;
  /** Ids of commitments that a person says are there, whatever becomes of the statements on their words. */
  readonly promised: Set<string>;
}

/** Lays one correction over; why it could not, where it could not. */
function lay(sheet: Sheet, correction: Correction): Orphan['reason'] | undefined {
  const { reading } = sheet;
  const { on, change } = correction;
  const rule = `correction/${correction.id}`;
  const note = (id: string) => {
    const list = sheet.corrected.get(id);
    if (list) list.push(correction);
    else sheet.corrected.set(id, [correction]);
  };
  switch (on.of) {
    case 'document': {
      if (change.set === 'published') setPublished(reading, change.edtf, rule);
      else if (change.set === 'kind') reading.document.kind = { value: change.kind, basis: 'inferred', span: opening(reading).span, rule };
      else return 'no-longer-read';
      note('document');
      return undefined;
    }
    case 'statement': {
      const span = spanOf(reading, on.anchor);
      if (!span) return 'words-gone';
      const there = reading.statements.filter((one) => one.span[0] === span[0] && one.span[1] === span[1]);
      const found = there.find(({ id }) => id === on.id) ?? (there.length === 1 ? there[0] : only(there.filter((one) => one.verb.text === on.verb)));
      if (!found) return 'no-longer-read';
      if (change.set === 'struck') sheet.struck.add(found.id);
      else setStatement(found, change, rule);
      note(found.id);
      return undefined;
    }
    case 'words': {
      const span = spanOf(reading, on.anchor);
      if (!span) return 'words-gone';
      if (change.set === 'promised') {
        const id = addCommitment(reading, [span[0], span[1]], on.anchor.path, change, rule);
        sheet.promised.add(id);
        note(id);
        return undefined;
      }
      if (change.set !== 'added') return 'no-longer-read';
      const id = addStatement(reading, [span[0], span[1]], on.anchor.path, change, rule);
      if (!id) return 'words-gone';
      note(id);
      return undefined;
    }
    case 'date': {
      const span = spanOf(reading, on.anchor);
      if (!span) return 'words-gone';
      if (change.set !== 'date') return 'no-longer-read';
      const all = mentionsOf(reading).filter((one) => one.span[0] === span[0] && one.span[1] === span[1]);
      for (const one of all) setDate(one, change.edtf, rule);
      for (const { id, date } of reading.talks) if (date && all.includes(date)) note(id);
      return all.length > 0 ? undefined : 'no-longer-read';
    }
    case 'talks': {
      if (on.anchor && !spanOf(reading, on.anchor)) return 'words-gone';
      const found = reading.talks.find(({ id }) => id === on.id) ?? (reading.talks.length === on.count ? reading.talks[on.nth] : undefined);
      if (!found || change.set !== 'talks') return 'no-longer-read';
      setTalks(found, change, rule, reading);
      note(found.id);
      return undefined;
    }
    case 'commitment': {
      const span = spanOf(reading, on.anchor);
      if (!span) return 'words-gone';
      const there = reading.commitments.filter((one) => one.span[0] === span[0] && one.span[1] === span[1]);
      const found = there.find(({ id }) => id === on.id) ?? only(there);
      if (!found) return 'no-longer-read';
      if (change.set === 'struck') sheet.dropped.add(found.id);
      else setCommitment(found, change, rule, reading);
      note(found.id);
      return undefined;
    }
    case 'archive':
      return undefined;
  }
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function setStatement(statement: Statement, change: Change, rule: string): void {
  const words = statement.span;
  switch (change.set) {
    case 'act':
      statement.act = change.act;
      break;
    case 'speakers':
      statement.speakers = change.speakers.map((one) => spoken(one, words, rule));
      statement.mode = change.mode ?? (change.speakers.length < 2 ? 'one' : statement.mode === 'one' ? 'joint' : statement.mode);
      break;
    case 'mode':
      statement.mode = change.mode;
      break;
    case 'addressees':
      statement.addressees = [...change.addressees];
      break;
    case 'topics':
      statement.topics = [...change.topics];
      break;
    case 'withheld':
      if (change.withheld) statement.withheld = true;
      else delete statement.withheld;
      break;
  }
  if (change.set !== 'approved') statement.rule = rule;
  statement.confidence = 'high';
}

/** Every date mention of the record, copies in talks, commitments and instruments among them. */
function mentionsOf(reading: Reading): DateMention[] {
  const { document, talks, commitments, instruments, dates } = reading;
  return [
    document.published,
    ...talks.flatMap((one) => [one.date, one.start, one.end, one.duration]),
    ...commitments.map((one) => one.due),
    ...instruments.flatMap((one) => one.events.map((event) => event.date)),
    ...dates,
  ].filter((one) => one !== undefined);
}

function setDate(mention: DateMention, edtf: string | null, rule: string): void {
  if (edtf === null) delete mention.edtf;
  else mention.edtf = edtf;
  Object.assign(mention, { basis: 'inferred', rule });
}

function setPublished(reading: Reading, edtf: string | null, rule: string): void {
  const { document } = reading;
  if (edtf === null) delete document.published;
  else document.published = dated(document.published, edtf, opening(reading), rule);
}

/** The first words of the page: its title, else its first line. */
function opening(reading: Reading): { text: string; span: [number, number] } {
  const { document } = reading;
  const span: [number, number] = document.title ? [...document.title.span] : (document.outline[0]?.span ?? [0, Math.min(document.text.length, 40)]);
  return { text: document.text.slice(...span), span: [...span] };
}

function setTalks(talks: Talks, change: Extract<Change, { set: 'talks' }>, rule: string, reading: Reading): void {
  const rests = talks.date ? { text: talks.date.text, span: talks.date.span } : opening(reading);
  const known = <T>(value: T): Known<T> => ({ value, basis: 'inferred', span: rests.span, rule });
  if (change.kind) talks.kind = change.kind;
  if (change.parties) talks.parties = [...change.parties];
  if (change.format) talks.format = change.format.map(known);
  if (change.participants) talks.participants = present(talks, change.participants, [...rests.span], reading.document.text);
  if (change.level === null) delete talks.level;
  else if (change.level) talks.level = change.level;
  for (const key of ['date', 'start', 'end', 'duration'] as const) {
    const value = change[key];
    if (value === null) delete talks[key];
    else if (value !== undefined) talks[key] = dated(talks[key], value, rests, rule, key === 'duration');
  }
  if (change.place === null) delete talks.place;
  else if (change.place) {
    const { name, party } = change.place;
    talks.place = { name, ...(party && { party }), basis: 'inferred', span: talks.place?.span ?? rests.span, rule };
  }
  if (change.occasion === null) delete talks.occasion;
  else if (change.occasion !== undefined) talks.occasion = known(change.occasion);
  if (change.ordinal === null) delete talks.ordinal;
  else if (change.ordinal !== undefined) talks.ordinal = known(change.ordinal);
}

/** Persons whose names the text holds rest on them there; of another nobody can point at words but those that name the talks. */
function present(
  { participants }: Talks,
  named: NonNullable<Extract<Change, { set: 'talks' }>['participants']>,
  rests: [number, number],
  text: string,
): Talks['participants'] {
  return named.map(({ party, name, office, role }) => {
    const known = participants.find((each) => each.party === party && each.name === name);
    return {
      name,
      party,
      ...(office && { office }),
      ...((role ?? known?.role) && { role: role ?? known?.role }),
      spans: known?.spans ?? placesOf(name, text, rests),
    };
  });
}

/** As many places of a name as are worth pointing at. */
const MOST_PLACES = 20;

function placesOf(name: string, text: string, otherwise: [number, number]): [number, number][] {
  const spans: [number, number][] = [];
  for (let at = text.indexOf(name); at >= 0 && spans.length < MOST_PLACES; at = text.indexOf(name, at + name.length))
    spans.push([at, at + name.length]);
  return spans.length > 0 ? spans : [otherwise];
}

function setCommitment(commitment: Commitment, change: Change, rule: string, { document }: Reading): void {
  if (change.set === 'stage') commitment.stage = change.stage;
  if (change.set === 'commitment') {
    const { kind, by, to, due } = change;
    if (kind) commitment.kind = kind;
    if (by) commitment.by = [...by];
    if (to) commitment.to = [...to];
    if (due === null) delete commitment.due;
    else if (due !== undefined)
      commitment.due = dated(commitment.due, due, { text: document.text.slice(...commitment.span), span: commitment.span }, rule);
  }
  commitment.rule = rule;
}

/** Takes out what was struck, and every link to it. */
function withoutStruck(reading: Reading, { struck, dropped, promised }: Sheet): void {
  if (struck.size === 0 && dropped.size === 0) return;
  const stands = (id: string) => !struck.has(id);
  reading.statements = reading.statements.filter(({ id }) => stands(id));
  for (const one of reading.statements) {
    if (one.repliesTo && !stands(one.repliesTo)) delete one.repliesTo;
    if (one.restates) {
      one.restates = one.restates.filter(stands);
      if (one.restates.length === 0) delete one.restates;
    }
  }
  reading.commitments = reading.commitments.filter(
    (one) => !dropped.has(one.id) && (one.statements.length === 0 || promised.has(one.id) || one.statements.some(stands)),
  );
  const kept = new Set(reading.commitments.map(({ id }) => id));
  for (const one of reading.commitments) {
    one.statements = one.statements.filter(stands);
    if (one.answers && !kept.has(one.answers)) delete one.answers;
  }
  for (const { events } of reading.instruments) for (const event of events) if (event.statement && !stands(event.statement)) delete event.statement;
}

/** Of a text that is no account of talks nothing stands that was said or promised at any. */
function withoutTalks(reading: Reading): void {
  reading.talks = [];
  reading.statements = [];
  reading.commitments = [];
  delete reading.visits;
  for (const { events } of reading.instruments)
    for (const event of events) {
      delete event.talks;
      delete event.statement;
    }
  reading.issues = reading.issues.filter(
    ({ code }) => !code.startsWith('talks/') && !code.startsWith('statements/') && !code.startsWith('commitments/'),
  );
}

function issueOf({ correction, reason }: Orphan): Issue {
  const { on } = correction;
  const words = 'anchor' in on && on.anchor ? on.anchor : undefined;
  return {
    code: 'correction/orphan',
    severity: 'warning',
    message: `the correction of ${correction.when.slice(0, 10)} by ${correction.who} no longer finds its words`,
    values: {
      correction: correction.id,
      who: correction.who,
      when: correction.when.slice(0, 10),
      reason,
      ...(words && { words: words.quote, path: words.path }),
    },
  };
}
