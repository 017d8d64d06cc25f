/** Pages and forms of what stands beside one another: which talks are asked for, and what a person decides. */
import { compareTold, decidePair } from '../desk/comparing/accounts.ts';
import { compareSeats, openSeat, type Seat } from '../desk/comparing/compare.ts';
import { judgeCandidate } from '../desk/comparing/contradictions.ts';
import { makeFault } from '../desk/faults.ts';
import type { DyadRow } from '../desk/held.ts';
import { sign } from '../desk/outside.ts';
import { accountsPage, toldTwicePage } from './accounts.tsx';
import { comparePage } from './compare.tsx';
import { remember } from './cookies.ts';
import { enteredOf } from './deeds.tsx';
import { to } from './parts/view.ts';
import { pointsPage } from './points.tsx';
import { notFound, show, type Visit } from './visit.ts';
import { wrongPage } from './wrong.tsx';

export async function twoMeetings(visit: Visit): Promise<Response> {
  const seats = await seatsOf(visit, visit.context.req.query('before'), visit.context.req.query('after'));
  if (!seats) return notFound(visit);
  return show(visit, comparePage(visit.archive, visit.view, await compareSeats(...seats, visit.archive)));
}

export async function twoAccounts(visit: Visit): Promise<Response> {
  const { archive, view, context } = visit;
  const [first, other, dyad] = ['first', 'other', 'dyad'].map((name) => context.req.query(name));
  if (first && other) {
    const seats = await seatsOf(visit, first, other);
    return seats
      ? show(visit, accountsPage(view, await compareTold(...seats, archive), { one: context.req.query('one'), two: context.req.query('two') }))
      : notFound(visit);
  }
  const row = dyad ? await dyadNamed(visit, dyad) : undefined;
  return dyad && !row ? notFound(visit) : show(visit, toldTwicePage(archive, view, row));
}

export async function pointsAgainstBody(visit: Visit): Promise<Response> {
  const id = visit.context.req.param('id') as string;
  const [row, standing] = await Promise.all([visit.archive.document(id), visit.archive.standing(id)]);
  return row && standing ? show(visit, pointsPage(visit.view, row, standing)) : notFound(visit);
}

export async function seatsOf({ archive, view }: Visit, one: string | undefined, other: string | undefined): Promise<[Seat, Seat] | undefined> {
  if (!one || !other) return undefined;
  // What is not there is told as a page that is not there.
  return Promise.all([openSeat(archive, one, view.voice), openSeat(archive, other, view.voice)]).catch(() => undefined);
}

export async function dyadNamed({ archive }: Visit, asked: string): Promise<DyadRow | undefined> {
  const wanted = asked.toUpperCase().split('-').sort().join('-');
  return (await archive.dyads()).find(({ dyad }) => dyad === wanted);
}

/** Two statements of two accounts tell the same, or do not. */
export async function keepPair(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const entered = await enteredOf(visit);
  const one = (name: string) => entered[name]?.[0]?.trim() ?? '';
  const seats = await seatsOf(visit, one('first'), one('other'));
  if (!seats) return notFound(visit);
  if (one('who') === '' || one('why') === '') return show(visit, wrongPage(view, makeFault(view.voice, 'web/unsigned')), 422);
  remember(context, 'who', one('who'));
  const [first, other] = seats;
  const set = one('set') === 'unpaired' ? 'unpaired' : 'paired';
  await decidePair(archive, { first, other }, [one('one'), one('two')], set, { signed: sign(one('who'), {}), why: one('why') }, view.voice);
  const query = new URLSearchParams({ first: one('first'), other: one('other') });
  return context.redirect(to(view, `accounts?${query}`), 303);
}

/** A candidate for contradiction is one, or is none. */
export async function keepVerdict(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const entered = await enteredOf(visit);
  const one = (name: string) => entered[name]?.[0]?.trim() ?? '';
  const dyad = await dyadNamed(visit, context.req.param('dyad') as string);
  if (!dyad) return notFound(visit);
  if (one('who') === '' || one('why') === '') return show(visit, wrongPage(view, makeFault(view.voice, 'web/unsigned')), 422);
  remember(context, 'who', one('who'));
  const verdict = one('verdict') === 'contradiction' ? 'contradiction' : 'none';
  await judgeCandidate(archive, dyad.dyad, one('candidate'), verdict, { signed: sign(one('who'), {}), why: one('why') }, view.voice);
  return context.redirect(to(view, `relations/${dyad.dyad}/contradictions#${one('candidate')}`), 303);
}
