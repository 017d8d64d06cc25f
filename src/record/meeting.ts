/**
 * Talks that two publishers tell and that are one meeting: the same parties, days at most one apart (for it is another day across the
 * world), one level where both tell it, a call in both or in neither; of two days not in two cities.
 *
 * 1 Talks are of one meeting at most, and a meeting has one telling of each publisher at most; 2 of several that could be one each goes with its
 * likest; 3 a page that does not say whose it is is its first party's, may be the other's where the day is the same, and comes after one that does; 4 the same talks, the same
 * meetings, in whatever order they come; 5 time is linear but for talks of neighbouring days.
 */
import { toDayNumber } from '../time/calendar.ts';
import type { Extract, MetExtract } from './extract.ts';
import { samePlace } from './names.ts';

/** Talks as one page tells them. */
export interface Account {
  readonly document: string;
  /** Id of the talks in the document. */
  readonly id: string;
  /** Party that publishes; absent where the page does not say. */
  readonly publisher?: string | undefined;
  readonly parties: readonly string[];
  readonly kind: string;
  readonly level?: string | undefined;
  /** YYYY-MM-DD; talks of which no day is known are told once. */
  readonly day?: string | undefined;
  /** Where they met, in the words of the page. */
  readonly place?: string | undefined;
  readonly participants: readonly { readonly party: string; readonly role?: string | undefined }[];
}

export interface Twice<T extends Account> {
  /** That of the party whose code comes first. */
  readonly first: T;
  readonly other: T;
  /** Days between the dates they give: 0 or 1. */
  readonly apart: 0 | 1;
}

/** Newest first. */
export function findTwice<T extends Account>(accounts: readonly T[]): Twice<T>[] {
  if (accounts.every(({ publisher }) => publisher === accounts[0]?.publisher)) return [];
  const dated = accounts
    .flatMap((of) => (of.day === undefined ? [] : [{ of, number: numberOf(of.day), between: [...of.parties].sort().join('-') }]))
    .sort((a, b) => b.number - a.number || (keyOf(a.of) < keyOf(b.of) ? -1 : 1));
  const offers: { first: T; other: T; apart: 0 | 1; likeness: number }[] = [];
  for (const [i, { of: one, number, between }] of dated.entries())
    for (let k = i + 1; k < dated.length; k++) {
      const next = dated[k] as (typeof dated)[number];
      const apart = number - next.number;
      if (apart > 1) break;
      if (next.between !== between || !mayBeOne(one, next.of, apart)) continue;
      const [first, other] = sideOf(one) < sideOf(next.of) ? [one, next.of] : [next.of, one];
      offers.push({ first, other, apart: apart as 0 | 1, likeness: likenessOf(one, next.of, apart) });
    }
  const taken = new Set<string>();
  return offers
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ first, other }) => {
      if (taken.has(keyOf(first)) || taken.has(keyOf(other))) return false;
      taken.add(keyOf(first)).add(keyOf(other));
      return true;
    })
    .map(({ first, other, apart }) => ({ first, other, apart }))
    .sort((a, b) => ((b.first.day ?? '') > (a.first.day ?? '') ? 1 : (b.first.day ?? '') < (a.first.day ?? '') ? -1 : 0));
}

/** All talks of some readouts. A day is told by the talks, else by the page's day of publication; a month or a year is no day. */
export function accountsOf(extracts: readonly Extract[]): (Account & { readonly met: MetExtract })[] {
  return extracts.flatMap(({ document, publisher, unsigned, published, talks }) =>
    talks.map((met) => {
      const [day] = /^\d{4}-\d\d-\d\d/.exec(met.date ?? published ?? '') ?? [];
      const { id, parties, kind, level, participants } = met;
      return { document, id, publisher: unsigned ? undefined : publisher, parties, kind, level, day, place: met.place?.name, participants, met };
    }),
  );
}

/** Of the talks that tell a meeting told twice the other telling. */
export function otherTellings<T extends Account>(accounts: readonly T[]): Map<T, T> {
  return new Map(
    findTwice(accounts).flatMap(({ first, other }) => [
      [first, other],
      [other, first],
    ]),
  );
}

export function keyOf({ document, id }: Pick<Account, 'document' | 'id'>): string {
  return `${document} ${id}`;
}

function numberOf(day: string): number {
  return toDayNumber({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) });
}

function mayBeOne(a: Account, b: Account, apart: number): boolean {
  if (a.document === b.document || a.publisher === b.publisher) return false;
  if (apart > 0 && (a.publisher ?? a.parties[0]) === (b.publisher ?? b.parties[0])) return false;
  if (a.level !== undefined && b.level !== undefined && a.level !== b.level) return false;
  if (apart > 0 && inOnePlace(a, b) === false) return false;
  return (a.kind === 'call') === (b.kind === 'call');
}

/** In whatever languages their pages name it: 東京 and Tokyo. */
function inOnePlace({ place: one }: Account, { place: other }: Account): boolean | undefined {
  return one === undefined || other === undefined ? undefined : samePlace(one, other);
}

/** The more the more they agree in. */
function likenessOf(a: Account, b: Account, apart: number): number {
  const roles = new Set(a.participants.map(({ party, role }) => `${party}/${role}`));
  const common = new Set(b.participants.map(({ party, role }) => `${party}/${role}`).filter((role) => roles.has(role))).size;
  const unsaid = a.publisher === undefined || b.publisher === undefined ? 5 : 0;
  const place = inOnePlace(a, b);
  return (
    20 -
    unsaid -
    4 * apart +
    (place === undefined ? 0 : place ? 3 : -3) +
    (a.level !== undefined && a.level === b.level ? 2 : 0) +
    (a.kind === b.kind ? 1 : 0) +
    Math.min(3, common)
  );
}

/** A page that does not name its publisher is its first party's. */
function sideOf(account: Account): string {
  return `${account.publisher ?? account.parties[0] ?? '~'} ${keyOf(account)}`;
}
