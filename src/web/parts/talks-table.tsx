/** Talks as a table, the newest first: day, who met, where, how it was told. */
import type { TalksRow } from '../../desk/held.ts';
import { Hatch } from './side.tsx';
import { readoutPath, to, type View } from './view.ts';
import { talksWords } from './words.ts';

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
