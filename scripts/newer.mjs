/** What both `npm start` and `npm test` begin with: packages as the lock names them, and a build newer than its sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command with our own input and output; ends this process with its status where it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (result.error) {
    process.stderr.write(`${command}: ${result.error.message}\n`);
    process.exit(1);
  }
  if (result.status !== 0 && !options.goOn) process.exit(result.status ?? 1);
  return result.status ?? 1;
}

/** The path of a program among the packages. */
export function tool(name) {
  return join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Memcon needs Node 20.19 or later; this is ${process.versions.node}. Install it from nodejs.org.\n`);
  process.exit(1);
}

/** Installs where a package is missing or has another version than the lock file names. */
export function installPackages() {
  // A linked folder of packages is another's: it is used as it is.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const lacking = Object.entries(wanted).some(
    ([place, entry]) => place !== '' && !entry.optional && !entry.devOptional && there[place]?.version !== entry.version,
  );
  if (!lacking) return;
  process.stderr.write('Installing packages (where the database has no ready build it is compiled, which takes minutes) …\n');
  run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
}

function packagesOf(path) {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')).packages ?? {}) : {};
}

/** Builds where anything that goes into the build changed its name, size or time since. */
export function buildIfNeeded() {
  const stamp = join(root, 'dist', '.stamp');
  const seen = createHash('sha256');
  for (const place of ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts', 'src', 'languages', 'vocabulary', 'samples'])
    note(join(root, place), seen);
  const now = seen.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  process.stderr.write('Building …\n');
  run(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: ['ignore', 2, 2] });
  writeFileSync(stamp, now);
}

function note(path, seen) {
  if (!existsSync(path)) return;
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    if (!path.endsWith('.test.ts') && !path.endsWith('.cases.yaml')) seen.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) note(join(path, name), seen);
}
