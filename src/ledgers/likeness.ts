/**
 * The stretch of a run of units that is most like a phrase, with what it costs to make one of the other: a unit put in, left out
 * or changed costs what it says (`weightOf`). Sellers' alignment; the time is the product of the two lengths.
 */
export interface Phrase {
  readonly sign: readonly number[];
  readonly weight: readonly number[];
  /** Sum of the weights. */
  readonly whole: number;
}

export interface Likest {
  /** Units [from, to). */
  readonly from: number;
  readonly to: number;
  /** 0 for the phrase itself, 1 for nothing of it. */
  readonly distance: number;
}

export function likestIn(phrase: Phrase, sign: Int32Array, from: number, to: number, weight: (unit: number) => number): Likest {
  const m = phrase.sign.length;
  let cost = new Float64Array(m + 1);
  let begin = new Int32Array(m + 1).fill(from);
  let nextCost = new Float64Array(m + 1);
  let nextBegin = new Int32Array(m + 1);
  for (let i = 1; i <= m; i++) cost[i] = (cost[i - 1] as number) + (phrase.weight[i - 1] as number);
  let best: Likest = { from, to: from, distance: 1 };
  for (let unit = from; unit < to; unit++) {
    const heavy = weight(unit);
    nextCost[0] = 0;
    nextBegin[0] = unit + 1;
    for (let i = 1; i <= m; i++) {
      const own = phrase.weight[i - 1] as number;
      const change = (cost[i - 1] as number) + (phrase.sign[i - 1] === sign[unit] ? 0 : Math.max(own, heavy));
      const put = (cost[i] as number) + heavy;
      const left = (nextCost[i - 1] as number) + own;
      const least = Math.min(change, put, left);
      nextCost[i] = least;
      nextBegin[i] = least === change ? (begin[i - 1] as number) : least === put ? (begin[i] as number) : (nextBegin[i - 1] as number);
    }
    [cost, nextCost] = [nextCost, cost];
    [begin, nextBegin] = [nextBegin, begin];
    const distance = (cost[m] as number) / phrase.whole;
    if (distance < best.distance) best = { from: begin[m] as number, to: unit + 1, distance };
  }
  return best;
}

export function phraseOf(sign: readonly number[], weight: readonly number[]): Phrase {
  return { sign, weight, whole: weight.reduce((sum, one) => sum + one, 0) || 1 };
}
