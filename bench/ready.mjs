/** An archive that is filled already: `--archive FILE`. It is copied, since benches add to it. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns the place of the copy in the folder; undefined where none is named. */
export function readyArchive(folder) {
  const at = process.argv.indexOf('--archive');
  if (at < 0) return undefined;
  const place = join(folder, 'ready.memcon');
  copyFileSync(process.argv[at + 1], place);
  return place;
}
