/** Which repeats are formulas: those that say something, begin and end with a word, and are no part of another. */
import { ACTS } from '../record/acts.generated.ts';
import { drawnIn } from './edges.ts';
import { type Phrase, phraseOf } from './likeness.ts';
import type { findRepeats, Repeat } from './repeats.ts';
import type { Series } from './series.ts';
import { isOutcome } from './told.ts';
import { isComma, isWord, type Units, weightOf } from './units.ts';

/** What a formula must say at least, by `weightOf`. */
const WEIGHT = 5;

export interface Chosen {
  readonly phrase: Phrase;
  readonly rank: number;
}

/** Repeats by what they promise; drawn in to whole words; none that those before it have covered. */
export function choose(series: Series, { found, places }: ReturnType<typeof findRepeats>, least: number, most: number): Chosen[] {
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
