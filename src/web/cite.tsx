/** One statement, words of a text, or a whole readout, in every form of citation. */
import type { DocumentRow } from '../desk/held.ts';
import { placeName } from '../drawing/sides.ts';
import { smallest } from '../record/place.ts';
import type { Standing } from '../record/standing.ts';
import { Crumbs, Frame } from './parts/frame.tsx';
import { readoutPath, type View, wordsAt, wordsPath } from './parts/view.ts';
import { titleOf } from './parts/words.ts';
import { Cite } from './readout.tsx';

/** What is cited: a statement by its id, or words by their place (`120-180`). */
export interface Wanted {
  readonly statement: string | undefined;
  readonly at: string | undefined;
}

export function citePage(view: View, row: DocumentRow, { reading }: Standing, wanted: Wanted, origin: string) {
  const { voice } = view;
  const l = voice.label;
  const { text, outline } = reading.document;
  const statement = reading.statements.find((each) => each.id === wanted.statement);
  const words = statement ? undefined : wordsAt(wanted.at, text.length);
  const quoted = statement ?? (words && { quote: text.slice(...words), path: smallest(outline, words)?.path ?? '' });
  const place = words ? `&at=${words.join('-')}#e-${words.join('-')}` : statement ? `#s-${statement.id}` : '';
  const address = `${origin}/${voice.code}/readouts/${row.id}?v=${row.n}${place}`;
  return (
    <Frame view={view} title={[l('cite'), titleOf(row, voice)]} cites="own">
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          [words ? wordsPath(row.id, words) : readoutPath(row.id, statement?.id), titleOf(row, voice)],
        ]}
      />
      <h1>{l('citeForms')}</h1>
      {quoted && (
        <p class="lead">
          <q lang={row.language}>{quoted.quote}</q> <span class="note">{placeName(quoted.path, voice)}</span>
        </p>
      )}
      <Cite view={view} cited={{ document: row.id, version: row.n, reading, statement: statement?.id, words, address, seen: view.today }} />
    </Frame>
  );
}
