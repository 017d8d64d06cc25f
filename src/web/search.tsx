/** Search by statement, with facets that live in the address. */
import { type Answer, findAll } from '../desk/finding/find.ts';
import { type Near, nearSpellings } from '../desk/finding/near.ts';
import type { Archive, Facet, FacetCount, SearchAnswer, TextAnswer } from '../desk/held.ts';
import { type Asking, addressOf, toQuery } from './parts/asking.ts';
import { Chosen, FacetBox, valueWords } from './parts/facets.tsx';
import { Frame } from './parts/frame.tsx';
import { Hits } from './parts/hits.tsx';
import { Texts } from './parts/text-hits.tsx';
import { query, to, type View } from './parts/view.ts';

const LIMIT = 30;
const SHOWN: readonly Facet[] = ['side', 'act', 'withheld', 'topic', 'dyad', 'level', 'year', 'person', 'part', 'textKind', 'language'];
const OF_TEXTS: readonly Facet[] = ['textKind'];

/** @param origin scheme and host, for the address under which the search is cited. */
export async function searchPage(archive: Archive, view: View, asking: Asking, origin: string) {
  const { voice } = view;
  const l = voice.label;
  const asked = toQuery(asking, SHOWN, LIMIT);
  const { cursor: _, ...first } = asked;
  // Where only texts are looked through, the cursor is theirs.
  const beside = await findAll(archive, { ...(asking.texts ? first : asked), lacking: true, yearSides: true });
  const answer = asking.texts ? ofTexts(beside, await archive.searchTexts(asked)) : beside;
  const facets = asking.texts ? OF_TEXTS : SHOWN;
  const near = answer.total === 0 ? await nearSpellings(archive, asking.words) : [];
  const here = to(view, 'search');
  const twin = `/api/v1/search${asking.texts ? '/texts' : ''}${apiOf(asking, true)}`;
  return (
    <Frame view={view} title={[asking.words, l('searchTalks')]} at="search" cites="own" twin={twin} ownSearch>
      <h1 class="vh">{l('searchTalks')}</h1>
      <form class="search" action={here}>
        <search class="bar">
          <input type="search" name="q" value={asking.words} aria-label={l('searchTalks')} data-key="/" class="src-words" />
          <button type="submit" class="dark">
            {l('search')}
          </button>
        </search>
        <div class="under-bar">
          {answer.along.length > 0 && <Along view={view} asking={asking} answer={answer} />}
          <fieldset class="within">
            <legend>{l('allWordsIn')}</legend>
            {(['statement', 'talks'] as const).map((each) => (
              <label>
                <input type="radio" name="within" value={each} checked={asking.within === each} />
                <span>{l(each === 'talks' ? 'oneMeeting' : 'oneStatement')}</span>
              </label>
            ))}
          </fieldset>
        </div>
        <div class="search-body">
          <div class="facets" id="facets">
            {facets.map((facet) => (
              <FacetBox view={view} asking={asking} facet={facet} counts={answer.facets[facet] ?? []} years={answer.yearSides} />
            ))}
            {facets.some((facet) => answer.facets[facet]?.length) && <button type="submit">{l('show')}</button>}
          </div>
          <div class="results">
            <div class="sec-head result-head">
              <h2>
                {asking.texts ? (
                  <a href={`${here}${addressOf({ ...asking, texts: false, cursor: undefined })}`}>{l('statementsCount', { n: answer.total })}</a>
                ) : (
                  l('statementsCount', { n: answer.total })
                )}
              </h2>
              {answer.texts.total > 0 && !asking.texts && (
                <a class="note" href="#texts">
                  {l('passagesBeside', { n: answer.texts.total })}
                </a>
              )}
              <Chosen view={view} asking={asking} answer={answer} />
              <span class="more tools">
                {asking.words && (
                  <a class="button" href={to(view, `wording${query({ q: asking.words })}`)}>
                    {l('phraseHistoryLink')}
                  </a>
                )}
                <a class="button phone-only" href="#facets">
                  {l('narrow')}
                </a>
                <label for="order" class="vh">
                  {l('order')}
                </label>
                <select id="order" name="order">
                  {(['rank', 'newest', 'oldest'] as const).map((each) => (
                    <option value={each} selected={each === asking.order}>
                      {l(`order${each[0]?.toUpperCase()}${each.slice(1)}`)}
                    </option>
                  ))}
                </select>
                <a class="button" href="#cite">
                  {l('cite')}
                </a>
                {!asking.texts && (
                  <a class="button" href={`/api/v1/export/statements${apiOf(asking, false)}`} download>
                    CSV
                  </a>
                )}
                <a class="button" href={twin}>
                  JSON
                </a>
                <a class="button" href={to(view, `search.atom${addressOf({ ...asking, texts: false, order: 'newest', cursor: undefined })}`)}>
                  {l('follow')}
                </a>
              </span>
            </div>
            {asking.texts ? null : answer.items.length === 0 ? (
              <Nothing view={view} asking={asking} answer={answer} near={near} />
            ) : (
              <Hits
                view={view}
                hits={answer.items}
                level="h3"
                more={(document) => `${here}${addressOf({ ...asking, document, cursor: undefined })}`}
              />
            )}
            {answer.next && !asking.texts && (
              <p>
                <a class="button" rel="next" href={`${here}${addressOf({ ...asking, cursor: answer.next })}`}>
                  {l('nextN', { n: LIMIT })}
                </a>
              </p>
            )}
            <Texts view={view} asking={asking} answer={answer.texts} here={here} />
            <CiteSearch view={view} asking={asking} answer={answer} origin={origin} />
          </div>
        </div>
      </form>
    </Frame>
  );
}

/** Of texts alone, only what they have is counted. */
function ofTexts(answer: Answer, texts: TextAnswer): Answer {
  return { ...answer, texts, facets: { textKind: texts.kinds } };
}

interface Options {
  readonly view: View;
  readonly asking: Asking;
}

/** The address of a search, and the line that cites it: what was asked, how many were found, on which day. */
function CiteSearch({ view, asking, answer, origin }: Options & { answer: Answer; origin: string }) {
  const { voice } = view;
  const l = voice.label;
  const path = to(view, `search${addressOf({ ...asking, cursor: undefined })}`);
  const asked = Object.entries(asking.facets)
    .flatMap(([facet, values]) => values.map((value) => valueWords(facet as Facet, nameOf(answer, facet as Facet, value), view)))
    .concat([asking.from, asking.to].filter(Boolean));
  const words = l(asking.texts ? 'citeSearchTexts' : 'citeSearch', {
    words: [asking.words, ...asked].filter(Boolean).join(l('comma')) || l(asking.texts ? 'anyTextKind' : 'allStatements'),
    n: asking.texts ? answer.texts.total : answer.total,
    date: voice.date(view.today),
    address: `${origin}${path}`,
  });
  return (
    <section class="cite-search" id="cite" aria-label={l('cite')}>
      <p class="note">
        {l('ownAddress')} <a href={path}>{decodeURI(path).slice(0, 90)}</a>
      </p>
      <p>
        <span>{words}</span>{' '}
        <button type="button" class="js-only" data-copy={words}>
          {l('copyCitation')}
        </button>
      </p>
    </section>
  );
}

function nameOf(answer: SearchAnswer, facet: Facet, value: string): Pick<FacetCount, 'value' | 'name'> {
  return answer.facets[facet]?.find((each) => each.value === value) ?? { value };
}

/** What the API is asked for the same answer. Spellings that were dropped are its own parameter, which an export has not. */
function apiOf({ words, facets, from, to: until, within, order, without, document }: Asking, whole: boolean): string {
  return query({
    q: words,
    ...facets,
    from,
    to: until,
    within: within === 'talks' ? 'talks' : undefined,
    order: order === 'rank' ? undefined : order,
    without: whole ? without : [],
    document,
  });
}

/** Spellings that were searched along; each can be dropped. */
function Along({ view, asking, answer }: Options & { answer: SearchAnswer }) {
  const l = view.voice.label;
  const bySound = new Set(answer.along.flatMap((one) => one.bySound ?? []));
  const all = answer.along.flatMap(({ also }) => also);
  const boxes = (words: readonly string[]) =>
    words.map((word) => (
      <a
        class="box"
        href={to(view, `search${addressOf({ ...asking, without: [...asking.without, word], cursor: undefined })}`)}
        aria-label={l('dropSpelling', { word })}
      >
        <span class="src-words">{word}</span> ✕
      </a>
    ));
  const [known, alike] = [all.filter((word) => !bySound.has(word)), all.filter((word) => bySound.has(word))];
  return (
    <span class="along">
      {known.length > 0 && (
        <>
          {l('alsoAs')} {boxes(known)}
        </>
      )}{' '}
      {alike.length > 0 && (
        <>
          {l('alsoBySound')} {boxes(alike)}
        </>
      )}
    </span>
  );
}

/** Says the count without each part of what was asked. */
function Nothing({ view, asking, answer, near }: Options & { answer: SearchAnswer; near: readonly Near[] }) {
  const l = view.voice.label;
  const lacking = answer.lacking ?? [];
  const dropped = (without: string): Asking =>
    without === 'words'
      ? { ...asking, words: '', order: 'newest', cursor: undefined }
      : without === 'date'
        ? { ...asking, from: '', to: '', cursor: undefined }
        : { ...asking, facets: { ...asking.facets, [without]: [] }, cursor: undefined };
  const name = (without: string) =>
    without === 'words'
      ? l('withoutWords')
      : without === 'date'
        ? l('withoutDates')
        : l('withoutFacet', { facet: l(`facet${without[0]?.toUpperCase()}${without.slice(1)}`) });
  return (
    <div class="empty">
      <p>
        <b>{asking.words ? l('noStatementHolds', { words: asking.words }) : l('noStatementSo')}</b>
      </p>
      {near.length > 0 && (
        <p>
          {l('nearInWriting')}{' '}
          {near.map(({ words, total }, i) => (
            <>
              {i > 0 && l('comma')}
              <a class="src-words" href={to(view, `search${addressOf({ ...asking, words, cursor: undefined })}`)}>
                {words}
              </a>{' '}
              {total}
            </>
          ))}
        </p>
      )}
      {lacking.length > 0 ? (
        <ul class="note">
          {lacking.map(({ without, total }) => (
            <li>
              <a href={to(view, `search${addressOf(dropped(without))}`)}>
                {name(without)}: {total}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p class="note">{l('noStatementCure')}</p>
      )}
    </div>
  );
}
