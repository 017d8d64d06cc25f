/**
 * Two accounts of one meeting, claim by claim: what both tell, what one tells alone, what they tell differently or of another speaker.
 *
 * 1 every claim of either account is in one row; 2 nobody is declared right: where they differ both stand; 3 a pair has its score and
 * the reasons for it, and a person's pairing goes before the machine's; 4 differences are named with the words of both they rest on; what
 * only one account says is no difference of a pair.
 */
import { type Claim, makeClaims } from './claims.ts';
import { type Difference, differencesOf } from './differences.ts';
import { type PersonOf, type Reason, signOf } from './likeness.ts';
import type { Sitting } from './meetings.ts';
import { FORCED, pair } from './pairing.ts';
import { type Piece, redline } from './redline.ts';

export const CELLS = ['both', 'differently', 'attributed', 'only-first', 'only-other'] as const;
export type Cell = (typeof CELLS)[number];

export interface AccountRow {
  readonly cell: Cell;
  readonly first?: Claim;
  readonly other?: Claim;
  readonly differences: readonly Difference[];
  readonly score?: number;
  readonly reasons: readonly Reason[];
  /** Nothing but act, side and topic tells that it is one matter: a proposal (`pairing.ts`). */
  readonly perhaps?: true;
  /** A person said so. */
  readonly byHand?: true;
  /** Of what one tells alone: whether the other account has anything on its topics. */
  readonly raised?: boolean;
  /** Words of both in one language. */
  readonly pieces?: readonly Piece[];
}

export interface Accounts {
  /** In the order of the first account; what only the other tells stands after what it stands after there. */
  readonly rows: readonly AccountRow[];
  readonly counts: Readonly<Record<Cell, number>>;
}

/** Ids of statements of the first and the other account that a person put together or apart. */
export interface ByHand {
  readonly together: readonly (readonly [first: string, other: string])[];
  readonly apart: readonly (readonly [first: string, other: string])[];
}

export interface AccountsOptions {
  readonly personOf?: PersonOf | undefined;
  readonly byHand?: ByHand | undefined;
}

export function compareAccounts(first: Sitting, other: Sitting, { personOf, byHand }: AccountsOptions = {}): Accounts {
  const [a, b] = [makeClaims(first.reading, first.talks), makeClaims(other.reading, other.talks)];
  const hand = handled(a, b, byHand);
  const signs = (claims: readonly Claim[], { reading, tongue }: Sitting) => claims.map(({ lead }) => signOf(reading, lead, tongue, personOf));
  const pairs = pair(signs(a, first), signs(b, other), { bonus: (i, j) => hand.bonus(i, j) });
  const found = new Map(pairs.map((each) => [each.left, each]));
  const one = first.reading.document.language === other.reading.document.language;
  const taken = new Set(pairs.map(({ right }) => right));
  const rows: { row: AccountRow; at: number }[] = [];
  const places = new Map<number, number>();
  for (const [i, claim] of a.entries()) {
    const match = found.get(i);
    const counterpart = match && b[match.right];
    if (!match || !counterpart) {
      rows.push({ row: { cell: 'only-first', first: claim, differences: [], reasons: [], raised: raises(b, claim) }, at: i });
      continue;
    }
    places.set(match.right, i);
    const differences = differencesOf(claim, counterpart, first.reading, other.reading);
    const cell: Cell = differences.some(({ what }) => what === 'speaker') ? 'attributed' : differences.length > 0 ? 'differently' : 'both';
    const together = hand.together.has(`${i} ${match.right}`);
    rows.push({
      row: {
        cell,
        first: claim,
        other: counterpart,
        differences,
        score: match.score,
        reasons: match.reasons,
        ...(match.perhaps && !together && { perhaps: true as const }),
        ...(together && { byHand: true as const }),
        ...(one && {
          pieces: redline(
            { text: first.reading.document.text, span: claim.lead.span },
            { text: other.reading.document.text, span: counterpart.lead.span },
            first.tongue,
          ),
        }),
      },
      at: i,
    });
  }
  let last = -1;
  for (const [j, claim] of b.entries()) {
    last = places.get(j) ?? last;
    if (!taken.has(j))
      rows.push({ row: { cell: 'only-other', other: claim, differences: [], reasons: [], raised: raises(a, claim) }, at: last + 0.5 });
  }
  const counts = Object.fromEntries(CELLS.map((cell) => [cell, 0])) as Record<Cell, number>;
  for (const { row } of rows) counts[row.cell]++;
  return { rows: rows.sort((x, y) => x.at - y.at).map(({ row }) => row), counts };
}

/** What people said of pairs, as indexes of claims. */
function handled(a: readonly Claim[], b: readonly Claim[], byHand: ByHand | undefined) {
  const index = (claims: readonly Claim[]) => new Map(claims.flatMap(({ tellings }, i) => tellings.map(({ id }) => [id, i] as const)));
  const [left, right] = [index(a), index(b)];
  const keys = (pairs: ByHand['together'] = []) =>
    new Set(
      pairs.flatMap(([one, other]) => {
        const [i, j] = [left.get(one), right.get(other)];
        return i === undefined || j === undefined ? [] : [`${i} ${j}`];
      }),
    );
  const [together, apart] = [keys(byHand?.together), keys(byHand?.apart)];
  return {
    together,
    /** A person's pair outweighs any the machine finds; what was put apart is never offered. */
    bonus: (i: number, j: number) => (together.has(`${i} ${j}`) ? FORCED : apart.has(`${i} ${j}`) ? -FORCED : 0),
  };
}

function raises(claims: readonly Claim[], { lead }: Claim): boolean {
  return claims.some((each) => each.lead.topics.some((topic) => lead.topics.includes(topic)));
}
