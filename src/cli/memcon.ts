/** Starts the program: from its sources in a checkout, in a build from the one file that stands beside this one, already compiled. */
import { loadCompiled } from './compiled.ts';

/** True in a build, where esbuild puts it in; a checkout has no such name. */
declare const MEMCON_BUILT: boolean | undefined;

const { runHere } =
  typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT
    ? loadCompiled<typeof import('./process.ts')>(new URL('./memcon-program.cjs', import.meta.url)).exports
    : await import('./process.ts');
await runHere();
