/** The points list of a page against its body: told, told differently, added, left out. */

import { type PointRow, pointsOf } from '../desk/comparing/points.ts';
import type { DocumentRow } from '../desk/held.ts';
import { differenceWords, POINT_SIGNS as SIGNS } from '../drawing/changed.ts';
import { placeName, told } from '../drawing/sides.ts';
import type { Reading, Statement } from '../record/reading.ts';
import type { Standing } from '../record/standing.ts';
import { ActChip } from './parts/chip.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Redline } from './parts/redline.tsx';
import { Mark } from './parts/side.tsx';
import { readoutPath, to, type View } from './parts/view.ts';
import { titleOf } from './parts/words.ts';

const KINDS = ['told', 'changed', 'added', 'dropped'] as const;

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
          <li class="key">
            <del>{l('pointsKeyGone')}</del> <ins>{l('pointsKeyCome')}</ins>
          </li>
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

/** A point with what it leaves out of the body struck and what it puts otherwise underlined; where either stands alone, its words. */
function One({ view, row, reading, each }: { view: View; row: DocumentRow; reading: Reading; each: PointRow }) {
  const { voice } = view;
  const l = voice.label;
  const { text, language } = reading.document;
  const { point, body, pieces } = each;
  const lead = (point ?? body) as Statement;
  const { side, words, inferred } = told(reading, lead, voice);
  return (
    <li class="compared-row points-row">
      <span class="what">
        <span class="change-sign" aria-hidden="true">
          {SIGNS[each.kind]}
        </span>{' '}
        {l(nameOf(each.kind))}
      </span>
      <div class="words">
        <p>
          <Mark side={side} inferred={inferred} />
          <span class="vh">{words}</span>{' '}
          <span class={side}>
            <ActChip view={view} act={lead.act} />
          </span>{' '}
          <span class="said">
            <Redline row={{ pieces, after: lead }} was={text} now={text} languages={[language, language]} />
          </span>
        </p>
        {each.differences.length > 0 && <p class="differs">{each.differences.map((one) => differenceWords(one, voice)).join(' · ')}</p>}
      </div>
      <p class="places">
        {[point, body].map(
          (statement) =>
            statement && (
              <a class="cite" href={to(view, readoutPath(row.id, statement.id))}>
                {placeName(statement.path, voice)}
              </a>
            ),
        )}
      </p>
    </li>
  );
}
