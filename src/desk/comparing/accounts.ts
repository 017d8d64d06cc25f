/** The same meeting told by both sides: which two documents, and what comparing them gives. */
import type { Archive, Signed, TalksRow } from '../../archive/archive.ts';
import { type AccountRow, type Accounts, type ByHand, CELLS, type Cell, compareAccounts } from '../../comparison/accounts.ts';
import type { Claim } from '../../comparison/claims.ts';
import type { Voice } from '../../language/voice.ts';
import type { Correction, Place } from '../../record/correction.ts';
import { keyOf, type Twice } from '../../record/meeting.ts';
import { inForce } from '../../record/standing.ts';
import { makeFault } from '../faults.ts';
import { twiceIn } from '../meetings.ts';
import { plainSeat, plainStatement, type Seat, sittingOf } from './compare.ts';
import { personsOf } from './persons.ts';
import { placeOfStatement, statementAt } from './places.ts';

export { type AccountRow, type Accounts, CELLS, type Cell };

/** Two talks of the archive that are one meeting, told by two publishers. */
export type ToldTwice = Twice<TalksRow>;

const PAGE = 500;

/**
 * Meetings of a relation that two publishers tell (one of whom may not be named on its page), newest first.
 *
 * @param date EDTF of a day; talks of that day, the day before and the day after are looked at.
 */
export async function findToldTwice(archive: Archive, dyad: string, date?: string): Promise<ToldTwice[]> {
  const range = date === undefined ? {} : { from: shifted(date, -1), to: shifted(date, 1) };
  const { from = '', to = '9999-12-31' } = range;
  const pairs = (await twiceIn(archive, dyad)).filter((pair) => [pair.first, pair.other].every(({ day = '' }) => from <= day && day <= to));
  if (pairs.length === 0) return [];
  const rows = new Map<string, TalksRow>();
  for (let cursor: string | undefined; ; ) {
    const page = await archive.talks({ dyad, ...range, limit: PAGE, order: 'newest', ...(cursor !== undefined && { cursor }) });
    for (const row of page.items) rows.set(keyOf(row), row);
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return pairs.flatMap((pair) => {
    const [first, other] = [rows.get(keyOf(pair.first)), rows.get(keyOf(pair.other))];
    return first && other ? { first, other, apart: pair.apart } : [];
  });
}

function shifted(date: string, days: number): string {
  const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? date : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}

export interface ComparedAccounts {
  readonly first: Seat;
  readonly other: Seat;
  readonly found: Accounts;
  /** What people decided of pairs of these two documents, oldest first. */
  readonly decisions: readonly Correction[];
}

export async function compareTold(first: Seat, other: Seat, archive?: Archive): Promise<ComparedAccounts> {
  const decisions = archive && first.document && other.document ? await decisionsOf(archive, first.document, other.document) : [];
  const personOf = archive && (await personsOf(archive, [first.reading, other.reading]));
  const [a, b] = [await sittingOf(first), await sittingOf(other)];
  return { first, other, found: compareAccounts(a, b, { personOf, byHand: byHandOf(decisions, first, other) }), decisions };
}

/** Those in force that put statements of the two documents together or apart. */
async function decisionsOf(archive: Archive, one: string, other: string): Promise<Correction[]> {
  const both = [one, other].sort().join();
  return inForce((await archive.corrections()).filter(({ document }) => document === undefined)).filter(
    ({ change }) =>
      (change.set === 'paired' || change.set === 'unpaired') &&
      change.places
        .map(({ document }) => document)
        .sort()
        .join() === both,
  );
}

/** The last word counts where two decisions are about one statement. */
function byHandOf(decisions: readonly Correction[], first: Seat, other: Seat): ByHand {
  const said = new Map<string, { pair: readonly [string, string]; together: boolean }>();
  for (const { change } of decisions) {
    if (change.set !== 'paired' && change.set !== 'unpaired') continue;
    const at = (seat: Seat) => change.places.find(({ document }) => document === seat.document);
    const [a, b] = [at(first), at(other)];
    const pair = [a && statementAt(first.reading, a)?.id, b && statementAt(other.reading, b)?.id] as const;
    if (pair[0] === undefined || pair[1] === undefined) continue;
    if (change.set === 'paired')
      for (const [key, one] of said) if (one.together && (one.pair[0] === pair[0] || one.pair[1] === pair[1])) said.delete(key);
    said.set(pair.join(), { pair: [pair[0], pair[1]], together: change.set === 'paired' });
  }
  const all = [...said.values()];
  const of = (together: boolean) => all.filter((one) => one.together === together).map(({ pair }) => pair);
  return { together: of(true), apart: of(false) };
}

/** A person puts two statements together, or apart. Ids of statements; which of the two documents each is of is looked up. */
export async function decidePair(
  archive: Archive,
  { first, other }: Pick<ComparedAccounts, 'first' | 'other'>,
  statements: readonly [string, string],
  set: 'paired' | 'unpaired',
  { signed, why }: { readonly signed: Signed; readonly why: string },
  voice: Voice,
): Promise<Correction> {
  const places = [first, other].map((seat): Place | undefined => {
    const found = seat.reading.statements.find(({ id }) => statements.includes(id));
    return found && seat.document !== undefined ? placeOfStatement(seat.document, seat.reading, found) : undefined;
  });
  const [a, b] = places;
  if (!a || !b) throw makeFault(voice, 'accounts/no-such-pair', { ids: statements.join(', ') });
  return archive.correct({ on: { of: 'archive' }, change: { set, places: [a, b] }, ...signed, why });
}

// ── For programs ───────────────────────────────────────────────────────────

function plainClaim(claim: Claim | undefined) {
  return (
    claim && {
      ...plainStatement(claim.lead),
      topics: [...claim.lead.topics],
      tellings: claim.tellings.map(({ id, path }) => ({ id, path })),
    }
  );
}

/** The comparison as JSON: spans are `[start, end)` in UTF-16 units of the text of their side. */
export function plainAccounts({ first, other, found }: ComparedAccounts) {
  return {
    first: plainSeat(first),
    other: plainSeat(other),
    counts: { ...found.counts },
    rows: found.rows.map((row) => {
      const [one, two] = [plainClaim(row.first), plainClaim(row.other)];
      return {
        cell: row.cell,
        ...(one && { first: one }),
        ...(two && { other: two }),
        differences: row.differences.map((each) => ({
          what: each.what,
          first: [...each.first] as [number, number],
          other: [...each.other] as [number, number],
          says: [...each.says] as [string, string],
          ...(each.inferred && { inferred: true }),
        })),
        ...(row.score !== undefined && { score: row.score }),
        reasons: row.reasons.map((reason) => ({ ...reason, ...(reason.common && { common: [...reason.common] }) })),
        ...(row.perhaps && { perhaps: true }),
        ...(row.byHand && { byHand: true }),
        ...(row.raised !== undefined && { raised: row.raised }),
      };
    }),
  };
}

export function plainToldTwice({ first, other, apart }: ToldTwice) {
  return { first, other, apart };
}
