/** A treaty or another document: its life so far, with the days between its steps. */
import type { Archive, Entity } from '../desk/held.ts';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Hits } from './parts/hits.tsx';
import { Proposals, Spellings } from './parts/names.tsx';
import { daysBetween, query, readoutPath, to, type View } from './parts/view.ts';
import { dayOf } from './parts/words.ts';

export async function instrumentPage(archive: Archive, view: View, instrument: Entity) {
  const { voice } = view;
  const l = voice.label;
  const words = `"${instrument.name.replaceAll('"', ' ')}"`;
  const steps = stepsOf(instrument);
  const said = await archive.search({ words, order: 'newest', limit: 12 });
  return (
    <Frame view={view} title={[instrument.name, l('instruments')]} at="instruments">
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          ['instruments', l('instruments')],
        ]}
      />
      <h1 class="src-words">{instrument.name}</h1>
      <p class="lead">
        {voice.parties(instrument.parties)} · {l('readoutsCount', { n: instrument.documents })}
      </p>
      <section class="sec" aria-labelledby="life">
        <h2 id="life">{l('lifeSoFar')}</h2>
        {instrument.events.length === 0 ? (
          <p class="note">{l('noneOnRecord')}</p>
        ) : (
          <table class="table">
            <caption class="vh">{l('lifeSoFar')}</caption>
            <thead>
              <tr>
                <th scope="col">{l('step')}</th>
                <th scope="col">{l('when')}</th>
                <th scope="col">{l('daysSince')}</th>
                <th scope="col">{l('words')}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ event, all }, i) => {
                const day = dayOf(event.date);
                const before = dayOf(steps[i - 1]?.event.date);
                return (
                  <tr data-open="">
                    <th scope="row">{voice.phrases.events[event.event as 'signed'] ?? event.event}</th>
                    <td data-head={l('when')}>{event.date ? voice.date(event.date) : l('noDate')}</td>
                    <td data-head={l('daysSince')}>
                      {day && before && day !== before ? l('daysLater', { n: daysBetween(before, day) }) : '—'}
                      {day && day > view.today && <span class="note">{l('inDays', { n: daysBetween(view.today, day) })}</span>}
                    </td>
                    <td data-head={l('words')}>
                      <div>
                        {all.map((each) => (
                          <span class="line">
                            <q>{each.quote}</q>{' '}
                            <a class="cite" href={to(view, readoutPath(each.document, each.statement))}>
                              {l('openPlace')}
                            </a>
                          </span>
                        ))}
                      </div>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </section>
      <Spellings view={view} entity={instrument} />
      <Proposals view={view} entity={instrument} folder="instruments" />
      <section class="sec" aria-labelledby="said">
        <div class="sec-head">
          <h2 id="said">{l('statementsNaming')}</h2>
          <a class="more" href={to(view, `search${query({ q: words })}`)}>
            {l('allN', { n: said.total })}
          </a>
        </div>
        {said.items.length === 0 ? <p class="note">{l('noneOnRecord')}</p> : <Hits view={view} hits={said.items} level="h3" />}
      </section>
    </Frame>
  );
}

type Step = Entity['events'][number];

/** One step told by several readouts on one date is one line with all its places. */
function stepsOf({ events }: Entity): { readonly event: Step; readonly all: Step[] }[] {
  const steps: { event: Step; all: Step[] }[] = [];
  for (const event of events) {
    const known = steps.find((step) => step.event.event === event.event && step.event.date === event.date);
    if (known) known.all.push(event);
    else steps.push({ event, all: [event] });
  }
  return steps;
}
