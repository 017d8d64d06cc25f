/** Correcting: from what a person typed or chose to a change on words, and to the archive. */
import type { Archive, CorrectionDraft, Signed } from '../archive/archive.ts';
import type { Voice } from '../language/voice.ts';
import type { Change, Correction, Subject } from '../record/correction.ts';
import type { Reading } from '../record/reading.ts';
import { subjectOfCommitment, subjectOfDate, subjectOfStatement, subjectOfTalks, subjectOfWords } from '../record/subject.ts';
import { makeFault } from './faults.ts';

/** What may be said in one line. */
export interface Wishes {
  readonly act?: string | undefined;
  /** `JP:name,RU` */
  readonly speakers?: string | undefined;
  readonly mode?: string | undefined;
  readonly addressees?: string | undefined;
  readonly topics?: string | undefined;
  readonly withheld?: string | undefined;
  readonly strike?: boolean | undefined;
  readonly approve?: boolean | undefined;
  /** Makes the words a statement, with this predicate. */
  readonly verb?: string | undefined;
  readonly date?: string | undefined;
  readonly published?: string | undefined;
  readonly kind?: string | undefined;
  readonly level?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly duration?: string | undefined;
  readonly place?: string | undefined;
  readonly occasion?: string | undefined;
  readonly ordinal?: string | undefined;
  readonly parties?: string | undefined;
  /** `JP:name:office,RU:name` */
  readonly participants?: string | undefined;
  /** `working-lunch,plenary` */
  readonly form?: string | undefined;
  readonly stage?: string | undefined;
  /** Who owes a commitment, and to whom: `JP,RU`. On a statement or other words it adds one, with `kind` and `stage`. */
  readonly by?: string | undefined;
  readonly to?: string | undefined;
  /** A day or a window: `2011-01/2011-06`. */
  readonly due?: string | undefined;
}

/** Takes a fact away. */
const NONE = 'none';

/**
 * The changes that are meant, one for each thing said.
 *
 * @param target id of a statement, of talks or of a commitment; the path of a place that holds one statement; or words of the text.
 */
export function toChanges(reading: Reading, target: string | undefined, wishes: Wishes, voice: Voice): { on: Subject; change: Change }[] {
  if (target === undefined) {
    const changes = changesOn({ of: 'document' }, wishes);
    if (changes.length === 0) throw makeFault(voice, 'cli/nothing-to-correct');
    return changes.map((change) => ({ on: { of: 'document' }, change }));
  }
  const on = subjectFrom(reading, target, wishes, voice);
  const changes = changesOn(on, wishes);
  if (changes.length === 0) throw makeFault(voice, 'cli/nothing-to-correct');
  return changes.map((change) => ({ on, change }));
}

function subjectFrom(reading: Reading, target: string, wishes: Wishes, voice: Voice): Subject {
  const found =
    subjectOfStatement(reading, target) ??
    subjectOfTalks(reading, target) ??
    subjectOfCommitment(reading, target) ??
    atPath(reading, target) ??
    onWords(reading, target, wishes, voice);
  if (!found) throw makeFault(voice, 'cli/no-such-target', { target });
  // Who owes something is said of a statement only where a promise is missing on its words.
  return found.of === 'statement' && wishes.by !== undefined ? { of: 'words', anchor: found.anchor } : found;
}

function atPath(reading: Reading, path: string): Subject | undefined {
  const there = reading.statements.filter((one) => one.path === path);
  return there.length === 1 && there[0] ? subjectOfStatement(reading, there[0].id) : undefined;
}

/** Words of the text: those of a date, of a statement, or, with a predicate given, of a statement that is missing, with a debtor of a promise that is. They must stand once. */
function onWords(reading: Reading, words: string, wishes: Wishes, voice: Voice): Subject | undefined {
  const { text } = reading.document;
  const at = text.indexOf(words);
  if (words === '' || at < 0) return undefined;
  const span = [at, at + words.length] as const;
  if (wishes.date !== undefined) {
    const dates = reading.dates.filter((one) => one.text === words);
    if (dates.length > 1) throw makeFault(voice, 'cli/words-twice', { words });
    return dates[0] && subjectOfDate(reading, dates[0].span);
  }
  if (text.indexOf(words, at + 1) >= 0) throw makeFault(voice, 'cli/words-twice', { words });
  if (wishes.verb !== undefined || wishes.by !== undefined) return subjectOfWords(reading, span);
  const over = reading.statements.filter((one) => one.span[0] <= span[0] && span[1] <= one.span[1]);
  return over.length === 1 && over[0] ? subjectOfStatement(reading, over[0].id) : undefined;
}

function changesOn(on: Subject, wishes: Wishes): Change[] {
  const speakers = wishes.speakers === undefined ? undefined : speakersFrom(wishes.speakers);
  const list = (words: string) => (words === NONE ? [] : words.split(',').map((one) => one.trim()));
  const changes: unknown[] = [];
  switch (on.of) {
    case 'statement':
      if (wishes.strike) changes.push({ set: 'struck' });
      if (wishes.approve) changes.push({ set: 'approved' });
      if (wishes.act !== undefined) changes.push({ set: 'act', act: wishes.act });
      if (speakers) changes.push({ set: 'speakers', speakers, ...(wishes.mode !== undefined && { mode: wishes.mode }) });
      else if (wishes.mode !== undefined) changes.push({ set: 'mode', mode: wishes.mode });
      if (wishes.addressees !== undefined) changes.push({ set: 'addressees', addressees: list(wishes.addressees) });
      if (wishes.topics !== undefined) changes.push({ set: 'topics', topics: list(wishes.topics) });
      if (wishes.withheld !== undefined) changes.push({ set: 'withheld', withheld: wishes.withheld === 'yes' });
      break;
    case 'words':
      if (wishes.by !== undefined) {
        const { kind, stage, due } = wishes;
        const to = wishes.to === undefined ? [] : list(wishes.to);
        changes.push({ set: 'promised', kind, stage, by: list(wishes.by), to, ...(due !== undefined && { due }) });
        break;
      }
      changes.push({
        set: 'added',
        act: wishes.act,
        verb: wishes.verb,
        speakers: speakers ?? [],
        mode: wishes.mode ?? ((speakers?.length ?? 0) > 1 ? 'joint' : 'one'),
        addressees: wishes.addressees === undefined ? [] : list(wishes.addressees),
        topics: wishes.topics === undefined ? [] : list(wishes.topics),
        ...(wishes.withheld === 'yes' && { withheld: true }),
      });
      break;
    case 'document':
      if (wishes.published !== undefined) changes.push({ set: 'published', edtf: orNull(wishes.published) });
      if (wishes.kind !== undefined) changes.push({ set: 'kind', kind: wishes.kind });
      break;
    case 'date':
      changes.push({ set: 'date', edtf: orNull(wishes.date ?? NONE) });
      break;
    case 'commitment':
      if (wishes.strike) changes.push({ set: 'struck' });
      if (wishes.stage !== undefined) changes.push({ set: 'stage', stage: wishes.stage });
      changes.push(
        ...factsOf('commitment', {
          ...(wishes.kind !== undefined && { kind: wishes.kind }),
          ...(wishes.by !== undefined && { by: list(wishes.by) }),
          ...(wishes.to !== undefined && { to: list(wishes.to) }),
          ...(wishes.due !== undefined && { due: orNull(wishes.due) }),
        }),
      );
      break;
    case 'talks': {
      const { kind, level, date, start, end, duration, place, occasion, ordinal, parties, form, participants } = wishes;
      const facts = {
        ...(kind !== undefined && { kind }),
        ...(level !== undefined && { level: orNull(level) }),
        ...(date !== undefined && { date: orNull(date) }),
        ...(start !== undefined && { start: orNull(start) }),
        ...(end !== undefined && { end: orNull(end) }),
        ...(duration !== undefined && { duration: orNull(duration) }),
        ...(place !== undefined && { place: place === NONE ? null : placeFrom(place) }),
        ...(occasion !== undefined && { occasion: orNull(occasion) }),
        ...(ordinal !== undefined && { ordinal: ordinal === NONE ? null : Number(ordinal) }),
        ...(parties !== undefined && { parties: list(parties) }),
        ...(form !== undefined && { format: list(form) }),
        ...(participants !== undefined && { participants: participantsFrom(participants) }),
      };
      changes.push(...factsOf('talks', facts));
      break;
    }
  }
  // The archive checks each against the schema and says which field is wrong.
  return changes as Change[];
}

/** One change of several facts, where there is any. */
function factsOf(set: 'talks' | 'commitment', facts: object): object[] {
  return Object.keys(facts).length > 0 ? [{ set, ...facts }] : [];
}

function orNull(words: string): string | null {
  return words === NONE ? null : words;
}

function speakersFrom(words: string): { party: string; person?: string }[] {
  if (words === NONE) return [];
  return words.split(',').map((one) => {
    const [party = '', person] = one.trim().split(':');
    return person === undefined ? { party } : { party, person };
  });
}

/** `JP:name:office,RU:name` */
function participantsFrom(words: string): { party: string; name: string; office?: string }[] {
  if (words === NONE) return [];
  return words.split(',').map((one) => {
    const [party = '', name = '', office] = one.trim().split(':');
    return { party, name, ...(office && { office }) };
  });
}

/** `City@JP` or a name alone. */
function placeFrom(words: string): { name: string; party?: string } {
  const [name = '', party] = words.split('@');
  return party === undefined ? { name } : { name, party };
}

/** @param made by which a door says how each correction came out. */
export async function correctDocument(
  archive: Archive,
  document: string,
  target: string | undefined,
  wishes: Wishes,
  { signed, why }: { readonly signed: Signed; readonly why: string },
  voice: Voice,
): Promise<Correction[]> {
  const stands = await archive.standing(document);
  if (!stands) throw makeFault(voice, 'archive/no-such-document', { id: document });
  const made: Correction[] = [];
  for (const { on, change } of toChanges(stands.reading, target, wishes, voice))
    made.push(await archive.correct({ document, on, change, ...signed, why }));
  return made;
}

/** @throws Fault `archive/no-such-correction`, `archive/already-undone`. */
export async function undoCorrection(
  archive: Archive,
  id: string,
  { signed, why }: { readonly signed: Signed; readonly why: string },
  voice: Voice,
): Promise<Correction> {
  const one = (await archive.corrections()).find((each) => each.id === id);
  if (!one) throw makeFault(voice, 'archive/no-such-correction', { id });
  const draft: CorrectionDraft = {
    on: one.on,
    change: { set: 'undone', correction: id },
    ...signed,
    why,
    ...(one.document !== undefined && { document: one.document }),
  };
  return archive.correct(draft);
}
