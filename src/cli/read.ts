import { mkdir, open as openFile, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { makeFault } from '../desk/faults.ts';
import { type Named, type NamedDocument, type NameFault, nameDocuments, readBytes } from '../desk/incoming/files.ts';
import { needsProcess } from '../desk/incoming/guarded.ts';
import { readFilesBytes } from '../desk/incoming/open.ts';
import type { PassedOver } from '../desk/incoming/passed-over.ts';
import type { Document } from '../desk/incoming/ready.ts';
import { holdsSeveral, unpacked } from '../desk/incoming/unpacked.ts';
import { loadLanguage, loadLanguages } from '../desk/languages.ts';
import { HANDFUL } from '../desk/read.ts';
import { FORMATS, type Format, makeShow } from '../desk/show.ts';
import type { Pack } from '../language/pack.ts';
import type { Voice } from '../language/voice.ts';
import { printable, width } from '../publishing/columns.ts';
import { noTalksWords } from '../publishing/kind.ts';
import { recordsNoTalks } from '../record/kinds.ts';
import type { Reading } from '../record/reading.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { passedInArchive, passedOver } from './passed.ts';
import { makeProgress } from './progress.ts';

export interface ReadCommand {
  readonly format?: string;
  readonly language?: string;
  readonly published?: string;
  readonly explain?: boolean;
  readonly output?: string;
  readonly color?: boolean;
}

/** A page of no more bytes is read before the compiler could help. */
const SHORT = 12_288;

/** A handful of documents at a time is in memory, so that a folder may be of any size. */
export async function runRead(sources: readonly string[], command: ReadCommand, io: Io, voice: Voice): Promise<Status> {
  const format = (command.format ?? 'text') as Format;
  if (!FORMATS.includes(format)) throw makeFault(voice, 'cli/unknown-format', { name: format, formats: FORMATS.join(', ') });
  if (sources.length === 0) throw makeFault(voice, 'cli/nothing-to-read');

  const named = await nameDocuments(sources, io.cwd, { addresses: true });
  if ('code' in named) throw makeFault(voice, named.code, named.values);
  const passed: PassedOver[] = [];
  const documents = opened(named, io, passed);
  // What is piped in or fetched may be an archive, whatever its name: only what is in it tells.
  const first = sources.length > 1 || named.folders > 0 || sources.some(holdsSeveral) ? [] : await firstOf(documents, 2);
  const several = first.length !== 1;
  if (several) io.sparing?.();
  if (several || first.some((one) => 'bytes' in one && one.bytes.length > SHORT)) io.thorough?.();
  const out = await openOutput(command.output, several && format === 'html', sources, io, voice);

  const languages = command.language ? [await loadLanguage(command.language)] : (await loadLanguages()).filter((pack) => pack.language?.detect);
  const color = command.output === undefined && (command.color ?? wantsColor(io));
  const columns = command.output === undefined ? Math.min(io.stdout.columns ?? 80, 100) : 80;
  const show = await makeShow(format, voice, { color, columns, explain: command.explain ?? false, lines: several });
  const progress = makeProgress(io.stderr, voice);
  let read = 0;
  let withTalks = 0;
  let failed: NameFault | undefined;

  const fetched = named.addresses > 0;
  const handful: Document[] = [];
  let bytes = 0;

  try {
    for await (const one of joined(first, documents)) {
      if ('code' in one) {
        await giveAll();
        failed = one;
        if (several) await progress.aside(messageOf(one, voice));
        continue;
      }
      // what takes long to come or to open is given by itself, and those before it do not wait for it
      const alone = fetched || needsProcess(one.bytes, one.mediaType);
      if (alone) await giveAll();
      handful.push(one);
      bytes += one.bytes.length;
      if (alone || handful.length >= HANDFUL.documents || bytes >= HANDFUL.size) await giveAll();
    }
    await giveAll();
  } finally {
    await progress.end(read, withTalks);
    await io.stderr.write(passedOver(named.passed, voice));
    for (const over of passed) await io.stderr.write(passedInArchive(over, voice));
    await out.close();
  }

  async function giveAll(): Promise<void> {
    const these = handful.splice(0);
    bytes = 0;
    const readings = await readFilesBytes(
      these.map((document) => ({ bytes: document.bytes, mediaType: document.mediaType, url: document.url })),
      { languages: languages as Pack[], published: command.published },
    );
    for (const [i, document] of these.entries()) await give(document, readings[i] as Reading);
  }

  async function give(document: Document, reading: Reading): Promise<void> {
    await out.write((several ? headed(format, document.name, read) : '') + show(reading), document.name);
    read++;
    if (reading.talks.length > 0) withTalks++;
    else if (!several) await io.stderr.write(noTalks(reading, document.name, voice));
    if (several) await progress.aside(errorsOf(reading, document.name, voice));
    await progress.tell(read, document.name);
  }

  if (failed && !several) throw makeFault(voice, failed.code, failed.values);
  if (failed && read === 0 && failed.code === 'cli/empty-folder') return STATUS.misuse;
  if (failed) return STATUS.other;
  return withTalks > 0 ? STATUS.read : STATUS.noTalks;
}

/** The documents one by one, in the place of an archive what is in it. */
async function* opened(named: Named, io: Io, passed: PassedOver[]): AsyncGenerator<Document | NameFault> {
  for await (const found of named.documents) {
    const document = 'code' in found ? found : await open(found, io);
    if ('code' in document) yield document;
    else for await (const one of unpacked([document], (over) => passed.push(over))) if ('bytes' in one) yield one;
  }
}

async function open(found: NamedDocument, io: Io): Promise<Document | NameFault> {
  if (found.address) {
    const [{ fetchPageOr }, { network }] = await Promise.all([import('../desk/incoming/page.ts'), import('../desk/outside.ts')]);
    const page = await fetchPageOr(found.path, io.network ?? network);
    return 'fault' in page ? page.fault : page;
  }
  const bytes = await readBytes(found, io.cwd, io.stdin);
  return 'code' in bytes ? bytes : { name: found.name, mediaType: found.mediaType, bytes };
}

async function firstOf<T>(all: AsyncGenerator<T>, most: number): Promise<T[]> {
  const first: T[] = [];
  while (first.length < most) {
    const { value, done } = await all.next();
    if (done) break;
    first.push(value);
  }
  return first;
}

async function* joined<T>(first: readonly T[], rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

/** That no talks were found, and what may be why. */
function noTalks(reading: Reading, file: string, voice: Voice): string {
  const { title, kind } = reading.document;
  const name = title?.value ?? file;
  const why = reading.issues.filter(({ severity, code }) => severity !== 'info' && /^(?:intake|language)\//.test(code));
  const { words, cure } = noTalksWords(reading, voice);
  const said = why.length === 0 && kind && recordsNoTalks(kind) ? `${words}: ${voice.phrases.textKinds[kind.value]}` : undefined;
  return [
    said === undefined
      ? `memcon: ${why.length === 0 ? words : voice.label('noTalks')}${name ? `: ${short(name)}` : ''}`
      : `memcon: ${said}${name ? `, ${short(name)}` : ''}`,
    ...why.map((issue) => `${INDENT}${printable(voice.issue(issue))}`),
    ...(why.length === 0 && cure ? [`${INDENT}${cure}`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** What of a file could not be read, where several are. */
function errorsOf({ issues }: Reading, file: string, voice: Voice): string {
  const errors = issues.filter(({ severity, code }) => severity === 'error' && code.startsWith('intake/'));
  if (errors.length === 0) return '';
  return `memcon: ${printable(file)}\n${errors.map((issue) => `${INDENT}${printable(voice.issue(issue))}\n`).join('')}`;
}

function short(name: string): string {
  return printable(name).replace(/\s+/g, ' ').slice(0, 120);
}

/** What parts the documents of one output, with their names. */
function headed(format: Format, name: string, before: number): string {
  if (format === 'text') {
    const title = `── ${printable(name)} `;
    return `${before > 0 ? '\n' : ''}${title}${'─'.repeat(Math.max(0, 80 - width(title)))}\n\n`;
  }
  if (format === 'markdown') return before > 0 ? '\n---\n\n' : '';
  return '';
}

/** Under the words after "memcon: ". */
const INDENT = ' '.repeat(8);

function messageOf(of: NameFault, voice: Voice): string {
  const said = makeFault(voice, of.code, of.values);
  return `memcon: ${said.problem}\n${INDENT}${said.cure}\n`;
}

export function wantsColor(io: Io): boolean {
  if (io.env.NO_COLOR) return false;
  if (io.env.FORCE_COLOR && io.env.FORCE_COLOR !== '0') return true;
  return io.stdout.isTTY && io.env.TERM !== 'dumb';
}

interface Out {
  write(words: string, name: string): Promise<void>;
  close(): Promise<void>;
}

async function openOutput(output: string | undefined, pages: boolean, sources: readonly string[], io: Io, voice: Voice): Promise<Out> {
  if (output === undefined) {
    if (pages) throw makeFault(voice, 'cli/output-needs-folder');
    return { write: (words) => io.stdout.write(words), close: async () => {} };
  }
  const path = resolve(io.cwd, output);
  if (sources.some((source) => source !== '-' && resolve(io.cwd, source) === path) && !pages)
    throw makeFault(voice, 'cli/output-is-source', { path: output });
  const cannot = (error: unknown) =>
    makeFault(voice, 'cli/cannot-write', { path: output, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  if (pages) return openPages(path, output, voice);
  try {
    const file = await openFile(path, 'w');
    return {
      write: async (words) => {
        await file.write(words).catch((error: unknown) => Promise.reject(cannot(error)));
      },
      close: () => file.close(),
    };
  } catch (error) {
    throw cannot(error);
  }
}

/** A page a document, named after it; two of one name get a number. */
async function openPages(folder: string, output: string, voice: Voice): Promise<Out> {
  const cannot = (reason: string) => makeFault(voice, 'cli/cannot-write', { path: output, reason });
  const there = await stat(folder).catch(() => undefined);
  if (!there) await mkdir(folder).catch((error: NodeJS.ErrnoException) => Promise.reject(cannot(error.code ?? error.message)));
  else if (!there.isDirectory()) throw cannot('ENOTDIR');
  const taken = new Set<string>();
  return {
    async write(words, name) {
      const stem = basename(name, extname(name));
      let page = `${stem}.html`;
      for (let n = 2; taken.has(page); n++) page = `${stem}-${n}.html`;
      taken.add(page);
      const file = await openFile(join(folder, page), 'w').catch((error: NodeJS.ErrnoException) =>
        Promise.reject(makeFault(voice, 'cli/cannot-write', { path: join(output, page), reason: error.code ?? error.message })),
      );
      await file.write(words);
      await file.close();
    },
    close: async () => {},
  };
}
