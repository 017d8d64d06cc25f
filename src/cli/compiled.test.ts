/** A program is run by what was kept of it, and without where that does not fit. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { loadCompiled } from './compiled.ts';

const folder = mkdtempSync(join(tmpdir(), 'memcon-compiled-'));
const path = join(folder, 'program.cjs');
const file = pathToFileURL(path);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = () => loadCompiled<{ readonly twice: (n: number) => number; readonly at: string; readonly sep: string }>(file);

// Each is a program of its own: V8 remembers what it compiled in this process.
test.each<[what: string, keep: (program: string) => void, rejected: boolean | undefined]>([
  ['nothing is kept', () => {}, undefined],
  ['what is kept fits', () => writeFileSync(`${path}.code`, load().script.createCachedData()), false],
  ['what is kept is of another program', (program) => writeFileSync(path, `${program} // and longer`), true],
  ['what is kept is damaged', () => writeFileSync(`${path}.code`, 'not code'), true],
])('%s', (what, keep, rejected) => {
  const program = `(function (exports, require, module, __filename) { ${PROGRAM} /* ${what} */ })`;
  writeFileSync(path, program);
  keep(program);
  const { exports, script } = load();
  expect(exports.twice(21)).toBe(42);
  expect(exports.at).toBe(path);
  expect(exports.sep).toMatch(/^[/\\]$/);
  expect(script.cachedDataRejected).toBe(rejected);
});

const PROGRAM = "exports.twice = (n) => 2 * n; exports.at = __filename; exports.sep = require('node:path').sep;";
