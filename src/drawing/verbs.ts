/** A verb ladder: acts of one kind, weaker left; a ring where it stood, a disc where it stands now, an arrow between. */
import type { Voice } from '../language/voice.ts';
import type { Act } from '../record/reading.ts';
import { html, type Markup } from './markup.ts';

const STEP = 44;
const MARGIN = 24;

/** @param rungs acts from the weakest; @param was, now indexes of rungs; either may be absent (new, dropped). */
export function verbLadder(rungs: readonly Act[], was: number | undefined, now: number | undefined, voice: Voice): Markup {
  const width = MARGIN * 2 + STEP * (rungs.length - 1);
  const x = (rung: number) => MARGIN + STEP * rung;
  const names = rungs.map((act) => voice.phrases.acts[act]);
  const said = (rung: number | undefined) => (rung === undefined ? voice.label('noneOnRecord') : (names[rung] ?? ''));
  const moved = was !== undefined && now !== undefined && was !== now;
  const way = moved ? Math.sign(now - was) : 0;
  const words = voice.label('ladderWords', { was: said(was), now: said(now) });
  return html`<svg class="verb-ladder" width="${width}" height="34" viewBox="0 0 ${width} 34" role="img" aria-label="${words}"><path class="base" d="M${x(0)} 9H${x(rungs.length - 1)}"/>${rungs.map(
    (_, i) => html`<circle class="rung" cx="${x(i)}" cy="9" r="1.6"/>`,
  )}${
    moved
      ? html`<path class="way" d="M${x(was) + way * 6} 9H${x(now) - way * 8}"/><path class="tip" d="M${x(now) - way * 6} 9l${-way * 6} -3.4v6.8z"/>`
      : ''
  }${was !== undefined && (moved || now === undefined) ? html`<circle class="was" cx="${x(was)}" cy="9" r="4.2"/>` : ''}${
    now === undefined ? '' : html`<circle class="now" cx="${x(now)}" cy="9" r="4.6"/>`
  }${names.map((name, i) => html`<text x="${x(i)}" y="28" text-anchor="middle"${i === now ? html` class="now"` : ''}>${name}</text>`)}</svg>`;
}
