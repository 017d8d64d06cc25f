/** A treaty or another document: its life so far, with the days between its steps. */
import type { Archive, Entity } from '../desk/held.ts';
import { makeClock } from '../desk/ledger.ts';
import { ClockTable } from './clock.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Naming, Proposals, Spellings } from './parts/names.tsx';
import { query, to, type View } from './parts/view.ts';

export async function instrumentPage(archive: Archive, view: View, instrument: Entity) {
  const { voice } = view;
  const l = voice.label;
  const twin = `/api/v1/instruments/${instrument.id}`;
  const words = `"${instrument.name.replaceAll('"', ' ')}"`;
  const [said, clocks] = await Promise.all([archive.search({ words, order: 'newest', limit: 12 }), makeClock(archive, instrument.id, view.today)]);
  return (
    <Frame view={view} title={[instrument.name, l('instruments')]} at="instruments" twin={twin}>
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          ['instruments', l('instruments')],
        ]}
      />
      <Head
        view={view}
        title={instrument.name}
        words
        lead={[instrument.parties.length > 0 && voice.parties(instrument.parties), l('readoutsCount', { n: instrument.documents })]
          .filter(Boolean)
          .join(' · ')}
        twin={twin}
        feed={to(view, `search.atom${query({ q: words })}`)}
      />
      <section class="sec" aria-labelledby="life">
        <h2 id="life">{l('lifeSoFar')}</h2>
        {clocks.length === 0 ? <p class="note">{l('noneOnRecord')}</p> : clocks.map((clock) => <ClockTable view={view} clock={clock} />)}
      </section>
      <Spellings view={view} entity={instrument} />
      <Proposals view={view} entity={instrument} folder="instruments" />
      <Naming view={view} words={words} said={said} />
    </Frame>
  );
}
