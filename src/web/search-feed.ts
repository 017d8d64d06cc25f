/** A search as an Atom feed: the statements that came last, so that a question can be followed. */
import type { Archive } from '../desk/held.ts';
import { placeName } from '../drawing/sides.ts';
import { type FeedEntry, toFeed } from '../publishing/atom.ts';
import { type Asking, addressOf, toQuery } from './parts/asking.ts';
import { sideWords } from './parts/hits.tsx';
import { readoutPath, to, type View } from './parts/view.ts';
import { titleOf } from './parts/words.ts';

/** Statements of the newest talks looked at, and entries given. */
const LOOKED = 100;
const ENTRIES = 50;

/** @param origin scheme and host. */
export async function searchFeed(archive: Archive, view: View, asking: Asking, origin: string): Promise<string> {
  const { voice } = view;
  const l = voice.label;
  const asked = { ...asking, order: 'newest' as const, cursor: undefined };
  const { items } = await archive.search(toQuery(asked, [], LOOKED));
  const came = new Map<string, string>();
  for (const { document } of items) if (!came.has(document)) came.set(document, (await archive.document(document))?.changed ?? '');
  const entries = items
    .map(
      (hit): FeedEntry => ({
        id: `${hit.document} ${hit.id}`,
        title: [hit.talks.date && voice.date(hit.talks.date), sideWords(hit, view), voice.phrases.acts[hit.act]].filter(Boolean).join(' · '),
        updated: came.get(hit.document) as string,
        summary: `${titleOf(hit, voice)}${l('comma')}${placeName(hit.path, voice)}`,
        quote: { words: hit.quote, language: hit.language },
        url: `${origin}${to(view, readoutPath(hit.document, hit.id))}`,
      }),
    )
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
    .slice(0, ENTRIES);
  const address = addressOf(asked);
  return toFeed(entries, {
    id: `search ${voice.code} ${address}`,
    title: `Memcon · ${asking.words || l('allStatements')}`,
    language: voice.code,
    self: `${origin}${to(view, `search.atom${address}`)}`,
    page: `${origin}${to(view, `search${address}`)}`,
    when: `${view.today}T00:00:00Z`,
  });
}
