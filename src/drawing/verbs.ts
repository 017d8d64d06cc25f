/** A verb ladder: acts of one kind, weaker left; a ring where it stood, a disc where it stands now, an arrow between. */
import type { Voice } from '../language/voice.ts';
import type { Act } from '../record/reading.ts';
import { widthOf } from './lettering.ts';
import { html, type Markup } from './markup.ts';

const STEP = 44;
const MARGIN = 24;
/** Lines of 12 px on which the names stand: by turns where they are wider than a step. */
const LINES = [28, 42];

/** @param rungs acts from the weakest; @param was, now indexes of rungs; either may be absent (new, dropped). */
export function verbLadder(rungs: readonly Act[], was: number | undefined, now: number | undefined, voice: Voice): Markup {
  const names = rungs.map((act) => voice.phrases.acts[act]);
  const widest = Math.max(...names.map(widthOf));
  const margin = Math.max(MARGIN, Math.ceil(widest / 2));
  const step = Math.max(STEP, Math.ceil(widest / 2));
  const [width, height] = [margin * 2 + step * (rungs.length - 1), widest > STEP ? 48 : 34];
  const x = (rung: number) => margin + step * rung;
  const y = (rung: number) => LINES[widest > STEP ? rung % 2 : 0];
  const said = (rung: number | undefined) => (rung === undefined ? voice.label('noneOnRecord') : (names[rung] ?? ''));
  const moved = was !== undefined && now !== undefined && was !== now;
  const way = moved ? Math.sign(now - was) : 0;
  const words = voice.label('ladderWords', { was: said(was), now: said(now) });
  return html`<svg class="verb-ladder" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}"><path class="base" d="M${x(0)} 9H${x(rungs.length - 1)}"/>${rungs.map(
    (_, i) => html`<circle class="rung" cx="${x(i)}" cy="9" r="1.6"/>`,
  )}${
    moved
      ? html`<path class="way" d="M${x(was) + way * 6} 9H${x(now) - way * 8}"/><path class="tip" d="M${x(now) - way * 6} 9l${-way * 6} -3.4v6.8z"/>`
      : ''
  }${was !== undefined && (moved || now === undefined) ? html`<circle class="was" cx="${x(was)}" cy="9" r="4.2"/>` : ''}${
    now === undefined ? '' : html`<circle class="now" cx="${x(now)}" cy="9" r="4.6"/>`
  }${names.map((name, i) => html`<text x="${x(i)}" y="${y(i)}" text-anchor="middle"${i === now ? html` class="now"` : ''}>${name}</text>`)}</svg>`;
}
