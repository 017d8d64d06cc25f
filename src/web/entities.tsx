/** All persons, all instruments, or all mechanisms, those most often met first. */
import type { Archive, EntityKind } from '../desk/held.ts';
import { Entities } from './parts/entities.tsx';
import { Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { query, to, type View } from './parts/view.ts';

const LIMIT = 100;
const FOLDERS = { person: ['people', 'navPeople'], instrument: ['instruments', 'instruments'], mechanism: ['mechanisms', 'navMechanisms'] } as const;

export async function entitiesPage(archive: Archive, view: View, kind: keyof typeof FOLDERS & EntityKind, search: URLSearchParams) {
  const l = view.voice.label;
  const [folder, title] = FOLDERS[kind];
  const words = (search.get('words') ?? '').slice(0, 100);
  const cursor = search.get('cursor');
  const twin = `/api/v1/${kind}s${query({ words })}`;
  const page = await archive.entities({ kind, limit: LIMIT, ...(words && { words }), ...(cursor && { cursor }) });
  return (
    <Frame view={view} title={[l(title)]} at={folder} twin={twin}>
      <Head view={view} title={l(title)} twin={twin} />
      <form class="filters" action={to(view, folder)}>
        <p>
          <label for="words">{l('nameHolds')}</label>
          <input type="search" id="words" name="words" value={words} />
        </p>
        <button type="submit">{l('show')}</button>
      </form>
      {page.items.length === 0 && words ? (
        <p>
          <b>{l('noNameHolds', { words })}</b> <a href={to(view, folder)}>{l('allNames')}</a>
        </p>
      ) : (
        <div class="columns">
          <Entities view={view} rows={page.items} folder={folder} />
        </div>
      )}
      {page.next && (
        <p>
          <a class="button" rel="next" href={to(view, `${folder}${query({ words, cursor: page.next })}`)}>
            {l('nextN', { n: LIMIT })}
          </a>
        </p>
      )}
    </Frame>
  );
}
