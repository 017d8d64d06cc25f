/** The versions of a page, and what each changed. */

import { type Compared, changedSpans, compareVersions, type LineEdit } from '../desk/comparing/compare-versions.ts';
import { tellNews } from '../desk/finding/news.ts';
import type { Archive, DocumentRow } from '../desk/held.ts';
import type { Statement } from '../record/reading.ts';
import { Changes } from './parts/changes.tsx';
import { ActChip } from './parts/chip.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { readoutPath, to, type View } from './parts/view.ts';
import { titleOf } from './parts/words.ts';

/** Lines that stay, shown around a change. */
const AROUND = 2;

export async function versionsPage(archive: Archive, view: View, row: DocumentRow) {
  const { voice } = view;
  const l = voice.label;
  const [versions, happenings] = await Promise.all([archive.versions(row.id), archive.happenings({ document: row.id, limit: 50 })]);
  const newest = [...versions].reverse();
  const compared = await Promise.all(newest.slice(0, 10).map(({ n }) => compareVersions(archive, row.id, n)));
  return (
    <Frame view={view} title={[l('versions'), titleOf(row, voice)]} twin={`/api/v1/documents/${row.id}/versions`}>
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          [readoutPath(row.id), titleOf(row, voice)],
        ]}
      />
      <h1>{l('versions')}</h1>
      <p class="lead src-words" lang={row.title ? row.language : undefined}>
        {titleOf(row, voice)}
      </p>
      <table class="table">
        <caption class="vh">{l('versions')}</caption>
        <thead>
          <tr>
            <th scope="col">{l('versions')}</th>
            <th scope="col">{l('addedOn')}</th>
            <th scope="col">{l('publishedDay')}</th>
            <th scope="col">{l('changedN')}</th>
            <th scope="col" class="num">
              {l('statements')}
            </th>
            <th scope="col">sha256</th>
          </tr>
        </thead>
        <tbody>
          {newest.map((version) => (
            <tr data-open="">
              <th scope="row">
                <a href={to(view, `readouts/${row.id}?v=${version.n}`)}>{l('versionN', { n: version.n })}</a>
                {version.silent && <span class="box">▲ {l('happenedSilent')}</span>}
              </th>
              <td data-head={l('addedOn')}>
                {voice.date(version.added.slice(0, 10))} <span class="note">{version.who}</span>
              </td>
              <td data-head={l('publishedDay')}>{version.published ? voice.date(version.published) : l('noDate')}</td>
              <td data-head={l('changedN')}>
                {version.difference
                  ? l('linesChanged', { gone: version.difference.lines.gone, come: version.difference.lines.come })
                  : l('firstVersion')}
              </td>
              <td class="num" data-head={l('statements')}>
                {version.statements}
              </td>
              <td data-head="sha256">
                <a class="code" href={to(view, `readouts/${row.id}/source?v=${version.n}`)}>
                  {version.sha256.slice(0, 12)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {compared.map((each) => each && <OneChange view={view} compared={each} />)}
      <section class="sec" aria-labelledby="history">
        <h2 id="history">{l('history')}</h2>
        <Changes view={view} news={await tellNews(archive, happenings.items)} />
      </section>
    </Frame>
  );
}

function OneChange({ view, compared }: { view: View; compared: Compared }) {
  const l = view.voice.label;
  const { version, before, edits, gone, come, language } = compared;
  return (
    <section class="sec" aria-labelledby={`v${version.n}`}>
      <h2 id={`v${version.n}`}>{l('fromTo', { from: before.n, to: version.n })}</h2>
      {version.silent && (
        <p class="alert">
          <b>▲ {l('happenedSilent')}</b>
        </p>
      )}
      <div class="redline src-words" lang={language}>
        {redline(edits).map((line) => (
          <p class={line.kind}>{line.words}</p>
        ))}
      </div>
      {(gone.length > 0 || come.length > 0) && (
        <div class="two">
          <Statements view={view} label={l('statementsGone', { n: gone.length })} statements={gone} language={language} />
          <Statements view={view} label={l('statementsCome', { n: come.length })} statements={come} language={language} />
        </div>
      )}
    </section>
  );
}

function Statements({ view, label, statements, language }: { view: View; label: string; statements: readonly Statement[]; language: string }) {
  return (
    <div>
      <h3 class="minor">{label}</h3>
      <ul class="outcomes">
        {statements.map((each) => (
          <li>
            <ActChip view={view} act={each.act} /> <q lang={language}>{each.quote}</q>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lines that changed, with some around; a line that took another's place has only its own part struck or underlined. */
function redline(edits: readonly LineEdit[]) {
  const near = new Set<number>();
  for (const [i, { kind }] of edits.entries()) if (kind !== 'kept') for (let at = i - AROUND; at <= i + AROUND; at++) near.add(at);
  const out: { kind: string; words: unknown }[] = [];
  let skipped = false;
  for (const [i, edit] of edits.entries()) {
    if (!near.has(i) || (edit.kind === 'kept' && edit.words.trim() === '')) {
      if (!near.has(i) && !skipped && edit.words.trim() !== '') out.push({ kind: 'gap', words: '…' });
      skipped = skipped || edit.words.trim() !== '';
      continue;
    }
    skipped = false;
    const other = edit.kind === 'gone' ? edits[i + 1] : edit.kind === 'come' ? edits[i - 1] : undefined;
    const pair = other && other.kind !== 'kept' && other.kind !== edit.kind;
    const spans = pair ? changedSpans(edit.kind === 'gone' ? edit.words : other.words, edit.kind === 'gone' ? other.words : edit.words) : undefined;
    const [start, end] = spans ? (edit.kind === 'gone' ? spans.before : spans.after) : [0, edit.words.length];
    const inner = edit.words.slice(start, end);
    const changed = edit.kind === 'gone' ? <del>{inner}</del> : edit.kind === 'come' ? <ins>{inner}</ins> : inner;
    out.push({ kind: edit.kind, words: [edit.words.slice(0, start), changed, edit.words.slice(end)] });
  }
  return out as { kind: string; words: string }[];
}
