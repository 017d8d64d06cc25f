/** Persons, treaties or forums as a short list, with how often they are named. */
import type { EntityRow } from '../../desk/held.ts';
import { to, type View } from './view.ts';

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
