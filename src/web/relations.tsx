/** All relations. */
import { datesAhead } from '../desk/ahead.ts';
import type { Archive } from '../desk/held.ts';
import { Relations } from './home.tsx';
import { Frame } from './parts/frame.tsx';
import type { View } from './parts/view.ts';

export async function relationsPage(archive: Archive, view: View) {
  const l = view.voice.label;
  const [dyads, ahead] = await Promise.all([archive.dyads(), datesAhead(archive, view)]);
  return (
    <Frame view={view} title={[l('navRelations')]} at="relations">
      <h1>{l('navRelations')}</h1>
      <p class="lead">{l('relationsCount', { n: dyads.length })}</p>
      <Relations view={view} dyads={dyads} ahead={ahead} archive={archive} all />
    </Frame>
  );
}
