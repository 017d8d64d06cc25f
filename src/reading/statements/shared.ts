/**
 * What one sentence tells to have been said at each of several talks: a statement for each of them, with the sides of each.
 *
 *   > 東山大臣は、A外相、B外相とそれぞれ会談し、協力を確認した     JP and the country of A; JP and the country of B
 *
 * Only of the own side and of both: whom the sentence lets speak besides was at one of the talks.
 */
import type { Statement, Talks } from '../../record/reading.ts';
import { digest } from '../../text/digest.ts';
import type { Shared } from '../talks/found.ts';

export function withShared(statements: readonly Statement[], talks: readonly Talks[], shared: ReadonlyMap<string, Shared>): Statement[] {
  if (shared.size === 0) return statements.slice();
  const result: Statement[] = [];
  for (const statement of statements) {
    result.push(statement);
    const one = shared.get(statement.talks);
    if (!one || statement.span[0] < one.span[0] || statement.span[1] > one.span[1]) continue;
    const first = talks.find(({ id }) => id === statement.talks);
    if (!first) continue;
    for (const other of one.others) {
      const copy = ofOther(statement, first, other);
      if (copy) result.push(copy);
    }
  }
  return result;
}

/** The same at other talks; undefined where one of the first alone said it. */
function ofOther(statement: Statement, first: Talks, { id, parties }: Talks): Statement | undefined {
  const [own] = first.parties;
  const theirs = first.parties.filter((party) => party !== own);
  const guests = parties.filter((party) => party !== own);
  if (statement.mode === 'one' && statement.speakers.some(({ party }) => party !== own)) return undefined;
  const [, ...others] = statement.speakers.filter(({ party }) => party === own);
  if (others.length > 0) return undefined;
  const replaced = <T>(list: readonly T[], partyOf: (one: T) => string, make: (party: string, one: T) => T): T[] =>
    list.flatMap((one) => {
      const at = theirs.indexOf(partyOf(one));
      if (at < 0) return [one];
      return at === 0 ? guests.map((party) => make(party, one)) : [];
    });
  return {
    ...statement,
    id: `s-${digest(statement.id, id)}`,
    talks: id,
    speakers: replaced(
      statement.speakers,
      ({ party }) => party,
      (party, one) => ({ ...one, party }),
    ),
    addressees: replaced(
      statement.addressees,
      (party) => party,
      (party) => party,
    ),
    topics: statement.topics.slice(),
    dates: statement.dates.slice(),
    mentions: statement.mentions.slice(),
  };
}
