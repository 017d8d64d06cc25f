/** A file to a source or to a record, whatever its format; the tables that some PDF files need stand beside the program. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSource } from '../intake/open.ts';
import type { LetterTables } from '../intake/unpacking.ts';
import type { Reading } from '../record/reading.ts';
import { type ReadOptions, readDocument } from './read.ts';

/** True in a build, where esbuild puts it in; a checkout has no such name. */
declare const MEMCON_BUILT: boolean | undefined;

/** As `readDocument`, of files of every format that is read. Never throws for what is in the file. */
export async function readFileBytes(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { mediaType, url } = options;
  return readDocument(await openSource(bytes, { mediaType, url, letterTables }), options);
}

const letterTables: LetterTables = async (name) => {
  // The name comes out of a file.
  if (!/^[A-Za-z0-9-]{1,60}$/.test(name)) throw new Error('no such table');
  return new Uint8Array(await readFile(`${folderOfTables()}${name}.bcmap`));
};

function folderOfTables(): string {
  if (typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT) return fileURLToPath(new URL('./letter-tables/', import.meta.url));
  return `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/cmaps/`;
}
