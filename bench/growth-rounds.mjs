/**
 * What reading one of the texts of growth.mjs takes at each length: microseconds for a thousand characters, one line each. In a process of its
 * own, since memory that others hold (a dictionary of hundreds of megabytes) makes the longest texts several times dearer.
 *
 *   node growth-rounds.mjs NAME SIZE,SIZE… < BODY
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hostile } from './growth.mjs';
import { best } from './timing.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const memcon = await import(pathToFileURL(join(root, 'dist', 'index.js')).href);
const language = JSON.parse(readFileSync(join(root, 'dist', 'languages', 'ja.json'), 'utf8'));
const [name, sizes] = process.argv.slice(2);
const mediaType = name.startsWith('HTML') ? 'text/html' : 'text/plain';
const make = hostile(readFileSync(0, 'utf8'))[name];
for (const size of sizes.split(',').map(Number)) {
  const text = make(size);
  const milliseconds = best(() => memcon.read(text, { language, published: '2020-06-15', mediaType }), size > 1e5 ? 0 : 1_000);
  process.stdout.write(`${(milliseconds * 1e6) / size}\n`);
}
