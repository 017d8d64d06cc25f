/** The marks of the sides, as small pictures: disc (own), diamond (other), disc in diamond (jointly), both apart (each). */
import { html, type Markup, raw } from './markup.ts';
import type { Side } from './sides.ts';

/** Once a page: the shapes that `mark` uses, and the hatchings of withheld words. */
export const SHAPES: Markup = raw(`<svg width="0" height="0" class="shapes" aria-hidden="true" focusable="false"><defs>
<symbol id="m-own" viewBox="0 0 14 14"><circle cx="7" cy="7" r="4.6"/></symbol>
<symbol id="m-other" viewBox="0 0 14 14"><path d="M7 1.4 12.6 7 7 12.6 1.4 7z"/></symbol>
<symbol id="m-joint" viewBox="0 0 14 14"><path d="M7 .9 13.1 7 7 13.1.9 7z" fill="none" stroke-width="1.3"/><circle cx="7" cy="7" r="2.9"/></symbol>
<symbol id="m-none" viewBox="0 0 14 14"><circle cx="7" cy="7" r="4.4" fill="none" stroke-width="1.3"/></symbol>
<symbol id="m-own-inferred" viewBox="0 0 14 14"><circle cx="7" cy="7" r="4.4" fill="none" stroke-width="1.5" stroke-dasharray="2 1.4"/></symbol>
<symbol id="m-other-inferred" viewBox="0 0 14 14"><path d="M7 1.6 12.4 7 7 12.4 1.6 7z" fill="none" stroke-width="1.5" stroke-dasharray="2 1.4"/></symbol>
<symbol id="m-joint-inferred" viewBox="0 0 14 14"><path d="M7 .9 13.1 7 7 13.1.9 7z" fill="none" stroke-width="1.3" stroke-dasharray="2 1.4"/><circle cx="7" cy="7" r="2.5" fill="none" stroke-width="1.2"/></symbol>
<pattern id="h-own" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.4" height="5"/></pattern>
<pattern id="h-other" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.4" height="5"/></pattern>
<pattern id="h-joint" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.4" height="5"/></pattern>
</defs></svg>`);

/** A mark beside the side's word, hidden from readers that speak. */
export function mark(side: Side, inferred = false): Markup {
  if (side === 'each') return html`${one('own', inferred)}${one('other', inferred)}`;
  return one(side, inferred && side !== 'none');
}

function one(side: Side, inferred: boolean): Markup {
  return html`<svg class="m m-${side}" aria-hidden="true" focusable="false"><use href="#m-${side}${inferred ? '-inferred' : ''}"/></svg>`;
}
