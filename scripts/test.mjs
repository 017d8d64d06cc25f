/**
 * `npm test`: everything that must hold. `npm test -- WORD…` runs only the tests whose file names hold a word; a word that is the code of
 * a language runs that language's cases. Each step's status counts, so that one run shows all that is wrong. No test fails for being slow: a
 * machine may be busy otherwise.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded, checkNode, installPackages, root, run, tool } from './newer.mjs';

checkNode();
installPackages();
const words = process.argv.slice(2);
const isLanguage = (word) => /^[a-z]{2,3}$/.test(word) && existsSync(join(root, 'languages', word, 'language.yaml'));
const languages = words.filter(isLanguage);
const files = words.filter((word) => !isLanguage(word));
const narrow = [];
if (files.length > 0) narrow.push(['tests', tool('vitest'), ['run', ...files]]);
// The describe of each runner of cases ends in "of <code>".
if (languages.length > 0)
  narrow.push([`cases of ${languages.join(', ')}`, tool('vitest'), ['run', '-t', ` of (?:${languages.join('|')}) `, ...caseRunners()]]);
const all = [
  ['types', tool('tsc'), ['-p', '.']],
  ['lint and format', tool('biome'), ['check', '.']],
  ['tests, generated files among them', tool('vitest'), ['run']],
];
if (narrow.length === 0) buildIfNeeded();
const failed = [];
for (const [name, command, args] of narrow.length > 0 ? narrow : all) {
  process.stdout.write(`\n── ${name}\n`);
  if (run(command, args, { goOn: true }) !== 0) failed.push(name);
}
if (failed.length > 0) {
  process.stdout.write(`\nNot right: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}

/** The tests that read the files of cases which these languages have. */
function caseRunners() {
  const cases = languages.flatMap((code) => readdirSync(join(root, 'languages', code)).filter((name) => name.endsWith('.cases.yaml')));
  const tests = readdirSync(join(root, 'src'), { recursive: true }).filter((name) => name.endsWith('.test.ts'));
  return tests.map((name) => join('src', name)).filter((name) => cases.some((file) => readFileSync(join(root, name), 'utf8').includes(`'${file}'`)));
}
