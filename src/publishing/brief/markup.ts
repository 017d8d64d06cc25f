/** The body of a brief as HTML: the same in the file that one can send and on the page of the archive. */
import type { Block, Brief, Clock, Line, List, Run, Section, Side, Table } from '../../briefing/brief.ts';
import { mark } from '../../drawing/marks.ts';
import { html, type Markup, raw } from '../../drawing/markup.ts';
import type { Side as Marked } from '../../drawing/sides.ts';
import { letterOf } from './layout.ts';

export interface BriefLinks {
  /** Address of a statement, or of a readout as a whole; nothing where there is none to go to. */
  readout?(document: string, statement?: string): string;
}

export function briefMarkup(brief: Brief, links: BriefLinks = {}): Markup {
  return html`<article class="brief">
<header class="brief-head">
<div><p class="kicker">${brief.kicker}</p>
<h1>${brief.title}</h1></div>
<ul class="brief-facts">${brief.facts.map((fact) => html`<li>${fact}</li>`)}</ul>
</header>
<p class="brief-key">${brief.key.map((line) => html`<span>${lineMarkup(line)}</span>`)}<span class="last">${brief.keyNote}</span></p>
${brief.sections.map((section) => sectionMarkup(section))}
<section class="sec" aria-labelledby="brief-sources"><div class="sec-head"><h2 id="brief-sources">${brief.sourcesTitle}</h2></div>
<ol class="brief-sources">${brief.sources.map(({ number, document, statement, place, date, quote, language }) => {
    const of = brief.documents[document];
    const address = of && links.readout?.(of.id, statement);
    const where = html`<abbr title="${[of?.title ?? of?.name, date].filter(Boolean).join(', ')}">${letterOf(document)}</abbr> ${place}`;
    return html`<li id="source-${number}"><b>${number}</b> ${address ? html`<a href="${address}">${where}</a>` : html`<span>${where}</span>`} <q lang="${language}">${quote}</q></li>`;
  })}</ol>
<h3>${brief.documentsTitle}</h3>
<dl class="brief-documents">${brief.documents.map(({ id, title, name, language, about, url }, i) => {
    const words = title === undefined ? name : html`<q lang="${language}">${title}</q>`;
    const address = links.readout?.(id) ?? (url && /^https?:\/\//.test(url) ? url : undefined);
    return html`<dt>${letterOf(i)}</dt><dd>${address ? html`<a href="${address}">${words}</a>` : words} <span class="note">${about}, <span class="code">${id}</span></span></dd>`;
  })}</dl></section>
</article>`;
}

function sectionMarkup({ id, title, note, blocks }: Section): Markup {
  return html`<section class="sec" aria-labelledby="brief-${id}"><div class="sec-head"><h2 id="brief-${id}">${title}</h2>${note && html`<span class="note">${note}</span>`}</div>
${blocks.map(blockMarkup)}</section>
`;
}

function blockMarkup(block: Block): Markup {
  return block.kind === 'list' ? listMarkup(block) : block.kind === 'table' ? tableMarkup(block) : clockMarkup(block);
}

function listMarkup({ numbered, lines }: List): Markup {
  const items = lines.map((line) => html`<li>${lineMarkup(line)}</li>`);
  return numbered ? html`<ol class="brief-list">${items}</ol>` : html`<ul class="brief-list">${items}</ul>`;
}

function tableMarkup({ caption, columns, groups }: Table): Markup {
  return html`<table class="brief-table"><caption class="vh">${caption}</caption>
<thead><tr>${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}</tr></thead>
${groups.map(
  ({ head, rows }) => html`<tbody>${rows.map(
    (cells, i) =>
      html`<tr>${i === 0 && html`<th scope="rowgroup" rowspan="${rows.length}">${head.map((line) => html`<div>${lineMarkup(line)}</div>`)}</th>`}${cells.map(
        (cell, c) => html`<td${isSide(cell) && WHO} data-head="${columns[c + 1]?.head}">${lineMarkup(cell)}</td>`,
      )}</tr>`,
  )}</tbody>
`,
)}</table>`;
}

function clockMarkup({ name, steps, notes }: Clock): Markup {
  return html`<div class="brief-clock"><h3>${lineMarkup(name)}</h3><ol>${steps.map(
    ({ label, state, date, note }) =>
      html`<li class="${state}"><b>${label}</b><span>${lineMarkup(date)}</span>${note && html`<span>${lineMarkup(note)}</span>`}</li>`,
  )}</ol>${notes.length > 0 && html`<ul class="brief-list">${notes.map((line) => html`<li>${lineMarkup(line)}</li>`)}</ul>`}</div>`;
}

const WHOLE = raw(' class="whole"');
const WHO = raw(' class="who"');

/** A cell that names a side and nothing else. */
function isSide({ runs }: Line): boolean {
  return runs.length === 2 && runs[0]?.kind === 'mark';
}

const MARKED: Readonly<Record<Side, Marked>> = { own: 'own', other: 'other', joint: 'joint', each: 'each', unknown: 'none' };

function lineMarkup({ runs }: Line): Markup {
  return html`${runs.map(runMarkup)}`;
}

function runMarkup(run: Run): Markup {
  switch (run.kind) {
    case 'own':
      if (run.strong) return html`<b${run.whole && WHOLE}>${run.words}</b>`;
      if (run.small) return html`<span class="note${run.whole && ' whole'}">${run.words}</span>`;
      return run.whole ? html`<span${WHOLE}>${run.words}</span>` : html`${run.words}`;
    case 'quote':
      return html`<q lang="${run.language}">${run.words}</q>${run.cut && '…'}`;
    case 'mark':
      return html`${mark(MARKED[run.side])} `;
    case 'hatch':
      return html`<span class="hatch" aria-hidden="true"></span>`;
    case 'cite':
      return html`<sup class="brief-cite">\u2060${run.numbers.map((number, i) => html`${i > 0 && ', '}<a href="#source-${number}">${number}</a>`)}</sup>`;
  }
}
