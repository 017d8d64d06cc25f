/** What every page stands in: bar on top, search, foot; nothing on it is fetched from elsewhere. */

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { SHAPES } from '../../drawing/marks.ts';
import { asset } from '../assets.ts';
import { CitePage } from './cite-page.tsx';
import { Put } from './side.tsx';
import { to, type View } from './view.ts';

export interface FrameOptions {
  readonly view: View;
  /** Words of the page, and of what it belongs to: "Page · Relation · Memcon". */
  readonly title: readonly (string | undefined)[];
  readonly at?: Place;
  readonly scripts?: readonly string[];
  /** Addresses of the pages before and after. */
  readonly prev?: string | undefined;
  readonly next?: string | undefined;
  /** How the page itself is cited stands at its foot, where it shows something of the archive; `own` where it has a place of its own for that. */
  readonly cites?: 'page' | 'own' | 'none';
  /** Address of the same as data. */
  readonly twin?: string | undefined;
  /** Where the history of a phrase is looked for; in all relations where it is left out. */
  readonly wording?: string | undefined;
  /** The page's own search field stands in it, so the bar has none. */
  readonly ownSearch?: boolean;
  readonly children: Child;
}

export const PLACES = [
  ['', 'navArchive'],
  ['relations', 'navRelations'],
  ['ledger', 'ledger'],
  ['wording', 'navWording'],
  ['accounts', 'navAccounts'],
  ['review', 'navReview'],
] as const;
/** At the foot of every page, with those of the bar. */
const MORE = [
  ['people', 'navPeople'],
  ['topics', 'navTopics'],
  ['instruments', 'navInstruments'],
  ['mechanisms', 'navMechanisms'],
  ['corrections', 'corrections'],
] as const;
export type Place = (typeof PLACES)[number][0] | (typeof MORE)[number][0] | 'search' | 'help' | 'settings';

export function Frame({ view, title, at, scripts = [], prev, next, cites = 'page', twin, wording = 'wording', ownSearch, children }: FrameOptions) {
  const { voice, settings } = view;
  const l = voice.label;
  const links = (places: readonly (readonly [string, string])[]) =>
    places.map(([path, name]) => (
      <a href={to(view, path)} aria-current={at === path ? 'page' : undefined}>
        {l(name)}
      </a>
    ));
  return (
    <>
      {raw('<!doctype html>')}
      <html
        lang={voice.code}
        data-theme={settings.theme === 'auto' ? undefined : settings.theme}
        data-keys={settings.keys ? undefined : 'off'}
        data-readings={settings.aids.readings ? undefined : 'off'}
      >
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={settings.theme === 'auto' ? 'light dark' : settings.theme} />
          <title>{[...title, 'Memcon'].filter(Boolean).join(' · ')}</title>
          <link rel="stylesheet" href={asset('style.css')} />
          <link rel="stylesheet" media="print" href={to(view, `print.css?on=${view.today}`)} />
          <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
          {view.others.map(({ code }) => (
            <link rel="alternate" hreflang={code} href={`/${code}/${view.path}`} />
          ))}
          {twin && <link rel="alternate" type="application/json" href={twin} />}
          {prev && <link rel="prev" href={prev} />}
          {next && <link rel="next" href={next} />}
          {['keys.js', 'cited.js', 'phrase.js', ...scripts].map((name) => (
            <script src={asset(name)} defer></script>
          ))}
        </head>
        <body>
          <a class="skip" href="#main">
            {l('skip')}
          </a>
          <Put markup={SHAPES} />
          <header class="top">
            <div class="page">
              <a class="brand" href={to(view)}>
                <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
                  <use href="#m-joint" />
                </svg>
                Memcon
              </a>
              <nav class="places" aria-label={l('menu')}>
                {links(PLACES)}
              </nav>
              {!ownSearch && (
                <search class="find">
                  <form action={to(view, 'search')}>
                    <input type="search" name="q" aria-label={l('searchTalks')} placeholder={l('searchTalks')} data-key="/" />
                    <span class="kbd" aria-hidden="true">
                      /
                    </span>
                  </form>
                </search>
              )}
              <div class="lang">
                <span class="local">{l('onThisMachine')}</span>
                {view.others.map(({ code, name }) => (
                  <a href={`/${code}/${view.path}`} lang={code} hreflang={code}>
                    {name}
                  </a>
                ))}
                <a class="button jump" href="#all-pages">
                  {l('menuButton')}
                </a>
              </div>
            </div>
          </header>
          <main class="page" id="main" tabindex={-1}>
            {children}
            {cites === 'page' && <CitePage view={view} title={title.filter(Boolean).join(' · ')} />}
            <section id="sources" hidden>
              <h2 class="minor">{l('sourcesList')}</h2>
              <ol></ol>
            </section>
          </main>
          <footer class="page foot">
            <nav id="all-pages" aria-label={l('allPages')}>
              {links([...PLACES, ...MORE, ['help', 'help'], ['settings', 'settings']])}
              <a href="/api/v1/">API</a>
              {twin && (
                <a href={twin} type="application/json">
                  {l('jsonTwin')}
                </a>
              )}
            </nav>
            <span>{l('footer')}</span>
            <span>{l('asOf', { date: voice.date(view.today) })}</span>
          </footer>
          <div class="said-so" role="status" aria-live="polite" data-words={l('copied')}></div>
          <KeysDialog view={view} />
          <CitedBox view={view} />
          <PhraseBox view={view} wording={wording} />
        </body>
      </html>
    </>
  );
}

const KEYS = [
  ['/', 'keySearch'],
  ['J K', 'keyMove'],
  ['Enter', 'keyOpen'],
  ['C', 'keyCite'],
  ['A', 'keyApprove'],
  ['[ ]', 'keyTurn'],
  ['?', 'keyAll'],
  ['Esc', 'keyClose'],
] as const;

/** All keys, as a table: in a dialog on every page, and on the page of help. */
export function KeysTable({ view }: { view: View }) {
  const l = view.voice.label;
  return (
    <dl class="keylist">
      {KEYS.map(([keys, what]) => (
        <>
          <dt>
            {keys.split(' ').map((key) => (
              <kbd>{key}</kbd>
            ))}
          </dt>
          <dd>{l(what)}</dd>
        </>
      ))}
    </dl>
  );
}

function KeysDialog({ view }: { view: View }) {
  const l = view.voice.label;
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{l('keysTitle')}</h2>
      <KeysTable view={view} />
      <p class="note">
        <a href={to(view, 'settings')}>{l('keysOff')}</a>
      </p>
      <form method="dialog">
        <button type="submit">{l('close')}</button>
      </form>
    </dialog>
  );
}

/** What a citation opens: the sentence, and what one may do with it. Filled by its script. */
function CitedBox({ view }: { view: View }) {
  const l = view.voice.label;
  return (
    <template id="cited">
      <div class="cited" popover="auto" role="dialog" aria-label={l('cite')}>
        <p>
          <q class="src-words"></q>
        </p>
        <p class="note">
          <span class="src-words"></span> <span></span>
        </p>
        <p class="actions">
          <button type="button">{l('copyCitation')}</button> <button type="button">{l('copyWords')}</button>{' '}
          <a class="button" href="#main">
            {l('openPlace')}
          </a>
        </p>
      </div>
    </template>
  );
}

/** What marked words of a source lead to. Its script puts the words into the addresses. */
function PhraseBox({ view, wording }: { view: View; wording: string }) {
  const l = view.voice.label;
  return (
    <template id="phrase">
      <p class="cited phrase" popover="manual">
        <a class="button" href={to(view, wording)}>
          {l('phraseHistoryLink')}
        </a>{' '}
        <a class="button" href={to(view, 'search')} data-exact="">
          {l('search')}
        </a>
      </p>
    </template>
  );
}

/** Where a page belongs: links from the archive down. */
export function Crumbs({ view, links }: { view: View; links: readonly (readonly [path: string, words: string])[] }) {
  return (
    <nav class="crumbs" aria-label={view.voice.label('crumbs')}>
      {links.map(([path, words], i) => (
        <>
          {i > 0 && <span aria-hidden="true"> › </span>}
          <a href={to(view, path)}>{words}</a>
        </>
      ))}
    </nav>
  );
}
