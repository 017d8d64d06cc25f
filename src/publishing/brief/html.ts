/** A brief as one HTML file that needs nothing else, for the screen and for paper. */
import type { Brief } from '../../briefing/brief.ts';
import { SHAPES } from '../../drawing/marks.ts';
import { html, raw } from '../../drawing/markup.ts';
import { STYLE } from '../../drawing/style.ts';
import { briefMarkup } from './markup.ts';
import { BRIEF_STYLE } from './style.ts';

/** What such a file may do: show its own style, and nothing else. */
export const BRIEF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function toBriefHtml(brief: Brief): string {
  return html`<!doctype html>
<html lang="${brief.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${BRIEF_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${brief.kicker}: ${brief.title}</title>
<style>${raw(STYLE + BRIEF_STYLE)}</style>
</head>
<body>
${SHAPES}
<main class="page" id="main">
${briefMarkup(brief)}
</main>
<footer class="page"><p class="note">${brief.foot}</p></footer>
</body>
</html>
`.toString();
}
