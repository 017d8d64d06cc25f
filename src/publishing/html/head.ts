/** The head of a readout's page: title, how to read the marks, the strip. */
import { mark } from '../../drawing/marks.ts';
import { html, type Markup } from '../../drawing/markup.ts';
import type { Part } from '../../drawing/parts.ts';
import { ownParty, type Side, told } from '../../drawing/sides.ts';
import { strip, stripWeight } from '../../drawing/strip.ts';
import type { Voice } from '../../language/voice.ts';
import type { Reading, Statement } from '../../record/reading.ts';
import { kindWords, restsOnWords } from '../kind.ts';
import type { Inline } from './inline.ts';

/** Who published it, when, in which language, and how much is doubtful. */
export function metaMarkup(reading: Reading, doubts: number, voice: Voice): Markup {
  const { document } = reading;
  const l = voice.label;
  const language = new Intl.DisplayNames([voice.code], { type: 'language', fallback: 'code' }).of(document.language) ?? document.language;
  const { published, kind } = document;
  const notes: (Markup | string | undefined | false)[] = [
    document.publisher && (document.publisher.party ? l('publishedBy', { party: voice.party(document.publisher.party) }) : document.publisher.name),
    published?.edtf
      ? html`${published.text && html`<q lang="${document.language}">${published.text}</q> (`}${voice.date(published.edtf)}${published.text && ')'}`
      : l('publishedUnknown'),
    kind &&
      (kind.value !== 'readout' || reading.talks.length === 0) &&
      html`${kindWords(kind, voice)}${restsOnWords(kind) && html` <q lang="${document.language}">${document.text.slice(...kind.span)}</q>`}`,
    l('original', { language }),
    document.source &&
      html`<span class="code">${l('sha', { start: document.source.sha256.slice(0, 4), end: document.source.sha256.slice(-4) })}</span>`,
    document.source?.url &&
      /^https?:\/\//.test(document.source.url) &&
      html`<a href="${document.source.url}" rel="noreferrer">${l('sourceAddress')}</a>`,
    doubts > 0 && html`<a href="#doubts">${l('needsLook', { n: doubts })}</a>`,
  ];
  return html`<div class="meta">${notes.filter(Boolean).map((note) => html`<span>${note}</span>`)}</div>`;
}

/** The page's own title, in its own words. */
export function titleMarkup(reading: Reading, inline: Inline, voice: Voice): Markup {
  const { title, language } = reading.document;
  return title ? html`<h1 class="title" lang="${language}">${inline.words(title.span)}</h1>` : html`<h1>${voice.label('untitled')}</h1>`;
}

const AIDS = { marks: true, speakers: false };

/** What the marks mean, and all statements in their order: overview and way to each section. Nothing where nothing was said. */
export function overviewMarkup(reading: Reading, parts: readonly Part[], voice: Voice, aids = AIDS): Markup | undefined {
  return reading.statements.length > 0 ? html`${legend(reading, voice, aids)}${overview(reading, parts, voice)}` : undefined;
}

function legend(reading: Reading, voice: Voice, aids: { readonly marks: boolean; readonly speakers: boolean }): Markup {
  const l = voice.label;
  const own = ownParty(reading);
  const others = [...new Set(reading.talks.flatMap((each) => each.parties))].filter((party) => party !== own);
  const ownWords = own ? l('ownSide', { party: voice.party(own) }) : l('ownSideUnknown');
  const otherWords = others.length > 0 ? l('otherSide', { party: voice.parties(others) }) : l('otherSideUnknown');
  return html`<div class="legend">
<span>${l('marks')}</span>
<span><i class="w own">${l('markOwn')}</i>${mark('own')}${ownWords}</span>
<span><i class="w other">${l('markOther')}</i>${mark('other')}${otherWords}</span>
<span><i class="w joint">${l('markJoint')}</i>${mark('joint')}${l('jointly')}</span>
<span>${mark('each')}${l('each')}</span>
<span>${mark('joint', true)}${l('inferred')}</span>
<span><span class="hatch" aria-hidden="true"></span>${l('withheld')}</span>
<label class="aids"><input type="checkbox" class="aid-marks"${aids.marks && ' checked'}>${l('aids')}</label>
<label class="aids"><input type="checkbox" class="aid-who"${aids.speakers && ' checked'}>${l('aidWho')}</label>
<span class="keys"><kbd>J</kbd><kbd>K</kbd>${l('keysMove')} <kbd>C</kbd>${l('keysCopy')}</span>
</div>`;
}

function overview(reading: Reading, parts: readonly Part[], voice: Voice): Markup {
  const { text } = reading.document;
  const told_ = (statement: Statement) => ({ statement, side: told(reading, statement, voice).side });
  const stretches = parts.flatMap((part, i) => {
    if (part.statements.length === 0) return [];
    const inPoints = (each: Statement) => each.path.startsWith('points');
    const groups: [Markup | string, readonly Statement[]][] =
      part.path === 'opening'
        ? [
            [voice.label('lede'), part.statements.filter((each) => !inPoints(each))],
            [voice.label('points'), part.statements.filter(inPoints)],
          ]
        : [
            [
              html`${part.number} ${part.heading && html`<span class="src-words vis" lang="${reading.document.language}">${text.slice(...part.heading)}</span>`}`,
              part.statements,
            ],
          ];
    return groups
      .filter(([, statements]) => statements.length > 0)
      .map(([label, statements]) => ({ label, href: `#part-${i}`, pieces: statements.map(told_) }));
  });
  const weights = stretches.map((each) => stripWeight(each.pieces));
  const most = Math.max(...weights);
  const links = stretches.map(
    (each, i) =>
      html`<a class="fl${Math.max(1, Math.round(((weights[i] as number) / most) * 24))}" href="${each.href}"><span>${each.label}</span>${strip(each.pieces)}</a>`,
  );
  return html`<div class="overview"><nav class="strips" aria-label="${voice.label('strip')}">${links}</nav>${counts(reading, voice)}</div>`;
}

function counts(reading: Reading, voice: Voice): Markup {
  const bySide = new Map<string, { side: Side; words: string; n: number }>();
  for (const statement of reading.statements) {
    const { side, words } = told(reading, statement, voice);
    const held = bySide.get(words) ?? { side, words, n: 0 };
    held.n++;
    bySide.set(words, held);
  }
  const withheld = reading.statements.filter((each) => each.withheld).length;
  return html`<p class="counts"><b>${voice.label('statementsCount', { n: reading.statements.length })}</b>${[...bySide.values()].map((each) => html`<span>${mark(each.side)}${each.words} ${each.n}</span>`)}${withheld > 0 && html`<span><span class="hatch" aria-hidden="true"></span>${voice.label('withheldCount', { n: withheld })}</span>`}</p>`;
}
