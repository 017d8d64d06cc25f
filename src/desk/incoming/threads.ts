/** Threads of the program: each runs one file of this folder, as it stands in a build or in a checkout. */
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** True in a build, where esbuild puts it in; a checkout has no such name. */
declare const MEMCON_BUILT: boolean | undefined;
const built = typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT;

export function startThread(name: 'reading-thread'): Worker {
  if (built) return new Worker(fileURLToPath(new URL(`./memcon-${name}.js`, import.meta.url)));
  // A thread of a checkout learns TypeScript first.
  const [loader, file] = [
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
    new URL(`./${name}.ts`, import.meta.url).href,
  ];
  return new Worker(
    `import(${JSON.stringify(pathToFileURL(loader).href)}).then(({ register }) => { register(); return import(${JSON.stringify(file)}); });`,
    { eval: true },
  );
}
