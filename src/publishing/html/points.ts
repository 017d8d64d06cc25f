/** The points list against the body of its page: where each point is told again, what it tells otherwise, and what only the body tells. */
import type { PointRow } from '../../comparison/points.ts';
import { differenceWords, POINT_SIGNS } from '../../drawing/changed.ts';
import { checkPoints } from '../../drawing/facts.ts';
import { html, type Markup } from '../../drawing/markup.ts';
import { placeName } from '../../drawing/sides.ts';
import type { Voice } from '../../language/voice.ts';
import type { Reading, Statement } from '../../record/reading.ts';
import type { ComparedPoints } from './extras.ts';
import { joined } from './rows.ts';

/** @param compared without it a row rests on what the reader itself found told again. */
export function pointsMarkup(reading: Reading, voice: Voice, compared?: ComparedPoints): Markup | undefined {
  const { points, bodyOnly } = checkPoints(reading);
  if (points.length === 0 || points.length === reading.statements.length) return undefined;
  const l = voice.label;
  const rows = new Map(compared?.rows.flatMap((row) => (row.point ? [[row.point.id, row] as const] : [])));
  const cite = (each: Statement) => html`<a class="cite" href="#s-${each.id}">${placeName(each.path, voice)}</a>`;
  const act = (each: Statement) => voice.phrases.acts[each.act];
  const sign = (kind: PointRow['kind']) => html`<span class="check-sign ${kind}" aria-hidden="true">${POINT_SIGNS[kind]}</span> `;
  const list = byPlace(points.map(({ statement }) => statement)).map((told) => {
    const again = told.map((statement) => {
      const row = rows.get(statement.id);
      const linked = points.find((point) => point.statement === statement)?.body ?? [];
      const body = row?.body && !linked.some(({ id }) => id === row.body?.id) ? [...linked, row.body] : linked;
      if (body.length === 0) return html`<span class="again">${sign('added')}${act(statement)} → ${l('pointsCheckOnlyPoints')}</span>`;
      const places = byPlace(body).flatMap(([first]) => (first ? [cite(first)] : []));
      const differs = (row?.differences ?? []).map((each) => differenceWords(each, voice)).join(' · ');
      return html`<span class="again">${sign(differs === '' ? 'told' : 'changed')}${act(statement)} → ${joined(places, voice)}${differs !== '' && html` <b>${differs}</b>`}</span>`;
    });
    return html`<li><span>${cite(told[0] as Statement)}</span><span>${again}</span></li>`;
  });
  const dropped = compared ? compared.rows.flatMap(({ kind, body }) => (kind === 'dropped' && body ? [body] : [])) : bodyOnly;
  const only = byPlace(dropped).map((told) => html`<span class="again">${cite(told[0] as Statement)} ${told.map(act).join(l('comma'))}</span>`);
  const inFull = compared && html` <a class="note" href="${compared.href}">${l('pointsInFull')}</a>`;
  return html`<div class="checks-head"><h2 class="minor">${l('pointsCheck')}</h2>${inFull}</div><ul class="checks">${list}${only.length > 0 && html`<li><span>${sign('dropped')}${l('pointsDropped')}</span><span>${only}</span></li>`}</ul>`;
}

/** Statements of one place together, in the order in which the places come. */
function byPlace(statements: readonly Statement[]): Statement[][] {
  const places = new Map<string, Statement[]>();
  for (const each of statements) places.set(each.path, [...(places.get(each.path) ?? []), each]);
  return [...places.values()];
}
