/**
 * The best assignment: of all ways to give each on the left at most one on the right, that with the highest sum of scores.
 *
 * 1 no one is assigned twice; 2 only offered pairs are chosen; 3 the same offers give the same choice, in whatever order; 4 time is
 * bounded: offers fall into groups that share nobody, and a group that is too large is chosen from greedily, best first.
 */
import munkres from 'munkres';

export interface Offer {
  readonly left: number;
  readonly right: number;
  /** Above 0; the higher the better. */
  readonly score: number;
}

/** Of one side of a group: 150 against 150 take some milliseconds. */
const LARGE = 150;

export function assign<T extends Offer>(offers: readonly T[]): T[] {
  const sorted = [...offers].sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
  return groups(sorted)
    .flatMap((group) => solve(group))
    .sort((a, b) => a.left - b.left);
}

function groups<T extends Offer>(offers: readonly T[]): T[][] {
  const parent = new Map<string, string>();
  const root = (of: string): string => {
    let at = of;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    parent.set(of, at);
    return at;
  };
  for (const { left, right } of offers) {
    const [a, b] = [root(`l${left}`), root(`r${right}`)];
    parent.set(a, b);
    if (!parent.has(b)) parent.set(b, b);
  }
  const all = new Map<string, T[]>();
  for (const offer of offers) {
    const of = root(`l${offer.left}`);
    const group = all.get(of);
    if (group) group.push(offer);
    else all.set(of, [offer]);
  }
  return [...all.values()];
}

function solve<T extends Offer>(offers: readonly T[]): T[] {
  const lefts = [...new Set(offers.map(({ left }) => left))].sort((a, b) => a - b);
  const rights = [...new Set(offers.map(({ right }) => right))].sort((a, b) => a - b);
  if (lefts.length === 1 || rights.length === 1) return offers.slice(0, 1);
  if (Math.max(lefts.length, rights.length) > LARGE) return greedy(offers);
  const [row, column] = [new Map(lefts.map((left, i) => [left, i])), new Map(rights.map((right, i) => [right, i]))];
  const costs = lefts.map(() => new Array<number>(rights.length).fill(0));
  const at = new Map<number, T>();
  for (const offer of offers) {
    const [i, j] = [row.get(offer.left) as number, column.get(offer.right) as number];
    if (at.has(i * rights.length + j)) continue;
    at.set(i * rights.length + j, offer);
    (costs[i] as number[])[j] = -offer.score;
  }
  return munkres(costs).flatMap(([i, j]) => at.get(i * rights.length + j) ?? []);
}

function greedy<T extends Offer>(sorted: readonly T[]): T[] {
  const [left, right] = [new Set<number>(), new Set<number>()];
  return sorted.filter((offer) => {
    if (left.has(offer.left) || right.has(offer.right)) return false;
    left.add(offer.left);
    right.add(offer.right);
    return true;
  });
}
