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
} from '../desk/compare.ts';
import { makeFault } from '../desk/faults.ts';
import { nameDocuments, readBytes } from '../desk/files.ts';
import { loadLanguages } from '../desk/languages.ts';
import { readFileBytes } from '../desk/open.ts';
import { changeName, notesOf, SIGNS } from '../drawing/changed.ts';
import type { Voice } from '../language/voice.ts';
import { printable } from '../publishing/columns.ts';
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
    json ? `${JSON.stringify(plainMeetings(compared), null, 2)}\n` : toText(compared, voice, command.color ?? wantsColor(io), command.rest ?? false),
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

function toText({ before, after, found }: ComparedMeetings, voice: Voice, color: boolean, all: boolean): string {
  const ink = makeInk(color);
  const l = voice.label;
  const lines = [`− ${seatLine(before, voice)}`, `+ ${seatLine(after, voice)}`, '', countsLine(found, voice)];
  const topicName = (topic: string | undefined) =>
    topic ? ((TOPICS as Record<string, Record<string, string>>)[topic]?.[voice.code] ?? topic) : l('noTopic');
  for (const { topic, rows } of found.topics) {
    const shown = rows.filter(({ again }) => !again);
    if (shown.length === 0) continue;
    lines.push('', ink.bold(topicName(topic)));
    for (const row of shown) lines.push(...rowLines(row, before, after, voice, ink, color));
  }
  if (all) {
    lines.push('', ink.bold(l('compareRest')));
    for (const row of found.rest) lines.push(...rowLines(row, before, after, voice, ink, color));
  }
  return `${lines.join('\n')}\n`;
}

function countsLine({ counts }: Meetings, voice: Voice): string {
  return CHANGES.filter((change) => counts[change] > 0)
    .map((change) => `${SIGNS[change]} ${changeName(change, voice)} ${counts[change]}`)
    .join('   ');
}

function rowLines(row: Row, before: Seat, after: Seat, voice: Voice, ink: Ink, color: boolean): string[] {
  const places = [row.before?.path, row.after?.path];
  const place = places[0] === places[1] ? (places[0] ?? '') : `${places[0] ?? '—'} → ${places[1] ?? '—'}`;
  const notes = notesOf(row, before.reading, after.reading, voice);
  return [
    `  ${SIGNS[row.change]} ${ink.bold(changeName(row.change, voice))}  ${place}${row.moved && row.change !== 'moved' ? `  ${SIGNS.moved} ${changeName('moved', voice)}` : ''}`,
    `      ${redlineWords(row, before.reading.document.text, after.reading.document.text, ink, color)}`,
    ...(notes === '' ? [] : [ink.dim(`      ${notes}`)]),
  ];
}

/** Gone and come in the colours of the terminal; without colour in `[-…-]` and `{+…+}`. */
export function redlineWords(row: Pick<Row, 'pieces' | 'before' | 'after'>, was: string, now: string, ink: Ink, color: boolean): string {
  const clean = (words: string) => printable(words.replace(/\s+/g, ' '));
  if (!row.pieces)
    return [row.before && clean(was.slice(...row.before.span)), row.after && clean(now.slice(...row.after.span))].filter(Boolean).join(' ⇢ ');
  return row.pieces
    .map((piece) => {
      if (piece.kind === 'kept') return clean(now.slice(...piece.after));
      const words = clean(piece.kind === 'gone' ? was.slice(...piece.before) : now.slice(...piece.after));
      if (color) return piece.kind === 'gone' ? `\u001b[9m${words}\u001b[29m` : ink.bold(`\u001b[4m${words}\u001b[24m`);
      return piece.kind === 'gone' ? `[-${words}-]` : `{+${words}+}`;
    })
    .join('')
    .trim();
}
