/** The strip: who spoke, in the order of the text. One piece a statement; own side below, other above, jointly the whole height. */
import type { Statement } from '../record/reading.ts';
import { html, type Markup } from './markup.ts';
import type { Side } from './sides.ts';

export interface StripPiece {
  readonly statement: Statement;
  readonly side: Side;
}

const HEIGHT = 24;
const HALF = HEIGHT / 2;

/** One stretch of the strip, as wide as its place; pieces are as wide as their words are long, within limits. */
export function strip(pieces: readonly StripPiece[]): Markup {
  const weights = pieces.map(({ statement }) => Math.min(90, Math.max(28, statement.span[1] - statement.span[0])));
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let x = 0;
  const rects = pieces.map((piece, i) => {
    const width = ((weights[i] as number) / all) * 100;
    const drawn = bars(piece).map(
      ([y, height, paint]) => html`<rect x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" y="${y}" height="${height}" class="${paint}"/>`,
    );
    x += width;
    return html`<g data-s="${piece.statement.id}">${drawn}</g>`;
  });
  return html`<svg class="strip" width="100%" height="${HEIGHT}" aria-hidden="true" focusable="false">${rects}</svg>`;
}

/** How much room a stretch takes beside others. */
export function stripWeight(pieces: readonly StripPiece[]): number {
  return pieces.reduce((sum, { statement }) => sum + Math.min(90, Math.max(28, statement.span[1] - statement.span[0])), 0);
}

function bars({ side, statement }: StripPiece): [y: number, height: number, paint: string][] {
  const paint = (of: string) => (statement.withheld ? `b b-hatch-${of}` : `b b-${of}`);
  switch (side) {
    case 'own':
      return [[HALF, HALF, paint('own')]];
    case 'other':
      return [[0, HALF, paint('other')]];
    case 'each':
      return [
        [0, HALF, paint('other')],
        [HALF, HALF, paint('own')],
      ];
    case 'joint':
      return [[0, HEIGHT, paint('joint')]];
    case 'none':
      return [[HALF / 2, HALF, paint('none')]];
  }
}
