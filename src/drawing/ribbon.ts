/** Two accounts as two bands in the order of their texts, with a line from each claim to its counterpart. */
import { html, type Markup } from './markup.ts';

export interface RibbonRow {
  readonly kind: 'both' | 'differently' | 'attributed' | 'only-first' | 'only-other';
  /** Places in the order of each text; absent where one does not tell it. */
  readonly first?: number;
  readonly other?: number;
}

const WIDTH = 1100;
const [TOP, BOTTOM, BAND] = [14, 84, 9];

/** @param names whose band is which; @param words what the picture shows, for those who do not see it. */
export function ribbon(rows: readonly RibbonRow[], counts: readonly [number, number], names: readonly [string, string], words: string): Markup {
  const left = 120;
  const width = (side: 0 | 1) => (WIDTH - left) / Math.max(1, counts[side]);
  const middle = (side: 0 | 1, at: number) => left + width(side) * (at + 0.5);
  const piece = (side: 0 | 1, at: number, kind: string) =>
    html`<rect class="k-${kind}" x="${(left + width(side) * at).toFixed(1)}" y="${side === 0 ? TOP : BOTTOM}" width="${Math.max(1, width(side) - 2).toFixed(1)}" height="${BAND}"/>`;
  const line = ({ kind, first, other }: RibbonRow) => {
    if (first !== undefined && other !== undefined) {
      const [a, b] = [middle(0, first).toFixed(1), middle(1, other).toFixed(1)];
      return html`<path class="l-${kind}" d="M${a} ${TOP + BAND}C${a} 56 ${b} 46 ${b} ${BOTTOM}"/>`;
    }
    if (first !== undefined) {
      const x = middle(0, first).toFixed(1);
      return html`<path class="l-only-first" d="M${x} ${TOP + BAND}v12"/><circle class="k-only-first" cx="${x}" cy="${TOP + BAND + 16}" r="4"/>`;
    }
    const x = middle(1, other ?? 0).toFixed(1);
    return html`<path class="l-only-other" d="M${x} ${BOTTOM}v-12"/><rect class="k-only-other" x="${-3.4}" y="${-3.4}" width="6.8" height="6.8" transform="translate(${x} ${BOTTOM - 16}) rotate(45)"/>`;
  };
  return html`<svg class="ribbon" viewBox="0 0 ${WIDTH} 108" role="img" aria-label="${words}"><text x="0" y="${TOP + 9}">${names[0]}</text><text x="0" y="${BOTTOM + 9}">${names[1]}</text>${rows.map(line)}${rows.map(
    ({ kind, first, other }) => html`${first === undefined ? '' : piece(0, first, kind)}${other === undefined ? '' : piece(1, other, kind)}`,
  )}</svg>`;
}
