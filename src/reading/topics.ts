/** What a clause is about: the words of its topics in the clause itself and in the headings above it, in the vocabulary's order. */
import { compiled, type Pack, type Section } from '../language/pack.ts';
import { makeScanner } from '../language/scan.ts';
import type { Act } from '../record/acts.generated.ts';
import type { Topic } from '../record/reading.ts';
import { TOPICS } from '../record/topics.generated.ts';
import type { Span } from '../text/span.ts';

const ORDER = new Map(Object.keys(TOPICS).map((topic, i) => [topic, i]));

const scannerOf = compiled((knowledge: Section<'topics'>) =>
  makeScanner(Object.entries(knowledge).flatMap(([topic, words]) => (words ?? []).map((word): [string, Topic] => [word, topic as Topic]))),
);

export function findTopics(text: string, spans: readonly Span[], pack: Pack): Topic[] {
  if (!pack.topics) return [];
  const scanner = scannerOf(pack.topics);
  const whole = pack.dates?.edges === 'words';
  const topics: Topic[] = [];
  for (const [from, to] of spans)
    for (const { start, end, value } of scanner.all(text, from, to)) if (!whole || isWhole(text, start, end)) topics.push(value);
  return inOrder(topics);
}

/** Congratulations and condolences have a matter of their own: what was spoken of before them is not theirs. */
const APART: ReadonlySet<Act> = new Set(['congratulate', 'condole']);

/** What an act is about whose own words do not say: what was spoken of before in its passage. */
export function carriedOn(found: readonly Topic[], before: readonly Topic[], act: Act): readonly Topic[] {
  return found.length === 0 && !APART.has(act) ? before : found;
}

/** No letter touches it: "trade" is no part of "trademark". */
function isWhole(text: string, start: number, end: number): boolean {
  return !LETTER.test(text.charAt(start - 1)) && !LETTER.test(text.charAt(end));
}

const LETTER = /\p{L}/u;

/** Each topic once, in the vocabulary's order. */
export function inOrder(topics: readonly Topic[]): Topic[] {
  if (topics.length < 2) return [...topics];
  return [...new Set(topics)].sort((a, b) => (ORDER.get(a) as number) - (ORDER.get(b) as number));
}
