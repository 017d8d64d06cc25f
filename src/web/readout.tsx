/** One readout: the source and its record side by side, and what a person may do with it. */

import { pointsOf } from '../desk/comparing/points.ts';
import type { Archive, DocumentRow, TalksRow, VersionRow } from '../desk/held.ts';
import { html, type Markup, raw } from '../drawing/markup.ts';
import { placeName } from '../drawing/sides.ts';
import { CITATIONS, type Cited, cite } from '../publishing/citation.ts';
import { makePieces } from '../publishing/html.ts';
import type { Correction } from '../record/correction.ts';
import type { Reading, Statement } from '../record/reading.ts';
import type { Standing } from '../record/standing.ts';
import { comparePath } from './compare.tsx';
import { Citations } from './parts/cite-page.tsx';
import type { Asked } from './parts/correct-fields.tsx';
import { CorrectForm } from './parts/correct-form.tsx';
import { CorrectionsOf, Orphans } from './parts/corrections.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Put } from './parts/side.tsx';
import { query, readoutPath, to, type View, wordsAt } from './parts/view.ts';
import { dyadName, dyadsOf, shortDyad, talksWords, titleOf } from './parts/words.ts';

export interface ReadoutOptions {
  readonly archive: Archive;
  readonly view: View;
  readonly row: DocumentRow;
  readonly standing: Standing;
  /** An older version, where one was asked for. */
  readonly n?: number | undefined;
  /** Scheme and host under which it is read, for permanent addresses. */
  readonly origin: string;
  /** Words that were looked for, as the address names them. */
  readonly at?: string | undefined;
  /** What is being corrected, and what was wrong with the form. */
  readonly asked?: Asked | undefined;
}

export async function readoutPage({ archive, view, row, standing, n, origin, at, asked }: ReadoutOptions) {
  const { voice } = view;
  const l = voice.label;
  const { reading } = standing;
  const [versions, corrections, machine, turn, readings, points] = await Promise.all([
    archive.versions(row.id),
    archive.corrections({ document: row.id }),
    archive.reading(row.id, n),
    neighbours(archive, row, view),
    archive.readings(),
    pointsOf(reading),
  ]);
  const version = versions.find((each) => each.n === (n ?? row.n));
  const current = n === undefined || n === row.n;
  const cited: Cited = {
    document: row.id,
    version: n ?? row.n,
    reading,
    address: `${origin}/${voice.code}/readouts/${row.id}?v=${n ?? row.n}`,
    seen: view.today,
  };
  const form = asked && <CorrectForm view={view} row={row} reading={machine ?? reading} standing={standing} asked={asked} />;
  const formMarkup = form && raw(String(await form.toString()));
  /** The form stands with what it corrects: below the row of its statement, or beside its talks or promise; else on top. */
  const formAt = asked && placeOfForm(asked, reading);
  const found = wordsAt(at, reading.document.text.length);
  const pieces = makePieces(reading, voice, {
    ...(found && { found }),
    below: (statement) => (formAt?.of === 'statement' && formAt.id === statement.id ? formMarkup : undefined),
    date: (span, statement) => (current ? html`<a class="note" href="${askForDate(span, statement)}">${l('correctThisDate')}</a>` : undefined),
    cite: (statement) =>
      cite('plain', { ...cited, statement: statement.id, address: `${cited.address}#s-${statement.id}` }, voice, (path) => placeName(path, voice)),
    note: (statement) => (standing.corrected.has(statement.id) ? html`<span class="box">${l('corrected')}</span>` : undefined),
    fields: history,
    deeds: (statement) => (current ? deeds(statement) : undefined),
    talks: (talks) =>
      formAt?.of === 'talks' && formAt.id === talks.id
        ? formMarkup
        : current
          ? html`<p class="note">${isCorrected(talks.id)}<a href="${askFor('talks', talks.id)}">${l('correctTalks')}</a></p>`
          : undefined,
    commitment: (commitment) =>
      formAt?.of === 'commitment' && formAt.id === commitment.id
        ? formMarkup
        : current
          ? html`<p class="note">${isCorrected(commitment.id)}<a href="${askFor('commitment', commitment.id)}">${l('correctStage')}</a></p>`
          : undefined,
    personHref: personHrefs(row.talks, view),
    aids: view.settings.aids,
    reading: readingsOf(row.talks, readings),
    ...(points.rows.length > 0 && { points: { rows: points.rows, href: to(view, `readouts/${row.id}/points`) } }),
    topicHref: (topic) => to(view, `topics/${topic}`),
  });
  const dyads = dyadsOf(row);
  const crumbs: [string, string][] = [
    ['', l('navArchive')],
    ...dyads.slice(0, 2).map((dyad): [string, string] => [`relations/${dyad}`, shortDyad(dyad, voice, row.publisher?.party)]),
  ];
  return (
    <Frame
      view={view}
      title={[titleOf(row, voice), dyads[0] && dyadName(dyads[0], voice, row.publisher?.party)]}
      scripts={['record.js']}
      cites="own"
      wording={dyads[0] && `relations/${dyads[0]}/wording`}
      twin={to(view, `readouts/${row.id}/record.json${query({ v: n })}`)}
      prev={turn.earlier && to(view, readoutPath(turn.earlier.document))}
      next={turn.later && to(view, readoutPath(turn.later.document))}
    >
      <Crumbs view={view} links={crumbs} />
      <Put markup={pieces.title} />
      <div class="head under">
        <Put markup={pieces.meta} />
        <div class="buttons">
          <a class="button" href="#cite">
            {l('cite')}
          </a>
          <a class="button" href={to(view, `readouts/${row.id}/record.json${query({ v: n })}`)}>
            JSON
          </a>
          <a class="button" href={to(view, `readouts/${row.id}/record.html${query({ v: n })}`)}>
            {l('onePage')}
          </a>
          <a class="button" href={to(view, `readouts/${row.id}/versions`)}>
            {l('versionsCount', { n: versions.length })}
          </a>
          {turn.earlier && row.talks[0] && (
            <a class="button" href={to(view, comparePath(turn.earlier, row.talks[0]))}>
              {l('compareWithEarlier')}
            </a>
          )}
          <button type="button" class="js-only" data-print="">
            {l('printPage')}
          </button>
        </div>
      </div>
      <Notices view={view} row={row} version={version} current={current} />
      {!formAt && form}
      <Put markup={pieces.overview} />
      <Put markup={pieces.parts} />
      <Put markup={pieces.doubts} />
      <Orphans view={view} row={row} orphans={standing.orphans} />
      <CorrectionsOf view={view} row={row} corrections={corrections} />
      <Cite view={view} cited={cited} />
      {current && <Manage view={view} row={row} />}
      <Turn view={view} turn={turn} />
      <Put markup={pieces.readBy} />
      <svg class="wire" aria-hidden="true" focusable="false">
        <path d="" />
      </svg>
    </Frame>
  );

  function isCorrected(id: string): Markup | undefined {
    const last = standing.corrected.get(id)?.at(-1);
    return last && html`<a class="box" href="#${last.id}">${l('corrected')}</a> `;
  }

  function askFor(of: string, id: string): string {
    // The row itself comes into view, its words lit; the form opens below it.
    return to(view, `readouts/${row.id}${query({ correct: of, id })}#${of === 'statement' || of === 'promise' ? `s-${id}` : 'correct'}`);
  }

  function askForDate(span: readonly [number, number], statement: Statement): string {
    return to(view, `readouts/${row.id}${query({ correct: 'date', id: span.join('-'), at: statement.id })}#s-${statement.id}`);
  }

  /** What people said of this statement, and what the machine had read. */
  function history(statement: Statement): Markup | undefined {
    const holding = standing.corrected.get(statement.id);
    if (!holding) return undefined;
    const read = machine?.statements.find(({ id }) => id === statement.id);
    const lines = holding.map(
      (each: Correction) =>
        html`<span class="line">${l('correctedBy', { who: each.who, date: voice.date(each.when.slice(0, 10)) })}: ${each.why} <a href="#${each.id}">${l('openCorrection')}</a></span>`,
    );
    return html`<dt>${l('corrected')}</dt><dd>${lines}${read && read.act !== statement.act && html`<span class="note">${l('machineRead', { act: voice.phrases.acts[read.act] })}</span>`}</dd>`;
  }

  function deeds(statement: Statement): Markup {
    const path = readoutPath(row.id, statement.id);
    return html`<a class="button" href="${askFor('statement', statement.id)}" data-correct>${l('correctReading')}</a><a href="${askFor('promise', statement.id)}">${l('correctPromise')}</a> <a href="${to(view, path)}">${l('permalink')}</a> <a href="${to(view, `readouts/${row.id}/cite${query({ s: statement.id })}`)}">${l('citeForms')}</a> <a href="${to(view, `search${query({ q: `"${shortOf(statement, reading)}"` })}`)}">${l('findWords')}</a> <a href="${to(view, `wording${query({ q: shortOf(statement, reading) })}`)}">${l('phraseHistoryLink')}</a>`;
  }
}

/** Where the form of a correction stands on the page; undefined where it stands on top. */
function placeOfForm(asked: Asked, reading: Reading): { readonly of: 'statement' | 'talks' | 'commitment'; readonly id: string } | undefined {
  const { of, id, at } = asked;
  const there = (list: readonly { readonly id: string }[], wanted: string | undefined) =>
    wanted !== undefined && list.some((each) => each.id === wanted);
  if ((of === 'statement' || of === 'promise') && there(reading.statements, id)) return { of: 'statement', id: id as string };
  if (of === 'date' && there(reading.statements, at)) return { of: 'statement', id: at as string };
  if (of === 'talks' && there(reading.talks, id)) return { of, id: id as string };
  if (of === 'commitment' && there(reading.commitments, id)) return { of, id: id as string };
  return undefined;
}

/** Words of a statement short enough to be looked for elsewhere. */
function shortOf({ content, span, quote }: Statement, reading: Reading): string {
  const words = content ? reading.document.text.slice(...content) : quote;
  return (words || reading.document.text.slice(...span)).replace(/["\s]+/g, ' ').slice(0, 16);
}

function personHrefs(talks: readonly TalksRow[], view: View) {
  const hrefs = new Map<string, string>();
  for (const { participants } of talks)
    for (const { name, office, person } of participants) hrefs.set([name, office].filter(Boolean).join(' '), to(view, `people/${person}`));
  return (words: string) => hrefs.get(words);
}

function readingsOf(talks: readonly TalksRow[], readings: ReadonlyMap<string, string>) {
  const aloud = new Map<string, { name: string; reading: string }>();
  for (const { participants } of talks)
    for (const { name, office, person } of participants) {
      const reading = readings.get(person);
      if (reading) aloud.set([name, office].filter(Boolean).join(' '), { name, reading });
    }
  return (words: string) => aloud.get(words);
}

interface Neighbours {
  readonly earlier?: TalksRow | undefined;
  readonly later?: TalksRow | undefined;
  readonly dyad?: string | undefined;
}

/** The talks of the same relation before and after. */
async function neighbours(archive: Archive, row: DocumentRow, _view: View): Promise<Neighbours> {
  const dyad = dyadsOf(row)[0];
  const day = row.talks[0]?.day;
  if (!dyad || !day) return {};
  const [before, after] = await Promise.all([
    archive.talks({ dyad, to: day, order: 'newest', limit: 6 }),
    archive.talks({ dyad, from: day, order: 'oldest', limit: 6 }),
  ]);
  const other = (each: TalksRow) => each.document !== row.id && each.day !== day;
  return { dyad, earlier: before.items.find(other), later: after.items.find(other) };
}

function Turn({ view, turn }: { view: View; turn: Neighbours }) {
  const { voice } = view;
  if (!turn.earlier && !turn.later) return null;
  const one = (talks: TalksRow | undefined, label: string, key: string) =>
    talks && (
      <a href={to(view, readoutPath(talks.document))}>
        <span class="kbd" aria-hidden="true">
          {key}
        </span>{' '}
        {voice.label(label)} {talks.date && voice.date(talks.date)} {talksWords(talks, voice)}
      </a>
    );
  return (
    <nav class="turn" aria-label={voice.label('turnTalks')}>
      {one(turn.earlier, 'earlierTalks', '[')}
      {one(turn.later, 'laterTalks', ']')}
    </nav>
  );
}

function Notices({ view, row, version, current }: { view: View; row: DocumentRow; version: VersionRow | undefined; current: boolean }) {
  const l = view.voice.label;
  return (
    <>
      {row.removed && (
        <div class="wrong">
          <p>
            <b>▲ {l('isRemoved', { date: view.voice.date(row.removed.slice(0, 10)) })}</b>
          </p>
          <form method="post" action={to(view, `readouts/${row.id}/restore`)}>
            <button type="submit">{l('restore')}</button>
          </form>
        </div>
      )}
      {!current && version && (
        <div class="wrong">
          <p>
            <b>▲ {l('olderVersion', { n: version.n, date: view.voice.date(version.added.slice(0, 10)) })}</b>{' '}
            <a href={to(view, readoutPath(row.id))}>{l('newestVersion', { n: row.n })}</a>
          </p>
        </div>
      )}
      {current && row.silent && (
        <div class="wrong">
          <p>
            <b>▲ {l('happenedSilent')}</b> <a href={to(view, `readouts/${row.id}/versions`)}>{l('seeBoth')}</a>
          </p>
        </div>
      )}
    </>
  );
}

/** The forms in which it is cited, each ready to be copied. */
export function Cite({ view, cited }: { view: View; cited: Cited }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <section class="cites" id="cite" aria-labelledby="cite-title">
      <h2 class="minor" id="cite-title">
        {l('cite')}
      </h2>
      <Citations
        view={view}
        words={CITATIONS.map((form) => [form, cite(form, cited, voice, (path) => placeName(path, voice))] as const)}
        address={cited.address}
      />
    </section>
  );
}

function Manage({ view, row }: { view: View; row: DocumentRow }) {
  const l = view.voice.label;
  return (
    <section class="manage" aria-labelledby="manage-title">
      <h2 class="minor" id="manage-title">
        {l('manage')}
      </h2>
      <p>
        <a class="button" href={to(view, `readouts/${row.id}${query({ correct: 'words' })}#correct`)} data-selection="">
          {l('addMissing')}
        </a>{' '}
        <a class="button" href={to(view, `readouts/${row.id}${query({ correct: 'promise' })}#correct`)} data-selection="">
          {l('correctPromise')}
        </a>{' '}
        <a class="button" href={to(view, `readouts/${row.id}${query({ correct: 'document' })}#correct`)}>
          {l('correctPublished')}
        </a>{' '}
        <a class="button" href={to(view, `readouts/${row.id}/source`)}>
          {l('sourceAsCame')}
        </a>
      </p>
      {!row.removed && (
        <details>
          <summary>{l('remove')}</summary>
          <form method="post" action={to(view, `readouts/${row.id}/remove`)}>
            <p class="note">{l('removeNote')}</p>
            <button type="submit">{l('removeSure')}</button>
          </form>
        </details>
      )}
    </section>
  );
}
