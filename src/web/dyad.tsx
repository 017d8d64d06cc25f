/** The state of play between two parties: four facts, the picture of all talks, topic by topic the last words of each side. */

import { stateOfPlay } from '../desk/following/state-of-play.ts';
import type { Archive, DyadRow } from '../desk/held.ts';
import { talksKinds, talksLevels } from '../record/schema.ts';
import { FourFacts } from './dyad/facts.tsx';
import { Clocks, NextDates, Owed } from './dyad/owed.tsx';
import { TopicByTopic } from './dyad/topics.tsx';
import { CiteButton } from './parts/cite-page.tsx';
import { Entities } from './parts/entities.tsx';
import { Finder } from './parts/finder.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { type Period, PeriodFields, periodOf } from './parts/period.tsx';
import { Mark } from './parts/side.tsx';
import { TalksTable } from './parts/talks-table.tsx';
import { Timeline } from './parts/timeline.tsx';
import { query, readoutPath, to, type View } from './parts/view.ts';
import { dyadName, namesBeside, ownOf, talksWords } from './parts/words.ts';

export interface Filter extends Period {
  readonly level?: string;
  readonly kind?: string;
}

export function filterOf(search: URLSearchParams): Filter {
  const one = (name: string, allowed: readonly string[]) => {
    const value = (search.get(name) ?? '').trim();
    return allowed.includes(value) ? { [name]: value } : {};
  };
  return { ...one('level', talksLevels), ...one('kind', talksKinds), ...periodOf(search) };
}

export async function dyadPage(archive: Archive, view: View, dyad: DyadRow, filter: Filter) {
  const { voice } = view;
  const l = voice.label;
  // A state of play on an earlier day knows nothing of what came later.
  const until = [filter.to, view.past ? view.today : undefined].filter((each) => each !== undefined).sort()[0];
  const state = await stateOfPlay(archive, { dyad: dyad.dyad, asOf: view.today, ...filter, to: until }, voice);
  const { documents: rows, talks, statements, lines, people, treaties } = state;
  const own = ownOf(dyad, rows);
  const other = dyad.parties.find((party) => party !== own) ?? dyad.parties[1];
  const name = dyadName(dyad.dyad, voice, own);
  const [last] = talks;
  const open = lines.filter(({ state: of }) => of !== 'done' && of !== 'declined');
  return (
    <Frame view={view} title={[name, l('navRelations')]} at="relations" wording={`relations/${dyad.dyad}/wording`}>
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          ['relations', l('navRelations')],
        ]}
      />
      <div class="head">
        <div>
          <h1>
            {name}
            {namesBeside(dyad.dyad, view, own).map(({ code, words }) => (
              <span class="beside" lang={code === voice.code ? undefined : code}>
                {words}
              </span>
            ))}
          </h1>
          <p class="lead">
            {l('stateOfPlay', { date: voice.date(view.today) })} · {l('talksCount', { n: view.past ? talks.length : dyad.talks - state.twice })}
            {last && (
              <>
                {' '}
                · {l('lastTalks')}{' '}
                <a href={to(view, readoutPath(last.document))}>
                  {last.date ? voice.date(last.date) : l('noDate')} {talksWords(last, voice)}
                </a>
                {last.also && (
                  <>
                    {l('comma')}
                    <a href={to(view, readoutPath(last.also.document))}>{l('otherAccount')}</a>
                  </>
                )}
              </>
            )}
          </p>
          <p class="ways">
            {(
              [
                [`relations/${dyad.dyad}/positions`, 'navPositions'],
                [`relations/${dyad.dyad}/wording`, 'navWording'],
                [`accounts${query({ dyad: dyad.dyad })}`, 'twoAccounts'],
                [`relations/${dyad.dyad}/contradictions`, 'contradictions'],
                [`search${query({ dyad: dyad.dyad })}`, 'searchHere'],
              ] as const
            ).map(([path, name]) => (
              <a href={to(view, path)}>{l(name)}</a>
            ))}
          </p>
        </div>
        <div class="buttons">
          <CiteButton view={view} />
          <a class="button" href={`/api/v1/export/statements${query({ dyad: dyad.dyad })}`} download>
            CSV
          </a>
          <a class="button" href={`/api/v1/dyads/${dyad.dyad}`}>
            JSON
          </a>
          <a class="button" href={to(view, `search.atom${query({ dyad: dyad.dyad, order: 'newest' })}`)} type="application/atom+xml" rel="alternate">
            {l('follow')}
          </a>
          <a class="button dark" href={to(view, `relations/${dyad.dyad}/brief${query({ before: view.past ? view.today : undefined })}`)}>
            {l('briefOf')}
          </a>
        </div>
      </div>
      <FourFacts view={view} state={state} open={open} />
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
        <Timeline view={view} rows={rows} dyad={dyad.dyad} own={own} clocks={state.clocks} lines={lines} />
        {talks.length === 0 && (
          <p>
            <b>{l('noTalksSo')}</b> <a href={to(view, `relations/${dyad.dyad}`)}>{l('allTalks')}</a>
          </p>
        )}
        <details class="as-table">
          <summary>{l('asTable', { n: talks.length })}</summary>
          <TalksTable view={view} rows={talks} />
        </details>
      </section>
      <TopicByTopic
        view={view}
        hits={statements}
        own={own}
        other={other}
        dyad={dyad.dyad}
        topics={state.topics.topic ?? []}
        last={talks.slice(0, 6)}
      />
      <Finder view={view} action={`relations/${dyad.dyad}/wording`} />
      <div class="two">
        <section class="sec" aria-labelledby="owed">
          <div class="sec-head">
            <h2 id="owed">{l('openCommitments')}</h2>
            <span class="note">{l('markMoved')}</span>
            <a class="more" href={to(view, `ledger${query({ dyad: dyad.dyad })}`)}>
              {l('ledger')}
            </a>
          </div>
          {open.length === 0 ? <p class="note">{l('noneOnRecord')}</p> : <Owed view={view} lines={open} own={own} />}
        </section>
        <div>
          <section class="sec" aria-labelledby="clock">
            <div class="sec-head">
              <h2 id="clock">{l('treatyClock')}</h2>
              <a class="more" href={to(view, `clock/${dyad.dyad}`)}>
                {l('clock')}
              </a>
            </div>
            <Clocks view={view} clocks={state.clocks} />
          </section>
          <section class="sec" aria-labelledby="ahead">
            <h2 id="ahead">{l('datesAhead')}</h2>
            <NextDates view={view} lines={lines} />
          </section>
          <section class="sec" aria-labelledby="treaties">
            <h2 id="treaties">{l('instruments')}</h2>
            <Entities view={view} rows={treaties} folder="instruments" />
          </section>
          <section class="sec" aria-labelledby="people">
            <h2 id="people">{l('navPeople')}</h2>
            <Entities view={view} rows={people} folder="people" />
          </section>
        </div>
      </div>
    </Frame>
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
      <PeriodFields view={view} period={filter} />
      <button type="submit">{l('show')}</button>
    </form>
  );
}
