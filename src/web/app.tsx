/** The pages as one function from request to response. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { makeFault } from '../desk/faults.ts';
import type { Archive, DyadRow } from '../desk/held.ts';
import type { Network } from '../desk/incoming/fetch.ts';
import { interfaceCodes, loadVoice } from '../desk/languages.ts';
import { patience } from '../desk/outside.ts';
import { POLICY } from '../drawing/frame.ts';
import { Fault } from '../fault.ts';
import { toHtml } from '../publishing/html.ts';
import { toJson } from '../publishing/json.ts';
import type { Topic } from '../record/reading.ts';
import { TOPICS } from '../record/topics.generated.ts';
import { add } from './add.tsx';
import { askedOf } from './asked.ts';
import { findAsset } from './assets.ts';
import { askedOf as briefAskedOf, briefPage } from './brief.tsx';
import { citePage } from './cite.tsx';
import { clocksPage } from './clock.tsx';
import { dyadNamed, keepPair, keepVerdict, pointsAgainstBody, twoAccounts, twoMeetings } from './comparing.tsx';
import { contradictionsPage } from './contradictions.tsx';
import { languageOf } from './cookies.ts';
import { correctionsPage } from './corrections.tsx';
import {
  approveStatement,
  decideNames,
  keepCorrection,
  keepReading,
  partTreaty,
  removeReadout,
  restoreReadout,
  undoAny,
  undoCorrection,
} from './deeds.tsx';
import { dyadPage, filterOf } from './dyad.tsx';
import { entitiesPage } from './entities.tsx';
import { accountsFile, accountsFollowed, compareFile, contradictionsFile, contradictionsFollowed, positionsFile, wordingFile } from './files.ts';
import { helpPage } from './help.tsx';
import { homePage } from './home.tsx';
import { instrumentPage } from './instrument.tsx';
import { keepPages } from './kept.ts';
import { largePage, MOST_STATEMENTS } from './large.tsx';
import { ledgerFile, ledgerFilterOf, ledgerPage } from './ledger.tsx';
import { mechanismPage } from './mechanism.tsx';
import { LIMIT, LIMIT_WORDS } from './parts/add-form.tsx';
import { askingOf } from './parts/asking.ts';
import { personPage } from './person.tsx';
import { withPolicy } from './policy.ts';
import { positionsAsked, positionsPage } from './positions.tsx';
import { readoutPage } from './readout.tsx';
import { readoutsPage } from './readouts.tsx';
import { relationsPage } from './relations.tsx';
import { reviewPage } from './review.tsx';
import { searchPage } from './search.tsx';
import { searchFeed } from './search-feed.ts';
import { saveSettings, settingsPage } from './settings.tsx';
import { topicPage, topicsPage } from './topics.tsx';
import { versionsPage } from './versions.tsx';
import { notFound, type Rendered, searchOf, show, showKept, type Visit, viewOf, visitOf, voiceOf } from './visit.ts';
import { wordingAsked, wordingPage, wordingsPage } from './wording.tsx';
import { wrongPage } from './wrong.tsx';

/** What the pages work with; `server.ts` hands it in. */
export interface WebDesk {
  readonly archive: Archive;
  /** Where pages are fetched from; without it none are. */
  readonly network?: Network;
  /** Takes an error that is nobody's misuse, for the log of the one who runs the server. */
  report?(error: unknown): void;
  /** Milliseconds from any beginning, by which pages grow old. */
  now?(): number;
}

type Page = (visit: Visit) => Promise<Response>;

export function makeApp({ archive, network, report, now = patience.now }: WebDesk): Hono {
  const app = new Hono();
  app.use(withPolicy);

  app.get('/', async (context) => {
    const codes = await interfaceCodes();
    const chosen = languageOf(context);
    const code = chosen && codes.includes(chosen) ? chosen : (await loadVoice(context.req.header('accept-language') ?? '')).code;
    return context.redirect(`/${code}/`, 302);
  });

  // /ja, as one types it
  app.get('/:language', async (context, next) => {
    const voice = await voiceOf(context.req.param('language'));
    return voice ? context.redirect(`/${voice.code}/${new URL(context.req.url).search}`, 302) : next();
  });

  app.get('/assets/:name', (context) => {
    const found = findAsset(context.req.path);
    if (!found) return context.notFound();
    return context.body(found.body, 200, { 'Content-Type': found.type, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });

  const keep = keepPages(archive, now);
  const get = (path: string, page: Page) =>
    app.get(`/:language/${path}`, async (context, next) => {
      const visit = await visitOf(context, archive);
      return visit ? page(visit) : next();
    });

  /** A page that depends on nothing but the archive and the view: made once for all who ask for it. */
  const kept = (path: string, page: (visit: Visit) => Rendered | undefined | Promise<Rendered | undefined>) =>
    get(path, (visit) => showKept(visit, keep, page));

  /** What changes the archive, of bounded size. That it comes from our own pages is seen to at the gate. */
  const post = (path: string, deed: Page) =>
    app.post(
      `/:language/${path}`,
      async (context, next) => ((await voiceOf(context.req.param('language') as string)) ? next() : context.notFound()),
      bodyLimit({ maxSize: LIMIT * 4, onError: tooLarge }),
      async (context) => deed({ ...((await visitOf(context, archive)) as Visit), network }),
    );

  kept('', ({ view }) => homePage(archive, view));
  kept('readouts', (visit) => readoutsPage(archive, visit.view, searchOf(visit)));
  kept('relations', ({ view }) => relationsPage(archive, view));
  const ofDyad = (path: string, page: (visit: Visit, dyad: DyadRow) => Rendered | Promise<Rendered>) =>
    kept(`relations/:dyad${path}`, async (visit) => {
      const dyad = await dyadNamed(visit, visit.context.req.param('dyad') as string);
      return dyad && page(visit, dyad);
    });
  ofDyad('', (visit, dyad) => dyadPage(archive, visit.view, dyad, filterOf(searchOf(visit))));
  ofDyad('/wording', (visit, dyad) => wordingPage(archive, visit.view, dyad, wordingAsked(searchOf(visit))));
  ofDyad('/positions', (visit, dyad) => positionsPage(archive, visit.view, dyad, positionsAsked(searchOf(visit))));
  kept('wording', (visit) => wordingsPage(archive, visit.view, wordingAsked(searchOf(visit))));
  get('relations/:dyad/brief', async (visit) => {
    const dyad = await dyadNamed(visit, visit.context.req.param('dyad') as string);
    if (!dyad) return notFound(visit);
    try {
      return await show(visit, await briefPage(archive, visit.view, dyad.dyad, briefAskedOf(searchOf(visit))));
    } catch (error) {
      // What was typed wrong is told with its cure, and is no failure of ours.
      if (error instanceof Fault && error.code.startsWith('brief/')) return show(visit, wrongPage(visit.view, error), 422);
      throw error;
    }
  });
  const fileOfDyad = (path: string, file: (visit: Visit, dyad: DyadRow) => Promise<Response>) =>
    get(`relations/:dyad/${path}`, async (visit) => {
      const dyad = await dyadNamed(visit, visit.context.req.param('dyad') as string);
      return dyad ? file(visit, dyad) : notFound(visit);
    });
  for (const format of ['csv', 'atom'] as const) {
    fileOfDyad(`wording.${format}`, (visit, dyad) => wordingFile(visit, format, dyad));
    get(`wording.${format}`, (visit) => wordingFile(visit, format));
  }
  fileOfDyad('positions.csv', positionsFile);
  fileOfDyad('contradictions.csv', contradictionsFile);
  fileOfDyad('contradictions.atom', contradictionsFollowed);
  fileOfDyad('accounts.atom', accountsFollowed);
  get('compare.csv', compareFile);
  get('accounts.csv', accountsFile);
  get('compare', twoMeetings);
  get('accounts', twoAccounts);
  ofDyad('/contradictions', (visit, dyad) => contradictionsPage(archive, visit.view, dyad));
  get('readouts/:id/points', pointsAgainstBody);
  kept('search', (visit) => searchPage(archive, visit.view, askingOf(searchOf(visit)), visit.view.origin));
  get('search.atom', async ({ view, context }) => {
    const url = new URL(context.req.url);
    const feed = await searchFeed(archive, view, askingOf(url.searchParams), url.origin);
    return context.body(feed, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
  });
  kept('readouts/:id', async (visit) => {
    const { view, context } = visit;
    const id = context.req.param('id') as string;
    const n = numberOf(context.req.query('v'));
    const row = await archive.document(id);
    if (row && row.statements > MOST_STATEMENTS && n === undefined) return largePage(archive, view, row, context.req.query('cursor'));
    const standing = row && (await archive.standing(id, n));
    return (
      standing && readoutPage({ archive, view, row, standing, n, origin: view.origin, at: context.req.query('at'), asked: askedOf(searchOf(visit)) })
    );
  });
  get('readouts/:id/record.json', async (visit) => {
    const standing = await archive.standing(visit.context.req.param('id') as string, numberOf(visit.context.req.query('v')));
    return standing ? visit.context.body(toJson(standing.reading), 200, { 'Content-Type': 'application/json; charset=utf-8' }) : notFound(visit);
  });
  get('readouts/:id/record.html', async (visit) => {
    const standing = await archive.standing(visit.context.req.param('id') as string, numberOf(visit.context.req.query('v')));
    if (!standing) return notFound(visit);
    return visit.context.html(toHtml(standing.reading, visit.view.voice), 200, { 'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'` });
  });
  get('readouts/:id/source', async (visit) => {
    const source = await archive.source(visit.context.req.param('id') as string, numberOf(visit.context.req.query('v')));
    if (!source) return notFound(visit);
    // Never as a page: what came from outside does not run here.
    return visit.context.body(source.bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(source.name ?? source.sha256.slice(0, 16))}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });

  get('readouts/:id/versions', async (visit) => {
    const row = await archive.document(visit.context.req.param('id') as string);
    return row ? show(visit, versionsPage(archive, visit.view, row)) : notFound(visit);
  });
  get('readouts/:id/cite', async (visit) => {
    const { context, view } = visit;
    const id = context.req.param('id') as string;
    const [row, standing] = await Promise.all([archive.document(id), archive.standing(id)]);
    return row && standing
      ? show(
          visit,
          citePage(view, row, standing, { statement: context.req.query('s'), at: context.req.query('at') }, new URL(context.req.url).origin),
        )
      : notFound(visit);
  });
  get('ledger', async (visit) => show(visit, ledgerPage(archive, visit.view, ledgerFilterOf(searchOf(visit)))));
  for (const format of ['csv', 'ics', 'atom'] as const)
    get(`ledger.${format}`, async (visit) => ledgerFile(archive, visit.view, ledgerFilterOf(searchOf(visit)), format, visit.context));
  get('clock/:dyad', async (visit) => {
    const dyad = await dyadNamed(visit, visit.context.req.param('dyad') as string);
    return dyad ? show(visit, clocksPage(archive, visit.view, dyad.dyad)) : notFound(visit);
  });
  get('people', async (visit) => show(visit, entitiesPage(archive, visit.view, 'person', searchOf(visit))));
  get('instruments', async (visit) => show(visit, entitiesPage(archive, visit.view, 'instrument', searchOf(visit))));
  get('mechanisms', async (visit) => show(visit, entitiesPage(archive, visit.view, 'mechanism', searchOf(visit))));
  get('mechanisms/:id', async (visit) => {
    const entity = await archive.entity(visit.context.req.param('id') as string);
    return entity?.kind === 'mechanism' ? show(visit, mechanismPage(archive, visit.view, entity)) : notFound(visit);
  });
  get('people/:id', async (visit) => {
    const entity = await archive.entity(visit.context.req.param('id') as string);
    return entity?.kind === 'person' ? show(visit, personPage(archive, visit.view, entity)) : notFound(visit);
  });
  get('instruments/:id', async (visit) => {
    const entity = await archive.entity(visit.context.req.param('id') as string);
    return entity?.kind === 'instrument' ? show(visit, instrumentPage(archive, visit.view, entity)) : notFound(visit);
  });
  get('topics', async (visit) => show(visit, topicsPage(archive, visit.view, visit.context.req.query('dyad'))));
  get('topics/:topic', async (visit) => {
    const topic = visit.context.req.param('topic') as string;
    return Object.hasOwn(TOPICS, topic) ? show(visit, topicPage(archive, visit.view, topic as Topic)) : notFound(visit);
  });
  get('corrections', async (visit) => show(visit, correctionsPage(archive, visit.view, searchOf(visit))));
  get('review', async (visit) => show(visit, reviewPage(archive, visit.view, visit.context.req.query('cursor'))));
  // The foot of a printed page, which style alone can write: of which day it is, and the page's number.
  get('print.css', async ({ context, view }) => {
    const words = view.voice.label('asOf', { date: view.voice.date(view.today) }).replace(/["\\\n]/g, ' ');
    return context.body(`@page{@bottom-left{content:"Memcon \u00b7 ${words}";font:9pt sans-serif}}\n`, 200, {
      'Content-Type': 'text/css; charset=utf-8',
    });
  });
  get('help', async (visit) => show(visit, helpPage(visit.view)));
  get('settings', async (visit) => show(visit, settingsPage(visit.view, visit.context.req.query('saved') === '1')));

  post('accounts/pairs', keepPair);
  post('relations/:dyad/contradictions', keepVerdict);
  post('settings', saveSettings);
  post('readouts/:id/approve', approveStatement);
  post('people/:id/reading', keepReading);
  post('instruments/:id/parting', partTreaty);
  post('people/:id/names', (visit) => decideNames(visit, 'people'));
  post('instruments/:id/names', (visit) => decideNames(visit, 'instruments'));
  post('mechanisms/:id/names', (visit) => decideNames(visit, 'mechanisms'));
  post('add', add);
  post('readouts/:id/correct', keepCorrection);
  post('readouts/:id/undo', undoCorrection);
  post('corrections/undo', undoAny);
  post('readouts/:id/remove', removeReadout);
  post('readouts/:id/restore', restoreReadout);

  // Of the doors this one is the last: what nobody knows is told as a page.
  const unknown = async (context: Context) => {
    const voice = (await voiceOf(context.req.path.split('/')[1] ?? '')) ?? (await loadVoice(context.req.header('accept-language') ?? ''));
    return notFound({ archive, context, view: await viewOf(context, voice) });
  };
  app.notFound(unknown);
  app.all('*', unknown);
  app.onError(async (error, context) => {
    const voice = await loadVoice(context.req.path.split('/')[1] ?? '');
    const view = await viewOf(context, voice);
    if (!(error instanceof Fault)) report?.(error);
    const known = error instanceof Fault && voice.phrases.faults[error.code] !== undefined;
    const fault = known ? makeFault(voice, error.code, error.values) : makeFault(voice, 'web/failed', { reason: error.message.slice(0, 200) });
    return show({ archive, view, context }, wrongPage(view, fault), 500);
  });
  return app;

  async function tooLarge(context: Context): Promise<Response> {
    const view = await viewOf(context, (await voiceOf(context.req.param('language') ?? '')) ?? (await loadVoice()));
    const size = Number(context.req.header('content-length') ?? Number.NaN);
    const words = { size: Number.isNaN(size) ? `> ${LIMIT_WORDS}` : `${(size / 1048576).toFixed(1)} MB`, limit: LIMIT_WORDS };
    return show({ archive, view, context }, wrongPage(view, makeFault(view.voice, 'web/too-large', words)), 413);
  }
}

function numberOf(words: string | undefined): number | undefined {
  return words && /^[1-9]\d{0,5}$/.test(words) ? Number(words) : undefined;
}
