import { makeFault } from '../desk/faults.ts';
import type { Voice } from '../language/voice.ts';
import { openServer, type Server } from '../server.ts';
import { type Io, STATUS, type Status } from './io.ts';

const PORT = 4870;

/** Serves until the process is told to stop. */
export async function runServe(options: { readonly port?: string }, io: Io, voice: Voice): Promise<Status> {
  const words = options.port ?? String(PORT);
  const port = Number(words);
  if (!/^\d+$/.test(words) || port > 65535) throw makeFault(voice, 'cli/bad-port', { name: words });
  let server: Server;
  try {
    server = await openServer(port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES')
      throw makeFault(voice, 'cli/port-taken', { name: words, other: String(port < 65000 ? port + 1 : PORT) });
    throw error;
  }
  await io.stdout.write(`${voice.label('serving', { address: server.address })}\n`);
  await new Promise<void>((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
  await server.close();
  return STATUS.read;
}
