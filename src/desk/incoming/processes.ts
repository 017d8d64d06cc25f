/** Processes of the program beside it: each runs one file of this folder, as it stands in a build or in a checkout. */
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** True in a build, where esbuild puts it in; a checkout has no such name. */
declare const MEMCON_BUILT: boolean | undefined;
const built = typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT;

/** @param objects megabytes of objects that the process may hold: beyond them the runtime ends it, whatever it is doing. */
export async function startProcess(name: 'opening-process', objects: number): Promise<ChildProcess> {
  const limit = `--max-old-space-size=${objects}`;
  if (built) return fork(fileURLToPath(new URL(`./memcon-${name}.js`, import.meta.url)), [limit]);
  // A process of a checkout learns TypeScript first.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fork(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), [limit, '--import', loader]);
}

/** Loaded where one is started: it takes 5 ms. */
export async function fork(file: string, execArgv: readonly string[]): Promise<ChildProcess> {
  const { fork: start } = await import('node:child_process');
  // Bytes and texts go over as they are; what the runtime says when it ends a process is told by us.
  return start(file, { execArgv: [...execArgv], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
}
