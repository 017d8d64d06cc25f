/** The brief of a relation as a page: what one reads on the way to the talks, on the screen or on paper. */
import { BRIEF_FORMATS, type BriefAsked, briefWanted, makeBrief, USUAL_PAGES } from '../desk/following/brief.ts';
import type { Archive } from '../desk/held.ts';
import { briefMarkup } from '../publishing/brief/markup.ts';
import { CiteButton } from './parts/cite-page.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Put } from './parts/side.tsx';
import { query, readoutPath, to, type View } from './parts/view.ts';
import { dyadName } from './parts/words.ts';

export function askedOf(search: URLSearchParams): BriefAsked {
  const one = (name: string) => {
    const value = (search.get(name) ?? '').trim();
    return value === '' ? {} : { [name]: value };
  };
  return { ...one('before'), ...one('topics'), ...one('pages') };
}

/** @param dyad as the archive names it. @throws Fault `brief/…`. */
export async function briefPage(archive: Archive, view: View, dyad: string, asked: BriefAsked) {
  const { voice } = view;
  const l = voice.label;
  const wanted = briefWanted(asked, view.today, voice);
  const brief = await makeBrief(archive, dyad, wanted, voice);
  const name = dyadName(dyad, voice);
  const file = (format: string) => `/api/v1/dyads/${dyad}/brief${query({ ...asked, before: wanted.before, format, locale: voice.code })}`;
  return (
    <Frame view={view} title={[l('briefOf'), name]} at="relations">
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          ['relations', l('navRelations')],
          [`relations/${dyad}`, name],
        ]}
      />
      <form class="filters" action={to(view, `relations/${dyad}/brief`)}>
        <p>
          <label for="before">{l('briefBefore')}</label>
          <input type="text" id="before" name="before" value={wanted.before} autocomplete="off" size={10} placeholder="2011-02-11" />
        </p>
        <p>
          <label for="pages">{l('briefPages')}</label>
          <input type="text" inputmode="numeric" id="pages" name="pages" value={asked.pages ?? String(USUAL_PAGES)} autocomplete="off" size={3} />
        </p>
        <p>
          <label for="topics">{l('briefTopicsOnly')}</label>
          <input type="text" id="topics" name="topics" value={asked.topics ?? ''} autocomplete="off" size={24} />
        </p>
        <button type="submit">{l('show')}</button>
        <span class="buttons">
          <CiteButton view={view} />
          {BRIEF_FORMATS.filter((format) => format !== 'json').map((format) => (
            <a class="button" href={file(format)} download="">
              {l(`briefAs${format[0]?.toUpperCase()}${format.slice(1)}`)}
            </a>
          ))}
          <a class="button" href={file('json')}>
            JSON
          </a>
          <a class="button" href={to(view, `ledger.ics${query({ dyad })}`)} title={l('calendarLeftOut')}>
            {l('calendar')}
          </a>
          <a class="button" href={to(view, `search.atom${query({ dyad, order: 'newest' })}`)} type="application/atom+xml" rel="alternate">
            {l('follow')}
          </a>
        </span>
      </form>
      <Put markup={briefMarkup(brief, { readout: (document, statement) => to(view, readoutPath(document, statement)) })} />
    </Frame>
  );
}
