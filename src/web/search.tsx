/** Search by statement, with facets that live in the address. */
import type { Archive, Facet, FacetCount, SearchAnswer } from '../desk/held.ts';
import { type Near, nearSpellings } from '../desk/near.ts';
import { type Asking, addressOf, toggled, toQuery } from './parts/asking.ts';
import { Frame } from './parts/frame.tsx';
import { Hits } from './parts/hits.tsx';
import { Mark } from './parts/side.tsx';
import { query, to, type View } from './parts/view.ts';
import { dyadName, topicName } from './parts/words.ts';
import { Years } from './parts/years.tsx';

const LIMIT = 30;
const SHOWN: readonly Facet[] = ['side', 'act', 'withheld', 'topic', 'dyad', 'level', 'year', 'person', 'part', 'language'];
/** Values of one facet that stand open; the rest is behind "more". */
const OPEN = 6;
const OPEN_YEARS = 3;

/** @param origin scheme and host, for the address under which the search is cited. */
export async function searchPage(archive: Archive, view: View, asking: Asking, origin: string) {
  const { voice } = view;
  const l = voice.label;
  const answer = await archive.search({ ...toQuery(asking, SHOWN, LIMIT), lacking: true, yearSides: true });
  const near = answer.total === 0 ? await nearSpellings(archive, asking.words) : [];
  const here = to(view, 'search');
  return (
    <Frame view={view} title={[asking.words, l('searchTalks')]} at="search" cites="own" twin={`/api/v1/search${apiOf(asking, true)}`} ownSearch>
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
            {SHOWN.map((facet) => (
              <FacetBox view={view} asking={asking} facet={facet} counts={answer.facets[facet] ?? []} years={answer.yearSides} />
            ))}
            {SHOWN.some((facet) => answer.facets[facet]?.length) && <button type="submit">{l('show')}</button>}
          </div>
          <div class="results">
            <div class="sec-head result-head">
              <h2>{l('statementsCount', { n: answer.total })}</h2>
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
                <a class="button" href={`/api/v1/export/statements${apiOf(asking, false)}`} download>
                  CSV
                </a>
                <a class="button" href={`/api/v1/search${apiOf(asking, true)}`}>
                  JSON
                </a>
                <a class="button" href={to(view, `search.atom${addressOf({ ...asking, order: 'newest', cursor: undefined })}`)}>
                  {l('follow')}
                </a>
              </span>
            </div>
            {answer.items.length === 0 ? (
              <Nothing view={view} asking={asking} answer={answer} near={near} />
            ) : (
              <Hits
                view={view}
                hits={answer.items}
                level="h3"
                more={(document) => `${here}${addressOf({ ...asking, document, cursor: undefined })}`}
              />
            )}
            {answer.next && (
              <p>
                <a class="button" rel="next" href={`${here}${addressOf({ ...asking, cursor: answer.next })}`}>
                  {l('nextN', { n: LIMIT })}
                </a>
              </p>
            )}
            <CiteSearch view={view} asking={asking} answer={answer} origin={origin} />
          </div>
        </div>
      </form>
    </Frame>
  );
}

interface Options {
  readonly view: View;
  readonly asking: Asking;
}

/** The address of a search, and the line that cites it: what was asked, how many were found, on which day. */
function CiteSearch({ view, asking, answer, origin }: Options & { answer: SearchAnswer; origin: string }) {
  const { voice } = view;
  const l = voice.label;
  const path = to(view, `search${addressOf({ ...asking, cursor: undefined })}`);
  const asked = Object.entries(asking.facets)
    .flatMap(([facet, values]) => values.map((value) => valueWords(facet as Facet, nameOf(answer, facet as Facet, value), view)))
    .concat([asking.from, asking.to].filter(Boolean));
  const words = l('citeSearch', {
    words: [asking.words, ...asked].filter(Boolean).join(l('comma')) || l('allStatements'),
    n: answer.total,
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

function FacetBox({
  view,
  asking,
  facet,
  counts,
  years = [],
}: Options & { facet: Facet; counts: readonly FacetCount[]; years: SearchAnswer['yearSides'] }) {
  const l = view.voice.label;
  if (counts.length === 0) return null;
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const sorted = facet === 'year' ? [...counts].sort((a, b) => (a.value < b.value ? 1 : -1)) : counts;
  // The picture tells of all years; of their list only the newest stand open.
  const openly = facet === 'year' ? OPEN_YEARS : OPEN;
  const open = sorted.filter(({ chosen }, i) => chosen || i < openly);
  const rest = sorted.filter(({ chosen }, i) => !chosen && i >= openly).slice(0, 60);
  const line = (each: FacetCount) => (
    <li>
      <input type="checkbox" name={facet} value={each.value} checked={each.chosen} aria-label={valueWords(facet, each, view)} />
      <a href={to(view, `search${addressOf(toggled(asking, facet, each.value))}`)} aria-current={each.chosen ? 'true' : undefined}>
        {facet === 'side' && <Mark side={each.value === 'unknown' ? 'none' : (each.value as 'own')} />} {valueWords(facet, each, view)}
      </a>
      <span>{each.count}</span>
      <svg class="meter" width="100%" height="2" aria-hidden="true" focusable="false">
        <rect width={`${((each.count / most) * 100).toFixed(1)}%`} height="2" />
      </svg>
    </li>
  );
  return (
    <fieldset class="facet">
      <legend>{l(`facet${facet[0]?.toUpperCase()}${facet.slice(1)}`)}</legend>
      {facet === 'year' && <Years view={view} years={years} chosen={asking.facets.year ?? []} />}
      <ul>{open.map(line)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{l('moreN', { n: rest.length })}</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
      {facet === 'year' && (
        <p class="dates">
          <label for="from">{l('fromDate')}</label>
          <input type="text" id="from" name="from" value={asking.from} size={10} autocomplete="off" placeholder="2009-05" />
          <label for="to">{l('toDate')}</label>
          <input type="text" id="to" name="to" value={asking.to} size={10} autocomplete="off" placeholder="2010" />
        </p>
      )}
    </fieldset>
  );
}

/** A facet's value in words. */
export function valueWords(facet: Facet, { value, name }: Pick<FacetCount, 'value' | 'name'>, view: View): string {
  const { voice } = view;
  const l = voice.label;
  switch (facet) {
    case 'side':
      return l(`side${value[0]?.toUpperCase()}${value.slice(1)}`);
    case 'act':
      return voice.phrases.acts[value as 'agree'] ?? value;
    case 'withheld':
      return l(value === 'yes' ? 'contentWithheld' : 'withContent');
    case 'topic':
      return topicName(value, voice);
    case 'dyad':
      return dyadName(value, voice);
    case 'level':
      return voice.phrases.levels[value as 'leaders'] ?? value;
    case 'kind':
      return voice.phrases.kinds[value as 'call'] ?? value;
    case 'language':
      return new Intl.DisplayNames([voice.code], { type: 'language', fallback: 'code' }).of(value) ?? value;
    case 'part':
      return l(value === 'points' ? 'points' : 'body');
    default:
      return name ?? value;
  }
}

/** What was chosen, each with a way to drop it. */
function Chosen({ view, asking, answer }: Options & { answer: SearchAnswer }) {
  const chosen = (Object.entries(asking.facets) as [Facet, readonly string[]][]).flatMap(([facet, values]) =>
    values.map((value) => ({ facet, value, name: answer.facets[facet]?.find((each) => each.value === value)?.name })),
  );
  return (
    <>
      {asking.document && (
        <a
          class="box"
          href={to(view, `search${addressOf({ ...asking, document: undefined, cursor: undefined })}`)}
          aria-label={view.voice.label('dropFilter', { words: view.voice.label('thisMeetingOnly') })}
        >
          {view.voice.label('thisMeetingOnly')} ✕
        </a>
      )}
      {chosen.map(({ facet, value, name }) => {
        const words = valueWords(facet, { value, ...(name && { name }) }, view);
        return (
          <a class="box" href={to(view, `search${addressOf(toggled(asking, facet, value))}`)} aria-label={view.voice.label('dropFilter', { words })}>
            {words} ✕
          </a>
        );
      })}
    </>
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
