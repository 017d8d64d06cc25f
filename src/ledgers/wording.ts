/**
 * Formulas: phrases that talks repeat, found and not listed by hand; with their variants, and the talks where they are
 * missing although their topic was raised.
 *
 * Guarantees: 1 a formula, and each of its tellings, is words of a statement at its span · 2 it begins and ends with a word ·
 * 3 none is part of another unless it also stands alone · 4 a talks is `missing` only where one of the formula's topics was
 * raised in its language, and neither the formula nor a variant was found · 5 the same talks, the same formulas in the same order.
 */
import type { Topic } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import { choose } from './choosing.ts';
import { phraseOf } from './likeness.ts';
import { type Place, tellingsOf } from './places.ts';
import { findRepeats } from './repeats.ts';
import { type Series, seriesOf, statementAt } from './series.ts';
import { languageOf, languagesOf, raises, sayerOf, type TalksTold, widerOf } from './told.ts';
import { unitsOf, weightOf } from './units.ts';

export interface Formula {
  /** Of its words: the same formula has the same id in another archive. */
  readonly id: string;
  /** As it is written most often. */
  readonly words: string;
  readonly language: string;
  /** Those of most of its tellings, most frequent first. */
  readonly topics: readonly Topic[];
  /** Oldest talks first, in the order of the text. */
  readonly tellings: readonly Telling[];
  readonly variants: readonly Variant[];
  /** One for each of the talks that were handed in. */
  readonly states: readonly State[];
  /** In how many talks it stands letter for letter. */
  readonly talks: number;
  /** Indexes of the first and the last talks that have it, a variant counted. */
  readonly first: number;
  readonly last: number;
  /** By whom it was said: `joint`, `each`, a party, `unknown` → how many tellings. */
  readonly by: Readonly<Record<string, number>>;
  readonly notes: readonly Note[];
}

export interface Telling {
  /** Index of the talks, and of the statement in it. */
  readonly talks: number;
  readonly statement: number;
  /** In UTF-16 units of the quote. */
  readonly span: readonly [start: number, end: number];
  /** Letter of the variant; absent where it is the formula itself. */
  readonly variant?: string;
}

export interface Variant {
  readonly letter: string;
  readonly words: string;
  readonly talks: number;
}

/** `none`: its topic was not raised, or the talks are told in another language. */
export type State = 'full' | 'variant' | 'missing' | 'none';

/** What a person should note; `missing-lately` has how many of the last talks on the topic lack it. */
export type Note =
  | { readonly code: 'new' | 'never-missing' | 'not-in-points' | 'both-sides' | 'dropped-back' }
  | { readonly code: 'missing-lately'; readonly n: number };

export interface Wishes {
  /** In how many talks a phrase must stand; 3, or 2 where there are fewer than ten talks. */
  readonly least?: number;
  /** How many formulas; 40 where it is left out. */
  readonly most?: number;
}

const MOST = 40;

/** @param talks oldest first. @returns the most telling first: long, in many talks, agreed. */
export function findFormulas(talks: readonly TalksTold[], wishes: Wishes = {}): Formula[] {
  const most = wishes.most ?? MOST;
  const found: { formula: Formula; rank: number }[] = [];
  for (const language of new Set(talks.flatMap(languagesOf))) {
    const series = seriesOf(talks, language);
    const least = wishes.least ?? (series.count < 10 ? 2 : 3);
    const chosen = choose(series, findRepeats(series.units, least), least, most);
    const phrases = chosen.map(({ phrase }) => phrase);
    const tellings = tellingsOf(series, phrases);
    for (const [i, { rank }] of chosen.entries()) {
      const formula = toFormula(talks, series, tellings[i] as Place[]);
      if (formula && formula.talks >= least) found.push({ formula, rank });
    }
  }
  found.sort((a, b) => b.rank - a.rank || (a.formula.words < b.formula.words ? -1 : 1));
  return found.slice(0, most).map(({ formula }) => formula);
}

/** The history of a phrase that a person typed, in those talks; undefined where it says too little or was never said. */
export function historyOf(phrase: string, talks: readonly TalksTold[]): Formula | undefined {
  const sign = unitsOf(phrase);
  if (sign.length === 0) return undefined;
  const histories = [...new Set(talks.flatMap(languagesOf))].flatMap((language) => {
    const series = seriesOf(talks, language);
    const [places = []] = tellingsOf(series, [
      phraseOf(
        sign,
        sign.map((one) => weightOf(one, 0, 5)),
      ),
    ]);
    return toFormula(talks, series, places) ?? [];
  });
  return histories.sort((a, b) => b.tellings.length - a.tellings.length)[0];
}

function toFormula(talks: readonly TalksTold[], series: Series, places: readonly Place[]): Formula | undefined {
  const { units, at, language } = series;
  const exact = places.filter((one) => one.exact);
  if (exact.length === 0) return undefined;
  const wordsAt = ({ statement, span }: Place) => (units.statements[statement] as { quote: string }).quote.slice(...span);
  const indexOf = (place: Place) => at[place.statement] as Series['at'][number];
  const forms = new Map<string, number>();
  for (const place of exact) forms.set(wordsAt(place), (forms.get(wordsAt(place)) ?? 0) + 1);
  const words = [...forms].reduce((a, b) => (b[1] > a[1] ? b : a))[0];

  const letters = new Map<string, { letter: string; words: string; talks: Set<number> }>();
  for (const place of places) {
    if (place.exact) continue;
    const form = unitsOf(wordsAt(place)).join();
    const known = letters.get(form) ?? { letter: letterOf(letters.size), words: wordsAt(place), talks: new Set<number>() };
    known.talks.add(indexOf(place).talks);
    letters.set(form, known);
  }
  const tellings = places.map((place): Telling => {
    const variant = place.exact ? undefined : letters.get(unitsOf(wordsAt(place)).join())?.letter;
    return { ...indexOf(place), span: place.span, ...(variant !== undefined && { variant }) };
  });
  const said = (telling: Telling) => statementAt(talks, telling.talks, telling.statement);

  const topics = topicsOf(tellings.map((telling) => said(telling).topics));

  const of = new Map<number, Telling[]>();
  for (const telling of tellings) of.set(telling.talks, [...(of.get(telling.talks) ?? []), telling]);
  const states = talks.map((one, i): State => {
    const here = of.get(i);
    if (here) return here.some(({ variant }) => variant === undefined) ? 'full' : 'variant';
    const raised = one.statements.some((each) => languageOf(each, one) === language && topics.some((topic) => raises(each.topics, topic)));
    return raised ? 'missing' : 'none';
  });
  const by: Record<string, number> = {};
  for (const telling of tellings) {
    const sayer = sayerOf(said(telling));
    by[sayer] = (by[sayer] ?? 0) + 1;
  }
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const one of of.keys()) {
    first = Math.min(first, one);
    last = Math.max(last, one);
  }
  return {
    id: `f-${digest(language, unitsOf(words).join())}`,
    words,
    language,
    topics,
    tellings,
    variants: [...letters.values()].map(({ letter, words: form, talks: in_ }) => ({ letter, words: form, talks: in_.size })),
    states,
    talks: states.filter((state) => state === 'full').length,
    first,
    last,
    by,
    notes: notesOf(talks, states, of, by, language),
  };
}

function letterOf(n: number): string {
  return n < 26 ? String.fromCharCode(97 + n) : letterOf(Math.floor(n / 26) - 1) + letterOf(n % 26);
}

function notesOf(
  talks: readonly TalksTold[],
  states: readonly State[],
  of: ReadonlyMap<number, readonly Telling[]>,
  by: Readonly<Record<string, number>>,
  language: string,
): Note[] {
  const notes: Note[] = [];
  const raised = states.flatMap((state, i) => (state === 'none' ? [] : [i]));
  const with_ = raised.filter((i) => states[i] !== 'missing');
  const lately = raised.length - 1 - raised.lastIndexOf(with_.at(-1) ?? -1);
  if (lately > 0) notes.push({ code: 'missing-lately', n: lately });
  else if (with_.length === 1 && raised.length > 1) notes.push({ code: 'new' });
  else if (with_.length === raised.length && raised.length > 2) notes.push({ code: 'never-missing' });
  else if (with_.length > 1 && states[raised.at(-2) ?? -1] === 'missing') notes.push({ code: 'dropped-back' });
  const newest = talks.findLastIndex((one) => languagesOf(one).includes(language));
  const here = (of.get(newest) ?? []).map(({ statement }) => statementAt(talks, newest, statement));
  // Points are of one page: what the other side's account puts among its own tells nothing of this one's.
  const withPoints = new Set(talks[newest]?.statements.flatMap(({ path, document }) => (inPoints(path) ? [document] : [])));
  if (here.some(({ document }) => withPoints.has(document)) && !here.some(({ path }) => inPoints(path))) notes.push({ code: 'not-in-points' });
  if (Object.keys(by).filter((sayer) => sayer !== 'joint' && sayer !== 'each' && sayer !== 'unknown').length > 1) notes.push({ code: 'both-sides' });
  return notes;
}

function inPoints(path: string): boolean {
  return path.startsWith('points');
}

/**
 * Of what at least half of the tellings are, at most two; the most frequent one where none is. What tells of a narrower topic tells of the wider
 * (平和条約 of territory), of which one is named: the wider if more tellings are of it than of the narrower.
 */
function topicsOf(tellings: readonly (readonly Topic[])[]): Topic[] {
  const counts = new Map<Topic, number>();
  const of = (topic: Topic | undefined): number => (topic && counts.get(topic)) ?? 0;
  for (const told of tellings) for (const topic of new Set(told.flatMap((each) => [each, widerOf(each) ?? each]))) counts.set(topic, of(topic) + 1);
  const ranked = [...counts.keys()].sort((a, b) => of(b) - of(a));
  const half = ranked.filter((topic) => of(topic) * 2 >= tellings.length);
  const some = half.length > 0 ? half : ranked.slice(0, 1);
  const isPart = (topic: Topic) => of(widerOf(topic)) > of(topic);
  const isMore = (topic: Topic) => some.some((each) => widerOf(each) === topic && of(each) === of(topic));
  return some.filter((topic) => !isPart(topic) && !isMore(topic)).slice(0, 2);
}
