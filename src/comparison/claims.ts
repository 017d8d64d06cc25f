/**
 * What an account of talks claims: a statement once, however often its page tells it.
 *
 * 1 every statement of the talks is in one claim; 2 statements that restate each other are one; 3 the lead is the telling of the body,
 * else the longest.
 */
import type { Commitment, Reading, Statement } from '../record/reading.ts';

export interface Claim {
  readonly lead: Statement;
  /** All tellings, the lead among them, in the order of the text. */
  readonly tellings: readonly Statement[];
  /** Promises that the tellings make. */
  readonly commitments: readonly Commitment[];
}

/** @param talks only what was said there; all where it is left out. */
export function makeClaims(reading: Reading, talks?: string): Claim[] {
  const statements = reading.statements.filter((one) => talks === undefined || one.talks === talks);
  const owner = new Map(statements.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    for (let next = owner.get(at) as string; next !== at; next = owner.get(at) as string) at = next;
    owner.set(id, at);
    return at;
  };
  for (const { id, restates = [] } of statements) for (const other of restates) if (owner.has(other)) owner.set(root(id), root(other));
  const groups = new Map<string, Statement[]>();
  for (const one of statements) {
    const of = root(one.id);
    const group = groups.get(of);
    if (group) group.push(one);
    else groups.set(of, [one]);
  }
  return [...groups.values()]
    .map((tellings) => {
      const lead = tellings.reduce((best, one) => (weight(one) > weight(best) ? one : best));
      const ids = new Set(tellings.map(({ id }) => id));
      return { lead, tellings, commitments: reading.commitments.filter((each) => each.statements.some((id) => ids.has(id))) };
    })
    .sort((a, b) => a.lead.span[0] - b.lead.span[0]);
}

function weight({ path, span }: Statement): number {
  return (path === 'lede' || path === 'points' || path.startsWith('points/') ? 0 : 10_000) + span[1] - span[0];
}
