/** What the pages of tracking and comparing give to take along: tables for a spreadsheet, and feeds to follow. */
import { compareTold, findToldTwice, type ToldTwice } from '../desk/comparing/accounts.ts';
import { compareSeats } from '../desk/comparing/compare.ts';
import { accountsCsv, accountsFeed, contradictionsCsv, contradictionsFeed, meetingsCsv } from '../desk/comparing/comparison-formats.ts';
import { findCandidates } from '../desk/comparing/contradictions.ts';
import { positionsOf } from '../desk/following/positions.ts';
import { formulasOf } from '../desk/following/wording.ts';
import { positionsCsv, wordingCsv, wordingFeed } from '../desk/following/wording-formats.ts';
import type { DyadRow } from '../desk/held.ts';
import { accountsPath } from './accounts.tsx';
import { seatsOf } from './comparing.tsx';
import { query, readoutPath, to } from './parts/view.ts';
import { dyadName } from './parts/words.ts';
import { positionsAsked } from './positions.tsx';
import { notFound, searchOf, type Visit } from './visit.ts';
import { wordingAsked, wordingName, wordingWishes } from './wording.tsx';

/** A table opens in a spreadsheet as what it is: UTF-8 told by its first sign. */
function csv({ context }: Visit, name: string, lines: string): Response {
  return context.body(`\ufeff${lines}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9-]/g, '-')}.csv"`,
  });
}

function atom({ context }: Visit, feed: string): Response {
  return context.body(feed, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
}

/** Formulas of a relation, or of a publisher. */
export async function wordingFile(visit: Visit, format: 'csv' | 'atom', dyad?: DyadRow): Promise<Response> {
  const { archive, view, context } = visit;
  const asked = wordingAsked(searchOf(visit));
  const about = dyad?.dyad ?? asked.publisher;
  if (about === undefined) return notFound(visit);
  const wording = await formulasOf(archive, wordingWishes(asked, dyad), view.voice);
  if (format === 'csv') return csv(visit, `wording-${about}`, wordingCsv(wording));
  const page = `${view.origin}${to(view, dyad ? `relations/${dyad.dyad}/wording` : `wording${query({ publisher: asked.publisher })}`)}`;
  return atom(
    visit,
    await wordingFeed(
      archive,
      wording,
      {
        about,
        title: `Memcon · ${view.voice.label('navWording')} · ${wordingName(view, asked, dyad)}`,
        self: context.req.url,
        page,
        readout: (document, statement) => `${view.origin}${to(view, readoutPath(document, statement))}`,
        when: `${view.today}T00:00:00Z`,
      },
      view.voice,
    ),
  );
}

export async function positionsFile(visit: Visit, dyad: DyadRow): Promise<Response> {
  const { topic, from, to: until } = positionsAsked(searchOf(visit));
  const told = await positionsOf(visit.archive, { dyad: dyad.dyad, topic, from, to: until }, visit.view.voice);
  return csv(visit, `positions-${dyad.dyad}${topic ? `-${topic}` : ''}`, positionsCsv(told));
}

export async function compareFile(visit: Visit): Promise<Response> {
  const seats = await seatsOf(visit, visit.context.req.query('before'), visit.context.req.query('after'));
  return seats ? csv(visit, 'comparison', meetingsCsv(await compareSeats(...seats, visit.archive))) : notFound(visit);
}

/** One pair of accounts as a table, or the meetings of a relation that both sides tell as a feed. */
export async function accountsFile(visit: Visit): Promise<Response> {
  const seats = await seatsOf(visit, visit.context.req.query('first'), visit.context.req.query('other'));
  return seats ? csv(visit, 'accounts', accountsCsv(await compareTold(...seats, visit.archive))) : notFound(visit);
}

/** What all feeds of a relation say of themselves. @param at the page that shows the same. */
function feedOf({ view, context }: Visit, { dyad }: DyadRow, name: string, at: string) {
  return {
    dyad,
    title: `Memcon · ${view.voice.label(name)} · ${dyadName(dyad, view.voice)}`,
    self: context.req.url,
    page: `${view.origin}${to(view, at)}`,
    when: `${view.today}T00:00:00Z`,
  };
}

export async function accountsFollowed(visit: Visit, row: DyadRow): Promise<Response> {
  const { archive, view } = visit;
  const feed = {
    ...feedOf(visit, row, 'twoAccounts', `accounts${query({ dyad: row.dyad })}`),
    pair: (told: ToldTwice) => `${view.origin}${to(view, accountsPath(told))}`,
  };
  return atom(visit, await accountsFeed(archive, await findToldTwice(archive, row.dyad), feed, view.voice));
}

export async function contradictionsFile(visit: Visit, { dyad }: DyadRow): Promise<Response> {
  return csv(visit, `contradictions-${dyad}`, contradictionsCsv(await findCandidates(visit.archive, dyad)));
}

export async function contradictionsFollowed(visit: Visit, row: DyadRow): Promise<Response> {
  const { archive, view } = visit;
  const about = feedOf(visit, row, 'contradictions', `relations/${row.dyad}/contradictions`);
  const feed = { ...about, candidate: (id: string) => `${about.page}#${id}` };
  return atom(visit, await contradictionsFeed(archive, await findCandidates(archive, row.dyad), feed, view.voice));
}
