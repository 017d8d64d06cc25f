import { makeFault } from '../desk/faults.ts';
import { nameDocuments } from '../desk/files.ts';
import { loadLanguage, loadLanguages } from '../desk/languages.ts';
import type { Voice } from '../language/voice.ts';
import { FORMATS, runDates } from './dates.ts';
import type { Io, Status } from './io.ts';

/** Hands `memcon dates` its language: the one named, else the first whose dates are known. What cannot be is told in the user's language. */
export async function startDates(
  files: readonly string[],
  options: { language?: string | undefined; published?: string; jsonl?: boolean; format?: string },
  io: Io,
  voice: Voice,
): Promise<Status> {
  if (options.format !== undefined && !FORMATS.includes(options.format))
    throw makeFault(voice, 'cli/unknown-format', { name: options.format, formats: FORMATS.join(', ') });
  const named = await nameDocuments(files, io.cwd);
  if ('code' in named) throw makeFault(voice, named.code, named.values);
  if (named.folders > 0) throw makeFault(voice, 'cli/no-folder', { path: files.find((file) => file !== '-') ?? '' });
  const pack = options.language ? await loadLanguage(options.language) : (await loadLanguages()).find((each) => each.dates);
  if (!pack) throw new Error('no language knows dates');
  const { language: _, ...rest } = options;
  return runDates({ ...rest, files }, io, pack, voice.issue);
}
