/**
 * A readout's page: the source on the left, its record on the right, section by section, each linked to the other. One file
 * that asks the network for nothing; without its script it is whole, since words and rows are links to each other.
 */
import { type Doubt, doubtsOf } from '../drawing/facts.ts';
import { frame, type Links } from '../drawing/frame.ts';
import { html, type Markup } from '../drawing/markup.ts';
import { makeParts, type Part } from '../drawing/parts.ts';
import { placeName } from '../drawing/sides.ts';
import type { Voice } from '../language/voice.ts';
import type { Reading } from '../record/reading.ts';
import type { Extras } from './html/extras.ts';
import { metaMarkup, overviewMarkup, titleMarkup } from './html/head.ts';
import { type Inline, makeInline } from './html/inline.ts';
import { pointsMarkup } from './html/points.ts';
import { rowsOf } from './html/rows.ts';
import { sourceOf } from './html/source.ts';
import { summaryOf } from './html/summary.ts';

export interface HtmlOptions {
  /** Where the page stands on a server; a page of its own has no links to others. */
  readonly links?: Links | undefined;
}

/** The page in its pieces, for a page that stands among others. Written in this order: what links to words before the words. */
export interface Pieces {
  readonly title: Markup;
  readonly meta: Markup;
  readonly overview: Markup | undefined;
  readonly parts: Markup;
  readonly doubts: Markup;
  readonly readBy: Markup;
}

/** @param extras what a server adds to the rows and facts of its own pages. */
export function makePieces(reading: Reading, voice: Voice, extras: Extras = {}): Pieces {
  const parts = makeParts(reading);
  const inline = makeInline(reading, voice, extras.found);
  const doubts = doubtsOf(reading, voice);
  // The record is written first: it says which words it links to, and they get their ids when the source is written.
  const summary = summaryOf(reading, inline, voice, extras);
  const records = parts.map((part) => recordOf(part, reading, inline, voice, extras));
  const doubtList = doubtsMarkup(doubts, reading, inline, voice);
  const doubtful = doubts.filter((each) => each.severity !== 'info' || each.statement).length;
  return {
    title: titleMarkup(reading, inline, voice),
    meta: metaMarkup(reading, doubtful, voice),
    overview: overviewMarkup(reading, parts, voice, extras.aids),
    parts: html`${summary}${parts.map((part, i) => html`<section class="part${part.path === 'opening' ? ' opening' : ''}" id="part-${i}" aria-label="${nameOf(part, reading, voice)}">${sourceOf(part, reading, inline, voice)}${records[i]}</section>`)}`,
    doubts: doubtList,
    readBy: html`<p class="note foot">${voice.label('readBy', {
      version: reading.reader.version,
      language: Object.entries(reading.reader.languages)
        .map(([code, version]) => `${code} ${version}`)
        .join(', '),
    })}</p>`,
  };
}

export function toHtml(reading: Reading, voice: Voice, options: HtmlOptions = {}): string {
  const { title, meta, overview, parts, doubts, readBy } = makePieces(reading, voice);
  const body = html`${title}${meta}${overview}
${parts}
${doubts}
${readBy}`;
  return frame({ title: reading.document.title?.value ?? voice.label('untitled'), body, voice, script: true, links: options.links });
}

function recordOf(part: Part, reading: Reading, inline: Inline, voice: Voice, extras: Extras): Markup {
  return html`<div class="rec">${rowsOf(part.statements, reading, inline, voice, extras)}${part.path === 'opening' && pointsMarkup(reading, voice, extras.points)}</div>`;
}

function nameOf(part: Part, reading: Reading, voice: Voice): string {
  if (part.path === 'opening') return voice.label('lede');
  return [part.number, part.heading && reading.document.text.slice(...part.heading)].filter(Boolean).join(' ') || placeName(part.path, voice);
}

function doubtsMarkup(doubts: readonly Doubt[], reading: Reading, inline: Inline, voice: Voice): Markup {
  const { text, language } = reading.document;
  const rows = doubts.map((doubt) => {
    const href = doubt.statement ? `#s-${doubt.statement}` : doubt.span && inline.evidence(doubt.span);
    const words = doubt.span && doubt.span[1] > doubt.span[0] ? text.slice(doubt.span[0], Math.min(doubt.span[1], doubt.span[0] + 80)) : '';
    const quote = words && html`<q lang="${language}">${words}</q>`;
    return html`<li>${doubt.severity === 'info' ? '' : html`<span class="sign">▲ ${voice.phrases.severities[doubt.severity]}</span>`}<span>${doubt.words}</span>${href ? html`<a href="${href}">${quote || voice.label('openPlace')}</a>` : quote}<span class="code">${doubt.code}</span></li>`;
  });
  return html`<section class="doubts" id="doubts"><h2 class="minor">${voice.label('doubts')}</h2>${rows.length > 0 ? html`<ul>${rows}</ul>` : html`<p class="note">${voice.label('doubtsNone')}</p>`}</section>`;
}
