/** How much is open in each relation: lines of its ledger that are neither done nor declined, put off or lapsed. */
import type { Archive } from '../../archive/archive.ts';
import type { Voice } from '../../language/voice.ts';
import { makeLedger, type State } from './ledger.ts';

const OPEN: readonly State[] = ['open', 'no-evidence'];

/** Counts by relation; they hold until anything in the archive changes. */
const counted = new WeakMap<Archive, { key: string; readonly counts: Map<string, number> }>();

/** @param asOf YYYY-MM-DD. */
export async function openCounts(archive: Archive, dyads: readonly string[], asOf: string, voice: Voice): Promise<ReadonlyMap<string, number>> {
  const key = `${await archive.stamp()} ${asOf}`;
  let kept = counted.get(archive);
  if (kept?.key !== key) {
    kept = { key, counts: new Map() };
    counted.set(archive, kept);
  }
  const { counts } = kept;
  for (const dyad of dyads) {
    if (counts.has(dyad)) continue;
    const { lines } = await makeLedger(archive, { dyad, asOf }, voice);
    counts.set(dyad, lines.filter(({ state }) => OPEN.includes(state)).length);
  }
  return counts;
}
