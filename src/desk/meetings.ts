/** Meetings that both sides tell are one meeting, wherever talks are counted or stand side by side; both tellings stay, each with its own place. */
import type { Archive, Told, ToldTalks } from '../archive/archive.ts';
import { type Account, accountsOf, findTwice, keyOf, type Twice } from '../record/meeting.ts';

/** A statement with where it stands. */
export interface ToldAt extends Told {
  readonly document: string;
  readonly language: string;
}

export type TalksHead = Omit<ToldTalks, 'statements'>;

/** Talks, or a meeting of which two publishers tell: then the head is that of the telling which leads, and `also` that of the other. */
export interface MeetingTold extends TalksHead {
  readonly also?: TalksHead;
  /** Of the telling that leads first; each in the order of its text. */
  readonly statements: readonly ToldAt[];
}

const made = new WeakMap<Archive, Map<string, { readonly stamp: string; readonly found: Promise<readonly Twice<Account>[]> }>>();
/** Relations kept in memory at once. */
const MOST = 300;

/** Of a relation the meetings that two publishers tell, newest first; found once as long as nothing of the relation changes. */
export async function twiceIn(archive: Archive, dyad: string): Promise<readonly Twice<Account>[]> {
  const known = made.get(archive) ?? new Map();
  made.set(archive, known);
  const stamp = await archive.stamp({ dyad });
  const old = known.get(dyad);
  if (old?.stamp === stamp) return old.found;
  const found = archive.extracts({ dyad }).then((extracts) => findTwice(accountsOf(extracts)));
  known.delete(dyad);
  known.set(dyad, { stamp, found });
  // What failed is asked again.
  found.catch(() => known.delete(dyad));
  if (known.size > MOST) known.delete(known.keys().next().value as string);
  return found;
}

/**
 * The talks of a relation as meetings, in the order in which the first of their tellings came.
 *
 * @param dyad undefined where the talks are of one publisher: nothing is told twice then.
 */
export async function meetingsOf(archive: Archive, dyad: string | undefined, talks: readonly ToldTalks[]): Promise<readonly MeetingTold[]> {
  const pairs = dyad === undefined ? [] : await twiceIn(archive, dyad);
  return meetingsAmong(talks, pairs).map(({ also: other, ...one }) => whole(one, other));
}

/** Talks that stand side by side, each with the other telling of its meeting; at the place of the first of the two. @param pairs of which one or both may be among them. */
export function meetingsAmong<T extends Pick<Account, 'document' | 'id' | 'publisher'>>(
  talks: readonly T[],
  pairs: readonly Twice<Account>[],
): readonly (T & { readonly also?: T })[] {
  const at = pairs.length === 0 ? undefined : new Map(talks.map((one) => [keyOf(one), one]));
  const others = new Map<T, T>();
  for (const { first, other } of pairs) {
    const [a, b] = [at?.get(keyOf(first)), at?.get(keyOf(other))];
    if (a && b) others.set(a, b).set(b, a);
  }
  if (others.size === 0) return talks;
  const leader = mostOften(talks);
  const leads = (a: T, b: T) => a.publisher === leader || (b.publisher !== leader && (a.publisher ?? '~') <= (b.publisher ?? '~'));
  const seen = new Set<T>();
  return talks.flatMap((one): (T & { readonly also?: T })[] => {
    if (seen.has(one)) return [];
    const other = others.get(one);
    if (!other) return [one];
    seen.add(other);
    return [leads(one, other) ? { ...one, also: other } : { ...other, also: one }];
  });
}

/** Who publishes most of them: that side's telling leads. */
function mostOften(talks: readonly Pick<Account, 'publisher'>[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { publisher } of talks) if (publisher !== undefined) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function whole({ statements, ...head }: ToldTalks, other: ToldTalks | undefined): MeetingTold {
  const placed = ({ document, language }: TalksHead, all: readonly Told[]): ToldAt[] => all.map((one) => ({ ...one, document, language }));
  if (!other) return { ...head, statements: placed(head, statements) };
  const { statements: theirs, ...also } = other;
  return { ...head, also, statements: [...placed(head, statements), ...placed(also, theirs)] };
}
