/** A record for a terminal: what a person sees at a glance. Words are wrapped by the width they take there. */
import { checkPoints, clockOf, commitmentWords, contentSpan, delegationsOf, doubtsOf, type Evidence, factsOf, verbLeads } from '../drawing/facts.ts';
import { type Meeting, meetingName, meetingsBegun, meetingsOf, whoMet } from '../drawing/meetings.ts';
import { makeParts, type Part } from '../drawing/parts.ts';
import { MARKS, placeName, type Side, told } from '../drawing/sides.ts';
import type { Voice } from '../language/voice.ts';
import type { Reading, Statement } from '../record/reading.ts';
import { cut, padded, printable, tail, width, wrapped } from './columns.ts';
import { type Ink, makeInk } from './ink.ts';
import { kindWords, noTalksWords, restsOnWords } from './kind.ts';

export interface TextOptions {
  readonly columns?: number;
  readonly color?: boolean;
  /** Adds the rule and the words for every value. */
  readonly explain?: boolean;
}

export function toText(reading: Reading, voice: Voice, options: TextOptions = {}): string {
  const sheet = new Sheet(reading, voice, Math.max(40, options.columns ?? 80), makeInk(options.color ?? false), options.explain ?? false);
  return sheet.write();
}

const SIDE_INK: Readonly<Record<Side, keyof Ink>> = { own: 'blue', other: 'orange', joint: 'plum', each: 'plum', none: 'dim' };
const QUOTE_LINES = 2;

/** A page may hold more statements than a function takes arguments. */
function widest({ statements }: Reading, words: (statement: Statement) => string): number {
  return statements.reduce((most, each) => Math.max(most, width(words(each))), 4);
}

class Sheet {
  private readonly lines: string[] = [];
  /** The last section's title. */
  private titled = '';
  private readonly byId: ReadonlyMap<string, Statement>;
  private readonly begun: ReturnType<typeof meetingsBegun>;
  private readonly actColumns: number;
  private readonly sideColumns: number;

  constructor(
    private readonly reading: Reading,
    private readonly voice: Voice,
    private readonly columns: number,
    private readonly ink: Ink,
    private readonly explain: boolean,
  ) {
    this.byId = new Map(reading.statements.map((each) => [each.id, each]));
    this.begun = meetingsBegun(reading);
    this.actColumns = widest(reading, (each) => voice.phrases.acts[each.act]);
    this.sideColumns = Math.min(
      14,
      widest(reading, (each) => told(reading, each, voice).words),
    );
  }

  write(): string {
    this.head();
    if (this.reading.talks.length === 0) this.noTalks();
    for (const meeting of meetingsOf(this.reading)) this.facts(meeting);
    this.instruments();
    this.commitments();
    for (const part of makeParts(this.reading)) this.part(part);
    this.points();
    this.doubts();
    return `${this.lines.join('\n')}\n`;
  }

  private head(): void {
    const { document } = this.reading;
    const title = document.title ? this.words(document.title.span) : this.voice.label('untitled');
    for (const line of wrapped(title, this.columns)) this.lines.push(this.ink.bold(line));
    const { kind } = document;
    const notes = [
      kind &&
        (kind.value !== 'readout' || this.reading.talks.length === 0) &&
        `${kindWords(kind, this.voice)}${restsOnWords(kind) ? ` (${this.words(kind.span)})` : ''}`,
      publishedWords(this.reading, this.voice),
      this.reading.statements.length > 0 && this.voice.label('statementsCount', { n: this.reading.statements.length }),
    ].filter(Boolean);
    this.lines.push(this.ink.dim(notes.join(' · ')));
    if (this.explain && kind) this.evidence([{ span: kind.span, rule: kind.rule }], 0);
    if (this.explain && document.published) this.evidence([{ span: document.published.span, rule: document.published.rule }], 0);
  }

  private noTalks(): void {
    this.lines.push('');
    const { words, cure } = noTalksWords(this.reading, this.voice);
    this.lines.push(this.ink.bold(words));
    for (const line of cure ? wrapped(cure, this.columns) : []) this.lines.push(this.ink.dim(line));
  }

  private facts(meeting: Meeting): void {
    const { talks } = meeting;
    this.lines.push('');
    const facts = factsOf(talks, this.voice, meetingName(meeting, this.voice));
    const present = this.voice.label('present');
    const column = Math.max(...facts.map((fact) => width(fact.label)), width(present)) + 2;
    for (const fact of facts) {
      const words = fact.pieces.map((piece) => printable(piece.words) + (piece.inferred ? ` (${this.voice.label('inferred')})` : ''));
      this.row(fact.label, words.join(' '), column);
      if (this.explain) for (const piece of fact.pieces) this.evidence(piece.evidence, column);
    }
    this.delegations(present, talks, column);
  }

  /** Who met: a line a party, which also says whose the marks are. */
  private delegations(label: string, talks: Reading['talks'][number], column: number): void {
    const delegations = delegationsOf(talks);
    const names = Math.min(20, Math.max(...delegations.map(({ party }) => width(this.voice.party(party)))));
    const room = this.columns - column - 2 - names - 2;
    for (const [i, { own, party, people }] of delegations.entries()) {
      const side: Side = own ? 'own' : 'other';
      const lines = wrapped(people.map(({ words }) => printable(words)).join(this.voice.label('comma')), room);
      for (const [n, line] of lines.entries()) {
        const head = i === 0 && n === 0 ? this.ink.dim(padded(label, column)) : ' '.repeat(column);
        const name =
          n === 0 ? this.ink[SIDE_INK[side]](`${MARKS[side]} ${padded(cut(this.voice.party(party), names), names)}`) : ' '.repeat(names + 2);
        this.lines.push(`${head}${name}  ${line}`.trimEnd());
      }
      if (this.explain)
        this.evidence(
          people.flatMap(({ span }) => (span ? [{ span }] : [])),
          column + 2 + names + 2,
        );
    }
  }

  private instruments(): void {
    for (const instrument of this.reading.instruments) {
      const steps = clockOf(instrument, this.voice);
      if (steps.length === 0) continue;
      this.section(this.voice.label('instruments'), this.reading.instruments.indexOf(instrument) > 0);
      this.flow(2, [[printable(instrument.name)], [this.voice.parties(instrument.parties), this.ink.dim]]);
      const column = Math.max(...steps.map((step) => width(step.event)));
      const dates = Math.max(...steps.map((step) => width(step.date)));
      for (const step of steps) {
        const days = step.days === undefined ? '' : step.days === 0 ? this.voice.label('sameDay') : this.voice.label('daysLater', { n: step.days });
        const notes = [days, step.here && this.voice.label('thisMeeting'), step.inferred && `「${printable(step.words)}」`].filter(Boolean);
        this.flow(2, [[`${step.here ? '◉' : '─'} ${padded(step.event, column)}  ${padded(step.date, dates)}`], [notes.join(' · '), this.ink.dim]]);
        if (this.explain) this.evidence([step.evidence], 4);
      }
    }
  }

  private commitments(): void {
    if (this.reading.commitments.length === 0) return;
    this.section(this.voice.label('commitments'));
    for (const commitment of this.reading.commitments) {
      const words = commitmentWords(commitment, this.byId, this.voice);
      const notes = [
        words.due,
        words.conditions.length > 0 && this.voice.label('conditional', { words: words.conditions.map((each) => `「${printable(each)}」`).join('') }),
        commitment.answers && this.voice.label('answersInvitation'),
        words.places.map((path) => placeName(path, this.voice)).join(this.voice.label('comma')),
      ].flatMap((note) => (note ? [[note, this.ink.dim] as const] : []));
      this.flow(2, [[words.kind, this.ink.bold], [words.between], [` ${words.stage} `, this.ink.inverse], ...notes], 4);
      for (const line of this.quoted(this.words(commitment.span, commitment.what), this.columns - 4)) this.lines.push(`    ${line}`);
      if (this.explain)
        this.evidence(
          [
            { span: commitment.span, rule: commitment.rule },
            ...(commitment.due ? [{ span: commitment.due.span, rule: commitment.due.rule, anchor: commitment.due.anchor }] : []),
          ],
          4,
        );
    }
  }

  private part(part: Part): void {
    if (part.statements.length === 0 && !part.leads) return;
    if (part.path !== 'opening' && !part.heading) this.lines.push('');
    else if (part.path !== 'opening')
      this.section([part.number, part.heading && this.words(part.heading)].filter(Boolean).join(' ') || placeName(part.path, this.voice));
    let group = '';
    let before: Statement | undefined;
    for (const statement of part.statements) {
      if (part.path === 'opening') {
        const here = statement.path.startsWith('points') ? 'points' : 'lede';
        if (here !== group) this.section(this.voice.label(here));
        group = here;
      }
      this.meeting(statement);
      const place = placeName(statement.path, this.voice);
      this.statement(statement, statement.path === before?.path || place === this.titled ? '' : place, before);
      before = statement;
    }
  }

  /** At which of several talks it was made, where the account passes from one to another. */
  private meeting({ id }: Statement): void {
    const meeting = this.begun.get(id);
    if (!meeting) return;
    const name = meetingName(meeting, this.voice);
    this.row(`  ${name}`, whoMet(meeting.talks, this.voice), width(name) + 4);
  }

  private statement(statement: Statement, place: string, before: Statement | undefined): void {
    const { voice, ink } = this;
    const side = told(this.reading, statement, voice);
    const mark = MARKS[side.side];
    const [sideWords = '', ...more] = wrapped(side.words, this.sideColumns);
    const sides = `${padded(mark, 2)} ${padded(sideWords, this.sideColumns)}`;
    const act = padded(voice.phrases.acts[statement.act], this.actColumns);
    const indent = 2 + 10 + 3 + this.sideColumns + 2 + this.actColumns + 2;
    const room = this.columns - indent;
    const head = `  ${ink.dim(padded(place, 10))}${ink[SIDE_INK[side.side]](sides)}  ${ink[SIDE_INK[side.side]](act)}  `;
    const verb = this.words(statement.verb.span, statement.verb.text);
    const content = this.words(contentSpan(statement, this.reading.document.text));
    const { body, lastWidth } = verbLeads(statement) ? this.verbFirst(content, verb, room) : this.verbLast(content, verb, room);
    const notes = this.notes(statement, side.inferred, before);
    if (notes && lastWidth + 2 + width(notes) <= room) body[body.length - 1] += `  ${ink.dim(notes)}`;
    else if (notes) for (const line of wrapped(notes, room)) body.push(ink.dim(line));
    while (body.length <= more.length) body.push('');
    const left = (i: number) => {
      if (i === 0) return head;
      const name = more[i - 1];
      return name === undefined ? ' '.repeat(indent) : ' '.repeat(15) + ink[SIDE_INK[side.side]](padded(name, indent - 15));
    };
    for (const [i, line] of body.entries()) this.lines.push((left(i) + line).trimEnd());
    if (this.explain) {
      const indent = 12;
      this.evidence([{ span: statement.verb.span, rule: statement.rule }], indent);
      const speakers = statement.speakers.filter((speaker) => speaker.rule || speaker.span);
      this.evidence(
        speakers.map((speaker) => ({ span: speaker.span ?? statement.span, rule: speaker.rule })),
        indent,
      );
      for (const index of statement.dates) {
        const date = this.reading.dates[index];
        if (date) this.evidence([{ span: date.span, rule: [voice.mention(date), date.rule].filter(Boolean).join(' '), anchor: date.anchor }], indent);
      }
    }
  }

  private verbLast(content: string, verb: string, room: number): { body: string[]; lastWidth: number } {
    const body = this.quoted(content, room);
    const last = body.at(-1) ?? '';
    const lastWidth = width(last) + (last ? 1 : 0) + width(verb);
    if (lastWidth <= room) {
      body[body.length - 1] = `${last}${last ? ' ' : ''}${this.ink.bold(verb)}`;
      return { body, lastWidth };
    }
    const tails = wrapped(verb, room);
    body.push(...tails.map(this.ink.bold));
    return { body, lastWidth: width(tails.at(-1) ?? '') };
  }

  private verbFirst(content: string, verb: string, room: number): { body: string[]; lastWidth: number } {
    const short = width(verb) + 1 < room / 2;
    const body = this.quoted(short ? `${verb} ${content}` : content, room);
    const lastWidth = width(body.at(-1) ?? '');
    if (!short) return { body: [...wrapped(verb, room).map(this.ink.bold), ...body], lastWidth };
    // A break cannot stand inside a verb shorter than half a line.
    body[0] = this.ink.bold(verb) + (body[0] ?? '').slice(verb.length);
    return { body, lastWidth };
  }

  private notes(statement: Statement, inferred: boolean, before: Statement | undefined): string {
    const { voice } = this;
    const place = (id: string) => placeName(this.byId.get(id)?.path ?? id, voice);
    const above = before !== undefined && statement.repliesTo === before.id && statement.path === before.path;
    return [
      statement.withheld && `▨ ${voice.label('withheld')}`,
      statement.repliesTo && `↩ ${above ? voice.label('replyAbove') : voice.label('reply', { path: place(statement.repliesTo) })}`,
      statement.restates?.length && `≡ ${voice.label('restates', { path: [...new Set(statement.restates.map(place))].join(', ') })}`,
      statement.points?.length && `${statement.points[0]?.number ?? '1'}–${statement.points.at(-1)?.number ?? statement.points.length}`,
      inferred && voice.label('inferred'),
      statement.voice === 'press' && voice.label('voicePress'),
      statement.voice === 'publisher' && voice.label('voicePublisher'),
      statement.confidence === 'low' && `? ${voice.label('check')}`,
    ]
      .filter(Boolean)
      .join('  ');
  }

  private points(): void {
    const { points, bodyOnly } = checkPoints(this.reading);
    if (points.length === 0 || bodyOnly.length === 0) return;
    this.section(this.voice.label('pointsCheckOnlyBody'));
    this.flow(
      2,
      bodyOnly.map((each) => [`${placeName(each.path, this.voice)} ${this.voice.phrases.acts[each.act]}`]),
    );
  }

  private doubts(): void {
    this.section(this.voice.label('doubts'));
    const doubts = doubtsOf(this.reading, this.voice).filter(({ code }) => code !== 'talks/none-found');
    if (doubts.length === 0) this.lines.push(`  ${this.ink.dim(this.voice.label('doubtsNone'))}`);
    for (const doubt of doubts) {
      const sign = doubt.severity === 'info' ? '·' : this.ink.red('▲');
      const quoted = doubt.span && doubt.span[1] > doubt.span[0] ? ` 「${cut(this.words(doubt.span), 32)}」` : '';
      const lines = wrapped(`${this.voice.phrases.severities[doubt.severity]}: ${printable(doubt.words)}${quoted}`, this.columns - 4);
      for (const [i, line] of lines.entries()) this.lines.push(`  ${i === 0 ? sign : ' '} ${line}`);
    }
  }

  private section(title: string, again = false): void {
    if (again) return;
    this.lines.push('');
    for (const line of wrapped(title, this.columns)) this.lines.push(this.ink.bold(line));
    this.titled = title;
  }

  private row(label: string, words: string, column: number): void {
    const lines = wrapped(printable(words), this.columns - column);
    for (const [i, line] of lines.entries()) this.lines.push((i === 0 ? this.ink.dim(padded(label, column)) : ' '.repeat(column)) + line);
  }

  /** Pieces after one another, two spaces apart, on as many lines as they need; one that is wider than a line is wrapped. */
  private flow(first: number, pieces: readonly (readonly [words: string, paint?: (words: string) => string])[], hang = first): void {
    let indent = first;
    let room = this.columns - indent;
    let line = '';
    let used = 0;
    const end = () => {
      if (used === 0) return;
      this.lines.push(' '.repeat(indent) + line.trimEnd());
      line = '';
      used = 0;
      indent = hang;
      room = this.columns - indent;
    };
    for (const [words, paint = (same: string) => same] of pieces) {
      if (words === '') continue;
      const w = width(words);
      if (used > 0 && used + 2 + w > room) end();
      if (w > room) {
        end();
        for (const part of wrapped(words, room)) this.lines.push(' '.repeat(indent) + paint(part));
        continue;
      }
      line += (used > 0 ? '  ' : '') + paint(words);
      used += (used > 0 ? 2 : 0) + w;
    }
    end();
  }

  private evidence(all: readonly Evidence[], indent: number): void {
    const seen = new Set<string>();
    for (const each of all) {
      const words = this.words(each.span);
      const key = `${each.span.join()} ${each.rule}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const line = [
        `└ ${each.rule ?? this.voice.label('stated')}`,
        words && `「${words}」`,
        each.anchor && this.voice.label('anchoredAt', { date: this.voice.date(each.anchor) }),
      ]
        .filter(Boolean)
        .join(' ');
      const lines = wrapped(line, this.columns - indent - 2);
      for (const [i, part] of lines.entries()) this.lines.push(' '.repeat(indent + (i === 0 ? 0 : 2)) + this.ink.dim(part));
    }
  }

  /** Lines of a quote: two at most, unless everything is to be explained. The end is kept, since the act stands there. */
  private quoted(words: string, room: number): string[] {
    const lines = wrapped(words, room);
    if (this.explain || lines.length <= QUOTE_LINES) return lines;
    return [lines[0] as string, `…${tail(words.slice((lines[0] as string).length), room - 1)}`];
  }

  /** Words of the source on one line, safe to print. */
  private words(span: readonly [number, number], otherwise = ''): string {
    return printable(this.reading.document.text.slice(...span) || otherwise)
      .replace(/\s+/g, ' ')
      .trim();
  }
}

/** Who published it and when, as far as the page tells. */
function publishedWords({ document: { published, publisher } }: Reading, voice: Voice): string {
  const date = published?.edtf && voice.date(published.edtf);
  const party = publisher?.party && voice.party(publisher.party);
  if (date && party) return voice.label('publishedByOn', { date, party });
  const by = party ? voice.label('publishedBy', { party }) : publisher?.name;
  return [date ? voice.label('published', { date }) : voice.label('publishedUnknown'), by].filter(Boolean).join(' · ');
}
