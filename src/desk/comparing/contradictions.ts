/** What the documents of a relation state in two ways: candidates, and what people judged of them. */
import type { Archive, Signed } from '../../archive/archive.ts';
import {
  type Candidate,
  CONTRADICTIONS,
  type ContradictionKind,
  findBetween,
  findContradictions,
  once,
  type Telling,
} from '../../comparison/contradictions.ts';
import type { Voice } from '../../language/voice.ts';
import type { Correction, Place } from '../../record/correction.ts';
import { extractOf } from '../../record/extract.ts';
import { partingsOf } from '../../record/lives.ts';
import type { Account } from '../../record/meeting.ts';
import type { Reading } from '../../record/reading.ts';
import { inForce } from '../../record/standing.ts';
import { makeFault } from '../faults.ts';
import { twiceIn } from '../meetings.ts';
import { compareTold } from './accounts.ts';
import { seatOf } from './compare.ts';
import { placeKey, placeOfWords } from './places.ts';
import { loadTongue } from './tongues.ts';

export { type Candidate, CONTRADICTIONS, type ContradictionKind };

export type Verdict = 'contradiction' | 'none';

export interface JudgedCandidate extends Candidate {
  /** The words in the place where they stand, by which a verdict is fastened. */
  readonly places: readonly [Place, Place];
  /** Some words around those that contradict, for people to read. */
  readonly quotes: readonly [Quote, Quote];
  readonly judged?: { readonly verdict: Verdict; readonly correction: Correction };
}

export interface Quote {
  readonly language: string;
  readonly title?: string;
  readonly publisher?: string;
  /** EDTF of the talks, else of publication. */
  readonly date?: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A candidate with the words around it, which do not change as long as the two documents do not. */
type Quoted = Omit<JudgedCandidate, 'judged'>;

/** What is told in two ways in a relation, by its stamp; and between two accounts, by these two. */
interface Kept {
  readonly relations: Map<string, { readonly stamp: string; readonly found: Promise<readonly Quoted[]> }>;
  readonly meetings: Map<string, Promise<readonly Candidate[]>>;
}
const made = new WeakMap<Archive, Kept>();
/** Relations and meetings kept in memory at once. */
const MOST_RELATIONS = 100;
const MOST_MEETINGS = 5_000;

/**
 * All readouts of the relation are looked through, by what the archive keeps of each for ledgers; what was found holds until something of the
 * relation changes, and two accounts are compared anew only where one of them does.
 */
export async function findCandidates(archive: Archive, dyad: string): Promise<JudgedCandidate[]> {
  const kept: Kept = made.get(archive) ?? { relations: new Map(), meetings: new Map() };
  made.set(archive, kept);
  const decided = inForce((await archive.corrections()).filter(({ document }) => document === undefined));
  const stamp = `${await archive.stamp({ dyad })} ${handsOn(decided)}`;
  const known = kept.relations.get(dyad);
  const found = known?.stamp === stamp ? known.found : search(archive, dyad, kept, handsOn(decided));
  if (known?.stamp !== stamp) {
    keep(kept.relations, dyad, { stamp, found }, MOST_RELATIONS);
    // What failed is asked again.
    found.catch(() => kept.relations.delete(dyad));
  }
  const verdicts = verdictsOf(decided);
  return (await found).map((candidate) => {
    const correction = verdicts.get(keyOf(candidate.kind, candidate.places));
    return { ...candidate, ...(correction?.change.set === 'judged' && { judged: { verdict: correction.change.verdict, correction } }) };
  });
}

/** What people decided of who is one and of which statements are pairs, in a word: it changes what two accounts say of one another. */
function handsOn(decided: readonly Correction[]): string {
  return decided.filter(({ change }) => change.set !== 'judged').at(-1)?.id ?? '';
}

function keep<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value as string);
}

async function search(archive: Archive, dyad: string, kept: Kept, hands: string): Promise<Quoted[]> {
  const readings = new Map<string, Reading>();
  const readingOf = async (document: string): Promise<Reading | undefined> => {
    const known = readings.get(document);
    if (known) return known;
    const standing = await archive.standing(document);
    if (standing) readings.set(document, standing.reading);
    return standing?.reading;
  };
  const tellings: Telling[] = [];
  for (const extract of await archive.extracts({ dyad })) {
    // An archive filled by an earlier version kept less: there the readout itself is looked at.
    const standing = extract.dated === undefined ? await archive.standing(extract.document) : undefined;
    const whole = standing ? { ...extractOf(standing, extract.document), ...(extract.added && { added: extract.added }) } : extract;
    tellings.push({ extract: whole, tongue: await loadTongue(extract.language) });
  }
  const changed = new Map(tellings.map(({ extract }) => [extract.document, extract.added ?? '']));
  const between: Candidate[] = [];
  for (const { first, other } of await twiceIn(archive, dyad)) {
    const key = [first, other].map(({ document, id }) => `${document} ${changed.get(document)} ${id}`).join(' ') + hands;
    const pair = kept.meetings.get(key) ?? compared(archive, first, other, readingOf);
    keep(kept.meetings, key, pair, MOST_MEETINGS);
    pair.catch(() => kept.meetings.delete(key));
    between.push(...(await pair));
  }
  const quoted: Quoted[] = [];
  for (const candidate of once([...findContradictions(tellings, partingsOf(await archive.corrections())), ...between])) {
    const sides = [await readingOf(candidate.first.document), await readingOf(candidate.other.document)] as const;
    if (!sides[0] || !sides[1]) continue;
    quoted.push({
      ...candidate,
      places: [
        placeOfWords(candidate.first.document, sides[0], candidate.first.span),
        placeOfWords(candidate.other.document, sides[1], candidate.other.span),
      ],
      quotes: [quoteOf(sides[0], candidate.first.span), quoteOf(sides[1], candidate.other.span)],
    });
  }
  return quoted;
}

/** What two accounts of one meeting tell in two ways. */
async function compared(
  archive: Archive,
  first: Account,
  other: Account,
  readingOf: (document: string) => Promise<Reading | undefined>,
): Promise<readonly Candidate[]> {
  const [a, b] = [await readingOf(first.document), await readingOf(other.document)];
  const [one, two] = [a && seatOf(a, first.id), b && seatOf(b, other.id)];
  if (!a || !b || !one?.talks || !two?.talks) return [];
  const { found } = await compareTold({ ...one, document: first.document }, { ...two, document: other.document }, archive);
  return findBetween({
    first: { document: first.document, reading: a },
    other: { document: other.document, reading: b },
    talks: [one.talks, two.talks],
    accounts: found,
  });
}

/** Of each matter the last verdict that holds. */
function verdictsOf(decided: readonly Correction[]): Map<string, Correction> {
  const found = new Map<string, Correction>();
  for (const correction of decided) {
    const { change } = correction;
    if (change.set === 'judged') found.set(keyOf(change.about, change.places), correction);
  }
  return found;
}

function keyOf(kind: ContradictionKind, places: readonly [Place, Place]): string {
  return [kind, ...places.map(placeKey).sort()].join(' ');
}

/** Units of the text shown around the words: to the end of the line, at most so many. */
const AROUND = 60;

function quoteOf(reading: Reading, [start, end]: readonly [number, number]): Quote {
  const { text, language, title, publisher, published } = reading.document;
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND);
  const line = text.indexOf('\n', end);
  const date = reading.talks[0]?.date?.edtf ?? published?.edtf;
  return {
    language,
    ...(title && { title: title.value }),
    ...(publisher?.party && { publisher: publisher.party }),
    ...(date && { date }),
    before: text.slice(from, start),
    words: text.slice(start, end),
    after: text.slice(end, Math.min(line < 0 ? text.length : line, end + AROUND)),
  };
}

/** @param id of a candidate of the relation. */
export async function judgeCandidate(
  archive: Archive,
  dyad: string,
  id: string,
  verdict: Verdict,
  { signed, why }: { readonly signed: Signed; readonly why: string },
  voice: Voice,
): Promise<Correction> {
  const found = (await findCandidates(archive, dyad)).find((each) => each.id === id);
  if (!found) throw makeFault(voice, 'contradictions/no-such-candidate', { id, dyad });
  const places: [Place, Place] = [...found.places];
  return archive.correct({ on: { of: 'archive' }, change: { set: 'judged', verdict, about: found.kind, places }, ...signed, why });
}

/** As JSON. */
export function plainCandidate({ id, kind, about, event, first, other, quotes, judged }: JudgedCandidate) {
  const side = (of: typeof first, quote: Quote) => ({
    document: of.document,
    span: [...of.span] as [number, number],
    says: of.says,
    ...(of.statement && { statement: of.statement }),
    ...(of.path && { path: of.path }),
    ...quote,
  });
  return {
    id,
    kind,
    about,
    ...(event && { event }),
    first: side(first, quotes[0]),
    other: side(other, quotes[1]),
    ...(judged && { verdict: judged.verdict, correction: judged.correction.id }),
  };
}
