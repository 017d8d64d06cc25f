import { makeFault } from '../desk/faults.ts';
import { network, sign } from '../desk/outside.ts';
import type { Voice } from '../language/voice.ts';
import { openServer, type Server } from '../server.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { type ArchiveCommand, withArchive } from './with-archive.ts';

const PORT = 4870;

export interface ServeCommand extends ArchiveCommand {
  readonly port?: string;
  readonly host?: string;
  readonly name?: readonly string[];
  readonly who?: string;
  /** The samples are put into the archive first. */
  readonly samples?: boolean;
}

/** Serves the archive until the process is told to stop; a second time ends it at once. */
export async function runServe(command: ServeCommand, io: Io, voice: Voice): Promise<Status> {
  const words = command.port ?? String(PORT);
  const port = Number(words);
  if (!/^\d+$/.test(words) || port > 65535) throw makeFault(voice, 'cli/bad-port', { name: words });
  return withArchive(
    command,
    io,
    voice,
    async (archive) => {
      if (command.samples) {
        const { addSamples } = await import('../desk/incoming/samples.ts');
        const added = await addSamples(archive, 'Memcon');
        if (added > 0) await io.stderr.write(`${voice.label('samplesAdded', { n: added })}\n`);
      }
      let server: Server;
      try {
        server = await openServer({
          archive,
          network,
          sign: (who) => sign(who ?? command.who, io.env),
          report: (error) => void io.stderr.write(`memcon: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
          port,
          host: command.host,
          names: command.name,
        });
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EADDRINUSE' || code === 'EACCES')
          throw makeFault(voice, 'cli/port-taken', { name: words, other: String(port < 65000 ? port + 1 : PORT) });
        if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
          throw makeFault(voice, 'cli/bad-host', { name: command.host ?? '' });
        throw error;
      }
      if (server.open) await io.stderr.write(`memcon: ${voice.label('servingOpen')}\n`);
      await io.stdout.write(`${voice.label('serving', { address: server.address })}\n`);
      await new Promise<void>((stop) => {
        process.once('SIGINT', () => stop());
        process.once('SIGTERM', () => stop());
      });
      const now = () => process.exit(STATUS.other);
      process.once('SIGINT', now);
      process.once('SIGTERM', now);
      await server.close();
      process.off('SIGINT', now);
      process.off('SIGTERM', now);
      return STATUS.read;
    },
    { create: true },
  );
}
