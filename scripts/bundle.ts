/** How the program and the library are put together: what the build and the test in a browser share. */
import { writeFileSync } from 'node:fs';
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

/** Commander starts other programs for a kind of command that we have none of: Node's part for it takes 5 ms to load. */
const noPrograms: Plugin = {
  name: 'no-programs',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'empty' } : undefined,
    );
    build.onLoad({ filter: /^/, namespace: 'empty' }, () => ({ contents: '' }));
  },
};

const FILE_URL = "const memconUrl = require('node:url').pathToFileURL(__filename).href;";
const commonJs: BuildOptions = {
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  define: { MEMCON_BUILT: 'true', 'import.meta.url': 'memconUrl' },
};

/** What writes PDF and DOCX is a third of all code, and is loaded where one is written. */
const WRITERS = ['docx', 'pdfkit'];
const writersApart: Plugin = {
  name: 'writers-apart',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(?:${WRITERS.join('|')})$`) }, ({ path }) => ({ path: `./memcon-${path}.cjs`, external: true }));
  },
};

export const writers: BuildOptions = {
  ...shared,
  entryPoints: Object.fromEntries(WRITERS.map((name) => [`memcon-${name}`, name])),
  ...commonJs,
  banner: { js: FILE_URL },
  // Who asks by require() is given what the package gives by default, as Node does.
  footer: { js: 'module.exports = module.exports.default ?? module.exports;' },
};

/**
 * esbuild escapes the signs of strings but not those of regular expressions and templates. A file of ASCII alone is read as it lies, where
 * decoding one of this size takes 10 ms.
 */
const asciiOnly: Plugin = {
  name: 'ascii-only',
  setup(build) {
    build.onEnd(({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles)
        writeFileSync(
          path,
          text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
        );
    });
  },
};

/** The program is one file, so that its compiled form can be kept (`src/cli/compiled.ts`). */
export const program: BuildOptions = {
  ...shared,
  entryPoints: { 'memcon-program': 'src/cli/process.ts' },
  ...commonJs,
  // Made for the machine it runs on; it stands beside the program among its packages.
  external: ['better-sqlite3'],
  plugins: [encodingLabels, noPrograms, writersApart, asciiOnly],
  write: false,
  // As one function, the file is a script as it lies: put around it when it is loaded, these words would copy it.
  banner: { js: `(function (exports, require, module, __filename) { ${FILE_URL}` },
  footer: { js: '})' },
};

/** What starts the program, its threads and processes, and what opens files for others: each loads what it needs. */
export const parts: BuildOptions = {
  ...shared,
  entryPoints: {
    memcon: 'src/cli/memcon.ts',
    'memcon-files': 'src/files-guarded.ts',
    'memcon-reading-thread': 'src/desk/incoming/reading-thread.ts',
    'memcon-opening-process': 'src/desk/incoming/opening-process.ts',
  },
  platform: 'node',
  splitting: true,
  chunkNames: 'memcon-[name]-[hash]',
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
