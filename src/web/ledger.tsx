/** Commitments: one promise a line, by what needs doing, with how far it has come and why; the same as CSV, calendar and feed. */

import type { Context } from 'hono';
import { GROUPS, type LedgerLine, type LedgerTold, makeLedger, STATES } from '../desk/following/ledger.ts';
import { LEDGER_MEDIA, ledgerCalendar, ledgerCsv, ledgerFeed } from '../desk/following/ledger-formats.ts';
import type { Archive, DyadRow } from '../desk/held.ts';
import { instant } from '../desk/outside.ts';
import { dueChart } from '../drawing/due.ts';
import { COLUMNS, columnWords, ladder, nodesOf } from '../drawing/ladder.ts';
import { daysWords, groupWords, lineTitle, reasonWords, searchedWords, stateWords, stepWords, whyWords } from '../drawing/ledger.ts';
import { commitmentKinds } from '../record/schema.ts';
import { Cite } from './parts/cited.tsx';
import { Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Mark, Put } from './parts/side.tsx';
import { query, to, type View } from './parts/view.ts';
import { dyadName } from './parts/words.ts';

export interface LedgerFilter {
  readonly dyad?: string;
  readonly by?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly due?: string;
  readonly line?: string;
}

/** What the address asks for; what is no choice is left out. */
export function ledgerFilterOf(search: URLSearchParams): LedgerFilter {
  const one = (name: string, allowed: RegExp | readonly string[]) => {
    const value = (search.get(name) ?? '').trim();
    const fits = Array.isArray(allowed) ? allowed.includes(value) : (allowed as RegExp).test(value);
    return value !== '' && fits ? { [name]: value } : {};
  };
  return {
    ...one('dyad', /^[A-Za-z][A-Za-z0-9]{1,8}-[A-Za-z][A-Za-z0-9]{1,8}$/),
    ...one('by', /^[A-Z][A-Z0-9]{1,8}$/),
    ...one('kind', commitmentKinds),
    ...one('state', STATES),
    ...one('due', /^\d{4}(?:-\d\d(?:-\d\d)?)?$/),
    ...one('line', /^l-[0-9a-f]{16}$/),
  };
}

/** The ledger as a file to take along. */
export async function ledgerFile(
  archive: Archive,
  view: View,
  filter: LedgerFilter,
  format: 'csv' | 'ics' | 'atom',
  context: Context,
): Promise<Response> {
  const told = await makeLedger(archive, { ...filter, asOf: view.today }, view.voice);
  const { origin } = new URL(context.req.url);
  const addresses = { pages: `${origin}/${view.voice.code}/`, self: context.req.url };
  const body =
    format === 'csv'
      ? `\ufeff${ledgerCsv(told)}`
      : format === 'ics'
        ? ledgerCalendar(told, view.voice, instant(), addresses)
        : ledgerFeed(told, view.voice, instant(), addresses);
  const name = `commitments${filter.dyad ? `-${filter.dyad}` : ''}.${format}`;
  return context.body(body, 200, {
    'Content-Type': LEDGER_MEDIA[format],
    ...(format !== 'atom' && { 'Content-Disposition': `attachment; filename="${name}"` }),
  });
}

/** Lines on one page of the archive's whole ledger: the first of each group. */
const MOST = 60;
/** A page looks through so many talks of all relations, the newest; one relation is always whole. */
const MOST_TALKS = 3_000;

export async function ledgerPage(archive: Archive, view: View, filter: LedgerFilter) {
  const { voice } = view;
  const l = voice.label;
  const [told, dyads] = await Promise.all([makeLedger(archive, { ...filter, asOf: view.today, mostTalks: MOST_TALKS }, voice), archive.dyads()]);
  const name = told.dyad && dyadName(told.dyad, voice);
  const owns = ownSides(told.lines);
  const on = view.past ? view.today : undefined;
  const file = (format: string) => to(view, `ledger.${format}${query({ ...filter, on })}`);
  return (
    <Frame view={view} title={[l('ledger'), name]} at="ledger">
      <Head
        view={view}
        title={name ? l('ledgerOf', { relation: name }) : l('ledger')}
        lead={l('ledgerLead')}
        csv={file('csv')}
        twin={`/api/v1/ledger${query({ ...filter, asOf: view.past ? view.today : undefined })}`}
        calendar={file('ics')}
        feed={file('atom')}
      />
      <Filters view={view} filter={filter} dyads={dyads} told={told} />
      {told.left > 0 && <p class="note">{l('ledgerLeft', { n: told.left })}</p>}
      <Due view={view} told={told} />
      {told.lines.length === 0 && (
        <p>
          <b>{told.all > 0 ? l('ledgerNothing', { n: told.all }) : l('ledgerEmpty')}</b> {told.all === 0 && l('ledgerEmptyNext')}
        </p>
      )}
      {GROUPS.map((group) => (
        <Group
          view={view}
          group={group}
          lines={told.lines.filter((line) => line.group === group)}
          owns={owns}
          relation={told.dyad === undefined}
          filter={filter}
        />
      ))}
    </Frame>
  );
}

/** The dates as a picture; the tables below say the same in words. */
function Due({ view, told }: { view: View; told: LedgerTold }) {
  const chart = dueChart(told.lines, view.today, view.voice);
  return chart ? (
    <section class="wide" tabindex={0} aria-label={view.voice.label('dueWords')}>
      <Put markup={chart} />
    </section>
  ) : null;
}

function Filters({ view, filter, dyads, told }: { view: View; filter: LedgerFilter; dyads: readonly DyadRow[]; told: LedgerTold }) {
  const { voice } = view;
  const l = voice.label;
  const parties = told.dyad?.split('-') ?? [];
  return (
    <form class="filters" action={to(view, 'ledger')}>
      {view.past && <input type="hidden" name="on" value={view.today} />}
      <p>
        <label for="dyad">{l('relation')}</label>
        <select id="dyad" name="dyad">
          <option value="">{l('allRelations')}</option>
          {dyads.map(({ dyad }) => (
            <option value={dyad} selected={dyad === told.dyad}>
              {dyadName(dyad, voice)}
            </option>
          ))}
        </select>
      </p>
      {parties.length > 0 && (
        <p>
          <label for="by">{l('owedBy')}</label>
          <select id="by" name="by">
            <option value="">{l('eitherSide')}</option>
            {parties.map((party) => (
              <option value={party} selected={party === filter.by}>
                {voice.party(party)}
              </option>
            ))}
          </select>
        </p>
      )}
      <p>
        <label for="kind">{l('kindOf')}</label>
        <select id="kind" name="kind">
          <option value="">{l('anyKind')}</option>
          {commitmentKinds
            .filter((kind) => kind !== 'invitation')
            .map((kind) => (
              <option value={kind} selected={kind === filter.kind}>
                {voice.phrases.commitments[kind]}
              </option>
            ))}
        </select>
      </p>
      <p>
        <label for="state">{l('stateOf')}</label>
        <select id="state" name="state">
          <option value="">{l('anyState')}</option>
          {STATES.map((state) => (
            <option value={state} selected={state === filter.state}>
              {stateWords(state, voice)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="due">{l('dueWords')}</label>
        <input type="text" id="due" name="due" value={filter.due} autocomplete="off" size={10} placeholder="2011-02" />
      </p>
      <button type="submit">{l('show')}</button>
      <span class="note">
        <b>{l('ledgerCount', { n: told.lines.length, all: told.all })}</b>
        {told.until && ` · ${l('ledgerSearched', { n: told.talks, date: voice.date(told.until) })}`}
      </span>
    </form>
  );
}

interface GroupOptions {
  readonly view: View;
  readonly group: (typeof GROUPS)[number];
  readonly lines: readonly LedgerLine[];
  readonly owns: ReadonlyMap<string, string>;
  /** The relation stands beside each line. */
  readonly relation: boolean;
  readonly filter: LedgerFilter;
}

function Group({ view, group, lines, owns, relation, filter }: GroupOptions) {
  const { voice } = view;
  const l = voice.label;
  if (lines.length === 0) return null;
  const shown = relation ? lines.slice(0, MOST) : lines;
  return (
    <section class="sec ledger" aria-labelledby={`g-${group}`}>
      <div class="sec-head">
        <h2 id={`g-${group}`}>{groupWords(group, voice)}</h2>
        <span class="note">
          {lines.length}
          {group === 'past' && ` · ${l('groupPastNote')}`}
          {shown.length < lines.length && ` · ${l('ledgerCount', { n: shown.length, all: lines.length })}`}
        </span>
      </div>
      <table class="table lines">
        <caption class="vh">{groupWords(group, voice)}</caption>
        <thead>
          <tr>
            <th scope="col">{l('commitments')}</th>
            <th scope="col">{l('owedByTo')}</th>
            <th scope="col">
              <span class="ladder-head">
                {COLUMNS.map((stages) => (
                  <span>{columnWords(stages, voice)}</span>
                ))}
              </span>
            </th>
            <th scope="col">{l('dueWords')}</th>
            <th scope="col" class="num">
              {l('tellings')}
            </th>
            <th scope="col">{l('lastEvidence')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Row view={view} line={line} own={owns.get(line.dyad) as string} relation={relation} open={filter.line === line.id} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Of each relation the party whose mark is the disc, in all its lines: the one that publishes most of what they are told by. */
function ownSides(lines: readonly LedgerLine[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { dyad, tellings } of lines)
    for (const { publisher } of tellings) counts.set(`${dyad} ${publisher}`, (counts.get(`${dyad} ${publisher}`) ?? 0) + 1);
  const count = (dyad: string, party: string) => counts.get(`${dyad} ${party}`) ?? 0;
  return new Map(
    [...new Set(lines.map(({ dyad }) => dyad))].map((dyad) => {
      const [one, other] = dyad.split('-') as [string, string];
      return [dyad, count(dyad, other) > count(dyad, one) ? other : one];
    }),
  );
}

function sideOf(parties: readonly string[], own: string): 'own' | 'other' | 'joint' | 'none' {
  return parties.length > 1 ? 'joint' : parties.length === 0 ? 'none' : parties[0] === own ? 'own' : 'other';
}

function Row({ view, line, own, relation, open }: { view: View; line: LedgerLine; own: string; relation: boolean; open: boolean }) {
  const { voice } = view;
  const l = voice.label;
  const last = line.steps.flatMap(({ cited }) => cited).at(-1) ?? line.what;
  const mutual = line.by.length > 1;
  return (
    <>
      <tr id={line.id} data-open="">
        <th scope="row">
          <span class="line-title">{lineTitle(line, voice)}</span>
          <q class="words" lang={line.what.language}>
            {line.what.quote}
          </q>
          {relation && (
            <a class="note" href={to(view, `ledger${query({ dyad: line.dyad })}`)}>
              {dyadName(line.dyad, voice)}
            </a>
          )}
        </th>
        <td data-head={l('owedByTo')}>
          <span class="who">
            <Mark side={sideOf(line.by.slice(0, 1), own)} />
            {line.by[0]} <span class="arrow">{mutual ? '⇄' : '→'}</span>
            <Mark side={sideOf((mutual ? line.by.slice(1) : line.to).slice(0, 1), own)} />
            {(mutual ? line.by.slice(1) : line.to).join('+')}
          </span>
        </td>
        <td class="picture" data-head={stateWords(line.state, voice)}>
          <Put markup={ladder(line, own, voice)} />
          <ol class="ladder-list">
            {nodesOf(line).map(({ stage, step }) => (
              <li class={step ? undefined : 'unreached'}>
                {step
                  ? l('ladderAt', { stage: voice.phrases.stages[stage], date: step.day ? voice.date(step.day) : '' })
                  : l('ladderNone', { stage: voice.phrases.stages[stage] })}
              </li>
            ))}
          </ol>
        </td>
        <td data-head={l('dueWords')}>
          <div>
            {line.due ? (
              <>
                <b class={line.due.basis === 'inferred' ? 'inferred' : undefined}>{voice.date(line.due.edtf)}</b>
                <q class="note">{line.due.text}</q>
              </>
            ) : (
              <span class="note">{l('noDueTold')}</span>
            )}
            <span class="days">
              {line.days !== undefined && (
                <span class={line.days < 0 ? 'alert' : 'note'}>
                  {line.days < 0 ? `▲ ${daysWords(line.days, voice)}` : daysWords(line.days, voice)}
                </span>
              )}
              {line.state !== 'open' && <span class="note">{stateWords(line.state, voice)}</span>}
            </span>
          </div>
        </td>
        <td class="num" data-head={l('tellings')}>
          {line.tellings.length}
        </td>
        <td data-head={l('lastEvidence')}>
          <Cite view={view} cited={last} />
        </td>
      </tr>
      <tr class="why">
        <td colspan={6}>
          <details open={open}>
            <summary>
              {l('ledgerWhy')}
              <span class="vh"> {lineTitle(line, voice)}</span>
            </summary>
            <Evidence view={view} line={line} own={own} />
          </details>
        </td>
      </tr>
    </>
  );
}

/** Each step with its reason and its words, what was looked at in vain, and where a person may overrule. */
function Evidence({ view, line, own }: { view: View; line: LedgerLine; own: string }) {
  const { voice } = view;
  const l = voice.label;
  const newest = line.of.at(-1);
  const invited = line.steps.some(({ stage }) => stage === 'invited');
  const intended = line.stage === 'intended' && invited;
  return (
    <div class="evidence">
      <ol class="steps">
        {line.steps.map((step) => (
          <li>
            <p>
              <Mark side={sideOf(step.by, own)} />
              <b>{stepWords(step, voice)}</b> {step.day && voice.date(step.day)} <span class="note inline">{reasonWords(step, line, voice)}</span>
            </p>
            {step.cited.map((cited) => (
              <p class="told">
                <q lang={cited.language}>{cited.quote}</q> <Cite view={view} cited={cited} />
              </p>
            ))}
          </li>
        ))}
      </ol>
      {line.conditions.length > 0 && (
        <p>
          {l('ledgerConditions')}{' '}
          {line.conditions.map((words) => (
            <q>{words}</q>
          ))}
        </p>
      )}
      {intended && <p class="note">{l('notAnAcceptance', { stage: voice.phrases.stages.intended })}</p>}
      {line.after && <p class="note">{l('promisedAgain')}</p>}
      {line.state !== 'done' && line.state !== 'declined' && <p class="note">{searchedWords(line, voice)}</p>}
      {line.searched && line.searched.looked.length > 0 && (
        <ul class="looked">
          {line.searched.looked.map((looked) => (
            <li>
              <Cite view={view} cited={looked.cited} /> <q lang={looked.cited.language}>{looked.cited.quote}</q>{' '}
              <span class="note inline">{whyWords(looked, voice)}</span>
            </li>
          ))}
        </ul>
      )}
      {newest && (
        <p>
          <a href={to(view, `readouts/${newest.document}${query({ correct: 'commitment', id: newest.commitment })}#correct`)}>{l('overrule')}</a>
        </p>
      )}
    </div>
  );
}
