import { open, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { makeFault } from '../desk/faults.ts';
import { type NamedDocument, type NameFault, nameDocuments, readBytes } from '../desk/files.ts';
import { loadLanguage, loadLanguages } from '../desk/languages.ts';
import { readDocument } from '../desk/read.ts';
import { FORMATS, type Format, makeShow } from '../desk/show.ts';
import type { Pack } from '../language/pack.ts';
import type { Voice } from '../language/voice.ts';
import type { Reading } from '../record/reading.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { makeProgress } from './progress.ts';

export interface ReadCommand {
  readonly format?: string;
  readonly language?: string;
  readonly published?: string;
  readonly explain?: boolean;
  readonly output?: string;
  readonly color?: boolean;
}

/** One document at a time is in memory, so that a folder may be of any size. */
export async function runRead(sources: readonly string[], command: ReadCommand, io: Io, voice: Voice): Promise<Status> {
  const format = (command.format ?? 'text') as Format;
  if (!FORMATS.includes(format)) throw makeFault(voice, 'cli/unknown-format', { name: format, formats: FORMATS.join(', ') });
  if (sources.length === 0) throw makeFault(voice, 'cli/nothing-to-read');

  const fromInput = sources.length === 1 && sources[0] === '-';
  const named = fromInput ? { folders: 0, documents: [] } : await nameDocuments(sources, io.cwd);
  if ('code' in named) throw makeFault(voice, named.code, named.values);
  const several = sources.length > 1 || named.folders > 0;
  const out = await openOutput(command.output, several && format === 'html', sources, io, voice);

  const languages = command.language ? [await loadLanguage(command.language)] : (await loadLanguages()).filter((pack) => pack.language?.detect);
  const color = command.output === undefined && (command.color ?? wantsColor(io));
  const columns = command.output === undefined ? Math.min(io.stdout.columns ?? 80, 100) : 80;
  const show = await makeShow(format, voice, { color, columns, explain: command.explain ?? false, lines: several });
  const progress = makeProgress(io.stderr, voice);
  let read = 0;
  let withTalks = 0;
  let failed: NameFault | undefined;

  try {
    if (fromInput) await give({ name: '-', path: '-' }, await bytesOf(io.stdin));
    for await (const found of named.documents) {
      const bytes = 'code' in found ? found : await readBytes(found, io.cwd);
      if ('code' in bytes) {
        failed = bytes;
        if (several) await progress.aside(`memcon: ${messageOf(bytes, voice)}\n`);
      } else await give(found as NamedDocument, bytes);
    }
  } finally {
    await progress.end(read, withTalks);
    await out.close();
  }

  async function give(document: NamedDocument, bytes: Uint8Array): Promise<void> {
    const reading = readDocument(bytes, { languages: languages as Pack[], published: command.published, mediaType: document.mediaType });
    await out.write(between(format, read) + show(reading), document.name);
    read++;
    if (reading.talks.length > 0) withTalks++;
    else if (!several) await io.stderr.write(noTalks(reading, voice));
    await progress.tell(read, document.name);
  }

  if (failed && !several) throw makeFault(voice, failed.code, failed.values);
  if (failed && read === 0 && failed.code === 'cli/empty-folder') return STATUS.misuse;
  if (failed) return STATUS.other;
  return withTalks > 0 ? STATUS.read : STATUS.noTalks;
}

function noTalks(reading: Reading, voice: Voice): string {
  const name = reading.document.title?.value;
  return `memcon: ${voice.label('noTalks')}${name ? `: ${name.replace(/\p{C}+/gu, ' ').slice(0, 120)}` : ''}\n`;
}

/** What stands between two documents of one output. */
function between(format: Format, before: number): string {
  if (before === 0) return '';
  if (format === 'text') return `\n${'═'.repeat(80)}\n\n`;
  if (format === 'markdown') return '\n---\n\n';
  return '';
}

function messageOf(of: NameFault, voice: Voice): string {
  const said = makeFault(voice, of.code, of.values);
  return `${said.problem} ${said.cure}`;
}

function wantsColor(io: Io): boolean {
  if (io.env.NO_COLOR) return false;
  if (io.env.FORCE_COLOR && io.env.FORCE_COLOR !== '0') return true;
  return io.stdout.isTTY && io.env.TERM !== 'dumb';
}

async function bytesOf(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of input) pieces.push(piece);
  return Buffer.concat(pieces);
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
    const file = await open(path, 'w');
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
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw makeFault(voice, 'cli/cannot-write', { path: output, reason: 'ENOTDIR' });
  const taken = new Set<string>();
  return {
    async write(words, name) {
      const stem = basename(name, extname(name));
      let page = `${stem}.html`;
      for (let n = 2; taken.has(page); n++) page = `${stem}-${n}.html`;
      taken.add(page);
      const file = await open(join(folder, page), 'w').catch((error: NodeJS.ErrnoException) =>
        Promise.reject(makeFault(voice, 'cli/cannot-write', { path: join(output, page), reason: error.code ?? error.message })),
      );
      await file.write(words);
      await file.close();
    },
    close: async () => {},
  };
}
