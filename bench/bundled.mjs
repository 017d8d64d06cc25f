/** Files of src/ as one module, for what a bench needs and no entry of the library has. */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(root, 'package.json'));

/** @param files without folder and ending: `desk/ledger`. @returns all that they export. */
export async function bundled(files) {
  const outfile = join(root, 'dist', `.bench-${process.pid}.mjs`);
  await require('esbuild').build({
    stdin: { contents: files.map((name) => `export * from './src/${name}.ts';`).join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    external: ['better-sqlite3'],
    define: { MEMCON_BUILT: 'true' },
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
