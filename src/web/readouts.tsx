/** All readouts, newest talks first; what is asked for stands in the address. */
import type { Archive, DocumentQuery } from '../desk/held.ts';
import type { DocumentKind } from '../record/reading.ts';
import { Cards, Legend, otherTexts } from './home.tsx';
import { Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { query, to, type View } from './parts/view.ts';

const ORDERS = ['talks', 'added', 'title'] as const;

export async function readoutsPage(archive: Archive, view: View, asked: URLSearchParams) {
  const { voice } = view;
  const l = voice.label;
  const order = ORDERS.find((each) => each === asked.get('order')) ?? 'talks';
  const words = asked.get('words') ?? '';
  const kinds = await archive.textKinds();
  const named = asked.getAll('kind');
  const chosen = kinds.flatMap(({ value }) => (named.includes(value) ? [value] : []));
  const removed = asked.get('removed') === 'removed';
  const cursor = asked.get('cursor');
  const filter: DocumentQuery = {
    order,
    limit: 40,
    ...(words && { words }),
    ...(chosen.length > 0 && { kinds: chosen }),
    ...(removed && { removed: 'removed' as const }),
    ...(asked.get('look') && { needsLook: true }),
    ...(cursor && { cursor }),
  };
  const [page, totals, others] = await Promise.all([archive.list(filter), archive.totals(), otherTexts(archive)]);
  const title = l(removed ? 'removedReadouts' : others > 0 ? 'allTexts' : 'allReadouts');
  const kept = { words, order: order === 'talks' ? undefined : order, removed: removed ? 'removed' : undefined, kind: chosen };
  const twin = `/api/v1/documents${query({ words, kind: chosen, removed: removed ? 'removed' : undefined })}`;
  return (
    <Frame view={view} title={[title]} at="" twin={twin}>
      <Head
        view={view}
        title={title}
        lead={[
          l('readoutsCount', { n: removed ? totals.removed : totals.documents - others }),
          !removed && others > 0 && l('otherTextsCount', { n: others }),
        ]
          .filter(Boolean)
          .join(' · ')}
        twin={twin}
      />
      <form class="filters" action={to(view, 'readouts')}>
        <p>
          <label for="words">{l('titleHolds')}</label>
          <input type="search" id="words" name="words" value={words} />
        </p>
        <p>
          <label for="order">{l('order')}</label>
          <select id="order" name="order">
            {ORDERS.map((each) => (
              <option value={each} selected={each === order}>
                {l(`order${each[0]?.toUpperCase()}${each.slice(1)}`)}
              </option>
            ))}
          </select>
        </p>
        {(kinds.length > 1 || chosen.length > 0) && (
          <fieldset class="kinds">
            <legend>{l('textKind')}</legend>
            {kinds.map(({ value, count }) => (
              <label>
                <input type="checkbox" name="kind" value={value} checked={chosen.includes(value)} />
                <span>
                  {voice.phrases.textKinds[value as DocumentKind]} {count}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <button type="submit">{l('show')}</button>
        {totals.removed > 0 && !removed && (
          <a href={to(view, `readouts${query({ removed: 'removed' })}`)}>{l('removedCount', { n: totals.removed })}</a>
        )}
      </form>
      <section class="sec" aria-labelledby="list">
        <h2 id="list" class="vh">
          {title}
        </h2>
        <Legend view={view} />
        {page.items.length === 0 ? (
          <div class="empty">
            <p>
              <b>{words ? l('noReadoutHolds', { words }) : l('emptyArchive')}</b>
            </p>
            <p class="note">
              <a href={to(view, words ? 'readouts' : '#add')}>{l(words ? 'allReadouts' : 'emptyArchiveCure')}</a>
            </p>
          </div>
        ) : (
          <Cards view={view} rows={page.items} />
        )}
        {page.next && (
          <p>
            <a class="button" href={to(view, `readouts${query({ ...kept, cursor: page.next })}`)} rel="next">
              {l('nextN', { n: 40 })}
            </a>
          </p>
        )}
      </section>
    </Frame>
  );
}
