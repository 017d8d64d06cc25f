/** The state of play between two parties: four facts, the picture of all talks, topic by topic the last words of each side. */
import type { Archive, DyadRow, EntityRow, Hit, TalksRow, Told, ToldTalks } from '../desk/held.ts';
import { type Cited, type Clock, GROUPS, type LedgerLine } from '../desk/ledger.ts';
import { type StateOfPlay, stateOfPlay } from '../desk/state-of-play.ts';
import { ladder } from '../drawing/ladder.ts';
import { citeWords, daysWords, eventWords, lineTitle, stateWords } from '../drawing/ledger.ts';
import { placeName } from '../drawing/sides.ts';
import { ACTS } from '../record/acts.generated.ts';
import { talksKinds, talksLevels } from '../record/schema.ts';
import { DateBlock } from './parts/ahead.tsx';
import { ActChip } from './parts/chip.tsx';
import { CiteButton } from './parts/cite-page.tsx';
import { Finder } from './parts/finder.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { type Period, PeriodFields, periodOf } from './parts/period.tsx';
import { Hatch, Mark, Put } from './parts/side.tsx';
import { Timeline } from './parts/timeline.tsx';
import { daysBetween, query, readoutPath, to, type View } from './parts/view.ts';
import { dyadName, namesBeside, ownOf, talksWords, topicName } from './parts/words.ts';

const TOPICS = 8;
/** Commitments that the page has room for. */
const OWED = 8;

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

/** Four facts with their days: what comes next, what waits longest for an answer, where positions were withheld, what the points left out. */
function FourFacts({ view, state, open }: { view: View; state: StateOfPlay; open: readonly LedgerLine[] }) {
  const { voice } = view;
  const l = voice.label;
  const { last, notInPoints, lines } = state;
  const [next] = aheadOf(lines);
  const waiting = open
    .filter(({ kind, group }) => (kind === 'visit' || kind === 'invitation') && group !== 'past')
    .map((line) => ({ line, step: line.steps.at(-1) }))
    .filter(({ step }) => step?.day !== undefined && step.day <= view.today)
    .sort((a, b) => ((a.step?.day ?? '') < (b.step?.day ?? '') ? 1 : -1))[0];
  const withheld = last?.statements.filter((one) => one.withheld) ?? [];
  return (
    <ul class="four">
      <li>
        <b>{next?.days !== undefined ? l('daysN', { n: next.days }) : next?.due?.edtf ? voice.date(next.due.edtf) : l('noneTold')}</b>
        {next ? (
          <>
            <p>
              {l('toNext', { what: lineTitle(next, voice) })}
              {next.days !== undefined && next.due?.edtf && `${l('comma')}${voice.date(next.due.edtf)}`}
            </p>
            <Cite view={view} cited={next.what} />
          </>
        ) : (
          <p>{l('noNext')}</p>
        )}
      </li>
      <li>
        {waiting?.step?.day ? (
          <>
            <b>{l('daysN', { n: daysBetween(waiting.step.day, view.today) })}</b>
            <p>
              {l('sinceStep', { stage: voice.phrases.stages[waiting.step.stage], what: lineTitle(waiting.line, voice) })} {l('nothingSince')}
            </p>
            <Cite view={view} cited={waiting.step.cited[0] ?? waiting.line.what} />
          </>
        ) : last?.day ? (
          <>
            <b>{l('daysN', { n: daysBetween(last.day, view.today) })}</b>
            <p>{l('sinceLast')}</p>
            <a class="cite" href={to(view, readoutPath(last.document))}>
              {last.date && voice.date(last.date)}
            </a>
          </>
        ) : (
          <b>—</b>
        )}
      </li>
      <li>
        <b>{l('passagesN', { n: withheld.length })}</b>
        <p>{l('withheldInLast')}</p>
        {last && <Places view={view} talks={last} said={withheld} />}
      </li>
      <li>
        {notInPoints && last ? (
          <>
            <b>{l('agreementsN', { n: notInPoints.length })}</b>
            <p>{l('bodyNotPoints')}</p>
            <Places view={view} talks={last} said={notInPoints} />
          </>
        ) : (
          <>
            <b>{open.length}</b>
            <p>{l('openNote')}</p>
            <a class="cite" href="#owed">
              {l('showThem')}
            </a>
          </>
        )}
      </li>
    </ul>
  );
}

/** The places of statements of one readout, the first few. */
function Places({ view, talks, said }: { view: View; talks: ToldTalks; said: readonly Told[] }) {
  const { voice } = view;
  const l = voice.label;
  if (said.length === 0) return null;
  return (
    <p class="note">
      {talks.date && voice.date(talks.date)}
      {l('comma')}
      {said.slice(0, 4).map(({ id, path }, i) => (
        <>
          {i > 0 && l('comma')}
          <a class="cite" href={to(view, readoutPath(talks.document, id))}>
            {placeName(path, voice)}
          </a>
        </>
      ))}
      {said.length > 4 && ` ${l('moreN', { n: said.length - 4 })}`}
    </p>
  );
}

function Cite({ view, cited }: { view: View; cited: Cited }) {
  return (
    <a class="cite" href={to(view, readoutPath(cited.document, cited.statement))}>
      {citeWords(cited, view.voice)}
    </a>
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

export function TalksTable({ view, rows }: { view: View; rows: readonly (TalksRow & { readonly also?: TalksRow })[] }) {
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
              {row.also && (
                <a class="note" href={to(view, readoutPath(row.also.document))}>
                  {l('otherAccount')}
                </a>
              )}
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
                  <a href={to(view, `relations/${dyad}/positions${query({ topic: value })}`)}>{topicName(value, voice)}</a>
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

/** What needs doing first: past its date, dated ahead, then what has only a year or none. */
function Owed({ view, lines, own }: { view: View; lines: readonly LedgerLine[]; own: string }) {
  const { voice } = view;
  const l = voice.label;
  const order = GROUPS as readonly string[];
  const shown = [...lines].sort(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || ((a.steps.at(-1)?.day ?? '') < (b.steps.at(-1)?.day ?? '') ? 1 : -1),
  );
  const mark = (parties: readonly string[]) => (parties.length > 1 ? 'joint' : parties[0] === own ? 'own' : 'other');
  return (
    <>
      <ul class="owed">
        {shown.slice(0, OWED).map((line) => (
          <li>
            <p class="line">
              <b>{lineTitle(line, voice)}</b>{' '}
              <span class="who">
                <Mark side={mark(line.by)} /> {voice.parties(line.by)}
                {line.by.length === 1 && line.to.length > 0 && (
                  <>
                    {' → '}
                    <Mark side={mark(line.to)} /> {voice.parties(line.to)}
                  </>
                )}
              </span>
            </p>
            <p>
              <q class="clip" lang={line.what.language}>
                {line.what.quote}
              </q>
            </p>
            <Put markup={ladder(line, own, voice)} />
            <p class="note">
              {stateWords(line.state, voice)} · {line.due?.edtf ? l('due', { date: voice.date(line.due.edtf) }) : l('noDate')}
              {line.days !== undefined && ` · ${daysWords(line.days, voice)}`} <Cite view={view} cited={line.what} />
            </p>
          </li>
        ))}
      </ul>
      {shown.length > OWED && (
        <p class="note">
          {l('moreN', { n: shown.length - OWED })} <a href={to(view, `ledger${query({ dyad: lines[0]?.dyad })}`)}>{l('allN', { n: shown.length })}</a>
        </p>
      )}
    </>
  );
}

/** The life of the treaties, newest step first; a step that must have been and that no readout tells is a ring. */
function Clocks({ view, clocks }: { view: View; clocks: readonly Clock[] }) {
  const { voice } = view;
  const l = voice.label;
  const shown = clocks.filter(({ steps }) => steps.length > 0).slice(0, 3);
  if (shown.length === 0) return <p class="note">{l('noneOnRecord')}</p>;
  return (
    <>
      {shown.map((clock) => (
        <div class="clock-of">
          <p>
            <a class="src-words" href={to(view, `instruments/${clock.id}`)}>
              {clock.name}
            </a>
          </p>
          <ul class="clock-steps">
            {clock.steps.map((step) => (
              <li class={step.status === 'told' ? undefined : 'ahead'}>
                <b>{eventWords(step.event, voice)}</b> <span>{step.date ? voice.date(step.date) : l('noDate')}</span>{' '}
                {step.cited[0] && <Cite view={view} cited={step.cited[0]} />}
              </li>
            ))}
            {clock.missing.map((event) => (
              <li class="missing">
                <b>{eventWords(event, voice)}</b> <span class="note inline">{l('noneOnRecord')}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** Lines with a day, a month or a year that is not over, soonest first. */
function aheadOf(lines: readonly LedgerLine[]): LedgerLine[] {
  return lines
    .filter(({ group, state }) => (group === 'ahead' || group === 'vague') && state !== 'done' && state !== 'declined')
    .sort((a, b) => (a.days ?? 99_999) - (b.days ?? 99_999) || ((a.due?.edtf ?? '9') < (b.due?.edtf ?? '9') ? -1 : 1));
}

function NextDates({ view, lines }: { view: View; lines: readonly LedgerLine[] }) {
  const { voice } = view;
  const ahead = aheadOf(lines);
  if (ahead.length === 0) return <p class="note">{voice.label('noneAhead', { date: voice.date(view.today) })}</p>;
  return (
    <ul class="ahead">
      {ahead.slice(0, 5).map((line) => (
        <li>
          <DateBlock view={view} edtf={line.due?.edtf ?? ''} fixed={line.kind === 'entry-into-force'} />
          <div>
            <p>
              <b>{lineTitle(line, voice)}</b>
            </p>
            <p>
              <q class="clip" lang={line.what.language}>
                {line.what.quote}
              </q>
            </p>
            <p class="note">
              {line.days !== undefined ? daysWords(line.days, voice) : voice.label('dayNotTold')} <Cite view={view} cited={line.what} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

export function Entities({ view, rows, folder }: { view: View; rows: readonly EntityRow[]; folder: 'people' | 'instruments' | 'mechanisms' }) {
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
            {[
              [row.office, row.party && voice.parties(row.party.split('-'))].filter(Boolean).join(voice.label('comma')),
              voice.label('readoutsCount', { n: row.documents }),
            ]
              .filter(Boolean)
              .join(' · ')}
            {row.first &&
              ` · ${row.first.slice(0, 4)}${row.last && row.last.slice(0, 4) !== row.first.slice(0, 4) ? `–${row.last.slice(0, 4)}` : ''}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
