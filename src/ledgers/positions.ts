/**
 * Positions on a topic, or on all: what each side said, talks by talks, what was said together, where a side's content was withheld, and
 * what it said again: the same thing with its first and last time.
 *
 * Guarantees: 1 every statement on the topic is in exactly one place of `at` and in exactly one line · 2 a line holds the words of
 * one sayer only, and of one language · 3 a withheld statement says nothing, so it is in a line only with withheld ones.
 */
import { ACTS } from '../record/acts.generated.ts';
import type { Topic } from '../record/reading.ts';
import { languageOf, raises, type StatementTold, sayerOf, type TalksTold } from './told.ts';
import { toUnits, weightOf } from './units.ts';

export interface Positions {
  /** Absent where all topics are meant. */
  readonly topic?: Topic;
  /** The talks in which it was raised, oldest first. */
  readonly at: readonly PositionsAt[];
  /** The most often said first. */
  readonly lines: readonly Line[];
  /** Party, `joint`, `each` or `unknown` → when it spoke on the topic. */
  readonly sayers: Readonly<Record<string, SayerTimes>>;
}

export interface PositionsAt {
  /** Index of the talks handed in. */
  readonly talks: number;
  /** Sayer → indexes of its statements in the talks, in the order of the text. */
  readonly by: Readonly<Record<string, readonly number[]>>;
  /** Sayers of whom something was told without its content. */
  readonly withheld: readonly string[];
}

export interface SayerTimes {
  /** Indexes of the first and last talks, and in how many of them. */
  readonly first: number;
  readonly last: number;
  readonly talks: number;
  readonly statements: number;
  readonly withheld: number;
}

/** The same thing said again. */
export interface Line {
  readonly sayer: string;
  readonly withheld: boolean;
  /** Oldest talks first. */
  readonly tellings: readonly { readonly talks: number; readonly statement: number }[];
  readonly first: number;
  readonly last: number;
  /** In how many talks. */
  readonly talks: number;
}

/** Share of what two statements say in common from which they say the same (Dice's coefficient over weighted pairs of units). */
const SAME = 0.5;
/** Of the statements that share a pair of units so many are looked at, the newest; pairs that stand in more tell none from another. */
const NEWEST = 40;

/** @param talks oldest first; statements on other topics in them are left out of account. */
export function positionsOn(topic: Topic | undefined, talks: readonly TalksTold[]): Positions {
  const at: PositionsAt[] = [];
  const sayers: Record<string, { first: number; last: number; talks: number; statements: number; withheld: number }> = {};
  const all: { of: StatementTold; talks: number; statement: number; language: string }[] = [];
  for (const [i, one] of talks.entries()) {
    const by: Record<string, number[]> = {};
    const withheld = new Set<string>();
    for (const [j, of] of one.statements.entries()) {
      if (topic !== undefined && !raises(of.topics, topic)) continue;
      const sayer = sayerOf(of);
      by[sayer] = [...(by[sayer] ?? []), j];
      if (of.withheld) withheld.add(sayer);
      all.push({ of, talks: i, statement: j, language: languageOf(of, one) });
    }
    if (Object.keys(by).length === 0) continue;
    at.push({ talks: i, by, withheld: [...withheld] });
    for (const [sayer, list] of Object.entries(by)) {
      sayers[sayer] ??= { first: i, last: i, talks: 0, statements: 0, withheld: 0 };
      const times = sayers[sayer];
      times.last = i;
      times.talks++;
      times.statements += list.length;
      times.withheld += list.filter((j) => one.statements[j]?.withheld).length;
    }
  }
  return { ...(topic !== undefined && { topic }), at, lines: linesOf(all), sayers };
}

function linesOf(all: readonly { of: StatementTold; talks: number; statement: number; language: string }[]): Line[] {
  const units = toUnits(all);
  const pairs = all.map((_, i) => weighedPairs(units, i));
  const lines: { sayer: string; language: string; withheld: boolean; members: number[] }[] = [];
  const lineOf: number[] = [];
  const holding = new Map<number, number[]>();
  for (const [i, { of, language }] of all.entries()) {
    const sayer = sayerOf(of);
    const own = pairs[i] as ReturnType<typeof weighedPairs>;
    const shared = new Map<number, number>();
    for (const [pair, weight] of own.weights) {
      const list = holding.get(pair);
      if (!list) continue;
      for (let k = Math.max(0, list.length - NEWEST); k < list.length; k++)
        shared.set(list[k] as number, (shared.get(list[k] as number) ?? 0) + weight);
    }
    let best = -1;
    let most = SAME;
    for (const [other, weight] of shared) {
      const line = lines[lineOf[other] as number];
      const share = (2 * weight) / (own.whole + (pairs[other] as typeof own).whole);
      if (!line || line.sayer !== sayer || line.language !== language || line.withheld !== of.withheld) continue;
      // What asks is not what refuses, whatever words they share.
      if (ACTS[(all[other] as (typeof all)[number]).of.act].family !== ACTS[of.act].family) continue;
      if (share > most || (share === most && other > best)) [best, most] = [other, share];
    }
    if (best < 0) lines.push({ sayer, language, withheld: of.withheld, members: [] });
    const line = best < 0 ? lines.length - 1 : (lineOf[best] as number);
    lineOf.push(line);
    lines[line]?.members.push(i);
    for (const pair of own.weights.keys()) {
      const list = holding.get(pair);
      if (list) list.push(i);
      else holding.set(pair, [i]);
    }
  }
  return lines
    .map(({ sayer, withheld, members }): Line => {
      const tellings = members.map((i) => ({ talks: (all[i] as (typeof all)[number]).talks, statement: (all[i] as (typeof all)[number]).statement }));
      const distinct = new Set(tellings.map(({ talks }) => talks));
      return { sayer, withheld, tellings, first: tellings[0]?.talks ?? 0, last: tellings.at(-1)?.talks ?? 0, talks: distinct.size };
    })
    .sort((a, b) => b.talks - a.talks || b.last - a.last || a.first - b.first);
}

/** The pairs of neighbouring units of a statement, each with what it says. */
function weighedPairs({ sign, start, end, rest, first }: ReturnType<typeof toUnits>, statement: number) {
  const weights = new Map<number, number>();
  let whole = 0;
  for (let unit = first[statement] as number; unit < (first[statement + 1] as number); unit++) {
    if ((rest[unit] as number) < 2) continue;
    const weight = [unit, unit + 1].reduce((sum, each) => sum + weightOf(sign[each] as number, start[each] as number, end[each] as number), 0);
    const pair = (sign[unit] as number) * 0x4000000 + (sign[unit + 1] as number);
    if (weights.has(pair)) continue;
    weights.set(pair, weight);
    whole += weight;
  }
  return { weights, whole };
}
