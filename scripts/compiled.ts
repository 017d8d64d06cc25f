/** Keeps what V8 made of the program, once it has read a page: with it the functions that a reading calls. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { loadCompiled } from '../src/cli/compiled.ts';
import type { Io } from '../src/cli/io.ts';

/** What is kept has to be loaded too: one page says what reading needs. */
const SAMPLE = 'samples/2010-11-13-ru-foreign-ministers.txt';

export async function keepCompiled(dist: string): Promise<void> {
  const file = pathToFileURL(`${dist}/memcon-program.cjs`);
  const { exports, script } = loadCompiled<typeof import('../src/cli/process.ts')>(file);
  const nowhere = { write: async () => {}, isTTY: false };
  const io = { stdout: nowhere, stderr: nowhere, stdin: process.stdin, asks: false, env: {}, cwd: dist } as unknown as Io;
  for (const format of ['text', 'json']) await exports.main(['read', SAMPLE, '--format', format], io);
  writeFileSync(`${dist}/memcon-program.cjs.code`, script.createCachedData());
}
