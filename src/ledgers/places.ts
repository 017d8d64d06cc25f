/** Every place of a phrase, and of its variants. */
import { drawnOut } from './edges.ts';
import { likestIn, type Phrase } from './likeness.ts';
import type { Series } from './series.ts';
import { type Units, weightOf } from './units.ts';

/** Up to which distance it is the same formula with a small change. */
const ALIKE = 0.3;
/** How much of a phrase's pairs a statement must hold to be looked at for a variant. */
const SHARED = 0.4;
/** Variants of very short phrases are other phrases. */
const VARIED = 6;

export interface Place {
  readonly statement: number;
  readonly span: readonly [number, number];
  readonly exact: boolean;
}

/** The places of all phrases, in one walk over the units; then those of their variants in statements that share enough with them. */
export function tellingsOf(series: Series, phrases: readonly Phrase[]): Place[][] {
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
