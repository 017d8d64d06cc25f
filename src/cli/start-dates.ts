import { loadLanguage, loadLanguages } from '../desk/languages.ts';
import { runDates } from './dates.ts';
import type { Io, Status } from './io.ts';

/** Hands `memcon dates` its language: the one named, else the first whose dates are known. */
export async function startDates(
  files: readonly string[],
  options: { language?: string; published?: string; jsonl?: boolean; format?: string },
  io: Io,
): Promise<Status> {
  const pack = options.language ? await loadLanguage(options.language) : (await loadLanguages()).find((each) => each.dates);
  if (!pack) throw new Error('no language knows dates');
  return runDates({ ...options, files }, io, pack);
}
