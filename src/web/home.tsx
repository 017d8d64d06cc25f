/** The archive's front page: what is new and what is coming, before any click. */
import type { Archive, CommitmentRow, DocumentRow, DyadRow } from '../desk/held.ts';
import { type AddFault, AddForm } from './parts/add-form.tsx';
import { Ahead } from './parts/ahead.tsx';
import { Changes } from './parts/changes.tsx';
import { Frame } from './parts/frame.tsx';
import { Mark } from './parts/side.tsx';
import { RowStrip, Spark } from './parts/strip.tsx';
import { daysBetween, readoutPath, to, type View } from './parts/view.ts';
import { dayOf, dayWords, dyadName, dyadsOf, talksWords, titleOf } from './parts/words.ts';

const RELATIONS = 12;
const NEWEST = 8;
/** At most so many years in a sparkline. */
const YEARS = 20;

export async function homePage(archive: Archive, view: View, wrong?: AddFault) {
  const [totals, dyads, newest, due, changes] = await Promise.all([
    archive.totals(),
    archive.dyads(),
    archive.list({ order: 'added', limit: NEWEST }),
    archive.commitments({ from: view.today, order: 'due', limit: view.past ? 500 : 60 }),
    archive.happenings({ kinds: ['version', 'corrected', 'undone', 'removed', 'restored', 'reread', 'merged'], limit: 6 }),
  ]);
  const { voice } = view;
  const l = voice.label;
  const ahead = due.items.filter(
    (row) => row.due && row.stage !== 'done' && row.stage !== 'declined' && !(view.past && (row.told ?? '') > view.today),
  );
  return (
    <Frame view={view} title={[l('navArchive')]} at="" scripts={['add.js']}>
      <div class="head">
        <div>
          <h1>{l('navArchive')}</h1>
          <p class="lead">
            {voice.date(view.today, { weekday: true })} · <a href={to(view, 'readouts')}>{l('readoutsCount', { n: totals.documents })}</a> ·{' '}
            <a href={to(view, 'relations')}>{l('relationsCount', { n: dyads.length })}</a> ·{' '}
            <a href={to(view, 'search')}>{l('statementsCount', { n: totals.statements })}</a>
            {totals.needsLook > 0 && (
              <>
                {' '}
                · <a href={to(view, 'review')}>{l('needsLook', { n: totals.needsLook })}</a>
              </>
            )}
          </p>
        </div>
      </div>
      <div class="home">
        <div>
          <Relations view={view} dyads={dyads} ahead={ahead} archive={archive} />
          <Newest view={view} rows={newest.items} />
        </div>
        <div>
          <AddForm view={view} wrong={wrong} />
          <section class="sec" aria-labelledby="ahead">
            <h2 id="ahead">{l('datesAhead')}</h2>
            {ahead.length > 0 ? <Ahead view={view} rows={ahead.slice(0, 6)} /> : <NoneAhead view={view} archive={archive} />}
          </section>
          <section class="sec" aria-labelledby="changes">
            <h2 id="changes">{l('whatChanged')}</h2>
            <Changes view={view} items={changes.items} />
          </section>
        </div>
      </div>
    </Frame>
  );
}

/** Nothing ahead of today in an archive of the past: say so, and offer the day from which there is. */
async function NoneAhead({ view, archive }: { view: View; archive: Archive }) {
  const { voice } = view;
  const past = await archive.commitments({ to: view.today, order: 'due', limit: 500 });
  const last = past.items.filter(({ due }) => due !== undefined).at(-1);
  return (
    <>
      <p>
        <b>{voice.label('noneAhead', { date: voice.date(view.today) })}</b>
      </p>
      {last?.told && (
        <p class="note">
          <a href={`${to(view)}?on=${dayOf(last.told) ?? view.today}#ahead`}>{voice.label('noneAheadCure', { date: voice.date(last.told) })}</a>
        </p>
      )}
    </>
  );
}

interface RelationsOptions {
  readonly view: View;
  readonly dyads: readonly DyadRow[];
  readonly ahead: readonly CommitmentRow[];
  readonly archive: Archive;
  readonly all?: boolean;
}

/** By the next date ahead, because that is who will be asked about; then by the newest talks. */
export async function Relations({ view, dyads, ahead, archive, all = false }: RelationsOptions) {
  const { voice } = view;
  const l = voice.label;
  const nextOf = (dyad: DyadRow) => ahead.find(({ by, to: other }) => dyad.parties.every((party) => by.includes(party) || other.includes(party)));
  const rank = (dyad: DyadRow) => nextOf(dyad)?.due ?? '~';
  const sorted = dyads.map((dyad) => ({ dyad, key: rank(dyad) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const shown = (all ? sorted : sorted.slice(0, RELATIONS)).map(({ dyad }) => dyad);
  const last = await Promise.all(shown.map(async ({ dyad }) => (await archive.talks({ dyad, limit: 1 })).items[0]));
  const years = dyads.flatMap((dyad) => dyad.years.map(({ value }) => Number(value)).filter((year) => year > 0));
  const until = Math.max(1, ...years);
  const from = Math.max(until - YEARS + 1, Math.min(until - 5, ...years));
  const most = Math.max(1, ...shown.flatMap(({ years }) => years.filter(({ value }) => Number(value) >= from).map(({ count }) => count)));
  return (
    <section class="sec" aria-labelledby="relations">
      <div class="sec-head">
        <h2 id="relations">{l('navRelations')}</h2>
        <span class="note">{l('relationsNote')}</span>
        {!all && dyads.length > 0 && (
          <a class="more" href={to(view, 'relations')}>
            {l('allN', { n: dyads.length })}
          </a>
        )}
      </div>
      {dyads.length === 0 ? (
        <Empty view={view} />
      ) : (
        <table class="table relations">
          <caption class="vh">{l('relationsNote')}</caption>
          <thead>
            <tr>
              <th scope="col">{l('relation')}</th>
              <th scope="col">{l('talksPerYear', { from, until })}</th>
              <th scope="col" class="num">
                {l('inAll')}
              </th>
              <th scope="col">{l('lastTalks')}</th>
              <th scope="col">{l('nextDate')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((dyad, i) => {
              const talks = last[i];
              const next = nextOf(dyad);
              const day = dayOf(next?.due);
              return (
                <tr>
                  <th scope="row">
                    <a href={to(view, `relations/${dyad.dyad}`)}>{dyadName(dyad.dyad, voice, talks?.parties[0])}</a>
                    <span class="note">{dyad.dyad}</span>
                  </th>
                  <td data-head={l('talksPerYear', { from, until })}>
                    <Spark
                      years={dyad.years}
                      from={from}
                      until={until}
                      most={most}
                      words={dyad.years.map(({ value, count }) => `${value}: ${count}`).join(l('comma'))}
                    />
                  </td>
                  <td class="num" data-head={l('inAll')}>
                    {dyad.talks}
                  </td>
                  <td data-head={l('lastTalks')}>
                    {talks ? (
                      <>
                        <a href={to(view, readoutPath(talks.document))}>{talks.date ? voice.date(talks.date) : l('noDate')}</a>
                        <span class="note">{talksWords(talks, voice)}</span>
                      </>
                    ) : (
                      l('noneOnRecord')
                    )}
                  </td>
                  <td data-head={l('nextDate')}>
                    {next?.due ? (
                      <>
                        <a href={to(view, readoutPath(next.document, next.statement))}>
                          <b>{voice.date(next.due)}</b>
                        </a>
                        <span class="note">
                          {voice.phrases.commitments[next.kind as 'visit']}
                          {day && `${l('comma')}${l('days', { n: daysBetween(view.today, day) })}`}
                        </span>
                      </>
                    ) : (
                      <span class="note">{l('noneTold')}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Empty({ view }: { view: View }) {
  const l = view.voice.label;
  return (
    <div class="empty">
      <p>
        <b>{l('emptyArchive')}</b>
      </p>
      <p class="note">
        <a href="#add">{l('emptyArchiveCure')}</a>
      </p>
    </div>
  );
}

function Newest({ view, rows }: { view: View; rows: readonly DocumentRow[] }) {
  const l = view.voice.label;
  return (
    <section class="sec" aria-labelledby="newest">
      <div class="sec-head">
        <h2 id="newest">{l('readLately')}</h2>
        <span class="note">{l('readLatelyNote')}</span>
        {rows.length > 0 && (
          <a class="more" href={to(view, 'readouts')}>
            {l('allReadouts')}
          </a>
        )}
      </div>
      <Legend view={view} />
      <Cards view={view} rows={rows} />
    </section>
  );
}

export function Legend({ view }: { view: View }) {
  const l = view.voice.label;
  return (
    <p class="counts legend-line">
      <span>
        <Mark side="own" />
        {l('ownHalf')}
      </span>
      <span>
        <Mark side="other" />
        {l('otherHalf')}
      </span>
      <span>
        <Mark side="joint" />
        {l('jointHalf')}
      </span>
      <span>
        <Mark side="each" />
        {l('eachHalf')}
      </span>
    </p>
  );
}

/** Readouts, each with the strip of who spoke. */
export function Cards({ view, rows }: { view: View; rows: readonly DocumentRow[] }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <div class="cards">
      {rows.map((row) => (
        <article class="card" data-open="">
          <span class="day">{dayWords(row, voice)}</span>
          <div>
            <h3 lang={row.title ? row.language : undefined}>
              <a href={to(view, readoutPath(row.id))}>{titleOf(row, voice)}</a>
            </h3>
            <p class="sub">
              {row.talks.length > 0
                ? row.talks.map((talks) => `${voice.parties(talks.parties)} · ${talksWords(talks, voice)}`).join(l('comma'))
                : l('noTalks')}
              {dyadsOf(row).length === 0 && row.publisher && ` · ${row.publisher.name}`}
            </p>
          </div>
          <div>
            <RowStrip strip={row.strip} />
          </div>
          <p class="num">
            {l('statementsCount', { n: row.statements })}
            {row.withheld > 0 && <span>{l('withheldCount', { n: row.withheld })}</span>}
            {row.low > 0 && <b>{l('needsLook', { n: row.low })}</b>}
            {row.n > 1 && <b>{l('versionN', { n: row.n })}</b>}
            {row.corrections > 0 && <span>{l('correctionsCount', { n: row.corrections })}</span>}
          </p>
        </article>
      ))}
    </div>
  );
}
