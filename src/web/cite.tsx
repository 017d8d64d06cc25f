/** One statement, or a whole readout, in every form of citation. */
import type { DocumentRow } from '../desk/held.ts';
import { placeName } from '../drawing/sides.ts';
import type { Standing } from '../record/standing.ts';
import { Crumbs, Frame } from './parts/frame.tsx';
import { readoutPath, type View } from './parts/view.ts';
import { titleOf } from './parts/words.ts';
import { Cite } from './readout.tsx';

export function citePage(view: View, row: DocumentRow, { reading }: Standing, id: string | undefined, origin: string) {
  const { voice } = view;
  const l = voice.label;
  const statement = reading.statements.find((each) => each.id === id);
  const address = `${origin}/${voice.code}/readouts/${row.id}?v=${row.n}${statement ? `#s-${statement.id}` : ''}`;
  return (
    <Frame view={view} title={[l('cite'), titleOf(row, voice)]} cites="own">
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          [readoutPath(row.id, statement?.id), titleOf(row, voice)],
        ]}
      />
      <h1>{l('citeForms')}</h1>
      {statement && (
        <p class="lead">
          <q lang={row.language}>{statement.quote}</q> <span class="note">{placeName(statement.path, voice)}</span>
        </p>
      )}
      <Cite view={view} cited={{ document: row.id, version: row.n, reading, statement: statement?.id, address, seen: view.today }} />
    </Frame>
  );
}
