import { archivePlace, inVoice, type OpenArchive, openArchive } from '../desk/archive.ts';
import { makeFault } from '../desk/faults.ts';
import type { Voice } from '../language/voice.ts';
import type { Io } from './io.ts';

/** What every command over the archive takes. */
export interface ArchiveCommand {
  readonly archive?: string;
  readonly format?: string;
}

/** Opens the archive for a command and closes it whatever happens; faults come in the user's language. */
export async function withArchive<R>(
  command: ArchiveCommand,
  io: Io,
  voice: Voice,
  work: (archive: OpenArchive) => Promise<R>,
  options: { readonly create?: boolean } = {},
): Promise<R> {
  const place = archivePlace({ archive: command.archive, env: io.env, cwd: io.cwd });
  const archive = await openArchive(place, voice, { create: options.create ?? false });
  try {
    return await work(archive);
  } catch (error) {
    throw inVoice(error, voice);
  } finally {
    await archive.close();
  }
}

/** Whether data is wanted as JSON; commands of the archive print that or text. */
export function asksJson(command: ArchiveCommand, voice: Voice): boolean {
  const { format = 'text' } = command;
  if (format !== 'text' && format !== 'json') throw makeFault(voice, 'cli/unknown-format', { name: format, formats: 'text, json' });
  return format === 'json';
}

/** The document that a person means by its id or the beginning of it. */
export async function idFrom(archive: OpenArchive, words: string, voice: Voice): Promise<string> {
  const ids = await archive.beginning(words.startsWith('d-') ? words : `d-${words}`);
  const [only, second] = ids;
  if (!only) throw makeFault(voice, 'archive/no-such-document', { id: words });
  if (second && !ids.includes(words)) throw makeFault(voice, 'archive/several-documents', { id: words, ids: ids.join(', ') });
  const row = await archive.document(second ? words : only);
  return row?.id ?? only;
}
