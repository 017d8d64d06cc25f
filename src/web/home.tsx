/** The archive's front page: what is new and what is coming, before any click. */

import { tellNews } from '../desk/finding/news.ts';
import { noticedIn } from '../desk/finding/noticed.ts';
import { datesAhead } from '../desk/following/ahead.ts';
import { openCounts } from '../desk/following/owed.ts';
import type { Archive, DateAhead, DocumentRow, DyadRow } from '../desk/held.ts';
import type { DocumentKind } from '../record/reading.ts';
import { documentKinds } from '../record/schema.ts';
import { type AddFault, AddForm } from './parts/add-form.tsx';
import { DatesAhead } from './parts/ahead.tsx';
import { Changes, NoticedList } from './parts/changes.tsx';
import { CiteButton } from './parts/cite-page.tsx';
import { Frame } from './parts/frame.tsx';
import { Mark } from './parts/side.tsx';
import { RowStrip, Spark } from './parts/strip.tsx';
import { daysBetween, query, readoutPath, to, type View } from './parts/view.ts';
import { dayOf, dayWords, dyadName, dyadsOf, namesBeside, shortParties, talksWords, titleOf } from './parts/words.ts';

const RELATIONS = 12;
const NEWEST = 8;
/** Of what changed, the newest. */
const CHANGES = 5;
const AHEAD = 6;
/** At most so many years in a sparkline. */
const YEARS = 20;

/** Newest readouts that are looked through for what is worth a look. */
const NOTICED = 5;

const OTHER_KINDS = documentKinds.filter((kind) => kind !== 'readout');

/** How many documents are known to be something else than readouts. */
export async function otherTexts(archive: Archive): Promise<number> {
  return (await archive.textKinds()).reduce((sum, { value, count }) => sum + (value === 'readout' ? 0 : count), 0);
}

export async function homePage(archive: Archive, view: View, wrong?: AddFault) {
  const [totals, others, dyads, newest, ahead, changes] = await Promise.all([
    archive.totals(),
    otherTexts(archive),
    archive.dyads(),
    archive.list({ order: 'added', limit: NEWEST }),
    datesAhead(archive, view),
    archive.happenings({ kinds: ['version', 'corrected', 'undone', 'removed', 'restored', 'reread', 'merged'], limit: CHANGES * 3 }),
  ]);
  const [news, noticed] = await Promise.all([
    tellNews(archive, changes.items).then((news) => news.slice(0, CHANGES)),
    noticedIn(archive, newest.items.slice(0, NOTICED)),
  ]);
  const { voice } = view;
  const l = voice.label;
  return (
    <Frame view={view} title={[l('navArchive')]} at="" scripts={['add.js']} twin="/api/v1/totals">
      <div class="head">
        <div>
          <h1>{l('navArchive')}</h1>
          <p class="lead">
            {voice.date(view.today, { weekday: true })} ·{' '}
            <a href={to(view, `readouts${query({ kind: others > 0 ? 'readout' : undefined })}`)}>
              {l('readoutsCount', { n: totals.documents - others })}
            </a>{' '}
            ·{' '}
            {others > 0 && (
              <>
                <a href={to(view, `readouts${query({ kind: OTHER_KINDS })}`)}>{l('otherTextsCount', { n: others })}</a> ·{' '}
              </>
            )}
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
        <div class="buttons">
          <CiteButton view={view} />
          <a class="button" href="/api/v1/export/records" download>
            {l('exportRecords')}
          </a>
          <a class="button" href="/api/v1/export/statements" download>
            CSV
          </a>
          <a class="button" href={to(view, 'search.atom')}>
            {l('follow')}
          </a>
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
            {ahead.length > 0 ? <DatesAhead view={view} dates={ahead.slice(0, AHEAD)} /> : <NoneAhead view={view} archive={archive} />}
          </section>
          <section class="sec" aria-labelledby="changes">
            <h2 id="changes">{l('whatChanged')}</h2>
            <Changes view={view} news={news} />
            <NoticedList view={view} items={noticed} />
          </section>
        </div>
      </div>
    </Frame>
  );
}

/** Nothing ahead of today in an archive of the past: say so, and offer the day from which there is. */
async function NoneAhead({ view, archive }: { view: View; archive: Archive }) {
  const { voice } = view;
  const [last] = (await archive.commitments({ to: view.today, order: 'latest', limit: 1 })).items;
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
  readonly ahead: readonly DateAhead[];
  readonly archive: Archive;
  readonly all?: boolean;
}

/** By the next date ahead, because that is who will be asked about; then by the newest talks. */
export async function Relations({ view, dyads: known, ahead, archive, all = false }: RelationsOptions) {
  const { voice } = view;
  const l = voice.label;
  const dyads = view.past ? await asOf(archive, known, view.today) : known;
  const nextOf = (dyad: DyadRow) => ahead.find(({ parties }) => dyad.parties.every((party) => parties.includes(party)));
  const rank = ({ next }: { next: DateAhead | undefined }) => (next ? ahead.indexOf(next) : ahead.length);
  const sorted = dyads.map((dyad) => ({ dyad, next: nextOf(dyad) })).sort((a, b) => rank(a) - rank(b));
  const shown = all ? sorted : sorted.slice(0, RELATIONS);
  const open = await openCounts(
    archive,
    shown.map(({ dyad }) => dyad.dyad),
    view.today,
    voice,
  );
  const years = dyads.flatMap((dyad) => dyad.years.map(({ value }) => Number(value)).filter((year) => year > 0));
  const until = Math.max(1, ...years);
  const from = Math.max(until - YEARS + 1, Math.min(until - 5, ...years));
  const most = Math.max(
    1,
    ...shown.flatMap(({ dyad }) => dyad.years.filter(({ value }) => Number(value) >= from && Number(value) <= until).map(({ count }) => count)),
  );
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
              <th scope="col" class="num">
                {l('openHead')}
              </th>
              <th scope="col">{l('nextDate')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ dyad, next }) => {
              const talks = dyad.newest;
              const day = dayOf(next?.date);
              return (
                <tr>
                  <th scope="row">
                    <a href={to(view, `relations/${dyad.dyad}`)}>{dyadName(dyad.dyad, voice, talks?.parties[0])}</a>
                    <BesideDyad view={view} dyad={dyad.dyad} own={talks?.parties[0]} />
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
                  <td class="num" data-head={l('openHead')}>
                    <a href={to(view, `ledger${query({ dyad: dyad.dyad, on: view.past ? view.today : undefined })}`)}>{open.get(dyad.dyad) ?? 0}</a>
                  </td>
                  <td data-head={l('nextDate')}>
                    {next ? (
                      <>
                        <a href={to(view, readoutPath(next.document, next.statement))}>
                          <b>{voice.date(next.date)}</b>
                        </a>
                        <span class="note">
                          {next.commitment
                            ? voice.phrases.commitments[next.commitment.kind as 'visit']
                            : voice.phrases.events[next.step?.event as 'signed']}
                          {l('comma')}
                          {day ? l('days', { n: daysBetween(view.today, day) }) : l('dayNotTold')}
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

/** The name by which a relation is known in short, in each language that has one; else its code. */
function BesideDyad({ view, dyad, own }: { view: View; dyad: string; own: string | undefined }) {
  const names = namesBeside(dyad, view, own);
  return (
    <span class="note">
      {names.length === 0
        ? dyad
        : names.map(({ code, words }, i) => (
            <>
              {i > 0 && ' '}
              <span lang={code === view.voice.code ? undefined : code}>{words}</span>
            </>
          ))}
    </span>
  );
}

/** Relations as they stood on a day of the past: what was talked of later is left out. */
async function asOf(archive: Archive, dyads: readonly DyadRow[], today: string): Promise<DyadRow[]> {
  const year = today.slice(0, 4);
  const all = await Promise.all(
    dyads.map(async (dyad): Promise<DyadRow | undefined> => {
      const years = dyad.years.filter(({ value }) => value < year);
      const thisYear = (await archive.talks({ dyad: dyad.dyad, from: `${year}-01-01`, to: today, limit: 500 })).items;
      const newest = thisYear[0] ?? (await archive.talks({ dyad: dyad.dyad, to: today, limit: 1 })).items[0];
      if (!newest) return undefined;
      const counted = thisYear.length > 0 ? [...years, { value: year, count: thisYear.length }] : years;
      return { ...dyad, years: counted, talks: counted.reduce((sum, { count }) => sum + count, 0), newest, ...(newest.day && { last: newest.day }) };
    }),
  );
  return all.filter((each) => each !== undefined).sort((a, b) => ((a.last ?? '') < (b.last ?? '') ? 1 : (a.last ?? '') > (b.last ?? '') ? -1 : 0));
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
                ? row.talks.map((talks) => `${shortParties(talks.parties, voice)} · ${talksWords(talks, voice)}`).join(l('comma'))
                : row.kind !== undefined && row.kind !== 'readout'
                  ? voice.phrases.textKinds[row.kind as DocumentKind]
                  : l('noTalks')}
              {dyadsOf(row).length === 0 && row.publisher && ` · ${row.publisher.name}`}
            </p>
          </div>
          <div>
            <RowStrip strip={row.strip} />
          </div>
          <p class="num">
            {(row.statements > 0 || row.kind === undefined || row.kind === 'readout') && l('statementsCount', { n: row.statements })}
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
