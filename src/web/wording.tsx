/** Wording: formulas by talks, each with its sentences, and a finder for any phrase. */

import {
  type FormulaTold,
  formulasOf,
  phraseHistory,
  type TalksHead,
  type ToldPhrase,
  type Wording,
  type WordingWishes,
} from '../desk/following/wording.ts';
import type { Archive, DyadRow } from '../desk/held.ts';
import { placeName } from '../drawing/sides.ts';
import { noteWords, rangeWords, sayerSide, sayerWords } from '../drawing/wording.ts';
import { Finder } from './parts/finder.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { type Period, periodOf } from './parts/period.tsx';
import { Mark } from './parts/side.tsx';
import { query, readoutPath, to, type View } from './parts/view.ts';
import { dyadName, ownOf, topicName } from './parts/words.ts';

/** Talks that stand side by side at a desk's width. */
const COLUMNS = 12;
/** Formulas of a page. */
const ROWS = 24;
/** Sentences of a formula that a page has room for, the newest. */
const LINES = 40;

export interface WordingAsked extends Period {
  /** A phrase to look for. */
  readonly q?: string;
  /** So many of the newest talks are passed over. */
  readonly skip: number;
  /** All that this party publishes, whatever the relation. */
  readonly publisher?: string;
}

/** The address of what is asked, without what is passed over. */
function addressOf({ q, publisher, from, to: until }: Omit<WordingAsked, 'skip' | 'q'> & { readonly q?: string | undefined }, skip?: number): string {
  return query({ q, publisher, from, to: until, skip });
}

export function wordingAsked(search: URLSearchParams): WordingAsked {
  const q = (search.get('q') ?? '').trim().slice(0, 200);
  const skip = Number(search.get('skip') ?? 0);
  const publisher = (search.get('publisher') ?? '').trim().toUpperCase();
  return {
    ...(q !== '' && { q }),
    ...(/^[A-Z][A-Z0-9]{1,8}$/.test(publisher) && { publisher }),
    skip: Number.isInteger(skip) && skip > 0 ? skip : 0,
    ...periodOf(search),
  };
}

/** What is asked of the archive: the formulas of a relation, or of a publisher. */
export function wordingWishes(asked: WordingAsked, dyad?: DyadRow): WordingWishes {
  return {
    ...(dyad ? { dyad: dyad.dyad } : { publisher: asked.publisher }),
    ...(asked.from && { from: asked.from }),
    ...(asked.to && { to: asked.to }),
    limit: String(ROWS),
  };
}

/** Whose wording it is. */
export function wordingName({ voice }: View, asked: WordingAsked, dyad?: DyadRow, own?: string): string {
  if (dyad) return dyadName(dyad.dyad, voice, own);
  return asked.publisher === undefined ? '' : voice.label('publishedBy', { party: voice.party(asked.publisher) });
}

/** The wording of a relation, or of all that a party publishes. */
export async function wordingPage(archive: Archive, view: View, dyad: DyadRow | undefined, asked: WordingAsked) {
  const { voice } = view;
  const l = voice.label;
  const wishes = wordingWishes(asked, dyad);
  const [wording, history, { items: documents }] = await Promise.all([
    formulasOf(archive, wishes, voice),
    asked.q === undefined ? undefined : phraseHistory(archive, asked.q, wishes, voice),
    dyad ? archive.list({ dyad: dyad.dyad, limit: 60 }) : { items: [] },
  ]);
  const own = dyad ? ownOf(dyad, documents) : (asked.publisher ?? '');
  const name = wordingName(view, asked, dyad, own);
  const path = dyad ? `relations/${dyad.dyad}/wording` : 'wording';
  const file = (format: string) => to(view, `${path}.${format}${addressOf({ ...asked, q: undefined })}`);
  return (
    <Frame view={view} title={[l('navWording'), name]} at="wording" wording={path}>
      <Crumbs
        view={view}
        links={
          dyad
            ? [
                ['', l('navArchive')],
                ['relations', l('navRelations')],
                [`relations/${dyad.dyad}`, name],
              ]
            : [
                ['', l('navArchive')],
                ['wording', l('navWording')],
              ]
        }
      />
      <Head
        view={view}
        title={
          <>
            {l('navWording')} <span class="of">{name}</span>
          </>
        }
        lead={l('wordingLead')}
        csv={file('csv')}
        twin={`/api/v1/formulas${query({ dyad: dyad?.dyad, publisher: asked.publisher, from: asked.from, to: asked.to })}`}
        feed={file('atom')}
      />
      <Finder view={view} action={path} q={asked.q} publisher={asked.publisher} period={asked} />
      {history && asked.q !== undefined && <Found view={view} history={history} q={asked.q} own={own} path={path} asked={asked} />}
      <section class="sec" aria-labelledby="formulas">
        <div class="sec-head">
          <h2 id="formulas">{l('formulasByTalks')}</h2>
          <span class="note">{l('formulasNote', { n: wording.items.length, talks: wording.talks.length })}</span>
        </div>
        {wording.items.length === 0 ? (
          <p class="note">{l('noFormulas', { n: wording.talks.length })}</p>
        ) : (
          <Matrix view={view} wording={wording} own={own} path={path} asked={asked} />
        )}
      </section>
    </Frame>
  );
}

/** Of so many of the newest readouts the publishers are offered. */
const NEWEST = 200;

/** Where a phrase is said at all, and the relations and publishers whose wording can be looked at. */
export async function wordingsPage(archive: Archive, view: View, asked: WordingAsked) {
  if (asked.publisher !== undefined) return wordingPage(archive, view, undefined, asked);
  const { voice } = view;
  const l = voice.label;
  const [dyads, history, { items: documents }] = await Promise.all([
    archive.dyads(),
    asked.q === undefined ? undefined : phraseHistory(archive, asked.q, {}, voice),
    archive.list({ limit: NEWEST }),
  ]);
  const own = history?.dyad?.split('-')[0] ?? '';
  const publishers = new Map<string, number>();
  for (const row of documents) {
    const party = row.publisher?.party ?? row.talks[0]?.parties[0];
    if (party) publishers.set(party, (publishers.get(party) ?? 0) + 1);
  }
  return (
    <Frame view={view} title={[l('navWording')]} at="wording">
      <Head view={view} title={l('navWording')} lead={l('wordingLead')} twin={asked.q && `/api/v1/phrases/${encodeURIComponent(asked.q)}`} />
      <Finder view={view} action="wording" q={asked.q} period={asked} />
      {history && asked.q !== undefined && <Found view={view} history={history} q={asked.q} own={own} path="wording" asked={asked} />}
      <section class="sec" aria-labelledby="relations">
        <h2 id="relations">{l('wordingOf')}</h2>
        <ul class="topic-list">
          {dyads
            .filter(({ talks }) => talks > 1)
            .sort((a, b) => b.talks - a.talks)
            .slice(0, 60)
            .map((dyad) => (
              <li data-open="">
                <a href={to(view, `relations/${dyad.dyad}/wording`)}>{dyadName(dyad.dyad, voice)}</a>
                <span class="num">{l('talksCount', { n: dyad.talks })}</span>
              </li>
            ))}
        </ul>
      </section>
      <section class="sec" aria-labelledby="publishers">
        <div class="sec-head">
          <h2 id="publishers">{l('wordingBy')}</h2>
          {documents.length === NEWEST && <span class="note">{l('newestReadouts', { n: NEWEST })}</span>}
        </div>
        <ul class="topic-list">
          {[...publishers]
            .sort((a, b) => b[1] - a[1])
            .map(([party, n]) => (
              <li data-open="">
                <a href={to(view, `wording${query({ publisher: party })}`)}>{voice.party(party)}</a>
                <span class="num">{l('readoutsCount', { n })}</span>
              </li>
            ))}
        </ul>
      </section>
    </Frame>
  );
}

type History = Awaited<ReturnType<typeof phraseHistory>>;

interface FoundOptions {
  readonly view: View;
  readonly history: History;
  readonly q: string;
  readonly own: string;
  readonly path: string;
  readonly asked: WordingAsked;
}

function Found({ view, history, q, own, path, asked }: FoundOptions) {
  const { voice } = view;
  const l = voice.label;
  const [formula] = history.items;
  return (
    <section class="sec" aria-labelledby="history">
      <div class="sec-head">
        <h2 id="history">
          {l('historyOf')} <q class="src-words">{formula?.words ?? q}</q>
        </h2>
        {formula && history.dyad && <span class="note">{dyadName(history.dyad, voice, own)}</span>}
      </div>
      {formula ? (
        <Matrix view={view} wording={history} own={own} path={path} asked={asked} open />
      ) : (
        <p>
          <b>{l('neverSaid', { words: q })}</b> <a href={to(view, `search${query({ q })}`)}>{l('search')}</a>
        </p>
      )}
      {history.elsewhere.length > 0 && (
        <p class="note">
          {l('alsoSaidIn')}{' '}
          {history.elsewhere.slice(0, 12).map(({ dyad, statements }, i) => (
            <>
              {i > 0 && l('comma')}
              <a href={to(view, `relations/${dyad}/wording${query({ q })}`)}>{dyadName(dyad, voice)}</a> {statements}
            </>
          ))}
        </p>
      )}
    </section>
  );
}

interface MatrixOptions {
  readonly view: View;
  readonly wording: Wording;
  readonly own: string;
  readonly path: string;
  readonly asked: WordingAsked;
  /** The first formula stands open. */
  readonly open?: boolean;
}

/** Formulas down, talks across; a square each. */
function Matrix({ view, wording: { talks, items }, own, path, asked, open }: MatrixOptions) {
  const { voice } = view;
  const l = voice.label;
  const end = Math.max(Math.min(COLUMNS, talks.length), talks.length - asked.skip);
  const begin = Math.max(0, end - COLUMNS);
  const shown = talks.slice(begin, end);
  const label = open ? `${l('historyOf')} ${items[0]?.words ?? ''}` : l('formulasByTalks');
  const page = (skip: number) => to(view, `${path}${addressOf(asked, skip > 0 ? skip : undefined)}`);
  return (
    <>
      <p class="counts">
        {(['full', 'variant', 'missing', 'none'] as const).map((state) => (
          <span>
            <i class={`sq ${state}`} aria-hidden="true" />
            {l(SQUARES[state])}
          </span>
        ))}
      </p>
      <section class="scroll" tabindex={0} aria-label={`${l('navWording')}: ${label}`}>
        <table class="matrix">
          <caption class="vh">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{l('formulaAndTopic')}</th>
              {shown.map((one, i) => (
                <th scope="col" class={begin + i === talks.length - 1 ? 'now' : undefined}>
                  <TalksHeadCell view={view} talks={one} />
                </th>
              ))}
              <th scope="col">{l('firstLast')}</th>
              <th scope="col">{l('toNote')}</th>
            </tr>
          </thead>
          {items.map((formula, i) => (
            <tbody>
              <tr>
                <th scope="row">
                  <a class="src-words" lang={formula.language} href={to(view, `${path}${addressOf({ ...asked, q: formula.words })}`)}>
                    {formula.words}
                  </a>
                  <span class="note">
                    {formula.topics.map((topic) => topicName(topic, voice)).join(l('comma'))} <Sayers view={view} by={formula.by} own={own} />
                  </span>
                </th>
                {shown.map((one, j) => {
                  const { state, variant } = formula.cells[begin + j] ?? { state: 'none' as const };
                  return (
                    <td class={begin + j === talks.length - 1 ? 'now' : undefined}>
                      <i
                        class={`sq ${state}`}
                        role="img"
                        aria-label={`${one.date ? voice.date(one.date) : l('noDate')}: ${l(SQUARES[state])}${variant ? ` ${variant}` : ''}`}
                      />
                      {variant && <sup aria-hidden="true">{variant}</sup>}
                    </td>
                  );
                })}
                <td class="when">{rangeWords(formula.first, formula.last, voice)}</td>
                <td class="to-note">
                  {formula.notes.map((note) => (
                    <span>{noteWords(note, voice)}</span>
                  ))}
                  <span class="note">{l('inTalks', { n: formula.talks })}</span>
                </td>
              </tr>
              <tr class="open">
                <td colspan={shown.length + 3}>
                  <details open={open === true && i === 0}>
                    <summary>{l('inItsSentences', { n: formula.tellings.length })}</summary>
                    <Contexts view={view} formula={formula} talks={talks} own={own} />
                  </details>
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </section>
      {talks.length > shown.length && (
        <p class="turn">
          {begin > 0 ? <a href={page(talks.length - begin)}>{l('earlierN', { n: Math.min(COLUMNS, begin) })}</a> : <span />}
          {end < talks.length && (
            <a href={page(Math.max(0, talks.length - end - COLUMNS))}>{l('laterN', { n: Math.min(COLUMNS, talks.length - end) })}</a>
          )}
        </p>
      )}
    </>
  );
}

const SQUARES = { full: 'squareFull', variant: 'squareVariant', missing: 'squareMissing', none: 'squareNone' } as const;

function TalksHeadCell({ view, talks }: { view: View; talks: Wording['talks'][number] }) {
  const { voice } = view;
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?/.exec(talks.date ?? '') ?? [];
  const name = month === undefined ? undefined : voice.phrases.dates.months[Number(month) - 1];
  const level = talks.kind === 'call' ? voice.phrases.kinds.call : talks.level && voice.phrases.levels[talks.level as 'leaders'];
  return (
    <>
      <a href={to(view, readoutPath(talks.document))}>
        <b>{day && name ? voice.label('dayOfYear', { day: Number(day), month: name }) : (name ?? '—')}</b>
        <span>{year}</span>
        <span>{level}</span>
      </a>
      {talks.also && (
        <a href={to(view, readoutPath(talks.also.document))} title={voice.label('otherAccount')}>
          <span aria-hidden="true">+1</span>
          <span class="vh">{voice.label('otherAccount')}</span>
        </a>
      )}
    </>
  );
}

/** Who says it, with how many tellings. */
function Sayers({ view, by, own }: { view: View; by: FormulaTold['by']; own: string }) {
  const all = Object.entries(by).sort((a, b) => b[1] - a[1]);
  return (
    <span class="sayers">
      {all.map(([sayer, n]) => (
        <span>
          <Mark side={sayerSide(sayer, own)} />
          <span class="vh">{sayerWords(sayer, view.voice)} </span>
          {n}
        </span>
      ))}
    </span>
  );
}

/** Each telling in its sentence, aligned on the words; where it is missing stands between. */
function Contexts({ view, formula, talks, own }: { view: View; formula: FormulaTold; talks: readonly TalksHead[]; own: string }) {
  const { voice } = view;
  const l = voice.label;
  const at = new Map<number, ToldPhrase[]>();
  for (const one of formula.tellings) at.set(one.talks, [...(at.get(one.talks) ?? []), one]);
  const dateOf = (i: number) => talks[i]?.date;
  const lines: (ToldPhrase | { readonly missing: readonly number[] })[] = [];
  let missing: number[] = [];
  const flush = () => {
    if (missing.length > 0) lines.push({ missing });
    missing = [];
  };
  for (const [i, { state }] of formula.cells.entries()) {
    if (state === 'missing') missing.push(i);
    const here = at.get(i);
    if (!here) continue;
    flush();
    lines.push(...here);
  }
  flush();
  return (
    <>
      <ul class="contexts">
        {lines.slice(-LINES).map((line) =>
          'missing' in line ? (
            <li class="gap">
              <span class="gap-words">
                <i class="sq missing" aria-hidden="true" /> {l('missingIn', { n: line.missing.length })}
                {l('comma')}
                {rangeWords(dateOf(line.missing[0] as number), dateOf(line.missing.at(-1) as number), voice)}
              </span>
            </li>
          ) : (
            <li>
              <span class="date">{line.date ? voice.date(line.date) : l('noDate')}</span>
              <q class="src-words kwic" lang={formula.language}>
                <span class="before">
                  <span>{line.quote.slice(0, line.span[0])}</span>
                </span>
                <mark>{line.quote.slice(...line.span)}</mark>
                <span class="after">{line.quote.slice(line.span[1])}</span>
              </q>
              <span class="told-by">
                <Mark side={sayerSide(line.by, own)} /> {sayerWords(line.by, voice)}{' '}
                {line.variant && (
                  <span class="box">
                    {l('squareVariant')} {line.variant}
                  </span>
                )}{' '}
                <a class="cite" href={to(view, readoutPath(line.document, line.statement))}>
                  {placeName(line.path, voice)}
                </a>
              </span>
            </li>
          ),
        )}
      </ul>
      {lines.length > LINES && <p class="note">{l('newestOf', { n: LINES, all: lines.length })}</p>}
      {formula.variants.length > 0 && (
        <p class="note">
          {l('variantsAre')}{' '}
          {formula.variants.slice(0, LINES).map(({ letter, words }, i) => (
            <>
              {i > 0 && l('comma')}
              {letter} <q lang={formula.language}>{words}</q>
            </>
          ))}
        </p>
      )}
    </>
  );
}
