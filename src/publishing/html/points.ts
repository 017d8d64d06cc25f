/** The points list against the body of its page: where each point is told again, and what only the body tells. */
import { checkPoints } from '../../drawing/facts.ts';
import { html, type Markup } from '../../drawing/markup.ts';
import { placeName } from '../../drawing/sides.ts';
import type { Voice } from '../../language/voice.ts';
import type { Reading, Statement } from '../../record/reading.ts';
import { joined } from './rows.ts';

export function pointsMarkup(reading: Reading, voice: Voice): Markup | undefined {
  const { points, bodyOnly } = checkPoints(reading);
  if (points.length === 0 || points.length === reading.statements.length) return undefined;
  const l = voice.label;
  const cite = (each: Statement) => html`<a class="cite" href="#s-${each.id}">${placeName(each.path, voice)}</a>`;
  const act = (each: Statement) => voice.phrases.acts[each.act];
  const rows = byPlace(points.map(({ statement }) => statement)).map((told) => {
    const again = told.map((statement) => {
      const body = points.find((point) => point.statement === statement)?.body ?? [];
      const places = byPlace(body).flatMap(([first]) => (first ? [cite(first)] : []));
      return html`${act(statement)} → ${places.length > 0 ? joined(places, voice) : l('pointsCheckOnlyPoints')}`;
    });
    return html`<li><span>${cite(told[0] as Statement)}</span><span>${again.map((each) => html`<span class="again">${each}</span>`)}</span></li>`;
  });
  const only = byPlace(bodyOnly).map((told) => html`<span class="again">${cite(told[0] as Statement)} ${told.map(act).join(l('comma'))}</span>`);
  return html`<h2 class="minor">${l('pointsCheck')}</h2><ul class="checks">${rows}${only.length > 0 && html`<li><span>${l('pointsCheckOnlyBody')}</span><span>${only}</span></li>`}</ul>`;
}

/** Statements of one place together, in the order in which the places come. */
function byPlace(statements: readonly Statement[]): Statement[][] {
  const places = new Map<string, Statement[]>();
  for (const each of statements) places.set(each.path, [...(places.get(each.path) ?? []), each]);
  return [...places.values()];
}
