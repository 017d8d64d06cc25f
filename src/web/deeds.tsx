/** What a form does to the archive. Each answers with the page on which it can be seen (303), or with the form and its faults. */

import { isDay, makeFault } from '../desk/faults.ts';
import { sign } from '../desk/outside.ts';
import { subjectOfStatement } from '../record/subject.ts';
import { askedOf } from './asked.ts';
import { remember } from './cookies.ts';
import { decide } from './correcting.ts';
import type { Entered } from './parts/correct-fields.tsx';
import { query, readoutPath, to } from './parts/view.ts';
import { readoutPage } from './readout.tsx';
import { notFound, show, type Visit } from './visit.ts';
import { wrongPage } from './wrong.tsx';

export async function enteredOf({ context }: Visit): Promise<Entered> {
  const form = await context.req.formData().catch(() => new FormData());
  const entered: Record<string, string[]> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue;
    const list = entered[name];
    if (list) list.push(value);
    else entered[name] = [value];
  }
  return entered;
}

export async function keepCorrection(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const id = context.req.param('id') as string;
  const entered = await enteredOf(visit);
  const [row, standing] = await Promise.all([archive.document(id), archive.standing(id)]);
  const asked = askedOf(new URLSearchParams({ correct: entered.of?.[0] ?? '', id: entered.id?.[0] ?? '', at: entered.at?.[0] ?? '' }));
  if (!row || !standing || !asked) return notFound(visit);
  const decided = decide(asked, entered, standing.reading, view.voice);
  if ('faults' in decided) {
    const { origin } = new URL(context.req.url);
    return show(visit, readoutPage({ archive, view, row, standing, origin, asked: { ...asked, entered, faults: decided.faults } }), 422);
  }
  const who = entered.who?.[0]?.trim() ?? '';
  const signed = sign(who, {});
  remember(context, 'who', who);
  for (const { on, change } of decided.decisions)
    await archive.correct({ document: row.id, on, change, ...signed, why: entered.why?.[0]?.trim() ?? '' });
  const struck = decided.decisions.some(({ change }) => change.set === 'struck');
  const statement = (asked.of === 'statement' && !struck) || asked.of === 'promise' ? asked.id : asked.of === 'date' ? asked.at : undefined;
  return context.redirect(to(view, readoutPath(row.id, statement)) + (statement ? '' : '#corrections-title'), 303);
}

export async function undoCorrection(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const row = await archive.document(context.req.param('id') as string);
  const entered = await enteredOf(visit);
  const [who, why, correction] = ['who', 'why', 'correction'].map((name) => entered[name]?.[0]?.trim() ?? '') as [string, string, string];
  if (!row) return notFound(visit);
  if (who === '' || why === '') return show(visit, wrongPage(view, makeFault(view.voice, 'web/unsigned')), 422);
  const subject = (await archive.corrections({ document: row.id })).find(({ id }) => id === correction)?.on;
  if (!subject) return notFound(visit);
  remember(context, 'who', who);
  await archive.correct({ document: row.id, on: subject, change: { set: 'undone', correction }, ...sign(who, {}), why });
  return context.redirect(to(view, `readouts/${row.id}#corrections-title`), 303);
}

/** From the list of all corrections: of a readout, or of the archive as a whole. */
export async function undoAny(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const entered = await enteredOf(visit);
  const [who, why, id] = ['who', 'why', 'correction'].map((name) => entered[name]?.[0]?.trim() ?? '') as [string, string, string];
  if (who === '' || why === '') return show(visit, wrongPage(view, makeFault(view.voice, 'web/unsigned')), 422);
  const wanted = (await archive.corrections()).find((each) => each.id === id);
  if (!wanted) return notFound(visit);
  remember(context, 'who', who);
  const draft = { on: wanted.on, change: { set: 'undone' as const, correction: id }, ...sign(who, {}), why };
  await archive.correct({ ...draft, ...(wanted.document && { document: wanted.document }) });
  return context.redirect(to(view, `corrections#${wanted.change.set === 'undone' ? wanted.change.correction : id}`), 303);
}

export async function removeReadout(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const id = context.req.param('id') as string;
  await archive.remove([id], sign(view.settings.who || undefined, process.env));
  return context.redirect(to(view, readoutPath(id)), 303);
}

export async function restoreReadout(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const id = context.req.param('id') as string;
  await archive.restore([id], sign(view.settings.who || undefined, process.env));
  return context.redirect(to(view, readoutPath(id)), 303);
}

/** From the review list: somebody looked, and it is right as it was read. */
export async function approveStatement(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const id = context.req.param('id') as string;
  const entered = await enteredOf(visit);
  const who = entered.who?.[0]?.trim() || view.settings.who;
  const standing = await archive.standing(id);
  const on = standing && subjectOfStatement(standing.reading, entered.id?.[0] ?? '');
  if (!on) return notFound(visit);
  if (who === '') return show(visit, wrongPage(view, makeFault(view.voice, 'web/unsigned')), 422);
  remember(context, 'who', who);
  await archive.correct({ document: id, on, change: { set: 'approved' }, ...sign(who, {}), why: view.voice.label('approvedWhy') });
  return context.redirect(`${to(view, `review${query({ cursor: entered.cursor?.[0] })}`)}#first`, 303);
}

/** Two names are one, or are not. The first stays. */
export async function decideNames(visit: Visit, folder: 'people' | 'instruments' | 'mechanisms'): Promise<Response> {
  const { archive, context, view } = visit;
  const id = context.req.param('id') as string;
  const entered = await enteredOf(visit);
  const [who, why, other, verdict] = ['who', 'why', 'other', 'verdict'].map((name) => entered[name]?.[0]?.trim() ?? '') as [
    string,
    string,
    string,
    string,
  ];
  if (who === '' || why === '') return show(visit, wrongPage(view, makeFault(view.voice, 'web/unsigned')), 422);
  if (!(await archive.entity(id)) || !(await archive.entity(other))) return notFound(visit);
  remember(context, 'who', who);
  const set = verdict === 'same' ? ('same' as const) : ('different' as const);
  await archive.correct({ on: { of: 'archive' }, change: { set, names: [id, other] }, ...sign(who, {}), why });
  return context.redirect(to(view, `${folder}/${id}`), 303);
}

/** How a name is read aloud; an empty field takes the reading away. */
export async function keepReading(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const id = context.req.param('id') as string;
  const entered = await enteredOf(visit);
  const [who, why, reading] = ['who', 'why', 'reading'].map((name) => entered[name]?.[0]?.trim() ?? '') as [string, string, string];
  if (who === '' || why === '') return show(visit, wrongPage(view, makeFault(view.voice, 'web/unsigned')), 422);
  if (!(await archive.entity(id))) return notFound(visit);
  remember(context, 'who', who);
  await archive.correct({
    on: { of: 'archive' },
    change: { set: 'reading', name: id, reading: reading.slice(0, 100) || null },
    ...sign(who, {}),
    why,
  });
  return context.redirect(to(view, `people/${id}`), 303);
}

/** From a day on a treaty's name means another one, or does not after all. */
export async function partTreaty(visit: Visit): Promise<Response> {
  const { archive, context, view } = visit;
  const id = context.req.param('id') as string;
  const entered = await enteredOf(visit);
  const [who, why, day, set] = ['who', 'why', 'day', 'set'].map((name) => entered[name]?.[0]?.trim() ?? '') as [string, string, string, string];
  if (who === '' || why === '') return show(visit, wrongPage(view, makeFault(view.voice, 'web/unsigned')), 422);
  if (!isDay(day)) return show(visit, wrongPage(view, makeFault(view.voice, 'cli/bad-date', { name: day.slice(0, 60) })), 422);
  if ((await archive.entity(id))?.kind !== 'instrument') return notFound(visit);
  remember(context, 'who', who);
  const change = { set: set === 'rejoined' ? ('rejoined' as const) : ('parted' as const), name: id, day };
  await archive.correct({ on: { of: 'archive' }, change, ...sign(who, {}), why });
  return context.redirect(to(view, `instruments/${id}`), 303);
}
