/** Joins the command line to this process. */
import { setFlagsFromString } from 'node:v8';
import type { Io, Output } from './io.ts';
import { main } from './main.ts';

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (words) =>
      new Promise((done, fail) => {
        stream.write(words, (error) => (error ? fail(error) : done()));
      }),
    isTTY: stream.isTTY ?? false,
    ...(stream.columns !== undefined && { columns: stream.columns }),
  };
}

let stop: AbortController | undefined;
/** The first Ctrl-C asks to stop, the second ends the process. */
function interrupted(): AbortSignal {
  if (!stop) {
    const made = new AbortController();
    process.once('SIGINT', () => made.abort());
    process.once('SIGTERM', () => made.abort());
    stop = made;
  }
  return stop.signal;
}

/**
 * One page is read before what V8 optimises meanwhile could be of use: a quarter of the processor's time goes there. Only in the version in
 * which that was measured (Node 20); later ones have another compiler between.
 */
function isQuick(command: string | undefined, v8: string): boolean {
  return command === 'read' && v8.startsWith('11.');
}

export async function runHere(): Promise<void> {
  // What one document leaves behind is collected before the memory of ten more is asked for: a folder of any size fits in 150 MB.
  setFlagsFromString('--heap-growing-percent=40');
  const quick = isQuick(process.argv[2], process.versions.v8);
  if (quick) setFlagsFromString('--no-opt');
  // A reader that went away (`memcon read … | head`) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const io: Io = {
    asks: process.stdin.isTTY ?? false,
    interrupted,
    // New objects keep the little room that they begin with: 20 MB less on any Node. For one page it would cost a third of the time.
    sparing: () => setFlagsFromString('--semi-space-growth-factor=1'),
    ...(quick && { thorough: () => setFlagsFromString('--opt') }),
    stdin: process.stdin,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    cwd: process.cwd(),
  };
  process.exitCode = await main(process.argv.slice(2), io);
}

export { main };
