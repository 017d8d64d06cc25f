/** One request for a page: who looks, in which language, at which day; and how the page goes back. */
import type { Context } from 'hono';
import { isDay, makeFault } from '../desk/faults.ts';
import type { Archive } from '../desk/held.ts';
import type { Network } from '../desk/incoming/fetch.ts';
import { interfaceCodes, loadVoice } from '../desk/languages.ts';
import { today } from '../desk/outside.ts';
import type { Voice } from '../language/voice.ts';
import { languageOf, remember, settingsOf } from './cookies.ts';
import type { Keep } from './kept.ts';
import type { View } from './parts/view.ts';
import { wrongPage } from './wrong.tsx';

export interface Visit {
  readonly archive: Archive;
  readonly network?: Network | undefined;
  readonly view: View;
  readonly context: Context;
}

export type Rendered = ReturnType<typeof wrongPage>;

export async function show(
  { context }: Visit,
  page: Rendered | Promise<Rendered>,
  status: 200 | 403 | 404 | 413 | 422 | 500 = 200,
): Promise<Response> {
  const made = await page;
  // A page with parts that are still to come gives its words later.
  return context.html(await made.toString(), status);
}

/** @param page undefined where there is no such page. */
export async function showKept(
  visit: Visit,
  keep: Keep,
  page: (visit: Visit) => Rendered | undefined | Promise<Rendered | undefined>,
): Promise<Response> {
  const { context, view } = visit;
  const kept = await keep(view, async () => {
    const made = await page(visit);
    return made && String(await made.toString());
  });
  if (!kept) return notFound(visit);
  const { words, etag } = kept;
  const known = (context.req.header('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  context.header('ETag', etag);
  return known.includes(etag) || known.includes('*')
    ? context.body(null, 304)
    : context.body(words, 200, { 'Content-Type': 'text/html; charset=UTF-8' });
}

export function notFound(visit: Visit): Promise<Response> {
  return show(visit, wrongPage(visit.view, makeFault(visit.view.voice, 'web/not-found')), 404);
}

export function searchOf({ context }: Visit): URLSearchParams {
  return new URL(context.req.url).searchParams;
}

export async function visitOf(context: Context, archive: Archive): Promise<Visit | undefined> {
  const voice = await voiceOf(context.req.param('language') ?? '');
  if (!voice) return undefined;
  if (context.req.method === 'GET' && languageOf(context) !== voice.code) remember(context, 'language', voice.code);
  return { archive, context, view: await viewOf(context, voice) };
}

export async function viewOf(context: Context, voice: Voice): Promise<View> {
  const others = (await interfaceCodes()).filter((code) => code !== voice.code);
  const url = new URL(context.req.url);
  const on = url.searchParams.get('on');
  return {
    voice,
    others: await Promise.all(
      others.map(async (code) => {
        const other = await loadVoice(code);
        return { code, name: other.label('languageName'), voice: other };
      }),
    ),
    path: context.req.method === 'GET' ? url.pathname.split('/').slice(2).join('/') + url.search : '',
    settings: settingsOf(context),
    origin: url.origin,
    today: on && isDay(on) ? on : today(),
    past: on !== null && isDay(on) && on < today(),
  };
}

export async function voiceOf(code: string): Promise<Voice | undefined> {
  return (await interfaceCodes()).includes(code) ? loadVoice(code) : undefined;
}
