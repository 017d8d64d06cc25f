/** The points list of a page against its body: told, told differently, added, left out. */
import type { DocumentRow } from '../desk/held.ts';
import { type PointRow, pointsOf } from '../desk/points.ts';
import { differenceWords } from '../drawing/changed.ts';
import { placeName } from '../drawing/sides.ts';
import type { Statement } from '../record/reading.ts';
import type { Standing } from '../record/standing.ts';
import { ActChip } from './parts/chip.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { readoutPath, to, type View } from './parts/view.ts';
import { titleOf } from './parts/words.ts';

const SIGNS = { told: '=', changed: '≠', added: '+', dropped: '−' } as const;

export async function pointsPage(view: View, row: DocumentRow, { reading }: Standing) {
  const { voice } = view;
  const l = voice.label;
  const { rows, counts } = await pointsOf(reading);
  return (
    <Frame view={view} title={[l('pointsCheck'), titleOf(row, voice)]}>
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          [readoutPath(row.id), titleOf(row, voice)],
        ]}
      />
      <h1>{l('pointsCheck')}</h1>
      <p class="lead">
        {rows.length === 0
          ? l('pointsNone')
          : (['told', 'changed', 'added', 'dropped'] as const).map((kind) => `${SIGNS[kind]} ${l(nameOf(kind))} ${counts[kind]}`).join('   ')}
      </p>
      <ol class="compared">
        {rows.map((each) => (
          <One view={view} row={row} each={each} language={row.language} />
        ))}
      </ol>
    </Frame>
  );
}

const nameOf = (kind: PointRow['kind']) => `points${kind[0]?.toUpperCase()}${kind.slice(1)}`;

function One({ view, row, each, language }: { view: View; row: DocumentRow; each: PointRow; language: string }) {
  const { voice } = view;
  const l = voice.label;
  const said = (statement: Statement | undefined) =>
    statement && (
      <p class="said">
        <a class="cite" href={to(view, readoutPath(row.id, statement.id))}>
          {placeName(statement.path, voice)}
        </a>{' '}
        <ActChip view={view} act={statement.act} /> <q lang={language}>{statement.quote}</q>
      </p>
    );
  return (
    <li class="compared-row points-row">
      <span class="what">
        <span class="change-sign" aria-hidden="true">
          {SIGNS[each.kind]}
        </span>{' '}
        {l(nameOf(each.kind))}
      </span>
      <div class="words">
        {said(each.point)}
        {said(each.body)}
        {each.differences.length > 0 && <p class="differs">{each.differences.map((one) => differenceWords(one, voice)).join(' · ')}</p>}
      </div>
    </li>
  );
}
