/** `memcon dates`: the dates of plain texts, or of many short texts one a line. */
import { createReadStream } from 'node:fs';
import { makeFault } from '../desk/faults.ts';
import { type NamedDocument, nameDocuments, readBytes, STANDARD_INPUT } from '../desk/incoming/files.ts';
import { toPlainText } from '../desk/incoming/plain.ts';
import { languageCodes, loadLanguage, loadLanguages } from '../desk/languages.ts';
import { detectLanguage } from '../language/detect.ts';
import type { Pack } from '../language/pack.ts';
import type { Voice } from '../language/voice.ts';
import { padded, printable, width } from '../publishing/columns.ts';
import { findDates } from '../reading/dates.ts';
import type { Stage } from '../reading/stage.ts';
import type { DateMention } from '../record/reading.ts';
import { fromEdtf } from '../time/edtf.ts';
import { type Io, STATUS, type Status } from './io.ts';

export interface DatesCommand {
  readonly published?: string;
  readonly language?: string | undefined;
  /** Read JSON Lines `{id, text, reference, language}`, write `{id, dates}`. */
  readonly jsonl?: boolean;
  readonly format?: string;
}

const FORMATS = ['text', 'json'];
/** Written lines are handed on in pieces of about this many characters. */
const PIECE = 1 << 16;
/** The least that a language must come to: see `detectLanguage`. */
const FEW_WORDS = 0.05;

/**
 * @param sources plain texts; none, or `-`: standard input.
 * @param command its language is one whose dates are known.
 * @returns 0; 1 where a line could not be read (the others are written all the same).
 * @throws Fault where a file, a format or a language does not exist, before anything is written.
 */
export async function runDates(sources: readonly string[], command: DatesCommand, io: Io, voice: Voice): Promise<Status> {
  const format = command.format ?? 'text';
  if (!FORMATS.includes(format)) throw makeFault(voice, 'cli/unknown-format', { name: format, formats: FORMATS.join(', ') });
  const named = await nameDocuments(sources.length === 0 ? [STANDARD_INPUT] : sources, io.cwd);
  if ('code' in named) throw makeFault(voice, named.code, named.values);
  if (named.folders > 0) throw makeFault(voice, 'cli/no-folder', { path: sources.find((source) => source !== STANDARD_INPUT) ?? '' });
  const packs = (command.language ? [await loadLanguage(command.language)] : await loadLanguages()).filter((each) => each.dates);
  if (packs.length === 0) throw new Error('no language knows dates');
  const several = sources.length > 1;
  let status: Status = STATUS.read;
  for await (const found of named.documents) {
    if ('code' in found) throw makeFault(voice, found.code, found.values);
    if (command.jsonl) {
      if ((await runLines(found, command, io, packs, voice)) !== STATUS.read) status = STATUS.other;
      continue;
    }
    const text = await textOf(found, io, voice);
    const dates = findDates(text, packOf(text, packs), command.published === undefined ? {} : { published: command.published });
    if (format === 'json')
      await io.stdout.write(
        several ? `${JSON.stringify({ source: found.name, dates: dates.value })}\n` : `${JSON.stringify(dates.value, null, 2)}\n`,
      );
    else await io.stdout.write(`${several ? `${printable(found.name)}\n` : ''}${table(dates, voice)}`);
  }
  return status;
}

/** The language that a text, be it a few words, is most likely written in. */
function packOf(text: string, packs: readonly Pack[]): Pack {
  return (packs.length > 1 ? detectLanguage(text, packs, FEW_WORDS) : undefined) ?? (packs[0] as Pack);
}

async function textOf(document: NamedDocument, io: Io, voice: Voice): Promise<string> {
  const bytes = await readBytes(document, io.cwd, io.stdin);
  if ('code' in bytes) throw makeFault(voice, bytes.code, bytes.values);
  return toPlainText(bytes);
}

/** Words, value and rule of each mention, then the doubts. */
function table({ value, issues }: Stage<DateMention[]>, voice: Voice): string {
  const rows = value.map((mention) => [printable(mention.text).replaceAll('\n', ' '), shown(mention), mention.rule ?? '']);
  const columns = [0, 1].map((column) => rows.reduce((most, row) => Math.max(most, Math.min(36, width(row[column] as string))), 0));
  const lines = rows.map(
    ([words, what, rule]) => `${padded(words as string, columns[0] as number)}  ${padded(what as string, columns[1] as number)}  ${rule}`,
  );
  const mentions = new Map(value.map((mention) => [mention.span[0], mention]));
  for (const issue of issues) {
    const mention = issue.span && mentions.get(issue.span[0]);
    const place = mention ? `${printable(mention.text)}: ` : '';
    lines.push(`${voice.phrases.severities[issue.severity]}: ${place}${voice.issue(issue)} (${issue.code})`);
  }
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function shown({ edtf, duration, approximate, zone }: DateMention): string {
  const value = edtf ?? duration ?? '—';
  const marks = [approximate && !edtf?.endsWith('~') ? '≈' : '', zone && zone !== 'local' ? ` ${zone}` : ''].join('');
  return value + marks;
}

async function runLines(document: NamedDocument, command: DatesCommand, io: Io, usual: readonly Pack[], voice: Voice): Promise<Status> {
  const lines: Lines = { command, voice, packs: new Map(usual.map((pack) => [pack.code, pack])), usual, strange: new Set() };
  let status: Status = STATUS.read;
  let number = 0;
  let waiting = '';
  const aside = async (words: string): Promise<void> => {
    await io.stderr.write(`memcon: ${document.path === STANDARD_INPUT ? '' : `${document.name}: `}${voice.label('line', { n: number })}: ${words}\n`);
  };
  try {
    for await (const line of linesOf(document.path === STANDARD_INPUT ? io.stdin : createReadStream(document.path))) {
      number++;
      if (line.trim() === '') continue;
      const { answer, fields } = await answerTo(line, lines);
      if (answer.error) {
        status = STATUS.other;
        await aside(answer.error.message);
      }
      if (fields.length > 0) await aside(voice.label('unknownField', { names: fields.join(', ') }));
      waiting += `${JSON.stringify(answer)}\n`;
      if (waiting.length < PIECE) continue;
      await io.stdout.write(waiting);
      waiting = '';
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === undefined) throw error;
    throw makeFault(voice, 'cli/cannot-read', { path: document.name, reason });
  } finally {
    if (waiting) await io.stdout.write(waiting);
  }
  return status;
}

interface Lines {
  readonly command: DatesCommand;
  readonly voice: Voice;
  readonly packs: Map<string, Pack>;
  /** Those that a line without a language may be in. */
  readonly usual: readonly Pack[];
  /** Fields that are not of the contract and have been told of. */
  readonly strange: Set<string>;
}

interface Answer {
  readonly id: string | number | null;
  readonly dates: DateMention[];
  /** Why the line could not be read. */
  readonly error?: { readonly code: string; readonly message: string };
}

const FIELDS = ['id', 'text', 'reference', 'language'];

/** What one line asks for, and the fields of it that nobody has heard of. */
async function answerTo(line: string, lines: Lines): Promise<{ answer: Answer; fields: string[] }> {
  const { command, voice, usual, strange } = lines;
  let id: Answer['id'] = null;
  const fields: string[] = [];
  const refuse = (code: string, values: Record<string, string>): { answer: Answer; fields: string[] } => {
    const { problem, cure } = makeFault(voice, code, values);
    return { answer: { id, dates: [], error: { code, message: `${problem} ${cure}` } }, fields };
  };
  let asked: unknown;
  try {
    asked = JSON.parse(line);
  } catch (error) {
    return refuse('dates/no-json', { reason: (error as Error).message });
  }
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return refuse('dates/no-object', {});
  const { id: named, text, reference, language } = asked as Record<string, unknown>;
  if (typeof named === 'string' || typeof named === 'number') id = named;
  for (const field of Object.keys(asked))
    if (!FIELDS.includes(field) && !strange.has(field)) {
      strange.add(field);
      fields.push(field);
    }
  if (typeof text !== 'string') return refuse('dates/no-text', {});
  const published = reference ?? command.published;
  if (published !== undefined && (typeof published !== 'string' || !fromEdtf(published)))
    return refuse('dates/bad-reference', { reference: JSON.stringify(published) });
  const pack = language === undefined || language === null ? packOf(text, usual) : await known(language, lines.packs);
  if (!pack) return refuse('dates/unknown-language', { name: String(language), languages: [...lines.packs.keys()].join(', ') });
  return { answer: { id, dates: findDates(text, pack, published === undefined ? {} : { published: published as string }).value }, fields };
}

/** `ja`, also asked for as `ja-JP`. */
async function known(language: unknown, packs: Map<string, Pack>): Promise<Pack | undefined> {
  if (typeof language !== 'string') return undefined;
  const code = [language, language.split('-')[0] as string].find((one) => packs.has(one) || languageCodes().includes(one));
  if (code === undefined) return undefined;
  const pack = packs.get(code) ?? (await loadLanguage(code));
  if (!pack.dates) return undefined;
  packs.set(code, pack);
  return pack;
}

/** Lines as they come, their ends (also `\r\n`) and a byte order mark taken off; the last one needs no end. */
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
