/**
 * Prints how the reading does on labelled readouts.
 *
 *   npm run score [-- FOLDER…] [--errors] [--keep]
 *   npm run score -- accounts [--errors] [--keep]     two accounts of one meeting: precision and recall by cell
 *
 * Without a folder: `corpus/`. `--errors` lists each difference; `--keep` writes the figures to corpus/score.json, so that a
 * later change shows what it moved.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { accountsTable, scoreAccounts } from './accounts.ts';
import { scoreOf } from './scoring.ts';

const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
if (args[0] === 'accounts') {
  const score = await scoreAccounts(root);
  if (args.includes('--errors')) for (const error of score.errors) process.stdout.write(`${error}\n`);
  process.stdout.write(accountsTable(score));
  const { meetings, cells } = score;
  if (args.includes('--keep')) writeFileSync(join(root, 'corpus', 'accounts.json'), `${JSON.stringify({ meetings, cells }, null, 2)}\n`);
  process.exit();
}
const folders = args.filter((arg) => !arg.startsWith('--'));
const { documents, figures, errors } = scoreOf(folders.length > 0 ? folders.map((name) => resolve(name)) : [join(root, 'corpus')]);

if (args.includes('--errors')) for (const error of errors) process.stdout.write(`${error}\n`);
process.stdout.write(`${documents} documents\n${'what'.padEnd(22)} right  found  expected     F1\n`);
for (const [key, { right, found, expected, f1 }] of Object.entries(figures))
  process.stdout.write(
    `${key.padEnd(22)} ${String(right).padStart(5)}  ${String(found).padStart(5)}  ${String(expected).padStart(8)}  ${f1.toFixed(3).padStart(5)}\n`,
  );
if (args.includes('--keep')) writeFileSync(join(root, 'corpus', 'score.json'), `${JSON.stringify({ documents, figures }, null, 2)}\n`);
