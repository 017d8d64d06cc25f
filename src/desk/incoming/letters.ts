/** The tables that some PDF files need to say which code is which letter; they stand beside the program. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LetterTables } from '../../intake/unpacking.ts';

/** True in a build, where esbuild puts it in; a checkout has no such name. */
declare const MEMCON_BUILT: boolean | undefined;

export const letterTables: LetterTables = async (name) => {
  // The name comes out of a file.
  if (!/^[A-Za-z0-9-]{1,60}$/.test(name)) throw new Error('no such table');
  return new Uint8Array(await readFile(`${folderOfTables()}${name}.bcmap`));
};

function folderOfTables(): string {
  if (typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT) return fileURLToPath(new URL('./letter-tables/', import.meta.url));
  return `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/cmaps/`;
}
