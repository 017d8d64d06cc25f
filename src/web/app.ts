/**
 * The pages as one function from request to response. Only this machine is served: a request under another host's name or
 * from another site's form is refused, and no page asks anything of the network.
 */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isDay, makeFault } from '../desk/faults.ts';
import { interfaceCodes, loadLanguages, loadVoice } from '../desk/languages.ts';
import { makePage } from '../desk/page.ts';
import { readDocument } from '../desk/read.ts';
import { loadSamples } from '../desk/samples.ts';
import { type Links, POLICY } from '../drawing/frame.ts';
import { Fault } from '../fault.ts';
import type { Voice } from '../language/voice.ts';
import { homePage } from './home.ts';
import { wrongPage } from './wrong.ts';

const LIMIT = 5 * 1024 * 1024;
const LIMIT_WORDS = '5 MB';

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'Cache-Control': 'no-store',
};

export function makeApp(): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    if (!isLocal(context.req.header('host') ?? new URL(context.req.url).host)) return context.text('Memcon answers only on this machine.\n', 421);
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  });

  app.get('/', async (context) => {
    const voice = await loadVoice(context.req.header('accept-language') ?? '');
    return context.redirect(`/${voice.code}/`, 302);
  });

  app.get('/:language/', async (context) => {
    const voice = await voiceOf(context.req.param('language'));
    if (!voice) return notFound(context.req.header('accept-language'));
    return page(homePage({ samples: await loadSamples(), voice, links: await linksTo('', voice, true), limit: LIMIT_WORDS }));
  });

  app.get('/:language/samples/:slug', async (context) => {
    const voice = await voiceOf(context.req.param('language'));
    const sample = (await loadSamples()).find((each) => each.slug === context.req.param('slug'));
    if (!voice || !sample) return notFound(context.req.header('accept-language'), voice);
    return page(makePage(sample.reading, voice, await linksTo(`samples/${sample.slug}`, voice)));
  });

  app.post(
    '/:language/read',
    async (context, next) => {
      const voice = await voiceOf(context.req.param('language'));
      if (!voice) return notFound(context.req.header('accept-language'));
      if (!isOwnForm(context.req.raw)) return wrong(makeFault(voice, 'web/other-site'), voice, 403);
      await next();
    },
    bodyLimit({
      maxSize: LIMIT,
      onError: async (context) => {
        const voice = (await voiceOf(context.req.param('language') ?? '')) ?? (await loadVoice());
        const size = Number(context.req.header('content-length') ?? Number.NaN);
        return wrong(
          makeFault(voice, 'web/too-large', {
            size: Number.isNaN(size) ? `> ${LIMIT_WORDS}` : `${(size / 1048576).toFixed(1)} MB`,
            limit: LIMIT_WORDS,
          }),
          voice,
          413,
        );
      },
    }),
    async (context) => {
      const voice = (await voiceOf(context.req.param('language'))) as Voice;
      const form = await context.req.parseBody().catch((): Record<string, string | File> => ({}));
      const words = typeof form.words === 'string' ? form.words : '';
      const published = typeof form.published === 'string' ? form.published.trim() : '';
      const file = form.file instanceof File && form.file.size > 0 ? form.file : undefined;
      const again = async (fault: Fault) =>
        page(
          homePage({
            samples: await loadSamples(),
            voice,
            links: await linksTo('', voice, true),
            limit: LIMIT_WORDS,
            wrong: { fault, words, published },
          }),
          422,
        );
      if (!file && words.trim() === '') return again(makeFault(voice, 'web/nothing-given'));
      if (published !== '' && !isDay(published)) return again(makeFault(voice, 'web/bad-date', { name: published.slice(0, 40) }));
      const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
      const document = file ? new Uint8Array(await file.arrayBuffer()) : words.replace(/\r\n/g, '\n');
      const mediaType = file ? mediaTypeOf(file) : 'text/plain';
      const reading = readDocument(document, { languages, mediaType, published: published || undefined });
      return page(makePage(reading, voice, await linksTo('', voice)));
    },
  );

  app.notFound((context) => notFound(context.req.header('accept-language')));
  app.onError(async (error, context) => {
    const voice = await loadVoice(context.req.header('accept-language') ?? '');
    const fault = error instanceof Fault ? error : new Fault('web/failed', voice.label('errorTitle'), error.message);
    return wrong(fault, voice, 500);
  });
  return app;
}

/** Names under which this machine is asked for itself; any other is a name that someone else made lead here. */
function isLocal(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
}

/** Whether a form was sent from one of our pages: browsers say so. A program that sends neither header is no browser. */
function isOwnForm(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  try {
    return new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host);
  } catch {
    return false;
  }
}

function mediaTypeOf(file: File): string | undefined {
  if (/\.x?html?$/i.test(file.name)) return 'text/html';
  if (/\.te?xt$/i.test(file.name)) return 'text/plain';
  return file.type || undefined;
}

async function voiceOf(code: string): Promise<Voice | undefined> {
  return (await interfaceCodes()).includes(code) ? loadVoice(code) : undefined;
}

/** Links of a page at `path` of each language; a page made from a form has no address, so its switch leads home. */
async function linksTo(path: string, voice: Voice, atHome = false): Promise<Links> {
  const others = (await interfaceCodes()).filter((code) => code !== voice.code);
  const languages = await Promise.all(
    others.map(async (code) => ({ code, name: (await loadVoice(code)).phrases.labels.languageName as string, href: `/${code}/${path}` })),
  );
  return { home: `/${voice.code}/`, languages, atHome };
}

function page(markup: string, status = 200): Response {
  return new Response(markup, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

async function wrong(fault: Fault, voice: Voice, status: number): Promise<Response> {
  return page(wrongPage(fault, voice, await linksTo('', voice)), status);
}

async function notFound(locale = '', known?: Voice): Promise<Response> {
  const voice = known ?? (await loadVoice(locale));
  return wrong(makeFault(voice, 'web/not-found'), voice, 404);
}
