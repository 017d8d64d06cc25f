/** Two lists of statements, each given at most one of the other: those that most likely tell the same. */
import { assign } from './assignment.ts';
import { type Like, makeLikeness, type Reason, type Sign } from './likeness.ts';

export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface PairingOptions {
  /** Below it nothing is paired: in one language, and across two. */
  readonly least?: { readonly one: number; readonly two: number };
  /** Added to the score of a pair of places; by it a caller prefers or forbids (-1). */
  readonly bonus?: (left: number, right: number) => number;
}

/** So many pairs are looked at one by one; of more, only those with a rare word or fact in common. */
const ALL_PAIRS = 40_000;
const OFTEN = 12;

export const LEAST = { one: 0.42, two: 0.46 };

export function pair(left: readonly Sign[], right: readonly Sign[], { least = LEAST, bonus = () => 0 }: PairingOptions = {}): Pair[] {
  const like: Like = makeLikeness([...left, ...right]);
  const offers: Pair[] = [];
  for (const [i, j] of candidates(left, right)) {
    const [a, b] = [left[i] as Sign, right[j] as Sign];
    const { score, reasons } = like(a, b);
    const whole = score + bonus(i, j);
    const needed = a.language === b.language ? least.one : least.two;
    if (whole >= needed && related(a, b, reasons)) offers.push({ left: i, right: j, score: whole, reasons });
  }
  return assign(offers).map((each) => ({ ...each, score: Math.round(Math.min(1, each.score) * 1000) / 1000 }));
}

/** Act, side and topic alone make no pair: something that was said must be common, or both kept it back. */
function related(a: Sign, b: Sign, reasons: readonly Reason[]): boolean {
  if (a.statement.withheld && b.statement.withheld && a.statement.act === b.statement.act) return true;
  const of = (what: Reason['what']) => reasons.find((reason) => reason.what === what)?.share ?? 0;
  return of('words') >= 0.18 || of('facts') >= 0.2;
}

function* candidates(left: readonly Sign[], right: readonly Sign[]): Iterable<readonly [number, number]> {
  if (left.length * right.length <= ALL_PAIRS) {
    for (let i = 0; i < left.length; i++) for (let j = 0; j < right.length; j++) yield [i, j];
    return;
  }
  const holding = new Map<string, number[]>();
  for (const [j, sign] of right.entries())
    for (const item of itemsOf(sign)) {
      const list = holding.get(item);
      if (!list) holding.set(item, [j]);
      else if (list.length <= OFTEN) list.push(j);
    }
  // Statements word for word the same go together in their order, however often they stand there.
  const same = new Map<string, number[]>();
  for (const [j, sign] of right.entries()) same.set(keyOf(sign), [...(same.get(keyOf(sign)) ?? []), j].slice(-OFTEN));
  for (const [i, sign] of left.entries()) {
    const found = new Set<number>(same.get(keyOf(sign)) ?? []);
    for (const item of itemsOf(sign)) {
      const list = holding.get(item);
      if (list && list.length <= OFTEN) for (const j of list) found.add(j);
    }
    for (const j of found) yield [i, j];
  }
}

function keyOf(sign: Sign): string {
  return [...sign.words].join(' ');
}

function* itemsOf(sign: Sign): Iterable<string> {
  yield* sign.words;
  yield* sign.facts;
}
