/** The state of play between two parties: four facts, the picture of all talks, topic by topic the last words of each side. */
import type { Archive, CommitmentRow, DyadRow, Entity, EntityRow, Hit, TalksRow } from '../desk/held.ts';
import { placeName } from '../drawing/sides.ts';
import { ACTS } from '../record/acts.generated.ts';
import { talksKinds, talksLevels } from '../record/schema.ts';
import { Ahead, countdown } from './parts/ahead.tsx';
import { ActChip } from './parts/chip.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Hatch, Mark } from './parts/side.tsx';
import { Timeline } from './parts/timeline.tsx';
import { daysBetween, query, readoutPath, to, type View } from './parts/view.ts';
import { dayOf, dyadName, ownOf, talksWords, titleOf, topicName } from './parts/words.ts';

/** Readouts that a picture and a table can hold. */
const MOST = 200;
/** Newest statements among which the last words on each topic are looked for. */
const STATEMENTS = 240;
const TOPICS = 8;

export interface Filter {
  readonly level?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
}

export function filterOf(search: URLSearchParams): Filter {
  const one = (name: string, allowed?: readonly string[]) => {
    const value = (search.get(name) ?? '').trim();
    return value !== '' && (allowed ? allowed.includes(value) : /^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) ? { [name]: value } : {};
  };
  return { ...one('level', talksLevels), ...one('kind', talksKinds), ...one('from'), ...one('to') };
}

export async function dyadPage(archive: Archive, view: View, dyad: DyadRow, filter: Filter) {
  const { voice } = view;
  const l = voice.label;
  // A state of play on an earlier day knows nothing of what came later.
  const until = [filter.to, view.past ? view.today : undefined].filter((each) => each !== undefined).sort()[0];
  const range = { ...(filter.from && { from: filter.from }), ...(until && { to: until }) };
  const [documents, talks, statements, owed, people, treaties] = await Promise.all([
    archive.list({ dyad: dyad.dyad, limit: MOST, ...range }),
    archive.talks({ dyad: dyad.dyad, limit: MOST, ...filter, ...range }),
    archive.search({
      facets: { dyad: [dyad.dyad], ...(filter.level && { level: [filter.level] }), ...(filter.kind && { kind: [filter.kind] }) },
      order: 'newest',
      limit: STATEMENTS,
      count: ['withheld', 'topic'],
      ...range,
    }),
    archive.commitments({ dyad: dyad.dyad, order: 'due', limit: 200 }),
    archive.entities({ kind: 'person', dyad: dyad.dyad, limit: 12 }),
    archive.entities({ kind: 'instrument', dyad: dyad.dyad, limit: 8 }),
  ]);
  const instruments = (await Promise.all(treaties.items.slice(0, 4).map(({ id }) => archive.entity(id)))).filter(
    (each): each is Entity => each !== undefined,
  );
  const wanted = new Set(talks.items.map((each) => `${each.document} ${each.id}`));
  const rows = documents.items
    .map((row) => ({ ...row, talks: row.talks.filter((each) => wanted.has(`${row.id} ${each.id}`)) }))
    .filter((row) => row.talks.length > 0);
  const own = ownOf(dyad, documents.items);
  const other = dyad.parties.find((party) => party !== own) ?? dyad.parties[1];
  const name = dyadName(dyad.dyad, voice, own);
  const last = talks.items[0];
  const open = owed.items.filter(({ stage, told = '' }) => stage !== 'done' && stage !== 'declined' && !(view.past && told > view.today));
  const withheld = statements.facets.withheld?.find(({ value }) => value === 'yes')?.count ?? 0;
  return (
    <Frame view={view} title={[name, l('navRelations')]} at="relations">
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          ['relations', l('navRelations')],
        ]}
      />
      <div class="head">
        <div>
          <h1>{name}</h1>
          <p class="lead">
            {l('stateOfPlay', { date: voice.date(view.today) })} · {l('talksCount', { n: view.past ? talks.items.length : dyad.talks })}
            {last && (
              <>
                {' '}
                · {l('lastTalks')}{' '}
                <a href={to(view, readoutPath(last.document))}>
                  {last.date ? voice.date(last.date) : l('noDate')} {talksWords(last, voice)}
                </a>
              </>
            )}
          </p>
        </div>
        <div class="buttons">
          <a class="button" href={to(view, `search${query({ dyad: dyad.dyad })}`)}>
            {l('searchHere')}
          </a>
        </div>
      </div>
      <FourFacts view={view} dyad={dyad} last={last} open={open} withheld={withheld} />
      <section class="sec" aria-labelledby="talks">
        <div class="sec-head">
          <h2 id="talks">{l('talks')}</h2>
          <span class="note">{l('timelineNote')}</span>
        </div>
        <Filters view={view} dyad={dyad.dyad} filter={filter} />
        <p class="counts">
          <span>
            <Mark side="other" />
            {l('onTop', { party: voice.party(other) })}
          </span>
          <span>
            <Mark side="joint" />
            {l('inMiddle')}
          </span>
          <span>
            <Mark side="own" />
            {l('atBase', { party: voice.party(own) })}
          </span>
          <span>{l('widthIsLength')}</span>
        </p>
        <Timeline view={view} rows={rows} dyad={dyad.dyad} own={own} instruments={instruments} />
        {talks.items.length === 0 && (
          <p>
            <b>{l('noTalksSo')}</b> <a href={to(view, `relations/${dyad.dyad}`)}>{l('allTalks')}</a>
          </p>
        )}
        <details class="as-table">
          <summary>{l('asTable', { n: talks.items.length })}</summary>
          <TalksTable view={view} rows={talks.items} />
        </details>
      </section>
      <TopicByTopic
        view={view}
        hits={statements.items}
        own={own}
        other={other}
        dyad={dyad.dyad}
        topics={statements.facets.topic ?? []}
        last={talks.items.slice(0, 6)}
      />
      <div class="two">
        <section class="sec" aria-labelledby="owed">
          <div class="sec-head">
            <h2 id="owed">{l('openCommitments')}</h2>
            <a class="more" href={to(view, `ledger${query({ dyad: dyad.dyad })}`)}>
              {l('ledger')}
            </a>
            <a class="more" href={to(view, `clock/${dyad.dyad}`)}>
              {l('clock')}
            </a>
          </div>
          {open.length === 0 ? <p class="note">{l('noneOnRecord')}</p> : <Owed view={view} rows={open.slice(-12).reverse()} own={own} />}
        </section>
        <div>
          <section class="sec" aria-labelledby="ahead">
            <h2 id="ahead">{l('datesAhead')}</h2>
            <NextDates view={view} rows={open} />
          </section>
          <section class="sec" aria-labelledby="treaties">
            <h2 id="treaties">{l('instruments')}</h2>
            <Entities view={view} rows={treaties.items} folder="instruments" />
          </section>
          <section class="sec" aria-labelledby="people">
            <h2 id="people">{l('navPeople')}</h2>
            <Entities view={view} rows={people.items} folder="people" />
          </section>
        </div>
      </div>
    </Frame>
  );
}

function FourFacts({
  view,
  dyad,
  last,
  open,
  withheld,
}: {
  view: View;
  dyad: DyadRow;
  last: TalksRow | undefined;
  open: readonly CommitmentRow[];
  withheld: number;
}) {
  const { voice } = view;
  const l = voice.label;
  const next = open.find(({ due }) => due !== undefined && due.slice(0, 10) >= view.today.slice(0, due.slice(0, 10).length));
  const day = dayOf(next?.due);
  return (
    <ul class="four">
      <li>
        <b>{last?.day ? l('daysN', { n: daysBetween(last.day, view.today) }) : '—'}</b>
        <p>{l('sinceLast')}</p>
        {last && (
          <a class="cite" href={to(view, readoutPath(last.document))}>
            {last.date ? voice.date(last.date) : titleOf(last, voice)}
          </a>
        )}
      </li>
      <li>
        <b>{day ? l('daysN', { n: daysBetween(view.today, day) }) : next?.due ? voice.date(next.due) : l('noneTold')}</b>
        <p>{next ? l('toNext', { what: voice.phrases.commitments[next.kind as 'visit'] }) : l('noNext')}</p>
        {next && (
          <a class="cite" href={to(view, readoutPath(next.document, next.statement))}>
            {[next.told && voice.date(next.told), next.path && placeName(next.path, voice)].filter(Boolean).join(l('comma'))}
          </a>
        )}
      </li>
      <li>
        <b>{l('passagesN', { n: withheld })}</b>
        <p>{l('toldWithoutContent')}</p>
        <a class="cite" href={to(view, `search${query({ dyad: dyad.dyad, withheld: 'yes' })}`)}>
          {l('showThem')}
        </a>
      </li>
      <li>
        <b>{open.length}</b>
        <p>{l('openNote')}</p>
        <a class="cite" href="#owed">
          {l('showThem')}
        </a>
      </li>
    </ul>
  );
}

function Filters({ view, dyad, filter }: { view: View; dyad: string; filter: Filter }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <form class="filters" action={to(view, `relations/${dyad}`)}>
      <p>
        <label for="level">{l('level')}</label>
        <select id="level" name="level">
          <option value="">{l('any')}</option>
          {talksLevels.map((each) => (
            <option value={each} selected={each === filter.level}>
              {voice.phrases.levels[each]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="kind">{l('facetKind')}</label>
        <select id="kind" name="kind">
          <option value="">{l('any')}</option>
          {talksKinds.map((each) => (
            <option value={each} selected={each === filter.kind}>
              {voice.phrases.kinds[each]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="from">{l('fromDate')}</label>
        <input type="text" id="from" name="from" value={filter.from} autocomplete="off" size={10} placeholder="2009-05" />
      </p>
      <p>
        <label for="to">{l('toDate')}</label>
        <input type="text" id="to" name="to" value={filter.to} autocomplete="off" size={10} placeholder="2010" />
      </p>
      <button type="submit">{l('show')}</button>
    </form>
  );
}

export function TalksTable({ view, rows }: { view: View; rows: readonly TalksRow[] }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <table class="table">
      <caption class="vh">{l('talks')}</caption>
      <thead>
        <tr>
          <th scope="col">{l('when')}</th>
          <th scope="col">{l('talks')}</th>
          <th scope="col">{l('where')}</th>
          <th scope="col">{l('duration')}</th>
          <th scope="col">{l('present')}</th>
          <th scope="col" class="num">
            {l('statements')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr data-open="">
            <th scope="row">
              <a href={to(view, readoutPath(row.document))}>{row.date ? voice.date(row.date) : l('noDate')}</a>
            </th>
            <td data-head={l('talks')}>
              {talksWords(row, voice)}
              {row.occasion && <q class="note">{row.occasion}</q>}
            </td>
            <td data-head={l('where')}>{row.place ? <q>{row.place}</q> : <span class="note">{l('noneOnRecord')}</span>}</td>
            <td data-head={l('duration')}>{row.duration ? voice.duration(row.duration) : <span class="note">{l('noneOnRecord')}</span>}</td>
            <td data-head={l('present')}>
              {row.participants.map(({ name, person, party }, i) => (
                <>
                  {i > 0 && l('comma')}
                  <a href={to(view, `people/${person}`)} title={voice.party(party)}>
                    <q>{name}</q>
                  </a>
                </>
              ))}
            </td>
            <td class="num" data-head={l('statements')}>
              {row.statements}
              {row.withheld > 0 && (
                <>
                  {' '}
                  <Hatch />
                  {row.withheld}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface TopicsOptions {
  readonly view: View;
  readonly hits: readonly Hit[];
  readonly own: string;
  readonly other: string;
  readonly dyad: string;
  readonly topics: readonly { readonly value: string; readonly count: number }[];
  /** The last talks, newest first. */
  readonly last: readonly TalksRow[];
}

/** The last agreed words beside each side's latest, as written. */
function TopicByTopic({ view, hits, own, other, dyad, topics, last }: TopicsOptions) {
  const { voice } = view;
  const l = voice.label;
  const agreed = (hit: Hit) => (hit.side === 'joint' || hit.side === 'each') && ACTS[hit.act].family === 'outcome' && hit.act !== 'exchange';
  const by = (party: string) => (hit: Hit) => hit.side !== 'joint' && hit.side !== 'each' && hit.speakers.some((speaker) => speaker.party === party);
  const shown = topics.slice(0, TOPICS);
  if (shown.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="by-topic">
      <div class="sec-head">
        <h2 id="by-topic">{l('topicByTopic')}</h2>
        <span class="note">{l('lastWords')}</span>
        <a class="more" href={to(view, `topics${query({ dyad })}`)}>
          {l('allN', { n: topics.length })}
        </a>
      </div>
      <table class="table by-topic">
        <caption class="vh">{l('lastWords')}</caption>
        <thead>
          <tr>
            <th scope="col">{l('topicRaised', { n: last.length })}</th>
            <th scope="col">
              <Mark side="joint" /> {l('lastAgreed')}
            </th>
            <th scope="col">
              <Mark side="own" /> {l('latestOf', { party: voice.party(own) })}
            </th>
            <th scope="col">
              <Mark side="other" /> {l('latestOf', { party: voice.party(other) })}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ value }) => {
            const on = hits.filter((hit) => hit.topics.includes(value as Hit['topics'][number]));
            const raised = last.map((talks) => on.some((hit) => hit.document === talks.document)).reverse();
            return (
              <tr>
                <th scope="row">
                  <a href={to(view, `search${query({ dyad, topic: value })}`)}>{topicName(value, voice)}</a>
                  <span class="squares" role="img" aria-label={l('raisedIn', { n: raised.filter(Boolean).length, all: raised.length })}>
                    {raised.map((yes) => (
                      <i class={yes ? 'yes' : undefined} />
                    ))}
                  </span>
                </th>
                <Latest view={view} hit={on.find(agreed)} side="joint" head={l('lastAgreed')} />
                <Latest view={view} hit={on.find(by(own))} side="own" head={l('latestOf', { party: voice.party(own) })} />
                <Latest view={view} hit={on.find(by(other))} side="other" head={l('latestOf', { party: voice.party(other) })} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Latest({ view, hit, side, head }: { view: View; hit: Hit | undefined; side: 'own' | 'other' | 'joint'; head: string }) {
  const { voice } = view;
  if (!hit)
    return (
      <td data-head={head}>
        <span class="note">{voice.label('noneOnRecord')}</span>
      </td>
    );
  return (
    <td class={`${side}${hit.withheld ? ' hatched' : ''}`} data-head={head}>
      <div>
        <ActChip view={view} act={hit.act} />
        {hit.withheld && (
          <span class="note inline">
            <Hatch />
            {voice.label('withheld')}
          </span>
        )}
        <q class="words clip3" lang={hit.language}>
          {hit.quote}
        </q>
        <a class="cite" href={to(view, readoutPath(hit.document, hit.id))}>
          {[hit.talks.date && voice.date(hit.talks.date), placeName(hit.path, voice)].filter(Boolean).join(voice.label('comma'))}
        </a>
      </div>
    </td>
  );
}

function Owed({ view, rows, own }: { view: View; rows: readonly CommitmentRow[]; own: string }) {
  const { voice } = view;
  const l = voice.label;
  const mark = (parties: readonly string[]) => (parties.length > 1 ? 'joint' : parties[0] === own ? 'own' : 'other');
  return (
    <ul class="owed">
      {rows.map((row) => (
        <li>
          <p class="line">
            <b>{voice.phrases.commitments[row.kind as 'visit']}</b>{' '}
            <span class="who">
              <Mark side={mark(row.by)} />
              {voice.parties(row.by)}
              {row.by.length === 1 && row.to.length > 0 && (
                <>
                  {' → '}
                  <Mark side={mark(row.to)} />
                  {voice.parties(row.to)}
                </>
              )}
            </span>
          </p>
          <p>
            <q class="clip">{row.what}</q>
          </p>
          <p class="note">
            {voice.phrases.stages[row.stage as 'agreed']} · {row.due ? l('due', { date: voice.date(row.due) }) : l('noDate')}
            {row.due && dayOf(row.due) && ` · ${countdown(row.due, view)}`}{' '}
            <a class="cite" href={to(view, readoutPath(row.document, row.statement))}>
              {[row.told && voice.date(row.told), row.path && placeName(row.path, voice)].filter(Boolean).join(l('comma'))}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function NextDates({ view, rows }: { view: View; rows: readonly CommitmentRow[] }) {
  const ahead = rows.filter(({ due }) => due !== undefined && due.slice(0, 10) >= view.today.slice(0, due.slice(0, 10).length));
  return ahead.length > 0 ? (
    <Ahead view={view} rows={ahead.slice(0, 5)} />
  ) : (
    <p class="note">{view.voice.label('noneAhead', { date: view.voice.date(view.today) })}</p>
  );
}

export function Entities({ view, rows, folder }: { view: View; rows: readonly EntityRow[]; folder: 'people' | 'instruments' }) {
  const { voice } = view;
  if (rows.length === 0) return <p class="note">{voice.label('noneOnRecord')}</p>;
  return (
    <ul class="entities">
      {rows.map((row) => (
        <li data-open="">
          <a class="src-words" href={to(view, `${folder}/${row.id}`)}>
            {row.name}
          </a>{' '}
          <span class="note">
            {[row.office, row.party && voice.parties(row.party.split('-'))].filter(Boolean).join(voice.label('comma'))} ·{' '}
            {voice.label('readoutsCount', { n: row.documents })}
            {row.first &&
              ` · ${row.first.slice(0, 4)}${row.last && row.last.slice(0, 4) !== row.first.slice(0, 4) ? `–${row.last.slice(0, 4)}` : ''}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
