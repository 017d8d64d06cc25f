import {
  CHANGES,
  type ComparedMeetings,
  compareSeats,
  type Meetings,
  openSeat,
  plainMeetings,
  type Row,
  type Seat,
  seatOf,
} from '../desk/comparing/compare.ts';
import { makeFault } from '../desk/faults.ts';
import { nameDocuments, readBytes } from '../desk/incoming/files.ts';
import { readFileBytes } from '../desk/incoming/open.ts';
import { loadLanguages } from '../desk/languages.ts';
import { changeName, notesOf, SIGNS } from '../drawing/changed.ts';
import { placeName } from '../drawing/sides.ts';
import type { Voice } from '../language/voice.ts';
import { printable, wrapped } from '../publishing/columns.ts';
import { type Ink, makeInk } from '../publishing/ink.ts';
import { TOPICS } from '../record/topics.generated.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { wantsColor } from './read.ts';
import { type ArchiveCommand, asksJson, idFrom, withArchive } from './with-archive.ts';

export interface CompareCommand extends ArchiveCommand {
  readonly color?: boolean;
  readonly rest?: boolean;
}

/** Two talks, topic by topic: documents of the archive by their ids, or files. */
export async function runCompare(names: readonly [string, string], command: CompareCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  const files = await Promise.all(names.map((name) => seatOfFile(name, io, voice)));
  const compared = files.every((seat) => seat !== undefined)
    ? await compareSeats(...(files as [Seat, Seat]))
    : await withArchive(command, io, voice, async (archive) => {
        const seats = await Promise.all(
          names.map(async (name, i) => {
            const [id = '', talks] = name.split('/');
            return files[i] ?? openSeat(archive, [await idFrom(archive, id, voice), talks].filter(Boolean).join('/'), voice);
          }),
        );
        return compareSeats(...(seats as [Seat, Seat]), archive);
      });
  await io.stdout.write(
    json
      ? `${JSON.stringify(plainMeetings(compared), null, 2)}\n`
      : toText(compared, voice, command.color ?? wantsColor(io), command.rest ?? false, Math.min(io.stdout.columns ?? 80, 100)),
  );
  return STATUS.read;
}

/** The talks of a file; undefined where the name is the id of a document, or of nothing. */
export async function seatOfFile(name: string, io: Io, voice: Voice): Promise<Seat | undefined> {
  if (name.startsWith('d-')) return undefined;
  const named = await nameDocuments([name], io.cwd);
  if ('code' in named) {
    // What is neither a file nor looks like the path of one may be the beginning of an id.
    if (named.code === 'cli/no-such-file' && /^[0-9a-f]+$/.test(name)) return undefined;
    throw makeFault(voice, named.code, named.values);
  }
  if (named.folders > 0) throw makeFault(voice, 'cli/no-folder', { path: name });
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  for await (const found of named.documents) {
    const bytes = 'code' in found ? found : await readBytes(found, io.cwd, io.stdin);
    if ('code' in bytes) throw makeFault(voice, bytes.code, bytes.values);
    return seatOf(await readFileBytes(bytes, { languages, mediaType: 'mediaType' in found ? found.mediaType : undefined }));
  }
  return undefined;
}

export function seatLine({ reading, talks, document }: Seat, voice: Voice): string {
  const date = talks?.date?.edtf ?? reading.document.published?.edtf;
  const parts = [
    date && voice.date(date),
    talks && voice.parties(talks.parties),
    talks && voice.talks(talks),
    reading.document.title?.value ?? voice.label('untitled'),
    document,
  ];
  return printable(parts.filter(Boolean).join('  ')).replace(/\s*\n\s*/g, ' ');
}

function toText({ before, after, found }: ComparedMeetings, voice: Voice, color: boolean, all: boolean, columns: number): string {
  const ink = makeInk(color);
  const l = voice.label;
  const seat = (sign: string, one: Seat) => wrapped(seatLine(one, voice), columns - 2).map((line, i) => `${i === 0 ? sign : ' '} ${line}`);
  const lines = [...seat('−', before), ...seat('+', after), '', countsLine(found, voice)];
  const topicName = (topic: string | undefined) =>
    topic ? ((TOPICS as Record<string, Record<string, string>>)[topic]?.[voice.code] ?? topic) : l('noTopic');
  for (const { topic, rows } of found.topics) {
    const shown = rows.filter(({ again }) => !again);
    if (shown.length === 0) continue;
    lines.push('', ink.bold(topicName(topic)));
    for (const row of shown) lines.push(...rowLines(row, before, after, voice, ink, color, columns));
  }
  if (all) {
    lines.push('', ink.bold(l('compareRest')));
    for (const row of found.rest) lines.push(...rowLines(row, before, after, voice, ink, color, columns));
  }
  return `${lines.join('\n')}\n`;
}

function countsLine({ counts }: Meetings, voice: Voice): string {
  return CHANGES.filter((change) => counts[change] > 0)
    .map((change) => `${SIGNS[change]} ${changeName(change, voice)} ${counts[change]}`)
    .join('   ');
}

function rowLines(row: Row, before: Seat, after: Seat, voice: Voice, ink: Ink, color: boolean, columns: number): string[] {
  const places = [row.before, row.after].map((unit) => unit?.path && placeName(unit.path, voice));
  const place = places[0] === places[1] ? (places[0] ?? '') : `${places[0] ?? '—'} → ${places[1] ?? '—'}`;
  const notes = notesOf(row, before.reading, after.reading, voice);
  return [
    `  ${SIGNS[row.change]} ${ink.bold(changeName(row.change, voice))}  ${place}${row.moved && row.change !== 'moved' ? `  ${SIGNS.moved} ${changeName('moved', voice)}` : ''}`,
    ...redlineLines(row, before.reading.document.text, after.reading.document.text, ink, color, columns - 6).map((line) => `      ${line}`),
    ...(notes === '' ? [] : wrapped(notes, columns - 6).map((line) => ink.dim(`      ${line}`))),
  ];
}

/** Gone and come in the colours of the terminal; without colour in `[-…-]` and `{+…+}`. */
export function redlineLines(
  row: Pick<Row, 'pieces' | 'before' | 'after'>,
  was: string,
  now: string,
  ink: Ink,
  color: boolean,
  columns: number,
): string[] {
  const clean = (words: string) => printable(words.replace(/\s+/g, ' '));
  if (!row.pieces) {
    const words = [row.before && clean(was.slice(...row.before.span)), row.after && clean(now.slice(...row.after.span))].filter(Boolean);
    return wrapped(words.join(' ⇢ ').trim(), columns);
  }
  const pieces = row.pieces.map((piece) => ({
    kind: piece.kind,
    words: clean(piece.kind === 'gone' ? was.slice(...piece.before) : now.slice(...piece.after)),
  }));
  if (!color)
    return wrapped(
      pieces
        .map(({ kind, words }, i) => ({ kind, words: i === pieces.length - 1 ? words.trimEnd() : words }))
        .map(({ kind, words }) => (kind === 'kept' ? words : kind === 'gone' ? `[-${words}-]` : `{+${words}+}`))
        .join('')
        .trim(),
      columns,
    );
  return painted(
    wrapped(
      pieces
        .map(({ words }) => words)
        .join('')
        .trim(),
      columns,
    ),
    pieces,
    ink,
  );
}

/** Lines with the colours of the pieces that they were laid out from; blanks may have gone where a line ends. */
function painted(lines: readonly string[], pieces: readonly { readonly kind: string; readonly words: string }[], ink: Ink): string[] {
  const signs = pieces.flatMap(({ kind, words }) => [...words].map((sign) => ({ kind, sign })));
  let at = 0;
  return lines.map((line) => {
    const runs: { kind: string; words: string }[] = [];
    for (const sign of line) {
      while (at < signs.length && signs[at]?.sign !== sign) at++;
      const kind = signs[at++]?.kind ?? 'kept';
      const last = runs.at(-1);
      if (last?.kind === kind) last.words += sign;
      else runs.push({ kind, words: sign });
    }
    return runs
      .map(({ kind, words }) => (kind === 'kept' ? words : kind === 'gone' ? `\u001b[9m${words}\u001b[29m` : ink.bold(`\u001b[4m${words}\u001b[24m`)))
      .join('');
  });
}
