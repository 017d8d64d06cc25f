/** What the documents of a relation state in two ways: candidates, and what people judged of them. */
import type { Archive, Signed } from '../archive/archive.ts';
import {
  type Candidate,
  CONTRADICTIONS,
  type ContradictionKind,
  findContradictions,
  type Telling,
  type TwoTellings,
} from '../comparison/contradictions.ts';
import type { Voice } from '../language/voice.ts';
import type { Correction, Place } from '../record/correction.ts';
import type { Reading, Talks } from '../record/reading.ts';
import { inForce } from '../record/standing.ts';
import { compareTold, findToldTwice } from './accounts.ts';
import { seatOf } from './compare.ts';
import { makeFault } from './faults.ts';
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

/** Documents of a relation that are looked at: the newest. */
const MOST = 1000;

export async function findCandidates(archive: Archive, dyad: string): Promise<JudgedCandidate[]> {
  const tellings = new Map<string, Telling>();
  const talks = new Map<string, Talks>();
  for (let cursor: string | undefined; ; ) {
    const page = await archive.talks({ dyad, limit: 500, order: 'newest', ...(cursor !== undefined && { cursor }) });
    for (const { document } of page.items) {
      if (tellings.has(document) || tellings.size >= MOST) continue;
      const standing = await archive.standing(document);
      if (!standing) continue;
      tellings.set(document, { document, reading: standing.reading, tongue: await loadTongue(standing.reading.document.language) });
      for (const each of standing.reading.talks) talks.set(`${document} ${each.id}`, each);
    }
    cursor = page.next;
    if (cursor === undefined || tellings.size >= MOST) break;
  }
  const meetings: TwoTellings[] = [];
  for (const { first, other } of await findToldTwice(archive, dyad)) {
    const [a, b] = [tellings.get(first.document), tellings.get(other.document)];
    const [one, two] = [talks.get(`${first.document} ${first.id}`), talks.get(`${other.document} ${other.id}`)];
    const seats = [a && seatOf(a.reading, first.id), b && seatOf(b.reading, other.id)];
    if (!a || !b || !one || !two || !seats[0] || !seats[1]) continue;
    const { found } = await compareTold({ ...seats[0], document: a.document }, { ...seats[1], document: b.document }, archive);
    meetings.push({ first: a, other: b, talks: [one, two], accounts: found });
  }
  const verdicts = await verdictsOf(archive);
  return findContradictions([...tellings.values()], meetings).map((candidate) => {
    const at = (side: 'first' | 'other') => (tellings.get(candidate[side].document) as Telling).reading;
    const places = [
      placeOfWords(candidate.first.document, at('first'), candidate.first.span),
      placeOfWords(candidate.other.document, at('other'), candidate.other.span),
    ] as const;
    const correction = verdicts.get(keyOf(candidate.kind, places));
    return {
      ...candidate,
      places,
      quotes: [quoteOf(at('first'), candidate.first.span), quoteOf(at('other'), candidate.other.span)],
      ...(correction?.change.set === 'judged' && { judged: { verdict: correction.change.verdict, correction } }),
    };
  });
}

/** Of each matter the last verdict that holds. */
async function verdictsOf(archive: Archive): Promise<Map<string, Correction>> {
  const found = new Map<string, Correction>();
  for (const correction of inForce((await archive.corrections()).filter(({ document }) => document === undefined))) {
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
