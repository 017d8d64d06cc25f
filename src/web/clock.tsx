/** The treaty clock: of one instrument, and of all between two sides. */

import { type Clock, type ClockStep, makeClocks } from '../desk/following/ledger.ts';
import type { Archive } from '../desk/held.ts';
import { contradictionWords, countWords, eventWords, lifeWords, verdictWords } from '../drawing/ledger.ts';
import { treatyName } from '../drawing/treaty.ts';
import { STEP_ORDER } from '../record/steps.ts';
import { Cite } from './parts/cited.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { daysBetween, query, to, type View } from './parts/view.ts';
import { dayOf, dyadName } from './parts/words.ts';

export async function clocksPage(archive: Archive, view: View, dyad: string) {
  const { voice } = view;
  const l = voice.label;
  const { clocks } = await makeClocks(archive, { dyad, asOf: view.today }, voice);
  const name = dyadName(dyad, voice);
  return (
    <Frame view={view} title={[l('clock'), name]} at="instruments">
      <Crumbs
        view={view}
        links={[
          ['relations', l('navRelations')],
          [`relations/${dyad}`, name],
        ]}
      />
      <Head
        view={view}
        title={l('clockOf', { relation: name })}
        lead={l('asOf', { date: voice.date(view.today) })}
        twin={`/api/v1/clocks/${dyad}`}
        calendar={to(view, `ledger.ics${query({ dyad })}`)}
      />
      {clocks.length === 0 && <p>{l('clockEmpty')}</p>}
      {clocks.map((clock, i) => (
        <section class="sec" aria-labelledby={`clock-${i}`}>
          <h2 id={`clock-${i}`}>
            <a class="src-words" href={to(view, `instruments/${clock.id}`)}>
              {clock.name}
            </a>{' '}
            <span class="of">{yearsOf(clock)}</span>
          </h2>
          <ClockTable view={view} clock={clock} />
        </section>
      ))}
    </Frame>
  );
}

/** The steps with days, words and talks; then counts, contradictions, and what is missing. */
export function ClockTable({ view, clock }: { view: View; clock: Clock }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <>
      {clock.life && <p class="note">{lifeWords(clock.life, voice)}</p>}
      {clock.names.length > 1 && (
        <p class="note">
          {l('clockNames')}{' '}
          {clock.names.map(({ name, language, documents }, i) => (
            <>
              {i > 0 && l('comma')}
              <q lang={language}>{name}</q> ({documents})
            </>
          ))}
          {clock.treaty && <> {l('clockOneTreaty', { name: treatyName(clock.treaty, voice) })}</>}
        </p>
      )}
      {clock.contradictions.map((one) => (
        <p class="alert-line">
          <b class="alert">▲ {l('clockContradictions')}</b> {contradictionWords(one, voice)}{' '}
          {one.cited.map((cited) => (
            <>
              <q lang={cited.language}>{cited.quote}</q> <Cite view={view} cited={cited} />{' '}
            </>
          ))}
        </p>
      ))}
      <table class="table clock-table">
        <caption class="vh">{l('clock')}</caption>
        <thead>
          <tr>
            <th scope="col">{l('step')}</th>
            <th scope="col">{l('when')}</th>
            <th scope="col">{l('daysSince')}</th>
            <th scope="col">{l('clockWords')}</th>
            <th scope="col">{l('clockAtTalks')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(clock).map((row) =>
            typeof row === 'string' ? (
              <tr class="missing">
                <th scope="row">
                  <span class="ring" aria-hidden="true">
                    ○
                  </span>{' '}
                  {eventWords(row, voice)}
                </th>
                <td data-head={l('when')} colspan={4}>
                  <span class="note">{l('clockNoEvidence')}</span>
                </td>
              </tr>
            ) : (
              <StepRow view={view} step={row} before={clock.steps[clock.steps.indexOf(row) - 1]} />
            ),
          )}
        </tbody>
      </table>
      {clock.clauses.length > 0 && (
        <>
          <h3>{l('clockCounts')}</h3>
          <ul class="clauses">
            {clock.clauses.map((clause) => (
              <li>
                {eventWords(clause.step, voice)}: {countWords(clause, voice)} ·{' '}
                {clause.counted.length > 0 && `${l('clockCounted', { dates: clause.counted.map((day) => voice.date(day)).join(l('comma')) })} · `}
                {clause.verdict === 'differs' ? <b class="alert">▲ {verdictWords(clause, voice)}</b> : verdictWords(clause, voice)}{' '}
                <q lang={clause.cited.language}>{clause.cited.quote}</q> <Cite view={view} cited={clause.cited} />
              </li>
            ))}
          </ul>
        </>
      )}
      {clock.next.length > 0 && (
        <p class="note">
          {l('clockNext')}: {clock.next.map((event) => eventWords(event, voice)).join(l('comma'))}
        </p>
      )}
    </>
  );
}

/** By which two documents of one name are told apart: 2005–2011. */
function yearsOf({ steps }: Clock): string {
  const years = steps.flatMap(({ date }) => /^\d{4}/.exec(date ?? '')?.[0] ?? []).sort();
  return [...new Set([years[0], years.at(-1)])].filter(Boolean).join('–');
}

/** Steps taken in their order in time, and each that nothing tells before the first that follows it. */
function inOrder({ steps, missing }: Clock): (ClockStep | ClockStep['event'])[] {
  const rows: (ClockStep | ClockStep['event'])[] = [];
  const left = new Set(missing);
  for (const step of steps) {
    for (const event of left) {
      if (STEP_ORDER.indexOf(event) > STEP_ORDER.indexOf(step.event)) continue;
      rows.push(event);
      left.delete(event);
    }
    rows.push(step);
  }
  return [...rows, ...left];
}

function StepRow({ view, step, before }: { view: View; step: ClockStep; before: ClockStep | undefined }) {
  const { voice } = view;
  const l = voice.label;
  const day = dayOf(step.date);
  return (
    <tr data-open="">
      <th scope="row">
        <span class="ring" aria-hidden="true">
          {step.status === 'told' ? '●' : '○'}
        </span>{' '}
        {eventWords(step.event, voice)}
      </th>
      <td data-head={l('when')}>
        <div>
          {step.date ? voice.date(step.date) : <span class="note">{l('clockDayNotTold')}</span>}
          {step.status === 'ahead' && day && <span class="note">{l('clockAhead', { n: daysBetween(view.today, day) })}</span>}
          {step.status === 'passed' && <span class="note">{l('clockPassed')}</span>}
        </div>
      </td>
      <td data-head={l('daysSince')}>
        {step.days !== undefined && before ? l('clockDaysAfter', { n: step.days, step: eventWords(before.event, voice) }) : '—'}
      </td>
      <td data-head={l('clockWords')}>
        <div>
          {step.cited.map((cited) => (
            <span class="line">
              <q lang={cited.language}>{cited.quote}</q> <Cite view={view} cited={cited} />
            </span>
          ))}
        </div>
      </td>
      <td data-head={l('clockAtTalks')}>
        <div>
          {step.at.length === 0 ? (
            <span class="note">{l('noneOnRecord')}</span>
          ) : (
            step.at.map((cited) => (
              <span class="line">
                <a href={to(view, `readouts/${cited.document}`)}>{cited.title ?? (cited.date && voice.date(cited.date))}</a>
              </span>
            ))
          )}
        </div>
      </td>
    </tr>
  );
}
