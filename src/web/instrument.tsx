/** A treaty or another document: its life so far, with the days between its steps. */

import { type Clock, makeClock } from '../desk/following/ledger.ts';
import type { Archive, Entity } from '../desk/held.ts';
import { ClockTable } from './clock.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Naming, Proposals, Spellings } from './parts/names.tsx';
import { Signature } from './parts/signature.tsx';
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
        {clocks.length > 0 && <Parting view={view} id={instrument.id} clocks={clocks} />}
      </section>
      <Spellings view={view} entity={instrument} />
      <Proposals view={view} entity={instrument} folder="instruments" />
      <Naming view={view} words={words} said={said} />
    </Frame>
  );
}

/** A second treaty under the name of the first: a person parts it, or joins what the machine parted. */
function Parting({ view, id, clocks }: { view: View; id: string; clocks: readonly Clock[] }) {
  const l = view.voice.label;
  const action = to(view, `instruments/${id}/parting`);
  return (
    <>
      {clocks.map(
        ({ life }) =>
          life?.began && (
            <details class="proposal">
              <summary>
                {l('rejoinGive')} <span class="note">{l('setParted', { date: view.voice.date(life.began.day) })}</span>
              </summary>
              <form method="post" action={action} class="plain-form">
                <input type="hidden" name="day" value={life.began.day} />
                <Signature view={view} of={`rejoin-${life.n}`} />
                <button type="submit" name="set" value="rejoined">
                  {l('keepCorrection')}
                </button>
              </form>
            </details>
          ),
      )}
      <details class="proposal">
        <summary>{l('partGive')}</summary>
        <form method="post" action={action} class="plain-form">
          <p>
            <label for="part-day">{l('partDay')}</label>
            <input type="date" id="part-day" name="day" required aria-describedby="part-note" />
            <span class="note" id="part-note">
              {l('partNote')}
            </span>
          </p>
          <Signature view={view} of="part" />
          <button type="submit" name="set" value="parted">
            {l('keepCorrection')}
          </button>
        </form>
      </details>
    </>
  );
}
