/**
 * The brief of a relation of 50, 500 and 5,000 readouts: what it takes to gather, make and publish, in milliseconds of the
 * processor, the first time in a process and the best of ten more.
 *
 *   npm run bench -- brief [--quick]
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
process.stdout.write(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}\n\nreadouts   what                            first     best\n`,
);
for (const count of process.argv.includes('--quick') ? [50, 500] : [50, 500, 5_000]) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(here, 'brief-rounds.ts'), String(count)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
