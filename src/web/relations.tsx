/** All relations. */
import { datesAhead } from '../desk/following/ahead.ts';
import type { Archive } from '../desk/held.ts';
import { Relations } from './home.tsx';
import { Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import type { View } from './parts/view.ts';

export async function relationsPage(archive: Archive, view: View) {
  const l = view.voice.label;
  const [dyads, ahead] = await Promise.all([archive.dyads(), datesAhead(archive, view)]);
  return (
    <Frame view={view} title={[l('navRelations')]} at="relations" twin="/api/v1/dyads">
      <Head view={view} title={l('navRelations')} lead={l('relationsCount', { n: dyads.length })} twin="/api/v1/dyads" />
      <Relations view={view} dyads={dyads} ahead={ahead} archive={archive} all />
    </Frame>
  );
}
