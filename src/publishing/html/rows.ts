/** The record beside its section: one statement a row, in the order of the text. */
import { contentSpan, verbLeads } from '../../drawing/facts.ts';
import { mark } from '../../drawing/marks.ts';
import { html, type Markup } from '../../drawing/markup.ts';
import { meetingName, meetingsBegun, whoMet } from '../../drawing/meetings.ts';
import { byPerson, placeName, told } from '../../drawing/sides.ts';
import type { Voice } from '../../language/voice.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Reading, Statement } from '../../record/reading.ts';
import { TOPICS } from '../../record/topics.generated.ts';
import { citeBare } from '../citation.ts';
import { cut, tail, width } from '../columns.ts';
import type { Extras } from './extras.ts';
import type { Inline } from './inline.ts';

export function rowsOf(statements: readonly Statement[], reading: Reading, inline: Inline, voice: Voice, extras: Extras = {}): Markup | undefined {
  if (statements.length === 0) return undefined;
  const { text, language } = reading.document;
  const byId = new Map(reading.statements.map((each) => [each.id, each]));
  const again = restatedBy(reading);
  const l = voice.label;
  const place = (id: string) => {
    const other = byId.get(id);
    return html`<a class="cite" href="#s-${id}">${other ? placeName(other.path, voice) : id}</a>`;
  };
  const begun = meetingsBegun(reading);
  return html`<ol class="rows">${statements.map((each, i) => html`${meeting(each)}${row(each, statements[i - 1])}`)}</ol>`;

  /** At which of several talks it was made, where the account passes from one to another. */
  function meeting({ id }: Statement): Markup | undefined {
    const at = begun.get(id);
    return (
      at &&
      html`<li class="meeting"><a href="#${at.talks.id}">${meetingName(at, voice)}</a> <span class="note" lang="${language}">${whoMet(at.talks, voice)}</span></li>`
    );
  }

  function row(statement: Statement, before: Statement | undefined): Markup {
    const { side, words, inferred } = told(reading, statement, voice);
    const samePlace = before?.path === statement.path;
    const hangs = before !== undefined && statement.repliesTo === before.id;
    const family = ACTS[statement.act].family;
    const verb = text.slice(...statement.verb.span);
    const said = shortened(text.slice(...contentSpan(statement, text)).trim(), Math.max(24, ROOM - width(verb)));
    const bold = html`<b class="verb">${verb}</b>`;
    return html`<li class="row ${side}${samePlace ? ' again' : ' first'}${hangs ? ' hangs' : ''}" id="s-${statement.id}" data-s="${statement.id}">
<a class="place" href="#w-${statement.id}" aria-label="${l('openPlace')} ${placeName(statement.path, voice)}">${placeName(statement.path, voice)}</a>
<span class="who">${mark(side, inferred)}${words}</span>
<a class="chip ${family}${statement.act === 'exchange' ? ' open-ended' : ''}" href="#s-${statement.id}">${voice.phrases.acts[statement.act]}</a>
<span class="main"><span class="said" lang="${language}">${verbLeads(statement) ? html`${bold} ${said}` : html`${said} ${bold}`}</span><span class="notes">${notes(statement, hangs)}</span>${twoVerbs(statement)}</span>
${fields(statement)}${extras.below?.(statement)}
</li>`;
  }

  function notes(statement: Statement, hangs: boolean): Markup[] {
    const out: Markup[] = [];
    if (statement.withheld) out.push(html`<span><span class="hatch" aria-hidden="true"></span>${l('withheld')}</span>`);
    const points = statement.points;
    if (points && points.length > 0) out.push(html`<span class="box">${points[0]?.number ?? 1}–${points.at(-1)?.number ?? points.length}</span>`);
    if (statement.verb.strength !== undefined && statement.verb.strength !== 0)
      out.push(html`<span class="box">${voice.phrases.strengths[String(statement.verb.strength) as '2']}</span>`);
    if (statement.repliesTo && !hangs) out.push(html`<span>${filledWith(l('reply'), place(statement.repliesTo))}</span>`);
    const told = unique([...(statement.restates ?? []), ...(again.get(statement.id) ?? [])]);
    if (told.length > 0) out.push(html`<span>${filledWith(l('restates'), joined(told.map(place), voice))}</span>`);
    if (statement.voice) out.push(html`<span>${l(statement.voice === 'press' ? 'voicePress' : 'voicePublisher')}</span>`);
    if (statement.confidence === 'low') out.push(html`<span class="box">${l('check')}</span>`);
    const extra = extras.note?.(statement);
    if (extra) out.push(extra);
    return out;
  }

  /** One of each place: two statements of one place are one link. */
  function unique(ids: readonly string[]): string[] {
    const seen = new Set<string>();
    return ids.filter((id) => {
      const path = byId.get(id)?.path ?? id;
      if (seen.has(path)) return false;
      seen.add(path);
      return true;
    });
  }

  function fields(statement: Statement): Markup {
    const speakers = statement.speakers.map(
      (speaker) =>
        html`${voice.party(speaker.party)}${speaker.person ? html` (<q lang="${language}">${speaker.person}</q>)` : ''} <span class="note">${speaker.basis === 'stated' ? l('stated') : byPerson(speaker.rule) ? l('byPerson') : html`${l('inferred')} ${speaker.rule}`}</span>`,
    );
    const rows: [string, Markup][] = [[l('speaker'), speakers.length > 0 ? joined(speakers, voice) : html`${l('unknownSpeaker')}`]];
    if (statement.addressees.length > 0) rows.push([l('addressee'), html`${voice.parties(statement.addressees)}`]);
    if (statement.withheld) rows.push([l('content'), html`${l('withheldNote')}`]);
    rows.push([l('words'), html`<q lang="${language}">${statement.quote}</q>`]);
    if (statement.repliesTo) rows.push([l('answers'), place(statement.repliesTo)]);
    const told = unique([...(statement.restates ?? []), ...(again.get(statement.id) ?? [])]);
    if (told.length > 0) rows.push([l('repeated'), joined(told.map(place), voice)]);
    if (statement.topics.length > 0)
      rows.push([
        l('topics'),
        joined(
          statement.topics.map((topic) => {
            const name = (TOPICS[topic] as Record<string, string>)[voice.code] ?? topic;
            const href = extras.topicHref?.(topic);
            return href ? html`<a href="${href}">${name}</a>` : html`${name}`;
          }),
          voice,
        ),
      ]);
    const dates = statement.dates.flatMap((index) => reading.dates[index] ?? []);
    if (dates.length > 0)
      rows.push([
        l('dates'),
        html`${dates.map(
          (date) =>
            html`<span class="line"><a class="${date.basis === 'inferred' ? 'inf' : ''}" href="${inline.evidence(date.span) ?? `#w-${statement.id}`}">${voice.mention(date)}</a> <q lang="${language}">${date.text}</q>${date.anchor && html` <span class="note">${l('anchoredAt', { date: voice.date(date.anchor) })}</span>`} ${extras.date?.(date.span, statement)}</span>`,
        )}`,
      ]);
    rows.push([
      l('rule'),
      html`${byPerson(statement.rule) && html`${l('byPerson')} `}<span class="code">${statement.rule}</span> ${!byPerson(statement.rule) && l(statement.confidence === 'high' ? 'confidenceHigh' : 'confidenceLow')}`,
    ]);
    return html`<dl class="fields">${rows.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}${extras.fields?.(statement)}${buttons(statement)}</dl>`;
  }

  /** Where one thing is told with two verbs, that is said under the row. */
  function twoVerbs(statement: Statement): Markup | undefined {
    const others = [...(statement.restates ?? []), ...(again.get(statement.id) ?? [])].flatMap((id) => byId.get(id) ?? []);
    const other = others.find(({ act }) => act !== statement.act);
    return (
      other && html`<span class="note twice">${l('twoVerbs', { path: placeName(other.path, voice), act: voice.phrases.acts[other.act] })}</span>`
    );
  }

  function buttons(statement: Statement): Markup {
    return html`<dt class="vh">${l('deeds')}</dt><dd class="actions"><button type="button" data-copy="${extras.cite?.(statement) ?? citeBare(reading, statement, voice, (path) => placeName(path, voice))}">${l('copyCitation')}</button><button type="button" data-copy="${statement.quote}">${l('copyWords')}</button>${extras.deeds?.(statement)}</dd>`;
  }
}

/** Statement → those that tell it again: the other end of `restates`. */
function restatedBy(reading: Reading): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, restates = [] } of reading.statements) for (const of of restates) found.set(of, [...(found.get(of) ?? []), id]);
  return found;
}

/** How wide content and verb of a row are together, in columns of a terminal: about two lines of the page. */
const ROOM = 84;

/** The beginning and the end of the content, since what is spoken of stands at the one and what is said of it at the other. */
function shortened(content: string, columns: number): Markup {
  const words = content.replace(/\s+/g, ' ');
  if (width(words) <= columns) return html`<span class="content">${words}</span>`;
  const head = Math.floor(columns * 0.4);
  return html`<span class="content" title="${words}">${cut(words, head).slice(0, -1)}<span class="gap">…</span>${tail(words, columns - head - 1)}</span>`;
}

export function joined(parts: readonly Markup[], voice: Voice): Markup {
  return html`${parts.map((part, i) => (i === 0 ? part : html`${voice.label('comma')}${part}`))}`;
}

/** A label with markup in the place of its one name. */
function filledWith(label: string, part: Markup): Markup {
  const [before = '', after = ''] = label.split(/\{[a-z]+\}/);
  return html`${before}${part}${after}`;
}
