/** The summary under the head of a readout's page: facts of the talks, treaties with their days, commitments with their stages. */
import { type ClockStep, clockOf, commitmentWords, delegationsOf, type Fact, factsOf, type Piece } from '../../drawing/facts.ts';
import { mark } from '../../drawing/marks.ts';
import { html, type Markup } from '../../drawing/markup.ts';
import { meetingName, meetingsOf } from '../../drawing/meetings.ts';
import { ownParty, placeName, type Side } from '../../drawing/sides.ts';
import type { Voice } from '../../language/voice.ts';
import type { Commitment, Reading, Talks } from '../../record/reading.ts';
import { noTalksWords } from '../kind.ts';
import type { Extras } from './extras.ts';
import type { Inline } from './inline.ts';
import { joined } from './rows.ts';

/** Who met, when and where, and what was signed; beside it what was promised. */
export function summaryOf(reading: Reading, inline: Inline, voice: Voice, extras: Extras = {}): Markup {
  const l = voice.label;
  const none = noTalksWords(reading, voice);
  const met =
    reading.talks.length === 0
      ? html`<p><b>${none.words}</b></p>${none.cure && html`<p class="note">${none.cure}</p>`}`
      : meetingsOf(reading).map(
          ({ talks, n }) =>
            html`<dl class="facts" id="${talks.id}">${factsOf(talks, voice, meetingName({ n }, voice)).map(fact)}${people(talks)}</dl>${extras.talks?.(talks)}`,
        );
  const signed = instruments(reading, inline, voice);
  const promised = commitments(reading, inline, voice, extras);
  return html`<section class="summary" aria-label="${l('record')}"><div>${met}${promised && signed}</div>${(promised ?? signed) && html`<div>${promised ?? signed}</div>`}</section>`;

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
        const aloud = extras.reading?.(words);
        const name = html`<q lang="${reading.document.language}">${aloud ? html`<ruby>${aloud.name}<rt>${aloud.reading}</rt></ruby>${words.slice(aloud.name.length)}` : words}</q>`;
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
    return html`<li class="${ahead(next) ? 'ahead' : ''}${ahead(step) ? ' future' : ''}"><b>${step.event}</b>${href ? html`<a href="${href}">${date}</a>` : date}<span class="note">${step.inferred && html`<q lang="${reading.document.language}">「${step.words}」</q> `}${step.days !== undefined && (step.days === 0 ? voice.label('sameDay') : voice.label('daysLater', { n: step.days }))} ${step.here && voice.label('thisMeeting')}</span></li>`;
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
    const path = (id: string) => byId.get(id)?.path ?? id;
    // said to several at once: one place, one link
    const first = commitment.statements.filter((id, i, all) => all.findIndex((other) => path(other) === path(id)) === i);
    const cites = first.map((id) => html`<a class="cite" href="#s-${id}">${placeName(path(id), voice)}</a>`);
    const href = inline.evidence(commitment.span);
    return html`<div class="promise"><p class="line"><b>${words.kind}</b> <span class="who">${mark(sideOf(commitment.by))}${voice.parties(commitment.by)}</span>${commitment.by.length > 1 ? '' : html`<span aria-hidden="true">${between}</span><span class="who">${mark(sideOf(commitment.to))}${voice.parties(commitment.to)}</span>`} <span class="note">${[words.due, commitment.answers && voice.label('answersInvitation')].filter(Boolean).join(' · ')} ${joined(cites, voice)}</span></p>
${ladder(commitment)}
<p>${href ? html`<a href="${href}"><q lang="${reading.document.language}">${commitment.what}</q></a>` : html`<q lang="${reading.document.language}">${commitment.what}</q>`}${words.conditions.length > 0 && html` <span class="note">${voice.label('conditional', { words: '' }).trim()} ${words.conditions.map((each) => html`<q lang="${reading.document.language}">「${each}」</q>`)}</span>`}</p>${extras.commitment?.(commitment)}</div>`;
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
