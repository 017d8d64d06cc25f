/** A readout of more statements than a page can hold: its statements by the hundred, in the order of the text, and the whole as files. */
import type { Archive, DocumentRow } from '../desk/held.ts';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Hits } from './parts/hits.tsx';
import { query, to, type View } from './parts/view.ts';
import { titleOf } from './parts/words.ts';

/** From so many statements on a page would take a browser, and the server, seconds. */
export const MOST_STATEMENTS = 3000;
const LIMIT = 100;

export async function largePage(archive: Archive, view: View, row: DocumentRow, cursor: string | undefined) {
  const { voice } = view;
  const l = voice.label;
  const hits = await archive.search({ document: row.id, order: 'oldest', limit: LIMIT, ...(cursor && { cursor }) });
  return (
    <Frame view={view} title={[titleOf(row, voice)]}>
      <Crumbs view={view} links={[['', l('navArchive')]]} />
      <h1 class="title" lang={row.title ? row.language : undefined}>
        {titleOf(row, voice)}
      </h1>
      <p class="lead">
        {l('statementsCount', { n: row.statements })} · {l('largeReadout')}
      </p>
      <p>
        <a class="button" href={to(view, `readouts/${row.id}/source`)}>
          {l('sourceAsCame')}
        </a>{' '}
        <a class="button" href={to(view, `readouts/${row.id}/record.json`)}>
          JSON
        </a>{' '}
        <a class="button" href={to(view, `readouts/${row.id}/versions`)}>
          {l('versions')}
        </a>
      </p>
      <Hits view={view} hits={hits.items} />
      {hits.next && (
        <p>
          <a class="button" rel="next" href={to(view, `readouts/${row.id}${query({ cursor: hits.next })}`)}>
            {l('nextN', { n: LIMIT })}
          </a>
        </p>
      )}
    </Frame>
  );
}
