/** How the program and the library are put together: what the build and the test in a browser share. */
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Only names of encodings are wanted of `whatwg-encoding`; see encoding-labels.cjs. */
const encodingLabels: Plugin = {
  name: 'encoding-labels',
  setup(build) {
    build.onResolve({ filter: /^whatwg-encoding$/ }, () => ({ path: `${root}scripts/encoding-labels.cjs` }));
  },
};

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outdir: `${root}dist`,
  legalComments: 'none',
  logLevel: 'warning',
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  define: { MEMCON_BUILT: 'true' },
  plugins: [encodingLabels],
};

export const program: BuildOptions = {
  ...shared,
  entryPoints: {
    memcon: 'src/cli/memcon.ts',
    'memcon-files': 'src/files-guarded.ts',
    'memcon-reading-thread': 'src/desk/reading-thread.ts',
    'memcon-opening-thread': 'src/desk/opening-thread.ts',
  },
  platform: 'node',
  splitting: true,
  chunkNames: 'memcon-[name]-[hash]',
  // Made for the machine it runs on; it stands beside the program among its packages.
  external: ['better-sqlite3'],
  // Packages of the CommonJS kind ask for Node's own modules by require().
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as memconRequire } from 'node:module';\nconst require = memconRequire(import.meta.url);",
  },
};

/** One file without anything of Node in it. */
export const library: BuildOptions = { ...shared, entryPoints: { index: 'src/index.ts' }, platform: 'browser' };

/** What opens files of other formats, and what it loads for each: nothing of Node in it either. */
export const files: BuildOptions = {
  ...shared,
  entryPoints: { files: 'src/files.ts' },
  platform: 'browser',
  splitting: true,
  chunkNames: 'files-[name]-[hash]',
};
