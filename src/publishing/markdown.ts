/** A record as CommonMark with tables (GFM). Words of the source are escaped, so that none of them becomes markup. */
import { clockOf, commitmentWords, contentSpan, delegationsOf, doubtsOf, type Evidence, factsOf, verbLeads } from '../drawing/facts.ts';
import { meetingName, meetingsBegun, meetingsOf, whoMet } from '../drawing/meetings.ts';
import { makeParts } from '../drawing/parts.ts';
import { MARKS, placeName, told } from '../drawing/sides.ts';
import type { Voice } from '../language/voice.ts';
import type { Reading, Statement } from '../record/reading.ts';
import { kindWords, noTalksWords, restsOnWords } from './kind.ts';

export interface MarkdownOptions {
  readonly explain?: boolean;
}

export function toMarkdown(reading: Reading, voice: Voice, options: MarkdownOptions = {}): string {
  const { document } = reading;
  const words = (span: readonly [number, number]) => plain(document.text.slice(...span));
  const byId = new Map(reading.statements.map((each) => [each.id, each]));
  const begun = meetingsBegun(reading);
  const evidence = (all: readonly Evidence[]) =>
    options.explain
      ? all
          .map(
            (each) => `<br>└ ${[plain(each.rule ?? voice.label('stated')), words(each.span) && `「${words(each.span)}」`].filter(Boolean).join(' ')}`,
          )
          .join('')
      : '';
  const blocks: string[] = [`# ${document.title ? words(document.title.span) : voice.label('untitled')}`];

  blocks.push(
    [
      document.kind &&
        (document.kind.value !== 'readout' || reading.talks.length === 0) &&
        `${kindWords(document.kind, voice)}${restsOnWords(document.kind) ? ` (${words(document.kind.span)})` : ''}${evidence([document.kind])}`,
      document.published?.edtf ? voice.label('published', { date: voice.date(document.published.edtf) }) : voice.label('publishedUnknown'),
      document.publisher &&
        (document.publisher.party ? voice.label('publishedBy', { party: voice.party(document.publisher.party) }) : plain(document.publisher.name)),
      document.source?.url && plain(document.source.url),
    ]
      .filter(Boolean)
      .join(' · '),
  );
  if (reading.talks.length === 0) blocks.push(`**${noTalksWords(reading, voice).words}**`);

  for (const meeting of meetingsOf(reading)) {
    const { talks } = meeting;
    const inferred = ` (${voice.label('inferred')})`;
    const rows = factsOf(talks, voice, meetingName(meeting, voice)).map((fact) => [
      fact.label,
      fact.pieces.map((piece) => plain(piece.words) + (piece.inferred ? inferred : '')).join(' ') +
        evidence(fact.pieces.flatMap((piece) => piece.evidence)),
    ]);
    const parties = delegationsOf(talks).map(({ own, party, people }) =>
      `${own ? MARKS.own : MARKS.other} ${voice.party(party)} ${people.map(({ words }) => plain(words)).join(voice.label('comma'))}`.trim(),
    );
    rows.push([voice.label('present'), parties.join('<br>')]);
    blocks.push(table(['', ''], rows));
  }

  for (const instrument of reading.instruments) {
    blocks.push(`## ${voice.label('instruments')}: ${plain(instrument.name)}`);
    blocks.push(
      table(
        ['', '', ''],
        clockOf(instrument, voice).map((step) => [
          step.event,
          step.date + evidence([step.evidence]),
          [
            step.inferred && `「${plain(step.words)}」`,
            step.days === undefined ? '' : step.days === 0 ? voice.label('sameDay') : voice.label('daysLater', { n: step.days }),
            step.here && voice.label('thisMeeting'),
          ]
            .filter(Boolean)
            .join(' · '),
        ]),
      ),
    );
  }

  if (reading.commitments.length > 0) {
    blocks.push(`## ${voice.label('commitments')}`);
    blocks.push(
      reading.commitments
        .map((commitment) => {
          const said = commitmentWords(commitment, byId, voice);
          const places = said.places.map((path) => placeName(path, voice)).join(', ');
          const conditions =
            said.conditions.length > 0 && voice.label('conditional', { words: said.conditions.map((each) => `「${plain(each)}」`).join('') });
          const notes = [said.due, conditions, commitment.answers && voice.label('answersInvitation'), plain(places)].filter(Boolean).join(' · ');
          return `- **${said.kind}** ${said.between}: **${said.stage}** (${notes})${evidence([{ span: commitment.span, rule: commitment.rule }])}\n  > ${words(commitment.span)}`;
        })
        .join('\n'),
    );
  }

  for (const part of makeParts(reading)) {
    if (part.statements.length === 0 && !part.leads) continue;
    const title =
      part.path === 'opening'
        ? voice.label('statements')
        : [part.number, part.heading && words(part.heading)].filter(Boolean).join(' ') || plain(placeName(part.path, voice));
    blocks.push(`## ${title}`);
    if (part.statements.length === 0) continue;
    blocks.push(
      table(
        ['', voice.label('speaker'), voice.label('act'), voice.label('content'), ''],
        part.statements.flatMap((statement) => [...heading(statement), row(statement)]),
      ),
    );
  }

  function heading({ id }: Statement): string[][] {
    const at = begun.get(id);
    return at ? [['', '', '', `**${meetingName(at, voice)}** ${plain(whoMet(at.talks, voice))}`, '']] : [];
  }

  function row(statement: Statement): string[] {
    const side = told(reading, statement, voice);
    const place = (id: string) => plain(placeName(byId.get(id)?.path ?? id, voice));
    const notes = [
      statement.withheld && voice.label('withheld'),
      statement.repliesTo && voice.label('reply', { path: place(statement.repliesTo) }),
      statement.restates?.length && voice.label('restates', { path: [...new Set(statement.restates.map(place))].join(', ') }),
      side.inferred && voice.label('inferred'),
      statement.confidence === 'low' && voice.label('check'),
    ].filter(Boolean);
    const content = words(contentSpan(statement, document.text));
    const verb = `**${words(statement.verb.span)}**`;
    const quote = verbLeads(statement) ? `${verb} ${content}` : `${content} ${verb}`;
    return [
      plain(placeName(statement.path, voice)),
      `${MARKS[side.side]} ${side.words}`,
      voice.phrases.acts[statement.act],
      quote + evidence([{ span: statement.verb.span, rule: statement.rule }]),
      notes.join(' · '),
    ];
  }

  const doubts = doubtsOf(reading, voice);
  if (doubts.length > 0) {
    blocks.push(`## ${voice.label('doubts')}`);
    blocks.push(
      doubts
        .map((doubt) => `- ${voice.phrases.severities[doubt.severity]}: ${plain(doubt.words)}${doubt.span ? ` 「${words(doubt.span)}」` : ''}`)
        .join('\n'),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Words on one line in which no sign is markup. Controls become �. */
export function plain(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w)/g, '\\&')
    .replace(/^(?=[#+>=-])/, '\\')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
