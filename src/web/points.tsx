/** The points list of a page against its body: told, told differently, added, left out. */
import type { DocumentRow } from '../desk/held.ts';
import { type PointRow, pointsOf } from '../desk/points.ts';
import { differenceWords } from '../drawing/changed.ts';
import { placeName, told } from '../drawing/sides.ts';
import type { Reading, Statement } from '../record/reading.ts';
import type { Standing } from '../record/standing.ts';
import { ActChip } from './parts/chip.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Mark } from './parts/side.tsx';
import { readoutPath, to, type View } from './parts/view.ts';
import { titleOf } from './parts/words.ts';

const KINDS = ['told', 'changed', 'added', 'dropped'] as const;
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
      <Head view={view} title={l('pointsCheck')} lead={rows.length === 0 ? l('pointsNone') : undefined} twin={`/api/v1/documents/${row.id}/points`} />
      {rows.length > 0 && (
        <ul class="changes-counts" aria-label={l('changeCounts')}>
          {KINDS.map((kind) => (
            <li>
              <span class="change-sign" aria-hidden="true">
                {SIGNS[kind]}
              </span>{' '}
              {l(nameOf(kind))} <b>{counts[kind]}</b>
            </li>
          ))}
        </ul>
      )}
      <ol class="compared">
        {rows.map((each) => (
          <One view={view} row={row} reading={reading} each={each} />
        ))}
      </ol>
    </Frame>
  );
}

const nameOf = (kind: PointRow['kind']) => `points${kind[0]?.toUpperCase()}${kind.slice(1)}`;

function One({ view, row, reading, each }: { view: View; row: DocumentRow; reading: Reading; each: PointRow }) {
  const { voice } = view;
  const l = voice.label;
  const said = (statement: Statement | undefined) => {
    if (!statement) return undefined;
    const { side, words, inferred } = told(reading, statement, voice);
    return (
      <p>
        <Mark side={side} inferred={inferred} />
        <span class="vh">{words}</span>{' '}
        <span class={side}>
          <ActChip view={view} act={statement.act} />
        </span>{' '}
        <q class="said" lang={reading.document.language}>
          {statement.quote}
        </q>{' '}
        <a class="cite" href={to(view, readoutPath(row.id, statement.id))}>
          {placeName(statement.path, voice)}
        </a>
      </p>
    );
  };
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
