/** The first page: the samples, each with the strip of who spoke, and the field for a readout of one's own. */
import type { Sample } from '../desk/samples.ts';
import { frame, type Links } from '../drawing/frame.ts';
import { mark } from '../drawing/marks.ts';
import { html, type Markup } from '../drawing/markup.ts';
import { told } from '../drawing/sides.ts';
import { strip } from '../drawing/strip.ts';
import type { Fault } from '../fault.ts';
import type { Voice } from '../language/voice.ts';
import type { Reading } from '../record/reading.ts';

export interface HomeOptions {
  readonly samples: readonly Sample[];
  readonly voice: Voice;
  readonly links: Links;
  /** The largest document taken, in words. */
  readonly limit: string;
  /** What went wrong with the form, and what was entered, which stays. */
  readonly wrong?: { readonly fault: Fault; readonly words: string; readonly published: string };
}

export function homePage({ samples, voice, links, limit, wrong }: HomeOptions): string {
  const l = voice.label;
  const body = html`<div class="home"><div>
<h1>${l('homeTitle')}</h1><p class="lead">${l('homeLead')}</p>
<section class="sec" aria-labelledby="samples"><h2 id="samples">${l('samples')}</h2> <span class="note">${l('samplesNote')}</span>
<p class="counts legend-line"><span>${mark('own')}${l('ownHalf')}</span><span>${mark('other')}${l('otherHalf')}</span><span>${mark('joint')}${l('jointHalf')}</span><span>${mark('each')}${l('eachHalf')}</span></p>
<div class="cards">${samples.map((sample) => card(sample, voice))}</div></section>
</div><div>${form(voice, limit, wrong)}</div></div>`;
  return frame({ title: 'Memcon', body, voice, links });
}

function card({ slug, reading }: Sample, voice: Voice): Markup {
  const { document, talks, statements } = reading;
  const meeting = talks[0];
  const day = meeting?.date?.edtf ?? document.published?.edtf;
  const withheld = statements.filter((each) => each.withheld).length;
  return html`<article class="card"><span class="day">${day ? voice.date(day) : voice.label('publishedUnknown')}</span>
<div><h3 lang="${document.language}"><a href="/${voice.code}/samples/${slug}">${titleOf(reading, voice)}</a></h3><p class="sub">${meeting ? `${voice.parties(meeting.parties)} · ${voice.talks(meeting)}` : voice.label('noTalks')}</p></div>
<div>${strip(statements.map((statement) => ({ statement, side: told(reading, statement, voice).side })))}</div>
<p class="num">${voice.label('statementsCount', { n: statements.length })}${withheld > 0 && html`<br>${voice.label('withheldCount', { n: withheld })}`}</p></article>`;
}

function titleOf(reading: Reading, voice: Voice): string {
  return reading.document.title?.value ?? voice.label('untitled');
}

function form(voice: Voice, limit: string, wrong: HomeOptions['wrong']): Markup {
  const l = voice.label;
  return html`<form class="drop" method="post" action="/${voice.code}/read" enctype="multipart/form-data">
<h2 id="add">${l('add')}</h2>
${wrong && html`<div class="wrong" role="alert"><p><b>▲ ${wrong.fault.problem}</b></p><p>${wrong.fault.cure}</p></div>`}
<label for="words">${l('addPaste')}</label><textarea id="words" name="words" spellcheck="false">${wrong?.words && `\n${wrong.words}`}</textarea>
<label for="file">${l('addFile')}</label><input type="file" id="file" name="file" accept=".html,.htm,.xhtml,.txt,.text,text/html,text/plain"><p class="note">${l('addFileNote', { size: limit })}</p>
<label for="published">${l('addPublished')}</label><input type="text" id="published" name="published" inputmode="numeric" autocomplete="off" aria-describedby="published-note" value="${wrong?.published}"><p class="note" id="published-note">${l('addPublishedNote')}</p>
<button class="dark" type="submit">${l('addRead')}</button><p class="note">${l('addLocal')}</p></form>`;
}
