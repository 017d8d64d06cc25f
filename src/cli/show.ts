import { makeFault } from '../desk/faults.ts';
import { FORMATS, type Format, makeShow } from '../desk/show.ts';
import type { Voice } from '../language/voice.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { wantsColor } from './read.ts';
import { type ArchiveCommand, idFrom, withArchive } from './with-archive.ts';

export interface ShowCommand extends ArchiveCommand {
  readonly version?: string;
  readonly machine?: boolean;
  readonly source?: boolean;
  readonly explain?: boolean;
  readonly color?: boolean;
}

/** The record as it stands, with people's corrections; or the machine's reading; or the bytes as they came. */
export async function runShow(id: string, command: ShowCommand, io: Io, voice: Voice): Promise<Status> {
  const format = (command.format ?? 'text') as Format;
  if (!FORMATS.includes(format)) throw makeFault(voice, 'cli/unknown-format', { name: format, formats: FORMATS.join(', ') });
  if (command.version !== undefined && !/^[1-9]\d{0,5}$/.test(command.version))
    throw makeFault(voice, 'archive/no-such-version', { id, n: command.version });
  const n = command.version === undefined ? undefined : Number(command.version);
  return withArchive(command, io, voice, async (archive) => {
    const document = await idFrom(archive, id, voice);
    if (command.source) {
      const source = await archive.source(document, n);
      if (!source) throw makeFault(voice, 'archive/no-such-version', { id, n: command.version ?? '' });
      await io.stdout.write(source.bytes);
      return STATUS.read;
    }
    const reading = command.machine ? await archive.reading(document, n) : (await archive.standing(document, n))?.reading;
    if (!reading) throw makeFault(voice, 'archive/no-such-version', { id, n: command.version ?? '' });
    const columns = Math.min(io.stdout.columns ?? 80, 100);
    const show = await makeShow(format, voice, { color: command.color ?? wantsColor(io), columns, explain: command.explain ?? false });
    await io.stdout.write(show(reading));
    return STATUS.read;
  });
}
