import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeFault } from '../desk/faults.ts';
import { BRIEF_FORMATS, briefWanted, ENDINGS, isBriefFormat, makeBrief, publishBrief } from '../desk/following/brief.ts';
import { interfaceCodes, loadVoice } from '../desk/languages.ts';
import { today } from '../desk/outside.ts';
import type { Voice } from '../language/voice.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { type ArchiveCommand, withArchive } from './with-archive.ts';

export interface BriefCommand extends ArchiveCommand {
  readonly before?: string;
  readonly topics?: string;
  readonly pages?: string;
  readonly locale?: string;
  readonly output?: string;
}

export async function runBrief(dyad: string, command: BriefCommand, io: Io, voice: Voice): Promise<Status> {
  const { format = 'markdown', locale, output } = command;
  if (!isBriefFormat(format)) throw makeFault(voice, 'cli/unknown-format', { name: format, formats: BRIEF_FORMATS.join(', ') });
  const codes = await interfaceCodes();
  if (locale !== undefined && !codes.includes(locale)) throw makeFault(voice, 'cli/unknown-interface', { name: locale, languages: codes.join(', ') });
  if (output === undefined && (format === 'docx' || format === 'pdf') && io.stdout.isTTY)
    throw makeFault(voice, 'cli/brief-needs-output', { format: format.toUpperCase(), ending: ENDINGS[format] });
  const wanted = briefWanted(command, today(), voice);
  return withArchive(command, io, voice, async (archive) => {
    const frame = locale === undefined ? voice : await loadVoice(locale);
    const bytes = await publishBrief(await makeBrief(archive, dyad, { ...wanted, format }, frame), format, frame);
    if (output === undefined) await io.stdout.write(bytes);
    else await put(resolve(io.cwd, output), bytes, voice);
    return STATUS.read;
  });
}

async function put(path: string, bytes: Uint8Array, voice: Voice): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    throw makeFault(voice, 'cli/cannot-write', { path, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}
