/** A forum or a standing body of talks: its spellings, where it is named, and what is said of it. */
import type { Archive, Entity } from '../desk/held.ts';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Naming, Proposals, Spellings } from './parts/names.tsx';
import { query, to, type View } from './parts/view.ts';

export async function mechanismPage(archive: Archive, view: View, mechanism: Entity) {
  const { voice } = view;
  const l = voice.label;
  const words = `"${mechanism.name.replaceAll('"', ' ')}"`;
  const said = await archive.search({ words, order: 'newest', limit: 20 });
  const twin = `/api/v1/mechanisms/${mechanism.id}`;
  return (
    <Frame view={view} title={[mechanism.name, l('navMechanisms')]} at="mechanisms" twin={twin}>
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          ['mechanisms', l('navMechanisms')],
        ]}
      />
      <Head
        view={view}
        title={mechanism.name}
        words
        lead={[l('readoutsCount', { n: mechanism.documents }), mechanism.parties.length > 0 && mechanism.parties.map(voice.party).join(l('comma'))]
          .filter(Boolean)
          .join(' · ')}
        twin={twin}
        feed={to(view, `search.atom${query({ q: words })}`)}
      />
      <Spellings view={view} entity={mechanism} />
      <Proposals view={view} entity={mechanism} folder="mechanisms" />
      <Naming view={view} words={words} said={said} />
    </Frame>
  );
}
