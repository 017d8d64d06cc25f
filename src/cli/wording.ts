import { type PositionsTold, positionsOf } from '../desk/following/positions.ts';
import {
  type FormulaTold,
  formulasOf,
  phraseHistory,
  type State,
  type ToldPhrase,
  type Wording,
  type WordingWishes,
} from '../desk/following/wording.ts';
import { placeName } from '../drawing/sides.ts';
import { noteWords, rangeWords, sayerWords, topicWords } from '../drawing/wording.ts';
import type { Voice } from '../language/voice.ts';
import { padded, printable, width, wrapped } from '../publishing/columns.ts';
import { makeInk } from '../publishing/ink.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { wantsColor } from './read.ts';
import { type ArchiveCommand, asksJson, withArchive } from './with-archive.ts';

export type WordingCommand = ArchiveCommand & WordingWishes & { readonly color?: boolean };

const SQUARES: Readonly<Record<State, string>> = { full: '■', variant: '◪', missing: '□', none: '·' };
/** Talks that a line of squares has room for; the newest. */
const COLUMNS = 48;
/** Room that a formula is given beside its squares. */
const WORDS = 32;

/** Columns of the terminal; of a page of text where it is none. */
const columnsOf = (io: Io): number => Math.min(io.stdout.columns ?? 80, 100);

/** Lines that follow another, set in. */
const under = (words: string, columns: number, indent: string, ink: (words: string) => string = (same) => same): string[] =>
  words === '' ? [] : wrapped(words, columns - indent.length).map((line) => indent + ink(line));

export async function runFormulas(dyad: string | undefined, command: WordingCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const wording = await formulasOf(archive, { ...command, dyad: dyad ?? command.dyad }, voice);
    await io.stdout.write(
      json ? `${JSON.stringify(wording, null, 2)}\n` : matrixText(wording, voice, command.color ?? wantsColor(io), columnsOf(io)),
    );
    return STATUS.read;
  });
}

export async function runFormula(phrase: string, command: WordingCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const history = await phraseHistory(archive, phrase, command, voice);
    if (json) {
      await io.stdout.write(`${JSON.stringify(history, null, 2)}\n`);
      return STATUS.read;
    }
    const color = command.color ?? wantsColor(io);
    const [formula] = history.items;
    const lines = formula
      ? [matrixText(history, voice, color, columnsOf(io)), contextText(formula, history, voice, color, columnsOf(io))]
      : [`${voice.label('neverSaid', { words: printable(phrase) })}\n`];
    if (history.elsewhere.length > 0)
      lines.push(
        `\n${voice.label('alsoSaidIn')} ${history.elsewhere
          .slice(0, 12)
          .map(({ dyad, statements }) => `${dyad} ${statements}`)
          .join(voice.label('comma'))}\n`,
      );
    await io.stdout.write(lines.join(''));
    return STATUS.read;
  });
}

/** Formulas and talks: a square each. */
function matrixText({ talks, items }: Wording, voice: Voice, color: boolean, columns: number): string {
  const l = voice.label;
  const ink = makeInk(color);
  const first = talks[0]?.date;
  const last = talks.at(-1)?.date;
  if (items.length === 0) return `${l('noFormulas', { n: talks.length })}\n`;
  const most = Math.max(8, Math.min(COLUMNS, columns - WORDS));
  const shown = Math.max(0, talks.length - most);
  const head = [
    ...under(
      l('formulasIn', { n: items.length, talks: talks.length, from: first ? voice.date(first) : '—', until: last ? voice.date(last) : '—' }),
      columns,
      '',
    ),
    ...under(
      `${SQUARES.full} ${l('squareFull')}  ${SQUARES.variant} ${l('squareVariant')}  ${SQUARES.missing} ${l('squareMissing')}  ${SQUARES.none} ${l('squareNone')}`,
      columns,
      '',
    ),
    ...(shown > 0 ? [l('newestTalks', { n: most })] : []),
    '',
  ];
  const rows = items.flatMap((one) => {
    const squares = one.cells.slice(shown).map(({ state }) => SQUARES[state]);
    const span = rangeWords(one.first, one.last, voice);
    const notes = one.notes.map((note) => noteWords(note, voice)).join(l('comma'));
    const words = printable(one.words);
    const line = `${squares.join('')} ${String(one.talks).padStart(3)}  `;
    const beside = width(line) + width(words) <= columns;
    const told = [one.topics.map((topic) => topicWords(topic, voice)).join(l('comma')), span, notes].filter(Boolean).join('; ');
    return [
      line + (beside ? ink.bold(words) : ''),
      ...(beside ? [] : under(words, columns, '    ', ink.bold)),
      ...under(told, columns, '    ', ink.dim),
    ];
  });
  return `${[...head, ...rows].join('\n')}\n`;
}

const DATE = 14;
const BEFORE = 22;

/** Every telling, aligned on the words; talks where it is missing stand between them. */
function contextText({ tellings, variants, cells }: FormulaTold, { talks }: Wording, voice: Voice, color: boolean, columns: number): string {
  const l = voice.label;
  const ink = makeInk(color);
  const at = new Map<number, ToldPhrase[]>();
  for (const one of tellings) at.set(one.talks, [...(at.get(one.talks) ?? []), one]);
  const lines = [''];
  for (const [i, { state }] of cells.entries()) {
    const date = talks[i]?.date ? voice.date(talks[i].date) : '—';
    if (state === 'missing') lines.push(ink.dim(`${padded(date, DATE)} ${' '.repeat(BEFORE)} □ ${l('squareMissing')}`));
    for (const { quote, span, path, by, variant } of at.get(i) ?? []) {
      const before = tail(printable(quote.slice(0, span[0])), BEFORE);
      const words = printable(quote.slice(...span));
      const room = columns - DATE - BEFORE - 6 - width(words);
      const after = room > 2 ? cutTo(printable(quote.slice(span[1])), room) : '…';
      lines.push(
        `${padded(date, DATE)} ${' '.repeat(Math.max(0, BEFORE - width(before)))}${before} ${ink.inverse(words)} ${after}`,
        ink.dim(`${' '.repeat(DATE + 1)}${placeName(path, voice)} ${sayerWords(by, voice)}${variant ? ` (${variant})` : ''}`),
      );
    }
  }
  if (variants.length > 0)
    lines.push('', ...variants.map(({ letter, words, talks: n }) => `(${letter}) ${printable(words)}  ${l('inTalks', { n })}`));
  return `${lines.join('\n')}\n`;
}

function cutTo(words: string, columns: number): string {
  let at = 0;
  let wide = 0;
  for (const sign of words) {
    wide += width(sign);
    if (wide > columns) return `${words.slice(0, at)}…`;
    at += sign.length;
  }
  return words;
}

function tail(words: string, columns: number): string {
  const signs = [...words];
  let wide = 0;
  let at = signs.length;
  while (at > 0 && wide + width(signs[at - 1] as string) <= columns - 1) wide += width(signs[--at] as string);
  return at > 0 ? `…${signs.slice(at).join('')}` : words;
}

export type PositionsCommand = ArchiveCommand & { readonly topic?: string; readonly from?: string; readonly to?: string; readonly color?: boolean };

export async function runPositions(dyad: string, command: PositionsCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  return withArchive(command, io, voice, async (archive) => {
    const positions = await positionsOf(archive, { ...command, dyad }, voice);
    await io.stdout.write(
      json ? `${JSON.stringify(positions, null, 2)}\n` : positionsText(positions, voice, command.color ?? wantsColor(io), columnsOf(io)),
    );
    return STATUS.read;
  });
}

function positionsText({ topic, talks, lines, sayers }: PositionsTold, voice: Voice, color: boolean, columns: number): string {
  const l = voice.label;
  const ink = makeInk(color);
  const name = topic === undefined ? l('allTopics') : topicWords(topic, voice);
  if (talks.length === 0) return `${l('notRaised', { topic: name })}\n`;
  const dateOf = (i: number) => (talks[i]?.date ? voice.date(talks[i].date) : '—');
  const out = [ink.bold(name), ''];
  for (const [sayer, { first, last, talks: n, withheld }] of Object.entries(sayers))
    out.push(
      `${sayerWords(sayer, voice)}: ${l('spokeOn', { n, from: dateOf(first), until: dateOf(last) })}${withheld > 0 ? `; ${l('withheldTimes', { n: withheld })}` : ''}`,
    );
  const again = lines.filter((line) => line.talks > 1 && !line.withheld).slice(0, 12);
  if (again.length > 0) out.push('', ink.bold(l('saidAgain')));
  for (const { sayer, tellings, first, last, talks: n } of again)
    out.push(
      `  ${n}×  ${l('rangeOf', { from: dateOf(first), until: dateOf(last) })}  ${sayerWords(sayer, voice)}`,
      ...under(printable(tellings.at(-1)?.statement.quote ?? ''), columns, '      '),
    );
  out.push('');
  for (const { date, document, also, by } of talks) {
    out.push(`${ink.bold(date ? voice.date(date) : '—')}  ${ink.dim([document, also?.document].filter(Boolean).join('  '))}`);
    for (const [sayer, list] of Object.entries(by))
      for (const { path, act, quote, withheld, strength } of list)
        out.push(
          `  ${placeName(path, voice)}  ${sayerWords(sayer, voice)}  ${voice.phrases.acts[act]}${strength === 2 ? ` ${l('strong')}` : strength === -1 ? ` ${l('softened')}` : ''}${withheld ? ` (${l('withheld')})` : ''}`,
          ...under(printable(quote), columns, '      '),
        );
  }
  return `${out.join('\n')}\n`;
}
