/**
 * `npm test`: everything that must hold. `npm test -- WORD…` runs only the tests whose file names hold a word.
 * Each step's status counts, so that one run shows all that is wrong. No test fails for being slow: a machine may be busy otherwise.
 */
import { buildIfNeeded, checkNode, installPackages, run, tool } from './newer.mjs';

checkNode();
installPackages();
buildIfNeeded();
const words = process.argv.slice(2);
const steps = [
  ['generated files', process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check']],
  ['types', tool('tsc'), ['-p', '.']],
  ['lint and format', tool('biome'), ['check', '.']],
  ['tests', tool('vitest'), ['run', '--testTimeout=120000', ...words]],
];
const failed = [];
for (const [name, command, args] of words.length > 0 ? steps.slice(-1) : steps) {
  process.stdout.write(`\n── ${name}\n`);
  if (run(command, args, { goOn: true }) !== 0) failed.push(name);
}
if (failed.length > 0) {
  process.stdout.write(`\nNot right: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
