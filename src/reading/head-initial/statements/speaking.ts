/**
 * Whom a subject stands for: those it names, the one who spoke last, all sides, or nobody who met.
 *
 *   > Foreign Minister Moe raised fish. She and the Secretary agreed …
 *                                       ^^^^^^^^^^^^^^^^^^^^^
 */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { Mention, Speaker, Talks } from '../../../record/reading.ts';
import type { Clause } from '../clauses.ts';
import type { Subject } from '../subjects.ts';

/** @param single who spoke last, alone: whom a pronoun stands for. @returns undefined where the subject is nobody who met. */
export function said(
  { kind, speakers, withHe, withStranger }: Subject,
  single: readonly Speaker[] | undefined,
  talks: Talks,
): readonly Speaker[] | undefined {
  if (kind === 'stranger') return undefined;
  if (kind === 'rest')
    return talks.parties
      .filter((party) => single !== undefined && !single.some((one) => one.party === party))
      .map((party) => ({ party, basis: 'inferred', rule: 'speakers/the-others' }) as Speaker);
  // with one side known, nobody can say who both are
  if ((kind === 'they' || kind === 'joint' || kind === 'talks' || withStranger) && talks.parties.length < 2) return [];
  if (kind === 'talks') return talks.parties.map((party) => ({ party, basis: 'inferred', rule: 'speakers/both-sides' }) as Speaker);
  if (kind === 'he') return single?.map((speaker): Speaker => ({ ...speaker, basis: 'inferred', rule: 'speakers/pronoun' })) ?? [];
  // he and the Foreign Minister
  const he = withHe ? (single ?? []).filter(({ party }) => !speakers.some((one) => one.party === party)) : [];
  return he.length > 0
    ? [...he.map((speaker): Speaker => ({ ...speaker, basis: 'inferred', rule: 'speakers/pronoun' })), ...speakers].sort(
        (a, b) => talks.parties.indexOf(a.party) - talks.parties.indexOf(b.party),
      )
    : speakers;
}

/** All sides, where no word stands for them: they rest on the verb. */
export function both(talks: Talks, clause: Clause, tokens: readonly Token[], rule: string): Speaker[] {
  const span: [number, number] = [(tokens[clause.verb[0]] as Token).start, (tokens[clause.verb[1] - 1] as Token).end];
  return talks.parties.map((party) => ({ party, basis: 'inferred', rule, span: [...span] as [number, number] }));
}

/** Mr Lund and Mr Moe, of whom nobody tells the side: as many as there are sides, they are all of them. */
export function unsided({ start, end, several }: Subject, tokens: readonly Token[], mentions: readonly Mention[], { parties }: Talks): boolean {
  const [from, to] = [tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0];
  const named = mentions.filter(({ kind, span }) => kind === 'person' && span[0] >= from && span[1] <= to);
  return several === parties.length && named.length === several && named.every(({ party }) => party === undefined);
}
