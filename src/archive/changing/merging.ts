/** Names that people said are one: computed anew from their decisions, so that undoing is exact. */
import { inForce } from '../../record/standing.ts';
import { archiveFault } from '../fault.ts';
import type { Store } from '../file/store.ts';
import { corrections } from './corrections.ts';

const merges = new WeakMap<Store, { readonly stamp: number; readonly words: string }>();

/** A word that is another one as soon as names are made one or parted, or treaties of one name are. */
export function mergesOf(store: Store): string {
  const { stamp } = store.sql('SELECT stamp FROM state').get() as { stamp: number };
  let known = merges.get(store);
  if (known?.stamp !== stamp) {
    const row = store
      .sql('SELECT count(*) AS n, sum(into_entity) AS roots, sum(key % 1009 * (into_entity % 997)) AS mixed FROM entity WHERE into_entity <> key')
      .get() as Record<string, number | null>;
    const parted = store
      .sql("SELECT count(*) FROM correction WHERE document IS NULL AND json_extract(change, '$.set') IN ('parted', 'rejoined', 'undone')")
      .pluck()
      .get() as number;
    known = { stamp, words: `${Object.values(row).join('.')}.${parted}` };
    merges.set(store, known);
  }
  return known.words;
}

export function mergeAgain(store: Store, stamp: number): void {
  const decisions = inForce(corrections(store).filter(({ document }) => document === undefined));
  const into = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next;
    return at;
  };
  const kindOf = store.sql('SELECT kind FROM entity WHERE id = ?');
  for (const { change } of decisions) {
    if ((change.set === 'parted' || change.set === 'rejoined') && (kindOf.get(change.name) as { kind: string } | undefined)?.kind !== 'instrument')
      throw archiveFault('no-such-names', { names: change.name });
    if (change.set === 'reading' && kindOf.get(change.name) === undefined) throw archiveFault('no-such-names', { names: change.name });
    if (change.set !== 'same' && change.set !== 'different') continue;
    const [one, other] = change.names;
    const kinds = [one, other].map((id) => (kindOf.get(id) as { kind: string } | undefined)?.kind);
    if (kinds[0] === undefined || kinds[0] !== kinds[1] || one === other) throw archiveFault('no-such-names', { names: change.names.join(', ') });
    if (change.set === 'same' && root(one) !== root(other)) into.set(root(other), root(one));
  }
  store.sql('UPDATE entity SET into_entity = key WHERE into_entity <> key').run();
  const set = store.sql('UPDATE entity SET into_entity = (SELECT key FROM entity WHERE id = ?) WHERE id = ?');
  for (const id of into.keys()) set.run(root(id), id);
  void stamp;
}
