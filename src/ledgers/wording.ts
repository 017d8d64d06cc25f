/**
 * Formulas: phrases that talks repeat, found and not listed by hand; with their variants, and the talks where they are
 * missing although their topic was raised.
 *
 * Guarantees: 1 a formula, and each of its tellings, is words of a statement at its span · 2 it begins and ends with a word ·
 * 3 none is part of another unless it also stands alone · 4 a talks is `missing` only where one of the formula's topics was
 * raised in its language, and neither the formula nor a variant was found · 5 the same talks, the same formulas in the same order.
 */
import { ACTS } from '../record/acts.generated.ts';
import type { Topic } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import { drawnIn, drawnOut, type Word, wordsOf } from './edges.ts';
import { likestIn, type Phrase } from './likeness.ts';
import { findRepeats, type Repeat } from './repeats.ts';
import { isOutcome, languageOf, languagesOf, raises, sayerOf, type TalksTold } from './told.ts';
import { isComma, isWord, toUnits, type Units, unitsOf, weightOf } from './units.ts';

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

/** What it must say at least, by `weightOf`. */
const WEIGHT = 5;
/** Up to which distance it is the same formula with a small change. */
const ALIKE = 0.3;
/** How much of a phrase's pairs a statement must hold to be looked at for a variant. */
const SHARED = 0.4;
const MOST = 40;
/** Variants of very short phrases are other phrases. */
const VARIED = 6;

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

// ── Choosing ───────────────────────────────────────────────────────────────

interface Series {
  readonly language: string;
  readonly units: Units;
  /** Statement of the units → index of its talks, and of itself in them. */
  readonly at: readonly { readonly talks: number; readonly statement: number }[];
  /** How many talks are told in the language. */
  readonly count: number;
  words(statement: number): readonly Word[];
}

function seriesOf(talks: readonly TalksTold[], language: string): Series {
  const at: { talks: number; statement: number }[] = [];
  let count = 0;
  for (const [i, one] of talks.entries()) {
    if (!languagesOf(one).includes(language)) continue;
    count++;
    for (const [j, said] of one.statements.entries()) if (languageOf(said, one) === language) at.push({ talks: i, statement: j });
  }
  const units = toUnits(at.map(({ talks: i, statement }) => ({ of: statementAt(talks, i, statement), talks: i })));
  const known = new Map<number, readonly Word[]>();
  return {
    language,
    units,
    at,
    count,
    words(statement) {
      let words = known.get(statement);
      if (!words) {
        words = wordsOf((units.statements[statement] as { quote: string }).quote, language);
        known.set(statement, words);
      }
      return words;
    },
  };
}

function statementAt(talks: readonly TalksTold[], i: number, statement: number) {
  return talks[i]?.statements[statement] as TalksTold['statements'][number];
}

interface Chosen {
  readonly phrase: Phrase;
  readonly rank: number;
}

/** Repeats by what they promise; drawn in to whole words; none that those before it have covered. */
function choose(series: Series, { found, places }: ReturnType<typeof findRepeats>, least: number, most: number): Chosen[] {
  const { units } = series;
  const { sign, start, end, statement, talksOf } = units;
  const weights = (from: number, to: number) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += weightOf(sign[i] as number, start[i] as number, end[i] as number);
    return sum;
  };
  const promising: { repeat: Repeat; rank: number }[] = [];
  for (const repeat of found) {
    const place = places[repeat.from] as number;
    const weight = weights(place, place + repeat.length);
    if (weight >= WEIGHT) promising.push({ repeat, rank: weight * (repeat.talks - 1) });
  }
  promising.sort((a, b) => b.rank - a.rank || (places[a.repeat.from] as number) - (places[b.repeat.from] as number));

  const joining = joiningWords(units);
  const joins = (unit: number) =>
    isComma(sign[unit] as number) ||
    (isWord(sign[unit] as number) && ((end[unit] as number) - (start[unit] as number) <= 3 || joining.has(sign[unit] as number)));
  const covered = new Uint8Array(units.size);
  const seen = new Set<string>();
  const chosen: Chosen[] = [];
  for (const { repeat } of promising.slice(0, most * 12)) {
    const place = places[repeat.from] as number;
    const at = statement[place] as number;
    const { quote, named } = units.statements[at] as (typeof units.statements)[number];
    let drawn = drawnIn([start[place] as number, end[place + repeat.length - 1] as number], series.words(at));
    if (!drawn) continue;
    let from = place;
    let to = place + repeat.length;
    while (from < to && (start[from] as number) < drawn[0]) from++;
    while (to > from && (end[to - 1] as number) > drawn[1]) to--;
    while (from < to && joins(from)) from++;
    while (to > from && joins(to - 1)) to--;
    if (from === to) continue;
    drawn = [start[from] as number, end[to - 1] as number];
    const weight = weights(from, to);
    const heavy = series.words(at).filter((word) => word.heavy && word.start >= drawn[0] && word.end <= drawn[1]).length;
    if (weight < WEIGHT || heavy < 2) continue;
    // A name is no formula, however often it is named.
    if (named.some(([begins, ends]) => begins <= drawn[0] && drawn[1] <= ends)) continue;
    const phrase = phraseOf(
      [...sign.subarray(from, to)],
      Array.from({ length: to - from }, (_, i) => weights(from + i, from + i + 1)),
    );
    const key = phrase.sign.join();
    if (seen.has(key)) continue;
    seen.add(key);
    const shift = from - place;
    const free: number[] = [];
    const alone = new Set<number>();
    const all = new Set<number>();
    const courtesy = { yes: 0, outcome: 0, all: 0 };
    for (let i = repeat.from; i < repeat.to; i++) {
      const begin = (places[i] as number) + shift;
      const talks = talksOf[statement[begin] as number] as number;
      all.add(talks);
      const said = units.statements[statement[begin] as number] as (typeof units.statements)[number];
      courtesy.all++;
      if (ACTS[said.act].family === 'regard') courtesy.yes++;
      if (isOutcome(said)) courtesy.outcome++;
      let touched = false;
      for (let k = begin; !touched && k < begin + phrase.sign.length; k++) touched = covered[k] === 1;
      if (touched) continue;
      free.push(begin);
      alone.add(talks);
    }
    if (alone.size < least || alone.size * 2 < all.size) continue;
    // Thanks and greetings repeat, and are no formula.
    if (courtesy.yes * 2 > courtesy.all) continue;
    for (const begin of free) covered.fill(1, begin, begin + phrase.sign.length);
    // Words that are all written large are a name.
    if (
      /^\p{Lu}/u.test(quote.slice(...drawn)) &&
      quote
        .slice(...drawn)
        .split(/\s+/)
        .every((word) => /^\P{Ll}/u.test(word))
    )
      continue;
    // One compound is a term rather than a phrase, and with a name in it a name.
    const term = !/[\s\u3040-\u309f]/.test(quote.slice(...drawn));
    if (term && named.some(([begins, ends]) => begins < drawn[1] && ends > drawn[0])) continue;
    chosen.push({ phrase, rank: weight * Math.log2(1 + alone.size) * (1 + courtesy.outcome / courtesy.all) * (term ? 0.5 : 1) });
    if (chosen.length >= most * 2) break;
  }
  return chosen.sort((a, b) => b.rank - a.rank).slice(0, most);
}

/** In how many of all statements a word must stand, and how varied its neighbours must be, to be one that only joins others. */
const JOINING = { share: 0.03, least: 4, after: 0.4, before: 0.2 };

/**
 * Words of scripts with spaces that join others and say nothing at the edge of a phrase: they are frequent, and what stands beside
 * them is ever another word. Told by the texts themselves, so that no list is needed.
 */
function joiningWords({ size, sign, rest, statement, statements, start }: Units): ReadonlySet<number> {
  const found = new Map<number, { last: number; statements: number; count: number; before: Set<number>; after: Set<number> }>();
  for (let unit = 0; unit < size; unit++) {
    const word = sign[unit] as number;
    if (!isWord(word)) continue;
    const at = statement[unit] as number;
    const first = (statements[at] as { quote: string }).quote[start[unit] as number] ?? '';
    if (first !== first.toLowerCase()) continue;
    const one = found.get(word) ?? { last: -1, statements: 0, count: 0, before: new Set<number>(), after: new Set<number>() };
    if (one.last !== at) one.statements++;
    one.last = at;
    one.count++;
    if (unit > 0 && statement[unit - 1] === at) one.before.add(sign[unit - 1] as number);
    if ((rest[unit] as number) > 1) one.after.add(sign[unit + 1] as number);
    found.set(word, one);
  }
  const least = Math.max(JOINING.least, statements.length * JOINING.share);
  return new Set(
    [...found].flatMap(([word, { statements: n, count, before, after }]) =>
      n >= least && after.size >= count * JOINING.after && before.size >= count * JOINING.before ? [word] : [],
    ),
  );
}

function phraseOf(sign: readonly number[], weight: readonly number[]): Phrase {
  return { sign, weight, whole: weight.reduce((sum, one) => sum + one, 0) || 1 };
}

// ── Every place of a phrase ────────────────────────────────────────────────

interface Place {
  readonly statement: number;
  readonly span: readonly [number, number];
  readonly exact: boolean;
}

/** The places of all phrases, in one walk over the units; then those of their variants in statements that share enough with them. */
function tellingsOf(series: Series, phrases: readonly Phrase[]): Place[][] {
  const { units } = series;
  const { sign, rest, start, end, first } = units;
  const pairs = new Map<number, number[]>();
  const begin = new Map<number, number[]>();
  const put = (map: Map<number, number[]>, key: number, phrase: number) => {
    const list = map.get(key);
    if (!list) map.set(key, [phrase]);
    else if (list.at(-1) !== phrase) list.push(phrase);
  };
  const distinct: number[] = [];
  for (const [p, phrase] of phrases.entries()) {
    const own = new Set<number>();
    for (let i = 0; i + 1 < phrase.sign.length; i++) own.add(pairOf(phrase.sign[i] as number, phrase.sign[i + 1] as number));
    for (const pair of own) put(pairs, pair, p);
    distinct.push(own.size);
    put(begin, phrase.sign.length > 1 ? pairOf(phrase.sign[0] as number, phrase.sign[1] as number) : (phrase.sign[0] as number), p);
  }
  const found: Place[][] = phrases.map(() => []);
  const single = phrases.some((phrase) => phrase.sign.length === 1);
  for (let s = 0; s + 1 < first.length; s++) {
    const from = first[s] as number;
    const to = first[s + 1] as number;
    const shared = new Map<number, Set<number>>();
    const exact = new Set<number>();
    const take = (p: number, unit: number) => {
      const { length } = (phrases[p] as Phrase).sign;
      found[p]?.push({ statement: s, span: [start[unit] as number, end[unit + length - 1] as number], exact: true });
      exact.add(p);
    };
    for (let unit = from; unit < to; unit++) {
      if (single) for (const p of begin.get(sign[unit] as number) ?? []) if ((phrases[p] as Phrase).sign.length === 1) take(p, unit);
      if ((rest[unit] as number) < 2) continue;
      const pair = pairOf(sign[unit] as number, sign[unit + 1] as number);
      const of = pairs.get(pair);
      if (!of) continue;
      for (const p of of) {
        const set = shared.get(p);
        if (set) set.add(pair);
        else shared.set(p, new Set([pair]));
      }
      for (const p of begin.get(pair) ?? []) {
        const phrase = (phrases[p] as Phrase).sign;
        if (phrase.length < 2 || (rest[unit] as number) < phrase.length) continue;
        let same = true;
        for (let i = 2; same && i < phrase.length; i++) same = phrase[i] === sign[unit + i];
        if (same) take(p, unit);
      }
    }
    for (const [p, set] of shared) {
      const phrase = phrases[p] as Phrase;
      if (exact.has(p) || phrase.whole < VARIED || set.size < (distinct[p] as number) * SHARED) continue;
      const near = nearest(units, phrase, from, to);
      if (near.distance > ALIKE) continue;
      const words = series.words(s);
      const stretch: [number, number] = [start[near.from] as number, end[near.to - 1] as number];
      const span = drawnOut(stretch, words);
      found[p]?.push({ statement: s, span, exact: false });
    }
  }
  return found;
}

/** Within one run: what changes from talks to talks does not stand inside a phrase. */
function nearest({ sign, rest, start, end }: Units, phrase: Phrase, from: number, to: number) {
  let best = { from, to: from, distance: 1 };
  for (let run = from; run < to; ) {
    const next = run + (rest[run] as number);
    const one = likestIn(phrase, sign, run, next, (unit) => weightOf(sign[unit] as number, start[unit] as number, end[unit] as number));
    if (one.distance < best.distance) best = one;
    run = next;
  }
  return best;
}

/** Below 2^53. */
function pairOf(one: number, other: number): number {
  return one * 0x4000000 + other;
}

// ── What a formula is told with ────────────────────────────────────────────

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

  const counts = new Map<Topic, number>();
  for (const telling of tellings) for (const topic of said(telling).topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const half = ranked.filter(([, n]) => n * 2 >= tellings.length);
  const topics = (half.length > 0 ? half : ranked.slice(0, 1)).slice(0, 2).map(([topic]) => topic);

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
  const has = [...of.keys()];
  const [first = 0, last = 0] = [Math.min(...has), Math.max(...has)];
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
