/** `memcon dates`: the dates of a plain text, or of many short texts one a line. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { languageCodes, loadLanguage } from '../desk/languages.ts';
import { Fault } from '../fault.ts';
import type { Pack } from '../language/pack.ts';
import { padded, printable, width } from '../publishing/columns.ts';
import { findDates } from '../reading/dates.ts';
import type { Stage } from '../reading/stage.ts';
import type { DateMention, Issue } from '../record/reading.ts';
import { fromEdtf } from '../time/edtf.ts';
import { STATUS, type Status } from './io.ts';

export interface DatesCommand {
  /** Plain texts in UTF-8; none, or `-`: standard input. */
  readonly files?: readonly string[];
  readonly published?: string;
  readonly language?: string;
  /** Read JSON Lines `{id, text, reference, language}`, write `{id, dates}`. */
  readonly jsonl?: boolean;
  readonly format?: string;
}

export interface DatesIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: { write(words: string): unknown };
  readonly stderr: { write(words: string): unknown };
  readonly cwd?: string;
}

export const FORMATS: readonly string[] = ['text', 'json'];
/** Written lines are handed on in pieces of about this many characters. */
const PIECE = 1 << 16;

/**
 * @param pack the language to read in; a line of JSON Lines may name another.
 * @param said an issue in the user's language.
 * @returns 0; 1 where a line could not be read (the others are written all the same).
 * @throws Fault where a file or a format does not exist.
 */
export async function runDates(command: DatesCommand, io: DatesIo, pack: Pack, said: (issue: Issue) => string = plain): Promise<Status> {
  const format = command.format ?? 'text';
  if (!FORMATS.includes(format)) throw new Fault('cli/unknown-format', `There is no format "${format}".`, `Formats are ${FORMATS.join(', ')}.`);
  if (command.jsonl) return runLines(command, io, pack);
  const given = command.published === undefined ? {} : { published: command.published };
  const files = command.files?.length ? command.files : ['-'];
  for (const file of files) {
    const found = findDates(await textOf(file, io), pack, given);
    if (format === 'json') await io.stdout.write(`${files.length > 1 ? JSON.stringify(found.value) : JSON.stringify(found.value, null, 2)}\n`);
    else await io.stdout.write(table(found, said));
  }
  return STATUS.read;
}

const plain = (issue: Issue): string => issue.message;

/** Words, value and rule of each mention, then the doubts. */
function table({ value, issues }: Stage<DateMention[]>, said: (issue: Issue) => string): string {
  const rows = value.map((mention) => [printable(mention.text).replaceAll('\n', ' '), shown(mention), mention.rule ?? '']);
  const columns = [0, 1].map((column) => Math.max(0, ...rows.map((row) => Math.min(36, width(row[column] as string)))));
  const lines = rows.map(
    ([words, what, rule]) => `${padded(words as string, columns[0] as number)}  ${padded(what as string, columns[1] as number)}  ${rule}`,
  );
  for (const issue of issues) {
    const mention = value.find((one) => one.span[0] === issue.span?.[0]);
    lines.push(`${issue.severity}: ${mention ? `${printable(mention.text)}: ` : ''}${said(issue)} (${issue.code})`);
  }
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function shown({ edtf, duration, approximate, zone }: DateMention): string {
  const value = edtf ?? duration ?? '—';
  const marks = [approximate && !edtf?.endsWith('~') ? '≈' : '', zone && zone !== 'local' ? ` ${zone}` : ''].join('');
  return value + marks;
}

async function runLines(command: DatesCommand, io: DatesIo, pack: Pack): Promise<Status> {
  const packs = new Map<string, Pack>([[pack.code, pack]]);
  let status: Status = STATUS.read;
  let number = 0;
  let waiting = '';
  for await (const line of linesOf(io.stdin)) {
    number++;
    if (line.trim() === '') continue;
    const answer = await answerTo(line, command, packs, pack);
    if ('error' in answer) {
      status = STATUS.other;
      await io.stderr.write(`memcon: line ${number}: ${answer.error.message}\n`);
    }
    waiting += `${JSON.stringify(answer)}\n`;
    if (waiting.length < PIECE) continue;
    await io.stdout.write(waiting);
    waiting = '';
  }
  if (waiting) await io.stdout.write(waiting);
  return status;
}

type Id = string | number | null;
type Answer = { id: Id; dates: DateMention[] } | { id: Id; error: { code: string; message: string } };

async function answerTo(line: string, command: DatesCommand, packs: Map<string, Pack>, usual: Pack): Promise<Answer> {
  const refuse = (id: Id, code: string, message: string): Answer => ({ id, error: { code, message } });
  let asked: unknown;
  try {
    asked = JSON.parse(line);
  } catch (error) {
    return refuse(null, 'dates/bad-line', `This is no JSON (${(error as Error).message}). Write one object a line: {"id": 1, "text": "…"}.`);
  }
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
    return refuse(null, 'dates/bad-line', 'This is no object. Write one object a line: {"id": 1, "text": "…"}.');
  const { id: named = null, text, reference, language } = asked as Record<string, unknown>;
  const id = typeof named === 'string' || typeof named === 'number' ? named : null;
  if (typeof text !== 'string') return refuse(id, 'dates/bad-line', 'There is no "text". Give it as a string.');
  const published = reference ?? command.published;
  if (published !== undefined && (typeof published !== 'string' || !fromEdtf(published)))
    return refuse(
      id,
      'dates/bad-reference',
      `The reference ${JSON.stringify(published)} is no date. Give 2010-11-13 or 2010-11-13T13:00:00+09:00, or leave it out.`,
    );
  if (language !== undefined && language !== null && typeof language !== 'string')
    return refuse(id, 'dates/unknown-language', 'The language is no string. Give a code such as those of the languages folder, or leave it out.');
  const pack = await packOf(language ?? usual.code, packs);
  if (!pack)
    return refuse(id, 'dates/unknown-language', `Dates of the language "${language}" are not known. Languages are ${languageCodes().join(', ')}.`);
  return { id, dates: findDates(text, pack, published === undefined ? {} : { published: published as string }).value };
}

/** `ja`, also asked for as `ja-JP`. */
async function packOf(language: string, packs: Map<string, Pack>): Promise<Pack | undefined> {
  const known = packs.get(language);
  if (known) return known;
  const code = [language, language.split('-')[0] as string].find((one) => packs.has(one) || languageCodes().includes(one));
  if (code === undefined) return undefined;
  const pack = packs.get(code) ?? (await loadLanguage(code));
  if (!pack.dates) return undefined;
  packs.set(code, pack);
  packs.set(language, pack);
  return pack;
}

/** Lines as they come, their ends (also `\r\n`) taken off; the last one needs none. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  const pieces: string[] = [];
  for await (const bytes of input) {
    const words = decoder.decode(bytes, { stream: true });
    let start = 0;
    for (let end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', start)) {
      pieces.push(words.slice(start, end));
      yield pieces.join('').replace(/\r$/, '');
      pieces.length = 0;
      start = end + 1;
    }
    if (start < words.length) pieces.push(words.slice(start));
  }
  pieces.push(decoder.decode());
  const last = pieces.join('');
  if (last) yield last;
}

async function textOf(file: string, io: DatesIo): Promise<string> {
  const bytes: Uint8Array[] = [];
  if (file === '-') for await (const piece of io.stdin) bytes.push(piece);
  else {
    try {
      bytes.push(await readFile(resolve(io.cwd ?? '.', file)));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new Fault('cli/no-such-file', `The file "${file}" cannot be read (${code}).`, 'Check its name and whether you may read it.');
    }
  }
  const decoder = new TextDecoder('utf-8');
  return bytes.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}
