/** Two lists of statements, each given at most one of the other: those that most likely tell the same. */
import { CONCEPTS, type Concept } from '../record/concepts.generated.ts';
import { assign } from './assignment.ts';
import { type Like, makeLikeness, type Reason, type Sign } from './likeness.ts';

export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
  /**
   * Of two languages, and nothing of what was said is common that no language changes: no date, number, name or concept, nobody who was not
   * there. Act, side and topic agree, and it may be another matter.
   */
  readonly perhaps?: true;
}

export interface PairingOptions {
  /** Below it nothing is paired: in one language, and across two. */
  readonly least?: { readonly one: number; readonly two: number };
  /** Added to the score of a pair of places; by it a caller prefers, forces (`FORCED`) or forbids (-`FORCED`). */
  readonly bonus?: (left: number, right: number) => number;
}

/** So many pairs are looked at one by one; of more, only those with a rare word or fact in common. */
const ALL_PAIRS = 12_000;
const OFTEN = 12;

/** As a bonus: this pair before any other. */
export const FORCED = 100;
export const LEAST = { one: 0.42, two: 0.46 };

/** What it is worth that two statements follow, as answers or next to them, two that are paired. */
const FOLLOWS = 0.2;

export function pair(left: readonly Sign[], right: readonly Sign[], { least = LEAST, bonus = () => 0 }: PairingOptions = {}): Pair[] {
  const like: Like = makeLikeness([...left, ...right]);
  const looked: { i: number; j: number; whole: number; needed: number; related: boolean; reasons: readonly Reason[] }[] = [];
  for (const [i, j] of candidates(left, right)) {
    const [a, b] = [left[i] as Sign, right[j] as Sign];
    const { score, reasons } = like(a, b);
    const needed = a.language === b.language ? least.one : least.two;
    looked.push({ i, j, whole: score + bonus(i, j), needed, related: related(a, b, reasons), reasons });
  }
  const offers = looked
    .filter((each) => each.whole >= FORCED || (each.whole >= each.needed && each.related))
    .map(({ i, j, whole, reasons }): Pair => ({ left: i, right: j, score: whole, reasons }));
  const first = assign(offers);
  // An answer is known by what it answers, though it says next to nothing itself: a second round knows what was paired in the first.
  const paired = new Map(first.map((each) => [each.left, each.right]));
  const again = looked.flatMap(({ i, j, whole, needed, reasons }): Pair[] => {
    if (whole >= FORCED || paired.get(i) === j || !follows(left, right, i, j, paired)) return [];
    return whole + FOLLOWS >= needed ? [{ left: i, right: j, score: whole + FOLLOWS, reasons: [...reasons, { what: 'answer', share: 1 }] }] : [];
  });
  const chosen =
    again.length === 0
      ? first
      : assign([...offers.filter(({ left: i, right: j }) => !again.some((each) => each.left === i && each.right === j)), ...again]);
  return chosen.map((each) => ({
    ...each,
    ...(isUnsure(left[each.left] as Sign, right[each.right] as Sign, each.reasons) && { perhaps: true as const }),
    score: Math.round((each.score >= FORCED ? each.score - FORCED : each.score) * 1000) / 1000,
  }));
}

function isUnsure(a: Sign, b: Sign, reasons: readonly Reason[]): boolean {
  if (a.language === b.language || (a.statement.withheld && b.statement.withheld)) return false;
  const tells = (fact: string) => !a.present.has(fact) && !b.present.has(fact) && !onlyDone(fact);
  return !reasons.some(({ what, common }) => what === 'facts' && common?.some(tells));
}

/** Whether both answer, or stand right after, statements that are paired, and the same side says them. */
function follows(left: readonly Sign[], right: readonly Sign[], i: number, j: number, paired: ReadonlyMap<number, number>): boolean {
  const [a, b] = [left[i] as Sign, right[j] as Sign];
  if (a.speakers.size !== 1 || b.speakers.size !== 1 || [...a.speakers][0] !== [...b.speakers][0]) return false;
  const before = (signs: readonly Sign[], at: number) => {
    const { statement } = signs[at] as Sign;
    const answered = statement.repliesTo === undefined ? -1 : signs.findLastIndex((each, n) => n < at && each.statement.id === statement.repliesTo);
    return answered >= 0 ? answered : signs[at - 1]?.statement.path === statement.path ? at - 1 : -1;
  };
  const [one, other] = [before(left, i), before(right, j)];
  if (one < 0 || other < 0 || paired.get(one) !== other) return false;
  // What both follow was said by somebody else: it is an answer.
  return ![...(left[one] as Sign).speakers].every((party) => a.speakers.has(party));
}

/**
 * Act, side and topic alone make no pair: something that was said must be common, or both kept it back. Where neither act nor side is
 * common, so much the more.
 */
function related(a: Sign, b: Sign, reasons: readonly Reason[]): boolean {
  if (a.statement.withheld && b.statement.withheld && a.statement.act === b.statement.act) return true;
  const of = (what: Reason['what']) => reasons.find((reason) => reason.what === what)?.share ?? 0;
  if (of('act') < 0.6 && of('side') < 0.5) return of('words') >= 0.45 || of('facts') >= 0.5;
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

/** A topic or a concept that says what was done: act and topic have told it already. */
function onlyDone(fact: string): boolean {
  if (!fact.startsWith(TERM)) return false;
  const concept = fact.slice(TERM.length);
  return concept.startsWith('topic/') || 'act' in (CONCEPTS[concept as Concept] ?? {});
}

const TERM = 'term:';
