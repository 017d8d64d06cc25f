/** A person: spellings, offices with the days between which they are told, talks, statements. */
import type { Archive, Entity } from '../desk/held.ts';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Hits } from './parts/hits.tsx';
import { Proposals, Spellings } from './parts/names.tsx';
import { TalksTable } from './parts/talks-table.tsx';
import { query, to, type View } from './parts/view.ts';

export async function personPage(archive: Archive, view: View, person: Entity) {
  const { voice } = view;
  const l = voice.label;
  const twin = `/api/v1/persons/${person.id}`;
  const [talks, said] = await Promise.all([
    archive.talks({ person: person.id, limit: 100 }),
    archive.search({ facets: { person: [person.id] }, order: 'newest', limit: 12 }),
  ]);
  return (
    <Frame view={view} title={[person.name, l('navPeople')]} at="people" twin={twin}>
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          ['people', l('navPeople')],
        ]}
      />
      <Head
        view={view}
        title={
          person.reading ? (
            <ruby>
              {person.name}
              <rt>{person.reading}</rt>
            </ruby>
          ) : (
            person.name
          )
        }
        words
        lead={
          <>
            {person.party && `${voice.party(person.party)} · `}
            {l('talksCount', { n: talks.items.length })} ·{' '}
            <a href={to(view, `search${query({ person: person.id })}`)}>{l('statementsCount', { n: said.total })}</a>
          </>
        }
        twin={twin}
        csv={`/api/v1/export/statements${query({ person: person.id })}`}
        feed={to(view, `search.atom${query({ person: person.id })}`)}
      />
      <div class="two">
        <section class="sec" aria-labelledby="offices">
          <h2 id="offices">{l('offices')}</h2>
          <p class="note">{l('officesNote')}</p>
          {person.offices.length === 0 ? (
            <p class="note">{l('noneOnRecord')}</p>
          ) : (
            <table class="table">
              <caption class="vh">{l('offices')}</caption>
              <thead>
                <tr>
                  <th scope="col">{l('office')}</th>
                  <th scope="col">{l('toldBetween')}</th>
                  <th scope="col" class="num">
                    {l('readouts')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {person.offices.map((each) => (
                  <tr>
                    <th scope="row">
                      <q>{each.office}</q>
                      {each.role && <span class="note">{voice.phrases.roles[each.role as 'minister']}</span>}
                    </th>
                    <td data-head={l('toldBetween')}>
                      {each.first ? voice.date(each.first) : l('noDate')}
                      {each.last && each.last !== each.first && ` – ${voice.date(each.last)}`}
                    </td>
                    <td class="num" data-head={l('readouts')}>
                      {each.documents}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <Spellings view={view} entity={person} reads />
      </div>
      <Proposals view={view} entity={person} folder="people" />
      <section class="sec" aria-labelledby="said">
        <div class="sec-head">
          <h2 id="said">{l('statements')}</h2>
          <a class="more" href={to(view, `search${query({ person: person.id })}`)}>
            {l('allN', { n: said.total })}
          </a>
        </div>
        {said.items.length === 0 ? <p class="note">{l('noneOnRecord')}</p> : <Hits view={view} hits={said.items} level="h3" />}
      </section>
      <section class="sec" aria-labelledby="met">
        <h2 id="met">{l('talks')}</h2>
        <TalksTable view={view} rows={talks.items} />
      </section>
    </Frame>
  );
}
