/** Pages that go through a whole relation are made once between two changes of the archive: a person turns back to them again and again. */
import type { Archive } from '../desk/held.ts';
import type { View } from './parts/view.ts';

/** Pages kept, and units of their words together; the one used longest ago goes first. */
const MOST = 24;
const MOST_UNITS = 12_000_000;

const kept = new WeakMap<Archive, Map<string, string>>();

/** @param make makes the page's words; all that they depend on is the archive and the view. */
export async function keptPage(archive: Archive, view: View, make: () => Promise<string>): Promise<string> {
  const pages = kept.get(archive) ?? new Map<string, string>();
  kept.set(archive, pages);
  const { voice, path, settings, origin, today, past } = view;
  const key = JSON.stringify([await archive.stamp(), voice.code, origin, path, settings, today, past ?? false]);
  const words = pages.get(key) ?? (await make());
  pages.delete(key);
  pages.set(key, words);
  let units = 0;
  for (const each of pages.values()) units += each.length;
  while (pages.size > MOST || (units > MOST_UNITS && pages.size > 1)) {
    const [oldest, page] = pages.entries().next().value as [string, string];
    pages.delete(oldest);
    units -= page.length;
  }
  return words;
}
