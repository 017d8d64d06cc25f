/** All relations. */
import type { Archive } from '../desk/held.ts';
import { Relations } from './home.tsx';
import { Frame } from './parts/frame.tsx';
import type { View } from './parts/view.ts';

export async function relationsPage(archive: Archive, view: View) {
  const l = view.voice.label;
  const [dyads, due] = await Promise.all([archive.dyads(), archive.commitments({ from: view.today, order: 'due', limit: 200 })]);
  return (
    <Frame view={view} title={[l('navRelations')]} at="relations">
      <h1>{l('navRelations')}</h1>
      <p class="lead">{l('relationsCount', { n: dyads.length })}</p>
      <Relations view={view} dyads={dyads} ahead={due.items.filter((row) => row.due && row.stage !== 'done')} archive={archive} all />
    </Frame>
  );
}
