/** The head of a readout's page: title, how to read the marks, the strip; and the facts of the talks, treaties, commitments. */
import { type ClockStep, checkPoints, clockOf, commitmentWords, delegationsOf, type Fact, factsOf, type Piece } from '../../drawing/facts.ts';
import { mark } from '../../drawing/marks.ts';
import { html, type Markup } from '../../drawing/markup.ts';
import type { Part } from '../../drawing/parts.ts';
import { ownParty, placeName, type Side, told } from '../../drawing/sides.ts';
import { strip, stripWeight } from '../../drawing/strip.ts';
import type { Voice } from '../../language/voice.ts';
import type { Commitment, Reading, Statement, Talks } from '../../record/reading.ts';
import type { Extras } from './extras.ts';
import type { Inline } from './inline.ts';
import { joined } from './rows.ts';

/** Who published it, when, in which language, and how much is doubtful. */
export function metaMarkup(reading: Reading, doubts: number, voice: Voice): Markup {
  const { document } = reading;
  const l = voice.label;
  const language = new Intl.DisplayNames([voice.code], { type: 'language', fallback: 'code' }).of(document.language) ?? document.language;
  const published = document.published;
  const notes: (Markup | string | undefined | false)[] = [
    document.publisher && (document.publisher.party ? l('publishedBy', { party: voice.party(document.publisher.party) }) : document.publisher.name),
    published?.edtf
      ? html`${published.text && html`<q lang="${document.language}">${published.text}</q> (`}${voice.date(published.edtf)}${published.text && ')'}`
      : l('publishedUnknown'),
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

/** What the marks mean, and all statements in their order: overview and way to each section. Nothing where nothing was said. */
export function overviewMarkup(reading: Reading, parts: readonly Part[], voice: Voice): Markup | undefined {
  return reading.statements.length > 0 ? html`${legend(reading, voice)}${overview(reading, parts, voice)}` : undefined;
}

function legend(reading: Reading, voice: Voice): Markup {
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

export function factsMarkup(reading: Reading, inline: Inline, voice: Voice, extras: Extras = {}): Markup {
  const l = voice.label;
  if (reading.talks.length === 0)
    return html`<p><b>${l('noTalks')}</b></p><p class="note">${l('noTalksCure')}</p>${instruments(reading, inline, voice)}`;
  return html`${reading.talks.map((talks) => html`<dl class="facts">${factsOf(talks, voice).map(fact)}${people(talks)}</dl>${extras.talks?.(talks)}`)}${instruments(reading, inline, voice)}${commitments(reading, inline, voice, extras)}`;

  function fact(of: Fact): Markup {
    return html`<dt>${of.label}</dt><dd>${of.pieces.map((each, i) => html`${i > 0 && ' '}${piece(each)}`)}</dd>`;
  }

  function piece(of: Piece): Markup {
    const first = of.evidence.find((each) => inline.evidence(each.span));
    const href = first && inline.evidence(first.span);
    const value = href ? html`<a class="${of.inferred ? 'inf' : ''}" href="${href}">${of.words}</a>` : html`${of.words}`;
    return html`${value}${of.inferred && first && html` <span class="note">${l('inferred')} <q lang="${reading.document.language}">「${reading.document.text.slice(...first.span)}」</q>${first.rule && html` <span class="code">${first.rule}</span>`}</span>`}`;
  }

  function people(talks: Talks): Markup {
    const rows = delegationsOf(talks).map(({ own, party, people }) => {
      const names = people.map(({ words, span }) => {
        const href = span && inline.evidence(span);
        const name = html`<q lang="${reading.document.language}">${words}</q>`;
        const page = extras.personHref?.(words);
        return html`${href ? html`<a href="${href}">${name}</a>` : name}${page && html` <a class="cite" href="${page}">${l('personPage')}</a>`}`;
      });
      return html`<li>${mark(own ? 'own' : 'other')}<span class="note">${voice.party(party)}</span><span>${joined(names, voice)}</span></li>`;
    });
    return html`<dt>${l('present')}</dt><dd><ul class="people">${rows}</ul></dd>`;
  }
}

function instruments(reading: Reading, inline: Inline, voice: Voice): Markup | undefined {
  const dated = reading.instruments.filter((each) => each.events.length > 0);
  if (dated.length === 0) return undefined;
  return html`<h2 class="minor">${voice.label('instruments')}</h2>${dated.map((instrument) => {
    const steps = clockOf(instrument, voice);
    const talksDay = reading.talks[0]?.date?.edtf;
    return html`<p><q lang="${reading.document.language}">${instrument.name}</q> <span class="note">${voice.parties(instrument.parties)}</span></p><ol class="clock">${steps.map((step, i) => clockStep(step, steps[i + 1], talksDay))}</ol>`;
  })}`;

  function clockStep(step: ClockStep, next: ClockStep | undefined, talksDay: string | undefined): Markup {
    const ahead = (of: ClockStep | undefined) => talksDay !== undefined && of?.edtf !== undefined && of.edtf.slice(0, 10) > talksDay;
    const href = inline.evidence(step.span) ?? inline.evidence(step.evidence.span);
    const date = html`<span class="${step.inferred ? 'inf' : ''}">${step.date}</span>`;
    return html`<li class="${ahead(next) ? 'ahead' : ''}${ahead(step) ? ' future' : ''}"><b>${step.event}</b>${href ? html`<a href="${href}">${date}</a>` : date}<span class="note">${step.inferred && html`<q lang="${reading.document.language}">「${step.words}」</q> `}${step.days !== undefined && voice.label('daysLater', { n: step.days })} ${step.here && voice.label('thisMeeting')}</span></li>`;
  }
}

/** Rungs of the ladder of stages, lowest first. `accepted` and `agreed` stand on one. */
const RUNGS = [['invited'], ['intended'], ['accepted', 'agreed'], ['scheduled'], ['done']] as const;

function commitments(reading: Reading, inline: Inline, voice: Voice, extras: Extras): Markup | undefined {
  if (reading.commitments.length === 0) return undefined;
  const byId = new Map(reading.statements.map((each) => [each.id, each]));
  const own = ownParty(reading);
  const sideOf = (parties: readonly string[]): Side => (parties.length > 1 ? 'joint' : parties[0] === own ? 'own' : 'other');
  return html`<h2 class="minor">${voice.label('commitments')}</h2>${reading.commitments.map(promise)}`;

  function promise(commitment: Commitment): Markup {
    const words = commitmentWords(commitment, byId, voice);
    const between = commitment.by.length > 1 ? '⇄' : '→';
    const cites = commitment.statements.map((id) => html`<a class="cite" href="#s-${id}">${placeName(byId.get(id)?.path ?? id, voice)}</a>`);
    const href = inline.evidence(commitment.span);
    return html`<div class="promise"><p class="line"><b>${words.kind}</b> <span class="who">${mark(sideOf(commitment.by))}${voice.parties(commitment.by)}</span>${commitment.by.length > 1 ? '' : html`<span aria-hidden="true">${between}</span><span class="who">${mark(sideOf(commitment.to))}${voice.parties(commitment.to)}</span>`} <span class="note">${[words.due, commitment.answers && voice.label('answersInvitation')].filter(Boolean).join(' · ')} ${joined(cites, voice)}</span></p>
${ladder(commitment)}
<p>${href ? html`<a href="${href}"><q lang="${reading.document.language}">${commitment.what}</q></a>` : html`<q lang="${reading.document.language}">${commitment.what}</q>`}</p>${extras.commitment?.(commitment)}</div>`;
  }

  function ladder(commitment: Commitment): Markup {
    const { stage } = commitment;
    if (stage === 'declined' || stage === 'deferred') return html`<p class="ladder"><b>${voice.phrases.stages[stage]}</b></p>`;
    const invitation = reading.commitments.find((each) => each.id === commitment.answers);
    const rungs = commitment.kind === 'visit' || commitment.kind === 'invitation' ? RUNGS : RUNGS.slice(1);
    return html`<ol class="ladder">${rungs.map((rung) => {
      const here = (rung as readonly string[]).includes(stage);
      const invited = rung[0] === 'invited' && invitation !== undefined;
      const name = voice.phrases.stages[here ? stage : (rung.at(-1) as 'agreed')];
      const state = here ? `on last ${sideOf(commitment.by)}` : invited ? `on ${sideOf(invitation.by)}` : '';
      return html`<li class="${state}">${name}${!here && !invited && html`<span class="vh"> (${voice.label('noneOnRecord')})</span>`}</li>`;
    })}</ol>`;
  }
}

export function pointsMarkup(reading: Reading, voice: Voice): Markup | undefined {
  const { points, bodyOnly } = checkPoints(reading);
  if (points.length === 0 || points.length === reading.statements.length) return undefined;
  const cite = (each: Statement) => html`<a class="cite" href="#s-${each.id}">${placeName(each.path, voice)}</a>`;
  const unique = (all: readonly Statement[]) => all.filter((each, i) => all.findIndex((other) => other.path === each.path) === i);
  const rows = points.map(
    (point) =>
      html`<li>${cite(point.statement)} <span class="note">${voice.phrases.acts[point.statement.act]} → ${point.body.length > 0 ? joined(unique(point.body).map(cite), voice) : voice.label('pointsCheckOnlyPoints')}</span></li>`,
  );
  const only = bodyOnly.map((each) => html`${cite(each)} ${voice.phrases.acts[each.act]}`);
  return html`<h2 class="minor">${voice.label('pointsCheck')}</h2><ul class="checks">${rows}${only.length > 0 && html`<li><b>${voice.label('pointsCheckOnlyBody')}</b> <span class="note">${joined(only, voice)}</span></li>`}</ul>`;
}
