/** What every page stands in: head, style, marks, the bar on top and the foot. Nothing on a page is fetched from anywhere. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Voice } from '../language/voice.ts';
import { SHAPES } from './marks.ts';
import { html, type Markup, raw } from './markup.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

export interface Frame {
  readonly title: string;
  readonly body: Markup;
  readonly voice: Voice;
  /** Whether the page has rows to light; others have no script at all. */
  readonly script?: boolean;
  /** Where the page stands on a server; a page of its own has no links to other pages. */
  readonly links?: Links | undefined;
}

export interface Links {
  readonly home: string;
  /** The same page in other languages. */
  readonly languages: readonly { readonly code: string; readonly name: string; readonly href: string }[];
  readonly atHome?: boolean;
}

/** The policy that pages carry, and that a server sends along: their own style and script, by their digests, and nothing else. */
export const POLICY = [
  "default-src 'none'",
  `style-src '${digestOf(STYLE)}'`,
  `script-src '${digestOf(SCRIPT)}'`,
  "img-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export function frame({ title, body, voice, script, links }: Frame): string {
  const name = title === 'Memcon' ? title : `${title} · Memcon`;
  return html`<!doctype html>
<html lang="${voice.code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Memcon">
<title>${name}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${voice.label('skip')}</a>
${SHAPES}
<header class="top"><div class="page">
${brand(links)}
${links && html`<nav aria-label="${voice.label('menu')}"><a href="${links.home}"${links.atHome ? raw(' aria-current="page"') : ''}>${voice.label('home')}</a></nav>`}
${links && html`<div class="lang">${links.languages.map((each) => html`<a href="${each.href}" lang="${each.code}" hreflang="${each.code}">${each.name}</a>`)}</div>`}
</div></header>
<main class="page" id="main">${body}</main>
<footer class="page foot"><span>${voice.label('footer')}</span></footer>
${script && html`<svg class="wire" aria-hidden="true" focusable="false"><path d=""/></svg><div class="said-so" role="status" aria-live="polite" data-words="${voice.label('copied')}"></div><script>${raw(SCRIPT)}</script>`}
</body>
</html>
`.value;
}

function brand(links: Links | undefined): Markup {
  const sign = html`<svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><use href="#m-joint"/></svg>Memcon`;
  return links ? html`<a class="brand" href="${links.home}">${sign}</a>` : html`<span class="brand">${sign}</span>`;
}

function digestOf(content: string): string {
  const bytes = sha256(new TextEncoder().encode(content));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
